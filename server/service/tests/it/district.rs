//! The Centre runs the district's own data: stations, categories, and words that mean the same to whoever searches.

use std::time::{Duration, Instant};

use domain::{
    Actor, CategoryId, CategoryShift, CategoryStatus, CooperativeStep, ErrorCode, FieldCode, Locale, OrderStep,
    StationId, StationStatus, StationStep,
};
use l10n::Texts;
use service::admission;
use service::catalog;
use service::categories::{self, CategoryForm, NewCategory};
use service::checkout::{self, CheckoutForm};
use service::orders::{self, DeliveryView};
use service::search;
use service::stations::{self, NewStation, StationForm, StationQuery};
use service::studio::{self, StepForm};
use service::{Attempt, Clock, Error, Shop, ShopOptions};
use testing::{Bought, Snapshot, TestShop, both};

async fn station(shop: &TestShop, code: &str) -> StationId {
    StationId(
        shop.number(&format!("SELECT id FROM stations WHERE code = '{code}'"))
            .await,
    )
}

async fn category(shop: &TestShop, slug: &str) -> CategoryId {
    CategoryId(
        shop.number(&format!("SELECT id FROM categories WHERE slug = '{slug}'"))
            .await,
    )
}

async fn events(shop: &TestShop, action: &str) -> i64 {
    shop.number(&format!("SELECT COUNT(*) FROM audit_events WHERE action = '{action}'"))
        .await
}

fn three(text: &str) -> [String; 3] {
    ["", text, ""].map(str::to_owned)
}

/// A category with this Chinese name.
fn named(text: &str) -> CategoryForm {
    CategoryForm {
        names: three(text),
        ..CategoryForm::default()
    }
}

fn code_of<T: std::fmt::Debug>(refused: Result<T, Error>) -> ErrorCode {
    refused.unwrap_err().code()
}

/// The codes of the stations that buyers choose from.
fn open_codes(shop: &Shop) -> Vec<String> {
    let townships = stations::list(shop, Locale::Zh, None, "");
    let mut codes: Vec<String> = townships.into_iter().flat_map(|t| t.stations).map(|s| s.code).collect();
    codes.sort_unstable();
    codes
}

