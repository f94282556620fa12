//! What a product's page says to machines of its reviews: only of such as are there for all to read.

use serde::Serialize;
use service::reviews::{ProductReviews, ReviewView};

use crate::cx::Cx;
use crate::ui::author_text;

/// The most stars, and the fewest.
const BEST: u8 = 5;
const WORST: u8 = 1;

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct AggregateRating {
    rating_value: String,
    best_rating: u8,
    worst_rating: u8,
    review_count: u64,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct Review {
    author: Person,
    date_published: String,
    review_rating: Rating,
    #[serde(skip_serializing_if = "Option::is_none")]
    review_body: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_language: Option<&'static str>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct Person {
    name: String,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct Rating {
    rating_value: u8,
    best_rating: u8,
    worst_rating: u8,
}

/// How all buyers together judge it; nothing while nobody has.
pub(super) fn rating_of(reviews: &ProductReviews) -> Option<AggregateRating> {
    let tenths = reviews.summary.average_tenths()?;
    Some(AggregateRating {
        rating_value: format!("{}.{}", tenths / 10, tenths % 10),
        best_rating: BEST,
        worst_rating: WORST,
        review_count: reviews.summary.count(),
    })
}

/// One of the reviews that the page shows.
pub(super) fn review_of(cx: &Cx, review: &ReviewView) -> Review {
    let words = review.words.as_ref();
    Review {
        author: Person {
            name: author_text(cx, &review.author),
        },
        date_published: domain::Day::of(review.at).iso(),
        review_rating: Rating {
            rating_value: review.stars.get(),
            best_rating: BEST,
            worst_rating: WORST,
        },
        review_body: words.map(|words| words.text.clone()),
        in_language: words.and_then(|words| words.lang.bcp47()),
    }
}
