//! "Tell me when it is back" without scripts: asked for, told to the cooperative, ended by whoever gets the message.

use std::sync::Arc;

use domain::Locale;
use service::restock::Links;

use crate::both::both;
use crate::buyer::set;
use crate::client::Client;
use crate::test_app::TestApp;
use crate::world::Who;

async fn stock(app: &TestApp, there: i64) {
    let offer = app.offer("BADAM-500").await;
    app.execute(&format!(
        "UPDATE stock SET on_hand = reserved + {there} WHERE offer_id = {offer}"
    ))
    .await;
}

/// Sends the form with this number.
async fn ask(client: &mut Client, lang: &str, phone: &str) -> crate::client::Answer {
    let path = format!("/{lang}/products/badam-500/back");
    let mut fields = client.get(&path).await.is(200).page().form("tell-me");
    set(&mut fields, "phone", phone);
    client.post(&path, &fields).await
}

both!(who_waits_is_told_by_a_link_that_also_ends_it);
async fn who_waits_is_told_by_a_link_that_also_ends_it() {
    let app = TestApp::inhabited().await;
    let mut client = app.client();
    let product = client.get("/ug/products/badam-500").await.is(200).page();
    assert!(!product.has("[data-testid=tell-me]"), "all sizes are there");
    let page = client.get("/ug/products/badam-500/back").await.is(200).page();
    assert!(page.text_of("is-there").is_some());

    stock(&app, 0).await;
    let product = client.get("/ug/products/badam-500").await.is(200).page();
    assert!(product.has("a[data-testid=tell-me][href='/ug/products/badam-500/back']"));
    for _ in 0..2 {
        let asked = ask(&mut client, "ug", "١٣٨٠٠١٣٨٠٠٧").await.is(303);
        assert_eq!(asked.location(), "/ug/products/badam-500/back?asked=1");
        let page = client.get(asked.location()).await.is(200).page();
        assert!(page.text_of("asked").is_some());
    }
    assert_eq!(app.number("SELECT count(*) FROM restock_wishes").await, 1);
    let rows = async |who: Who| {
        let page = app.client_of(who).get("/zh/studio/stock").await.is(200).page();
        page.count("[data-testid=people-waiting]")
    };
    assert_eq!((rows(Who::This).await, rows(Who::Other).await), (1, 0));

    stock(&app, 5).await;
    let links: Links = Arc::new(|_: Locale, link: &str| link.to_owned());
    assert_eq!(service::restock::tell_due(&app.shop, &links).await.unwrap(), 1);
    assert_eq!((rows(Who::This).await, rows(Who::Other).await), (0, 0));
    let link = app.text("SELECT link FROM restock_wishes").await;
    let path = format!("/es/back/{link}");
    let page = client.get(&path).await.is(200).page();
    assert!(page.has("form[action='/es/cart/lines']"), "it can be bought here");
    let said = async |client: &mut Client, command: &str| {
        client.post(&path, &[("command", command)]).await.is(303);
        client.get(&path).await.is(200).page().text_of("refused").is_some()
    };
    assert!(said(&mut client, "stop").await);
    stock(&app, 0).await;
    // Answered as to any other number, and nothing is noted.
    let waiting = "SELECT count(*) FROM restock_wishes WHERE told_at IS NULL";
    ask(&mut client, "es", "13800138007").await.is(303);
    assert_eq!(app.number(waiting).await, 0);
    assert!(!said(&mut client, "allow").await);
    ask(&mut client, "es", "13800138007").await.is(303);
    assert_eq!(app.number(waiting).await, 1);
}

both!(what_was_typed_stays_and_what_is_wrong_stands_beside_it);
async fn what_was_typed_stays_and_what_is_wrong_stands_beside_it() {
    let app = TestApp::start().await;
    stock(&app, 0).await;
    let mut client = app.client();
    let wrong = ask(&mut client, "zh", "1380").await.is(422).page();
    assert_eq!(wrong.value("phone").as_deref(), Some("1380"));
    assert!(wrong.has("#errors a[href='#field-phone']") && wrong.has("#field-phone-error"));
    // Of several sizes only those that are sold out are asked for, and one that came back meanwhile is offered.
    let page = client.get("/zh/products/badam-500/back").await.is(200).page();
    assert_eq!(page.count("input[name=offer]"), 1);
    let mut fields = page.form("tell-me");
    set(&mut fields, "phone", "13800138007");
    stock(&app, 5).await;
    let there = client.post("/zh/products/badam-500/back", &fields).await.is(303);
    assert_eq!(there.location(), "/zh/products/badam-500");
    client.get("/zh/products/no-such-thing/back").await.is(404);
    for link in ["0123456789abcdef", "0123456789ABCDEF", "0123", "..%2f..%2fcart"] {
        client.get(&format!("/zh/back/{link}")).await.is(404);
    }
    assert_eq!(app.number("SELECT count(*) FROM restock_wishes").await, 0);
}

both!(the_message_of_an_answer_leads_to_it_and_ends_both_sorts);
async fn the_message_of_an_answer_leads_to_it_and_ends_both_sorts() {
    let app = TestApp::start().await;
    let now = app.shop.now();
    app.execute(&format!(
        "INSERT INTO answer_links (link, phone_key, product_id, told_at) \
         SELECT '0123456789abcdef', 'key', id, {now} FROM products WHERE slug = 'badam-500'"
    ))
    .await;
    let mut client = app.client();
    let path = "/es/back/0123456789abcdef";
    let page = client.get(path).await.is(200).page();
    assert!(page.has("a[data-testid=to-answers][href='/es/products/badam-500/questions']"));
    assert!(page.text_of("refused").is_none());
    client.post(path, &[("command", "stop")]).await.is(303);
    assert!(client.get(path).await.is(200).page().text_of("refused").is_some());
    let refused = "SELECT count(*) FROM restock_refusals WHERE phone_key = 'key'";
    assert_eq!(app.number(refused).await, 1);
    client.post(path, &[("command", "allow")]).await.is(303);
    assert_eq!(app.number(refused).await, 0);
}

both!(whoever_cannot_guess_digits_any_more_hears_what_else_opens_the_order);
async fn whoever_cannot_guess_digits_any_more_hears_what_else_opens_the_order() {
    let app = TestApp::start().await;
    let mut client = app.client();
    let fields = [("code", "7K3M-9QXT-V2WP"), ("tail", "0000")];
    for _ in 0..6 {
        client.post("/zh/orders", &fields).await.is(422);
    }
    let page = client.post("/zh/orders", &fields).await.is(429).page();
    assert!(page.text_of("wait").unwrap().contains("完整手机号"));
    let page = client
        .post("/zh/orders/7K3M-9QXT-V2WP", &fields[1..])
        .await
        .is(429)
        .page();
    assert!(page.text_of("wait").unwrap().contains("完整手机号"));
}
