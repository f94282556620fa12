//! Having a machine write missing texts, over HTTP.

use domain::Locale;
use service::translator::{Translator, TranslatorOptions};

use crate::both::both;
use crate::pages::rules;
use crate::test_app::TestApp;
use crate::world::Who;

both!(the_button_is_there_for_those_who_may_and_where_a_machine_is);
async fn the_button_is_there_for_those_who_may_and_where_a_machine_is() {
    let app = TestApp::inhabited().await;
    app.execute("DELETE FROM translations WHERE entity = 'product' AND lang = 'es'")
        .await;
    let path = format!("/ug/studio/products/{}", app.product("badam-500").await);
    let ask = format!("{path}/suggestions");
    let none: &[(&str, &str)] = &[];
    let mut owner = app.client_of(Who::This);
    assert!(!owner.get(&path).await.is(200).page().has("form[data-testid='suggest']"));
    owner.post(&ask, none).await.is(404);
    // Nobody is there: the job meets what a reader is told.
    let options = TranslatorOptions {
        url: "http://127.0.0.1:1/".to_owned(),
        ..TranslatorOptions::default()
    };
    app.shop.translate_with(Translator::new(&options).unwrap());
    for who in [Who::Packer, Who::Other] {
        app.client_of(who).post(&ask, none).await.is(404);
    }
    let answer = owner.get(&path).await.is(200);
    rules::hold(&answer, Locale::Ug, &path);
    let form = answer.page().form("suggest");
    owner.post(&ask, &form).await.is(303);
    let page = owner.get(&path).await.is(200).page();
    assert!(page.has("[data-testid='suggesting']") && !page.has("form[data-testid='suggest']"));
    assert!(service::studio::suggest_next(&app.shop).await.unwrap());
    let answer = owner.get(&path).await.is(200);
    rules::hold(&answer, Locale::Ug, &path);
    let page = answer.page();
    assert!(page.has("[data-testid='not-suggested']") && page.has("form[data-testid='suggest']"));

    // As if it had answered.
    app.execute(
        "INSERT INTO translations (entity, entity_id, field, lang, value, state, source_lang, source_hash, updated_at) \
         SELECT 'product', id, 'description', 'es', 'Almendras.', 'machine', source_lang, '', 0 FROM products \
         WHERE slug = 'badam-500'",
    )
    .await;
    let page = app.client().get("/es/products/badam-500").await.is(200).page();
    assert_eq!(page.text_of("by-machine").as_deref(), Some("Traducción automática"));
    let page = app.client().get("/ug/products/badam-500").await.is(200).page();
    assert!(!page.has("[data-testid='by-machine']"));
    let page = owner.get(&path).await.is(200).page();
    assert!(page.has("input[name='right-description-es']"));
}

both!(the_page_has_the_button_too_and_buyers_read_who_translated);
async fn the_page_has_the_button_too_and_buyers_read_who_translated() {
    let app = TestApp::inhabited().await;
    app.execute("DELETE FROM translations WHERE entity = 'cooperative' AND lang = 'es' AND field = 'tagline'")
        .await;
    let (path, ask) = ("/ug/studio/shop", "/ug/studio/shop/suggestions");
    let none: &[(&str, &str)] = &[];
    let mut owner = app.client_of(Who::This);
    let page = owner.get(path).await.is(200).page();
    assert!(!page.has("form[data-testid='suggest']") && page.has("[data-testid='page-texts']"));
    owner.post(ask, none).await.is(404);
    let options = TranslatorOptions {
        url: "http://127.0.0.1:1/".to_owned(),
        ..TranslatorOptions::default()
    };
    app.shop.translate_with(Translator::new(&options).unwrap());
    app.client_of(Who::Packer).post(ask, none).await.is(404);
    let answer = owner.get(path).await.is(200);
    rules::hold(&answer, Locale::Ug, path);
    let form = answer.page().form("suggest");
    owner.post(ask, &form).await.is(303);
    let page = owner.get(path).await.is(200).page();
    assert!(page.has("[data-testid='suggesting']") && !page.has("form[data-testid='suggest']"));
    assert!(service::studio::suggest_next(&app.shop).await.unwrap());
    let page = owner.get(path).await.is(200).page();
    assert!(page.has("[data-testid='not-suggested']") && page.has("form[data-testid='suggest']"));

    // As if it had answered.
    app.execute(
        "UPDATE translations SET state = 'machine' WHERE entity = 'cooperative' AND lang = 'es' AND field = 'story'",
    )
    .await;
    app.shop.catch_up().await.unwrap();
    let page = app.client().get("/es/shops/altun-badam").await.is(200).page();
    assert_eq!(page.text_of("by-machine").as_deref(), Some("Traducción automática"));
    let page = app.client().get("/ug/shops/altun-badam").await.is(200).page();
    assert!(!page.has("[data-testid='by-machine']"));
    // The part's form has the box, and the words of the glossary.
    let page = owner.get(&format!("{path}/parts/3")).await.is(200).page();
    assert!(page.has("input[name='right-text-es']"));
}
