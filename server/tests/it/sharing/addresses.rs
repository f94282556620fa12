//! Other spellings of addresses.

use axum::http::Method;

use crate::client::Ask;
use crate::test_app::TestApp;
use crate::world::Who;

#[tokio::test]
async fn other_spellings_lead_to_the_one_address_in_one_step() {
    let app = TestApp::start().await;
    for (path, wanted) in [
        ("/zh/", "/zh"),
        ("/ZH", "/zh"),
        ("/zh-CN/products/", "/zh/products"),
        ("/zh-hans/shops", "/zh/shops"),
        ("/ug-CN", "/ug"),
        ("/ES-mx//Products///Badam-500", "/es/products/badam-500"),
        ("//zh//products", "/zh/products"),
        (
            "/ug/products/?category=badam&sort=cheap",
            "/ug/products?category=badam&sort=cheap",
        ),
        (
            "/UG/search?q=%D8%A8%2F%2Fevil.example",
            "/ug/search?q=%D8%A8%2F%2Fevil.example",
        ),
    ] {
        for method in [Method::GET, Method::HEAD] {
            let answer = app.client().send(Ask::new(method, path)).await.is(301);
            assert_eq!(answer.location(), wanted, "{path}");
            assert_eq!(answer.header("cache-control"), "public, max-age=86400", "{path}");
        }
        app.client().get(wanted).await.is(200);
    }
    // What a reader of another language was led to says nothing of this one.
    for (accept, cookie, wanted) in [
        ("en-US,en;q=0.9,es;q=0.8", "", "/es/shops?x=1"),
        ("en", "", "/zh/shops?x=1"),
        ("es", "ug", "/ug/shops?x=1"),
    ] {
        let mut ask = Ask::get("/en/Shops/?x=1").header("accept-language", accept);
        if !cookie.is_empty() {
            ask = ask.header("cookie", &format!("{}={cookie}", app::cookies::LANGUAGE));
        }
        let answer = app.client().send(ask).await.is(302);
        assert_eq!(answer.location(), wanted, "{accept} {cookie}");
        assert_eq!(answer.header("cache-control"), "no-store");
        assert!(answer.header("vary").contains("accept-language, cookie"));
    }
    // Nothing but slashes is the front door.
    assert_eq!(app.client().get("//").await.is(301).location(), "/");
}

#[tokio::test]
async fn what_is_no_page_is_missing_in_the_language_that_was_asked_for() {
    let app = TestApp::start().await;
    for (path, language) in [
        ("/es/nothing/", "es"),
        ("/ES/nothing", "es"),
        ("/zh-CN/nothing", "zh-Hans"),
        ("/ug-Arab/products/Not%20a%20name/", "ug"),
        ("/es/products/nothing-like-this", "es"),
    ] {
        let page = app.client().get(path).await.is(404).page();
        assert_eq!(page.first("html").unwrap().attr("lang"), Some(language), "{path}");
    }
    for path in [
        "//evil.example",
        "//evil.example/zh/",
        "/healthz/",
        "/robots.txt/",
        "/assets//start-1.js",
        "/media/",
        "/products/",
        "/api/add_to_cart/",
    ] {
        let answer = app.client().get(path).await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.headers.get("location").is_none(), "{path}");
    }
}

#[tokio::test]
async fn forms_codes_and_machines_keep_their_addresses() {
    let app = TestApp::inhabited().await;
    app.client().get("/healthz").await.is(200);
    app.client().get("/sitemap.xml").await.is(200);
    // A form goes where it was sent, and is not lost on the way.
    for path in ["/ZH/cart/lines", "/zh/cart/lines/"] {
        let answer = app.client().post(path, &[("offer", "1")]).await;
        assert_eq!(answer.status, 404, "{path}");
    }
    let code = app.text("SELECT code FROM order_groups").await;
    let path = format!("/zh/orders/{code}");
    app.client_of(Who::Shopper).get(&path).await.is(200);
    let answer = app.client().get(&format!("/ZH/Orders/{code}/")).await.is(301);
    assert_eq!(answer.location(), path, "the code stays as it is");
}
