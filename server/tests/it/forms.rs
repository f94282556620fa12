//! Buying without JavaScript, form by form: what was typed is kept, what is done twice is done once.

use axum::http::Method;
use domain::{Locale, PaymentReference, Quantity, Unit};
use islands::Problem;
use l10n::{Message, format, t};
use scraper::ElementRef;

use crate::both::both;
use crate::buyer::{self, set, value_of};
use crate::client::is_private;
use crate::district::THIS;
use crate::html::Page;
use crate::test_app::TestApp;
use crate::world;

both!(from_the_shelf_to_the_order);
async fn from_the_shelf_to_the_order() {
    let app = TestApp::start().await;
    for lang in ["ug", "zh", "es"] {
        let mut client = app.client();
        // Sizes, amount and the way back stand in the form.
        let shelf = client.get(&format!("/{lang}/products/badam-500")).await.is(200).page();
        let offer = app.offer("BADAM-1000").await.to_string();
        assert!(shelf.has("form[method=post]"), "{lang}: a form to buy with");
        let back = format!("/{lang}/products/badam-500");
        let fields = [("offer", offer.as_str()), ("quantity", "3"), ("back", &back)];
        let added = client.post(&format!("/{lang}/cart/lines"), &fields).await.is(303);
        assert_eq!(added.location(), format!("{back}?added={offer}#added"));
        let shelf = client.get(&format!("{back}?added={offer}")).await.is(200).page();
        assert_eq!(shelf.count("div#added"), 1, "{lang}: said once");
        let links = shelf.count(&format!("a[href='/{lang}/cart']"));
        assert!(links >= 2, "{lang}: the way to the cart");

        let cart = client.get(&format!("/{lang}/cart")).await.is(200).page();
        let mut fields = cart.form("cart");
        assert_eq!(fields, [(format!("quantity-{offer}"), "3".to_owned())], "{lang}");
        set(&mut fields, &format!("quantity-{offer}"), "4");
        let saved = client.post(&format!("/{lang}/cart"), &fields).await.is(303);
        assert_eq!(saved.location(), format!("/{lang}/cart?saved=1"));

        let mut form = buyer::checkout_form(&mut client, lang).await;
        buyer::to_address(&mut form);
        let placed = client.post(&format!("/{lang}/checkout"), &form).await.is(303);
        let order = client.get(placed.location()).await.is(200);
        let page = order.page();
        assert!(page.text_of("thanks").is_some(), "{lang}");
        assert!(page.text_of("payment-reference").is_some(), "{lang}");
        assert!(
            page.text().contains(buyer::NAME) && !order.text().contains(buyer::PHONE),
            "{lang}"
        );
        assert!(
            client
                .get(&format!("/{lang}/cart"))
                .await
                .is(200)
                .page()
                .text_of("cart-line")
                .is_none()
        );
    }
    let frozen = app.texts_of("SELECT name_lang FROM order_lines ORDER BY id").await;
    assert_eq!(frozen, ["ug", "zh", "es"], "in the buyer's language");
}

/// What stands beside the wrong amount, and the field itself.
fn wrong_amount(page: &Page) -> (String, ElementRef<'_>) {
    let field = page.first("input[aria-invalid=true]").unwrap();
    (page.text_of("quantity-error").unwrap(), field)
}

