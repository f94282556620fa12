//! HTML in a text, which is shown as it is.

use super::Pair;
use crate::check::finding::{Fault, Kind};

/// A tag, or a letter by its name.
pub fn html(pair: &Pair<'_>) -> Vec<Fault> {
    let tag = pair.words.split('<').skip(1).find_map(tag);
    let found = tag.or_else(|| pair.words.split('&').skip(1).find_map(reference));
    found
        .map(|found| Fault::new(Kind::Markup).at(found))
        .into_iter()
        .collect()
}

fn tag(rest: &str) -> Option<String> {
    let name = rest.strip_prefix('/').unwrap_or(rest);
    let (inside, _) = rest.split_once('>')?;
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        .then(|| format!("<{inside}>"))
}

fn reference(rest: &str) -> Option<String> {
    let (name, _) = rest.split_once(';')?;
    let is_name = (2..=8).contains(&name.len()) && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#');
    is_name.then(|| format!("&{name};"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use super::*;

    #[test]
    fn tags_and_named_letters_are_told_and_signs_are_not() {
        for text in ["a <b>c</b>", "a&nbsp;b", "a&#39;b", "</p>"] {
            assert_eq!(told(html, "es", text, "Honey"), ["markup"], "{text}");
        }
        for text in ["1 < 2 > 0", "R&D; so", "a & b;"] {
            assert_eq!(told(html, "es", text, "Honey"), [""; 0], "{text}");
        }
    }
}
