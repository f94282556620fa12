//! Taking back a step of an order that was taken by mistake, minutes later.

use crate::order::{Answer, OrderState};
use crate::{FulfilmentStatus, OrderEvent, OrderNote, OrderStatus, Refusal, StockMove};

impl OrderState {
    pub(crate) fn undo_accept(self, now_ms: i64) -> Answer {
        self.require_accepted()?;
        if self.fulfilment != FulfilmentStatus::Unfulfilled {
            return Err(Refusal::GoneOn);
        }
        self.require_fresh(now_ms)?;
        // What is paid is held for good, accepted or not.
        let stock = (!self.payment.has_money).then_some(OrderEvent::Stock(StockMove::Waits));
        self.answer(OrderStatus::Placed, self.fulfilment, OrderNote::AcceptUndone, stock)
    }

    pub(crate) fn undo_pack(self, now_ms: i64) -> Answer {
        self.require_accepted()?;
        match self.fulfilment {
            FulfilmentStatus::Packed => {
                self.require_fresh(now_ms)?;
                self.moves(FulfilmentStatus::Unfulfilled, OrderNote::PackUndone, None)
            }
            FulfilmentStatus::Unfulfilled => Err(Refusal::NotPacked),
            _ => Err(Refusal::GoneOn),
        }
    }

    pub(crate) fn undo_dispatch(self, now_ms: i64) -> Answer {
        self.require_accepted()?;
        match self.fulfilment {
            FulfilmentStatus::Dispatched => {
                self.require_fresh(now_ms)?;
                self.moves(
                    FulfilmentStatus::Packed,
                    OrderNote::DispatchUndone,
                    [OrderEvent::Stock(StockMove::Stays)],
                )
            }
            FulfilmentStatus::Unfulfilled | FulfilmentStatus::Packed => Err(Refusal::NotSent),
            _ => Err(Refusal::GoneOn),
        }
    }

    pub(crate) fn undo_shelve(self, now_ms: i64) -> Answer {
        self.require_accepted()?;
        match self.fulfilment {
            FulfilmentStatus::ReadyForPickup => {
                self.require_fresh(now_ms)?;
                self.moves(FulfilmentStatus::Dispatched, OrderNote::ShelveUndone, None)
            }
            FulfilmentStatus::Unfulfilled | FulfilmentStatus::Packed | FulfilmentStatus::Dispatched => {
                Err(Refusal::NotArrived)
            }
            _ => Err(Refusal::GoneOn),
        }
    }
}
