//! Mends that cannot be wrong: what is put right here nobody can have meant otherwise. All else the check tells.

use std::collections::HashMap;

use l10n::check::{FOLDERS, other_marks, unspoilt};
use l10n::uyghur::standard_letters;

use crate::layout::{MARK, entries};
use crate::literals::{literals, replaced};

/// Marks no space stands before, also those a Latin keyboard has for them. Not those that are spoken of, or begin an ending.
const AT_THEIR_WORD: [(&str, &str); 3] = [("ug", "،؛؟!,;?"), ("zh-Hans", "，。；？！、,;?!"), ("es", ",?!")];

/// A file of the language in `folder` with its safe mends made: letters of neighbouring keyboards and of old fonts, marks of other
/// keyboards behind letters of the language, other digits in Uyghur, spaces of other programs, double ones and those before a
/// mark, tabs, the mark at the beginning, and what another program did to a whole file. Twice is the same as once.
pub fn fix(folder: &str, file: &str) -> String {
    let file = without_tabs(&unspoilt(file.strip_prefix(MARK).unwrap_or(file)));
    let mut changes = Vec::new();
    for entry in entries(&file).iter().filter(|entry| entry.is_whole) {
        for place in literals(&file, entry, true) {
            let words = &file[place.clone()];
            let mended = mend(folder, words, &file[..place.start], &file[place.end..]);
            if mended != words {
                changes.push((place, mended));
            }
        }
    }
    replaced(&file, changes)
}

/// A file in which texts have other names: of each pair the one it has, and the one it is to have. Attributes go with their texts.
pub fn renamed(file: &str, names: &[(&str, &str)]) -> String {
    let new: HashMap<&str, &str> = names.iter().copied().filter(|(name, _)| !name.contains('.')).collect();
    let mut changes = Vec::new();
    for entry in entries(file) {
        if let Some(name) = new.get(entry.id.as_str()) {
            let start = entry.lines.start;
            changes.push((start..start + entry.id.as_str().len(), (*name).to_owned()));
        }
    }
    replaced(file, changes)
}

/// To Fluent a line that begins with a tab is no part of a text.
fn without_tabs(file: &str) -> String {
    let mend = |line: &str| {
        let inner = line.trim_start_matches([' ', '\t']);
        let (before, is_blank) = (&line[..line.len() - inner.len()], inner.trim().is_empty());
        if before.contains('\t') && !is_blank {
            [&before.replace('\t', "    "), inner].concat()
        } else {
            line.to_owned()
        }
    };
    file.split_inclusive('\n').map(mend).collect()
}

/// Mends words that stand between these in their file.
fn mend(folder: &str, words: &str, before: &str, after: &str) -> String {
    let without_tabs = without_inner_tabs(words);
    let words = without_tabs.as_str();
    // Shapes of letters are read as Uyghur has them; in another language of this script they are other letters.
    let words = if FOLDERS.contains(&folder) {
        standard_letters(words, folder == "ug")
    } else {
        words.to_owned()
    };
    let words = if folder == "ug" {
        words.chars().map(own_digit).collect()
    } else {
        words
    };
    let words = own_spaces(folder, &words, before, after);
    let words = marks_at_words(folder, &words, before, after);
    let words = match folder {
        "ug" => with_marks(folder, &words, is_uyghur),
        "zh-Hans" => with_marks(folder, &words, is_han),
        "es" => with_marks(folder, &words, char::is_alphabetic),
        _ => words,
    };
    single_spaces(&words)
}

/// Within a text a tab is a sign that must not be shown.
fn without_inner_tabs(words: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(words.len()), words);
    while let Some((before, after)) = rest.split_once('\t') {
        out.push_str(before.trim_end_matches(' '));
        out.push(' ');
        rest = after.trim_start_matches([' ', '\t']);
    }
    out.push_str(rest);
    out
}

