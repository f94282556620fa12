//! One line a request: method, route pattern, status, time. Never the path itself: order codes stand in it.

use std::time::Instant;

use app::error::AppError;
use axum::extract::{MatchedPath, Request};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;

use crate::metrics::{InFlight, Metrics};

/// A request that is being answered.
#[derive(Debug)]
pub struct Entry {
    metrics: Metrics,
    method: Method,
    started: Instant,
    in_flight: InFlight,
}

impl Entry {
    /// A request begins.
    pub fn begin(metrics: &Metrics, method: &Method) -> Self {
        Self {
            metrics: metrics.clone(),
            method: method.clone(),
            started: Instant::now(),
            in_flight: metrics.begin(),
        }
    }

    /// Logs and counts it, by the route that `response` [names](name_route).
    pub fn end(self, response: &Response) {
        drop(self.in_flight);
        let (method, status) = (&self.method, response.status().as_u16());
        let route = response
            .extensions()
            .get::<MatchedPath>()
            .map_or("-", MatchedPath::as_str);
        let took = self.started.elapsed();
        self.metrics.answered(route, status, took);
        let code = response.extensions().get::<AppError>().map(|error| error.code);
        if let Some(code) = code {
            self.metrics.refused(code);
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
    }
}

/// Middleware: names the route of the request in the answer.
pub async fn name_route(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().cloned();
    let mut response = next.run(request).await;
    if let Some(route) = route {
        response.extensions_mut().insert(route);
    }
    response
}

/// Asked for every second by a proxy, or thirty times by each page: a line for each would be most of the log.
fn is_of_machines(route: &str) -> bool {
    matches!(
        route,
        "/healthz"
            | "/readyz"
            | "/metrics"
            | "/dev/reload"
            | crate::l10n::live::STREAM
            | "/assets/{*name}"
            | "/media/{name}"
    )
}
