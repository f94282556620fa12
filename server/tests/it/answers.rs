//! What members of a cooperative answer in public from two pages that were opened side by side.

use crate::both::both;
use crate::buyer::{set, value_of};
use crate::product_questions::{fill, in_state};
use crate::reviews;
use crate::test_app::TestApp;
use crate::world::Who;

const STUDIO: &str = "/ug/studio/feedback";

both!(a_second_answer_shows_the_first_and_is_sent_again_on_purpose);
async fn a_second_answer_shows_the_first_and_is_sent_again_on_purpose() {
    let app = TestApp::inhabited().await;
    fill(&app).await;
    reviews::fill(&app).await;
    let question = in_state(&app, "asked").await;
    let review = app.number("SELECT id FROM reviews WHERE state = 'published'").await;
    app.execute("UPDATE reviews SET answer = NULL, answer_lang = NULL, answered_at = NULL")
        .await;
    for (list, name, shown) in [
        (
            STUDIO.to_owned(),
            format!("answer-question-{question}"),
            "product-answer",
        ),
        (
            format!("{STUDIO}?show=all-reviews"),
            format!("answer-review-{review}"),
            "review-answer",
        ),
    ] {
        let (mut one, mut other) = (app.client_of(Who::Editor), app.client_of(Who::This));
        let mut first = one.get(&list).await.is(200).page().form(&name);
        let mut second = other.get(&list).await.is(200).page().form(&name);
        set(&mut first, "text", "ھەئە، بۇ يىلقى.");
        set(&mut second, "text", "ياق، بۇلتۇرقى.");
        one.post(STUDIO, &first).await.is(303);
        let page = other.post(STUDIO, &second).await.is(422).page();
        assert!(page.text_of(shown).unwrap().contains("ھەئە"), "{name}: both are there");
        assert!(
            page.has(&format!("form[data-testid='{name}'] [aria-invalid=true]")),
            "{name}"
        );
        let again = page.form(&name);
        assert_eq!(value_of(&again, "text"), "ياق، بۇلتۇرقى.", "{name}");
        let done = other.post(STUDIO, &again).await.is(303);
        let text = one.get(done.location()).await.is(200).text();
        assert!(text.contains("ياق، بۇلتۇرقى."), "{name}");
    }
}
