//! Spaces where none belong, and none where one does.

use super::{FILLED_IN, Pair, is_arabic, is_han, is_space};
use crate::check::damage::code_of;
use crate::check::finding::{Fault, Kind};

/// Marks that stand at their word in each language, those of another keyboard among them.
const MARKS: &str = ",.;:?!،؛؟。，；：？！、";
/// Shortest word that is none of an abbreviation: `ش.ئۇ.ئا.ر`, `Sr.García`.
const SHORTEST_WORD: usize = 3;

/// Two spaces side by side, and one before a mark that stands at its word.
pub fn doubled(pair: &Pair<'_>) -> Vec<Fault> {
    let mut found = Vec::new();
    if pair.words.contains("  ") {
        found.push(Fault::new(Kind::Spaces).at("  "));
    }
    if !has_marks_at_words(pair.folder) {
        return found;
    }
    let chars: Vec<char> = pair.words.chars().collect();
    let ends_there = |mark: char, next: Option<&char>| match next {
        None => true,
        Some(next) if next.is_whitespace() || is_arabic(*next) || is_han(*next) => true,
        // ` .xlsx` is an ending, not a full stop.
        Some(next) => next.is_alphabetic() && !matches!(mark, '.' | ':'),
    };
    let before_mark = chars.windows(2).enumerate().find_map(|(place, two)| match two {
        [space, mark] if is_space(*space) && MARKS.contains(*mark) && ends_there(*mark, chars.get(place + 2)) => {
            Some((*space, *mark))
        }
        _ => None,
    });
    if let Some((space, mark)) = before_mark {
        let fault = Fault::new(Kind::SpaceMark).arg("mark", mark);
        found.push(fault.at(format!("{space}{mark}")));
    }
    found
}

/// Whether a language built in is meant. In English the shop speaks of marks, too: «with ; between»; others have rules of their
/// own.
fn has_marks_at_words(folder: &str) -> bool {
    matches!(folder, "ug" | "zh-Hans" | "es")
}

/// No space between a mark and the next word, in the languages that have one there. Numbers, times, addresses, abbreviations and
/// what English has in the same way stay out of it; a `?` between letters may be a letter that was lost.
pub fn lacking(pair: &Pair<'_>) -> Vec<Fault> {
    let is_letter: fn(char) -> bool = match pair.folder {
        "ug" => is_arabic,
        "es" => char::is_alphabetic,
        _ => return Vec::new(),
    };
    let english = pair.english.map_or("", |(_, english)| english);
    let is_plain = |word: &&str| {
        let bare = word.trim_matches(|c: char| MARKS.contains(c) || matches!(c, '(' | ')' | '«' | '»'));
        !word.contains(['/', '@', '\\', '=', '&', '_']) && !english.contains(bare)
    };
    let found = pair
        .words
        .split_whitespace()
        .filter(is_plain)
        .find_map(|word| joined(word, is_letter));
    let found = found.map(|(mark, letters)| Fault::new(Kind::SpaceAfter).arg("mark", mark).at(letters));
    found.into_iter().collect()
}

/// The first mark in the midst of what has no space in it, with the letters at its sides.
fn joined(word: &str, is_letter: fn(char) -> bool) -> Option<(char, String)> {
    let chars: Vec<char> = word.chars().collect();
    chars.windows(3).enumerate().find_map(|(place, three)| {
        let [before, mark, after] = *three else { return None };
        let ends_word = is_letter(before) || matches!(before, '»' | ')' | FILLED_IN);
        let begins_word = is_letter(after) || matches!(after, '«' | '¿' | '¡');
        let is_apart = match mark {
            ',' | ';' | '،' | '؛' => begins_word || (after == FILLED_IN && before != FILLED_IN),
            '!' | '؟' => begins_word,
            '.' | ':' => {
                let (left, right) = (chars.get(..=place)?, chars.get(place + 2..)?);
                let is_of_word = |c: &&char| c.is_alphanumeric();
                let is_long = left.iter().rev().take_while(is_of_word).count() >= SHORTEST_WORD
                    && right.iter().take_while(is_of_word).count() >= SHORTEST_WORD;
                // `cart.ftl` is a file; a sentence begins with a capital where there are any.
                let is_sentence = before.is_lowercase() && after.is_uppercase() && right.get(1)?.is_lowercase();
                is_letter(after) && is_long && (mark == ':' || is_arabic(after) || is_sentence)
            }
            _ => false,
        };
        if !(ends_word && is_apart) {
            return None;
        }
        // What is filled in stands otherwise in the file.
        let shown = Some(after).filter(|after| *after != FILLED_IN);
        Some((mark, [Some(before), Some(mark), shown].into_iter().flatten().collect()))
    })
}

