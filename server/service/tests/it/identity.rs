//! Signing in: passwords, one-time codes, sessions.

use domain::{Actor, ErrorCode, FieldCode, Token};
use service::{Error, identity, outbox};
use testing::{Snapshot, TestShop, both};

const PHONE: &str = "+8613911112222";
const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;

/// The codes sent so far, newest first, as the operator reads them.
async fn sent(shop: &TestShop) -> Vec<(String, String)> {
    let centre = Actor::Centre {
        user: domain::UserId(1),
    };
    let messages = outbox::messages(shop, centre).await.unwrap();
    messages
        .into_iter()
        .filter(|m| m.topic == "one-time-code")
        .map(|m| (m.to, m.text))
        .collect()
}

async fn code(shop: &TestShop, phone: &str) -> String {
    identity::send_code(shop, phone).await.unwrap();
    sent(shop).await[0].1.clone()
}

/// Six digits that are not `code`.
fn not(code: &str) -> String {
    format!("{:06}", (code.parse::<u32>().unwrap() + 1) % 1_000_000)
}

async fn fails(shop: &TestShop, phone: &str, password: &str, code: &str) {
    let refused = identity::sign_in(shop, phone, password, code).await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::SignInFailed, "{refused:?}");
}

both!(a_member_signs_in_with_phone_and_password, async |shop| {
    let member = shop.member_with_password("bees", PHONE, "ھەسەل 蜜 miel 2026").await;
    for typed in ["139 1111 2222", "+86 139-1111-2222", "１３９１１１１２２２２"] {
        let signed_in = identity::sign_in(shop, typed, "ھەسەل 蜜 miel 2026", "").await.unwrap();
        assert_eq!(signed_in.actor, member, "{typed}");
        assert_eq!(identity::actor(shop, &signed_in.token.to_hex()).await.unwrap(), member);
    }
});

both!(a_wrong_password_and_an_unknown_number_look_the_same, async |shop| {
    shop.member_with_password("bees", PHONE, "right").await;
    shop.member_of("almonds").await;
    let before = Snapshot::of(shop).await;
    fails(shop, PHONE, "wrong", "").await;
    fails(shop, PHONE, "right ", "").await;
    fails(shop, "13900009999", "right", "").await;
    // A member without a password has none that fits.
    fails(shop, "13900000001", "nobody has this password", "").await;
    fails(shop, PHONE, "", "123456").await;
    before.assert_unchanged(shop).await;
    assert_eq!(shop.number("SELECT COUNT(*) FROM sessions").await, 0);
});

both!(what_is_missing_is_named, async |shop| {
    for (phone, password, field, expected) in [
        ("", "x", "phone", FieldCode::Required),
        ("12", "x", "phone", FieldCode::InvalidPhone),
        (PHONE, "", "password", FieldCode::Required),
    ] {
        match identity::sign_in(shop, phone, password, " ").await {
            Err(Error::Fields(fields)) => assert_eq!(fields.of(field), Some(expected)),
            other => panic!("{other:?}"),
        }
    }
});

both!(twenty_tries_an_hour_are_enough, async |shop| {
    shop.member_with_password("bees", PHONE, "right").await;
    for _ in 0..20 {
        fails(shop, PHONE, "", "000000").await;
    }
    let refused = identity::sign_in(shop, PHONE, "right", "").await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::TooManyAttempts);
    shop.clock.advance(HOUR);
    identity::sign_in(shop, PHONE, "right", "").await.unwrap();
});

both!(a_code_signs_in_once, async |shop| {
    let member = shop.member_with_password("bees", PHONE, "unused").await;
    let code = code(shop, PHONE).await;
    assert_eq!(
        identity::sign_in(shop, PHONE, "", &format!(" {code} "))
            .await
            .unwrap()
            .actor,
        member
    );
    fails(shop, PHONE, "", &code).await;
});

both!(a_code_is_good_for_five_tries, async |shop| {
    shop.member_with_password("bees", PHONE, "unused").await;
    let code = code(shop, PHONE).await;
    for _ in 0..5 {
        fails(shop, PHONE, "", &not(&code)).await;
    }
    fails(shop, PHONE, "", &code).await;
});

both!(a_code_is_good_for_five_minutes, async |shop| {
    shop.member_with_password("bees", PHONE, "unused").await;
    let first = code(shop, PHONE).await;
    shop.clock.advance(5 * MINUTE);
    fails(shop, PHONE, "", &first).await;
    let second = code(shop, PHONE).await;
    shop.clock.advance(5 * MINUTE - 1);
    identity::sign_in(shop, PHONE, "", &second).await.unwrap();
});