/// With the space of a keyboard for those that word processors and Chinese keyboards put in, but for one that keeps a number, or
/// what is filled in, and its unit in a line.
fn own_spaces(folder: &str, words: &str, before: &str, after: &str) -> String {
    if !AT_THEIR_WORD.iter().any(|(language, _)| *language == folder) {
        return words.to_owned();
    }
    let chars: Vec<char> = words.chars().collect();
    let is_of_number = |place: usize| {
        let is_behind = match place.checked_sub(1) {
            Some(place) => chars.get(place).is_some_and(|c| c.is_numeric()),
            None => before.ends_with('}'),
        };
        let is_before = match chars.get(place + 1) {
            Some(next) => next.is_numeric(),
            None => after.starts_with('{'),
        };
        is_behind || is_before
    };
    let own = |(place, c): (usize, &char)| match *c {
        '\u{3000}' => ' ',
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' if !is_of_number(place) => ' ',
        other => other,
    };
    chars.iter().enumerate().map(own).collect()
}

/// Uyghur is written with the digits of Latin letters.
fn own_digit(c: char) -> char {
    let first = match c {
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6F0}'..='\u{6F9}' => '\u{6F0}',
        _ => return c,
    };
    char::from_digit(u32::from(c) - u32::from(first), 10).unwrap_or(c)
}

/// Without spaces between a word, or what is filled in, and a mark behind which the word ends.
fn marks_at_words(folder: &str, words: &str, before: &str, after: &str) -> String {
    let own = AT_THEIR_WORD.iter().find(|(language, _)| *language == folder);
    let Some((_, marks)) = own else {
        return words.to_owned();
    };
    let is_behind_words = before.ends_with('}');
    let is_before_words = after.starts_with('{');
    let mut out = String::with_capacity(words.len());
    let mut letters = words.chars().peekable();
    while let Some(c) = letters.next() {
        let ends = letters.peek().map_or(!is_before_words, |next| next.is_whitespace());
        let word = out.trim_end_matches(' ').len();
        let is_at_word = if word == 0 {
            is_behind_words
        } else {
            !out[..word].ends_with('\n')
        };
        if ends && is_at_word && marks.contains(c) {
            out.truncate(word);
        }
        out.push(c);
    }
    out
}

/// With the marks of the language behind its letters. A bracket stays: the other one of the two may not be behind a letter.
fn with_marks(folder: &str, words: &str, is_own: fn(char) -> bool) -> String {
    let marks = other_marks(folder);
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        let is_behind_own = out.chars().next_back().is_some_and(is_own);
        let own = marks.iter().find(|(other, _)| *other == c && c != '(' && is_behind_own);
        out.push(own.map_or(c, |(_, own)| *own));
    }
    out
}

/// Spaces between words; those a line begins with may be of its place.
fn single_spaces(words: &str) -> String {
    let inner = words.trim_start_matches(' ');
    let mut out = words[..words.len() - inner.len()].to_owned();
    let end = inner.trim_end_matches([' ', '\r', '\n']).len();
    for c in inner[..end].chars() {
        if c != ' ' || !out.ends_with(' ') {
            out.push(c);
        }
    }
    out.push_str(&inner[end..]);
    out
}

