//! Following an order.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::{ErrorCode, OrderCode};

use super::unlock::{self, Digits};
use super::{access, page};
use crate::cx::Cx;
use crate::error::PageResult;

/// The order, if this browser may see it; else the question for the phone's last digits.
pub async fn show(cx: Cx, Path((_, code)): Path<(String, String)>) -> PageResult<Response> {
    let code = OrderCode::parse(&code).map_err(|_| ErrorCode::NotFound)?;
    match access(&cx, &code) {
        Some(access) => page::render(&cx, StatusCode::OK, &access, None).await,
        None => Ok(unlock::render(&cx, StatusCode::OK, &code, Digits::Unasked)),
    }
}