both!(a_new_station_is_where_orders_go_at_once_on_every_node, async |shop| {
    let centre = shop.of_centre().await;
    let node = Shop::open(ShopOptions {
        db: shop.place.open().await,
        texts: Texts::built_in(),
        clock: Clock::system(),
        pictures: shop.pictures().clone(),
        secret: [7; 32],
    })
    .await
    .unwrap();
    let mut hours: [String; 7] = Default::default();
    hours[0] = "15-19:30, 9:00-13:00".to_owned();
    let mut new = NewStation {
        code: " b209 ".to_owned(),
        form: StationForm {
            township: "bulaq".to_owned(),
            names: three("新村小卖部"),
            hours,
            ..StationForm::default()
        },
    };
    let id = stations::add(shop, centre, &new).await.unwrap();
    assert_eq!(open_codes(shop), ["B001", "B002", "B003", "B209"]);
    let since = Instant::now();
    while !open_codes(&node).contains(&"B209".to_owned()) {
        assert!(
            since.elapsed() < Duration::from_secs(1),
            "the other node does not see it"
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
        node.catch_up().await.unwrap();
    }
    let file = stations::file(shop, centre, Locale::Ug, id).await.unwrap();
    assert_eq!((file.code.as_str(), file.name.text.as_str()), ("B209", "新村小卖部"));
    assert_eq!(file.form.hours[0], "09:00–13:00, 15:00–19:30");
    let mut form = shop.to_station();
    form.station = "B209".to_owned();
    shop.buy(&[("badam-500", "1")], form).await;

    // What is typed wrong is said at its field, all at once, and nothing is made of it.
    let before = Snapshot::of(shop).await;
    let Err(Error::Fields(errors)) = stations::add(shop, centre, &new).await else {
        panic!("the number is taken");
    };
    assert_eq!(errors.of("code"), Some(FieldCode::InvalidChoice));
    new.code = "B 2".to_owned();
    new.form.township = "nowhere".to_owned();
    new.form.names = Default::default();
    new.form.phone = "call me".to_owned();
    new.form.hours[6] = "9".to_owned();
    let Err(Error::Fields(errors)) = stations::add(shop, centre, &new).await else {
        panic!("nothing in it is right");
    };
    let wrong: Vec<(&str, FieldCode)> = errors.iter().collect();
    assert_eq!(
        wrong,
        [
            ("code", FieldCode::InvalidCode),
            ("name-ug", FieldCode::Required),
            ("township", FieldCode::InvalidChoice),
            ("phone", FieldCode::InvalidPhone),
            ("hours-7", FieldCode::InvalidChoice),
        ]
    );
    before.assert_unchanged(shop).await;
    node.db().clone().close().await;
});

both!(
    a_closed_station_takes_no_orders_and_hands_out_what_it_has,
    async |shop| {
        let centre = shop.of_centre().await;
        let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
        let id = station(shop, "B001").await;
        assert_eq!(
            stations::file(shop, centre, Locale::Zh, id).await.unwrap().orders,
            Some(1)
        );
        // A buyer had it chosen already.
        let cart = shop.cart_with(&[("badam-500", "1")]).await;
        let form = shop.shown(cart, shop.to_station()).await;
        stations::take(shop, centre, id, StationStep::Close).await.unwrap();
        assert_eq!(open_codes(shop), ["B002", "B003"]);
        let answer = checkout::place(shop, Locale::Zh, cart, &form).await.unwrap();
        let rejected = Bought::rejection_of(answer);
        assert_eq!(rejected.errors.of("station"), Some(FieldCode::InvalidChoice));
        // Closed by another program a moment ago, which this one has not heard of.
        let other = shop.cart_with(&[("badam-500", "1")]).await;
        let to_b002 = CheckoutForm {
            station: "B002".to_owned(),
            ..shop.to_station()
        };
        let there = shop.shown(other, to_b002).await;
        shop.execute("UPDATE stations SET status = 'closed' WHERE code = 'B002'")
            .await;
        let answer = checkout::place(shop, Locale::Zh, other, &there).await.unwrap();
        assert!(Bought::rejection_of(answer).errors.of("station").is_some());
        shop.execute("UPDATE stations SET status = 'open' WHERE code = 'B002'")
            .await;

        // Who ordered before still reads where, and the cooperative goes on.
        let order = shop.orders_of(&bought.code).await[0];
        let owner = shop.member_of("almonds").await;
        for step in [OrderStep::Accept, OrderStep::Pack] {
            studio::move_on(shop, owner, order, StepForm::from(step.as_str()))
                .await
                .unwrap();
        }
        let access = shop.access(&bought).await;
        let view = orders::view(shop, Locale::Zh, &access).await.unwrap();
        let DeliveryView::Station(place) = view.delivery else {
            panic!("a station");
        };
        assert!(place.address.is_some() && place.phone.is_some(), "{place:?}");

        let closed = StationQuery {
            status: Some(StationStatus::Closed),
            ..StationQuery::default()
        };
        let list = stations::list_all(shop, centre, Locale::Zh, &closed).unwrap();
        assert_eq!((list.total, list.rows[0].station.code.as_str()), (1, "B001"));
        let again = stations::take(shop, centre, id, StationStep::Close).await;
        assert_eq!(code_of(again), ErrorCode::InvalidTransition);
        stations::take(shop, centre, id, StationStep::Open).await.unwrap();
        assert_eq!(open_codes(shop), ["B001", "B002", "B003"]);
        assert_eq!(
            (events(shop, "station.close").await, events(shop, "station.open").await),
            (1, 1)
        );
    }
);

both!(of_two_who_edit_a_station_the_second_is_told, async |shop| {
    let centre = shop.of_centre().await;
    let id = station(shop, "B001").await;
    let file = stations::file(shop, centre, Locale::Zh, id).await.unwrap();
    // Saving what stands there is no change.
    stations::save(shop, centre, id, file.version, &file.form)
        .await
        .unwrap();
    assert_eq!(events(shop, "station.save").await, 0);

    let mut moved = file.form.clone();
    moved.township = "bulaq".to_owned();
    moved.names[2] = String::new();
    let mut called = file.form.clone();
    called.phone = "0998-1234567".to_owned();
    let (one, two) = tokio::join!(
        stations::save(shop, centre, id, file.version, &moved),
        stations::save(shop, centre, id, file.version, &called),
    );
    let refused: Vec<Error> = [one, two].into_iter().filter_map(Result::err).collect();
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0].code(), ErrorCode::InvalidTransition);
    assert_eq!(events(shop, "station.save").await, 1);
    let now = stations::file(shop, centre, Locale::Zh, id).await.unwrap();
    assert!(now.form == moved || now.form == called, "{:?}", now.form);
});

