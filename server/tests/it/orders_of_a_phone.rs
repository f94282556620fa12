//! The orders of a phone: listed, found by whatever was copied, ordered again, forgotten; and saving data.

use domain::OrderCode;
use scraper::ElementRef;

use crate::both::both;
use crate::buyer;
use crate::client::{Answer, Ask, Client, is_removal};
use crate::template::Template;
use crate::test_app::{Options, TestApp};
use crate::world::Who;

both!(a_phone_lists_its_orders_and_forgets_them);
async fn a_phone_lists_its_orders_and_forgets_them() {
    let app = TestApp::start().await;
    let mut client = app.client();
    let page = client.get("/es/orders").await.is(200).page();
    assert_eq!(page.count("[data-testid=own-order]"), 0);
    assert!(!page.has("[data-testid=forget]"), "nothing to forget");
    let offer = app.offer("BADAM-500").await;
    let codes: Vec<OrderCode> = vec![
        buyer::buy(&mut client, offer, "1").await,
        buyer::buy(&mut client, offer, "1").await,
    ];
    let page = client.get("/es/orders").await.is(200).page();
    let links: Vec<String> = page
        .select("[data-testid=own-order] a")
        .iter()
        .filter_map(|link| link.attr("href").map(str::to_owned))
        .collect();
    let newest_first: Vec<String> = codes.iter().rev().map(|code| format!("/es/orders/{code}")).collect();
    assert_eq!(links, newest_first);
    // Another phone knows nothing of them.
    let other = app.client().get("/es/orders").await.is(200).page();
    assert_eq!(other.count("[data-testid=own-order]"), 0);

    let forgotten = client.post("/es/orders/forget", &page.form("forget")).await.is(303);
    assert_eq!(forgotten.header("clear-site-data"), "\"storage\"");
    assert_eq!(
        forgotten.cookies().iter().filter(|cookie| is_removal(cookie)).count(),
        4
    );
    let page = client.get(forgotten.location()).await.is(200).page();
    assert!(
        page.has("[data-testid=forgotten][data-draft-end=checkout]"),
        "what was typed goes also where the browser does not throw it away by itself"
    );
    assert_eq!(page.count("[data-testid=own-order]"), 0);
    for code in &codes {
        let asked = client.get(&format!("/es/orders/{code}")).await.is(200).page();
        assert!(asked.has("[data-testid=unlock]"), "the digits are asked for again");
    }
}

both!(at_a_station_forgetting_is_offered_and_nobody_is_signed_out);
async fn at_a_station_forgetting_is_offered_and_nobody_is_signed_out() {
    let app = TestApp::inhabited().await;
    let own = app.text("SELECT code FROM order_groups").await;
    let mut clerk = app.client_of(Who::Clerk);
    let page = clerk.get("/ug/orders").await.is(200).page();
    assert!(
        page.has("form.c-notice[data-testid=forget]"),
        "offered before there is an order"
    );
    let code = buyer::buy(&mut clerk, app.offer("HONEY-JAR").await, "1").await;
    let order = clerk.get(&format!("/ug/orders/{code}")).await.is(200).page();
    assert!(order.has("[data-testid=forget]"));
    clerk.post("/ug/orders/forget", &order.form("forget")).await.is(303);
    clerk.get("/ug/desk").await.is(200);
    let mut shopper = app.client_of(Who::Shopper);
    let order = shopper.get(&format!("/ug/orders/{own}")).await.is(200).page();
    assert!(!order.has("[data-testid=forget]"), "a phone of one's own");
}

both!(an_order_is_found_by_whatever_was_copied);
async fn an_order_is_found_by_whatever_was_copied() {
    let app = TestApp::start().await;
    let code = buyer::buy(&mut app.client(), app.offer("BADAM-500").await, "1").await;
    for (copied, digits) in [
        (format!("#{code}"), "8000"),
        (format!("№ {code}."), "8000."),
        (format!("زاكاز كودى: {code}"), "٨٠٠٠"),
        (format!("订单号：{code}。"), "手机号：13800138000"),
        (
            format!("https://shop.example/zh/orders/{code}?placed=1"),
            "+86 138-0013-8000",
        ),
    ] {
        let fields = [("code", copied.as_str()), ("tail", digits)];
        let opened = app.client().post("/zh/orders", &fields).await.is(303);
        assert_eq!(opened.location(), format!("/zh/orders/{code}"), "{copied}");
    }
    let fields = [("code", "订单号"), ("tail", "8000")];
    app.client().post("/zh/orders", &fields).await.is(422);
}

both!(too_many_wrong_digits_say_how_long_to_wait_and_keep_the_code);
async fn too_many_wrong_digits_say_how_long_to_wait_and_keep_the_code() {
    let options = Options {
        is_limited: true,
        ..Options::default()
    };
    let app = TestApp::start_from(Template::inhabited(), options).await;
    let code = app.text("SELECT code FROM order_groups").await;
    let mut client = app.client();
    let mut answer = client
        .post("/es/orders", &[("code", code.as_str()), ("tail", "0000")])
        .await;
    for _ in 0..6 {
        answer = client
            .post("/es/orders", &[("code", code.as_str()), ("tail", "0000")])
            .await;
    }
    let answer = answer.is(429);
    assert!(!answer.header("retry-after").is_empty());
    let page = answer.page();
    assert!(page.has("[data-testid=wait]"));
    assert_eq!(page.value("code").as_ref(), Some(&code));
    // The page of a link says the same, and asks again.
    let answer = client.post(&format!("/es/orders/{code}"), &[("tail", "0000")]).await;
    let page = answer.is(429).page();
    assert!(page.has("[data-testid=wait]") && page.has("[data-testid=unlock]"));
}

