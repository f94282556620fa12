//! Every message is shown somewhere: a text nobody uses is work for three translators. (That every used one exists
//! and has the same variables in all languages, the build of `l10n` checks.)

use std::collections::BTreeSet;

use anyhow::Result;
use proc_macro2::{Delimiter, TokenTree};

use super::{Finding, Source, rust};

/// Families looked up by a code at run time; `domain` tests that every code has its text.
const BY_CODE: [&str; 2] = ["error-", "field-error-"];

/// Finds ids of the English files that no Rust names, as `t::CART_ADD`, `t::cart_items` or "cart-add", by an attribute
/// (`t::CART_ADD__LABEL`), and no other text needs. Terms are each language's own.
///
/// # Errors
/// A Rust file cannot be parsed.
pub fn check(english: &[Source], rust: &[Source]) -> Result<Vec<Finding>> {
    let mut used = BTreeSet::new();
    for source in rust {
        rust::walk(rust::tokens(source)?, &mut |trees| collect(trees, &mut used));
    }
    let of_attributes: Vec<String> = used
        .iter()
        .filter_map(|name| name.split_once("__"))
        .map(|(message, _)| message.to_owned())
        .collect();
    used.extend(of_attributes);
    used.extend(english.iter().flat_map(|source| references(&source.text)));
    let mut findings = Vec::new();
    for source in english {
        for (line, text) in source.text.lines().enumerate() {
            let Some(id) = message_id(text) else {
                continue;
            };
            let name = id.replace('-', "_");
            let is_used = used.contains(id) || used.contains(&name) || used.contains(&name.to_uppercase());
            if !is_used && !BY_CODE.iter().any(|family| id.starts_with(family)) {
                findings.push(Finding::new(
                    &source.path,
                    line + 1,
                    format!(
                        "{id} is used nowhere; remove it from all languages, or use t::{}",
                        name.to_uppercase()
                    ),
                ));
            }
        }
    }
    Ok(findings)
}

fn collect(trees: &[TokenTree], used: &mut BTreeSet<String>) {
    used.extend(trees.iter().filter_map(rust::string));
    for window in trees.windows(4) {
        let [
            TokenTree::Ident(module),
            TokenTree::Punct(one),
            TokenTree::Punct(two),
            named,
        ] = window
        else {
            continue;
        };
        if module != "t" || one.as_char() != ':' || two.as_char() != ':' {
            continue;
        }
        match named {
            TokenTree::Ident(name) => {
                used.insert(name.to_string());
            }
            // use l10n::t::{CART_ADD, cart_items};
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                used.extend(group.stream().into_iter().filter_map(|tree| match tree {
                    TokenTree::Ident(name) => Some(name.to_string()),
                    _ => None,
                }));
            }
            _ => {}
        }
    }
}

/// Names that follow a `{`: of messages that stand in others.
fn references(text: &str) -> impl Iterator<Item = String> {
    text.split('{').skip(1).filter_map(|rest| {
        let name = rest
            .trim_start()
            .split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-' || letter == '_'))
            .next()?;
        (!name.is_empty()).then(|| name.to_owned())
    })
}

/// The id of a line that starts a message.
pub(super) fn message_id(line: &str) -> Option<&str> {
    let (id, _) = line.split_once('=')?;
    let id = id.trim_end();
    let is_id = id.starts_with(|first: char| first.is_ascii_lowercase())
        && id
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_');
    is_id.then_some(id)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn unused(ftl: &str, rust: &str) -> Vec<usize> {
        let english = Source {
            path: "locales/en/cart.ftl".into(),
            text: ftl.to_owned(),
        };
        let rust = Source {
            path: "app/src/cart.rs".into(),
            text: rust.to_owned(),
        };
        check(&[english], &[rust])
            .unwrap()
            .into_iter()
            .map(|finding| finding.line)
            .collect()
    }

    #[test]
    fn an_unused_message_is_found_at_its_line() {
        let ftl = "# Cart\ncart-add = Add\ncart-items = { $count ->\n    [one] one\n   *[other] many = { $count }\n}\ncart-old = Old\n";
        assert_eq!(unused(ftl, "fn a() { (t::CART_ADD, t::cart_items(3)) }"), [7]);
    }

    #[test]
    fn a_message_is_used_by_its_attribute_and_by_another_message() {
        let ftl =
            "-shop = Bazar\ncart-add = Add\n    .label = Add { cart-thing }\ncart-thing = it\ncart-old = { $thing }\n";
        assert_eq!(unused(ftl, "fn a() { t::CART_ADD__LABEL }"), [5]);
    }

    #[test]
    fn uses_inside_macros_imports_and_look_ups_count() {
        let ftl = "cart-add = Add\ncart-less = Less\ncart-more = More\nerror-busy = Busy\n";
        let rust = "use l10n::t::{CART_ADD};\nfn a() { view! { <p>{cx.text(t::CART_LESS)}</p> } by_id(\"cart-more\") }";
        assert!(unused(ftl, rust).is_empty());
    }
}
