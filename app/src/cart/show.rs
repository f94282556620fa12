//! Seeing the cart.

use axum::http::StatusCode;
use axum::response::Response;

use super::page::render;
use crate::cx::Cx;
use crate::error::PageResult;

/// The cart as it stands, with today's prices and stock.
pub async fn show(cx: Cx) -> PageResult<Response> {
    let view = service::cart::view(cx.shop(), cx.locale(), cx.cart()).await?;
    Ok(render(&cx, StatusCode::OK, view, Vec::new(), None))
}
