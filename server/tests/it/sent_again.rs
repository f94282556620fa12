//! What is made good after goods came, by forms alone: each report has its own answers, and what is sent once more is packed
//! until it has left. And how money that comes back is told.

use crate::both::both;
use crate::buyer::{self, set, value_of};
use crate::html::Page;
use crate::returns::{hand_over, report};
use crate::test_app::TestApp;
use crate::world::Who;

fn said(page: &Page, id: &str) -> String {
    page.text_of(id).unwrap_or_else(|| panic!("no {id}"))
}

both!(each_report_is_answered_beneath_it_and_what_goes_again_is_packed);
async fn each_report_is_answered_beneath_it_and_what_goes_again_is_packed() {
    let app = TestApp::inhabited().await;
    let code = hand_over(&app).await;
    report(&app).await;
    let order = app.number("SELECT id FROM orders").await;
    let studio = format!("/zh/studio/orders/{order}");
    let mut packer = app.client_of(Who::Packer);
    let page = packer.get(&studio).await.is(200).page();
    assert!(!page.has("[data-testid=awaits]"), "something is left to do");
    assert!(page.has(&format!("[data-testid=answer-report][href='#reports-{order}']")));
    let within = "[data-testid=report-line] [role=group][aria-label] [data-testid=settle-form-replaced]";
    assert_eq!(page.count(within), 1);
    let mut fields = page.form("settle-form-replaced");
    let id = value_of(&fields, "report").to_owned();
    let amount = format!("again-{id}");
    let all = value_of(&fields, &amount).to_owned();
    assert_ne!(all, "", "all of it, at first");
    set(&mut fields, "command", "replaced");
    set(&mut fields, &amount, "999");
    let page = packer.post(&format!("{studio}/reports"), &fields).await.is(422).page();
    assert!(page.has(&format!("#field-{amount}[aria-invalid=true][value='999']")));
    set(&mut fields, &amount, "1");
    let done = packer.post(&format!("{studio}/reports"), &fields).await.is(303);
    let page = packer.get(done.location()).await.is(200).page();
    assert!(page.has("[data-testid=next-step] [data-testid=to-send-again]"));
    assert!(page.has("[data-testid=buyer-phone]"));

    let home = packer.get("/zh/studio").await.is(200).page();
    assert!(said(&home, "to-do-again").contains('1'));
    let list = packer.get("/zh/studio/packing").await.is(200).page();
    assert!(said(&list, "packing-again").contains(&code));
    assert!(list.has("[data-testid=need]"));
    let mut left = list.form(&format!("send-again-{id}"));
    set(&mut left, "command", "left-again");
    set(&mut left, &format!("carrier-{id}"), "EMS");
    let done = packer.post(&format!("{studio}/reports"), &left).await.is(303);
    let page = packer.get(done.location()).await.is(200).page();
    assert!(page.has("[data-testid=left-again]") && page.has("[data-testid=awaits]"));
    assert!(!page.has("[data-testid=to-send-again]") && !page.has("[data-testid=buyer-phone]"));
    packer.post(&format!("{studio}/reports"), &left).await.is(303);
    let mut again = left.clone();
    again.retain(|(name, _)| name != "key");
    packer.post(&format!("{studio}/reports"), &again).await.is(409);
    let seen = app.client_of(Who::Shopper).get(&format!("/zh/orders/{code}")).await;
    assert!(seen.is(200).page().text().contains("EMS"));
}

both!(the_buyer_reads_why_less_comes_back_and_how);
async fn the_buyer_reads_why_less_comes_back_and_how() {
    let app = TestApp::inhabited().await;
    let code = hand_over(&app).await;
    report(&app).await;
    // A part was not paid yet.
    app.execute("UPDATE money_entries SET amount_minor = amount_minor - 480 WHERE kind = 'received'")
        .await;
    let order = app.number("SELECT id FROM orders").await;
    let studio = format!("/zh/studio/orders/{order}");
    let mut packer = app.client_of(Who::Packer);
    let mut fields = packer.get(&studio).await.is(200).page().form("settle-form-refunded");
    let amount = format!("amount-{}", value_of(&fields, "report"));
    set(&mut fields, "command", "refunded");
    set(&mut fields, &amount, "12.50");
    packer.post(&format!("{studio}/reports"), &fields).await.is(303);
    let page = app.client_of(Who::Shopper).get(&format!("/zh/orders/{code}")).await;
    let page = page.is(200).page();
    assert!(said(&page, "money-back").contains("7.70"));
    assert!(said(&page, "money-kept").contains("4.80"));
    assert!(said(&page, "goes-back").contains("7.70"));
    assert!(said(&page, "goes-back").contains("合作社"));
    let figures = app.client_of(Who::This).get("/zh/studio/figures").await.is(200).page();
    assert!(said(&figures, "given-back").contains("12.50"));
    assert_eq!(figures.text_of("taken-off"), None, "all of it was sent");
}

both!(what_is_left_of_an_order_is_canceled_by_name);
async fn what_is_left_of_an_order_is_canceled_by_name() {
    let app = TestApp::start().await;
    let mut shopper = app.client();
    for sku in ["BADAM-500", "HONEY-JAR"] {
        buyer::add(&mut shopper, app.offer(sku).await, "1").await.is(303);
    }
    let fields = buyer::checkout_form(&mut shopper, "es").await;
    let code = buyer::code_of(&buyer::place(&mut shopper, &fields).await.is(303));
    let path = format!("/es/orders/{code}");
    assert_eq!(
        app.number("SELECT count(*) FROM orders").await,
        2,
        "of two cooperatives"
    );
    let whole = shopper.get(&path).await.is(200).page();
    assert!(
        said(&whole, "cancel").contains("todo el pedido"),
        "{}",
        said(&whole, "cancel")
    );
    app.execute("UPDATE orders SET status = 'canceled' WHERE id = (SELECT min(id) FROM orders)")
        .await;
    let left = app
        .text("SELECT cooperative_name FROM orders WHERE id = (SELECT max(id) FROM orders)")
        .await;
    let rest = shopper.get(&path).await.is(200).page();
    let question = said(&rest, "cancel");
    assert!(
        question.contains(&left) && !question.contains("todo el pedido"),
        "{question}"
    );
}

both!(money_far_above_what_is_owed_is_asked_about);
async fn money_far_above_what_is_owed_is_asked_about() {
    let app = TestApp::inhabited().await;
    let code = app.text("SELECT code FROM order_groups").await;
    let mut centre = app.client_of(Who::Centre);
    let page = centre.get(&format!("/zh/centre/money?q={code}")).await.is(200).page();
    let mut receive = page.form(&format!("receive-{code}"));
    set(&mut receive, "command", "receive");
    set(&mut receive, "amount", "999999999");
    set(&mut receive, "reference", "bank 1");
    let page = centre.post("/zh/centre/money", &receive).await.is(422).page();
    let booked = "SELECT count(*) FROM money_entries WHERE kind = 'received'";
    let before = app.number(booked).await;
    let mut again = page.form("again");
    assert_eq!(value_of(&again, "amount"), "999999999");
    assert_eq!(value_of(&again, "reference"), "bank 1");
    set(&mut again, "command", "receive");
    // Another amount is asked about anew.
    let mut other = again.clone();
    set(&mut other, "amount", "888888888");
    centre.post("/zh/centre/money", &other).await.is(422);
    assert_eq!(app.number(booked).await, before);
    centre.post("/zh/centre/money", &again).await.is(303);
    assert_eq!(app.number(booked).await, before + 1);
}
