//! Properties of the state machines: whatever is asked, in whatever order, only the steps drawn here
//! are ever taken, and what has ended stays as it ended.

use domain::{
    CartCommand, CartState, CartStatus, DeliveryMethod, FulfilmentCommand, FulfilmentStatus, OrderCommand, OrderEvent,
    OrderGroupStatus, OrderState, OrderStatus, PaymentCommand, PaymentEvent, PaymentMethod, PaymentState,
    PaymentStatus, ReservationCommand, ReservationEvent, ReservationState, ReservationStatus,
};
use proptest::prelude::*;

const CART_STEPS: [(CartStatus, CartStatus); 2] = [
    (CartStatus::Open, CartStatus::Completed),
    (CartStatus::Open, CartStatus::Abandoned),
];

const ORDER_STEPS: [(OrderStatus, OrderStatus); 5] = [
    (OrderStatus::Placed, OrderStatus::Accepted),
    (OrderStatus::Placed, OrderStatus::Canceled),
    (OrderStatus::Placed, OrderStatus::Expired),
    (OrderStatus::Accepted, OrderStatus::Completed),
    (OrderStatus::Accepted, OrderStatus::Canceled),
];

const FULFILMENT_STEPS: [(FulfilmentStatus, FulfilmentStatus); 5] = [
    (FulfilmentStatus::Unfulfilled, FulfilmentStatus::Packed),
    (FulfilmentStatus::Packed, FulfilmentStatus::Dispatched),
    (FulfilmentStatus::Dispatched, FulfilmentStatus::ReadyForPickup),
    (FulfilmentStatus::Dispatched, FulfilmentStatus::Delivered),
    (FulfilmentStatus::ReadyForPickup, FulfilmentStatus::Delivered),
];

const PAYMENT_STEPS: [(PaymentStatus, PaymentStatus); 6] = [
    (PaymentStatus::Created, PaymentStatus::Collected),
    (PaymentStatus::Collected, PaymentStatus::Banked),
    (PaymentStatus::Created, PaymentStatus::Captured),
    (PaymentStatus::Created, PaymentStatus::Failed),
    (PaymentStatus::Created, PaymentStatus::Expired),
    (PaymentStatus::Created, PaymentStatus::Voided),
];

