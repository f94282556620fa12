//! `/products/{slug}/questions`: all that was asked and answered about a product, what this browser asked, and the form.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{ErrorCode, QuestionState, Slug};
use l10n::{Text, t};
use leptos::prelude::*;
use service::questions::{OwnQuestion, QuestionView, QuestionsPage};
use service::{Shown, questions};

use super::card::QuestionLines;
use super::form::{AskForm, PHONE, QUESTION, TEXT_MAX, Typed, phone_error_text};
use crate::account::{WaitNotice, waiting};
use crate::cookies;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::page::Meta;
use crate::query::{page_of, value_of, with_query};
use crate::reviews::{WrittenWords, hide_reason};
use crate::routes::{Named, Product, ProductQuestions};
use crate::ui::{
    ErrorSummary, Hidden, Html, IntoHtml, Moment, Paging, RefusedNotice, ShownName, WrongField, length_error_text,
};

/// The cookie by which this browser is known that asked something.
pub(super) fn cookie(cx: &Cx) -> &str {
    cookies::read(cx.headers(), cookies::ASKER).unwrap_or_default()
}

/// Why nothing was asked.
#[derive(Clone, Debug, Default)]
pub(super) struct NotAsked {
    /// What was typed, and what is wrong with it.
    pub typed: Typed,
    /// A rule that says no.
    pub refused: Option<ErrorCode>,
    /// After how many seconds one may ask again.
    pub wait: Option<u32>,
}

/// A page of the questions.
pub async fn show(cx: Cx, Named(slug): Named<Slug>) -> PageResult<Response> {
    render(&cx, StatusCode::OK, slug.as_str(), NotAsked::default()).await
}

/// The page, with what was typed and not asked.
pub(super) async fn render(cx: &Cx, status: StatusCode, slug: &str, not_asked: NotAsked) -> PageResult<Response> {
    let page = questions::page(cx.shop(), cx.locale(), slug, cookie(cx), page_of(cx.query())).await?;
    let texts = cx.texts();
    let name = page.about.name.text.as_str();
    let title = texts.plain(cx.locale(), t::questions_page_title(name));
    let url = cx.url(&ProductQuestions::new(slug));
    let url = if page.page > 1 {
        with_query(url, &[("page", &page.page.to_string())])
    } else {
        url
    };
    let meta = Meta {
        // What somebody asked is nobody else's, and a list without an answer is nothing to find.
        private: !page.own.is_empty() || status != StatusCode::OK,
        unlisted: page.total == 0 || page.page > 1,
        ..Meta::new(title)
            .description(texts.plain(cx.locale(), t::questions_page_text(name)))
            .canonical(url)
    };
    let wait = not_asked.wait;
    let response = cx.page_with(status, meta, || view! { <QuestionsPageView page not_asked/> });
    Ok(waiting(response, wait))
}

/// What a form just did, as the address says.
fn done(cx: &Cx) -> Option<Text> {
    Some(match value_of(cx.query(), "asked").as_str() {
        "waits" => t::QUESTIONS_ASKED,
        "held" => t::QUESTIONS_ASKED_HELD,
        "known" => t::QUESTIONS_ASKED_BY_ANOTHER,
        "answered" => t::QUESTIONS_ASKED_BEFORE,
        "taken-back" => t::QUESTIONS_TAKEN_BACK,
        "reported" => t::QUESTIONS_REPORTED,
        _ => return None,
    })
}

