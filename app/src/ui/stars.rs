//! Stars, as a row of characters that every phone has, and in words for who hears the page; and who gave them.

use components::province_name;
use domain::Stars as Given;
use l10n::{format, t};
use leptos::prelude::*;
use service::reviews::{Rating, ReviewAuthor};

use crate::cx::Cx;
use crate::html::{Html, IntoHtml};

/// So many full ones, and empty ones up to five.
pub(crate) fn star_row(full: u8) -> String {
    (1..=5).map(|place| if place <= full { '★' } else { '☆' }).collect()
}

/// How good somebody found something.
#[component]
pub fn Stars(
    /// How many stars were given.
    stars: Given,
) -> Html {
    let cx = Cx::here();
    let said = cx.t(t::reviews_stars(stars.as_str()));
    view! { <span class="c-stars" role="img" aria-label=said data-testid="stars">{star_row(stars.get())}</span> }
        .into_html()
}

/// How good all together found it.
#[component]
pub fn AverageStars(
    /// The average in tenths.
    tenths: u64,
) -> Html {
    let cx = Cx::here();
    let number = format::tenths(cx.locale(), tenths);
    let said = cx.t(t::reviews_stars(number.as_str()));
    let full = u8::try_from((tenths + 5) / 10).unwrap_or(5);
    view! {
        <span class="c-stars" role="img" aria-label=said data-testid="average">
            <span aria-hidden="true">{star_row(full)}" "<bdi class="c-num">{number}</bdi></span>
        </span>
    }
    .into_html()
}

/// The same and by how many, in few characters: beside others in a list.
#[component]
pub fn SmallRating(
    /// How all together found it.
    rating: Rating,
) -> Html {
    let cx = Cx::here();
    let average = format::tenths(cx.locale(), rating.tenths);
    let said = cx.t(t::reviews_stars(average.as_str()));
    let count = i64::try_from(rating.count).unwrap_or(i64::MAX);
    let counted = cx.t(t::reviews_count(count));
    let count = format::number(cx.locale(), count);
    view! {
        <p class="c-product__stars" data-testid="card-rating">
            <span role="img" aria-label=said>
                <span aria-hidden="true">"★ "<bdi class="c-num">{average}</bdi></span>
            </span>
            " "
            <span role="img" aria-label=counted>
                <span aria-hidden="true">"("<bdi class="c-num">{count}</bdi>")"</span>
            </span>
        </p>
    }
    .into_html()
}

/// Who gave them, as a text without marks, for hints and machines.
pub(crate) fn author_text(cx: &Cx, author: &ReviewAuthor) -> String {
    let texts = cx.texts();
    match author {
        ReviewAuthor::Named(name) => name.clone(),
        ReviewAuthor::From(province) => {
            let province = texts.plain(cx.locale(), province_name(*province));
            texts.plain(cx.locale(), t::reviews_author_from(province))
        }
        ReviewAuthor::Buyer => texts.plain(cx.locale(), t::REVIEWS_AUTHOR),
    }
}

#[cfg(test)]
mod tests {
    use super::star_row;

    #[test]
    fn five_places_are_full_or_empty() {
        assert_eq!(star_row(0), "☆☆☆☆☆");
        assert_eq!(star_row(4), "★★★★☆");
        assert_eq!(star_row(5), "★★★★★");
    }
}
