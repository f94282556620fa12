//! Which steps a cooperative may take with an order. Only what the page offers: the domain decides again.

use domain::{FulfilmentStatus, OrderStatus};
use l10n::{Text, t};

/// A step, as the form's `command` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    /// Promise the goods.
    Accept,
    /// The goods are packed.
    Pack,
    /// The carrier has them.
    Dispatch,
    /// They are on the shelf of the station.
    Ready,
    /// The buyer has them.
    Deliver,
}

impl Move {
    /// The word of the form.
    pub const fn command(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Pack => "pack",
            Self::Dispatch => "dispatch",
            Self::Ready => "ready",
            Self::Deliver => "deliver",
        }
    }

    /// What its button says.
    pub const fn label(self) -> Text {
        match self {
            Self::Accept => t::STUDIO_ORDER_ACCEPT,
            Self::Pack => t::STUDIO_ORDER_PACK,
            Self::Dispatch => t::STUDIO_ORDER_DISPATCH,
            Self::Ready => t::STUDIO_ORDER_READY,
            Self::Deliver => t::STUDIO_ORDER_DELIVER,
        }
    }
}

/// The steps from here; after the carrier it depends on where the order goes.
pub(super) fn next_moves(status: OrderStatus, fulfilment: FulfilmentStatus) -> Vec<Move> {
    match (status, fulfilment) {
        (OrderStatus::Placed, _) => vec![Move::Accept],
        (OrderStatus::Accepted, FulfilmentStatus::Unfulfilled) => vec![Move::Pack],
        (OrderStatus::Accepted, FulfilmentStatus::Packed) => vec![Move::Dispatch],
        (OrderStatus::Accepted, FulfilmentStatus::Dispatched) => vec![Move::Ready, Move::Deliver],
        (OrderStatus::Accepted, FulfilmentStatus::ReadyForPickup) => vec![Move::Deliver],
        _ => Vec::new(),
    }
}

/// Whether the cooperative may still call it off.
pub(super) fn can_cancel(status: OrderStatus, fulfilment: FulfilmentStatus) -> bool {
    !status.is_terminal() && !fulfilment.has_left()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_that_is_over_offers_nothing() {
        for status in [OrderStatus::Completed, OrderStatus::Canceled, OrderStatus::Expired] {
            for fulfilment in FulfilmentStatus::ALL {
                assert!(next_moves(status, fulfilment).is_empty());
                assert!(!can_cancel(status, fulfilment));
            }
        }
    }
}