fn is_uyghur(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64A}' | '\u{66E}'..='\u{6D5}' | '»')
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '」' | '”' | '）' | '》')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_what_cannot_be_meant_is_mended() {
        for (folder, file, mended) in [
            ("ug", "a-b = \u{647}ەسەل, قانداق?\n", "a-b = ھەسەل، قانداق؟\n"),
            ("ug", "a-b = ABC, 1,5 { $n }, x?\n", "a-b = ABC, 1,5 { $n }, x?\n"),
            ("zh-Hans", "a-b = 你好,3:30 开门!\n", "a-b = 你好，3:30 开门！\n"),
            (
                "es",
                "\u{FEFF}# a  b\na-b = uno  dos   { \"a  b\" }  tres\n",
                "# a  b\na-b = uno dos   { \"a  b\" }  tres\n",
            ),
            ("es", "a-b =\n\tuno\n\n\t dos\n", "a-b =\n    uno\n\n     dos\n"),
            (
                "es",
                "a-b = { $n ->\r\n    [one] a  b\r\n   *[other] c\r\n}\r\n",
                "a-b = { $n ->\r\n    [one] a b\r\n   *[other] c\r\n}\r\n",
            ),
            ("es", "a-b = { $n  x  y\n", "a-b = { $n  x  y\n"),
            // The check says of each that the text cannot be shown, or that it is not so written.
            (
                "es",
                "a-b = uno\tdos { $n } \t tres\t.\n",
                "a-b = uno dos { $n } tres .\n",
            ),
            ("es", "a-b = { $n }\t{ $m }\n", "a-b = { $n } { $m }\n"),
            (
                "es",
                "a-b = uno , dos  ? un .xlsx ; ,x { $n } ,\n",
                "a-b = uno, dos? un .xlsx ; ,x { $n },\n",
            ),
            ("es", "a-b = uno ,{ $n }\n    , dos\n", "a-b = uno ,{ $n }\n    , dos\n"),
            ("ug", "a-b = \u{663} \u{6F5}كىلو ؟ ئۇ , بۇ\n", "a-b = 3 5كىلو؟ ئۇ، بۇ\n"),
            ("zh-Hans", "a-b = 你好 ，再见 。\n", "a-b = 你好 ，再见。\n"),
            // Of other keyboards and programs.
            ("ug", "a-b = ياخشى، بۇ？ ھە。\n", "a-b = ياخشى، بۇ؟ ھە.\n"),
            ("zh-Hans", "a-b = 你好،\u{3000}再见؟\n", "a-b = 你好， 再见？\n"),
            ("es", "a-b = Hola，\u{A0}ya。 Más！\n", "a-b = Hola, ya. Más!\n"),
            (
                "es",
                "a-b = 5\u{A0}kg y { $n }\u{202F}g\n",
                "a-b = 5\u{A0}kg y { $n }\u{202F}g\n",
            ),
            // Persian writes it like this.
            (
                "fa",
                "a-b = \u{62E}\u{627}\u{646}\u{647}\u{200C}\u{647}\u{627}\n",
                "a-b = \u{62E}\u{627}\u{646}\u{647}\u{200C}\u{647}\u{627}\n",
            ),
        ] {
            assert_eq!(fix(folder, file), mended, "{file:?}");
        }
    }

    #[test]
    fn what_another_program_did_to_a_whole_file_is_undone() {
        let good: String = (1..6).map(|number| format!("a-b{number} = uno\n")).collect();
        for spoilt in [
            good.replace("a-b", "\ta-b"),
            good.replace("a-b", "- a-b"),
            good.replace(" =", ":"),
            good.lines().map(|line| format!("\"{line}\"\n")).collect(),
        ] {
            assert_eq!(fix("es", &spoilt), good, "{spoilt}");
            let marked = format!("{MARK}{spoilt}").replace('\n', "\r\n");
            assert_eq!(fix("es", &marked), good.replace('\n', "\r\n"), "{spoilt}");
        }
    }

    #[test]
    fn texts_get_other_names_and_nothing_else_of_the_file_changes() {
        let file = "# carro-a\ncarro-a = carro-a = { carro-b }\n    .label = x\n\ncarro-b =\n    carro-b\n";
        let names = [
            ("carro-a", "cart-a"),
            ("carro-a.label", "cart-a.label"),
            ("carro-c", "cart-c"),
        ];
        assert_eq!(renamed(file, &names), file.replace("\ncarro-a =", "\ncart-a ="));
        assert_eq!(renamed(file, &[]), file);
    }

    proptest! {
        #[test]
        fn twice_is_the_same_as_once(words in "[aب\u{647}\u{6CC}ا好, ?!\t]{0,12}", folder in "ug|zh-Hans|es") {
            let once = fix(&folder, &format!("a-b = x{words}y\n"));
            prop_assert_eq!(fix(&folder, &once), once);
        }
    }
}
