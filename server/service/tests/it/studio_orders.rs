//! Orders as their cooperative sees and moves them.

use domain::{ErrorCode, FulfilmentStatus, Locale, OrderGroupStatus, OrderStatus, PaymentStatus};
use service::orders::{OrderGroupView, Received};
use service::{orders, outbox, studio};
use testing::{Bought, Snapshot, TestShop, both};

both!(an_order_goes_from_the_shelf_to_the_buyer, async |shop| {
    let bought = shop
        .buy(&[("badam-500", "2"), ("kernel-loose", "400")], shop.to_station())
        .await;
    let member = shop.member_of("almonds").await;
    let id = shop.orders_of(&bought.code).await[0];
    assert_eq!(studio::home(shop, member, Locale::Ug).await.unwrap().waiting, 1);
    for step in ["accept", "pack", "dispatch", "ready"] {
        shop.clock.advance(1_000);
        studio::move_on(shop, member, id, step).await.unwrap();
    }
    // Nothing is handed over unpaid.
    let unpaid = studio::move_on(shop, member, id, "deliver").await.unwrap_err();
    assert_eq!(unpaid.code(), ErrorCode::StepOrder);
    let access = shop.access(&bought).await;
    let reference = orders::view(shop, Locale::Zh, &access).await.unwrap().payment_reference;
    orders::mark_paid(shop, &reference).await.unwrap();
    studio::move_on(shop, member, id, "deliver").await.unwrap();

    let view = orders::view(shop, Locale::Zh, &access).await.unwrap();
    assert_eq!(
        (view.orders[0].status, view.orders[0].fulfilment),
        (OrderStatus::Completed, FulfilmentStatus::Delivered)
    );
    let events: Vec<_> = view.orders[0].events.iter().map(|e| e.kind.as_str()).collect();
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
    assert_eq!(studio::home(shop, member, Locale::Ug).await.unwrap().waiting, 0);
});

both!(no_step_is_skipped_or_taken_twice, async |shop| {
    let bought = shop.buy(&[("badam-500", "2")], shop.to_station()).await;
    let member = shop.member_of("almonds").await;
    let id = shop.orders_of(&bought.code).await[0];
    let before = Snapshot::of(shop).await;
    for step in [
        "pack",
        "dispatch",
        "ready",
        "deliver",
        "",
        "ACCEPT",
        "accept'--",
        "complete",
        "expire",
    ] {
        let refused = studio::move_on(shop, member, id, step).await.unwrap_err();
        assert_eq!(refused.code(), ErrorCode::StepOrder, "{step}");
    }
    before.assert_unchanged(shop).await;
    studio::move_on(shop, member, id, "accept").await.unwrap();
    let before = Snapshot::of(shop).await;
    assert!(studio::move_on(shop, member, id, "accept").await.is_err());
    before.assert_unchanged(shop).await;
});

both!(a_transfer_is_accepted_once_it_came, async |shop| {
    let bought = shop.buy(&[("badam-500", "2")], shop.to_address("65")).await;
    let member = shop.member_of("almonds").await;
    let id = shop.orders_of(&bought.code).await[0];
    assert_eq!(
        studio::move_on(shop, member, id, "accept").await.unwrap_err().code(),
        ErrorCode::StepOrder
    );
    let access = shop.access(&bought).await;
    let reference = orders::view(shop, Locale::Zh, &access).await.unwrap().payment_reference;
    orders::mark_paid(shop, &reference).await.unwrap();
    for step in ["accept", "pack", "dispatch", "deliver"] {
        studio::move_on(shop, member, id, step).await.unwrap();
    }
    assert_eq!(shop.stock("badam-500").await, (98, 0));
});

both!(what_a_cooperative_cancels_is_for_sale_again, async |shop| {
    let bought = shop
        .buy(&[("last-one", "1"), ("honey-333", "1")], shop.to_station())
        .await;
    let member = shop.member_of("almonds").await;
    let id = shop.orders_of(&bought.code).await[0];
    studio::move_on(shop, member, id, "accept").await.unwrap();
    studio::move_on(shop, member, id, "cancel").await.unwrap();
    assert_eq!(
        (shop.stock("last-one").await, shop.stock("honey-333").await),
        ((1, 0), (36, 1))
    );
    assert_eq!(
        studio::move_on(shop, member, id, "cancel").await.unwrap_err().code(),
        ErrorCode::StepOrder
    );
});

