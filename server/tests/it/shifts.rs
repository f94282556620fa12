//! A clerk's shift in pages, without JavaScript: from an order that waits for its cash to the count at the end, and what the
//! Centre sees of it.

use crate::both::both;
use crate::buyer::{self, set, value_of};
use crate::test_app::TestApp;
use crate::world::Who;

const DESK: &str = "/es/desk";
const SHIFT: &str = "/es/desk/shift";
const STATIONS: &str = "/es/centre/money/stations";

both!(cash_without_a_shift_leads_to_one_and_back_to_the_order);
async fn cash_without_a_shift_leads_to_one_and_back_to_the_order() {
    let app = TestApp::inhabited().await;
    let code = app.text("SELECT code FROM order_groups").await;
    let find = [("code", code.as_str()), ("tail", buyer::TAIL)];
    let mut clerk = app.client_of(Who::Clerk);
    let front = clerk.get(DESK).await.is(200).page();
    assert!(front.has("[data-testid=no-shift]"));
    assert!(front.has(&format!("a[href='{SHIFT}']")));

    let order = clerk.post(DESK, &find).await.is(200).page();
    assert!(order.has("[data-testid=shift-needed]"));
    assert!(!order.has("[data-testid=desk-cash]"), "no cash without a shift");
    // A page of before the shift was closed still has its form.
    let stale = [
        find[0],
        find[1],
        ("command", "cash"),
        ("amount", "12.50"),
        ("key", "00000000000000000000000000000001"),
    ];
    let asked = clerk.post(DESK, &stale).await.is(422).page();
    let mut start = asked.form("shift-open");
    assert_eq!(value_of(&start, "amount"), "12.50", "what was to be taken goes along");
    set(&mut start, "command", "start-shift");
    let empty = clerk.post(DESK, &start).await.is(422).page();
    assert!(empty.has("#field-sum[aria-invalid=true]"));
    let mut start = empty.form("shift-open");
    set(&mut start, "command", "start-shift");
    set(&mut start, "piece-10000", "٢");
    set(&mut start, "piece-50", "１");
    let back = clerk.post(DESK, &start).await.is(200).page();
    assert_eq!(back.value("amount").as_deref(), Some("12.50"));
    let mut cash = back.form("desk-cash");
    set(&mut cash, "command", "cash");
    for _ in 0..2 {
        clerk.post(DESK, &cash).await.is(200);
    }
    assert_eq!(
        app.number("SELECT CAST(SUM(amount_minor) AS BIGINT) FROM money_entries WHERE shift_id IS NOT NULL")
            .await,
        1_250
    );
    let front = clerk.get(DESK).await.is(200).page();
    assert!(front.text_of("expected").unwrap().contains("213"), "200.50 and 12.50");
    assert!(front.has("[data-testid=shift-runs]"));
    // The digits of a phone are in no address.
    assert!(!front.has("a[href*='8000']"));
}

both!(a_form_of_another_counter_is_told_and_books_nothing);
async fn a_form_of_another_counter_is_told_and_books_nothing() {
    let app = TestApp::inhabited().await;
    let elsewhere = app.number("SELECT id FROM stations WHERE code <> 'B001' LIMIT 1").await;
    let elsewhere = elsewhere.to_string();
    let mut clerk = app.client_of(Who::Clerk);
    let mut start = clerk.get(SHIFT).await.is(200).page().form("shift-open");
    set(&mut start, "command", "open");
    set(&mut start, "sum", "100");
    let here = value_of(&start, "station").to_owned();
    // As it is sent by somebody who opened it while they worked there.
    for other in [elsewhere.as_str(), "centre"] {
        set(&mut start, "station", other);
        let told = clerk.post(SHIFT, &start).await.is(422).page();
        assert!(told.has("[data-testid=made-elsewhere]"), "{other}");
        let again = told.form("shift-open");
        assert_eq!(value_of(&again, "sum"), "100", "what was typed is kept");
        assert_eq!(value_of(&again, "station"), here);
    }
    assert_eq!(app.number("SELECT count(*) FROM shifts").await, 0);
    set(&mut start, "station", &here);
    let begun = clerk.post(SHIFT, &start).await.is(303);
    assert!(
        !clerk
            .get(begun.location())
            .await
            .is(200)
            .page()
            .has("[data-testid=made-elsewhere]")
    );

    let running = clerk.get(SHIFT).await.is(200).page();
    let mut hand = running.form("shift-hand-over");
    set(&mut hand, "command", "hand-over");
    set(&mut hand, "amount", "1");
    let mut close = running.form("shift-close");
    set(&mut close, "command", "close");
    set(&mut close, "sum", "100");
    set(&mut close, "left", "100");
    for mut form in [hand, close] {
        set(&mut form, "station", &elsewhere);
        let told = clerk.post(SHIFT, &form).await.is(422).page();
        assert!(told.has("[data-testid=made-elsewhere]") && told.has("[data-testid=running]"));
    }
    let code = app.text("SELECT code FROM order_groups").await;
    let find = [("code", code.as_str()), ("tail", buyer::TAIL)];
    let mut cash = clerk.post(DESK, &find).await.is(200).page().form("desk-cash");
    set(&mut cash, "command", "cash");
    set(&mut cash, "amount", "1");
    set(&mut cash, "station", &elsewhere);
    let told = clerk.post(DESK, &cash).await.is(422).page();
    assert!(told.has("[data-testid=made-elsewhere]") && told.has("[data-testid=desk-find]"));
    assert_eq!(
        app.number("SELECT (SELECT count(*) FROM money_entries WHERE shift_id IS NOT NULL) + (SELECT count(*) FROM shift_moves)")
            .await,
        0
    );
}

