//! How much of a size one buyer may have, without JavaScript: set by a cooperative, read by buyers, and held to in the cart and at
//! the checkout.

use crate::both::both;
use crate::buyer::{add, checkout_form, place, set, value_of};
use crate::district::THIS;
use crate::price_steps::sold_one_by_one;
use crate::test_app::TestApp;
use crate::world;

both!(one_buyer_reads_the_limit_and_is_held_to_it);
async fn one_buyer_reads_the_limit_and_is_held_to_it() {
    let (app, mut member, badam, product) = sold_one_by_one().await;
    let path = format!("/es/studio/products/{product}/sizes");
    let (form, limit) = (format!("size-limit-{badam}"), format!("buyer-{badam}"));
    let mut buyer = app.client();
    let said = buyer.get("/es/products/badam-500").await.is(200).page();
    assert!(!said.has("[data-testid='buyer-limit']"));
    for (typed, status) in [("nada", 422), ("0", 422), ("2", 303)] {
        let mut fields = member.get(&path).await.is(200).page().form(&form);
        assert_eq!(value_of(&fields, &limit), "", "{typed}");
        set(&mut fields, "command", "limit");
        set(&mut fields, &limit, typed);
        let answer = member.post(&path, &fields).await.is(status);
        if status == 422 {
            let page = answer.page();
            assert_eq!(value_of(&page.form(&form), &limit), typed, "what was typed stays");
            assert!(page.has(&format!("#field-{limit}-error")), "{}", page.text());
            assert!(page.text().contains("una misma persona"), "{}", page.text());
        }
    }
    let saved = member.get(&path).await.is(200).page().form(&form);
    assert_eq!(
        (value_of(&saved, &limit), value_of(&saved, &format!("most-{badam}"))),
        ("2", "20")
    );
    for lang in ["ug", "zh", "es"] {
        let page = buyer.get(&format!("/{lang}/products/badam-500")).await.is(200).page();
        let says = page.text_of("buyer-limit").unwrap();
        assert!(says.contains('2') && says.contains("30"), "{lang}: {says}");
    }
    // More than that is not put into the cart, and the limit is named.
    let (id, back) = (badam.to_string(), "/es/products/badam-500");
    let three = [("offer", id.as_str()), ("quantity", "3"), ("back", back)];
    let refused = buyer.post("/es/cart/lines", &three).await.is(422).page();
    let says = refused.text_of("quantity-error").unwrap();
    assert!(says.contains('2') && !says.contains("20"), "{says}");
    add(&mut buyer, badam, "2").await.is(303);
    let fields = checkout_form(&mut buyer, "es").await;
    place(&mut buyer, &fields).await.is(303);

    // The same number again: nothing is ordered, and all that was typed is there.
    add(&mut buyer, badam, "1").await.is(303);
    let mut fields = checkout_form(&mut buyer, "es").await;
    set(&mut fields, "note", "sin prisa");
    let page = buyer.post("/es/checkout", &fields).await.is(409).page();
    let says = page.text_of("changes").unwrap();
    assert!(
        says.contains("límite") && says.contains('2') && says.contains("30"),
        "{says}"
    );
    assert!(page.has("[data-testid='changes'] a[href='/es/cart']"));
    let again = page.form("checkout");
    assert_eq!(
        (value_of(&again, "note"), value_of(&again, "phone")),
        ("sin prisa", value_of(&fields, "phone"))
    );
    assert_eq!(app.number("SELECT count(*) FROM order_groups").await, 1);
    // Another number is another buyer.
    let mut other = page.form("checkout");
    set(&mut other, "phone", "13900000001");
    buyer.post("/es/checkout", &other).await.is(303);
    assert_eq!(app.number("SELECT count(*) FROM order_groups").await, 2);
}

both!(a_product_comes_into_another_category_where_buyers_find_it);
async fn a_product_comes_into_another_category_where_buyers_find_it() {
    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    let product = app.number("SELECT id FROM products WHERE slug = 'badam-500'").await;
    let slug = |of: &str| format!("SELECT slug FROM categories WHERE {of} ORDER BY id LIMIT 1");
    let now = app
        .text(&slug(&format!(
            "id = (SELECT category_id FROM products WHERE id = {product})"
        )))
        .await;
    let other = app.text(&slug(&format!("slug <> '{now}' AND status = 'shown'"))).await;
    let path = format!("/es/studio/products/{product}");
    let mut fields = member.get(&path).await.is(200).page().form("product-editor");
    assert_eq!(value_of(&fields, "category"), now);
    set(&mut fields, "category", "");
    let page = member.post(&path, &fields).await.is(422).page();
    assert!(page.has("#field-category-error"), "{}", page.text());
    set(&mut fields, "category", &other);
    set(&mut fields, "harvest-year", "mañana");
    let page = member.post(&path, &fields).await.is(422).page();
    assert!(page.has("#field-harvest-year-error"), "{}", page.text());
    let shown = page.form("product-editor");
    assert_eq!(
        (value_of(&shown, "category"), value_of(&shown, "harvest-year")),
        (other.as_str(), "mañana")
    );
    set(&mut fields, "harvest-year", "2024");
    member.post(&path, &fields).await.is(303);
    let saved = member.get(&path).await.is(200).page().form("product-editor");
    assert_eq!(
        (value_of(&saved, "category"), value_of(&saved, "harvest-year")),
        (other.as_str(), "2024")
    );
    // Its address stays; it stands on the other shelf, and on no other.
    let mut buyer = app.client();
    let page = buyer.get("/es/products/badam-500").await.is(200).page();
    assert!(page.text().contains("2024"), "{}", page.text());
    for (shelf, is_there) in [(&other, true), (&now, false)] {
        let list = buyer
            .get(&format!("/es/products?category={shelf}"))
            .await
            .is(200)
            .page();
        assert_eq!(list.has("main a[href='/es/products/badam-500']"), is_there, "{shelf}");
    }
}
