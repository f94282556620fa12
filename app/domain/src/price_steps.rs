//! Prices that fall with the amount: from 10 packs on 24.00 each, from 50 on 21.50.

use crate::amount::AmountError;
use crate::price::typed_price;
use crate::typed::is_dash;
use crate::{Currency, Money, QuantityError, SoldBy, Unit, parse_offer_price, parse_stock, plain_digits, typed_stock};
use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;

/// Most steps of an offer.
pub const MAX_STEPS: usize = 5;
/// Longest text that is read as steps, characters.
pub const MAX_STEPS_TEXT: usize = 200;
/// A price is at the most so many times that of its steps. Below that one is mistyped rather than meant: at 30.00, `10=2.40`
/// would sell ten for less than one.
pub const MOST_TIMES_CHEAPER: i64 = 2;

/// From an amount on, another price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PriceStep {
    /// The least amount, in the unit the offer is sold by.
    pub from: i64,
    /// What the offer's reference amount costs then, minor units of its currency.
    pub minor: i64,
}

impl PriceStep {
    /// No amount reaches it, and it is no lower than any price.
    const NONE: Self = Self {
        from: i64::MAX,
        minor: i64::MAX,
    };
}

/// Why something typed is not the steps of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum StepsError {
    #[error("not amounts and prices")]
    Unreadable,
    #[error("more steps than there may be")]
    TooMany,
    #[error("amounts that do not rise above the smallest one sold, or are not sold")]
    Amounts,
    #[error("an amount above the most that one can buy at once")]
    AboveMost,
    #[error("prices that do not fall below the offer's own")]
    Prices,
    #[error("a price below the offer's own by more than its half")]
    TooCheap,
}

/// The steps of an offer's price: amounts rise above the smallest one sold, prices fall below the offer's own. Without any,
/// every amount costs the same.
///
/// In the database and on its way to the browser it is a text, `10=2400;50=2150;`.
// A place for each, so that an offer's terms can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct PriceSteps([PriceStep; MAX_STEPS]);

impl PriceSteps {
    /// The same price for every amount.
    pub const NONE: Self = Self([PriceStep::NONE; MAX_STEPS]);

    /// Reads what [`Display`](fmt::Display) wrote; any other text has no steps.
    pub fn read(text: &str) -> Self {
        let mut steps = Self::NONE;
        let mut places = steps.0.iter_mut();
        let (mut from, mut number) = (0_i64, 0_i64);
        for byte in text.bytes() {
            match byte {
                b'0'..=b'9' => number = number.saturating_mul(10).saturating_add(i64::from(byte - b'0')),
                b'=' => from = std::mem::take(&mut number),
                // Nothing is given away, whatever the text says.
                b';' if from > 0 && number > 0 => {
                    let Some(place) = places.next() else { break };
                    *place = PriceStep {
                        from: std::mem::take(&mut from),
                        minor: std::mem::take(&mut number),
                    };
                }
                _ => return Self::NONE,
            }
        }
        steps
    }

    /// Reads what a cooperative typed for an offer of this `price`: `10=24.00; 50=21.50`, each on a line of its own if one
    /// likes. Nothing, or a dash alone, is no steps. A bare number counts what one counts stock by, as in [`parse_stock`].
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(sold_by: SoldBy, price: Money, field: &str) -> Result<Self, StepsError> {
        if field.chars().count() > MAX_STEPS_TEXT {
            return Err(StepsError::Unreadable);
        }
        let plain = plain_digits(field);
        let plain = plain.trim();
        let mut steps = Self::NONE;
        if plain.chars().all(is_dash) {
            return Ok(steps);
        }
        let mut places = steps.0.iter_mut();
        for part in plain.split([';', '؛', '\n']).filter(|part| !part.trim().is_empty()) {
            let place = places.next().ok_or(StepsError::TooMany)?;
            let (amount, minor) = part.split_once(['=', ':']).ok_or(StepsError::Unreadable)?;
            *place = PriceStep {
                from: parse_stock(amount.trim(), sold_by.unit).map_err(|error| match error {
                    AmountError::TooLarge => StepsError::AboveMost,
                    AmountError::NotANumber => StepsError::Unreadable,
                })?,
                minor: parse_offer_price(price.currency, minor)
                    .map_err(|_| StepsError::Unreadable)?
                    .minor,
            };
        }
        steps.check(sold_by, price)?;
        Ok(steps)
    }

