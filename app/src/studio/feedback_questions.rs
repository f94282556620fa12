//! Questions about the goods, with the field for the answer under each.

use domain::{HideReason, QuestionState};
use l10n::t;
use leptos::prelude::*;
use service::questions::QuestionRow;

use super::feedback::{LONGEST, NotAnswered, question_field};
use super::frame::Draft;
use super::glossary::GlossaryWords;
use crate::cx::Cx;
use crate::form_key::FormKey;
use crate::questions::QuestionLines;
use crate::reviews::hide_reason;
use crate::routes::{Product, StudioFeedback};
use crate::ui::{Hidden, Html, IntoHtml, LongTextField, ShownName, language_name};

/// Why a cooperative may decline a question.
const REASONS: [HideReason; 2] = [HideReason::Personal, HideReason::Unrelated];

/// The questions.
#[component]
pub(super) fn Questions(
    /// Those of this page.
    rows: Vec<QuestionRow>,
    /// An answer that was not taken.
    not_answered: NotAnswered,
) -> Html {
    let cx = Cx::here();
    if rows.is_empty() {
        return view! { <p class="c-empty">{cx.t(t::FEEDBACK_NO_QUESTIONS)}</p> }.into_html();
    }
    let cards = rows
        .into_iter()
        .map(|row| view! { <QuestionCard row not_answered=not_answered.clone()/> })
        .collect_view();
    view! { <p class="c-lead">{cx.t(t::FEEDBACK_QUESTIONS_LEAD)}</p>{cards} }.into_html()
}

/// A question, its answer, and where one writes it.
#[component]
fn QuestionCard(
    /// The question.
    row: QuestionRow,
    /// An answer that was not taken: to this question or to another.
    not_answered: NotAnswered,
) -> Html {
    let cx = Cx::here();
    let id = row.question.id;
    let action = cx.url(&StudioFeedback::new());
    let product = cx.url(&Product::new(&row.about.slug));
    let is_refused = not_answered.question == Some(id);
    let asked_in = row.question.words.lang.locale();
    let saved = row.question.answer.as_ref();
    // Answering what another member answered meanwhile is then a decision, not an accident.
    let seen = saved.map(|answer| view! { <Hidden name="seen" value=answer.at.to_string()/> });
    let saved = saved.map(|answer| answer.words.text.clone()).unwrap_or_default();
    let (text, error) = if is_refused {
        (not_answered.text, not_answered.why.errors.of("text"))
    } else {
        (saved, None)
    };
    let glossary = asked_in.map(|source| {
        let texts = vec![row.question.words.text.clone()];
        view! { <GlossaryWords source texts/> }
    });
    let hint = match asked_in.filter(|lang| *lang != cx.locale()) {
        Some(lang) => cx.t(t::feedback_answer_in(language_name(&cx, lang))),
        None => cx.t(t::FEEDBACK_ANSWER_HINT),
    };
    let will_tell = row
        .will_tell
        .then(|| view! { <p class="c-small c-muted">{cx.t(t::FEEDBACK_WILL_TELL)}</p> });
    let decline = (row.state == QuestionState::Asked).then(|| {
        let buttons = REASONS
            .into_iter()
            .map(|reason| {
                view! {
                    <button class="c-button" name="decline" value=reason.as_str()>{cx.t(hide_reason(reason))}</button>
                    " "
                }
            })
            .collect_view();
        view! {
            <details>
                <summary>{cx.t(t::FEEDBACK_DECLINE)}</summary>
                <form class="c-form" method="post" action=action.clone() data-testid=format!("decline-question-{id}")>
                    <FormKey/>
                    <Hidden name="question" value=id.to_string()/>
                    <p class="c-muted">{cx.t(t::FEEDBACK_DECLINE_TEXT)}</p>
                    <p class="c-row">{buttons}</p>
                </form>
            </details>
        }
    });
    let cooperative = row.about.cooperative.clone();
    view! {
        <article class="c-card c-stack" id=format!("question-{id}") data-testid="question-card">
            <p><a class="c-link" href=product><ShownName shown=row.about.name/></a></p>
            <div class="c-talk"><QuestionLines question=row.question cooperative/></div>
            {will_tell}
            <form class="c-form" method="post" action=action novalidate data-testid=format!("answer-question-{id}")>
                <FormKey/>
                <Hidden name="question" value=id.to_string()/>
                {seen}
                <LongTextField
                    name="text"
                    id=question_field(id)
                    label=cx.t(t::FEEDBACK_ANSWER)
                    hint
                    value=text
                    error
                    maxlength=LONGEST
                    rows=5
                    lang=asked_in
                />
                {glossary}
                <Draft form=format!("product-question-{id}") saved=format!("answered={id}") is_refused/>
                <p><button class="c-button c-button--primary">{cx.t(t::FEEDBACK_SEND)}</button></p>
            </form>
            {decline}
        </article>
    }
    .into_html()
}
