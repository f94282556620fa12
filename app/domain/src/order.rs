//! One cooperative's order, from placed to completed: which steps are possible, why others are not, and what follows
//! from each. How its group is paid is in [`crate::Balance`].

use crate::{
    DeliveryMethod, FulfilmentStatus, OrderEvent, OrderNews, OrderNote, OrderParty, OrderStatus, OrderStep,
    PaymentMethod, Refusal, StockMove,
};

/// How long a step taken by mistake can be undone. Short: the buyer has been told of it.
pub const UNDO_MS: i64 = 5 * 60 * 1000;

/// The payment behind an order, as far as its steps depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrderPayment {
    pub method: PaymentMethod,
    /// What came in covers this order, beside what was handed over of its group before ([`crate::Balance::covers`]).
    pub covers: bool,
    /// Whether anything came in for its group and is still here.
    pub has_money: bool,
    /// From when on the order may expire unpaid, ms since 1970 UTC.
    pub expires_at_ms: i64,
}

/// An order as its rules see it, together with the payment of its group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrderState {
    pub status: OrderStatus,
    pub delivery: DeliveryMethod,
    pub fulfilment: FulfilmentStatus,
    pub payment: OrderPayment,
    /// When its last step was taken, ms since 1970 UTC; after an undone step, longer ago than [`UNDO_MS`].
    pub moved_at_ms: i64,
}

/// The next state and what follows, or why the step cannot be taken.
pub(crate) type Answer = Result<(OrderState, Vec<OrderEvent>), Refusal>;

impl OrderState {
    /// An order as it is placed.
    pub const fn placed(delivery: DeliveryMethod, payment: OrderPayment, now_ms: i64) -> Self {
        Self {
            status: OrderStatus::Placed,
            delivery,
            fulfilment: FulfilmentStatus::Unfulfilled,
            payment,
            moved_at_ms: now_ms,
        }
    }

    /// The steps that `party` can take now, in the order of [`OrderStep::ALL`]. Exactly these [`apply`](Self::apply)
    /// takes.
    pub fn possible_steps(self, party: OrderParty, now_ms: i64) -> Vec<OrderStep> {
        OrderStep::ALL
            .into_iter()
            .filter(|step| self.apply(*step, party, now_ms).is_ok())
            .collect()
    }

    /// Takes one step, or says why not; then nothing has changed.
    pub fn apply(self, step: OrderStep, party: OrderParty, now_ms: i64) -> Answer {
        if !step.is_for(party) {
            return Err(Refusal::NotYours);
        }
        if self.status.is_terminal() {
            return Err(Refusal::Over);
        }
        let (next, events) = match step {
            OrderStep::Accept => self.accept(),
            OrderStep::UndoAccept => self.undo_accept(now_ms),
            OrderStep::Pack => self.pack(),
            OrderStep::UndoPack => self.undo_pack(now_ms),
            OrderStep::Dispatch => self.dispatch(),
            OrderStep::UndoDispatch => self.undo_dispatch(now_ms),
            OrderStep::Shelve => self.shelve(),
            OrderStep::UndoShelve => self.undo_shelve(now_ms),
            OrderStep::HandOver => self.hand_over(),
            OrderStep::NotCollected => self.not_collected(),
            OrderStep::Refuse => self.refuse(),
            OrderStep::Restock => self.come_back(StockMove::Back, OrderNote::Restocked),
            OrderStep::WriteOff => self.come_back(StockMove::Gone, OrderNote::WrittenOff),
            OrderStep::Lose => self.lose(),
            OrderStep::Cancel => self.cancel(),
            OrderStep::Expire => self.expire(now_ms),
        }?;
        // What stands again after an undone step was not done just now: it cannot be undone in turn.
        let moved_at_ms = if step.is_undo() { now_ms - UNDO_MS - 1 } else { now_ms };
        Ok((Self { moved_at_ms, ..next }, events))
    }

