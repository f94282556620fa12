//! What a cooperative says of its goods beside texts, prices and stock: how much of a size one buyer may have, in which category a
//! product is, and of which year's harvest; on the pages, for buyers, and in tables.

use domain::{
    Actor, CategoryId, CategoryStatus, ErrorCode, FieldCode, Locale, OfferId, ProductId, Quantity, RowProblem, Slug,
    TableColumn, Unit, typed_stock,
};
use service::catalog::{self, ListQuery};
use service::checkout::{self, Change, CheckoutForm, Placed};
use service::studio::tables::{ExportFormat, ExportTable, FactChange, Was};
use service::studio::{self, AmountsForm, ProductForm};
use service::{Error, Shop, admission, cart, categories, confirmation, orders};
use testing::{Bought, Snapshot, TestShop, both};

use super::exports::exported;
use super::goods::fields_of;
use super::tables::{bring, counts, page as import_page, problems, take_over};

const DAY: i64 = 86_400_000;

async fn product_of(shop: &TestShop, offer: OfferId) -> ProductId {
    ProductId(
        shop.number(&format!("SELECT product_id FROM offers WHERE id = {offer}"))
            .await,
    )
}

/// Saves how much of a size one buyer may have, beside the amounts that its form shows.
async fn limit(shop: &TestShop, member: Actor, sku: &str, typed: &str) -> Result<(), Error> {
    let offer = shop.offer(sku).await;
    let product = product_of(shop, offer).await;
    let sizes = studio::sizes(shop, member, Locale::Zh, product).await.unwrap();
    let row = sizes.rows.iter().find(|row| row.offer == offer).unwrap();
    let sold_by = row.terms.sold_by;
    let form = AmountsForm {
        least: typed_stock(sold_by.min, sold_by.unit),
        by: typed_stock(sold_by.step, sold_by.unit),
        most: typed_stock(sold_by.max, sold_by.unit),
        buyer: Some(typed.to_owned()),
    };
    studio::limit_size(shop, member, product, offer, &form).await
}

fn of_phone(shop: &TestShop, phone: &str) -> CheckoutForm {
    CheckoutForm {
        phone: phone.to_owned(),
        ..shop.to_station()
    }
}

/// Orders so much of a size.
async fn order(shop: &TestShop, sku: &str, amount: &str, form: CheckoutForm) -> Placed {
    let cart = shop.cart_with(&[(sku, amount)]).await;
    let form = shop.shown(cart, form).await;
    checkout::place(shop, Locale::Zh, cart, &form).await.unwrap()
}

#[track_caller]
fn is_too_much(answer: Placed) {
    let rejected = Bought::rejection_of(answer);
    let change = Change::Limit {
        name: "纸皮巴旦木".to_owned(),
        most: Quantity(3),
        unit: Unit::Piece,
    };
    assert_eq!((rejected.changes, rejected.refused), (vec![change], None));
}

