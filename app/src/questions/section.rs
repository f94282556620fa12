//! What a product's page shows of its questions: the first ones, the way to all of them, and the form.

use l10n::t;
use leptos::prelude::*;
use service::Shown;
use service::questions::OnProduct;

use super::card::QuestionLines;
use super::form::{AskForm, Typed};
use crate::cx::Cx;
use crate::routes::ProductQuestions;
use crate::ui::{Html, IntoHtml};

/// The section. It is the same for everybody: what one's own browser asked stands on the page of all questions.
#[component]
pub(crate) fn QuestionsOnProduct(
    /// The product's name in the URL.
    slug: String,
    /// Who sells it.
    cooperative: Shown,
    /// Its questions.
    questions: OnProduct,
) -> Html {
    let cx = Cx::here();
    let url = cx.url(&ProductQuestions::new(&slug));
    let all = if questions.total > 0 {
        let count = i64::try_from(questions.total).unwrap_or(i64::MAX);
        view! { <p><a class="c-link" href=url>{cx.tv(t::questions_all(count))}</a></p> }.into_html()
    } else {
        view! { <p class="c-muted">{cx.t(t::QUESTIONS_NONE)}</p> }.into_html()
    };
    let items = questions
        .first
        .into_iter()
        .map(|question| {
            let cooperative = cooperative.clone();
            view! { <li class="c-talk"><QuestionLines question cooperative/></li> }
        })
        .collect_view();
    let list = (questions.total > 0).then(|| view! { <ol class="c-stack">{items}</ol> });
    view! {
        <section class="c-section c-stack" id="questions" data-testid="questions">
            <h2>{cx.t(t::QUESTIONS_TITLE)}</h2>
            {list}
            {all}
            <details>
                <summary>{cx.t(t::QUESTIONS_ASK)}</summary>
                <AskForm slug typed=Typed::default() is_elsewhere=true/>
            </details>
        </section>
    }
    .into_html()
}
