//! A clerk's shift at a station: the cash it begins with, what is taken and given back, what goes to the Centre, and the
//! count at its end. Amounts are minor units.

use thiserror::Error;

use crate::named::named_enum;
use crate::typed::plain;
use crate::{Currency, EntryKind, MoneyError, PriceError, parse_price};

named_enum! {
    /// Whether a shift still runs.
    pub enum ShiftState {
        Open = "open",
        /// Counted, and never changed again.
        Closed = "closed",
    }
}

named_enum! {
    /// What happens to the cash of a shift besides what buyers pay and get back.
    pub enum ShiftMoveKind {
        /// It went to the Centre.
        HandedOver = "handed_over",
        /// The count was wrong by so much: what was there in truth, less what was said.
        Correction = "correction",
    }
}

named_enum! {
    /// Which stations the Centre looks at.
    pub enum ShiftFilter {
        /// Those with an open shift.
        Open = "open",
        /// Those where a count was another sum than it should have been.
        Difference = "difference",
        /// Those where parcels lie too long.
        Late = "late",
    }
}

/// Notes and coins of the yuan in fen, the largest first.
pub const CASH_PIECES: [i64; 8] = [10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10];
/// The most of one kind that is counted.
const MOST_PIECES: i64 = 10_000;
/// The most that a drawer holds, minor units: a digit too many is more likely.
pub const MAX_CASH: i64 = 100_000_000;

/// Why something is no count of cash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CountError {
    #[error("nothing was counted")]
    Missing,
    /// The number of these pieces cannot be read.
    #[error("not a number of pieces of {0}")]
    Piece(i64),
    #[error("the sum is no amount")]
    Sum,
    /// A sum was typed, and the pieces come to another one.
    #[error("the sum is not that of the pieces")]
    Differs,
    #[error("more than a drawer holds")]
    TooMuch,
}

/// The cash that was counted, as a sum, by its pieces (their value in fen, and how many were typed), or as both, which must agree
/// then. Digits may be of any script; a field that is empty says nothing.
///
/// # Errors
/// [`CountError`].
pub fn count_cash<'t>(pieces: impl IntoIterator<Item = (i64, &'t str)>, sum: &str) -> Result<i64, CountError> {
    let mut counted = None;
    for (value, typed) in pieces {
        let digits: String = plain(typed).filter(|c| !c.is_whitespace()).collect();
        if digits.is_empty() {
            continue;
        }
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
        let number: i64 = digits.parse().map_err(|_| CountError::Piece(value))?;
        if !is_number || number > MOST_PIECES {
            return Err(CountError::Piece(value));
        }
        counted = Some(counted.unwrap_or(0) + number * value);
    }
    let sum = match parse_price(Currency::Cny, sum) {
        Ok(sum) => Some(sum.minor),
        Err(PriceError::Required) => None,
        Err(PriceError::Invalid) => return Err(CountError::Sum),
        Err(PriceError::TooLarge) => return Err(CountError::TooMuch),
    };
    let all = match (counted, sum) {
        (None, None) => return Err(CountError::Missing),
        (Some(pieces), Some(sum)) if pieces != sum => return Err(CountError::Differs),
        (Some(all), _) | (None, Some(all)) => all,
    };
    if all > MAX_CASH {
        return Err(CountError::TooMuch);
    }
    Ok(all)
}

/// Whether a clerk has to say why they begin with `counted`, who left `carried` in this drawer before.
pub fn float_needs_reason(carried: Option<i64>, counted: i64) -> bool {
    carried.is_some_and(|carried| carried != counted)
}

/// Sums of a shift.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drawer {
    /// It began with so much.
    pub float: i64,
    /// Buyers paid it; less where that was undone.
    pub taken: i64,
    /// Buyers got it back.
    pub given_back: i64,
    /// It went to the Centre.
    pub handed_over: i64,
}

/// Why a shift cannot be closed like this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CloseError {
    #[error("more stays in the drawer than was counted")]
    LeftTooMuch,
    #[error("a difference without a reason")]
    ReasonMissing,
    #[error(transparent)]
    Money(#[from] MoneyError),
}

/// The end of a shift.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closing {
    /// What the rows say.
    pub expected: i64,
    /// What was there.
    pub counted: i64,
    /// What stays in the drawer.
    pub left: i64,
    /// What goes to the Centre now.
    pub handed_over: i64,
}

impl Closing {
    /// By how much more was there than should have been; less than nothing when something is missing.
    pub const fn difference(self) -> i64 {
        self.counted.saturating_sub(self.expected)
    }
}

impl Drawer {
    /// A shift that begins with so much.
    pub const fn starting_with(float: i64) -> Self {
        Self {
            float,
            taken: 0,
            given_back: 0,
            handed_over: 0,
        }
    }

