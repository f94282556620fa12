//! What is typed into a form of a work area is kept on the device until it was carried out: each form names what it is kept under,
//! and the page that says that it was carried out names the same.

use crate::both::both;
use crate::buyer::set;
use crate::html::Page;
use crate::product_questions;
use crate::test_app::TestApp;
use crate::world::Who;

/// What keeps the form whose `data-testid` is `form`, with the name in it.
#[track_caller]
fn keeper(page: &Page, form: &str) -> String {
    let island = format!("form[data-testid='{form}'] leptos-island[data-component='draft_island']");
    let island = page
        .first(&island)
        .unwrap_or_else(|| panic!("nothing keeps what is typed into `{form}`"));
    let data = hex::decode(island.attr("data-props").unwrap()).unwrap();
    String::from_utf8_lossy(&data).into_owned()
}

/// The name of the draft that ends with this page.
#[track_caller]
fn ended(page: &Page) -> String {
    let ends = page.select("main [data-draft-end]");
    assert_eq!(ends.len(), 1, "a page ends one draft at most");
    ends[0].attr("data-draft-end").unwrap().to_owned()
}

both!(what_is_typed_is_kept_in_each_form_of_the_work_areas);
async fn what_is_typed_is_kept_in_each_form_of_the_work_areas() {
    let app = TestApp::inhabited().await;
    product_questions::fill(&app).await;
    let station = app.number("SELECT id FROM stations WHERE code = 'B001'").await;
    let category = app.number("SELECT id FROM categories WHERE slug = 'badam'").await;
    let application = app.number("SELECT id FROM applications").await;
    let product = app.number("SELECT product_id FROM product_proposals").await;
    let question = product_questions::in_state(&app, "held").await;
    let mut centre = app.client_of(Who::Centre);
    for (path, form, name) in [
        (
            "announcements".to_owned(),
            "announce".to_owned(),
            "announcement".to_owned(),
        ),
        (
            "categories/new".to_owned(),
            "new-category".to_owned(),
            "category-new".to_owned(),
        ),
        (
            format!("categories/{category}"),
            "category-form".to_owned(),
            format!("category-{category}"),
        ),
        (
            "stations/new".to_owned(),
            "new-station".to_owned(),
            "station-new".to_owned(),
        ),
        (
            format!("stations/{station}"),
            "station-form".to_owned(),
            format!("station-{station}"),
        ),
        (
            "search-words".to_owned(),
            "new-words".to_owned(),
            "words-new".to_owned(),
        ),
        (
            "cooperatives/altun-badam".to_owned(),
            "step".to_owned(),
            "suspend-altun-badam".to_owned(),
        ),
        (
            format!("applications/{application}"),
            "refuse".to_owned(),
            format!("refuse-{application}"),
        ),
        (
            format!("confirmations/{product}"),
            "send-back".to_owned(),
            format!("send-back-{product}"),
        ),
        (
            "moderation".to_owned(),
            format!("hide-question-{question}"),
            format!("hide-question-{question}"),
        ),
    ] {
        let page = centre.get(&format!("/ug/centre/{path}")).await.is(200).page();
        let kept = keeper(&page, &form);
        assert!(kept.contains(&format!("centre/{name}/")), "{path}: {kept}");
    }
    for (who, path, form, name) in [
        (Who::This, "/ug/studio/cooperative", "naming", "studio/naming/"),
        (
            Who::Reviewer,
            "/ug/translate/glossary?word=cart",
            "word-form",
            "translate/ug/word/cart/",
        ),
        (
            Who::Reviewer,
            "/ug/translate/text/cart-title",
            "comment-form",
            "translate/ug/cart-title/comment/",
        ),
    ] {
        let page = app.client_of(who).get(path).await.is(200).page();
        let kept = keeper(&page, form);
        assert!(kept.contains(name), "{path}: {kept}");
    }
    // Where a page has many, each has its own.
    for (path, forms) in [
        ("/ug/centre/settings", "form[data-testid^='settings-']"),
        ("/ug/centre/search-words", "form[data-testid^='words-']"),
    ] {
        let page = centre.get(path).await.is(200).page();
        let names: Vec<String> = page
            .select(forms)
            .iter()
            .map(|form| keeper(&page, form.attr("data-testid").unwrap()))
            .collect();
        let mut others = names.clone();
        others.sort();
        others.dedup();
        assert_eq!(others.len(), names.len(), "{path}: {names:?}");
    }
}

