//! What waits for the Centre: buyers see what was confirmed and nothing else, its maker sees what they saved.

use domain::{
    Actor, CooperativeStep, ErrorCode, FieldCode, Listing, ListingStep, Locale, MediaId, OfferStatus, ProductId,
    ProposalState,
};
use service::confirmation::{self, TextOf, WaitingProduct};
use service::studio::tables::{ExportFormat, ExportTable, export};
use service::studio::{self, PictureForm, ProductForm, SizeForm, Standing};
use service::{Error, admission, catalog, retention, unused_pictures};
use testing::{Snapshot, TestShop, both};

use crate::goods::{fields_of, honey, is_for_sale, listing, page, set, untouched};

const DAY: i64 = 86_400_000;

/// The bees, whose goods wait from now on, and the Centre.
async fn watched(shop: &TestShop) -> (Actor, Actor) {
    let (member, centre) = (shop.member_of("bees").await, shop.of_centre().await);
    admission::set_confirmation(shop, centre, "bees", true).await.unwrap();
    shop.catch_up().await.unwrap();
    (member, centre)
}

/// The editor of a product as it is sent back untouched.
pub async fn form(shop: &TestShop, member: Actor, product: ProductId) -> ProductForm {
    let editor = studio::product_editor(shop, member, Locale::Zh, product).await.unwrap();
    let price = |minor: i64| format!("{}.{:02}", minor / 100, minor % 100);
    ProductForm {
        version: editor.version.to_string(),
        names: editor.names.iter().map(|t| (t.lang, t.text.clone())).collect(),
        descriptions: editor.descriptions.iter().map(|t| (t.lang, t.text.clone())).collect(),
        prices: editor
            .offers
            .iter()
            .map(|o| (o.id, price(o.terms.price.minor)))
            .collect(),
        steps: Vec::new(),
        stocks: editor
            .offers
            .iter()
            .map(|o| (o.id, domain::typed_stock(o.on_hand, o.terms.sold_by.unit)))
            .collect(),
        right: Vec::new(),
        season: None,
        harvest_year: None,
        category: None,
    }
}

async fn standing(shop: &TestShop, member: Actor, product: ProductId) -> Option<Standing> {
    let editor = studio::product_editor(shop, member, Locale::Zh, product).await.unwrap();
    editor.standing
}

async fn waiting(shop: &TestShop, centre: Actor, product: ProductId) -> WaitingProduct {
    confirmation::waiting_product(shop, centre, Locale::Zh, product)
        .await
        .unwrap()
}

async fn how_many(shop: &TestShop, centre: Actor) -> usize {
    confirmation::list(shop, centre, Locale::Zh, None)
        .await
        .unwrap()
        .rows
        .len()
}

/// Name and lowest price, as a list shows them.
async fn shown(shop: &TestShop, product: ProductId) -> (String, i64) {
    let list = catalog::list(shop, &catalog::ListQuery::new(Locale::Zh)).await.unwrap();
    let card = list.cards.iter().find(|card| card.id == product).unwrap();
    (card.name.text.clone(), card.terms.price.minor)
}

fn is_overtaken(answer: &Result<(), Error>) -> bool {
    matches!(answer, Err(Error::Refused(ErrorCode::InvalidTransition)))
}

fn set_name(form: &mut ProductForm, lang: Locale, name: &str) {
    form.names.iter_mut().find(|(of, _)| *of == lang).unwrap().1 = name.to_owned();
}

