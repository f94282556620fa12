//! The words for steps of an order, for whoever may take them. Which are possible the domain says.

use domain::{CancelReason, OrderStep};
use l10n::{Text, t};

/// What the button of a step says.
pub(crate) const fn step_label(step: OrderStep) -> Text {
    match step {
        OrderStep::Accept => t::STUDIO_ORDER_ACCEPT,
        OrderStep::UndoAccept => t::STUDIO_ORDER_UNDO_ACCEPT,
        OrderStep::Pack => t::STUDIO_ORDER_PACK,
        OrderStep::UndoPack => t::STUDIO_ORDER_UNDO_PACK,
        OrderStep::Dispatch => t::STUDIO_ORDER_DISPATCH,
        OrderStep::UndoDispatch => t::STUDIO_ORDER_UNDO_DISPATCH,
        OrderStep::Shelve => t::STUDIO_ORDER_READY,
        OrderStep::UndoShelve => t::STUDIO_ORDER_UNDO_READY,
        OrderStep::HandOver => t::STUDIO_ORDER_DELIVER,
        OrderStep::NotCollected => t::STUDIO_ORDER_NOT_COLLECTED,
        OrderStep::Refuse => t::STUDIO_ORDER_REFUSE,
        OrderStep::Restock => t::STUDIO_ORDER_RESTOCK,
        OrderStep::WriteOff => t::STUDIO_ORDER_WRITE_OFF,
        OrderStep::Lose => t::STUDIO_ORDER_LOSE,
        OrderStep::Cancel => t::STUDIO_ORDER_CANCEL,
        OrderStep::Expire => t::ORDERS_EVENT_EXPIRED,
    }
}

/// Steps for goods that do not reach their buyer: offered apart, so that no thumb takes one for the next step.
pub(crate) const fn is_problem(step: OrderStep) -> bool {
    matches!(step, OrderStep::NotCollected | OrderStep::Refuse | OrderStep::Lose)
}

/// What was done, after a step; nothing where something was only taken back.
pub(crate) const fn step_done(step: OrderStep) -> Option<Text> {
    Some(match step {
        OrderStep::Accept => t::ORDERS_EVENT_ACCEPTED,
        OrderStep::Pack => t::ORDERS_EVENT_PACKED,
        OrderStep::Dispatch => t::ORDERS_EVENT_DISPATCHED,
        OrderStep::Shelve => t::ORDERS_EVENT_READY,
        OrderStep::HandOver => t::ORDERS_EVENT_DELIVERED,
        OrderStep::NotCollected => t::ORDERS_EVENT_NOT_COLLECTED,
        OrderStep::Refuse => t::ORDERS_EVENT_REFUSED,
        OrderStep::Restock | OrderStep::WriteOff => t::ORDERS_EVENT_RETURNED,
        OrderStep::Lose => t::ORDERS_EVENT_LOST,
        OrderStep::Cancel => t::ORDERS_EVENT_CANCELED,
        OrderStep::Expire => t::ORDERS_EVENT_EXPIRED,
        OrderStep::UndoAccept | OrderStep::UndoPack | OrderStep::UndoDispatch | OrderStep::UndoShelve => return None,
    })
}

/// Why an order was called off.
pub(crate) const fn reason_text(reason: CancelReason) -> Text {
    match reason {
        CancelReason::OutOfStock => t::ORDERS_CANCEL_REASON_OUT_OF_STOCK,
        CancelReason::Damaged => t::ORDERS_CANCEL_REASON_DAMAGED,
        CancelReason::CannotDeliver => t::ORDERS_CANCEL_REASON_CANNOT_DELIVER,
        CancelReason::WrongPrice => t::ORDERS_CANCEL_REASON_WRONG_PRICE,
        CancelReason::BuyerAsked => t::ORDERS_CANCEL_REASON_BUYER_ASKED,
        CancelReason::Other => t::ORDERS_CANCEL_REASON_OTHER,
    }
}
