//! What a cooperative answers in public: two members at once, and while the Centre has suspended it.

use domain::{CooperativeStep, ErrorCode, FieldCode, Locale};
use service::{admission, questions, reviews};
use testing::{Snapshot, TestShop, both};

use crate::product_questions::{Phone, newest};
use crate::reviews::{buyer, form, wrong};

async fn suspend(shop: &TestShop, slug: &str) {
    let centre = shop.of_centre().await;
    admission::take(shop, centre, slug, CooperativeStep::Suspend, "?", None)
        .await
        .unwrap();
    shop.catch_up().await.unwrap();
}

both!(
    what_another_member_answered_meanwhile_is_not_replaced_unread,
    async |shop| {
        let bees = shop.member_of("bees").await;
        Phone::at("192.0.2.1").ask(shop, "几月的蜜？").await.unwrap();
        let id = newest(shop).await;
        let answer =
            async |text: &str, seen: Option<i64>| questions::answer(shop, bees, id, Locale::Zh, text, seen).await;
        let stands = async || {
            let row = questions::find_of_cooperative(shop, bees, Locale::Zh, id).await;
            row.unwrap().question.answer.unwrap().words.text
        };
        answer("五月", None).await.unwrap();
        let first = shop.now();
        shop.clock.advance(1_000);
        // Both members saw no answer.
        let second = answer("六月", None).await;
        assert_eq!(wrong(second, "text"), Some(FieldCode::Changed));
        assert_eq!(stands().await, "五月");
        answer("五月", None).await.unwrap();
        // Both mend the same one.
        answer("六月", Some(first)).await.unwrap();
        let second = answer("七月", Some(first)).await;
        assert_eq!(wrong(second, "text"), Some(FieldCode::Changed));
        assert_eq!(stands().await, "六月");
    }
);

both!(
    what_another_member_said_to_a_review_is_not_replaced_unread,
    async |shop| {
        let packer = shop.member_of("almonds").await;
        let buyer = buyer(shop, &[("badam-500", "1")], 10).await;
        buyer.says(shop, &form("2", "很硬", "")).await.unwrap();
        let id = buyer.own(shop).await.id;
        let answer =
            async |text: &str, seen: Option<i64>| reviews::answer(shop, packer, id, Locale::Zh, text, seen).await;
        let stands = async || {
            let row = reviews::find_of_cooperative(shop, packer, Locale::Zh, id).await;
            row.unwrap().review.answer.map(|answer| answer.words.text)
        };
        answer("谢谢", None).await.unwrap();
        let first = shop.now();
        shop.clock.advance(1_000);
        for text in ["对不起", ""] {
            let second = answer(text, None).await;
            assert_eq!(wrong(second, "text"), Some(FieldCode::Changed), "{text}");
        }
        assert_eq!(stands().await.as_deref(), Some("谢谢"));
        answer("", Some(first)).await.unwrap();
        let late = answer("对不起", Some(first)).await;
        assert_eq!(wrong(late, "text"), Some(FieldCode::Changed), "taken away meanwhile");
        answer("", Some(first)).await.unwrap();
        assert_eq!(stands().await, None);
    }
);

both!(who_is_suspended_answers_nobody_in_public, async |shop| {
    let (bees, almonds) = (shop.member_of("bees").await, shop.member_of("almonds").await);
    let mut phone = Phone::at("192.0.2.1");
    phone
        .ask_with(shop, crate::product_questions::HONEY, "几月的蜜？", "13800138000")
        .await
        .unwrap();
    let question = newest(shop).await;
    let buyer = buyer(shop, &[("badam-500", "1")], 10).await;
    buyer.says(shop, &form("2", "很硬", "")).await.unwrap();
    let review = buyer.own(shop).await.id;
    reviews::answer(shop, almonds, review, Locale::Zh, "谢谢", None)
        .await
        .unwrap();
    let said = Some(shop.now());
    for slug in ["bees", "almonds"] {
        suspend(shop, slug).await;
    }
    let before = Snapshot::of(shop).await;
    let refused = questions::answer(shop, bees, question, Locale::Zh, "五月", None).await;
    assert_eq!(refused.unwrap_err().code(), ErrorCode::Suspended);
    let refused = reviews::answer(shop, almonds, review, Locale::Zh, "对不起", said).await;
    assert_eq!(refused.unwrap_err().code(), ErrorCode::Suspended);
    before.assert_unchanged(shop).await;
    // What it said it may still take away.
    reviews::answer(shop, almonds, review, Locale::Zh, "", said)
        .await
        .unwrap();
});
