//! Weights, volumes, pieces, and prices per kilogram.

use domain::{Locale, Money, Quantity, Unit, Weight};

use super::{filled, grouped, last_digits, money, number, unit};
use crate::language::{get, place};
use crate::resolve::category;

/// `500 g`; from a kilogram up `1.5 kg`, to the gram. In Chinese `500克` and `1.5公斤`.
pub fn weight(locale: Locale, weight: Weight) -> String {
    scaled(locale, weight.grams(), place::GRAM)
}

/// What a line of the cart holds: `3 ud.`, `500 g`, `1,5 l`.
pub fn quantity(locale: Locale, quantity: Quantity, unit: Unit) -> String {
    let amount = quantity.amount();
    match unit {
        Unit::Gram => scaled(locale, amount, place::GRAM),
        Unit::Millilitre => scaled(locale, amount, place::MILLILITRE),
        Unit::Piece => {
            let letter = category(locale, amount, "");
            filled(form(get(locale, place::PIECE), letter), &number(locale, amount))
        }
    }
}

/// `¥45.00/كىلوگرام`, `¥45.00/公斤`, `45,00 CNY/kg`, for the price of one kilogram.
pub fn price_per_kg(locale: Locale, price: Money) -> String {
    price_per_grams(locale, price, 1000)
}

/// The price of `grams` grams as a shop sign says it: `…/公斤`, in Chinese `…/斤` for 500 g, else `…/250 g`.
pub fn price_per_grams(locale: Locale, price: Money, grams: i64) -> String {
    let amount;
    let per = match (grams, get(locale, place::HALF_KILOGRAM)) {
        (1000, _) => unit(get(locale, place::KILOGRAM)).0,
        (500, half) if !half.is_empty() => half,
        _ => {
            amount = weight(locale, Weight(grams));
            amount.as_str()
        }
    };
    [&money(locale, price), "/", per].concat()
}

/// Thousandths of the large unit as that unit from 1000 up, zeros at the end left away; its pattern stands behind that of the
/// small one.
fn scaled(locale: Locale, amount: i64, small: usize) -> String {
    let size = amount.unsigned_abs();
    if size < 1000 {
        return filled(get(locale, small), &number(locale, amount));
    }
    let sign = if amount < 0 { "-" } else { "" };
    let decimals = last_digits(size, 1000);
    let digits = grouped(locale, size / 1000, decimals.trim_end_matches('0'));
    filled(get(locale, small + 1), &[sign, &digits].concat())
}

/// Of forms such as `o# ud.;r# uds.` the one with this letter, else the last.
fn form(forms: &'static str, letter: &str) -> &'static str {
    let mut found = "";
    for form in forms.split(';') {
        found = form;
        if form.starts_with(letter) {
            break;
        }
    }
    found.get(1..).unwrap_or_default()
}
