//! Weights, volumes, pieces, and prices per kilogram.

use domain::{Locale, Money, Quantity, Unit, Weight};

use super::{NO_BREAK, decimal_mark, grouped, money, number};

/// `500 g`; from a kilogram up `1.5 kg`, to the gram. In Chinese `500克` and `1.5公斤`.
pub fn weight(locale: Locale, weight: Weight) -> String {
    match locale {
        Locale::Ug => scaled(locale, weight.grams(), "گرام", "كىلوگرام"),
        Locale::Zh => scaled(locale, weight.grams(), "克", "公斤"),
        Locale::Es => scaled(locale, weight.grams(), "g", "kg"),
    }
}

/// What a line of the cart holds: `3 ud.`, `500 g`, `1,5 l`.
pub fn quantity(locale: Locale, quantity: Quantity, unit: Unit) -> String {
    let amount = quantity.amount();
    match (unit, locale) {
        (Unit::Gram, _) => weight(locale, Weight(amount)),
        (Unit::Millilitre, Locale::Ug) => scaled(locale, amount, "مىللىلىتېر", "لىتېر"),
        (Unit::Millilitre, Locale::Zh) => scaled(locale, amount, "毫升", "升"),
        (Unit::Millilitre, Locale::Es) => scaled(locale, amount, "ml", "l"),
        (Unit::Piece, Locale::Ug) => with_unit(locale, number(locale, amount), "دانە"),
        (Unit::Piece, Locale::Zh) => with_unit(locale, number(locale, amount), "件"),
        // The abbreviation has a plural of its own.
        (Unit::Piece, Locale::Es) => {
            with_unit(locale, number(locale, amount), if amount == 1 { "ud." } else { "uds." })
        }
    }
}

/// `¥45.00/كىلوگرام`, `¥45.00/公斤`, `45,00 CNY/kg`, for the price of one kilogram.
pub fn price_per_kg(locale: Locale, price: Money) -> String {
    price_per_grams(locale, price, 1000)
}

/// The price of `grams` grams as a shop sign says it: `…/公斤`, in Chinese `…/斤` for 500 g, else `…/250 g`.
pub fn price_per_grams(locale: Locale, price: Money, grams: i64) -> String {
    let per = match (grams, locale) {
        (1000, Locale::Ug) => "كىلوگرام".to_owned(),
        (1000, Locale::Zh) => "公斤".to_owned(),
        (1000, Locale::Es) => "kg".to_owned(),
        (500, Locale::Zh) => "斤".to_owned(),
        _ => weight(locale, Weight(grams)),
    };
    format!("{}/{per}", money(locale, price))
}

/// Thousandths of the large unit as that unit from 1000 up, zeros at the end left away.
fn scaled(locale: Locale, amount: i64, small: &str, large: &str) -> String {
    let size = amount.unsigned_abs();
    if size < 1000 {
        return with_unit(locale, number(locale, amount), small);
    }
    let sign = if amount < 0 { "-" } else { "" };
    let mut digits = format!("{sign}{}", grouped(locale, size / 1000));
    let decimals = format!("{:03}", size % 1000);
    let decimals = decimals.trim_end_matches('0');
    if !decimals.is_empty() {
        digits.push(decimal_mark(locale));
        digits.push_str(decimals);
    }
    with_unit(locale, digits, large)
}

fn with_unit(locale: Locale, digits: String, unit: &str) -> String {
    let space = if locale == Locale::Zh { "" } else { NO_BREAK };
    format!("{digits}{space}{unit}")
}
