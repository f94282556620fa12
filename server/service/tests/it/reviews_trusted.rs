//! What all may trust of reviews: pictures that were taken away are gone, nobody speaks as the shop's own people, and an answer
//! is to what stands above it.

use std::time::{Duration, Instant, SystemTime};

use domain::{Actor, CooperativeRole, ErrorCode, HeldFor, HideReason, Locale, MediaId, PictureRefusal, ReviewState};
use l10n::Texts;
use service::{Clock, Shop, ShopOptions, orders, reviews, unused_pictures, withdrawn_pictures};
use testing::{TestShop, both};

use crate::pictures::{file, send};
use crate::reviews::{Buyer, buyer, count, form, public};

const DAY: i64 = 86_400_000;

/// The file of the review's first picture, as its URL names it.
async fn picture_of(shop: &TestShop, buyer: &Buyer) -> (MediaId, String) {
    let (id, picture) = buyer.own(shop).await.photos.remove(0);
    (id, media::file_name(&picture.key, 320, media::Format::Jpeg))
}

/// The same of a picture of this colour, whoever sent it.
fn name_of(colour: &str) -> String {
    media::file_name(&media::sha_of(&file(colour)), 320, media::Format::Jpeg)
}

/// Whether everybody gets it, after the next look at the database.
async fn is_for_all(shop: &TestShop, name: &str) -> bool {
    shop.catch_up().await.unwrap();
    withdrawn_pictures::is_for_all(shop, name)
}

/// Whether everybody gets it, whoever wrote the review, another buyer, and the Centre.
async fn seen(shop: &TestShop, name: &str, own: &Buyer, other: &Buyer, centre: Actor) -> [bool; 4] {
    let by = async |actor, cookie: &str| withdrawn_pictures::may_see(shop, actor, cookie, name).await.unwrap();
    let cookie = |buyer: &Buyer| orders::remember(shop, "", buyer.access.code());
    [
        is_for_all(shop, name).await,
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
    assert!(is_for_all(shop, &name).await);
    let id = other.own(shop).await.id;
    reviews::hide(shop, centre, id, HideReason::Personal, "").await.unwrap();
    assert!(!is_for_all(shop, &name).await);
    // Whoever writes it into the database.
    shop.execute(format!("UPDATE reviews SET state = 'published' WHERE id = {id}"))
        .await;
    assert!(is_for_all(shop, &name).await);
});

both!(a_picture_that_is_sent_again_opens_no_address_again, async |shop| {
    let centre = shop.of_centre().await;
    let own = buyer(shop, &[("badam-500", "1")], 88).await;
    own.says(shop, &form("5", "很好吃", "")).await.unwrap();
    own.add_photo(shop, "red").await.unwrap();
    let (_, name) = picture_of(shop, &own).await;
    let id = own.own(shop).await.id;
    reviews::hide(shop, centre, id, HideReason::Personal, "").await.unwrap();
    assert!(!is_for_all(shop, &name).await);
    // With the review that is hidden.
    assert_eq!(own.add_photo(shop, "red").await.unwrap(), Some(PictureRefusal::Known));
    assert!(!is_for_all(shop, &name).await);
    // With another one, which then waits for the Centre with all its pictures.
    let other = buyer(shop, &[("badam-500", "1")], 89).await;
    other.says(shop, &form("5", "很好吃", "")).await.unwrap();
    other.add_photo(shop, "blue").await.unwrap();
    assert!(is_for_all(shop, &name_of("blue")).await);
    assert_eq!(other.add_photo(shop, "red").await.unwrap(), None);
    assert_eq!(other.own(shop).await.state, ReviewState::Held);
    // Whatever its writer says once more.
    for text in ["很好吃", "真的很好吃"] {
        for name in [name.clone(), name_of("blue")] {
            assert!(!is_for_all(shop, &name).await, "{name}");
        }
        other.says(shop, &form("5", text, "")).await.unwrap();
        assert_eq!(other.own(shop).await.state, ReviewState::Held, "{text}");
    }
    // Nor does one open it that waits for another reason, and then no longer.
    let third = buyer(shop, &[("badam-500", "1")], 95).await;
    third.says(shop, &form("5", "13800138000", "")).await.unwrap();
    assert_eq!(third.add_photo(shop, "red").await.unwrap(), None);
    third.says(shop, &form("5", "很好吃", "")).await.unwrap();
    assert_eq!(third.own(shop).await.state, ReviewState::Held);
    assert!(!is_for_all(shop, &name).await);
    // Without the picture it is as good as any.
    let (photo, _) = picture_of(shop, &third).await;
    reviews::remove_photo(shop, &third.access, third.lines[0], photo)
        .await
        .unwrap();
    third.says(shop, &form("5", "很好吃", "")).await.unwrap();
    assert_eq!(third.own(shop).await.state, ReviewState::Published);
    // What it decides of the second says nothing of the first.
    let second = other.own(shop).await.id;
    reviews::publish(shop, centre, second).await.unwrap();
    assert!(is_for_all(shop, &name).await);
    assert_eq!(own.own(shop).await.state, ReviewState::Hidden);
});

