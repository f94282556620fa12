//! A cooperative's work area: its own goods and texts, at once in the shop; nobody else's.

use domain::shop_page::{BlockId, Theme};
use domain::{Actor, CooperativeId, ErrorCode, FieldCode, Locale};
use service::Error;
use service::catalog::{self, ListQuery};
use service::studio::{self, ProductEditor, ProductForm, ShopStep};
use testing::{Snapshot, TestShop, both};

/// What the editor would send back untouched.
fn untouched(editor: &ProductEditor) -> ProductForm {
    let texts = |texts: &[studio::EditText]| texts.iter().map(|t| (t.lang, t.text.clone())).collect();
    ProductForm {
        version: editor.version.to_string(),
        names: texts(&editor.names),
        descriptions: texts(&editor.descriptions),
        prices: editor
            .offers
            .iter()
            .map(|o| (o.id, yuan(o.terms.price.minor)))
            .collect(),
        steps: Vec::new(),
        stocks: editor.offers.iter().map(|o| (o.id, o.on_hand.to_string())).collect(),
        right: Vec::new(),
        season: None,
        harvest_year: None,
        category: None,
    }
}

fn yuan(minor: i64) -> String {
    format!("{}.{:02}", minor / 100, minor % 100)
}

fn set(texts: &mut [(Locale, String)], lang: Locale, text: &str) {
    texts.iter_mut().find(|(l, _)| *l == lang).unwrap().1 = text.to_owned();
}

async fn editor(shop: &TestShop, member: Actor, slug: &str) -> ProductEditor {
    studio::product_editor(shop, member, Locale::Zh, shop.product(slug).await)
        .await
        .unwrap()
}

fn field_of(answer: Result<(), Error>) -> (String, FieldCode) {
    match answer {
        Err(Error::Fields(fields)) => fields
            .iter()
            .next()
            .map(|(name, code)| (name.to_owned(), code))
            .unwrap(),
        other => panic!("{other:?}"),
    }
}

both!(nobody_but_a_member_finds_the_studio, async |shop| {
    let product = shop.product("thin-shell-badam").await;
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let order = shop.orders_of(&bought.code).await[0];
    let almonds = shop.member_of("almonds").await;
    let form = untouched(&editor(shop, almonds, "thin-shell-badam").await);
    let centre = shop.of_centre().await;
    let bees = shop.member_of("bees").await;
    let stray = Actor::Cooperative {
        user: domain::UserId(1),
        cooperative: CooperativeId(777),
        role: domain::CooperativeRole::Owner,
    };
    let before = Snapshot::of(shop).await;
    for actor in [Actor::Anonymous, Actor::Shopper, centre, bees, stray] {
        let refusals = [
            studio::product_editor(shop, actor, Locale::Zh, product).await.err(),
            studio::save_product(shop, actor, product, &form).await.err(),
            studio::order(shop, actor, Locale::Zh, order).await.err(),
            studio::move_on(shop, actor, order, "accept".into()).await.err(),
            studio::move_on(shop, actor, order, "cancel".into()).await.err(),
        ];
        for refusal in refusals {
            assert!(matches!(refusal, Some(Error::NotFound)), "{actor:?}: {refusal:?}");
        }
        if actor != bees {
            for refusal in [
                studio::home(shop, actor, Locale::Zh).await.err(),
                studio::workbench(shop, actor, Locale::Zh).await.err(),
                studio::block_editor(shop, actor, Locale::Zh, BlockId(1)).await.err(),
                studio::save_block(shop, actor, BlockId(1), &[]).await.err(),
                studio::take_step(shop, actor, ShopStep::Paint(Theme::Leaf)).await.err(),
                studio::publish(shop, actor, 0).await.err(),
                studio::history(shop, actor).await.err(),
                studio::restore(shop, actor, 1).await.err(),
                studio::receive_shop_picture(shop, actor).await.err(),
            ] {
                assert!(matches!(refusal, Some(Error::NotFound)), "{actor:?}: {refusal:?}");
            }
        }
    }
    before.assert_unchanged(shop).await;
});

both!(anothers_offer_in_ones_own_form_is_not_found, async |shop| {
    let bees = shop.member_of("bees").await;
    let product = shop.product("wild-honey").await;
    let form = untouched(&editor(shop, bees, "wild-honey").await);
    let badam = shop.offer("badam-500").await;
    let before = Snapshot::of(shop).await;
    let priced = ProductForm {
        prices: vec![(badam, "0.01".to_owned())],
        ..form.clone()
    };
    let stocked = ProductForm {
        stocks: vec![(badam, "0".to_owned())],
        ..form
    };
    for form in [priced, stocked] {
        assert!(matches!(
            studio::save_product(shop, bees, product, &form).await,
            Err(Error::NotFound)
        ));
    }
    before.assert_unchanged(shop).await;
});

