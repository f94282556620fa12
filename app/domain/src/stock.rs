//! What is there of an offer: how a cooperative counts it, and why it changes without an order.

use crate::amount::{AmountError, parse_amount};
use crate::named::named_enum;
use crate::{Unit, typed};
use thiserror::Error;

/// Most that can be there of an offer, in its unit: more is a typing mistake.
pub const MAX_STOCK: i64 = 1_000_000_000;

named_enum! {
    /// Why the amount on hand changed, other than by an order.
    pub enum StockReason {
        /// It came in.
        Harvest = "harvest",
        /// It went on the market, to a neighbour, into another shop.
        SoldElsewhere = "sold-elsewhere",
        Spoiled = "spoiled",
        /// Somebody counted, and this is what is there.
        Counted = "counted",
        /// It is sent once more to a buyer who said that something was wrong.
        SentAgain = "sent-again",
    }
}

/// Why an amount does not fit the reason it is given for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum StockError {
    #[error("nothing at all")]
    Nothing,
    #[error("more than there is, {on_hand}")]
    NotThere { on_hand: i64 },
    #[error("more than can be there, {max}")]
    TooMuch { max: i64 },
}

impl StockReason {
    /// Whether a member gives it for a movement; the others follow from an answer to a buyer.
    pub const fn is_given(self) -> bool {
        !matches!(self, Self::SentAgain)
    }

    /// What is on hand after `amount` came in, went or was counted, where `on_hand` was before.
    ///
    /// # Errors
    /// When so much cannot come or go.
    pub fn after(self, on_hand: i64, amount: i64) -> Result<i64, StockError> {
        let after = match self {
            Self::Counted => amount,
            _ if amount <= 0 => return Err(StockError::Nothing),
            Self::Harvest => on_hand.saturating_add(amount),
            Self::SoldElsewhere | Self::Spoiled | Self::SentAgain if amount > on_hand => {
                return Err(StockError::NotThere { on_hand });
            }
            Self::SoldElsewhere | Self::Spoiled | Self::SentAgain => on_hand - amount,
        };
        if after > MAX_STOCK {
            return Err(StockError::TooMuch { max: MAX_STOCK });
        }
        if after < 0 {
            return Err(StockError::Nothing);
        }
        Ok(after)
    }
}

/// Reads an amount in store as [`parse_amount`] does, but a bare number counts what people count by: pieces, kilograms,
/// litres. `1,500` could be both one and a half and fifteen hundred of them, and is refused.
///
/// # Errors
/// The text is no amount, or does not fit.
pub fn parse_stock(field: &str, unit: Unit) -> Result<i64, AmountError> {
    let plain: String = typed::plain(field).collect();
    let plain = plain.trim();
    if !plain.ends_with(|c: char| c.is_ascii_digit()) {
        return parse_amount(field, unit);
    }
    match unit {
        Unit::Piece => parse_amount(plain, unit),
        _ if could_be_thousands(plain) => Err(AmountError::NotANumber),
        Unit::Gram => parse_amount(&format!("{plain} kg"), unit),
        Unit::Millilitre => parse_amount(&format!("{plain} l"), unit),
    }
}

/// An amount in store as one types it, in digits that [`parse_stock`] reads as the same amount.
pub fn typed_stock(amount: i64, unit: Unit) -> String {
    let large = match unit {
        Unit::Piece => return amount.to_string(),
        Unit::Gram => "kg",
        Unit::Millilitre => "l",
    };
    let decimals = format!("{:03}", amount % 1000);
    let decimals = decimals.trim_end_matches('0');
    let number = match decimals {
        "" => (amount / 1000).to_string(),
        decimals => format!("{}.{decimals}", amount / 1000),
    };
    if could_be_thousands(&number) {
        format!("{number} {large}")
    } else {
        number
    }
}

/// [`typed_stock`] with the unit it counts behind it, where that is not pieces: `5 kg`.
pub fn typed_amount(amount: i64, unit: Unit) -> String {
    let number = typed_stock(amount, unit);
    let word = match unit {
        Unit::Piece => return number,
        Unit::Gram => " kg",
        Unit::Millilitre => " l",
    };
    if number.ends_with(word) { number } else { number + word }
}

