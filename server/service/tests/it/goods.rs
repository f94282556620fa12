//! Prices, stock and products as a cooperative edits them: what is written down, what buyers see, and whose it is.

use domain::{
    Actor, CooperativeRole, ErrorCode, FieldCode, IdempotencyKey, Listing, ListingStep, Locale, OfferId, OfferStatus,
    Pause, ProductId, StockReason,
};
use service::catalog::{self, ListQuery};
use service::studio::{self, MoveForm, NewProductForm, SizeForm, StockForm, StockPage, StockQuery};
use service::{Attempt, Error, Shop};
use testing::{NOW, Snapshot, TestShop, both};

const HOUR: i64 = 3_600_000;

pub(super) async fn page(shop: &TestShop, member: Actor) -> StockPage {
    studio::stock_page(shop, member, Locale::Zh, &StockQuery::default())
        .await
        .unwrap()
}

/// The form of the page with nothing changed.
pub(super) fn untouched(page: &StockPage) -> StockForm {
    let price = |minor: i64| format!("{}.{:02}", minor / 100, minor % 100);
    StockForm {
        seen: page.seen(),
        prices: page
            .rows
            .iter()
            .map(|row| (row.offer, price(row.terms.price.minor)))
            .collect(),
        stocks: page
            .rows
            .iter()
            .map(|row| (row.offer, domain::typed_stock(row.on_hand, row.terms.sold_by.unit)))
            .collect(),
    }
}

pub(super) fn set(fields: &mut [(OfferId, String)], offer: OfferId, text: &str) {
    fields.iter_mut().find(|(id, _)| *id == offer).unwrap().1 = text.to_owned();
}

pub(super) fn fields_of<T: std::fmt::Debug>(answer: Result<T, Error>) -> Vec<(String, FieldCode)> {
    match answer {
        Err(Error::Fields(fields)) => fields.iter().map(|(name, code)| (name.to_owned(), code)).collect(),
        other => panic!("{other:?}"),
    }
}

pub(super) fn moved(reason: StockReason, amount: &str) -> MoveForm {
    MoveForm {
        reason: reason.to_string(),
        amount: amount.to_owned(),
        ..MoveForm::default()
    }
}

pub(super) fn honey() -> NewProductForm {
    NewProductForm {
        name: "تاغ ھەسىلى".to_owned(),
        category: "honey".to_owned(),
        size: SizeForm {
            sold: "pack".to_owned(),
            net: "500".to_owned(),
            price: "¥45".to_owned(),
            steps: String::new(),
            stock: "12".to_owned(),
            ..SizeForm::default()
        },
        ..NewProductForm::default()
    }
}

/// The shop as a form with this key uses it.
pub(super) fn by_form(shop: &TestShop, actor: Actor, key: u8) -> Shop {
    let attempt = Attempt::new(shop, IdempotencyKey::from_bytes([key; 16]), actor, "/form", []);
    Shop::clone(shop).attempting(attempt)
}

/// Puts a picture of the district among those of a product.
async fn add_picture(shop: &TestShop, product: ProductId) {
    shop.execute(format!(
        "INSERT INTO product_media (product_id, position, media_id) SELECT {product}, 0, min(id) FROM media"
    ))
    .await;
}

pub(super) async fn is_for_sale(shop: &TestShop, product: ProductId) -> Option<bool> {
    let list = catalog::list(shop, &ListQuery::new(Locale::Es)).await.unwrap();
    list.cards
        .iter()
        .find(|card| card.id == product)
        .map(|card| card.available)
}

pub(super) async fn listing(shop: &TestShop, member: Actor, product: ProductId) -> Listing {
    let editor = studio::product_editor(shop, member, Locale::Zh, product).await.unwrap();
    editor.listing
}

both!(sold_out_today_ends_at_midnight_by_itself, async |shop| {
    let member = shop.member_of("bees").await;
    let id = shop.product("wild-honey").await;
    let cart = shop.cart_with(&[("honey-333", "1")]).await;
    studio::set_listing(shop, member, id, ListingStep::SoldOutToday)
        .await
        .unwrap();
    assert_eq!(
        listing(shop, member, id).await,
        Listing::Paused(Pause::Until(NOW + 12 * HOUR))
    );
    assert_eq!(is_for_sale(shop, id).await, Some(false), "it is shown, as sold out");
    let shown = catalog::find_product(shop, Locale::Ug, "wild-honey")
        .await
        .unwrap()
        .unwrap();
    assert!(shown.offers.iter().all(|offer| offer.available == 0));
    let honey = shop.offer("honey-333").await;
    let refused = service::cart::add(shop, None, honey, "1").await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::SoldOut);
    let view = service::cart::view(shop, Locale::Zh, Some(cart)).await.unwrap();
    assert!(!view.is_orderable(), "nor from a cart of before");
    // Stock that comes in meanwhile does not open it.
    studio::move_stock(shop, member, honey, &moved(StockReason::Harvest, "5"))
        .await
        .unwrap();
    assert_eq!(is_for_sale(shop, id).await, Some(false));

    shop.clock.advance(12 * HOUR - 1);
    assert_eq!(studio::resume_due(shop).await.unwrap(), 0);
    shop.clock.advance(1);
    assert_eq!(studio::resume_due(shop).await.unwrap(), 1);
    assert_eq!(listing(shop, member, id).await, Listing::OnSale);
    assert_eq!(is_for_sale(shop, id).await, Some(true));
});

