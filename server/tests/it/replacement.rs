//! Something else in place of what is missing, by forms alone: the packer's pages and the buyer's.

use crate::both::both;
use crate::buyer::{set, value_of};
use crate::html::Page;
use crate::test_app::TestApp;
use crate::world::Who;

fn said(page: &Page, id: &str) -> String {
    page.text_of(id).unwrap_or_else(|| panic!("no {id}"))
}

both!(a_packer_offers_another_size_and_the_buyer_says_no);
async fn a_packer_offers_another_size_and_the_buyer_says_no() {
    let app = TestApp::inhabited().await;
    let order = app.number("SELECT id FROM orders").await;
    let code = app.text("SELECT code FROM order_groups").await;
    let other = app.offer("BADAM-1000").await;
    let (path, of_buyer) = (format!("/zh/studio/orders/{order}"), format!("/zh/orders/{code}"));
    let mut packer = app.client_of(Who::Packer);
    let page = packer.get(&path).await.is(200).page();
    assert!(page.has(&format!("a[data-testid=replace][href='{path}/replace']")));

    // What is not there is said at its field, and what was typed stays.
    let typed = |amount: &str| format!("{path}/replace?missing=2&offer={other}&amount={amount}&line=1");
    let page = packer.get(&typed("100001")).await.is(200).page();
    let input = page.first("#field-amount").unwrap();
    assert_eq!(input.attr("value"), Some("100001"));
    assert_eq!(input.attr("aria-invalid"), Some("true"));
    assert!(!page.has("[data-testid=replace-confirm]"));

    // 2 × 25 agreed, 48 today.
    let page = packer.get(&typed("1")).await.is(200).page();
    assert!(said(&page, "agreed").contains("50.00"));
    assert!(said(&page, "pays").contains("48.00"));
    assert!(said(&page, "cheaper").contains("2.00"));
    let mut fields = page.form("replace-confirm");
    let page = packer.post(&format!("{path}/replace"), &fields).await.is(422).page();
    assert!(page.has("#field-reason[aria-invalid=true]"), "why is not said");
    set(&mut fields, "reason", "out-of-stock");
    set(&mut fields, "note", "下周才有");
    let done = packer.post(&format!("{path}/replace"), &fields).await.is(303);
    let page = packer.get(done.location()).await.is(200).page();
    assert!(page.has("form[data-testid=undo-replacement] button"));
    assert!(said(&page, "instead").contains("500"));

    let mut shopper = app.client_of(Who::Shopper);
    let page = shopper.get(&of_buyer).await.is(200).page();
    assert!(said(&page, "reduce-reason").contains("下周才有"));
    assert!(said(&page, "replacement").contains("1"));
    let fields = page.form("decline");
    let foreign = app
        .client_of(Who::Anonymous)
        .post(&format!("{of_buyer}/decline"), &fields)
        .await;
    foreign.is(404);
    let done = shopper.post(&format!("{of_buyer}/decline"), &fields).await.is(303);
    let page = shopper.get(done.location()).await.is(200).page();
    assert!(page.has("[data-testid=declined]") && !page.has("[data-testid=decline]"));
    // Nothing else was in it.
    assert_eq!(app.text("SELECT status FROM orders").await, "canceled");
}

both!(a_packer_takes_it_back);
async fn a_packer_takes_it_back() {
    let app = TestApp::inhabited().await;
    let order = app.number("SELECT id FROM orders").await;
    let other = app.offer("BADAM-1000").await;
    let path = format!("/ug/studio/orders/{order}");
    let mut packer = app.client_of(Who::Packer);
    let page = format!("{path}/replace?line=1&missing=1&offer={other}&amount=1");
    let mut fields = packer.get(&page).await.is(200).page().form("replace-confirm");
    set(&mut fields, "reason", "damaged");
    let done = packer.post(&format!("{path}/replace"), &fields).await.is(303);
    let fields = packer
        .get(done.location())
        .await
        .is(200)
        .page()
        .form("undo-replacement");
    packer.post(&format!("{path}/replace/undo"), &fields).await.is(303);
    assert_eq!(app.number("SELECT count(*) FROM order_lines").await, 1);
    assert_eq!(app.number("SELECT sum(missing) FROM order_lines").await, 0);
    let page = packer
        .post::<&str, &str>(&format!("{path}/replace/undo"), &[])
        .await
        .is(409)
        .page();
    assert!(page.has("#notice"));
}