both!(one_buyer_has_no_more_than_the_limit_in_all_orders, async |shop| {
    let (member, badam) = (shop.member_of("almonds").await, shop.offer("badam-500").await);
    let bees = shop.member_of("bees").await;
    let before = Snapshot::of(shop).await;
    for typed in ["0", "many", "1001", "1.5"] {
        let wrong = fields_of(limit(shop, member, "badam-500", typed).await);
        let expected = [(format!("buyer-{badam}"), FieldCode::InvalidQuantity)];
        assert_eq!(wrong, expected, "{typed}");
    }
    let form = AmountsForm::default();
    let product = product_of(shop, badam).await;
    assert!(studio::limit_size(shop, bees, product, badam, &form).await.is_err());
    before.assert_unchanged(shop).await;

    limit(shop, member, "badam-500", "3").await.unwrap();
    let noted = format!(
        "SELECT count(*) FROM audit_events WHERE action = 'offer.amounts' AND object = 'offer:{badam}' AND detail = 'buyer ->3'"
    );
    assert_eq!(shop.number(&noted).await, 1);
    // Its page says so, of this size alone, and offers no more.
    let page = catalog::find_product(shop, Locale::Zh, "thin-shell-badam")
        .await
        .unwrap()
        .unwrap();
    let [said] = page.limits.as_slice() else {
        panic!("{:?}", page.limits)
    };
    assert_eq!((said.most, said.unit, said.sizes.len()), (Quantity(3), Unit::Piece, 1));
    let shown = page.offers.iter().find(|offer| offer.id == badam).unwrap();
    assert_eq!((shown.most(), shown.terms.sold_by.max), (3, 3));
    let cart = shop.cart_with(&[("badam-500", "2")]).await;
    let wrong = fields_of(cart::add(shop, Some(cart), badam, "2").await);
    assert_eq!(wrong, [("quantity".to_owned(), FieldCode::InvalidQuantity)]);
    // Where it is set, the most per purchase is what it was.
    let sizes = studio::sizes(shop, member, Locale::Zh, product).await.unwrap();
    let row = sizes.rows.iter().find(|row| row.offer == badam).unwrap();
    assert_eq!((row.terms.sold_by.max, row.buyer_limit), (40, Some(3)));

    Bought::code_of(order(shop, "badam-500", "2", of_phone(shop, "13800138000")).await);
    let cart = shop.cart_with(&[("badam-500", "2")]).await;
    let form = shop.shown(cart, of_phone(shop, "+86 138-0013-8000")).await;
    let before = Snapshot::of(shop).await;
    is_too_much(checkout::place(shop, Locale::Zh, cart, &form).await.unwrap());
    before.assert_unchanged(shop).await;
    Bought::code_of(order(shop, "badam-500", "1", of_phone(shop, "13800138000")).await);
    is_too_much(order(shop, "badam-500", "1", of_phone(shop, "13800138000")).await);
    // Another number, and another size, have limits of their own.
    Bought::code_of(order(shop, "badam-500", "3", of_phone(shop, "13900000001")).await);
    Bought::code_of(order(shop, "badam-1000", "5", of_phone(shop, "13800138000")).await);
    // What nobody paid for is given up, and counts no more.
    shop.clock.advance(8 * DAY);
    orders::expire_due(shop).await.unwrap();
    let again = Bought::code_of(order(shop, "badam-500", "3", of_phone(shop, "13800138000")).await);
    is_too_much(order(shop, "badam-500", "1", of_phone(shop, "13800138000")).await);
    // An order counts for thirty days.
    shop.execute(format!(
        "UPDATE order_groups SET placed_at = placed_at - {} WHERE code = '{again}'",
        30 * DAY
    ))
    .await;
    Bought::code_of(order(shop, "badam-500", "3", of_phone(shop, "13800138000")).await);

    limit(shop, member, "badam-500", "").await.unwrap();
    Bought::code_of(order(shop, "badam-500", "9", of_phone(shop, "13800138000")).await);
});

both!(what_is_not_sent_counts_no_more, async |shop| {
    let member = shop.member_of("almonds").await;
    limit(shop, member, "badam-500", "3").await.unwrap();
    let code = Bought::code_of(order(shop, "badam-500", "3", of_phone(shop, "13800138000")).await);
    is_too_much(order(shop, "badam-500", "1", of_phone(shop, "13800138000")).await);
    let id = shop.orders_of(&code).await[0];
    let less = crate::changes::form(shop, member, id, &["2"], "out-of-stock").await;
    studio::reduce(shop, member, id, &less).await.unwrap();
    Bought::code_of(order(shop, "badam-500", "1", of_phone(shop, "13800138000")).await);
});

both!(two_orders_of_one_buyer_at_once_are_not_both_within_it, async |shop| {
    let member = shop.member_of("almonds").await;
    limit(shop, member, "badam-500", "3").await.unwrap();
    let mut tasks = Vec::new();
    for _ in 0..6 {
        let cart = shop.cart_with(&[("badam-500", "2")]).await;
        let form = shop.shown(cart, shop.to_station()).await;
        let shop = Shop::clone(shop);
        tasks.push(tokio::spawn(async move {
            checkout::place(&shop, Locale::Zh, cart, &form).await.unwrap()
        }));
    }
    let mut placed = 0;
    for task in tasks {
        match task.await.unwrap() {
            Placed::Order { .. } => placed += 1,
            other => is_too_much(other),
        }
    }
    assert_eq!(placed, 1);
    assert_eq!(shop.stock("badam-500").await, (100, 2));
});

