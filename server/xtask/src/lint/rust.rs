//! Walking Rust by its tokens: unlike a syntax tree, they reach into macros.

use std::str::FromStr as _;

use anyhow::{Result, anyhow};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::Source;

/// Reads a file's tokens.
///
/// # Errors
/// It is no Rust.
pub fn tokens(source: &Source) -> Result<TokenStream> {
    TokenStream::from_str(&source.text).map_err(|problem| {
        let line = problem.span().start().line;
        anyhow!("{}:{line}: {problem}", source.path.display())
    })
}

/// Calls `visit` with each run of sibling tokens, outer ones first.
pub fn walk(tokens: TokenStream, visit: &mut impl FnMut(&[TokenTree])) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    visit(&trees);
    for tree in trees {
        if let TokenTree::Group(group) = tree {
            walk(group.stream(), visit);
        }
    }
}

/// The same tokens without `#[cfg(test)] mod … { … }`.
pub fn without_tests(tokens: TokenStream) -> TokenStream {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut kept = Vec::new();
    let mut at = 0;
    while at < trees.len() {
        if let Some(length) = test_module(&trees[at..]) {
            at += length;
            continue;
        }
        kept.push(match &trees[at] {
            TokenTree::Group(group) => TokenTree::Group(same_place(group, without_tests(group.stream()))),
            other => other.clone(),
        });
        at += 1;
    }
    kept.into_iter().collect()
}

fn same_place(group: &Group, stream: TokenStream) -> Group {
    let mut new = Group::new(group.delimiter(), stream);
    new.set_span(group.span());
    new
}

/// How many tokens a test module at the start takes.
fn test_module(trees: &[TokenTree]) -> Option<usize> {
    let [TokenTree::Punct(hash), TokenTree::Group(attribute), ..] = trees else {
        return None;
    };
    let is_test = attribute.stream().to_string().replace(' ', "") == "cfg(test)";
    if hash.as_char() != '#' || !is_test {
        return None;
    }
    let body = trees.iter().skip(2).position(|tree| {
        matches!(tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
            || matches!(tree, TokenTree::Punct(end) if end.as_char() == ';')
    })?;
    let is_module = trees[2..2 + body]
        .iter()
        .any(|tree| matches!(tree, TokenTree::Ident(word) if word == "mod"));
    is_module.then_some(body + 3)
}

/// The value of a string literal token.
pub fn string(tree: &TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = tree else {
        return None;
    };
    syn::parse_str::<syn::LitStr>(&literal.to_string())
        .ok()
        .map(|string| string.value())
}
