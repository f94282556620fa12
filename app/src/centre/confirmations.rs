//! What waits for the Centre before buyers see it, that first which has waited longest.

use axum::response::Response;
use domain::ProductId;
use l10n::t;
use leptos::prelude::*;
use service::catalog::Cursor;
use service::confirmation::{self, WaitingList, WaitingRow};
use service::renaming::{self, WaitingNaming};

use super::confirmation::{CONFIRM, LATER, PRODUCT, SEND_BACK, draft_of};
use super::draft::DraftEnd;
use super::frame::CentreFrame;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::page::Meta;
use crate::query::{value_of, with_query};
use crate::routes::{CentreConfirmation, CentreConfirmations, CentreCooperative};
use crate::ui::{Html, IntoHtml, Moment, Shape, ShopPicture, ShownName};

/// A page of it.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let after = Cursor::parse(&value_of(cx.query(), "after"));
    let list = confirmation::list(cx.shop(), cx.actor(), cx.locale(), after).await?;
    // They are few, and stand on the first page.
    let names = match after {
        None => renaming::waiting(cx.shop(), cx.actor(), cx.locale()).await?,
        Some(_) => Vec::new(),
    };
    Ok(cx.page(Meta::private(cx.t(t::CONFIRMATION_TITLE)), || {
        view! { <ConfirmationsPage list names/> }
    }))
}

/// The list.
#[component]
fn ConfirmationsPage(
    /// What waits.
    list: WaitingList,
    /// Cooperatives that want to be called otherwise.
    names: Vec<WaitingNaming>,
) -> Html {
    let cx = Cx::here();
    let place = cx.url(&CentreConfirmations::new());
    let done = match value_of(cx.query(), "done").as_str() {
        CONFIRM => Some(t::CONFIRMATION_CONFIRMED),
        LATER => Some(t::CONFIRMATION_CONFIRMED_LATER),
        SEND_BACK => Some(t::CONFIRMATION_SENT),
        _ => None,
    };
    let done = done.map(|text| {
        view! { <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(text)}</p></div> }
    });
    let product = value_of(cx.query(), PRODUCT).parse().ok().map(ProductId);
    let ended = product.map(|product| view! { <DraftEnd form=draft_of(product)/> });
    let next = list.next.map(|cursor| {
        let url = with_query(place, &[("after", cursor.to_param().as_str())]);
        view! { <p class="c-actions"><a class="c-button" rel="next" href=url>{cx.t(t::BUTTON_NEXT_PAGE)}</a></p> }
    });
    let is_nothing = list.rows.is_empty() && names.is_empty();
    let names = (!names.is_empty()).then(|| {
        let names = names
            .into_iter()
            .map(|waiting| {
                let url = cx.url(&CentreCooperative::new(&waiting.slug));
                view! {
                    <li class="c-line" data-testid="waiting-name">
                        <span class="c-line__body">
                            <a class="c-link" href=url><ShownName shown=waiting.name/></a><br/>
                            <span class="c-muted"><Moment at=waiting.since/></span>
                        </span>
                        <span class="c-line__side"><span class="c-badge">{cx.t(t::RENAMING_BADGE)}</span></span>
                    </li>
                }
            })
            .collect_view();
        view! { <ul class="c-list">{names}</ul> }
    });
    let rows = if is_nothing {
        view! { <p class="c-empty">{cx.t(t::CONFIRMATION_NONE)}</p> }.into_html()
    } else {
        let rows = list.rows.into_iter().map(|row| view! { <Line row/> }).collect_view();
        view! { <ul class="c-list">{rows}</ul> }.into_html()
    };
    view! {
        <CentreFrame title=t::CONFIRMATION_TITLE>
            {done}
            {ended}
            <p class="c-lead">{cx.t(t::CONFIRMATION_LEAD)}</p>
            {names}
            {rows}
            {next}
        </CentreFrame>
    }
    .into_html()
}

/// One product.
#[component]
fn Line(
    /// The product.
    row: WaitingRow,
) -> Html {
    let cx = Cx::here();
    let url = cx.url(&CentreConfirmation::new(&row.product.to_string()));
    let (class, text) = if row.publishes {
        ("c-badge c-badge--warn", t::CONFIRMATION_NEW)
    } else {
        ("c-badge", t::CONFIRMATION_CHANGED)
    };
    let picture = row.picture.map(|picture| {
        view! { <span class="c-line__picture"><ShopPicture picture shape=Shape::Thumb/></span> }
    });
    view! {
        <li class="c-line" data-testid="waiting">
            {picture}
            <span class="c-line__body">
                <a class="c-link" href=url><ShownName shown=row.name/></a><br/>
                <span class="c-muted"><ShownName shown=row.cooperative/>" · "<Moment at=row.since/></span>
            </span>
            <span class="c-line__side"><span class=class>{cx.t(text)}</span></span>
        </li>
    }
    .into_html()
}