    /// Whether these can be the steps of an offer that is sold like this and costs `price`.
    ///
    /// # Errors
    /// Of the amounts before the prices, what is wrong with the first that is: see [`check_amounts`](Self::check_amounts) and
    /// [`check_prices`](Self::check_prices).
    pub fn check(&self, sold_by: SoldBy, price: Money) -> Result<(), StepsError> {
        self.check_amounts(sold_by)?;
        self.check_prices(price)
    }

    /// Whether the amounts can be those of an offer that is sold like this.
    ///
    /// # Errors
    /// [`StepsError::Amounts`] or [`StepsError::AboveMost`].
    pub fn check_amounts(&self, sold_by: SoldBy) -> Result<(), StepsError> {
        let mut above = sold_by.min.max(1);
        for step in self.iter() {
            match sold_by.accept(step.from) {
                Ok(_) if step.from > above => {}
                Err(QuantityError::TooMuch { .. }) if step.from > above => return Err(StepsError::AboveMost),
                _ => return Err(StepsError::Amounts),
            }
            above = step.from;
        }
        Ok(())
    }

    /// Whether the prices can be those of an offer that costs `price`.
    ///
    /// # Errors
    /// [`StepsError::Prices`] or [`StepsError::TooCheap`].
    pub fn check_prices(&self, price: Money) -> Result<(), StepsError> {
        let mut below = price.minor;
        for step in self.iter() {
            if step.minor >= below || step.minor <= 0 {
                return Err(StepsError::Prices);
            }
            if step.minor.saturating_mul(MOST_TIMES_CHEAPER) < price.minor {
                return Err(StepsError::TooCheap);
            }
            below = step.minor;
        }
        Ok(())
    }

    /// Steps that an offer could have which is sold like this and costs `price`, as an example: about ten and fifty times the
    /// smallest amount where so much can be bought at once, a tenth and a fifth cheaper. None where only one amount is sold.
    pub fn example(sold_by: SoldBy, price: Money) -> Self {
        let (min, step) = (sold_by.min.max(1), sold_by.step.max(1));
        let most = sold_by.most_of(i64::MAX);
        // The largest amount sold that is not above this one.
        let sold = |amount: i64| sold_by.most_of(amount.clamp(min, most.max(min)));
        let first = sold(min.saturating_mul(10).min(most / 2)).max(min.saturating_add(step));
        let amounts = [first, sold(min.saturating_mul(50))];
        let minors = [9, 8].map(|tenths| price.minor / 10 * tenths);
        let mut steps = Self::NONE;
        for (place, (from, minor)) in steps.0.iter_mut().zip(amounts.into_iter().zip(minors)) {
            *place = PriceStep { from, minor };
        }
        // A size that is bought in two amounts has one step, one that costs next to nothing has none.
        if steps.check(sold_by, price).is_err() {
            steps.0[1] = PriceStep::NONE;
        }
        if steps.check(sold_by, price).is_err() {
            return Self::NONE;
        }
        steps
    }

    /// What an amount costs, minor units, when `minor` is the price without any step: the least that it reaches. Never more
    /// than `minor`, whatever an old program wrote beside the steps.
    pub fn minor_at(&self, minor: i64, amount: i64) -> i64 {
        let mut least = minor;
        for step in &self.0 {
            if step.from <= amount && step.minor < least {
                least = step.minor;
            }
        }
        least
    }

