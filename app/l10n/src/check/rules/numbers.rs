//! Figures that a translation lost.

use super::Pair;
use crate::check::finding::{Fault, Kind};

/// Each number of two figures or more in the English words that the translation does not have. Smaller ones are often a word.
pub fn lost(pair: &Pair<'_>) -> Vec<Fault> {
    let Some((_, english)) = pair.english else {
        return Vec::new();
    };
    // Chinese counts in ten thousands: 50 million is 5000 of them.
    if pair.words.contains(['万', '亿']) {
        return Vec::new();
    }
    let own = numbers(pair.words);
    let mut told = Vec::new();
    for number in numbers(english) {
        if number.len() >= 2 && !own.contains(&number) && !told.contains(&number) {
            told.push(number);
        }
    }
    told.into_iter()
        .map(|number| Fault::new(Kind::NumberLost).arg("number", number))
        .collect()
}

/// Runs of figures; what groups thousands is left out: `10,000` and `10 000` are one number.
fn numbers(words: &str) -> Vec<String> {
    let chars: Vec<char> = words.chars().collect();
    let mut numbers = Vec::new();
    let mut number = String::new();
    for (place, &c) in chars.iter().enumerate() {
        if c.is_ascii_digit() {
            number.push(c);
            continue;
        }
        let next = chars.get(place + 1).is_some_and(char::is_ascii_digit);
        let groups = matches!(c, ',' | '.' | '\u{A0}' | '\u{202F}' | '\u{2009}' | ' ');
        let is_group = groups && next && !number.is_empty() && is_three(&chars, place + 1);
        if !is_group && !number.is_empty() {
            numbers.push(std::mem::take(&mut number));
        }
    }
    if !number.is_empty() {
        numbers.push(number);
    }
    numbers
}

/// Whether exactly three figures stand from there on.
fn is_three(chars: &[char], from: usize) -> bool {
    let figures = chars.iter().skip(from).take_while(|c| c.is_ascii_digit()).count();
    figures == 3
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use super::*;

    #[test]
    fn a_number_that_is_gone_is_told() {
        assert_eq!(
            told(lost, "zh-Hans", "十五分钟内付款", "Pay within 15 minutes"),
            ["number-lost 15"]
        );
        assert_eq!(told(lost, "zh-Hans", "15 分钟内付款", "Pay within 15 minutes"), [""; 0]);
        assert_eq!(told(lost, "zh-Hans", "5000 万像素", "50 megapixels"), [""; 0]);
        assert_eq!(told(lost, "es", "Hasta 10.000 filas", "Up to 10,000 rows"), [""; 0]);
        assert_eq!(
            told(lost, "es", "Hasta 1.000 filas", "Up to 10,000 rows"),
            ["number-lost 10000"]
        );
        assert_eq!(told(lost, "es", "Un paso", "Step 1"), [""; 0]);
    }
}
