//! The money of an order group: what is due, what came in, what goes back. It is a sum of entries that are only ever
//! added; a mistake is undone by an entry with the opposite amount.

use crate::{MoneyError, PaymentMethod, named::named_enum};

named_enum! {
    /// What an entry of money is about. Amounts are positive; an entry that undoes another has its amount negated.
    pub enum EntryKind {
        /// To be paid by the buyer: once for each order, undone when the order ends without a sale.
        Due = "due",
        /// Came in.
        Received = "received",
        /// Has to be sent back to the buyer.
        ToGiveBack = "to_give_back",
        /// Was sent back.
        GivenBack = "given_back",
        /// Due, but waived: a few fen short are not worth a reminder.
        WrittenOff = "written_off",
    }
}

named_enum! {
    /// How an entry was made; it never changes, entries are only added.
    pub enum EntryState {
        /// It belongs to an order group.
        Booked = "booked",
        /// Money came in, and for what is not known yet.
        Unassigned = "unassigned",
        /// It undoes another entry.
        Counter = "counter",
    }
}

named_enum! {
    /// How far a group is paid.
    pub enum PaymentState {
        /// Nothing is to be paid any more, and nothing came in.
        NothingDue = "nothing-due",
        Unpaid = "unpaid",
        PartPaid = "part-paid",
        Paid = "paid",
        /// More came in than is due, and it is not decided what becomes of the rest.
        Overpaid = "overpaid",
        /// Something is waiting to be sent back.
        ToRefund = "to-refund",
        /// All that came in was sent back.
        Refunded = "refunded",
    }
}

/// Sums of the entries of one order group, minor units of its currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    pub due: i64,
    pub received: i64,
    pub to_give_back: i64,
    pub given_back: i64,
    pub written_off: i64,
}

impl Balance {
    /// The sums with one entry more; refuses what does not fit.
    pub fn with(mut self, kind: EntryKind, amount: i64) -> Result<Self, MoneyError> {
        let sum = match kind {
            EntryKind::Due => &mut self.due,
            EntryKind::Received => &mut self.received,
            EntryKind::ToGiveBack => &mut self.to_give_back,
            EntryKind::GivenBack => &mut self.given_back,
            EntryKind::WrittenOff => &mut self.written_off,
        };
        *sum = sum.checked_add(amount).ok_or(MoneyError::Overflow)?;
        Ok(self)
    }

    /// What came in and is still here.
    pub const fn held(self) -> i64 {
        self.received.saturating_sub(self.given_back)
    }

    /// What is due without what was waived.
    const fn owed(self) -> i64 {
        self.due.saturating_sub(self.written_off)
    }

    /// What the buyer still has to pay.
    pub fn open(self) -> i64 {
        self.owed().saturating_sub(self.held()).max(0)
    }

    /// What is here beyond what is due.
    pub fn excess(self) -> i64 {
        self.held().saturating_sub(self.owed().max(0)).max(0)
    }

    /// What waits to be sent back.
    pub const fn waiting_back(self) -> i64 {
        self.to_give_back.saturating_sub(self.given_back)
    }

    /// Whether everything due has come in.
    pub fn is_paid(self) -> bool {
        self.due > 0 && self.open() == 0
    }

    /// How far it is paid.
    pub fn state(self) -> PaymentState {
        if self.waiting_back() > 0 {
            return PaymentState::ToRefund;
        }
        match (self.owed(), self.held()) {
            (owed, 0) if self.given_back > 0 && owed <= 0 => PaymentState::Refunded,
            (owed, held) if held > owed.max(0) => PaymentState::Overpaid,
            (owed, _) if owed <= 0 && self.due > 0 => PaymentState::Paid,
            (owed, _) if owed <= 0 => PaymentState::NothingDue,
            (_, held) if held <= 0 => PaymentState::Unpaid,
            (owed, held) if held < owed => PaymentState::PartPaid,
            _ => PaymentState::Paid,
        }
    }

    /// Whether what came in pays for an order of `total`, beside those of `handed_over` that the buyer has already. A
    /// transfer comes in for the whole group at once; cash is taken parcel by parcel.
    pub fn covers(self, method: PaymentMethod, handed_over: i64, total: i64) -> bool {
        match method {
            _ if self.open() == 0 => true,
            PaymentMethod::BankTransfer => false,
            PaymentMethod::CashAtStation => {
                self.held().saturating_add(self.written_off) >= handed_over.saturating_add(total)
            }
        }
    }

