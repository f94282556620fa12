//! Orders as their cooperative sees and moves them.

use domain::{
    Actor, CancelReason, ErrorCode, FulfilmentStatus, Locale, Money, OrderGroupStatus, OrderStage, OrderStatus,
    PaymentState, PaymentStatus,
};
use service::money::MoneyForm;
use service::orders::{OrderGroupView, Received};
use service::studio::{MoveForm, OrderQuery, StepForm};
use service::{money, orders, studio};
use testing::{Bought, Snapshot, TestShop, both};

/// Orders to be accepted, as the first page says.
async fn waiting(shop: &TestShop, member: Actor) -> u64 {
    let home = studio::home(shop, member, Locale::Ug).await.unwrap();
    home.count(OrderStage::New).number
}

both!(an_order_goes_from_the_shelf_to_the_buyer, async |shop| {
    let bought = shop
        .buy(&[("badam-500", "2"), ("kernel-loose", "400")], shop.to_station())
        .await;
    let member = shop.member_of("almonds").await;
    let id = shop.orders_of(&bought.code).await[0];
    assert_eq!(waiting(shop, member).await, 1);
    for step in ["accept", "pack", "dispatch", "ready"] {
        shop.clock.advance(1_000);
        studio::move_on(shop, member, id, step.into()).await.unwrap();
    }
    // Nothing is handed over unpaid.
    let unpaid = studio::move_on(shop, member, id, "deliver".into()).await.unwrap_err();
    assert_eq!(unpaid.code(), ErrorCode::Unpaid);
    let access = shop.access(&bought).await;
    let reference = orders::view(shop, Locale::Zh, &access).await.unwrap().payment_reference;
    orders::mark_paid(shop, &reference).await.unwrap();
    studio::move_on(shop, member, id, "deliver".into()).await.unwrap();

    let view = orders::view(shop, Locale::Zh, &access).await.unwrap();
    assert_eq!(
        (view.orders[0].status, view.orders[0].fulfilment),
        (OrderStatus::Completed, FulfilmentStatus::Delivered)
    );
    let events: Vec<_> = view.orders[0].history.iter().map(|(note, _)| note.as_str()).collect();
    assert_eq!(
        events,
        [
            "placed",
            "accepted",
            "packed",
            "dispatched",
            "ready-for-pickup",
            "delivered"
        ]
    );
    assert_eq!(
        (shop.stock("badam-500").await, shop.stock("kernel-loose").await),
        ((98, 0), (59_600, 0))
    );
    assert_eq!(waiting(shop, member).await, 0);
});

both!(no_step_is_skipped_or_taken_twice, async |shop| {
    let bought = shop.buy(&[("badam-500", "2")], shop.to_station()).await;
    let member = shop.member_of("almonds").await;
    let id = shop.orders_of(&bought.code).await[0];
    let before = Snapshot::of(shop).await;
    for (step, why) in [
        ("pack", ErrorCode::NotAccepted),
        ("dispatch", ErrorCode::NotAccepted),
        ("ready", ErrorCode::NotAccepted),
        ("deliver", ErrorCode::NotAccepted),
        ("restock", ErrorCode::NotAccepted),
        ("", ErrorCode::InvalidTransition),
        ("ACCEPT", ErrorCode::InvalidTransition),
        ("accept'--", ErrorCode::InvalidTransition),
        ("complete", ErrorCode::InvalidTransition),
        ("expire", ErrorCode::InvalidTransition),
    ] {
        let refused = studio::move_on(shop, member, id, step.into()).await.unwrap_err();
        assert_eq!(refused.code(), why, "{step}");
    }
    before.assert_unchanged(shop).await;
    studio::move_on(shop, member, id, "accept".into()).await.unwrap();
    let before = Snapshot::of(shop).await;
    assert!(studio::move_on(shop, member, id, "accept".into()).await.is_err());
    before.assert_unchanged(shop).await;
});

