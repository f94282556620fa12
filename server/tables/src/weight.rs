//! What a pack holds, in the units of other shops.

use domain::{TableColumn, plain_digits};

/// Of one unit: micrograms, whole for all four (the international pound is 453.59237 g).
const fn micrograms(unit: TableColumn) -> Option<i128> {
    match unit {
        TableColumn::Grams => Some(MICROGRAMS),
        TableColumn::Kilograms => Some(1_000_000_000),
        TableColumn::Pounds => Some(453_592_370),
        TableColumn::Ounces => Some(28_349_523),
        _ => None,
    }
}

/// In a gram.
const MICROGRAMS: i128 = 1_000_000;
/// The longest number that is looked at: no pack weighs more.
const MAX_DIGITS: usize = 12;

/// A plain decimal number of `unit` as whole grams, rounded; nothing for what is none, or nothing.
pub(crate) fn grams(number: &str, unit: TableColumn) -> Option<i64> {
    let unit = micrograms(unit)?;
    if number.is_ascii() {
        return grams_of(number.trim(), unit);
    }
    grams_of(plain_digits(number).trim(), unit)
}

fn grams_of(plain: &str, unit: i128) -> Option<i64> {
    let (whole, decimals) = plain.split_once(['.', ',', '٫']).unwrap_or((plain, ""));
    let length = whole.len() + decimals.len();
    if length == 0 || length > MAX_DIGITS {
        return None;
    }
    let mut digits: i64 = 0;
    for byte in whole.bytes().chain(decimals.bytes()) {
        if !byte.is_ascii_digit() {
            return None;
        }
        digits = digits * 10 + i64::from(byte - b'0');
    }
    let parts = 10_i64.pow(u32::try_from(decimals.len()).ok()?);
    let grams = if unit == MICROGRAMS {
        (digits * 2 + parts) / (parts * 2)
    } else {
        let parts = i128::from(parts) * MICROGRAMS;
        i64::try_from((i128::from(digits) * unit * 2 + parts) / (parts * 2)).ok()?
    };
    (grams > 0).then_some(grams)
}

/// A weight with a unit of pounds or ounces behind it, such as `1.5 lb`, as grams; other units are the shop's own.
pub(crate) fn imperial(text: &str) -> Option<i64> {
    // All their words have one of these.
    if !text.bytes().any(|byte| matches!(byte, b'b' | b'B' | b'z' | b'Z')) {
        return None;
    }
    let lower = plain_digits(text).trim().to_ascii_lowercase();
    let end = lower.find(|c: char| c.is_ascii_alphabetic())?;
    let (number, word) = lower.split_at(end);
    match word.trim() {
        "lb" | "lbs" | "libra" | "libras" => grams(number, TableColumn::Pounds),
        "oz" | "ozs" | "onza" | "onzas" => grams(number, TableColumn::Ounces),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_is_whole_grams() {
        assert_eq!(grams("500", TableColumn::Grams), Some(500));
        assert_eq!(grams("500.0", TableColumn::Grams), Some(500));
        assert_eq!(grams("0.5", TableColumn::Kilograms), Some(500));
        assert_eq!(grams("0,25", TableColumn::Kilograms), Some(250));
        assert_eq!(grams("1", TableColumn::Pounds), Some(454));
        assert_eq!(grams("2.2", TableColumn::Pounds), Some(998));
        assert_eq!(grams("8", TableColumn::Ounces), Some(227));
        assert_eq!(grams("٥٠٠", TableColumn::Grams), Some(500));
        for none in ["", "0", "0.0", "-1", "1e3", "a", "1.2.3", "9999999999999"] {
            assert_eq!(grams(none, TableColumn::Grams), None, "{none:?}");
        }
        assert_eq!(grams("5", TableColumn::Net), None);
    }

    #[test]
    fn pounds_and_ounces_may_stand_behind_the_number() {
        assert_eq!(imperial("1 lb"), Some(454));
        assert_eq!(imperial("8OZ"), Some(227));
        assert_eq!(imperial("500 g"), None);
        assert_eq!(imperial("large"), None);
    }
}