const RESERVATION_STEPS: [(ReservationStatus, ReservationStatus); 4] = [
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

/// Anything that may happen to an order, in one history with the payment and stock behind it.
#[derive(Clone, Copy, Debug)]
enum Happening {
    Order(OrderCommand),
    Goods(FulfilmentCommand),
    Payment(PaymentCommand),
}

fn happenings() -> impl Strategy<Value = Happening> {
    prop_oneof![
        one_of(OrderCommand::ALL).prop_map(Happening::Order),
        one_of(FulfilmentCommand::ALL).prop_map(Happening::Goods),
        one_of(PaymentCommand::ALL).prop_map(Happening::Payment),
    ]
}

fn order_after(order: OrderState, happening: Happening, now_ms: i64) -> (OrderState, Vec<OrderEvent>) {
    let unchanged = (order, vec![]);
    match happening {
        Happening::Order(command) => order.apply(&command, now_ms).unwrap_or(unchanged),
        Happening::Goods(command) => order
            .fulfil(&command, now_ms)
            .map_or(unchanged, |(order, _)| (order, vec![])),
        Happening::Payment(command) => match order.payment.apply(&command, now_ms) {
            Ok((payment, _)) => (OrderState { payment, ..order }, vec![]),
            Err(_) => unchanged,
        },
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
    fn an_order_takes_only_drawn_steps(
        delivery in one_of(DeliveryMethod::ALL),
        method in one_of(PaymentMethod::ALL),
        history in prop::collection::vec((happenings(), moments()), 0..60),
    ) {
        let payment = PaymentState { method, status: PaymentStatus::Created, expires_at_ms: DUE_MS };
        let mut order = OrderState::placed(delivery, payment);
        let mut freed = 0;

        for (happening, now_ms) in history {
            let (next, events) = order_after(order, happening, now_ms);

            if next.status != order.status {
                prop_assert!(ORDER_STEPS.contains(&(order.status, next.status)), "{:?}", next);
                prop_assert!(!order.status.is_terminal());
            }
            if next.fulfilment != order.fulfilment {
                prop_assert!(FULFILMENT_STEPS.contains(&(order.fulfilment, next.fulfilment)), "{:?}", next);
                prop_assert_eq!(order.status, OrderStatus::Accepted);
                prop_assert!(!order.fulfilment.is_terminal());
            }

            let paid = next.payment.status.is_paid();
            prop_assert!(next.fulfilment != FulfilmentStatus::Delivered || paid, "given away: {:?}", next);
            prop_assert!(
                next.status != OrderStatus::Completed || next.fulfilment == FulfilmentStatus::Delivered
            );
            let called_off = matches!(next.status, OrderStatus::Canceled | OrderStatus::Expired);
            prop_assert!(!(called_off && next.fulfilment.has_left()), "lost on the way: {:?}", next);
            prop_assert!(next.status != OrderStatus::Expired || now_ms >= DUE_MS || order.status == next.status);

            freed += events.iter().filter(|&&event| event == OrderEvent::StockFreed).count();
            prop_assert_eq!(freed, usize::from(called_off), "stock is freed once, when called off");
            if next.status == OrderStatus::Canceled && order.status != next.status {
                prop_assert_eq!(events.contains(&OrderEvent::RefundDue), paid);
            }
            order = next;
        }
    }

    #[test]
    fn a_payment_takes_only_drawn_steps(
        method in one_of(PaymentMethod::ALL),
        commands in prop::collection::vec((one_of(PaymentCommand::ALL), moments()), 0..20),
    ) {
        let mut payment = PaymentState { method, status: PaymentStatus::Created, expires_at_ms: DUE_MS };
        for (command, now_ms) in commands {
            let Ok((next, events)) = payment.apply(&command, now_ms) else { continue };
            prop_assert_eq!(events.len(), 1);
            if next.status == payment.status {
                prop_assert_eq!(events, vec![PaymentEvent::RefundDue]);
                prop_assert!(!payment.status.is_paid());
            } else {
                prop_assert!(PAYMENT_STEPS.contains(&(payment.status, next.status)), "{:?}", next);
                prop_assert!(!payment.status.is_terminal());
                prop_assert!(next.status != PaymentStatus::Expired || now_ms >= DUE_MS);
            }
            prop_assert!(next.status.is_paid() || !payment.status.is_paid(), "money vanished");
            payment = next;
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
            given_back += events.iter().filter(|&&event| event != ReservationEvent::Converted).count();
            prop_assert_eq!(given_back, usize::from(next.status.is_terminal()));
            reservation = next;
        }
    }

    #[test]
    fn a_group_has_ended_exactly_when_all_its_orders_have(
        orders in prop::collection::vec(one_of(OrderStatus::ALL), 1..6),
        payment in one_of(PaymentStatus::ALL),
    ) {
        let group = OrderGroupStatus::derive(&orders, payment);
        let all_ended = orders.iter().all(|order| order.is_terminal());
        prop_assert_eq!(group.is_terminal(), all_ended);
        prop_assert_eq!(
            group == OrderGroupStatus::Completed,
            all_ended && orders.contains(&OrderStatus::Completed)
        );

        let backwards: Vec<_> = orders.iter().rev().copied().collect();
        prop_assert_eq!(OrderGroupStatus::derive(&backwards, payment), group);
    }
}

#[test]
fn every_drawn_order_step_can_be_taken() {
    let states = OrderStatus::ALL.into_iter().flat_map(|status| {
        [PaymentStatus::Created, PaymentStatus::Collected]
            .into_iter()
            .flat_map(move |paid| {
                FulfilmentStatus::ALL.into_iter().map(move |fulfilment| {
                    let payment = PaymentState {
                        method: PaymentMethod::CashAtStation,
                        status: paid,
                        expires_at_ms: DUE_MS,
                    };
                    let placed = OrderState::placed(DeliveryMethod::Station, payment);
                    OrderState {
                        status,
                        fulfilment,
                        ..placed
                    }
                })
            })
    });
    let mut taken: Vec<(OrderStatus, OrderStatus)> = states
        .flat_map(|order| OrderCommand::ALL.map(|command| (order, command)))
        .filter_map(|(order, command)| {
            order
                .apply(&command, DUE_MS)
                .ok()
                .map(|(next, _)| (order.status, next.status))
        })
        .collect();
    taken.sort_unstable();
    taken.dedup();
    assert_eq!(taken, ORDER_STEPS);
}
