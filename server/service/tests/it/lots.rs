//! Lots: what makes one, from which a parcel is packed, and who got something of it.

use domain::{Actor, CooperativeRole, FieldCode, Locale, LotId, OfferId, OrderId, Quantity, StockReason};
use service::lots::Lot;
use service::studio::tables::{ExportFormat, ExportTable};
use service::studio::{self, LineLots, LotForm, MoveForm, NewProductForm, StepForm};
use service::{Error, admission, catalog, confirmation};
use testing::{Snapshot, TestShop, both};

use super::exports::exported;
use super::goods::{fields_of, honey, moved};
use super::tables::{bring, counts, page};
use super::{changes, goods};

/// The form for goods that came in.
pub(super) fn came_in(amount: &str, harvested: &str, origin: &str) -> MoveForm {
    MoveForm {
        lot: LotForm {
            harvested: harvested.to_owned(),
            origin: origin.to_owned(),
        },
        ..moved(StockReason::Harvest, amount)
    }
}

pub(super) async fn harvest(shop: &TestShop, member: Actor, offer: OfferId, form: MoveForm) {
    studio::move_stock(shop, member, offer, &form).await.unwrap();
}

/// The lots of a size by their numbers.
pub(super) async fn lots(shop: &TestShop, member: Actor, offer: OfferId) -> Vec<Lot> {
    let page = studio::stock_offer(shop, member, Locale::Zh, offer).await.unwrap();
    let mut lots = page.lots;
    lots.sort_unstable_by_key(|lot| lot.number);
    lots
}

/// What is left of each, by number.
pub(super) async fn left(shop: &TestShop, member: Actor, offer: OfferId) -> Vec<i64> {
    let lots = lots(shop, member, offer).await;
    lots.into_iter().map(|lot| lot.remaining).collect()
}

/// An order that is accepted.
async fn accepted(shop: &TestShop, member: Actor, sku: &str, amount: &str) -> OrderId {
    let bought = shop.buy(&[(sku, amount)], shop.to_station()).await;
    let order = shop.orders_of(&bought.code).await[0];
    step(shop, member, order, "accept").await;
    order
}

async fn step(shop: &TestShop, member: Actor, order: OrderId, step: &str) {
    studio::move_on(shop, member, order, step.into()).await.unwrap();
}

/// Packs from this lot.
fn pack_from(offer: OfferId, lot: &str) -> StepForm {
    StepForm {
        lots: vec![(offer, lot.to_owned())],
        ..StepForm::from("pack")
    }
}

/// From which lots the first line of an order is packed: their numbers, and how much.
async fn from(shop: &TestShop, member: Actor, order: OrderId) -> Vec<(i64, i64)> {
    let page = studio::order(shop, member, Locale::Zh, order).await.unwrap();
    numbers(&page.lots)
}

fn numbers(lots: &[LineLots]) -> Vec<(i64, i64)> {
    let of_first = lots.first().map_or(&[][..], |line| line.from.as_slice());
    of_first
        .iter()
        .map(|(lot, amount)| (lot.number, amount.amount()))
        .collect()
}

/// The orders that got something of a lot.
async fn who_got(shop: &TestShop, member: Actor, lot: LotId) -> Vec<(OrderId, Quantity)> {
    let page = studio::lot(shop, member, Locale::Zh, lot, 1).await.unwrap();
    page.orders.iter().map(|order| (order.id, order.amount)).collect()
}