both!(a_limit_goes_with_the_other_amounts_and_with_steps, async |shop| {
    let (member, badam) = (shop.member_of("almonds").await, shop.offer("badam-500").await);
    let product = product_of(shop, badam).await;
    let mut form = crate::confirmation::form(shop, member, product).await;
    form.steps = vec![(badam, "10=24.00".to_owned())];
    studio::save_product(shop, member, product, &form).await.unwrap();
    let wrong = fields_of(limit(shop, member, "badam-500", "9").await);
    assert_eq!(wrong, [(format!("buyer-{badam}"), FieldCode::InvalidChoice)]);
    limit(shop, member, "badam-500", "11").await.unwrap();
    // A step that no buyer could reach is refused from the other side, too.
    let mut form = crate::confirmation::form(shop, member, product).await;
    form.steps = vec![(badam, "12=24.00".to_owned())];
    let wrong = fields_of(studio::save_product(shop, member, product, &form).await);
    assert_eq!(wrong, [(format!("steps-{badam}"), FieldCode::TooMuch)]);
    // What was not touched stays on a step; a form of the release before knows nothing of it.
    let pairs = AmountsForm {
        least: "2".to_owned(),
        by: "2".to_owned(),
        most: "40".to_owned(),
        buyer: Some("11".to_owned()),
    };
    studio::limit_size(shop, member, product, badam, &pairs).await.unwrap();
    let saved = format!("SELECT buyer_limit FROM offers WHERE id = {badam}");
    assert_eq!(shop.number(&saved).await, 10);
    let before = AmountsForm {
        buyer: None,
        ..pairs.clone()
    };
    studio::limit_size(shop, member, product, badam, &before).await.unwrap();
    assert_eq!(shop.number(&saved).await, 10);
    // A copy has it as well.
    let copy = studio::copy_product(shop, member, product).await.unwrap();
    let copied = format!("SELECT count(*) FROM offers WHERE product_id = {copy} AND buyer_limit = 10 AND maximum = 40");
    assert_eq!(shop.number(&copied).await, 1);
});

async fn category(shop: &TestShop, slug: &str) -> CategoryId {
    CategoryId(
        shop.number(&format!("SELECT id FROM categories WHERE slug = '{slug}'"))
            .await,
    )
}

/// Whether buyers find a product on the shelf of this category, and its page says so.
async fn is_found(shop: &TestShop, product: &str, shelf: &str) -> bool {
    let query = ListQuery {
        categories: Slug::parse(shelf).into_iter().collect(),
        ..ListQuery::new(Locale::Zh)
    };
    let list = catalog::list(shop, &query).await.unwrap();
    let page = catalog::find_product(shop, Locale::Zh, product).await.unwrap().unwrap();
    let is_listed = list.cards.iter().any(|card| card.slug == product);
    assert_eq!(is_listed, page.category.slug == shelf, "the list and the page agree");
    is_listed
}

/// Saves the category of a product in its editor.
async fn move_to(shop: &TestShop, member: Actor, id: ProductId, slug: &str) -> Result<(), Error> {
    let form = ProductForm {
        category: Some(slug.to_owned()),
        ..crate::confirmation::form(shop, member, id).await
    };
    studio::save_product(shop, member, id, &form).await
}

