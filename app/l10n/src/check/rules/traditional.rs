//! Traditional characters in a text in simplified ones.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::Pair;
use crate::check::finding::{Fault, Kind};

/// Those among the frequent characters of Big5 that GB 2312 does not have.
static TRADITIONAL: LazyLock<HashSet<char>> =
    LazyLock::new(|| include_str!("../traditional.txt").trim_end().chars().collect());

/// All of a text at once.
pub fn characters(pair: &Pair<'_>) -> Vec<Fault> {
    if pair.folder != "zh-Hans" {
        return Vec::new();
    }
    let mut seen = HashSet::new();
    let found: String = pair
        .words
        .chars()
        .filter(|c| TRADITIONAL.contains(c) && seen.insert(*c))
        .collect();
    let Some(first) = found.chars().next() else {
        return Vec::new();
    };
    vec![Fault::new(Kind::Traditional).arg("letters", found).at(first)]
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use super::*;

    #[test]
    fn each_character_is_told_once() {
        assert_eq!(told(characters, "zh-Hans", "東雲，雲", "Cloud"), ["traditional 東雲"]);
        assert_eq!(told(characters, "zh-Hans", "云南的核桃", "Cloud"), [""; 0]);
    }
}
