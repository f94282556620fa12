//! Prices as a cooperative types them into a form.

use crate::{Currency, Money, typed};
use thiserror::Error;

/// Text that is not a price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PriceError {
    #[error("no price given")]
    Required,
    #[error("not an amount with at most the currency's decimals")]
    Invalid,
}

/// Reads `12.50`, `12,5` or `12` as an amount of `currency`; digits may be full-width or Arabic.
///
/// Point and comma both part the decimals, as people in the three languages type either; thousands
/// are not grouped, since `1.500` would then be read in two ways. No sign: a price is never negative.
pub fn parse_price(currency: Currency, field: &str) -> Result<Money, PriceError> {
    let plain: String = typed::plain(field).filter(|c| !c.is_whitespace()).collect();
    if plain.is_empty() {
        return Err(PriceError::Required);
    }
    let (whole, decimals) = plain.split_once(['.', ',', '٫', '。', '،']).unwrap_or((&plain, ""));
    let places = currency.minor_digits() as usize;
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(decimals) || decimals.len() > places {
        return Err(PriceError::Invalid);
    }
    let minor = format!("{whole}{decimals:0<places$}")
        .parse()
        .map_err(|_| PriceError::Invalid)?;
    Ok(Money::new(minor, currency))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yuan(field: &str) -> Result<i64, PriceError> {
        parse_price(Currency::Cny, field).map(|price| price.minor)
    }

    #[test]
    fn point_and_comma_both_part_the_decimals() {
        for field in [
            "12.50",
            "12,50",
            "12.5",
            " 12,5 ",
            "１２．５０",
            "12،5",
            "١٢٫٥٠",
            "\u{2066}12.5\u{2069}",
        ] {
            assert_eq!(yuan(field), Ok(1250), "{field:?}");
        }
        assert_eq!(yuan("12"), Ok(1200));
        assert_eq!(yuan("0.05"), Ok(5));
    }

    #[test]
    fn what_could_be_read_in_two_ways_is_refused() {
        for field in [
            "1.500", "1,500.00", "12.505", "-1", "+1", ".5", "¥12", "12 yuan", "1.2.3", "abc",
        ] {
            assert_eq!(yuan(field), Err(PriceError::Invalid), "{field:?}");
        }
        assert_eq!(yuan("   "), Err(PriceError::Required));
        assert_eq!(yuan("92233720368547758.08"), Err(PriceError::Invalid), "beyond 64 bits");
    }
}
