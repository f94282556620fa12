//! Texts that are too long, sent without a script: told at their fields, and kept; and what is longer than any form.

use crate::both::both;
use crate::buyer::{set, value_of};
use crate::client::Ask;
use crate::shop_page;
use crate::test_app::TestApp;
use crate::world::Who;

/// More than a text may have; as a browser sends them, all three are longer than a shopper's form may be.
fn long_texts() -> [(&'static str, String); 3] {
    [("ug", "ئ"), ("zh", "核"), ("es", "ñ")].map(|(lang, letter)| (lang, letter.repeat(9_000)))
}

both!(a_long_text_in_three_languages_is_told_at_its_fields_and_kept);
async fn a_long_text_in_three_languages_is_told_at_its_fields_and_kept() {
    let app = TestApp::inhabited().await;
    let mut member = app.client_of(Who::This);
    let product = app.product("badam-500").await;
    let story = shop_page::added(&mut member, "story").await;
    for (path, form, field) in [
        (
            format!("/ug/studio/products/{product}"),
            "product-editor",
            "description",
        ),
        (story, "part-form", "text"),
    ] {
        let before = app.snapshot().await;
        let mut fields = member.get(&path).await.is(200).page().form(form);
        for (lang, text) in &long_texts() {
            set(&mut fields, &format!("{field}-{lang}"), text);
        }
        let answer = member.post(&path, &fields).await.is(422).page();
        let kept = answer.form(form);
        for (lang, text) in &long_texts() {
            let name = format!("{field}-{lang}");
            assert_eq!(value_of(&kept, &name), *text, "{path} {name}");
            let wrong = answer.first(&format!("[name='{name}'][aria-invalid=true]"));
            assert!(wrong.is_some(), "{path} {name}");
        }
        app.is_unchanged(&before, &app.snapshot().await, &path);
    }
}

#[tokio::test]
async fn after_a_form_that_is_longer_than_any_the_way_back_is_told() {
    let app = TestApp::inhabited().await;
    let mut member = app.client_of(Who::This);
    let product = app.product("badam-500").await;
    for (path, letters) in [
        (format!("/zh/studio/products/{product}"), 59_000),
        ("/zh/checkout".to_owned(), 20_000),
    ] {
        let endless = [("description-zh", "核".repeat(letters))];
        let answer = member.post(&path, &endless).await.is(413).page();
        assert!(answer.has("[data-testid='back']"), "{path}");
    }
    // Nothing was written into an address.
    let ask = Ask::get(&format!("/zh/products?q={}", "x".repeat(5_000)));
    assert!(!member.send(ask).await.is(404).page().has("[data-testid='back']"));
}
