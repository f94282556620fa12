//! A cooperative's orders as lists: by stage, day and place, and by what somebody types to find one.

use domain::{Actor, Day, FulfilmentStatus, Locale, OrderCode, OrderId, OrderStage, OrderStatus, OrderStep, StationId};
use service::Error;
use service::checkout::CheckoutForm;
use service::studio::{self, OrderList, OrderPlace, OrderQuery, StageCount};
use testing::{Database, TestShop, both, copies_of_order};

/// On both databases, without the look at the books after it: rows written behind the shop's back are in no books.
pub async fn shops() -> Vec<TestShop> {
    let mut shops = Vec::new();
    for database in [Database::Sqlite, Database::Postgres] {
        shops.extend(TestShop::open(database).await);
    }
    shops
}

async fn list(shop: &TestShop, member: Actor, query: OrderQuery) -> OrderList {
    studio::orders(shop, member, Locale::Ug, &query).await.unwrap()
}

async fn found(shop: &TestShop, member: Actor, search: &str) -> Vec<OrderId> {
    let query = OrderQuery {
        search: search.to_owned(),
        ..OrderQuery::default()
    };
    let list = list(shop, member, query).await;
    list.orders.into_iter().map(|order| order.id).collect()
}

fn in_stage(stage: OrderStage) -> OrderQuery {
    OrderQuery {
        stage: Some(stage),
        ..OrderQuery::default()
    }
}

