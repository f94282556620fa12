//! What is sent twice is done once: [`forms`] names every form of the shop, and each that has a key is tried.

mod forms;
mod values;

use std::collections::BTreeSet;

use axum::http::Method;

use crate::both::both;
use crate::buyer::{self, Fields, set, value_of};
use crate::client::{Ask, Client};
use crate::html::Page;
use crate::returns;
use crate::rights::table;
use crate::template::Template;
use crate::test_app::{Options, TestApp};
use crate::world::Who;

use forms::{BY_NATURE, CALLS, Case, FILES, Filled, UNKNOWN, cases};
use values::Values;

#[test]
fn every_form_has_a_key_or_needs_none() {
    let keyed: BTreeSet<&str> = cases()
        .iter()
        .map(|case| case.pattern)
        .chain(CALLS.iter().copied())
        .chain(FILES.iter().copied())
        .collect();
    let excused: BTreeSet<&str> = BY_NATURE.iter().map(|(pattern, _)| *pattern).collect();
    let mut left: BTreeSet<&str> = keyed.union(&excused).copied().collect();
    for row in table() {
        // What has a case takes forms, though the orders of the table of rights are not such that they would.
        let takes_forms = keyed.contains(row.pattern) || row.is_for_anybody();
        if row.method != Method::POST || !takes_forms {
            continue;
        }
        let pattern = row.pattern;
        assert!(
            keyed.contains(pattern) != excused.contains(pattern),
            "{pattern}: give its form a key and a case in repeats/forms.rs, or say there why it needs none"
        );
        left.remove(pattern);
    }
    assert!(left.is_empty(), "addresses that take no form: {left:?}");
}

both!(a_form_sent_twice_is_carried_out_once);
async fn a_form_sent_twice_is_carried_out_once() {
    for case in cases() {
        let is_proof = case.pattern.ends_with("/proof/code");
        let options = Options {
            // Who is exempt from limits may hold goods as long as they like.
            is_limited: is_proof,
            ..Options::default()
        };
        let app = TestApp::start_from(Template::inhabited(), options).await;
        let mut values = Values::of(&app).await;
        let mut client = app.client_of(case.who);
        if is_proof {
            values.code = order_of_a_new_phone(&app, &mut client).await;
        }
        if case.pattern.ends_with("/undo") || case.pattern.ends_with("/decline") {
            replace(&app, &values).await;
        }
        if case.pattern.ends_with("/reports") || case.pattern.contains("/reviews/") {
            returns::hand_over(&app).await;
        }
        if case.pattern.ends_with("/studio/orders/{id}/reports") {
            returns::report(&app).await;
        }
        try_case(&app, &case, &values, &mut client).await;
    }
}

/// The packer sends something else in place of a part of the order.
async fn replace(app: &TestApp, values: &Values) {
    let path = values.fill("/ug/studio/orders/{id}/replace");
    let query = values.fill("?line={line}&missing=1&offer={other}&amount=1");
    let mut packer = app.client_of(Who::Packer);
    let page = packer.get(&format!("{path}{query}")).await.is(200).page();
    let fields = filled(&page, "replace-confirm", &[("reason", "damaged")], values);
    packer.post(&path, &fields).await.is(303);
}

async fn try_case(app: &TestApp, case: &Case, values: &Values, client: &mut Client) {
    let name = case.name();
    let page_path = values.fill(case.page);
    for (form, fields) in &case.before {
        let page = shown(client, &page_path, values).await;
        let fields = filled(&page, &values.fill(form), fields, values);
        let path = page_path.split('?').next().unwrap();
        // The counter answers by its page itself.
        let done = client.post(path, &fields).await;
        assert!(
            matches!(done.status.as_u16(), 200 | 303),
            "{name}: {form}: {}",
            done.text()
        );
    }
    let page = shown(client, &page_path, values).await;
    let fields = filled(&page, &values.fill(case.form), case.fields, values);
    let key = if fields.iter().any(|(name, _)| name == "confirm-key") {
        "confirm-key"
    } else {
        "key"
    };
    assert_eq!(value_of(&fields, key).len(), 32, "{name}: no key");
    let query = page_path.split_once('?').filter(|_| case.pattern.ends_with("/members"));
    let query = query.map_or(String::new(), |(_, query)| format!("?{query}"));
    let path = case.pattern.replace("{lang}", "ug");
    let path = path
        .replace("/products/{id}", "/products/{product}")
        .replace("/stock/{id}", "/stock/{offer}")
        .replace("/stations/{id}", "/stations/{station}")
        .replace("/categories/{id}", "/categories/{category}")
        .replace("/confirmations/{id}", "/confirmations/{waiting}")
        .replace("/applications/{id}", "/applications/{application}");
    let path = format!("{}{query}", values.fill(&path));

    let before = app.snapshot().await;
    // The answer is lost, and with it the cookies it brought.
    let first = client.clone().post(&path, &fields).await;
    assert!(matches!(first.status.as_u16(), 200 | 303), "{name}: {}", first.text());
    let after = app.snapshot().await;
    assert!(!after.changed_since(&before).is_empty(), "{name} does nothing");
    let second = client.clone().post(&path, &fields).await;
    assert_eq!(second.status, first.status, "{name}: {}", second.text());
    assert_eq!(second.headers.get("location"), first.headers.get("location"), "{name}");
    app.is_unchanged(&after, &app.snapshot().await, &name);

    let mut other = fields.clone();
    set(&mut other, &values.fill(case.other.0), &values.fill(case.other.1));
    let refused = client.clone().post(&path, &other).await;
    assert_eq!(refused.status, 422, "{name}: {}", refused.text());
    app.is_unchanged(&after, &app.snapshot().await, &name);
}

