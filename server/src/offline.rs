//! The shop on a phone: the service worker, the manifest of each language, and the icons of the home screen.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use app::cx::AppState;
use app::error::AppError;
use app::{etag, manifest as on_home_screen, offline};
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use domain::{ErrorCode, Locale};
use service::Error;
use sha2::{Digest, Sha256};

/// The pattern of the icons' addresses.
pub const ICONS: &str = "/icons/{name}";
/// The pattern of the manifests' addresses.
pub const MANIFESTS: &str = "/manifest/{lang}";
/// Its address is another one when the drawing is.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const ASK: HeaderValue = HeaderValue::from_static("no-cache");
const SCRIPT: HeaderValue = HeaderValue::from_static("text/javascript; charset=utf-8");
/// What the worker itself may do: ask this shop.
const POLICY: HeaderValue = HeaderValue::from_static("default-src 'none'; connect-src 'self'");

/// Whether phones have a service worker; without it, one that is there ends.
#[derive(Clone, Copy, Debug)]
pub struct HasWorker(pub bool);

/// The service worker.
///
/// # Errors
/// [`ErrorCode::NotFound`] when the site was built without; when its file cannot be read.
pub async fn worker(
    State(state): State<AppState>,
    Extension(HasWorker(is_on)): Extension<HasWorker>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let script = if is_on {
        let read = tokio::task::spawn_blocking(move || offline::script(&state)).await;
        let script = read.map_err(Error::internal)?.map_err(Error::internal)?;
        script.ok_or(ErrorCode::NotFound)?
    } else {
        offline::ENDS.to_owned()
    };
    let tag = format!("\"{}\"", hex::encode(&Sha256::digest(&script)[..16]));
    let tag = HeaderValue::try_from(tag).map_err(|_| ErrorCode::Internal)?;
    let same = [
        (header::CACHE_CONTROL, ASK),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::ETAG, tag.clone()),
    ];
    if etag::is_known(&headers, &tag) {
        return Ok((StatusCode::NOT_MODIFIED, same).into_response());
    }
    Ok((same, [(header::CONTENT_TYPE, SCRIPT)], script).into_response())
}

/// A language's manifest.
///
/// # Errors
/// [`ErrorCode::NotFound`] for any other language.
pub async fn manifest(State(state): State<AppState>, Path(lang): Path<String>) -> Result<Response, AppError> {
    let locale = Locale::from_code(&lang).ok_or(ErrorCode::NotFound)?;
    Ok(written(&state, locale))
}

/// The manifest in the language one chose before, else in one that the browser asks for.
pub async fn negotiated(State(state): State<AppState>, headers: HeaderMap) -> Response {
    let mut response = written(&state, app::cx::negotiate(&headers));
    response
        .headers_mut()
        .insert(header::VARY, HeaderValue::from_static("accept-language, cookie"));
    response
}

fn written(state: &AppState, locale: Locale) -> Response {
    let mime = HeaderValue::from_static("application/manifest+json");
    ([(header::CONTENT_TYPE, mime)], Json(on_home_screen::of(state, locale))).into_response()
}

/// Icons that were drawn, by the drawing's name and their side.
static DRAWN: Mutex<Option<HashMap<(String, u32), Bytes>>> = Mutex::new(None);

/// An icon: `192.png`.
///
/// # Errors
/// [`ErrorCode::NotFound`] for other sides; when it cannot be drawn.
pub async fn icon(State(state): State<AppState>, Path(name): Path<String>) -> Result<Response, AppError> {
    let side = name.strip_suffix(".png").and_then(|side| side.parse().ok());
    let side = side
        .filter(|side| on_home_screen::SIDES.contains(side))
        .ok_or(ErrorCode::NotFound)?;
    let assets = state.assets.load_full();
    let drawing = assets.url(on_home_screen::DRAWING).ok_or(ErrorCode::NotFound)?;
    let file = assets.file(on_home_screen::DRAWING).ok_or(ErrorCode::NotFound)?;
    let key = (drawing, side);
    let known = with_drawn(|drawn| drawn.get(&key).cloned());
    let png = match known {
        Some(png) => png,
        None => {
            let draw =
                move || media::rasterise(&std::fs::read(file).map_err(Error::internal)?, side).map_err(Error::internal);
            let drawn = tokio::task::spawn_blocking(draw).await.map_err(Error::internal)??;
            let png = Bytes::from(drawn);
            with_drawn(|all| all.insert(key, png.clone()));
            png
        }
    };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("image/png")),
        (header::CACHE_CONTROL, FOR_EVER),
    ];
    Ok((headers, Body::from(png)).into_response())
}

fn with_drawn<T>(use_it: impl FnOnce(&mut HashMap<(String, u32), Bytes>) -> T) -> T {
    let mut drawn = DRAWN.lock().unwrap_or_else(PoisonError::into_inner);
    use_it(drawn.get_or_insert_default())
}
