//! Prices and totals.

use domain::{Currency, Locale, Money};

use super::{NO_BREAK, decimal_mark, grouped};

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
    let MoneyParts {
        sign,
        symbol,
        number,
        symbol_first,
    } = money_parts(locale, amount);
    if symbol_first {
        format!("{sign}{symbol}{number}")
    } else {
        format!("{sign}{number}{NO_BREAK}{symbol}")
    }
}

/// The pieces of [`money`].
pub fn money_parts(locale: Locale, amount: Money) -> MoneyParts {
    let digits = amount.currency.minor_digits();
    let base = 10_u64.pow(digits);
    let minor = amount.minor.unsigned_abs();
    let mut number = grouped(locale, minor / base);
    if digits > 0 {
        number.push(decimal_mark(locale));
        number.push_str(&format!("{:0width$}", minor % base, width = digits as usize));
    }
    MoneyParts {
        sign: if amount.minor < 0 { "-" } else { "" },
        symbol: symbol(locale, amount.currency),
        number,
        symbol_first: locale != Locale::Es,
    }
}

const fn symbol(locale: Locale, currency: Currency) -> &'static str {
    match (currency, locale) {
        (Currency::Cny, Locale::Ug | Locale::Zh) => "¥",
        (Currency::Cny, Locale::Es) => "CNY",
        (Currency::Eur, _) => "€",
        (Currency::Usd, Locale::Ug) => "$",
        (Currency::Usd, Locale::Zh | Locale::Es) => "US$",
    }
}
