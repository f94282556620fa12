//! The names of the parts in their order: the way to each of them, and where a script runs, a handle to drag it by.

use components::{OrderPart, OrderView};
use domain::shop_page::Block;
use l10n::{format, t};
use leptos::prelude::*;
use service::shops::CooperativePage;

use super::lines::part_name;
use crate::cx::Cx;
use crate::routes::StudioShop;
use crate::ui::{Html, IntoHtml};

/// The query after a part was dragged.
pub(super) const MOVED: &str = "moved=1";

/// The list; open for whoever has just used it.
#[component]
pub(super) fn PartOrder(
    /// The page as it is being worked on.
    page: CooperativePage,
) -> Html {
    let cx = Cx::here();
    let blocks = page.document.blocks();
    let part = |block: &Block| OrderPart {
        id: block.id,
        name: part_name(&cx, &page.document, page.source, block),
        is_fixed: block.kind.is_fixed(),
    };
    let number = |number: usize| format::number(cx.locale(), i64::try_from(number).unwrap_or(i64::MAX));
    let place = |place: usize| cx.t(t::shopfront_order_place(number(place), number(blocks.len())));
    let view = OrderView {
        parts: blocks.iter().map(part).collect(),
        places: (1..=blocks.len()).map(place).collect(),
        hint: cx.t(t::SHOPFRONT_ORDER_HINT),
        sending: cx.t(t::SHOPFRONT_AUTO_SENDING),
        offline: cx.t(t::SHOPFRONT_ORDER_OFFLINE),
        busy: cx.t(t::SHOPFRONT_ORDER_BUSY),
        broken: cx.t(t::SHOPFRONT_ORDER_BROKEN),
        again: cx.t(t::SHOPFRONT_ORDER_AGAIN),
        here: cx.url(&StudioShop::new()),
    };
    view! {
        <details class="c-card" id="order" open=cx.query() == MOVED data-testid="order">
            <summary class="c-card__title">{cx.t(t::SHOPFRONT_ORDER)}</summary>
            {islands::shop_order_island(view)}
        </details>
    }
    .into_html()
}
