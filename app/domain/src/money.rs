//! Amounts of money as whole minor units (fen, cents). No floats; every operation that could lose a
//! fen says so by an error. How an amount is written for a reader is `l10n`'s business.

use crate::named::named_enum;
use serde::{Deserialize, Serialize};
use thiserror::Error;

named_enum! {
    /// What an amount is counted in, by its ISO 4217 code.
    pub enum Currency {
        /// Chinese yuan; the minor unit is the fen.
        Cny = "CNY",
        Eur = "EUR",
        Usd = "USD",
    }
}

impl Currency {
    /// The ISO 4217 code, such as `CNY`.
    pub const fn code(self) -> &'static str {
        self.as_str()
    }

    /// How many decimal digits the minor unit stands for: 2 for fen and cents.
    pub const fn minor_digits(self) -> u32 {
        match self {
            Self::Cny | Self::Eur | Self::Usd => 2,
        }
    }
}

/// Why an amount could not be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum MoneyError {
    #[error("the amount does not fit")]
    Overflow,
    #[error("amounts in different currencies")]
    CurrencyMismatch,
    /// An amount was to be shared, but nobody has a share.
    #[error("nothing to share the amount by")]
    NoWeights,
    #[error("division by zero")]
    DivisionByZero,
    /// An offer is sold in one unit and priced in another that does not follow from it.
    #[error("the unit of sale has no price in the unit of pricing")]
    UnitMismatch,
}

/// An amount in minor units of a currency; negative for what is owed back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// Fen or cents.
    pub minor: i64,
    pub currency: Currency,
}

impl Money {
    /// `minor` fen or cents of `currency`.
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Nothing, in `currency`.
    pub const fn zero(currency: Currency) -> Self {
        Self::new(0, currency)
    }

    pub const fn is_zero(self) -> bool {
        self.minor == 0
    }

    /// The sum; refuses mixed currencies and overflow.
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        let minor = self.minor.checked_add(other.minor);
        Ok(Self {
            minor: minor.ok_or(MoneyError::Overflow)?,
            ..self
        })
    }

    /// The difference; refuses mixed currencies and overflow.
    pub fn checked_sub(self, other: Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        let minor = self.minor.checked_sub(other.minor);
        Ok(Self {
            minor: minor.ok_or(MoneyError::Overflow)?,
            ..self
        })
    }

    /// The amount `count` times; refuses overflow.
    pub fn times(self, count: i64) -> Result<Self, MoneyError> {
        let minor = self.minor.checked_mul(count).ok_or(MoneyError::Overflow)?;
        Ok(Self { minor, ..self })
    }

    /// The amount times `mul / div`, rounded once, half to even, to a whole minor unit.
    ///
    /// Refuses a zero `div`, and a result that does not fit.
    pub fn times_ratio(self, mul: i64, div: i64) -> Result<Self, MoneyError> {
        if div == 0 {
            return Err(MoneyError::DivisionByZero);
        }
        // i64 × i64 always fits i128, so nothing is lost before the one rounding.
        let exact = i128::from(self.minor) * i128::from(mul);
        let minor = divide_half_even(exact, i128::from(div));
        Ok(Self {
            minor: i64::try_from(minor).map_err(|_| MoneyError::Overflow)?,
            ..self
        })
    }

    /// Splits the amount in proportion to `weights`, one part each, so that the parts add up to it
    /// exactly. What rounding down leaves over goes, one minor unit each, to the parts that lost
    /// most (largest remainder, earlier parts first when equal).
    ///
    /// Refuses weights that are empty or all zero.
    pub fn allocate(self, weights: &[u64]) -> Result<Vec<Self>, MoneyError> {
        let total: u128 = weights.iter().copied().map(u128::from).sum();
        if total == 0 {
            return Err(MoneyError::NoWeights);
        }
        let amount = u128::from(self.minor.unsigned_abs());

        let mut parts = Vec::with_capacity(weights.len());
        let mut lost = Vec::with_capacity(weights.len());
        for &weight in weights {
            let exact = amount * u128::from(weight);
            parts.push(exact / total);
            lost.push(exact % total);
        }

        let left_over = amount - parts.iter().sum::<u128>();
        let mut by_loss: Vec<usize> = (0..weights.len()).collect();
        by_loss.sort_by_key(|&part| std::cmp::Reverse(lost[part]));
        for &part in by_loss.iter().zip(0..left_over).map(|(part, _)| part) {
            parts[part] += 1;
        }

        parts.into_iter().map(|part| self.with_size(part)).collect()
    }

    /// The sum of `amounts`, zero `currency` when there are none; refuses other currencies.
    pub fn sum(currency: Currency, amounts: impl IntoIterator<Item = Self>) -> Result<Self, MoneyError> {
        amounts.into_iter().try_fold(Self::zero(currency), Self::checked_add)
    }

    /// This amount's sign and currency with another size.
    fn with_size(self, size: u128) -> Result<Self, MoneyError> {
        let size = i128::try_from(size).map_err(|_| MoneyError::Overflow)?;
        let signed = if self.minor < 0 { -size } else { size };
        Ok(Self {
            minor: i64::try_from(signed).map_err(|_| MoneyError::Overflow)?,
            ..self
        })
    }

    fn same_currency(self, other: Self) -> Result<(), MoneyError> {
        if self.currency == other.currency {
            Ok(())
        } else {
            Err(MoneyError::CurrencyMismatch)
        }
    }
}

