//! Prices and totals.

use domain::{Currency, Locale, Money};

use super::{around, grouped, last_digits, unit};
use crate::language::{get, place};

/// An amount taken apart, for a view that prints the sign of the currency smaller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoneyParts {
    /// `-` or nothing; comes first of all.
    pub sign: &'static str,
    /// `¥`, `€`, `CNY` …
    pub symbol: &'static str,
    /// The digits with all their decimals.
    pub number: String,
    /// Whether the symbol stands before the number; after it, a no-break space parts the two.
    pub symbol_first: bool,
}

/// `¥1,234.50` in Uyghur and Chinese, `1234,50 CNY` in Spanish, where ¥ would be read as yen.
pub fn money(locale: Locale, amount: Money) -> String {
    let (before, behind) = around(pattern(locale, amount.currency));
    [sign(amount), before, &digits(locale, amount), behind].concat()
}

/// The pieces of [`money`].
pub fn money_parts(locale: Locale, amount: Money) -> MoneyParts {
    let (symbol, symbol_first) = unit(pattern(locale, amount.currency));
    MoneyParts {
        sign: sign(amount),
        symbol,
        number: digits(locale, amount),
        symbol_first,
    }
}

const fn sign(amount: Money) -> &'static str {
    if amount.minor < 0 { "-" } else { "" }
}

/// The amount without its sign.
fn digits(locale: Locale, amount: Money) -> String {
    let base = 10_u64.pow(amount.currency.minor_digits());
    let minor = amount.minor.unsigned_abs();
    grouped(locale, minor / base, &last_digits(minor, base))
}

fn pattern(locale: Locale, currency: Currency) -> &'static str {
    let place = match currency {
        Currency::Cny => place::CNY,
        Currency::Eur => place::EUR,
        Currency::Usd => place::USD,
    };
    get(locale, place)
}