both!(
    a_pause_lasts_until_it_is_undone_and_the_archive_puts_away,
    async |shop| {
        let member = shop.member_of("bees").await;
        let id = shop.product("wild-honey").await;
        let step = async |step| studio::set_listing(shop, member, id, step).await;
        step(ListingStep::Pause).await.unwrap();
        shop.clock.advance(48 * HOUR);
        assert_eq!(studio::resume_due(shop).await.unwrap(), 0);
        assert_eq!(is_for_sale(shop, id).await, Some(false));
        step(ListingStep::Resume).await.unwrap();
        assert_eq!(is_for_sale(shop, id).await, Some(true));
        step(ListingStep::Archive).await.unwrap();
        assert_eq!(is_for_sale(shop, id).await, None);
        assert!(
            catalog::find_product(shop, Locale::Zh, "wild-honey")
                .await
                .unwrap()
                .is_none()
        );
        let rows = page(shop, member).await.rows;
        assert!(
            !rows.is_empty() && rows.iter().all(|row| row.product != id),
            "out of the way"
        );
        let refused = step(ListingStep::Publish).await.unwrap_err();
        assert_eq!(refused.code(), ErrorCode::InvalidTransition);
        step(ListingStep::Restore).await.unwrap();
        assert_eq!(is_for_sale(shop, id).await, None, "a draft first");
        step(ListingStep::Publish).await.unwrap();
        assert_eq!(is_for_sale(shop, id).await, Some(true));
    }
);

both!(a_new_product_is_its_makers_until_it_is_published, async |shop| {
    let member = shop.member_of("bees").await;
    let id = studio::create_product(shop, member, Locale::Ug, &honey())
        .await
        .unwrap();
    assert_eq!(is_for_sale(shop, id).await, None);
    assert!(
        catalog::find_product(shop, Locale::Ug, "tagh-hesili")
            .await
            .unwrap()
            .is_none()
    );
    let products = studio::products(shop, member, Locale::Zh).await.unwrap();
    let mine = products.iter().find(|product| product.id == id).unwrap();
    assert_eq!((mine.name.text.as_str(), mine.listing), ("تاغ ھەسىلى", Listing::Draft));
    for locale in Locale::BUILT_IN {
        assert!(mine.missing.contains(&("description", locale)));
        assert_eq!(mine.missing.contains(&("name", locale)), locale != Locale::Ug);
    }
    let row = page(shop, member)
        .await
        .rows
        .into_iter()
        .find(|row| row.product == id)
        .unwrap();
    assert_eq!(
        (row.on_hand, row.terms.price.minor, row.terms.net_grams),
        (12, 4500, 500)
    );

    let publish = async || studio::set_listing(shop, member, id, ListingStep::Publish).await;
    let before = Snapshot::of(shop).await;
    assert_eq!(publish().await.unwrap_err().code(), ErrorCode::PictureNeeded);
    before.assert_unchanged(shop).await;
    add_picture(shop, id).await;
    publish().await.unwrap();
    assert_eq!(is_for_sale(shop, id).await, Some(true));
    let slug = mine.slug.clone();
    let shown = catalog::find_product(shop, Locale::Es, &slug).await.unwrap().unwrap();
    assert_eq!(shown.name.text, "تاغ ھەسىلى");
    assert_eq!(shown.pictures.len(), 1);
    // And it can be bought.
    let offer = row.offer;
    service::cart::add(shop, None, offer, "2").await.unwrap();

    // Another of the same name has an address of its own, and a Chinese one has one too.
    let second = studio::create_product(shop, member, Locale::Ug, &honey())
        .await
        .unwrap();
    let chinese = NewProductForm {
        name: "野蜂蜜".to_owned(),
        ..honey()
    };
    let third = studio::create_product(shop, member, Locale::Zh, &chinese)
        .await
        .unwrap();
    assert!(second != id && third != id);
    assert_eq!(
        shop.number("SELECT count(DISTINCT slug) - count(*) FROM products")
            .await,
        0
    );
});

