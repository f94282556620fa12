//! The day's packing list, and taking a wrong tap back.

use domain::{Actor, ErrorCode, Locale, OrderStage, OrderStep};
use service::studio::{self, Packing};
use testing::{Database, TestShop, both};

/// On both databases, without the look at the books after it: rows written behind the shop's back are in no books.
async fn shops() -> Vec<TestShop> {
    let mut shops = Vec::new();
    for database in [Database::Sqlite, Database::Postgres] {
        shops.extend(TestShop::open(database).await);
    }
    shops
}

async fn packing(shop: &TestShop, member: Actor) -> Packing {
    studio::packing(shop, member, Locale::Zh).await.unwrap()
}

/// How many parcels of each section, and the step each offers.
fn sections(packing: &Packing) -> Vec<(OrderStage, Vec<Option<OrderStep>>)> {
    let sections = packing.sections.iter();
    sections
        .map(|section| {
            let next = section.parcels.iter().map(|parcel| parcel.next).collect();
            (section.stage, next)
        })
        .collect()
}

both!(what_is_accepted_is_summed_by_product_and_size, async |shop| {
    let member = shop.member_of("almonds").await;
    let mut orders = Vec::new();
    for goods in [
        &[("badam-500", "2"), ("kernel-loose", "400")][..],
        &[("badam-500", "3")],
        // Not accepted: not fetched yet.
        &[("badam-500", "10")],
    ] {
        shop.clock.advance(1_000);
        let bought = shop.buy(goods, shop.to_station()).await;
        orders.push(shop.orders_of(&bought.code).await[0]);
    }
    for order in &orders[..2] {
        studio::move_on(shop, member, *order, "accept".into()).await.unwrap();
    }
    let list = packing(shop, member).await;
    let mut sums: Vec<_> = list
        .needs
        .iter()
        .map(|need| (need.unit.as_str(), need.quantity.amount(), need.parcels))
        .collect();
    sums.sort_unstable();
    assert_eq!(sums, [("g", 400, 1), ("piece", 5, 2)]);
    assert_eq!(
        sections(&list),
        [
            (OrderStage::ToPack, vec![Some(OrderStep::Pack); 2]),
            (OrderStage::New, vec![Some(OrderStep::Accept)]),
            (OrderStage::ToHandOver, vec![]),
        ]
    );
    let parcels: Vec<_> = list.sections[0].parcels.iter().map(|parcel| parcel.order.id).collect();
    assert_eq!(parcels, orders[..2], "who waits longest comes first");
    assert!(list.sections[0].parcels[0].order.destination.contains("B001"));

    studio::move_on(shop, member, orders[0], "pack".into()).await.unwrap();
    let list = packing(shop, member).await;
    let sums: Vec<_> = list.needs.iter().map(|need| need.quantity.amount()).collect();
    assert_eq!(sums, [3]);
    assert_eq!(sections(&list)[2].1, [Some(OrderStep::Dispatch)]);
    studio::move_on(shop, member, orders[0], "dispatch".into())
        .await
        .unwrap();
    assert!(sections(&packing(shop, member).await)[2].1.is_empty());
});

both!(a_transfer_that_has_not_come_in_is_not_on_the_list, async |shop| {
    let member = shop.member_of("almonds").await;
    shop.buy(&[("badam-500", "2")], shop.to_address("65")).await;
    let list = packing(shop, member).await;
    assert!(list.sections.iter().all(|section| section.parcels.is_empty()));
    let home = studio::home(shop, member, Locale::Zh).await.unwrap();
    assert_eq!(home.count(OrderStage::New).number, 0);
    assert_eq!(home.count(OrderStage::AwaitsPayment).number, 1);
});

