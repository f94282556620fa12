//! What buyers ask and say in public: questions about the goods, and reviews of them. Those that wait for an answer come
//! first.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{ErrorCode, HideReason, MessageText, ProductQuestionId, ReviewFilter, ReviewId, held_for};
use l10n::{Text, t};
use leptos::prelude::*;
use service::questions::{self, QuestionFilter, QuestionList};
use service::reviews::{self, ReviewList};

use super::feedback_questions::Questions;
use super::feedback_reviews::Reviews;
use super::frame::StudioFrame;
use super::menu::studio_meta;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::shop_for;
use crate::not_saved::NotSaved;
use crate::query::{value_of, with_query};
use crate::routes::{Segment, StudioFeedback};
use crate::ui::{ErrorSummary, Html, IntoHtml, RefusedNotice, WrongField, length_error_text};

/// Longest answer, characters: as of any message.
pub(super) const LONGEST: u32 = MessageText::MAX as u32;
/// What the address says after an answer was taken away.
const TAKEN_AWAY: &str = "taken-away";

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tab {
    /// Questions to be answered.
    Questions,
    /// Reviews to be answered.
    Reviews,
    /// Reviews of three stars and less.
    Low,
    /// Questions that were answered.
    Answered,
    /// All reviews.
    AllReviews,
}

impl Tab {
    const ALL: [Self; 5] = [
        Self::Questions,
        Self::Reviews,
        Self::Low,
        Self::Answered,
        Self::AllReviews,
    ];

    /// As the address says it.
    const fn word(self) -> &'static str {
        match self {
            Self::Questions => "",
            Self::Reviews => "reviews",
            Self::Low => "low",
            Self::Answered => "answered",
            Self::AllReviews => "all-reviews",
        }
    }

    const fn name(self) -> Text {
        match self {
            Self::Questions => t::FEEDBACK_TAB_QUESTIONS,
            Self::Reviews => t::FEEDBACK_TAB_REVIEWS,
            Self::Low => t::FEEDBACK_TAB_LOW,
            Self::Answered => t::FEEDBACK_TAB_ANSWERED,
            Self::AllReviews => t::FEEDBACK_TAB_ALL_REVIEWS,
        }
    }

    fn of(cx: &Cx) -> Self {
        let word = value_of(cx.query(), "show");
        Self::ALL
            .into_iter()
            .find(|tab| tab.word() == word)
            .unwrap_or(Self::Questions)
    }

    fn url(self, cx: &Cx) -> String {
        let place = cx.url(&StudioFeedback::new());
        match self.word() {
            "" => place,
            word => with_query(place, &[("show", word)]),
        }
    }
}

/// The way to reviews that wait for an answer.
pub(super) fn reviews_url(cx: &Cx) -> String {
    Tab::Reviews.url(cx)
}

/// An answer that was not taken.
#[derive(Clone, Debug, Default)]
pub(super) struct NotAnswered {
    /// To which question.
    pub question: Option<ProductQuestionId>,
    /// To which review.
    pub review: Option<ReviewId>,
    /// What was typed.
    pub text: String,
    /// Why not.
    pub why: NotSaved,
}

impl NotAnswered {
    /// What is wrong with the text, and in which field it stands.
    fn wrong(&self, cx: &Cx) -> Vec<WrongField> {
        let question = self.question.map(question_field);
        let name = question.or_else(|| self.review.map(review_field));
        let wrong = name.zip(self.why.errors.of("text")).map(|(name, code)| WrongField {
            name,
            label: cx.t(t::FEEDBACK_ANSWER),
            text: length_error_text(cx, code, LONGEST, &self.text),
        });
        wrong.into_iter().collect()
    }
}

/// The field of the answer to a question.
pub(super) fn question_field(id: ProductQuestionId) -> String {
    format!("question-text-{id}")
}

/// The field of the answer to a review.
pub(super) fn review_field(id: ReviewId) -> String {
    format!("review-text-{id}")
}

/// What the page lists.
enum Listed {
    Questions(QuestionList),
    Reviews(ReviewList),
}

impl Listed {
    /// What was answered just now, where that is there.
    fn answer(&self, number: &str) -> Option<&str> {
        let answer = match self {
            Self::Questions(list) => {
                let mut rows = list.rows.iter().map(|row| &row.question);
                let found = rows.find(|row| row.id.to_string() == number);
                found?.answer.as_ref().map(|answer| &answer.words)
            }
            Self::Reviews(list) => {
                let mut rows = list.rows.iter().map(|row| &row.review);
                let found = rows.find(|row| row.id.to_string() == number);
                found?.answer.as_ref().map(|answer| &answer.words)
            }
        };
        answer.map(|words| words.text.as_str())
    }

