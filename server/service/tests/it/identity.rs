//! Signing in: passwords, one-time codes, sessions.

use std::net::IpAddr;
use std::sync::Arc;

use domain::{ErrorCode, FieldCode, MessageState};
use service::identity::{Guesser, Proof, SignIn, SignedIn};
use service::messages::{Budgets, Office};
use service::{Error, Network, identity};
use testing::{Snapshot, TestShop, both};

use crate::messages::{Does, Provider, listed_count};

pub const PHONE: &str = "+8613911112222";
pub const MINUTE: i64 = 60_000;
pub const HOUR: i64 = 60 * MINUTE;

pub fn from(number: u8) -> Guesser<'static> {
    Guesser {
        network: Network::of(IpAddr::from([192, 0, 2, number])),
        device: "",
        ..Guesser::default()
    }
}

pub async fn try_from(shop: &TestShop, guesser: Guesser<'_>, password: &str, code: &str) -> service::Result<SignedIn> {
    let ask = SignIn {
        phone: PHONE,
        password,
        code,
        guesser,
        ..SignIn::default()
    };
    identity::sign_in(shop, &ask).await
}

/// The code that `phone` was sent, as the Centre is shown it.
pub async fn code(shop: &TestShop, phone: &str) -> String {
    identity::send_code(shop, phone, &Guesser::default()).await.unwrap();
    shop.code_sent().await
}

/// Six digits that are not `code`.
fn not(code: &str) -> String {
    format!("{:06}", (code.parse::<u32>().unwrap() + 1) % 1_000_000)
}

pub async fn fails(shop: &TestShop, phone: &str, password: &str, code: &str) {
    let refused = shop.sign_in(phone, password, code).await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::SignInFailed, "{refused:?}");
}

both!(a_member_signs_in_with_phone_and_password, async |shop| {
    let member = shop.member_with_password("bees", PHONE, "ھەسەل 蜜 miel 2026").await;
    for typed in ["139 1111 2222", "+86 139-1111-2222", "１３９１１１１２２２２"] {
        let signed_in = shop.sign_in(typed, "ھەسەل 蜜 miel 2026", "").await.unwrap();
        assert_eq!(signed_in.actor, member, "{typed}");
        assert_eq!(identity::actor(shop, &signed_in.token.to_hex()).await.unwrap(), member);
    }
});

//
both!(a_wrong_password_and_an_unknown_number_look_the_same, async |shop| {
    shop.member_with_password("bees", PHONE, "right").await;
    shop.member_of("almonds").await;
    let before = Snapshot::of(shop).await;
    fails(shop, PHONE, "wrong", "").await;
    fails(shop, PHONE, "rights", "").await;
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
        match shop.sign_in(phone, password, " ").await {
            Err(Error::Fields(fields)) => assert_eq!(fields.of(field), Some(expected)),
            other => panic!("{other:?}"),
        }
    }
});

both!(
    ten_wrong_tries_an_hour_are_enough_and_right_ones_do_not_count,
    async |shop| {
        shop.member_with_password("bees", PHONE, "right").await;
        for _ in 0..25 {
            shop.sign_in(PHONE, "right", "").await.unwrap();
        }
        for _ in 0..10 {
            fails(shop, PHONE, "wrong", "").await;
        }
        let refused = shop.sign_in(PHONE, "right", "").await.unwrap_err();
        assert_eq!(refused.code(), ErrorCode::TooManyAttempts);
        assert!(matches!(refused, Error::TooMany { seconds: 361 }), "{refused:?}");
        shop.clock.advance(6 * MINUTE);
        shop.sign_in(PHONE, "right", "").await.unwrap();
    }
);

