//! The counter of a station: one page, on which an order is found, paid and handed over. The phone's digits are never in
//! an address: each form carries them, and is answered by the page itself.

mod page;

use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::{ErrorCode, OrderId};
use l10n::{Text, t};
use leptos::prelude::*;
use service::FieldErrors;
use service::desk::{self, DeskKey, DeskOrder};

use crate::account::sign_in_first;
use crate::cx::{AppState, Cx};
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::shop_for;
use crate::page::Meta;
use crate::routes::{Desk, Route};
use page::DeskPage;

/// The pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new().route(Desk::PATTERN, get(show).post(work))
}

/// What the page says besides the order.
#[derive(Clone, Debug, Default)]
struct Said {
    done: Option<Text>,
    errors: FieldErrors,
    refused: Option<ErrorCode>,
    /// The amount as it was typed.
    amount: Option<String>,
}

/// The empty form.
async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    desk::open(cx.actor())?;
    Ok(render(&cx, StatusCode::OK, DeskKey::default(), None, Said::default()))
}

/// Finds the order; does with it what the form asks for.
async fn work(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let shop = &shop_for(&cx, &form)?;
    let actor = cx.actor();
    let key = DeskKey {
        code: form.get("code").to_owned(),
        tail: form.get("tail").to_owned(),
    };
    let done = match form.get("command") {
        "" => Ok(None),
        "cash" => desk::take_cash(shop, actor, &key, form.get("amount"), form.get("key"))
            .await
            .map(|()| Some(t::DESK_CASH_TAKEN)),
        _ => {
            let order = OrderId(form.get("order").parse().unwrap_or_default());
            desk::step(shop, actor, &key, order, &crate::studio::read_step(&form))
                .await
                .map(|()| Some(t::DESK_DONE))
        }
    };
    let mut status = StatusCode::OK;
    let mut said = Said::default();
    match done {
        Ok(done) => said.done = done,
        Err(error) => {
            status = StatusCode::from_u16(error.code().status()).unwrap_or(StatusCode::CONFLICT);
            (said.errors, said.refused) = shown(error)?;
            said.amount = Some(form.get("amount").to_owned());
        }
    }
    let order = match desk::order_at_desk(shop, actor, cx.locale(), &key).await {
        Ok(order) => Some(order),
        Err(error) => {
            status = StatusCode::from_u16(error.code().status()).unwrap_or(StatusCode::CONFLICT);
            (said.errors, said.refused) = shown(error)?;
            None
        }
    };
    Ok(render(&cx, status, key, order, said))
}

/// What the page can say of an error; anything else has a page of its own.
fn shown(error: service::Error) -> Result<(FieldErrors, Option<ErrorCode>), service::Error> {
    match error {
        service::Error::Fields(errors) => Ok((errors, None)),
        service::Error::Refused(code) => Ok((FieldErrors::default(), Some(code))),
        other => Err(other),
    }
}

fn render(cx: &Cx, status: StatusCode, key: DeskKey, order: Option<DeskOrder>, said: Said) -> Response {
    cx.page_with(status, Meta::private(cx.t(t::DESK_TITLE)), || {
        view! { <DeskPage key order said/> }
    })
}
