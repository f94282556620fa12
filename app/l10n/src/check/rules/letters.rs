//! Letters of neighbouring keyboards in a Uyghur text.

use std::collections::HashSet;

use super::Pair;
use crate::check::damage::code_of;
use crate::check::finding::{Fault, Kind};

/// The letters and marks of Uyghur within the blocks of Arabic script.
const UYGHUR: &str = "ئابپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىيە،؛؟";
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
        .filter(|c| is_arabic_block(*c) && !UYGHUR.contains(*c) && seen.insert(*c))
        .map(fault)
        .collect()
}

fn fault(letter: char) -> Fault {
    let instead = instead_of(letter);
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

fn is_arabic_block(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}') || is_form(c)
}

/// Letters as they look at one place of a word, which only old fonts and PDF files have.
fn is_form(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use super::*;

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
        assert_eq!(told(foreign, "ug", "ئۇيغۇرچە، «سۆز»؛ قانداق؟ 5%", "Honey"), [""; 0]);
        assert_eq!(told(foreign, "es", text, "Honey"), [""; 0]);
    }
}
