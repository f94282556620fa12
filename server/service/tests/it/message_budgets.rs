//! How many messages go out, and who reads a code.

use std::sync::Arc;

use domain::{Actor, CentreRole, ErrorCode, Locale, Membership, MessageKind, MessageState, MoneyEntryId};
use service::identity::Guesser;
use service::messages::channel::{Page, SendError};
use service::messages::{self, Budgets, Listed, Office};
use service::{identity, money, orders, outbox, studio};
use testing::{Bought, TestShop, both};

use crate::messages::{DAY, Does, MINUTE, Provider, listed, listed_count};
use crate::money::form as money_form;

both!(budgets_hold_messages_back_and_no_order, async |shop| {
    let budgets = Budgets {
        receiver: 3,
        // The last quarter is for what changes an order.
        other_country: 5,
        ..Budgets::default()
    };
    let buy = async |phone: String| {
        let form = service::checkout::CheckoutForm {
            phone,
            ..shop.to_station()
        };
        shop.buy(&[("badam-500", "1")], form).await;
    };
    for number in 0..6 {
        buy(format!("+1900555000{number}")).await;
        buy(format!("+4477009000{number:02}")).await;
        buy("13800138000".to_owned()).await;
    }
    let provider = Provider::that(Does::Takes);
    let office = Office::new(Arc::new(provider.clone()), budgets.clone());
    office.work(shop).await.unwrap();
    assert_eq!(shop.number("SELECT COUNT(*) FROM order_groups").await, 18);
    let got = provider.got();
    let starting = |start: &str| got.iter().filter(|m| m.to.as_e164().starts_with(start)).count();
    assert_eq!((starting("+1900"), starting("+44"), starting("+86138")), (0, 4, 3));
    let held = listed(shop, MessageState::Suppressed).await;
    let because = |word: &str| held.iter().filter(|m| m.reason == word).count();
    assert_eq!((because("number"), because("country"), because("receiver")), (6, 2, 3));

    // The next day there is a new budget; what was held back is not sent by itself, but can be.
    shop.clock.advance(DAY);
    buy("13800138000".to_owned()).await;
    office.work(shop).await.unwrap();
    assert_eq!(provider.got().len(), 8);
    let centre = shop.of_centre().await;
    messages::try_again(shop, centre, held[0].id).await.unwrap();
    office.work(shop).await.unwrap();
    assert_eq!(provider.got().len(), 9);
});

both!(what_strangers_cause_uses_up_nobodys_codes, async |shop| {
    shop.member_with_password("almonds", PHONE, "unused").await;
    let budgets = Budgets {
        receiver: 2,
        ..Budgets::default()
    };
    for _ in 0..3 {
        let form = service::checkout::CheckoutForm {
            phone: PHONE.to_owned(),
            ..shop.to_station()
        };
        let bought = shop.buy(&[("badam-500", "1")], form).await;
        let (order, access) = (shop.orders_of(&bought.code).await[0], shop.access(&bought).await);
        orders::ask(shop, &access, order, Locale::Zh, "什么时候发货？")
            .await
            .unwrap();
    }
    identity::send_code(shop, PHONE, &Guesser::default()).await.unwrap();
    let provider = Provider::that(Does::Takes);
    Office::new(Arc::new(provider), budgets).work(shop).await.unwrap();
    let sent = listed(shop, MessageState::Sent).await;
    let of = |kind| sent.iter().filter(|message| message.kind == kind).count();
    assert_eq!(
        (
            of(MessageKind::Placed),
            of(MessageKind::NewOrder),
            of(MessageKind::Question),
            of(MessageKind::OneTimeCode)
        ),
        (2, 3, 3, 1)
    );
});

both!(what_counts_messages_names_no_number, async |shop| {
    shop.member_with_password("almonds", PHONE, "unused").await;
    identity::send_code(shop, PHONE, &Guesser::default()).await.unwrap();
    shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    Provider::that(Does::Takes).office().work(shop).await.unwrap();
    assert!(
        shop.number("SELECT count(*) FROM message_budgets WHERE bucket LIKE '%phone:%'")
            .await
            > 0
    );
    assert!(
        shop.number("SELECT count(*) FROM message_budgets WHERE bucket LIKE 'code-asked:%'")
            .await
            > 0
    );
    for number in [PHONE.trim_start_matches('+'), "13800138000"] {
        let named = format!("SELECT count(*) FROM message_budgets WHERE bucket LIKE '%{number}%'");
        assert_eq!(shop.number(&named).await, 0, "{number}");
    }
});

