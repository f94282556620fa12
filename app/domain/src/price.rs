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
    /// An amount beyond what is counted anywhere.
    #[error("more than can be counted")]
    TooLarge,
}

/// Highest price of an offer, minor units: a typing mistake beyond it is more likely than a sale.
pub const MAX_PRICE: i64 = 10_000_000;
/// Highest price that can be asked for, minor units.
pub const MAX_LIMIT: i64 = 100_000_000;

/// What people write before or behind an amount of yuan, in small letters.
const YUAN: [&str; 8] = ["¥", "￥", "元", "圆", "يۈەن", "yuanes", "yuan", "cny"];

/// Reads `12.50`, `12,5`, `¥12`, `12元` or `1,234.50` as an amount of `currency`; digits may be full-width or Arabic.
///
/// Point and comma both part the decimals, as people in the three languages type either. Thousands are taken where they
/// cannot be anything else: `1.500` could be read in two ways, and is refused. No sign: a price is never negative.
pub fn parse_price(currency: Currency, field: &str) -> Result<Money, PriceError> {
    let plain: String = typed::plain(field)
        .filter(|c| !c.is_whitespace())
        .map(|c| c.to_ascii_lowercase())
        .collect();
    if plain.is_empty() {
        return Err(PriceError::Required);
    }
    let number = match currency {
        Currency::Cny => without_yuan(&plain),
        Currency::Eur | Currency::Usd => &plain,
    };
    let (whole, decimals) = parts(number).ok_or(PriceError::Invalid)?;
    let places = currency.minor_digits() as usize;
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_number(&whole) || !is_number(decimals) || decimals.len() > places {
        return Err(PriceError::Invalid);
    }
    let minor = format!("{whole}{decimals:0<places$}")
        .parse()
        .map_err(|_| PriceError::TooLarge)?;
    Ok(Money::new(minor, currency))
}

/// Reads a limit for prices, as whoever looks for goods types one: [`parse_price`], of at most [`MAX_LIMIT`]; three digits
/// behind a mark are thousands (`1,500`, `1.500`), as there are no thousandths of a yuan. A price to be sold at is not guessed
/// like that; a limit is shown as it was understood.
pub fn parse_price_limit(currency: Currency, field: &str) -> Result<Money, PriceError> {
    let price = match parse_price(currency, field) {
        Err(PriceError::Invalid) => parse_price(currency, &without_thousands_mark(field)),
        read => read,
    }
    .map_err(as_invalid)?;
    if (0..=MAX_LIMIT).contains(&price.minor) {
        Ok(price)
    } else {
        Err(PriceError::Invalid)
    }
}

/// `1,500元` and `1.500 ¥` as `1500元` and `1500 ¥`; anything else as it is.
fn without_thousands_mark(field: &str) -> String {
    let plain: String = typed::plain(field).collect();
    let Some((before, behind)) = plain.split_once(['.', ',', '،', '٫']) else {
        return plain;
    };
    let first = before
        .chars()
        .rev()
        .take_while(char::is_ascii_digit)
        .collect::<String>();
    let digits = behind.chars().take_while(char::is_ascii_digit).count();
    let is_thousands = (1..=3).contains(&first.len()) && !first.ends_with('0') && digits == 3;
    if is_thousands && !behind.contains(['.', ',', '،', '٫']) {
        [before, behind].concat()
    } else {
        plain
    }
}

/// Reads the price of an offer: [`parse_price`], of at least one minor unit and at most [`MAX_PRICE`].
pub fn parse_offer_price(currency: Currency, field: &str) -> Result<Money, PriceError> {
    let price = parse_price(currency, field).map_err(as_invalid)?;
    if (1..=MAX_PRICE).contains(&price.minor) {
        Ok(price)
    } else {
        Err(PriceError::Invalid)
    }
}

/// Where an amount has a bound of its own, one beyond all bounds is wrong in no other way.
const fn as_invalid(error: PriceError) -> PriceError {
    match error {
        PriceError::TooLarge => PriceError::Invalid,
        error => error,
    }
}

/// A price as one types it: digits and a point, in every language. Of no use for what is below zero.
pub fn typed_price(price: Money) -> String {
    let places = price.currency.minor_digits();
    let base = 10_i64.pow(places);
    if places == 0 {
        return price.minor.to_string();
    }
    let (whole, rest) = (price.minor / base, price.minor % base);
    format!("{whole}.{rest:0width$}", width = places as usize)
}

fn without_yuan(plain: &str) -> &str {
    let before = YUAN.iter().find_map(|word| plain.strip_prefix(word)).unwrap_or(plain);
    YUAN.iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before)
}

