//! What is out of sight: questions and reviews that the Centre hid, or a cooperative declined, so that a mistake is found again.

use axum::response::Response;
use domain::HideReason;
use l10n::{Text, t};
use leptos::prelude::*;
use service::questions::{self, QuestionRow};
use service::reviews::{self, ReviewRow};

use super::frame::CentreFrame;
use super::moderation::{About, Shows, Subject};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::page::Meta;
use crate::query::{value_of, with_query};
use crate::questions::QuestionLines;
use crate::reviews::{ReviewCard, hide_reason};
use crate::routes::{CentreModeration, Segment};
use crate::ui::{Html, IntoHtml};

/// Which texts the page lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Listed {
    /// Those to be looked at.
    ToLookAt,
    /// Questions out of sight.
    HiddenQuestions,
    /// Reviews out of sight.
    HiddenReviews,
}

impl Listed {
    const ALL: [Self; 3] = [Self::ToLookAt, Self::HiddenQuestions, Self::HiddenReviews];

    /// As the address says it.
    const fn word(self) -> &'static str {
        match self {
            Self::ToLookAt => "",
            Self::HiddenQuestions => "hidden-questions",
            Self::HiddenReviews => "hidden-reviews",
        }
    }

    const fn name(self) -> Text {
        match self {
            Self::ToLookAt => t::MODERATION_TO_LOOK_AT,
            Self::HiddenQuestions => t::MODERATION_HIDDEN_QUESTIONS,
            Self::HiddenReviews => t::MODERATION_HIDDEN_REVIEWS,
        }
    }

    pub(super) fn of(cx: &Cx) -> Self {
        let word = value_of(cx.query(), "show");
        Self::ALL
            .into_iter()
            .find(|listed| listed.word() == word)
            .unwrap_or(Self::ToLookAt)
    }

    fn url(self, cx: &Cx) -> String {
        let place = cx.url(&CentreModeration::new());
        match self.word() {
            "" => place,
            word => with_query(place, &[("show", word)]),
        }
    }
}

/// The lists, and which of them is shown.
#[component]
pub(super) fn Lists(
    /// That one.
    listed: Listed,
) -> Html {
    let cx = Cx::here();
    let links = Listed::ALL
        .into_iter()
        .map(|other| {
            let is_here = other == listed;
            view! { <a href=other.url(&cx) aria-current=is_here.then_some("page")>{cx.t(other.name())}</a> }
        })
        .collect_view();
    view! { <nav class="c-tabs" aria-label=cx.t(t::MODERATION_TITLE)>{links}</nav> }.into_html()
}

/// A list of what is out of sight, what was hidden last first.
pub(super) async fn show(cx: &Cx, listed: Listed) -> PageResult<Response> {
    let (shop, actor, locale) = (cx.shop(), cx.actor(), cx.locale());
    let after = value_of(cx.query(), "after");
    let (questions, reviews, next) = if listed == Listed::HiddenReviews {
        let list = reviews::list_hidden(shop, actor, locale, Segment::parse(&after)).await?;
        (Vec::new(), list.rows, list.next.map(|id| id.to_string()))
    } else {
        let list = questions::list_hidden(shop, actor, locale, Segment::parse(&after)).await?;
        (list.rows, Vec::new(), list.next.map(|id| id.to_string()))
    };
    Ok(cx.page(Meta::private(cx.t(listed.name())), || {
        view! { <HiddenPage listed questions reviews next/> }
    }))
}

/// The page.
#[component]
fn HiddenPage(
    /// Which list.
    listed: Listed,
    /// The questions on it.
    questions: Vec<QuestionRow>,
    /// The reviews on it.
    reviews: Vec<ReviewRow>,
    /// After which one the next page begins, if there is one.
    next: Option<String>,
) -> Html {
    let cx = Cx::here();
    let is_empty = questions.is_empty() && reviews.is_empty();
    let empty = is_empty.then(|| view! { <p class="c-empty">{cx.t(t::MODERATION_HIDDEN_NONE)}</p> });
    let questions = questions
        .into_iter()
        .map(|row| view! { <HiddenQuestion row/> })
        .collect_view();
    let reviews = reviews
        .into_iter()
        .map(|row| view! { <HiddenReview row/> })
        .collect_view();
    let more = next.map(|after| {
        let url = with_query(listed.url(&cx), &[("after", after.as_str())]);
        view! { <p class="c-actions"><a class="c-button" rel="next" href=url>{cx.t(t::BUTTON_NEXT_PAGE)}</a></p> }
    });
    view! {
        <CentreFrame title=t::MODERATION_TITLE>
            <Lists listed/>
            <p class="c-lead">{cx.t(t::MODERATION_HIDDEN_LEAD)}</p>
            {empty}
            {questions}
            {reviews}
            {more}
        </CentreFrame>
    }
    .into_html()
}

/// A question out of sight.
#[component]
fn HiddenQuestion(
    /// The question.
    row: QuestionRow,
) -> Html {
    let subject = Subject::Question(row.question.id);
    let cooperative = row.about.cooperative.clone();
    view! {
        <article class="c-card c-stack" data-testid="hidden-text">
            <About product=row.about.name cooperative=row.about.cooperative slug=row.about.slug held=None reports=0/>
            <div class="c-talk"><QuestionLines question=row.question cooperative/></div>
            <Why closed=row.closed/>
            <Shows subject command="publish" text=t::MODERATION_PUBLISH/>
        </article>
    }
    .into_html()
}

/// A review out of sight.
#[component]
fn HiddenReview(
    /// The review.
    row: ReviewRow,
) -> Html {
    let subject = Subject::Review(row.review.id);
    view! {
        <article class="c-card c-stack" data-testid="hidden-text">
            <About product=row.product cooperative=row.cooperative slug=row.product_slug held=None reports=0/>
            <ReviewCard review=row.review/>
            <Why closed=row.hidden/>
            <Shows subject command="publish" text=t::MODERATION_PUBLISH/>
        </article>
    }
    .into_html()
}

/// Why a text is out of sight.
#[component]
fn Why(
    /// The reason, and words with it, which may be empty.
    closed: Option<(HideReason, String)>,
) -> Html {
    let cx = Cx::here();
    closed
        .map(|(reason, words)| {
            view! {
                <p><span class="c-badge c-badge--error">{cx.t(hide_reason(reason))}</span>" "<bdi>{words}</bdi></p>
            }
        })
        .into_html()
}
