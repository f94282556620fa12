//! What becomes of reviews: held, hidden, reported, answered, forgotten; and which pages are made anew for it.

use domain::{
    Actor, CentreRole, CooperativeRole, ErrorCode, FieldCode, HeldFor, HideReason, Locale, Membership, ProductId,
    ReviewFilter, ReviewId, ReviewState, WrittenIn,
};
use service::catalog::{self, ListQuery};
use service::centre::waits;
use service::reviews::{self, ReviewStanding};
use service::{Error, Network, messages, orders, retention, studio};
use testing::both;

use crate::restock::there;
use crate::reviews::{buyer, count, form, public, wrong};

const DAY: i64 = 86_400_000;

both!(ways_out_of_the_shop_wait_for_the_centre, async |shop| {
    let centre = shop.of_centre().await;
    let buyer = buyer(shop, &[("badam-500", "1")], 5).await;
    buyer.says(shop, &form("5", "加我微信 13800138000", "")).await.unwrap();
    let own = buyer.own(shop).await;
    assert_eq!((own.state, own.held_for), (ReviewState::Held, Some(HeldFor::Phone)));
    assert_eq!(count(shop).await, 0);
    let held = reviews::list_held(shop, centre, Locale::Zh).await.unwrap();
    assert_eq!(held.rows.len(), 1);
    assert_eq!(held.rows[0].held_for, Some(HeldFor::Phone));
    assert_eq!(held.rows[0].product_slug, "thin-shell-badam");
    assert_eq!(waits(shop, centre).await.unwrap().texts, 1);
    // Without the number nobody has to look.
    buyer.says(shop, &form("5", "很好吃", "")).await.unwrap();
    assert_eq!(count(shop).await, 1);
    // A name may be a way out as well.
    buyer.says(shop, &form("5", "很好吃", "badam.cn")).await.unwrap();
    assert_eq!(buyer.own(shop).await.held_for, Some(HeldFor::Link));
    assert_eq!(count(shop).await, 0);
    reviews::publish(shop, centre, own.id).await.unwrap();
    assert_eq!(count(shop).await, 1);
    let again = reviews::publish(shop, centre, own.id).await;
    assert_eq!(again.unwrap_err().code(), ErrorCode::InvalidTransition);
    assert_eq!(
        shop.number("SELECT count(*) FROM audit_events WHERE action = 'review.publish'")
            .await,
        1
    );
});

both!(
    the_centre_hides_with_a_reason_and_looks_again_at_what_is_written_anew,
    async |shop| {
        let centre = shop.of_centre().await;
        let buyer = buyer(shop, &[("badam-500", "1")], 6).await;
        buyer.says(shop, &form("1", "骗子", "")).await.unwrap();
        let id = buyer.own(shop).await.id;
        let long = "x".repeat(301);
        let refused = reviews::hide(shop, centre, id, HideReason::Insult, &long).await;
        assert_eq!(wrong(refused, "words"), Some(FieldCode::TooLong));
        reviews::hide(shop, centre, id, HideReason::Insult, "请文明评价")
            .await
            .unwrap();
        let own = buyer.own(shop).await;
        assert_eq!(own.state, ReviewState::Hidden);
        assert_eq!(own.hidden, Some((HideReason::Insult, "请文明评价".to_owned())));
        assert_eq!(count(shop).await, 0, "nobody counts it");
        for again in [
            reviews::hide(shop, centre, id, HideReason::Insult, "").await,
            reviews::keep(shop, centre, id).await,
        ] {
            assert_eq!(again.unwrap_err().code(), ErrorCode::InvalidTransition);
        }
        // Neither another text nor taking it back in between passes by the Centre.
        buyer.says(shop, &form("2", "不好吃", "")).await.unwrap();
        let own = buyer.own(shop).await;
        assert_eq!((own.state, own.held_for), (ReviewState::Held, None));
        reviews::remove(shop, &buyer.access, buyer.lines[0]).await.unwrap();
        let gone = reviews::publish(shop, centre, id).await;
        assert!(matches!(gone, Err(Error::NotFound)), "{gone:?}");
        buyer.says(shop, &form("2", "不好吃", "")).await.unwrap();
        assert_eq!(buyer.own(shop).await.state, ReviewState::Held);
        reviews::publish(shop, centre, id).await.unwrap();
        assert_eq!(count(shop).await, 1);
        buyer.says(shop, &form("3", "一般", "")).await.unwrap();
        assert_eq!(count(shop).await, 1, "what the Centre let through is as good as any");
        let noted = "SELECT count(*) FROM audit_events WHERE action = 'review.hide' AND detail LIKE 'review:%insult'";
        assert_eq!(shop.number(noted).await, 1);
    }
);

