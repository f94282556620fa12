//! Pages that say no: rendered like all others, in the reader's language.

use std::time::Duration;

use axum::http::Method;
use domain::Locale;
use tokio::sync::oneshot;
use tokio::task::JoinSet;

use super::rules;
use crate::both::both;
use crate::buyer;
use crate::client::{Answer, Ask};
use crate::test_app::TestApp;

#[track_caller]
fn is_error_page(answer: &Answer, locale: Locale, what: &str) {
    rules::hold(answer, locale, what);
    assert_eq!(answer.header("cache-control"), "no-store", "{what}");
}

#[tokio::test]
async fn what_is_not_there_is_a_page() {
    let app = TestApp::start().await;
    for locale in Locale::BUILT_IN {
        let lang = locale.code();
        for path in [
            "nothing",
            "products/nothing",
            "shops/nothing",
            "orders/not-a-code",
            "studio/nothing",
            "a/b/c/d",
        ] {
            let path = format!("/{lang}/{path}");
            is_error_page(&app.client().get(&path).await.is(404), locale, &path);
        }
        for method in [Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS] {
            let ask = Ask::new(method.clone(), &format!("/{lang}/cart"));
            is_error_page(&app.client().send(ask).await.is(404), locale, method.as_str());
        }
    }
    // Outside of every language: the browser's own.
    for path in ["/nothing", "/fr/products", "/api/nothing"] {
        let ask = Ask::get(path).header("accept-language", "es-MX,es;q=0.9");
        is_error_page(&app.client().send(ask).await.is(404), Locale::Es, path);
    }
}

#[tokio::test]
async fn an_address_of_a_form_leads_to_the_page_it_stands_on() {
    let app = TestApp::start().await;
    for (path, page) in [
        ("/ug/cart/lines", "/ug/cart"),
        ("/zh/orders/0123-4567/proof", "/zh/orders/0123-4567"),
        ("/zh/orders/0123-4567/proof/code", "/zh/orders/0123-4567/proof"),
    ] {
        let answer = app.client().get(path).await.is(303);
        assert_eq!(answer.location(), page);
    }
    let ask = Ask::new(Method::PUT, "/ug/cart/lines");
    is_error_page(&app.client().send(ask).await.is(404), Locale::Ug, "put");
}

#[tokio::test]
async fn a_program_gets_the_status_without_a_page() {
    let app = TestApp::start().await;
    let ask = Ask::get("/ug/nothing").header("accept", "application/json");
    let answer = app.client().send(ask).await.is(404);
    assert!(answer.body.is_empty());
    assert!(answer.header("content-security-policy").contains("default-src 'none'"));
}

both!(refused_forms_are_pages);
async fn refused_forms_are_pages() {
    let app = TestApp::start().await;
    let offer = app.offer("BADAM-500").await;
    let sold_out = app.offer("WALNUTS").await.to_string();
    for locale in Locale::BUILT_IN {
        let lang = locale.code();
        let mut client = app.client();
        let one = [("offer", sold_out.as_str()), ("quantity", "1")];
        let answer = client.post(&format!("/{lang}/cart/lines"), &one).await.is(409);
        is_error_page(&answer, locale, "sold out");
        let none = [("offer", offer.to_string()), ("quantity", "none".to_owned())];
        let answer = client.post(&format!("/{lang}/cart/lines"), &none).await.is(422);
        is_error_page(&answer, locale, "quantity");
        let answer = client.post(&format!("/{lang}/checkout"), &none).await.is(409);
        is_error_page(&answer, locale, "no cart");
        buyer::add(&mut client, offer, "1").await.is(303);
        let mut fields = buyer::checkout_form(&mut client, lang).await;
        for name in ["name", "phone", "station"] {
            buyer::set(&mut fields, name, "");
        }
        let answer = client.post(&format!("/{lang}/checkout"), &fields).await.is(422);
        is_error_page(&answer, locale, "checkout");
        let long = [("note", "x".repeat(200_000))];
        let answer = client.post(&format!("/{lang}/checkout"), &long).await.is(413);
        is_error_page(&answer, locale, "too large");
        let ask = Ask::post(&format!("/{lang}/checkout"), &long).header("content-type", "application/json");
        is_error_page(&client.send(ask).await.is(422), locale, "not a form");
        let ask = Ask::post(&format!("/{lang}/checkout"), &[("a", "b")]).body(b"name=%ff%fe".to_vec());
        let answer = client.send(ask).await;
        assert!(matches!(answer.status.as_u16(), 409 | 422), "{}", answer.status);
        is_error_page(&answer, locale, "not UTF-8");
        let ask = Ask::get(&format!("/{lang}/products?q={}", "x".repeat(5_000)));
        is_error_page(&client.send(ask).await.is(404), locale, "long address");
    }
}

