//! prices, freight and steps of one's own making.

use domain::Locale;
use domain::{Currency, Money};
use l10n::format;

use crate::both::both;
use crate::buyer::{self, Fields, set};
use crate::client::{Ask, Client};
use crate::district::THIS;
use crate::test_app::TestApp;
use crate::world;

/// A shop, and a browser with two bags of almonds (2 × 25 yuan, 1.1 kg) in its cart.
async fn shop_and_buyer() -> (TestApp, Client) {
    let app = TestApp::start().await;
    let mut client = app.client();
    buyer::add(&mut client, app.offer("BADAM-500").await, "2").await.is(303);
    (app, client)
}

both!(a_01_prices_in_the_form_are_not_looked_at);
async fn a_01_prices_in_the_form_are_not_looked_at() {
    let (app, mut client) = shop_and_buyer().await;
    let mut fields = buyer::checkout_form(&mut client, "ug").await;
    buyer::to_address(&mut fields);
    for (name, value) in [
        ("price", "1"),
        ("total", "0"),
        ("goods", "0"),
        ("discount", "999999"),
        ("currency", "USD"),
        ("shipping_fee", "-500"),
        ("freight", "0"),
        ("price_minor", "1"),
        ("total_minor", "1"),
    ] {
        fields.push((name.to_owned(), value.to_owned()));
    }
    buyer::place(&mut client, &fields).await.is(303);
    let placed = app
        .text("SELECT goods_minor || ' ' || freight_minor || ' ' || total_minor || ' ' || currency FROM order_groups")
        .await;
    // The second kilogram is begun: 600 + 150.
    assert_eq!(placed, "5000 750 5750 CNY");
    assert_eq!(app.number("SELECT amount_minor FROM payments").await, 5750);
}

both!(a_04_a_price_that_changed_is_shown_before_anything_is_sold);
async fn a_04_a_price_that_changed_is_shown_before_anything_is_sold() {
    let (app, mut client) = shop_and_buyer().await;
    let fields = buyer::checkout_form(&mut client, "ug").await;
    let mut member = world::sign_in(&app, THIS).await;
    let path = format!("/ug/studio/products/{}", app.product("badam-500").await);
    let mut editor = member.get(&path).await.is(200).page().form("product-editor");
    set(&mut editor, &format!("price-{}", app.offer("BADAM-500").await), "31.00");
    member.post(&path, &editor).await.is(303);

    let before = app.snapshot().await;
    let answer = buyer::place(&mut client, &fields).await.is(409);
    app.is_unchanged(&before, &app.snapshot().await, "price");
    let said = answer.page().text_of("changes").unwrap();
    let money = |minor| format::money(Locale::Ug, Money::new(minor, Currency::Cny));
    assert!(said.contains(&money(5000)) && said.contains(&money(6200)), "{said}");

    let again = answer.page().form("checkout");
    assert_eq!(buyer::value_of(&again, "name"), buyer::NAME, "what was typed is kept");
    assert_eq!(buyer::value_of(&again, "key"), buyer::value_of(&fields, "key"));
    buyer::place(&mut client, &again).await.is(303);
    assert_eq!(app.number("SELECT total_minor FROM order_groups").await, 6200);
}

both!(a_04_agreeing_to_a_price_nobody_showed_does_not_help);
async fn a_04_agreeing_to_a_price_nobody_showed_does_not_help() {
    let (app, mut client) = shop_and_buyer().await;
    let mut fields = buyer::checkout_form(&mut client, "ug").await;
    let quote = buyer::value_of(&fields, "quote").to_owned();
    let before = app.snapshot().await;
    for forged in [
        quote.replace("=5000", "=1"),
        String::new(),
        "x".repeat(5000),
        quote.replace('x', "y"),
    ] {
        set(&mut fields, "quote", &forged);
        buyer::place(&mut client, &fields).await.is(409);
    }
    app.is_unchanged(&before, &app.snapshot().await, "quote");
}