both!(no_code_is_promised_when_none_goes_out, async |shop| {
    shop.member_with_password("almonds", PHONE, "unused").await;
    let used_up = |bucket: &str, used: i64| {
        let day = domain::day_number(shop.now());
        format!("INSERT INTO message_budgets (day, bucket, used) VALUES ({day}, '{bucket}', {used})")
    };
    let budgets = Budgets::default();
    for (bucket, used) in [("code-country:86", budgets.home_country), ("code-all", budgets.all)] {
        shop.execute(used_up(bucket, used)).await;
        // The same for a number that nobody has.
        for phone in [PHONE, "13900009999"] {
            let refused = identity::send_code(shop, phone, &Guesser::default()).await;
            assert!(
                matches!(refused, Err(service::Error::TooMany { .. })),
                "{bucket} {phone}"
            );
        }
        shop.clock.advance(DAY);
        identity::send_code(shop, PHONE, &Guesser::default()).await.unwrap();
    }
    assert_eq!(shop.number("SELECT COUNT(*) FROM one_time_codes").await, 2);
});

/// How many messages of this kind went out.
async fn sent_of(shop: &TestShop, kind: MessageKind) -> usize {
    let sent = listed(shop, MessageState::Sent).await;
    sent.iter().filter(|message| message.kind == kind).count()
}

async fn total_of(shop: &TestShop, bought: &Bought) -> i64 {
    let access = shop.access(bought).await;
    orders::view(shop, Locale::Zh, &access).await.unwrap().total.minor
}

both!(part_payments_keep_back_nothing_that_matters, async |shop| {
    let budgets = Budgets {
        receiver: 2,
        ..Budgets::default()
    };
    let office = Office::new(Arc::new(Provider::that(Does::Takes)), budgets);
    let centre = shop.of_centre().await;
    let bought = shop.buy(&[("badam-500", "2")], shop.to_address("65")).await;
    office.work(shop).await.unwrap();
    let all = total_of(shop, &bought).await;
    for (number, part) in (1..).zip([100, 100, 100, all - 300]) {
        money::receive_for(shop, centre, &money_form(bought.code, part, number))
            .await
            .unwrap();
        office.work(shop).await.unwrap();
        // So late that each is a message of its own.
        shop.clock.advance(6 * MINUTE);
    }
    assert_eq!(sent_of(shop, MessageKind::Paid).await, 2);
    let (member, order) = (shop.member_of("almonds").await, shop.orders_of(&bought.code).await[0]);
    for step in ["accept", "cancel"] {
        studio::move_on(shop, member, order, step.into()).await.unwrap();
    }
    money::refund_sent(shop, centre, &money_form(bought.code, all, 9))
        .await
        .unwrap();
    office.work(shop).await.unwrap();
    for kind in [
        MessageKind::Placed,
        MessageKind::Accepted,
        MessageKind::Canceled,
        MessageKind::RefundSent,
    ] {
        assert_eq!(sent_of(shop, kind).await, 1, "{kind:?}");
    }
});

both!(small_messages_leave_a_quarter_to_what_matters, async |shop| {
    let budgets = Budgets {
        all: 4,
        ..Budgets::default()
    };
    let office = Office::new(Arc::new(Provider::that(Does::Takes)), budgets);
    let mut bought = Vec::new();
    for number in 0..6 {
        let form = service::checkout::CheckoutForm {
            phone: format!("1380013800{number}"),
            ..shop.to_station()
        };
        bought.push(shop.buy(&[("badam-500", "1")], form).await);
    }
    office.work(shop).await.unwrap();
    assert_eq!(sent_of(shop, MessageKind::Placed).await, 3);
    // The bound of all stays: one more, and no second.
    for bought in &bought[..2] {
        orders::cancel(shop, &shop.access(bought).await).await.unwrap();
    }
    office.work(shop).await.unwrap();
    assert_eq!(sent_of(shop, MessageKind::Canceled).await, 1);
});