both!(
    a_cooperative_sees_its_part_of_an_order_and_no_more_of_the_buyer_than_it_needs,
    async |shop| {
        let goods = [("badam-500", "1"), ("honey-333", "2")];
        let bought = shop.buy(&goods, shop.to_address("65")).await;
        let member = shop.member_of("bees").await;
        let ids = shop.orders_of(&bought.code).await;
        let list = studio::orders(shop, member, Locale::Zh, 1).await.unwrap();
        assert_eq!(list.iter().map(|o| o.id).collect::<Vec<_>>(), [ids[1]]);
        assert_eq!(list[0].goods.minor, 6666);
        let page = studio::order(shop, member, Locale::Zh, ids[1]).await.unwrap();
        let all = format!("{page:?} {list:?}");
        assert!(page.destination.contains("人民路"));
        for secret in ["8000", "138", "badam", "巴旦木"] {
            assert!(!all.contains(secret), "{secret} is not for this cooperative: {all}");
        }
        assert!(studio::order(shop, member, Locale::Zh, ids[0]).await.is_err());
    }
);

async fn view(shop: &TestShop, bought: &Bought) -> OrderGroupView {
    orders::view(shop, Locale::Zh, &shop.access(bought).await)
        .await
        .unwrap()
}

/// What the operator reads about money.
async fn said(shop: &TestShop, topic: &str) -> Vec<String> {
    let messages = outbox::messages(shop, shop.of_centre().await).await.unwrap();
    let found = messages.into_iter().filter(|message| message.topic == topic);
    found
        .map(|message| {
            assert_eq!(message.to, "", "not the buyer's");
            message.text
        })
        .collect()
}

both!(less_is_due_without_what_was_cancelled, async |shop| {
    let bought = shop
        .buy(&[("badam-500", "2"), ("honey-333", "1")], shop.to_address("65"))
        .await;
    let (almonds, bees) = (shop.member_of("almonds").await, shop.member_of("bees").await);
    let parts = shop.orders_of(&bought.code).await;
    let placed = view(shop, &bought).await;
    assert_eq!(placed.due, placed.total);

    studio::move_on(shop, almonds, parts[0], "cancel").await.unwrap();
    let left = view(shop, &bought).await;
    assert_eq!(left.total, placed.total, "frozen at sale");
    assert_eq!(left.due, placed.orders[1].total);
    assert_eq!(left.payment_status, PaymentStatus::Created);

    studio::move_on(shop, bees, parts[1], "cancel").await.unwrap();
    let over = view(shop, &bought).await;
    assert_eq!(
        (over.status, over.payment_status, over.due.minor),
        (OrderGroupStatus::Canceled, PaymentStatus::Voided, 0)
    );
    assert!(said(shop, "refund-due").await.is_empty(), "nothing had been paid");

    // The transfer was under way already.
    let received = orders::mark_paid(shop, &over.payment_reference).await.unwrap();
    assert_eq!(received, Received::RefundDue);
    assert_eq!(view(shop, &bought).await.payment_status, PaymentStatus::Voided);
    // How much came in only the bank knows.
    let late = format!("{} · {}", over.code, over.payment_reference);
    assert_eq!(said(shop, "refund-late").await, std::slice::from_ref(&late));
    let again = orders::mark_paid(shop, &over.payment_reference).await.unwrap_err();
    assert_eq!(again.code(), ErrorCode::StepOrder);
    assert_eq!(said(shop, "refund-late").await, [late], "asked for once");
});

both!(what_was_paid_and_is_cancelled_goes_back, async |shop| {
    let bought = shop
        .buy(&[("badam-500", "2"), ("honey-333", "1")], shop.to_address("65"))
        .await;
    let placed = view(shop, &bought).await;
    orders::mark_paid(shop, &placed.payment_reference).await.unwrap();
    let almonds = shop.member_of("almonds").await;
    let parts = shop.orders_of(&bought.code).await;
    studio::move_on(shop, almonds, parts[0], "cancel").await.unwrap();
    let amount = |part: usize| l10n::format::money(placed.locale, placed.orders[part].total);
    let due = said(shop, "refund-due").await;
    assert!(due.len() == 1 && due[0].contains(&amount(0)), "{due:?}");

    // The buyer calls off the rest: only that is still to go back.
    orders::cancel(shop, &shop.access(&bought).await).await.unwrap();
    let due = said(shop, "refund-due").await;
    assert!(due.len() == 2 && due[0].contains(&amount(1)), "{due:?}");
    assert_eq!(view(shop, &bought).await.payment_status, PaymentStatus::Captured);
});

both!(
    a_transfer_of_what_was_first_shown_is_not_kept_in_silence,
    async |shop| {
        let bought = shop
            .buy(&[("badam-500", "2"), ("honey-333", "1")], shop.to_address("65"))
            .await;
        let parts = shop.orders_of(&bought.code).await;
        studio::move_on(shop, shop.member_of("almonds").await, parts[0], "cancel")
            .await
            .unwrap();
        let left = view(shop, &bought).await;
        let received = orders::mark_paid(shop, &left.payment_reference).await.unwrap();
        assert_eq!(received, Received::Paid);
        let money = |money| l10n::format::money(left.locale, money);
        let amounts = format!("{} / {}", money(left.due), money(left.total));
        let lowered = said(shop, "payment-lowered").await;
        assert!(lowered.len() == 1 && lowered[0].ends_with(&amounts), "{lowered:?}");
    }
);
