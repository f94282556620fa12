//! Where an order stands for whoever packs: one word of its status, its fulfilment and its payment. Lists, counts and
//! badges of the studio all go by it.

use crate::named::named_enum;
use crate::{FulfilmentStatus, OrderStatus};

named_enum! {
    /// What is to be done with an order next, or why nothing is.
    pub enum OrderStage {
        /// Placed, to be paid by a transfer that has not come in: nothing to do yet.
        AwaitsPayment = "awaits-payment",
        /// Placed: to be accepted.
        New = "new",
        /// Accepted: to be packed.
        ToPack = "to-pack",
        /// Packed: to be given to the carrier.
        ToHandOver = "to-hand-over",
        /// With the carrier, on the shelf of a station, or coming back.
        OnTheWay = "on-the-way",
        /// The buyer has it.
        Done = "done",
        /// Called off, come back, lost, or never paid.
        Over = "over",
    }
}

impl OrderStage {
    /// The stage of an order. `awaits_transfer`: it is paid by bank transfer, and that has not come in whole.
    pub const fn of(status: OrderStatus, fulfilment: FulfilmentStatus, awaits_transfer: bool) -> Self {
        match status {
            OrderStatus::Placed if awaits_transfer => Self::AwaitsPayment,
            OrderStatus::Placed => Self::New,
            OrderStatus::Accepted => match fulfilment {
                FulfilmentStatus::Unfulfilled => Self::ToPack,
                FulfilmentStatus::Packed => Self::ToHandOver,
                FulfilmentStatus::Dispatched | FulfilmentStatus::ReadyForPickup | FulfilmentStatus::Returning => {
                    Self::OnTheWay
                }
                FulfilmentStatus::Delivered => Self::Done,
                FulfilmentStatus::Returned | FulfilmentStatus::Lost => Self::Over,
            },
            OrderStatus::Completed => Self::Done,
            OrderStatus::Canceled | OrderStatus::Expired => Self::Over,
        }
    }

    /// Whether something is still to come: the buyer may have to be called.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Done | Self::Over)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use FulfilmentStatus::{Delivered, Dispatched, Lost, Packed, ReadyForPickup, Returned, Returning, Unfulfilled};
    use OrderStatus::{Accepted, Canceled, Completed, Expired, Placed};

    #[test]
    fn an_order_is_in_the_stage_of_what_is_to_be_done_next() {
        for (status, fulfilment, stage) in [
            (Placed, Unfulfilled, OrderStage::New),
            (Accepted, Unfulfilled, OrderStage::ToPack),
            (Accepted, Packed, OrderStage::ToHandOver),
            (Accepted, Dispatched, OrderStage::OnTheWay),
            (Accepted, ReadyForPickup, OrderStage::OnTheWay),
            (Accepted, Returning, OrderStage::OnTheWay),
            (Completed, Delivered, OrderStage::Done),
            (Canceled, Unfulfilled, OrderStage::Over),
            (Canceled, Packed, OrderStage::Over),
            (Canceled, Returned, OrderStage::Over),
            (Canceled, Lost, OrderStage::Over),
            (Expired, Unfulfilled, OrderStage::Over),
        ] {
            assert_eq!(
                OrderStage::of(status, fulfilment, false),
                stage,
                "{status} {fulfilment}"
            );
        }
    }

    #[test]
    fn a_transfer_that_is_awaited_matters_only_before_the_order_is_accepted() {
        for status in OrderStatus::ALL {
            for fulfilment in FulfilmentStatus::ALL {
                let (paid, unpaid) = (
                    OrderStage::of(status, fulfilment, false),
                    OrderStage::of(status, fulfilment, true),
                );
                if status == Placed {
                    assert_eq!((paid, unpaid), (OrderStage::New, OrderStage::AwaitsPayment));
                } else {
                    assert_eq!(paid, unpaid, "{status} {fulfilment}");
                }
            }
        }
    }

    #[test]
    fn what_has_ended_is_not_open() {
        for status in OrderStatus::ALL.into_iter().filter(|status| status.is_terminal()) {
            for fulfilment in FulfilmentStatus::ALL {
                assert!(
                    !OrderStage::of(status, fulfilment, true).is_open(),
                    "{status} {fulfilment}"
                );
            }
        }
        assert!(OrderStage::of(Accepted, ReadyForPickup, false).is_open());
    }
}