both!(part_payments_within_a_short_time_are_told_together, async |shop| {
    let office = Provider::that(Does::Takes).office();
    let centre = shop.of_centre().await;
    let bought = shop.buy(&[("badam-500", "2")], shop.to_address("65")).await;
    for (number, part) in (1..).zip([100, 200, 300, 400]) {
        money::receive_for(shop, centre, &money_form(bought.code, part, number))
            .await
            .unwrap();
        office.work(shop).await.unwrap();
        shop.clock.advance(MINUTE / 2);
    }
    assert_eq!(sent_of(shop, MessageKind::Paid).await, 1, "the first at once");
    assert_eq!(listed_count(shop, MessageState::Waiting).await, 1);
    shop.clock.advance(5 * MINUTE);
    office.work(shop).await.unwrap();
    let sent = listed(shop, MessageState::Sent).await;
    let texts: Vec<&str> = sent
        .iter()
        .filter(|message| message.kind == MessageKind::Paid)
        .filter_map(|message| message.text.as_deref())
        .collect();
    assert_eq!(texts.len(), 2, "{texts:?}");
    assert!(texts[0].contains("9.00") && texts[1].contains("1.00"), "{texts:?}");

    // Another order's money is told for itself, and so is what comes later.
    let other = shop.buy(&[("badam-500", "2")], shop.to_address("65")).await;
    for (order, number) in [(bought.code, 5), (other.code, 6)] {
        money::receive_for(shop, centre, &money_form(order, 100, number))
            .await
            .unwrap();
    }
    office.work(shop).await.unwrap();
    assert_eq!(sent_of(shop, MessageKind::Paid).await, 4);
});

both!(money_taken_back_is_told_after_it, async |shop| {
    let office = Provider::that(Does::Takes).office();
    let centre = shop.of_centre().await;
    let bought = shop.buy(&[("badam-500", "2")], shop.to_address("65")).await;
    for (number, part) in (1..).zip([100, 200]) {
        money::receive_for(shop, centre, &money_form(bought.code, part, number))
            .await
            .unwrap();
        office.work(shop).await.unwrap();
    }
    let mistake = shop
        .number("SELECT MAX(id) FROM money_entries WHERE kind = 'received'")
        .await;
    money::undo(shop, centre, MoneyEntryId(mistake)).await.unwrap();
    for (wait, told) in [(0, 1), (5 * MINUTE, 2), (MINUTE / 60, 3)] {
        shop.clock.advance(wait);
        office.work(shop).await.unwrap();
        assert_eq!(sent_of(shop, MessageKind::Paid).await, told);
    }
});

both!(a_mistake_is_told_after_what_it_takes_back, async |shop| {
    let office = Provider::that(Does::Takes).office();
    let centre = shop.of_centre().await;
    let bought = shop.buy(&[("badam-500", "2")], shop.to_address("65")).await;
    let undo = async |kind: &str| {
        let newest = format!("SELECT MAX(id) FROM money_entries WHERE kind = '{kind}'");
        money::undo(shop, centre, MoneyEntryId(shop.number(&newest).await))
            .await
            .unwrap();
    };
    // Both before anything was sent.
    money::receive_for(shop, centre, &money_form(bought.code, 100, 1))
        .await
        .unwrap();
    undo("received").await;
    for told in [1, 2] {
        office.work(shop).await.unwrap();
        assert_eq!(sent_of(shop, MessageKind::Paid).await, told);
        shop.clock.advance(MINUTE / 60);
    }
    money::receive_for(shop, centre, &money_form(bought.code, 100, 2))
        .await
        .unwrap();
    orders::cancel(shop, &shop.access(&bought).await).await.unwrap();
    money::refund_sent(shop, centre, &money_form(bought.code, 100, 3))
        .await
        .unwrap();
    undo("given_back").await;
    for told in [1, 2] {
        office.work(shop).await.unwrap();
        assert_eq!(sent_of(shop, MessageKind::RefundSent).await, told);
        shop.clock.advance(MINUTE / 60);
    }
});

both!(the_code_of_who_may_do_more_is_not_shown, async |shop| {
    shop.person_with(Membership::Centre(CentreRole::Finance), PHONE, "unused")
        .await;
    identity::send_code(shop, PHONE, &Guesser::default()).await.unwrap();
    let office = Office::new(Arc::new(Page), Budgets::default());
    office.work(shop).await.unwrap();
    let waiting = code_waiting(shop).await;
    let support = shop.member(Membership::Centre(CentreRole::Support)).await;
    let refused = messages::reveal_code(shop, support, waiting.id).await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::NotFound);
    let admin = shop.of_centre().await;
    assert!(messages::reveal_code(shop, admin, waiting.id).await.is_ok());
});

