//! What people and the clock do with an order, and what follows from it. Which step is possible when is in
//! [`crate::OrderState`]; a step has one name from the form's button to the history.

use crate::named::named_enum;

named_enum! {
    /// One step of an order. Its word is what forms send.
    pub enum OrderStep {
        /// The cooperative promises the goods: a transfer has come in, or cash will.
        Accept = "accept",
        /// Take the promise back, minutes after it was given by mistake.
        UndoAccept = "undo-accept",
        Pack = "pack",
        /// Not packed after all, minutes later.
        UndoPack = "undo-pack",
        /// Hand over to the carrier.
        Dispatch = "dispatch",
        /// Not handed over after all, minutes later: it is still here.
        UndoDispatch = "undo-dispatch",
        /// Put on the shelf of the station.
        Shelve = "ready",
        /// Not there yet, minutes later.
        UndoShelve = "undo-ready",
        /// Give to the buyer.
        HandOver = "deliver",
        /// Nobody came for it: it goes back to the cooperative.
        NotCollected = "not-collected",
        /// The buyer did not take it: it goes back to the cooperative.
        Refuse = "refuse",
        /// Back at the cooperative, and good: for sale again.
        Restock = "restock",
        /// Back at the cooperative, and spoilt.
        WriteOff = "write-off",
        /// Lost on the way.
        Lose = "lose",
        /// Call it off while nothing has left the cooperative.
        Cancel = "cancel",
        /// Give up waiting for its payment.
        Expire = "expire",
    }
}

named_enum! {
    /// In whose part somebody takes a step.
    pub enum OrderParty {
        Buyer = "buyer",
        Cooperative = "cooperative",
        /// Whoever stands at the station's counter.
        Station = "station",
        Centre = "centre",
        Clock = "clock",
    }
}

impl OrderStep {
    /// Whether it takes back a step that was taken by mistake.
    pub const fn is_undo(self) -> bool {
        matches!(
            self,
            Self::UndoAccept | Self::UndoPack | Self::UndoDispatch | Self::UndoShelve
        )
    }

    /// The step that takes this one back, if any does.
    pub const fn undone_by(self) -> Option<Self> {
        match self {
            Self::Accept => Some(Self::UndoAccept),
            Self::Pack => Some(Self::UndoPack),
            Self::Dispatch => Some(Self::UndoDispatch),
            Self::Shelve => Some(Self::UndoShelve),
            _ => None,
        }
    }

    /// What stands in the history of the state that an undo leads back to.
    pub const fn back_to(self) -> Option<OrderNote> {
        match self {
            Self::UndoAccept => Some(OrderNote::Placed),
            Self::UndoPack => Some(OrderNote::Accepted),
            Self::UndoDispatch => Some(OrderNote::Packed),
            Self::UndoShelve => Some(OrderNote::Dispatched),
            _ => None,
        }
    }

    /// What it leaves in the order's history.
    pub const fn note(self) -> OrderNote {
        match self {
            Self::Accept => OrderNote::Accepted,
            Self::UndoAccept => OrderNote::AcceptUndone,
            Self::Pack => OrderNote::Packed,
            Self::UndoPack => OrderNote::PackUndone,
            Self::Dispatch => OrderNote::Dispatched,
            Self::UndoDispatch => OrderNote::DispatchUndone,
            Self::Shelve => OrderNote::ReadyForPickup,
            Self::UndoShelve => OrderNote::ShelveUndone,
            Self::HandOver => OrderNote::Delivered,
            Self::NotCollected => OrderNote::NotCollected,
            Self::Refuse => OrderNote::Refused,
            Self::Restock => OrderNote::Restocked,
            Self::WriteOff => OrderNote::WrittenOff,
            Self::Lose => OrderNote::Lost,
            Self::Cancel => OrderNote::Canceled,
            Self::Expire => OrderNote::Expired,
        }
    }

    /// Whose step it is.
    pub const fn is_for(self, party: OrderParty) -> bool {
        use OrderParty::{Buyer, Centre, Clock, Cooperative, Station};
        match self {
            Self::Accept | Self::UndoAccept | Self::Pack | Self::UndoPack => matches!(party, Cooperative),
            Self::Dispatch | Self::UndoDispatch | Self::Restock | Self::WriteOff => {
                matches!(party, Cooperative | Centre)
            }
            Self::Shelve | Self::UndoShelve | Self::HandOver | Self::NotCollected | Self::Refuse | Self::Lose => {
                matches!(party, Cooperative | Station | Centre)
            }
            Self::Cancel => matches!(party, Buyer | Cooperative | Centre),
            Self::Expire => matches!(party, Clock),
        }
    }
}

named_enum! {
    /// Why an order was called off, as its buyer reads it.
    pub enum CancelReason {
        OutOfStock = "out-of-stock",
        /// Spoilt, broken, not as good as it should be.
        Damaged = "damaged",
        CannotDeliver = "cannot-deliver",
        WrongPrice = "wrong-price",
        BuyerAsked = "buyer-asked",
        Other = "other",
    }
}

named_enum! {
    /// A line of an order's history.
    pub enum OrderNote {
        Placed = "placed",
        Accepted = "accepted",
        AcceptUndone = "accept-undone",
        Packed = "packed",
        PackUndone = "pack-undone",
        Dispatched = "dispatched",
        DispatchUndone = "dispatch-undone",
        ReadyForPickup = "ready-for-pickup",
        ShelveUndone = "ready-undone",
        Delivered = "delivered",
        NotCollected = "not-collected",
        Refused = "refused",
        Restocked = "restocked",
        WrittenOff = "written-off",
        Lost = "lost",
        /// Less is sent than was ordered.
        Reduced = "reduced",
        /// Something else is sent in place of a part of it.
        Replaced = "replaced",
        /// What was ordered is sent after all, minutes later.
        ReplaceUndone = "replace-undone",
        /// The buyer does not want what was to be sent in its place.
        ReplacementDeclined = "replacement-declined",
        Canceled = "canceled",
        Expired = "expired",
    }
}

/// What becomes of the goods an order holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StockMove {
    /// They belong to the order, and time does not take them away any more.
    Firm,
    /// They wait for the order's payment again.
    Waits,
    /// They leave the cooperative: no longer on hand.
    Leaves,
    /// They had not left after all: on hand, and the order's.
    Stays,
    /// Called off before they left: for sale again.
    Freed,
    /// Not paid in time: for sale again.
    Lapsed,
    /// They came back and are for sale again.
    Back,
    /// They are gone for good.
    Gone,
}

/// What somebody is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderNews {
    Accepted,
    Sent,
    Ready,
    /// It will not come: called off, sent back or lost.
    Canceled,
    Expired,
}

/// What follows from a step; whoever carries the step out does all of it, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderEvent {
    /// A line of its history.
    Noted(OrderNote),
    Stock(StockMove),
    /// Nothing is to be paid for it any more; what was paid for it goes back.
    DueDropped,
    Told(OrderNews),
}
