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

both!(nobody_decides_on_a_version_at_the_page_of_another_text);
async fn nobody_decides_on_a_version_at_the_page_of_another_text() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::Reviewer);
    let version = suggest(&app, &mut client).await;
    for command in ["approve", "reject", "withdraw"] {
        let fields = [("do", command), ("version", version.as_str())];
        client.post("/ug/translate/text/cart-back", &fields).await.is(404);
    }
    let suggested = "SELECT COUNT(*) FROM text_versions WHERE state = 'suggested'";
    assert_eq!(app.number(suggested).await, 1);
    let fields = [("do", "approve"), ("version", version.as_str())];
    client.post(TEXT, &fields).await.is(303);
    assert_eq!(app.number(suggested).await, 0);
}

both!(a_comment_that_says_how_somebody_is_reached_comes_back_with_the_reason);
async fn a_comment_that_says_how_somebody_is_reached_comes_back_with_the_reason() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::Reviewer);
    let typed = "ئالىمدىن سوراڭ: 138 0013 8000";
    let fields = [("do", "comment"), ("comment", typed)];
    let page = client.post(TEXT, &fields).await.is(422).page();
    let form = page.first("[data-testid=comment-form]").unwrap();
    let shown = form.text().collect::<String>();
    let why = app.shop.texts().get(Locale::Ug, l10n::t::TRANSLATE_CONTACT);
    assert!(shown.contains(&why) && shown.contains(typed), "{shown}");
    assert_eq!(app.number("SELECT COUNT(*) FROM text_comments").await, 0);
}

both!(the_history_says_who_approved_what_they_wrote_themselves);
async fn the_history_says_who_approved_what_they_wrote_themselves() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::Reviewer);
    let version = suggest(&app, &mut client).await;
    let approve = [("do", "approve"), ("version", version.as_str())];
    client.post(TEXT, &approve).await.is(303);
    let page = client.get(TEXT).await.is(200).page();
    let decided = page.first("[data-testid=version] [data-testid=decided]").unwrap();
    let said = app.shop.texts().get(Locale::Ug, l10n::t::TRANSLATE_APPROVED_BY_WRITER);
    assert!(decided.text().collect::<String>().contains(&said));
    // While another one could approve it, the page says that they do.
    app.execute("UPDATE text_versions SET state = 'suggested', decided_by = NULL, decided_at = NULL")
        .await;
    app.execute(&format!(
        "INSERT INTO member_roles (user_id, subject, language, role, created_at)
         SELECT MIN(user_id), 'language', 'ug', 'reviewer', {} FROM member_roles WHERE subject = 'centre'",
        app.shop.now()
    ))
    .await;
    let page = client.get(TEXT).await.is(200).page();
    assert!(page.has("[data-testid=version] [data-testid=waits-for-peer]"));
    assert!(!page.has(&format!("form[data-testid='approve-{version}']")));
    client.post(TEXT, &approve).await.is(409);
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

both!(a_choice_is_read_a_line_for_each_form_by_whoever_reads_no_fluent);
async fn a_choice_is_read_a_line_for_each_form_by_whoever_reads_no_fluent() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::Reviewer);
    let place = "/ug/translate/text/nav-cart-count?beside=en";
    let page = client.get(place).await.is(200).page();
    for (form, says) in [("one", "Cart, { $count } item"), ("other", "Cart, { $count } items")] {
        let line = format!("[data-testid=originals] [data-form={form}]");
        let source = page.first(&format!("{line} .c-source")).unwrap();
        assert_eq!(source.text().collect::<String>(), says);
        let said = page.first(&line).unwrap().text().collect::<String>();
        assert!(said.len() > says.len(), "{form} has a name: {said}");
    }
    assert!(!page.text_of("originals").unwrap().contains("->"));
    let raw = client.get(&format!("{place}&raw=1")).await.is(200).page();
    assert!(raw.text_of("originals").unwrap().contains("[one]"));
}

both!(a_translator_reads_the_mistakes_of_their_own_language_unless_they_ask_for_another);
async fn a_translator_reads_the_mistakes_of_their_own_language_unless_they_ask_for_another() {
    let app = TestApp::inhabited().await;
    for (path, kind) in [
        ("es/cart.ftl", "merge"),
        ("ug/cart.ftl", "merge"),
        ("en/cart.ftl", "english-unread"),
    ] {
        app.execute(&format!(
            "INSERT INTO text_problems (node, path, line, kind, args, at)
             VALUES ('shop-1:/srv/secret/locales', '/srv/secret/locales/{path}', 7, '{kind}', '[]', 0)"
        ))
        .await;
    }
    let mut client = app.client_of(Who::Reviewer);
    let own = client.get("/ug/translate/problems").await.is(200).page();
    let list = own.text_of("problems").unwrap();
    let (first, then) = (list.find("ug/cart.ftl:7"), list.find("en/cart.ftl:7"));
    assert!(first.is_some() && first < then, "one's own first: {list}");
    assert!(!list.contains("es/cart.ftl"), "{list}");
    assert!(!own.text().contains("/srv/") && !own.text().contains("shop-1"));
    let other = client.get("/ug/translate/problems?of=es").await.is(200).page();
    let list = other.text_of("problems").unwrap();
    assert!(list.contains("es/cart.ftl:7"), "{list}");
    assert!(!list.contains("ug/cart.ftl"), "{list}");
    assert!(own.has("nav a[href='/ug/translate/problems?of=es']"));
}

