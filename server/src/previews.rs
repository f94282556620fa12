//! `/previews/{lang}/{area}/{name}.jpg`: the picture a messenger shows beside a link.
//!
//! The query of its address is there to make another one of it when something on the picture changes: it is not looked at.

use app::cx::AppState;
use app::error::AppError;
use app::etag;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::{ErrorCode, Locale};
use service::previews::{self, Subject};

/// The pattern of the addresses.
pub const PATTERN: &str = "/previews/{lang}/{area}/{file}";
/// The fonts of printed pages, as the build names them.
const FONTS: &str = "print.ttc";
const CACHE: HeaderValue = HeaderValue::from_static("public, max-age=86400");
/// Of what takes the place of a picture that could not be made just now.
const SHORTLY: HeaderValue = HeaderValue::from_static("public, max-age=300");
const JPEG: HeaderValue = HeaderValue::from_static("image/jpeg");
/// It is made for the pages of others.
const MAY_SHOW: &str = "cross-origin-resource-policy";
const EVERYBODY: HeaderValue = HeaderValue::from_static("cross-origin");

/// The picture; the photograph on it, when it cannot be made now.
///
/// # Errors
/// [`ErrorCode::NotFound`] for what no buyer sees; when the database or the place of the pictures does not answer.
pub async fn show(
    State(state): State<AppState>,
    Path((lang, area, file)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let locale = Locale::from_code(&lang).ok_or(ErrorCode::NotFound)?;
    let name = file.strip_suffix(".jpg").ok_or(ErrorCode::NotFound)?;
    let subject = match (area.as_str(), name) {
        ("products", slug) => Subject::Product(slug.to_owned()),
        ("shops", slug) => Subject::Cooperative(slug.to_owned()),
        ("pages", "home") => Subject::Shop,
        _ => return Err(ErrorCode::NotFound.into()),
    };
    let preview = previews::find(&state.shop, locale, &subject).await?;
    let preview = preview.ok_or(ErrorCode::NotFound)?;
    let tag = HeaderValue::try_from(format!("\"{}\"", preview.version())).map_err(|_| ErrorCode::Internal)?;
    let same = [
        (header::ETAG, tag.clone()),
        (header::CACHE_CONTROL, CACHE),
        (HeaderName::from_static(MAY_SHOW), EVERYBODY),
    ];
    if etag::is_known(&headers, &tag) {
        return Ok((StatusCode::NOT_MODIFIED, same).into_response());
    }
    let photograph = preview.photograph().clone();
    let fonts = state.assets.load().file(FONTS);
    Ok(match previews::file(&state.shop, preview, fonts).await? {
        Some(file) => (same, [(header::CONTENT_TYPE, JPEG)], Body::from(file)).into_response(),
        None if photograph.key.is_empty() => return Err(ErrorCode::Busy.into()),
        None => {
            let mut away = Redirect::temporary(&photograph.url(1_200, "jpg")).into_response();
            away.headers_mut().insert(header::CACHE_CONTROL, SHORTLY);
            away.headers_mut().insert(MAY_SHOW, EVERYBODY);
            away
        }
    })
}
