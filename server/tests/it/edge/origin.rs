//! Requests for other hosts, and forms that hide where they come from.

use domain::Locale;

use crate::client::Ask;
use crate::pages::rules;
use crate::test_app::TestApp;
use crate::wire_text::raw;

#[tokio::test]
async fn a_55_another_hosts_name_opens_nothing() {
    let app = TestApp::start().await;
    for host in [
        "evil.example",
        "shop.bazar.test.evil.example",
        "127.0.0.1.evil.example",
        "169.254.169.254",
    ] {
        let answer = app.client().send(Ask::get("/es").header("host", host)).await.is(421);
        rules::hold(&answer, Locale::Es, host);
        assert!(!answer.text().contains(host));
    }
    for host in ["shop.bazar.test", "SHOP.bazar.test:443", "localhost:1"] {
        app.client().send(Ask::get("/es").header("host", host)).await.is(200);
    }
    // Probes know no names.
    app.client()
        .send(Ask::get("/healthz").header("host", "10.0.0.7"))
        .await
        .is(200);
    let none = raw(app.addr, b"GET /es HTTP/1.1\r\nConnection: close\r\n\r\n").await;
    assert!(none.starts_with("HTTP/1.1 4"), "{none}");
    let absolute = raw(
        app.addr,
        b"GET http://evil.example/es HTTP/1.1\r\nHost: shop.bazar.test\r\nConnection: close\r\n\r\n",
    )
    .await;
    assert!(absolute.starts_with("HTTP/1.1 421"), "{absolute}");
}

#[tokio::test]
async fn an_empty_origin_is_not_none() {
    let app = TestApp::start().await;
    let offer = app.offer("BADAM-500").await.to_string();
    let form = Ask::post("/ug/cart/lines", &[("offer", offer.as_str()), ("quantity", "1")]).without("sec-fetch-site");
    for origin in ["", " "] {
        app.client().send(form.clone().header("origin", origin)).await.is(403);
    }
    assert_eq!(app.number("SELECT count(*) FROM carts").await, 0);
    app.client().send(form).await.is(303);
}
