//! Questions about products over HTTP, without JavaScript: asked, answered, read by all; held, declined, reported.

use domain::Locale;

use crate::both::both;
use crate::buyer::{set, value_of};
use crate::client::{Answer, Client};
use crate::reviews;
use crate::template::Template;
use crate::test_app::{Options, TestApp};
use crate::world::Who;

const PRODUCT: &str = "/ug/products/badam-500";
const QUESTIONS: &str = "/ug/products/badam-500/questions";
const STUDIO: &str = "/ug/studio/feedback";
const CENTRE: &str = "/ug/centre/moderation";
const TEXT: &str = "بۇ بادام بۇ يىلقىمۇ؟";

/// A question in each state about a product of "this" cooperative; the answered one was reported.
pub async fn fill(app: &TestApp) {
    for (state, lang, reports) in [("asked", "ug", 0), ("held", "zh", 0), ("answered", "es", 2)] {
        app.execute(&format!(
            "INSERT INTO product_questions (product_id, cooperative_id, state, held_for, text, lang, page_lang, digest, asker, \
             network, asked_at, answer, answer_lang, answered_at, by_centre, reports) \
             SELECT id, cooperative_id, '{state}', CASE WHEN '{state}' = 'held' THEN 'link' END, '{state}?\nx', '{lang}', \
             'ug', '{state}', '', '', 1, CASE WHEN '{state}' = 'answered' THEN 'Sí' END, \
             CASE WHEN '{state}' = 'answered' THEN 'es' END, CASE WHEN '{state}' = 'answered' THEN 2 END, 1 = 0, {reports} \
             FROM products WHERE slug = 'badam-500'"
        ))
        .await;
    }
}

/// The number of the question in this state.
pub async fn in_state(app: &TestApp, state: &str) -> String {
    let sql = format!("SELECT max(id) FROM product_questions WHERE state = '{state}'");
    app.number(&sql).await.to_string()
}

/// Asks with the form of this page.
async fn ask(client: &mut Client, page: &str, text: &str, phone: &str) -> Answer {
    let mut fields = client.get(page).await.is(200).page().form("ask-about-product");
    set(&mut fields, "text", text);
    set(&mut fields, "answer-phone", phone);
    set(&mut fields, "command", "ask");
    client.post(QUESTIONS, &fields).await
}

/// The cooperative answers the question that it sees first.
async fn answer(app: &TestApp, who: Who, text: &str) -> String {
    let mut member = app.client_of(who);
    let id = in_state(app, "asked").await;
    let mut fields = member
        .get(STUDIO)
        .await
        .is(200)
        .page()
        .form(&format!("answer-question-{id}"));
    set(&mut fields, "text", text);
    let done = member.post(STUDIO, &fields).await.is(303);
    member
        .get(done.location())
        .await
        .is(200)
        .page()
        .text_of("answered")
        .unwrap();
    id
}

