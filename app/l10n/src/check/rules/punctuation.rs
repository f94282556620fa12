//! Marks as the language writes them.

use super::{FILLED_IN, Pair, is_arabic, is_han, is_space};
use crate::check::finding::{Fault, Kind};

/// Marks as other keyboards type them, and what Uyghur has for each.
const UYGHUR: [(char, char); 10] = [
    (',', '،'),
    (';', '؛'),
    ('?', '؟'),
    ('，', '،'),
    ('、', '،'),
    ('；', '؛'),
    ('：', ':'),
    ('？', '؟'),
    ('！', '!'),
    ('。', '.'),
];
/// The same for Chinese.
const CHINESE: [(char, char); 9] = [
    (',', '，'),
    (';', '；'),
    ('?', '？'),
    ('!', '！'),
    (':', '：'),
    ('(', '（'),
    ('،', '，'),
    ('؛', '；'),
    ('؟', '？'),
];
/// The same for Spanish.
const SPANISH: [(char, char); 10] = [
    ('،', ','),
    ('؛', ';'),
    ('؟', '?'),
    ('，', ','),
    ('、', ','),
    ('；', ';'),
    ('：', ':'),
    ('？', '?'),
    ('！', '!'),
    ('。', '.'),
];
/// What stands once at the end of words. Dots may be three, and several `?` may be letters that were lost.
const ONCE: &str = "!,;،؛؟！，；：？。、";

/// Marks as other keyboards type them, and those of the language in `folder`; none where that is not known.
pub fn other_marks(folder: &str) -> &'static [(char, char)] {
    match folder {
        "ug" => &UYGHUR,
        "zh-Hans" => &CHINESE,
        "es" => &SPANISH,
        _ => &[],
    }
}

/// Marks of another language, and in Spanish those that lack their pair.
pub fn marks(pair: &Pair<'_>) -> Vec<Fault> {
    match pair.folder {
        "ug" => uyghur(pair.words),
        "zh-Hans" => chinese(pair.words),
        "es" => spanish(pair.words),
        _ => Vec::new(),
    }
}

fn uyghur(words: &str) -> Vec<Fault> {
    let words = &own_words(words);
    let is_before = |c: char| is_arabic(c) || matches!(c, '»' | '\u{2069}' | FILLED_IN);
    let mut found = instead_of(words, &UYGHUR, is_before);
    let quote = words.chars().find(|c| matches!(c, '"' | '“' | '”'));
    if let Some(quote) = quote.filter(|_| words.contains(is_before)) {
        found.push(Fault::new(Kind::Quotes).at(quote));
    }
    found
}

/// Without stretches of another direction: a sign that is spoken of, an address. Their end stays, so that what stands before and
/// behind one is not side by side.
fn own_words(words: &str) -> String {
    let mut own = String::with_capacity(words.len());
    let mut depth = 0_usize;
    for c in words.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    own.push(c);
                }
            }
            _ if depth == 0 => own.push(c),
            _ => {}
        }
    }
    own
}

fn chinese(words: &str) -> Vec<Fault> {
    let is_before = |c: char| is_han(c) || matches!(c, '」' | '”' | '）' | FILLED_IN);
    let mut found = instead_of(words, &CHINESE, is_before);
    let end = words.lines().find_map(|line| {
        let chars: Vec<char> = line.chars().collect();
        let is_end = |place: usize| chars.get(place).is_none_or(|c| c.is_whitespace());
        chars.windows(2).enumerate().find_map(|(place, two)| match two {
            [before, '.'] if is_before(*before) && is_end(place + 2) => Some(*before),
            _ => None,
        })
    });
    if let Some(before) = end {
        let fault = Fault::new(Kind::MarkEnd).arg("mark", ".").arg("instead", "。");
        found.push(fault.at(format!("{before}.")));
    }
    found
}

fn spanish(words: &str) -> Vec<Fault> {
    let is_before = |c: char| c.is_alphabetic() || matches!(c, '»' | '”' | ')' | FILLED_IN);
    let mut found = instead_of(words, &SPANISH, is_before);
    let pairs = [('?', '¿'), ('!', '¡')].into_iter();
    let unlike = pairs.filter(|(closing, opening)| {
        // One of another keyboard is told as such.
        let is_closing = |c: &char| c == closing || SPANISH.iter().any(|(mark, own)| mark == c && own == closing);
        words.chars().filter(is_closing).count() != words.matches(*opening).count()
    });
    found.extend(unlike.map(|(closing, opening)| {
        let there = if words.contains(closing) { closing } else { opening };
        Fault::new(Kind::MarkPair)
            .arg("closing", closing)
            .arg("opening", opening)
            .at(there)
    }));
    found
}

/// The first of each mark that follows letters of the language, whose own mark is another one. A space between them is told
/// apart; a bracket has one.
fn instead_of(words: &str, marks: &[(char, char)], is_before: impl Fn(char) -> bool) -> Vec<Fault> {
    let first = |wanted: char| {
        let mut last: Option<(usize, char)> = None;
        for (at, c) in words.char_indices() {
            if let Some((from, before)) = last.filter(|_| c == wanted) {
                let is_apart = from + before.len_utf8() < at;
                if is_before(before) && !(is_apart && wanted == '(') {
                    return words.get(from..at + c.len_utf8());
                }
            }
            if !is_space(c) {
                last = Some((at, c));
            }
        }
        None
    };
    marks
        .iter()
        .filter_map(|(mark, instead)| {
            let letters = first(*mark)?;
            let fault = Fault::new(Kind::Mark).arg("mark", *mark).arg("instead", *instead);
            Some(fault.at(letters))
        })
        .collect()
}

