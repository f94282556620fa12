//! Amounts of goods as people type them: the one reading that forms, server and islands share.

use crate::{Unit, typed};
use thiserror::Error;

/// Text that is not an amount of the unit asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AmountError {
    #[error("not a whole amount of the unit")]
    NotANumber,
    #[error("larger than any amount")]
    TooLarge,
}

/// Units as they are written behind a number, with what one of them holds of the unit an offer is sold in.
const GRAMS: [(&str, i64); 19] = [
    ("g", 1),
    ("gr", 1),
    ("gramo", 1),
    ("gramos", 1),
    ("克", 1),
    ("گرام", 1),
    ("گ", 1),
    ("kg", 1000),
    ("kilo", 1000),
    ("kilos", 1000),
    ("kilogramo", 1000),
    ("kilogramos", 1000),
    ("公斤", 1000),
    ("千克", 1000),
    ("كىلوگرام", 1000),
    ("كىلو", 1000),
    ("كگ", 1000),
    ("斤", 500),
    ("جىڭ", 500),
];
const MILLILITRES: [(&str, i64); 10] = [
    ("ml", 1),
    ("毫升", 1),
    ("مىللىلىتېر", 1),
    // As it is also written.
    ("مىللىلىتىر", 1),
    ("l", 1000),
    ("litro", 1000),
    ("litros", 1000),
    ("升", 1000),
    ("لىتېر", 1000),
    ("لىتىر", 1000),
];
const PIECES: [(&str, i64); 11] = [
    ("ud", 1),
    ("ud.", 1),
    ("uds", 1),
    ("uds.", 1),
    ("件", 1),
    ("个", 1),
    ("袋", 1),
    ("盒", 1),
    ("瓶", 1),
    ("دانە", 1),
    ("x", 1),
];

/// Reads `500`, `1,000`, `1.5 kg`, `1公斤`, `٥٠٠ گرام` or `２` as a whole amount of `unit`.
///
/// Digits may be full-width, Arabic-Indic or Persian; point, comma and their Arabic forms are told apart by what they
/// part: three digits behind each are thousands, unless a larger unit follows (`0.500 kg`), for which people write decimals.
/// A sign, an exponent, or a part of a gram or piece is no amount.
///
/// # Errors
/// The text is none, or does not fit.
pub fn parse_amount(field: &str, unit: Unit) -> Result<i64, AmountError> {
    let plain: String = typed::plain(field).map(|c| c.to_ascii_lowercase()).collect();
    let plain = plain.trim();
    let end = plain
        .find(|c: char| !(c.is_ascii_digit() || is_mark(c)))
        .unwrap_or(plain.len());
    let (number, word) = plain.split_at(end);
    let factor = factor(word.trim(), unit).ok_or(AmountError::NotANumber)?;
    let (digits, decimals) = digits(number.trim(), factor > 1).ok_or(AmountError::NotANumber)?;
    let mut value: i64 = 0;
    for digit in digits.bytes() {
        value = value
            .checked_mul(10)
            .and_then(|value| value.checked_add(i64::from(digit - b'0')))
            .ok_or(AmountError::TooLarge)?;
    }
    let value = value.checked_mul(factor).ok_or(AmountError::TooLarge)?;
    let parts = 10_i64.checked_pow(decimals).ok_or(AmountError::NotANumber)?;
    if value % parts == 0 {
        Ok(value / parts)
    } else {
        Err(AmountError::NotANumber)
    }
}

/// What may stand between the digits of one number.
const fn is_mark(c: char) -> bool {
    matches!(
        c,
        '.' | ',' | '،' | '٫' | '٬' | '。' | '\'' | ' ' | '\u{A0}' | '\u{202F}'
    )
}

fn factor(word: &str, unit: Unit) -> Option<i64> {
    if word.is_empty() {
        return Some(1);
    }
    let words: &[(&str, i64)] = match unit {
        Unit::Gram => &GRAMS,
        Unit::Millilitre => &MILLILITRES,
        Unit::Piece => &PIECES,
    };
    words
        .iter()
        .find(|(known, _)| *known == word)
        .map(|(_, factor)| *factor)
}