both!(what_comes_in_with_harvest_or_origin_is_a_lot, async |shop| {
    let member = shop.member_of("bees").await;
    let jar = shop.offer("honey-333").await;
    harvest(shop, member, jar, moved(StockReason::Harvest, "1")).await;
    assert!(lots(shop, member, jar).await.is_empty(), "nothing was said of it");
    harvest(shop, member, jar, came_in("5", "٢٠٢٦-١٠-٠٥", "")).await;
    harvest(shop, member, jar, came_in("4", "", "  بۇلاق   كەنتى ")).await;
    let page = studio::stock_offer(shop, member, Locale::Zh, jar).await.unwrap();
    let lots = lots(shop, member, jar).await;
    let said: Vec<_> = lots
        .iter()
        .map(|lot| {
            let harvested = lot.harvested.as_ref().map(|harvested| harvested.as_str());
            (lot.number, harvested, lot.amount, lot.remaining)
        })
        .collect();
    assert_eq!(said, [(1, Some("2026-10-05"), 5, 5), (2, None, 4, 4)]);
    let origin = lots[1].origin.clone().unwrap();
    assert_eq!((origin.text.as_str(), origin.lang), ("بۇلاق كەنتى", page.source));
    let ledger: Vec<_> = page.history.iter().map(|line| (line.change, line.lot)).collect();
    assert_eq!(ledger, [(4, Some(2)), (5, Some(1)), (1, None)]);
    assert_eq!(shop.stock("honey-333").await, (46, 0));

    // Another size of the same product goes on counting.
    let almonds = shop.member_of("almonds").await;
    for sku in ["badam-500", "badam-1000"] {
        harvest(shop, almonds, shop.offer(sku).await, came_in("1", "2026", "")).await;
    }
    let numbers = "SELECT number FROM lots l JOIN offers o ON o.id = l.offer_id WHERE o.sku = 'badam-1000'";
    assert_eq!(shop.number(numbers).await, 2);
});

both!(what_cannot_be_a_lot_is_refused_at_its_field, async |shop| {
    let member = shop.member_of("bees").await;
    let jar = shop.offer("honey-333").await;
    let spoiled = MoveForm {
        reason: StockReason::Spoiled.to_string(),
        ..came_in("1", "2026", "")
    };
    let from_nowhere = MoveForm {
        reason: StockReason::Counted.to_string(),
        ..came_in("1", "", "Bulaq")
    };
    let before = Snapshot::of(shop).await;
    for (form, field, code) in [
        (came_in("1", "autumn", ""), "harvested", FieldCode::InvalidDay),
        (came_in("1", "2026-02-30", ""), "harvested", FieldCode::InvalidDay),
        (came_in("1", "2026-11-24", ""), "harvested", FieldCode::InvalidTime),
        (came_in("1", "2026-12", ""), "harvested", FieldCode::InvalidTime),
        (came_in("1", "", &"x".repeat(121)), "origin", FieldCode::TooLong),
        (came_in("1", "", "a\0b"), "origin", FieldCode::InvalidText),
        (spoiled, "harvested", FieldCode::InvalidChoice),
        (from_nowhere, "origin", FieldCode::InvalidChoice),
    ] {
        let wrong = fields_of(studio::move_stock(shop, member, jar, &form).await);
        assert_eq!(wrong, [(field.to_owned(), code)], "{form:?}");
    }
    before.assert_unchanged(shop).await;
    // Today, and the month that is not over, are no future.
    harvest(shop, member, jar, came_in("1", "2026-11-23", "")).await;
    harvest(shop, member, jar, came_in("1", "2026-11", "")).await;
});

both!(a_new_product_can_begin_with_a_lot, async |shop| {
    let member = shop.member_of("bees").await;
    let lot = LotForm {
        harvested: "2026-09".to_owned(),
        origin: "تاغ".to_owned(),
    };
    let nothing = NewProductForm {
        lot: lot.clone(),
        size: studio::SizeForm {
            stock: "0".to_owned(),
            ..honey().size
        },
        ..honey()
    };
    let wrong = fields_of(studio::create_product(shop, member, Locale::Ug, &nothing).await);
    assert_eq!(wrong, [("harvested".to_owned(), FieldCode::InvalidChoice)]);
    let form = NewProductForm { lot, ..honey() };
    let id = studio::create_product(shop, member, Locale::Ug, &form).await.unwrap();
    let sizes = studio::sizes(shop, member, Locale::Ug, id).await.unwrap();
    let lots = lots(shop, member, sizes.rows[0].offer).await;
    assert_eq!((lots.len(), lots[0].number, lots[0].remaining), (1, 1, 12));
});

