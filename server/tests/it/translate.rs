//! Pages of translators: what was typed into a form that is not taken stays, and the way back to the shop with it.

use domain::Locale;
use l10n::sources::english_of;
use l10n::unit::UnitId;

use crate::both::both;
use crate::client::Client;
use crate::html::Page;
use crate::test_app::TestApp;
use crate::world::Who;

const TEXT: &str = "/ug/translate/text/cart-title";
const BACK: &str = "?back=%2Fug%2Fcart%3Fx%3D1";

async fn suggest(app: &TestApp, client: &mut Client) -> String {
    let title = UnitId::parse("cart-title").unwrap();
    let base = app.shop.texts().written(Locale::Ug, &title).unwrap().hash().0;
    let english = english_of(&title).unwrap().1.hash().0;
    let fields = [
        ("do", "suggest".to_owned()),
        ("source", "ھارۋام".to_owned()),
        ("base", base.to_string()),
        ("english", english.to_string()),
    ];
    client.post(TEXT, &fields).await.is(303);
    app.number("SELECT id FROM text_versions").await.to_string()
}

both!(why_a_text_is_not_accepted_is_not_lost_when_it_is_too_long);
async fn why_a_text_is_not_accepted_is_not_lost_when_it_is_too_long() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::Reviewer);
    let version = suggest(&app, &mut client).await;
    let reason = "ئا".repeat(200);
    let fields = [
        ("do", "reject"),
        ("version", version.as_str()),
        ("reason", reason.as_str()),
    ];
    let page = client.post(TEXT, &fields).await.is(422).page();
    let field = page
        .first("[data-testid=version] details[open] textarea[name=reason][aria-invalid=true]")
        .unwrap();
    assert_eq!(field.text().collect::<String>().trim(), reason);
}

both!(the_way_back_to_the_shop_stays_whatever_is_done_with_a_text);
async fn the_way_back_to_the_shop_stays_whatever_is_done_with_a_text() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::Reviewer);
    let version = suggest(&app, &mut client).await;
    let place = format!("{TEXT}{BACK}");
    let page = client.get(&place).await.is(200).page();
    let leads_back = |page: &Page| {
        let link = page.first("a[data-testid=back]").unwrap();
        assert_eq!(link.attr("href"), Some("/ug/cart?x=1"));
    };
    leads_back(&page);
    let reject = format!("reject-{version}");
    for form in ["text-form", "comment-form", reject.as_str()] {
        let form = page.first(&format!("form[data-testid='{form}']")).unwrap();
        assert_eq!(form.attr("action"), Some(place.as_str()));
    }
    let done = client
        .post(&place, &[("do", "comment"), ("comment", "?")])
        .await
        .is(303);
    leads_back(&client.get(done.location()).await.is(200).page());
    let refused = client.post(&place, &[("do", "comment"), ("comment", "")]).await.is(422);
    leads_back(&refused.page());
    let elsewhere = client.get(&format!("{TEXT}?back=%2F%2Fevil.example")).await.is(200);
    assert!(!elsewhere.page().has("a[data-testid=back]"));
}

both!(a_translator_chooses_the_language_that_is_translated_from);
async fn a_translator_chooses_the_language_that_is_translated_from() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::Reviewer);
    let title = UnitId::parse("cart-title").unwrap();
    let chinese = app.shop.texts().written(Locale::Zh, &title).unwrap().source;
    let english = &english_of(&title).unwrap().1.source;
    let first = |page: &Page| {
        let source = page.first("[data-testid=originals] .c-source").unwrap();
        source.text().collect::<String>()
    };
    assert_eq!(first(&client.get(TEXT).await.is(200).page()), *english);
    let chosen = client.get(&format!("{TEXT}?beside=zh")).await.is(200).page();
    assert_eq!(first(&chosen), chinese);
    let later = client.get(TEXT).await.is(200).page();
    assert_eq!(first(&later), chinese, "the browser remembers it");
    let says = |page: &Page, selector: &str| {
        let all = page.select(selector);
        all.iter().any(|one| one.text().collect::<String>() == chinese)
    };
    let list = client
        .get("/ug/translate?q=cart-title&file=cart.ftl")
        .await
        .is(200)
        .page();
    assert!(says(&list, "[data-testid=texts] .c-source"));
    let part = list.first("select[name=file] option[value='cart.ftl']").unwrap();
    let name = app.shop.texts().written(Locale::Ug, &title).unwrap().source;
    assert_eq!(part.text().collect::<String>(), name, "parts have names one can read");
    let words = client.get("/ug/translate/glossary").await.is(200).page();
    assert!(says(&words, "[data-testid=word] bdi[lang='zh-Hans']"));
    let again = client.get(&format!("{TEXT}?beside=en")).await.is(200).page();
    assert_eq!(first(&again), *english);
}

both!(words_of_the_glossary_that_are_right_too_are_written_a_line_each);
async fn words_of_the_glossary_that_are_right_too_are_written_a_line_each() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::Reviewer);
    let page = client.get("/ug/translate/glossary?word=cart").await.is(200).page();
    let field = page.first("[data-testid=word-form] textarea[name=text]").unwrap();
    let before = field.text().collect::<String>();
    assert!(before.trim().lines().count() > 1 && !before.contains('|'), "{before}");
    let fields = [("do", "suggest"), ("word", "cart"), ("text", "سېۋەت\r\n\r\nھارۋا\r\n")];
    client.post("/ug/translate/glossary", &fields).await.is(303);
    let page = client.get("/ug/translate/glossary").await.is(200).page();
    let words = page.text_of("words").unwrap();
    assert!(words.contains("ھارۋا") && !words.contains('|'));
    let waiting = page.select("[data-testid=word] form bdi[lang=ug]");
    let waiting: Vec<String> = waiting.iter().map(|word| word.text().collect()).collect();
    assert_eq!(waiting, ["سېۋەت", "ھارۋا"]);
}