both!(a_season_has_two_months_or_none, async |shop| {
    let member = shop.member_of("almonds").await;
    let id = shop.product("thin-shell-badam").await;
    let form = untouched(&editor(shop, member, "thin-shell-badam").await);
    let of = |from: &str, to: &str| ProductForm {
        season: Some((from.to_owned(), to.to_owned())),
        ..form.clone()
    };
    let before = Snapshot::of(shop).await;
    for (from, to, field, code) in [
        ("11", "", "season-to", FieldCode::Required),
        ("", "2", "season-from", FieldCode::Required),
        ("0", "2", "season-from", FieldCode::InvalidChoice),
        ("11", "13", "season-to", FieldCode::InvalidChoice),
        ("11", "ئاي", "season-to", FieldCode::InvalidChoice),
    ] {
        let refused = studio::save_product(shop, member, id, &of(from, to)).await;
        let Err(Error::Fields(errors)) = refused else {
            panic!("{from}–{to}: {refused:?}");
        };
        assert_eq!(errors.of(field), Some(code), "{from}–{to}");
    }
    before.assert_unchanged(shop).await;

    // Over the new year.
    studio::save_product(shop, member, id, &of("11", "2")).await.unwrap();
    let shown = async || {
        let page = catalog::find_product(shop, Locale::Ug, "thin-shell-badam").await;
        page.unwrap().unwrap().season.map(|season| (season.from, season.to))
    };
    assert_eq!(shown().await, Some((11, 2)));
    let card =
        format!("SELECT count(*) FROM product_cards WHERE product_id = {id} AND season_from = 11 AND season_to = 2");
    assert!(shop.number(&card).await > 0, "lists know it");

    // A form of before that does not ask leaves it; empty ones take it away.
    let form = untouched(&editor(shop, member, "thin-shell-badam").await);
    studio::save_product(shop, member, id, &form).await.unwrap();
    assert_eq!(shown().await, Some((11, 2)));
    let none = ProductForm {
        season: Some((String::new(), String::new())),
        ..untouched(&editor(shop, member, "thin-shell-badam").await)
    };
    studio::save_product(shop, member, id, &none).await.unwrap();
    assert_eq!(shown().await, None);
});

both!(a_new_price_shows_at_once_in_every_language, async |shop| {
    let member = shop.member_of("almonds").await;
    let id = shop.product("thin-shell-badam").await;
    // Looked at before: what is kept of a page must not outlive the price.
    for locale in Locale::BUILT_IN {
        let page = catalog::find_product(shop, locale, "thin-shell-badam").await.unwrap();
        assert!(page.is_some_and(|page| page.offers[0].terms.price.minor != 3180));
    }
    let mut form = untouched(&editor(shop, member, "thin-shell-badam").await);
    form.prices[0].1 = "31,80".to_owned();
    studio::save_product(shop, member, id, &form).await.unwrap();
    for locale in Locale::BUILT_IN {
        let list = catalog::list(shop, &ListQuery::new(locale)).await.unwrap();
        let card = list.cards.iter().find(|c| c.id == id).unwrap();
        assert_eq!(card.terms.price.minor, 3180, "{locale:?}");
        let page = catalog::find_product(shop, locale, "thin-shell-badam")
            .await
            .unwrap()
            .unwrap();
        assert_eq!(page.offers[0].terms.price.minor, 3180, "{locale:?}");
    }
});

both!(goods_that_run_out_and_come_back_show_it, async |shop| {
    let member = shop.member_of("bees").await;
    for (slug, stock, available) in [("wild-honey", "0", false), ("comb-honey", "5", true)] {
        let id = shop.product(slug).await;
        let mut form = untouched(&editor(shop, member, slug).await);
        form.stocks[0].1 = stock.to_owned();
        studio::save_product(shop, member, id, &form).await.unwrap();
        let list = catalog::list(
            shop,
            &ListQuery {
                available_only: true,
                ..ListQuery::new(Locale::Es)
            },
        )
        .await
        .unwrap();
        assert_eq!(list.cards.iter().any(|c| c.id == id), available, "{slug}");
    }
});

both!(what_orders_hold_is_not_edited_away, async |shop| {
    shop.buy(&[("honey-333", "4")], shop.to_station()).await;
    let member = shop.member_of("bees").await;
    let id = shop.product("wild-honey").await;
    let honey = shop.offer("honey-333").await;
    let mut form = untouched(&editor(shop, member, "wild-honey").await);
    form.prices[0].1 = "99".to_owned();
    form.stocks[0].1 = "3".to_owned();
    let before = Snapshot::of(shop).await;
    let refused = field_of(studio::save_product(shop, member, id, &form).await);
    assert_eq!(refused, (format!("stock-{honey}"), FieldCode::InvalidQuantity));
    before.assert_unchanged(shop).await;
    form.stocks[0].1 = "4".to_owned();
    studio::save_product(shop, member, id, &form).await.unwrap();
    assert_eq!(shop.stock("honey-333").await, (4, 4));
});

