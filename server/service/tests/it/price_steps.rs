//! Prices that fall with the amount: what buyers pay, what is agreed to again, what waits, and what a table says of them.

use domain::{Actor, FieldCode, Locale, Money, OfferId, PriceSteps, ProductId, ProposalState, RowProblem, TableColumn};
use service::cart;
use service::checkout::{self, Change};
use service::studio::tables::{ExportFormat, ExportTable};
use service::studio::{self, AmountsForm, SizeForm};
use service::{Error, admission, catalog, confirmation, orders};
use testing::{Bought, Snapshot, TestShop, both};

use super::exports::exported;
use super::goods::{fields_of, page, set, untouched};
use super::tables::{bring, counts, page as import_page, problems, take_over, try_to_bring};

const STEPS: &str = "10=24.00; 20=21.50";

fn cny(minor: i64) -> Money {
    Money::new(minor, domain::Currency::Cny)
}

async fn product_of(shop: &TestShop, offer: OfferId) -> ProductId {
    ProductId(
        shop.number(&format!("SELECT product_id FROM offers WHERE id = {offer}"))
            .await,
    )
}

/// Saves the steps of a size in the editor of its product.
async fn save(shop: &TestShop, member: Actor, offer: OfferId, steps: &str) -> Result<(), service::Error> {
    let product = product_of(shop, offer).await;
    let mut form = crate::confirmation::form(shop, member, product).await;
    form.steps = vec![(offer, steps.to_owned())];
    studio::save_product(shop, member, product, &form).await
}

/// What the steps of a size are for its buyers.
async fn live(shop: &TestShop, sku: &str, slug: &str) -> String {
    let offer = shop.offer(sku).await;
    let page = catalog::find_product(shop, Locale::Zh, slug).await.unwrap().unwrap();
    let offer = page.offers.iter().find(|shown| shown.id == offer).unwrap();
    offer.terms.steps.to_string()
}

async fn rows(shop: &TestShop, member: Actor, table: ExportTable) -> String {
    let csv = exported(shop, member, Locale::Zh, table, ExportFormat::Csv).await;
    String::from_utf8(csv).unwrap()
}

both!(a_cart_and_an_order_cost_what_their_amount_reaches, async |shop| {
    let (member, badam) = (shop.member_of("almonds").await, shop.offer("badam-500").await);
    save(shop, member, badam, STEPS).await.unwrap();
    assert_eq!(live(shop, "badam-500", "thin-shell-badam").await, "10=2400;20=2150;");
    for (amount, goods) in [("9", 9 * 2980), ("10", 10 * 2400), ("20", 20 * 2150)] {
        let cart = shop.cart_with(&[("badam-500", amount)]).await;
        let view = cart::view(shop, Locale::Zh, Some(cart)).await.unwrap();
        assert_eq!(view.goods, cny(goods), "{amount}");
        assert_eq!(view.line(badam).unwrap().total, cny(goods), "{amount}");
    }
    // Added one by one it is the same amount.
    let cart = shop.cart_with(&[("badam-500", "9")]).await;
    cart::add(shop, Some(cart), badam, "1").await.unwrap();
    let view = cart::view(shop, Locale::Zh, Some(cart)).await.unwrap();
    assert_eq!(view.goods, cny(10 * 2400));

    let bought = shop.buy(&[("badam-500", "10")], shop.to_station()).await;
    let paid = format!("SELECT price_minor FROM order_lines WHERE offer_id = {badam}");
    assert_eq!(shop.number(&paid).await, 2400);
    // The order keeps the price it was placed with, also when less of it is sent, or nothing falls any more.
    save(shop, member, badam, "").await.unwrap();
    assert_eq!(live(shop, "badam-500", "thin-shell-badam").await, "");
    let access = shop.access(&bought).await;
    let view = orders::view(shop, Locale::Zh, &access).await.unwrap();
    assert_eq!(view.total, cny(10 * 2400));
    assert_eq!(shop.number(&paid).await, 2400);
});