/// The form of a text's page with this in its box.
fn as_sent(page: &Page, source: &str) -> [(&'static str, String); 4] {
    let value = |name: &str| {
        let field = format!("[data-testid=text-form] input[name={name}]");
        page.first(&field).unwrap().attr("value").unwrap().to_owned()
    };
    [
        ("do", "suggest".to_owned()),
        ("source", source.to_owned()),
        ("base", value("base")),
        ("english", value("english")),
    ]
}

both!(after_a_text_comes_the_next_of_which_there_is_the_same_to_do);
async fn after_a_text_comes_the_next_of_which_there_is_the_same_to_do() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::Reviewer);
    for name in ["cart-title", "page-position"] {
        let unit = UnitId::parse(name).unwrap();
        let own = app.shop.texts().written(Locale::Ug, &unit).unwrap().hash().0;
        app.execute(&format!(
            "INSERT INTO text_seen (lang, unit, other, other_hash, other_source, own_hash, at)
             VALUES ('ug', '{name}', 'zh-Hans', 1, '', {own}, 0)"
        ))
        .await;
    }
    let place = |name: &str| format!("/ug/translate/text/{name}?work=outdated");
    let list = client.get("/ug/translate?work=outdated").await.is(200).page();
    for name in ["cart-title", "page-position"] {
        let link = format!("[data-testid=texts] a[href='{}']", place(name));
        assert!(list.has(&link), "{name}");
    }
    let next = |page: &Page| {
        let link = page.first("a[data-testid=next]");
        link.and_then(|link| link.attr("href")).map(str::to_owned)
    };
    // From the end on from the beginning.
    for (here, after) in [("cart-title", "page-position"), ("page-position", "cart-title")] {
        let page = client.get(&place(here)).await.is(200).page();
        assert_eq!(next(&page), Some(place(after)));
    }
    // What was just saved waits for a reviewer now, and the way on is the same.
    let page = client.get(&place("cart-title")).await.is(200).page();
    let fields = as_sent(&page, "ھارۋام");
    let saved = client.post(&place("cart-title"), &fields).await.is(303);
    let page = client.get(saved.location()).await.is(200).page();
    assert_eq!(next(&page), Some(place("page-position")));
    assert!(page.has("a.c-button--primary[data-testid=next]"));
    // Nothing else is left of that kind.
    let page = client.get(&place("page-position")).await.is(200).page();
    assert_eq!(next(&page), None);
}

both!(whoever_came_from_a_search_or_a_file_goes_on_within_it);
async fn whoever_came_from_a_search_or_a_file_goes_on_within_it() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::Reviewer);
    let hrefs = |page: &Page, links: &str| -> Vec<String> {
        let links = page.select(links);
        let hrefs = links.iter().filter_map(|link| link.attr("href").map(str::to_owned));
        hrefs.collect()
    };
    // All texts of a file with a word in them, whatever there is to do about each.
    let query = "file=cart.ftl&q=cart-empty";
    let list = client.get(&format!("/ug/translate?{query}")).await.is(200).page();
    let found = hrefs(&list, "[data-testid=texts] li p a");
    let place = |name: &str| format!("/ug/translate/text/{name}?{query}");
    assert_eq!(
        found,
        ["cart-empty-title", "cart-empty-text", "cart-empty-link"].map(place)
    );
    let page = client.get(&found[0]).await.is(200).page();
    assert_eq!(hrefs(&page, "a[data-testid=next]"), [found[1].clone()]);
    let fields = as_sent(&page, "ھارۋا قۇرۇق");
    let saved = client.post(&found[0], &fields).await.is(303);
    let page = client.get(saved.location()).await.is(200).page();
    assert_eq!(hrefs(&page, "a[data-testid=next]"), [found[1].clone()]);
    let page = client.get(&found[2]).await.is(200).page();
    assert_eq!(
        hrefs(&page, "a[data-testid=next]"),
        [found[0].clone()],
        "from the end on"
    );
    // Of a file alone what waits, and nothing of another one.
    let page = client
        .get("/ug/translate/text/cart-ordered?file=cart.ftl")
        .await
        .is(200)
        .page();
    let next = hrefs(&page, "a[data-testid=next]");
    assert_eq!(next, ["/ug/translate/text/cart-empty-title?file=cart.ftl"]);
}

both!(a_variable_in_a_box_from_right_to_left_is_no_part_of_the_text);
async fn a_variable_in_a_box_from_right_to_left_is_no_part_of_the_text() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::Reviewer);
    let place = "/ug/translate/text/page-position";
    let page = client.get(place).await.is(200).page();
    let field = page.first("[data-testid=text-form] textarea[name=source]").unwrap();
    let shown = field.text().collect::<String>();
    assert!(shown.contains("\u{200E}{ $page }\u{200E}"), "{shown}");
    let saved = client.post(place, &as_sent(&page, &shown)).await.is(303);
    assert!(saved.location().contains("done=same"), "{}", saved.location());
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
