//! A suffix hung on what is filled in: a number, a date or a name may need another one.

use super::{FILLED_IN, Pair, is_arabic};
use crate::check::finding::{Fault, Kind};

/// Endings of cases, number and derivation as they would follow a word.
const SUFFIXES: [&str; 37] = [
    "نى",
    "نىڭ",
    "غا",
    "گە",
    "قا",
    "كە",
    "دا",
    "دە",
    "تا",
    "تە",
    "دىن",
    "تىن",
    "غىچە",
    "گىچە",
    "قىچە",
    "كىچە",
    "لىق",
    "لىك",
    "لۇق",
    "لۈك",
    "لار",
    "لەر",
    "دىكى",
    "تىكى",
    "چە",
    "چىلىك",
    "نىڭكى",
    "دەك",
    "تەك",
    "مۇ",
    "سى",
    "ى",
    "لىرى",
    "لەرنى",
    "لارنى",
    "لىقى",
    "لىكى",
];

/// The first one of a text.
pub fn hung(pair: &Pair<'_>) -> Vec<Fault> {
    if pair.folder != "ug" {
        return Vec::new();
    }
    let mut parts = pair.words.split(FILLED_IN);
    parts.next();
    let found = parts.find_map(suffix);
    found
        .map(|(suffix, at)| Fault::new(Kind::Suffix).arg("suffix", suffix).at(at))
        .into_iter()
        .collect()
}

/// The suffix that the words after a variable begin with, and the letters by which it is found in the file.
fn suffix(after: &str) -> Option<(String, String)> {
    let bare = after.trim_start_matches(['\u{2069}', '\u{2060}', '\u{200C}', '\u{200D}']);
    let apart = bare.trim_start_matches([' ', '\u{A0}', '-', '‐', '\u{2011}', '\'', '’']);
    let word: String = apart.chars().take_while(|c| is_arabic(*c)).collect();
    if word.is_empty() {
        return None;
    }
    let gap = after.len() - apart.len();
    let at = format!("{FILLED_IN}{}{word}", after.get(..gap).unwrap_or_default());
    // Right behind it any letter hangs on it; apart from it a word may follow: `2-بەت`.
    let is_hung = apart.len() == bare.len() || SUFFIXES.contains(&word.as_str());
    is_hung.then_some((word, at))
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use super::*;

    #[test]
    fn a_suffix_on_a_number_or_a_name_is_told() {
        for (text, suffix) in [
            ("{ $a }نى ئېلىڭ", "suffix نى"),
            ("{ $a } دىن كۆپ", "suffix دىن"),
            ("{ $a }-غىچە", "suffix غىچە"),
            ("\u{2068}{ $a }\u{2069}\u{2060}غا", "suffix غا"),
        ] {
            assert_eq!(told(hung, "ug", text, "Honey"), [suffix], "{text}");
        }
        for text in ["{ $a }-بەت", "{ $a } كىلوگرام", "«{ $a }»نى ئېلىڭ", "دىن { $a }"] {
            assert_eq!(told(hung, "ug", text, "Honey"), [""; 0], "{text}");
        }
    }
}
