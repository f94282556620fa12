//! many at once, and the same form again.

use std::collections::BTreeSet;

use service::Clock;
use tokio::task::JoinSet;

use crate::both::both;
use crate::buyer::{self, Fields, set};
use crate::client::{Answer, Client};
use crate::template::Template;
use crate::test_app::{Options, TestApp};

/// Sends the forms all at one time.
async fn at_once(forms: Vec<(Client, Fields)>) -> Vec<Answer> {
    let mut sent = JoinSet::new();
    for (mut client, fields) in forms {
        sent.spawn(async move { buyer::place(&mut client, &fields).await });
    }
    sent.join_all().await
}

both!(a_06_the_last_jar_is_sold_once);
async fn a_06_the_last_jar_is_sold_once() {
    let app = TestApp::start().await;
    let offer = app.offer("HONEY-JAR").await;
    app.execute(&format!("UPDATE stock SET on_hand = 1 WHERE offer_id = {offer}"))
        .await;
    let mut forms = Vec::new();
    for _ in 0..50 {
        let mut client = app.client();
        buyer::add(&mut client, offer, "1").await.is(303);
        let fields = buyer::checkout_form(&mut client, "ug").await;
        forms.push((client, fields));
    }
    let answers = at_once(forms).await;
    let with = |status: u16| answers.iter().filter(|answer| answer.status == status).count();
    assert_eq!((with(303), with(409)), (1, 49));
    for (count, of) in [
        (1, "order_groups"),
        (1, "orders"),
        (1, "order_lines"),
        (1, "reservations"),
        (1, "payments"),
    ] {
        assert_eq!(app.number(&format!("SELECT count(*) FROM {of}")).await, count, "{of}");
    }
    let stock = format!("SELECT on_hand || '-' || reserved FROM stock WHERE offer_id = {offer}");
    assert_eq!(app.text(&stock).await, "1-1");
    buyer::add(&mut app.client(), offer, "1").await.is(409);
}

both!(a_07_one_form_sent_twenty_times_is_one_order);
async fn a_07_one_form_sent_twenty_times_is_one_order() {
    let clock = Clock::fixed(1_790_000_000_000);
    let options = Options {
        clock: Some(clock.clone()),
        ..Options::default()
    };
    let app = TestApp::start_from(Template::plain(), options).await;
    let mut client = app.client();
    buyer::add(&mut client, app.offer("BADAM-500").await, "2").await.is(303);
    let fields = buyer::checkout_form(&mut client, "ug").await;
    let answers = at_once(vec![(client.clone(), fields.clone()); 20]).await;
    let codes: BTreeSet<String> = answers
        .iter()
        .map(|answer| buyer::code_of(answer).to_string())
        .collect();
    assert_eq!(codes.len(), 1, "{codes:?}");
    assert_eq!(app.number("SELECT count(*) FROM order_groups").await, 1);
    assert_eq!(app.number("SELECT reserved FROM stock WHERE reserved > 0").await, 2);

    // And once more a day later, by the back button.
    clock.advance(24 * 3_600_000);
    let before = app.snapshot().await;
    let late = buyer::place(&mut client, &fields).await.is(303);
    assert!(codes.contains(&buyer::code_of(&late).to_string()));
    app.is_unchanged(&before, &app.snapshot().await, "resend");
}

both!(a_08_one_key_is_for_one_form);
async fn a_08_one_key_is_for_one_form() {
    let app = TestApp::start().await;
    let mut client = app.client();
    buyer::add(&mut client, app.offer("BADAM-500").await, "2").await.is(303);
    let fields = buyer::checkout_form(&mut client, "ug").await;
    buyer::place(&mut client, &fields).await.is(303);
    let before = app.snapshot().await;
    for (name, value) in [
        ("name", "Somebody else"),
        ("phone", "13900139000"),
        ("station", "B002"),
        ("note", "more"),
    ] {
        let mut other = fields.clone();
        set(&mut other, name, value);
        buyer::place(&mut client, &other).await.is(422);
        app.is_unchanged(&before, &app.snapshot().await, name);
    }
    // Somebody else's cart with a key they saw.
    let mut thief = app.client();
    buyer::add(&mut thief, app.offer("BADAM-500").await, "1").await.is(303);
    let before = app.snapshot().await;
    let answer = buyer::place(&mut thief, &fields).await;
    assert!(matches!(answer.status.as_u16(), 409 | 422), "{}", answer.status);
    assert!(!thief.cookies.contains_key("__Host-orders"));
    app.is_unchanged(&before, &app.snapshot().await, "thief");
}
