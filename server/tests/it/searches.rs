//! What people search for and do not find, over HTTP.

use domain::Locale;
use service::search::Engine;

use crate::both::both;
use crate::client::Ask;
use crate::pages::rules;
use crate::test_app::TestApp;
use crate::world::Who;

/// `زەپەر`.
const SAFFRON: &str = "%D8%B2%DB%95%D9%BE%DB%95%D8%B1";

both!(what_five_did_not_find_stands_on_the_pages_of_those_who_sell);
async fn what_five_did_not_find_stands_on_the_pages_of_those_who_sell() {
    let app = TestApp::inhabited().await;
    let pages = [
        (Who::This, "/ug/studio/figures"),
        (Who::CentreSupport, "/ug/centre/searches"),
    ];
    let before = app.snapshot().await;
    for from in 0..5 {
        for (who, page) in pages {
            let page = app.client_of(who).get(page).await.is(200).page();
            assert!(!page.has("[data-testid='missed-searches']"), "{from} looked for it");
        }
        let ask = Ask::get(&format!("/ug/search?q={SAFFRON}"));
        let ask = ask.header("x-forwarded-for", &format!("198.51.100.{from}"));
        app.client().send(ask).await.is(200);
        app.is_unchanged(&before, &app.snapshot().await, "searching writes nothing");
        service::missed_searches::write(&app.shop).await.unwrap();
        service::missed_searches::renew_list(&app.shop).await.unwrap();
    }
    for (who, path) in pages {
        let answer = app.client_of(who).get(path).await.is(200);
        rules::hold(&answer, Locale::Ug, path);
        let page = answer.page();
        let found = page.text_of("missed-searches").unwrap();
        assert!(found.contains("زەپەر") && found.contains('5'), "{found}");
        let lang = page.first("[data-testid='missed-searches'] [lang]").unwrap();
        assert_eq!(lang.attr("lang"), Some("ug"));
    }
}

both!(what_was_missed_is_given_goods_in_one_step);
async fn what_was_missed_is_given_goods_in_one_step() {
    let app = TestApp::inhabited().await;
    for from in 0..5 {
        let ask = Ask::get(&format!("/ug/search?q={SAFFRON}"));
        let ask = ask.header("x-forwarded-for", &format!("198.51.100.{from}"));
        app.client().send(ask).await.is(200);
    }
    service::missed_searches::write(&app.shop).await.unwrap();
    service::missed_searches::renew_list(&app.shop).await.unwrap();
    let list = "/ug/centre/searches";
    let support = app.client_of(Who::CentreSupport).get(list).await.is(200).page();
    assert!(
        !support.has("[data-testid='answer-1']"),
        "who may not change the words is not asked to"
    );

    let mut centre = app.client_of(Who::Centre);
    let words = "/ug/centre/search-words";
    let mut answer = centre.get(list).await.is(200).page().form("answer-1");
    let typed = centre.post(words, &answer).await.is(422).page();
    assert_eq!(
        typed.value("words").as_deref(),
        Some("زەپەر"),
        "what was searched for is not lost"
    );
    answer.retain(|(name, _)| name != "finds");
    answer.push(("finds".to_owned(), "بادام".to_owned()));
    centre.post(words, &answer).await.is(303);
    let found = app.client().get(&format!("/ug/search?q={SAFFRON}")).await.page();
    assert!(found.has("a[href*='/ug/products/badam-500']"));
    service::missed_searches::renew_list(&app.shop).await.unwrap();
    assert!(
        !centre.get(list).await.page().has("[data-testid='answer-1']"),
        "it is found now"
    );
}

both!(suggestions_are_rows_for_everybody);
async fn suggestions_are_rows_for_everybody() {
    let app = TestApp::inhabited().await;
    for (lang, typed) in [("ug", "%D8%A8%D8%A7%D8%AF%D8%A7"), ("zh", "%E5%B7%B4"), ("es", "alm")] {
        let path = format!("/{lang}/search/suggestions?q={typed}");
        let answer = app.client().get(&path).await.is(200);
        let page = answer.page();
        assert!(page.has("[role=listbox]#suggestions[aria-label][data-says]"), "{path}");
        let goods = format!("[role=option][href^='/{lang}/products/'] img");
        assert!(page.has(&goods), "{path}: {}", answer.text());
        assert!(
            page.has(&format!("[role=option][href^='/{lang}/products?category=']")),
            "{path}"
        );
        assert!(
            page.select("[role=option]")
                .iter()
                .all(|row| row.attr("tabindex") == Some("-1"))
        );
        assert!(answer.cookies().is_empty(), "{path}");
        assert!(answer.header("cache-control").starts_with("public"), "{path}");

        // The same for whoever asks; whoever has it is told so.
        let others = app.client_of(Who::This).get(&path).await.is(200);
        assert_eq!(others.text(), answer.text());
        let again = Ask::get(&path).header("if-none-match", answer.header("etag"));
        assert_eq!(app.client().send(again).await.is(304).text(), "");
    }
    for (typed, place) in [("dorada", "/es/shops/altun-badam"), ("b001", "/es/stations?q=B001")] {
        let path = format!("/es/search/suggestions?q={typed}");
        let page = app.client().get(&path).await.is(200).page();
        assert!(page.has(&format!("[role=option][href='{place}']")), "{path}");
        // Without a script the same stands beside the goods.
        let page = app.client().get(&format!("/es/search?q={typed}")).await.is(200).page();
        assert!(
            page.has(&format!("[data-testid$='-hits'] a[href='{place}']")),
            "{typed}"
        );
    }
    for nothing in ["", "?q=", "?q=%00%0a", "?q=no-such-thing", "?q=%ff"] {
        let answer = app
            .client()
            .get(&format!("/es/search/suggestions{nothing}"))
            .await
            .is(200);
        assert_eq!(answer.text(), "", "{nothing}");
    }
    app.client().get("/xx/search/suggestions?q=alm").await.is(404);
    let asks = app.client().get("/es/about").await.page();
    assert!(asks.has("form[role=search][data-suggest^='/assets/']"));
}

