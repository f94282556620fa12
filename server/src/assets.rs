//! Built files and pictures.

use std::path::{Path, PathBuf};

use app::cx::AppState;
use app::error::AppError;
use axum::body::Body;
use axum::extract::{Path as UrlPath, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::ErrorCode;

/// Names hold a hash of the content: what a browser has, it never asks for again.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// A file of the built site, brotli-compressed when the browser takes it.
///
/// # Errors
/// [`ErrorCode::NotFound`] for anything that is not the plain name of a built file.
pub async fn built(
    State(state): State<AppState>,
    UrlPath(name): UrlPath<String>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let mime = mime(&name).filter(|_| is_plain(&name)).ok_or(ErrorCode::NotFound)?;
    let folder = state.assets.load().folder.join("assets");
    let takes_brotli = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|v| v.to_str().ok())
        .is_some_and(|v| v.split(',').any(|e| e.trim().split(';').next() == Some("br")));
    let packed = folder.join(format!("{name}.br"));
    let (bytes, is_packed) = match tokio::fs::read(&packed).await {
        Ok(bytes) if takes_brotli => (bytes, true),
        _ => (read(folder.join(&name)).await?, false),
    };
    let mut response = file(bytes, mime);
    let sent = response.headers_mut();
    sent.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if is_packed {
        sent.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    Ok(response)
}

/// A size of a picture.
///
/// # Errors
/// [`ErrorCode::NotFound`] for anything that is not a picture's name.
pub async fn picture(State(state): State<AppState>, UrlPath(name): UrlPath<String>) -> Result<Response, AppError> {
    let bytes = state.shop.pictures().read(&name).await?.ok_or(ErrorCode::NotFound)?;
    let mime = if name.ends_with(".webp") {
        "image/webp"
    } else {
        "image/jpeg"
    };
    let mut response = file(bytes, mime);
    response
        .headers_mut()
        .insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("inline"));
    Ok(response)
}

async fn read(path: PathBuf) -> Result<Vec<u8>, AppError> {
    tokio::fs::read(path).await.map_err(|_| ErrorCode::NotFound.into())
}

fn file(bytes: impl Into<Body>, mime: &'static str) -> Response {
    let body: Body = bytes.into();
    let mut response = body.into_response();
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(mime));
    response.headers_mut().insert(header::CACHE_CONTROL, FOR_EVER);
    response
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