both!(nothing_typed_is_lost_when_it_sells_out_meanwhile);
async fn nothing_typed_is_lost_when_it_sells_out_meanwhile() {
    let app = TestApp::inhabited().await;
    let order = app.number("SELECT id FROM orders").await;
    let other = app.offer("BADAM-1000").await;
    let path = format!("/ug/studio/orders/{order}/replace");
    let mut packer = app.client_of(Who::Packer);
    let page = format!("{path}?line=1&missing=1&offer={other}&amount=1");
    let mut fields = packer.get(&page).await.is(200).page().form("replace-confirm");
    set(&mut fields, "reason", "damaged");
    set(&mut fields, "note", "قاپ يىرتىلدى");
    let on_hand = app
        .number(&format!("SELECT on_hand FROM stock WHERE offer_id = {other}"))
        .await;
    app.execute(&format!("UPDATE stock SET on_hand = reserved WHERE offer_id = {other}"))
        .await;
    let page = packer.post(&path, &fields).await.is(422).page();
    assert!(page.has("#field-amount[aria-invalid=true]") && !page.has("[data-testid=replace-confirm]"));
    assert!(!page.has("#field-offer[aria-invalid=true]"), "it was a choice");
    let mut fields = page.form("replace-fields");
    for (name, typed) in [
        ("missing", "1"),
        ("amount", "1"),
        ("reason", "damaged"),
        ("note", "قاپ يىرتىلدى"),
    ] {
        assert_eq!(value_of(&fields, name), typed);
    }
    // There is some again: it is looked at once more, and what was typed is still there.
    app.execute(&format!(
        "UPDATE stock SET on_hand = {on_hand} WHERE offer_id = {other}"
    ))
    .await;
    fields.push(("command".to_owned(), "look".to_owned()));
    let page = packer.post(&path, &fields).await.is(200).page();
    assert_eq!(
        app.number("SELECT count(*) FROM order_lines").await,
        1,
        "it was only looked at"
    );
    let fields = page.form("replace-confirm");
    assert_eq!(value_of(&fields, "reason"), "damaged");
    packer.post(&path, &fields).await.is(303);
    assert_eq!(app.text("SELECT note FROM order_reductions").await, "قاپ يىرتىلدى");
}

both!(nothing_typed_is_lost_when_somebody_else_was_first);
async fn nothing_typed_is_lost_when_somebody_else_was_first() {
    let app = TestApp::inhabited().await;
    let order = app.number("SELECT id FROM orders").await;
    let other = app.offer("BADAM-1000").await;
    let path = format!("/zh/studio/orders/{order}");
    let mut packer = app.client_of(Who::Packer);
    let page = format!("{path}/replace?line=1&missing=2&offer={other}&amount=1");
    let mut fields = packer.get(&page).await.is(200).page().form("replace-confirm");
    set(&mut fields, "reason", "damaged");
    set(&mut fields, "note", "袋子破了");
    let page = format!("{path}/reduce?sent-1=1");
    let mut less = packer.get(&page).await.is(200).page().form("reduce-confirm");
    let mut late = packer.get(&page).await.is(200).page().form("reduce-confirm");
    set(&mut less, "reason", "other");
    set(&mut less, "note", "少一袋");
    packer.post(&format!("{path}/reduce"), &less).await.is(303);
    let page = packer.post(&format!("{path}/replace"), &fields).await.is(409).page();
    assert!(page.has("[data-testid=meanwhile]"));
    assert!(page.has("#field-missing[aria-invalid=true]"), "only one is left");
    let again = page.form("replace-fields");
    assert_eq!(value_of(&again, "missing"), "2");
    assert_eq!(value_of(&again, "note"), "袋子破了");
    // Nor is what was typed to send less.
    set(&mut late, "reason", "other");
    set(&mut late, "note", "再少一袋");
    let page = packer.post(&format!("{path}/reduce"), &late).await.is(409).page();
    assert_eq!(value_of(&page.form("reduce-amounts"), "note"), "再少一袋");
}