both!(
    a_parcel_is_packed_from_the_oldest_lot_or_from_the_chosen_one,
    async |shop| {
        let member = shop.member_of("bees").await;
        let jar = shop.offer("honey-333").await;
        harvest(shop, member, jar, came_in("5", "2026-10", "")).await;
        harvest(shop, member, jar, came_in("4", "2026-09-20", "Bulaq")).await;
        let first = accepted(shop, member, "honey-333", "6").await;
        assert_eq!(
            from(shop, member, first).await,
            [(2, 4), (1, 2)],
            "the older harvest first"
        );
        let list = studio::packing(shop, member, Locale::Zh).await.unwrap();
        let parcel = &list.sections[0].parcels[0];
        assert_eq!(numbers(&parcel.lots), [(2, 4), (1, 2)]);
        assert_eq!(parcel.lots[0].there.len(), 2);
        assert_eq!(left(shop, member, jar).await, [5, 4], "nothing is packed yet");
        step(shop, member, first, "pack").await;
        assert_eq!(left(shop, member, jar).await, [3, 0]);
        assert_eq!(from(shop, member, first).await, [(1, 2), (2, 4)]);

        harvest(shop, member, jar, came_in("3", "2026-11", "")).await;
        let (one, two, three) = (0, 1, 2);
        let ids: Vec<LotId> = lots(shop, member, jar).await.into_iter().map(|lot| lot.id).collect();
        let second = accepted(shop, member, "honey-333", "2").await;
        let field = format!("lot-{jar}");
        for wrong in [ids[two].to_string(), "999".to_owned(), "the best".to_owned()] {
            let refused = fields_of(studio::move_on(shop, member, second, pack_from(jar, &wrong)).await);
            assert_eq!(refused, [(field.clone(), FieldCode::InvalidChoice)], "{wrong}");
        }
        let chosen = pack_from(jar, &ids[three].to_string());
        studio::move_on(shop, member, second, chosen).await.unwrap();
        assert_eq!(left(shop, member, jar).await, [3, 0, 1]);
        assert_eq!(who_got(shop, member, ids[three]).await, [(second, Quantity(2))]);

        // Not packed after all, packed again without a choice, called off.
        step(shop, member, second, "undo-pack").await;
        assert_eq!(left(shop, member, jar).await, [3, 0, 3]);
        assert!(who_got(shop, member, ids[three]).await.is_empty());
        step(shop, member, second, "pack").await;
        assert_eq!(left(shop, member, jar).await, [1, 0, 3]);
        step(shop, member, second, "cancel").await;
        assert_eq!(left(shop, member, jar).await, [3, 0, 3]);

        // Who has it is known after it has left.
        step(shop, member, first, "dispatch").await;
        assert_eq!(left(shop, member, jar).await, [3, 0, 3]);
        assert_eq!(who_got(shop, member, ids[two]).await, [(first, Quantity(4))]);
        assert_eq!(who_got(shop, member, ids[one]).await, [(first, Quantity(2))]);
    }
);

both!(what_has_no_lot_goes_first_and_then_the_oldest, async |shop| {
    let member = shop.member_of("bees").await;
    let jar = shop.offer("honey-333").await;
    harvest(shop, member, jar, came_in("5", "2026-09", "")).await;
    harvest(shop, member, jar, came_in("5", "2026-10", "")).await;
    for (reason, amount, then) in [
        (StockReason::Spoiled, "30", [5, 5]),
        (StockReason::SoldElsewhere, "8", [3, 5]),
        (StockReason::Counted, "4", [0, 4]),
        // What was counted away is found again, and no more than that.
        (StockReason::Counted, "10", [3, 5]),
    ] {
        studio::move_stock(shop, member, jar, &moved(reason, amount))
            .await
            .unwrap();
        assert_eq!(left(shop, member, jar).await, then, "{reason} {amount}");
    }
    // What is in a parcel is on hand and not to be packed again.
    let order = accepted(shop, member, "honey-333", "3").await;
    step(shop, member, order, "pack").await;
    assert_eq!(left(shop, member, jar).await, [0, 5]);
    studio::move_stock(shop, member, jar, &moved(StockReason::Counted, "3"))
        .await
        .unwrap();
    assert_eq!(left(shop, member, jar).await, [0, 0]);
    step(shop, member, order, "undo-pack").await;
    assert_eq!(left(shop, member, jar).await, [3, 0]);

    // The page for all prices and stock counts, too.
    let page = goods::page(shop, member).await;
    let mut form = goods::untouched(&page);
    goods::set(&mut form.stocks, jar, "2");
    studio::save_stock(shop, member, &form).await.unwrap();
    assert_eq!(left(shop, member, jar).await, [2, 0]);
});

