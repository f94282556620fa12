//! Sending less than was ordered: what is missing, why, and what it then costs.

use thiserror::Error;

use crate::named::named_enum;
use crate::{FulfilmentStatus, Money, MoneyError, OrderParty, OrderState, OrderStatus, Refusal, StockReason};

named_enum! {
    /// Why less is sent than was ordered, as the buyer reads it.
    pub enum ReductionReason {
        OutOfStock = "out-of-stock",
        /// Spoilt, broken, not as good as it should be.
        Damaged = "damaged",
        /// What is sold by weight weighed a little less.
        Weighed = "weighed",
        BuyerAsked = "buyer-asked",
        Other = "other",
    }
}

impl ReductionReason {
    /// How the stock's ledger says it, when what is not sent is not there to be sold to others either.
    pub const fn stock_reason(self) -> Option<StockReason> {
        match self {
            Self::OutOfStock => Some(StockReason::Counted),
            Self::Damaged => Some(StockReason::Spoiled),
            Self::Weighed | Self::BuyerAsked | Self::Other => None,
        }
    }
}

/// A line of an order: how much was sold for how much, and what of it is sent so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SoldLine {
    /// Ordered, in the offer's unit; more than zero.
    pub ordered: i64,
    /// What all of it costs.
    pub total: Money,
    /// Sent, in the offer's unit.
    pub sent: i64,
}

/// Why a line cannot be reduced to an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ReductionError {
    #[error("more than is sent now, {sent}")]
    More { sent: i64 },
    #[error("less than nothing")]
    Negative,
    #[error(transparent)]
    Money(#[from] MoneyError),
}

impl SoldLine {
    /// What is missing of it so far.
    pub const fn missing(self) -> i64 {
        self.ordered - self.sent
    }

    /// What is to be paid for what is sent: its share of the price frozen at sale, rounded once, half to even.
    ///
    /// # Errors
    /// When the amounts do not fit.
    pub fn cost(self) -> Result<Money, MoneyError> {
        self.total.times_ratio(self.sent, self.ordered)
    }

    /// The line with less of it sent. Never more: what was said to be missing stays so.
    ///
    /// # Errors
    /// When it is more, or less than nothing.
    pub const fn reduced_to(self, sent: i64) -> Result<Self, ReductionError> {
        if sent < 0 {
            return Err(ReductionError::Negative);
        }
        if sent > self.sent {
            return Err(ReductionError::More { sent: self.sent });
        }
        Ok(Self { sent, ..self })
    }
}

/// How far the scales may be off what is to be sent, per cent of it: what is filled by hand is never just right. What is further
/// off is rather mistyped than weighed, and could not be taken back; it is asked about first.
pub const WEIGHING_TOLERANCE: i64 = 10;

/// The most by which the scales may be off `sent`, in its unit.
const fn tolerated(sent: i64) -> i64 {
    sent / (100 / WEIGHING_TOLERANCE)
}

/// The least that the scales may say of goods of which `sent` is to be sent, both in grams or millilitres.
pub const fn least_weighed(sent: i64) -> i64 {
    sent - tolerated(sent)
}

/// The most that the scales may say of them. What is more than `sent` goes along and is not charged: nobody pays more than was
/// promised.
pub const fn most_weighed(sent: i64) -> i64 {
    sent.saturating_add(tolerated(sent))
}

impl OrderState {
    /// Whether `party` may send less of it now: until it has left the cooperative.
    ///
    /// # Errors
    /// Why not.
    pub const fn may_reduce(self, party: OrderParty) -> Result<(), Refusal> {
        match party {
            OrderParty::Buyer | OrderParty::Station | OrderParty::Clock => Err(Refusal::NotYours),
            OrderParty::Cooperative | OrderParty::Centre => self.is_still_here(),
        }
    }

    /// Whether its goods have not left the cooperative, and are still to.
    pub(crate) const fn is_still_here(self) -> Result<(), Refusal> {
        match (self.status, self.fulfilment) {
            (OrderStatus::Placed | OrderStatus::Accepted, FulfilmentStatus::Unfulfilled | FulfilmentStatus::Packed) => {
                Ok(())
            }
            (OrderStatus::Placed | OrderStatus::Accepted, _) => Err(Refusal::Dispatched),
            _ => Err(Refusal::Over),
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::{Currency, DeliveryMethod, OrderPayment, OrderStep, PaymentMethod};

    fn line(ordered: i64, minor: i64) -> SoldLine {
        SoldLine {
            ordered,
            total: Money::new(minor, Currency::Cny),
            sent: ordered,
        }
    }

    #[test]
    fn what_is_sent_costs_its_share() {
        let bags = line(3, 9540);
        assert_eq!(bags.cost().unwrap().minor, 9540);
        assert_eq!(bags.reduced_to(2).unwrap().cost().unwrap().minor, 6360);
        assert_eq!(bags.reduced_to(0).unwrap().cost().unwrap().minor, 0);
        let loose = line(500, 1999);
        assert_eq!(loose.reduced_to(487).unwrap().cost().unwrap().minor, 1947, "19.4702…");
        assert_eq!(loose.reduced_to(487).unwrap().missing(), 13);
    }

    #[test]
    fn it_is_never_more_and_never_costs_more() {
        for (ordered, minor) in [(1, 1), (3, 100), (7, 99), (1000, 3), (5, 0)] {
            let mut before = line(ordered, minor);
            for sent in (0..=ordered).rev() {
                let now = before.reduced_to(sent).unwrap();
                assert!(now.cost().unwrap().minor <= before.cost().unwrap().minor);
                assert_eq!(now.reduced_to(sent + 1), Err(ReductionError::More { sent }));
                before = now;
            }
        }
        assert_eq!(line(2, 2).reduced_to(-1), Err(ReductionError::Negative));
    }

    #[test]
    fn the_scales_say_a_tenth_less_or_more_at_most() {
        for (sent, least, most) in [
            (0, 0, 0),
            (1, 1, 1),
            (9, 9, 9),
            (10, 9, 11),
            (600, 540, 660),
            (1_999, 1_800, 2_198),
            (20_000, 18_000, 22_000),
        ] {
            assert_eq!((least_weighed(sent), most_weighed(sent)), (least, most), "{sent}");
        }
        assert_eq!(most_weighed(i64::MAX), i64::MAX);
    }

    #[test]
    fn less_is_sent_only_of_what_has_not_left() {
        let payment = OrderPayment {
            method: PaymentMethod::CashAtStation,
            covers: true,
            has_money: false,
            expires_at_ms: 10,
        };
        let placed = OrderState::placed(DeliveryMethod::Station, payment, 0);
        let party = OrderParty::Cooperative;
        let mut state = placed;
        for step in [OrderStep::Accept, OrderStep::Pack] {
            assert_eq!(state.may_reduce(party), Ok(()));
            state = state.apply(step, party, 1).unwrap().0;
        }
        assert_eq!(state.may_reduce(party), Ok(()), "packed, and still here");
        state = state.apply(OrderStep::Dispatch, party, 1).unwrap().0;
        assert_eq!(state.may_reduce(party), Err(Refusal::Dispatched));
        let canceled = placed.apply(OrderStep::Cancel, party, 1).unwrap().0;
        assert_eq!(canceled.may_reduce(party), Err(Refusal::Over));
        assert_eq!(placed.may_reduce(OrderParty::Buyer), Err(Refusal::NotYours));
    }
}
