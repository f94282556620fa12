//! Signing in with fingerprint, face or lock of a device: what counts, and everything that does not.

use domain::{Actor, ErrorCode, FieldCode, IdempotencyKey, MessageState, UserId};
use service::identity::passkeys::{self, MOST, NewPasskey, PasskeyPlace, PasskeySignIn};
use service::identity::{Guesser, Proof, SignedIn, confirm, require_fresh};
use service::messages::channel::Page;
use service::messages::{self, Budgets, Office};
use service::{Error, identity};
use testing::device::{Curve, Device, PRESENT, VERIFIED};
use testing::{TestShop, both};

use crate::identity::{HOUR, MINUTE, PHONE, from};

const ORIGIN: &str = "https://shop.example";

/// What is wrong with an answer, and a device that answers so.
type Wrong = (&'static str, fn(&mut Device));

fn place() -> PasskeyPlace {
    PasskeyPlace::of(ORIGIN).unwrap()
}

/// Asks and has the device made known, by somebody who has just signed in.
async fn add(shop: &TestShop, cookie: &str, device: &mut Device) -> service::Result<()> {
    let fresh = require_fresh(shop, cookie).await?.unwrap();
    let options = passkeys::ask_to_add(shop, &place(), cookie, fresh, &Guesser::default()).await?;
    let answer = device.make(&options);
    send_new(shop, cookie, &answer).await
}

async fn send_new(shop: &TestShop, cookie: &str, answer: &str) -> service::Result<()> {
    let fresh = require_fresh(shop, cookie).await?.unwrap();
    let new = NewPasskey {
        answer,
        name: " My  phone ",
        ..NewPasskey::default()
    };
    passkeys::add(shop, &place(), cookie, fresh, new).await
}

async fn sign_in_by(shop: &TestShop, answer: &str, ticket: &str) -> service::Result<SignedIn> {
    let ask = PasskeySignIn {
        answer,
        ticket,
        agent: "Mozilla/5.0 (Linux; Android 13) Chrome/116.0 Mobile",
        ..PasskeySignIn::default()
    };
    passkeys::sign_in(shop, &place(), &ask).await
}

async fn sign_in(shop: &TestShop, device: &Device) -> service::Result<SignedIn> {
    let asked = passkeys::ask_to_sign_in(shop, &place(), &Guesser::default()).await?;
    sign_in_by(shop, &device.show(&asked.options), &asked.ticket.to_hex()).await
}

/// Somebody with a device, and the session in which they set it up.
async fn member_with_device(shop: &TestShop, curve: Curve) -> (Actor, String, Device) {
    let member = shop.member_with_password("bees", PHONE, "right").await;
    let cookie = shop.sign_in(PHONE, "right", "").await.unwrap().token.to_hex();
    let mut device = Device::new(curve, ORIGIN);
    add(shop, &cookie, &mut device).await.unwrap();
    (member, cookie, device)
}

/// The one answer that tells nothing.
fn is_refused<T: std::fmt::Debug>(done: service::Result<T>, what: &str) {
    match done {
        Err(Error::Refused(code)) => assert_eq!(code, ErrorCode::SignInFailed, "{what}"),
        other => panic!("{what}: {other:?}"),
    }
}

fn is_not_added(done: service::Result<()>, expected: FieldCode, what: &str) {
    match done {
        Err(Error::Fields(fields)) => assert_eq!(fields.of("passkey"), Some(expected), "{what}"),
        other => panic!("{what}: {other:?}"),
    }
}

both!(a_device_is_set_up_told_of_and_signs_in, async |shop| {
    let (member, cookie, p256) = member_with_device(shop, Curve::P256).await;
    let mut ed25519 = Device::new(Curve::Ed25519, ORIGIN);
    add(shop, &cookie, &mut ed25519).await.unwrap();
    assert_eq!(p256.user_handle, ed25519.user_handle, "one handle a person");
    let listed = passkeys::list(shop, &cookie).await.unwrap();
    assert_eq!(listed.len(), 2);
    assert_eq!((listed[0].name.as_str(), listed[0].used), ("My phone", None));
    let noted = "SELECT COUNT(*) FROM audit_events WHERE action = 'passkey.add'";
    assert_eq!(shop.number(noted).await, 2);

    let office = Office::new(std::sync::Arc::new(Page), Budgets::default());
    office.work(shop).await.unwrap();
    let centre = shop.of_centre().await;
    let told = messages::list(shop, centre, MessageState::Sent, 1).await.unwrap();
    let told: Vec<_> = told
        .messages
        .iter()
        .filter_map(|message| message.text.as_deref())
        .collect();
    assert!(told.iter().any(|text| text.contains("My phone")), "{told:?}");

    shop.clock.advance(HOUR);
    for device in [&p256, &ed25519] {
        let signed_in = sign_in(shop, device).await.unwrap();
        assert_eq!(signed_in.actor, member);
        let session = signed_in.token.to_hex();
        assert!(
            require_fresh(shop, &session).await.unwrap().is_some(),
            "as after a password"
        );
        let own = identity::account(shop, &session).await.unwrap();
        assert_eq!(own.sessions[0].device, "Chrome · Android");
        assert!(own.asks_old, "a new password still asks for the old one");
    }
    assert_eq!(passkeys::list(shop, &cookie).await.unwrap()[0].used, Some(shop.now()));
});

both!(an_answer_counts_once_in_its_browser_for_five_minutes, async |shop| {
    let (_, cookie, device) = member_with_device(shop, Curve::P256).await;
    let ask = async || {
        passkeys::ask_to_sign_in(shop, &place(), &Guesser::default())
            .await
            .unwrap()
    };

    let asked = ask().await;
    let (answer, ticket) = (device.show(&asked.options), asked.ticket.to_hex());
    sign_in_by(shop, &answer, &ticket).await.unwrap();
    is_refused(sign_in_by(shop, &answer, &ticket).await, "sent again");

    let (asked, other) = (ask().await, ask().await);
    let answer = device.show(&asked.options);
    for ticket in [other.ticket.to_hex().as_str(), "", "nonsense"] {
        is_refused(sign_in_by(shop, &answer, ticket).await, "another browser");
    }

    let asked = ask().await;
    shop.clock.advance(5 * MINUTE - 1);
    let late = ask().await;
    sign_in_by(shop, &device.show(&asked.options), &asked.ticket.to_hex())
        .await
        .unwrap();
    shop.clock.advance(5 * MINUTE);
    is_refused(
        sign_in_by(shop, &device.show(&late.options), &late.ticket.to_hex()).await,
        "late",
    );

    // What was asked for one purpose is good for no other.
    let fresh_cookie = shop.sign_in(PHONE, "right", "").await.unwrap().token.to_hex();
    let options = passkeys::ask_to_confirm(shop, &place(), &fresh_cookie, &Guesser::default())
        .await
        .unwrap();
    is_refused(
        sign_in_by(shop, &device.show(&options), &fresh_cookie).await,
        "asked to confirm",
    );
    assert!(identity::actor(shop, &cookie).await.unwrap().user().is_some());
});

both!(what_does_not_fit_signs_nobody_in, async |shop| {
    let (_, _, good) = member_with_device(shop, Curve::P256).await;
    let like = |change: &dyn Fn(&mut Device)| {
        let mut device = Device::new(Curve::P256, ORIGIN);
        device.credential.clone_from(&good.credential);
        device.user_handle.clone_from(&good.user_handle);
        change(&mut device);
        device
    };
    is_refused(sign_in(shop, &like(&|_| {})).await, "signed by another key");
    let unknown = Device::new(Curve::P256, ORIGIN);
    is_refused(sign_in(shop, &unknown).await, "not known");

    let mut device = good;
    sign_in(shop, &device).await.unwrap();
    let wrong: [Wrong; 9] = [
        ("origin", |d| d.origin = "https://shop.example.evil".to_owned()),
        ("http", |d| d.origin = "http://shop.example".to_owned()),
        ("host", |d| d.host = "evil.example".to_owned()),
        ("nobody there", |d| d.flags = VERIFIED),
        ("not verified", |d| d.flags = PRESENT),
        ("kind", |d| d.kind = Some("webauthn.create")),
        ("framed", |d| d.is_framed = true),
        ("somebody else's", |d| d.user_handle = Some(vec![7; 32])),
        ("nobody's", |d| d.user_handle = None),
    ];
    for (what, change) in wrong {
        let (origin, host, handle) = (device.origin.clone(), device.host.clone(), device.user_handle.clone());
        change(&mut device);
        is_refused(sign_in(shop, &device).await, what);
        (device.origin, device.host, device.user_handle) = (origin, host, handle);
        (device.flags, device.kind, device.is_framed) = (PRESENT | VERIFIED, None, false);
        sign_in(shop, &device).await.unwrap();
    }
    let asked = passkeys::ask_to_sign_in(shop, &place(), &Guesser::default())
        .await
        .unwrap();
    for nonsense in ["", "{}", "passkey", &"a".repeat(20_000)] {
        is_refused(sign_in_by(shop, nonsense, &asked.ticket.to_hex()).await, "nonsense");
    }
});

both!(a_device_that_counts_back_is_refused, async |shop| {
    let (_, _, mut device) = member_with_device(shop, Curve::P256).await;
    for (count, fits) in [
        (0, true),
        (0, true),
        (5, true),
        (5, false),
        (4, false),
        (0, false),
        (6, true),
    ] {
        device.count = count;
        let done = sign_in(shop, &device).await;
        assert_eq!(done.is_ok(), fits, "{count}: {done:?}");
    }
});

both!(a_device_shows_again_who_one_is, async |shop| {
    let (_, cookie, device) = member_with_device(shop, Curve::P256).await;
    shop.member_with_password("almonds", "+8613933334444", "other").await;
    let stranger = shop.sign_in("13933334444", "other", "").await.unwrap().token.to_hex();
    let mut theirs = Device::new(Curve::P256, ORIGIN);
    add(shop, &stranger, &mut theirs).await.unwrap();
    shop.clock.advance(11 * MINUTE);
    assert!(require_fresh(shop, &cookie).await.unwrap().is_none());
    let place = place();
    let show = async |device: &Device, form| {
        let options = passkeys::ask_to_confirm(shop, &place, &cookie, &Guesser::default())
            .await
            .unwrap();
        let answer = device.show(&options);
        let proof = Proof {
            passkey: Some((&place, &answer)),
            form,
            ..Proof::default()
        };
        let first = confirm(shop, &cookie, proof, &Guesser::default()).await;
        (first, confirm(shop, &cookie, proof, &Guesser::default()).await)
    };
    let (first, _) = show(&theirs, None).await;
    is_refused(first, "somebody else's device");
    let form = Some(IdempotencyKey::from_bytes([3; 16]));
    let (first, second) = show(&device, form).await;
    let token = first.unwrap().token;
    assert_eq!(second.unwrap().token, token, "tapped twice");
    assert!(require_fresh(shop, &token.to_hex()).await.unwrap().is_some());
    assert_eq!(
        identity::actor(shop, &cookie).await.unwrap(),
        Actor::Anonymous,
        "the old cookie is dead"
    );
});

both!(a_removed_device_ends_what_it_began, async |shop| {
    let (_, cookie, device) = member_with_device(shop, Curve::P256).await;
    let lost = sign_in(shop, &device).await.unwrap().token.to_hex();
    let elsewhere = shop.sign_in(PHONE, "right", "").await.unwrap().token.to_hex();
    shop.member_with_password("almonds", "+8613933334444", "other").await;
    let stranger = shop.sign_in("13933334444", "other", "").await.unwrap().token.to_hex();
    let id = passkeys::list(shop, &cookie).await.unwrap()[0].id;

    let fresh = require_fresh(shop, &stranger).await.unwrap().unwrap();
    passkeys::remove(shop, &stranger, fresh, id).await.unwrap();
    let renamed = passkeys::rename(shop, &stranger, id, "mine").await.unwrap_err();
    assert!(matches!(renamed, Error::NotFound), "{renamed:?}");
    sign_in(shop, &device).await.unwrap();

    passkeys::rename(shop, &cookie, id, "تېلېفونۇم").await.unwrap();
    assert_eq!(passkeys::list(shop, &cookie).await.unwrap()[0].name, "تېلېفونۇم");
    let long = passkeys::rename(shop, &cookie, id, &"x".repeat(61)).await.unwrap_err();
    assert!(
        matches!(&long, Error::Fields(fields) if fields.of("name") == Some(FieldCode::TooLong)),
        "{long:?}"
    );

    let fresh = require_fresh(shop, &cookie).await.unwrap().unwrap();
    for _ in 0..2 {
        passkeys::remove(shop, &cookie, fresh, id).await.unwrap();
    }
    assert_eq!(
        shop.number("SELECT COUNT(*) FROM audit_events WHERE action = 'passkey.remove'")
            .await,
        1
    );
    is_refused(sign_in(shop, &device).await, "removed");
    assert_eq!(identity::actor(shop, &lost).await.unwrap(), Actor::Anonymous);
    for stays in [&cookie, &elsewhere, &stranger] {
        assert!(identity::actor(shop, stays).await.unwrap().user().is_some());
    }
});

both!(a_device_is_set_up_by_who_asked_and_only_rightly, async |shop| {
    shop.member_with_password("bees", PHONE, "right").await;
    let cookie = shop.sign_in(PHONE, "right", "").await.unwrap().token.to_hex();
    let other = shop.sign_in(PHONE, "right", "").await.unwrap().token.to_hex();
    let ask = async || {
        let fresh = require_fresh(shop, &cookie).await.unwrap().unwrap();
        passkeys::ask_to_add(shop, &place(), &cookie, fresh, &Guesser::default())
            .await
            .unwrap()
    };
    let wrong: [Wrong; 4] = [
        ("origin", |d| d.origin = "https://evil.example".to_owned()),
        ("host", |d| d.host = "evil.example".to_owned()),
        ("not verified", |d| d.flags = PRESENT),
        ("kind", |d| d.kind = Some("webauthn.get")),
    ];
    for (what, change) in wrong {
        let mut device = Device::new(Curve::P256, ORIGIN);
        change(&mut device);
        let answer = device.make(&ask().await);
        is_not_added(send_new(shop, &cookie, &answer).await, FieldCode::InvalidCode, what);
    }
    let mut device = Device::new(Curve::P256, ORIGIN);
    let answer = device.make(&ask().await);
    is_not_added(
        send_new(shop, &other, &answer).await,
        FieldCode::InvalidCode,
        "another session",
    );
    for _ in 0..2 {
        send_new(shop, &cookie, &answer).await.unwrap();
    }
    assert_eq!(
        passkeys::list(shop, &cookie).await.unwrap().len(),
        1,
        "sent twice, there once"
    );

    // Another key under a name that is taken takes nobody's place.
    let mut thief = Device::new(Curve::P256, ORIGIN);
    thief.credential.clone_from(&device.credential);
    let answer = thief.make(&ask().await);
    is_not_added(send_new(shop, &cookie, &answer).await, FieldCode::InvalidCode, "taken");
    sign_in(shop, &device).await.unwrap();

    for _ in 2..MOST {
        add(shop, &cookie, &mut Device::new(Curve::Ed25519, ORIGIN))
            .await
            .unwrap();
    }
    // Two at once for the last place; then nobody is asked for one more.
    let (mut one, mut two) = (Device::new(Curve::P256, ORIGIN), Device::new(Curve::P256, ORIGIN));
    let (one, two) = (one.make(&ask().await), two.make(&ask().await));
    let one_more = match tokio::join!(send_new(shop, &cookie, &one), send_new(shop, &cookie, &two)) {
        (Ok(()), other) | (other, Ok(())) => other,
        neither => panic!("{neither:?}"),
    };
    is_not_added(one_more, FieldCode::TooMuch, "one more");
    let fresh = require_fresh(shop, &cookie).await.unwrap().unwrap();
    let not_asked = passkeys::ask_to_add(shop, &place(), &cookie, fresh, &Guesser::default()).await;
    assert!(matches!(not_asked, Err(Error::NotFound)), "{not_asked:?}");
    assert_eq!(passkeys::list(shop, &cookie).await.unwrap().len(), MOST);
    assert_eq!(shop.number("SELECT COUNT(DISTINCT user_handle) FROM passkeys").await, 1);
});

both!(
    questions_are_bounded_by_network_and_right_answers_are_free,
    async |shop| {
        let (member, _, device) = member_with_device(shop, Curve::P256).await;
        let ask = async |number| passkeys::ask_to_sign_in(shop, &place(), &from(number)).await;
        for _ in 0..3 {
            let asked = ask(1).await.unwrap();
            let (answer, ticket) = (device.show(&asked.options), asked.ticket.to_hex());
            let sign_in = PasskeySignIn {
                answer: &answer,
                ticket: &ticket,
                guesser: from(1),
                ..PasskeySignIn::default()
            };
            assert_eq!(passkeys::sign_in(shop, &place(), &sign_in).await.unwrap().actor, member);
        }
        let mut asked = 0;
        while ask(1).await.is_ok() {
            asked += 1;
            assert!(asked <= 120, "no end");
        }
        assert_eq!(asked, 120);
        ask(2).await.unwrap();
        assert_ne!(member.user(), Some(UserId(0)));
    }
);
