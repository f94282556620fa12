//! Refusing requests before they reach a page.

use std::any::Any;

use app::cookies;
use app::error::AppError;
use axum::body::Body;
use axum::extract::Request;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::ErrorCode;
use tower_http::catch_panic::ResponseForPanic;

use crate::metrics::Metrics;

/// Longest path and query.
const MAX_ADDRESS: usize = 4_096;

/// A form that comes with the shop's cookies must say where it comes from: browsers always do. (The CSRF layer lets
/// requests without `Origin` and `Sec-Fetch-Site` through, for programs, which hold no cookies of ours.)
pub async fn blind_forms(request: Request, next: Next) -> Response {
    let headers = request.headers();
    // An empty origin says nothing and must not pass for one that was left out; two of them say two things.
    let mut origins = headers.get_all(header::ORIGIN).iter();
    let is_odd = origins
        .next()
        .is_some_and(|origin| origin.as_bytes().trim_ascii().is_empty())
        || origins.next().is_some();
    if !request.method().is_safe() && is_odd {
        tracing::info!("security.cross_site");
        return AppError::from(ErrorCode::CrossSite).into_response();
    }
    let holds_cookie = [cookies::CART, cookies::SESSION, cookies::ORDERS]
        .into_iter()
        .any(|name| cookies::read(headers, name).is_some());
    let says_origin = headers.contains_key(header::ORIGIN) || headers.contains_key("sec-fetch-site");
    let is_blind = !says_origin && (holds_cookie || is_sent_from_elsewhere(request.uri(), headers));
    if !request.method().is_safe() && is_blind {
        tracing::info!("security.cross_site");
        return AppError::from(ErrorCode::CrossSite).into_response();
    }
    next.run(request).await
}

/// Whether another site's page says that the request comes from it. A request that says nothing is a program's.
fn is_sent_from_elsewhere(uri: &Uri, headers: &HeaderMap) -> bool {
    let Some(page) = headers.get(header::REFERER).filter(|page| !page.is_empty()) else {
        return false;
    };
    let page = page.to_str().ok().and_then(|page| page.parse::<Uri>().ok());
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let host = host.and_then(|host| host.parse::<Authority>().ok());
    let own = host.as_ref().map(Authority::host).or_else(|| uri.host());
    match (page.as_ref().and_then(Uri::host), own) {
        (Some(page), Some(own)) => !page.eq_ignore_ascii_case(own),
        _ => true,
    }
}

/// An address that no page of ours has: too long, or its path names something with a control character in it, or that is no
/// UTF-8. PostgreSQL takes no NUL in a text, so it must not come that far.
pub async fn broken_addresses(request: Request, next: Next) -> Response {
    let uri = request.uri();
    let is_long = uri
        .path_and_query()
        .is_some_and(|address| address.as_str().len() > MAX_ADDRESS);
    if is_long || is_broken(uri.path()) {
        return AppError::from(ErrorCode::NotFound).into_response();
    }
    next.run(request).await
}

fn is_broken(path: &str) -> bool {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut half = || rest.next().and_then(|digit| char::from(digit).to_digit(16));
        match (half(), half()) {
            (Some(high), Some(low)) => bytes.push(u8::try_from(high * 16 + low).unwrap_or_default()),
            _ => return true,
        }
    }
    String::from_utf8(bytes).map_or(true, |text| text.chars().any(char::is_control))
}

/// Gives refusals of the layers below the shop's own codes, so that they are shown like all others.
pub async fn name_refusals(response: Response) -> Response {
    if response.extensions().get::<AppError>().is_some() {
        return response;
    }
    let code = match response.status() {
        StatusCode::FORBIDDEN => {
            tracing::info!("security.cross_site");
            ErrorCode::CrossSite
        }
        StatusCode::PAYLOAD_TOO_LARGE => ErrorCode::TooLarge,
        // A page that says itself what is busy, beside what was typed, stays as it is.
        StatusCode::SERVICE_UNAVAILABLE
            if !is_page(&response) && !response.headers().contains_key(header::RETRY_AFTER) =>
        {
            ErrorCode::Busy
        }
        _ => return response,
    };
    AppError::from(code).into_response()
}

fn is_page(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// A page that panicked: its words and its place are logged by the [hook](crate::telemetry::log_panics).
#[derive(Clone, Debug)]
pub struct Panicked(pub Metrics);

impl ResponseForPanic for Panicked {
    type ResponseBody = Body;

    fn response_for_panic(&mut self, _: Box<dyn Any + Send + 'static>) -> Response {
        self.0.panicked();
        AppError::from(ErrorCode::Internal).into_response()
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn a_page_of_another_site_is_believed_when_it_says_so() {
        let is_elsewhere = |page: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, HeaderValue::from_static("shop.example:3000"));
            headers.insert(header::REFERER, HeaderValue::from_static(page));
            is_sent_from_elsewhere(&Uri::from_static("/ug/cart/lines"), &headers)
        };
        for own in ["https://shop.example/ug", "http://Shop.example:3000/ug?a=b", ""] {
            assert!(!is_elsewhere(own), "{own}");
        }
        for other in [
            "https://evil.example/",
            "https://shop.example.evil.example/",
            "/ug",
            "x y",
        ] {
            assert!(is_elsewhere(other), "{other}");
        }
        assert!(!is_sent_from_elsewhere(&Uri::from_static("/ug"), &HeaderMap::new()));
    }

    #[test]
    fn addresses_of_pages_are_whole() {
        for path in ["/", "/ug/products/badam-500", "/zh/%E5%B7%B4", "/a%20b", "/100%25"] {
            assert!(!is_broken(path), "{path}");
        }
        for path in [
            "/%00",
            "/zh/products/a%0ab",
            "/%7F",
            "/%C2%85",
            "/%ff",
            "/%",
            "/%2",
            "/%zz",
        ] {
            assert!(is_broken(path), "{path}");
        }
    }
}
