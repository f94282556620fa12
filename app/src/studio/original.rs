//! A picture as it was sent, to whoever crops it again: it is its cooperative's alone, since what was cut off may be what nobody
//! should see.

use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use domain::shop_page::BlockId;

use super::crop::AT;
use super::picture::place_of;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::query::value_of;
use crate::routes::Named;

/// Of a product.
pub async fn show(cx: Cx, place: Path<(String, String, String)>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let (product, picture) = place_of(place)?;
    let file = service::studio::original_picture(cx.shop(), cx.actor(), product, picture).await?;
    Ok(sent(Body::from(file)))
}

/// Of a part of the shop page.
pub async fn show_part(cx: Cx, Named(part): Named<BlockId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let at = value_of(cx.query(), AT);
    let file = service::studio::original_shop_picture(cx.shop(), cx.actor(), part, &at).await?;
    Ok(sent(Body::from(file)))
}

/// A phone that several people share keeps none of it.
fn sent(file: Body) -> Response {
    let mut response = Response::new(file);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; sandbox"),
    );
    response
}
