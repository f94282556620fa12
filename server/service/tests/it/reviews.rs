//! What buyers say about goods they got: who may, once, with which pictures, and what all read. What becomes of it is in
//! `reviews_decided.rs`.

use domain::{
    CooperativeRole, ErrorCode, FieldCode, Locale, Membership, OrderLineId, PictureRefusal, Province, ReviewState,
    Stars, WrittenIn,
};
use service::checkout::CheckoutForm;
use service::orders::{self, OrderAccess};
use service::reviews::{
    self, LineReview, OwnReview, ProductReviews, PublicFilter, ReviewAuthor, ReviewForm, ReviewPlace, ReviewStanding,
};
use service::{Error, Network, studio, unused_pictures};
use testing::{Bought, TestShop, both};

use crate::pictures::file;

const DAY: i64 = 86_400_000;

/// A buyer with an order that was handed over, or not yet.
pub(crate) struct Buyer {
    pub access: OrderAccess,
    pub lines: Vec<OrderLineId>,
}

async fn buyer_of(shop: &TestShop, goods: &[(&str, &str)], form: CheckoutForm) -> (Bought, Buyer) {
    let bought = shop.buy(goods, form).await;
    let access = shop.access(&bought).await;
    let group = orders::view(shop, Locale::Zh, &access).await.unwrap();
    let lines = group.orders.iter().flat_map(|order| &order.lines);
    let buyer = Buyer {
        lines: lines.map(|line| line.id).collect(),
        access,
    };
    (bought, buyer)
}

/// Somebody to whom these goods were handed over; the last digits of the phone are the caller's.
pub(crate) async fn buyer(shop: &TestShop, goods: &[(&str, &str)], digits: u32) -> Buyer {
    let form = CheckoutForm {
        phone: format!("1370000{digits:04}"),
        ..shop.to_address("44")
    };
    let (bought, buyer) = buyer_of(shop, goods, form).await;
    let reference = orders::view(shop, Locale::Zh, &buyer.access)
        .await
        .unwrap()
        .payment_reference;
    orders::mark_paid(shop, &reference).await.unwrap();
    for (order, cooperative) in shop.orders_of(&bought.code).await.into_iter().zip(["almonds", "bees"]) {
        let member = shop.member_of(cooperative).await;
        for step in ["accept", "pack", "dispatch", "deliver"] {
            studio::move_on(shop, member, order, step.into()).await.unwrap();
        }
    }
    buyer
}

pub(crate) fn form(stars: &str, text: &str, name: &str) -> ReviewForm {
    ReviewForm {
        stars: stars.to_owned(),
        text: text.to_owned(),
        name: name.to_owned(),
    }
}

impl Buyer {
    pub async fn says(&self, shop: &TestShop, form: &ReviewForm) -> service::Result<()> {
        reviews::write(shop, &Network::unknown(), &self.access, self.lines[0], Locale::Ug, form).await
    }

    pub async fn place(&self, shop: &TestShop) -> ReviewPlace {
        reviews::place(shop, &self.access, self.lines[0]).await.unwrap()
    }

    pub async fn own(&self, shop: &TestShop) -> OwnReview {
        self.place(shop).await.own.unwrap()
    }

    pub async fn add_photo(&self, shop: &TestShop, colour: &str) -> service::Result<Option<PictureRefusal>> {
        let mut incoming = reviews::receive_photo(shop, &Network::unknown(), &self.access, self.lines[0]).await?;
        for part in file(colour).chunks(10_000) {
            incoming.push(part).await?;
        }
        Ok(reviews::add_photo(shop, incoming).await?.err())
    }
}

pub(crate) async fn public(shop: &TestShop, locale: Locale, slug: &str) -> ProductReviews {
    let product = shop.product(slug).await;
    reviews::of_product(shop, locale, product).await.unwrap()
}

pub(crate) async fn count(shop: &TestShop) -> u64 {
    public(shop, Locale::Zh, "thin-shell-badam").await.summary.count()
}

#[track_caller]
pub(crate) fn wrong(answer: service::Result<()>, field: &str) -> Option<FieldCode> {
    match answer {
        Err(Error::Fields(errors)) => errors.of(field),
        other => panic!("{other:?}"),
    }
}

