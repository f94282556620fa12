//! All prices and stock on one page, and the ledger.

use domain::{CooperativeRole, ErrorCode, FieldCode, Locale, OfferId, StockReason};
use service::catalog;
use service::studio::{self, MoveForm, StockQuery};
use testing::{NOW, Snapshot, both};

use super::goods::{fields_of, is_for_sale, moved, page, set, untouched};

both!(what_was_changed_on_the_page_is_saved_and_nothing_else, async |shop| {
    let member = shop.member_of("almonds").await;
    let page = page(shop, member).await;
    let (badam, loose) = (shop.offer("badam-500").await, shop.offer("kernel-loose").await);
    assert_eq!(page.rows.len(), 4, "every size of the cooperative");
    let before = Snapshot::of(shop).await;
    studio::save_stock(shop, member, &untouched(&page)).await.unwrap();
    before.assert_unchanged(shop).await;

    let mut form = untouched(&page);
    set(&mut form.prices, badam, "¥1,031.80元");
    set(&mut form.stocks, loose, "٥٥.٥");
    studio::save_stock(shop, member, &form).await.unwrap();
    assert_eq!(shop.stock("kernel-loose").await, (55_500, 0), "kilograms");
    assert_eq!(shop.stock("badam-500").await, (100, 0));
    let card = catalog::find_product(shop, Locale::Ug, "thin-shell-badam")
        .await
        .unwrap()
        .unwrap();
    assert_eq!(card.offers[0].terms.price.minor, 103_180, "buyers see it");
    let history = studio::stock_offer(shop, member, Locale::Zh, loose)
        .await
        .unwrap()
        .history;
    assert_eq!(history.len(), 1);
    assert_eq!(
        (history[0].reason, history[0].change, history[0].on_hand),
        (StockReason::Counted, -4_500, 55_500)
    );
    assert_eq!(
        shop.number("SELECT count(*) FROM stock_movements").await,
        1,
        "one was counted"
    );
});

both!(two_on_the_page_at_once_lose_nothing_of_each_other, async |shop| {
    let (one, other) = (
        shop.member_of("almonds").await,
        shop.cooperative_member("almonds", CooperativeRole::Editor).await,
    );
    let (badam, big) = (shop.offer("badam-500").await, shop.offer("badam-1000").await);
    let opened = page(shop, one).await;
    let (mut mine, mut theirs) = (untouched(&opened), untouched(&opened));
    set(&mut theirs.prices, badam, "31.50");
    set(&mut theirs.stocks, badam, "90");
    studio::save_stock(shop, other, &theirs).await.unwrap();

    // Another row: both stay.
    set(&mut mine.prices, big, "60");
    studio::save_stock(shop, one, &mine).await.unwrap();
    let now = page(shop, one).await;
    let row = |id| now.rows.iter().find(|row| row.offer == id).unwrap();
    assert_eq!(
        (row(badam).terms.price.minor, row(badam).on_hand),
        (3150, 90),
        "not put back"
    );
    assert_eq!(row(big).terms.price.minor, 6000);

    // The same fields: it is asked, nothing is saved, and what was not changed here shows what is true.
    let mut stale = untouched(&opened);
    set(&mut stale.prices, badam, "33");
    set(&mut stale.stocks, big, "7");
    let before = Snapshot::of(shop).await;
    let refused = fields_of(studio::save_stock(shop, one, &stale).await);
    assert_eq!(refused, [(format!("price-{badam}"), FieldCode::Changed)]);
    before.assert_unchanged(shop).await;
    let typed = stale.typed(&now.rows);
    assert_eq!(
        (typed[&badam].price.as_deref(), typed[&badam].stock.as_deref()),
        (Some("33"), None)
    );
    assert_eq!(typed[&big].stock.as_deref(), Some("7"));

    // Sent again from the page that showed both.
    let mut again = untouched(&now);
    set(&mut again.prices, badam, "33");
    studio::save_stock(shop, one, &again).await.unwrap();
    // Who wants what is there already is not asked.
    let mut same = untouched(&opened);
    set(&mut same.prices, badam, "33");
    studio::save_stock(shop, other, &same).await.unwrap();
});

