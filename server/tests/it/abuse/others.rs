//! other people's orders, numbers, carts and cookies.

use std::collections::BTreeSet;

use crate::both::both;
use crate::buyer::{self, set};
use crate::client::{Ask, Client};
use crate::district::THIS;
use crate::test_app::TestApp;
use crate::world;

both!(a_17_another_buyers_order_is_not_there);
async fn a_17_another_buyers_order_is_not_there() {
    let app = TestApp::start().await;
    let offer = app.offer("BADAM-500").await;
    let (mut a, mut b) = (app.client(), app.client());
    let of_a = buyer::buy(&mut a, offer, "1").await.to_string();
    let of_b = buyer::buy(&mut b, offer, "1").await.to_string();
    let before = app.snapshot().await;
    b.post(&format!("/ug/orders/{of_a}/cancel"), &[("", ""); 0])
        .await
        .is(404);
    let asked = b.get(&format!("/ug/orders/{of_a}")).await.is(200);
    for secret in [buyer::NAME, "138****8000", "杏花路", "badam-500"] {
        assert!(!asked.text().contains(secret), "{secret}");
    }
    // Codes nobody has are answered alike.
    let nobodys = "0123-4567-89AB";
    let unknown = b.get(&format!("/ug/orders/{nobodys}")).await.is(200);
    assert_eq!(unknown.page().text().replace(nobodys, &of_a), asked.page().text());
    b.post(&format!("/ug/orders/{nobodys}/cancel"), &[("", ""); 0])
        .await
        .is(404);
    app.is_unchanged(&before, &app.snapshot().await, "order");
    b.get(&format!("/ug/orders/{of_b}")).await.is(200);
}

both!(a_17_the_proof_of_one_order_is_none_for_another);
async fn a_17_the_proof_of_one_order_is_none_for_another() {
    let app = TestApp::start().await;
    let offer = app.offer("BADAM-500").await;
    let (mut a, mut b) = (app.client(), app.client());
    let of_a = buyer::buy(&mut a, offer, "1").await.to_string();
    buyer::buy(&mut b, offer, "1").await;
    let cookie = b.cookies["__Host-orders"].clone();
    let signature = cookie.split_once('.').unwrap().1.to_owned();
    let before = app.snapshot().await;
    for forged in [
        format!("{of_a}.{signature}"),
        format!("{of_a}."),
        of_a.clone(),
        format!("{of_a}.{}", "0".repeat(64)),
        format!("{cookie}~{of_a}.{signature}"),
        "~~~".to_owned(),
    ] {
        let mut forger = Client::new(app.addr);
        forger.cookies.insert("__Host-orders".to_owned(), forged);
        let text = forger.get(&format!("/ug/orders/{of_a}")).await.is(200).text();
        assert!(!text.contains(buyer::NAME));
        forger
            .post(&format!("/ug/orders/{of_a}/cancel"), &[("", ""); 0])
            .await
            .is(404);
    }
    app.is_unchanged(&before, &app.snapshot().await, "forged");
}

both!(a_17_digits_cannot_be_tried_out);
async fn a_17_digits_cannot_be_tried_out() {
    let app = TestApp::start().await;
    let code = buyer::buy(&mut app.client(), app.offer("BADAM-500").await, "1")
        .await
        .to_string();
    let path = format!("/ug/orders/{code}");
    let before = app.snapshot().await;
    let mut last = 0;
    for tail in 0..10 {
        let mut guesser = app.client();
        last = guesser
            .post(&path, &[("tail", format!("{tail:04}"))])
            .await
            .status
            .as_u16();
        assert!(!guesser.cookies.contains_key("__Host-orders"));
    }
    assert_eq!(last, 429);
    // Not even the right ones any more, and not by the other form either.
    let answer = app.client().post(&path, &[("tail", buyer::TAIL)]).await.is(429);
    let wait: u32 = answer.header("retry-after").parse().unwrap();
    assert!((590..=601).contains(&wait), "ten minutes give one try back: {wait}");
    assert!(answer.text().contains("10"), "the page says how long");
    crate::pages::rules::hold(&answer, domain::Locale::Ug, "too many attempts");
    let pair = [("code", code.as_str()), ("tail", buyer::TAIL)];
    app.client().post("/ug/orders", &pair).await.is(429);
    app.is_unchanged(&before, &app.snapshot().await, "guesses");
}

