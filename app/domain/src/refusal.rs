//! Why a state machine does not take a step.

use crate::ErrorCode;
use thiserror::Error;

/// A command that was refused; nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The command does not follow on the state: done already, too early, or too late.
    #[error("{command} does not follow on {state}")]
    InvalidTransition { state: &'static str, command: &'static str },
    /// Something may only expire from this time on (ms since 1970 UTC).
    #[error("not due before {due_ms}")]
    NotDue { due_ms: i64 },
    #[error("the cart is empty")]
    CartEmpty,
    #[error("not a step of this party")]
    NotYours,
    #[error("the order is over")]
    Over,
    #[error("done already")]
    DoneAlready,
    #[error("not accepted yet")]
    NotAccepted,
    #[error("not packed yet")]
    NotPacked,
    #[error("not sent yet")]
    NotSent,
    #[error("not at the station yet")]
    NotArrived,
    #[error("not handed over yet")]
    NotHandedOver,
    #[error("not on its way back")]
    NotReturning,
    #[error("not the way this is delivered")]
    OtherDelivery,
    #[error("not paid yet")]
    Unpaid,
    #[error("paid already")]
    Paid,
    #[error("the goods are on their way")]
    Dispatched,
    /// Later steps were taken since.
    #[error("it has gone on since")]
    GoneOn,
    #[error("too late to undo")]
    TooLate,
    #[error("too late to report")]
    ReportTooLate,
    /// Fresh goods do not come back for a change of mind.
    #[error("not returnable")]
    NotReturnable,
}

impl From<Refusal> for ErrorCode {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::CartEmpty => Self::CartEmpty,
            Refusal::InvalidTransition { .. } | Refusal::NotDue { .. } | Refusal::NotYours => Self::InvalidTransition,
            // The form says these at its own field.
            Refusal::ReportTooLate | Refusal::NotReturnable => Self::InvalidTransition,
            Refusal::Over => Self::OrderOver,
            Refusal::DoneAlready => Self::DoneAlready,
            Refusal::NotAccepted => Self::NotAccepted,
            Refusal::NotPacked => Self::NotPacked,
            Refusal::NotSent => Self::NotSent,
            Refusal::NotArrived => Self::NotArrived,
            Refusal::NotHandedOver => Self::NotHandedOver,
            Refusal::NotReturning => Self::NotReturning,
            Refusal::OtherDelivery => Self::OtherDelivery,
            Refusal::Unpaid => Self::Unpaid,
            Refusal::Paid => Self::PaidAlready,
            Refusal::Dispatched => Self::SentAlready,
            Refusal::GoneOn => Self::GoneOn,
            Refusal::TooLate => Self::UndoTooLate,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_says_in_the_log_what_did_not_fit() {
        let refusal = Refusal::InvalidTransition {
            state: "canceled",
            command: "accept",
        };
        assert_eq!(refusal.to_string(), "accept does not follow on canceled");
        assert_eq!(ErrorCode::from(refusal), ErrorCode::InvalidTransition);
        assert_eq!(ErrorCode::from(Refusal::CartEmpty), ErrorCode::CartEmpty);
    }
}
