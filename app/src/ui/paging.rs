//! The links below a list of several pages.

use l10n::t;
use leptos::prelude::*;

use crate::cx::Cx;
use crate::html::{Html, IntoHtml};

/// Where one is in a list, and the ways on and back.
#[component]
pub fn Paging(
    /// This page, from 1.
    page: u32,
    /// How many pages there are.
    pages: u32,
    /// URL of the page before, if there is one.
    previous: Option<String>,
    /// URL of the next page, if there is one.
    next: Option<String>,
) -> Html {
    let cx = Cx::here();
    if pages < 2 {
        return Html::new("");
    }
    let previous =
        previous.map(|url| view! { <a class="c-button" rel="prev" href=url>{cx.tv(t::BUTTON_PREVIOUS_PAGE)}</a> });
    let next = next.map(|url| view! { <a class="c-button" rel="next" href=url>{cx.tv(t::BUTTON_NEXT_PAGE)}</a> });
    let position = cx.t(t::page_position(page, pages));
    view! {
        <nav class="c-paging" aria-label=position>
            {previous}
            <span class="c-paging__position">{cx.tv(t::page_position(page, pages))}</span>
            {next}
        </nav>
    }
    .into_html()
}
