//! The service's public `async fn`s are compiled where they are written: `service::boxed` says why.

use anyhow::Result;
use proc_macro2::{TokenStream, TokenTree};

use super::{Finding, Source, rust};

/// Checks a file of the service.
///
/// # Errors
/// It is no Rust.
pub fn check(source: &Source) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    rust::walk(rust::without_tests(rust::tokens(source)?), &mut |trees| {
        for at in 0..trees.len() {
            if is_public_future(&trees[at..]) && !is_boxed(&trees[..at]) {
                findings.push(Finding::new(
                    &source.path,
                    trees[at].span().start().line,
                    "a public `async fn` is compiled by each crate that awaits it; write `#[crate::boxed]` above it",
                ));
            }
        }
    });
    Ok(findings)
}

/// `pub async fn name(`: one with type parameters is compiled by its callers in any case.
fn is_public_future(trees: &[TokenTree]) -> bool {
    let words = ["pub", "async", "fn"];
    trees.len() > words.len() + 1
        && trees.iter().zip(words).all(|(tree, word)| is_word(tree, word))
        && !has_type_parameters(&trees[words.len() + 1..])
}

/// Lifetimes are no types: `<'a>` names one, `<T>` and `<'a, T>` do not stop there.
fn has_type_parameters(after_name: &[TokenTree]) -> bool {
    if !matches!(after_name.first(), Some(TokenTree::Punct(open)) if open.as_char() == '<') {
        return false;
    }
    let mut is_lifetime = false;
    for tree in &after_name[1..] {
        match tree {
            TokenTree::Punct(end) if end.as_char() == '>' => return false,
            TokenTree::Punct(quote) if quote.as_char() == '\'' => is_lifetime = true,
            TokenTree::Ident(_) if is_lifetime => is_lifetime = false,
            TokenTree::Ident(_) => return true,
            _ => {}
        }
    }
    false
}

/// Whether the attributes right before have it.
fn is_boxed(before: &[TokenTree]) -> bool {
    let mut rest = before;
    while let [head @ .., TokenTree::Punct(hash), TokenTree::Group(attribute)] = rest {
        if hash.as_char() != '#' {
            return false;
        }
        if ends_in_boxed(attribute.stream()) {
            return true;
        }
        rest = head;
    }
    false
}

fn ends_in_boxed(attribute: TokenStream) -> bool {
    attribute.into_iter().last().is_some_and(|tree| is_word(&tree, "boxed"))
}

fn is_word(tree: &TokenTree, word: &str) -> bool {
    matches!(tree, TokenTree::Ident(ident) if ident == word)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use std::path::PathBuf;

    use super::*;

    fn lines(text: &str) -> Vec<usize> {
        let source = Source {
            path: PathBuf::from("server/service/src/cart/mod.rs"),
            text: text.to_owned(),
        };
        check(&source)
            .unwrap()
            .into_iter()
            .map(|finding| finding.line)
            .collect()
    }

    #[test]
    fn a_public_future_without_a_box_is_told() {
        assert_eq!(lines("/// It.\npub async fn open(shop: &Shop) {}"), [2]);
        assert_eq!(
            lines("impl Shop {\n    #[must_use]\n    pub async fn look(&self) {}\n}"),
            [3]
        );
        assert_eq!(lines("pub async fn confirm<'a>(proof: Proof<'a>) {}"), [1]);
    }

    #[test]
    fn one_in_a_box_or_of_its_callers_is_not() {
        assert_eq!(
            lines("/// It.\n#[crate::boxed]\npub async fn open(shop: &Shop) {}"),
            [0; 0]
        );
        assert_eq!(
            lines("#[crate::boxed]\n#[must_use]\npub async fn open(shop: &Shop) {}"),
            [0; 0]
        );
        assert_eq!(lines("pub async fn write<T, F>(work: F) {}"), [0; 0]);
        assert_eq!(lines("pub(crate) async fn open() {}\nasync fn read() {}"), [0; 0]);
        assert_eq!(
            lines("#[cfg(test)]\nmod tests {\n    pub async fn world() {}\n}"),
            [0; 0]
        );
    }
}
