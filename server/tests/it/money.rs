//! Orders and money in pages, without JavaScript: the way of a cash order from the shelf to the buyer, the Centre's
//! money, the counter.

use crate::buyer::{self, set};
use crate::client::Client;
use crate::district::THIS;
use crate::test_app::TestApp;
use crate::world;

/// Presses the button of a step on the studio's page of the order.
async fn press(member: &mut Client, path: &str, step: &str) {
    let page = member.get(path).await.is(200).page();
    let fields = page.form(&format!("step-{step}"));
    member.post(path, &fields).await.is(303);
}

#[tokio::test]
async fn a_cash_order_is_completed_in_pages() {
    let app = TestApp::start().await;
    let mut shopper = app.client();
    let code = buyer::buy(&mut shopper, app.offer("BADAM-500").await, "2")
        .await
        .to_string();
    let order = app.number("SELECT id FROM orders").await;
    let studio = format!("/es/studio/orders/{order}");
    let mut member = world::sign_in(&app, THIS).await;
    for step in ["accept", "pack", "dispatch"] {
        press(&mut member, &studio, step).await;
    }
    // What cannot be done now has no button.
    let page = member.get(&studio).await.is(200).page();
    assert_eq!(page.text_of("step-accept"), None);
    assert_eq!(page.text_of("step-deliver"), None);
    assert!(page.text_of("step-ready").is_some());

    let mut centre = world::sign_in(&app, "centre").await;
    let find = [("code", code.as_str()), ("tail", buyer::TAIL)];
    let found = centre.post("/es/desk", &find).await.is(200).page();
    // The clerk reads Spanish, the buyer ordered in Uyghur: both names stand there.
    assert!(found.has("[data-testid='order-line'] a [lang='es']"));
    assert!(found.has("[data-testid='order-line'] [data-testid='sold-as'] [lang='ug']"));
    let mut arrived = found.form(&format!("desk-ready-{order}"));
    set(&mut arrived, "command", "ready");
    let here = centre.post("/es/desk", &arrived).await.is(200).page();
    assert!(here.text_of("pay-first").is_some(), "cash first");
    let due = here.text_of("to-take").unwrap();
    let mut cash = here.form("desk-cash");
    set(&mut cash, "command", "cash");
    // Sent twice: taken once.
    centre.post("/es/desk", &cash).await.is(200);
    let paid = centre.post("/es/desk", &cash).await.is(200).page();
    assert!(paid.text_of("nothing-to-take").is_some());
    assert_eq!(
        app.number("SELECT count(*) FROM money_entries WHERE kind = 'received'")
            .await,
        1
    );
    let mut hand = paid.form(&format!("desk-deliver-{order}"));
    set(&mut hand, "command", "deliver");
    centre.post("/es/desk", &hand).await.is(200);

    let seen = shopper.get(&format!("/es/orders/{code}")).await.is(200).page();
    assert_eq!(seen.text_of("money-received").unwrap(), due);
    assert_eq!(seen.text_of("money-open"), None);
    assert_eq!(app.text("SELECT status FROM orders").await, "completed");
    assert_eq!(
        app.number("SELECT count(*) FROM audit_events WHERE action = 'money.cash'")
            .await,
        1
    );
}