both!(a_product_on_sale_comes_into_another_category, async |shop| {
    let (member, centre) = (shop.member_of("almonds").await, shop.of_centre().await);
    let id = shop.product("badam-kernel").await;
    let before = Snapshot::of(shop).await;
    for (slug, code) in [("", FieldCode::Required), ("nothing", FieldCode::InvalidChoice)] {
        let wrong = fields_of(move_to(shop, member, id, slug).await);
        assert_eq!(wrong, [("category".to_owned(), code)], "{slug}");
    }
    before.assert_unchanged(shop).await;
    // Nothing comes into one that the Centre has hidden.
    let honey = category(shop, "honey").await;
    shop.execute(format!("UPDATE categories SET status = 'hidden' WHERE id = {honey}"))
        .await;
    shop.catch_up().await.unwrap();
    let wrong = fields_of(move_to(shop, member, id, "honey").await);
    assert_eq!(wrong, [("category".to_owned(), FieldCode::InvalidChoice)]);

    assert!(is_found(shop, "badam-kernel", "badam").await);
    move_to(shop, member, id, "walnuts").await.unwrap();
    assert!(is_found(shop, "badam-kernel", "walnuts").await);
    assert!(!is_found(shop, "badam-kernel", "badam").await);
    let (from, to) = (category(shop, "badam").await, category(shop, "walnuts").await);
    let noted = format!(
        "SELECT count(*) FROM audit_events WHERE action = 'product.save' AND object = 'product:{id}' \
         AND detail = 'category:{from} to category:{to}'"
    );
    assert_eq!(shop.number(&noted).await, 1);
    // The index of the shop is told of each of its rows.
    let told = format!("SELECT count(*) FROM product_cards WHERE product_id = {id} AND category_id = {to}");
    assert_eq!(shop.number(&told).await, 3);
    // Saved as it is, nothing moves; a form without the field keeps it.
    move_to(shop, member, id, "walnuts").await.unwrap();
    let form = crate::confirmation::form(shop, member, id).await;
    studio::save_product(shop, member, id, &form).await.unwrap();
    assert!(is_found(shop, "badam-kernel", "walnuts").await);
    let full = categories::set_status(shop, centre, to, CategoryStatus::Hidden).await;
    assert!(
        matches!(full, Err(Error::Refused(ErrorCode::CategoryInUse))),
        "{full:?}"
    );
});

both!(a_category_waits_where_the_centre_asks_for_it, async |shop| {
    let (member, centre) = (shop.member_of("bees").await, shop.of_centre().await);
    admission::set_confirmation(shop, centre, "bees", true).await.unwrap();
    shop.catch_up().await.unwrap();
    let id = shop.product("wild-honey").await;
    let walnuts = category(shop, "walnuts").await;
    // Of another cooperative's goods it is empty.
    shop.execute(format!(
        "UPDATE products SET category_id = {} WHERE category_id = {walnuts}",
        category(shop, "badam").await
    ))
    .await;
    move_to(shop, member, id, "walnuts").await.unwrap();
    assert!(
        is_found(shop, "wild-honey", "honey").await,
        "buyers find it where it was"
    );
    let editor = studio::product_editor(shop, member, Locale::Zh, id).await.unwrap();
    assert_eq!(editor.category, "walnuts");
    // What is saved of it meanwhile leaves that.
    let form = crate::confirmation::form(shop, member, id).await;
    studio::save_product(shop, member, id, &form).await.unwrap();
    let waiting = confirmation::waiting_product(shop, centre, Locale::Zh, id)
        .await
        .unwrap();
    let (before, after) = waiting.categories.clone().unwrap();
    assert_eq!(
        (before.unwrap().text, after.text),
        ("蜂蜜".to_owned(), "核桃".to_owned())
    );
    let hidden = categories::set_status(shop, centre, walnuts, CategoryStatus::Hidden).await;
    assert!(
        matches!(hidden, Err(Error::Refused(ErrorCode::CategoryInUse))),
        "{hidden:?}"
    );
    confirmation::confirm(shop, centre, id, &waiting.seen).await.unwrap();
    assert!(is_found(shop, "wild-honey", "walnuts").await);

    // Back where buyers find it, nothing waits.
    move_to(shop, member, id, "honey").await.unwrap();
    move_to(shop, member, id, "walnuts").await.unwrap();
    let editor = studio::product_editor(shop, member, Locale::Zh, id).await.unwrap();
    assert_eq!((editor.category.as_str(), editor.standing), ("walnuts", None));

    // One that the Centre hid after it sent the change back is not asked for once more.
    let honey = category(shop, "honey").await;
    shop.execute(format!(
        "UPDATE products SET category_id = {walnuts} WHERE category_id = {honey}"
    ))
    .await;
    move_to(shop, member, id, "honey").await.unwrap();
    let waiting = confirmation::waiting_product(shop, centre, Locale::Zh, id)
        .await
        .unwrap();
    confirmation::send_back(shop, centre, id, &waiting.seen, "为什么？")
        .await
        .unwrap();
    categories::set_status(shop, centre, honey, CategoryStatus::Hidden)
        .await
        .unwrap();
    let wrong = fields_of(move_to(shop, member, id, "honey").await);
    assert_eq!(wrong, [("category".to_owned(), FieldCode::InvalidChoice)]);
    move_to(shop, member, id, "badam").await.unwrap();
    let waiting = confirmation::waiting_product(shop, centre, Locale::Zh, id)
        .await
        .unwrap();
    confirmation::confirm(shop, centre, id, &waiting.seen).await.unwrap();
    assert!(is_found(shop, "wild-honey", "badam").await);
});

