//! What is said of money: how an amount was wrong, what was waived, and to the buyer that something was a mistake.

use domain::{FieldCode, Locale};
use service::messages::Worked;
use service::money::{self, MoneyForm};
use service::orders;
use testing::{TestShop, both};

use crate::messages::{Does, Provider};

fn form(order: impl ToString, amount: &str, number: u32) -> MoneyForm {
    MoneyForm {
        order: order.to_string(),
        amount: amount.to_owned(),
        reference: format!("bank {number}"),
        key: format!("{number:032x}"),
        ..MoneyForm::default()
    }
}

/// The texts of all messages so far, in the order they were sent.
async fn told(shop: &TestShop, provider: &Provider) -> Vec<String> {
    while provider.office().work(shop).await.unwrap() != Worked::default() {}
    provider.got().into_iter().map(|message| message.text).collect()
}

both!(an_amount_is_wrong_for_a_reason_that_is_true, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
    let centre = shop.of_centre().await;
    for (amount, code) in [
        ("", FieldCode::Required),
        ("0", FieldCode::InvalidPrice),
        ("-1", FieldCode::InvalidPrice),
        ("1e5", FieldCode::InvalidPrice),
        ("1.005", FieldCode::InvalidPrice),
        ("100,5,5", FieldCode::InvalidPrice),
    ] {
        let refused = money::receive_for(shop, centre, &form(bought.code, amount, 1)).await;
        assert!(
            matches!(&refused, Err(service::Error::Fields(errors)) if errors.of("amount") == Some(code)),
            "{amount}: {refused:?}"
        );
    }
});

both!(what_was_waived_stands_beside_what_came_in, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
    let centre = shop.of_centre().await;
    money::receive_for(shop, centre, &form(bought.code, "10", 1))
        .await
        .unwrap();
    money::write_off(shop, centre, &form(bought.code, "", 2)).await.unwrap();
    let seen = orders::view(shop, Locale::Zh, &shop.access(&bought).await)
        .await
        .unwrap()
        .money;
    assert_eq!(seen.received.minor, 1_000);
    assert!(seen.written_off.minor > 0);
    assert_eq!(seen.received.minor + seen.written_off.minor, seen.due.minor);
    let found = money::found(shop, centre, &bought.code.to_string()).await.unwrap();
    assert_eq!(found[0].money.written_off, seen.written_off);
});

both!(a_page_of_entries_says_whether_there_are_older_ones, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
    let centre = shop.of_centre().await;
    for number in 1..=100 {
        money::receive_unknown(shop, centre, &form("", "0.01", number))
            .await
            .unwrap();
    }
    assert!(!money::entries(shop, centre, 1).await.unwrap().has_more);
    money::receive_for(shop, centre, &form(bought.code, "1", 101))
        .await
        .unwrap();
    let newest = money::entries(shop, centre, 1).await.unwrap();
    assert_eq!((newest.entries.len(), newest.has_more), (100, true));
    let older = money::entries(shop, centre, 2).await.unwrap();
    assert_eq!((older.entries.len(), older.has_more), (1, false));
    // Of one order only its own.
    let own = money::entries_of(shop, centre, &[bought.code]).await.unwrap();
    assert_eq!(own.len(), 1);
    assert_eq!(own[0].code, Some(bought.code));
});

both!(
    a_buyer_who_was_told_of_money_is_told_that_it_was_a_mistake,
    async |shop| {
        let bought = shop
            .buy_in(Locale::Es, &[("badam-500", "1")], shop.to_address("65"))
            .await;
        let centre = shop.of_centre().await;
        let provider = Provider::that(Does::Takes);
        money::receive_for(shop, centre, &form(bought.code, "5", 1))
            .await
            .unwrap();
        let before = told(shop, &provider).await.len();
        let receipt = money::entries(shop, centre, 1).await.unwrap().entries[0].id;
        money::undo(shop, centre, receipt).await.unwrap();
        let texts = told(shop, &provider).await;
        assert_eq!(texts.len(), before + 1, "{texts:?}");
        let last = texts.last().unwrap();
        assert!(
            last.contains(&bought.code.to_string()) && last.contains("error nuestro"),
            "{last}"
        );

        money::receive_for(shop, centre, &form(bought.code, "5", 2))
            .await
            .unwrap();
        orders::cancel(shop, &shop.access(&bought).await).await.unwrap();
        money::refund_sent(shop, centre, &form(bought.code, "5", 3))
            .await
            .unwrap();
        let before = told(shop, &provider).await.len();
        let refund = money::entries(shop, centre, 1).await.unwrap().entries[0].id;
        money::undo(shop, centre, refund).await.unwrap();
        let texts = told(shop, &provider).await;
        assert_eq!(texts.len(), before + 1, "{texts:?}");
        let last = texts.last().unwrap();
        assert!(last.contains("devuelto") && last.contains("error nuestro"), "{last}");
    }
);