    fn accept(self) -> Answer {
        if self.status == OrderStatus::Accepted {
            return Err(Refusal::DoneAlready);
        }
        // Cash comes with the buyer, a transfer must be there first: an accepted order never expires.
        if self.payment.method == PaymentMethod::BankTransfer {
            self.require_paid()?;
        }
        self.answer(
            OrderStatus::Accepted,
            self.fulfilment,
            OrderNote::Accepted,
            [
                OrderEvent::Stock(StockMove::Firm),
                OrderEvent::Told(OrderNews::Accepted),
            ],
        )
    }

    fn pack(self) -> Answer {
        self.require_accepted()?;
        match self.fulfilment {
            FulfilmentStatus::Unfulfilled => self.moves(FulfilmentStatus::Packed, OrderNote::Packed, None),
            _ => Err(Refusal::DoneAlready),
        }
    }

    fn dispatch(self) -> Answer {
        self.require_accepted()?;
        match self.fulfilment {
            FulfilmentStatus::Packed => self.moves(
                FulfilmentStatus::Dispatched,
                OrderNote::Dispatched,
                [OrderEvent::Stock(StockMove::Leaves), OrderEvent::Told(OrderNews::Sent)],
            ),
            FulfilmentStatus::Unfulfilled => Err(Refusal::NotPacked),
            _ => Err(Refusal::DoneAlready),
        }
    }

    fn shelve(self) -> Answer {
        self.require_accepted()?;
        if self.delivery == DeliveryMethod::Address {
            return Err(Refusal::OtherDelivery);
        }
        match self.fulfilment {
            FulfilmentStatus::Dispatched => self.moves(
                FulfilmentStatus::ReadyForPickup,
                OrderNote::ReadyForPickup,
                [OrderEvent::Told(OrderNews::Ready)],
            ),
            FulfilmentStatus::Unfulfilled | FulfilmentStatus::Packed => Err(Refusal::NotSent),
            _ => Err(Refusal::DoneAlready),
        }
    }

    /// Nothing is given to the buyer before it is paid; then nothing is left to do, so the order is complete.
    fn hand_over(self) -> Answer {
        self.require_at_the_buyers()?;
        self.require_paid()?;
        self.answer(
            OrderStatus::Completed,
            FulfilmentStatus::Delivered,
            OrderNote::Delivered,
            [],
        )
    }

    fn not_collected(self) -> Answer {
        self.require_accepted()?;
        if self.delivery == DeliveryMethod::Address {
            return Err(Refusal::OtherDelivery);
        }
        self.require_at_the_buyers()?;
        self.moves(FulfilmentStatus::Returning, OrderNote::NotCollected, None)
    }

    fn refuse(self) -> Answer {
        self.require_at_the_buyers()?;
        self.moves(FulfilmentStatus::Returning, OrderNote::Refused, None)
    }

    fn come_back(self, stock: StockMove, note: OrderNote) -> Answer {
        self.require_accepted()?;
        match self.fulfilment {
            FulfilmentStatus::Returning => self.ends(FulfilmentStatus::Returned, note, stock),
            FulfilmentStatus::Unfulfilled | FulfilmentStatus::Packed => Err(Refusal::NotSent),
            _ => Err(Refusal::NotReturning),
        }
    }

    fn lose(self) -> Answer {
        self.require_accepted()?;
        match self.fulfilment {
            FulfilmentStatus::Unfulfilled | FulfilmentStatus::Packed => Err(Refusal::NotSent),
            _ => self.ends(FulfilmentStatus::Lost, OrderNote::Lost, StockMove::Gone),
        }
    }

    fn cancel(self) -> Answer {
        if self.fulfilment.has_left() {
            return Err(Refusal::Dispatched);
        }
        self.ends(self.fulfilment, OrderNote::Canceled, StockMove::Freed)
    }