both!(
    a_draft_that_is_brought_back_changes_what_was_typed_and_nothing_else,
    async |shop| {
        let (one, other) = (
            shop.member_of("almonds").await,
            shop.cooperative_member("almonds", CooperativeRole::Editor).await,
        );
        let (badam, big) = (shop.offer("badam-500").await, shop.offer("badam-1000").await);
        let opened = page(shop, one).await;
        let mut theirs = untouched(&opened);
        set(&mut theirs.stocks, badam, "90");
        set(&mut theirs.prices, big, "61");
        studio::save_stock(shop, other, &theirs).await.unwrap();
        // As the script fills it: what was left alone shows what is true now, the hidden field what was shown then.
        let mut draft = untouched(&page(shop, one).await);
        draft.seen = opened.seen();
        set(&mut draft.prices, badam, "35");
        studio::save_stock(shop, one, &draft).await.unwrap();
        let now = page(shop, one).await;
        let row = |id| now.rows.iter().find(|row| row.offer == id).unwrap();
        assert_eq!((row(badam).terms.price.minor, row(badam).on_hand), (3_500, 90));
        assert_eq!(row(big).terms.price.minor, 6_100);
        // Where both typed, it is asked.
        set(&mut draft.prices, big, "62");
        let refused = fields_of(studio::save_stock(shop, one, &draft).await);
        assert_eq!(refused[0], (format!("price-{big}"), FieldCode::Changed));
    }
);

both!(an_order_that_left_meanwhile_is_not_put_back_in_stock, async |shop| {
    let member = shop.member_of("bees").await;
    let honey = shop.offer("honey-333").await;
    let bought = shop.buy(&[("honey-333", "6")], shop.to_station()).await;
    let opened = page(shop, member).await;
    let order = shop.orders_of(&bought.code).await[0];
    for step in ["accept", "pack", "dispatch"] {
        studio::move_on(shop, member, order, step.into()).await.unwrap();
    }
    studio::save_stock(shop, member, &untouched(&opened)).await.unwrap();
    assert_eq!(shop.stock("honey-333").await, (30, 0));
    let mut form = untouched(&opened);
    set(&mut form.stocks, honey, "40");
    let refused = fields_of(studio::save_stock(shop, member, &form).await);
    assert_eq!(refused, [(format!("stock-{honey}"), FieldCode::Changed)]);
});

both!(
    prices_and_stocks_that_cannot_be_are_refused_field_by_field,
    async |shop| {
        let member = shop.member_of("almonds").await;
        let (badam, loose) = (shop.offer("badam-500").await, shop.offer("kernel-loose").await);
        let page = page(shop, member).await;
        let before = Snapshot::of(shop).await;
        for (price, code) in [
            ("", FieldCode::Required),
            ("0", FieldCode::InvalidPrice),
            ("100000.01", FieldCode::InvalidPrice),
            ("1.500", FieldCode::InvalidPrice),
            ("-3", FieldCode::InvalidPrice),
        ] {
            let mut form = untouched(&page);
            set(&mut form.prices, badam, price);
            let wrong = fields_of(studio::save_stock(shop, member, &form).await);
            assert_eq!(wrong, [(format!("price-{badam}"), code)], "{price}");
        }
        for (stock, code) in [
            ("", FieldCode::Required),
            ("-1", FieldCode::InvalidQuantity),
            ("1,500", FieldCode::InvalidQuantity),
            ("1000001", FieldCode::InvalidQuantity),
            ("9223372036854775807", FieldCode::InvalidQuantity),
        ] {
            let mut form = untouched(&page);
            set(&mut form.stocks, loose, stock);
            let wrong = fields_of(studio::save_stock(shop, member, &form).await);
            assert_eq!(wrong, [(format!("stock-{loose}"), code)], "{stock}");
        }
        // A page that is older than a size, or was tampered with: what it did not show is asked for.
        let mut unseen = untouched(&page);
        unseen.seen = "x:y 1:2 ::".to_owned();
        studio::save_stock(shop, member, &unseen).await.unwrap();
        set(&mut unseen.prices, badam, "33");
        set(&mut unseen.stocks, loose, "7");
        let wrong = fields_of(studio::save_stock(shop, member, &unseen).await);
        let changed = |field: String| (field, FieldCode::Changed);
        assert_eq!(
            wrong,
            [changed(format!("price-{badam}")), changed(format!("stock-{loose}"))]
        );
        before.assert_unchanged(shop).await;
    }
);