both!(
    steps_that_are_others_than_the_buyer_saw_are_agreed_to_again,
    async |shop| {
        let (member, badam) = (shop.member_of("almonds").await, shop.offer("badam-500").await);
        save(shop, member, badam, STEPS).await.unwrap();
        let cart = shop.cart_with(&[("badam-500", "10")]).await;
        let form = shop.shown(cart, shop.to_station()).await;
        save(shop, member, badam, "12=24").await.unwrap();
        let before = Snapshot::of(shop).await;
        let rejected = Bought::rejection_of(checkout::place(shop, Locale::Zh, cart, &form).await.unwrap());
        before.assert_unchanged(shop).await;
        let change = Change::Price {
            name: "纸皮巴旦木".to_owned(),
            before: cny(24_000),
            now: cny(29_800),
        };
        assert_eq!(rejected.changes, [change]);
        // Steps that this amount does not reach are no change.
        let form = shop.shown(cart, shop.to_station()).await;
        save(shop, member, badam, "20=20").await.unwrap();
        let code = Bought::code_of(checkout::place(shop, Locale::Zh, cart, &form).await.unwrap());
        let access = shop.access(&Bought { code, cart, form }).await;
        let placed = orders::view(shop, Locale::Zh, &access).await.unwrap();
        assert_eq!(placed.total, cny(29_800));
    }
);

both!(steps_that_make_no_sense_are_refused_at_their_field, async |shop| {
    let (member, badam) = (shop.member_of("almonds").await, shop.offer("badam-500").await);
    save(shop, member, badam, STEPS).await.unwrap();
    let product = product_of(shop, badam).await;
    let bees = shop.member_of("bees").await;
    let before = Snapshot::of(shop).await;
    for (typed, code) in [
        ("ten", FieldCode::InvalidText),
        ("2=29;3=28;4=27;5=26;6=25;7=24", FieldCode::TooLong),
        ("41=20", FieldCode::TooMuch),
        ("10=24;41=20", FieldCode::TooMuch),
        ("1=20", FieldCode::InvalidQuantity),
        ("10=29.80", FieldCode::InvalidPrice),
        ("10=2.40", FieldCode::InvalidChoice),
    ] {
        let wrong = fields_of(save(shop, member, badam, typed).await);
        assert_eq!(wrong, [(format!("steps-{badam}"), code)], "{typed}");
    }
    // A price as low as the steps, or so high that they look mistyped, on the page of all prices and in an editor that knows no
    // steps.
    let mut all = untouched(&page(shop, member).await);
    let mut form = crate::confirmation::form(shop, member, product).await;
    for (typed, code) in [("24", FieldCode::InvalidChoice), ("43.01", FieldCode::TooMuch)] {
        let wrong = [(format!("price-{badam}"), code)];
        set(&mut all.prices, badam, typed);
        assert_eq!(
            fields_of(studio::save_stock(shop, member, &all).await),
            wrong,
            "{typed}"
        );
        set(&mut form.prices, badam, typed);
        let saved = studio::save_product(shop, member, product, &form).await;
        assert_eq!(fields_of(saved), wrong, "{typed}");
    }
    // Whose it is not finds nothing.
    let form = studio::ProductForm {
        version: form.version.clone(),
        steps: vec![(shop.offer("honey-333").await, "5=1".to_owned())],
        ..form
    };
    assert!(studio::save_product(shop, bees, product, &form).await.is_err());
    assert!(studio::save_product(shop, member, product, &form).await.is_err());
    before.assert_unchanged(shop).await;

    // Both together are fine, and so is a price that stays above.
    let mut form = crate::confirmation::form(shop, member, product).await;
    set(&mut form.prices, badam, "20");
    form.steps = vec![(badam, "10=18".to_owned())];
    studio::save_product(shop, member, product, &form).await.unwrap();
    let mut all = untouched(&page(shop, member).await);
    set(&mut all.prices, badam, "18.01");
    studio::save_stock(shop, member, &all).await.unwrap();
    let mut all = untouched(&page(shop, member).await);
    set(&mut all.prices, badam, "36");
    studio::save_stock(shop, member, &all).await.unwrap();
});

both!(a_new_size_and_a_copy_have_their_steps, async |shop| {
    let member = shop.member_of("almonds").await;
    let id = shop.product("thin-shell-badam").await;
    let mut size = SizeForm {
        sold: "pack".to_owned(),
        net: "250".to_owned(),
        price: "16".to_owned(),
        steps: "1=15".to_owned(),
        stock: "5".to_owned(),
        ..SizeForm::default()
    };
    let wrong = fields_of(studio::add_size(shop, member, id, &size).await);
    assert_eq!(wrong, [("steps".to_owned(), FieldCode::InvalidQuantity)]);
    size.steps = "10=15".to_owned();
    studio::add_size(shop, member, id, &size).await.unwrap();
    let copy = studio::copy_product(shop, member, id).await.unwrap();
    for product in [id, copy] {
        let sql = format!("SELECT count(*) FROM offers WHERE product_id = {product} AND price_steps = '10=1500;'");
        assert_eq!(shop.number(&sql).await, 1, "{product}");
    }
});

