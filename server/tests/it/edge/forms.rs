//! Forms larger than any of the shop's are refused before anything is looked up.

use crate::buyer;
use crate::client::Ask;
use crate::test_app::TestApp;

#[tokio::test]
async fn g_07_a_cart_form_of_ten_thousand_lines_reaches_no_database() {
    let app = TestApp::start().await;
    let offer = app.offer("BADAM-500").await;
    let mut client = app.client();
    buyer::add(&mut client, offer, "1").await.is(303);
    let before = app.snapshot().await;
    let writes = app.shop.db().stats().started;
    let line = (format!("quantity-{offer}"), "2");
    let same = vec![(line.0.as_str(), line.1); 9_900];
    client.post("/ug/cart", &same).await.is(413);
    let twice = vec![(line.0.as_str(), line.1); 2];
    client.post("/ug/cart", &twice).await.is(422);
    let names: Vec<String> = (0..9_000).map(|i| format!("quantity-{i}")).collect();
    let many: Vec<_> = names.iter().map(|name| (name.as_str(), "1")).collect();
    client.post("/ug/cart", &many[..5_000]).await.is(413);
    assert_eq!(app.shop.db().stats().started, writes, "no write was even asked for");
    app.is_unchanged(&before, &app.snapshot().await, "a large form");
}

#[tokio::test]
async fn a_field_twice_is_no_form_of_ours() {
    let app = TestApp::start().await;
    let mut client = app.client();
    let offer = app.offer("BADAM-500").await;
    buyer::add(&mut client, offer, "1").await.is(303);
    let mut fields = buyer::checkout_form(&mut client, "zh").await;
    fields.push(("phone".to_owned(), "13900139000".to_owned()));
    client.post("/zh/checkout", &fields).await.is(422);
    assert_eq!(app.number("SELECT count(*) FROM order_groups").await, 0);
}

#[tokio::test]
async fn a_malformed_call_is_the_callers_mistake() {
    let app = TestApp::start().await;
    for body in [
        "",
        "offer=none",
        "locale=xx&offer=1&quantity=1",
        "%ff=%fe",
        "{\"offer\":1}",
    ] {
        for name in ["add_to_cart", "change_cart"] {
            let ask = Ask::post(&format!("/api/{name}"), &[("a", "b")])
                .header("accept", "*/*")
                .body(body.as_bytes().to_vec());
            let status = app.client().send(ask).await.status.as_u16();
            assert!((400..500).contains(&status), "{name} {body}: {status}");
        }
    }
}