both!(many_orders_take_a_step_together, async |shop| {
    let (member, stranger) = (shop.member_of("almonds").await, shop.member_of("bees").await);
    let mut ids = Vec::new();
    for _ in 0..3 {
        let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
        ids.extend(shop.orders_of(&bought.code).await);
    }
    let unpaid = shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
    let all = [ids.clone(), shop.orders_of(&unpaid.code).await].concat();
    let accept = StepForm::from("accept");
    let count = async |what: &str| shop.number(&format!("SELECT COUNT(*) FROM orders WHERE {what}")).await;

    let before = Snapshot::of(shop).await;
    let foreign = studio::move_all(shop, stranger, &all, &accept).await.unwrap_err();
    assert_eq!(foreign.code(), ErrorCode::NotFound);
    for step in ["pack", "cancel", "expire", "deliver", ""] {
        let refused = studio::move_all(shop, member, &all, &step.into()).await.unwrap_err();
        assert_eq!(refused.code(), ErrorCode::InvalidTransition, "{step}");
    }
    let many = vec![ids[0]; 51];
    let refused = studio::move_all(shop, member, &many, &accept).await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::TooLarge);
    before.assert_unchanged(shop).await;

    // What waits for its transfer stays; one that is named twice is accepted once.
    let twice = [all.clone(), all.clone()].concat();
    studio::move_all(shop, member, &twice, &accept).await.unwrap();
    assert_eq!(
        (count("status = 'accepted'").await, count("status = 'placed'").await),
        (3, 1)
    );
    assert_eq!(
        shop.number("SELECT COUNT(*) FROM order_events WHERE kind = 'accepted'")
            .await,
        3
    );
    let none = studio::move_all(shop, member, &all, &accept).await.unwrap_err();
    assert_eq!(none.code(), ErrorCode::InvalidTransition);

    for id in &ids[..2] {
        studio::move_on(shop, member, *id, "pack".into()).await.unwrap();
    }
    let send = StepForm {
        carrier: "EMS".to_owned(),
        ..StepForm::from("dispatch")
    };
    // Of what is there one leaves; the other waits, and does not hold it up.
    let badam = shop.offer("badam-500").await;
    let counted = |amount: &str| MoveForm {
        reason: "counted".to_owned(),
        amount: amount.to_owned(),
        ..MoveForm::default()
    };
    studio::move_stock(shop, member, badam, &counted("1")).await.unwrap();
    studio::move_all(shop, member, &all, &send).await.unwrap();
    assert_eq!(count("fulfilment = 'dispatched'").await, 1);
    assert_eq!(count("fulfilment = 'packed'").await, 1);
    let short = studio::move_all(shop, member, &all, &send).await.unwrap_err();
    assert_eq!(short.code(), ErrorCode::StockShort);
    studio::move_stock(shop, member, badam, &counted("10")).await.unwrap();
    studio::move_all(shop, member, &all, &send).await.unwrap();
    assert_eq!(count("fulfilment = 'dispatched' AND carrier = 'EMS'").await, 2);
    assert_eq!(count("fulfilment = 'unfulfilled'").await, 2);
    // Each is taken back by itself.
    studio::move_on(shop, member, ids[0], "undo-dispatch".into())
        .await
        .unwrap();
    assert_eq!(count("fulfilment = 'dispatched'").await, 1);
});

both!(a_transfer_is_accepted_once_it_came, async |shop| {
    let bought = shop.buy(&[("badam-500", "2")], shop.to_address("65")).await;
    let member = shop.member_of("almonds").await;
    let id = shop.orders_of(&bought.code).await[0];
    assert_eq!(
        studio::move_on(shop, member, id, "accept".into())
            .await
            .unwrap_err()
            .code(),
        ErrorCode::Unpaid
    );
    let access = shop.access(&bought).await;
    let reference = orders::view(shop, Locale::Zh, &access).await.unwrap().payment_reference;
    orders::mark_paid(shop, &reference).await.unwrap();
    for step in ["accept", "pack", "dispatch", "deliver"] {
        studio::move_on(shop, member, id, step.into()).await.unwrap();
    }
    assert_eq!(shop.stock("badam-500").await, (98, 0));
});

both!(what_a_cooperative_cancels_is_for_sale_again, async |shop| {
    let bought = shop
        .buy(&[("last-one", "1"), ("honey-333", "1")], shop.to_station())
        .await;
    let member = shop.member_of("almonds").await;
    let id = shop.orders_of(&bought.code).await[0];
    studio::move_on(shop, member, id, "accept".into()).await.unwrap();
    studio::move_on(shop, member, id, "cancel".into()).await.unwrap();
    assert_eq!(
        (shop.stock("last-one").await, shop.stock("honey-333").await),
        ((1, 0), (36, 1))
    );
    assert_eq!(
        studio::move_on(shop, member, id, "cancel".into())
            .await
            .unwrap_err()
            .code(),
        ErrorCode::OrderOver
    );
});