    /// Whether what was to be answered is there.
    fn holds(&self, not_answered: &NotAnswered) -> bool {
        match self {
            Self::Questions(list) => {
                let mut rows = list.rows.iter();
                rows.any(|row| not_answered.question == Some(row.question.id))
            }
            Self::Reviews(list) => {
                let mut rows = list.rows.iter();
                rows.any(|row| not_answered.review == Some(row.review.id))
            }
        }
    }
}

/// A part of the page.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let tab = Tab::of(&cx);
    render(&cx, StatusCode::OK, tab, NotAnswered::default()).await
}

/// Answers a question or a review, or declines a question.
pub async fn take(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let shop = shop_for(&cx, &form)?;
    let (actor, locale, text) = (cx.actor(), cx.locale(), form.get("text"));
    let seen = form.get("seen").parse().ok();
    let question: Option<ProductQuestionId> = Segment::parse(form.get("question"));
    let review: Option<ReviewId> = Segment::parse(form.get("review"));
    let (outcome, tab, number) = match (question, review) {
        (Some(id), None) => match form.get("decline") {
            "" => (
                questions::answer(&shop, actor, id, locale, text, seen).await,
                Tab::Answered,
                id.get(),
            ),
            word => {
                let reason = HideReason::parse(word).ok_or(ErrorCode::Invalid)?;
                questions::decline(&shop, actor, id, reason).await?;
                return Ok(cx.see(&with_query(cx.url(&StudioFeedback::new()), &[("done", "declined")])));
            }
        },
        (None, Some(id)) => (
            reviews::answer(&shop, actor, id, locale, text, seen).await,
            Tab::AllReviews,
            id.get(),
        ),
        _ => return Err(ErrorCode::NotFound.into()),
    };
    match outcome {
        Ok(()) => {
            // An empty one is taken without an error only where it takes an answer away.
            let done = if text.trim().is_empty() { TAKEN_AWAY } else { "" };
            let number = number.to_string();
            Ok(cx.see(&with_query(
                tab.url(&cx),
                &[("answered", number.as_str()), ("done", done)],
            )))
        }
        Err(error) => {
            let why = NotSaved::of(error)?;
            let status = why.status();
            let not_answered = NotAnswered {
                question,
                review,
                text: text.to_owned(),
                why,
            };
            let cx = cx.standing_at(&StudioFeedback::new());
            let tab = if question.is_some() {
                Tab::Questions
            } else {
                Tab::Reviews
            };
            render(&cx, status, tab, not_answered).await
        }
    }
}

async fn render(cx: &Cx, status: StatusCode, tab: Tab, not_answered: NotAnswered) -> PageResult<Response> {
    let listed = match tab {
        Tab::Questions => Listed::Questions(list_questions(cx, QuestionFilter::Open, &not_answered).await?),
        Tab::Answered => Listed::Questions(list_questions(cx, QuestionFilter::Answered, &not_answered).await?),
        Tab::Reviews => Listed::Reviews(list_reviews(cx, ReviewFilter::Unanswered, &not_answered).await?),
        Tab::Low => Listed::Reviews(list_reviews(cx, ReviewFilter::LowStars, &not_answered).await?),
        Tab::AllReviews => Listed::Reviews(list_reviews(cx, ReviewFilter::All, &not_answered).await?),
    };
    Ok(cx.page_with(status, studio_meta(cx.t(t::FEEDBACK_TITLE)), || {
        view! { <FeedbackPage tab listed not_answered/> }
    }))
}