both!(a_new_product_says_by_field_what_is_not_right, async |shop| {
    let member = shop.member_of("bees").await;
    let before = Snapshot::of(shop).await;
    let wrong = fields_of(studio::create_product(shop, member, Locale::Ug, &NewProductForm::default()).await);
    let names: Vec<&str> = wrong.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["name", "category", "sold", "net", "price", "stock"]);
    for (form, field, code) in [
        (
            NewProductForm {
                category: "planes".to_owned(),
                ..honey()
            },
            "category",
            FieldCode::InvalidChoice,
        ),
        (
            NewProductForm {
                name: "x".repeat(121),
                ..honey()
            },
            "name",
            FieldCode::TooLong,
        ),
        (
            NewProductForm {
                size: SizeForm {
                    net: "101 kg".to_owned(),
                    ..honey().size
                },
                ..honey()
            },
            "net",
            FieldCode::InvalidQuantity,
        ),
    ] {
        let wrong = fields_of(studio::create_product(shop, member, Locale::Ug, &form).await);
        assert_eq!(wrong, [(field.to_owned(), code)]);
    }
    before.assert_unchanged(shop).await;
    // What is weighed out needs no weight of a pack.
    let loose = NewProductForm {
        size: SizeForm {
            sold: "weight".to_owned(),
            net: String::new(),
            price: "91".to_owned(),
            steps: String::new(),
            stock: "20".to_owned(),
            ..SizeForm::default()
        },
        ..honey()
    };
    studio::create_product(shop, member, Locale::Es, &loose).await.unwrap();
    assert_eq!(shop.number("SELECT max(on_hand) FROM stock").await, 60_000);
    assert_eq!(shop.number("SELECT on_hand FROM stock_movements").await, 20_000);
});

both!(a_copy_has_everything_but_goods, async |shop| {
    let member = shop.member_of("almonds").await;
    let id = shop.product("thin-shell-badam").await;
    let copy = studio::copy_product(shop, member, id).await.unwrap();
    let editor = studio::product_editor(shop, member, Locale::Es, copy).await.unwrap();
    assert_eq!(
        (editor.name.text.as_str(), editor.listing),
        ("Almendras de cáscara fina 2", Listing::Draft)
    );
    let names = async |id| {
        let editor = studio::product_editor(shop, member, Locale::Es, id).await.unwrap();
        editor.names.into_iter().map(|name| name.text).collect::<Vec<_>>()
    };
    assert!(
        names(copy)
            .await
            .iter()
            .all(|name| name.is_empty() || name.ends_with(" 2"))
    );
    let third = studio::copy_product(shop, member, copy).await.unwrap();
    assert!(names(third).await.contains(&"Almendras de cáscara fina 3".to_owned()));
    assert_eq!(editor.offers.len(), 2);
    assert!(editor.offers.iter().all(|offer| offer.on_hand == 0));
    assert_ne!(editor.slug, "thin-shell-badam");
    assert_eq!(is_for_sale(shop, copy).await, None);
    studio::set_listing(shop, member, copy, ListingStep::Publish)
        .await
        .unwrap();
    assert_eq!(is_for_sale(shop, copy).await, Some(false), "there is none of it yet");
});

both!(sizes_are_added_hidden_and_shown, async |shop| {
    let member = shop.member_of("almonds").await;
    let id = shop.product("thin-shell-badam").await;
    let seen = async || {
        let page = catalog::find_product(shop, Locale::Ug, "thin-shell-badam")
            .await
            .unwrap();
        page.unwrap().offers.len()
    };
    let size = SizeForm {
        sold: "pack".to_owned(),
        net: "2 kg".to_owned(),
        price: "105".to_owned(),
        steps: String::new(),
        stock: "3".to_owned(),
        ..SizeForm::default()
    };
    studio::add_size(shop, member, id, &size).await.unwrap();
    assert_eq!(seen().await, 3);
    let same = SizeForm {
        net: "2000".to_owned(),
        price: "99".to_owned(),
        ..size.clone()
    };
    let refused = studio::add_size(shop, member, id, &same).await.unwrap_err();
    assert_eq!((refused.code(), seen().await), (ErrorCode::SameSize, 3));
    let rows = studio::sizes(shop, member, Locale::Ug, id).await.unwrap().rows;
    let show = async |offer, status| studio::show_size(shop, member, id, offer, status).await;
    for row in &rows[1..] {
        show(row.offer, OfferStatus::Inactive).await.unwrap();
    }
    assert_eq!(seen().await, 1);
    let refused = show(rows[0].offer, OfferStatus::Inactive).await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::LastSize);
    show(rows[2].offer, OfferStatus::Active).await.unwrap();
    show(rows[0].offer, OfferStatus::Inactive).await.unwrap();
    assert_eq!(seen().await, 1);
    let honey = shop.offer("honey-333").await;
    assert!(matches!(show(honey, OfferStatus::Inactive).await, Err(Error::NotFound)));
    let mut net = 2_000;
    let full = loop {
        net += 1;
        let size = SizeForm {
            net: net.to_string(),
            ..size.clone()
        };
        if let Err(error) = studio::add_size(shop, member, id, &size).await {
            break error;
        }
    };
    let editor = studio::product_editor(shop, member, Locale::Ug, id).await.unwrap();
    assert!(editor.offers[0].is_hidden && !editor.offers[2].is_hidden);
    assert_eq!((full.code(), seen().await), (ErrorCode::SizesFull, 18));
});

