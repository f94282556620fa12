//! A text left in English.

use super::Pair;
use crate::check::finding::{Fault, Kind};

/// The words are those of the English text, and there is something to translate in them.
pub fn left(pair: &Pair<'_>) -> Vec<Fault> {
    let is_left = pair
        .english
        .is_some_and(|(_, english)| english == pair.words && is_sentence(english));
    if is_left {
        vec![Fault::new(Kind::EnglishLeft)]
    } else {
        Vec::new()
    }
}

/// Something to translate: a name or a unit may be the same in two languages.
pub fn is_sentence(words: &str) -> bool {
    let is_word = |word: &str| word.len() >= 3 && word.chars().all(|c| c.is_ascii_lowercase());
    !words.contains(|c: char| c.is_ascii_digit())
        && words.split_whitespace().count() >= 2
        && words.split(|c: char| !c.is_ascii_alphabetic()).any(is_word)
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use super::*;

    #[test]
    fn a_sentence_left_in_english_is_told_and_a_name_is_not() {
        assert_eq!(told(left, "es", "Add to cart", "Add to cart"), ["english-left"]);
        assert_eq!(told(left, "es", "Añadir", "Add to cart"), [""; 0]);
        for text in ["Hong Kong", "WeChat", "UTF-16 (big endian)", "Total", "{ $a } · { $b }"] {
            assert_eq!(told(left, "es", text, text), [""; 0], "{text}");
        }
    }
}
