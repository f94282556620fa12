//! Sending something else in place of goods that are missing.

use crate::{Money, MoneyError, OrderParty, OrderState, Refusal, UNDO_MS};

/// What a replacement costs, beside what it takes the place of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// What was agreed for the part that is missing.
    pub agreed: Money,
    /// What is sent in its place costs in the shop today.
    pub worth: Money,
}

impl Replacement {
    /// What the buyer pays for it: never more than was agreed.
    pub const fn charged(self) -> Money {
        if self.worth.minor < self.agreed.minor {
            self.worth
        } else {
            self.agreed
        }
    }

    /// By how much the order becomes cheaper.
    ///
    /// # Errors
    /// When both are not of one currency.
    pub fn back(self) -> Result<Money, MoneyError> {
        self.agreed.checked_sub(self.charged())
    }
}

impl OrderState {
    /// Whether the cooperative may take back a replacement of `at_ms`, which nothing followed.
    ///
    /// # Errors
    /// Why not.
    pub const fn may_undo_replacement(self, party: OrderParty, at_ms: i64, now_ms: i64) -> Result<(), Refusal> {
        if let Err(refusal) = self.may_reduce(party) {
            return Err(refusal);
        }
        if now_ms.saturating_sub(at_ms) > UNDO_MS {
            return Err(Refusal::TooLate);
        }
        Ok(())
    }

    /// Whether the buyer may still say no to a replacement: until the parcel has left the cooperative.
    ///
    /// # Errors
    /// Why not.
    pub const fn may_decline_replacement(self, party: OrderParty) -> Result<(), Refusal> {
        match party {
            OrderParty::Buyer => self.is_still_here(),
            _ => Err(Refusal::NotYours),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Currency, DeliveryMethod, FulfilmentStatus, OrderPayment, PaymentMethod};

    fn replacement(agreed: i64, worth: i64) -> Replacement {
        let fen = |minor| Money::new(minor, Currency::Cny);
        Replacement {
            agreed: fen(agreed),
            worth: fen(worth),
        }
    }

    #[test]
    fn nobody_pays_more_than_was_agreed() {
        for (agreed, worth, charged, back) in [(100, 80, 80, 20), (100, 100, 100, 0), (100, 130, 100, 0), (0, 5, 0, 0)]
        {
            let replacement = replacement(agreed, worth);
            assert_eq!(replacement.charged().minor, charged);
            assert_eq!(replacement.back().map(|back| back.minor), Ok(back));
        }
    }

    #[test]
    fn it_is_taken_back_within_minutes_and_declined_until_the_goods_leave() {
        let payment = OrderPayment {
            method: PaymentMethod::CashAtStation,
            covers: true,
            has_money: false,
            expires_at_ms: 10,
        };
        let placed = OrderState::placed(DeliveryMethod::Station, payment, 0);
        let ours = OrderParty::Cooperative;
        assert_eq!(placed.may_undo_replacement(ours, 5, 5 + UNDO_MS), Ok(()));
        assert_eq!(placed.may_undo_replacement(ours, 5, 6 + UNDO_MS), Err(Refusal::TooLate));
        assert_eq!(
            placed.may_undo_replacement(OrderParty::Buyer, 5, 6),
            Err(Refusal::NotYours)
        );
        assert_eq!(placed.may_decline_replacement(OrderParty::Buyer), Ok(()));
        assert_eq!(placed.may_decline_replacement(ours), Err(Refusal::NotYours));
        let gone = OrderState {
            status: crate::OrderStatus::Accepted,
            fulfilment: FulfilmentStatus::Dispatched,
            ..placed
        };
        assert_eq!(
            gone.may_decline_replacement(OrderParty::Buyer),
            Err(Refusal::Dispatched)
        );
        assert_eq!(gone.may_undo_replacement(ours, 5, 6), Err(Refusal::Dispatched));
    }
}