/// Marks that stand several times in a row, where English has no such row; the first row of each.
pub fn repeated(pair: &Pair<'_>) -> Vec<Fault> {
    let Some((_, english)) = pair.english else {
        return Vec::new();
    };
    let mut found: Vec<(char, String)> = Vec::new();
    for word in pair.words.split_whitespace() {
        let chars: Vec<char> = word.chars().collect();
        let mut from = 0;
        for row in chars.chunk_by(|one, next| one == next) {
            let (start, end) = (from, from + row.len());
            from = end;
            let [mark, _, ..] = row else { continue };
            // `a..b` and `../a` are no words of a language.
            let is_stop = *mark == '.' && row.len() == 2 && end == chars.len() && start > 0;
            if !(is_stop || ONCE.contains(*mark)) || found.iter().any(|(told, _)| told == mark) {
                continue;
            }
            let letters: String = row.iter().collect();
            if !english.contains(&letters) {
                found.push((*mark, letters));
            }
        }
    }
    let found = found.into_iter();
    found
        .map(|(mark, letters)| Fault::new(Kind::MarkTwice).arg("mark", mark).at(letters))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use super::*;

    #[test]
    fn marks_of_other_languages_are_told_all() {
        assert_eq!(
            told(marks, "ug", "سالام, { $a }? \"سۆز\"", "Hello"),
            ["mark , ،", "mark ? ؟", "quotes"]
        );
        assert_eq!(told(marks, "ug", "سالام، «سۆز»؛ { $a }؟", "Hello"), [""; 0]);
        assert_eq!(told(marks, "ug", "بىر \u{2066}\"\u{2069} كەم", "Hello"), [""; 0]);
        assert_eq!(
            told(marks, "zh-Hans", "{ $a }, 你好! 买.", "Hello"),
            ["mark , ，", "mark ! ！", "mark-end . 。"]
        );
        assert_eq!(told(marks, "zh-Hans", "价格：{ $a }（约 3.5 kg）。", "Hello"), [""; 0]);
        assert_eq!(told(marks, "es", "¿Uno? Dos?", "Hello"), ["mark-pair ? ¿"]);
        assert_eq!(told(marks, "es", "¿Uno? ¡Dos!", "Hello"), [""; 0]);
    }

    #[test]
    fn a_space_before_a_mark_of_another_language_does_not_hide_it() {
        assert_eq!(told(marks, "ug", "مال ,بۇ", "Goods, this"), ["mark , ،"]);
        assert_eq!(told(marks, "ug", "ياخشى\u{A0}，", "Good"), ["mark ， ،"]);
        for (text, told_of) in [("ياخشى。", "mark 。 ."), ("ياخشى？", "mark ？ ؟")] {
            assert_eq!(told(marks, "ug", text, "Good"), [told_of]);
        }
        assert_eq!(told(marks, "zh-Hans", "已加入 ,购物车", "Added"), ["mark , ，"]);
        assert_eq!(told(marks, "zh-Hans", "已加入. 购物车，؟", "Added"), ["mark-end . 。"]);
        assert_eq!(told(marks, "zh-Hans", "购物车؟", "Cart?"), ["mark ؟ ？"]);
        assert_eq!(told(marks, "es", "Volver 。", "Back."), ["mark 。 ."]);
        assert_eq!(told(marks, "es", "¿Ya？", "Now?"), ["mark ？ ?"], "it has its pair");
        for (folder, text) in [
            ("ug", "1,000 ۋە 1.5، 12:30 دە"),
            ("ug", "\u{2066}{ $a }, b\u{2069} ۋە \u{2066},\u{2069} ئارىسى"),
            ("zh-Hans", "共 1,000 个，3.5 kg (约 12:30)。"),
            ("zh-Hans", "加载中..."),
            ("es", "1,000 y 1.5 a las 12:30: (a. C.)"),
        ] {
            assert_eq!(told(marks, folder, text, "Hello"), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_mark_that_stands_several_times_is_told_once() {
        assert_eq!(told(repeated, "ug", "ياخشى!! بەك ياخشى!!!", "Good"), ["mark-twice !"]);
        assert_eq!(
            told(repeated, "zh-Hans", "已加入。。购物车，，", "Added"),
            ["mark-twice 。", "mark-twice ，"]
        );
        assert_eq!(told(repeated, "es", "Volver..", "Back"), ["mark-twice ."]);
        for text in ["Cargando... ya", "de 1..5", "ve a ../a", "¿Ya?!", "a::b", "!"] {
            assert_eq!(told(repeated, "es", text, "Hello"), [""; 0], "{text}");
        }
        assert_eq!(told(repeated, "es", "¡¡Ya!!", "Now!!"), [""; 0]);
    }
}