both!(nobody_is_locked_out_from_outside, async |shop| {
    shop.member_with_password("bees", PHONE, "right").await;
    let device = try_from(shop, from(1), "right", "").await.unwrap().device;
    // A stranger, from the member's own network and from another.
    for network in [1, 2] {
        for _ in 0..12 {
            drop(try_from(shop, from(network), "wrong", "").await);
        }
        let refused = try_from(shop, from(network), "right", "").await.unwrap_err();
        assert_eq!(refused.code(), ErrorCode::TooManyAttempts);
    }
    // The member with the browser they know, and with a new one from elsewhere.
    let known = Guesser {
        device: &device,
        ..from(1)
    };
    try_from(shop, known.clone(), "right", "").await.unwrap();
    try_from(shop, from(3), "right", "").await.unwrap();
    // A browser that is known has an end as well, and it is its own.
    for _ in 0..20 {
        let wrong = try_from(shop, known.clone(), "wrong", "").await.unwrap_err();
        assert_eq!(wrong.code(), ErrorCode::SignInFailed);
    }
    assert!(matches!(
        try_from(shop, known, "right", "").await,
        Err(Error::TooMany { .. })
    ));
    try_from(shop, from(3), "right", "").await.unwrap();
});

both!(a_device_is_known_for_who_signed_in_there_only, async |shop| {
    shop.member_with_password("bees", PHONE, "right").await;
    shop.member_with_password("almonds", "+8613933334444", "other").await;
    let device = shop.sign_in("13933334444", "other", "").await.unwrap().device;
    for _ in 0..10 {
        drop(try_from(shop, from(1), "wrong", "").await);
    }
    let forged = device.replace(|c: char| c != '~', "0");
    for cookie in [device.as_str(), &forged, "", "~", "x~y"] {
        let guesser = Guesser {
            device: cookie,
            ..from(1)
        };
        let refused = try_from(shop, guesser, "right", "").await.unwrap_err();
        assert_eq!(refused.code(), ErrorCode::TooManyAttempts, "{cookie}");
    }
});

//
both!(one_network_cannot_try_one_password_on_many_accounts, async |shop| {
    let tries = async |number: usize, network: u8| {
        let phone = format!("1391111{number:04}");
        let ask = SignIn {
            phone: &phone,
            code: "000000",
            guesser: from(network),
            ..SignIn::default()
        };
        identity::sign_in(shop, &ask).await.unwrap_err().code()
    };
    for number in 0..60 {
        assert_eq!(tries(number, 1).await, ErrorCode::SignInFailed);
    }
    assert_eq!(tries(60, 1).await, ErrorCode::TooManyAttempts);
    assert_eq!(tries(60, 2).await, ErrorCode::SignInFailed);
});

//
both!(a_code_signs_in_once, async |shop| {
    let member = shop.member_with_password("bees", PHONE, "unused").await;
    let code = code(shop, PHONE).await;
    assert_eq!(
        shop.sign_in(PHONE, "", &format!(" {code} ")).await.unwrap().actor,
        member
    );
    fails(shop, PHONE, "", &code).await;
});

both!(a_code_is_typed_in_any_digits, async |shop| {
    shop.member_with_password("bees", PHONE, "unused").await;
    let code = code(shop, PHONE).await;
    let arabic: String = code
        .chars()
        .map(|c| char::from_u32(0x0660 + u32::from(c) - 0x30).unwrap())
        .collect();
    let typed = format!("\u{200F}{} {}", &arabic[..6], &arabic[6..]);
    shop.sign_in(PHONE, "", &typed).await.unwrap();
});

//
both!(five_wrong_codes_are_enough_from_one_place, async |shop| {
    shop.member_with_password("bees", PHONE, "unused").await;
    let code = code(shop, PHONE).await;
    for _ in 0..5 {
        let wrong = try_from(shop, from(1), "", &not(&code)).await.unwrap_err();
        assert_eq!(wrong.code(), ErrorCode::SignInFailed);
    }
    let sixth = try_from(shop, from(1), "", &code).await.unwrap_err();
    assert!(matches!(sixth, Error::TooMany { seconds: 121 }), "{sixth:?}");
    // The owner, elsewhere, still has their code.
    try_from(shop, from(2), "", &code).await.unwrap();
});

