//! Letters of neighbouring keyboards in a Uyghur text.

use std::collections::HashSet;

use super::{Pair, is_arabic};
use crate::check::damage::{code_of, is_unseen};
use crate::check::finding::{Fault, Kind};

/// The letters and marks of Uyghur within the blocks of Arabic script.
const UYGHUR: &str = "ئابپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىيە،؛؟";
/// Kashida.
const STRETCH: char = '\u{640}';
/// Letters and signs that a Uyghur text has other ones for; of the rest only the writer knows.
const INSTEAD: [(char, &str); 15] = [
    ('\u{647}', "ە, ھ"),
    ('\u{629}', "ە"),
    ('\u{62D}', "ھ"),
    ('\u{6A9}', "ك"),
    ('\u{6AA}', "ك"),
    ('\u{6CC}', "ى, ي"),
    ('\u{62B}', "س"),
    ('\u{635}', "س"),
    ('\u{630}', "ز"),
    ('\u{636}', "ز"),
    ('\u{638}', "ز"),
    ('\u{637}', "ت"),
    ('\u{639}', "ئ"),
    ('\u{640}', "—"),
    ('\u{66A}', "%"),
];

/// Each foreign letter once.
pub fn foreign(pair: &Pair<'_>) -> Vec<Fault> {
    if pair.folder != "ug" {
        return Vec::new();
    }
    let mut seen = HashSet::new();
    pair.words
        .chars()
        // What is not seen another rule tells.
        .filter(|c| is_arabic_script(*c) && !is_unseen(*c) && !UYGHUR.contains(*c) && seen.insert(*c))
        .map(|letter| fault(letter, pair.words))
        .collect()
}

fn fault(letter: char, words: &str) -> Fault {
    // Within a word it draws the word out; alone it stands for a dash.
    let is_within_word = letter == STRETCH && stretches(words);
    let instead = instead_of(letter).filter(|_| !is_within_word);
    let kind = if is_form(letter) {
        Kind::LetterForm
    } else if instead.is_some() {
        Kind::LetterForeign
    } else {
        Kind::LetterUnknown
    };
    let fault = Fault::new(kind)
        .arg("letter", letter)
        .arg("code", code_of(letter))
        .at(letter);
    match instead {
        Some(instead) if kind == Kind::LetterForeign => fault.arg("instead", instead),
        _ => fault,
    }
}

/// Whether a word is drawn out.
fn stretches(words: &str) -> bool {
    let chars: Vec<char> = words.chars().collect();
    let is_letter = |c: char| is_arabic(c) && c != STRETCH;
    chars
        .split(|c| *c != STRETCH && !is_letter(*c))
        .any(|word| word.contains(&STRETCH) && word.iter().any(|c| is_letter(*c)))
}

fn instead_of(letter: char) -> Option<String> {
    match letter {
        '\u{660}'..='\u{669}' => Some((u32::from(letter) - 0x660).to_string()),
        '\u{6F0}'..='\u{6F9}' => Some((u32::from(letter) - 0x6F0).to_string()),
        _ => {
            let (_, instead) = INSTEAD.iter().find(|(other, _)| *other == letter)?;
            Some((*instead).to_owned())
        }
    }
}

/// Letters and signs of the blocks of Arabic script, and the shapes of its letters.
pub fn is_arabic_script(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}') || is_form(c)
}

/// Letters as they look at one place of a word, which only old fonts and PDF files have.
fn is_form(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

#[cfg(test)]
mod tests {
    use domain::Locale;

    use super::super::tests::told;
    use super::*;
    use crate::language::is_letter;

    /// Every letter and figure of Arabic script, and every shape of one.
    fn all() -> impl Iterator<Item = char> {
        ('\u{600}'..='\u{FFFF}').filter(|c| is_arabic_script(*c) && (c.is_alphanumeric() || is_form(*c)))
    }

    #[test]
    fn of_arabic_script_every_letter_that_is_not_uyghur_is_told_and_every_one_that_is_is_not() {
        let mut told_of = 0;
        for letter in all() {
            let found = told(foreign, "ug", &format!("سۆز {letter} سۆز"), "Honey");
            if UYGHUR.contains(letter) {
                assert_eq!(found, [""; 0], "{letter} {}", code_of(letter));
                assert!(is_letter(Locale::Ug, letter), "{letter} is in language.toml as well");
            } else {
                let [found] = found.as_slice() else {
                    panic!("{letter} {}: {found:?}", code_of(letter))
                };
                assert!(found.contains(&code_of(letter)), "{found}");
                told_of += 1;
            }
        }
        assert!(told_of > 700, "{told_of}");
    }

    #[test]
    fn a_text_with_all_of_them_names_all_of_them() {
        let foreign_ones: Vec<char> = all().filter(|c| !UYGHUR.contains(*c)).collect();
        let text: String = foreign_ones.iter().flat_map(|c| [*c, ' ']).collect();
        assert_eq!(told(foreign, "ug", &text, "Honey").len(), foreign_ones.len());
    }

    #[test]
    fn what_is_not_seen_is_told_by_its_own_rule_only() {
        assert_eq!(told(foreign, "ug", "سۆز\u{61C} سۆز", "Honey"), [""; 0]);
    }

    #[test]
    fn each_foreign_letter_is_named_once() {
        let text = "\u{647}ەسەل \u{647} ح \u{665} \u{FEE9} \u{6D2}";
        assert_eq!(
            told(foreign, "ug", text, "Honey"),
            [
                "letter-foreign \u{647} U+0647 ە, ھ",
                "letter-foreign ح U+062D ھ",
                "letter-foreign \u{665} U+0665 5",
                "letter-form \u{FEE9} U+FEE9",
                "letter-unknown \u{6D2} U+06D2",
            ]
        );
        assert_eq!(
            told(foreign, "ug", "با\u{640}\u{640}زار", "Bazaar"),
            ["letter-unknown \u{640} U+0640"]
        );
        assert_eq!(
            told(foreign, "ug", "بازار \u{640} بۇ", "Bazaar"),
            ["letter-foreign \u{640} U+0640 —"]
        );
        assert_eq!(told(foreign, "ug", "ئۇيغۇرچە، «سۆز»؛ قانداق؟ 5%", "Honey"), [""; 0]);
        assert_eq!(told(foreign, "es", text, "Honey"), [""; 0]);
    }
}
