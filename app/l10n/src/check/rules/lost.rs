//! Letters that a program turned into question marks.

use super::{Pair, is_han};
use crate::check::finding::{Fault, Kind};

/// The first word with several of them, or with one between two letters. English may have them itself.
pub fn letters(pair: &Pair<'_>) -> Vec<Fault> {
    if pair.english.is_some_and(|(_, english)| english.contains("??")) {
        return Vec::new();
    }
    let found = pair.words.split_whitespace().find(|word| is_doubtful(word));
    found
        .map(|word| Fault::new(Kind::MarkWithin).arg("letters", word).at(word))
        .into_iter()
        .collect()
}

fn is_doubtful(word: &str) -> bool {
    // An address may ask.
    if word.contains(['/', '=', '&']) {
        return false;
    }
    let letters: Vec<char> = word.chars().collect();
    let is_letter = |c: char| c.is_alphabetic() && !is_han(c);
    word.contains("??")
        || letters
            .windows(3)
            .any(|three| matches!(three, [before, '?', after] if is_letter(*before) && is_letter(*after)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use super::*;

    #[test]
    fn letters_that_became_question_marks_are_told_and_questions_are_not() {
        assert_eq!(told(letters, "es", "Espa?a 5", "Spain"), ["mark-within Espa?a"]);
        assert_eq!(
            told(letters, "zh-Hans", "???? 5 kg", "Weight: 5 kg"),
            ["mark-within ????"]
        );
        assert_eq!(
            told(letters, "ug", "\u{628}?\u{631} bar", "Honey"),
            ["mark-within \u{628}?\u{631}"]
        );
        for text in ["¿Qué? Sí", "¿Listo?", "https://a.org/?b=c"] {
            assert_eq!(told(letters, "es", text, "Honey"), [""; 0], "{text}");
        }
        assert_eq!(told(letters, "es", "¿Ya??", "Now??"), [""; 0]);
    }
}
