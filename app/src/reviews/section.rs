//! What a product's own page says of its reviews.

use l10n::t;
use leptos::prelude::*;
use service::reviews::{ProductReviews as Reviews, ReviewSummary};

use super::card::ReviewCard;
use crate::cx::Cx;
use crate::routes::ProductReviews;
use crate::ui::{AverageStars, Html, Icon, IconName, IntoHtml};

/// Its place on the page.
const PLACE: &str = "reviews";

/// A number as texts count it.
pub(super) fn counted(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Stars and how many reviews there are, in one line that leads to them; nothing while there are none.
#[component]
pub(crate) fn ReviewsLine(
    /// How the product is judged.
    summary: ReviewSummary,
) -> Html {
    let cx = Cx::here();
    summary
        .average_tenths()
        .map(|tenths| {
            let count = cx.tv(t::reviews_count(counted(summary.count())));
            view! {
                " "
                <a href=format!("#{PLACE}") data-testid="reviews-line"><AverageStars tenths/>" "{count}</a>
            }
        })
        .into_html()
}

/// The average, a few reviews, and the way to all of them; nothing while there are none.
#[component]
pub(crate) fn ReviewsSection(
    /// The product's name in the URL.
    slug: String,
    /// Its reviews.
    reviews: Reviews,
) -> Html {
    let cx = Cx::here();
    let Some(tenths) = reviews.summary.average_tenths() else {
        return Html::new("");
    };
    let count = cx.tv(t::reviews_count(counted(reviews.summary.count())));
    let cards = reviews
        .newest
        .into_iter()
        .map(|review| view! { <ReviewCard review/> })
        .collect_view();
    view! {
        <section class="c-section" id=PLACE data-testid="reviews">
            <h2>{cx.t(t::REVIEWS_TITLE)}</h2>
            <p><AverageStars tenths/>" "<span class="c-muted">{count}</span></p>
            {cards}
            <p>
                <a class="c-link" href=cx.url(&ProductReviews::new(&slug))>
                    {cx.t(t::REVIEWS_ALL)}<Icon name=IconName::Arrow/>
                </a>
            </p>
        </section>
    }
    .into_html()
}
