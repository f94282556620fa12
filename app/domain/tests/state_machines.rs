//! Properties of the state machines: whatever is asked, in whatever order, only the steps drawn here
//! are ever taken, and what has ended stays as it ended.

use domain::{
    Balance, CartCommand, CartState, CartStatus, DeliveryMethod, EntryKind, FulfilmentStatus, OrderEvent,
    OrderGroupStatus, OrderParty, OrderPayment, OrderState, OrderStatus, OrderStep, PaymentMethod, PaymentState,
    ReservationCommand, ReservationEvent, ReservationState, ReservationStatus, StockMove,
};
use proptest::prelude::*;

const CART_STEPS: [(CartStatus, CartStatus); 2] = [
    (CartStatus::Open, CartStatus::Completed),
    (CartStatus::Open, CartStatus::Abandoned),
];

const ORDER_STEPS: [(OrderStatus, OrderStatus); 6] = [
    (OrderStatus::Placed, OrderStatus::Accepted),
    (OrderStatus::Placed, OrderStatus::Canceled),
    (OrderStatus::Placed, OrderStatus::Expired),
    (OrderStatus::Accepted, OrderStatus::Placed),
    (OrderStatus::Accepted, OrderStatus::Completed),
    (OrderStatus::Accepted, OrderStatus::Canceled),
];

const FULFILMENT_STEPS: [(FulfilmentStatus, FulfilmentStatus); 14] = [
    (FulfilmentStatus::Unfulfilled, FulfilmentStatus::Packed),
    (FulfilmentStatus::Packed, FulfilmentStatus::Unfulfilled),
    (FulfilmentStatus::Packed, FulfilmentStatus::Dispatched),
    // Undone within minutes.
    (FulfilmentStatus::Dispatched, FulfilmentStatus::Packed),
    (FulfilmentStatus::ReadyForPickup, FulfilmentStatus::Dispatched),
    (FulfilmentStatus::Dispatched, FulfilmentStatus::ReadyForPickup),
    (FulfilmentStatus::Dispatched, FulfilmentStatus::Delivered),
    (FulfilmentStatus::Dispatched, FulfilmentStatus::Returning),
    (FulfilmentStatus::Dispatched, FulfilmentStatus::Lost),
    (FulfilmentStatus::ReadyForPickup, FulfilmentStatus::Delivered),
    (FulfilmentStatus::ReadyForPickup, FulfilmentStatus::Returning),
    (FulfilmentStatus::ReadyForPickup, FulfilmentStatus::Lost),
    (FulfilmentStatus::Returning, FulfilmentStatus::Returned),
    (FulfilmentStatus::Returning, FulfilmentStatus::Lost),
];

const RESERVATION_STEPS: [(ReservationStatus, ReservationStatus); 5] = [
    (ReservationStatus::Converted, ReservationStatus::Active),
    (ReservationStatus::Active, ReservationStatus::Converted),
    (ReservationStatus::Active, ReservationStatus::Released),
    (ReservationStatus::Active, ReservationStatus::Expired),
    (ReservationStatus::Converted, ReservationStatus::Released),
];

/// One of the words of a closed set.
fn one_of<T: Copy + std::fmt::Debug + 'static, const N: usize>(all: [T; N]) -> impl Strategy<Value = T> {
    prop::sample::select(all.to_vec())
}

/// A moment around the time things fall due: before it as often as after.
fn moments() -> impl Strategy<Value = i64> {
    0..2 * DUE_MS
}

const DUE_MS: i64 = 1_000;

/// What is due of each order of the group in the histories below.
const TOTALS: [i64; 2] = [60, 40];

/// Anything that may happen to a group of orders.
#[derive(Clone, Copy, Debug)]
enum Happening {
    Step(usize, OrderStep, OrderParty),
    /// So much comes in.
    Money(i64),
    /// The last that came in was a mistake.
    MoneyUndone,
    /// What is in excess is to go back.
    ExcessBack,
    /// Something of what waits is sent back.
    SentBack(i64),
    Waived(i64),
}

fn happenings() -> impl Strategy<Value = Happening> {
    prop_oneof![
        6 => (0..TOTALS.len(), one_of(OrderStep::ALL), one_of(OrderParty::ALL))
            .prop_map(|(order, step, party)| Happening::Step(order, step, party)),
        1 => (1..130i64).prop_map(Happening::Money),
        1 => Just(Happening::Money(100)),
        1 => Just(Happening::MoneyUndone),
        1 => Just(Happening::ExcessBack),
        1 => (1..130i64).prop_map(Happening::SentBack),
        1 => (1..5i64).prop_map(Happening::Waived),
    ]
}

/// A group as the service carries it: orders, the entries of money, and what is in stock.
struct Group {
    method: PaymentMethod,
    orders: Vec<OrderState>,
    entries: Vec<(EntryKind, i64)>,
    last_in: Option<i64>,
    /// Of each order: on hand (1 at first), reserved for it.
    stock: Vec<(i64, i64)>,
}