both!(what_breaks_is_a_page_with_a_reference);
async fn what_breaks_is_a_page_with_a_reference() {
    let app = TestApp::start().await;
    app.execute("DROP TABLE product_cards").await;
    for locale in Locale::BUILT_IN {
        let path = format!("/{}/products", locale.code());
        is_error_page(&app.client().get(&path).await.is(500), locale, &path);
    }
}

/// More than the queue of the one writer holds.
const CROWD: usize = 700;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_crowd_is_told_to_come_back() {
    let app = TestApp::start().await;
    let offer = app.offer("BADAM-500").await;
    // The writer is kept busy until everybody has asked.
    let (release, wait) = oneshot::channel::<()>();
    let wait = std::sync::Arc::new(tokio::sync::Mutex::new(Some(wait)));
    let shop = app.shop.clone();
    let busy = tokio::spawn(async move {
        shop.db()
            .write(move |_| {
                let wait = wait.clone();
                Box::pin(async move {
                    if let Some(wait) = wait.lock().await.take() {
                        drop(wait.await);
                    }
                    Ok::<_, db::WriteError>(())
                })
            })
            .await
    });
    let mut asked = JoinSet::new();
    for _ in 0..CROWD {
        let mut client = app.client();
        asked.spawn(async move {
            let fields = [("offer", offer.to_string()), ("quantity", "1".to_owned())];
            client.post("/zh/cart/lines", &fields).await
        });
    }
    // The first answers can only be refusals: nobody else has been served yet.
    let first = tokio::time::timeout(Duration::from_secs(60), asked.join_next())
        .await
        .unwrap()
        .unwrap()
        .unwrap();
    assert_eq!(first.status, 503);
    is_error_page(&first, Locale::Zh, "busy");
    assert_eq!(first.header("retry-after"), "5");
    drop(release);
    busy.await.unwrap().unwrap();
    let mut taken = 0;
    while let Some(answer) = asked.join_next().await {
        let answer = answer.unwrap();
        assert!(matches!(answer.status.as_u16(), 303 | 503), "{}", answer.status);
        taken += i64::from(answer.status == 303);
    }
    assert!(taken > 0);
    assert_eq!(
        app.number("SELECT count(*) FROM carts").await,
        taken,
        "who was told so has a cart, nobody else"
    );
}

both!(an_order_whose_answer_was_lost_is_found_again);
async fn an_order_whose_answer_was_lost_is_found_again() {
    let app = TestApp::start().await;
    let mut buyer = app.client();
    buyer::add(&mut buyer, app.offer("BADAM-500").await, "1").await.is(303);
    let fields = buyer::checkout_form(&mut buyer, "zh").await;
    let before = buyer.cookies.clone();
    let code = buyer::code_of(&buyer::place(&mut buyer, &fields).await.is(303));
    // The answer, with the cookie that opens the order, never came.
    buyer.cookies = before;
    let checkout = buyer.get("/zh/checkout").await.is(303);
    let cart = buyer.get(checkout.location()).await.is(200);
    rules::hold(&cart, Locale::Zh, "a cart that became an order");
    assert!(cart.page().text_of("ordered").unwrap().contains(&code.to_string()));
    let order = buyer.get(&format!("/zh/orders/{code}")).await.is(200);
    assert!(order.page().text_of("order-code").is_some(), "it opens without digits");
    // Nobody else's cart says so, and neither does a new one of the buyer's.
    let other = app.client().get("/zh/cart").await.is(200).page();
    assert_eq!(other.text_of("ordered"), None);
    buyer::add(&mut buyer, app.offer("BADAM-500").await, "1").await.is(303);
    assert_eq!(buyer.get("/zh/cart").await.is(200).page().text_of("ordered"), None);
}
