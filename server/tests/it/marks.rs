//! Translator mode: pages say which texts they are made of, to whoever turned it on and to nobody else.

use domain::Locale;
use l10n::t;
use l10n::unit::UnitId;

use crate::both::both;
use crate::client::{Client, is_private, is_removal};
use crate::test_app::TestApp;
use crate::world::Who;

async fn turn(client: &mut Client, mode: &str) {
    let fields = [("mode", mode), ("back", "/ug/products?page=1")];
    let answer = client.post("/ug/translate/mode", &fields).await.is(303);
    assert_eq!(answer.location(), "/ug/products?page=1");
    let cookies = answer.cookies();
    let cookie = cookies.iter().find(|cookie| cookie.name() == "__Host-texts").unwrap();
    is_private(cookie);
    assert_eq!(is_removal(cookie), mode == "off");
}

both!(a_page_says_which_texts_it_is_made_of);
async fn a_page_says_which_texts_it_is_made_of() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::Translator);
    let before = client.get("/ug/about").await.is(200);
    assert!(before.page().has("script[data-wasm]"));
    turn(&mut client, "on").await;
    let marked = client.get("/ug/cart?x=1").await.is(200);
    assert_eq!(marked.header("cache-control"), "no-store");
    let page = marked.page();
    // Nothing takes the markup over, so nothing can disagree with it.
    assert!(!page.has("script[data-wasm]") && page.has("script[src='/assets/texts-1.js']"));
    // In a view, in an attribute, in what a script would show.
    assert!(page.has("[data-l10n='nav-home']"));
    let texts = app.shop.texts();
    for text in [t::CART_TITLE, t::NAV_MAIN, t::CART_EMPTY_TITLE] {
        let link = format!("[data-testid='texts-bar'] a[data-unit='{}']", text.id());
        let link = page.first(&link).unwrap_or_else(|| panic!("{}", text.id()));
        assert_eq!(link.text().collect::<String>(), texts.get(Locale::Ug, text));
        let place = format!("/ug/translate/text/{}?back=%2Fug%2Fcart%3Fx%3D1", text.id());
        assert_eq!(link.attr("href"), Some(place.as_str()));
    }
    // What nothing fills in yet is named as translators write it.
    let steps = page
        .first("[data-testid='texts-bar'] a[data-unit='cart-line-steps']")
        .unwrap();
    let steps = steps.text().collect::<String>();
    assert!(steps.contains("{ $min }") && steps.contains("{ $step }"), "{steps}");
    turn(&mut client, "off").await;
    let after = client.get("/ug/about").await.is(200);
    assert_eq!(after.text(), before.text(), "not a byte is left");
}

both!(what_there_is_to_do_stands_by_the_texts_of_a_page);
async fn what_there_is_to_do_stands_by_the_texts_of_a_page() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::Translator);
    turn(&mut client, "on").await;
    let title = UnitId::parse(t::CART_TITLE.id()).unwrap();
    let own = app.shop.texts().written(Locale::Zh, &title).unwrap().hash().0;
    app.execute(&format!(
        "INSERT INTO text_seen (lang, unit, other, other_hash, other_source, own_hash, at)
         VALUES ('zh', '{title}', 'ug', 1, '', {own}, 0)"
    ))
    .await;
    let page = client.get("/zh/cart").await.is(200).page();
    let work = |text: l10n::Text| {
        let link = format!("[data-testid='texts-bar'] a[data-unit='{}']", text.id());
        page.first(&link).unwrap().attr("data-work").map(str::to_owned)
    };
    assert_eq!(work(t::CART_TITLE).as_deref(), Some("outdated"));
    assert_eq!(work(t::NAV_MAIN), None, "nothing");
    let badge = page
        .first("[data-testid='texts-bar'] a[data-work='outdated'] + .c-badge")
        .unwrap();
    let said = app.shop.texts().get(Locale::Zh, t::TRANSLATE_WORK_OUTDATED);
    assert_eq!(badge.text().collect::<String>(), said);
}

both!(nobody_else_sees_marks);
async fn nobody_else_sees_marks() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::Translator);
    turn(&mut client, "on").await;
    let cookie = client.cookies.get("__Host-texts").unwrap().clone();
    // The cache of public pages has neither theirs nor gives them another's.
    for path in ["/ug", "/ug/products", "/ug/about"] {
        assert!(client.get(path).await.is(200).page().has("[data-l10n]"), "{path}");
        let text = app.client().get(path).await.is(200).text();
        assert!(!text.contains("data-l10n") && !text.contains("texts-bar"), "{path}");
        assert!(client.get(path).await.is(200).page().has("[data-l10n]"), "{path}");
    }
    // The same browser in other hands.
    for who in [Who::Anonymous, Who::Shopper, Who::This, Who::Reviewer] {
        let mut other = app.client_of(who);
        other.cookies.insert("__Host-texts".to_owned(), cookie.clone());
        assert!(
            !other.get("/ug/cart").await.is(200).page().has("[data-l10n]"),
            "{who:?}"
        );
    }
    // The translators' own pages have scripts instead.
    let guide = client.get("/ug/translate/guide").await.is(200).page();
    assert!(!guide.has("[data-l10n]") && guide.has("[data-testid=guide] svg"));
}

both!(the_mode_leads_to_pages_of_the_shop_only);
async fn the_mode_leads_to_pages_of_the_shop_only() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::Translator);
    for back in ["//evil.example", "https://evil.example", ""] {
        let fields = [("mode", "on"), ("back", back)];
        let answer = client.post("/zh/translate/mode", &fields).await.is(303);
        assert_eq!(answer.location(), "/zh", "{back}");
    }
}

both!(a_text_is_shown_where_it_stands_and_as_it_will_look);
async fn a_text_is_shown_where_it_stands_and_as_it_will_look() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::Reviewer);
    let path = "/ug/translate/text/page-position";
    let page = client.get(path).await.is(200).page();
    let sample = app.shop.texts().sample(Locale::Ug, "page-position", &[3, 12]);
    assert_eq!(page.text_of("text-preview"), sample);
    assert!(!page.has("[data-testid=text-picture]"), "nobody has taken one");
    let folder = app.site().join("l10n/ug");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("page-position.webp"), "RIFF").unwrap();
    let page = client.get(path).await.is(200).page();
    let picture = page.first("[data-testid=text-picture]").unwrap();
    let place = picture.attr("src").unwrap().to_owned();
    let sent = client.get(&place).await.is(200);
    assert_eq!(
        (sent.header("content-type"), sent.text().as_str()),
        ("image/webp", "RIFF")
    );
    assert!(!page.has("[data-testid=text-picture-language]"), "it is of this page");
    // Another language shows where it stands as well, and says which page that is.
    client.get("/zh/translate/picture/page-position").await.is(200);
    let page = client.get("/zh/translate/text/page-position").await.is(200).page();
    let name = app.shop.texts().get(Locale::Zh, t::LANGUAGE_NAME_UG);
    let said = page.text_of("text-picture-language").unwrap();
    assert!(said.contains(&name), "{said}");
    for other in ["..%2Fug%2Fpage-position", "page-position.webp", "nav-home"] {
        client.get(&format!("/ug/translate/picture/{other}")).await.is(404);
    }
}