/// The amounts in which a size of pieces is sold, as its form shows them.
async fn amounts(shop: &TestShop, offer: OfferId) -> AmountsForm {
    let of = async |column: &str| {
        let sql = format!("SELECT {column} FROM offers WHERE id = {offer}");
        shop.number(&sql).await.to_string()
    };
    AmountsForm {
        least: of("minimum").await,
        by: of("step").await,
        most: of("maximum").await,
        buyer: None,
    }
}

/// Saves the most that one may buy at once.
async fn limit(shop: &TestShop, member: Actor, product: ProductId, offer: OfferId, most: &str) -> Result<(), Error> {
    let form = AmountsForm {
        most: most.to_owned(),
        ..amounts(shop, offer).await
    };
    studio::limit_size(shop, member, product, offer, &form).await
}

both!(a_size_is_sold_from_an_amount_on_and_in_steps, async |shop| {
    let (member, badam) = (shop.member_of("almonds").await, shop.offer("badam-500").await);
    let product = product_of(shop, badam).await;
    save(shop, member, badam, "12=24").await.unwrap();
    let shown = amounts(shop, badam).await;
    let before = Snapshot::of(shop).await;
    let with = |least: &str, by: &str, most: &str| AmountsForm {
        least: least.to_owned(),
        by: by.to_owned(),
        most: most.to_owned(),
        buyer: None,
    };
    for (form, field) in [
        (with("0", "1", &shown.most), "least"),
        (with("", "1", &shown.most), "least"),
        (with("1001", "1", "1000"), "least"),
        (with("1", "0", &shown.most), "by"),
        (with("1", "1.5", &shown.most), "by"),
        // Typed, the most has to be an amount one can buy.
        (with("6", "6", "20"), "most"),
        (with("30", "1", "29"), "most"),
    ] {
        let wrong = fields_of(studio::limit_size(shop, member, product, badam, &form).await);
        let expected = (format!("{field}-{badam}"), FieldCode::InvalidQuantity);
        assert!(wrong.contains(&expected), "{form:?}: {wrong:?}");
    }
    // From twelve on it costs less: in tens nobody could buy twelve.
    let wrong = fields_of(studio::limit_size(shop, member, product, badam, &with("10", "10", "60")).await);
    assert_eq!(wrong, [(format!("by-{badam}"), FieldCode::InvalidChoice)]);
    before.assert_unchanged(shop).await;

    // The most that nobody touched goes along.
    studio::limit_size(shop, member, product, badam, &with("6", "6", &shown.most))
        .await
        .unwrap();
    let page = catalog::find_product(shop, Locale::Zh, "thin-shell-badam")
        .await
        .unwrap()
        .unwrap();
    let sold_by = page
        .offers
        .iter()
        .find(|offer| offer.id == badam)
        .unwrap()
        .terms
        .sold_by;
    assert_eq!((sold_by.min, sold_by.step, sold_by.max % 6), (6, 6, 0));
    assert!(sold_by.max <= shown.most.parse().unwrap());
    assert!(sold_by.accept(8).is_err());
    let sql = format!(
        "SELECT count(*) FROM audit_events WHERE action = 'offer.amounts' AND object = 'offer:{badam}' AND detail LIKE 'least 1>6 by 1>6%'"
    );
    assert_eq!(shop.number(&sql).await, 1);

    // A new size begins with them.
    let size = SizeForm {
        sold: "weight".to_owned(),
        price: "60".to_owned(),
        stock: "5".to_owned(),
        least: "0.25".to_owned(),
        by: "250 g".to_owned(),
        ..SizeForm::default()
    };
    let wrong = SizeForm {
        by: "1 g".to_owned(),
        ..size.clone()
    };
    let wrong = fields_of(studio::add_size(shop, member, product, &wrong).await);
    assert_eq!(wrong, [("by".to_owned(), FieldCode::InvalidQuantity)]);
    studio::add_size(shop, member, product, &size).await.unwrap();
    let sql = format!(
        "SELECT count(*) FROM offers WHERE product_id = {product} AND unit = 'g' AND minimum = 250 AND step = 250 AND maximum = 50000"
    );
    assert_eq!(shop.number(&sql).await, 1);
});

