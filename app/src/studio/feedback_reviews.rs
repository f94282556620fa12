//! Reviews of the goods, with the field for the answer under each.

use l10n::t;
use leptos::prelude::*;
use service::reviews::ReviewRow;

use super::feedback::{LONGEST, NotAnswered, review_field};
use super::frame::Draft;
use super::glossary::GlossaryWords;
use crate::cx::Cx;
use crate::form_key::FormKey;
use crate::reviews::ReviewCard;
use crate::routes::{Product, StudioFeedback};
use crate::ui::{Hidden, Html, IntoHtml, LongTextField, ShownName, language_name};

/// The reviews.
#[component]
pub(super) fn Reviews(
    /// Those of this page.
    rows: Vec<ReviewRow>,
    /// An answer that was not taken.
    not_answered: NotAnswered,
) -> Html {
    let cx = Cx::here();
    if rows.is_empty() {
        return view! { <p class="c-empty">{cx.t(t::FEEDBACK_NO_REVIEWS)}</p> }.into_html();
    }
    let cards = rows
        .into_iter()
        .map(|row| view! { <WorkCard row not_answered=not_answered.clone()/> })
        .collect_view();
    view! { <p class="c-lead">{cx.t(t::FEEDBACK_REVIEWS_LEAD)}</p>{cards} }.into_html()
}

/// A review, its answer, and where one writes it.
#[component]
fn WorkCard(
    /// The review.
    row: ReviewRow,
    /// An answer that was not taken: to this review or to another.
    not_answered: NotAnswered,
) -> Html {
    let cx = Cx::here();
    let id = row.review.id;
    let action = cx.url(&StudioFeedback::new());
    let product = cx.url(&Product::new(&row.product_slug));
    let is_refused = not_answered.review == Some(id);
    let written_in = row.review.words.as_ref().and_then(|words| words.lang.locale());
    let saved = row.review.answer.as_ref();
    // An answer that is there may be taken away by emptying it.
    let may_be_empty = saved.is_some();
    // Answering what another member answered meanwhile is then a decision, not an accident.
    let seen = saved.map(|answer| view! { <Hidden name="seen" value=answer.at.to_string()/> });
    let saved = saved.map(|answer| answer.words.text.clone()).unwrap_or_default();
    let (text, error) = if is_refused {
        (not_answered.text, not_answered.why.errors.of("text"))
    } else {
        (saved, None)
    };
    let glossary = row.review.words.as_ref().zip(written_in).map(|(words, source)| {
        let texts = vec![words.text.clone()];
        view! { <GlossaryWords source texts/> }
    });
    let hint = match written_in.filter(|lang| *lang != cx.locale()) {
        Some(lang) => cx.t(t::feedback_answer_in(language_name(&cx, lang))),
        None => cx.t(t::FEEDBACK_ANSWER_HINT),
    };
    view! {
        <article class="c-card c-stack" id=format!("review-work-{id}") data-testid="review-card">
            <p><a class="c-link" href=product><ShownName shown=row.product/></a></p>
            <ReviewCard review=row.review/>
            <form class="c-form" method="post" action=action novalidate data-testid=format!("answer-review-{id}")>
                <FormKey/>
                <Hidden name="review" value=id.to_string()/>
                {seen}
                <LongTextField
                    name="text"
                    id=review_field(id)
                    label=cx.t(t::FEEDBACK_ANSWER)
                    hint
                    value=text
                    error
                    may_be_empty
                    maxlength=LONGEST
                    rows=5
                    lang=written_in
                />
                {glossary}
                <Draft form=format!("review-{id}") saved=format!("answered={id}") is_refused/>
                <p><button class="c-button c-button--primary">{cx.t(t::FEEDBACK_SEND)}</button></p>
            </form>
        </article>
    }
    .into_html()
}