//
both!(
    a_cooperative_sees_its_part_of_an_order_and_whom_to_call_until_it_is_over,
    async |shop| {
        let goods = [("badam-500", "1"), ("honey-333", "2")];
        let bought = shop.buy(&goods, shop.to_address("65")).await;
        let member = shop.member_of("bees").await;
        let ids = shop.orders_of(&bought.code).await;
        let all = OrderQuery::default();
        let list = studio::orders(shop, member, Locale::Zh, &all).await.unwrap().orders;
        assert_eq!(list.iter().map(|o| o.id).collect::<Vec<_>>(), [ids[1]]);
        assert_eq!(list[0].goods.minor, 6666);
        let page = studio::order(shop, member, Locale::Zh, ids[1]).await.unwrap();
        assert!(page.destination.contains("人民路"));
        assert!(
            page.phone.as_ref().is_some_and(|phone| phone.ends_with("8000")),
            "{page:?}"
        );
        let all = format!("{:?} {list:?}", page.order);
        for secret in ["138000", "1380", "badam", "巴旦木"] {
            assert!(!all.contains(secret), "{secret} is not for this cooperative: {all}");
        }
        studio::move_on(shop, member, ids[1], "cancel".into()).await.unwrap();
        let over = studio::order(shop, member, Locale::Zh, ids[1]).await.unwrap();
        assert_eq!((over.phone, over.note.as_str()), (None, ""));
        assert!(studio::order(shop, member, Locale::Zh, ids[0]).await.is_err());
    }
);

async fn view(shop: &TestShop, bought: &Bought) -> OrderGroupView {
    orders::view(shop, Locale::Zh, &shop.access(bought).await)
        .await
        .unwrap()
}

both!(less_is_due_without_what_was_cancelled, async |shop| {
    let bought = shop
        .buy(&[("badam-500", "2"), ("honey-333", "1")], shop.to_address("65"))
        .await;
    let (almonds, bees) = (shop.member_of("almonds").await, shop.member_of("bees").await);
    let parts = shop.orders_of(&bought.code).await;
    let placed = view(shop, &bought).await;
    assert_eq!(placed.due, placed.total);

    studio::move_on(shop, almonds, parts[0], "cancel".into()).await.unwrap();
    let left = view(shop, &bought).await;
    assert_eq!(left.total, placed.total, "frozen at sale");
    assert_eq!(left.due, placed.orders[1].total);
    assert_eq!(left.payment_status, PaymentStatus::Created);

    studio::move_on(shop, bees, parts[1], "cancel".into()).await.unwrap();
    let over = view(shop, &bought).await;
    assert_eq!(
        (over.status, over.payment_status, over.due.minor),
        (OrderGroupStatus::Canceled, PaymentStatus::Voided, 0)
    );
    assert_eq!(over.money.state, PaymentState::NothingDue, "nothing had been paid");

    // The transfer was under way already.
    let received = orders::mark_paid(shop, &over.payment_reference).await.unwrap();
    assert_eq!(received, Received::RefundDue);
    let late = view(shop, &bought).await;
    assert_eq!(late.status, OrderGroupStatus::Canceled);
    assert_eq!(
        (late.money.state, late.money.to_give_back),
        (PaymentState::ToRefund, placed.total)
    );
    let again = orders::mark_paid(shop, &over.payment_reference).await.unwrap_err();
    assert_eq!(again.code(), ErrorCode::PaidAlready);
});

both!(what_was_paid_and_is_cancelled_goes_back, async |shop| {
    let bought = shop
        .buy(&[("badam-500", "2"), ("honey-333", "1")], shop.to_address("65"))
        .await;
    let placed = view(shop, &bought).await;
    orders::mark_paid(shop, &placed.payment_reference).await.unwrap();
    let almonds = shop.member_of("almonds").await;
    let parts = shop.orders_of(&bought.code).await;
    studio::move_on(shop, almonds, parts[0], "cancel".into()).await.unwrap();
    let waits = view(shop, &bought).await.money;
    assert_eq!(
        (waits.state, waits.to_give_back),
        (PaymentState::ToRefund, placed.orders[0].total)
    );

    // The buyer calls off the rest: all of it goes back.
    orders::cancel(shop, &shop.access(&bought).await).await.unwrap();
    let over = view(shop, &bought).await;
    assert_eq!(over.money.to_give_back, placed.total);
    assert_eq!(over.payment_status, PaymentStatus::Captured);
});

both!(
    a_transfer_of_what_was_first_shown_is_not_kept_in_silence,
    async |shop| {
        let bought = shop
            .buy(&[("badam-500", "2"), ("honey-333", "1")], shop.to_address("65"))
            .await;
        let parts = shop.orders_of(&bought.code).await;
        studio::move_on(shop, shop.member_of("almonds").await, parts[0], "cancel".into())
            .await
            .unwrap();
        let left = view(shop, &bought).await;
        let centre = shop.of_centre().await;
        money::receive_for(shop, centre, &form(&left, left.total))
            .await
            .unwrap();
        let paid = view(shop, &bought).await.money;
        assert_eq!(
            (paid.state, paid.to_give_back.minor),
            (PaymentState::Overpaid, left.total.minor - left.due.minor)
        );
        // The bees can send theirs; the Centre decides about the rest.
        let bees = shop.member_of("bees").await;
        studio::move_on(shop, bees, parts[1], "accept".into()).await.unwrap();
        money::give_back_excess(shop, centre, &left.code.to_string())
            .await
            .unwrap();
        let decided = view(shop, &bought).await.money;
        assert_eq!(
            (decided.state, decided.to_give_back),
            (PaymentState::ToRefund, paid.to_give_back)
        );
    }
);

