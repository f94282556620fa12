//! One line a request: method, route pattern, status, time. Never the path itself: order codes stand in it.

use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;

/// Logs the request after it is answered.
pub async fn requests(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map(|path| path.as_str().to_owned());
    let started = Instant::now();
    let response = next.run(request).await;
    let status = response.status().as_u16();
    let route = route.as_deref().unwrap_or("-");
    let took_us = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
    if response.status().is_server_error() {
        tracing::warn!(http.method = %method, http.route = route, http.status = status, http.took_us = took_us, "request");
    } else {
        tracing::debug!(http.method = %method, http.route = route, http.status = status, http.took_us = took_us, "request");
    }
    response
}