both!(a_product_says_of_which_year_it_is, async |shop| {
    let member = shop.member_of("almonds").await;
    let id = shop.product("badam-kernel").await;
    let year = async || {
        let page = catalog::find_product(shop, Locale::Zh, "badam-kernel").await.unwrap();
        page.unwrap().harvest_year
    };
    let save = async |typed: &str| {
        let form = ProductForm {
            harvest_year: Some(typed.to_owned()),
            ..crate::confirmation::form(shop, member, id).await
        };
        studio::save_product(shop, member, id, &form).await
    };
    for (typed, code) in [
        ("autumn", FieldCode::InvalidDay),
        ("2025-10", FieldCode::InvalidDay),
        ("2099", FieldCode::InvalidTime),
    ] {
        let wrong = fields_of(save(typed).await);
        assert_eq!(wrong, [("harvest-year".to_owned(), code)], "{typed}");
    }
    save("２０２５").await.unwrap();
    assert_eq!(year().await, Some(2025));
    let form = crate::confirmation::form(shop, member, id).await;
    studio::save_product(shop, member, id, &form).await.unwrap();
    assert_eq!(year().await, Some(2025), "a form without the field");
    save("").await.unwrap();
    assert_eq!(year().await, None);
});

async fn rows(shop: &TestShop, member: Actor, table: ExportTable) -> String {
    let csv = exported(shop, member, Locale::Zh, table, ExportFormat::Csv).await;
    String::from_utf8(csv).unwrap()
}

