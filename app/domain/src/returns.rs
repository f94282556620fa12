//! What can be sent back or made good after the sale: the district's rules, and what a buyer may report of an order when.

use crate::named::named_enum;
use crate::order::OrderState;
use crate::{DeliveryMethod, FulfilmentStatus, ReductionReason, Refusal, UNDO_MS};

/// How long a cooperative may take to answer a report before the Centre sees it.
pub const REPORT_ANSWER_MS: i64 = 48 * HOUR_MS;

/// Photos with a report at the most.
pub const MAX_REPORT_PHOTOS: usize = 3;

const HOUR_MS: i64 = 60 * 60 * 1000;
const DAY_MS: i64 = 24 * HOUR_MS;

named_enum! {
    /// Whether goods of a category can be sold again once they were on their way.
    pub enum GoodsClass {
        /// Fruit, vegetables, what is opened or made on order: it does not come back for a change of mind.
        Fresh = "fresh",
        /// Dry goods in a closed pack.
        Packaged = "packaged",
    }
}

named_enum! {
    /// Who pays the way back of goods that the buyer changed their mind about. What arrives damaged, spoiled or wrong costs
    /// the buyer nothing.
    pub enum WayBack {
        Buyer = "buyer",
        Cooperative = "cooperative",
    }
}

named_enum! {
    /// What a buyer says is wrong with a line of an order.
    pub enum ReportKind {
        Damaged = "damaged",
        Spoiled = "spoiled",
        Missing = "missing",
        /// Other goods than were ordered.
        Wrong = "wrong",
        Other = "other",
        /// Nothing is wrong, but the buyer does not want it any more.
        Unwanted = "unwanted",
    }
}

impl ReportKind {
    /// How the books say it, where money goes back.
    pub const fn reason(self) -> ReductionReason {
        match self {
            Self::Damaged | Self::Spoiled => ReductionReason::Damaged,
            Self::Missing => ReductionReason::OutOfStock,
            Self::Unwanted => ReductionReason::BuyerAsked,
            Self::Wrong | Self::Other => ReductionReason::Other,
        }
    }
}

named_enum! {
    /// How a cooperative answered a report.
    pub enum ReportOutcome {
        /// Money goes back: a part, or all of the line.
        Refunded = "refunded",
        /// The same goods are sent once more.
        Replaced = "replaced",
        Declined = "declined",
    }
}

/// What the Centre promises for all cooperatives; an order keeps the rules of its sale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ReturnRules {
    /// Hours after the goods were handed over in which a buyer can say that something is wrong.
    pub report_hours: u16,
    /// Days after that in which packaged goods can be sent back unopened; 0 for never.
    pub return_days: u16,
    /// Who pays their way back.
    pub way_back: WayBack,
}

impl Default for ReturnRules {
    fn default() -> Self {
        Self {
            report_hours: 48,
            return_days: 7,
            way_back: WayBack::Buyer,
        }
    }
}

impl ReturnRules {
    /// Fewest and most hours for a report: one sleeps over a parcel that came in the evening.
    pub const HOURS: std::ops::RangeInclusive<u16> = 24..=720;
    /// Most days for a change of mind.
    pub const MOST_DAYS: u16 = 90;

    /// Until when something can be reported, ms since 1970 UTC.
    pub fn report_until(self, handed_over_ms: i64) -> i64 {
        handed_over_ms.saturating_add(i64::from(self.report_hours) * HOUR_MS)
    }

    /// Until when goods of this class can be sent back for a change of mind; none when they never can.
    pub fn return_until(self, class: GoodsClass, handed_over_ms: i64) -> Option<i64> {
        (class == GoodsClass::Packaged && self.return_days > 0)
            .then(|| handed_over_ms.saturating_add(i64::from(self.return_days) * DAY_MS))
    }
}

/// A line of an order, as far as reports of it depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportLine {
    /// The rules of its sale.
    pub rules: ReturnRules,
    /// What it is.
    pub class: GoodsClass,
    /// When its order was handed over, ms since 1970 UTC; none while it was not.
    pub handed_over_ms: Option<i64>,
}

impl OrderState {
    /// Whether its buyer can report this now.
    ///
    /// # Errors
    /// Why not.
    pub fn may_report(self, kind: ReportKind, line: ReportLine, now_ms: i64) -> Result<(), Refusal> {
        if !self.status.stands() {
            return Err(Refusal::Over);
        }
        match (self.fulfilment, self.delivery, line.handed_over_ms) {
            (FulfilmentStatus::Delivered, _, Some(at)) => {
                let until = match kind {
                    ReportKind::Unwanted => line.rules.return_until(line.class, at).ok_or(Refusal::NotReturnable)?,
                    _ => line.rules.report_until(at),
                };
                if now_ms <= until {
                    Ok(())
                } else {
                    Err(Refusal::ReportTooLate)
                }
            }
            // A parcel may be there before anybody has noted it, if not in the minutes in which it can be undone that it left.
            // What is not wanted is not taken at the door.
            (FulfilmentStatus::Dispatched, DeliveryMethod::Address, _)
                if kind != ReportKind::Unwanted && self.left_for_good(now_ms) =>
            {
                Ok(())
            }
            _ => Err(Refusal::NotHandedOver),
        }
    }

