//! One review, as all read it.

use domain::ReviewId;
use l10n::{format, t};
use leptos::prelude::*;
use service::Picture;
use service::reviews::{ReviewAnswer, ReviewView};

use super::words::{WrittenWords, author};
use crate::cx::Cx;
use crate::ui::{Hidden, Html, IntoHtml, PhotoList, Shape, ShopPicture, Stars};

/// A review.
#[component]
pub(crate) fn ReviewCard(
    /// The review.
    review: ReviewView,
    /// Where one says that something is wrong with it, for who may.
    #[prop(default = None)]
    report: Option<String>,
) -> Html {
    let cx = Cx::here();
    let who = author(&cx, &review.author);
    let day = format::date(cx.locale(), review.at);
    let words = review.words.map(|words| view! { <WrittenWords words/> });
    let answer = review.answer.map(|answer| view! { <Answer answer/> });
    let report = report.map(|action| view! { <Report action id=review.id/> });
    view! {
        <article class="c-review" data-testid="review">
            <p><Stars stars=review.stars/>" "<span class="c-small c-muted">{who}" · "<bdi>{day}</bdi></span></p>
            {words}
            <Photos photos=review.photos/>
            {answer}
            {report}
        </article>
    }
    .into_html()
}

/// What the cooperative says to it.
#[component]
pub(super) fn Answer(
    /// The answer.
    answer: ReviewAnswer,
) -> Html {
    let cx = Cx::here();
    let is_older = answer.is_older.then(|| {
        view! { <p class="c-small c-muted" data-testid="answer-older">{cx.t(t::REVIEWS_ANSWER_OLDER)}</p> }
    });
    view! {
        <div class="c-review__answer" data-testid="review-answer">
            <p class="c-small c-muted">{cx.t(t::REVIEWS_ANSWER)}</p>
            <WrittenWords words=answer.words/>
            {is_older}
        </div>
    }
    .into_html()
}

/// Its pictures.
#[component]
pub(super) fn Photos(
    /// The pictures.
    photos: Vec<Picture>,
) -> Html {
    let cx = Cx::here();
    let photos: Vec<(String, Html)> = photos
        .into_iter()
        .zip(1_i64..)
        .map(|(picture, number)| {
            let large = picture.url(1200, "jpg");
            let alt = cx.t(t::reviews_photo(number));
            let small = view! { <ShopPicture picture shape=Shape::Thumb alt/> };
            (large, small.into_html())
        })
        .collect();
    view! { <PhotoList photos testid="review-photos"/> }.into_html()
}

/// Saying that something is wrong with it: works without script.
#[component]
fn Report(
    /// Where the form goes.
    action: String,
    /// The review.
    id: ReviewId,
) -> Html {
    let cx = Cx::here();
    view! {
        <details class="c-small">
            <summary class="c-muted">{cx.t(t::REVIEWS_REPORT)}</summary>
            <form class="c-form" method="post" action=action data-testid="report">
                <Hidden name="review" value=id.to_string()/>
                <p>{cx.t(t::REVIEWS_REPORT_TEXT)}</p>
                <p><button class="c-button">{cx.t(t::REVIEWS_REPORT_SEND)}</button></p>
            </form>
        </details>
    }
    .into_html()
}
