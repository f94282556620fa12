//! Rules for what runs in the browser: islands show their state by components, they do not write into the document; and
//! what would make every WASM a third larger stays out.

use std::path::Path;

use anyhow::Result;
use proc_macro2::TokenTree;

use super::{Finding, Source, rust};

/// The one place that may look for elements: focus, scrolling, files.
const BY_HAND: &str = "app/islands/src/browser.rs";

/// Finding elements by selector, and writing into them.
const WRITING: [&str; 9] = [
    "query_selector",
    "query_selector_all",
    "get_elements_by_class_name",
    "get_elements_by_tag_name",
    "get_element_by_id",
    "set_text_content",
    "set_inner_text",
    "set_inner_html",
    "insert_adjacent_html",
];

/// Type erasure (leptos#4438, leptos#4852: look again on 0.9).
const ERASED: [&str; 2] = ["into_any", "AnyView"];

/// Checks a file of `islands` or `components`, its tests aside.
///
/// # Errors
/// The file is no Rust.
pub fn check(source: &Source) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    let is_by_hand = source.path == Path::new(BY_HAND);
    rust::walk(rust::without_tests(rust::tokens(source)?), &mut |trees| {
        for tree in trees {
            let TokenTree::Ident(word) = tree else { continue };
            let word_text = word.to_string();
            let message = if WRITING.contains(&word_text.as_str()) && !is_by_hand {
                format!(
                    "{word_text}: hold it in a signal and render it; by hand only for focus and scrolling, in {BY_HAND}"
                )
            } else if ERASED.contains(&word_text.as_str()) {
                format!("{word_text} costs every page a third more WASM; use Either")
            } else {
                continue;
            };
            findings.push(Finding::new(&source.path, word.span().start().line, message));
        }
    });
    Ok(findings)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        let source = Source {
            path: path.into(),
            text: text.to_owned(),
        };
        check(&source)
            .unwrap()
            .into_iter()
            .map(|finding| finding.line)
            .collect()
    }

    #[test]
    fn an_island_that_writes_into_the_document_is_found() {
        let text = "fn a(root: Element) {\n root.query_selector(\"x\");\n root.set_text_content(None); }";
        assert_eq!(lines("app/islands/src/cart/page.rs", text), [2, 3]);
        assert!(lines(BY_HAND, "fn focus() { document().get_element_by_id(id); }").is_empty());
    }

    #[test]
    fn erased_views_are_found_and_tests_are_not_looked_at() {
        assert_eq!(
            lines("app/components/src/cart.rs", "fn a() { view! { <p/> }.into_any() }"),
            [1]
        );
        assert!(
            lines(
                "app/components/src/cart.rs",
                "#[cfg(test)]\nmod tests { fn a() { x.into_any() } }"
            )
            .is_empty()
        );
    }
}