both!(a_23_numbers_a_buyer_sees_cannot_be_guessed);
async fn a_23_numbers_a_buyer_sees_cannot_be_guessed() {
    let app = TestApp::start().await;
    let offer = app.offer("BADAM-500").await;
    let mut seen: Vec<BTreeSet<String>> = vec![BTreeSet::new(); 4];
    for _ in 0..40 {
        let mut client = app.client();
        buyer::add(&mut client, offer, "1").await.is(303);
        let fields = buyer::checkout_form(&mut client, "ug").await;
        let answer = buyer::place(&mut client, &fields).await.is(303);
        let code = buyer::code_of(&answer).to_string();
        let page = client.get(&format!("/ug/orders/{code}")).await.is(200).text();
        let ids = app
            .texts_of("SELECT CAST(id AS TEXT) FROM orders UNION SELECT CAST(id AS TEXT) FROM order_groups")
            .await;
        for id in ids {
            assert!(
                !page.contains(&format!("orders/{id}\"")),
                "a row's number in a buyer's page"
            );
        }
        seen[0].insert(code.replace('-', ""));
        seen[1].insert(client.cookies["__Host-cart"].clone());
        seen[2].insert(buyer::value_of(&fields, "key").to_owned());
    }
    seen[3] = app
        .texts_of("SELECT reference FROM payments")
        .await
        .into_iter()
        .map(|r| r.replace('-', ""))
        .collect();
    for kind in seen {
        assert_eq!(kind.len(), 40, "none twice");
        let all: Vec<&String> = kind.iter().collect();
        for (at, one) in all.iter().enumerate() {
            for other in &all[at + 1..] {
                let same = one.chars().zip(other.chars()).filter(|(a, b)| a == b).count();
                // By chance alike in so many places: less than once in a million runs.
                assert!(same * 4 <= one.len() * 3, "{one} {other}");
            }
        }
    }
}

both!(a_24_a_cart_is_its_browsers_alone);
async fn a_24_a_cart_is_its_browsers_alone() {
    let app = TestApp::start().await;
    let offer = app.offer("BADAM-500").await;
    let mut a = app.client();
    buyer::add(&mut a, offer, "2").await.is(303);
    let token = a.cookies["__Host-cart"].clone();

    // What a stolen database holds opens nothing, nor does anything that only looks like a token.
    let kept = app.text("SELECT token_hash FROM carts").await;
    assert_ne!(kept, token);
    let before = app.snapshot().await;
    for forged in [
        kept,
        token[..63].to_owned(),
        format!("{token}0"),
        "1".to_owned(),
        "' OR 1=1 --".to_owned(),
    ] {
        let mut thief = app.client();
        thief.cookies.insert("__Host-cart".to_owned(), forged);
        assert!(
            thief
                .get("/ug/cart")
                .await
                .is(200)
                .page()
                .text_of("cart-line")
                .is_none()
        );
    }
    app.is_unchanged(&before, &app.snapshot().await, "forged carts");

    // Signing in brings no cart along, and a cart signs nobody in.
    let mut b = world::sign_in(&app, THIS).await;
    assert!(b.get("/ug/cart").await.is(200).page().text_of("cart-line").is_none());
    let session = b.cookies["__Host-sid"].clone();
    let mut mixed = app.client();
    mixed.cookies.insert("__Host-sid".to_owned(), token.clone());
    mixed.cookies.insert("__Host-cart".to_owned(), session);
    mixed.get("/ug/studio").await.is(303);
    assert!(
        mixed
            .get("/ug/cart")
            .await
            .is(200)
            .page()
            .text_of("cart-line")
            .is_none()
    );
    assert_eq!(app.number("SELECT count(*) FROM carts").await, 1);

    // Once it is an order it takes nothing more.
    let fields = buyer::checkout_form(&mut a, "ug").await;
    buyer::place(&mut a, &fields).await.is(303);
    buyer::add(&mut a, offer, "1").await.is(303);
    assert_ne!(a.cookies["__Host-cart"], token, "a new cart");
}