both!(what_a_review_does_not_take_is_at_no_address, async |shop| {
    let own = buyer(shop, &[("badam-500", "1")], 90).await;
    own.says(shop, &form("5", "很好吃", "")).await.unwrap();
    for colour in ["red", "green", "blue"] {
        own.add_photo(shop, colour).await.unwrap();
    }
    let full = own.add_photo(shop, "white").await;
    assert_eq!(full.unwrap_err().code(), ErrorCode::PicturesFull);
    assert!(!is_for_all(shop, &name_of("white")).await);
    // There is place for it again.
    let (id, _) = picture_of(shop, &own).await;
    reviews::remove_photo(shop, &own.access, own.lines[0], id)
        .await
        .unwrap();
    assert_eq!(own.add_photo(shop, "white").await.unwrap(), None);
    assert!(is_for_all(shop, &name_of("white")).await);
});

both!(a_review_takes_no_picture_from_goods, async |shop| {
    let centre = shop.of_centre().await;
    let own = buyer(shop, &[("badam-500", "1")], 91).await;
    let other = buyer(shop, &[("badam-500", "1")], 92).await;
    let (almonds, bees) = (shop.member_of("almonds").await, shop.member_of("bees").await);
    let product = shop.product("thin-shell-badam").await;
    assert_eq!(send(shop, almonds, product, &file("red")).await.unwrap(), None);
    own.says(shop, &form("5", "13800138000", "")).await.unwrap();
    assert_eq!(own.add_photo(shop, "red").await.unwrap(), None);
    let (id, name) = picture_of(shop, &own).await;
    assert_eq!(seen(shop, &name, &own, &other, centre).await, ALL);
    // Taken off the goods it is a review's that waits; whoever sent it for the goods still sees it.
    shop.execute(format!("DELETE FROM product_media WHERE media_id = {id}"))
        .await;
    assert_eq!(seen(shop, &name, &own, &other, centre).await, OWN);
    for (member, expected) in [(almonds, true), (bees, false)] {
        let sees = withdrawn_pictures::may_see(shop, member, "", &name).await.unwrap();
        assert_eq!(sees, expected);
    }
});

both!(
    every_program_knows_within_a_second_whose_pictures_are_gone,
    async |shop| {
        let centre = shop.of_centre().await;
        let own = buyer(shop, &[("badam-500", "1")], 93).await;
        own.says(shop, &form("5", "很好吃", "")).await.unwrap();
        own.add_photo(shop, "red").await.unwrap();
        let (_, name) = picture_of(shop, &own).await;
        let id = own.own(shop).await.id;
        let open = async || {
            let options = ShopOptions {
                db: shop.place.open().await,
                texts: Texts::built_in(),
                clock: Clock::system(),
                pictures: shop.pictures().clone(),
                secret: [7; 32],
            };
            Shop::open(options).await.unwrap()
        };
        let knows = async |other: &Shop, is_for_all: bool| {
            let started = Instant::now();
            while withdrawn_pictures::is_for_all(other, &name) != is_for_all {
                assert!(started.elapsed() < Duration::from_secs(1), "is for all: {is_for_all}");
                tokio::time::sleep(Duration::from_millis(20)).await;
                other.catch_up().await.unwrap();
            }
        };
        let other = open().await;
        assert!(withdrawn_pictures::is_for_all(&other, &name));
        reviews::hide(shop, centre, id, HideReason::Personal, "").await.unwrap();
        knows(&other, false).await;
        let started_later = open().await;
        assert!(!withdrawn_pictures::is_for_all(&started_later, &name), "from the start");
        reviews::publish(shop, centre, id).await.unwrap();
        for program in [other, started_later] {
            knows(&program, true).await;
            program.db().clone().close().await;
        }
    }
);

both!(a_picture_is_known_to_be_gone_as_long_as_a_file_is_left, async |shop| {
    let own = buyer(shop, &[("badam-500", "1")], 94).await;
    own.says(shop, &form("5", "很好吃", "")).await.unwrap();
    own.add_photo(shop, "red").await.unwrap();
    let (_, name) = picture_of(shop, &own).await;
    reviews::remove(shop, &own.access, own.lines[0]).await.unwrap();
    // A size that was made when the others were there for long.
    let path = shop.place.folder().join("media").join(&name);
    let written = |at: SystemTime| {
        let file = std::fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(at).unwrap();
    };
    written(SystemTime::now() + Duration::from_hours(24 * 1_000));
    shop.clock.advance(400 * DAY);
    unused_pictures::clear_unused(shop).await.unwrap();
    assert!(shop.pictures().read(&name).await.unwrap().is_some());
    assert!(!is_for_all(shop, &name).await);
    written(SystemTime::now());
    unused_pictures::clear_unused(shop).await.unwrap();
    assert!(shop.pictures().read(&name).await.unwrap().is_none());
    let rows = format!(
        "SELECT count(*) FROM media WHERE sha = '{}'",
        media::sha_of(&file("red"))
    );
    assert_eq!(shop.number(&rows).await, 0);
});

both!(nobody_writes_as_one_of_the_shops_own_people, async |shop| {
    let buyer = buyer(shop, &[("badam-500", "1")], 86).await;
    for name in [
        "官方客服",
        "巴达木里克 官 方",
        "管理員",
        "Atención al cliente",
        "atencion  al  cliente",
        "ＯＦＩＣＩＡＬ",
        "o f i c i a l",
        "0fісiаl",
        "رەسمىي",
        "ر ە س م ى ي",
        "رەســمیي",
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
    for name in [
        "ئايگۈل",
        "阿依古丽",
        "María",
        "Ofelia",
        "Антон",
        "چوڭ ئانا",
        "小官",
        "1988",
        "",
    ] {
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