both!(a_new_name_of_a_category_is_found_and_its_address_stays, async |shop| {
    let centre = shop.of_centre().await;
    let id = category(shop, "walnuts").await;
    let file = categories::file(shop, centre, Locale::Zh, id).await.unwrap();
    let names = CategoryForm {
        names: ["ياڭاق", "坚果", "Nueces del valle"].map(str::to_owned),
        ..CategoryForm::default()
    };
    categories::save(shop, centre, id, file.version, &names).await.unwrap();
    let outdated = categories::save(shop, centre, id, file.version, &file.form).await;
    assert_eq!(code_of(outdated), ErrorCode::InvalidTransition);
    let shown = catalog::categories(shop, Locale::Zh);
    assert!(shown.iter().any(|c| c.slug == "walnuts" && c.name.text == "坚果"));
    let found = search::find(shop, Locale::Es, "坚果", 1).await.unwrap();
    assert!(found.total > 0, "lists are searched by the new name");
    assert_eq!(events(shop, "category.save").await, 1);
});

both!(
    only_an_empty_category_is_hidden_and_its_goods_can_be_moved,
    async |shop| {
        let centre = shop.of_centre().await;
        let (from, to) = (category(shop, "walnuts").await, category(shop, "badam").await);
        let slugs = || -> Vec<String> {
            let shown = catalog::categories(shop, Locale::Zh);
            shown.into_iter().map(|c| c.slug).collect()
        };
        let full = categories::set_status(shop, centre, from, CategoryStatus::Hidden).await;
        assert_eq!(code_of(full), ErrorCode::CategoryInUse);

        for to in ["", "walnuts", "nowhere"] {
            assert_eq!(
                code_of(categories::move_goods(shop, centre, from, to).await),
                ErrorCode::Invalid
            );
        }
        let count = "SELECT COUNT(*) FROM product_cards";
        let cards = shop.number(count).await;
        categories::move_goods(shop, centre, from, "badam").await.unwrap();
        assert_eq!(shop.number(count).await, cards);
        let left = format!("SELECT COUNT(*) FROM product_cards WHERE category_id = {from}");
        assert_eq!(shop.number(&left).await, 0, "lists show them where they are now");
        let file = categories::file(shop, centre, Locale::Zh, to).await.unwrap();
        assert!(file.row.goods > 0);

        categories::set_status(shop, centre, from, CategoryStatus::Hidden)
            .await
            .unwrap();
        assert_eq!(slugs(), ["badam", "honey"]);
        let list = categories::list(shop, centre, Locale::Zh).await.unwrap();
        assert_eq!((list.hidden.len(), list.hidden[0].slug.as_str()), (1, "walnuts"));
        categories::set_status(shop, centre, from, CategoryStatus::Shown)
            .await
            .unwrap();
        assert_eq!(slugs(), ["badam", "honey", "walnuts"], "behind the others");

        let new = NewCategory {
            slug: "dried-fruit".to_owned(),
            form: named("果干"),
            picture_of: "badam".to_owned(),
        };
        let made = categories::add(shop, centre, &new).await.unwrap();
        let Err(Error::Fields(errors)) = categories::add(shop, centre, &new).await else {
            panic!("the word is taken");
        };
        assert_eq!(errors.of("slug"), Some(FieldCode::InvalidChoice));
        for way in [CategoryShift::Up, CategoryShift::Up, CategoryShift::Down] {
            categories::shift(shop, centre, made, way, None).await.unwrap();
        }
        assert_eq!(slugs(), ["badam", "honey", "dried-fruit", "walnuts"]);
        let first = category(shop, "badam").await;
        categories::shift(shop, centre, first, CategoryShift::Up, None)
            .await
            .unwrap();
        assert_eq!(slugs()[0], "badam", "the first one stays");
    }
);

