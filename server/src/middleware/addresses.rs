//! One address for each page: other spellings of it lead there.

use app::addresses::{self, Place};
use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// A day: long enough to save a round trip to whoever kept the other spelling, short enough for a page to be added.
const CACHE: HeaderValue = HeaderValue::from_static("public, max-age=86400");

/// Where it leads depends on who asks.
const NOT_CACHED: HeaderValue = HeaderValue::from_static("no-store");
const VARY: HeaderValue = HeaderValue::from_static("accept-language, cookie");

/// Leads a page that is asked for by [another spelling](app::addresses::canonical) to its address, with its query. Forms go where
/// they are sent.
pub async fn lead_to_the_one(request: Request, next: Next) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let place = is_read
        .then(|| addresses::canonical(request.uri().path(), || app::cx::negotiate(request.headers())))
        .flatten();
    let Some(Place {
        path,
        depends_on_reader,
    }) = place
    else {
        return next.run(request).await;
    };
    let place = match request.uri().query() {
        Some(query) => format!("{path}?{query}"),
        None => path,
    };
    let Ok(place) = HeaderValue::from_str(&place) else {
        return next.run(request).await;
    };
    if depends_on_reader {
        let found = [
            (header::LOCATION, place),
            (header::CACHE_CONTROL, NOT_CACHED),
            (header::VARY, VARY),
        ];
        return (StatusCode::FOUND, found).into_response();
    }
    let moved = [(header::LOCATION, place), (header::CACHE_CONTROL, CACHE)];
    (StatusCode::MOVED_PERMANENTLY, moved).into_response()
}
