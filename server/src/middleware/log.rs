//! One line a request: method, route pattern, status, time. Never the path itself: order codes stand in it.

use std::time::Instant;

use app::error::AppError;
use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;

use crate::metrics::Metrics;

/// Logs and counts the request after it is answered.
pub async fn requests(State(metrics): State<Metrics>, request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let path = request.extensions().get::<MatchedPath>().cloned();
    let started = Instant::now();
    let in_flight = metrics.begin();
    let response = next.run(request).await;
    drop(in_flight);
    let status = response.status().as_u16();
    let route = path.as_ref().map_or("-", MatchedPath::as_str);
    let took = started.elapsed();
    metrics.answered(route, status, took);
    let code = response.extensions().get::<AppError>().map(|error| error.code);
    if let Some(code) = code {
        metrics.refused(code);
    }
    let code = code.map_or("", |code| code.as_str());
    let took_us = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    if response.status().is_server_error() {
        tracing::warn!(http.method = %method, http.route = route, http.status = status, http.took_us = took_us, error.code = code, "request");
    } else if is_of_machines(route) {
        tracing::debug!(http.method = %method, http.route = route, http.status = status, http.took_us = took_us, "request");
    } else {
        tracing::info!(http.method = %method, http.route = route, http.status = status, http.took_us = took_us, error.code = code, "request");
    }
    response
}

/// Asked for every second by a proxy, or thirty times by each page: a line for each would be most of the log.
fn is_of_machines(route: &str) -> bool {
    matches!(
        route,
        "/healthz" | "/readyz" | "/metrics" | "/dev/reload" | "/assets/{*name}" | "/media/{name}"
    )
}