both!(a_question_goes_from_the_products_page_to_the_cooperative_and_back);
async fn a_question_goes_from_the_products_page_to_the_cooperative_and_back() {
    let app = TestApp::inhabited().await;
    let (mut shopper, mut other) = (app.client(), app.client());
    // Cached for everybody, before and after.
    let page = other.get(PRODUCT).await.is(200).page();
    assert_eq!(page.count("[data-testid='product-question']"), 0);
    let done = ask(&mut shopper, PRODUCT, TEXT, "").await.is(303);
    assert!(shopper.cookies.contains_key("__Host-asker"));
    let own = shopper.get(done.location()).await.is(200);
    assert_eq!(own.header("cache-control"), "no-store");
    let own = own.page();
    assert!(own.text_of("own-questions").unwrap().contains(TEXT));
    assert!(own.has("[data-testid='own-question'][data-state='asked'] [lang='ug'][dir='rtl']"));
    for path in [PRODUCT, QUESTIONS] {
        assert!(
            !other.get(path).await.is(200).text().contains(TEXT),
            "{path}: only who asked sees it"
        );
    }
    // Cooperatives see their own; the first page counts.
    let home = app.client_of(Who::This).get("/ug/studio").await.is(200).page();
    assert!(home.text_of("to-do-product-questions").unwrap().contains('1'));
    let foreign = app.client_of(Who::Other).get(STUDIO).await.is(200).text();
    assert!(!foreign.contains(TEXT));

    let id = answer(&app, Who::Packer, "ھەئە، سېنتەبىردە يىغىلغان.").await;
    for path in [PRODUCT, QUESTIONS] {
        let page = other.get(path).await.is(200).page();
        assert!(page.text_of("product-question").unwrap().contains(TEXT), "{path}");
        assert!(page.text_of("product-answer").unwrap().contains("سېنتەبىردە"), "{path}");
    }
    let chinese = other.get("/zh/products/badam-500").await.is(200).page();
    assert!(
        chinese.has("[data-testid='product-question'] p[lang='ug'][dir='rtl']"),
        "in all languages"
    );
    assert!(
        !shopper
            .get(QUESTIONS)
            .await
            .is(200)
            .page()
            .has("[data-testid='own-questions']")
    );

    // Asked again by somebody else, the answer is there.
    let known = ask(&mut other, QUESTIONS, TEXT, "").await.is(303);
    assert!(
        known.location().ends_with(&format!("asked=answered#question-{id}")),
        "{}",
        known.location()
    );
}

both!(what_cannot_be_asked_is_told_and_kept);
async fn what_cannot_be_asked_is_told_and_kept() {
    let app = TestApp::inhabited().await;
    let mut shopper = app.client();
    let before = app.snapshot().await;
    let page = ask(&mut shopper, PRODUCT, TEXT, "12").await.is(422).page();
    let form = page.form("ask-about-product");
    assert_eq!((value_of(&form, "text"), value_of(&form, "answer-phone")), (TEXT, "12"));
    assert!(
        page.has("#errors a[href='#field-answer-phone']") || page.has("#errors a"),
        "named above"
    );
    assert!(page.has("[name='answer-phone'][aria-invalid=true]"));
    app.is_unchanged(&before, &app.snapshot().await, "a wrong number");
    let page = ask(&mut shopper, PRODUCT, "", "").await.is(422).page();
    assert!(page.has("[name='text'][aria-invalid=true]"));
    let long = ask(&mut shopper, PRODUCT, &"ئ".repeat(501), "").await.is(422).page();
    let above: String = long.select("#errors")[0].text().collect();
    assert!(above.contains("501"), "above as well it says by how much: {above}");
    shopper.get("/ug/products/no-such-thing/questions").await.is(404);
    shopper
        .post("/ug/products/no-such-thing/questions", &[("text", TEXT)])
        .await
        .is(404);
}

both!(a_link_waits_for_the_centre_and_is_let_through_or_hidden);
async fn a_link_waits_for_the_centre_and_is_let_through_or_hidden() {
    let app = TestApp::inhabited().await;
    let mut shopper = app.client();
    let spam = "Más barato en https://badam.example";
    let done = ask(&mut shopper, PRODUCT, spam, "").await.is(303);
    assert!(done.location().contains("asked=held"), "{}", done.location());
    assert!(
        !app.client_of(Who::This)
            .get(STUDIO)
            .await
            .is(200)
            .text()
            .contains("badam.example")
    );
    let id = in_state(&app, "held").await;
    let mut support = app.client_of(Who::CentreSupport);
    let page = support.get(CENTRE).await.is(200).page();
    assert!(page.has("[data-testid='to-do']"), "its menu counts");
    let mut hide = page.form(&format!("hide-question-{id}"));
    set(&mut hide, "reason", "advertising");
    set(&mut hide, "words", &"x".repeat(301));
    let refused = support.post(CENTRE, &hide).await.is(422).page();
    assert_eq!(
        value_of(&refused.form(&format!("hide-question-{id}")), "words").len(),
        301,
        "kept"
    );
    let mut hide = refused.form(&format!("hide-question-{id}"));
    set(&mut hide, "reason", "advertising");
    set(&mut hide, "words", "No es sitio para anuncios");
    support.post(CENTRE, &hide).await.is(303);
    let own = shopper.get(QUESTIONS).await.is(200).page();
    assert!(own.has("[data-testid='own-question'][data-state='hidden']"));
    assert!(own.text_of("own-questions").unwrap().contains("No es sitio"));
    let log = app
        .client_of(Who::Centre)
        .get("/es/centre/audit")
        .await
        .is(200)
        .page()
        .text();
    assert!(!log.contains("question."), "in words");

    ask(&mut shopper, PRODUCT, "Tel. 138 0013 8000?", "").await.is(303);
    let id = in_state(&app, "held").await;
    let mut publish = support
        .get(CENTRE)
        .await
        .is(200)
        .page()
        .form(&format!("stays-question-{id}"));
    set(&mut publish, "command", "publish");
    support.post(CENTRE, &publish).await.is(303);
    assert!(
        app.client_of(Who::This)
            .get(STUDIO)
            .await
            .is(200)
            .text()
            .contains("138 0013 8000")
    );
}

