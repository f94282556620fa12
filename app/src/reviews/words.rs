//! Words for what stands in a review.

use components::province_name;
use domain::{HeldFor, HideReason, Stars, WrittenIn};
use l10n::{Text, t};
use leptos::prelude::*;
use service::reviews::{ReviewAuthor, Words};

use crate::cx::Cx;
use crate::ui::{Html, IntoHtml, language_name};

/// Why the Centre took it away.
pub(crate) const fn hide_reason(reason: HideReason) -> Text {
    match reason {
        HideReason::Insult => t::REVIEWS_HIDE_INSULT,
        HideReason::Personal => t::REVIEWS_HIDE_PERSONAL,
        HideReason::Advertising => t::REVIEWS_HIDE_ADVERTISING,
        HideReason::Unrelated => t::REVIEWS_HIDE_UNRELATED,
        HideReason::Untrue => t::REVIEWS_HIDE_UNTRUE,
    }
}

/// What in it the Centre looks at first.
pub(crate) const fn held_for(held: HeldFor) -> Text {
    match held {
        HeldFor::Link => t::REVIEWS_HELD_LINK,
        HeldFor::Phone => t::REVIEWS_HELD_PHONE,
        HeldFor::Name => t::REVIEWS_HELD_NAME,
    }
}

/// What so many stars mean.
pub(super) const fn meaning(stars: Stars) -> Text {
    match stars.get() {
        1 => t::REVIEWS_STARS_ONE,
        2 => t::REVIEWS_STARS_TWO,
        3 => t::REVIEWS_STARS_THREE,
        4 => t::REVIEWS_STARS_FOUR,
        _ => t::REVIEWS_STARS_FIVE,
    }
}

/// Who wrote it, in a view.
pub(super) fn author(cx: &Cx, author: &ReviewAuthor) -> Html {
    match author {
        ReviewAuthor::Named(name) => view! { <bdi>{name.clone()}</bdi> }.into_html(),
        ReviewAuthor::From(province) => cx.tv(t::reviews_author_from(cx.t(province_name(*province)))),
        ReviewAuthor::Buyer => cx.tv(t::REVIEWS_AUTHOR),
    }
}

/// A language in the reader's; nothing for one that cannot be told.
pub(super) fn language(cx: &Cx, lang: WrittenIn) -> Option<String> {
    match (lang.locale(), lang) {
        (Some(locale), _) => Some(language_name(cx, locale)),
        (None, WrittenIn::En) => Some(cx.t(t::REVIEWS_LANG_EN)),
        (None, _) => None,
    }
}

/// A text that somebody wrote into the shop, each of its lines a paragraph, with its language where that is not the page's.
#[component]
pub(crate) fn WrittenWords(
    /// The text.
    words: Words,
) -> Html {
    let cx = Cx::here();
    let Words { text, lang } = words;
    let elsewhere = (lang != WrittenIn::from(cx.locale()))
        .then(|| language(&cx, lang))
        .flatten()
        .map(|language| view! { <p class="c-shown__lang">{cx.tv(t::reviews_lang(language))}</p> });
    let lines = text
        .lines()
        .filter(|line| !line.is_empty())
        .map(|line| view! { <p lang=lang.bcp47() dir=lang.dir()>{line.to_owned()}</p> })
        .collect_view();
    view! { <div class="c-prose" data-testid="written">{elsewhere}{lines}</div> }.into_html()
}