#[tokio::test]
async fn an_unpaid_transfer_says_so_and_offers_no_accept() {
    let app = TestApp::start().await;
    let mut shopper = app.client();
    buyer::add(&mut shopper, app.offer("BADAM-500").await, "2")
        .await
        .is(303);
    let mut form = buyer::checkout_form(&mut shopper, "es").await;
    buyer::to_address(&mut form);
    shopper.post("/es/checkout", &form).await.is(303);
    let order = app.number("SELECT id FROM orders").await;
    let path = format!("/es/studio/orders/{order}");
    let mut member = world::sign_in(&app, THIS).await;
    let page = member.get(&path).await.is(200).page();
    assert_eq!(page.text_of("step-accept"), None);
    assert!(page.text_of("awaits").unwrap().contains("transferencia"));
    let refused = member.post(&path, &[("command", "accept")]).await.is(409).page();
    let text = refused.text();
    assert!(text.contains("aún no está pagado"), "{text}");

    // The Centre finds it by its reference and books what came in.
    let reference = app.text("SELECT reference FROM payments").await;
    let mut centre = world::sign_in(&app, "centre").await;
    let found = centre
        .get(&format!("/es/centre/money?q={reference}"))
        .await
        .is(200)
        .page();
    let code = app.text("SELECT code FROM order_groups").await;
    let mut receive = found.form(&format!("receive-{code}"));
    set(&mut receive, "command", "receive");
    set(&mut receive, "reference", "bank 1");
    centre.post("/es/centre/money", &receive).await.is(303);
    let page = member.get(&path).await.is(200).page();
    assert!(page.text_of("step-accept").is_some());

    // Called off: the refund waits, and is sent.
    let cancel = [("command", "cancel"), ("reason", "damaged"), ("note", "mojado")];
    member.post(&path, &cancel).await.is(303);
    let seen = shopper.get(&format!("/es/orders/{code}")).await.is(200).page();
    assert!(seen.text_of("cancel-reason").unwrap().contains("mojado"));
    let back = seen.text_of("money-back").unwrap();
    let waiting = centre.get("/es/centre/money").await.is(200).page();
    assert!(waiting.text_of("refunds").unwrap().contains(&back));
    let mut refund = waiting.form(&format!("refund-{code}"));
    set(&mut refund, "command", "refund");
    set(&mut refund, "reference", "");
    let again = centre.post("/es/centre/money", &refund).await.is(422).page();
    let mut refund = again.form("again");
    set(&mut refund, "command", "refund");
    set(&mut refund, "reference", "bank 2");
    centre.post("/es/centre/money", &refund).await.is(303);
    let seen = shopper.get(&format!("/es/orders/{code}")).await.is(200).page();
    assert_eq!(seen.text_of("money-given-back").unwrap(), back);
    assert_eq!(
        app.number("SELECT count(*) FROM money_entries WHERE kind = 'given_back'")
            .await,
        1
    );
}

#[tokio::test]
async fn a_statement_is_previewed_before_anything_is_written() {
    let app = TestApp::inhabited().await;
    let mut centre = app.client_of(world::Who::Centre);
    let statement = "2026-11-23,12.50,nobody knows";
    let before = app.snapshot().await;
    let preview = centre
        .post("/es/centre/money/statement", &[("statement", statement)])
        .await
        .is(200)
        .page();
    assert!(preview.text_of("statement-line").unwrap().contains("nobody knows"));
    app.is_unchanged(&before, &app.snapshot().await, "looking");
    let mut book = preview.form("statement");
    set(&mut book, "confirm", "1");
    for _ in 0..2 {
        centre.post("/es/centre/money/statement", &book).await.is(303);
    }
    assert_eq!(
        app.number("SELECT count(*) FROM money_entries WHERE state = 'unassigned'")
            .await,
        1
    );
    let page = centre.get("/es/centre/money").await.is(200).page();
    assert!(page.text_of("unassigned").unwrap().contains("nobody knows"));
    centre
        .post("/es/centre/money/statement", &[("statement", "no money here")])
        .await
        .is(422);
}

#[tokio::test]
async fn only_the_statement_that_was_looked_at_is_booked() {
    let app = TestApp::inhabited().await;
    let mut centre = app.client_of(world::Who::Centre);
    let path = "/es/centre/money/statement";
    let looked_at = [("statement", "2026-11-23,12.50,nobody knows")];
    let preview = centre.post(path, &looked_at).await.is(200).page();
    let mut other = preview.form("statement");
    set(&mut other, "statement", "2026-11-23,99.00,somebody else");
    set(&mut other, "confirm", "1");
    let before = app.snapshot().await;
    let page = centre.post(path, &other).await.is(409).page();
    app.is_unchanged(&before, &app.snapshot().await, "another text");
    assert!(page.text_of("statement-wrong").is_some());
    assert!(page.text_of("statement-line").unwrap().contains("somebody else"));
    // Looked at now: it is booked.
    let mut again = page.form("statement");
    set(&mut again, "confirm", "1");
    centre.post(path, &again).await.is(303);
    assert_eq!(
        app.number("SELECT amount_minor FROM money_entries WHERE state = 'unassigned'")
            .await,
        9_900
    );
}