both!(an_amount_that_is_not_sold_is_shown_where_it_was_typed);
async fn an_amount_that_is_not_sold_is_shown_where_it_was_typed() {
    let app = TestApp::start().await;
    let (loose, bag, large) = (
        app.offer("BADAM-LOOSE").await,
        app.offer("BADAM-500").await,
        app.offer("BADAM-1000").await,
    );
    for locale in Locale::BUILT_IN {
        let lang = locale.code();
        let amount = |amount, unit| format::quantity(locale, Quantity(amount), unit);
        let say = |text: Message<'_>| app.shop.texts().get(locale, text);
        let steps = t::product_quantity_steps(
            amount(200, Unit::Gram),
            amount(5000, Unit::Gram),
            amount(100, Unit::Gram),
        );
        let range = |max| t::product_quantity_range(amount(1, Unit::Piece), amount(max, Unit::Piece));
        for (offer, slug, typed, problem) in [
            (loose, "badam-loose", "7", say(steps.clone())),
            (loose, "badam-loose", "５０１", say(steps)),
            (bag, "badam-500", "1.5", say(range(99))),
            // Not the size that is chosen at first.
            (large, "badam-500", "51", say(range(50))),
        ] {
            let back = format!("/{lang}/products/{slug}?added=1");
            let (id, mut client) = (offer.to_string(), app.client());
            let fields = [("offer", id.as_str()), ("quantity", typed), ("back", &back)];
            let answer = client.post(&format!("/{lang}/cart/lines"), &fields).await.is(422);
            let page = answer.page();
            let (said, field) = wrong_amount(&page);
            assert_eq!(said, problem, "{lang} {slug}");
            assert_eq!(field.attr("value"), Some(typed), "{lang} {slug}");
            let described = field.attr("aria-describedby").unwrap();
            let error = page.first("p[data-testid=quantity-error]:not([hidden])").unwrap();
            assert!(
                described.split(' ').any(|id| error.attr("id") == Some(id)),
                "{described}"
            );
            let chosen = page.first("input[name=offer]:is([type=hidden], [checked])");
            assert_eq!(chosen.unwrap().attr("value"), Some(id.as_str()), "{lang} {slug}");
            // The forms and the other languages lead to the product, not to the address of the form.
            assert_eq!(page.value("back"), Some(format!("/{lang}/products/{slug}")));
            for other in Locale::BUILT_IN.into_iter().filter(|other| *other != locale) {
                let url = format!("/{}/products/{slug}", other.code());
                assert!(page.has(&format!("a[href='{url}']")), "{lang} {url}");
            }
            assert!(answer.cookies().is_empty(), "no cart was made");
        }
    }
    let lines = app.texts_of("SELECT '' || quantity FROM cart_lines").await;
    assert!(lines.is_empty(), "{lines:?}");
}

both!(an_amount_that_is_too_much_with_the_cart_says_so_on_the_products_page);
async fn an_amount_that_is_too_much_with_the_cart_says_so_on_the_products_page() {
    let app = TestApp::start().await;
    let large = app.offer("BADAM-1000").await.to_string();
    let mut client = app.client();
    let fields = [
        ("offer", large.as_str()),
        ("quantity", "30"),
        ("back", "/es/products/badam-500"),
    ];
    client.post("/es/cart/lines", &fields).await.is(303);
    let page = client.post("/es/cart/lines", &fields).await.is(422).page();
    let (said, field) = wrong_amount(&page);
    let with_cart = |locale| {
        let [held, most] = [30, 50].map(|amount| format::quantity(locale, Quantity(amount), Unit::Piece));
        app.shop.texts().get(locale, t::product_quantity_with_cart(held, most))
    };
    assert_eq!(said, with_cart(Locale::Es));
    assert_eq!(field.attr("value"), Some("30"));
    // A script is told the same; of what is wrong by itself, another thing.
    let offer = large.parse().unwrap();
    let refused = client.send(buyer::calls_add(offer, "30", [7; 16])).await;
    assert_eq!(refused.problem(), Problem::Refused(with_cart(Locale::Ug)));
    let wrong = client.send(buyer::calls_add(offer, "1000", [8; 16])).await;
    assert!(matches!(wrong.problem(), Problem::Refused(says) if says != with_cart(Locale::Ug)));
    assert_eq!(app.texts_of("SELECT '' || quantity FROM cart_lines").await, ["30"]);
}

both!(lines_are_taken_out_by_their_button_and_others_are_kept_as_typed);
async fn lines_are_taken_out_by_their_button_and_others_are_kept_as_typed() {
    let app = TestApp::start().await;
    let (badam, honey) = (app.offer("BADAM-500").await, app.offer("HONEY-JAR").await);
    let mut client = app.client();
    buyer::add(&mut client, badam, "1").await.is(303);
    buyer::add(&mut client, honey, "2").await.is(303);
    let mut fields = client.get("/es/cart").await.is(200).page().form("cart");
    set(&mut fields, &format!("quantity-{honey}"), "5");
    set(&mut fields, "remove", &badam.to_string());
    client.post("/es/cart", &fields).await.is(303);
    let lines = app.texts_of("SELECT offer_id || 'x' || quantity FROM cart_lines").await;
    assert_eq!(lines, [format!("{honey}x5")]);
}