both!(how_much_one_can_buy_at_once_is_the_cooperatives, async |shop| {
    let (member, badam) = (shop.member_of("almonds").await, shop.offer("badam-500").await);
    let product = product_of(shop, badam).await;
    let bees = shop.member_of("bees").await;
    let before = Snapshot::of(shop).await;
    for typed in ["", "0", "1001", "many"] {
        let wrong = fields_of(limit(shop, member, product, badam, typed).await);
        let expected = [(format!("most-{badam}"), FieldCode::InvalidQuantity)];
        assert_eq!(wrong, expected, "{typed}");
    }
    assert!(limit(shop, bees, product, badam, "20").await.is_err());
    before.assert_unchanged(shop).await;

    limit(shop, member, product, badam, "60").await.unwrap();
    save(shop, member, badam, "50=20").await.unwrap();
    let page = catalog::find_product(shop, Locale::Zh, "thin-shell-badam")
        .await
        .unwrap()
        .unwrap();
    let shown = page.offers.iter().find(|shown| shown.id == badam).unwrap();
    assert_eq!(shown.terms.sold_by.max, 60);
    // A step that nobody could reach any more stands in the way.
    let unreachable = fields_of(limit(shop, member, product, badam, "49").await);
    assert_eq!(unreachable, [(format!("most-{badam}"), FieldCode::InvalidChoice)]);
    limit(shop, member, product, badam, "50").await.unwrap();
});

both!(steps_show_once_they_are_confirmed, async |shop| {
    let (member, centre) = (shop.member_of("bees").await, shop.of_centre().await);
    admission::set_confirmation(shop, centre, "bees", true).await.unwrap();
    shop.catch_up().await.unwrap();
    let honey = shop.offer("honey-333").await;
    let product = product_of(shop, honey).await;
    save(shop, member, honey, "3=30; 5=25").await.unwrap();
    assert_eq!(live(shop, "honey-333", "wild-honey").await, "");
    let cart = shop.cart_with(&[("honey-333", "5")]).await;
    let dear = cart::view(shop, Locale::Zh, Some(cart)).await.unwrap().goods;

    let stock = page(shop, member).await;
    let row = stock.rows.iter().find(|row| row.offer == honey).unwrap();
    assert_eq!(row.waits, Some(ProposalState::Waiting));
    assert_eq!(row.terms.steps.to_string(), "3=3000;5=2500;");
    // The price has to stay above steps that wait, too.
    let mut all = untouched(&stock);
    set(&mut all.prices, honey, "30");
    let low = [(format!("price-{honey}"), FieldCode::InvalidChoice)];
    assert_eq!(fields_of(studio::save_stock(shop, member, &all).await), low);
    let unreachable = fields_of(limit(shop, member, product, honey, "4").await);
    assert_eq!(unreachable, [(format!("most-{honey}"), FieldCode::InvalidChoice)]);

    let seen = confirmation::waiting_product(shop, centre, Locale::Zh, product)
        .await
        .unwrap();
    let change = &seen.changes.offers[0];
    assert_eq!(change.steps_before, PriceSteps::NONE);
    assert_eq!(change.terms.steps.to_string(), "3=3000;5=2500;");
    // What is saved afterwards was not seen.
    save(shop, member, honey, "3=30; 5=24").await.unwrap();
    assert!(confirmation::confirm(shop, centre, product, &seen.seen).await.is_err());
    let seen = confirmation::waiting_product(shop, centre, Locale::Zh, product)
        .await
        .unwrap();
    confirmation::confirm(shop, centre, product, &seen.seen).await.unwrap();
    assert_eq!(live(shop, "honey-333", "wild-honey").await, "3=3000;5=2400;");
    let cheap = cart::view(shop, Locale::Zh, Some(cart)).await.unwrap().goods;
    assert_eq!((cheap, dear.minor > cheap.minor), (cny(5 * 2400), true));

    // Saved as buyers see it, nothing waits.
    save(shop, member, honey, "").await.unwrap();
    save(shop, member, honey, "3=30; 5=24").await.unwrap();
    let editor = studio::product_editor(shop, member, Locale::Zh, product).await.unwrap();
    assert_eq!(editor.standing, None);
});

