//! Areas of a crate (its top folders and files) form no circles: what two of them share has a name and a place below both.
//! Else neither can be read, changed or tested without the other.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::Result;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::{Finding, Source, rust};

/// Crates that are looked at.
const CRATES: [&str; 4] = ["app/components/src", "app/islands/src", "app/src", "server/service/src"];

/// Uses that close a circle and are still there: of this crate, by this area, of that one. Take one out when it is gone;
/// put none in.
const KNOWN: &[(&str, &str, &str)] = &[
    // The cache of public pages is part of what all requests share, and looks at requests.
    ("app/src", "cx", "public"),
    // Which addresses of lists and stations are kept is known to them.
    ("app/src", "public", "catalog"),
    ("app/src", "public", "stations"),
    // An order's steps and its money are one transaction.
    ("server/service/src", "money", "orders"),
];

/// Where an area names another one.
type Uses = BTreeMap<(String, String), (PathBuf, usize)>;

/// Checks the crates of [`CRATES`].
///
/// # Errors
/// A file is no Rust.
pub fn check(sources: &[Source]) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for folder in CRATES {
        let known = KNOWN.iter().filter(|(of, ..)| *of == folder);
        let known: Vec<_> = known.map(|(_, by, of)| (*by, *of)).collect();
        findings.extend(check_crate(Path::new(folder), sources, &known)?);
    }
    Ok(findings)
}

fn check_crate(folder: &Path, sources: &[Source], known: &[(&str, &str)]) -> Result<Vec<Finding>> {
    let mut uses = uses(folder, sources)?;
    let all: BTreeSet<(String, String)> = uses.keys().cloned().collect();
    let mut findings = Vec::new();
    for (by, of) in known {
        let edge = ((*by).to_owned(), (*of).to_owned());
        let closes = all.contains(&edge) && way(&all, of, by).is_some();
        if closes {
            uses.remove(&edge);
        } else {
            let message =
                format!("{by} → {of} closes no circle any more: take it out of KNOWN in xtask's lint/areas.rs");
            findings.push(Finding::new(&folder.join("lib.rs"), 1, message));
        }
    }
    let edges: BTreeSet<(String, String)> = uses.keys().cloned().collect();
    let mut told = BTreeSet::new();
    for ((by, of), (file, line)) in &uses {
        let Some(back) = way(&edges, of, by) else {
            continue;
        };
        // One finding a circle, at the use that comes first.
        let members: BTreeSet<&String> = back.iter().collect();
        let members: Vec<String> = members.into_iter().cloned().collect();
        if told.insert(members) {
            let circle = format!("{by} → {}", back.join(" → "));
            let message = format!("areas in a circle: {circle}; move what they share to a place below both");
            findings.push(Finding::new(file, *line, message));
        }
    }
    Ok(findings)
}

/// The shortest way from one area to another, both included.
fn way(edges: &BTreeSet<(String, String)>, from: &str, to: &str) -> Option<Vec<String>> {
    let mut seen = BTreeSet::from([from.to_owned()]);
    let mut ways = vec![vec![from.to_owned()]];
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            let last = way.last().map_or("", String::as_str);
            if last == to {
                return Some(way);
            }
            for (_, next) in edges.iter().filter(|(by, _)| by == last) {
                if seen.insert(next.clone()) {
                    let mut way = way.clone();
                    way.push(next.clone());
                    longer.push(way);
                }
            }
        }
        ways = longer;
    }
    None
}

fn uses(folder: &Path, sources: &[Source]) -> Result<Uses> {
    let own: Vec<(&Source, String)> = sources
        .iter()
        .filter_map(|source| Some((source, area_of(folder, &source.path)?)))
        .collect();
    let areas: BTreeSet<&String> = own.iter().map(|(_, area)| area).collect();
    let root = sources.iter().find(|source| source.path == folder.join("lib.rs"));
    let exported = match root {
        Some(root) => exports(rust::tokens(root)?),
        None => BTreeMap::new(),
    };
    let mut uses = Uses::new();
    for (source, area) in &own {
        for (name, line) in named(rust::without_tests(rust::tokens(source)?)) {
            let of = if areas.contains(&name) {
                &name
            } else {
                exported.get(&name).unwrap_or(&name)
            };
            if of != area && areas.contains(of) {
                uses.entry((area.clone(), of.clone()))
                    .or_insert_with(|| (source.path.clone(), line));
            }
        }
    }
    Ok(uses)
}

/// The area a file is in; none for the crate's root.
fn area_of(folder: &Path, file: &Path) -> Option<String> {
    let inside = file.strip_prefix(folder).ok()?;
    let first = Path::new(inside.components().next()?.as_os_str());
    let name = first.file_stem()?.to_str()?;
    (name != "lib" && name != "main").then(|| name.to_owned())
}

