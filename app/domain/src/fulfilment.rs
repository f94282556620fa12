//! How the goods of one order get to the buyer.

use crate::{OrderState, OrderStatus, Refusal, named::named_enum};

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
    }
}

impl FulfilmentStatus {
    /// Whether the goods have left the cooperative, so that nothing can be called off any more.
    pub const fn has_left(self) -> bool {
        match self {
            Self::Unfulfilled | Self::Packed => false,
            Self::Dispatched | Self::ReadyForPickup | Self::Delivered => true,
        }
    }

    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::Delivered)
    }
}

named_enum! {
    pub enum FulfilmentCommand {
        Pack = "pack",
        /// Hand over to the carrier.
        Dispatch = "dispatch",
        /// Put on the shelf of the station.
        Shelve = "shelve",
        /// Give to the buyer.
        Deliver = "deliver",
    }
}

/// What happened to the goods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FulfilmentEvent {
    Packed,
    Dispatched,
    ReadyForPickup,
    Delivered,
}

impl OrderState {
    /// Moves the goods one step on, or refuses it. Only an accepted order's goods move, and
    /// nothing is given to the buyer before it is paid.
    pub fn fulfil(self, command: &FulfilmentCommand, _now_ms: i64) -> Result<(Self, Vec<FulfilmentEvent>), Refusal> {
        use FulfilmentStatus::{Delivered, Dispatched, Packed, ReadyForPickup, Unfulfilled};

        if self.status != OrderStatus::Accepted {
            return Err(Refusal::StepOrder {
                state: self.status.as_str(),
                command: command.as_str(),
            });
        }
        let (next, event) = match (self.fulfilment, command, self.delivery) {
            (Unfulfilled, FulfilmentCommand::Pack, _) => (Packed, FulfilmentEvent::Packed),
            (Packed, FulfilmentCommand::Dispatch, _) => (Dispatched, FulfilmentEvent::Dispatched),
            (Dispatched, FulfilmentCommand::Shelve, DeliveryMethod::Station) => {
                (ReadyForPickup, FulfilmentEvent::ReadyForPickup)
            }
            (Dispatched, FulfilmentCommand::Deliver, DeliveryMethod::Address)
            | (ReadyForPickup, FulfilmentCommand::Deliver, DeliveryMethod::Station) => {
                self.require_paid()?;
                (Delivered, FulfilmentEvent::Delivered)
            }
            (status, command, _) => {
                return Err(Refusal::StepOrder {
                    state: status.as_str(),
                    command: command.as_str(),
                });
            }
        };
        Ok((
            Self {
                fulfilment: next,
                ..self
            },
            vec![event],
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PaymentMethod, PaymentState, PaymentStatus};

    fn accepted(delivery: DeliveryMethod, payment: PaymentStatus) -> OrderState {
        let payment = PaymentState {
            method: PaymentMethod::CashAtStation,
            status: payment,
            expires_at_ms: 0,
        };
        OrderState {
            status: OrderStatus::Accepted,
            ..OrderState::placed(delivery, payment)
        }
    }

    fn after(order: OrderState, commands: &[FulfilmentCommand]) -> Result<FulfilmentStatus, Refusal> {
        commands
            .iter()
            .try_fold(order, |order, command| order.fulfil(command, 0).map(|(order, _)| order))
            .map(|order| order.fulfilment)
    }

    #[test]
    fn a_parcel_waits_at_a_station_but_not_at_an_address() {
        use FulfilmentCommand::{Deliver, Dispatch, Pack, Shelve};
        let to = |delivery| accepted(delivery, PaymentStatus::Collected);

        let (home, station) = (to(DeliveryMethod::Address), to(DeliveryMethod::Station));
        assert_eq!(after(home, &[Pack, Dispatch, Deliver]), Ok(FulfilmentStatus::Delivered));
        assert_eq!(
            after(station, &[Pack, Dispatch, Shelve, Deliver]),
            Ok(FulfilmentStatus::Delivered)
        );

        let skipped = |state, command| Err(Refusal::StepOrder { state, command });
        assert_eq!(after(home, &[Pack, Dispatch, Shelve]), skipped("dispatched", "shelve"));
        assert_eq!(
            after(station, &[Pack, Dispatch, Deliver]),
            skipped("dispatched", "deliver")
        );
        assert_eq!(after(station, &[Dispatch]), skipped("unfulfilled", "dispatch"));
    }

    #[test]
    fn nothing_is_handed_over_unpaid() {
        use FulfilmentCommand::Deliver;
        let on_shelf = |payment| OrderState {
            fulfilment: FulfilmentStatus::ReadyForPickup,
            ..accepted(DeliveryMethod::Station, payment)
        };
        assert_eq!(
            after(on_shelf(PaymentStatus::Created), &[Deliver]),
            Err(Refusal::Unpaid)
        );
        assert_eq!(
            after(on_shelf(PaymentStatus::Collected), &[Deliver]),
            Ok(FulfilmentStatus::Delivered)
        );
    }

    #[test]
    fn only_an_accepted_orders_goods_move() {
        for status in OrderStatus::ALL
            .into_iter()
            .filter(|&status| status != OrderStatus::Accepted)
        {
            let order = OrderState {
                status,
                ..accepted(DeliveryMethod::Address, PaymentStatus::Collected)
            };
            assert!(order.fulfil(&FulfilmentCommand::Pack, 0).is_err(), "{status}");
        }
    }
}