both!(a_table_says_what_is_said_of_goods, async |shop| {
    let member = shop.member_of("almonds").await;
    let (offer, loose) = (shop.offer("badam-500").await, shop.offer("kernel-loose").await);
    let columns = "size,buyer-limit,category,season-from,season-to,harvest-year";
    let table = format!("{columns}\n{offer},3,walnuts,10,3,2025\n{loose},2 kg,,,1,\n");
    let id = bring(shop, member, table.as_bytes()).await;
    let shown = import_page(shop, member, id).await;
    assert_eq!(counts(&shown), (0, 2, 0, 0), "{:?}", shown.problems);
    let Was::Changed { facts, .. } = &shown.rows[0].was else {
        panic!("{:?}", shown.rows[0]);
    };
    let limit_shown = FactChange::BuyerLimit {
        before: None,
        after: Some(Quantity(3)),
    };
    assert_eq!((facts.len(), &facts[0]), (4, &limit_shown));
    take_over(shop, member, id).await;
    let of_product = async |sku: &str| {
        let sql = |column: &str| {
            format!(
                "SELECT COALESCE({column}, 0) FROM products p JOIN offers o ON o.product_id = p.id WHERE o.sku = '{sku}'"
            )
        };
        let mut all = Vec::new();
        for column in ["o.buyer_limit", "p.season_from", "p.season_to", "p.harvest_year"] {
            all.push(shop.number(&sql(column)).await);
        }
        all
    };
    assert_eq!(of_product("badam-500").await, [3, 10, 3, 2025]);
    assert_eq!(
        of_product("kernel-loose").await,
        [2_000, 9, 1, 0],
        "an empty cell leaves what is there"
    );
    assert!(is_found(shop, "thin-shell-badam", "walnuts").await);

    // What goes out comes back the same, in each language and as a workbook.
    let before = Snapshot::of(shop).await;
    for locale in Locale::BUILT_IN {
        for table in [ExportTable::Products, ExportTable::Stock] {
            for format in ExportFormat::ALL {
                let file = exported(shop, member, locale, table, format).await;
                let id = bring(shop, member, &file).await;
                let done = take_over(shop, member, id).await;
                assert_eq!(
                    counts(&done),
                    (0, 0, 4, 0),
                    "{locale:?} {table:?} {format:?}: {:?}",
                    done.problems
                );
            }
        }
    }
    assert_eq!(
        Snapshot::of(shop).await.changed_since(&before),
        ["audit_events", "audit_head", "audit_links", "imports"]
    );

    // What cannot be read is named by its column.
    let table = format!("{columns}\n{offer},0,nothing,13,,2099\n{loose},150 g,,9,-,\n");
    let id = bring(shop, member, table.as_bytes()).await;
    assert_eq!(
        problems(&import_page(shop, member, id).await),
        [
            (2, TableColumn::BuyerLimit, RowProblem::InvalidLimit),
            (2, TableColumn::HarvestYear, RowProblem::InvalidYear),
            (2, TableColumn::SeasonFrom, RowProblem::InvalidMonth),
            (2, TableColumn::Category, RowProblem::InvalidChoice),
            (3, TableColumn::BuyerLimit, RowProblem::InvalidLimit),
            (3, TableColumn::SeasonTo, RowProblem::InvalidMonth),
        ]
    );

    // What somebody set since the export is not undone, and asked about where both did.
    let stock = rows(shop, member, ExportTable::Stock).await;
    limit(shop, member, "badam-500", "5").await.unwrap();
    let id = bring(shop, member, stock.as_bytes()).await;
    assert_eq!(counts(&import_page(shop, member, id).await), (0, 0, 4, 0));
    let other = stock.replace(",29.80,100,,3,", ",29.80,100,,4,");
    assert_ne!(other, stock);
    let id = bring(shop, member, other.as_bytes()).await;
    let changed = [(2, TableColumn::BuyerLimit, RowProblem::Changed)];
    assert_eq!(problems(&import_page(shop, member, id).await), changed);

    // A dash takes them away.
    let table = format!("{columns}\n{offer},-,,-,–,-\n");
    let id = bring(shop, member, table.as_bytes()).await;
    assert_eq!(counts(&take_over(shop, member, id).await), (0, 1, 0, 0));
    assert_eq!(of_product("badam-500").await, [0, 0, 0, 0]);
});

both!(
    a_new_product_of_a_table_has_them_and_a_limit_below_steps_is_named,
    async |shop| {
        let (member, badam) = (shop.member_of("almonds").await, shop.offer("badam-500").await);
        let table = "name,category,net,price,stock,buyer-limit,season-from,season-to,harvest-year\n\
                 ياڭاق مېغىزى,walnuts,500 g,30,9,2,9,11,2025\n\
                 قۇرۇق ئۈزۈم,walnuts,500 g,30,9,x,9,,2099\n";
        let id = bring(shop, member, table.as_bytes()).await;
        assert_eq!(
            problems(&import_page(shop, member, id).await),
            [
                (3, TableColumn::BuyerLimit, RowProblem::InvalidLimit),
                (3, TableColumn::HarvestYear, RowProblem::InvalidYear),
                (3, TableColumn::SeasonTo, RowProblem::InvalidMonth),
            ]
        );
        take_over(shop, member, id).await;
        let made = "SELECT count(*) FROM products p JOIN offers o ON o.product_id = p.id WHERE o.buyer_limit = 2 \
                AND p.season_from = 9 AND p.season_to = 11 AND p.harvest_year = 2025";
        assert_eq!(shop.number(made).await, 1);

        let product = product_of(shop, badam).await;
        let mut form = crate::confirmation::form(shop, member, product).await;
        form.steps = vec![(badam, "10=24.00".to_owned())];
        studio::save_product(shop, member, product, &form).await.unwrap();
        let table = format!("size,buyer-limit\n{badam},9\n");
        let id = bring(shop, member, table.as_bytes()).await;
        let page = import_page(shop, member, id).await;
        assert_eq!(problems(&page), [(2, TableColumn::Steps, RowProblem::StepsAbove)]);
        assert_eq!(page.problems[0].typed, "≤ 9: 10=24.00");
    }
);
