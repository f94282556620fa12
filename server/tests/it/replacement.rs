//! Something else in place of what is missing, by forms alone: the packer's pages and the buyer's.

use crate::both::both;
use crate::buyer::set;
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
