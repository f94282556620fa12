//! Headers that tell the browser what a page may do.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;

/// A year, for this host and those below it. Browsers heed it over HTTPS only.
const HSTS: HeaderValue = HeaderValue::from_static("max-age=31536000; includeSubDomains");
const PERMISSIONS: HeaderValue = HeaderValue::from_static("camera=(), microphone=(), geolocation=(), payment=()");

/// What is not a page, such as the answer to a server function, runs nothing.
const NOTHING_RUNS: HeaderValue =
    HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'");

/// Headers of a page, which brings its [own policy](app::assets::Assets::policy), and of all else that is no file.
pub async fn secure(mut response: Response) -> Response {
    of_page(response.headers_mut());
    response
}

/// See [`secure`].
pub fn of_page(headers: &mut HeaderMap) {
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(NOTHING_RUNS);
    common(headers);
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    // A page of a work area brings its own.
    headers.entry("permissions-policy").or_insert(PERMISSIONS);
    headers.insert(header::STRICT_TRANSPORT_SECURITY, HSTS);
}

/// Headers of a file: it is what its type says and runs nothing.
pub async fn secure_file(mut response: Response) -> Response {
    let headers = response.headers_mut();
    // The service worker brings its own.
    headers
        .entry(header::CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static(
            "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        ));
    common(headers);
    // A picture that is made for other places to show says so itself.
    headers
        .entry("cross-origin-resource-policy")
        .or_insert(HeaderValue::from_static("same-origin"));
    response
}

fn common(headers: &mut HeaderMap) {
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
}