both!(nobody_is_told_of_money_that_names_no_order, async |shop| {
    let centre = shop.of_centre().await;
    let provider = Provider::that(Does::Takes);
    money::receive_unknown(shop, centre, &form("", "5", 1)).await.unwrap();
    let entry = money::entries(shop, centre, 1).await.unwrap().entries[0].id;
    money::undo(shop, centre, entry).await.unwrap();
    assert!(money::overview(shop, centre).await.unwrap().unassigned.is_empty());
    assert_eq!(shop.number("SELECT COUNT(*) FROM outbox").await, 0);
    assert!(told(shop, &provider).await.is_empty());
});

both!(
    a_cooperative_is_told_once_that_its_order_can_be_accepted,
    async |shop| {
        shop.member_with_password("almonds", "+8613911110001", "x").await;
        shop.member_with_password("bees", "+8613911110002", "x").await;
        let centre = shop.of_centre().await;
        let provider = Provider::that(Does::Takes);
        let of = |provider: &Provider, phone: &str| {
            let got = provider.got();
            got.iter().filter(|message| message.to.as_e164() == phone).count()
        };
        let goods = [("badam-500", "1"), ("honey-333", "1")];
        let bought = shop.buy(&goods, shop.to_address("65")).await;
        told(shop, &provider).await;
        assert_eq!(of(&provider, "+8613911110001"), 1, "that it was placed");
        let due = orders::view(shop, Locale::Zh, &shop.access(&bought).await)
            .await
            .unwrap()
            .due
            .minor;

        // A part of it is nothing that a cooperative can go by.
        money::receive_for(shop, centre, &form(bought.code, "1", 1))
            .await
            .unwrap();
        told(shop, &provider).await;
        assert_eq!(of(&provider, "+8613911110001"), 1);
        // One of them calls its part off before the rest comes.
        let bees = shop.member_of("bees").await;
        let parts = shop.orders_of(&bought.code).await;
        service::studio::move_on(shop, bees, parts[1], "cancel".into())
            .await
            .unwrap();
        let left = orders::view(shop, Locale::Zh, &shop.access(&bought).await)
            .await
            .unwrap()
            .due
            .minor;
        assert!(100 < left && left < due);
        let rest = format!("{}.{:02}", (left - 100) / 100, (left - 100) % 100);
        money::receive_for(shop, centre, &form(bought.code, &rest, 2))
            .await
            .unwrap();
        told(shop, &provider).await;
        assert_eq!(of(&provider, "+8613911110001"), 2, "that it is paid");
        assert_eq!(of(&provider, "+8613911110002"), 1, "its part is called off");
        let last = provider
            .got()
            .into_iter()
            .rfind(|message| message.to.as_e164() == "+8613911110001")
            .unwrap();
        assert!(last.text.contains(&bought.code.to_string()), "{}", last.text);

        // What is waived makes it enough as well; cash is nothing to wait for.
        let waived = shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
        money::receive_for(shop, centre, &form(waived.code, "10", 4))
            .await
            .unwrap();
        money::write_off(shop, centre, &form(waived.code, "", 5)).await.unwrap();
        let cash = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
        let reference = orders::view(shop, Locale::Zh, &shop.access(&cash).await)
            .await
            .unwrap()
            .payment_reference;
        orders::mark_paid(shop, &reference).await.unwrap();
        told(shop, &provider).await;
        assert_eq!(
            of(&provider, "+8613911110001"),
            5,
            "two placed, of which one waited for a transfer"
        );
    }
);
