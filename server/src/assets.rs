//! Built files and pictures, sent by tower-http: compressed beforehand, in ranges, and 304 for what a browser has.

use std::convert::Infallible;
use std::path::Path;

use app::cookies;
use app::cx::{AppState, Cx};
use app::error::AppError;
use app::etag;
use axum::BoxError;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{FromRequestParts, Path as UrlPath, Request, State};
use axum::http::{HeaderValue, Response as HttpResponse, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::ErrorCode;
use service::picture_sizes::FoundFile;
use service::withdrawn_pictures;
use tower::ServiceExt;
use tower_http::services::ServeDir;

/// Names hold a hash of the content: what a browser has, it never asks for again.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// A wider picture stands in for the one that is being made.
const FOR_NOW: HeaderValue = HeaderValue::from_static("public, max-age=60");

/// A picture that not everybody may see.
const FOR_ONE: HeaderValue = HeaderValue::from_static("private, no-store");

/// A file of the built site, brotli- or gzip-compressed when the browser takes it.
///
/// # Errors
/// [`ErrorCode::NotFound`] for anything that is not the plain name of a built file.
pub async fn built(
    State(state): State<AppState>,
    UrlPath(name): UrlPath<String>,
    request: Request,
) -> Result<Response, AppError> {
    let mime = mime(&name).filter(|_| is_plain(&name)).ok_or(ErrorCode::NotFound)?;
    let folder = state.assets.load().folder.clone();
    // The address is the place in the folder: `/assets/…`.
    let files = ServeDir::new(folder)
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip();
    let mut response = sent(files.oneshot(request).await, mime)?;
    response
        .headers_mut()
        .insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    Ok(response)
}

/// A size of a picture. One that was taken away from all goes to those who may still see it, and nowhere else.
///
/// # Errors
/// [`ErrorCode::NotFound`] for anything that is not a picture's name, and for whoever may not see it.
pub async fn picture(
    State(state): State<AppState>,
    UrlPath(name): UrlPath<String>,
    request: Request,
) -> Result<Response, AppError> {
    let is_for_all = withdrawn_pictures::is_for_all(&state.shop, &name);
    let (mut parts, _) = request.into_parts();
    if !is_for_all {
        let cx = Cx::from_request_parts(&mut parts, &state).await?;
        let orders = cookies::read(cx.headers(), cookies::ORDERS).unwrap_or_default();
        if !withdrawn_pictures::may_see(&state.shop, cx.actor(), orders, &name).await? {
            return Err(ErrorCode::NotFound.into());
        }
    }
    let found = service::picture_sizes::find_file(&state.shop, &name).await?;
    let FoundFile { bytes, is_exact } = found.ok_or(ErrorCode::NotFound)?;
    let mime = if name.ends_with(".webp") {
        "image/webp"
    } else {
        "image/jpeg"
    };
    let tag = HeaderValue::from_str(&format!("\"{name}\"")).map_err(|_| ErrorCode::NotFound)?;
    // A name is one content, so a name that the browser has is the picture that it has.
    let mut response = if is_exact && etag::is_known(&parts.headers, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let mut response = Body::from(bytes).into_response();
        response
            .headers_mut()
            .insert(header::CONTENT_TYPE, HeaderValue::from_static(mime));
        response
    };
    if is_exact {
        response.headers_mut().insert(header::ETAG, tag);
    }
    let lasts = match (is_for_all, is_exact) {
        (false, _) => FOR_ONE,
        (true, true) => FOR_EVER,
        (true, false) => FOR_NOW,
    };
    response.headers_mut().insert(header::CACHE_CONTROL, lasts);
    response
        .headers_mut()
        .insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("inline"));
    Ok(response)
}

fn sent<B>(answered: Result<HttpResponse<B>, Infallible>, mime: &'static str) -> Result<Response, AppError>
where
    B: HttpBody<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    let Ok(response) = answered;
    let mut response = response.map(Body::new).into_response();
    match response.status() {
        StatusCode::OK | StatusCode::PARTIAL_CONTENT => {
            response
                .headers_mut()
                .insert(header::CONTENT_TYPE, HeaderValue::from_static(mime));
        }
        StatusCode::NOT_MODIFIED | StatusCode::PRECONDITION_FAILED | StatusCode::RANGE_NOT_SATISFIABLE => {}
        _ => return Err(ErrorCode::NotFound.into()),
    }
    response.headers_mut().insert(header::CACHE_CONTROL, FOR_EVER);
    Ok(response)
}

fn is_plain(name: &str) -> bool {
    name.len() <= 120
        && name.split('/').all(|part| !part.is_empty() && !part.starts_with('.'))
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'/'))
}

fn mime(name: &str) -> Option<&'static str> {
    Some(match Path::new(name).extension()?.to_str()? {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        "png" => "image/png",
        _ => return None,
    })
}