both!(
    a_category_moves_past_the_neighbour_that_was_seen_and_once,
    async |shop| {
        let centre = shop.of_centre().await;
        let slugs = || -> Vec<String> {
            let shown = catalog::categories(shop, Locale::Zh);
            shown.into_iter().map(|c| c.slug).collect()
        };
        let before = slugs();
        let [first, second, third] = [0, 1, 2].map(|at: usize| before[at].clone());
        let past = Some(category(shop, &second).await);
        let (up, up_of_third) = (CategoryShift::Up, category(shop, &third).await);
        // Two windows show the same order.
        for _ in 0..2 {
            categories::shift(shop, centre, up_of_third, up, past).await.unwrap();
            assert_eq!(slugs(), [&first, &third, &second].map(String::clone));
        }
        assert_eq!(events(shop, "category.move").await, 1);
        // Somebody else put another one between.
        let (last, top) = (category(shop, &second).await, Some(category(shop, &first).await));
        let refused = categories::shift(shop, centre, last, up, top).await;
        assert_eq!(code_of(refused), ErrorCode::InvalidTransition);
    }
);

both!(buyers_are_led_to_categories_in_which_there_is_something, async |shop| {
    let centre = shop.of_centre().await;
    let shelves = async || -> Vec<String> {
        let shown = catalog::shelves(shop, Locale::Zh).await.unwrap();
        shown.into_iter().map(|c| c.slug).collect()
    };
    let before = shelves().await;
    let new = NewCategory {
        slug: "dried-fruit".to_owned(),
        form: named("果干"),
        picture_of: "badam".to_owned(),
    };
    categories::add(shop, centre, &new).await.unwrap();
    assert_eq!(shelves().await, before, "it is empty");
    let home = catalog::home(shop, Locale::Zh).await.unwrap();
    assert_eq!(home.categories.len(), before.len());
    assert!(
        catalog::categories(shop, Locale::Zh)
            .iter()
            .any(|c| c.slug == "dried-fruit"),
        "goods can be put into it"
    );
    let honey = category(shop, "honey").await;
    categories::move_goods(shop, centre, honey, "dried-fruit")
        .await
        .unwrap();
    let after = shelves().await;
    assert!(after.contains(&"dried-fruit".to_owned()) && !after.contains(&"honey".to_owned()));
    // And those of a cooperative that sells nothing for now.
    admission::take(shop, centre, "bees", CooperativeStep::Suspend, "证件", None)
        .await
        .unwrap();
    assert!(!shelves().await.contains(&"dried-fruit".to_owned()));
});

