//! Opening the order of a link by the phone's last four digits.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{FieldCode, OrderCode};
use l10n::t;
use leptos::prelude::*;

use super::find::{TailField, WrongNotice, opened};
use crate::account::{WaitNotice, waiting};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::page::Meta;
use crate::routes::{Named, Order};
use crate::ui::{Html, IntoHtml};

/// Opens the order for this browser, or asks again.
pub async fn unlock(cx: Cx, Named(code): Named<OrderCode>, form: Form) -> PageResult<Response> {
    let tail = form.get("tail");
    if tail.trim().is_empty() {
        return Ok(render(&cx, StatusCode::UNPROCESSABLE_ENTITY, &code, Digits::Missing));
    }
    match service::orders::unlock(cx.shop(), cx.network(), &code, tail).await {
        Ok(access) => Ok(opened(&cx, access.code())),
        Err(service::Error::Fields(_)) => Ok(render(&cx, StatusCode::UNPROCESSABLE_ENTITY, &code, Digits::Wrong)),
        Err(service::Error::TooMany { seconds }) => {
            let page = render(&cx, StatusCode::UNPROCESSABLE_ENTITY, &code, Digits::TooOften(seconds));
            Ok(waiting(page, Some(seconds)))
        }
        Err(error) => Err(error.into()),
    }
}

/// How the digits were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Digits {
    /// Not asked for yet.
    Unasked,
    /// The field was empty.
    Missing,
    /// They open nothing.
    Wrong,
    /// Wrong ones too often: they can be tried again after so many seconds.
    TooOften(u32),
}

/// Asks for the digits. The page is the same whether there is such an order or not.
pub(super) fn render(cx: &Cx, status: StatusCode, code: &OrderCode, digits: Digits) -> Response {
    let code = code.to_string();
    cx.page_with(status, Meta::private(cx.t(t::orders_title(code.as_str()))), || {
        view! { <UnlockPage code=code.clone() digits/> }
    })
}

/// The question.
#[component]
fn UnlockPage(
    /// The order's code.
    code: String,
    /// How the digits were given.
    digits: Digits,
) -> Html {
    let cx = Cx::here();
    let error = (digits == Digits::Missing).then_some(FieldCode::Required);
    let wait = match digits {
        Digits::TooOften(seconds) => Some(seconds),
        Digits::Unasked | Digits::Missing | Digits::Wrong => None,
    };
    view! {
        <div class="c-page c-stack">
            <h1 class="c-title">{cx.tv(t::orders_title(code.as_str()))}</h1>
            <p class="c-lead">{cx.t(t::ORDERS_UNLOCK_TEXT)}</p>
            <WrongNotice shown={digits == Digits::Wrong}/>
            <WaitNotice wait instead=Some(t::ORDERS_WAIT_NUMBER)/>
            <form class="c-form" method="post" action=cx.url(&Order::new(&code)) novalidate data-testid="unlock">
                <TailField error/>
                <p><button class="c-button c-button--primary">{cx.t(t::ORDERS_SHOW)}</button></p>
            </form>
        </div>
    }
    .into_html()
}
