//! What the Centre hid, or a cooperative declined, is found again later and let through.

use crate::both::both;
use crate::buyer::set;
use crate::product_questions::{fill, in_state};
use crate::reviews;
use crate::test_app::TestApp;
use crate::world::Who;

const CENTRE: &str = "/ug/centre/moderation";

both!(what_was_hidden_is_found_again_later);
async fn what_was_hidden_is_found_again_later() {
    let app = TestApp::inhabited().await;
    fill(&app).await;
    reviews::fill(&app).await;
    let question = in_state(&app, "answered").await;
    let declined = in_state(&app, "asked").await;
    let review = app.number("SELECT id FROM reviews WHERE state = 'published'").await;
    let mut centre = app.client_of(Who::CentreSupport);
    for name in [format!("question-{question}"), format!("review-{review}")] {
        let mut hide = centre.get(CENTRE).await.is(200).page().form(&format!("hide-{name}"));
        set(&mut hide, "reason", "untrue");
        set(&mut hide, "words", "راست ئەمەسكەن");
        centre.post(CENTRE, &hide).await.is(303);
    }
    let mut member = app.client_of(Who::This);
    let studio = "/ug/studio/feedback";
    let mut decline = member
        .get(studio)
        .await
        .is(200)
        .page()
        .form(&format!("decline-question-{declined}"));
    set(&mut decline, "decline", "personal");
    member.post(studio, &decline).await.is(303);

    for (show, names) in [
        (
            "hidden-questions",
            vec![format!("question-{question}"), format!("question-{declined}")],
        ),
        ("hidden-reviews", vec![format!("review-{review}")]),
    ] {
        let list = format!("{CENTRE}?show={show}");
        assert!(
            centre
                .get(CENTRE)
                .await
                .is(200)
                .page()
                .has(&format!("a[href='{list}']"))
        );
        let page = centre.get(&list).await.is(200).page();
        assert_eq!(page.count("[data-testid=hidden-text]"), names.len(), "{show}");
        assert!(
            page.text().contains("راست ئەمەسكەن"),
            "{show}: with what was said of it"
        );
        for name in names {
            let page = centre.get(&list).await.is(200).page();
            let mut back = page.form(&format!("stays-{name}"));
            set(&mut back, "command", "publish");
            centre.post(CENTRE, &back).await.is(303);
        }
        let page = centre.get(&list).await.is(200).page();
        assert!(!page.has("[data-testid=hidden-text]"), "{show}");
    }
    for (state, count) in [("answered", 1), ("asked", 1), ("hidden", 0)] {
        let sql = format!("SELECT count(*) FROM product_questions WHERE state = '{state}'");
        assert_eq!(app.number(&sql).await, count, "{state}");
    }
}

both!(a_long_list_of_what_is_hidden_goes_on);
async fn a_long_list_of_what_is_hidden_goes_on() {
    let app = TestApp::inhabited().await;
    let now = app.shop.now();
    for number in 0..21 {
        app.execute(&format!(
            "INSERT INTO product_questions (product_id, cooperative_id, state, text, lang, page_lang, digest, asker, network, \
             asked_at, by_centre, reports, closed_at, closed_for, closed_words) \
             SELECT id, cooperative_id, 'hidden', 'q{number}', 'es', 'ug', 'd{number}', '', '', 1, 1 = 0, 0, {}, 'insult', '' \
             FROM products WHERE slug = 'badam-500'",
            // Some at the same moment.
            now + number / 4
        ))
        .await;
        app.execute(&format!(
            "INSERT INTO reviews (product_id, cooperative_id, stars, text, lang, name, state, created_at, changed_at, \
             hide_reason, hide_words) \
             SELECT id, cooperative_id, 2, 'r{number}', 'es', '', 'hidden', 1, 1, 'insult', '' \
             FROM products WHERE slug = 'badam-500'"
        ))
        .await;
    }
    let mut centre = app.client_of(Who::Centre);
    for (show, first, last) in [("hidden-questions", "q20", "q0"), ("hidden-reviews", "r20", "r0")] {
        let page = centre.get(&format!("{CENTRE}?show={show}")).await.is(200).page();
        assert_eq!(page.count("[data-testid=hidden-text]"), 20, "{show}");
        assert!(page.text_of("hidden-text").unwrap().contains(first), "{show}");
        let next = page.first("a[rel=next]").unwrap().attr("href").unwrap().to_owned();
        let page = centre.get(&next).await.is(200).page();
        assert_eq!(page.count("[data-testid=hidden-text]"), 1, "{show}");
        assert!(page.text_of("hidden-text").unwrap().contains(last), "{show}");
    }
}
