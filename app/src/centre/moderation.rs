//! Texts of buyers that wait for the Centre's look, and those that somebody reported: questions about products, and reviews.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{ErrorCode, HeldFor, HideReason, Note, ProductQuestionId, QuestionState, ReviewId, ReviewState};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::questions::{self, QuestionList, QuestionRow};
use service::reviews::{self, ReviewList, ReviewRow};
use service::{Shop, Shown};

use super::draft::{Draft, DraftEnd};
use super::frame::CentreFrame;
use super::hidden::{Listed, Lists};
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::not_saved::NotSaved;
use crate::page::Meta;
use crate::query::{value_of, with_query};
use crate::questions::QuestionLines;
use crate::reviews::{ReviewCard, held_for, hide_reason};
use crate::routes::{CentreModeration, Product, Segment};
use crate::ui::{
    ErrorSummary, Hidden, Html, IntoHtml, LongTextField, RefusedNotice, ShownName, WrongField, length_error_text,
};

/// Letters of the Centre's own words to a reason.
const WORDS_MAX: u32 = Note::MAX as u32;

/// What a form is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// A question about a product.
    Question(ProductQuestionId),
    /// A review.
    Review(ReviewId),
}

impl Subject {
    fn of(question: &str, review: &str) -> Option<Self> {
        let question = Segment::parse(question).map(Self::Question);
        question.or_else(|| Segment::parse(review).map(Self::Review))
    }

    /// The field that names it.
    const fn field(self) -> &'static str {
        match self {
            Self::Question(_) => "question",
            Self::Review(_) => "review",
        }
    }

    fn number(self) -> String {
        match self {
            Self::Question(id) => id.to_string(),
            Self::Review(id) => id.to_string(),
        }
    }

    /// Its name among the forms of the page.
    fn name(self) -> String {
        format!("{}-{}", self.field(), self.number())
    }
}

/// What the words are kept under while they are typed, with which a text is taken out of sight.
fn draft_of(subject: Subject) -> String {
    format!("hide-{}", subject.name())
}

/// What is done with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Publish,
    Keep,
    Hide(HideReason),
}

impl Step {
    fn read(form: &Form) -> Option<Self> {
        match form.get("command") {
            "publish" => Some(Self::Publish),
            "keep" => Some(Self::Keep),
            "hide" => HideReason::parse(form.get("reason")).map(Self::Hide),
            _ => None,
        }
    }

    /// As the page's address says that it was done.
    const fn word(self) -> &'static str {
        match self {
            Self::Publish => "published",
            Self::Keep => "kept",
            Self::Hide(_) => "hidden",
        }
    }
}

/// A decision that was not carried out.
#[derive(Clone, Debug, Default)]
struct NotDone {
    subject: Option<Subject>,
    words: String,
    why: NotSaved,
}

/// All that is to be looked at.
struct ToDo {
    held_questions: QuestionList,
    held_reviews: ReviewList,
    reported_questions: QuestionList,
    reported_reviews: ReviewList,
}

/// The page.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    match Listed::of(&cx) {
        Listed::ToLookAt => render(&cx, StatusCode::OK, NotDone::default()).await,
        hidden => super::hidden::show(&cx, hidden).await,
    }
}

/// Lets a text through, keeps it, or takes it out of sight.
pub async fn change(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let shop = shop_for(&cx, &form)?;
    let subject = Subject::of(form.get("question"), form.get("review")).ok_or(ErrorCode::NotFound)?;
    let step = Step::read(&form).ok_or(ErrorCode::Invalid)?;
    let words = form.get("words");
    match carry_out(&shop, &cx, subject, step, words).await {
        Ok(()) => {
            let number = subject.number();
            // Hidden by mistake: the page that says so leads back at once.
            let hidden = if matches!(step, Step::Hide(_)) {
                number.as_str()
            } else {
                ""
            };
            let said = [("done", step.word()), (subject.field(), hidden)];
            Ok(cx.see(&with_query(cx.url(&CentreModeration::new()), &said)))
        }
        Err(error) => {
            let why = NotSaved::of(error)?;
            let status = why.status();
            let not_done = NotDone {
                subject: Some(subject),
                words: words.to_owned(),
                why,
            };
            render(&cx.standing_at(&CentreModeration::new()), status, not_done).await
        }
    }
}

async fn carry_out(shop: &Shop, cx: &Cx, subject: Subject, step: Step, words: &str) -> Result<(), service::Error> {
    let actor = cx.actor();
    match (subject, step) {
        (Subject::Question(id), Step::Publish) => questions::publish(shop, actor, id).await,
        (Subject::Question(id), Step::Keep) => questions::keep(shop, actor, id).await,
        (Subject::Question(id), Step::Hide(reason)) => questions::hide(shop, actor, id, reason, words).await,
        (Subject::Review(id), Step::Publish) => reviews::publish(shop, actor, id).await,
        (Subject::Review(id), Step::Keep) => reviews::keep(shop, actor, id).await,
        (Subject::Review(id), Step::Hide(reason)) => reviews::hide(shop, actor, id, reason, words).await,
    }
}