both!(a_05_the_same_number_in_another_currency_is_not_the_same_price);
async fn a_05_the_same_number_in_another_currency_is_not_the_same_price() {
    let (app, mut client) = shop_and_buyer().await;
    let fields = buyer::checkout_form(&mut client, "ug").await;
    app.execute("UPDATE offers SET currency = 'USD'").await;
    let before = app.snapshot().await;
    let answer = buyer::place(&mut client, &fields).await;
    assert!(matches!(answer.status.as_u16(), 409 | 422), "{}", answer.status);
    app.is_unchanged(&before, &app.snapshot().await, "currency");
}

both!(a_16_freight_cannot_be_talked_down);
async fn a_16_freight_cannot_be_talked_down() {
    let (app, mut client) = shop_and_buyer().await;
    let form = buyer::checkout_form(&mut client, "ug").await;
    let mut to_address = form.clone();
    buyer::to_address(&mut to_address);
    let with = |fields: &Fields, changes: &[(&str, &str)]| {
        let mut fields = fields.clone();
        changes.iter().for_each(|(name, value)| set(&mut fields, name, value));
        fields
    };
    let before = app.snapshot().await;
    for wrong in [
        with(&form, &[("station", "B999")]),
        with(&form, &[("station", "1")]),
        with(&form, &[("station", "-1")]),
        with(&form, &[("station", "")]),
        with(&form, &[("station", "B001' OR '1'='1")]),
        with(&to_address, &[("province", "99")]),
        with(&to_address, &[("province", "-65")]),
        with(&to_address, &[("province", "xinjiang")]),
        with(&to_address, &[("delivery", "free")]),
        with(&form, &[("payment", "free")]),
    ] {
        buyer::place(&mut client, &wrong).await.is(422);
        app.is_unchanged(&before, &app.snapshot().await, &format!("{wrong:?}"));
    }
    // A station named beside an address does not make the parcel free, nor a near province a far one cheaper.
    let sent = with(&to_address, &[("station", "B001"), ("province", "44")]);
    buyer::place(&mut client, &sent).await.is(303);
    assert_eq!(app.number("SELECT freight_minor FROM order_groups").await, 1550);
    assert_eq!(
        app.number("SELECT count(*) FROM order_groups WHERE station_id IS NULL")
            .await,
        1
    );
}

both!(a_22_steps_cannot_be_left_out);
async fn a_22_steps_cannot_be_left_out() {
    let (app, mut client) = shop_and_buyer().await;
    let before = app.snapshot().await;
    // No page with a form was opened: there is no key.
    let mut fields: Fields = Vec::new();
    for (name, value) in [
        ("name", buyer::NAME),
        ("phone", buyer::PHONE),
        ("delivery", "station"),
        ("station", "B001"),
        ("payment", "cash_at_station"),
    ] {
        set(&mut fields, name, value);
    }
    for key in ["", "1", &"g".repeat(32), &"a".repeat(33)] {
        set(&mut fields, "key", key);
        buyer::place(&mut client, &fields).await.is(409);
    }
    // A key of one's own, but nobody saw a price.
    set(&mut fields, "key", &"a".repeat(32));
    buyer::place(&mut client, &fields).await.is(409);
    // A form, but no cart.
    let form = buyer::checkout_form(&mut client, "ug").await;
    buyer::place(&mut app.client(), &form).await.is(409);
    // Functions without the page they belong to.
    app.client().send(buyer::calls_change(1, "1")).await.is(404);
    app.client()
        .send(Ask::call("place_order", &("ug", 1, "1")))
        .await
        .is(404);
    app.is_unchanged(&before, &app.snapshot().await, "steps");
}

both!(a_22_an_order_moves_on_in_the_domains_order);
async fn a_22_an_order_moves_on_in_the_domains_order() {
    let app = TestApp::inhabited().await;
    let path = format!("/ug/studio/orders/{}", app.number("SELECT id FROM orders").await);
    let mut member = app.client_of(world::Who::This);
    let before = app.snapshot().await;
    for command in ["deliver", "ready", "dispatch", "pack", "refund", "paid", ""] {
        member.post(&path, &[("command", command)]).await.is(409);
    }
    app.is_unchanged(&before, &app.snapshot().await, "moves");
    member.post(&path, &[("command", "accept")]).await.is(303);
    member.post(&path, &[("command", "accept")]).await.is(409);
}