    /// The steps, by rising amounts.
    pub fn iter(&self) -> impl Iterator<Item = PriceStep> + use<> {
        self.0.into_iter().filter(|step| *step != PriceStep::NONE)
    }

    /// Whether every amount costs the same.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// The steps as one types them, in digits that [`parse`](Self::parse) reads as the same steps.
    pub fn typed(&self, unit: Unit, currency: Currency) -> String {
        let step = |step: PriceStep| {
            let price = typed_price(Money::new(step.minor, currency));
            format!("{}={price}", typed_stock(step.from, unit))
        };
        self.iter().map(step).collect::<Vec<_>>().join("; ")
    }
}

impl Default for PriceSteps {
    fn default() -> Self {
        Self::NONE
    }
}

impl fmt::Display for PriceSteps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.iter()
            .try_for_each(|step| write!(f, "{}={};", step.from, step.minor))
    }
}

impl From<String> for PriceSteps {
    fn from(text: String) -> Self {
        Self::read(&text)
    }
}

impl From<PriceSteps> for String {
    fn from(steps: PriceSteps) -> Self {
        steps.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACKS: SoldBy = SoldBy {
        unit: Unit::Piece,
        step: 1,
        min: 1,
        max: 99,
    };
    const LOOSE: SoldBy = SoldBy {
        unit: Unit::Gram,
        step: 100,
        min: 500,
        max: 50_000,
    };

    fn parse(sold_by: SoldBy, field: &str) -> Result<String, StepsError> {
        let price = Money::new(2_680, Currency::Cny);
        PriceSteps::parse(sold_by, price, field).map(|steps| steps.to_string())
    }

    #[test]
    fn steps_are_read_as_people_type_them() {
        for field in [
            "10=24.00; 50=21.50",
            "10=24;50=21,5;",
            "１０＝２４；５０＝２１．５",
            "١٠=٢٤؛ ٥٠=٢١٫٥٠",
            " 10: ¥24\n50: 21.50元\n",
        ] {
            assert_eq!(parse(PACKS, field).as_deref(), Ok("10=2400;50=2150;"), "{field:?}");
        }
        for field in [
            "5=24",
            "5 kg = 24",
            "5\u{a0}kg=24;",
            "5000 g=24",
            "5公斤=24",
            "5 كگ=24",
            "5000 گ=24",
        ] {
            assert_eq!(parse(LOOSE, field).as_deref(), Ok("5000=2400;"), "{field:?}");
        }
        for field in ["", " ", "-", "—"] {
            assert_eq!(parse(PACKS, field).as_deref(), Ok(""), "{field:?}");
        }
    }

    #[test]
    fn what_is_wrong_is_told_apart() {
        for (field, error) in [
            ("10", StepsError::Unreadable),
            ("10=", StepsError::Unreadable),
            ("=24", StepsError::Unreadable),
            ("ten=24", StepsError::Unreadable),
            ("10=0", StepsError::Unreadable),
            ("10=24 50=21", StepsError::Unreadable),
            ("2=26;3=25;4=24;5=23;6=22;7=21", StepsError::TooMany),
            ("1=24", StepsError::Amounts),
            ("10=24;10=23", StepsError::Amounts),
            ("50=24;10=23", StepsError::Amounts),
            ("100=24", StepsError::AboveMost),
            ("10=24;100=23", StepsError::AboveMost),
            ("99999999999999999999=24", StepsError::AboveMost),
            ("10=13.39", StepsError::TooCheap),
            ("10=2.40", StepsError::TooCheap),
            ("10=24;50=2.15", StepsError::TooCheap),
            ("10=26.80", StepsError::Prices),
            ("10=30", StepsError::Prices),
            ("10=24;50=24", StepsError::Prices),
            ("10=24;50=25", StepsError::Prices),
        ] {
            assert_eq!(parse(PACKS, field), Err(error), "{field:?}");
        }
        assert_eq!(parse(LOOSE, "0.55=24"), Err(StepsError::Amounts), "between two amounts");
        assert_eq!(parse(LOOSE, "0.5=24"), Err(StepsError::Amounts), "the smallest amount");
        assert_eq!(parse(LOOSE, "60=24"), Err(StepsError::AboveMost));
        assert_eq!(parse(PACKS, "10=13.40").as_deref(), Ok("10=1340;"), "half of the price");
        let long = format!("10=24{}", " ".repeat(MAX_STEPS_TEXT));
        assert_eq!(parse(PACKS, &long), Err(StepsError::Unreadable));
    }

    #[test]
    fn a_price_and_an_amount_are_checked_beside_the_steps_that_are_there() {
        let steps = PriceSteps::read("10=2400;50=2150;");
        for (minor, checked) in [
            (2_400, Err(StepsError::Prices)),
            (2_401, Ok(())),
            (4_300, Ok(())),
            (4_301, Err(StepsError::TooCheap)),
        ] {
            assert_eq!(steps.check_prices(Money::new(minor, Currency::Cny)), checked, "{minor}");
        }
        for (max, checked) in [(50, Ok(())), (49, Err(StepsError::AboveMost))] {
            assert_eq!(steps.check_amounts(SoldBy { max, ..PACKS }), checked, "{max}");
        }
        assert_eq!(PriceSteps::NONE.check(PACKS, Money::zero(Currency::Cny)), Ok(()));
    }

    #[test]
    fn an_example_can_be_typed_for_the_size_it_is_shown_for() {
        let example = |sold_by| {
            let price = Money::new(3_000, Currency::Cny);
            let steps = PriceSteps::example(sold_by, price);
            let typed = steps.typed(sold_by.unit, price.currency);
            assert_eq!(PriceSteps::parse(sold_by, price, &typed), Ok(steps), "{typed}");
            steps.to_string()
        };
        let packs = |max| example(SoldBy { max, ..PACKS });
        assert_eq!(packs(99), "10=2700;50=2400;");
        assert_eq!(packs(20), "10=2700;20=2400;");
        assert_eq!(packs(3), "2=2700;3=2400;");
        assert_eq!(packs(2), "2=2700;");
        assert_eq!(packs(1), "");
        assert_eq!(example(LOOSE), "5000=2700;25000=2400;");
        assert_eq!(example(SoldBy { max: 10_000, ..LOOSE }), "5000=2700;10000=2400;");
        let tight = SoldBy {
            step: 250,
            max: 900,
            ..LOOSE
        };
        assert_eq!(example(tight), "750=2700;");
        assert!(PriceSteps::example(PACKS, Money::new(1, Currency::Cny)).is_empty());
    }

    #[test]
    fn a_stored_text_that_makes_no_sense_has_no_steps() {
        for text in [
            "",
            "x",
            "10=2400",
            "10=2400;x",
            "0=1;",
            "10=0;",
            ";",
            "=;",
            "2400;",
            "-1=5;",
        ] {
            assert_eq!(PriceSteps::read(text), PriceSteps::NONE, "{text:?}");
        }
        let many = "1=9;2=8;3=7;4=6;5=5;6=4;";
        assert_eq!(PriceSteps::read(many).iter().count(), MAX_STEPS);
        assert_eq!(PriceSteps::read("99999999999999999999=1;").minor_at(7, i64::MAX - 1), 7);
    }

    #[test]
    fn a_price_never_rises_by_a_step() {
        let steps = PriceSteps::read("10=2400;50=2150;");
        for (amount, minor) in [
            (1, 2680),
            (9, 2680),
            (10, 2400),
            (49, 2400),
            (50, 2150),
            (i64::MAX, 2150),
        ] {
            assert_eq!(steps.minor_at(2680, amount), minor, "{amount}");
        }
        assert_eq!(
            steps.minor_at(2000, 50),
            2000,
            "a program without steps made it cheaper"
        );
        assert!(PriceSteps::NONE.is_empty() && !steps.is_empty());
    }
}