both!(prices_are_read_as_people_write_them_or_told_beside_their_field);
async fn prices_are_read_as_people_write_them_or_told_beside_their_field() {
    let app = TestApp::start().await;
    for typed in ["30", "%C2%A530", "30%E5%85%83", "%D9%A3%D9%A0", "%EF%BC%93%EF%BC%90"] {
        let path = format!("/zh/products?max={typed}");
        let answer = app.client().get(&path).await.is(200);
        rules::hold(&answer, Locale::Zh, &path);
        let page = answer.page();
        assert_eq!(page.value("max").as_deref(), Some("30"), "{typed}");
        assert!(!page.has("[aria-invalid]") && page.count(".c-chips a") == 1, "{typed}");
        assert!(!page.has(".c-filters[open]"), "what is chosen is in the chips");
    }
    for path in ["/ug/products?max=abc&min=5", "/ug/search?q=badam&max=abc&min=5"] {
        let answer = app.client().get(path).await.is(200);
        rules::hold(&answer, Locale::Ug, path);
        let page = answer.page();
        assert_eq!(page.value("max").as_deref(), Some("abc"), "nothing typed is lost");
        assert_eq!(page.value("min").as_deref(), Some("5"));
        assert!(page.has(".c-filters[open] [name='max'][aria-invalid='true'][aria-describedby='field-max-error']"));
        assert!(page.has("#field-max-error"));
    }
}

both!(several_filters_have_one_address_and_go_one_by_one);
async fn several_filters_have_one_address_and_go_one_by_one() {
    let app = TestApp::start().await;
    let path = "/es/products?category=honey&available=1&category=badam&category=nowhere&category=badam";
    let answer = app.client().get(path).await.is(200);
    rules::hold(&answer, Locale::Es, path);
    let page = answer.page();
    let chips: Vec<_> = page
        .select(".c-chips a")
        .iter()
        .filter_map(|chip| chip.attr("href"))
        .collect();
    assert_eq!(
        chips,
        [
            "/es/products?category=honey&available=1",
            "/es/products?category=badam&available=1",
            "/es/products?category=badam&category=honey",
        ]
    );
    assert_eq!(page.count("[name='category'][checked]"), 2);
    // As its links write it, the page is cached; the order of the form is another address of the same.
    let before = app.pages.len();
    app.client()
        .get("/es/products?category=honey&category=badam")
        .await
        .is(200);
    assert_eq!(app.pages.len(), before);
    app.client()
        .get("/es/products?category=badam&category=honey")
        .await
        .is(200);
    assert_eq!(app.pages.len(), before + 1);
    // Addresses with one of each are as before.
    let one = app.client().get("/es/products?category=badam").await.is(200).page();
    assert_eq!(one.count(".c-chips a"), 1);
}

both!(a_search_without_results_leads_on);
async fn a_search_without_results_leads_on() {
    let app = TestApp::start().await;
    app.shop.search_with(Engine::in_memory());
    service::search::follow(&app.shop).await.unwrap();
    for (path, all) in [
        ("/ug/search?q=qqqqzzzzxxxx", "/ug/products"),
        ("/ug/search?q=qqqqzzzzxxxx&max=5", "/ug/search?q=qqqqzzzzxxxx"),
    ] {
        let answer = app.client().get(path).await.is(200);
        rules::hold(&answer, Locale::Ug, path);
        let page = answer.page();
        assert!(page.has("main a[href='/ug/about']"), "ask the Centre");
        assert!(
            page.has(".c-shelves a") && page.has(".c-product"),
            "categories and what others buy"
        );
        let link = page
            .first(".c-empty .c-button--primary")
            .and_then(|link| link.attr("href"));
        assert_eq!(link, Some(all));
    }
}

both!(what_the_index_found_is_said_on_the_page);
async fn what_the_index_found_is_said_on_the_page() {
    let app = TestApp::start().await;
    app.shop.search_with(Engine::in_memory());
    service::search::follow(&app.shop).await.unwrap();
    let get = async |path: &str| {
        let answer = app.client().get(path).await.is(200);
        rules::hold(&answer, Locale::Es, path);
        answer.page()
    };
    let plain = get("/es/search?q=badam").await;
    assert!(plain.has(".c-product") && !plain.has("[data-testid='partial']"));
    let partial = get("/es/search?q=badam+qqqqzzzzxxxx").await;
    assert!(partial.has(".c-product") && partial.has("[data-testid='partial']"));
    let mistyped = get("/es/search?q=baddam").await;
    assert!(mistyped.has(".c-product"), "one letter too many");
    assert!(
        mistyped.has("[data-testid='corrected'] a[href]"),
        "what is shown is said"
    );
    let metrics = app.shop.search_engine().unwrap().counts();
    assert!(metrics.searches >= 3 && metrics.is_ready && metrics.documents > 0);
}