both!(who_asked_takes_back_and_others_report);
async fn who_asked_takes_back_and_others_report() {
    let app = TestApp::inhabited().await;
    let (mut shopper, mut other) = (app.client(), app.client());
    ask(&mut shopper, PRODUCT, TEXT, "").await.is(303);
    let id = in_state(&app, "asked").await;
    let take = |id: &str| [("question", id.to_owned()), ("command", "take-back".to_owned())];
    other.post(QUESTIONS, &take(&id)).await.is(404);
    let mut form = shopper
        .get(QUESTIONS)
        .await
        .is(200)
        .page()
        .form(&format!("take-back-{id}"));
    set(&mut form, "command", "take-back");
    for _ in 0..2 {
        shopper.post(QUESTIONS, &form).await.is(303);
    }
    assert!(!shopper.get(QUESTIONS).await.is(200).text().contains(TEXT));

    ask(&mut shopper, PRODUCT, TEXT, "").await.is(303);
    let id = answer(&app, Who::This, "ھەئە").await;
    let mut form = other
        .get(QUESTIONS)
        .await
        .is(200)
        .page()
        .form(&format!("report-question-{id}"));
    set(&mut form, "command", "report");
    for _ in 0..2 {
        let done = other.post(QUESTIONS, &form).await.is(303);
        assert!(done.location().contains("asked=reported"));
    }
    let page = app.client_of(Who::Centre).get(CENTRE).await.is(200).page();
    assert!(page.has(&format!("form[data-testid='stays-question-{id}']")));
    let reports = format!("SELECT reports FROM product_questions WHERE id = {id}");
    assert_eq!(app.number(&reports).await, 1, "counted once");
    let text = other.get(PRODUCT).await.is(200).text();
    assert!(text.contains(TEXT), "nothing is hidden by a report alone");
}

both!(a_number_is_told_once_and_dropped);
async fn a_number_is_told_once_and_dropped() {
    let app = TestApp::inhabited().await;
    let mut shopper = app.client();
    ask(&mut shopper, PRODUCT, TEXT, "13900139001").await.is(303);
    let page = app.client_of(Who::This).get(STUDIO).await.is(200).text();
    assert!(!page.contains("13900139001"), "the cooperative does not learn it");
    answer(&app, Who::This, "ھەئە").await;
    let left = "SELECT count(*) FROM product_questions WHERE phone IS NOT NULL";
    assert_eq!(app.number(left).await, 0);
    let told = "SELECT count(*) FROM outbox WHERE payload LIKE '%+8613900139001%'";
    assert_eq!(app.number(told).await, 1);
}

both!(limits_hold_over_http_and_say_how_long);
async fn limits_hold_over_http_and_say_how_long() {
    let options = Options {
        is_limited: true,
        ..Options::default()
    };
    let app = TestApp::start_from(Template::inhabited(), options).await;
    for number in 0..5 {
        ask(&mut app.client(), QUESTIONS, &format!("question {number}"), "")
            .await
            .is(303);
    }
    let mut late = app.client();
    let page = ask(&mut late, QUESTIONS, "one more", "").await.is(409).page();
    assert_eq!(value_of(&page.form("ask-about-product"), "text"), "one more", "kept");
    assert!(page.has("#notice[role=alert]"));
    let open = "SELECT count(*) FROM product_questions";
    assert_eq!(app.number(open).await, 5);
}

