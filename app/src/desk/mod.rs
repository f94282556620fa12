//! The counter of a station: one page, on which an order is found, paid and handed over. The phone's digits are never in
//! an address: each form carries them, and is answered by the page itself.

mod page;
mod shift;
mod today;

use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::OrderId;
use l10n::{Text, t};
use leptos::prelude::*;
use service::desk::{self, DeskKey, DeskOrder, Today};
use service::shifts::{self, CountForm};

use crate::account::sign_in_first;
use crate::cx::{AppState, Cx};
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::shop_for;
use crate::not_saved::NotSaved;
use crate::page::Meta;
use crate::query::value_of;
use crate::routes::{Desk, DeskShift, Route};
use crate::shifts::{elsewhere, is_made_elsewhere, read_count};
use page::DeskPage;

/// The pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(Desk::PATTERN, get(show).post(work))
        .route(DeskShift::PATTERN, get(shift::show).post(shift::work))
}

/// What the page shows.
#[derive(Clone, Debug)]
enum Shown {
    /// The form that finds an order, and a clerk's day.
    Find(Option<Today>),
    /// The order.
    Order(Box<DeskOrder>),
}

/// What the page says besides the order.
#[derive(Clone, Debug, Default)]
struct Said {
    done: Option<Text>,
    why: NotSaved,
    /// The amount as it was typed.
    amount: Option<String>,
    /// The same of what is given back.
    back: Option<String>,
    /// Cash that was counted, where no shift could begin with it.
    count: CountForm,
}

/// The empty form.
async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let today = desk::today(cx.shop(), cx.actor()).await?;
    let said = Said {
        done: (value_of(cx.query(), "started") == "1").then_some(t::SHIFT_OPENED),
        ..Said::default()
    };
    Ok(render(
        &cx,
        StatusCode::OK,
        DeskKey::default(),
        Shown::Find(today),
        said,
    ))
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
    let is_elsewhere = is_made_elsewhere(&cx, &form);
    let done = match form.get("command") {
        _ if is_elsewhere => Err(elsewhere()),
        "" => Ok(None),
        "cash" => desk::take_cash(shop, actor, &key, form.get("amount"), form.get("key"))
            .await
            .map(|()| Some(t::DESK_CASH_TAKEN)),
        "give-back" => desk::give_back_cash(shop, actor, &key, form.get("back"), form.get("key"))
            .await
            .map(|()| Some(t::DESK_CASH_GIVEN_BACK)),
        START => shifts::open(shop, actor, &read_count(&form))
            .await
            .map(|()| Some(t::SHIFT_OPENED)),
        _ => {
            let order = OrderId(form.get("order").parse().unwrap_or_default());
            desk::step(shop, actor, &key, order, &crate::studio::read_step(&form))
                .await
                .map(|()| Some(t::DESK_DONE))
        }
    };
    let mut status = StatusCode::OK;
    let mut said = Said::default();
    if done.is_err() || form.get("command") == START {
        // What was about to be done stays as it was typed.
        said.amount = typed(&form, "amount");
        said.back = typed(&form, "back");
    }
    match done {
        Ok(done) => said.done = done,
        Err(error) => {
            said.why = NotSaved::of(error)?;
            status = said.why.status();
            said.count = read_count(&form);
        }
    }
    // Of another station's orders nothing is shown here.
    let found = if is_elsewhere {
        None
    } else {
        match desk::order_at_desk(shop, actor, cx.locale(), &key).await {
            Ok(order) => Some(order),
            Err(error) => {
                said.why = NotSaved::of(error)?;
                status = said.why.status();
                None
            }
        }
    };
    let order = match found {
        Some(order) => Shown::Order(Box::new(order)),
        None => Shown::Find(desk::today(cx.shop(), actor).await?),
    };
    Ok(render(&cx, status, key, order, said))
}

/// What the field `command` says to begin a shift at an order that waits for its cash.
const START: &str = "start-shift";

/// What was typed into a field that the form has.
fn typed(form: &Form, name: &str) -> Option<String> {
    form.sent(name).map(str::to_owned)
}

fn render(cx: &Cx, status: StatusCode, key: DeskKey, shown: Shown, said: Said) -> Response {
    cx.page_with(status, Meta::private(cx.t(t::DESK_TITLE)), || {
        view! { <DeskPage key shown said/> }
    })
}