both!(what_comes_instead_costs_what_its_amount_reaches, async |shop| {
    let (member, big) = (shop.member_of("almonds").await, shop.offer("badam-1000").await);
    save(shop, member, big, "2=50").await.unwrap();
    let bought = shop.buy(&[("badam-500", "5")], shop.to_station()).await;
    let id = shop.orders_of(&bought.code).await[0];
    let wanted = crate::replacements::form(shop, member, id, ("4", "badam-1000", "2"), "other").await;
    studio::replace(shop, member, id, &wanted).await.unwrap();
    let line = |column: &str| format!("SELECT {column} FROM order_lines WHERE offer_id = {big}");
    assert_eq!(shop.number(&line("price_minor")).await, 5_000);
    assert_eq!(shop.number(&line("total_minor")).await, 10_000);
});

both!(a_table_carries_steps_there_and_back, async |shop| {
    let (member, badam) = (shop.member_of("almonds").await, shop.offer("badam-500").await);
    save(shop, member, badam, STEPS).await.unwrap();
    save(shop, member, shop.offer("kernel-loose").await, "5=40")
        .await
        .unwrap();
    let before = Snapshot::of(shop).await;
    for locale in Locale::BUILT_IN {
        for table in [ExportTable::Products, ExportTable::Stock] {
            for format in ExportFormat::ALL {
                let file = exported(shop, member, locale, table, format).await;
                let id = try_to_bring(shop, member, Locale::Es, &file).await.unwrap().unwrap();
                let done = take_over(shop, member, id).await;
                assert_eq!(counts(&done), (0, 0, 4, 0), "{locale:?} {table:?} {format:?}");
            }
        }
    }
    assert_eq!(
        Snapshot::of(shop).await.changed_since(&before),
        ["audit_events", "audit_head", "audit_links", "imports"]
    );

    let rows = rows(shop, member, ExportTable::Stock).await;
    assert!(rows.contains(STEPS) && rows.contains("5=40.00"), "{rows}");
    for (typed, problem) in [
        ("10=24; 20=25", (2, TableColumn::Steps, RowProblem::InvalidSteps)),
        ("ten", (2, TableColumn::Steps, RowProblem::InvalidSteps)),
        ("41=20", (2, TableColumn::Steps, RowProblem::StepsAbove)),
        ("10=2.40", (2, TableColumn::Steps, RowProblem::StepsTooCheap)),
    ] {
        let id = bring(shop, member, rows.replace(STEPS, typed).as_bytes()).await;
        assert_eq!(problems(&import_page(shop, member, id).await), [problem], "{typed}");
    }
    // How much one can buy at once stands beside what was typed.
    let id = bring(shop, member, rows.replace(STEPS, "41=20").as_bytes()).await;
    let page = import_page(shop, member, id).await;
    assert_eq!(page.problems[0].typed, "≤ 40: 41=20");
    let low = rows.replace(",29.80,100,", ",22,100,");
    assert_ne!(low, rows);
    let id = bring(shop, member, low.as_bytes()).await;
    let expected = [(2, TableColumn::Price, RowProblem::BelowSteps)];
    assert_eq!(problems(&import_page(shop, member, id).await), expected);
    // So does a step that looks mistyped beside a price that is so much higher.
    let high = rows.replace(",29.80,100,", ",43.01,100,");
    let id = bring(shop, member, high.as_bytes()).await;
    let page = import_page(shop, member, id).await;
    let expected = [(2, TableColumn::Steps, RowProblem::StepsTooCheap)];
    assert_eq!(
        (problems(&page), page.problems[0].typed.as_str()),
        (expected.to_vec(), STEPS)
    );

    let id = bring(shop, member, rows.replace(STEPS, "10=23").as_bytes()).await;
    assert_eq!(counts(&take_over(shop, member, id).await), (0, 1, 3, 0));
    assert_eq!(live(shop, "badam-500", "thin-shell-badam").await, "10=2300;");
    // The same file once more would undo what somebody did since: only what it says anew is asked about.
    let id = bring(shop, member, rows.as_bytes()).await;
    assert_eq!(counts(&import_page(shop, member, id).await), (0, 0, 4, 0));
    let id = bring(shop, member, rows.replace(STEPS, "10=22").as_bytes()).await;
    let changed = [(2, TableColumn::Steps, RowProblem::Changed)];
    assert_eq!(problems(&import_page(shop, member, id).await), changed);

    // A dash takes them away.
    let now = self::rows(shop, member, ExportTable::Stock).await;
    let id = bring(shop, member, now.replace("10=23.00", "-").as_bytes()).await;
    assert_eq!(counts(&take_over(shop, member, id).await), (0, 1, 3, 0));
    assert_eq!(live(shop, "badam-500", "thin-shell-badam").await, "");
});