both!(
    whoever_searches_by_one_word_finds_what_is_called_by_another,
    async |shop| {
        let centre = shop.of_centre().await;
        let found = async |query: &str| search::find(shop, Locale::Zh, query, 1).await.unwrap().total;
        assert_eq!(found("扁桃仁").await, 0);
        search::add(shop, centre, "بادام, 扁桃仁，sweet almond", "")
            .await
            .unwrap();
        let badam = found("badam").await;
        assert!(badam > 0);
        assert_eq!(found("扁桃仁").await, badam);
        assert_eq!(found("Sweet Almond").await, badam);
        assert_eq!(found("扁桃仁 miel").await, 0, "the other words must fit as before");
        assert_eq!(found("%").await, 0);

        let line = search::lines(shop, centre, "almond", 1).await.unwrap().lines.remove(0);
        search::save(shop, centre, line.id, line.version, "بادام, sweet almond", "")
            .await
            .unwrap();
        assert_eq!(found("扁桃仁").await, 0);
        let outdated = search::remove(shop, centre, line.id, line.version).await;
        assert_eq!(code_of(outdated), ErrorCode::InvalidTransition);
        search::remove(shop, centre, line.id, line.version + 1).await.unwrap();
        assert_eq!(found("sweet almond").await, 0);

        // A need finds goods, and whoever searches for these does not find what only the need is.
        let honey = found("蜂蜜").await;
        assert_eq!(found("坚果").await, 0);
        search::add(shop, centre, "坚果", "بادام").await.unwrap();
        assert_eq!(found("坚果").await, badam);
        search::add(shop, centre, "蜂蜜", "坚果").await.unwrap();
        assert_eq!(
            found("蜂蜜").await,
            honey,
            "what a line finds is looked for as it stands"
        );
        assert_eq!(found("badam").await, badam);
        let line = search::lines(shop, centre, "坚果", 1).await.unwrap().lines.remove(1);
        assert_eq!(
            (line.words, line.finds),
            (vec!["坚果".to_owned()], vec!["بادام".to_owned()])
        );

        shop.execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
         INSERT INTO search_words (words, version) SELECT 'a, b', 1 FROM n",
        )
        .await;
        assert_eq!(
            code_of(search::add(shop, centre, "x, y", "").await),
            ErrorCode::SearchWordsFull
        );
    }
);

both!(nobody_but_the_centre_changes_the_district, async |shop| {
    let (id, shelf) = (station(shop, "B001").await, category(shop, "badam").await);
    let member = shop.member_of("almonds").await;
    let before = Snapshot::of(shop).await;
    for actor in [Actor::Anonymous, member] {
        let form = StationForm::default();
        let refused = [
            stations::list_all(shop, actor, Locale::Zh, &StationQuery::default()).map(|_| ()),
            stations::file(shop, actor, Locale::Zh, id).await.map(|_| ()),
            stations::save(shop, actor, id, 1, &form).await,
            stations::take(shop, actor, id, StationStep::Close).await,
            stations::add(shop, actor, &NewStation::default()).await.map(|_| ()),
            categories::list(shop, actor, Locale::Zh).await.map(|_| ()),
            categories::save(shop, actor, shelf, 1, &CategoryForm::default()).await,
            categories::shift(shop, actor, shelf, CategoryShift::Up, None).await,
            categories::move_goods(shop, actor, shelf, "honey").await,
            categories::set_status(shop, actor, shelf, CategoryStatus::Hidden).await,
            search::lines(shop, actor, "", 1).await.map(|_| ()),
            search::add(shop, actor, "a, b", "").await,
        ];
        for refused in refused {
            assert_eq!(code_of(refused), ErrorCode::NotFound);
        }
    }
    before.assert_unchanged(shop).await;
});

both!(the_same_form_twice_makes_one_station, async |shop| {
    let centre = shop.of_centre().await;
    let new = NewStation {
        code: "C1".to_owned(),
        form: StationForm {
            township: "bulaq".to_owned(),
            names: three("新村"),
            ..StationForm::default()
        },
    };
    let attempt = || Attempt::new(shop, domain::IdempotencyKey::from_bytes([3; 16]), centre, "/", []);
    let first = stations::add(&shop.attempting(attempt()), centre, &new).await.unwrap();
    let second = stations::add(&shop.attempting(attempt()), centre, &new).await.unwrap();
    assert_eq!(first, second);
    assert_eq!(events(shop, "station.add").await, 1);
});