both!(of_a_product_that_is_taken_away_nothing_is_asked_or_shown);
async fn of_a_product_that_is_taken_away_nothing_is_asked_or_shown() {
    let app = TestApp::inhabited().await;
    fill(&app).await;
    let mut shopper = app.client();
    assert!(
        shopper
            .get(QUESTIONS)
            .await
            .is(200)
            .page()
            .has("[data-testid='answered-questions']")
    );
    app.execute("UPDATE cooperatives SET status = 'suspended' WHERE slug = 'altun-badam'")
        .await;
    app.shop.catch_up().await.unwrap();
    shopper.get(QUESTIONS).await.is(404);
    shopper.post(QUESTIONS, &[("text", TEXT)]).await.is(404);
    app.execute("UPDATE cooperatives SET status = 'approved' WHERE slug = 'altun-badam'")
        .await;
    app.execute("UPDATE products SET status = 'archived' WHERE slug = 'badam-500'")
        .await;
    app.shop.catch_up().await.unwrap();
    shopper.get(QUESTIONS).await.is(404);
    assert!(
        !app.client_of(Who::This)
            .get(STUDIO)
            .await
            .is(200)
            .page()
            .has("[data-testid='question-card']")
    );
}

both!(an_answer_that_is_too_long_is_told_and_kept);
async fn an_answer_that_is_too_long_is_told_and_kept() {
    let app = TestApp::inhabited().await;
    fill(&app).await;
    let id = in_state(&app, "asked").await;
    let mut member = app.client_of(Who::Editor);
    let form = format!("answer-question-{id}");
    let mut fields = member.get(STUDIO).await.is(200).page().form(&form);
    let long = "ئ".repeat(1001);
    set(&mut fields, "text", &long);
    let page = member.post(STUDIO, &fields).await.is(422).page();
    assert_eq!(value_of(&page.form(&form), "text"), long);
    assert!(page.has(&format!("form[data-testid='{form}'] [aria-invalid=true]")));
    assert!(page.has(&format!("#errors a[href='#field-question-text-{id}']")));
    for locale in Locale::BUILT_IN {
        let path = format!("/{}/studio/feedback?show=answered", locale.code());
        assert!(
            member
                .get(&path)
                .await
                .is(200)
                .page()
                .has("[data-testid='product-answer']"),
            "{path}"
        );
    }
}

both!(a_review_is_answered_on_the_same_page_and_looked_at_on_the_same_page);
async fn a_review_is_answered_on_the_same_page_and_looked_at_on_the_same_page() {
    let app = TestApp::inhabited().await;
    for (state, text) in [("published", "Llegó tarde"), ("held", "Más en www.badam.example")] {
        app.execute(&format!(
            "INSERT INTO reviews (product_id, cooperative_id, stars, text, lang, name, state, created_at, changed_at, \
             published_at) SELECT id, cooperative_id, 2, '{text}', 'es', '', '{state}', 1, 1, \
             CASE WHEN '{state}' = 'published' THEN 1 END FROM products WHERE slug = 'badam-500'"
        ))
        .await;
    }
    let number = async |state: &str| {
        let sql = format!("SELECT id FROM reviews WHERE state = '{state}'");
        app.number(&sql).await
    };
    let (published, held) = (number("published").await, number("held").await);
    let mut member = app.client_of(Who::Editor);
    let home = member.get("/es/studio").await.is(200).page();
    assert!(home.text_of("to-do-reviews").unwrap().contains('1'));
    for part in ["reviews", "low", "all-reviews"] {
        let page = member.get(&format!("{STUDIO}?show={part}")).await.is(200).page();
        let text = page.text();
        assert!(
            text.contains("Llegó tarde") && !text.contains("badam.example"),
            "{part}"
        );
    }
    let mut fields = member
        .get(&format!("{STUDIO}?show=reviews"))
        .await
        .is(200)
        .page()
        .form(&format!("answer-review-{published}"));
    let empty = member.post(STUDIO, &fields).await.is(422).page();
    assert!(empty.has("[data-testid='review-card'] [aria-invalid=true]"));
    set(&mut fields, "text", "Lo sentimos: nevó en el puerto.");
    let done = member.post(STUDIO, &fields).await.is(303);
    let page = member.get(done.location()).await.is(200).page();
    assert!(page.text_of("review-answer").unwrap().contains("nevó"));
    // An answer that is emptied is gone, and nobody is told that all read it.
    let said = page.text_of("answered").unwrap();
    let mut fields = page.form(&format!("answer-review-{published}"));
    set(&mut fields, "text", "");
    let done = member.post(STUDIO, &fields).await.is(303);
    let page = member.get(done.location()).await.is(200).page();
    assert!(!page.has("[data-testid='review-answer']"));
    assert_ne!(page.text_of("answered").unwrap(), said);

    let mut centre = app.client_of(Who::Centre);
    let mut publish = centre
        .get(CENTRE)
        .await
        .is(200)
        .page()
        .form(&format!("stays-review-{held}"));
    set(&mut publish, "command", "publish");
    centre.post(CENTRE, &publish).await.is(303);
    assert_eq!(app.number("SELECT count(*) FROM reviews WHERE state = 'held'").await, 0);
}