/// Whether it is one group of three digits behind others, with a mark that parts both thousands and decimals.
fn could_be_thousands(number: &str) -> bool {
    let Some((whole, rest)) = number.split_once(['.', ',', '٫', '،', '。']) else {
        return false;
    };
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&whole.len()) && !whole.starts_with('0') && rest.len() == 3 && is_digits(whole) && is_digits(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_goes_and_is_counted_leaves_what_is_there() {
        use StockReason::{Counted, Harvest, SoldElsewhere, Spoiled};
        assert_eq!(Harvest.after(40, 20), Ok(60));
        assert_eq!(SoldElsewhere.after(40, 40), Ok(0));
        assert_eq!(Spoiled.after(40, 3), Ok(37));
        assert_eq!(Counted.after(40, 41), Ok(41));
        assert_eq!(Counted.after(40, 0), Ok(0));
        assert_eq!(Spoiled.after(2, 3), Err(StockError::NotThere { on_hand: 2 }));
        for reason in [Harvest, SoldElsewhere, Spoiled] {
            for amount in [0, -1, i64::MIN] {
                assert_eq!(reason.after(40, amount), Err(StockError::Nothing), "{reason} {amount}");
            }
        }
        assert_eq!(Counted.after(40, -1), Err(StockError::Nothing));
        for amount in [MAX_STOCK, i64::MAX] {
            assert_eq!(Harvest.after(1, amount), Err(StockError::TooMuch { max: MAX_STOCK }));
        }
    }

    #[test]
    fn what_is_sent_once_more_is_no_reason_that_a_member_gives() {
        assert_eq!(StockReason::SentAgain.after(4, 2), Ok(2));
        assert!(!StockReason::SentAgain.is_given());
        assert_eq!(
            StockReason::ALL.into_iter().filter(|reason| reason.is_given()).count(),
            4
        );
    }

    #[test]
    fn a_bare_number_counts_kilograms_of_what_is_weighed() {
        for field in ["20", "٢٠", "20 kg", "20公斤", "20 كىلوگرام", "20000 g", "20.0", "40斤"] {
            assert_eq!(parse_stock(field, Unit::Gram), Ok(20_000), "{field:?}");
        }
        assert_eq!(parse_stock("0,5", Unit::Gram), Ok(500));
        assert_eq!(parse_stock("0.500", Unit::Gram), Ok(500));
        assert_eq!(parse_stock("1,000,000", Unit::Gram), Ok(1_000_000_000));
        assert_eq!(parse_stock("3", Unit::Piece), Ok(3));
        assert_eq!(parse_stock("1,500", Unit::Piece), Ok(1500));
        for field in ["1,500", "1.500", "١٫٥٠٠", "", "-2", "+2", "1e3", "0.0001"] {
            assert_eq!(
                parse_stock(field, Unit::Gram),
                Err(AmountError::NotANumber),
                "{field:?}"
            );
        }
    }

    #[test]
    fn what_is_shown_in_a_field_is_read_as_the_same() {
        for unit in Unit::ALL {
            for amount in [
                0, 1, 20, 500, 999, 1000, 1234, 12_345, 60_000, 1_234_500, 1_234_567, MAX_STOCK,
            ] {
                assert_eq!(
                    parse_stock(&typed_stock(amount, unit), unit),
                    Ok(amount),
                    "{amount} {unit}"
                );
            }
        }
        assert_eq!(typed_stock(60_000, Unit::Gram), "60");
        assert_eq!(typed_stock(12_500, Unit::Gram), "12.5");
        assert_eq!(typed_stock(1_234, Unit::Gram), "1.234 kg");
        assert_eq!(typed_amount(1_234, Unit::Gram), "1.234 kg");
        assert_eq!(typed_amount(500, Unit::Gram), "0.5 kg");
        assert_eq!(typed_amount(20, Unit::Piece), "20");
    }
}