both!(a_mistyped_count_takes_nothing_from_a_lot_for_good, async |shop| {
    let member = shop.member_of("bees").await;
    let jar = shop.offer("honey-333").await;
    harvest(shop, member, jar, came_in("100", "2026-10", "")).await;
    let id = lots(shop, member, jar).await[0].id;
    let order = accepted(shop, member, "honey-333", "3").await;
    step(shop, member, order, "pack").await;
    // Left, in parcels, otherwise gone: together what came in.
    let sums = async || {
        let page = studio::lot(shop, member, Locale::Zh, id, 1).await.unwrap();
        (page.lot.remaining, page.packed.amount(), page.gone.amount())
    };
    for (reason, amount, then) in [
        (StockReason::Counted, "8", (5, 3, 92)),
        (StockReason::Counted, "50", (47, 3, 50)),
        (StockReason::Counted, "200", (97, 3, 0)),
        // On hand are 200, of which 3 are in the parcel and 100 have no lot.
        (StockReason::Spoiled, "140", (57, 3, 40)),
        (StockReason::Counted, "200", (57, 3, 40)),
        (StockReason::Harvest, "1", (57, 3, 40)),
    ] {
        studio::move_stock(shop, member, jar, &moved(reason, amount))
            .await
            .unwrap();
        assert_eq!(sums().await, then, "{reason} {amount}");
    }
});

both!(goods_that_come_back_good_go_back_to_their_lot, async |shop| {
    let member = shop.member_of("bees").await;
    let jar = shop.offer("honey-333").await;
    harvest(shop, member, jar, came_in("5", "2026-10", "")).await;
    let id = lots(shop, member, jar).await[0].id;
    for (last, then, who) in [("restock", 5, 0), ("write-off", 0, 1)] {
        let order = accepted(shop, member, "honey-333", "6").await;
        for next in ["pack", "dispatch", "ready", "not-collected"] {
            step(shop, member, order, next).await;
        }
        assert_eq!(left(shop, member, jar).await, [0], "on its way back");
        step(shop, member, order, last).await;
        assert_eq!(left(shop, member, jar).await, [then], "{last}");
        assert_eq!(who_got(shop, member, id).await.len(), who, "{last}");
    }
});

both!(what_has_no_lot_is_said_beside_what_has_one, async |shop| {
    let member = shop.member_of("bees").await;
    let jar = shop.offer("honey-333").await;
    harvest(shop, member, jar, came_in("4", "2026-10", "")).await;
    let order = accepted(shop, member, "honey-333", "6").await;
    let without = async || {
        let page = studio::order(shop, member, Locale::Zh, order).await.unwrap();
        page.lots[0].without
    };
    assert_eq!(without().await, Quantity(2));
    step(shop, member, order, "pack").await;
    assert_eq!(without().await, Quantity(2));
});

