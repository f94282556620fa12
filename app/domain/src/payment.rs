//! The one payment of an order group: cash at the station, or a bank transfer.

use crate::{DeliveryMethod, Refusal, named::named_enum};

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

    /// Whether a buyer may pay like this: cash needs someone to take it.
    pub const fn is_offered_for(self, delivery: DeliveryMethod) -> bool {
        match (self, delivery) {
            (Self::CashAtStation, DeliveryMethod::Address) => false,
            (Self::CashAtStation, DeliveryMethod::Station) | (Self::BankTransfer, _) => true,
        }
    }
}

named_enum! {
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

    pub const fn is_terminal(self) -> bool {
        !matches!(self, Self::Created | Self::Collected)
    }
}

named_enum! {
    pub enum PaymentCommand {
        /// A station took the cash.
        Collect = "collect",
        /// A station's cash came into the bank.
        Bank = "bank",
        /// The transfer came in.
        Capture = "capture",
        /// The bank refused the transfer.
        Fail = "fail",
        /// Give up waiting. Only once no order of the group stands any more: cash for an accepted
        /// order may come after its time.
        Expire = "expire",
        /// Call it off with the group's last order.
        Void = "void",
    }
}

/// What happened to a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaymentEvent {
    Collected,
    Banked,
    Captured,
    Failed,
    Expired,
    Voided,
    /// A transfer came in that nothing waits for any more: it goes back.
    RefundDue,
}

/// A payment as its rules see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaymentState {
    pub method: PaymentMethod,
    pub status: PaymentStatus,
    /// From when on it may expire, ms since 1970 UTC.
    pub expires_at_ms: i64,
}

impl PaymentState {
    /// A payment awaited from now on.
    pub const fn created(method: PaymentMethod, now_ms: i64) -> Self {
        Self {
            method,
            status: PaymentStatus::Created,
            expires_at_ms: now_ms.saturating_add(method.unpaid_lifetime_ms()),
        }
    }

    /// Takes one step, or refuses it.
    ///
    /// Money that arrives after the time but before [`PaymentCommand::Expire`] is taken: the clock
    /// alone ends nothing.
    pub fn apply(self, command: &PaymentCommand, now_ms: i64) -> Result<(Self, Vec<PaymentEvent>), Refusal> {
        use PaymentStatus::{Banked, Captured, Collected, Created, Expired, Failed, Voided};

        self.require_method(command)?;
        let (status, event) = match (self.status, command) {
            (Created, PaymentCommand::Collect) => (Collected, PaymentEvent::Collected),
            (Collected, PaymentCommand::Bank) => (Banked, PaymentEvent::Banked),
            (Created, PaymentCommand::Capture) => (Captured, PaymentEvent::Captured),
            (Failed | Expired | Voided, PaymentCommand::Capture) => (self.status, PaymentEvent::RefundDue),
            (Created, PaymentCommand::Fail) => (Failed, PaymentEvent::Failed),
            (Created, PaymentCommand::Expire) if now_ms < self.expires_at_ms => {
                return Err(Refusal::NotDue {
                    due_ms: self.expires_at_ms,
                });
            }
            (Created, PaymentCommand::Expire) => (Expired, PaymentEvent::Expired),
            (Created, PaymentCommand::Void) => (Voided, PaymentEvent::Voided),
            (status, command) => {
                return Err(Refusal::StepOrder {
                    state: status.as_str(),
                    command: command.as_str(),
                });
            }
        };
        Ok((Self { status, ..self }, vec![event]))
    }

    fn require_method(self, command: &PaymentCommand) -> Result<(), Refusal> {
        let fits = match command {
            PaymentCommand::Collect | PaymentCommand::Bank => self.method == PaymentMethod::CashAtStation,
            PaymentCommand::Capture | PaymentCommand::Fail => self.method == PaymentMethod::BankTransfer,
            PaymentCommand::Expire | PaymentCommand::Void => true,
        };
        if fits { Ok(()) } else { Err(Refusal::PaymentMethod) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACED_MS: i64 = 1_000_000;

    fn created(method: PaymentMethod) -> PaymentState {
        PaymentState::created(method, PLACED_MS)
    }

    fn after(payment: PaymentState, commands: &[PaymentCommand]) -> Result<PaymentStatus, Refusal> {
        commands
            .iter()
            .try_fold(payment, |payment, command| {
                payment
                    .apply(command, payment.expires_at_ms)
                    .map(|(payment, _)| payment)
            })
            .map(|payment| payment.status)
    }

    #[test]
    fn cash_goes_from_the_buyer_to_the_station_to_the_bank() {
        use PaymentCommand::{Bank, Capture, Collect};
        let cash = created(PaymentMethod::CashAtStation);
        assert_eq!(after(cash, &[Collect, Bank]), Ok(PaymentStatus::Banked));
        assert_eq!(after(cash, &[Capture]), Err(Refusal::PaymentMethod));
        assert!(after(cash, &[Bank]).is_err());
        assert!(after(cash, &[Collect, Collect]).is_err());
    }

    #[test]
    fn a_transfer_comes_in_or_does_not() {
        use PaymentCommand::{Capture, Collect, Fail};
        let transfer = created(PaymentMethod::BankTransfer);
        assert_eq!(after(transfer, &[Capture]), Ok(PaymentStatus::Captured));
        assert_eq!(after(transfer, &[Fail]), Ok(PaymentStatus::Failed));
        assert_eq!(after(transfer, &[Collect]), Err(Refusal::PaymentMethod));
    }

    #[test]
    fn a_transfer_that_nothing_waits_for_goes_back() {
        let late = PaymentState {
            status: PaymentStatus::Expired,
            ..created(PaymentMethod::BankTransfer)
        };
        assert_eq!(
            late.apply(&PaymentCommand::Capture, i64::MAX),
            Ok((late, vec![PaymentEvent::RefundDue]))
        );
    }

    #[test]
    fn money_that_came_is_not_called_off() {
        use PaymentCommand::{Capture, Collect, Expire, Void};
        for ending in [Expire, Void] {
            assert!(after(created(PaymentMethod::CashAtStation), &[Collect, ending]).is_err());
            assert!(after(created(PaymentMethod::BankTransfer), &[Capture, ending]).is_err());
        }
    }

    #[test]
    fn a_payment_is_awaited_a_week_in_cash_and_a_day_by_transfer() {
        for (method, days) in [(PaymentMethod::CashAtStation, 7), (PaymentMethod::BankTransfer, 1)] {
            let due_ms = PLACED_MS + days * 86_400_000;
            let expire_at = |now_ms| created(method).apply(&PaymentCommand::Expire, now_ms);
            assert_eq!(expire_at(due_ms - 1), Err(Refusal::NotDue { due_ms }));
            assert!(expire_at(due_ms).is_ok(), "{method}");
        }
    }

    #[test]
    fn cash_needs_a_station() {
        assert!(!PaymentMethod::CashAtStation.is_offered_for(DeliveryMethod::Address));
        assert!(PaymentMethod::CashAtStation.is_offered_for(DeliveryMethod::Station));
        assert!(PaymentMethod::BankTransfer.is_offered_for(DeliveryMethod::Address));
    }
}