/// What the crate's root says by another name: `pub use area::{Name, other as Another}`.
fn exports(tokens: TokenStream) -> BTreeMap<String, String> {
    let mut exported = BTreeMap::new();
    rust::walk(tokens, &mut |trees| {
        for (at, tree) in trees.iter().enumerate() {
            if !is_word(tree, "use") {
                continue;
            }
            if let [TokenTree::Ident(area), colon, _, rest @ ..] = &trees[at + 1..]
                && is_mark(colon, ':')
                && area != "crate"
            {
                let until = rest.iter().position(|tree| is_mark(tree, ';')).unwrap_or(rest.len());
                for name in words(&rest[..until]) {
                    exported.insert(name, area.to_string());
                }
            }
        }
    });
    exported
}

/// All words of a use tree; one too many names nothing.
fn words(trees: &[TokenTree]) -> Vec<String> {
    trees
        .iter()
        .flat_map(|tree| match tree {
            TokenTree::Ident(word) => vec![word.to_string()],
            TokenTree::Group(group) => words(&group.stream().into_iter().collect::<Vec<_>>()),
            _ => Vec::new(),
        })
        .collect()
}

/// What follows `crate::`, with its line: one name, or the first of each in braces.
fn named(tokens: TokenStream) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    rust::walk(tokens, &mut |trees| {
        for (at, tree) in trees.iter().enumerate() {
            // `$crate::` in a macro is this crate as well.
            if !is_word(tree, "crate") {
                continue;
            }
            let line = tree.span().start().line;
            match &trees[at + 1..] {
                [first, second, TokenTree::Ident(name), ..] if is_mark(first, ':') && is_mark(second, ':') => {
                    found.push((name.to_string(), line));
                }
                [first, second, TokenTree::Group(group), ..]
                    if is_mark(first, ':') && is_mark(second, ':') && group.delimiter() == Delimiter::Brace =>
                {
                    let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                    let firsts = inside
                        .split(|tree| is_mark(tree, ','))
                        .filter_map(|path| match path.first() {
                            Some(TokenTree::Ident(name)) => Some((name.to_string(), name.span().start().line)),
                            _ => None,
                        });
                    found.extend(firsts);
                }
                _ => {}
            }
        }
    });
    found
}

fn is_word(tree: &TokenTree, word: &str) -> bool {
    matches!(tree, TokenTree::Ident(ident) if ident == word)
}

fn is_mark(tree: &TokenTree, mark: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == mark)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn crate_of(files: &[(&str, &str)]) -> Vec<Source> {
        files
            .iter()
            .map(|(path, text)| Source {
                path: Path::new("x/src").join(path),
                text: (*text).to_owned(),
            })
            .collect()
    }

    fn found(files: &[(&str, &str)], known: &[(&str, &str)]) -> Vec<String> {
        let findings = check_crate(Path::new("x/src"), &crate_of(files), known).unwrap();
        findings.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_circle_is_found_with_its_way() {
        let files = [
            (
                "lib.rs",
                "mod cart; mod catalog; mod orders; pub use catalog::{Card as Tile, list}; use crate::orders::Order;",
            ),
            ("cart/mod.rs", "mod page;"),
            ("cart/page.rs", "\nuse crate::{orders::{self, Order}, money};"),
            ("orders.rs", "fn show(tile: crate::Tile) {}"),
            ("catalog/list.rs", "use super::view; fn add() { crate::cart::add() }"),
        ];
        let findings = found(&files, &[]);
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert!(findings[0].starts_with("x/src/cart/page.rs:2: areas in a circle: cart → orders → catalog → cart;"));
    }

    #[test]
    fn what_points_one_way_is_in_order() {
        let files = [
            ("lib.rs", "mod cart; mod catalog;"),
            ("cart/mod.rs", "use crate::catalog; use crate::cart::page; mod page;"),
            (
                "catalog.rs",
                "use leptos::prelude::*; #[cfg(test)] mod tests { use crate::cart; }",
            ),
        ];
        assert!(found(&files, &[]).is_empty());
    }

    #[test]
    fn a_known_circle_may_only_go_away() {
        let files = [("a.rs", "use crate::b;"), ("b.rs", "use crate::{a, c};"), ("c.rs", "")];
        assert_eq!(found(&files, &[]).len(), 1);
        assert!(found(&files, &[("b", "a")]).is_empty());
        let gone = found(&files, &[("b", "a"), ("b", "c"), ("c", "a")]);
        assert_eq!(gone.len(), 2, "{gone:?}");
    }
}