both!(who_got_the_goods_says_how_they_were_and_all_read_it, async |shop| {
    let buyer = buyer(shop, &[("badam-500", "1")], 1).await;
    let before = buyer.place(shop).await;
    assert_eq!(before.standing, ReviewStanding::May);
    assert_eq!(before.author, ReviewAuthor::From(Province::Guangdong));
    assert_eq!(before.slug.as_deref(), Some("thin-shell-badam"));
    assert!(before.own.is_none());
    let said = reviews::of_order(shop, &buyer.access).await.unwrap();
    assert_eq!(said[&buyer.lines[0]], LineReview::Ask);

    for (stars, text, field, code) in [
        ("", "", "stars", FieldCode::Required),
        ("6", "", "stars", FieldCode::InvalidChoice),
        ("٥", "", "stars", FieldCode::InvalidChoice),
    ] {
        assert_eq!(wrong(buyer.says(shop, &form(stars, text, "")).await, field), Some(code));
    }
    let long = "好".repeat(1_001);
    assert_eq!(
        wrong(buyer.says(shop, &form("5", &long, "")).await, "text"),
        Some(FieldCode::TooLong)
    );
    let long = "x".repeat(61);
    assert_eq!(
        wrong(buyer.says(shop, &form("5", "", &long)).await, "name"),
        Some(FieldCode::TooLong)
    );
    assert_eq!(count(shop).await, 0);

    buyer.says(shop, &form("5", " بەك تاتلىق ئىكەن \n", "")).await.unwrap();
    let reviews = public(shop, Locale::Ug, "thin-shell-badam").await;
    assert_eq!(reviews.summary.average_tenths(), Some(50));
    let shown = &reviews.newest[0];
    assert_eq!(shown.stars.get(), 5);
    let words = shown.words.as_ref().unwrap();
    assert_eq!((words.text.as_str(), words.lang), ("بەك تاتلىق ئىكەن", WrittenIn::Ug));
    assert_eq!(shown.author, ReviewAuthor::From(Province::Guangdong));
    assert_eq!(buyer.own(shop).await.state, ReviewState::Published);
    let said = reviews::of_order(shop, &buyer.access).await.unwrap();
    assert_eq!(
        said[&buyer.lines[0]],
        LineReview::Written(Stars::new(5).unwrap(), ReviewState::Published)
    );
    // Neither who it was nor how to reach them.
    let row = "SELECT count(*) FROM reviews WHERE name <> '' OR text LIKE '%1370000%'";
    assert_eq!(shop.number(row).await, 0);
    // Another product has none.
    assert_eq!(
        public(shop, Locale::Ug, "badam-kernel").await,
        ProductReviews::default()
    );
});

both!(nobody_else_writes_and_nobody_before_the_goods_are_there, async |shop| {
    let (_, waiting) = buyer_of(shop, &[("badam-500", "1")], shop.to_station()).await;
    assert_eq!(waiting.place(shop).await.standing, ReviewStanding::NotYet);
    assert!(reviews::of_order(shop, &waiting.access).await.unwrap().is_empty());
    let refused = waiting.says(shop, &form("5", "", "")).await;
    assert_eq!(refused.unwrap_err().code(), ErrorCode::InvalidTransition);

    let buyer = buyer(shop, &[("badam-500", "1")], 2).await;
    let others = reviews::write(
        shop,
        &Network::unknown(),
        &waiting.access,
        buyer.lines[0],
        Locale::Zh,
        &form("1", "", ""),
    )
    .await;
    assert!(matches!(others, Err(Error::NotFound)));
    assert!(matches!(
        reviews::place(shop, &waiting.access, buyer.lines[0]).await,
        Err(Error::NotFound)
    ));
    // Half a year later it is over.
    shop.clock.advance(181 * DAY);
    assert_eq!(buyer.place(shop).await.standing, ReviewStanding::Over);
    let refused = buyer.says(shop, &form("5", "", "")).await;
    assert_eq!(refused.unwrap_err().code(), ErrorCode::InvalidTransition);
    assert!(reviews::of_order(shop, &buyer.access).await.unwrap().is_empty());
    assert_eq!(count(shop).await, 0);
});

