//! Why a state machine does not take a step.

use crate::ErrorCode;
use thiserror::Error;

/// A command that was refused; nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The command does not follow on the state: done already, too early, or too late.
    #[error("{command} does not follow on {state}")]
    StepOrder { state: &'static str, command: &'static str },
    /// Something may only expire from this time on (ms since 1970 UTC).
    #[error("not due before {due_ms}")]
    NotDue { due_ms: i64 },
    #[error("the cart is empty")]
    CartEmpty,
    /// A cash command for a bank transfer, or the other way round.
    #[error("not the way this is paid")]
    PaymentMethod,
    #[error("not paid yet")]
    Unpaid,
    #[error("paid already")]
    Paid,
    #[error("the goods are on their way")]
    Dispatched,
    #[error("the goods have not arrived")]
    NotDelivered,
}

impl From<Refusal> for ErrorCode {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::CartEmpty => Self::CartEmpty,
            Refusal::StepOrder { .. }
            | Refusal::NotDue { .. }
            | Refusal::PaymentMethod
            | Refusal::Unpaid
            | Refusal::Paid
            | Refusal::Dispatched
            | Refusal::NotDelivered => Self::StepOrder,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_says_in_the_log_what_did_not_fit() {
        let refusal = Refusal::StepOrder {
            state: "canceled",
            command: "accept",
        };
        assert_eq!(refusal.to_string(), "accept does not follow on canceled");
        assert_eq!(ErrorCode::from(refusal), ErrorCode::StepOrder);
        assert_eq!(ErrorCode::from(Refusal::CartEmpty), ErrorCode::CartEmpty);
    }
}