/// The first space of another kind than the one on a keyboard, as word processors and Chinese keyboards put them in. One that
/// keeps a number and its unit in a line is of use.
pub fn foreign(pair: &Pair<'_>) -> Vec<Fault> {
    if !has_marks_at_words(pair.folder) {
        return Vec::new();
    }
    let chars: Vec<char> = pair.words.chars().collect();
    let is_of_number = |place: Option<usize>| {
        let there = place.and_then(|place| chars.get(place));
        there.is_some_and(|c| c.is_numeric() || *c == FILLED_IN)
    };
    let found = chars.iter().enumerate().find(|(place, c)| match c {
        '\u{3000}' => true,
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => {
            !is_of_number(place.checked_sub(1)) && !is_of_number(Some(place + 1))
        }
        _ => false,
    });
    found
        .map(|(_, c)| Fault::new(Kind::SpaceForeign).arg("code", code_of(*c)).at(*c))
        .into_iter()
        .collect()
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

    #[test]
    fn a_space_before_a_mark_is_told_whatever_the_mark_and_whatever_follows() {
        assert_eq!(told(doubled, "ug", "مال ,بۇ", "Goods, this"), ["space-mark ,"]);
        assert_eq!(told(doubled, "ug", "مال ؟بۇ", "Goods? This"), ["space-mark ؟"]);
        assert_eq!(told(doubled, "zh-Hans", "已加入 ,购物车", "Added"), ["space-mark ,"]);
        assert_eq!(told(doubled, "es", "aqui ,aunque", "here, though"), ["space-mark ,"]);
        assert_eq!(told(doubled, "es", "Volver 。", "Back."), ["space-mark 。"]);
        assert_eq!(told(doubled, "es", "Volver\u{A0}!", "Back!"), ["space-mark !"]);
        for text in ["de :name a .XLSX", "son 3 :)", "–5 .5 ,5"] {
            assert_eq!(told(doubled, "es", text, "Honey"), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_space_that_is_missing_behind_a_mark_is_told() {
        for (folder, text, mark) in [
            ("ug", "ياخشى،بۇ", "،"),
            ("ug", "ياخشى؟{ $a }،بۇ", "،"),
            ("ug", "كەلدى.ھازىر بار", "."),
            ("es", "Está,aunque no", ","),
            ("es", "Hola.Adiós", "."),
            ("es", "¡Hola!Adiós", "!"),
            ("es", "Precio:hoy", ":"),
            ("es", "Hola,{ $a }", ","),
        ] {
            assert_eq!(
                told(lacking, folder, text, "Hello { $a }"),
                [format!("space-after {mark}")],
                "{text}"
            );
        }
        for (folder, text) in [
            ("es", "1,000 y 1.5 a las 12:30, 3,5kg"),
            ("es", "https://a.org/b,c ana@mail.org cart.ftl C:\\Users"),
            ("es", "EE.UU., S.A., p.ej., Sr.García, a.C."),
            ("es", "{ $a },{ $b }: (lleva en,ug,es), Espa?a"),
            ("ug", "ش.ئۇ.ئا.ر، 12:30 دە، 1,000"),
            ("zh-Hans", "好，买"),
        ] {
            assert_eq!(told(lacking, folder, text, "Hello en,ug,es"), [""; 0], "{text}");
        }
    }

    #[test]
    fn spaces_of_other_programs_are_told_but_for_those_of_numbers() {
        assert_eq!(told(foreign, "ug", "بۇ\u{A0}مال", "This"), ["space-foreign U+00A0"]);
        assert_eq!(
            told(foreign, "zh-Hans", "好\u{3000}3", "This"),
            ["space-foreign U+3000"]
        );
        assert_eq!(told(foreign, "es", "una\u{202F}cosa", "This"), ["space-foreign U+202F"]);
        for text in ["5\u{A0}kg y { $a }\u{202F}g", "una cosa"] {
            assert_eq!(told(foreign, "es", text, "This"), [""; 0], "{text}");
        }
    }
}