both!(what_is_reported_is_listed_and_never_hidden_by_a_crowd, async |shop| {
    let centre = shop.member(Membership::Centre(CentreRole::Support)).await;
    let buyer = buyer(shop, &[("badam-500", "1")], 7).await;
    buyer.says(shop, &form("1", "难吃", "")).await.unwrap();
    let id = buyer.own(shop).await.id;
    let from = |last: u8| Network::of([192, 0, 2, last].into());
    for last in [1, 1, 1, 2, 3, 4, 5] {
        reviews::report(shop, &from(last), "thin-shell-badam", id)
            .await
            .unwrap();
    }
    let reported = reviews::list_reported(shop, centre, Locale::Zh).await.unwrap();
    assert_eq!(reported.rows[0].reports, 5, "once a network");
    assert_eq!(count(shop).await, 1);
    assert!(matches!(
        reviews::report(shop, &from(6), "wild-honey", id).await,
        Err(Error::NotFound)
    ));
    reviews::keep(shop, centre, id).await.unwrap();
    assert_eq!(waits(shop, centre).await.unwrap().texts, 0);
    // Who said it before says nothing new.
    reviews::report(shop, &from(1), "thin-shell-badam", id).await.unwrap();
    assert_eq!(waits(shop, centre).await.unwrap().texts, 0);
    // One network does not report all there is.
    let mut taken = 0;
    while reviews::report(shop, &from(9), "thin-shell-badam", id).await.is_ok() {
        taken += 1;
        assert!(taken < 100);
    }
    assert!(taken >= 20, "{taken}");
});

both!(who_may_not_decide_or_answer_finds_nothing, async |shop| {
    let buyer = buyer(shop, &[("badam-500", "1")], 8).await;
    buyer.says(shop, &form("3", "还行", "")).await.unwrap();
    let id = buyer.own(shop).await.id;
    let finance = shop.member(Membership::Centre(CentreRole::Finance)).await;
    let owner = shop.member_of("almonds").await;
    for actor in [Actor::Anonymous, finance, owner] {
        assert!(matches!(
            reviews::list_held(shop, actor, Locale::Zh).await,
            Err(Error::NotFound)
        ));
        assert!(matches!(
            reviews::hide(shop, actor, id, HideReason::Untrue, "").await,
            Err(Error::NotFound)
        ));
        assert!(matches!(reviews::publish(shop, actor, id).await, Err(Error::NotFound)));
    }
    let host = shop.cooperative_member("almonds", CooperativeRole::Host).await;
    let bees = shop.member_of("bees").await;
    for actor in [Actor::Anonymous, finance, host, bees] {
        assert!(matches!(
            reviews::answer(shop, actor, id, Locale::Zh, "谢谢", None).await,
            Err(Error::NotFound)
        ));
    }
    assert!(matches!(
        reviews::find_of_cooperative(shop, bees, Locale::Zh, id).await,
        Err(Error::NotFound)
    ));
});

