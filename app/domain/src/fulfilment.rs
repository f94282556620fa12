//! How the goods of one order get to the buyer, or back.

use crate::named::named_enum;

named_enum! {
    /// Where the buyer takes the goods.
    pub enum DeliveryMethod {
        Address = "address",
        /// At a village station.
        Station = "station",
    }
}

named_enum! {
    pub enum FulfilmentStatus {
        Unfulfilled = "unfulfilled",
        Packed = "packed",
        /// With the carrier.
        Dispatched = "dispatched",
        /// On the shelf of the station.
        ReadyForPickup = "ready_for_pickup",
        Delivered = "delivered",
        /// Not collected or not taken: on the way back to the cooperative.
        Returning = "returning",
        /// Back at the cooperative.
        Returned = "returned",
        /// Lost on the way.
        Lost = "lost",
    }
}

impl FulfilmentStatus {
    /// Whether the goods have left the cooperative, so that nothing can be called off any more.
    pub const fn has_left(self) -> bool {
        match self {
            Self::Unfulfilled | Self::Packed => false,
            Self::Dispatched
            | Self::ReadyForPickup
            | Self::Delivered
            | Self::Returning
            | Self::Returned
            | Self::Lost => true,
        }
    }

    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::Delivered | Self::Returned | Self::Lost)
    }
}