/// The page.
#[component]
fn QuestionsPageView(
    /// What it shows.
    page: QuestionsPage,
    /// What was typed and not asked.
    not_asked: NotAsked,
) -> Html {
    let cx = Cx::here();
    let NotAsked { typed, refused, wait } = not_asked;
    let wrong: Vec<WrongField> = [
        ("text", QUESTION, t::QUESTIONS_TEXT, TEXT_MAX),
        (PHONE, PHONE, t::QUESTIONS_PHONE, 0),
    ]
    .into_iter()
    .filter_map(|(field, name, label, most)| {
        let code = typed.errors.of(field)?;
        Some(WrongField {
            name: name.to_owned(),
            label: cx.t(label),
            text: match field {
                PHONE => phone_error_text(&cx, code),
                _ => length_error_text(&cx, code, most, &typed.text),
            },
        })
    })
    .collect();
    let done = done(&cx).map(|text| {
        view! {
            <div class="c-notice c-notice--good" id="notice" role="status" data-testid="asked"><p>{cx.t(text)}</p></div>
        }
    });
    let slug = page.about.slug.clone();
    let action = cx.url(&ProductQuestions::new(&slug));
    let product = cx.url(&Product::new(&slug));
    let own = (!page.own.is_empty()).then(|| view! { <Own own=page.own action=action.clone()/> });
    let list = if page.total == 0 {
        view! { <p class="c-empty">{cx.t(t::QUESTIONS_NONE)}</p> }.into_html()
    } else {
        let cooperative = page.about.cooperative.clone();
        let items = page
            .answered
            .into_iter()
            .map(|question| view! { <Item question cooperative=cooperative.clone() action=action.clone()/> })
            .collect_view();
        view! { <ol class="c-stack" data-testid="answered-questions">{items}</ol> }.into_html()
    };
    let at = |page: u32| with_query(action.clone(), &[("page", &page.to_string())]);
    let previous = (page.page > 1).then(|| at(page.page - 1));
    let next = (page.page < page.pages).then(|| at(page.page + 1));
    let count = i64::try_from(page.total).unwrap_or(i64::MAX);
    let count = (page.total > 0).then(|| view! { <p class="c-muted">{cx.tv(t::questions_count(count))}</p> });
    view! {
        <div class="c-page c-stack">
            <p class="c-crumb"><a href=product><ShownName shown=page.about.name/></a></p>
            <h1 class="c-title">{cx.t(t::QUESTIONS_TITLE)}</h1>
            {done}
            <WaitNotice wait/>
            <RefusedNotice code=refused/>
            <ErrorSummary fields=wrong/>
            {own}
            <section class="c-card c-stack" id="ask">
                <h2 class="c-card__title">{cx.t(t::QUESTIONS_ASK)}</h2>
                <AskForm slug typed/>
            </section>
            {count}
            {list}
            <Paging page=page.page pages=page.pages previous next/>
        </div>
    }
    .into_html()
}

/// A question that all read, and the way to say that something is wrong with it.
#[component]
fn Item(
    /// The question.
    question: QuestionView,
    /// Who answers.
    cooperative: Shown,
    /// Where the form goes.
    action: String,
) -> Html {
    let cx = Cx::here();
    let id = question.id;
    view! {
        <li class="c-talk" id=format!("question-{id}")>
            <QuestionLines question cooperative/>
            <details>
                <summary>{cx.t(t::QUESTIONS_WRONG)}</summary>
                <form class="c-form" method="post" action=action data-testid=format!("report-question-{id}")>
                    <Hidden name="question" value=id.to_string()/>
                    <p class="c-muted c-small">{cx.t(t::QUESTIONS_REPORT_TEXT)}</p>
                    <p>
                        <button class="c-button" name="command" value="report">{cx.t(t::QUESTIONS_REPORT)}</button>
                    </p>
                </form>
            </details>
        </li>
    }
    .into_html()
}

/// What this browser asked, until it is answered.
#[component]
fn Own(
    /// The questions.
    own: Vec<OwnQuestion>,
    /// Where the forms go.
    action: String,
) -> Html {
    let cx = Cx::here();
    let items = own
        .into_iter()
        .map(|own| {
            let (text, class) = match own.state {
                QuestionState::Held => (t::QUESTIONS_WAITS_FOR_CENTRE, "c-badge c-badge--warn"),
                QuestionState::Hidden => (t::QUESTIONS_DECLINED, "c-badge c-badge--quiet"),
                _ => (t::QUESTIONS_WAITS, "c-badge"),
            };
            let told = own.will_tell.then(|| view! { <p class="c-small c-muted">{cx.t(t::QUESTIONS_WILL_TELL)}</p> });
            let why = own.closed.map(|(reason, words)| {
                let words = (!words.is_empty()).then(|| view! { <p dir="auto">{words}</p> });
                view! { <p>{cx.t(hide_reason(reason))}</p>{words} }
            });
            let id = own.question.id;
            view! {
                <li class="c-stack" data-testid="own-question" data-state=own.state.as_str()>
                    <p><span class=class>{cx.t(text)}</span>" "<small class="c-muted"><Moment at=own.question.at/></small></p>
                    <div class="c-talk__text"><WrittenWords words=own.question.words/></div>
                    {why}
                    {told}
                    <form method="post" action=action.clone() data-testid=format!("take-back-{id}")>
                        <Hidden name="question" value=id.to_string()/>
                        <button class="c-button c-button--quiet" name="command" value="take-back">
                            {cx.t(t::QUESTIONS_TAKE_BACK)}
                        </button>
                    </form>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="c-card c-stack" id="own" data-testid="own-questions">
            <h2 class="c-card__title">{cx.t(t::QUESTIONS_OWN)}</h2>
            <p class="c-small c-muted">{cx.t(t::QUESTIONS_OWN_TEXT)}</p>
            <ul class="c-stack">{items}</ul>
        </section>
    }
    .into_html()
}
