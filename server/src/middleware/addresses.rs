//! One address for each page: other spellings of it lead there.

use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// A day: long enough to save a round trip to whoever kept the other spelling, short enough for a language to be added.
const CACHE: HeaderValue = HeaderValue::from_static("public, max-age=86400");

/// Leads a page that is asked for by [another spelling](app::addresses::canonical) to its address, with its query. Forms go where
/// they are sent.
pub async fn lead_to_the_one(request: Request, next: Next) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let place = is_read
        .then(|| app::addresses::canonical(request.uri().path()))
        .flatten();
    let Some(place) = place else {
        return next.run(request).await;
    };
    let place = match request.uri().query() {
        Some(query) => format!("{place}?{query}"),
        None => place,
    };
    let Ok(place) = HeaderValue::from_str(&place) else {
        return next.run(request).await;
    };
    let moved = [(header::LOCATION, place), (header::CACHE_CONTROL, CACHE)];
    (StatusCode::MOVED_PERMANENTLY, moved).into_response()
}