/// `dividend / divisor` to the nearest whole number, a half to the even one. `divisor` is not zero.
fn divide_half_even(dividend: i128, divisor: i128) -> i128 {
    let (dividend, divisor) = if divisor < 0 {
        (-dividend, -divisor)
    } else {
        (dividend, divisor)
    };
    let below = dividend.div_euclid(divisor);
    let rest = dividend.rem_euclid(divisor);
    match (2 * rest).cmp(&divisor) {
        std::cmp::Ordering::Less => below,
        std::cmp::Ordering::Greater => below + 1,
        std::cmp::Ordering::Equal => below + (below & 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn fen(minor: i64) -> Money {
        Money::new(minor, Currency::Cny)
    }

    fn fens<const N: usize>(minors: [i64; N]) -> Result<Vec<Money>, MoneyError> {
        Ok(minors.map(fen).to_vec())
    }

    #[test]
    fn yuan_and_euro_do_not_add_up() {
        let euro = Money::new(1, Currency::Eur);
        assert_eq!(fen(1).checked_add(euro), Err(MoneyError::CurrencyMismatch));
        assert_eq!(fen(1).checked_sub(euro), Err(MoneyError::CurrencyMismatch));
        assert_eq!(
            Money::sum(Currency::Cny, [fen(1), euro]),
            Err(MoneyError::CurrencyMismatch)
        );
    }

    #[test]
    fn an_amount_that_does_not_fit_is_refused_rather_than_wrapped() {
        assert_eq!(fen(i64::MAX).checked_add(fen(1)), Err(MoneyError::Overflow));
        assert_eq!(fen(i64::MIN).checked_sub(fen(1)), Err(MoneyError::Overflow));
        assert_eq!(fen(i64::MAX).times(2), Err(MoneyError::Overflow));
        assert_eq!(fen(i64::MAX).times_ratio(3, 2), Err(MoneyError::Overflow));
    }

    #[test]
    fn halves_round_to_the_even_fen() {
        let halves = [-5, -3, -1, 1, 3, 5].map(|minor| fen(minor).times_ratio(1, 2));
        assert_eq!(halves, [-2, -2, 0, 0, 2, 2].map(|minor| Ok(fen(minor))));
    }

    #[test]
    fn a_ratio_works_on_amounts_whose_product_needs_more_than_64_bits() {
        assert_eq!(fen(i64::MAX).times_ratio(i64::MAX, i64::MAX), Ok(fen(i64::MAX)));
        assert_eq!(fen(i64::MIN).times_ratio(i64::MIN, i64::MIN), Ok(fen(i64::MIN)));
        assert_eq!(fen(100).times_ratio(1, 0), Err(MoneyError::DivisionByZero));
    }

    #[test]
    fn the_fen_left_over_goes_to_the_first_that_lost_most() {
        assert_eq!(fen(100).allocate(&[1, 1, 1]), fens([34, 33, 33]));
        assert_eq!(fen(10).allocate(&[1, 3, 3]), fens([2, 4, 4]));
        assert_eq!(fen(-100).allocate(&[1, 1, 1]), fens([-34, -33, -33]));
    }

    #[test]
    fn who_has_no_share_gets_nothing() {
        assert_eq!(fen(101).allocate(&[0, 1, 1]), fens([0, 51, 50]));
        assert_eq!(fen(1).allocate(&[]), Err(MoneyError::NoWeights));
        assert_eq!(fen(1).allocate(&[0, 0]), Err(MoneyError::NoWeights));
    }

    #[test]
    fn the_largest_amount_is_shared_by_the_largest_weights() {
        let halves = fen(i64::MIN).allocate(&[u64::MAX, u64::MAX]);
        assert_eq!(halves, fens([i64::MIN / 2, i64::MIN / 2]));
        assert_eq!(fen(i64::MIN).allocate(&[u64::MAX]), fens([i64::MIN]));
    }
}