both!(a_shift_is_closed_in_pages_and_seen_at_the_centre);
async fn a_shift_is_closed_in_pages_and_seen_at_the_centre() {
    let app = TestApp::inhabited().await;
    let mut clerk = app.client_of(Who::Clerk);
    let mut start = clerk.get(SHIFT).await.is(200).page().form("shift-open");
    set(&mut start, "command", "open");
    set(&mut start, "sum", "100");
    let begun = clerk.post(SHIFT, &start).await.is(303);
    let front = clerk.get(begun.location()).await.is(200).page();
    assert!(front.has("#notice[role=status]"));
    // On another device the same shift runs.
    let mut phone = app.client_of(Who::Clerk);
    let running = phone.get(SHIFT).await.is(200).page();
    assert!(running.has("[data-testid=running]") && !running.has("[data-testid=shift-open]"));

    let mut hand = running.form("shift-hand-over");
    set(&mut hand, "command", "hand-over");
    set(&mut hand, "amount", "100.01");
    phone.post(SHIFT, &hand).await.is(422);
    set(&mut hand, "amount", "30");
    phone.post(SHIFT, &hand).await.is(303);
    // The page that was shown before counts another drawer.
    let mut close = running.form("shift-close");
    set(&mut close, "command", "close");
    set(&mut close, "sum", "100");
    set(&mut close, "left", "100");
    let told = phone.post(SHIFT, &close).await.is(422).page();
    assert!(told.has("[data-testid=shift-changed]"));
    assert_eq!(told.value("sum").as_deref(), Some("100"), "what was typed is kept");
    let mut close = told.form("shift-close");
    set(&mut close, "command", "close");
    set(&mut close, "sum", "69");
    set(&mut close, "left", "20");
    let asked = phone.post(SHIFT, &close).await.is(422).page();
    assert!(asked.has("#field-reason[aria-invalid=true]"));
    let mut close = asked.form("shift-close");
    set(&mut close, "command", "close");
    set(&mut close, "reason", "Falta un yuan");
    phone.post(SHIFT, &close).await.is(303);
    let closed = clerk.get(SHIFT).await.is(200).page();
    assert!(closed.text_of("closed-shift").unwrap().contains("Falta un yuan"));
    assert!(closed.text_of("left-last").unwrap().contains("20"));

    let mut centre = app.client_of(Who::CentreFinance);
    let list = centre.get(&format!("{STATIONS}?only=difference")).await.is(200).page();
    assert_eq!(list.count("[data-testid=station-cash]"), 1);
    assert!(list.has("[data-testid=differences]"));
    let file = centre
        .get("/es/centre/money/stations.csv?only=difference")
        .await
        .is(200);
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
    assert!(file.text().contains("-1.00"), "{}", file.text());
    let station = app.number("SELECT id FROM stations WHERE code = 'B001'").await;
    let place = format!("{STATIONS}/{station}");
    let shift = app.number("SELECT id FROM shifts").await;
    let mut correct = centre
        .get(&place)
        .await
        .is(200)
        .page()
        .form(&format!("correct-{shift}"));
    set(&mut correct, "counted", "70");
    let asked = centre.post(&place, &correct).await.is(422).page();
    assert!(asked.has(&format!("#field-reason-{shift}[aria-invalid=true]")));
    set(&mut correct, "reason", "Contado de nuevo");
    centre.post(&place, &correct).await.is(303);
    // Sent twice, it is corrected once.
    centre.post(&place, &correct).await.is(303);
    assert_eq!(
        app.number("SELECT count(*) FROM shift_moves WHERE kind = 'correction'")
            .await,
        1
    );
    let list = centre.get(&format!("{STATIONS}?only=difference")).await.is(200).page();
    assert_eq!(
        list.count("[data-testid=station-cash]"),
        0,
        "nothing is missing any more"
    );
    // The clerk is ill: the Centre counts, and says why.
    let mut start = clerk.get(SHIFT).await.is(200).page().form("shift-open");
    set(&mut start, "command", "open");
    set(&mut start, "sum", "20");
    set(&mut start, "reason", "Contado de nuevo");
    clerk.post(SHIFT, &start).await.is(303);
    let shift = app.number("SELECT id FROM shifts WHERE state = 'open'").await;
    let name = format!("close-{shift}");
    let mut close = centre.get(&place).await.is(200).page().form(&name);
    set(&mut close, "sum", "20");
    set(&mut close, "left", "0");
    let asked = centre.post(&place, &close).await.is(422).page();
    assert!(asked.has(&format!("#field-reason-{shift}[aria-invalid=true]")));
    let mut close = asked.form(&name);
    assert_eq!(value_of(&close, "sum"), "20", "what was typed is kept");
    set(&mut close, "reason", "Está enferma");
    for _ in 0..2 {
        let done = centre.post(&place, &close).await.is(303);
        assert!(done.location().ends_with("?done=close"), "{}", done.location());
    }
    let page = centre.get(&place).await.is(200).page();
    assert!(!page.has("[data-testid=running]"));
    assert!(page.text_of("closed-shift").unwrap().contains("Está enferma"));
    assert_eq!(
        page.count("[data-testid=closed-by]"),
        1,
        "the other one its clerk closed"
    );
    // An address of a page is that of its forms and of what follows them.
    let next = format!("{place}?after={shift}");
    assert!(
        centre
            .get(&next)
            .await
            .is(200)
            .page()
            .has(&format!("form[action='{next}']"))
    );
    for lang in ["ug", "zh"] {
        clerk.get(&format!("/{lang}/desk/shift")).await.is(200);
        centre
            .get(&format!("/{lang}/centre/money/stations/{station}"))
            .await
            .is(200);
    }
}