impl Group {
    fn new(method: PaymentMethod, delivery: DeliveryMethod) -> Self {
        let payment = OrderPayment {
            method,
            covers: false,
            has_money: false,
            expires_at_ms: DUE_MS,
        };
        Self {
            method,
            orders: vec![OrderState::placed(delivery, payment, 0); TOTALS.len()],
            entries: TOTALS.map(|total| (EntryKind::Due, total)).to_vec(),
            last_in: None,
            stock: vec![(1, 1); TOTALS.len()],
        }
    }

    fn balance(&self) -> Balance {
        self.entries.iter().fold(Balance::default(), |sums, (kind, amount)| {
            sums.with(*kind, *amount).unwrap_or(sums)
        })
    }

    fn state(&self, order: usize) -> OrderState {
        let balance = self.balance();
        let handed_over = (0..TOTALS.len())
            .filter(|&at| self.orders[at].fulfilment == FulfilmentStatus::Delivered)
            .map(|at| TOTALS[at])
            .sum();
        let payment = OrderPayment {
            covers: balance.covers(self.method, handed_over, TOTALS[order]),
            has_money: balance.held() > 0,
            ..self.orders[order].payment
        };
        OrderState {
            payment,
            ..self.orders[order]
        }
    }

    fn correct(&mut self, dropped: i64) {
        let change = self.balance().correction(dropped);
        if change != 0 {
            self.entries.push((EntryKind::ToGiveBack, change));
        }
    }

    fn step(&mut self, order: usize, step: OrderStep, party: OrderParty, now_ms: i64) -> bool {
        let Ok((next, events)) = self.state(order).apply(step, party, now_ms) else {
            return false;
        };
        self.orders[order] = next;
        for event in events {
            let (on_hand, reserved) = &mut self.stock[order];
            match event {
                OrderEvent::Stock(StockMove::Leaves) => (*on_hand, *reserved) = (*on_hand - 1, *reserved - 1),
                OrderEvent::Stock(StockMove::Stays) => (*on_hand, *reserved) = (*on_hand + 1, *reserved + 1),
                OrderEvent::Stock(StockMove::Freed | StockMove::Lapsed) => *reserved -= 1,
                OrderEvent::Stock(StockMove::Back) => *on_hand += 1,
                OrderEvent::Stock(StockMove::Firm | StockMove::Waits | StockMove::Gone) => {}
                OrderEvent::DueDropped => {
                    self.entries.push((EntryKind::Due, -TOTALS[order]));
                    self.correct(TOTALS[order]);
                }
                OrderEvent::Noted(_) | OrderEvent::Told(_) => {}
            }
        }
        true
    }

