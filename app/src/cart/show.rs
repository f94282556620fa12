//! Seeing the cart.

use axum::http::StatusCode;
use axum::response::Response;

use super::change::taken_out;
use super::page::{Before, ordered, render};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::orders::missing;

/// The cart as it stands, with today's prices and stock.
pub async fn show(cx: Cx) -> PageResult<Response> {
    let view = service::cart::view(cx.shop(), cx.locale(), cx.cart()).await?;
    let before = Before {
        ordered: ordered(&cx, &view).await?,
        again: missing(&cx, &view).await?,
        taken_out: taken_out(&cx, &view).await?,
    };
    Ok(render(&cx, StatusCode::OK, view, before, Vec::new(), None))
}
