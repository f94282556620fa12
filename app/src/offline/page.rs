//! Pages that stand in for others. The service worker keeps them, and puts what only the phone knows between their marks.

use axum::response::Response;
use l10n::t;
use leptos::prelude::*;

use crate::cx::Cx;
use crate::error::PageResult;
use crate::page::Meta;
use crate::routes::Home;
use crate::ui::{Html, IntoHtml};

/// In place of a page that cannot be opened.
pub async fn offline(cx: Cx) -> PageResult<Response> {
    Ok(cx.page(Meta::private(cx.t(t::OFFLINE_TITLE)), || view! { <OfflinePage/> }))
}

/// What waits on the phone to be sent.
pub async fn waiting(cx: Cx) -> PageResult<Response> {
    let meta = Meta::private(cx.t(t::OFFLINE_WAITING_TITLE));
    Ok(cx.page(meta, || view! { <WaitingPage/> }))
}

/// Says that there is no network.
#[component]
fn OfflinePage() -> Html {
    let cx = Cx::here();
    view! {
        <div class="c-page c-stack">
            <h1 class="c-title">{cx.t(t::OFFLINE_TITLE)}</h1>
            {Html::new("<!--offline-->")}
            <p>{cx.t(t::OFFLINE_TEXT)}</p>
            {Html::new("<!--/offline-->")}
            // The empty address is the page that was asked for.
            <p class="c-actions">
                <a class="c-button c-button--primary" href="">{cx.t(t::BUTTON_TRY_AGAIN)}</a>
                <a class="c-button" href=cx.url(&Home::new())>{cx.t(t::NAV_HOME)}</a>
            </p>
        </div>
    }
    .into_html()
}

/// Without the worker nothing can wait.
#[component]
fn WaitingPage() -> Html {
    let cx = Cx::here();
    view! {
        <div class="c-page c-stack">
            <h1 class="c-title">{cx.t(t::OFFLINE_WAITING_TITLE)}</h1>
            {Html::new("<!--waiting-->")}
            <p>{cx.t(t::OFFLINE_WAITING_NOTHING)}</p>
            {Html::new("<!--/waiting-->")}
        </div>
    }
    .into_html()
}
