//! How much of something one buys, and in which steps a cooperative sells it.

use crate::amount::{AmountError, parse_amount};
use crate::named::named_enum;
use serde::{Deserialize, Serialize};
use thiserror::Error;

named_enum! {
    /// What an amount counts.
    pub enum Unit {
        Piece = "piece",
        Gram = "g",
        Millilitre = "ml",
    }
}

/// An amount in the unit its offer is sold by; [`SoldBy`] is where one comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Quantity(pub i64);

impl Quantity {
    /// Pieces, grams or millilitres.
    pub const fn amount(self) -> i64 {
        self.0
    }
}

/// Why an amount cannot be bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum QuantityError {
    #[error("not an amount")]
    NotANumber,
    #[error("less than the smallest amount sold, {min}")]
    TooLittle { min: i64 },
    #[error("more than the largest amount sold, {max}")]
    TooMuch { max: i64 },
    #[error("not on a step of {step}")]
    OffStep { step: i64 },
}

/// In which amounts an offer is sold: from `min` to `max`, in steps counted from `min`, the way
/// `<input min max step>` counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SoldBy {
    pub unit: Unit,
    pub step: i64,
    pub min: i64,
    pub max: i64,
}

impl SoldBy {
    /// The quantity, if this amount is for sale.
    pub fn accept(&self, amount: i64) -> Result<Quantity, QuantityError> {
        // Rows a cooperative got wrong must neither sell "nothing" nor divide by zero.
        let min = self.min.max(1);
        let step = self.step.max(1);
        if amount < min {
            return Err(QuantityError::TooLittle { min });
        }
        if amount > self.max {
            return Err(QuantityError::TooMuch { max: self.max });
        }
        if (amount - min) % step != 0 {
            return Err(QuantityError::OffStep { step });
        }
        Ok(Quantity(amount))
    }

    /// The most that can be ordered of `available`: on a step, and less than the least when that is not there.
    pub fn most_of(&self, available: i64) -> i64 {
        let min = self.min.max(1);
        let limit = self.max.min(available);
        if limit < min {
            return limit.max(0);
        }
        limit - (limit - min) % self.step.max(1)
    }

    /// Whether of what is `free` so little is left that the cooperative should think of more: not enough for ten of the
    /// smallest purchases.
    pub fn is_running_out(&self, free: i64) -> bool {
        free < self.min.max(1).saturating_mul(10)
    }

    /// The quantity a form field holds, if it is for sale; what counts as an amount says [`parse_amount`].
    ///
    /// # Errors
    /// It is no amount, or not one that is sold.
    pub fn parse(&self, field: &str) -> Result<Quantity, QuantityError> {
        match parse_amount(field, self.unit) {
            Ok(amount) => self.accept(amount),
            Err(AmountError::NotANumber) => Err(QuantityError::NotANumber),
            Err(AmountError::TooLarge) => Err(QuantityError::TooMuch { max: self.max }),
        }
    }