/// Copies the only order `count` times: each a second later than the one before, from the time of the first on.
pub async fn copy(shop: &TestShop, count: u32, stage: &str) {
    for statement in copies_of_order(count, stage) {
        shop.execute(statement).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_database_knows_the_stages_as_the_rule_does() {
    for shop in &shops().await {
        let member = shop.member_of("bees").await;
        let cash = shop.buy(&[("honey-333", "1")], shop.to_station()).await;
        let cash = shop.orders_of(&cash.code).await[0];
        let almonds = shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
        let transfer = shop.orders_of(&almonds.code).await[0];
        let almonds = shop.member_of("almonds").await;
        for (order, member, awaits) in [(cash, member, false), (transfer, almonds, true)] {
            for status in OrderStatus::ALL {
                for fulfilment in FulfilmentStatus::ALL {
                    shop.execute(format!(
                        "UPDATE orders SET status = '{status}', fulfilment = '{fulfilment}' WHERE id = {order}"
                    ))
                    .await;
                    let stage = OrderStage::of(status, fulfilment, awaits);
                    let all = list(shop, member, OrderQuery::default()).await;
                    for other in OrderStage::ALL {
                        let number = u64::from(other == stage);
                        assert_eq!(all.count(other).number, number, "{status} {fulfilment} in {other}");
                    }
                    let shown: Vec<_> = all.orders.iter().map(|order| (order.id, order.stage)).collect();
                    assert_eq!(shown, [(order, stage)], "{status} {fulfilment}");
                }
            }
        }
    }
}

both!(each_step_moves_an_order_to_the_tab_of_the_next, async |shop| {
    let member = shop.member_of("almonds").await;
    let bought = shop.buy(&[("badam-500", "2")], shop.to_station()).await;
    let id = shop.orders_of(&bought.code).await[0];
    for (step, stage) in [
        ("", OrderStage::New),
        ("accept", OrderStage::ToPack),
        ("pack", OrderStage::ToHandOver),
        ("undo-pack", OrderStage::ToPack),
        ("pack", OrderStage::ToHandOver),
        ("dispatch", OrderStage::OnTheWay),
        ("ready", OrderStage::OnTheWay),
        ("lose", OrderStage::Over),
    ] {
        if !step.is_empty() {
            studio::move_on(shop, member, id, step.into()).await.unwrap();
        }
        let tab = list(shop, member, in_stage(stage)).await;
        assert_eq!(tab.orders.len(), 1, "{step}");
        assert_eq!(studio::order(shop, member, Locale::Ug, id).await.unwrap().stage, stage);
    }
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_list_has_pages_and_the_last_has_no_next() {
    for shop in &shops().await {
        let member = shop.member_of("almonds").await;
        let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
        let first = shop.orders_of(&bought.code).await[0];
        copy(shop, 59, "'placed', 'unfulfilled'").await;
        let mut seen = Vec::new();
        let mut after = None;
        let mut pages = 0;
        loop {
            let page = list(
                shop,
                member,
                OrderQuery {
                    after,
                    ..in_stage(OrderStage::New)
                },
            )
            .await;
            assert!(page.orders.windows(2).all(|two| two[0].placed_at > two[1].placed_at));
            seen.extend(page.orders.iter().map(|order| order.id));
            pages += 1;
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!((pages, seen.len(), seen.last()), (2, 60, Some(&first)));
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 60, "none is shown twice");

        // The place of another's order is no place in this list.
        let bees = shop.member_of("bees").await;
        let theirs = OrderQuery {
            after: Some(first),
            ..OrderQuery::default()
        };
        assert!(list(shop, bees, theirs).await.orders.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_count_stops_where_it_makes_no_difference() {
    for shop in &shops().await {
        let member = shop.member_of("almonds").await;
        shop.buy(&[("badam-500", "1")], shop.to_station()).await;
        copy(shop, 120, "'accepted', 'packed'").await;
        let counts = list(shop, member, OrderQuery::default()).await;
        let many = StageCount {
            number: 99,
            has_more: true,
        };
        assert_eq!(counts.count(OrderStage::ToHandOver), many);
        assert_eq!(counts.count(OrderStage::New).number, 1);
    }
}

both!(a_list_is_narrowed_to_a_day_and_a_place, async |shop| {
    let member = shop.member_of("almonds").await;
    let to_station = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let to_address = shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
    shop.clock.advance(86_400_000);
    let next_day = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let station = StationId(shop.number("SELECT id FROM stations WHERE code = 'B001'").await);
    let codes = async |query: OrderQuery| -> Vec<OrderCode> {
        let list = list(shop, member, query).await;
        list.orders.iter().map(|order| order.code).collect()
    };
    let at = |place| OrderQuery {
        place: Some(place),
        ..OrderQuery::default()
    };
    assert_eq!(codes(at(OrderPlace::Address)).await, [to_address.code]);
    let here = codes(at(OrderPlace::Station(station))).await;
    assert_eq!(here, [next_day.code, to_station.code]);
    assert!(codes(at(OrderPlace::Station(StationId(777)))).await.is_empty());

    let day = Day::parse("2026-11-23").unwrap();
    let that_day = OrderQuery {
        from: Some(day.start_ms()),
        until: Some(day.end_ms()),
        ..OrderQuery::default()
    };
    assert_eq!(codes(that_day.clone()).await, [to_address.code, to_station.code]);
    let both = OrderQuery {
        place: Some(OrderPlace::Station(station)),
        stage: Some(OrderStage::New),
        ..that_day
    };
    assert_eq!(codes(both.clone()).await, [to_station.code]);
    assert_eq!(list(shop, member, both).await.count(OrderStage::New).number, 1);
});

both!(an_order_is_found_by_whatever_of_it_somebody_has, async |shop| {
    let member = shop.member_of("almonds").await;
    let aygul = CheckoutForm {
        name: "ئايگۈل مەمەت".to_owned(),
        ..shop.to_station()
    };
    let aygul = shop.buy(&[("badam-500", "1")], aygul).await;
    let jose = CheckoutForm {
        name: "José García".to_owned(),
        phone: "13900001234".to_owned(),
        ..shop.to_station()
    };
    let jose = shop.buy(&[("badam-500", "1")], jose).await;
    let (aygul_id, jose_id) = (
        shop.orders_of(&aygul.code).await[0],
        shop.orders_of(&jose.code).await[0],
    );
    let code = jose.code.to_string();
    for typed in [
        code.clone(),
        code.to_lowercase().replace('-', ""),
        format!("#{code}"),
        format!("زاكاز: {code}."),
        format!("https://shop.example/zh/orders/{code}?placed=1"),
        code[..9].to_owned(),
        "garcia".to_owned(),
        "García JOSÉ".to_owned(),
        "1234".to_owned(),
        "١٢٣٤".to_owned(),
        "１３９ ００００ １２３４".to_owned(),
        "+86 139-0000-1234".to_owned(),
    ] {
        assert_eq!(found(shop, member, &typed).await, [jose_id], "{typed}");
    }
    for typed in ["مەمەت", "ئايگۈل", "8000", "13800138000"] {
        assert_eq!(found(shop, member, typed).await, [aygul_id], "{typed}");
    }
    for typed in ["", "  "] {
        assert_eq!(found(shop, member, typed).await, [jose_id, aygul_id], "{typed:?}");
    }
    for typed in [
        "nobody",
        "%",
        "_",
        "'",
        "7777",
        "12",
        "0000-0000-0000",
        "\0",
        &"x".repeat(5_000),
    ] {
        assert!(found(shop, member, typed).await.is_empty(), "{typed:?}");
    }
    let bees = shop.member_of("bees").await;
    for typed in [code.as_str(), "garcia", "1234", "13900001234"] {
        assert!(found(shop, bees, typed).await.is_empty(), "another's: {typed}");
    }
});

both!(orders_of_a_release_before_keys_are_found_as_well, async |shop| {
    let member = shop.member_of("almonds").await;
    let jose = CheckoutForm {
        name: "José García".to_owned(),
        phone: "13900001234".to_owned(),
        ..shop.to_station()
    };
    let jose = shop.buy(&[("badam-500", "1")], jose).await;
    let id = shop.orders_of(&jose.code).await[0];
    let keys = "SELECT count(*) FROM orders WHERE found_by LIKE '%1390000%garcia%'";
    assert_eq!(shop.number(keys).await, 1);
    // As such a release leaves it.
    shop.execute("UPDATE order_groups SET name_key = NULL").await;
    assert_eq!(shop.number(keys).await, 0);
    for typed in ["garcia", "1234", &jose.code.to_string()[5..]] {
        assert_eq!(found(shop, member, typed).await, [id], "{typed}");
    }
    assert!(found(shop, member, "nobody").await.is_empty());
    assert_eq!(studio::make_search_keys(shop).await.unwrap(), 1);
    assert_eq!(studio::make_search_keys(shop).await.unwrap(), 0);
    assert_eq!(shop.number(keys).await, 1);
    assert_eq!(found(shop, member, "García").await, [id]);
    // A name is not looked for in a phone.
    assert!(found(shop, member, "1390000%").await.is_empty());
    // Whoever is forgotten leaves no key behind.
    shop.execute("UPDATE order_groups SET buyer_name = '', phone = ''")
        .await;
    let left = "SELECT count(*) FROM orders o JOIN order_groups g ON g.id = o.group_id
        WHERE g.name_key <> '' OR o.found_by LIKE '%garcia%' OR o.found_by LIKE '%1390%'";
    assert_eq!(shop.number(left).await, 0);
    assert!(found(shop, member, "garcia").await.is_empty());
    assert_eq!(found(shop, member, &jose.code.to_string()[5..]).await, [id]);
});

both!(
    a_number_is_not_found_out_digit_by_digit_once_the_order_is_over,
    async |shop| {
        let member = shop.member_of("almonds").await;
        let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
        let id = shop.orders_of(&bought.code).await[0];
        assert_eq!(found(shop, member, "8000").await, [id]);
        studio::move_on(shop, member, id, "cancel".into()).await.unwrap();
        assert!(found(shop, member, "8000").await.is_empty());
        // Who has the whole number need not find it out.
        assert_eq!(found(shop, member, "138 0013 8000").await, [id]);
        assert_eq!(found(shop, member, "Aygül").await, [id]);
    }
);

both!(goods_are_named_in_the_packers_language, async |shop| {
    let member = shop.member_of("almonds").await;
    let product = shop.product("thin-shell-badam").await;
    // Bought in Chinese.
    let bought = shop.buy(&[("badam-500", "2")], shop.to_station()).await;
    let id = shop.orders_of(&bought.code).await[0];
    let name = async |locale| {
        let list = studio::orders(shop, member, locale, &OrderQuery::default())
            .await
            .unwrap();
        let page = studio::order(shop, member, locale, id).await.unwrap();
        let name = list.orders[0].lines[0].name.clone();
        assert_eq!(page.order.lines[0].name.text, name.text, "the same on the order's page");
        name
    };
    let frozen = name(Locale::Zh).await;
    shop.execute(format!(
        "UPDATE translations SET value = 'Almendra nueva' WHERE entity = 'product' AND entity_id = {product}
         AND field = 'name' AND lang = 'es'"
    ))
    .await;
    assert_eq!(name(Locale::Es).await.text, "Almendra nueva");
    shop.execute(format!(
        "DELETE FROM translations WHERE entity = 'product' AND entity_id = {product} AND field = 'name' AND lang = 'es'"
    ))
    .await;
    let shown = name(Locale::Es).await;
    assert_eq!((shown.text, shown.lang), (frozen.text, Locale::Zh));
});

both!(nobody_else_sees_the_lists, async |shop| {
    let member = shop.member_of("almonds").await;
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let id = shop.orders_of(&bought.code).await[0];
    let bees = shop.member_of("bees").await;
    assert!(list(shop, bees, OrderQuery::default()).await.orders.is_empty());
    assert!(matches!(
        studio::moved(shop, bees, id, OrderStep::Accept).await,
        Err(Error::NotFound)
    ));
    for actor in [Actor::Anonymous, Actor::Shopper, shop.of_centre().await] {
        let query = OrderQuery::default();
        let refusals = [
            studio::orders(shop, actor, Locale::Ug, &query).await.err(),
            studio::packing(shop, actor, Locale::Ug).await.err(),
            studio::products(shop, actor, Locale::Ug).await.err(),
            studio::moved(shop, actor, id, OrderStep::Accept).await.err(),
        ];
        for refusal in refusals {
            assert!(matches!(refusal, Some(Error::NotFound)), "{actor:?}: {refusal:?}");
        }
    }
    // Who only reads is offered no step.
    let finance = shop
        .cooperative_member("almonds", domain::CooperativeRole::Finance)
        .await;
    assert!(
        !studio::order(shop, member, Locale::Ug, id)
            .await
            .unwrap()
            .steps
            .is_empty()
    );
    assert!(
        studio::order(shop, finance, Locale::Ug, id)
            .await
            .unwrap()
            .steps
            .is_empty()
    );
});