both!(what_was_typed_is_kept_beside_what_is_wrong);
async fn what_was_typed_is_kept_beside_what_is_wrong() {
    let app = TestApp::start().await;
    let mut client = app.client();
    buyer::add(&mut client, app.offer("BADAM-500").await, "1").await.is(303);
    let mut fields = buyer::checkout_form(&mut client, "es").await;
    buyer::to_address(&mut fields);
    let typed = [
        ("name", "  María José  "),
        ("phone", "12345"),
        ("city", "Kashgar"),
        ("district", ""),
        ("street", "Calle \"Mayor\" <12> & 14"),
        ("note", "\nprimera\nsegunda"),
    ];
    for (name, value) in typed {
        set(&mut fields, name, value);
    }
    let before = app.snapshot().await;
    let answer = client.post("/es/checkout", &fields).await.is(422);
    app.is_unchanged(&before, &app.snapshot().await, "checkout");
    let page = answer.page();
    let again = page.form("checkout");
    for (name, value) in typed {
        assert_eq!(value_of(&again, name), value, "{name}");
    }
    for name in ["delivery", "province", "payment", "key", "quote"] {
        assert_eq!(value_of(&again, name), value_of(&fields, name), "{name}");
    }
    // Beside each wrong field stands why, tied to it; a summary above leads to both.
    for name in ["phone", "district"] {
        let input = page.first(&format!("input[name={name}]")).unwrap();
        assert_eq!(input.attr("aria-invalid"), Some("true"), "{name}");
        assert!(
            input
                .attr("aria-describedby")
                .unwrap()
                .contains(&format!("field-{name}-error")),
            "{name}"
        );
        let leads = page.has(&format!("a[href='#field-{name}']"));
        assert!(leads, "{name}: the summary leads to it");
    }
    for name in ["name", "city", "street", "note"] {
        let is_wrong = page.has(&format!("[name={name}][aria-invalid]"));
        assert!(!is_wrong, "{name}");
    }
    set(&mut fields, "phone", "１３８ ００１３ ８０００");
    set(&mut fields, "district", "Yarkand");
    client.post("/es/checkout", &fields).await.is(303);
    assert_eq!(
        app.text("SELECT buyer_name || phone FROM order_groups").await,
        "María José+8613800138000"
    );
}

both!(a_township_narrows_the_stations_without_losing_the_form);
async fn a_township_narrows_the_stations_without_losing_the_form() {
    let app = TestApp::start().await;
    let mut client = app.client();
    buyer::add(&mut client, app.offer("BADAM-500").await, "1").await.is(303);
    let mut fields = buyer::checkout_form(&mut client, "ug").await;
    for (name, value) in [
        ("name", "half a na"),
        ("phone", ""),
        ("station", ""),
        ("township", "kol"),
        ("refresh", "stations"),
    ] {
        set(&mut fields, name, value);
    }
    let page = client.post("/ug/checkout", &fields).await.is(200).page();
    assert_eq!(value_of(&page.form("checkout"), "name"), "half a na");
    assert!(page.has("option[value=B002]") && !page.has("option[value=B001]"));
    assert!(!page.has("[aria-invalid]"), "nothing is wrong yet");
    assert_eq!(app.number("SELECT count(*) FROM order_groups").await, 0);
}

both!(a_form_sent_again_after_a_lost_answer_leads_to_the_same_order);
async fn a_form_sent_again_after_a_lost_answer_leads_to_the_same_order() {
    let app = TestApp::start().await;
    let mut client = app.client();
    buyer::add(&mut client, app.offer("BADAM-500").await, "1").await.is(303);
    let fields = buyer::checkout_form(&mut client, "ug").await;
    // The answer was lost: the browser has no cookie of the order.
    let mut lost = client.clone();
    let first = buyer::code_of(&buyer::place(&mut lost, &fields).await.is(303));
    let again = buyer::place(&mut client, &fields).await.is(303);
    assert_eq!(buyer::code_of(&again), first);
    client.get(again.location()).await.is(200);
    assert!(client.cookies.contains_key("__Host-orders"), "and it may see the order");
    assert_eq!(app.number("SELECT count(*) FROM order_groups").await, 1);
    // The back button shows a form without a cart: it says so.
    client.get("/ug/checkout").await.is(303);
}

