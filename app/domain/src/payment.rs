//! How an order group is paid: cash at the station, or a bank transfer. What was paid is in [`crate::Balance`].

use crate::{Balance, DeliveryMethod, OrderState, OrderStatus, PaymentState, named::named_enum};

/// How long stock waits for cash: a week, since a village may have one market day in it, and the
/// buyer pays where the goods are collected.
pub const UNPAID_CASH_LIFETIME_MS: i64 = 7 * DAY_MS;

/// How long stock waits for a bank transfer: a day, in which every bank books one between its
/// customers' accounts, and no longer, since another buyer may be waiting.
pub const UNPAID_TRANSFER_LIFETIME_MS: i64 = DAY_MS;

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

named_enum! {
    pub enum PaymentMethod {
        CashAtStation = "cash_at_station",
        BankTransfer = "bank_transfer",
    }
}

impl PaymentMethod {
    /// How long, in milliseconds, an order placed this way may stay unpaid.
    pub const fn unpaid_lifetime_ms(self) -> i64 {
        match self {
            Self::CashAtStation => UNPAID_CASH_LIFETIME_MS,
            Self::BankTransfer => UNPAID_TRANSFER_LIFETIME_MS,
        }
    }

    /// From when on an order placed now may expire unpaid, ms since 1970 UTC.
    pub const fn unpaid_until(self, now_ms: i64) -> i64 {
        now_ms.saturating_add(self.unpaid_lifetime_ms())
    }

    /// Whether a buyer may pay like this: cash needs someone to take it.
    pub const fn is_offered_for(self, delivery: DeliveryMethod) -> bool {
        match (self, delivery) {
            (Self::CashAtStation, DeliveryMethod::Address) => false,
            (Self::CashAtStation, DeliveryMethod::Station) | (Self::BankTransfer, _) => true,
        }
    }
}

named_enum! {
    /// A payment in one word, as it stands in its row. It follows from the money entries and the orders of the group:
    /// nothing is decided by it.
    pub enum PaymentStatus {
        /// Awaited.
        Created = "created",
        /// Cash in the station's drawer.
        Collected = "collected",
        /// The station's cash is in the bank.
        Banked = "banked",
        /// The transfer has come in.
        Captured = "captured",
        /// The bank refused the transfer.
        Failed = "failed",
        /// Not paid in time.
        Expired = "expired",
        /// Called off with its orders.
        Voided = "voided",
    }
}

impl PaymentStatus {
    /// Whether the buyer has paid.
    pub const fn is_paid(self) -> bool {
        matches!(self, Self::Collected | Self::Banked | Self::Captured)
    }

    /// The word for a group with these orders and this balance.
    pub fn derive(method: PaymentMethod, orders: &[OrderStatus], balance: Balance) -> Self {
        let is_paid = if orders.iter().any(|order| order.stands()) {
            // What was paid, and is not due any more because goods were spoilt, was paid all the same.
            balance.is_paid() || (balance.due == 0 && balance.received > 0)
        } else {
            balance.received > 0
        };
        match method {
            _ if !is_paid && orders.iter().any(|order| order.stands()) => Self::Created,
            _ if !is_paid && orders.contains(&OrderStatus::Expired) => Self::Expired,
            _ if !is_paid => Self::Voided,
            PaymentMethod::CashAtStation => Self::Collected,
            PaymentMethod::BankTransfer => Self::Captured,
        }
    }
}

impl OrderState {
    /// How far it is paid, as its cooperative reads it, where `group` is how far all is that was ordered at once: of what
    /// others' parts cost, or bring back to the buyer, it tells nothing. `is_cheaper`: something of this one goes back.
    pub fn payment_state(self, group: PaymentState, is_cheaper: bool) -> PaymentState {
        let is_cash = self.payment.method == PaymentMethod::CashAtStation;
        match group {
            PaymentState::ToRefund | PaymentState::Overpaid if self.status.stands() && !is_cheaper => {
                PaymentState::Paid
            }
            // Cash is taken parcel by parcel.
            PaymentState::PartPaid if is_cash && self.payment.covers => PaymentState::Paid,
            PaymentState::PartPaid if is_cash => PaymentState::Unpaid,
            group => group,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OrderPayment;

    #[test]
    fn the_word_follows_from_the_money() {
        use OrderStatus::{Accepted, Canceled, Expired, Placed};
        let money = |due, received| Balance {
            due,
            received,
            ..Balance::default()
        };
        let of = |orders: &[OrderStatus], balance| PaymentStatus::derive(PaymentMethod::BankTransfer, orders, balance);
        assert_eq!(of(&[Placed], money(10, 0)), PaymentStatus::Created);
        assert_eq!(of(&[Placed], money(10, 9)), PaymentStatus::Created, "a part only");
        assert_eq!(of(&[Accepted, Canceled], money(10, 10)), PaymentStatus::Captured);
        assert_eq!(of(&[Canceled, Expired], money(0, 0)), PaymentStatus::Expired);
        assert_eq!(of(&[Canceled], money(0, 0)), PaymentStatus::Voided);
        assert_eq!(of(&[Canceled], money(0, 10)), PaymentStatus::Captured);
        assert_eq!(of(&[Accepted], money(0, 10)), PaymentStatus::Captured, "all goes back");
        let cash = PaymentStatus::derive(PaymentMethod::CashAtStation, &[Accepted], money(10, 12));
        assert_eq!(cash, PaymentStatus::Collected);
    }

    #[test]
    fn a_payment_is_awaited_a_week_in_cash_and_a_day_by_transfer() {
        for (method, days) in [(PaymentMethod::CashAtStation, 7), (PaymentMethod::BankTransfer, 1)] {
            assert_eq!(method.unpaid_until(1_000), 1_000 + days * 86_400_000);
        }
    }

    #[test]
    fn cash_needs_a_station() {
        assert!(!PaymentMethod::CashAtStation.is_offered_for(DeliveryMethod::Address));
        assert!(PaymentMethod::CashAtStation.is_offered_for(DeliveryMethod::Station));
        assert!(PaymentMethod::BankTransfer.is_offered_for(DeliveryMethod::Address));
    }

    #[test]
    fn a_cooperative_reads_of_its_own_money_only() {
        use PaymentMethod::{BankTransfer, CashAtStation};
        use PaymentState::{Overpaid, Paid, PartPaid, ToRefund, Unpaid};
        let order = |method, covers| {
            let payment = OrderPayment {
                method,
                covers,
                has_money: covers,
                expires_at_ms: 0,
            };
            OrderState::placed(DeliveryMethod::Station, payment, 0)
        };
        let (paid, unpaid) = (order(CashAtStation, true), order(CashAtStation, false));
        // Something of another's part goes back.
        assert_eq!(paid.payment_state(ToRefund, false), Paid);
        assert_eq!(order(BankTransfer, true).payment_state(Overpaid, false), Paid);
        assert_eq!(paid.payment_state(ToRefund, true), ToRefund);
        // Another's part was paid at the counter, or this one and not another's.
        assert_eq!(unpaid.payment_state(PartPaid, false), Unpaid);
        assert_eq!(paid.payment_state(PartPaid, false), Paid);
        assert_eq!(order(BankTransfer, false).payment_state(PartPaid, false), PartPaid);
        let canceled = OrderState {
            status: OrderStatus::Canceled,
            ..paid
        };
        assert_eq!(canceled.payment_state(ToRefund, false), ToRefund);
    }
}
