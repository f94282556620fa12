//! How long a session lasts, what ends it, and what asks for the password once more.

use domain::{Actor, CooperativeRole, ErrorCode, FieldCode, IdempotencyKey, Membership, Token};
use service::identity::{Guesser, PasswordChange, Proof, SignIn};
use service::{Error, identity};
use testing::{TestShop, both};

use crate::identity::{HOUR, MINUTE, PHONE, code, fails, from, try_from};

both!(a_session_ends_after_twelve_idle_hours, async |shop| {
    let member = shop.member_with_password("bees", PHONE, "right").await;
    let cookie = shop.sign_in(PHONE, "right", "").await.unwrap().token.to_hex();
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
    let cookie = shop.sign_in(PHONE, "right", "").await.unwrap().token.to_hex();
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
    let phone = shop.sign_in(PHONE, "right", "").await.unwrap().token.to_hex();
    let office = shop.sign_in(PHONE, "right", "").await.unwrap().token.to_hex();
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

//
both!(a_new_sign_in_ends_the_old_session_of_the_same_browser, async |shop| {
    let member = shop.member_with_password("bees", PHONE, "right").await;
    shop.member_with_password("almonds", "+8613933334444", "other").await;
    let old = shop.sign_in("13933334444", "other", "").await.unwrap().token.to_hex();
    let elsewhere = shop.sign_in("13933334444", "other", "").await.unwrap().token.to_hex();
    let ask = SignIn {
        phone: PHONE,
        password: "right",
        old_session: &old,
        ..SignIn::default()
    };
    let new = identity::sign_in(shop, &ask).await.unwrap().token.to_hex();
    assert_eq!(identity::actor(shop, &old).await.unwrap(), Actor::Anonymous);
    assert_eq!(identity::actor(shop, &new).await.unwrap(), member);
    assert!(identity::actor(shop, &elsewhere).await.unwrap().user().is_some());
});

both!(sessions_are_listed_and_ended_one_by_one_and_all_at_once, async |shop| {
    shop.member_with_password("bees", PHONE, "right").await;
    shop.member_with_password("almonds", "+8613933334444", "other").await;
    let stranger = shop.sign_in("13933334444", "other", "").await.unwrap().token.to_hex();
    let mut cookies = Vec::new();
    for agent in [
        "Mozilla/5.0 (Linux; Android 13) Chrome/116.0 Mobile",
        "Mozilla/5.0 (Windows NT 10.0) Firefox/130.0",
        "",
    ] {
        let ask = SignIn {
            phone: PHONE,
            password: "right",
            agent,
            ..SignIn::default()
        };
        cookies.push(identity::sign_in(shop, &ask).await.unwrap().token.to_hex());
        shop.clock.advance(MINUTE);
    }
    let listed = identity::account(shop, &cookies[2]).await.unwrap().sessions;
    let devices: Vec<_> = listed.iter().map(|session| session.device.as_str()).collect();
    assert_eq!(devices, ["", "Firefox · Windows", "Chrome · Android"]);
    assert_eq!(listed.iter().filter(|session| session.is_this).count(), 1);
    assert!(listed[0].is_this);
    for session in &listed {
        assert!(
            !cookies.iter().any(|cookie| cookie.contains(&session.handle)),
            "no part of a token"
        );
    }
    let handle = listed[1].handle.clone();
    let not_mine = identity::end_session(shop, &stranger, &handle).await.unwrap_err();
    assert!(matches!(not_mine, Error::NotFound), "{not_mine:?}");
    identity::end_session(shop, &cookies[2], &handle).await.unwrap();
    assert_eq!(identity::actor(shop, &cookies[1]).await.unwrap(), Actor::Anonymous);
    identity::end_other_sessions(shop, &cookies[2]).await.unwrap();
    assert_eq!(identity::actor(shop, &cookies[0]).await.unwrap(), Actor::Anonymous);
    assert!(identity::actor(shop, &cookies[2]).await.unwrap().user().is_some());
    assert!(identity::actor(shop, &stranger).await.unwrap().user().is_some());
});

both!(a_password_is_changed_by_who_knows_the_old_one, async |shop| {
    let member = shop.member_with_password("bees", PHONE, "old password").await;
    let here = shop.sign_in(PHONE, "old password", "").await.unwrap().token.to_hex();
    let there = shop.sign_in(PHONE, "old password", "").await.unwrap().token.to_hex();
    let change =
        async |old, new| identity::change_password(shop, &here, PasswordChange { old, new }, &Guesser::default()).await;
    for (old, new, field, code) in [
        ("", "ئالتۇن بادام", "old", FieldCode::Required),
        ("wrong", "ئالتۇن بادام", "old", FieldCode::InvalidCode),
        ("old password", "short", "new", FieldCode::TooShort),
        ("old password", "13911112222", "new", FieldCode::TooEasy),
    ] {
        match change(old, new).await {
            Err(Error::Fields(fields)) => assert_eq!(fields.of(field), Some(code), "{old} {new}"),
            other => panic!("{other:?}"),
        }
    }
    assert!(identity::actor(shop, &there).await.unwrap().user().is_some());
    let renewed = change("old password", "ئالتۇن بادام").await.unwrap().to_hex();
    assert_eq!(identity::actor(shop, &renewed).await.unwrap(), member);
    assert_eq!(
        identity::actor(shop, &here).await.unwrap(),
        Actor::Anonymous,
        "whoever copied it is out"
    );
    assert_eq!(identity::actor(shop, &there).await.unwrap(), Actor::Anonymous);
    fails(shop, PHONE, "old password", "").await;
    // With a space at the end and no-break ones inside, as phones write it.
    shop.sign_in(PHONE, "ئالتۇن\u{a0}بادام ", "").await.unwrap();
});

both!(who_forgot_the_password_sets_a_new_one_by_a_code, async |shop| {
    shop.member_with_password("bees", PHONE, "forgotten").await;
    let sent = code(shop, PHONE).await;
    let cookie = shop.sign_in(PHONE, "", &sent).await.unwrap().token.to_hex();
    let change = PasswordChange {
        old: "",
        new: "ئالتۇن بادام",
    };
    shop.clock.advance(10 * MINUTE);
    assert!(
        identity::change_password(shop, &cookie, change, &Guesser::default())
            .await
            .is_err()
    );
    let sent = code(shop, PHONE).await;
    let cookie = shop.sign_in(PHONE, "", &sent).await.unwrap().token.to_hex();
    assert!(!identity::account(shop, &cookie).await.unwrap().asks_old);
    identity::change_password(shop, &cookie, change, &Guesser::default())
        .await
        .unwrap();
    shop.sign_in(PHONE, "ئالتۇن بادام", "").await.unwrap();
});

/// A password or a code, typed into a form that is sent once.
fn proof<'r>(password: &'r str, code: &'r str) -> Proof<'r> {
    Proof {
        password,
        code,
        ..Proof::default()
    }
}

//
both!(money_and_roles_ask_once_more_after_ten_minutes, async |shop| {
    shop.member_with_password("bees", PHONE, "right").await;
    let cookie = shop.sign_in(PHONE, "right", "").await.unwrap().token.to_hex();
    shop.clock.advance(10 * MINUTE - 1);
    assert!(identity::require_fresh(shop, &cookie).await.unwrap().is_some());
    shop.clock.advance(1);
    assert!(identity::require_fresh(shop, &cookie).await.unwrap().is_none());
    let confirm = async |cookie: &str, password, code: &str| {
        let confirmed = identity::confirm(shop, cookie, proof(password, code), &Guesser::default()).await;
        confirmed.map(|confirmed| confirmed.token.to_hex())
    };
    assert!(confirm(&cookie, "wrong", "").await.is_err());
    // A code to sign in with is none to confirm with.
    let for_signing_in = code(shop, PHONE).await;
    assert!(confirm(&cookie, "", &for_signing_in).await.is_err());
    let cookie = confirm(&cookie, "right", "").await.unwrap();
    assert!(identity::require_fresh(shop, &cookie).await.unwrap().is_some());
    shop.clock.advance(HOUR);
    identity::send_confirm_code(shop, &cookie, &Guesser::default())
        .await
        .unwrap();
    let sent = shop.code_sent().await;
    fails(shop, PHONE, "", &sent).await;
    let cookie = confirm(&cookie, "", &sent).await.unwrap();
    assert!(identity::require_fresh(shop, &cookie).await.unwrap().is_some());
    let nobody = identity::require_fresh(shop, "").await.unwrap_err();
    assert!(matches!(nobody, Error::NotFound), "{nobody:?}");
});

both!(
    a_stolen_session_is_dead_once_its_owner_showed_who_they_are,
    async |shop| {
        let member = shop.member_with_password("bees", PHONE, "right").await;
        let stolen = shop.sign_in(PHONE, "right", "").await.unwrap().token.to_hex();
        let elsewhere = shop.sign_in(PHONE, "right", "").await.unwrap().token.to_hex();
        let before = identity::account(shop, &stolen).await.unwrap().sessions;
        // A wrong password changes nothing.
        let wrong = identity::confirm(shop, &stolen, proof("wrong", ""), &Guesser::default()).await;
        assert_eq!(wrong.unwrap_err().code(), ErrorCode::SignInFailed);
        assert_eq!(identity::actor(shop, &stolen).await.unwrap(), member);
        shop.clock.advance(HOUR);
        let confirmed = identity::confirm(shop, &stolen, proof("right", ""), &Guesser::default())
            .await
            .unwrap();
        let kept = confirmed.token.to_hex();
        assert_ne!(kept, stolen);
        assert_eq!(identity::actor(shop, &stolen).await.unwrap(), Actor::Anonymous);
        let again = identity::confirm(shop, &stolen, proof("right", ""), &Guesser::default()).await;
        assert!(matches!(again, Err(Error::NotFound)), "{again:?}");
        assert!(identity::require_fresh(shop, &stolen).await.is_err());
        // The owner goes on in the same session, and the one elsewhere is not touched.
        assert_eq!(identity::actor(shop, &kept).await.unwrap(), member);
        assert!(identity::require_fresh(shop, &kept).await.unwrap().is_some());
        assert_eq!(identity::actor(shop, &elsewhere).await.unwrap(), member);
        let after = identity::account(shop, &kept).await.unwrap().sessions;
        assert_eq!(after.len(), before.len());
        let this = |all: &[identity::SessionView]| all.iter().find(|session| session.is_this).unwrap().since;
        assert_eq!(this(&after), this(&before), "it did not begin anew");
    }
);

both!(a_confirmation_sent_twice_leads_to_the_same_session, async |shop| {
    let member = shop.member_with_password("bees", PHONE, "right").await;
    let guesser = Guesser::default();
    for way in ["one after the other", "at once", "by a code"] {
        let old = shop.sign_in(PHONE, "right", "").await.unwrap().token.to_hex();
        shop.clock.advance(HOUR);
        let mut tapped = Proof {
            form: Some(IdempotencyKey::from_bytes([7; 16])),
            ..proof("right", "")
        };
        let code;
        if way == "by a code" {
            identity::send_confirm_code(shop, &old, &guesser).await.unwrap();
            code = shop.code_sent().await;
            (tapped.password, tapped.code) = ("", &code);
        }
        let tap = || identity::confirm(shop, &old, tapped, &guesser);
        let (first, second) = if way == "at once" {
            tokio::join!(tap(), tap())
        } else {
            (tap().await, tap().await)
        };
        let new = first.unwrap().token.to_hex();
        assert_eq!(second.unwrap().token.to_hex(), new, "{way}");
        assert_eq!(identity::actor(shop, &new).await.unwrap(), member, "{way}");
        // The old cookie is dead for everything else, and for other forms.
        assert_eq!(identity::actor(shop, &old).await.unwrap(), Actor::Anonymous, "{way}");
        let other = Proof {
            form: Some(IdempotencyKey::from_bytes([8; 16])),
            ..tapped
        };
        for stolen in [other, Proof { form: None, ..tapped }] {
            let answer = identity::confirm(shop, &old, stolen, &guesser).await;
            assert!(matches!(answer, Err(Error::NotFound)), "{way}: {answer:?}");
        }
        // And for this form too, a moment later.
        shop.clock.advance(10_000);
        let late = tap().await;
        assert!(matches!(late, Err(Error::NotFound)), "{way}: {late:?}");
        assert_eq!(identity::actor(shop, &new).await.unwrap(), member, "{way}");
        identity::sign_out(shop, &new).await.unwrap();
    }
});

both!(of_two_who_confirm_at_once_one_goes_on, async |shop| {
    let member = shop.member_with_password("bees", PHONE, "right").await;
    let cookie = shop.sign_in(PHONE, "right", "").await.unwrap().token.to_hex();
    let guesser = Guesser::default();
    let confirm = || identity::confirm(shop, &cookie, proof("right", ""), &guesser);
    let answers = tokio::join!(confirm(), confirm());
    let mut tokens = Vec::new();
    for answer in [answers.0, answers.1] {
        match answer {
            Ok(confirmed) => tokens.push(confirmed.token.to_hex()),
            Err(error) => assert!(matches!(error, Error::NotFound), "{error:?}"),
        }
    }
    assert_eq!(tokens.len(), 1);
    assert_eq!(identity::actor(shop, &tokens[0]).await.unwrap(), member);
    assert_eq!(shop.number("SELECT COUNT(*) FROM sessions").await, 1);
});

both!(
    a_password_kept_before_there_was_a_normal_form_still_fits,
    async |shop| {
        use argon2::password_hash::PasswordHasher;
        let member = shop.member_with_password("bees", PHONE, "unused").await;
        let typed = "ＢＡＤＡＭ ٢٠٢٦";
        let old = argon2::Argon2::default()
            .hash_password_with_salt(typed.as_bytes(), &[7; 16])
            .unwrap();
        let user = member.user().unwrap();
        shop.execute(format!("UPDATE users SET password_hash = '{old}' WHERE id = {user}"))
            .await;
        fails(shop, PHONE, "BADAM 2026", "").await;
        shop.sign_in(PHONE, typed, "").await.unwrap();
        // From now on it is kept in its normal form.
        shop.sign_in(PHONE, "BADAM 2026", "").await.unwrap();
        shop.sign_in(PHONE, typed, "").await.unwrap();
    }
);

both!(a_session_acts_by_the_membership_chosen_for_it, async |shop| {
    let member = shop.member_with_password("bees", PHONE, "right").await;
    let almonds = Membership::Cooperative(shop.cooperative("almonds").await, CooperativeRole::Packer);
    let user = member.user().unwrap();
    shop.add_membership(user, almonds).await;
    let cookie = shop.sign_in(PHONE, "right", "").await.unwrap().token.to_hex();
    let other = shop.sign_in(PHONE, "right", "").await.unwrap().token.to_hex();
    assert_eq!(identity::actor(shop, &cookie).await.unwrap(), member, "the oldest");
    let account = identity::account(shop, &cookie).await.unwrap();
    let second = account.memberships[1];
    assert_eq!(second.1, almonds);
    identity::act_by(shop, &cookie, second.0).await.unwrap();
    assert_eq!(identity::actor(shop, &cookie).await.unwrap(), Actor::of(user, almonds));
    assert_eq!(
        identity::actor(shop, &other).await.unwrap(),
        member,
        "this session only"
    );
    let stranger = domain::MembershipId(99_999);
    assert!(matches!(
        identity::act_by(shop, &cookie, stranger).await,
        Err(Error::NotFound)
    ));
    // When it is taken away the next one is acted by.
    shop.execute(format!("DELETE FROM member_roles WHERE id = {}", second.0))
        .await;
    assert_eq!(identity::actor(shop, &cookie).await.unwrap(), member);
});

both!(who_belongs_nowhere_is_somebody_without_rights, async |shop| {
    let member = shop.member_with_password("bees", PHONE, "right").await;
    let user = member.user().unwrap();
    let cookie = shop.sign_in(PHONE, "right", "").await.unwrap().token.to_hex();
    shop.execute(format!("DELETE FROM member_roles WHERE user_id = {user}"))
        .await;
    assert_eq!(identity::actor(shop, &cookie).await.unwrap(), Actor::Person { user });
});

#[tokio::test]
async fn a_database_that_does_not_answer_is_not_nobody() {
    let shop = TestShop::open(testing::Database::Sqlite).await.unwrap();
    shop.member_with_password("bees", PHONE, "right").await;
    let cookie = shop.sign_in(PHONE, "right", "").await.unwrap().token.to_hex();
    shop.execute("DROP TABLE member_roles").await;
    identity::actor(&shop, &cookie).await.unwrap_err();
    shop.execute("DROP TABLE sessions").await;
    identity::actor(&shop, &cookie).await.unwrap_err();
}

/// Too many passwords at once are refused at once, and cost nobody a try.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_flood_of_passwords_is_told_to_come_back() {
    let shop = TestShop::open(testing::Database::Sqlite).await.unwrap();
    shop.member_with_password("bees", PHONE, "right").await;
    let tries = (0..150_u8).map(|number| {
        let shop = service::Shop::clone(&shop);
        tokio::spawn(async move {
            let ask = SignIn {
                phone: PHONE,
                password: "wrong",
                guesser: from(number),
                ..SignIn::default()
            };
            identity::sign_in(&shop, &ask).await.unwrap_err().code()
        })
    });
    let mut busy = 0;
    for answer in tries.collect::<Vec<_>>() {
        match answer.await.unwrap() {
            ErrorCode::Busy => busy += 1,
            ErrorCode::SignInFailed => {}
            other => panic!("{other}"),
        }
    }
    assert!(busy > 0, "the queue has an end");
    try_from(&shop, from(200), "right", "").await.unwrap();
}