both!(cookies_are_this_hosts_alone);
async fn cookies_are_this_hosts_alone() {
    let app = TestApp::start().await;
    let mut client = app.client();
    let added = buyer::add(&mut client, app.offer("BADAM-500").await, "1").await.is(303);
    let fields = buyer::checkout_form(&mut client, "ug").await;
    let placed = buyer::place(&mut client, &fields).await.is(303);
    let asked = app
        .client()
        .post("/ug/account/code", &[("phone", "13900139000")])
        .await
        .is(303);
    let call = buyer::calls_add(app.offer("BADAM-500").await, "1", [1; 16]);
    let called = app.client().send(call).await.is(200);
    for answer in [added, placed, asked, called] {
        let cookies = answer.cookies();
        assert_eq!(cookies.len(), 1, "{cookies:?}");
        is_private(&cookies[0]);
        assert!(cookies[0].max_age().is_some(), "{cookies:?}");
    }
}

both!(a_buyer_cancels_and_the_stock_is_free_again);
async fn a_buyer_cancels_and_the_stock_is_free_again() {
    let app = TestApp::start().await;
    let mut client = app.client();
    let code = buyer::buy(&mut client, app.offer("HONEY-JAR").await, "2").await;
    assert_eq!(app.number("SELECT sum(reserved) FROM stock").await, 2);
    let canceled = client
        .post(&format!("/ug/orders/{code}/cancel"), &[("", ""); 0])
        .await
        .is(303);
    client.get(canceled.location()).await.is(200);
    assert_eq!(app.number("SELECT sum(reserved) FROM stock").await, 0);
    // A second time there is nothing left to cancel.
    let before = app.snapshot().await;
    let again = client.post(&format!("/ug/orders/{code}/cancel"), &[("", ""); 0]).await;
    assert!(matches!(again.status.as_u16(), 303 | 409), "{}", again.status);
    app.is_unchanged(&before, &app.snapshot().await, "cancel twice");
}

both!(links_change_nothing);
async fn links_change_nothing() {
    // every address that takes a form, opened as a link with the same fields.
    let app = TestApp::inhabited().await;
    for row in crate::rights::table()
        .into_iter()
        .filter(|row| row.method == Method::POST)
    {
        let path = row.path(&app).await;
        let mut clients = crate::world::Who::ALL.map(|who| app.client_of(who));
        let before = app.snapshot().await;
        for client in &mut clients {
            let answer = client
                .get(&format!("{path}?offer=1&quantity=1&command=accept&key=1&tail=8000"))
                .await;
            assert!(answer.status.as_u16() < 500, "{path}");
        }
        app.is_unchanged(&before, &app.snapshot().await, &path);
    }
}

both!(a_cooperative_that_cancels_lowers_what_is_to_be_paid);
async fn a_cooperative_that_cancels_lowers_what_is_to_be_paid() {
    let app = TestApp::start().await;
    let mut buyer = app.client();
    buyer::add(&mut buyer, app.offer("BADAM-500").await, "2").await.is(303);
    buyer::add(&mut buyer, app.offer("HONEY-JAR").await, "1").await.is(303);
    let mut form = buyer::checkout_form(&mut buyer, "es").await;
    buyer::to_address(&mut form);
    let path = buyer.post("/es/checkout", &form).await.is(303).location().to_owned();
    let placed = buyer.get(&path).await.is(200).page();
    let total = placed.text_of("order-total").unwrap();
    assert!(
        placed.text_of("next").unwrap().contains(&total),
        "all of it is to be paid"
    );
    assert_eq!(placed.text_of("order-due"), None);

    let mut member = world::sign_in(&app, THIS).await;
    let part = app
        .number("SELECT o.id FROM orders o JOIN cooperatives c ON c.id = o.cooperative_id WHERE c.slug = 'altun-badam'")
        .await;
    let studio = format!("/es/studio/orders/{part}");
    let long = "x".repeat(300);
    let refused = [("command", "cancel"), ("reason", "damaged"), ("note", long.as_str())];
    let refused = member.post(&studio, &refused).await.is(422).page();
    let form = refused.form("step-cancel");
    for (name, typed) in [("reason", "damaged"), ("note", long.as_str())] {
        assert!(
            form.iter().any(|(field, value)| field == name && value == typed),
            "{name}: {form:?}"
        );
    }
    // The buyer reads why: without a reason nothing is called off.
    member.post(&studio, &[("command", "cancel")]).await.is(422);
    member
        .post(&studio, &[("command", "cancel"), ("reason", "other")])
        .await
        .is(303);

    let left = buyer.get(&path).await.is(200).page();
    let due = left.text_of("order-due").unwrap();
    assert_ne!(due, total);
    let next = left.text_of("next").unwrap();
    assert!(next.contains(&due) && !next.contains(&total), "{next}");
    assert_eq!(
        left.text_of("order-total").unwrap(),
        total,
        "what was agreed stays to be read"
    );
    assert_eq!(left.text_of("goes-back"), None, "nothing was paid");
    let reference = PaymentReference::parse(&left.text_of("payment-reference").unwrap()).unwrap();
    service::orders::mark_paid(&app.shop, &reference).await.unwrap();
    let paid = buyer.get(&path).await.is(200).page();
    assert_eq!(paid.text_of("money-received").unwrap(), due);
    assert_eq!(paid.text_of("goes-back"), None, "what was due came in, and no more");
}

