//! Forms about counted cash, as they were sent.

use domain::{CASH_PIECES, CountError, Currency, FieldCode, Note, count_cash, parse_price};

use crate::error::{FieldErrors, text_code};

/// Cash as it was counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountForm {
    /// `piece-10000` and so on: how many of each of [`CASH_PIECES`], as typed.
    pub pieces: [String; CASH_PIECES.len()],
    /// `sum`, as typed.
    pub sum: String,
    /// `reason`: why it is another sum than it should be.
    pub reason: String,
    /// `left`: what stays in the drawer at the end of a shift, as typed.
    pub left: String,
    /// `seen`: the shift and the sum that the page showed.
    pub seen: String,
}

/// A count that was wrong, as the Centre corrects it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CorrectForm {
    /// `counted`: what was there in truth, as typed.
    pub counted: String,
    /// `reason`: why.
    pub reason: String,
    /// `seen`: the count that the page showed, fen.
    pub seen: String,
}

impl CountForm {
    /// What was counted, fen.
    pub(super) fn counted(&self, errors: &mut FieldErrors) -> Option<i64> {
        let pieces = CASH_PIECES.into_iter().zip(self.pieces.iter().map(String::as_str));
        let (name, code) = match count_cash(pieces, &self.sum) {
            Ok(counted) => return Some(counted),
            Err(CountError::Missing) => ("sum".to_owned(), FieldCode::Required),
            Err(CountError::Piece(value)) => (format!("piece-{value}"), FieldCode::InvalidQuantity),
            Err(CountError::Sum) => ("sum".to_owned(), FieldCode::InvalidPrice),
            Err(CountError::Differs) => ("sum".to_owned(), FieldCode::InvalidChoice),
            Err(CountError::TooMuch) => ("sum".to_owned(), FieldCode::TooMuch),
        };
        errors.push(name, code);
        None
    }

    /// What stays in the drawer, fen.
    pub(super) fn left(&self, errors: &mut FieldErrors) -> Option<i64> {
        amount("left", &self.left, errors)
    }

    /// Why it differs; may be empty.
    pub(super) fn reason(&self, errors: &mut FieldErrors) -> Option<String> {
        note("reason", &self.reason, errors)
    }
}

/// An amount of yuan in fen.
pub(super) fn amount(name: &'static str, typed: &str, errors: &mut FieldErrors) -> Option<i64> {
    let read = parse_price(Currency::Cny, typed).map(|amount| amount.minor);
    errors.take(name, read.map_err(FieldCode::from))
}

/// A line of text; may be empty.
pub(super) fn note(name: &'static str, typed: &str, errors: &mut FieldErrors) -> Option<String> {
    errors.take(name, Note::parse(typed).map(Note::into_string).map_err(text_code))
}