both!(a_call_sent_twice_adds_once);
async fn a_call_sent_twice_adds_once() {
    let app = TestApp::inhabited().await;
    let honey = app.offer("HONEY-JAR").await;
    let call = || buyer::calls_add(honey, "1", [3; 16]);
    let client = app.client_of(Who::Shopper);
    client.clone().send(call()).await.is(200);
    let after = app.snapshot().await;
    client.clone().send(call()).await.is(200);
    client.clone().send(buyer::calls_add(honey, "2", [3; 16])).await.is(422);
    app.is_unchanged(&after, &app.snapshot().await, "a call");
}

both!(a_form_from_two_taps_at_once_is_carried_out_once);
async fn a_form_from_two_taps_at_once_is_carried_out_once() {
    let app = TestApp::inhabited().await;
    let client = app.client_of(Who::Centre);
    let page = client.clone().get("/ug/centre/money").await.is(200).page();
    let values = Values::of(&app).await;
    let fields = filled(&page, "unknown", UNKNOWN, &values);
    let taps: Vec<_> = (0..4)
        .map(|_| {
            let (mut client, fields) = (client.clone(), fields.clone());
            tokio::spawn(async move { client.post("/ug/centre/money", &fields).await })
        })
        .collect();
    for tap in taps {
        tap.await.unwrap().is(303);
    }
    assert_eq!(
        app.number("SELECT count(*) FROM money_entries WHERE state = 'unassigned'")
            .await,
        1
    );
}

/// Somebody else who learned a key gets nothing by it.
#[tokio::test]
async fn a_key_is_of_whoever_sent_the_form() {
    let app = TestApp::inhabited().await;
    let values = Values::of(&app).await;
    let page = app.client_of(Who::Centre).get("/ug/centre/money").await.page();
    let fields = filled(&page, "unknown", UNKNOWN, &values);
    app.client_of(Who::Centre)
        .post("/ug/centre/money", &fields)
        .await
        .is(303);
    app.client_of(Who::CentreFinance)
        .post("/ug/centre/money", &fields)
        .await
        .is(422);
    app.client_of(Who::This).post("/ug/centre/money", &fields).await.is(404);
    // A page of the release before has no key, and one that nobody made is refused.
    let mut old = fields.clone();
    set(&mut old, "key", "1234");
    app.client_of(Who::Centre).post("/ug/centre/money", &old).await.is(422);
}

/// The page, as its person sees it. At the counter an order is found first.
async fn shown(client: &mut Client, path: &str, values: &Values) -> Page {
    let ask = if path == "/ug/desk" {
        Ask::post(path, &[("code", values.code.as_str()), ("tail", buyer::TAIL)])
    } else {
        Ask::get(path)
    };
    client.send(ask).await.is(200).page()
}

fn filled(page: &Page, form: &str, typed: Filled, values: &Values) -> Fields {
    let mut fields = page.form(form);
    for (name, value) in typed {
        set(&mut fields, &values.fill(name), &values.fill(value));
    }
    fields
}

/// Orders with a number nobody knows, so that its goods are held for a short time.
async fn order_of_a_new_phone(app: &TestApp, client: &mut Client) -> String {
    buyer::add(client, app.offer("BADAM-500").await, "1").await.is(303);
    let mut fields = buyer::checkout_form(client, "ug").await;
    set(&mut fields, "phone", "13900000001");
    buyer::code_of(&buyer::place(client, &fields).await.is(303)).to_string()
}
