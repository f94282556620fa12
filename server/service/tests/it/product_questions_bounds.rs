//! How many questions about products the shop bears, and for how long it knows who asked.

use domain::{ErrorCode, FieldCode, HideReason, Locale, ProductQuestionId};
use service::money::{self, MoneyForm};
use service::questions::{self, Asked, Browser, NewQuestion};
use service::{Error, retention, studio};
use testing::{TestShop, both};

use crate::product_questions::{HONEY, Phone, newest, on_page, open_of};

const DAY: i64 = 86_400_000;

/// Days pass as in a shop that runs: the last round was ten minutes ago.
async fn days(shop: &TestShop, days: i64) {
    retention::sweep(shop).await.unwrap();
    shop.clock.advance(days * DAY);
    let last = shop.now() - 600_000;
    shop.execute(format!(
        "UPDATE settings SET value = '{last}' WHERE name = 'retention-at'"
    ))
    .await;
    retention::sweep(shop).await.unwrap();
}

both!(
    fields_have_bounds_and_nothing_is_written_for_a_wrong_one,
    async |shop| {
        let mut phone = Phone::at("192.0.2.1");
        for (text, number, field, code) in [
            ("", "", "text", FieldCode::Required),
            (" \n ", "", "text", FieldCode::Required),
            ("a\u{7}", "", "text", FieldCode::InvalidText),
            (&"ئ".repeat(501), "", "text", FieldCode::TooLong),
            ("?", "123", "answer-phone", FieldCode::InvalidPhone),
            // No message ever goes there.
            ("?", "+19005550001", "answer-phone", FieldCode::InvalidChoice),
        ] {
            match phone.ask_with(shop, HONEY, text, number).await {
                Err(Error::Fields(errors)) => assert_eq!(errors.of(field), Some(code), "{text}"),
                other => panic!("{other:?}"),
            }
        }
        phone.ask(shop, &"ئ".repeat(500)).await.unwrap();
        assert_eq!(shop.number("SELECT count(*) FROM product_questions").await, 1);
    }
);

both!(one_network_cannot_fill_a_cooperatives_list, async |shop| {
    let mut phones: Vec<Phone> = (0..3).map(|_| Phone::at("192.0.2.1")).collect();
    for number in 0..5 {
        let text = format!("question {number}");
        phones[number % 3].ask(shop, &text).await.unwrap();
    }
    let full = phones[0].ask(shop, "one more").await.unwrap_err();
    assert_eq!(full.code(), ErrorCode::QuestionsNearby);
    assert_eq!(
        Phone::at("192.0.2.2").ask(shop, "from elsewhere").await.unwrap(),
        Asked::Waits
    );
    // What is answered makes room.
    let id = ProductQuestionId(shop.number("SELECT min(id) FROM product_questions").await);
    questions::answer(shop, shop.member_of("bees").await, id, Locale::Es, "Sí.", None)
        .await
        .unwrap();
    assert_eq!(phones[0].ask(shop, "one more").await.unwrap(), Asked::Waits);
});

both!(
    a_product_holds_so_many_open_questions_and_more_of_its_buyers,
    async |shop| {
        for number in 0..20 {
            let mut phone = Phone::at(&format!("198.51.100.{number}"));
            phone.ask(shop, &format!("question {number}")).await.unwrap();
        }
        let mut late = Phone::at("198.51.100.99");
        assert_eq!(
            late.ask(shop, "too many").await.unwrap_err().code(),
            ErrorCode::QuestionsFull
        );
        let bought = shop.buy(&[("honey-333", "1")], shop.to_address("65")).await;
        let total = shop.number("SELECT total_minor FROM order_groups").await;
        let paid = MoneyForm {
            order: bought.code.to_string(),
            amount: format!("{}.{:02}", total / 100, total % 100),
            reference: "bank-1".to_owned(),
            key: "0".repeat(31) + "1",
            ..MoneyForm::default()
        };
        money::receive_for(shop, shop.of_centre().await, &paid).await.unwrap();
        let orders = [shop.access(&bought).await];
        let browser = Browser {
            orders: &orders,
            ..late.browser()
        };
        let new = NewQuestion {
            slug: HONEY,
            text: "who has bought has room",
            phone: "",
        };
        let (asked, _) = questions::ask(shop, Locale::Ug, &new, &browser).await.unwrap();
        assert_eq!(asked, Asked::Waits);
    }
);

both!(a_few_networks_do_not_close_a_product_to_all_others, async |shop| {
    for network in 0..9 {
        for number in 0..5 {
            let mut phone = Phone::at(&format!("198.51.100.{network}"));
            phone
                .ask(shop, &format!("question {number} of {network}"))
                .await
                .unwrap();
        }
    }
    let mut late = Phone::at("198.51.100.99");
    assert_eq!(late.ask(shop, "is it raw?").await.unwrap(), Asked::Waits);
    // Nor do they by taking back what they asked, again and again.
    let network = "203.0.113.1";
    let mut asked = 0;
    for number in 0..12 {
        let mut phone = Phone::at(network);
        if phone.ask(shop, &format!("once more {number}")).await.is_err() {
            break;
        }
        asked += 1;
        questions::take_back(shop, HONEY, newest(shop).await, &phone.browser())
            .await
            .unwrap();
    }
    assert_eq!(asked, 8);
});