both!(what_comes_in_and_goes_is_written_down, async |shop| {
    let member = shop.member_of("bees").await;
    let honey = shop.offer("honey-333").await;
    for (reason, amount, there) in [
        (StockReason::Harvest, "٢٠", 56),
        (StockReason::Spoiled, "3", 53),
        (StockReason::SoldElsewhere, "10", 43),
        (StockReason::Counted, "41", 41),
    ] {
        studio::move_stock(shop, member, honey, &moved(reason, amount))
            .await
            .unwrap();
        assert_eq!(shop.stock("honey-333").await, (there, 0));
    }
    let history = studio::stock_offer(shop, member, Locale::Zh, honey)
        .await
        .unwrap()
        .history;
    let lines: Vec<_> = history
        .iter()
        .map(|line| (line.reason, line.change, line.on_hand))
        .collect();
    assert_eq!(
        lines,
        [
            (StockReason::Counted, -2, 41),
            (StockReason::SoldElsewhere, -10, 43),
            (StockReason::Spoiled, -3, 53),
            (StockReason::Harvest, 20, 56),
        ]
    );
    assert!(
        history
            .iter()
            .all(|line| !line.by.is_empty() && !line.by_centre && line.at == NOW)
    );
    let before = Snapshot::of(shop).await;
    for (form, field, code) in [
        (moved(StockReason::Spoiled, "42"), "amount", FieldCode::TooMuch),
        (moved(StockReason::Harvest, "0"), "amount", FieldCode::InvalidQuantity),
        (moved(StockReason::Harvest, ""), "amount", FieldCode::Required),
        (
            moved(StockReason::Harvest, "1000000000"),
            "amount",
            FieldCode::InvalidQuantity,
        ),
        (
            MoveForm {
                reason: "eaten".to_owned(),
                ..moved(StockReason::Harvest, "1")
            },
            "reason",
            FieldCode::InvalidChoice,
        ),
        (
            MoveForm {
                note: "x".repeat(301),
                ..moved(StockReason::Harvest, "1")
            },
            "note",
            FieldCode::TooLong,
        ),
    ] {
        let wrong = fields_of(studio::move_stock(shop, member, honey, &form).await);
        assert_eq!(wrong, [(field.to_owned(), code)], "{form:?}");
    }
    before.assert_unchanged(shop).await;
});

both!(
    what_was_lost_after_it_was_sold_names_the_orders_that_are_short,
    async |shop| {
        let member = shop.member_of("bees").await;
        let honey = shop.offer("honey-333").await;
        let first = shop.buy(&[("honey-333", "8")], shop.to_station()).await;
        let second = shop.buy(&[("honey-333", "8")], shop.to_station()).await;
        studio::move_stock(shop, member, honey, &moved(StockReason::Counted, "10"))
            .await
            .unwrap();
        assert_eq!(shop.stock("honey-333").await, (10, 16));
        let row = studio::stock_offer(shop, member, Locale::Zh, honey).await.unwrap().row;
        let short: Vec<_> = row.short.iter().map(|order| (order.code, order.missing)).collect();
        assert_eq!(short, [(second.code, 6)], "who came first has theirs");
        assert_eq!(row.short[0].buyer_name, shop.to_station().name);
        assert_eq!(
            is_for_sale(shop, row.product).await,
            Some(false),
            "nothing more is sold"
        );

        // Who may not read orders learns no codes.
        let editor = shop.cooperative_member("bees", CooperativeRole::Editor).await;
        assert!(page(shop, editor).await.rows.iter().all(|row| row.short.is_empty()));

        // The goods of the first leave; those of the second are not there.
        for step in ["accept", "pack", "dispatch"] {
            let order = shop.orders_of(&first.code).await[0];
            studio::move_on(shop, member, order, step.into()).await.unwrap();
        }
        assert_eq!(shop.stock("honey-333").await, (2, 8));
        let order = shop.orders_of(&second.code).await[0];
        for step in ["accept", "pack"] {
            studio::move_on(shop, member, order, step.into()).await.unwrap();
        }
        let stopped = studio::move_on(shop, member, order, "dispatch".into())
            .await
            .unwrap_err();
        assert_eq!(stopped.code(), ErrorCode::StockShort);
        studio::move_stock(shop, member, honey, &moved(StockReason::Harvest, "20"))
            .await
            .unwrap();
        studio::move_on(shop, member, order, "dispatch".into()).await.unwrap();
        assert_eq!(shop.stock("honey-333").await, (14, 0));
        assert_eq!(is_for_sale(shop, row.product).await, Some(true));
    }
);

