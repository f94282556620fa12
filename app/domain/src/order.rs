//! One cooperative's order, from placed to completed. How its goods travel is in [`crate::fulfilment`],
//! how its group is paid in [`crate::payment`].

use crate::{DeliveryMethod, FulfilmentStatus, PaymentMethod, PaymentState, Refusal, named::named_enum};

named_enum! {
    pub enum OrderStatus {
        /// The buyer placed it; its stock is reserved.
        Placed = "placed",
        /// The cooperative will deliver it.
        Accepted = "accepted",
        /// Delivered and paid.
        Completed = "completed",
        Canceled = "canceled",
        /// Never paid in time.
        Expired = "expired",
    }
}

impl OrderStatus {
    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::Completed | Self::Canceled | Self::Expired)
    }
}

named_enum! {
    pub enum OrderCommand {
        /// The cooperative promises the goods: a transfer has come in, or cash will.
        Accept = "accept",
        /// Call it off while nothing has left the cooperative.
        Cancel = "cancel",
        /// Give up waiting for its payment.
        Expire = "expire",
        Complete = "complete",
    }
}

/// What happened to an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderEvent {
    Accepted,
    Completed,
    Canceled,
    Expired,
    /// Its stock is for sale again.
    StockFreed,
    /// It had been paid: the money goes back.
    RefundDue,
}

/// An order as its rules see it, together with the payment of its group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrderState {
    pub status: OrderStatus,
    pub delivery: DeliveryMethod,
    pub fulfilment: FulfilmentStatus,
    pub payment: PaymentState,
}

impl OrderState {
    /// An order as it is placed.
    pub const fn placed(delivery: DeliveryMethod, payment: PaymentState) -> Self {
        Self {
            status: OrderStatus::Placed,
            delivery,
            fulfilment: FulfilmentStatus::Unfulfilled,
            payment,
        }
    }

    /// Takes one step, or refuses it.
    pub fn apply(self, command: &OrderCommand, now_ms: i64) -> Result<(Self, Vec<OrderEvent>), Refusal> {
        match (self.status, command) {
            (OrderStatus::Placed, OrderCommand::Accept) => self.accept(),
            (OrderStatus::Placed | OrderStatus::Accepted, OrderCommand::Cancel) => self.cancel(),
            (OrderStatus::Placed, OrderCommand::Expire) => self.expire(now_ms),
            (OrderStatus::Accepted, OrderCommand::Complete) => self.complete(),
            (status, command) => Err(Refusal::StepOrder {
                state: status.as_str(),
                command: command.as_str(),
            }),
        }
    }

    fn accept(self) -> Result<(Self, Vec<OrderEvent>), Refusal> {
        // Cash comes with the buyer, a transfer must be there first: an accepted order never expires.
        if self.payment.method == PaymentMethod::BankTransfer {
            self.require_paid()?;
        }
        Ok((self.with(OrderStatus::Accepted), vec![OrderEvent::Accepted]))
    }

    fn cancel(self) -> Result<(Self, Vec<OrderEvent>), Refusal> {
        if self.fulfilment.has_left() {
            return Err(Refusal::Dispatched);
        }
        let mut events = vec![OrderEvent::Canceled, OrderEvent::StockFreed];
        if self.payment.status.is_paid() {
            events.push(OrderEvent::RefundDue);
        }
        Ok((self.with(OrderStatus::Canceled), events))
    }

    fn expire(self, now_ms: i64) -> Result<(Self, Vec<OrderEvent>), Refusal> {
        if self.payment.status.is_paid() {
            return Err(Refusal::Paid);
        }
        if now_ms < self.payment.expires_at_ms {
            return Err(Refusal::NotDue {
                due_ms: self.payment.expires_at_ms,
            });
        }
        Ok((
            self.with(OrderStatus::Expired),
            vec![OrderEvent::Expired, OrderEvent::StockFreed],
        ))
    }

    fn complete(self) -> Result<(Self, Vec<OrderEvent>), Refusal> {
        if self.fulfilment != FulfilmentStatus::Delivered {
            return Err(Refusal::NotDelivered);
        }
        self.require_paid()?;
        Ok((self.with(OrderStatus::Completed), vec![OrderEvent::Completed]))
    }