    /// Whether a report of it can be made good now. Minutes after it left, that it left can still be undone.
    ///
    /// # Errors
    /// Why not.
    pub fn may_make_good(self, now_ms: i64) -> Result<(), Refusal> {
        if !self.status.stands() {
            return Err(Refusal::Over);
        }
        match self.fulfilment {
            FulfilmentStatus::Delivered => Ok(()),
            FulfilmentStatus::Dispatched if self.left_for_good(now_ms) => Ok(()),
            _ => Err(Refusal::NotHandedOver),
        }
    }

    /// Whether it cannot be undone any more that it left.
    const fn left_for_good(self, now_ms: i64) -> bool {
        now_ms.saturating_sub(self.moved_at_ms) > UNDO_MS
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{OrderPayment, OrderStatus, PaymentMethod};

    const AT: i64 = 1_000_000;

    fn order(status: OrderStatus, delivery: DeliveryMethod, fulfilment: FulfilmentStatus) -> OrderState {
        OrderState {
            status,
            delivery,
            fulfilment,
            payment: OrderPayment {
                method: PaymentMethod::BankTransfer,
                covers: true,
                has_money: true,
                expires_at_ms: 0,
            },
            moved_at_ms: AT,
        }
    }

    fn line(class: GoodsClass, handed_over_ms: Option<i64>) -> ReportLine {
        ReportLine {
            rules: ReturnRules::default(),
            class,
            handed_over_ms,
        }
    }

    #[test]
    fn damage_is_reported_for_two_days_and_a_change_of_mind_for_seven() {
        let state = order(
            OrderStatus::Completed,
            DeliveryMethod::Station,
            FulfilmentStatus::Delivered,
        );
        let may = |kind, class, after: i64| state.may_report(kind, line(class, Some(AT)), AT + after);
        for class in GoodsClass::ALL {
            assert_eq!(may(ReportKind::Damaged, class, 48 * HOUR_MS), Ok(()));
            assert_eq!(
                may(ReportKind::Spoiled, class, 48 * HOUR_MS + 1),
                Err(Refusal::ReportTooLate)
            );
        }
        let unwanted = |class, after| may(ReportKind::Unwanted, class, after);
        assert_eq!(unwanted(GoodsClass::Packaged, 7 * DAY_MS), Ok(()));
        assert_eq!(
            unwanted(GoodsClass::Packaged, 7 * DAY_MS + 1),
            Err(Refusal::ReportTooLate)
        );
        assert_eq!(unwanted(GoodsClass::Fresh, 0), Err(Refusal::NotReturnable));
    }

    #[test]
    fn no_days_are_never() {
        let rules = ReturnRules {
            return_days: 0,
            ..ReturnRules::default()
        };
        assert_eq!(rules.return_until(GoodsClass::Packaged, AT), None);
    }

    #[test]
    fn what_has_not_come_is_not_reported() {
        use DeliveryMethod::{Address, Station};
        use FulfilmentStatus::{Dispatched, Packed, ReadyForPickup};
        let may = |delivery, fulfilment, kind| {
            let later = AT + UNDO_MS + 1;
            order(OrderStatus::Accepted, delivery, fulfilment).may_report(kind, line(GoodsClass::Packaged, None), later)
        };
        assert_eq!(may(Address, Packed, ReportKind::Damaged), Err(Refusal::NotHandedOver));
        assert_eq!(may(Address, Dispatched, ReportKind::Damaged), Ok(()));
        assert_eq!(
            may(Address, Dispatched, ReportKind::Unwanted),
            Err(Refusal::NotHandedOver)
        );
        assert_eq!(
            may(Station, ReadyForPickup, ReportKind::Damaged),
            Err(Refusal::NotHandedOver)
        );
        // That it left can still be undone.
        let just_left = order(OrderStatus::Accepted, Address, Dispatched);
        assert_eq!(
            just_left.may_report(ReportKind::Damaged, line(GoodsClass::Fresh, None), AT + UNDO_MS),
            Err(Refusal::NotHandedOver)
        );
        let canceled = order(OrderStatus::Canceled, Address, FulfilmentStatus::Lost);
        let answer = canceled.may_report(ReportKind::Missing, line(GoodsClass::Fresh, None), AT);
        assert_eq!(answer, Err(Refusal::Over));
    }

    #[test]
    fn money_goes_back_once_it_cannot_be_undone_that_the_parcel_left() {
        let sent = order(
            OrderStatus::Accepted,
            DeliveryMethod::Address,
            FulfilmentStatus::Dispatched,
        );
        assert_eq!(sent.may_make_good(AT + UNDO_MS), Err(Refusal::NotHandedOver));
        assert_eq!(sent.may_make_good(AT + UNDO_MS + 1), Ok(()));
    }
}