both!(an_answer_to_what_is_gone_meanwhile_is_there_to_be_copied);
async fn an_answer_to_what_is_gone_meanwhile_is_there_to_be_copied() {
    let app = TestApp::inhabited().await;
    fill(&app).await;
    reviews::fill(&app).await;
    let question = in_state(&app, "asked").await;
    let review = app.number("SELECT id FROM reviews WHERE state = 'published'").await;
    let mut member = app.client_of(Who::Editor);
    for (list, form, table, id) in [
        (
            STUDIO.to_owned(),
            format!("answer-question-{question}"),
            "product_questions",
            question,
        ),
        (
            format!("{STUDIO}?show=all-reviews"),
            format!("answer-review-{review}"),
            "reviews",
            review.to_string(),
        ),
    ] {
        let mut fields = member.get(&list).await.is(200).page().form(&form);
        set(&mut fields, "text", "ياق،\nتۇز قوشمىدۇق.");
        for state in ["hidden", "removed"] {
            app.execute(&format!("UPDATE {table} SET state = '{state}' WHERE id = {id}"))
                .await;
            let page = member.post(STUDIO, &fields).await.is(409).page();
            assert!(page.has("#notice[role=alert]"), "{table} {state}");
            let typed = page.text_of("not-answered").unwrap();
            assert!(
                typed.contains("ياق،") && typed.contains("تۇز قوشمىدۇق."),
                "{table} {state}"
            );
            let other = app.client_of(Who::Other).post(STUDIO, &fields).await;
            assert_eq!(other.status, 404, "{table} {state}: another's is none");
        }
    }
}

both!(what_was_hidden_by_mistake_is_let_through_again);
async fn what_was_hidden_by_mistake_is_let_through_again() {
    let app = TestApp::inhabited().await;
    fill(&app).await;
    reviews::fill(&app).await;
    let question = in_state(&app, "answered").await;
    let review = app.number("SELECT id FROM reviews WHERE state = 'published'").await;
    let mut centre = app.client_of(Who::Centre);
    for name in [format!("question-{question}"), format!("review-{review}")] {
        let mut hide = centre.get(CENTRE).await.is(200).page().form(&format!("hide-{name}"));
        set(&mut hide, "reason", "untrue");
        let done = centre.post(CENTRE, &hide).await.is(303);
        let mut back = centre
            .get(done.location())
            .await
            .is(200)
            .page()
            .form(&format!("stays-{name}"));
        set(&mut back, "command", "publish");
        centre.post(CENTRE, &back).await.is(303);
    }
    let answered = "SELECT count(*) FROM product_questions WHERE state = 'answered'";
    let published = "SELECT count(*) FROM reviews WHERE state = 'published'";
    assert_eq!((app.number(answered).await, app.number(published).await), (1, 1));
}
