//! One network's flood is told to wait, in its reader's language, and is nobody else's.

use std::time::{Duration, Instant};

use crate::client::{Answer, Ask};
use crate::pages::rules;
use crate::template::Template;
use crate::test_app::{Options, TestApp};

async fn limited(settings: Option<fn(&mut server::config::Settings)>) -> TestApp {
    let options = Options {
        is_limited: true,
        settings,
        ..Options::default()
    };
    TestApp::start_from(Template::plain(), options).await
}

fn from(ask: Ask, address: &str) -> Ask {
    ask.header("x-forwarded-for", address)
}

/// Sends until one is refused for its number.
async fn until_refused(app: &TestApp, ask: impl Fn() -> Ask, most: u32) -> (u32, Answer) {
    for sent in 0..most {
        let answer = app.client().send(ask()).await;
        if answer.status == 429 {
            return (sent, answer);
        }
        assert!(answer.status.as_u16() < 500, "{}", answer.status);
    }
    panic!("{most} were taken");
}

//
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn passwords_are_not_tried_by_the_hundred_from_one_network() {
    let app = limited(None).await;
    // Each for another account, which no limit by account sees. (The form is not filled in: nothing is hashed.)
    let ask = || {
        from(
            Ask::post("/es/account/sign-in", &[("phone", ""), ("password", "")]),
            "198.51.100.1",
        )
    };
    let (sent, answer) = until_refused(&app, ask, 200).await;
    assert!((60..80).contains(&sent), "{sent}");
    rules::hold(&answer, domain::Locale::Es, "over budget");
    let wait: u64 = answer.header("retry-after").parse().unwrap();
    assert!((1..=3).contains(&wait), "one a second: {wait}");
    assert!(answer.text().contains("demasiadas peticiones"));

    // Another network is not touched, and this one still sees pages.
    let other = from(Ask::post("/es/account/sign-in", &[("phone", "")]), "198.51.100.2");
    app.client().send(other).await.is(422);
    app.client().send(from(Ask::get("/es"), "198.51.100.1")).await.is(200);
    // What the page says is true.
    let until = Instant::now() + Duration::from_secs(wait);
    tokio::time::sleep_until(until.into()).await;
    app.client().send(ask()).await.is(422);
}

//
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_client_does_not_get_round_its_budget_by_naming_other_addresses() {
    let app = limited(None).await;
    let mut named = 0;
    for _ in 0..150 {
        named += 1;
        // The proxy puts what it saw at the end.
        let hops = format!("203.0.113.{}, 198.51.100.1", named % 250);
        let ask = from(Ask::post("/ug/orders", &[("code", "x")]), &hops);
        if app.client().send(ask).await.status == 429 {
            return;
        }
    }
    panic!("{named} look-ups were taken");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_flood_gets_pages_for_a_while_and_then_only_the_number() {
    let app = limited(Some(|settings| settings.budget_percent = 5)).await;
    let ask = || from(Ask::get("/zh/about"), "198.51.100.1");
    until_refused(&app, ask, 200).await;
    let mut has_pages = true;
    for _ in 0..60 {
        let answer = app.client().send(ask()).await;
        if answer.status == 429 {
            assert!(answer.header("retry-after").parse::<u64>().is_ok());
            has_pages = !answer.body.is_empty();
            if !has_pages {
                break;
            }
        }
    }
    assert!(!has_pages, "answering the flood costs next to nothing");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_exempt_is_not_counted() {
    let app = limited(Some(|settings| {
        settings.budget_percent = 5;
        settings.unlimited_networks = vec!["198.51.100.0/24".parse().unwrap()];
    }))
    .await;
    for _ in 0..200 {
        app.client()
            .send(from(Ask::get("/zh/about"), "198.51.100.1"))
            .await
            .is(200);
    }
}