both!(whoever_sells_goods_does_not_judge_them, async |shop| {
    let buyer = buyer(shop, &[("badam-500", "1"), ("honey-333", "1")], 3).await;
    let almonds = shop.cooperative("almonds").await;
    let packer = Membership::Cooperative(almonds, CooperativeRole::Packer);
    shop.person_with(packer, "+8613700000003", "correct horse").await;
    assert_eq!(buyer.place(shop).await.standing, ReviewStanding::OwnGoods);
    let refused = buyer.says(shop, &form("5", "", "")).await;
    assert_eq!(refused.unwrap_err().code(), ErrorCode::InvalidTransition);
    assert_eq!(count(shop).await, 0);
    // The other cooperative's goods they bought like anybody else.
    let said = reviews::of_order(shop, &buyer.access).await.unwrap();
    assert_eq!(said.len(), 1);
    assert_eq!(said[&buyer.lines[1]], LineReview::Ask);
});

both!(
    a_product_is_reviewed_once_an_order_and_changed_for_a_month,
    async |shop| {
        let buyer = buyer(shop, &[("badam-500", "1"), ("badam-1000", "1")], 4).await;
        buyer.says(shop, &form("2", "قاتتىق ئىكەن", "")).await.unwrap();
        buyer.says(shop, &form("4", "ياخشى ئىكەن", "ئايگۈل")).await.unwrap();
        // The other size is the same product.
        let other = reviews::place(shop, &buyer.access, buyer.lines[1]).await.unwrap();
        assert_eq!(other.own.unwrap().text, "ياخشى ئىكەن");
        let reviews = public(shop, Locale::Ug, "thin-shell-badam").await;
        assert_eq!(
            (reviews.summary.count(), reviews.summary.average_tenths()),
            (1, Some(40))
        );
        assert_eq!(reviews.newest[0].author, ReviewAuthor::Named("ئايگۈل".to_owned()));

        shop.clock.advance(30 * DAY);
        assert!(!buyer.own(shop).await.may_edit);
        let refused = buyer.says(shop, &form("1", "", "")).await;
        assert_eq!(refused.unwrap_err().code(), ErrorCode::InvalidTransition);
        // It can be taken back all the same, and written anew.
        reviews::remove(shop, &buyer.access, buyer.lines[0]).await.unwrap();
        reviews::remove(shop, &buyer.access, buyer.lines[0]).await.unwrap();
        assert_eq!(count(shop).await, 0);
        assert!(buyer.place(shop).await.own.is_none());
        let left = "SELECT count(*) FROM reviews WHERE text <> '' OR name <> ''";
        assert_eq!(shop.number(left).await, 0);
        buyer.says(shop, &form("3", "", "")).await.unwrap();
        assert_eq!(count(shop).await, 1);
        assert_eq!(shop.number("SELECT count(*) FROM reviews").await, 1);
    }
);

both!(the_page_shows_those_first_that_say_most_to_its_reader, async |shop| {
    for (digits, stars, text) in [
        (20, "5", "很好吃"),
        (21, "4", "Muy ricas, las compro siempre"),
        (22, "3", ""),
        (23, "5", "بەك ياخشى ئىكەن"),
    ] {
        let buyer = buyer(shop, &[("badam-500", "1")], digits).await;
        buyer.says(shop, &form(stars, text, "")).await.unwrap();
        if digits == 21 {
            assert_eq!(buyer.add_photo(shop, "red").await.unwrap(), None);
        }
        shop.clock.advance(1_000);
    }
    let langs = async |locale| {
        let reviews = public(shop, locale, "thin-shell-badam").await;
        let words = reviews
            .newest
            .into_iter()
            .map(|review| review.words.map(|words| words.lang));
        words.collect::<Vec<_>>()
    };
    let (ug, zh, es) = (Some(WrittenIn::Ug), Some(WrittenIn::Zh), Some(WrittenIn::Es));
    assert_eq!(langs(Locale::Ug).await, [ug, es, zh]);
    assert_eq!(langs(Locale::Es).await, [es, ug, zh]);

    let product = shop.product("thin-shell-badam").await;
    let page = async |filter| {
        let page = reviews::page_of_product(shop, Locale::Zh, product, filter, 1)
            .await
            .unwrap();
        page.reviews.iter().map(|review| review.stars.get()).collect::<Vec<_>>()
    };
    let all = PublicFilter::default();
    assert_eq!(page(all).await, [5, 5, 3, 4], "the page's language, then the newest");
    assert_eq!(
        page(PublicFilter {
            with_photo: true,
            ..all
        })
        .await,
        [4]
    );
    assert_eq!(page(PublicFilter { lang: es, ..all }).await, [4]);
    let stars = Stars::new(5);
    assert_eq!(page(PublicFilter { stars, ..all }).await, [5, 5]);
    assert_eq!(page(PublicFilter { stars, lang: es, ..all }).await, Vec::<u8>::new());
    let beyond = reviews::page_of_product(shop, Locale::Zh, product, all, 9)
        .await
        .unwrap();
    assert_eq!((beyond.page, beyond.pages, beyond.reviews.len()), (1, 1, 4));
    assert_eq!(beyond.summary.average_tenths(), Some(43), "4.25");
});