/// The digits before and behind the decimal mark.
fn parts(number: &str) -> Option<(String, &str)> {
    let is_mark = |c: char| matches!(c, '.' | ',' | '٫' | '٬' | '。' | '،' | '\'' | '’');
    let marks: Vec<char> = number.chars().filter(|c| is_mark(*c)).collect();
    let are_alike = |marks: &[char]| marks.windows(2).all(|pair| pair[0] == pair[1]);
    let thousands = |groups: &str| {
        let groups: Vec<&str> = groups.split(is_mark).collect();
        let (first, rest) = groups.split_first()?;
        let is_grouped = (1..=3).contains(&first.len()) && !first.starts_with('0') && rest.iter().all(|g| g.len() == 3);
        is_grouped.then(|| groups.concat())
    };
    let last = marks.last().copied();
    match (marks.len(), last) {
        (_, None) => Some((number.to_owned(), "")),
        (1, Some('٬' | '\'' | '’')) => Some((thousands(number)?, "")),
        (1, Some(mark)) => number
            .split_once(mark)
            .map(|(whole, decimals)| (whole.to_owned(), decimals)),
        _ if are_alike(&marks) => Some((thousands(number)?, "")),
        (count, Some(mark)) if are_alike(&marks[..count - 1]) && mark != marks[0] => {
            let (whole, decimals) = number.rsplit_once(mark)?;
            let is_filled = !decimals.is_empty();
            is_filled.then_some(())?;
            Some((thousands(whole)?, decimals))
        }
        _ => None,
    }
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
    fn people_write_the_currency_and_thousands() {
        for field in [
            "¥1234.50",
            "￥１２３４．５０",
            "1234.5元",
            "1,234.50 يۈەن",
            "1.234,50 yuanes",
            "CNY 1 234,5",
            "1'234.50",
            "١٬٢٣٤٫٥٠",
        ] {
            assert_eq!(yuan(field), Ok(123_450), "{field:?}");
        }
        assert_eq!(yuan("¥1,234,567"), Ok(123_456_700));
        assert_eq!(parse_price(Currency::Eur, "¥5"), Err(PriceError::Invalid));
    }

    #[test]
    fn an_offer_is_not_given_away_nor_sold_for_a_fortune() {
        let price = |field| parse_offer_price(Currency::Cny, field).map(|price| price.minor);
        assert_eq!(price("0.01"), Ok(1));
        assert_eq!(price("100000"), Ok(MAX_PRICE));
        for field in ["0", "100000.01"] {
            assert_eq!(price(field), Err(PriceError::Invalid), "{field}");
        }
    }

    #[test]
    fn a_limit_is_read_with_its_thousands() {
        let limit = |field| parse_price_limit(Currency::Cny, field).map(|price| price.minor);
        for field in [
            "1,500",
            "1.500",
            "١٬٥٠٠",
            "１，５００",
            "¥1,500",
            "1,500元",
            "1.500 يۈەن",
            "1500",
            "1 500",
        ] {
            assert_eq!(limit(field), Ok(150_000), "{field:?}");
        }
        assert_eq!(limit("12,50"), Ok(1250));
        assert_eq!(limit("۵۰元"), Ok(5000));
        assert_eq!(limit("1,000,000"), Ok(MAX_LIMIT));
        for field in ["abc", "0,500", "1234,500", "1,5000", "1,500.5.1", "-5", "1000001"] {
            assert_eq!(limit(field), Err(PriceError::Invalid), "{field:?}");
        }
        assert_eq!(limit(" "), Err(PriceError::Required));
    }

    #[test]
    fn what_could_be_read_in_two_ways_is_refused() {
        for field in [
            "1.500",
            "1,500",
            "12.505",
            "-1",
            "+1",
            ".5",
            "¥",
            "元",
            "-¥5",
            "$12",
            "1.2.3",
            "1,50.00",
            "0,500.00",
            "1,234.",
            "1,234.5.6",
            "abc",
        ] {
            assert_eq!(yuan(field), Err(PriceError::Invalid), "{field:?}");
        }
        assert_eq!(yuan("   "), Err(PriceError::Required));
        assert_eq!(
            yuan("92233720368547758.08"),
            Err(PriceError::TooLarge),
            "beyond 64 bits"
        );
        assert_eq!(yuan("92233720368547758.07"), Ok(i64::MAX));
        for read in [
            parse_offer_price(Currency::Cny, "92233720368547758.08"),
            parse_price_limit(Currency::Cny, "92233720368547758.08"),
        ] {
            assert_eq!(read, Err(PriceError::Invalid), "they have a bound of their own");
        }
    }
}
