//! `/shops`: all cooperatives.

use axum::response::Response;
use l10n::t;
use leptos::prelude::*;
use service::shops::{self, CooperativeCard};

use super::CooperativeTile;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::page::Meta;

/// Shows all cooperatives.
pub async fn show(cx: Cx) -> PageResult<Response> {
    let cards = shops::list(cx.shop(), cx.locale());
    let meta = Meta::new(cx.t(t::SHOPS_LIST_TITLE)).description(cx.t(t::SHOPS_LIST_LEAD));
    Ok(cx.page(meta, || view! { <ShopsPage cards cx=cx.clone()/> }))
}

/// All cooperatives.
#[component]
fn ShopsPage(
    /// The cooperatives.
    cards: Vec<CooperativeCard>,
    /// The request.
    cx: Cx,
) -> impl IntoView {
    let tiles = cards
        .into_iter()
        .map(|card| view! { <li><CooperativeTile card cx=cx.clone()/></li> })
        .collect_view();
    view! {
        <h1 class="c-title">{cx.tv(t::SHOPS_LIST_TITLE)}</h1>
        <p class="c-lead">{cx.tv(t::SHOPS_LIST_LEAD)}</p>
        <h2 class="c-hidden">{cx.tv(t::NAV_COOPERATIVES)}</h2>
        <ul class="c-grid c-grid--wide">{tiles}</ul>
    }
}