    fn happens(&mut self, happening: Happening, now_ms: i64) {
        match happening {
            Happening::Step(order, step, party) => {
                self.step(order, step, party, now_ms);
            }
            Happening::Money(amount) => {
                self.entries.push((EntryKind::Received, amount));
                self.last_in = Some(amount);
            }
            Happening::MoneyUndone => {
                // What was sent back already cannot have been a mistake.
                let sums = self.balance();
                if let Some(amount) = self
                    .last_in
                    .take_if(|amount| sums.received - *amount >= sums.given_back)
                {
                    self.entries.push((EntryKind::Received, -amount));
                    self.correct(0);
                }
            }
            Happening::ExcessBack => self.correct(i64::MAX),
            Happening::SentBack(amount) => {
                let amount = amount.min(self.balance().waiting_back());
                if amount > 0 {
                    self.entries.push((EntryKind::GivenBack, amount));
                }
            }
            Happening::Waived(amount) => {
                let amount = amount.min(self.balance().open());
                if amount > 0 {
                    self.entries.push((EntryKind::WrittenOff, amount));
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a_cart_takes_only_drawn_steps(
        lines in 0..3usize,
        commands in prop::collection::vec((one_of(CartCommand::ALL), moments()), 0..20),
    ) {
        let mut cart = CartState { status: CartStatus::Open, lines };
        for (command, now_ms) in commands {
            let Ok((next, events)) = cart.apply(&command, now_ms) else { continue };
            prop_assert!(!cart.status.is_terminal());
            let moved = cart.status != next.status;
            prop_assert!(!moved || CART_STEPS.contains(&(cart.status, next.status)));
            prop_assert_eq!(events.len(), usize::from(moved));
            prop_assert!(next.status != CartStatus::Completed || lines > 0);
            cart = next;
        }
    }

    #[test]
    fn orders_take_only_drawn_steps_and_money_and_stock_add_up(
        delivery in one_of(DeliveryMethod::ALL),
        method in one_of(PaymentMethod::ALL),
        history in prop::collection::vec((happenings(), moments()), 0..80),
    ) {
        let mut group = Group::new(method, delivery);
        for (happening, now_ms) in history {
            let before = group.orders.clone();
            let could = |group: &Group, order: usize, step, party| {
                group.state(order).possible_steps(party, now_ms).contains(&step)
            };
            if let Happening::Step(order, step, party) = happening {
                // What is offered is taken, what is not is refused.
                let offered = could(&group, order, step, party);
                let paid = group.state(order).payment.covers;
                prop_assert_eq!(group.step(order, step, party, now_ms), offered);
                if group.orders[order].fulfilment != before[order].fulfilment
                    && group.orders[order].fulfilment == FulfilmentStatus::Delivered {
                    prop_assert!(paid, "given away: {:?}", group.orders);
                }
            } else {
                group.happens(happening, now_ms);
            }

            let sums = group.balance();
            prop_assert_eq!(sums.contradiction(), None, "{:?}", group.entries);
            let standing: i64 = (0..TOTALS.len()).filter(|&at| group.orders[at].status.stands()).map(|at| TOTALS[at]).sum();
            prop_assert_eq!(sums.due, standing);
            prop_assert!(sums.state() != PaymentState::Paid || sums.open() == 0);

            for (order, old) in group.orders.iter().zip(&before) {
                if order.status != old.status {
                    prop_assert!(ORDER_STEPS.contains(&(old.status, order.status)), "{:?}", order);
                    prop_assert!(!old.status.is_terminal());
                }
                if order.fulfilment != old.fulfilment {
                    prop_assert!(FULFILMENT_STEPS.contains(&(old.fulfilment, order.fulfilment)), "{:?}", order);
                    prop_assert!(!old.fulfilment.is_terminal());
                }
                let delivered = order.fulfilment == FulfilmentStatus::Delivered;
                prop_assert_eq!(order.status == OrderStatus::Completed, delivered);
                prop_assert!(order.status != OrderStatus::Expired || !order.fulfilment.has_left());
            }
            for ((on_hand, reserved), order) in group.stock.iter().zip(&group.orders) {
                prop_assert!(*on_hand >= 0 && *reserved >= 0, "{:?}", order);
                let holds = order.status.stands() && !order.fulfilment.has_left();
                prop_assert_eq!(*reserved, i64::from(holds), "{:?}", order);
            }
        }
    }

    #[test]
    fn a_reservation_takes_only_drawn_steps_and_gives_back_once(
        commands in prop::collection::vec((one_of(ReservationCommand::ALL), moments()), 0..20),
    ) {
        let mut reservation = ReservationState::active(DUE_MS);
        let mut given_back = 0;
        for (command, now_ms) in commands {
            let Ok((next, events)) = reservation.apply(&command, now_ms) else { continue };
            prop_assert!(RESERVATION_STEPS.contains(&(reservation.status, next.status)), "{:?}", next);
            prop_assert!(!reservation.status.is_terminal());
            prop_assert!(next.status != ReservationStatus::Expired || now_ms >= DUE_MS);
            given_back += events
                .iter()
                .filter(|event| matches!(event, ReservationEvent::Released | ReservationEvent::Expired))
                .count();
            prop_assert_eq!(given_back, usize::from(next.status.is_terminal()));
            reservation = next;
        }
    }

    #[test]
    fn a_group_has_ended_exactly_when_all_its_orders_have(
        orders in prop::collection::vec(one_of(OrderStatus::ALL), 1..6),
        is_paid in any::<bool>(),
    ) {
        let group = OrderGroupStatus::derive(&orders, is_paid);
        let all_ended = orders.iter().all(|order| order.is_terminal());
        prop_assert_eq!(group.is_terminal(), all_ended);
        prop_assert_eq!(
            group == OrderGroupStatus::Completed,
            all_ended && orders.contains(&OrderStatus::Completed)
        );

        let backwards: Vec<_> = orders.iter().rev().copied().collect();
        prop_assert_eq!(OrderGroupStatus::derive(&backwards, is_paid), group);
    }
}

#[test]
fn every_drawn_order_step_can_be_taken() {
    let mut taken = Vec::new();
    for status in OrderStatus::ALL {
        for fulfilment in FulfilmentStatus::ALL {
            for paid in [false, true] {
                let payment = OrderPayment {
                    method: PaymentMethod::CashAtStation,
                    covers: paid,
                    has_money: paid,
                    expires_at_ms: DUE_MS,
                };
                let order = OrderState {
                    status,
                    fulfilment,
                    ..OrderState::placed(DeliveryMethod::Station, payment, DUE_MS)
                };
                for step in OrderStep::ALL {
                    for party in OrderParty::ALL {
                        taken.extend(order.apply(step, party, DUE_MS).map(|(next, _)| (status, next.status)));
                    }
                }
            }
        }
    }
    taken.retain(|(before, after)| before != after);
    taken.sort_unstable();
    taken.dedup();
    assert_eq!(taken, ORDER_STEPS);
}