async fn code_waiting(shop: &TestShop) -> Listed {
    let sent = listed(shop, MessageState::Sent).await;
    sent.into_iter().find(|m| m.kind == MessageKind::OneTimeCode).unwrap()
}

pub const PHONE: &str = "+8613911112222";
const READABLE: &str =
    "SELECT COUNT(*) FROM messages WHERE kind = 'one-time-code' AND content <> '{\"says\":\"gone\"}'";

both!(
    a_code_is_shown_to_the_centre_only_on_purpose_and_only_while_it_is_good,
    async |shop| {
        shop.member_with_password("bees", PHONE, "unused").await;
        let office = Office::new(Arc::new(Page), Budgets::default());
        let centre = shop.of_centre().await;
        identity::send_code(shop, PHONE, &Guesser::default()).await.unwrap();
        office.work(shop).await.unwrap();
        assert_eq!(
            shop.number("SELECT COUNT(*) FROM outbox WHERE payload LIKE '%code%'")
                .await,
            0,
            "not in the event any more"
        );
        let waiting = code_waiting(shop).await;
        assert!(waiting.can_reveal && waiting.by_hand);
        assert_eq!(waiting.text, None, "not in a list");
        for nobody in [shop.member_of("almonds").await, Actor::Anonymous] {
            let refused = messages::reveal_code(shop, nobody, waiting.id).await.unwrap_err();
            assert_eq!(refused.code(), ErrorCode::NotFound);
        }
        let audited = "SELECT COUNT(*) FROM audit_events WHERE action = 'code.show'";
        assert_eq!(shop.number(audited).await, 0);
        let code = messages::reveal_code(shop, centre, waiting.id).await.unwrap();
        assert_eq!(shop.number(audited).await, 1);
        shop.sign_in(PHONE, "", &code).await.unwrap();
        assert_eq!(shop.number(READABLE).await, 0, "used");
        assert!(messages::reveal_code(shop, centre, waiting.id).await.is_err());

        // A newer one takes its place; time takes the last one.
        identity::send_code(shop, PHONE, &Guesser::default()).await.unwrap();
        identity::send_code(shop, PHONE, &Guesser::default()).await.unwrap();
        office.work(shop).await.unwrap();
        assert_eq!(shop.number(READABLE).await, 1);
        let waiting = code_waiting(shop).await;
        shop.clock.advance(5 * MINUTE);
        assert!(messages::reveal_code(shop, centre, waiting.id).await.is_err());
        assert!(!code_waiting(shop).await.can_reveal);
        outbox::prune(shop, shop.now()).await.unwrap();
        assert_eq!(shop.number(READABLE).await, 0, "too old");
    }
);

both!(with_a_provider_a_code_is_gone_when_it_is_sent, async |shop| {
    shop.member_with_password("bees", PHONE, "unused").await;
    identity::send_code(
        shop,
        PHONE,
        &Guesser {
            locale: Locale::Ug,
            ..Guesser::default()
        },
    )
    .await
    .unwrap();
    let provider = Provider::that(Does::Takes);
    provider.office().work(shop).await.unwrap();
    let got = provider.got();
    assert_eq!((got.len(), got[0].locale), (1, Locale::Ug));
    assert_eq!(shop.number(READABLE).await, 0);
    let listed = code_waiting(shop).await;
    assert!(!listed.can_reveal && !listed.by_hand);
    let code: String = got[0].text.chars().filter(char::is_ascii_digit).take(6).collect();
    shop.sign_in(PHONE, "", &code).await.unwrap();

    // A provider that is down: the code is not sent when it is of no use any more.
    identity::send_code(shop, PHONE, &Guesser::default()).await.unwrap();
    let down = Provider::that(Does::Says(SendError::Later(String::new())));
    down.office().work(shop).await.unwrap();
    shop.clock.advance(6 * MINUTE);
    provider.office().work(shop).await.unwrap();
    assert_eq!(provider.got().len(), 1);
    assert_eq!(shop.number(READABLE).await, 0);
    assert_eq!(listed_count(shop, MessageState::Lapsed).await, 1);
});
