//! Headers that tell the browser what a page may do.

use app::page::Nonce;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;

/// A year, for this host and those below it. Browsers heed it over HTTPS only.
const HSTS: HeaderValue = HeaderValue::from_static("max-age=31536000; includeSubDomains");
const PERMISSIONS: HeaderValue = HeaderValue::from_static("camera=(), microphone=(), geolocation=(), payment=()");

/// Headers of a page: nothing runs but this response's own scripts, nothing frames it.
pub async fn secure(mut response: Response) -> Response {
    let policy = match response.extensions().get::<Nonce>() {
        Some(Nonce(nonce)) => page_policy(nonce),
        None => "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'".to_owned(),
    };
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    common(headers);
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    headers.insert("permissions-policy", PERMISSIONS);
    headers.insert(header::STRICT_TRANSPORT_SECURITY, HSTS);
    response
}

/// Headers of a file: it is what its type says and runs nothing.
pub async fn secure_file(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox"),
    );
    common(headers);
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    response
}

fn common(headers: &mut HeaderMap) {
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
}

fn page_policy(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self' 'nonce-{nonce}'; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; \
         frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
    )
}