both!(what_is_taken_out_of_a_parcel_goes_back_to_its_lot, async |shop| {
    let member = shop.member_of("bees").await;
    let jar = shop.offer("honey-333").await;
    harvest(shop, member, jar, came_in("4", "2026-09", "")).await;
    harvest(shop, member, jar, came_in("9", "2026-10", "")).await;
    let order = accepted(shop, member, "honey-333", "6").await;
    step(shop, member, order, "pack").await;
    assert_eq!(left(shop, member, jar).await, [0, 7]);
    let less = changes::form(shop, member, order, &["5"], "buyer-asked").await;
    studio::reduce(shop, member, order, &less).await.unwrap();
    assert_eq!(left(shop, member, jar).await, [0, 8], "what was put in last");
    let less = changes::form(shop, member, order, &["2"], "buyer-asked").await;
    studio::reduce(shop, member, order, &less).await.unwrap();
    assert_eq!(left(shop, member, jar).await, [2, 9]);
    assert_eq!(from(shop, member, order).await, [(1, 2)]);
});

both!(buyers_read_harvest_and_origin_of_what_is_sold_now, async |shop| {
    let member = shop.member_of("bees").await;
    let jar = shop.offer("honey-333").await;
    let shown = async || {
        let page = catalog::find_product(shop, Locale::Es, "wild-honey").await.unwrap();
        let lots = page.unwrap().lots.into_iter();
        lots.map(|lot| {
            let harvested = lot.harvested.map(|harvested| harvested.as_str().to_owned());
            (harvested, lot.origin.map(|origin| origin.text))
        })
        .collect::<Vec<_>>()
    };
    assert!(shown().await.is_empty());
    harvest(shop, member, jar, came_in("2", "2026-10", "")).await;
    harvest(shop, member, jar, came_in("9", "2026-09", "بۇلاق")).await;
    assert_eq!(
        shown().await,
        [(Some("2026-09".to_owned()), Some("بۇلاق".to_owned()))],
        "the oldest, which is packed next"
    );
    let order = accepted(shop, member, "honey-333", "9").await;
    step(shop, member, order, "pack").await;
    assert_eq!(shown().await, [(Some("2026-10".to_owned()), None)]);
    studio::move_stock(shop, member, jar, &moved(StockReason::Counted, "9"))
        .await
        .unwrap();
    assert!(shown().await.is_empty(), "sold out");
});

both!(stock_is_exported_with_its_lots_and_comes_back_unchanged, async |shop| {
    let member = shop.member_of("almonds").await;
    let badam = shop.offer("badam-500").await;
    harvest(shop, member, badam, came_in("3", "2026-10", "Bulaq")).await;
    harvest(shop, member, badam, came_in("2", "2026-09", "")).await;
    let file = exported(shop, member, Locale::Es, ExportTable::Stock, ExportFormat::Csv).await;
    let text = String::from_utf8(file.clone()).unwrap();
    for words in ["2; 1", "2026-09; 2026-10", "–; Bulaq"] {
        assert!(text.contains(words), "{words} in {text}");
    }
    let id = bring(shop, member, &file).await;
    assert_eq!(counts(&page(shop, member, id).await), (0, 0, 4, 0));
});

both!(who_got_a_lot_is_for_those_who_read_its_orders, async |shop| {
    let member = shop.member_of("bees").await;
    let jar = shop.offer("honey-333").await;
    harvest(shop, member, jar, came_in("5", "2026-10", "")).await;
    let id = lots(shop, member, jar).await[0].id;
    for (role, may) in [(CooperativeRole::Packer, true), (CooperativeRole::Editor, false)] {
        let other = shop.cooperative_member("bees", role).await;
        let answer = studio::lot(shop, other, Locale::Zh, id, 1).await;
        assert_eq!(answer.is_ok(), may, "{role}");
    }
    let editor = shop.cooperative_member("bees", CooperativeRole::Editor).await;
    let seen = studio::stock_offer(shop, editor, Locale::Zh, jar).await.unwrap();
    assert!(!seen.reads_orders && seen.lots.len() == 1);
    let stranger = shop.member_of("almonds").await;
    let answer = studio::lot(shop, stranger, Locale::Zh, id, 1).await;
    assert!(matches!(answer, Err(Error::NotFound)), "{answer:?}");
});