    /// With one entry more, or a sum of them. What was due, or is to go back one day, moves no cash.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`].
    pub fn with_entry(mut self, kind: EntryKind, amount: i64) -> Result<Self, MoneyError> {
        let sum = match kind {
            EntryKind::Received => &mut self.taken,
            EntryKind::GivenBack => &mut self.given_back,
            EntryKind::Due | EntryKind::ToGiveBack | EntryKind::WrittenOff => return Ok(self),
        };
        *sum = sum.checked_add(amount).ok_or(MoneyError::Overflow)?;
        Ok(self)
    }

    /// With so much more that went to the Centre.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`].
    pub fn with_handed_over(mut self, amount: i64) -> Result<Self, MoneyError> {
        self.handed_over = self.handed_over.checked_add(amount).ok_or(MoneyError::Overflow)?;
        Ok(self)
    }

    /// What should be there now. Less than nothing only where a payment was undone whose cash is gone already.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`].
    pub fn expected(self) -> Result<i64, MoneyError> {
        let sum = self.float.checked_add(self.taken);
        let sum = sum.and_then(|sum| sum.checked_sub(self.given_back));
        let sum = sum.and_then(|sum| sum.checked_sub(self.handed_over));
        sum.ok_or(MoneyError::Overflow)
    }

    /// Ends it with a count, of which `left` stays in the drawer.
    ///
    /// # Errors
    /// [`CloseError`].
    pub fn close(self, counted: i64, left: i64, has_reason: bool) -> Result<Closing, CloseError> {
        let expected = self.expected()?;
        if left > counted {
            return Err(CloseError::LeftTooMuch);
        }
        if counted != expected && !has_reason {
            return Err(CloseError::ReasonMissing);
        }
        Ok(Closing {
            expected,
            counted,
            left,
            handed_over: counted.checked_sub(left).ok_or(MoneyError::Overflow)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cash_is_counted_as_a_sum_or_by_its_pieces() {
        let pieces = |typed: [&'static str; 2]| [(10_000, typed[0]), (50, typed[1])];
        assert_eq!(count_cash(pieces(["", ""]), "350.5"), Ok(35_050));
        assert_eq!(count_cash(pieces(["٣", "１"]), ""), Ok(30_050), "digits of any script");
        assert_eq!(count_cash(pieces(["3", " 1 "]), "٣٠٠٫٥"), Ok(30_050), "both agree");
        assert_eq!(count_cash(pieces(["0", ""]), ""), Ok(0), "an empty drawer");
        assert_eq!(count_cash(pieces(["", ""]), "0"), Ok(0));
        assert_eq!(count_cash(pieces(["3", "1"]), "300"), Err(CountError::Differs));
        assert_eq!(count_cash(pieces(["", " "]), " "), Err(CountError::Missing));
        for wrong in ["-1", "+1", "1.5", "abc", "10001", "99999999999999999999"] {
            assert_eq!(
                count_cash(pieces(["1", wrong]), ""),
                Err(CountError::Piece(50)),
                "{wrong}"
            );
        }
        assert_eq!(count_cash(pieces(["", ""]), "1.234"), Err(CountError::Sum));
        assert_eq!(count_cash(pieces(["10000", ""]), ""), Ok(MAX_CASH));
        assert_eq!(count_cash(pieces(["10000", "1"]), ""), Err(CountError::TooMuch));
        for sum in ["1000000.01", "99999999999999999999"] {
            assert_eq!(count_cash(pieces(["", ""]), sum), Err(CountError::TooMuch), "{sum}");
        }
    }

    #[test]
    fn another_float_than_was_left_needs_a_reason() {
        assert!(!float_needs_reason(None, 500), "nobody left anything");
        assert!(!float_needs_reason(Some(500), 500));
        assert!(float_needs_reason(Some(500), 400));
        assert!(float_needs_reason(Some(0), 1));
    }

    #[test]
    fn a_difference_needs_a_reason_and_nothing_stays_that_is_not_there() {
        let drawer = Drawer::starting_with(1_000);
        let drawer = drawer.with_entry(EntryKind::Received, 500);
        let drawer = drawer.and_then(|drawer| drawer.with_entry(EntryKind::Due, 99));
        let drawer = drawer.unwrap_or_default();
        assert_eq!(drawer.expected(), Ok(1_500));
        assert_eq!(drawer.close(1_400, 0, false), Err(CloseError::ReasonMissing));
        assert_eq!(drawer.close(1_500, 1_501, true), Err(CloseError::LeftTooMuch));
        let closing = drawer.close(1_400, 400, true);
        assert_eq!(
            closing.map(|closing| (closing.difference(), closing.handed_over)),
            Ok((-100, 1_000))
        );
        assert!(drawer.close(1_500, 1_500, false).is_ok());
    }
}