both!(photos_are_made_anew_counted_and_cleared_away, async |shop| {
    let buyer = buyer(shop, &[("badam-500", "1")], 30).await;
    let nothing = reviews::receive_photo(shop, &Network::unknown(), &buyer.access, buyer.lines[0]).await;
    assert!(matches!(nothing, Err(Error::NotFound)), "first the stars");
    buyer.says(shop, &form("5", "", "")).await.unwrap();
    for colour in ["red", "green", "blue"] {
        assert_eq!(buyer.add_photo(shop, colour).await.unwrap(), None, "{colour}");
        shop.clock.advance(1_000);
    }
    let full = buyer.add_photo(shop, "white").await;
    assert_eq!(full.unwrap_err().code(), ErrorCode::PicturesFull);
    let own = buyer.own(shop).await;
    assert_eq!(own.photos.len(), 3);
    let shown = public(shop, Locale::Ug, "thin-shell-badam").await;
    assert_eq!(shown.newest[0].photos.len(), 3);
    reviews::remove_photo(shop, &buyer.access, buyer.lines[0], own.photos[0].0)
        .await
        .unwrap();
    assert_eq!(
        buyer.add_photo(shop, "green").await.unwrap(),
        Some(PictureRefusal::Known)
    );
    let mut broken = reviews::receive_photo(shop, &Network::unknown(), &buyer.access, buyer.lines[0])
        .await
        .unwrap();
    broken.push(b"<html><script>alert(1)</script>").await.unwrap();
    let refused = reviews::add_photo(shop, broken).await.unwrap();
    assert_eq!(refused, Err(PictureRefusal::NotAPicture));
    assert_eq!(buyer.own(shop).await.photos.len(), 2);

    // Pictures of reviews stay, those of nothing go.
    let files = async || {
        let rows = buyer.own(shop).await.photos;
        let names = rows
            .iter()
            .map(|(_, picture)| media::file_name(&picture.key, 640, media::Format::Webp));
        names.collect::<Vec<_>>()
    };
    let kept = files().await;
    shop.clock.advance(2 * DAY);
    unused_pictures::clear_unused(shop).await.unwrap();
    for name in &kept {
        assert!(shop.pictures().read(name).await.unwrap().is_some(), "{name}");
    }
    assert_eq!(
        shop.number("SELECT count(*) FROM review_photos p JOIN media m ON m.id = p.media_id")
            .await,
        2
    );
    reviews::remove(shop, &buyer.access, buyer.lines[0]).await.unwrap();
    assert_eq!(shop.number("SELECT count(*) FROM review_photos").await, 0);
});

both!(one_phone_does_not_write_all_day, async |shop| {
    let buyer = buyer(shop, &[("badam-500", "1")], 40).await;
    let mut written = 0;
    let refused = loop {
        match buyer.says(shop, &form("5", &format!("ياخشى {written}"), "")).await {
            Ok(()) => written += 1,
            Err(error) => break error,
        }
        assert!(written < 100);
    };
    assert!(matches!(refused, Error::TooMany { .. }), "{refused:?}");
    assert!(written >= 10, "{written}");
    shop.clock.advance(DAY);
    buyer.says(shop, &form("5", "ياخشى", "")).await.unwrap();
});
