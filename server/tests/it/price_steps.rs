//! Prices that fall with the amount, without JavaScript: typed by a cooperative, read and paid by a buyer.

use crate::both::both;
use crate::buyer::{add, checkout_form, set, value_of};
use crate::client::Client;
use crate::district::THIS;
use crate::test_app::TestApp;
use crate::world;

both!(steps_are_kept_as_typed_until_they_are_right_and_then_buyers_pay_them);
async fn steps_are_kept_as_typed_until_they_are_right_and_then_buyers_pay_them() {
    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    let badam = app.offer("BADAM-500").await;
    let product = app.number("SELECT id FROM products WHERE slug = 'badam-500'").await;
    let path = format!("/es/studio/products/{product}");
    let (steps, name) = (format!("steps-{badam}"), "name-es");
    for typed in [
        "de diez en diez",
        "10=25",
        "1=24",
        "10=24;10=23",
        "2=24;3=23;4=22;5=21;6=20;7=19",
        "10=24;100=20",
        "10=2.40",
    ] {
        let mut fields = member.get(&path).await.is(200).page().form("product-editor");
        assert_eq!(value_of(&fields, &steps), "");
        set(&mut fields, &steps, typed);
        set(&mut fields, name, "Otro nombre");
        let page = member.post(&path, &fields).await.is(422).page();
        let shown = page.form("product-editor");
        assert_eq!(value_of(&shown, &steps), typed, "what was typed stays");
        assert_eq!(value_of(&shown, name), "Otro nombre", "and all the rest");
        assert!(page.has(&format!("#field-{steps}-error")), "{typed}: said at its field");
        assert!(
            page.has(&format!("#field-{steps}[aria-invalid='true']")),
            "{typed}: {}",
            page.text()
        );
    }
    let mut fields = member.get(&path).await.is(200).page().form("product-editor");
    set(&mut fields, &steps, "10: 24 \u{61b} 50=21,5");
    member.post(&path, &fields).await.is(303);
    let saved = member.get(&path).await.is(200).page().form("product-editor");
    assert_eq!(value_of(&saved, &steps), "10=24.00; 50=21.50");
    for page in ["stock".to_owned(), format!("products/{product}/sizes")] {
        let page = member.get(&format!("/es/studio/{page}")).await.is(200).page();
        assert_eq!(page.count("[data-testid='price-steps']"), 1);
    }
    // On the page of all prices, one that does not go with the steps is told at its field, each in its own words.
    let price = format!("price-{badam}");
    for (typed, says) in [("24", "no es mayor"), ("60", "más del doble")] {
        let mut all = member.get("/es/studio/stock").await.page().form("stock-form");
        set(&mut all, &price, typed);
        let page = member.post("/es/studio/stock", &all).await.is(422).page();
        assert_eq!(value_of(&page.form("stock-form"), &price), typed);
        assert!(
            page.has(&format!("#field-{price}-error")) && page.text().contains(says),
            "{typed}"
        );
    }
    // Nor may one buy less at once than a step begins at.
    let path_of_sizes = format!("/es/studio/products/{product}/sizes");
    let form = format!("size-limit-{badam}");
    let mut limit = member.get(&path_of_sizes).await.is(200).page().form(&form);
    let most = format!("most-{badam}");
    set(&mut limit, "command", "limit");
    set(&mut limit, &most, "49");
    let page = member.post(&path_of_sizes, &limit).await.is(422).page();
    assert_eq!(value_of(&page.form(&form), &most), "49");
    assert!(page.has(&format!("#field-{most}-error")) && page.text().contains("nadie podría comprar tanto"));

    let mut buyer = app.client();
    for lang in ["ug", "zh", "es"] {
        let page = buyer.get(&format!("/{lang}/products/badam-500")).await.is(200).page();
        assert_eq!(page.count("[data-testid='price-step']"), 2, "{lang}");
    }
    add(&mut buyer, badam, "9").await.is(303);
    let cart = buyer.get("/es/cart").await.is(200).page();
    let near = cart.text_of("line-step").unwrap();
    assert!(near.contains("24,00"), "one more: {near}");
    add(&mut buyer, badam, "1").await.is(303);
    let cart = buyer.get("/es/cart").await.is(200).page();
    let reached = cart.text_of("line-step").unwrap();
    assert!(reached.contains("24,00") && !reached.contains("21,50"), "{reached}");
    assert!(cart.text_of("line-total").unwrap().contains("240,00"));

    let fields = checkout_form(&mut buyer, "es").await;
    let checkout = buyer.get("/es/checkout").await.is(200).page();
    assert!(checkout.text_of("line-step").unwrap().contains("24,00"));
    assert!(checkout.text_of("checkout-goods").unwrap().contains("240,00"));
    // The steps go while the buyer types: nothing is sold at a price that was not seen.
    let mut fields_of_member = member.get(&path).await.is(200).page().form("product-editor");
    set(&mut fields_of_member, &steps, "");
    member.post(&path, &fields_of_member).await.is(303);
    let again = buyer.post("/es/checkout", &fields).await.is(409).page();
    assert!(again.text().contains("240,00") && again.text().contains("250,00"));
    assert_eq!(app.number("SELECT count(*) FROM orders").await, 0);
}

/// A shop, a member of a cooperative, and a size of theirs that is sold one by one up to twenty, with its product.
pub async fn sold_one_by_one() -> (TestApp, Client, i64, i64) {
    let app = TestApp::start().await;
    let member = world::sign_in(&app, THIS).await;
    let (badam, product) = (app.offer("BADAM-500").await, app.product("badam-500").await);
    app.execute(&format!(
        "UPDATE offers SET minimum = 1, step = 1, maximum = 20 WHERE id = {badam}"
    ))
    .await;
    (app, member, badam, product)
}

both!(a_most_that_went_down_and_a_least_above_the_stock_are_told);
async fn a_most_that_went_down_and_a_least_above_the_stock_are_told() {
    let (app, mut member, badam, product) = sold_one_by_one().await;
    app.execute(&format!("UPDATE stock SET on_hand = 5 WHERE offer_id = {badam}"))
        .await;
    let path = format!("/es/studio/products/{product}/sizes");
    let (form, most) = (format!("size-limit-{badam}"), format!("most-{badam}"));
    // In threes from three on nobody can buy twenty; six of them are not there.
    for (least, is_lowered, is_above) in [("3", true, false), ("6", false, true)] {
        let mut limit = member.get(&path).await.is(200).page().form(&form);
        set(&mut limit, "command", "limit");
        set(&mut limit, &format!("least-{badam}"), least);
        set(&mut limit, &format!("by-{badam}"), "3");
        let saved = member.post(&path, &limit).await.is(303);
        let page = member.get(saved.location()).await.is(200).page();
        assert_eq!(value_of(&page.form(&form), &most), "18", "{least}");
        let says_so = page.text().contains("El máximo por compra bajó");
        assert_eq!((page.has("#notice"), says_so), (true, is_lowered), "{least}");
        assert_eq!(page.has("[data-testid='size-too-few']"), is_above, "{least}");
    }
    // Typed, it has to be an amount that is sold: the two beside it are named.
    let mut limit = member.get(&path).await.is(200).page().form(&form);
    set(&mut limit, "command", "limit");
    set(&mut limit, &most, "20");
    let page = member.post(&path, &limit).await.is(422).page();
    assert_eq!(value_of(&page.form(&form), &most), "20");
    assert!(page.text().contains("Esa cantidad no se vende"), "{}", page.text());
}
