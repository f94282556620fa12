//! Stations, categories and search words on the Centre's pages: what is typed is kept, what is saved is in the shop at once.

use crate::both::both;
use crate::buyer::{set, value_of};
use crate::test_app::TestApp;
use crate::world::Who;

both!(a_station_is_edited_closed_and_seen_by_buyers_at_once);
async fn a_station_is_edited_closed_and_seen_by_buyers_at_once() {
    let app = TestApp::inhabited().await;
    let mut centre = app.client_of(Who::Centre);
    let id = app.number("SELECT id FROM stations WHERE code = 'B001'").await;
    let path = format!("/es/centre/stations/{id}");
    let shown = "/es/stations?township=bagh";
    app.client().get(shown).await.is(200);
    let mut first = centre.get(&path).await.is(200).page().form("station-form");
    let mut second = centre.get(&path).await.is(200).page().form("station-form");
    set(&mut first, "name-es", "Tienda nueva");
    set(&mut first, "hours-1", "9");
    let wrong = centre.post(&path, &first).await.is(422).page();
    assert_eq!(wrong.value("hours-1").as_deref(), Some("9"), "typed text is kept");
    assert_eq!(wrong.value("name-es").as_deref(), Some("Tienda nueva"));
    assert!(wrong.has("[name=hours-1][aria-invalid=true]") && wrong.has("#errors a[href='#field-hours-1']"));
    set(&mut first, "hours-1", "9-18");
    centre.post(&path, &first).await.is(303);
    assert!(app.client().get(shown).await.is(200).text().contains("Tienda nueva"));

    // A second window that was opened before.
    set(&mut second, "phone", "0998-1111111");
    let conflict = centre.post(&path, &second).await.is(409).page();
    assert!(conflict.text_of("conflict").is_some());
    let differing = conflict.text_of("differing").unwrap();
    assert!(
        differing.contains("Tienda nueva") && differing.contains("09:00–18:00"),
        "{differing}"
    );
    assert_eq!(conflict.value("phone").as_deref(), Some("0998-1111111"));
    let again = conflict.form("station-form");
    assert_eq!(value_of(&again, "seen"), "2", "saving again is a decision");

    let close = conflict.form("station-step");
    let order = format!("/es/orders/{}", app.text("SELECT code FROM order_groups").await);
    let mut buyer = app.client_of(Who::Shopper);
    app.execute(&format!("UPDATE order_groups SET station_id = {id}")).await;
    let closed = "[data-testid='station-closed']";
    assert!(!buyer.get(&order).await.is(200).page().has(closed));
    centre.post(&path, &close).await.is(303);
    assert!(buyer.get(&order).await.is(200).page().has(closed), "the buyer is told");
    assert!(!app.client().get(shown).await.is(200).text().contains("Tienda nueva"));
    let list = centre.get("/es/centre/stations?only=closed").await.is(200).page();
    assert_eq!(list.count("[data-testid=station]"), 1);
    centre.post(&path, &close).await.is(303);
}

both!(a_category_is_renamed_moved_and_hidden_where_buyers_choose);
async fn a_category_is_renamed_moved_and_hidden_where_buyers_choose() {
    let app = TestApp::inhabited().await;
    let mut centre = app.client_of(Who::Centre);
    let id = app.number("SELECT id FROM categories WHERE slug = 'honey'").await;
    let path = format!("/zh/centre/categories/{id}");
    app.client().get("/es").await.is(200);
    // Two windows show the same order: it moves once.
    let first = app.number("SELECT id FROM categories WHERE slug = 'badam'").await;
    let list = "/zh/centre/categories";
    let mut windows = Vec::new();
    for _ in 0..2 {
        let page = centre.get(list).await.is(200).page();
        windows.push(page.form(&format!("category-down-{first}")));
    }
    for form in &windows {
        centre.post(list, form).await.is(303);
    }
    let moved = "SELECT count(*) FROM audit_events WHERE action = 'category.move'";
    assert_eq!(app.number(moved).await, 1);

    let mut name = centre.get(&path).await.is(200).page().form("category-form");
    set(&mut name, "name-es", "Miel del valle");
    centre.post(&path, &name).await.is(303);
    assert!(app.client().get("/es").await.text().contains("Miel del valle"));

    let page = centre.get(&path).await.page();
    assert!(!page.has("[data-testid=category-status]"), "goods are in it");
    let full = centre.post(&path, &[("status", "hidden")]).await.is(409).page();
    assert!(full.has("#notice"));
    let mut goods = page.form("category-goods");
    let wrong = centre.post(&path, &goods).await.is(422).page();
    assert!(wrong.has("[name=to][aria-invalid=true]"));
    set(&mut goods, "to", "badam");
    centre.post(&path, &goods).await.is(303);
    let hide = centre.get(&path).await.page().form("category-status");
    centre.post(&path, &hide).await.is(303);
    assert!(!app.client().get("/es").await.text().contains("Miel del valle"));
    app.client().get("/es/products?category=honey").await.is(200);
}

both!(search_words_are_kept_as_typed_until_they_are_right);
async fn search_words_are_kept_as_typed_until_they_are_right() {
    let app = TestApp::inhabited().await;
    let mut centre = app.client_of(Who::Centre);
    let path = "/ug/centre/search-words";
    let finds = async || {
        let page = app
            .client()
            .get("/zh/search?q=%E9%A9%AC%E9%93%83%E8%96%AF")
            .await
            .is(200)
            .page();
        // Where nothing is found, what others buy is shown.
        !page.has(".c-empty") && page.has("a[href*='/zh/products/badam-500']")
    };
    assert!(!finds().await);
    let mut new = centre.get(path).await.is(200).page().form("new-words");
    set(&mut new, "words", "马铃薯");
    let wrong = centre.post(path, &new).await.is(422).page();
    assert_eq!(wrong.value("words").as_deref(), Some("马铃薯"));
    set(&mut new, "words", "马铃薯, بادام");
    centre.post(path, &new).await.is(303);
    assert!(finds().await);

    // Removed in one window, changed in another: what was typed becomes a new line.
    let line = centre.get(path).await.page().form("words-1");
    let mut removal = line.clone();
    set(&mut removal, "command", "remove");
    centre.post(path, &removal).await.is(303);
    assert!(!finds().await);
    let late = centre.get(path).await.page().form("new-words");
    let mut late_line = line;
    set(&mut late_line, "key", value_of(&late, "key"));
    let conflict = centre.post(path, &late_line).await.is(409).page();
    assert_eq!(conflict.value("words").as_deref(), Some("马铃薯, بادام"));

    // A word that finds others: what is wrong stands beside its field, and the other one is as it was typed.
    let mut need = centre.get(path).await.page().form("new-words");
    set(&mut need, "words", "马铃薯");
    set(&mut need, "finds", "بادام, —");
    let wrong = centre.post(path, &need).await.is(422).page();
    assert!(wrong.has("[name=finds][aria-invalid=true]") && !wrong.has("[name=words][aria-invalid=true]"));
    assert_eq!(wrong.value("words").as_deref(), Some("马铃薯"));
    set(&mut need, "finds", "بادام");
    set(&mut need, "key", value_of(&wrong.form("new-words"), "key"));
    centre.post(path, &need).await.is(303);
    assert!(finds().await);
    let page = centre.get(path).await.page();
    assert!(
        page.select("[name^='finds-']")
            .iter()
            .any(|field| field.attr("value") == Some("بادام"))
    );
}