#[tokio::test]
async fn a_search_shows_what_it_found_and_nothing_else() {
    let app = TestApp::inhabited().await;
    let mut centre = app.client_of(world::Who::Centre);
    let code = app.text("SELECT code FROM order_groups").await;
    for query in ["xxxx", "%25"] {
        let page = centre.get(&format!("/es/centre/money?q={query}")).await.is(200).page();
        assert!(page.text_of("nothing-found").is_some(), "{query}");
        for list in ["found", "awaited", "entries"] {
            assert_eq!(page.text_of(list), None, "{query}");
        }
    }
    let found = centre.get(&format!("/es/centre/money?q={code}")).await.is(200).page();
    assert!(found.text_of("found").unwrap().contains(&code));
    assert_eq!(found.text_of("awaited"), None, "once is enough");
    let all = centre.get("/es/centre/money").await.is(200).page();
    assert!(all.text_of("awaited").is_some());
    assert!(!all.has("a[rel=next]"), "there is no next page");

    // What is wrong is said at its field, which is not called optional.
    let mut wrong = found.form(&format!("receive-{code}"));
    set(&mut wrong, "command", "receive");
    set(&mut wrong, "amount", "1.005");
    let page = centre.post("/es/centre/money", &wrong).await.is(422).page();
    assert!(page.text_of("again").unwrap().contains("dos decimales"));
    assert!(page.has("#field-amount[required]"));
    assert!(!page.has("#field-reference[required]"));
}

#[tokio::test]
async fn the_sentence_follows_the_money() {
    let app = TestApp::start().await;
    let mut shopper = app.client();
    buyer::add(&mut shopper, app.offer("BADAM-500").await, "1")
        .await
        .is(303);
    let mut form = buyer::checkout_form(&mut shopper, "es").await;
    buyer::to_address(&mut form);
    shopper.post("/es/checkout", &form).await.is(303);
    let code = app.text("SELECT code FROM order_groups").await;
    let path = format!("/es/orders/{code}");
    let mut centre = world::sign_in(&app, "centre").await;
    let page = centre.get(&format!("/es/centre/money?q={code}")).await.is(200).page();
    let mut receive = page.form(&format!("receive-{code}"));
    set(&mut receive, "command", "receive");
    centre.post("/es/centre/money", &receive).await.is(303);
    let order = app.number("SELECT id FROM orders").await;
    let mut member = world::sign_in(&app, THIS).await;
    let cancel = [("command", "cancel"), ("reason", "damaged"), ("note", "mojado")];
    member
        .post(&format!("/es/studio/orders/{order}"), &cancel)
        .await
        .is(303);
    let waiting = shopper.get(&path).await.is(200).page();
    assert!(waiting.text_of("goes-back").is_some());

    let page = centre.get(&format!("/es/centre/money?q={code}")).await.is(200).page();
    let mut refund = page.form(&format!("refund-{code}"));
    set(&mut refund, "command", "refund");
    set(&mut refund, "reference", "bank 2");
    centre.post("/es/centre/money", &refund).await.is(303);
    let done = shopper.get(&path).await.is(200).page();
    assert_eq!(done.text_of("goes-back"), None);
    assert!(done.text_of("went-back").is_some());
    assert!(!done.text_of("next").unwrap().contains("se te devuelve"));
}

#[tokio::test]
async fn less_is_sent_within_what_was_ordered() {
    let app = TestApp::inhabited().await;
    let order = app.number("SELECT id FROM orders").await;
    let mut packer = app.client_of(world::Who::Packer);
    for typed in ["-1", "abc", "2.5"] {
        let path = format!("/es/studio/orders/{order}/reduce?sent-1={typed}");
        let page = packer.get(&path).await.is(200).page();
        let text = page.text_of("reduce-amounts").unwrap();
        assert!(text.contains("cuántas unidades envías"), "{typed}: {text}");
        assert!(!text.contains("cuántas piezas hay"), "{typed}: {text}");
    }
}
