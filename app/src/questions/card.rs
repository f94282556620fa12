//! A question and its answer, as they are read.

use l10n::t;
use leptos::prelude::*;
use service::Shown;
use service::questions::QuestionView;

use crate::cx::Cx;
use crate::reviews::WrittenWords;
use crate::ui::{Html, IntoHtml, Moment, ShownName};

/// The question above, the answer below.
#[component]
pub(crate) fn QuestionLines(
    /// The question.
    question: QuestionView,
    /// Who answers.
    cooperative: Shown,
) -> Html {
    let cx = Cx::here();
    let answer = question.answer.map(|answer| {
        let who = if answer.by_centre {
            cx.t(t::TALK_CENTRE).into_html()
        } else {
            view! { <ShownName shown=cooperative/> }.into_html()
        };
        view! {
            <div class="c-talk__line c-talk__line--own" data-testid="product-answer">
                <p class="c-small c-muted">{cx.t(t::QUESTIONS_ANSWER)}" · "{who}" · "<Moment at=answer.at/></p>
                <div class="c-talk__text"><WrittenWords words=answer.words/></div>
            </div>
        }
    });
    view! {
        <div class="c-talk__line" data-testid="product-question">
            <p class="c-small c-muted">{cx.t(t::QUESTIONS_QUESTION)}" · "<Moment at=question.at/></p>
            <div class="c-talk__text"><WrittenWords words=question.words/></div>
        </div>
        {answer}
    }
    .into_html()
}