both!(after_a_conflict_the_newer_price_and_stock_stand_beside_what_was_typed);
async fn after_a_conflict_the_newer_price_and_stock_stand_beside_what_was_typed() {
    let app = TestApp::start().await;
    let (mut one, mut other) = (world::sign_in(&app, THIS).await, world::sign_in(&app, THIS).await);
    let offer = app.offer("BADAM-LOOSE").await;
    let product = app.number("SELECT id FROM products WHERE slug = 'badam-loose'").await;
    let (price, stock) = (format!("price-{offer}"), format!("stock-{offer}"));
    for (path, form, typed, newer) in [(
        format!("/es/studio/products/{product}"),
        "product-editor",
        vec![(price.as_str(), "31.50"), (&stock, "7000")],
        vec![(&price, "32.25"), (&stock, "8000")],
    )] {
        let mut stale = one.get(&path).await.is(200).page().form(form);
        let mut first = other.get(&path).await.is(200).page().form(form);
        for (name, value) in &newer {
            set(&mut first, name, value);
        }
        other.post(&path, &first).await.is(303);
        for (name, value) in &typed {
            set(&mut stale, name, value);
        }
        let page = one.post(&path, &stale).await.is(409).page();
        let shown = page.form(form);
        for ((name, mine), (_, theirs)) in typed.iter().zip(&newer) {
            assert_eq!(value_of(&shown, name), *mine, "what was typed stays");
            assert!(page.text().contains(theirs), "{name}: {theirs} is shown");
        }
    }
}

both!(a_price_that_somebody_else_changed_is_asked_about_and_a_wrong_one_says_the_bounds);
async fn a_price_that_somebody_else_changed_is_asked_about_and_a_wrong_one_says_the_bounds() {
    let app = TestApp::start().await;
    let (mut one, mut other) = (world::sign_in(&app, THIS).await, world::sign_in(&app, THIS).await);
    let path = "/es/studio/stock";
    let badam = app.offer("BADAM-500").await;
    let price = format!("price-{badam}");
    let mut stale = one.get(path).await.is(200).page().form("stock-form");
    let mut first = other.get(path).await.is(200).page().form("stock-form");
    set(&mut first, &price, "¥26");
    other.post(path, &first).await.is(303);
    set(&mut stale, &price, "27");
    let page = one.post(path, &stale).await.is(422).page();
    let shown = page.form("stock-form");
    assert_eq!(value_of(&shown, &price), "27", "what was typed stays");
    assert!(page.text().contains("26,00"), "and what is saved stands beside it");
    one.post(path, &shown).await.is(303);
    let now = format!("SELECT price_minor FROM offers WHERE id = {badam}");
    assert_eq!(app.number(&now).await, 2700);

    let mut wrong = one.get(path).await.is(200).page().form("stock-form");
    set(&mut wrong, &price, "one");
    let page = one.post(path, &wrong).await.is(422).page();
    assert_eq!(value_of(&page.form("stock-form"), &price), "one");
    assert!(page.text().contains("100.000,00"), "the bound: {}", page.text());
}
