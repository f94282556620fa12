//! Products seen last on this phone: a script keeps them there and shows them again, and none of it is ever sent.

use l10n::t;
use leptos::prelude::*;

use crate::cx::Cx;
use crate::html::{Html, IntoHtml};

/// The place for them, at the end of a page: nothing without scripts, and nothing that could move what is in sight.
#[component]
pub fn RecentlySeen() -> Html {
    let cx = Cx::here();
    cx.assets()
        .url("seen.js")
        .map(|script| {
            view! {
                <section class="c-section c-shelves" hidden data-seen=script data-testid="seen">
                    <h2>{cx.tv(t::FAVOURITES_SEEN)}</h2>
                    <ul></ul>
                    <button type="button" class="c-button c-button--quiet">{cx.tv(t::FAVOURITES_SEEN_FORGET)}</button>
                </section>
            }
        })
        .into_html()
}