both!(sizes_are_named_where_their_lots_differ, async |shop| {
    let member = shop.member_of("almonds").await;
    let slug = "thin-shell-badam";
    let sizes = async || {
        let page = catalog::find_product(shop, Locale::Es, slug).await.unwrap().unwrap();
        let grams = |lot: catalog::SoldLot| lot.sizes.iter().map(|terms| terms.net_grams).collect::<Vec<_>>();
        page.lots.into_iter().map(grams).collect::<Vec<_>>()
    };
    let page = catalog::find_product(shop, Locale::Es, slug).await.unwrap();
    let offers = page.unwrap().offers;
    assert!(offers.len() > 1 && offers.iter().all(|offer| offer.available > 0));
    let (first, rest) = offers.split_first().unwrap();
    harvest(shop, member, first.id, came_in("3", "2026-10", "")).await;
    assert_eq!(sizes().await, [vec![first.terms.net_grams]]);
    for offer in rest {
        harvest(shop, member, offer.id, came_in("30", "2026-10", "")).await;
    }
    assert_eq!(sizes().await, [Vec::<i64>::new()], "all are of the same harvest");
    harvest(shop, member, first.id, came_in("3", "2026-09", "")).await;
    let others: Vec<i64> = rest.iter().map(|offer| offer.terms.net_grams).collect();
    assert_eq!(sizes().await, [vec![first.terms.net_grams], others]);
});

both!(where_a_lot_is_from_waits_for_the_centre, async |shop| {
    let (member, centre) = (shop.member_of("bees").await, shop.of_centre().await);
    let jar = shop.offer("honey-333").await;
    let product = shop.product("wild-honey").await;
    harvest(shop, member, jar, came_in("5", "2026-10", "Bulaq")).await;
    admission::set_confirmation(shop, centre, "bees", true).await.unwrap();
    shop.catch_up().await.unwrap();
    let shown = async || {
        let page = catalog::find_product(shop, Locale::Es, "wild-honey").await.unwrap();
        let lot = page.unwrap().lots.remove(0);
        let harvested = lot.harvested.map(|harvested| harvested.as_str().to_owned());
        (harvested.unwrap(), lot.origin.map(|origin| origin.text))
    };
    let waiting = async || confirmation::waiting_product(shop, centre, Locale::Zh, product).await;
    assert_eq!(shown().await.1.as_deref(), Some("Bulaq"), "said before");
    harvest(shop, member, jar, came_in("5", "2026-09", "")).await;
    assert!(waiting().await.is_err(), "a date waits for nobody");
    harvest(shop, member, jar, came_in("5", "2026-08", "Tagh")).await;
    assert_eq!(shown().await, ("2026-08".to_owned(), None));
    let seen = waiting().await.unwrap();
    let origins: Vec<_> = seen
        .changes
        .lots
        .iter()
        .map(|lot| lot.origin.clone().unwrap().text)
        .collect();
    assert_eq!(origins, ["Tagh"]);
    harvest(shop, member, jar, came_in("5", "2026-07", "Kum")).await;
    let overtaken = confirmation::confirm(shop, centre, product, &seen.seen).await;
    assert!(overtaken.is_err(), "nobody has seen the second one");

    // Taken back, nothing waits, and buyers read neither.
    studio::take_back(shop, member, product).await.unwrap();
    assert!(waiting().await.is_err());
    assert_eq!(shown().await, ("2026-07".to_owned(), None));
    // Nobody is asked for it any more, which is not called "once it is confirmed".
    let asks = async || {
        let page = studio::stock_offer(shop, member, Locale::Zh, jar).await.unwrap();
        (page.lots.iter().any(|lot| lot.origin_waits), page.asks_centre)
    };
    assert_eq!(asks().await, (true, false));
    harvest(shop, member, jar, came_in("5", "2026-06", "Say")).await;
    assert_eq!(asks().await, (true, true));
    let seen = waiting().await.unwrap();
    assert_eq!(seen.changes.lots.len(), 3);
    confirmation::confirm(shop, centre, product, &seen.seen).await.unwrap();
    assert_eq!(shown().await, ("2026-06".to_owned(), Some("Say".to_owned())));
    assert!(waiting().await.is_err());
});