both!(a_step_offers_its_undo_for_five_minutes_and_no_other, async |shop| {
    let member = shop.member_of("almonds").await;
    let bought = shop.buy(&[("badam-500", "2")], shop.to_station()).await;
    let id = shop.orders_of(&bought.code).await[0];
    let undo = async |step| {
        let moved = studio::moved(shop, member, id, step).await.unwrap();
        moved.and_then(|moved| moved.undo)
    };
    assert_eq!(undo(OrderStep::Accept).await, None);
    studio::move_on(shop, member, id, "accept".into()).await.unwrap();
    let until = shop.clock.now() + 5 * 60_000;
    assert_eq!(undo(OrderStep::Accept).await, Some((OrderStep::UndoAccept, until)));
    shop.clock.advance(1_000);
    studio::move_on(shop, member, id, "pack".into()).await.unwrap();
    assert_eq!(undo(OrderStep::Pack).await, Some((OrderStep::UndoPack, until + 1_000)));
    let accepted = studio::moved(shop, member, id, OrderStep::Accept).await.unwrap();
    assert!(accepted.is_none(), "it has gone on since");
    shop.clock.advance(5 * 60_000);
    assert!(undo(OrderStep::Pack).await.is_some(), "to the last moment");
    shop.clock.advance(1);
    assert_eq!(undo(OrderStep::Pack).await, None);
    let late = studio::move_on(shop, member, id, "undo-pack".into()).await.unwrap_err();
    assert_eq!(late.code(), ErrorCode::UndoTooLate);
    // Handed over by mistake, twice: the goods are on hand and the order's again.
    for (step, back) in [("dispatch", "undo-dispatch"), ("dispatch", "undo-dispatch")] {
        studio::move_on(shop, member, id, step.into()).await.unwrap();
        assert_eq!(shop.stock("badam-500").await, (98, 0));
        studio::move_on(shop, member, id, back.into()).await.unwrap();
        assert_eq!(shop.stock("badam-500").await, (100, 2));
    }
    studio::move_on(shop, member, id, "dispatch".into()).await.unwrap();
    studio::move_on(shop, member, id, "ready".into()).await.unwrap();
    assert_eq!(
        undo(OrderStep::Shelve).await.map(|(step, _)| step),
        Some(OrderStep::UndoShelve)
    );
    studio::move_on(shop, member, id, "undo-ready".into()).await.unwrap();
    shop.clock.advance(5 * 60_000 + 1);
    let late = studio::move_on(shop, member, id, "undo-dispatch".into())
        .await
        .unwrap_err();
    assert_eq!(late.code(), ErrorCode::UndoTooLate);
    let gone = studio::move_on(shop, member, id, "undo-pack".into()).await.unwrap_err();
    assert_eq!(gone.code(), ErrorCode::GoneOn);
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_page_counts_what_runs_out_and_what_is_to_be_translated() {
    for shop in &shops().await {
        let member = shop.member_of("bees").await;
        let home = async || studio::home(shop, member, Locale::Zh).await.unwrap();
        let products = async || studio::products(shop, member, Locale::Zh).await.unwrap();
        let before = home().await;
        assert_eq!(
            before.running_out,
            products()
                .await
                .iter()
                .filter(|product| !product.running_out.is_empty())
                .count()
        );
        let honey = shop.offer("honey-333").await;
        let is_low = async || {
            let products = products().await;
            let honey = products.iter().find(|product| product.slug == "wild-honey").unwrap();
            honey
                .running_out
                .iter()
                .map(|(_, free)| free.amount())
                .collect::<Vec<_>>()
        };
        for (on_hand, low) in [(10, vec![]), (9, vec![9]), (0, vec![0])] {
            shop.execute(format!(
                "UPDATE stock SET on_hand = {on_hand}, reserved = 0 WHERE offer_id = {honey}"
            ))
            .await;
            assert_eq!(is_low().await, low, "{on_hand}");
        }
        let honey = shop.product("wild-honey").await;
        shop.execute(format!(
        "DELETE FROM translations WHERE entity = 'product' AND entity_id = {honey} AND field = 'name' AND lang = 'es'"
    ))
    .await;
        let to_translate = products()
            .await
            .iter()
            .filter(|product| product.is_to_translate())
            .count();
        assert_eq!(home().await.to_translate, to_translate);
        assert!(to_translate >= 1);
        // Nobody is asked for the texts of what is put away.
        shop.execute(format!("UPDATE products SET archived_at = 1 WHERE id = {honey}"))
            .await;
        assert_eq!(home().await.to_translate, to_translate - 1);
    }
}