    pub(crate) fn require_paid(self) -> Result<(), Refusal> {
        if self.payment.status.is_paid() {
            Ok(())
        } else {
            Err(Refusal::Unpaid)
        }
    }

    const fn with(self, status: OrderStatus) -> Self {
        Self { status, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PaymentStatus;

    const DUE_MS: i64 = 1_000;

    fn placed(method: PaymentMethod, payment: PaymentStatus) -> OrderState {
        let payment = PaymentState {
            method,
            status: payment,
            expires_at_ms: DUE_MS,
        };
        OrderState::placed(DeliveryMethod::Station, payment)
    }

    fn unpaid_cash() -> OrderState {
        placed(PaymentMethod::CashAtStation, PaymentStatus::Created)
    }

    #[test]
    fn a_cooperative_accepts_before_cash_but_after_a_transfer() {
        let accept = |order: OrderState| order.apply(&OrderCommand::Accept, 0).map(|(_, events)| events);
        assert_eq!(accept(unpaid_cash()), Ok(vec![OrderEvent::Accepted]));

        let transfer = |status| accept(placed(PaymentMethod::BankTransfer, status));
        assert_eq!(transfer(PaymentStatus::Created), Err(Refusal::Unpaid));
        assert_eq!(transfer(PaymentStatus::Captured), Ok(vec![OrderEvent::Accepted]));
    }

    #[test]
    fn calling_off_frees_the_stock_and_returns_what_was_paid() {
        let cancel = |order: OrderState| order.apply(&OrderCommand::Cancel, 0).map(|(_, events)| events);
        let freed = [OrderEvent::Canceled, OrderEvent::StockFreed];
        assert_eq!(cancel(unpaid_cash()).as_deref(), Ok(&freed[..]));

        let paid = placed(PaymentMethod::BankTransfer, PaymentStatus::Captured);
        let with_refund = [freed[0], freed[1], OrderEvent::RefundDue];
        assert_eq!(cancel(paid).as_deref(), Ok(&with_refund[..]));
    }

    #[test]
    fn nothing_is_called_off_once_the_goods_have_left() {
        let accepted = OrderState {
            status: OrderStatus::Accepted,
            ..unpaid_cash()
        };
        let cancel_when = |fulfilment| {
            OrderState { fulfilment, ..accepted }
                .apply(&OrderCommand::Cancel, 0)
                .map(|(order, _)| order.status)
        };
        assert_eq!(cancel_when(FulfilmentStatus::Packed), Ok(OrderStatus::Canceled));
        assert_eq!(cancel_when(FulfilmentStatus::Dispatched), Err(Refusal::Dispatched));
        assert_eq!(cancel_when(FulfilmentStatus::Delivered), Err(Refusal::Dispatched));
    }

    #[test]
    fn an_order_expires_unpaid_and_not_a_moment_early() {
        let expire_at = |order: OrderState, now_ms| {
            order
                .apply(&OrderCommand::Expire, now_ms)
                .map(|(order, _)| order.status)
        };
        assert_eq!(
            expire_at(unpaid_cash(), DUE_MS - 1),
            Err(Refusal::NotDue { due_ms: DUE_MS })
        );
        assert_eq!(expire_at(unpaid_cash(), DUE_MS), Ok(OrderStatus::Expired));

        let paid = placed(PaymentMethod::BankTransfer, PaymentStatus::Captured);
        assert_eq!(expire_at(paid, DUE_MS), Err(Refusal::Paid));
    }

    #[test]
    fn an_order_is_complete_when_delivered_and_paid() {
        let complete = |fulfilment, payment| {
            let order = placed(PaymentMethod::CashAtStation, payment);
            OrderState {
                status: OrderStatus::Accepted,
                fulfilment,
                ..order
            }
            .apply(&OrderCommand::Complete, 0)
            .map(|(order, _)| order.status)
        };
        let (delivered, shelved) = (FulfilmentStatus::Delivered, FulfilmentStatus::ReadyForPickup);
        assert_eq!(
            complete(delivered, PaymentStatus::Collected),
            Ok(OrderStatus::Completed)
        );
        assert_eq!(complete(delivered, PaymentStatus::Created), Err(Refusal::Unpaid));
        assert_eq!(complete(shelved, PaymentStatus::Collected), Err(Refusal::NotDelivered));
    }
}