both!(
    a_new_product_waits_until_the_centre_has_confirmed_what_it_saw,
    async |shop| {
        let (member, centre) = watched(shop).await;
        let id = studio::create_product(shop, member, Locale::Ug, &honey())
            .await
            .unwrap();
        shop.execute(format!(
            "INSERT INTO product_media (product_id, position, media_id) SELECT {id}, 0, min(id) FROM media"
        ))
        .await;
        for _ in 0..2 {
            studio::set_listing(shop, member, id, ListingStep::Publish)
                .await
                .unwrap();
        }
        assert_eq!(listing(shop, member, id).await, Listing::Draft);
        assert_eq!(is_for_sale(shop, id).await, None);
        let slug = studio::product_editor(shop, member, Locale::Ug, id).await.unwrap().slug;
        assert!(catalog::find_product(shop, Locale::Ug, &slug).await.unwrap().is_none());
        let stands = standing(shop, member, id).await.unwrap();
        assert!(stands.publishes && stands.is_waiting(), "{stands:?}");

        let seen = waiting(shop, centre, id).await;
        assert_eq!(how_many(shop, centre).await, 1);
        assert!(seen.changes.publishes && seen.changes.offers.len() == 1);
        assert_eq!(seen.changes.texts.len(), 1, "{:?}", seen.changes.texts);
        // What is saved afterwards was not seen.
        let mut again = form(shop, member, id).await;
        again.prices[0].1 = "99".to_owned();
        studio::save_product(shop, member, id, &again).await.unwrap();
        let before = Snapshot::of(shop).await;
        let refused = confirmation::confirm(shop, centre, id, &seen.seen).await;
        assert!(is_overtaken(&refused), "{refused:?}");
        let stranger = confirmation::confirm(shop, member, id, &seen.seen).await;
        assert!(matches!(stranger, Err(Error::NotFound)), "{stranger:?}");
        before.assert_unchanged(shop).await;

        let seen = waiting(shop, centre, id).await;
        confirmation::confirm(shop, centre, id, &seen.seen).await.unwrap();
        assert_eq!(is_for_sale(shop, id).await, Some(true));
        assert_eq!(
            (standing(shop, member, id).await, how_many(shop, centre).await),
            (None, 0)
        );
        let refused = confirmation::confirm(shop, centre, id, &seen.seen).await;
        assert!(is_overtaken(&refused), "{refused:?}");
    }
);

both!(what_has_lost_its_picture_is_not_put_on_sale, async |shop| {
    let (member, centre) = watched(shop).await;
    let id = studio::create_product(shop, member, Locale::Ug, &honey())
        .await
        .unwrap();
    let add_picture =
        format!("INSERT INTO product_media (product_id, position, media_id) SELECT {id}, 0, min(id) FROM media");
    shop.execute(add_picture.clone()).await;
    studio::set_listing(shop, member, id, ListingStep::Publish)
        .await
        .unwrap();
    shop.execute(format!("DELETE FROM product_media WHERE product_id = {id}"))
        .await;
    let seen = waiting(shop, centre, id).await.seen;
    let before = Snapshot::of(shop).await;
    let refused = confirmation::confirm(shop, centre, id, &seen).await;
    assert!(
        matches!(refused, Err(Error::Refused(ErrorCode::PictureNeeded))),
        "{refused:?}"
    );
    before.assert_unchanged(shop).await;
    assert_eq!((is_for_sale(shop, id).await, how_many(shop, centre).await), (None, 1));

    shop.execute(add_picture).await;
    let seen = waiting(shop, centre, id).await.seen;
    confirmation::confirm(shop, centre, id, &seen).await.unwrap();
    assert_eq!(is_for_sale(shop, id).await, Some(true));
});

both!(changes_show_once_they_are_confirmed_and_stock_at_once, async |shop| {
    let (member, centre) = watched(shop).await;
    let id = shop.product("wild-honey").await;
    let (name, price) = shown(shop, id).await;
    let mut typed = form(shop, member, id).await;
    set_name(&mut typed, Locale::Zh, "山花蜜");
    let offer = typed.prices[0].0;
    typed.prices[0].1 = "1.23".to_owned();
    typed.stocks[0].1 = "7".to_owned();
    studio::save_product(shop, member, id, &typed).await.unwrap();

    assert_eq!(shown(shop, id).await, (name.clone(), price));
    let page_of_buyers = catalog::find_product(shop, Locale::Zh, "wild-honey")
        .await
        .unwrap()
        .unwrap();
    assert_eq!(page_of_buyers.name.text, name);
    assert!(page_of_buyers.offers.iter().all(|o| o.terms.price.minor != 123));
    let on_hand = format!("SELECT on_hand FROM stock WHERE offer_id = {offer}");
    assert_eq!(shop.number(&on_hand).await, 7, "stock never waits");
    let editor = studio::product_editor(shop, member, Locale::Zh, id).await.unwrap();
    assert_eq!(
        (editor.name.text.as_str(), editor.offers[0].terms.price.minor),
        ("山花蜜", 123)
    );

    // Another price on the page of all prices, which shows the one that waits.
    let stock = page(shop, member).await;
    let row = stock.rows.iter().find(|row| row.offer == offer).unwrap();
    assert_eq!((row.waits, row.terms.price.minor), (Some(ProposalState::Waiting), 123));
    let mut stocks = export(shop, member, Locale::Zh, ExportTable::Stock, ExportFormat::Csv)
        .await
        .unwrap();
    let mut csv = Vec::new();
    while let Some(bytes) = stocks.chunk().await.unwrap() {
        csv.extend(bytes);
    }
    let csv = String::from_utf8(csv).unwrap();
    assert!(csv.contains("等待中心确认"), "{csv}");
    let mut all = untouched(&stock);
    set(&mut all.prices, offer, "2.34");
    studio::save_stock(shop, member, &all).await.unwrap();
    assert_eq!(shown(shop, id).await, (name.clone(), price));

    let seen = waiting(shop, centre, id).await;
    assert!(seen.sells);
    let text = &seen.changes.texts[0];
    assert_eq!((text.what, text.lang), (TextOf::Name, Locale::Zh));
    assert_eq!((text.before.as_str(), text.after.as_str()), (name.as_str(), "山花蜜"));
    let size = &seen.changes.offers[0];
    assert_eq!(size.terms.price.minor, 234);
    assert!(size.before.is_some_and(|before| before.minor != 234));
    confirmation::confirm(shop, centre, id, &seen.seen).await.unwrap();
    let (name, _) = shown(shop, id).await;
    assert_eq!(name, "山花蜜");
    let minor = format!("SELECT price_minor FROM offers WHERE id = {offer}");
    assert_eq!(shop.number(&minor).await, 234);
});

