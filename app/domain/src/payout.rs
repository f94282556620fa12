//! What the Centre pays a cooperative of what it owes it: written down by one person, approved by another one, then paid.

use crate::named::named_enum;
use crate::{ErrorCode, UserId};

named_enum! {
    /// How far a payout is.
    pub enum PayoutState {
        /// Somebody of the Centre wrote it down.
        Draft = "draft",
        /// A second one looked at it and said yes.
        Approved = "approved",
        /// The cooperative has the money. A row that undoes another one is paid, too: the money came back.
        Paid = "paid",
        /// It was not paid, and will not be.
        Withdrawn = "withdrawn",
    }
}

named_enum! {
    /// What is done with a payout.
    pub enum PayoutStep {
        Approve = "approve",
        Pay = "pay",
        /// Says that it will not be paid.
        Withdraw = "withdraw",
        /// Says that what was noted as paid was not, by a row with the opposite amount.
        Undo = "undo",
    }
}

named_enum! {
    /// How the cooperative gets the money.
    pub enum PayoutMethod {
        /// To its account, with the bank's number of the transfer.
        Bank = "bank",
        /// In cash, with the number of a signed receipt.
        Cash = "cash",
    }
}

impl PayoutState {
    /// The state after a step by `who`, where `made_by` wrote it down. An undone payout stays paid: another row undoes it.
    ///
    /// # Errors
    /// [`ErrorCode::DoneAlready`] when it is there already; [`ErrorCode::InvalidTransition`] when it does not follow, or
    /// somebody approves what they wrote down themselves.
    pub fn after(self, step: PayoutStep, made_by: UserId, who: UserId) -> Result<Self, ErrorCode> {
        match (self, step) {
            (Self::Draft, PayoutStep::Approve) if made_by != who => Ok(Self::Approved),
            (Self::Approved, PayoutStep::Pay) | (Self::Paid, PayoutStep::Undo) => Ok(Self::Paid),
            (Self::Draft | Self::Approved, PayoutStep::Withdraw) => Ok(Self::Withdrawn),
            (Self::Approved, PayoutStep::Approve)
            | (Self::Paid, PayoutStep::Pay)
            | (Self::Withdrawn, PayoutStep::Withdraw) => Err(ErrorCode::DoneAlready),
            _ => Err(ErrorCode::InvalidTransition),
        }
    }

    /// The steps that `who` can take with it.
    pub fn steps(self, made_by: UserId, who: UserId) -> impl Iterator<Item = PayoutStep> {
        PayoutStep::ALL
            .into_iter()
            .filter(move |step| self.after(*step, made_by, who).is_ok())
    }
}

/// What of `kept`, which its cooperative gets of an order, there is money for, fen: all of it, where `here`, which came in for
/// everything that was ordered at once and is still here, pays for the `handed_over` of that; else a share like that of the
/// money. A part of a fen is not paid out.
pub fn paid_part(kept: i64, handed_over: i64, here: i64) -> i64 {
    if here >= handed_over {
        return kept;
    }
    let share = i128::from(kept) * i128::from(here.max(0)) / i128::from(handed_over.max(1));
    i64::try_from(share).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ONE: UserId = UserId(1);
    const OTHER: UserId = UserId(2);

    #[test]
    fn a_payout_needs_two_people_and_their_order() {
        use PayoutState::{Approved, Draft, Paid, Withdrawn};
        use PayoutStep::{Approve, Pay, Undo, Withdraw};
        assert_eq!(Draft.after(Approve, ONE, ONE), Err(ErrorCode::InvalidTransition));
        assert_eq!(Draft.after(Approve, ONE, OTHER), Ok(Approved));
        assert_eq!(Draft.after(Pay, ONE, OTHER), Err(ErrorCode::InvalidTransition));
        // Who wrote it down may hand over what another one approved.
        assert_eq!(Approved.after(Pay, ONE, ONE), Ok(Paid));
        assert_eq!(Paid.after(Pay, ONE, OTHER), Err(ErrorCode::DoneAlready));
        for state in [Draft, Approved] {
            assert_eq!(state.after(Withdraw, ONE, OTHER), Ok(Withdrawn));
            assert_eq!(state.after(Undo, ONE, OTHER), Err(ErrorCode::InvalidTransition));
        }
        assert_eq!(Paid.after(Withdraw, ONE, OTHER), Err(ErrorCode::InvalidTransition));
        for step in PayoutStep::ALL {
            assert!(Withdrawn.after(step, ONE, OTHER).is_err(), "{step}");
        }
        let own: Vec<PayoutStep> = Draft.steps(ONE, ONE).collect();
        assert_eq!(own, [Withdraw]);
    }

    #[test]
    fn what_came_in_is_shared_where_it_does_not_pay_for_all() {
        assert_eq!(paid_part(90, 100, 100), 90);
        assert_eq!(paid_part(90, 100, 130), 90, "what is too much is the buyer's");
        assert_eq!(paid_part(90, 100, 50), 45);
        assert_eq!(paid_part(90, 100, 33), 29, "29.7");
        for nothing in [0, -5] {
            assert_eq!(paid_part(90, 100, nothing), 0);
        }
        assert_eq!(paid_part(0, 0, 0), 0);
    }

    proptest! {
        #[test]
        fn cooperatives_get_no_more_than_came_in(
            orders in prop::collection::vec((0_i64..1_000_000, 0_i64..100_000), 1..6),
            here in 0_i64..5_000_000,
        ) {
            // Of each order its cooperative gets less than it costs: freight goes to the carrier.
            let handed_over: i64 = orders.iter().map(|(kept, freight)| kept + freight).sum();
            let paid: i64 = orders.iter().map(|(kept, _)| paid_part(*kept, handed_over, here)).sum();
            prop_assert!(paid <= here);
            for (kept, _) in orders {
                let part = paid_part(kept, handed_over, here);
                prop_assert!((0..=kept).contains(&part));
                prop_assert!(part <= paid_part(kept, handed_over, here + 1));
            }
        }
    }
}