/// The digits of a number without its marks, and how many of them are decimals.
fn digits(number: &str, takes_decimals: bool) -> Option<(String, u32)> {
    let mut groups = number.split(is_mark);
    let first = groups.next().filter(|first| !first.is_empty())?;
    let rest: Vec<&str> = groups.collect();
    let marks: Vec<char> = number.chars().filter(|c| is_mark(*c)).collect();
    let all: String = number.chars().filter(char::is_ascii_digit).collect();
    let Some((last, before)) = rest.split_last() else {
        return Some((all, 0));
    };
    let same = |marks: &[char]| marks.windows(2).all(|pair| pair[0] == pair[1]);
    let are_thousands =
        |groups: &[&str]| first.len() <= 3 && !first.starts_with('0') && groups.iter().all(|g| g.len() == 3);
    let is_decimal_mark = matches!(marks.last(), Some('.' | ',' | '،' | '٫' | '。'));
    if takes_decimals
        && is_decimal_mark
        && !last.is_empty()
        && are_decimals(&marks)
        && (before.is_empty() || are_thousands(before))
    {
        return Some((all, u32::try_from(last.len()).ok()?));
    }
    (same(&marks) && are_thousands(&rest)).then_some((all, 0))
}

/// Whether the last mark stands once, behind others that are alike: `1.234,5`, but not `1,234,500`.
fn are_decimals(marks: &[char]) -> bool {
    match marks.split_last() {
        Some((last, before)) => before.iter().all(|mark| mark != last && Some(mark) == before.first()),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRONG: Result<i64, AmountError> = Err(AmountError::NotANumber);

    fn grams(field: &str) -> Result<i64, AmountError> {
        parse_amount(field, Unit::Gram)
    }

    #[test]
    fn every_keyboard_writes_the_same_thousand() {
        for field in [
            "1000",
            "1,000",
            "1.000",
            "1 000",
            "1'000",
            "１０００",
            "１，０００",
            "١٠٠٠",
            "١٬٠٠٠",
            "۱۰۰۰",
            "1kg",
            "1 KG",
            "1公斤",
            "1 كىلوگرام",
            "1 كگ",
            "1000 گ",
            "1.0 kg",
            "1,000 kg",
            "2斤",
            "1000 g",
            "1000克",
            "\u{2068}1000\u{2069} گرام",
            " 1000 ",
            "1000\u{A0}g",
        ] {
            assert_eq!(grams(field), Ok(1000), "{field:?}");
        }
    }

    #[test]
    fn parts_of_a_kilogram_are_whole_grams() {
        assert_eq!(grams("0.5 kg"), Ok(500));
        assert_eq!(grams("0,5kg"), Ok(500));
        assert_eq!(grams("٠٫٥ كىلو"), Ok(500));
        assert_eq!(grams("1.25公斤"), Ok(1250));
        assert_eq!(grams("0.500 kg"), Ok(500));
        assert_eq!(grams("1,234.5 kg"), Ok(1_234_500));
        assert_eq!(grams("1.234,5 kg"), Ok(1_234_500));
        assert_eq!(grams("1.5斤"), Ok(750));
        assert_eq!(grams("0.0005 kg"), WRONG);
        assert_eq!(parse_amount("1.5 l", Unit::Millilitre), Ok(1500));
    }

    #[test]
    fn pieces_are_counted_whole() {
        for field in ["3", "３", "٣", "۳", "3件", "3 uds.", "3 دانە", "3袋"] {
            assert_eq!(parse_amount(field, Unit::Piece), Ok(3), "{field:?}");
        }
        for field in ["2.5", "2,5", "1.50", "3 kg", "1 1", "12 34"] {
            assert_eq!(parse_amount(field, Unit::Piece), WRONG, "{field:?}");
        }
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for field in [
            "",
            " ",
            "-1",
            "+1",
            "1e3",
            "0x10",
            "NaN",
            ".5",
            "5.",
            "1..5",
            "1,00",
            "1,0000",
            "0,500",
            "1,000.5",
            "1.2.3",
            "1,000 000",
            "kg",
            "500 kgs",
            "1-2",
            "½",
        ] {
            assert_eq!(grams(field), WRONG, "{field:?}");
        }
        assert_eq!(grams("0"), Ok(0));
        assert_eq!(grams("9223372036854775808"), Err(AmountError::TooLarge));
        assert_eq!(grams("9223372036854775807 kg"), Err(AmountError::TooLarge));
    }
}
