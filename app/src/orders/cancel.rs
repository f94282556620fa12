//! Cancelling an order.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{ErrorCode, OrderCode};

use super::page::NotDone;
use super::{access, page};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::shop_for;
use crate::routes::{Named, Order};

/// Cancels the whole order group; whoever has not opened it is told that it is not there.
pub async fn cancel(cx: Cx, Named(code): Named<OrderCode>, form: Form) -> PageResult<Response> {
    let access = access(&cx, &code).ok_or(ErrorCode::NotFound)?;
    match service::orders::cancel(&shop_for(&cx, &form)?, &access).await {
        Ok(()) => Ok(cx.see(&format!("{}?canceled=1", cx.url(&Order::new(&code.to_string()))))),
        Err(service::Error::Refused(refusal)) => {
            let status = StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::CONFLICT);
            let place = cx.standing_at(&Order::new(&code.to_string()));
            page::render(&place, status, &access, NotDone::refused(refusal)).await
        }
        Err(error) => Err(error.into()),
    }
}
