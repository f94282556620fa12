//! Spaces where none belong.

use super::Pair;
use crate::check::finding::{Fault, Kind};

/// Two spaces side by side, and one before a mark that stands at its word.
pub fn doubled(pair: &Pair<'_>) -> Vec<Fault> {
    let mut found = Vec::new();
    if pair.words.contains("  ") {
        found.push(Fault::new(Kind::Spaces).at("  "));
    }
    let chars: Vec<char> = pair.words.chars().collect();
    let marks = marks_of(pair.folder);
    // ` .xlsx` is an ending, not a full stop.
    let before_mark = chars.windows(2).enumerate().find_map(|(place, two)| match two {
        [' ', mark] if marks.contains(*mark) && chars.get(place + 2).is_none_or(|next| next.is_whitespace()) => {
            Some(*mark)
        }
        _ => None,
    });
    if let Some(mark) = before_mark {
        found.push(Fault::new(Kind::SpaceMark).arg("mark", mark).at(format!(" {mark}")));
    }
    found
}

/// Marks that a language writes at their word. In English the shop speaks of marks, too: «with ; between».
fn marks_of(folder: &str) -> &'static str {
    match folder {
        "ug" => "،؛؟.:!",
        "zh-Hans" => "，。；：？！、",
        "es" => ",.;:?!",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use super::*;

    #[test]
    fn spaces_between_words_are_one_and_before_marks_none() {
        assert_eq!(told(doubled, "es", "a  b", "Honey"), ["spaces"]);
        assert_eq!(told(doubled, "ug", "سالام ، دوست", "Honey"), ["space-mark ،"]);
        assert_eq!(told(doubled, "es", "Hola { $a } .", "Honey"), ["space-mark ."]);
        assert_eq!(told(doubled, "es", "Un archivo .xlsx, { $a }: b", "Honey"), [""; 0]);
    }
}