both!(a_cooperative_finds_what_waits_and_answers_it, async |shop| {
    let packer = shop.cooperative_member("almonds", CooperativeRole::Packer).await;
    let mut ids = Vec::new();
    for (digits, stars, text) in [(10, "5", ""), (11, "5", "很好吃"), (12, "2", "")] {
        let buyer = buyer(shop, &[("badam-500", "1")], digits).await;
        buyer.says(shop, &form(stars, text, "")).await.unwrap();
        ids.push(buyer.own(shop).await.id);
    }
    let list = async |filter, after| {
        let list = reviews::of_cooperative(shop, packer, Locale::Zh, filter, after)
            .await
            .unwrap();
        list.rows.iter().map(|row| row.review.id).collect::<Vec<ReviewId>>()
    };
    let unanswered = async || {
        let home = studio::home(shop, packer, Locale::Zh).await.unwrap();
        home.reviews.number
    };
    assert_eq!(list(ReviewFilter::All, None).await, [ids[2], ids[1], ids[0]]);
    assert_eq!(list(ReviewFilter::All, Some(ids[1])).await, [ids[0]]);
    assert_eq!(list(ReviewFilter::LowStars, None).await, [ids[2]]);
    // Good stars alone need no answer.
    assert_eq!(list(ReviewFilter::Unanswered, None).await, [ids[2], ids[1]]);
    assert_eq!(unanswered().await, 2);

    let say = async |text: &str| {
        let row = reviews::find_of_cooperative(shop, packer, Locale::Zh, ids[1]).await;
        let seen = row.ok().and_then(|row| row.review.answer).map(|answer| answer.at);
        reviews::answer(shop, packer, ids[1], Locale::Zh, text, seen).await
    };
    assert_eq!(wrong(say("  ").await, "text"), Some(FieldCode::Required));
    say("Gracias por todo").await.unwrap();
    say("谢谢您").await.unwrap();
    let shown = public(shop, Locale::Zh, "thin-shell-badam").await;
    let answer = shown.newest[0].answer.clone().unwrap();
    assert_eq!(
        (answer.words.text.as_str(), answer.words.lang),
        ("谢谢您", WrittenIn::Zh)
    );
    assert_eq!(unanswered().await, 1);
    say("").await.unwrap();
    assert_eq!(unanswered().await, 2);
    let noted = "SELECT count(*) FROM audit_events WHERE action = 'review.answer' AND object LIKE 'product:%'";
    assert_eq!(shop.number(noted).await, 3);

    let centre = shop.of_centre().await;
    reviews::hide(shop, centre, ids[1], HideReason::Insult, "")
        .await
        .unwrap();
    let late = say("谢谢您").await.unwrap_err();
    assert_eq!(late.code(), ErrorCode::InvalidTransition, "hidden meanwhile");
});

both!(what_is_said_stays_when_it_is_forgotten_who_bought, async |shop| {
    let buyer = buyer(shop, &[("badam-500", "1")], 50).await;
    buyer.says(shop, &form("4", "ياخشى ئىكەن", "")).await.unwrap();
    let taken_back = self::buyer(shop, &[("badam-500", "1")], 51).await;
    taken_back.says(shop, &form("1", "", "")).await.unwrap();
    reviews::remove(shop, &taken_back.access, taken_back.lines[0])
        .await
        .unwrap();
    let id = buyer.own(shop).await.id;
    reviews::report(shop, &Network::unknown(), "thin-shell-badam", id)
        .await
        .unwrap();

    retention::sweep(shop).await.unwrap();
    shop.clock.advance(731 * DAY);
    let last = shop.now() - 600_000;
    shop.execute(format!(
        "UPDATE settings SET value = '{last}' WHERE name = 'retention-at'"
    ))
    .await;
    retention::sweep(shop).await.unwrap();
    assert_eq!(
        shop.number("SELECT count(*) FROM order_groups WHERE phone <> ''").await,
        0
    );
    let linked = "SELECT count(*) FROM reviews WHERE order_id IS NOT NULL";
    assert_eq!(shop.number(linked).await, 0);
    assert_eq!(
        shop.number("SELECT count(*) FROM reviews").await,
        1,
        "the other one is gone"
    );
    assert_eq!(shop.number("SELECT count(*) FROM review_reports").await, 0);
    let shown = public(shop, Locale::Ug, "thin-shell-badam").await;
    assert_eq!(shown.newest[0].words.as_ref().unwrap().text, "ياخشى ئىكەن");
    // Whoever still has the link finds nothing of it there.
    let place = buyer.place(shop).await;
    assert_eq!(place.standing, ReviewStanding::Over);
    assert!(place.own.is_none());
    assert!(
        orders::view(shop, Locale::Zh, &buyer.access)
            .await
            .unwrap()
            .buyer_name
            .is_empty()
    );
});