both!(of_a_suspended_cooperative_buyers_see_nothing_at_once, async |shop| {
    let (member, centre) = watched(shop).await;
    let id = shop.product("wild-honey").await;
    let mut typed = form(shop, member, id).await;
    set_name(&mut typed, Locale::Zh, "山花蜜");
    studio::save_product(shop, member, id, &typed).await.unwrap();
    admission::take(shop, centre, "bees", CooperativeStep::Suspend, "?", None)
        .await
        .unwrap();
    shop.catch_up().await.unwrap();
    let seen = waiting(shop, centre, id).await;
    assert!(!seen.sells);
    confirmation::confirm(shop, centre, id, &seen.seen).await.unwrap();
    let decided = confirmation::decided(shop, centre, id).await.unwrap();
    assert_eq!((decided.sells, decided.sent_back), (false, None));
    let stranger = confirmation::decided(shop, member, id).await;
    assert!(matches!(stranger, Err(Error::NotFound)), "{stranger:?}");
});

both!(what_is_sent_back_is_read_mended_or_taken_back, async |shop| {
    let (member, centre) = watched(shop).await;
    let id = shop.product("wild-honey").await;
    let before = shown(shop, id).await;
    let mut typed = form(shop, member, id).await;
    set_name(&mut typed, Locale::Zh, "最好的蜜");
    typed.prices[0].1 = "1.23".to_owned();
    studio::save_product(shop, member, id, &typed).await.unwrap();
    let seen = waiting(shop, centre, id).await.seen;
    let empty = confirmation::send_back(shop, centre, id, &seen, " ").await;
    assert_eq!(fields_of(empty), [("reason".to_owned(), FieldCode::Required)]);
    confirmation::send_back(shop, centre, id, &seen, "“最好”不能用。")
        .await
        .unwrap();
    assert_eq!(how_many(shop, centre).await, 0);
    let stands = standing(shop, member, id).await.unwrap();
    assert_eq!(
        (stands.state, stands.reason.as_str()),
        (ProposalState::SentBack, "“最好”不能用。")
    );
    let decided = confirmation::decided(shop, centre, id).await.unwrap();
    assert_eq!(decided.sent_back.as_deref(), Some("“最好”不能用。"));
    let home = studio::home(shop, member, Locale::Zh).await.unwrap();
    assert_eq!(home.sent_back, 1);
    let stock = page(shop, member).await;
    let states: Vec<_> = stock.rows.iter().filter_map(|row| row.waits).collect();
    assert_eq!(states, [ProposalState::SentBack]);
    let told = "SELECT COUNT(*) FROM outbox WHERE payload LIKE '%product-sent-back%'";
    assert_eq!(shop.number(told).await, 1);

    // Stock alone sends nothing to the Centre again.
    let mut stocked = form(shop, member, id).await;
    stocked.stocks[0].1 = "3".to_owned();
    studio::save_product(shop, member, id, &stocked).await.unwrap();
    assert_eq!(how_many(shop, centre).await, 0);
    let mut mended = form(shop, member, id).await;
    set_name(&mut mended, Locale::Zh, "好蜜");
    studio::save_product(shop, member, id, &mended).await.unwrap();
    assert_eq!(how_many(shop, centre).await, 1);

    let late = waiting(shop, centre, id).await.seen;
    let open = form(shop, member, id).await;
    studio::take_back(shop, member, id).await.unwrap();
    assert_eq!(
        (standing(shop, member, id).await, shown(shop, id).await),
        (None, before.clone())
    );
    let refused = confirmation::send_back(shop, centre, id, &late, "?").await;
    assert!(is_overtaken(&refused), "{refused:?}");
    // Whoever has the editor still open does not bring back what is gone.
    let refused = studio::save_product(shop, member, id, &open).await;
    assert!(is_overtaken(&refused), "{refused:?}");
});