both!(a_24_prices_of_an_old_cart_are_todays);
async fn a_24_prices_of_an_old_cart_are_todays() {
    let app = TestApp::start().await;
    let offer = app.offer("BADAM-500").await;
    let mut client = app.client();
    buyer::add(&mut client, offer, "2").await.is(303);
    app.execute(&format!("UPDATE offers SET price_minor = 9900 WHERE id = {offer}"))
        .await;
    let shown = client
        .get("/es/cart")
        .await
        .is(200)
        .page()
        .text_of("cart-goods")
        .unwrap();
    assert!(shown.contains("198,00"), "{shown}");
}

both!(a_25_who_has_the_number_of_an_order_does_not_own_it);
async fn a_25_who_has_the_number_of_an_order_does_not_own_it() {
    let app = TestApp::start().await;
    let account = app.accounts.iter().find(|account| account.role == THIS).unwrap();
    let mut buyer = app.client();
    buyer::add(&mut buyer, app.offer("HONEY-JAR").await, "1").await.is(303);
    let mut fields = buyer::checkout_form(&mut buyer, "ug").await;
    set(&mut fields, "phone", &account.phone);
    let code = buyer::code_of(&buyer::place(&mut buyer, &fields).await.is(303)).to_string();
    // The number belongs to somebody who signs in by it: a guest may have typed it, and the order is asked for all the same.
    let mut holder = world::sign_in(&app, THIS).await;
    for path in [
        "/ug/orders".to_owned(),
        format!("/ug/orders/{code}"),
        "/ug/account".to_owned(),
    ] {
        let text = holder.get(&path).await.is(200).page().text();
        assert!(!text.contains(buyer::NAME), "{path}");
    }
    let list = holder.get("/ug/orders").await.is(200).page().text();
    assert!(!list.contains(&code), "it is in no list of theirs");
    holder
        .post(&format!("/ug/orders/{code}/cancel"), &[("", ""); 0])
        .await
        .is(404);
    let stands = "SELECT count(*) FROM orders WHERE status = 'placed'";
    assert_eq!(app.number(stands).await, 1);
}

#[tokio::test]
async fn a_39_no_address_becomes_a_socket_for_another_site() {
    let app = TestApp::start().await;
    let member = world::sign_in(&app, THIS).await;
    for path in ["/ug", "/ug/studio", "/ug/studio/news", "/api/change_cart"] {
        let ask = Ask::get(path)
            .header("origin", "https://evil.example")
            .header("sec-fetch-site", "cross-site")
            .header("connection", "Upgrade")
            .header("upgrade", "websocket")
            .header("sec-websocket-version", "13")
            .header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==");
        let answer = member.open(ask).await;
        assert_ne!(answer.status().as_u16(), 101, "{path}");
        // What streams to its own pages is read by no script of another site either.
        assert!(answer.headers().get("access-control-allow-origin").is_none(), "{path}");
    }
}

both!(a_53_a_cookie_of_a_sibling_host_is_nobodys);
async fn a_53_a_cookie_of_a_sibling_host_is_nobodys() {
    let app = TestApp::start().await;
    let own = world::sign_in(&app, THIS).await;
    let session = own.cookies["__Host-sid"].clone();
    // What another host of the same domain can set has no `__Host-` before its name.
    let mut victim = app.client();
    for name in ["sid", "__Secure-sid", "Host-sid", "__host-sid"] {
        victim.cookies.insert(name.to_owned(), session.clone());
    }
    victim.get("/ug/studio").await.is(303);
    // Nor does it take the place of one's own.
    let mut tossed = own;
    for name in ["sid", "__Secure-sid", "__Host-Sid"] {
        tossed.cookies.insert(name.to_owned(), "0".repeat(64));
    }
    tossed.get("/ug/studio").await.is(200);
}
