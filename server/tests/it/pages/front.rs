//! The front door: which language somebody gets.

use axum::http::Method;

use crate::client::Ask;
use crate::test_app::TestApp;

#[tokio::test]
async fn the_front_door_leads_to_ones_language() {
    let app = TestApp::start().await;
    for (accept, cookie, place) in [
        ("ug,zh;q=0.8", "", "/ug"),
        ("ug-CN", "", "/ug"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "", "/zh"),
        ("zh-Hans", "", "/zh"),
        ("es-MX,es;q=0.9", "", "/es"),
        ("es;q=0.5, ug;q=0.9", "", "/ug"),
        // What was chosen before counts more than what the browser asks for.
        ("es", "lang=ug", "/ug"),
        ("ug", "lang=es", "/es"),
        ("ug", "lang=xx", "/ug"),
        ("zh", "lang=", "/zh"),
    ] {
        let mut ask = Ask::get("/").header("accept-language", accept);
        if !cookie.is_empty() {
            ask = ask.header("cookie", cookie);
        }
        let answer = app.client().send(ask).await.is(302);
        assert_eq!(answer.location(), place, "{accept} {cookie}");
        let vary = answer.header("vary").to_ascii_lowercase();
        assert!(vary.contains("accept-language") && vary.contains("cookie"), "{vary}");
    }
}

#[tokio::test]
async fn nonsense_about_languages_leads_somewhere() {
    let app = TestApp::start().await;
    for accept in [
        "",
        "*",
        "xx",
        ";;;,,,q=",
        "zh;q=NaN",
        "../../etc/passwd",
        "//evil.example",
    ] {
        for cookie in ["", "lang=//evil.example", "lang=../x", "lang=ug%0d%0aX:1"] {
            let mut ask = Ask::get("/").header("accept-language", accept);
            if !cookie.is_empty() {
                ask = ask.header("cookie", cookie);
            }
            let answer = app.client().send(ask).await.is(302);
            assert!(["/ug", "/zh", "/es"].contains(&answer.location()), "{accept} {cookie}");
        }
    }
}

#[tokio::test]
async fn head_answers_like_get_without_a_body() {
    let app = TestApp::start().await;
    for path in [
        "/ug",
        "/zh/products",
        "/es/products/badam-500",
        "/ug/cart",
        "/",
        "/healthz",
        "/sitemap.xml",
        "/ug/nothing",
    ] {
        let get = app.client().get(path).await;
        let head = app.client().send(Ask::new(Method::HEAD, path)).await;
        assert_eq!(head.status, get.status, "{path}");
        assert_eq!(head.header("content-type"), get.header("content-type"), "{path}");
        assert!(head.body.is_empty(), "{path}");
    }
}

#[tokio::test]
async fn pages_travel_compressed() {
    let app = TestApp::start().await;
    let plain = app.client().get("/ug/products").await.is(200);
    for encoding in ["br", "gzip"] {
        let ask = Ask::get("/ug/products").header("accept-encoding", encoding);
        let packed = app.client().send(ask).await.is(200);
        assert_eq!(packed.header("content-encoding"), encoding);
        assert!(
            packed
                .headers
                .get_all("vary")
                .iter()
                .any(|vary| vary.to_str().unwrap().contains("accept-encoding"))
        );
        assert!(packed.body.len() * 2 < plain.body.len());
    }
}