both!(sizes_and_pictures_wait_and_to_sell_less_does_not, async |shop| {
    let (member, centre) = watched(shop).await;
    let id = shop.product("wild-honey").await;
    let sizes = async || {
        let found = catalog::find_product(shop, Locale::Zh, "wild-honey")
            .await
            .unwrap()
            .unwrap();
        (found.offers.len(), found.pictures.len())
    };
    let before = sizes().await;
    let new = SizeForm {
        sold: "pack".to_owned(),
        net: "777".to_owned(),
        price: "10".to_owned(),
        steps: String::new(),
        stock: "5".to_owned(),
        ..SizeForm::default()
    };
    studio::add_size(shop, member, id, &new).await.unwrap();
    let own = studio::sizes(shop, member, Locale::Zh, id).await.unwrap();
    assert!(own.rows.iter().all(|row| !row.is_hidden));
    let states: Vec<_> = own.rows.iter().filter_map(|row| row.waits).collect();
    assert_eq!(states, [ProposalState::Waiting], "the new one");
    let picture = MediaId(
        shop.number(&format!("SELECT media_id FROM product_media WHERE product_id = {id}"))
            .await,
    );
    let words = PictureForm {
        command: "describe".to_owned(),
        version: form(shop, member, id).await.version,
        descriptions: vec![(Locale::Zh, "一罐蜜".to_owned())],
        right: Vec::new(),
    };
    studio::change_picture(shop, member, id, picture, &words).await.unwrap();
    // As if one had been added: the picture of no product.
    shop.execute("INSERT INTO media (sha, width, height, created_at) VALUES ('ab', 1, 1, 0)".to_owned())
        .await;
    let added = shop.number("SELECT id FROM media WHERE sha = 'ab'").await;
    shop.execute(format!(
        "UPDATE product_proposals SET change = REPLACE(change, '\"pictures\":null', '\"pictures\":[{picture},{added}]')"
    ))
    .await;
    assert_eq!(sizes().await, before);
    let said = "SELECT COUNT(*) FROM translations WHERE value = '一罐蜜'";
    assert_eq!(shop.number(said).await, 0);
    shop.clock.advance(3 * DAY);
    unused_pictures::clear_unused(shop).await.unwrap();
    retention::sweep(shop).await.unwrap();

    let seen = waiting(shop, centre, id).await;
    assert!(seen.changes.offers.iter().any(|size| size.before.is_none()));
    let pictures = seen.changes.pictures.as_ref().unwrap();
    assert_eq!((pictures.before.len(), pictures.after.len()), (before.1, 2));
    assert!(seen.changes.texts.iter().any(|text| text.what == TextOf::Picture(1)));
    for step in [ListingStep::SoldOutToday, ListingStep::Resume, ListingStep::Pause] {
        studio::set_listing(shop, member, id, step).await.unwrap();
    }
    assert_eq!(is_for_sale(shop, id).await, Some(false), "a pause never waits");
    confirmation::confirm(shop, centre, id, &seen.seen).await.unwrap();
    assert_eq!(sizes().await, (before.0 + 1, 2));
    assert_eq!(shop.number(said).await, 1);

    let offer = studio::sizes(shop, member, Locale::Zh, id).await.unwrap().rows[0].offer;
    studio::show_size(shop, member, id, offer, OfferStatus::Inactive)
        .await
        .unwrap();
    assert_eq!(sizes().await.0, before.0);
    studio::show_size(shop, member, id, offer, OfferStatus::Active)
        .await
        .unwrap();
    assert_eq!(sizes().await.0, before.0, "to sell more waits");

    // In the archive nothing waits, and what comes out of it does.
    studio::set_listing(shop, member, id, ListingStep::Archive)
        .await
        .unwrap();
    assert_eq!(
        (standing(shop, member, id).await, how_many(shop, centre).await),
        (None, 0)
    );
    for step in [ListingStep::Restore, ListingStep::Publish] {
        studio::set_listing(shop, member, id, step).await.unwrap();
    }
    assert_eq!((is_for_sale(shop, id).await, how_many(shop, centre).await), (None, 1));
    admission::set_confirmation(shop, centre, "bees", false).await.unwrap();
    studio::set_listing(shop, member, id, ListingStep::Publish)
        .await
        .unwrap();
    assert_eq!(
        (is_for_sale(shop, id).await, how_many(shop, centre).await),
        (Some(true), 0)
    );
});
