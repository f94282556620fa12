//! Following an order.

use axum::http::StatusCode;
use axum::response::Response;
use domain::OrderCode;

use super::page::NotDone;
use super::unlock::{self, Digits};
use super::{access, page};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::routes::Named;

/// The order, if this browser may see it; else the question for the phone's last digits.
pub async fn show(cx: Cx, Named(code): Named<OrderCode>) -> PageResult<Response> {
    match access(&cx, &code) {
        Some(access) => page::render(&cx, StatusCode::OK, &access, NotDone::default()).await,
        None => Ok(unlock::render(&cx, StatusCode::OK, &code, Digits::Unasked)),
    }
}