    /// By how much [`EntryKind::ToGiveBack`] has to change after `dropped` of what was due fell away, or an entry was
    /// undone: up to what is here in excess because of that, and never more than the excess.
    pub fn correction(self, dropped: i64) -> i64 {
        let (excess, waiting) = (self.excess(), self.waiting_back());
        if waiting > excess {
            excess - waiting
        } else {
            dropped.max(0).min(excess - waiting)
        }
    }

    /// What is wrong with these sums, if anything: no history of entries may lead here.
    pub fn contradiction(self) -> Option<&'static str> {
        if self.due < 0 || self.received < 0 || self.given_back < 0 || self.to_give_back < 0 || self.written_off < 0 {
            Some("more was undone than was there")
        } else if self.given_back > self.received {
            Some("more was sent back than came in")
        } else if self.given_back > self.to_give_back {
            Some("more was sent back than was to be")
        } else if self.waiting_back() > self.excess() {
            Some("more is to be sent back than is in excess")
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(due: i64, received: i64, to_give_back: i64, given_back: i64, written_off: i64) -> Balance {
        Balance {
            due,
            received,
            to_give_back,
            given_back,
            written_off,
        }
    }

    #[test]
    fn the_state_is_read_off_the_sums() {
        use PaymentState::{NothingDue, Overpaid, Paid, PartPaid, Refunded, ToRefund, Unpaid};
        for (sums, state, open) in [
            (money(0, 0, 0, 0, 0), NothingDue, 0),
            (money(100, 0, 0, 0, 0), Unpaid, 100),
            (money(100, 40, 0, 0, 0), PartPaid, 60),
            (money(100, 100, 0, 0, 0), Paid, 0),
            (money(100, 99, 0, 0, 1), Paid, 0),
            (money(100, 0, 0, 0, 100), Paid, 0),
            (money(100, 130, 0, 0, 0), Overpaid, 0),
            (money(0, 130, 0, 0, 0), Overpaid, 0),
            (money(100, 130, 30, 0, 0), ToRefund, 0),
            (money(100, 130, 30, 30, 0), Paid, 0),
            (money(0, 100, 100, 0, 0), ToRefund, 0),
            (money(0, 100, 100, 40, 0), ToRefund, 0),
            (money(0, 100, 100, 100, 0), Refunded, 0),
        ] {
            assert_eq!((sums.state(), sums.open()), (state, open), "{sums:?}");
            assert_eq!(sums.contradiction(), None, "{sums:?}");
        }
    }

    #[test]
    fn what_falls_away_goes_back_as_far_as_it_was_paid() {
        // Of two orders of 60 and 40, the second is called off.
        assert_eq!(money(60, 0, 0, 0, 0).correction(40), 0, "nothing was paid");
        assert_eq!(money(60, 50, 0, 0, 0).correction(40), 0, "it still pays the rest");
        assert_eq!(money(60, 80, 0, 0, 0).correction(40), 20);
        assert_eq!(money(60, 100, 0, 0, 0).correction(40), 40);
        // Overpaid by 30 before: that stays for somebody to decide.
        assert_eq!(money(60, 130, 0, 0, 0).correction(40), 40);
        // The transfer was a mistake and is undone: there is nothing left to send back.
        assert_eq!(money(60, 0, 40, 0, 0).correction(0), -40);
    }

    #[test]
    fn cash_is_taken_parcel_by_parcel_and_a_transfer_at_once() {
        let half = money(100, 60, 0, 0, 0);
        assert!(half.covers(PaymentMethod::CashAtStation, 0, 60));
        assert!(!half.covers(PaymentMethod::CashAtStation, 60, 40));
        assert!(!half.covers(PaymentMethod::BankTransfer, 0, 60));
        let all = money(100, 100, 0, 0, 0);
        assert!(all.covers(PaymentMethod::BankTransfer, 60, 40));
    }

    #[test]
    fn sums_that_no_history_leads_to_are_found() {
        for sums in [
            money(-1, 0, 0, 0, 0),
            money(0, 10, 20, 20, 0),
            money(0, 10, 0, 5, 0),
            money(10, 10, 5, 0, 0),
        ] {
            assert!(sums.contradiction().is_some(), "{sums:?}");
        }
    }
}