both!(
    a_code_is_for_the_number_it_was_sent_to_and_the_newest_counts,
    async |shop| {
        shop.member_with_password("bees", PHONE, "unused").await;
        shop.member_with_password("almonds", "+8613933334444", "unused").await;
        let mine = code(shop, PHONE).await;
        identity::send_code(shop, "13933334444").await.unwrap();
        fails(shop, "13933334444", "", &mine).await;
        let newer = code(shop, PHONE).await;
        if newer != mine {
            fails(shop, PHONE, "", &mine).await;
        }
        identity::sign_in(shop, PHONE, "", &newer).await.unwrap();
    }
);

both!(an_unknown_number_gets_the_same_answer_but_no_message, async |shop| {
    shop.member_with_password("bees", PHONE, "unused").await;
    identity::send_code(shop, "13900009999").await.unwrap();
    assert!(sent(shop).await.is_empty());
    identity::send_code(shop, PHONE).await.unwrap();
    let (to, text) = sent(shop).await.remove(0);
    assert_eq!(to, PHONE);
    assert!(text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit()), "{text}");
    // The code itself is kept only where the operator reads it.
    assert_eq!(
        shop.number(&format!(
            "SELECT COUNT(*) FROM one_time_codes WHERE code_hash LIKE '%{text}%'"
        ))
        .await,
        0
    );
});

both!(five_codes_a_day_are_enough, async |shop| {
    for phone in [PHONE, "13900009999"] {
        for _ in 0..5 {
            identity::send_code(shop, phone).await.unwrap();
        }
        let refused = identity::send_code(shop, phone).await.unwrap_err();
        assert_eq!(refused.code(), ErrorCode::TooManyAttempts, "known or not: {phone}");
    }
});

both!(a_session_ends_after_twelve_idle_hours, async |shop| {
    let member = shop.member_with_password("bees", PHONE, "right").await;
    let cookie = identity::sign_in(shop, PHONE, "right", "")
        .await
        .unwrap()
        .token
        .to_hex();
    shop.clock.advance(12 * HOUR - 1);
    assert_eq!(identity::actor(shop, &cookie).await.unwrap(), member);
    shop.clock.advance(12 * HOUR - 1);
    assert_eq!(
        identity::actor(shop, &cookie).await.unwrap(),
        member,
        "a request keeps it awake"
    );
    shop.clock.advance(12 * HOUR);
    assert_eq!(identity::actor(shop, &cookie).await.unwrap(), Actor::Anonymous);
});

both!(a_session_ends_after_seven_days_however_busy, async |shop| {
    let member = shop.member_with_password("bees", PHONE, "right").await;
    let cookie = identity::sign_in(shop, PHONE, "right", "")
        .await
        .unwrap()
        .token
        .to_hex();
    for _ in 0..15 {
        shop.clock.advance(11 * HOUR);
        assert_eq!(identity::actor(shop, &cookie).await.unwrap(), member);
    }
    shop.clock.advance(3 * HOUR);
    assert_eq!(
        identity::actor(shop, &cookie).await.unwrap(),
        Actor::Anonymous,
        "168 hours"
    );
});

both!(signing_out_ends_this_session_and_no_other, async |shop| {
    let member = shop.member_with_password("bees", PHONE, "right").await;
    let phone = identity::sign_in(shop, PHONE, "right", "")
        .await
        .unwrap()
        .token
        .to_hex();
    let office = identity::sign_in(shop, PHONE, "right", "")
        .await
        .unwrap()
        .token
        .to_hex();
    assert_ne!(phone, office);
    identity::sign_out(shop, &phone).await.unwrap();
    assert_eq!(identity::actor(shop, &phone).await.unwrap(), Actor::Anonymous);
    assert_eq!(identity::actor(shop, &office).await.unwrap(), member);
    let stranger = Token::from_bytes([5; 32]).to_hex();
    for cookie in [stranger.as_str(), "", "nonsense", &office.to_uppercase()] {
        identity::sign_out(shop, cookie).await.unwrap();
        assert_eq!(
            identity::actor(shop, cookie).await.unwrap(),
            Actor::Anonymous,
            "{cookie}"
        );
    }
    assert_eq!(identity::actor(shop, &office).await.unwrap(), member);
    assert_eq!(
        shop.number(&format!("SELECT COUNT(*) FROM sessions WHERE token_hash = '{office}'"))
            .await,
        0
    );
});

both!(who_belongs_nowhere_is_nobody, async |shop| {
    let member = shop.member_with_password("bees", PHONE, "right").await;
    let cookie = identity::sign_in(shop, PHONE, "right", "")
        .await
        .unwrap()
        .token
        .to_hex();
    shop.execute(format!(
        "DELETE FROM memberships WHERE user_id = {}",
        member.user().unwrap()
    ))
    .await;
    assert_eq!(identity::actor(shop, &cookie).await.unwrap(), Actor::Anonymous);
});
