//! Refusing requests before they reach a page.

use std::any::Any;

use app::cookies;
use app::error::AppError;
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::ErrorCode;

/// Longest path and query.
const MAX_ADDRESS: usize = 4_096;

/// A form that comes with the shop's cookies must say where it comes from: browsers always do. (The CSRF layer lets
/// requests without `Origin` and `Sec-Fetch-Site` through, for programs, which hold no cookies of ours.)
pub async fn blind_forms(request: Request, next: Next) -> Response {
    let headers = request.headers();
    let holds_cookie = [cookies::CART, cookies::SESSION, cookies::ORDERS]
        .into_iter()
        .any(|name| cookies::read(headers, name).is_some());
    let says_origin = headers.contains_key(header::ORIGIN) || headers.contains_key("sec-fetch-site");
    if !request.method().is_safe() && holds_cookie && !says_origin {
        return AppError::from(ErrorCode::CrossSite).into_response();
    }
    next.run(request).await
}

/// An address no page of ours has.
pub async fn long_addresses(request: Request, next: Next) -> Response {
    if request
        .uri()
        .path_and_query()
        .is_some_and(|address| address.as_str().len() > MAX_ADDRESS)
    {
        return AppError::from(ErrorCode::TooLarge).into_response();
    }
    next.run(request).await
}

/// Gives refusals of the layers below the shop's own codes, so that they are shown like all others.
pub async fn name_refusals(response: Response) -> Response {
    if response.extensions().get::<AppError>().is_some() {
        return response;
    }
    let code = match response.status() {
        StatusCode::FORBIDDEN => ErrorCode::CrossSite,
        StatusCode::PAYLOAD_TOO_LARGE | StatusCode::URI_TOO_LONG => ErrorCode::TooLarge,
        StatusCode::SERVICE_UNAVAILABLE if !response.headers().contains_key(header::RETRY_AFTER) => ErrorCode::Busy,
        _ => return response,
    };
    AppError::from(code).into_response()
}

/// A page that panicked.
pub fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    tracing::error!("request.panicked");
    AppError::from(ErrorCode::Internal).into_response()
}
