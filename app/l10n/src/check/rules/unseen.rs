//! Signs without a shape that no text needs.

use super::Pair;
use crate::check::damage::code_of;
use crate::check::finding::{Fault, Kind};

/// The first joiner, soft hyphen or direction mark. What isolates a stretch or keeps it in one line is of use.
pub fn signs(pair: &Pair<'_>) -> Vec<Fault> {
    let is_needless = |c: &char| matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}');
    let found = pair.words.chars().find(is_needless);
    found
        .map(|sign| Fault::new(Kind::SignUnseen).arg("code", code_of(sign)).at(sign))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use super::*;

    #[test]
    fn what_joins_or_turns_without_being_seen_is_told() {
        assert_eq!(told(signs, "ug", "بازار\u{200C}غا", "Honey"), ["sign-unseen U+200C"]);
        assert_eq!(told(signs, "es", "a\u{200B}b", "Honey"), ["sign-unseen U+200B"]);
        assert_eq!(told(signs, "ug", "\u{2066}a\u{2069}\u{2060}b", "Honey"), [""; 0]);
    }
}