/// The page's rows, with what was just answered, or could not be, on top: it may be on another page, or on another list.
async fn list_questions(cx: &Cx, filter: QuestionFilter, not_answered: &NotAnswered) -> PageResult<QuestionList> {
    let after = Segment::parse(&value_of(cx.query(), "after"));
    let mut list = questions::list(cx.shop(), cx.actor(), cx.locale(), filter, after).await?;
    let first = not_answered
        .question
        .or_else(|| Segment::parse(&value_of(cx.query(), "answered")));
    if let Some(id) = first {
        match questions::find_of_cooperative(cx.shop(), cx.actor(), cx.locale(), id).await {
            Ok(row) => {
                list.rows.retain(|other| other.question.id != id);
                list.rows.insert(0, row);
            }
            Err(service::Error::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(list)
}

async fn list_reviews(cx: &Cx, filter: ReviewFilter, not_answered: &NotAnswered) -> PageResult<ReviewList> {
    let after = Segment::parse(&value_of(cx.query(), "after"));
    let mut list = reviews::of_cooperative(cx.shop(), cx.actor(), cx.locale(), filter, after).await?;
    let first = not_answered
        .review
        .or_else(|| Segment::parse(&value_of(cx.query(), "answered")));
    if let Some(id) = first {
        match reviews::find_of_cooperative(cx.shop(), cx.actor(), cx.locale(), id).await {
            Ok(row) => {
                list.rows.retain(|other| other.review.id != id);
                list.rows.insert(0, row);
            }
            Err(service::Error::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(list)
}

/// The parts of the page, and one of them.
#[component]
fn FeedbackPage(
    /// Which one.
    tab: Tab,
    /// What it lists.
    listed: Listed,
    /// An answer that was not taken.
    not_answered: NotAnswered,
) -> Html {
    let cx = Cx::here();
    let tabs = Tab::ALL
        .into_iter()
        .map(|other| {
            let is_here = other == tab;
            view! {
                <a href=other.url(&cx) aria-current=is_here.then_some("page")>{cx.t(other.name())}</a>
            }
        })
        .collect_view();
    let answered = value_of(cx.query(), "answered");
    let is_answered = !answered.is_empty();
    // A cooperative may name its own number; it should know that it did.
    let way_out = listed.answer(&answered).is_some_and(|text| held_for(text).is_some());
    let way_out = way_out.then(|| {
        view! { <div class="c-notice c-notice--warn" data-testid="way-out"><p>{cx.t(t::FEEDBACK_WAY_OUT)}</p></div> }
    });
    let done = value_of(cx.query(), "done");
    let done = if is_answered {
        let next = if tab == Tab::Answered {
            Tab::Questions
        } else {
            Tab::Reviews
        };
        let text = if done == TAKEN_AWAY {
            t::FEEDBACK_TAKEN_AWAY
        } else {
            t::FEEDBACK_ANSWERED
        };
        view! {
            <div class="c-notice c-notice--good" id="notice" role="status" data-testid="answered">
                <p>{cx.t(text)}</p>
                <p><a class="c-button" href=next.url(&cx)>{cx.t(t::FEEDBACK_NEXT)}</a></p>
            </div>
        }
        .into_html()
    } else if done == "declined" {
        view! {
            <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(t::FEEDBACK_DECLINED)}</p></div>
        }
        .into_html()
    } else {
        Html::new("")
    };
    let refused = not_answered.why.refused;
    let wrong = not_answered.wrong(&cx);
    // Hidden or taken back meanwhile: there is no field any more in which it could stand.
    let is_gone = !not_answered.text.is_empty() && !listed.holds(&not_answered);
    let typed = is_gone.then(|| {
        let lines = not_answered.text.lines().filter(|line| !line.is_empty());
        let lines = lines
            .map(|line| view! { <p dir="auto">{line.to_owned()}</p> })
            .collect_view();
        view! {
            <section class="c-card c-stack" data-testid="not-answered">
                <h2 class="c-card__title">{cx.t(t::FEEDBACK_ANSWER)}</h2>
                {lines}
            </section>
        }
    });
    let more = |next: Option<String>| {
        next.map(|after| {
            let url = with_query(tab.url(&cx), &[("after", after.as_str())]);
            view! { <p class="c-actions"><a class="c-button" rel="next" href=url>{cx.t(t::BUTTON_NEXT_PAGE)}</a></p> }
        })
        .into_html()
    };
    let (list, next) = match listed {
        Listed::Questions(list) => {
            let next = more(list.next.map(|id| id.to_string()));
            (view! { <Questions rows=list.rows not_answered/> }.into_html(), next)
        }
        Listed::Reviews(list) => {
            let next = more(list.next.map(|id| id.to_string()));
            (view! { <Reviews rows=list.rows not_answered/> }.into_html(), next)
        }
    };
    view! {
        <StudioFrame>
            <h1 class="c-title">{cx.t(t::FEEDBACK_TITLE)}</h1>
            <nav class="c-tabs c-tabs--all" aria-label=cx.t(t::FEEDBACK_TITLE)>{tabs}</nav>
            {done}
            {way_out}
            <RefusedNotice code=refused/>
            <ErrorSummary fields=wrong/>
            {typed}
            {list}
            {next}
        </StudioFrame>
    }
    .into_html()
}