both!(what_was_kept_ends_when_it_was_carried_out);
async fn what_was_kept_ends_when_it_was_carried_out() {
    let app = TestApp::inhabited().await;
    product_questions::fill(&app).await;
    let mut centre = app.client_of(Who::Centre);

    // A reason with which goods are sent back: the list says so.
    let product = app.number("SELECT product_id FROM product_proposals").await;
    let waiting = format!("/ug/centre/confirmations/{product}");
    let page = centre.get(&waiting).await.is(200).page();
    let kept = keeper(&page, "send-back");
    let mut back = page.form("send-back");
    set(&mut back, "command", "send-back");
    set(&mut back, "reason", "");
    let refused = centre.post(&waiting, &back).await.is(422).page();
    assert!(!refused.has("[data-draft-end]"), "it was not carried out");
    let mut back = refused.form("send-back");
    set(&mut back, "command", "send-back");
    set(&mut back, "reason", "يىغىلغان ئاينى يېزىڭ.");
    let done = centre.post(&waiting, &back).await.is(303);
    let name = ended(&centre.get(done.location()).await.is(200).page());
    assert!(
        name.starts_with("centre/send-back-") && kept.contains(&name),
        "{name}: {kept}"
    );
    // Nothing waits there any more, for whoever comes by another way.
    assert_eq!(ended(&centre.get(&waiting).await.is(200).page()), name);

    // A question that is taken out of sight is not in the list any more.
    let question = product_questions::in_state(&app, "held").await;
    let (place, form) = ("/ug/centre/moderation", format!("hide-question-{question}"));
    let page = centre.get(place).await.is(200).page();
    let kept = keeper(&page, &form);
    let mut hide = page.form(&form);
    set(&mut hide, "reason", "advertising");
    let done = centre.post(place, &hide).await.is(303);
    let name = ended(&centre.get(done.location()).await.is(200).page());
    assert!(kept.contains(&name), "{name}: {kept}");

    // A cooperative that is suspended: the form that stands there now is for another reason.
    let cooperative = "/ug/centre/cooperatives/altun-badam";
    let page = centre.get(cooperative).await.is(200).page();
    assert!(!page.has("[data-draft-end]"));
    let kept = keeper(&page, "step");
    let mut step = page.form("step");
    set(&mut step, "reason", "قەغەزلىرى كونىراپ كەتتى.");
    let done = centre.post(cooperative, &step).await.is(303);
    let page = centre.get(done.location()).await.is(200).page();
    let name = ended(&page);
    assert!(kept.contains(&name), "{name}: {kept}");
    assert!(!keeper(&page, "step").contains(&name));

    // What is new has a page of its own then.
    for (new, form, list, sql) in [
        (
            "categories/new",
            "new-category",
            "categories",
            "SELECT max(id) FROM categories",
        ),
        (
            "stations/new",
            "new-station",
            "stations",
            "SELECT max(id) FROM stations",
        ),
    ] {
        let kept = keeper(&centre.get(&format!("/ug/centre/{new}")).await.is(200).page(), form);
        let id = app.number(sql).await;
        let page = centre
            .get(&format!("/ug/centre/{list}/{id}?done=added"))
            .await
            .is(200)
            .page();
        let name = ended(&page);
        assert!(kept.contains(&name), "{name}: {kept}");
    }

    // A word of the glossary.
    let mut reviewer = app.client_of(Who::Reviewer);
    let page = reviewer.get("/ug/translate/glossary?word=cart").await.is(200).page();
    let kept = keeper(&page, "word-form");
    let mut word = page.form("word-form");
    set(&mut word, "do", "suggest");
    set(&mut word, "text", "سېۋەت\r\n\r\nھارۋا\r\n");
    let done = reviewer.post("/ug/translate/glossary", &word).await.is(303);
    let name = ended(&reviewer.get(done.location()).await.is(200).page());
    assert!(kept.contains(&name), "{name}: {kept}");
}