both!(wrong_passwords_do_not_keep_out_who_has_a_code, async |shop| {
    let member = shop.member_with_password("bees", PHONE, "right").await;
    let cookie = shop.sign_in(PHONE, "right", "").await.unwrap().token.to_hex();
    for _ in 0..10 {
        drop(try_from(shop, from(1), "wrong", "").await);
    }
    let refused = try_from(shop, from(1), "right", "").await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::TooManyAttempts);
    identity::send_code(shop, PHONE, &from(1)).await.unwrap();
    let code = shop.code_sent().await;
    assert_eq!(try_from(shop, from(1), "", &code).await.unwrap().actor, member);
    // What keeps out passwords is still counted.
    assert!(matches!(
        try_from(shop, from(1), "right", "").await,
        Err(Error::TooMany { .. })
    ));
    // The same for showing once more who one is.
    let by_password = Proof {
        password: "right",
        ..Proof::default()
    };
    let refused = identity::confirm(shop, &cookie, by_password, &from(1)).await;
    assert!(matches!(refused, Err(Error::TooMany { .. })), "{refused:?}");
    identity::send_confirm_code(shop, &cookie, &from(1)).await.unwrap();
    let code = shop.code_sent().await;
    let by_code = Proof {
        code: &code,
        ..Proof::default()
    };
    identity::confirm(shop, &cookie, by_code, &from(1)).await.unwrap();
});

both!(no_code_is_sent_that_would_not_be_looked_at, async |shop| {
    shop.member_with_password("bees", PHONE, "right").await;
    let code = code(shop, PHONE).await;
    for phone in [PHONE, "13900009999"] {
        for _ in 0..5 {
            let wrong = not(&code);
            let ask = SignIn {
                phone,
                code: &wrong,
                guesser: from(1),
                ..SignIn::default()
            };
            let refused = identity::sign_in(shop, &ask).await.unwrap_err();
            assert_eq!(refused.code(), ErrorCode::SignInFailed);
        }
        let sent = "SELECT COUNT(*) FROM one_time_codes";
        let before = shop.number(sent).await;
        let refused = identity::send_code(shop, phone, &from(1)).await.unwrap_err();
        assert!(
            matches!(refused, Error::TooMany { seconds: 121 }),
            "known or not: {phone} {refused:?}"
        );
        assert_eq!(shop.number(sent).await, before);
        // Nobody else waits for it.
        identity::send_code(shop, phone, &from(2)).await.unwrap();
    }
    // Wrong codes keep out no password.
    try_from(shop, from(1), "right", "").await.unwrap();
    shop.clock.advance(2 * MINUTE);
    identity::send_code(shop, PHONE, &from(1)).await.unwrap();
    let newest = shop.code_sent().await;
    try_from(shop, from(1), "", &newest).await.unwrap();
});

both!(a_code_is_good_for_five_minutes, async |shop| {
    shop.member_with_password("bees", PHONE, "unused").await;
    let first = code(shop, PHONE).await;
    shop.clock.advance(5 * MINUTE);
    fails(shop, PHONE, "", &first).await;
    let second = code(shop, PHONE).await;
    shop.clock.advance(5 * MINUTE - 1);
    shop.sign_in(PHONE, "", &second).await.unwrap();
});

//
both!(
    a_code_is_for_its_number_and_a_strangers_request_voids_none,
    async |shop| {
        shop.member_with_password("bees", PHONE, "unused").await;
        shop.member_with_password("almonds", "+8613933334444", "unused").await;
        let mine = code(shop, PHONE).await;
        identity::send_code(shop, "13933334444", &Guesser::default())
            .await
            .unwrap();
        fails(shop, "13933334444", "", &mine).await;
        let newer = code(shop, PHONE).await;
        shop.sign_in(PHONE, "", &mine).await.unwrap();
        if newer != mine {
            // Its owner is in: what else was sent is good for nothing any more.
            fails(shop, PHONE, "", &newer).await;
        }
    }
);