both!(a_form_sent_twice_is_done_once, async |shop| {
    let member = shop.member_of("bees").await;
    let honey_jar = shop.offer("honey-333").await;
    let by_one = by_form(shop, member, 1);
    for _ in 0..2 {
        studio::move_stock(&by_one, member, honey_jar, &moved(StockReason::Harvest, "20"))
            .await
            .unwrap();
    }
    assert_eq!(shop.stock("honey-333").await, (56, 0));

    let by_two = by_form(shop, member, 2);
    let mut form = untouched(&page(shop, member).await);
    set(&mut form.stocks, honey_jar, "57");
    studio::save_stock(&by_two, member, &form).await.unwrap();
    // Something happened before the second one came: it is not undone.
    studio::move_stock(shop, member, honey_jar, &moved(StockReason::Spoiled, "1"))
        .await
        .unwrap();
    studio::save_stock(&by_two, member, &form).await.unwrap();
    assert_eq!(shop.stock("honey-333").await, (56, 0));

    let by_three = by_form(shop, member, 3);
    let first = studio::create_product(&by_three, member, Locale::Ug, &honey())
        .await
        .unwrap();
    let second = studio::create_product(&by_three, member, Locale::Ug, &honey())
        .await
        .unwrap();
    assert_eq!(first, second);
    let by_four = by_form(shop, member, 4);
    let first = studio::copy_product(&by_four, member, first).await.unwrap();
    assert_eq!(studio::copy_product(&by_four, member, second).await.unwrap(), first);
    assert_eq!(
        shop.number("SELECT count(*) FROM products WHERE status = 'draft'")
            .await,
        2
    );
});

both!(goods_are_edited_by_their_cooperative_only, async |shop| {
    let product = shop.product("wild-honey").await;
    let honey_jar = shop.offer("honey-333").await;
    let bees = shop.member_of("bees").await;
    let almonds = shop.member_of("almonds").await;
    let theirs = untouched(&page(shop, bees).await);
    let size = honey().size;
    for actor in [
        Actor::Anonymous,
        Actor::Shopper,
        shop.of_centre().await,
        almonds,
        shop.cooperative_member("bees", CooperativeRole::Packer).await,
        shop.cooperative_member("bees", CooperativeRole::Finance).await,
    ] {
        let before = Snapshot::of(shop).await;
        let refusals = [
            studio::save_stock(shop, actor, &theirs).await.err(),
            studio::stock_offer(shop, actor, Locale::Zh, honey_jar).await.err(),
            studio::move_stock(shop, actor, honey_jar, &moved(StockReason::Harvest, "1"))
                .await
                .err(),
            studio::set_listing(shop, actor, product, ListingStep::Archive)
                .await
                .err(),
            studio::copy_product(shop, actor, product).await.err(),
            studio::sizes(shop, actor, Locale::Zh, product).await.err(),
            studio::add_size(shop, actor, product, &size).await.err(),
            studio::show_size(shop, actor, product, honey_jar, OfferStatus::Inactive)
                .await
                .err(),
        ];
        for refusal in refusals {
            assert!(matches!(refusal, Some(Error::NotFound)), "{actor:?}: {refusal:?}");
        }
        if actor != almonds {
            assert!(studio::may_create(actor).is_err());
            let all = StockQuery::default();
            assert!(studio::stock_page(shop, actor, Locale::Zh, &all).await.is_err());
            assert!(studio::create_product(shop, actor, Locale::Zh, &honey()).await.is_err());
        }
        before.assert_unchanged(shop).await;
    }
    let seen = page(shop, almonds).await.rows;
    assert!(seen.iter().all(|row| row.offer != honey_jar));
});