/// A form of the money page.
fn form(group: &OrderGroupView, amount: Money) -> MoneyForm {
    MoneyForm {
        order: group.payment_reference.to_string(),
        amount: format!("{}.{:02}", amount.minor / 100, amount.minor % 100),
        reference: "bank 42".to_owned(),
        key: format!("{:032x}", amount.minor),
        ..MoneyForm::default()
    }
}

both!(a_step_taken_by_mistake_is_undone_within_minutes, async |shop| {
    let bought = shop.buy(&[("last-one", "1")], shop.to_station()).await;
    let member = shop.member_of("almonds").await;
    let id = shop.orders_of(&bought.code).await[0];
    for step in ["accept", "pack", "undo-pack", "undo-accept"] {
        studio::move_on(shop, member, id, step.into()).await.unwrap();
    }
    assert_eq!(view(shop, &bought).await.orders[0].status, OrderStatus::Placed);
    // As unpaid as before: it expires.
    shop.clock.advance(8 * 86_400_000);
    assert_eq!(orders::expire_due(shop).await.unwrap(), 1);
    assert_eq!(shop.stock("last-one").await, (1, 0));

    let late = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let id = shop.orders_of(&late.code).await[0];
    studio::move_on(shop, member, id, "accept".into()).await.unwrap();
    shop.clock.advance(5 * 60_000 + 1);
    let refused = studio::move_on(shop, member, id, "undo-accept".into())
        .await
        .unwrap_err();
    assert_eq!(refused.code(), ErrorCode::UndoTooLate);
});

both!(goods_that_do_not_reach_their_buyer_are_accounted_for, async |shop| {
    let member = shop.member_of("almonds").await;
    let before = shop.stock("badam-500").await;
    for (steps, on_hand) in [
        (["not-collected", "restock"], 0),
        (["refuse", "write-off"], 2),
        (["lose", ""], 4),
    ] {
        let bought = shop.buy(&[("badam-500", "2")], shop.to_station()).await;
        let id = shop.orders_of(&bought.code).await[0];
        let placed = view(shop, &bought).await;
        for step in ["accept", "pack", "dispatch", "ready"] {
            studio::move_on(shop, member, id, step.into()).await.unwrap();
        }
        orders::mark_paid(shop, &placed.payment_reference).await.unwrap();
        for step in steps.into_iter().filter(|step| !step.is_empty()) {
            studio::move_on(shop, member, id, step.into()).await.unwrap();
        }
        let over = view(shop, &bought).await;
        assert_eq!(over.orders[0].status, OrderStatus::Canceled, "{steps:?}");
        assert_eq!(over.money.to_give_back, placed.total, "{steps:?}");
        assert_eq!(shop.stock("badam-500").await, (before.0 - on_hand, 0), "{steps:?}");
    }
});

both!(the_buyer_reads_why_it_was_canceled_and_how_it_travels, async |shop| {
    let bought = shop
        .buy(&[("badam-500", "1"), ("honey-333", "1")], shop.to_station())
        .await;
    let (almonds, bees) = (shop.member_of("almonds").await, shop.member_of("bees").await);
    let parts = shop.orders_of(&bought.code).await;
    let cancel = StepForm {
        reason: "damaged".to_owned(),
        note: " the sacks got wet ".to_owned(),
        ..StepForm::from("cancel")
    };
    studio::move_on(shop, almonds, parts[0], cancel).await.unwrap();
    for step in ["accept", "pack"] {
        studio::move_on(shop, bees, parts[1], step.into()).await.unwrap();
    }
    let send = StepForm {
        carrier: "EMS".to_owned(),
        tracking: "EB1234".to_owned(),
        ..StepForm::from("dispatch")
    };
    studio::move_on(shop, bees, parts[1], send).await.unwrap();
    let seen = view(shop, &bought).await;
    let canceled = seen.orders[0].canceled.as_ref().unwrap();
    assert_eq!(
        (canceled.reason, canceled.note.as_str()),
        (CancelReason::Damaged, "the sacks got wet")
    );
    assert_eq!(
        (seen.orders[1].carrier.as_str(), seen.orders[1].tracking.as_str()),
        ("EMS", "EB1234")
    );
});
