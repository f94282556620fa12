//! How far one cooperative's order has come.

use crate::named::named_enum;

named_enum! {
    pub enum OrderStatus {
        /// The buyer placed it; its stock is reserved.
        Placed = "placed",
        /// The cooperative will deliver it.
        Accepted = "accepted",
        /// Delivered and paid.
        Completed = "completed",
        /// Called off, sent back, or lost.
        Canceled = "canceled",
        /// Never paid in time.
        Expired = "expired",
    }
}

impl OrderStatus {
    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::Completed | Self::Canceled | Self::Expired)
    }

    /// Whether it is to be paid: it was neither called off nor given up.
    pub const fn stands(self) -> bool {
        !matches!(self, Self::Canceled | Self::Expired)
    }
}
