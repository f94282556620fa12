//! Marks as the language writes them.

use super::{FILLED_IN, Pair, is_arabic, is_han};
use crate::check::finding::{Fault, Kind};

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
    let is_before = |c: char| is_arabic(c) || matches!(c, '»' | FILLED_IN);
    let mut found: Vec<Fault> = [(',', "،"), (';', "؛"), ('?', "؟")]
        .into_iter()
        .filter_map(|(mark, instead)| instead_of(words, mark, instead, is_before))
        .collect();
    let quote = words.chars().find(|c| matches!(c, '"' | '“' | '”'));
    if let Some(quote) = quote.filter(|_| words.contains(is_before)) {
        found.push(Fault::new(Kind::Quotes).at(quote));
    }
    found
}

/// Without stretches of another direction: a sign that is spoken of, an address.
fn own_words(words: &str) -> String {
    let mut own = String::with_capacity(words.len());
    let mut depth = 0_usize;
    for c in words.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => own.push(c),
            _ => {}
        }
    }
    own
}

fn chinese(words: &str) -> Vec<Fault> {
    let is_before = |c: char| is_han(c) || matches!(c, '」' | '”' | '）' | FILLED_IN);
    let marks = [
        (',', "，"),
        (';', "；"),
        ('?', "？"),
        ('!', "！"),
        (':', "："),
        ('(', "（"),
    ];
    let mut found: Vec<Fault> = marks
        .into_iter()
        .filter_map(|(mark, instead)| instead_of(words, mark, instead, is_before))
        .collect();
    let end = words.lines().find_map(|line| {
        let before = line.strip_suffix('.')?.chars().next_back()?;
        is_before(before).then_some(before)
    });
    if let Some(before) = end {
        let fault = Fault::new(Kind::MarkEnd).arg("mark", ".").arg("instead", "。");
        found.push(fault.at(format!("{before}.")));
    }
    found
}

fn spanish(words: &str) -> Vec<Fault> {
    let pairs = [('?', '¿'), ('!', '¡')].into_iter();
    pairs
        .filter(|(closing, opening)| words.matches(*closing).count() != words.matches(*opening).count())
        .map(|(closing, opening)| {
            let there = if words.contains(closing) { closing } else { opening };
            Fault::new(Kind::MarkPair)
                .arg("closing", closing)
                .arg("opening", opening)
                .at(there)
        })
        .collect()
}

/// A mark that follows letters of the language, whose own mark is another one.
fn instead_of(words: &str, mark: char, instead: &str, is_before: impl Fn(char) -> bool) -> Option<Fault> {
    let mut pairs = words.chars().zip(words.chars().skip(1));
    let (before, _) = pairs.find(|(before, after)| *after == mark && is_before(*before))?;
    let fault = Fault::new(Kind::Mark).arg("mark", mark).arg("instead", instead);
    Some(fault.at(format!("{before}{mark}")))
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
}