//
both!(an_unknown_number_gets_the_same_answer_but_no_message, async |shop| {
    shop.member_with_password("bees", PHONE, "unused").await;
    identity::send_code(shop, "13900009999", &Guesser::default())
        .await
        .unwrap();
    assert_eq!(shop.number("SELECT COUNT(*) FROM outbox").await, 0);
    let text = code(shop, PHONE).await;
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

//
both!(five_codes_a_day_are_enough_from_one_place, async |shop| {
    shop.member_with_password("bees", PHONE, "right").await;
    let device = shop.sign_in(PHONE, "right", "").await.unwrap().device;
    for phone in [PHONE, "13900009999"] {
        for _ in 0..5 {
            identity::send_code(shop, phone, &from(1)).await.unwrap();
        }
        let refused = identity::send_code(shop, phone, &from(1)).await.unwrap_err();
        assert_eq!(refused.code(), ErrorCode::TooManyAttempts, "known or not: {phone}");
        assert!(matches!(refused, Error::TooMany { seconds: 17_281 }), "{refused:?}");
        identity::send_code(shop, phone, &from(2)).await.unwrap();
    }
    let known = Guesser {
        device: &device,
        ..from(1)
    };
    identity::send_code(shop, PHONE, &known).await.unwrap();
});

both!(no_code_is_said_to_come_that_is_held_back, async |shop| {
    shop.member_with_password("bees", PHONE, "right").await;
    let device = shop.sign_in(PHONE, "right", "").await.unwrap().device;
    let until = async |phone: &str, number: u8| {
        let refused = identity::send_code(shop, phone, &from(number)).await.unwrap_err();
        let Error::TooMany { seconds } = refused else {
            panic!("known or not: {phone} {refused:?}");
        };
        i64::from(seconds)
    };
    for phone in [PHONE, "13900009999"] {
        for number in 0..12 {
            identity::send_code(shop, phone, &from(1 + number / 5)).await.unwrap();
        }
        let day_ends = shop.now() + until(phone, 4).await * 1000;
        assert_eq!(domain::day_number(day_ends), domain::day_number(shop.now()) + 1);
        assert_eq!(domain::day_number(day_ends - 1001), domain::day_number(shop.now()));
    }
    // Nothing was taken from who was refused.
    let left = "SELECT MIN(tokens_milli) FROM rate_limits WHERE bucket LIKE 'code-sent:%:192.0.2.4'";
    assert_eq!(shop.number(left).await, 5_000);
    // What strangers ask for uses up none of the owner's own.
    let own = Guesser {
        device: &device,
        ..from(4)
    };
    identity::send_code(shop, PHONE, &own).await.unwrap();
    let office = Provider::that(Does::Takes).office();
    office.work(shop).await.unwrap();
    assert_eq!(shop.number("SELECT COUNT(*) FROM messages").await, 13);
    assert_eq!(listed_count(shop, MessageState::Suppressed).await, 0);
    shop.clock.advance(until(PHONE, 4).await * 1000);
    identity::send_code(shop, PHONE, &from(4)).await.unwrap();
});

both!(
    no_code_is_asked_for_once_a_networks_messages_are_used_up,
    async |shop| {
        shop.member_with_password("bees", PHONE, "right").await;
        let device = shop.sign_in(PHONE, "right", "").await.unwrap().device;
        let budgets = Budgets {
            network: 1,
            ..Budgets::default()
        };
        shop.send_within(budgets.clone());
        let unknown = "13900009999";
        // Which of them was sent a message cannot be told from it.
        for (network, first, second) in [(1, PHONE, unknown), (2, unknown, PHONE)] {
            identity::send_code(shop, first, &from(network)).await.unwrap();
            let refused = identity::send_code(shop, second, &from(network)).await.unwrap_err();
            assert!(matches!(refused, Error::TooMany { .. }), "{second} {refused:?}");
        }
        let own = Guesser {
            device: &device,
            ..from(1)
        };
        identity::send_code(shop, PHONE, &own).await.unwrap();
        let office = Office::new(Arc::new(Provider::that(Does::Takes)), budgets);
        office.work(shop).await.unwrap();
        assert_eq!(shop.number("SELECT COUNT(*) FROM messages").await, 2);
        assert_eq!(listed_count(shop, MessageState::Suppressed).await, 0);
    }
);

//
both!(
    the_networks_of_one_customer_do_not_try_as_many_passwords_each,
    async |shop| {
        shop.member_with_password("almonds", PHONE, "right").await;
        let of_one_customer = |number: u16| Guesser {
            network: Network::of(IpAddr::from([0x2001, 0xdb8, 1, number, 0, 0, 0, 1])),
            ..Guesser::default()
        };
        for number in 0..20 {
            let wrong = try_from(shop, of_one_customer(number), "wrong", "").await.unwrap_err();
            assert_eq!(wrong.code(), ErrorCode::SignInFailed, "{number}");
        }
        let refused = try_from(shop, of_one_customer(20), "right", "").await.unwrap_err();
        assert_eq!(refused.code(), ErrorCode::TooManyAttempts);
        try_from(shop, from(1), "right", "").await.unwrap();
    }
);
