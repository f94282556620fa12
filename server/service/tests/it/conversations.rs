//! What buyer and cooperative write to one another about an order.

use domain::{Actor, ErrorCode, FieldCode, Locale, OrderMessageId, OrderParty};
use service::orders::{self, OrderGroupView};
use service::{Error, studio};
use testing::{Bought, TestShop, both};

async fn view(shop: &TestShop, bought: &Bought) -> OrderGroupView {
    orders::view(shop, Locale::Zh, &shop.access(bought).await)
        .await
        .unwrap()
}

async fn told(shop: &TestShop, what: &str) -> i64 {
    let sql = format!("SELECT count(*) FROM outbox WHERE payload LIKE '%\"what\":\"{what}\"%'");
    shop.number(&sql).await
}

both!(a_buyer_asks_and_the_cooperative_answers, async |shop| {
    let member = shop.member_of("almonds").await;
    let bought = shop
        .buy(&[("badam-500", "1"), ("honey-333", "1")], shop.to_station())
        .await;
    let parts = shop.orders_of(&bought.code).await;
    let access = shop.access(&bought).await;
    let ask = async |text: &str| orders::ask(shop, &access, parts[0], Locale::Ug, text).await;
    ask("قاچان كېلىدۇ؟\n\nرەھمەت").await.unwrap();
    ask("再问一次").await.unwrap();
    assert_eq!(told(shop, "question-asked").await, 1, "told once");
    let home = studio::home(shop, member, Locale::Zh).await.unwrap();
    assert_eq!(home.questions.number, 1);
    let (waiting, has_more) = studio::questions(shop, member, Locale::Zh).await.unwrap();
    assert_eq!((waiting.len(), waiting[0].asked.len(), has_more), (1, 2, false));
    let (others, _) = studio::questions(shop, shop.member_of("bees").await, Locale::Zh)
        .await
        .unwrap();
    assert!(others.is_empty());

    studio::answer(shop, member, parts[0], Locale::Zh, "明天发货")
        .await
        .unwrap();
    // A second line of the same answer is read with the first; what is added later is told.
    studio::answer(shop, member, parts[0], Locale::Zh, "下午")
        .await
        .unwrap();
    assert_eq!(told(shop, "question-answered").await, 1);
    shop.clock.advance(60 * 60 * 1000);
    studio::answer(shop, member, parts[0], Locale::Zh, "已发货")
        .await
        .unwrap();
    assert_eq!(told(shop, "question-answered").await, 2);
    assert_eq!(
        studio::home(shop, member, Locale::Zh).await.unwrap().questions.number,
        0
    );
    let group = view(shop, &bought).await;
    let talk = &group.messages[&parts[0]];
    let authors: Vec<_> = talk.iter().map(|message| message.author).collect();
    assert_eq!(
        authors,
        [[OrderParty::Buyer; 2].as_slice(), &[OrderParty::Cooperative; 3]].concat()
    );
    assert_eq!(talk[0].text.as_deref(), Some("قاچان كېلىدۇ؟\n\nرەھمەت"));
    assert!(
        !group.messages.contains_key(&parts[1]),
        "the other cooperative's part has none"
    );

    ask("谢谢").await.unwrap();
    studio::need_no_answer(shop, member, parts[0]).await.unwrap();
    assert_eq!(
        studio::home(shop, member, Locale::Zh).await.unwrap().questions.number,
        0
    );
});

both!(a_conversation_has_bounds, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let other = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let (id, access) = (shop.orders_of(&bought.code).await[0], shop.access(&bought).await);
    for (text, code) in [
        ("", FieldCode::Required),
        ("  \n ", FieldCode::Required),
        ("a\u{7}", FieldCode::InvalidText),
        (&"x".repeat(1001), FieldCode::TooLong),
    ] {
        match orders::ask(shop, &access, id, Locale::Ug, text).await {
            Err(Error::Fields(errors)) => assert_eq!(errors.of("text"), Some(code), "{text}"),
            other => panic!("{other:?}"),
        }
    }
    let foreign = shop.orders_of(&other.code).await[0];
    let answer = orders::ask(shop, &access, foreign, Locale::Ug, "?").await;
    assert!(matches!(answer, Err(Error::NotFound)), "an order one has not opened");
    for _ in 0..5 {
        orders::ask(shop, &access, id, Locale::Ug, "?").await.unwrap();
    }
    let full = orders::ask(shop, &access, id, Locale::Ug, "?").await.unwrap_err();
    assert_eq!(full.code(), ErrorCode::WaitForAnswer);
    let member = shop.member_of("almonds").await;
    for _ in 5..200 {
        studio::answer(shop, member, id, Locale::Zh, "好").await.unwrap();
    }
    for answer in [
        studio::answer(shop, member, id, Locale::Zh, "好").await,
        orders::ask(shop, &access, id, Locale::Ug, "?").await,
    ] {
        assert_eq!(answer.unwrap_err().code(), ErrorCode::ConversationFull);
    }
});

both!(the_centre_takes_a_message_out_of_sight, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let (id, access) = (shop.orders_of(&bought.code).await[0], shop.access(&bought).await);
    orders::ask(shop, &access, id, Locale::Zh, "坏话").await.unwrap();
    let member = shop.member_of("almonds").await;
    let message = OrderMessageId(shop.number("SELECT id FROM order_messages").await);
    let own = studio::hide_message(shop, member, id, message).await;
    assert!(matches!(own, Err(Error::NotFound)), "not by the cooperative");
    let (Actor::Cooperative { user, cooperative, .. }, bees) = (member, shop.cooperative("bees").await) else {
        panic!("{member:?}");
    };
    let elsewhere = studio::hide_message(
        shop,
        Actor::Support {
            user,
            cooperative: bees,
        },
        id,
        message,
    )
    .await;
    assert!(matches!(elsewhere, Err(Error::NotFound)));
    studio::hide_message(shop, Actor::Support { user, cooperative }, id, message)
        .await
        .unwrap();
    let group = view(shop, &bought).await;
    assert_eq!(group.messages[&id][0].text, None);
    assert_eq!(
        studio::home(shop, member, Locale::Zh).await.unwrap().questions.number,
        0
    );
    assert_eq!(
        shop.number("SELECT count(*) FROM audit_events WHERE action = 'message.hide'")
            .await,
        1
    );
});