async fn render(cx: &Cx, status: StatusCode, not_done: NotDone) -> PageResult<Response> {
    let (shop, actor, locale) = (cx.shop(), cx.actor(), cx.locale());
    let to_do = ToDo {
        held_questions: questions::list_held(shop, actor, locale).await?,
        held_reviews: reviews::list_held(shop, actor, locale).await?,
        reported_questions: questions::list_reported(shop, actor, locale).await?,
        reported_reviews: reviews::list_reported(shop, actor, locale).await?,
    };
    Ok(cx.page_with(status, Meta::private(cx.t(t::MODERATION_TITLE)), || {
        view! { <ModerationPage to_do not_done/> }
    }))
}

/// What is to be looked at, in four parts.
#[component]
fn ModerationPage(
    /// All of it.
    to_do: ToDo,
    /// A decision that was not carried out.
    not_done: NotDone,
) -> Html {
    let cx = Cx::here();
    let done: Option<Text> = match value_of(cx.query(), "done").as_str() {
        "published" => Some(t::MODERATION_PUBLISHED),
        "kept" => Some(t::MODERATION_KEPT),
        "hidden" => Some(t::MODERATION_HIDDEN),
        _ => None,
    };
    let hidden = Subject::of(&value_of(cx.query(), "question"), &value_of(cx.query(), "review"));
    let ended = hidden.map(|subject| view! { <DraftEnd form=draft_of(subject)/> });
    let done = done.map(|text| {
        let back = hidden.map(|subject| view! { <Shows subject command="publish" text=t::MODERATION_PUBLISH/> });
        view! { <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(text)}</p>{back}</div> }
    });
    let wrong: Vec<WrongField> = not_done
        .subject
        .zip(not_done.why.errors.of("words"))
        .map(|(subject, code)| WrongField {
            name: format!("words-{}", subject.name()),
            label: cx.t(t::MODERATION_WORDS),
            text: length_error_text(&cx, code, WORDS_MAX, &not_done.words),
        })
        .into_iter()
        .collect();
    let refused = not_done.why.refused;
    let is_empty = to_do.held_questions.rows.is_empty()
        && to_do.held_reviews.rows.is_empty()
        && to_do.reported_questions.rows.is_empty()
        && to_do.reported_reviews.rows.is_empty();
    let empty = is_empty.then(|| view! { <p class="c-empty">{cx.t(t::MODERATION_NONE)}</p> });
    let of_questions = |list: QuestionList| -> Vec<Html> {
        let rows = list.rows.into_iter();
        rows.map(|row| view! { <QuestionCard row not_done=not_done.clone()/> }.into_html())
            .collect()
    };
    let of_reviews = |list: ReviewList| -> Vec<Html> {
        let rows = list.rows.into_iter();
        rows.map(|row| view! { <ReportedReview row not_done=not_done.clone()/> }.into_html())
            .collect()
    };
    let ToDo {
        held_questions,
        held_reviews,
        reported_questions,
        reported_reviews,
    } = to_do;
    let more = [
        held_questions.next.is_some(),
        held_reviews.next.is_some(),
        reported_questions.next.is_some(),
        reported_reviews.next.is_some(),
    ];
    let parts = vec![
        part(&cx, t::MODERATION_HELD_QUESTIONS, more[0], of_questions(held_questions)),
        part(&cx, t::MODERATION_HELD_REVIEWS, more[1], of_reviews(held_reviews)),
        part(
            &cx,
            t::MODERATION_REPORTED_QUESTIONS,
            more[2],
            of_questions(reported_questions),
        ),
        part(
            &cx,
            t::MODERATION_REPORTED_REVIEWS,
            more[3],
            of_reviews(reported_reviews),
        ),
    ];
    view! {
        <CentreFrame title=t::MODERATION_TITLE>
            {done}
            {ended}
            <RefusedNotice code=refused/>
            <ErrorSummary fields=wrong/>
            <Lists listed=Listed::ToLookAt/>
            <p class="c-lead">{cx.t(t::MODERATION_LEAD)}</p>
            {empty}
            {parts}
        </CentreFrame>
    }
    .into_html()
}

/// The texts of one kind, those first that have waited longest; nothing where there are none.
fn part(cx: &Cx, title: Text, has_more: bool, cards: Vec<Html>) -> Html {
    if cards.is_empty() {
        return Html::new("");
    }
    let more = has_more.then(|| view! { <p class="c-muted">{cx.t(t::MODERATION_MORE)}</p> });
    view! { <section class="c-stack"><h2>{cx.t(title)}</h2>{cards}{more}</section> }.into_html()
}

