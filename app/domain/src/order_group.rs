//! What a buyer placed and pays at once. Its status is never set by hand: it follows from its orders
//! and its payment.

use crate::{OrderStatus, named::named_enum};

named_enum! {
    pub enum OrderGroupStatus {
        Placed = "placed",
        Paid = "paid",
        /// None of its orders was sold.
        Canceled = "canceled",
        /// None of its orders was sold, at least one for want of payment.
        Expired = "expired",
        /// Every order has ended, at least one with a sale.
        Completed = "completed",
    }
}

impl OrderGroupStatus {
    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::Canceled | Self::Expired | Self::Completed)
    }

    /// The status of a group with these orders, and whether what is due of them is paid.
    pub fn derive(orders: &[OrderStatus], is_paid: bool) -> Self {
        let has_open = orders.iter().any(|order| !order.is_terminal());
        if has_open || orders.is_empty() {
            return if is_paid { Self::Paid } else { Self::Placed };
        }
        if orders.contains(&OrderStatus::Completed) {
            Self::Completed
        } else if orders.contains(&OrderStatus::Expired) {
            Self::Expired
        } else {
            Self::Canceled
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_follows_from_its_orders_and_its_payment() {
        use OrderStatus::{Accepted, Canceled, Completed, Expired, Placed};
        let unpaid = |orders: &[_]| OrderGroupStatus::derive(orders, false);
        let paid = |orders: &[_]| OrderGroupStatus::derive(orders, true);

        assert_eq!(unpaid(&[Placed, Accepted]), OrderGroupStatus::Placed);
        assert_eq!(paid(&[Placed, Canceled]), OrderGroupStatus::Paid);
        assert_eq!(
            paid(&[Completed, Accepted]),
            OrderGroupStatus::Paid,
            "one is still on its way"
        );
        assert_eq!(paid(&[Completed, Canceled]), OrderGroupStatus::Completed);
        assert_eq!(unpaid(&[Canceled, Canceled]), OrderGroupStatus::Canceled);
        assert_eq!(unpaid(&[Canceled, Expired]), OrderGroupStatus::Expired);
    }
}
