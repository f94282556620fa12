//! Orders that end: by time, by their buyer; and what becomes of the stock and the money.

use domain::{ErrorCode, FulfilmentStatus, Locale, OrderGroupStatus, OrderStatus, PaymentReference, PaymentStatus};
use service::orders::{self, OrderGroupView};
use service::{cart, catalog, studio};
use testing::{Bought, Snapshot, TestShop, both};

const DAY: i64 = 86_400_000;

async fn view(shop: &TestShop, bought: &Bought) -> OrderGroupView {
    let access = shop.access(bought).await;
    orders::view(shop, Locale::Zh, &access).await.unwrap()
}

async fn reference(shop: &TestShop, bought: &Bought) -> PaymentReference {
    view(shop, bought).await.payment_reference
}

/// What the product's page says can still be bought of its first size.
async fn on_the_page(shop: &TestShop, slug: &str) -> i64 {
    let page = catalog::find_product(shop, Locale::Ug, slug).await.unwrap().unwrap();
    page.offers[0].available
}

both!(a_products_page_follows_its_stock, async |shop| {
    let before = on_the_page(shop, "last-sack").await;
    assert_eq!(before, 1);
    let bought = shop.buy(&[("last-one", "1")], shop.to_address("65")).await;
    assert_eq!(on_the_page(shop, "last-sack").await, 0, "sold");
    let access = shop.access(&bought).await;
    orders::cancel(shop, &access).await.unwrap();
    assert_eq!(on_the_page(shop, "last-sack").await, before, "cancelled");
    shop.buy(&[("last-one", "1")], shop.to_address("65")).await;
    assert_eq!(on_the_page(shop, "last-sack").await, 0, "sold again");
    shop.clock.advance(DAY);
    assert_eq!(orders::expire_due(shop).await.unwrap(), 1);
    assert_eq!(on_the_page(shop, "last-sack").await, before, "expired");
});

both!(
    an_unpaid_transfer_expires_after_a_day_and_not_a_moment_early,
    async |shop| {
        let bought = shop
            .buy(&[("last-one", "1"), ("honey-333", "2")], shop.to_address("65"))
            .await;
        shop.clock.advance(DAY - 1);
        assert_eq!(orders::expire_due(shop).await.unwrap(), 0);
        shop.clock.advance(1);
        assert_eq!(orders::expire_due(shop).await.unwrap(), 1);
        assert_eq!(orders::expire_due(shop).await.unwrap(), 0, "once");
        let view = view(shop, &bought).await;
        assert_eq!(
            (view.status, view.payment_status),
            (OrderGroupStatus::Expired, PaymentStatus::Expired)
        );
        assert!(!view.can_cancel);
        assert_eq!(view.orders[0].history.last().unwrap().0.as_str(), "expired");
        assert_eq!(
            (shop.stock("last-one").await, shop.stock("honey-333").await),
            ((1, 0), (36, 0))
        );
    }
);

both!(
    goods_past_their_time_are_sold_to_who_wants_them_without_any_worker,
    async |shop| {
        let late = shop.buy(&[("last-one", "1")], shop.to_address("65")).await;
        shop.clock.advance(DAY);
        // No job ran: the next buyer finds the goods all the same.
        let next = shop.buy(&[("last-one", "1")], shop.to_station()).await;
        assert_eq!(view(shop, &late).await.status, OrderGroupStatus::Expired);
        assert_eq!(view(shop, &next).await.status, OrderGroupStatus::Placed);
        assert_eq!(shop.stock("last-one").await, (1, 1));
    }
);

both!(a_cart_filled_before_finds_goods_past_their_time_too, async |shop| {
    let cart = shop.cart_with(&[("last-one", "1")]).await;
    let form = shop.shown(cart, shop.to_station()).await;
    shop.buy(&[("last-one", "1")], shop.to_address("65")).await;
    shop.clock.advance(DAY);
    let answer = service::checkout::place(shop, Locale::Zh, cart, &form).await.unwrap();
    Bought::code_of(answer);
});

both!(
    what_is_paid_does_not_expire_and_does_not_stand_in_the_way,
    async |shop| {
        let paid = shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
        orders::mark_paid(shop, &reference(shop, &paid).await).await.unwrap();
        shop.clock.advance(1_000);
        let unpaid = shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
        shop.clock.advance(10 * DAY);
        assert_eq!(orders::expire_due(shop).await.unwrap(), 1);
        assert_eq!(view(shop, &paid).await.status, OrderGroupStatus::Paid);
        assert_eq!(view(shop, &unpaid).await.status, OrderGroupStatus::Expired);
        assert_eq!(shop.stock("badam-500").await, (100, 1));
    }
);

both!(
    what_one_cooperative_accepted_stays_when_the_other_let_it_lie,
    async |shop| {
        let goods = [("badam-500", "1"), ("honey-333", "1"), ("oil-500", "1")];
        let bought = shop.buy(&goods, shop.to_station()).await;
        let member = shop.member_of("bees").await;
        let ids = shop.orders_of(&bought.code).await;
        studio::move_on(shop, member, ids[1], "accept".into()).await.unwrap();
        shop.clock.advance(8 * DAY);
        orders::expire_due(shop).await.unwrap();
        let view = view(shop, &bought).await;
        let statuses: Vec<_> = view.orders.iter().map(|o| o.status).collect();
        assert_eq!(
            statuses,
            [OrderStatus::Expired, OrderStatus::Accepted, OrderStatus::Expired]
        );
        assert_eq!(
            view.payment_status,
            PaymentStatus::Created,
            "the accepted part is still to be paid"
        );
        assert_eq!(
            (shop.stock("honey-333").await, shop.stock("badam-500").await),
            ((36, 1), (100, 0))
        );
        assert_eq!(orders::expire_due(shop).await.unwrap(), 0);
    }
);