/// A question, and what can be done with it.
#[component]
fn QuestionCard(
    /// The question.
    row: QuestionRow,
    /// A decision that was not carried out.
    not_done: NotDone,
) -> Html {
    let subject = Subject::Question(row.question.id);
    let (held, reports) = (row.held_for, row.reports);
    let is_held = row.state == QuestionState::Held;
    let cooperative = row.about.cooperative.clone();
    view! {
        <article class="c-card c-stack" data-testid="to-look-at">
            <About product=row.about.name cooperative=row.about.cooperative slug=row.about.slug held reports/>
            <div class="c-talk"><QuestionLines question=row.question cooperative/></div>
            <Decide subject is_held not_done/>
        </article>
    }
    .into_html()
}

/// A review, and what can be done with it.
#[component]
fn ReportedReview(
    /// The review.
    row: ReviewRow,
    /// A decision that was not carried out.
    not_done: NotDone,
) -> Html {
    let subject = Subject::Review(row.review.id);
    let (held, reports) = (row.held_for, row.reports);
    let is_held = row.state == ReviewState::Held;
    view! {
        <article class="c-card c-stack" data-testid="to-look-at">
            <About product=row.product cooperative=row.cooperative slug=row.product_slug held reports/>
            <ReviewCard review=row.review/>
            <Decide subject is_held not_done/>
        </article>
    }
    .into_html()
}

/// What a text is about, and why it is here.
#[component]
pub(super) fn About(
    /// The product.
    product: Shown,
    /// Who sells it.
    cooperative: Shown,
    /// The product's name in the URL.
    slug: String,
    /// Why it is held, when it is.
    held: Option<HeldFor>,
    /// How many reported it.
    reports: u32,
) -> Html {
    let cx = Cx::here();
    let url = cx.url(&Product::new(&slug));
    let held = held.map(|reason| view! { <span class="c-badge c-badge--warn">{cx.t(held_for(reason))}</span> });
    let reports = (reports > 0).then(|| {
        let count = format::number(cx.locale(), i64::from(reports));
        view! { <span class="c-badge c-badge--error">{cx.tv(t::moderation_reports(count))}</span> }
    });
    view! {
        <p>
            <a class="c-link" href=url><ShownName shown=product/></a>" · "
            <span class="c-muted"><ShownName shown=cooperative/></span>" "
            {held}
            {reports}
        </p>
    }
    .into_html()
}

/// The decisions.
#[component]
fn Decide(
    /// About what.
    subject: Subject,
    /// Whether it waits for a look, and nobody else reads it.
    is_held: bool,
    /// A decision that was not carried out: about this or about another one.
    not_done: NotDone,
) -> Html {
    let cx = Cx::here();
    let action = cx.url(&CentreModeration::new());
    let name = subject.name();
    let is_refused = not_done.subject == Some(subject);
    let (words, error) = if is_refused {
        (not_done.words, not_done.why.errors.of("words"))
    } else {
        (String::new(), None)
    };
    // Who only let it through typed nothing.
    let is_typed = !words.is_empty();
    let (command, text) = if is_held {
        ("publish", t::MODERATION_PUBLISH)
    } else {
        ("keep", t::MODERATION_KEEP)
    };
    let reasons = HideReason::ALL
        .into_iter()
        .map(|reason| {
            view! {
                <button class="c-button" name="reason" value=reason.as_str()>{cx.t(hide_reason(reason))}</button>
                " "
            }
        })
        .collect_view();
    view! {
        <Shows subject command text/>
        <details open=is_refused>
            <summary>{cx.t(t::MODERATION_HIDE)}</summary>
            <form class="c-form" method="post" action=action novalidate data-testid=format!("hide-{name}")>
                <FormKey/>
                <Hidden name=subject.field() value=subject.number()/>
                <Hidden name="command" value="hide"/>
                <LongTextField
                    name="words"
                    id=format!("words-{name}")
                    label=cx.t(t::MODERATION_WORDS)
                    hint=cx.t(t::MODERATION_WORDS_HINT)
                    value=words
                    error
                    may_be_empty=true
                    maxlength=WORDS_MAX
                    rows=2
                />
                <Draft form=draft_of(subject) is_refused=is_typed/>
                <p class="c-muted">{cx.t(t::MODERATION_REASON)}</p>
                <p class="c-row">{reasons}</p>
            </form>
        </details>
    }
    .into_html()
}

/// The decision that all may read a text.
#[component]
pub(super) fn Shows(
    /// Which text.
    subject: Subject,
    /// The step.
    command: &'static str,
    /// What the button says.
    text: Text,
) -> Html {
    let cx = Cx::here();
    view! {
        <form
            method="post"
            action=cx.url(&CentreModeration::new())
            data-testid=format!("stays-{}", subject.name())
        >
            <FormKey/>
            <Hidden name=subject.field() value=subject.number()/>
            <button class="c-button c-button--primary" name="command" value=command>{cx.t(text)}</button>
        </form>
    }
    .into_html()
}