both!(a_number_is_left_with_few_questions_a_day, async |shop| {
    let mut phone = Phone::at("192.0.2.1");
    let number = "13800138000";
    for text in ["first", "second", "third"] {
        phone.ask_with(shop, HONEY, text, number).await.unwrap();
    }
    // Neither from elsewhere, nor by adding it to what was asked without one.
    let mut other = Phone::at("192.0.2.2");
    other.ask(shop, "fourth").await.unwrap();
    for text in ["fourth", "fifth"] {
        match other.ask_with(shop, HONEY, text, number).await {
            Err(Error::Fields(errors)) => assert_eq!(errors.of("answer-phone"), Some(FieldCode::TooMuch)),
            more => panic!("{text}: {more:?}"),
        }
    }
    let left = format!("SELECT count(*) FROM product_questions WHERE phone = '+86{number}'");
    assert_eq!(shop.number(&left).await, 3);
    assert_eq!(shop.number("SELECT count(*) FROM product_questions").await, 4);
    assert_eq!(other.ask(shop, "fifth").await.unwrap(), Asked::Waits);
});

both!(a_browser_asks_so_much_a_day, async |shop| {
    let mut phone = Phone::at("192.0.2.1");
    let bees = shop.member_of("bees").await;
    for number in 0..8 {
        phone.ask(shop, &format!("question {number}")).await.unwrap();
        let id = newest(shop).await;
        questions::answer(shop, bees, id, Locale::Es, "Sí.", None)
            .await
            .unwrap();
    }
    let wait = phone.ask(shop, "and more").await.unwrap_err();
    assert!(
        matches!(wait, Error::TooMany { seconds } if seconds > 3_600),
        "{wait:?}"
    );
    assert_eq!(shop.number("SELECT count(*) FROM product_questions").await, 8);
    shop.clock.advance(DAY);
    assert_eq!(phone.ask(shop, "and more").await.unwrap(), Asked::Waits);
});

both!(what_is_not_sold_is_not_asked_about, async |shop| {
    let bees = shop.member_of("bees").await;
    let mut phone = Phone::at("192.0.2.1");
    phone.ask(shop, "几月的蜜？").await.unwrap();
    shop.execute(format!(
        "UPDATE products SET status = 'archived' WHERE slug = '{HONEY}'"
    ))
    .await;
    assert!(matches!(phone.ask(shop, "?").await, Err(Error::NotFound)));
    let page = questions::page(shop, Locale::Ug, HONEY, &phone.cookie, 1).await;
    assert!(matches!(page, Err(Error::NotFound)));
    assert!(open_of(shop, bees).await.is_empty(), "nobody would read the answer");
    let home = studio::home(shop, bees, Locale::Zh).await.unwrap();
    assert_eq!(home.product_questions.number, 0);
    shop.execute(format!(
        "UPDATE products SET status = 'published' WHERE slug = '{HONEY}'"
    ))
    .await;
    assert_eq!(open_of(shop, bees).await.len(), 1);
    let sizes = async |status: &str| {
        shop.execute(format!(
            "UPDATE offers SET status = '{status}' WHERE product_id = (SELECT id FROM products WHERE slug = '{HONEY}')"
        ))
        .await;
    };
    sizes("inactive").await;
    let none = phone.ask(shop, "no size, no page").await;
    assert!(matches!(none, Err(Error::NotFound)), "{none:?}");
    sizes("active").await;
    shop.execute("UPDATE cooperatives SET status = 'suspended' WHERE slug = 'bees'")
        .await;
    shop.catch_up().await.unwrap();
    assert!(matches!(phone.ask(shop, "??").await, Err(Error::NotFound)));
    // Its cards stand as they were: this is not how one is suspended.
    shop.execute("UPDATE cooperatives SET status = 'approved' WHERE slug = 'bees'")
        .await;
    assert!(matches!(
        phone.ask_with(shop, "no-such-thing", "?", "").await,
        Err(Error::NotFound)
    ));
});

both!(who_asked_is_forgotten_and_what_nobody_answered_goes, async |shop| {
    let bees = shop.member_of("bees").await;
    let mut phone = Phone::at("192.0.2.1");
    for text in ["first", "second", "third"] {
        phone.ask_with(shop, HONEY, text, "13800138000").await.unwrap();
    }
    let ids = open_of(shop, bees).await;
    questions::answer(shop, bees, ids[0], Locale::Es, "Sí.", None)
        .await
        .unwrap();
    questions::report(shop, HONEY, ids[0], &Phone::at("192.0.2.7").browser())
        .await
        .unwrap();
    questions::decline(shop, bees, ids[1], HideReason::Personal)
        .await
        .unwrap();
    let count = async |what: &str| shop.number(&format!("SELECT count(*) FROM {what}")).await;
    days(shop, 91).await;
    assert_eq!(count("product_questions").await, 2, "the declined one is gone");
    days(shop, 90).await;
    assert_eq!(count("product_questions").await, 1, "the answered one stays");
    let known = "product_questions WHERE asker <> '' OR network <> '' OR phone IS NOT NULL";
    assert_eq!(count(known).await, 0);
    assert_eq!(count("product_question_reports").await, 0);
    assert_eq!(on_page(shop).await, 1);
});