both!(stock_is_found_by_name_and_code_and_by_what_is_short, async |shop| {
    let member = shop.member_of("bees").await;
    let found = async |words: &str, only_short: bool| {
        let query = StockQuery {
            words: words.to_owned(),
            only_short,
            ..StockQuery::default()
        };
        let page = studio::stock_page(shop, member, Locale::Zh, &query).await.unwrap();
        page.rows.iter().map(|row| row.offer).collect::<Vec<_>>()
    };
    let all = page(shop, member).await.rows.len();
    let honey = shop.offer("honey-333").await;
    assert!(all > 1);
    // In the languages of buyers, by the own code, in any case.
    for words in ["野花", "silvestre", "MIEL SILV", "ياۋا ھەسەل", "Honey-33"] {
        assert_eq!(found(words, false).await, [honey], "{words}");
    }
    assert_eq!(found("  ", false).await.len(), all);
    // Of another cooperative nothing is found.
    for words in ["badam-500", "巴旦木", "nobody"] {
        assert!(found(words, false).await.is_empty(), "{words}");
    }
    assert!(found("", true).await.is_empty());
    shop.buy(&[("honey-333", "2")], shop.to_station()).await;
    let counted = MoveForm {
        reason: "counted".to_owned(),
        amount: "1".to_owned(),
        ..MoveForm::default()
    };
    studio::move_stock(shop, member, honey, &counted).await.unwrap();
    assert_eq!(found("", true).await, [honey]);
    assert!(found("comb", true).await.is_empty());
});

both!(two_hundred_rows_are_saved_together, async |shop| {
    let member = shop.member_of("bees").await;
    let product = shop.product("wild-honey").await;
    for n in 0..210 {
        shop.execute(format!(
            "INSERT INTO offers (product_id, sku, position, unit, step, minimum, maximum, reference_amount, price_minor,
                 currency, net_grams, gross_grams, status, version)
             VALUES ({product}, 'many-{n}', {n} + 10, 'piece', 1, 1, 9, 1, 1000, 'CNY', 100, 120, 'active', 1);
             INSERT INTO stock (offer_id, on_hand, reserved) SELECT id, 5, 0 FROM offers WHERE sku = 'many-{n}'"
        ))
        .await;
    }
    let first = page(shop, member).await;
    assert_eq!((first.rows.len(), first.pages), (200, 2));
    let last = StockQuery {
        page: 99,
        ..StockQuery::default()
    };
    let second = studio::stock_page(shop, member, Locale::Zh, &last).await.unwrap();
    assert_eq!((second.page, second.rows.len()), (2, 12), "the last one there is");
    let mut form = untouched(&first);
    for (_, price) in &mut form.prices {
        *price = "12".to_owned();
    }
    for (_, stock) in &mut form.stocks {
        *stock = "7".to_owned();
    }
    studio::save_stock(shop, member, &form).await.unwrap();
    assert_eq!(
        shop.number("SELECT count(*) FROM offers WHERE price_minor = 1200")
            .await,
        200
    );
    assert_eq!(shop.number("SELECT count(*) FROM stock_movements").await, 200);
    // More than a page has is not taken.
    form.prices.push((OfferId(1), "1".to_owned()));
    let answer = studio::save_stock(shop, member, &form).await.unwrap_err();
    assert_eq!(answer.code(), ErrorCode::TooLarge);
});