    /// The next amount on a step above (`is_up`) or below `amount`, up to `most`. An amount between two steps goes to
    /// the nearer of them in that direction.
    pub fn step_from(&self, amount: i64, is_up: bool, most: i64) -> i64 {
        let (min, step) = (self.min.max(1), self.step.max(1));
        let most = self.most_of(most).max(min);
        if amount < min {
            return min;
        }
        let over = amount.saturating_sub(min) % step;
        let next = match (is_up, over) {
            (true, _) => amount.saturating_sub(over).saturating_add(step),
            (false, 0) => amount.saturating_sub(step),
            (false, _) => amount.saturating_sub(over),
        };
        next.clamp(min, most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BADAM: SoldBy = SoldBy {
        unit: Unit::Gram,
        step: 250,
        min: 500,
        max: 5000,
    };

    #[test]
    fn amounts_go_in_steps_from_the_smallest() {
        assert_eq!(BADAM.accept(500), Ok(Quantity(500)));
        assert_eq!(BADAM.accept(750), Ok(Quantity(750)));
        assert_eq!(BADAM.accept(5000), Ok(Quantity(5000)));
        assert_eq!(BADAM.accept(600), Err(QuantityError::OffStep { step: 250 }));
        assert_eq!(BADAM.accept(250), Err(QuantityError::TooLittle { min: 500 }));
        assert_eq!(BADAM.accept(5250), Err(QuantityError::TooMuch { max: 5000 }));

        let by_the_dozen_and_one = SoldBy {
            unit: Unit::Piece,
            step: 12,
            min: 1,
            max: 100,
        };
        assert_eq!(by_the_dozen_and_one.accept(13), Ok(Quantity(13)));
    }

    #[test]
    fn the_most_is_on_a_step_and_the_next_step_is_too_much() {
        assert_eq!(BADAM.most_of(1_700), 1_500);
        assert_eq!(BADAM.most_of(500), 500);
        assert_eq!(BADAM.most_of(499), 499, "less than the least: nothing can be ordered");
        assert_eq!(BADAM.most_of(-3), 0);
        assert_eq!(BADAM.most_of(i64::MAX), 5_000);
        for step in 0..=7 {
            for (min, max, available) in [(0, 9, 100), (1, 9, 8), (2, 50, 33), (3, 3, 3), (5, 4, 9)] {
                let rules = SoldBy {
                    step,
                    min,
                    max,
                    ..BADAM
                };
                let most = rules.most_of(available);
                let all: Vec<i64> = (0..=available).filter(|amount| rules.accept(*amount).is_ok()).collect();
                match all.last() {
                    Some(last) => assert_eq!(most, *last, "{rules:?} {available}"),
                    None => assert!(rules.accept(most).is_err(), "{rules:?} {available}"),
                }
            }
        }
    }

    #[test]
    fn an_amount_is_read_as_people_write_it_and_must_be_sold() {
        for field in ["750", " 750 ", "７５０", "٧٥٠", "750 g", "0.75kg", "0,75 公斤"] {
            assert_eq!(BADAM.parse(field), Ok(Quantity(750)), "{field:?}");
        }
        for field in ["", "+750", "-750", "750.0", "7e2", "0x2EE"] {
            assert_eq!(BADAM.parse(field), Err(QuantityError::NotANumber), "{field:?}");
        }
        assert_eq!(BADAM.parse("0.6 kg"), Err(QuantityError::OffStep { step: 250 }));
    }

    #[test]
    fn a_step_from_between_two_steps_lands_on_one() {
        for (amount, up, down) in [
            (500, 750, 500),
            (600, 750, 500),
            (750, 1000, 500),
            (4999, 5000, 4750),
            (0, 500, 500),
        ] {
            assert_eq!(BADAM.step_from(amount, true, i64::MAX), up, "{amount}");
            assert_eq!(BADAM.step_from(amount, false, i64::MAX), down, "{amount}");
        }
        assert_eq!(BADAM.step_from(1000, true, 1100), 1000, "no more is there");
        assert_eq!(BADAM.step_from(i64::MAX, true, i64::MAX), 5000);
    }

    #[test]
    fn digits_beyond_64_bits_are_too_much_rather_than_something_else() {
        let too_much = Err(QuantityError::TooMuch { max: 5000 });
        assert_eq!(BADAM.parse("9223372036854775808"), too_much);
        assert_eq!(BADAM.parse(&"9".repeat(400)), too_much);
    }

    #[test]
    fn a_row_that_makes_no_sense_sells_no_nothing_and_does_not_panic() {
        let broken = SoldBy {
            unit: Unit::Piece,
            step: 0,
            min: i64::MIN,
            max: i64::MAX,
        };
        assert_eq!(broken.accept(0), Err(QuantityError::TooLittle { min: 1 }));
        assert_eq!(broken.accept(i64::MIN), Err(QuantityError::TooLittle { min: 1 }));
        assert_eq!(broken.accept(i64::MAX), Ok(Quantity(i64::MAX)));
    }
}
