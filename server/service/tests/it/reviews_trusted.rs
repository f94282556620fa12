//! What all may trust of reviews: pictures that were taken away are gone, nobody speaks as the shop's own people, and an answer
//! is to what stands above it.

use domain::{Actor, CooperativeRole, HeldFor, HideReason, Locale, MediaId, ReviewState};
use service::{orders, reviews, unused_pictures, withdrawn_pictures};
use testing::{TestShop, both};

use crate::pictures::{file, send};
use crate::reviews::{Buyer, buyer, count, form, public};

const DAY: i64 = 86_400_000;

/// The file of the review's only picture, as its URL names it.
async fn picture_of(shop: &TestShop, buyer: &Buyer) -> (MediaId, String) {
    let (id, picture) = buyer.own(shop).await.photos.remove(0);
    (id, media::file_name(&picture.key, 320, media::Format::Jpeg))
}

/// Whether everybody gets it, whoever wrote the review, another buyer, and the Centre.
async fn seen(shop: &TestShop, name: &str, own: &Buyer, other: &Buyer, centre: Actor) -> [bool; 4] {
    let by = async |actor, cookie: &str| withdrawn_pictures::may_see(shop, actor, cookie, name).await.unwrap();
    let cookie = |buyer: &Buyer| orders::remember(shop, "", buyer.access.code());
    [
        withdrawn_pictures::is_for_all(shop, name).await.unwrap(),
        by(Actor::Shopper, &cookie(own)).await,
        by(Actor::Shopper, &cookie(other)).await,
        by(centre, "").await,
    ]
}

const ALL: [bool; 4] = [true, true, false, true];
const OWN: [bool; 4] = [false, true, false, true];
const CENTRE: [bool; 4] = [false, false, false, true];

both!(
    a_picture_goes_with_the_review_that_is_hidden_or_taken_back,
    async |shop| {
        let centre = shop.of_centre().await;
        let own = buyer(shop, &[("badam-500", "1")], 80).await;
        let other = buyer(shop, &[("badam-500", "1")], 81).await;
        own.says(shop, &form("5", "很好吃", "")).await.unwrap();
        other.says(shop, &form("5", "很好吃", "")).await.unwrap();
        assert_eq!(own.add_photo(shop, "red").await.unwrap(), None);
        let (_, name) = picture_of(shop, &own).await;
        let seen = async || seen(shop, &name, &own, &other, centre).await;
        assert_eq!(seen().await, ALL);

        let id = own.own(shop).await.id;
        reviews::hide(shop, centre, id, HideReason::Personal, "").await.unwrap();
        assert_eq!(seen().await, OWN);
        reviews::publish(shop, centre, id).await.unwrap();
        assert_eq!(seen().await, ALL);
        // What its writer makes of it waits for the Centre, and so does its picture.
        own.says(shop, &form("5", "13800138000", "")).await.unwrap();
        assert_eq!(seen().await, OWN);
        own.says(shop, &form("5", "很好吃", "")).await.unwrap();
        assert_eq!(seen().await, ALL);
        reviews::remove(shop, &own.access, own.lines[0]).await.unwrap();
        assert_eq!(seen().await, CENTRE);

        // Files are as old as the disk says, which knows nothing of the test's clock.
        shop.clock.advance(400 * DAY);
        unused_pictures::clear_unused(shop).await.unwrap();
        assert!(
            shop.pictures().read(&name).await.unwrap().is_none(),
            "at night its files go"
        );
    }
);