    fn expire(self, now_ms: i64) -> Answer {
        if self.status == OrderStatus::Accepted {
            return Err(Refusal::DoneAlready);
        }
        if self.payment.has_money {
            return Err(Refusal::Paid);
        }
        if now_ms < self.payment.expires_at_ms {
            return Err(Refusal::NotDue {
                due_ms: self.payment.expires_at_ms,
            });
        }
        self.answer(
            OrderStatus::Expired,
            self.fulfilment,
            OrderNote::Expired,
            [
                OrderEvent::Stock(StockMove::Lapsed),
                OrderEvent::DueDropped,
                OrderEvent::Told(OrderNews::Expired),
            ],
        )
    }

    fn require_paid(self) -> Result<(), Refusal> {
        if self.payment.covers {
            Ok(())
        } else {
            Err(Refusal::Unpaid)
        }
    }

    pub(crate) fn require_accepted(self) -> Result<(), Refusal> {
        match self.status {
            OrderStatus::Accepted => Ok(()),
            _ => Err(Refusal::NotAccepted),
        }
    }

    pub(crate) fn require_fresh(self, now_ms: i64) -> Result<(), Refusal> {
        if now_ms.saturating_sub(self.moved_at_ms) <= UNDO_MS {
            Ok(())
        } else {
            Err(Refusal::TooLate)
        }
    }

    /// On the shelf, or with the carrier at the buyer's door.
    fn require_at_the_buyers(self) -> Result<(), Refusal> {
        self.require_accepted()?;
        match (self.fulfilment, self.delivery) {
            (FulfilmentStatus::Dispatched, DeliveryMethod::Address)
            | (FulfilmentStatus::ReadyForPickup, DeliveryMethod::Station) => Ok(()),
            (FulfilmentStatus::Dispatched, DeliveryMethod::Station) => Err(Refusal::NotArrived),
            (FulfilmentStatus::Unfulfilled | FulfilmentStatus::Packed, _) => Err(Refusal::NotSent),
            _ => Err(Refusal::DoneAlready),
        }
    }

    /// The order will not come; what was paid for it goes back.
    fn ends(self, fulfilment: FulfilmentStatus, note: OrderNote, stock: StockMove) -> Answer {
        self.answer(
            OrderStatus::Canceled,
            fulfilment,
            note,
            [
                OrderEvent::Stock(stock),
                OrderEvent::DueDropped,
                OrderEvent::Told(OrderNews::Canceled),
            ],
        )
    }

    pub(crate) fn moves(
        self,
        fulfilment: FulfilmentStatus,
        note: OrderNote,
        events: impl IntoIterator<Item = OrderEvent>,
    ) -> Answer {
        self.answer(self.status, fulfilment, note, events)
    }