both!(a_cancelled_order_gives_its_goods_back, async |shop| {
    let bought = shop
        .buy(&[("last-one", "1"), ("oil-500", "3")], shop.to_station())
        .await;
    assert!(cart::add(shop, None, shop.offer("last-one").await, "1").await.is_err());
    let access = shop.access(&bought).await;
    orders::cancel(shop, &access).await.unwrap();
    let view = view(shop, &bought).await;
    assert_eq!(
        (view.status, view.payment_status),
        (OrderGroupStatus::Canceled, PaymentStatus::Voided)
    );
    assert_eq!(
        (shop.stock("last-one").await, shop.stock("oil-500").await),
        ((1, 0), (25, 0))
    );
    cart::add(shop, None, shop.offer("last-one").await, "1").await.unwrap();

    let before = Snapshot::of(shop).await;
    assert_eq!(
        orders::cancel(shop, &access).await.unwrap_err().code(),
        ErrorCode::OrderOver
    );
    shop.clock.advance(30 * DAY);
    assert_eq!(orders::expire_due(shop).await.unwrap(), 0);
    before.assert_unchanged(shop).await;
});

both!(nothing_is_cancelled_once_a_part_has_left, async |shop| {
    let bought = shop
        .buy(&[("badam-500", "2"), ("honey-333", "1")], shop.to_station())
        .await;
    let member = shop.member_of("almonds").await;
    let order = shop.orders_of(&bought.code).await[0];
    for step in ["accept", "pack", "dispatch"] {
        studio::move_on(shop, member, order, step.into()).await.unwrap();
    }
    assert_eq!(shop.stock("badam-500").await, (98, 0));
    let access = shop.access(&bought).await;
    let before = Snapshot::of(shop).await;
    assert_eq!(
        orders::cancel(shop, &access).await.unwrap_err().code(),
        ErrorCode::SentAlready
    );
    assert_eq!(
        studio::move_on(shop, member, order, "cancel".into())
            .await
            .unwrap_err()
            .code(),
        ErrorCode::SentAlready
    );
    before.assert_unchanged(shop).await;
    let view = view(shop, &bought).await;
    assert!(!view.can_cancel);
    assert_eq!(view.orders[0].fulfilment, FulfilmentStatus::Dispatched);
});

both!(a_payment_is_taken_once, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
    let reference = reference(shop, &bought).await;
    orders::mark_paid(shop, &reference).await.unwrap();
    let before = Snapshot::of(shop).await;
    assert_eq!(
        orders::mark_paid(shop, &reference).await.unwrap_err().code(),
        ErrorCode::PaidAlready
    );
    let unknown = PaymentReference::from_bytes([3; 8]);
    assert_eq!(
        orders::mark_paid(shop, &unknown).await.unwrap_err().code(),
        ErrorCode::NotFound
    );
    before.assert_unchanged(shop).await;
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_unreadable_order_stops_only_itself() {
    for database in [testing::Database::Sqlite, testing::Database::Postgres] {
        let Some(shop) = TestShop::open(database).await else {
            continue;
        };
        let broken = shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
        let later = shop.buy(&[("honey-333", "1")], shop.to_address("65")).await;
        let id = shop.orders_of(&broken.code).await[0];
        shop.execute(format!("UPDATE orders SET status = 'unheard-of' WHERE id = {id}"))
            .await;
        shop.clock.advance(DAY);
        assert_eq!(orders::expire_due(&shop).await.unwrap(), 1);
        assert_eq!(view(&shop, &later).await.status, OrderGroupStatus::Expired);
        // Nor does it stand in the way of who wants the same goods.
        shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    }
}

both!(many_orders_expire_in_one_run, async |shop| {
    for _ in 0..60 {
        shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
    }
    shop.clock.advance(DAY);
    assert_eq!(orders::expire_due(shop).await.unwrap(), 60, "more than one batch");
    assert_eq!(shop.stock("badam-500").await, (100, 0));
});

both!(a_closed_station_leaves_its_orders_readable, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let open = view(shop, &bought).await;
    shop.execute("UPDATE stations SET status = 'closed' WHERE code = 'B001'")
        .await;
    // A form from before, sent now: the station is not chosen any more.
    let cart = shop.cart_with(&[("badam-500", "1")]).await;
    let form = shop.shown(cart, shop.to_station()).await;
    let answer = service::checkout::place(shop, Locale::Zh, cart, &form).await.unwrap();
    let rejected = Bought::rejection_of(answer);
    assert_eq!(rejected.errors.of("station"), Some(domain::FieldCode::InvalidChoice));
    shop.catch_up().await.unwrap();
    let closed = view(shop, &bought).await;
    let (orders::DeliveryView::Station(before), orders::DeliveryView::Station(after)) =
        (open.delivery, closed.delivery)
    else {
        panic!("a station");
    };
    assert_eq!((after.code, after.name.text), (before.code, before.name.text));
});

both!(
    a_region_without_freight_is_not_served_and_the_others_are,
    async |shop| {
        shop.execute("DELETE FROM freight_templates WHERE region = 'xinjiang'")
            .await;
        shop.catch_up().await.unwrap();
        let cart = shop.cart_with(&[("badam-500", "1")]).await;
        let form = shop.shown(cart, shop.to_address("65")).await;
        let answer = service::checkout::place(shop, Locale::Zh, cart, &form).await.unwrap();
        let rejected = Bought::rejection_of(answer);
        assert_eq!(rejected.errors.of("province"), Some(domain::FieldCode::NotServed));
        shop.buy(&[("badam-500", "1")], shop.to_address("11")).await;
        shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    }
);