both!(a_picture_that_is_taken_away_alone_is_gone_as_well, async |shop| {
    let centre = shop.of_centre().await;
    let own = buyer(shop, &[("badam-500", "1")], 82).await;
    let other = buyer(shop, &[("badam-500", "1")], 83).await;
    own.says(shop, &form("5", "13800138000", "")).await.unwrap();
    own.add_photo(shop, "red").await.unwrap();
    let (id, name) = picture_of(shop, &own).await;
    assert_eq!(
        seen(shop, &name, &own, &other, centre).await,
        OWN,
        "with a review that is held"
    );
    reviews::publish(shop, centre, own.own(shop).await.id).await.unwrap();
    assert_eq!(seen(shop, &name, &own, &other, centre).await, ALL);
    reviews::remove_photo(shop, &own.access, own.lines[0], id)
        .await
        .unwrap();
    assert_eq!(seen(shop, &name, &own, &other, centre).await, CENTRE);
    // The same file with the goods themselves is the goods'.
    let member = shop.member_of("almonds").await;
    let product = shop.product("thin-shell-badam").await;
    assert_eq!(send(shop, member, product, &file("red")).await.unwrap(), None);
    assert_eq!(
        seen(shop, &name, &own, &other, centre).await,
        [true, false, false, true]
    );
});

both!(a_picture_that_something_else_shows_stays, async |shop| {
    let centre = shop.of_centre().await;
    let own = buyer(shop, &[("badam-500", "1")], 84).await;
    let other = buyer(shop, &[("badam-500", "1")], 85).await;
    for buyer in [&own, &other] {
        buyer.says(shop, &form("5", "很好吃", "")).await.unwrap();
        assert_eq!(buyer.add_photo(shop, "blue").await.unwrap(), None);
    }
    let (_, name) = picture_of(shop, &own).await;
    let id = own.own(shop).await.id;
    reviews::hide(shop, centre, id, HideReason::Personal, "").await.unwrap();
    assert!(withdrawn_pictures::is_for_all(shop, &name).await.unwrap());
    let id = other.own(shop).await.id;
    reviews::hide(shop, centre, id, HideReason::Personal, "").await.unwrap();
    assert!(!withdrawn_pictures::is_for_all(shop, &name).await.unwrap());
});

both!(nobody_writes_as_one_of_the_shops_own_people, async |shop| {
    let buyer = buyer(shop, &[("badam-500", "1")], 86).await;
    for name in [
        "官方客服",
        "巴达木里克 官 方",
        "Atención al cliente",
        "ＯＦＩＣＩＡＬ",
        "رەسمىي",
        "金巴旦合作社",
        "巴达木·中 心",
        "ياڭاق  دەرىسى",
    ] {
        buyer.says(shop, &form("5", "很好吃", name)).await.unwrap();
        let own = buyer.own(shop).await;
        assert_eq!(
            (own.state, own.held_for),
            (ReviewState::Held, Some(HeldFor::Name)),
            "{name}"
        );
        assert_eq!(count(shop).await, 0, "{name}");
    }
    for name in ["ئايگۈل", "阿依古丽", "María", ""] {
        buyer.says(shop, &form("5", "很好吃", name)).await.unwrap();
        assert_eq!(buyer.own(shop).await.state, ReviewState::Published, "{name}");
    }
});

both!(an_answer_says_that_the_review_was_another_one, async |shop| {
    let packer = shop.cooperative_member("almonds", CooperativeRole::Packer).await;
    let buyer = buyer(shop, &[("badam-500", "1")], 87).await;
    buyer.says(shop, &form("5", "很好吃", "")).await.unwrap();
    let id = buyer.own(shop).await.id;
    let answer = async || {
        let shown = public(shop, Locale::Zh, "thin-shell-badam").await;
        shown.newest[0].answer.clone().unwrap()
    };
    shop.clock.advance(1_000);
    reviews::answer(shop, packer, id, Locale::Zh, "谢谢您", None)
        .await
        .unwrap();
    assert!(!answer().await.is_older);
    shop.clock.advance(1_000);
    buyer.says(shop, &form("5", "很好吃", "")).await.unwrap();
    assert!(!answer().await.is_older, "sent again as it was");
    buyer.says(shop, &form("1", "很好吃", "")).await.unwrap();
    let older = answer().await;
    assert!(older.is_older);
    assert!(buyer.own(shop).await.answer.unwrap().is_older);
    shop.clock.advance(1_000);
    reviews::answer(shop, packer, id, Locale::Zh, "对不起", Some(older.at))
        .await
        .unwrap();
    assert!(!answer().await.is_older);
});