both!(the_same_again_is_put_into_the_cart_once_and_what_is_missing_is_named);
async fn the_same_again_is_put_into_the_cart_once_and_what_is_missing_is_named() {
    let app = TestApp::start().await;
    let mut client = app.client();
    let (badam, honey) = (app.offer("BADAM-500").await, app.offer("HONEY-JAR").await);
    buyer::add(&mut client, honey, "2").await.is(303);
    let code = buyer::buy(&mut client, badam, "2").await;
    let path = format!("/ug/orders/{code}/again");
    let page = client.get(&format!("/ug/orders/{code}")).await.is(200).page();
    let fields = page.form("again");

    let added = client.post(&path, &fields).await.is(303);
    assert_eq!(added.location(), format!("/ug/cart?again={code}"));
    client.post(&path, &fields).await.is(303);
    let cart = client.get(added.location()).await.is(200).page();
    assert!(cart.has("[data-testid=again-done]"));
    let mut typed = cart.form("cart");
    typed.sort();
    let mut expected = vec![
        (format!("quantity-{badam}"), "2".to_owned()),
        (format!("quantity-{honey}"), "2".to_owned()),
    ];
    expected.sort();
    assert_eq!(typed, expected, "once, though it was sent twice");

    // Of the honey one jar is left, and the badam is not sold any more.
    let mut phone = app.client();
    let opened = phone
        .post(
            "/ug/orders",
            &[("code", code.to_string().as_str()), ("tail", buyer::TAIL)],
        )
        .await;
    opened.is(303);
    app.execute(&format!("UPDATE offers SET status = 'hidden' WHERE id = {badam}"))
        .await;
    app.execute(&format!(
        "UPDATE stock SET on_hand = reserved + 1 WHERE offer_id = {honey}"
    ))
    .await;
    let page = phone.get(&format!("/ug/orders/{code}")).await.is(200).page();
    let added = phone.post(&path, &page.form("again")).await.is(303);
    let cart = phone.get(added.location()).await.is(200).page();
    assert_eq!(cart.form("cart"), [(format!("quantity-{honey}"), "1".to_owned())]);
    assert_eq!(cart.count("[data-testid=again-missing] li"), 2, "less honey, no badam");
}

both!(of_the_same_again_as_much_is_put_into_the_cart_as_it_has_room_for);
async fn of_the_same_again_as_much_is_put_into_the_cart_as_it_has_room_for() {
    let app = TestApp::start().await;
    let mut client = app.client();
    let honey = app.offer("HONEY-JAR").await;
    let code = buyer::buy(&mut client, honey, "5").await;
    app.execute(&format!("UPDATE offers SET maximum = 4 WHERE id = {honey}"))
        .await;
    buyer::add(&mut client, honey, "1").await.is(303);
    let fields = client
        .get(&format!("/es/orders/{code}"))
        .await
        .is(200)
        .page()
        .form("again");
    // Sent twice, it is the same.
    for _ in 0..2 {
        let added = client.post(&format!("/es/orders/{code}/again"), &fields).await.is(303);
        let cart = client.get(added.location()).await.is(200).page();
        assert_eq!(cart.form("cart"), [(format!("quantity-{honey}"), "4".to_owned())]);
        assert_eq!(cart.count("[data-testid=again-missing] li"), 1, "less than then");
    }
}

/// A page as its reader's data is saved, or not.
async fn page(client: &mut Client, path: &str, saves: bool) -> Answer {
    let ask = Ask::get(path);
    let ask = if saves { ask.header("save-data", "on") } else { ask };
    client.send(ask).await.is(200)
}

fn widths(picture: ElementRef<'_>) -> usize {
    picture.attr("srcset").unwrap().split(',').count()
}

both!(saving_data_leaves_out_what_a_page_can_do_without);
async fn saving_data_leaves_out_what_a_page_can_do_without() {
    let app = TestApp::start().await;
    let path = "/es/products/badam-500";
    // Twice each: the second one is cached.
    for saves in [false, true, false, true] {
        let answer = page(&mut app.client(), path, saves).await;
        assert!(answer.header("vary").contains("save-data"));
        let page = answer.page();
        assert_eq!(page.has("script[data-wasm]"), !saves);
        assert_eq!(page.has("script[data-worker]"), !saves);
        let pictures = page.select("source");
        assert!(!pictures.is_empty());
        assert!(
            pictures
                .into_iter()
                .all(|picture| (widths(picture) == 1) == saves || !saves),
            "{saves}"
        );
    }
    // One's own choice goes before the browser's, and stays.
    let mut client = app.client();
    let shown = page(&mut client, path, false).await.page();
    let mut fields = shown.form("saving-switch");
    buyer::set(&mut fields, "saving", "1");
    let chosen = client.post("/es/saving", &fields).await.is(303);
    assert_eq!(chosen.location(), path);
    let shown = page(&mut client, path, false).await.page();
    assert!(!shown.has("script[data-wasm]") && shown.has("[data-testid=saving]"));
    buyer::set(&mut fields, "saving", "0");
    client.post("/es/saving", &fields).await.is(303);
    assert!(page(&mut client, path, true).await.page().has("script[data-wasm]"));
    // Only to pages of the shop.
    buyer::set(&mut fields, "back", "//evil.example");
    assert_eq!(client.post("/es/saving", &fields).await.is(303).location(), "/es");
}