both!(prices_and_stocks_that_are_none_are_refused, async |shop| {
    let member = shop.member_of("bees").await;
    let id = shop.product("wild-honey").await;
    let honey = shop.offer("honey-333").await;
    let form = untouched(&editor(shop, member, "wild-honey").await);
    let before = Snapshot::of(shop).await;
    for (typed, code) in [
        ("", FieldCode::Required),
        ("0", FieldCode::InvalidPrice),
        ("-1", FieldCode::InvalidPrice),
        ("12.345", FieldCode::InvalidPrice),
        ("1e3", FieldCode::InvalidPrice),
        ("100000.01", FieldCode::InvalidPrice),
        ("92233720368547758.08", FieldCode::InvalidPrice),
    ] {
        let form = ProductForm {
            prices: vec![(honey, typed.to_owned())],
            ..form.clone()
        };
        assert_eq!(
            field_of(studio::save_product(shop, member, id, &form).await),
            (format!("price-{honey}"), code),
            "{typed}"
        );
    }
    for (typed, code) in [
        ("", FieldCode::Required),
        ("-1", FieldCode::InvalidQuantity),
        ("1.5", FieldCode::InvalidQuantity),
        ("+5", FieldCode::InvalidQuantity),
        ("9223372036854775807", FieldCode::InvalidQuantity),
    ] {
        let form = ProductForm {
            stocks: vec![(honey, typed.to_owned())],
            ..form.clone()
        };
        assert_eq!(
            field_of(studio::save_product(shop, member, id, &form).await),
            (format!("stock-{honey}"), code),
            "{typed}"
        );
    }
    let nameless = ProductForm {
        names: vec![(Locale::Zh, " ".to_owned())],
        ..form.clone()
    };
    let refused = field_of(studio::save_product(shop, member, id, &nameless).await);
    assert_eq!(refused, ("name-zh".to_owned(), FieldCode::Required));
    before.assert_unchanged(shop).await;
});

both!(two_editors_do_not_overwrite_each_other_unseen, async |shop| {
    let member = shop.member_of("bees").await;
    let id = shop.product("wild-honey").await;
    let form = untouched(&editor(shop, member, "wild-honey").await);
    studio::save_product(shop, member, id, &form).await.unwrap();
    let before = Snapshot::of(shop).await;
    for version in [form.version.as_str(), "", "-1", "99", "x"] {
        let stale = ProductForm {
            version: version.to_owned(),
            ..form.clone()
        };
        assert_eq!(
            studio::save_product(shop, member, id, &stale).await.unwrap_err().code(),
            ErrorCode::InvalidTransition
        );
    }
    before.assert_unchanged(shop).await;
});

both!(goods_sent_while_the_editor_was_open_do_not_come_back, async |shop| {
    let bought = shop.buy(&[("honey-333", "6")], shop.to_station()).await;
    let member = shop.member_of("bees").await;
    let id = shop.product("wild-honey").await;
    let form = untouched(&editor(shop, member, "wild-honey").await);
    let order = shop.orders_of(&bought.code).await[0];
    for step in ["accept", "pack", "dispatch"] {
        studio::move_on(shop, member, order, step.into()).await.unwrap();
    }
    assert_eq!(shop.stock("honey-333").await, (30, 0));
    let stale = studio::save_product(shop, member, id, &form).await.unwrap_err();
    assert_eq!(
        stale.code(),
        ErrorCode::InvalidTransition,
        "36 on hand is no longer true"
    );
    assert_eq!(shop.stock("honey-333").await, (30, 0));
});

both!(a_translation_taken_away_gives_way_to_the_source, async |shop| {
    let member = shop.member_of("bees").await;
    let id = shop.product("wild-honey").await;
    let mut form = untouched(&editor(shop, member, "wild-honey").await);
    set(&mut form.names, Locale::Es, "");
    set(&mut form.names, Locale::Ug, "تاغ ھەسىلى");
    studio::save_product(shop, member, id, &form).await.unwrap();
    let es = catalog::find_product(shop, Locale::Es, "wild-honey")
        .await
        .unwrap()
        .unwrap()
        .name
        .clone();
    assert_eq!((es.text.as_str(), es.lang), ("野花蜜", Locale::Zh));
    let list = catalog::list(shop, &ListQuery::new(Locale::Ug)).await.unwrap();
    let card = list.cards.iter().find(|c| c.id == id).unwrap();
    assert_eq!((card.name.text.as_str(), card.name.lang), ("تاغ ھەسىلى", Locale::Ug));
});

both!(texts_that_turn_a_line_round_are_refused, async |shop| {
    let member = shop.member_of("bees").await;
    let id = shop.product("wild-honey").await;
    let form = untouched(&editor(shop, member, "wild-honey").await);
    let before = Snapshot::of(shop).await;
    for (name, code) in [
        ("a\u{0}b".to_owned(), FieldCode::InvalidText),
        ("\u{1b}[31m".to_owned(), FieldCode::InvalidText),
        ("x".repeat(121), FieldCode::TooLong),
    ] {
        let form = ProductForm {
            names: vec![(Locale::Zh, name)],
            ..form.clone()
        };
        assert_eq!(
            field_of(studio::save_product(shop, member, id, &form).await),
            ("name-zh".to_owned(), code)
        );
    }
    before.assert_unchanged(shop).await;
});