    pub(crate) fn answer(
        self,
        status: OrderStatus,
        fulfilment: FulfilmentStatus,
        note: OrderNote,
        events: impl IntoIterator<Item = OrderEvent>,
    ) -> Answer {
        let next = Self {
            status,
            fulfilment,
            ..self
        };
        Ok((next, std::iter::once(OrderEvent::Noted(note)).chain(events).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use OrderStep::{
        Accept, Cancel, Dispatch, Expire, HandOver, Lose, NotCollected, Pack, Refuse, Restock, Shelve, UndoAccept,
        UndoPack, UndoShelve, WriteOff,
    };

    const DUE_MS: i64 = 1_000;

    fn order(method: PaymentMethod, delivery: DeliveryMethod, paid: bool) -> OrderState {
        let payment = OrderPayment {
            method,
            covers: paid,
            has_money: paid,
            expires_at_ms: DUE_MS,
        };
        OrderState::placed(delivery, payment, 0)
    }

    fn cash(paid: bool) -> OrderState {
        order(PaymentMethod::CashAtStation, DeliveryMethod::Station, paid)
    }

    fn transfer(paid: bool) -> OrderState {
        order(PaymentMethod::BankTransfer, DeliveryMethod::Address, paid)
    }

    fn after(order: OrderState, steps: &[OrderStep]) -> Result<OrderState, Refusal> {
        steps.iter().try_fold(order, |order, step| {
            let party = OrderParty::ALL.into_iter().find(|party| step.is_for(*party));
            order
                .apply(*step, party.unwrap_or(OrderParty::Clock), 0)
                .map(|(next, _)| next)
        })
    }

    fn possible(order: OrderState, steps: &[OrderStep], party: OrderParty) -> Vec<OrderStep> {
        after(order, steps).map_or_else(|_| Vec::new(), |order| order.possible_steps(party, 0))
    }

    #[test]
    fn an_unpaid_transfer_offers_nothing_but_to_call_it_off() {
        use OrderParty::Cooperative;
        assert_eq!(transfer(false).possible_steps(Cooperative, 0), [Cancel]);
        assert_eq!(transfer(true).possible_steps(Cooperative, 0), [Accept, Cancel]);
        assert_eq!(after(transfer(false), &[Accept]), Err(Refusal::Unpaid));
    }

    #[test]
    fn each_state_of_a_cash_order_offers_its_next_step() {
        use OrderParty::{Centre, Cooperative, Station};
        for (steps, party, expected) in [
            (&[][..], Cooperative, &[Accept, Cancel][..]),
            (&[], Station, &[]),
            (&[Accept], Cooperative, &[UndoAccept, Pack, Cancel]),
            (&[Accept, Pack], Cooperative, &[UndoPack, Dispatch, Cancel]),
            (&[Accept, Pack, Dispatch], Station, &[Shelve, Lose]),
            // Not paid: it is not handed over.
            (
                &[Accept, Pack, Dispatch, Shelve],
                Station,
                &[UndoShelve, NotCollected, Refuse, Lose],
            ),
            (
                &[Accept, Pack, Dispatch, Shelve, NotCollected],
                Cooperative,
                &[Restock, WriteOff, Lose],
            ),
            (&[Accept, Pack, Dispatch, Shelve, NotCollected, Restock], Centre, &[]),
        ] {
            assert_eq!(possible(cash(false), steps, party), expected, "{steps:?} {party}");
        }
        let shelved = possible(cash(true), &[Accept, Pack, Dispatch, Shelve], Station);
        assert_eq!(shelved, [UndoShelve, HandOver, NotCollected, Refuse, Lose]);
    }

    #[test]
    fn a_refusal_says_what_is_missing() {
        for (order, steps, refusal) in [
            (cash(false), &[Pack][..], Refusal::NotAccepted),
            (cash(false), &[Accept, Accept], Refusal::DoneAlready),
            (cash(false), &[Accept, Dispatch], Refusal::NotPacked),
            (cash(false), &[Accept, Pack, Shelve], Refusal::NotSent),
            (cash(false), &[Accept, Pack, Dispatch, HandOver], Refusal::NotArrived),
            (
                cash(false),
                &[Accept, Pack, Dispatch, Shelve, HandOver],
                Refusal::Unpaid,
            ),
            (cash(false), &[Accept, Pack, Dispatch, Cancel], Refusal::Dispatched),
            (cash(false), &[Cancel, Cancel], Refusal::Over),
            (
                transfer(true),
                &[Accept, Pack, Dispatch, Shelve],
                Refusal::OtherDelivery,
            ),
            (
                cash(true),
                &[Accept, Pack, Dispatch, Shelve, Restock],
                Refusal::NotReturning,
            ),
            (cash(true), &[Accept, Pack, UndoAccept], Refusal::GoneOn),
            (cash(true), &[Accept, Pack, Dispatch, UndoPack], Refusal::GoneOn),
        ] {
            assert_eq!(after(order, steps), Err(refusal), "{steps:?}");
        }
        let not_theirs = cash(true).apply(Accept, OrderParty::Station, 0);
        assert_eq!(not_theirs, Err(Refusal::NotYours));
    }

    #[test]
    fn a_step_is_undone_within_minutes_and_not_later() {
        let accepted = after(cash(false), &[Accept]).unwrap_or(cash(false));
        let undo_at = |now| accepted.apply(UndoAccept, OrderParty::Cooperative, now);
        let (back, events) = undo_at(UNDO_MS).unwrap_or((accepted, Vec::new()));
        assert_eq!(back.status, OrderStatus::Placed);
        assert!(events.contains(&OrderEvent::Stock(StockMove::Waits)));
        assert_eq!(undo_at(UNDO_MS + 1), Err(Refusal::TooLate));

        // What is paid stays held.
        let paid = after(cash(true), &[Accept]).unwrap_or(cash(true));
        let events = paid
            .apply(UndoAccept, OrderParty::Cooperative, 0)
            .map(|(_, events)| events);
        assert_eq!(events, Ok(vec![OrderEvent::Noted(OrderNote::AcceptUndone)]));
    }

    #[test]
    fn an_undone_step_does_not_make_the_one_before_it_new() {
        const DAY: i64 = 24 * 60 * 60 * 1000;
        let take = |order: OrderState, step, at| order.apply(step, OrderParty::Cooperative, at).map(|(next, _)| next);
        let sent = after(cash(true), &[Accept, Pack, Dispatch]);
        let shelved = sent.and_then(|order| take(order, Shelve, DAY));
        let back = shelved.and_then(|order| take(order, UndoShelve, DAY + 1));
        assert_eq!(back.map(|order| order.fulfilment), Ok(FulfilmentStatus::Dispatched));
        let undone = back.and_then(|order| take(order, OrderStep::UndoDispatch, DAY + 2));
        assert_eq!(undone, Err(Refusal::TooLate));
        // What is done again can be undone again.
        let again = back.and_then(|order| take(order, Shelve, DAY + 3));
        assert!(again.and_then(|order| take(order, UndoShelve, DAY + 4)).is_ok());
    }

    #[test]
    fn an_order_expires_unpaid_and_not_a_moment_early() {
        let expire_at =
            |order: OrderState, now| order.apply(Expire, OrderParty::Clock, now).map(|(next, _)| next.status);
        assert_eq!(
            expire_at(cash(false), DUE_MS - 1),
            Err(Refusal::NotDue { due_ms: DUE_MS })
        );
        assert_eq!(expire_at(cash(false), DUE_MS), Ok(OrderStatus::Expired));
        assert_eq!(expire_at(transfer(true), DUE_MS), Err(Refusal::Paid));
        let accepted = after(cash(false), &[Accept]);
        assert_eq!(
            accepted.and_then(|order| expire_at(order, DUE_MS)),
            Err(Refusal::DoneAlready)
        );
    }

    #[test]
    fn what_does_not_reach_its_buyer_is_not_due_and_its_stock_is_accounted_for() {
        let sent = [Accept, Pack, Dispatch, Shelve];
        for (steps, stock) in [
            (vec![Cancel], StockMove::Freed),
            ([&sent[..], &[NotCollected, Restock]].concat(), StockMove::Back),
            ([&sent[..], &[Refuse, WriteOff]].concat(), StockMove::Gone),
            ([&sent[..], &[Lose]].concat(), StockMove::Gone),
        ] {
            let (last, before) = steps.split_last().unwrap_or((&Cancel, &[]));
            let order = after(cash(true), before).unwrap_or(cash(true));
            let (next, events) = order
                .apply(*last, OrderParty::Cooperative, 0)
                .unwrap_or((order, Vec::new()));
            assert_eq!(next.status, OrderStatus::Canceled, "{steps:?}");
            assert_eq!(
                events[1..],
                [
                    OrderEvent::Stock(stock),
                    OrderEvent::DueDropped,
                    OrderEvent::Told(OrderNews::Canceled)
                ],
                "{steps:?}"
            );
        }
    }
}