both!(
    a_review_makes_the_pages_of_its_product_anew_and_no_others,
    async |shop| {
        let centre = shop.of_centre().await;
        let buyer = buyer(shop, &[("badam-500", "1")], 60).await;
        let (own, other) = (shop.product("thin-shell-badam").await, shop.product("wild-honey").await);
        let versions = async || {
            let all = shop.db().public_versions().await.unwrap();
            let of = |product: ProductId| all.product(product.get());
            ((of(own), all.cards), (of(other), all.directory))
        };
        let ((mut before, mut lists), rest) = versions().await;
        let mut changed = async |what: &str, expected: bool, of_lists: bool| {
            let ((now, cards), others) = versions().await;
            assert_eq!(now != before, expected, "{what}");
            assert_eq!(cards != lists, of_lists, "{what}: they show the average");
            assert_eq!(others, rest, "{what}");
            (before, lists) = (now, cards);
        };
        buyer.says(shop, &form("5", "13800138000", "")).await.unwrap();
        changed("held", false, false).await;
        let id = buyer.own(shop).await.id;
        reviews::publish(shop, centre, id).await.unwrap();
        changed("published", true, true).await;
        reviews::report(shop, &Network::unknown(), "thin-shell-badam", id)
            .await
            .unwrap();
        changed("reported", false, false).await;
        buyer.add_photo(shop, "red").await.unwrap();
        changed("a photo", true, false).await;
        let member = shop.member_of("almonds").await;
        reviews::answer(shop, member, id, Locale::Zh, "谢谢", None)
            .await
            .unwrap();
        changed("answered", true, false).await;
        reviews::hide(shop, centre, id, HideReason::Advertising, "")
            .await
            .unwrap();
        changed("hidden", true, true).await;
        reviews::remove(shop, &buyer.access, buyer.lines[0]).await.unwrap();
        changed("removed while nobody saw it", false, false).await;
        shop.execute("DELETE FROM reviews").await;
        changed("gone", false, false).await;
    }
);

both!(lists_say_how_goods_are_judged, async |shop| {
    let centre = shop.of_centre().await;
    let one = buyer(shop, &[("badam-500", "1")], 61).await;
    let other = buyer(shop, &[("badam-500", "1")], 62).await;
    let rating = async || {
        let list = catalog::list(shop, &ListQuery::new(Locale::Es)).await.unwrap();
        let mut rated = list
            .cards
            .into_iter()
            .filter_map(|card| Some((card.slug, card.rating?)));
        let found = rated.next();
        assert!(rated.next().is_none(), "other goods have none");
        found.map(|(slug, rating)| {
            assert_eq!(slug, "thin-shell-badam");
            (rating.count, rating.tenths)
        })
    };
    assert_eq!(rating().await, None);
    one.says(shop, &form("5", "13800138000", "")).await.unwrap();
    assert_eq!(rating().await, None, "it waits for the Centre");
    one.says(shop, &form("5", "", "")).await.unwrap();
    assert_eq!(rating().await, Some((1, 50)));
    other.says(shop, &form("4", "", "")).await.unwrap();
    assert_eq!(rating().await, Some((2, 45)));
    other.says(shop, &form("2", "", "")).await.unwrap();
    assert_eq!(rating().await, Some((2, 35)));
    // The cards written anew say the same.
    let member = shop.member_of("almonds").await;
    there(shop, member, "badam-500", "0").await;
    assert_eq!(rating().await, Some((2, 35)));

    let id = one.own(shop).await.id;
    reviews::hide(shop, centre, id, HideReason::Insult, "").await.unwrap();
    assert_eq!(rating().await, Some((1, 20)));
    reviews::publish(shop, centre, id).await.unwrap();
    assert_eq!(rating().await, Some((2, 35)));
    reviews::remove(shop, &other.access, other.lines[0]).await.unwrap();
    assert_eq!(rating().await, Some((1, 50)));
    reviews::remove(shop, &one.access, one.lines[0]).await.unwrap();
    assert_eq!(rating().await, None);
});

both!(who_said_nothing_is_asked_once_some_days_later, async |shop| {
    let silent = buyer(shop, &[("badam-500", "1"), ("honey-333", "1")], 70).await;
    let spoke = buyer(shop, &[("badam-500", "1")], 71).await;
    spoke.says(shop, &form("5", "", "")).await.unwrap();
    let asked = async || messages::ask_how(shop).await.unwrap();
    assert_eq!(asked().await, 0, "nobody has tasted them yet");
    shop.clock.advance(3 * DAY);
    assert_eq!(asked().await, 1, "once for all that came");
    assert_eq!(asked().await, 0);
    // The one who said nothing, who ordered first.
    let told = "SELECT count(*) FROM outbox WHERE payload LIKE '%\"what\":\"how-was-it\"%' \
                AND key = (SELECT 'how:' || min(id) FROM order_groups)";
    assert_eq!(shop.number(told).await, 1);
    assert_eq!(silent.lines.len(), 2);
    shop.clock.advance(10 * DAY);
    assert_eq!(asked().await, 0, "nor later");
});
