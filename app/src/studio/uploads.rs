//! Pictures that a script sends in pieces, after tus 1.0 (<https://tus.io/protocols/resumable-upload>): `POST` begins an
//! upload or finds it again, `HEAD` asks where it stands, `PATCH` appends a piece. What is not tus: an upload begins with a
//! form, and `Upload-State` says what becomes of it when all is there. A plain form puts a refused one out of sight.

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::{ErrorCode, MAX_PIECE, UploadId};
use service::studio::{NewPageUpload, NewUpload, UploadView};

use crate::account::sign_in_elsewhere;
use crate::cx::Cx;
use crate::error::{AppError, PageResult};
use crate::form::Form;
use crate::routes::{Named, StudioPictures, StudioShopUpload, StudioUpload};

const OFFSET: &str = "upload-offset";
const LENGTH: &str = "upload-length";
const STATE: &str = "upload-state";
/// The only type of a piece.
const PIECE: &str = "application/offset+octet-stream";

/// Begins an upload for a product, or finds the one of the same file.
pub async fn begin(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_elsewhere(&cx) {
        return Ok(sign_in);
    }
    let new = NewUpload {
        product: form.get("product").to_owned(),
        size: form.get("size").to_owned(),
        file: form.get("file").to_owned(),
    };
    let upload = service::studio::begin_upload(cx.shop(), cx.actor(), &new).await?;
    let place = cx.url(&StudioUpload::new(&upload.id.to_string()));
    Ok(begun(&upload, &place))
}

/// The same for the shop page.
pub async fn begin_page(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_elsewhere(&cx) {
        return Ok(sign_in);
    }
    let new = NewPageUpload {
        part: form.get("part").to_owned(),
        at: form.get("at").to_owned(),
        size: form.get("size").to_owned(),
        file: form.get("file").to_owned(),
    };
    let upload = service::studio::begin_page_upload(cx.shop(), cx.actor(), &new).await?;
    let place = cx.url(&StudioShopUpload::new(&upload.id.to_string()));
    Ok(begun(&upload, &place))
}

fn begun(upload: &UploadView, place: &str) -> Response {
    let mut response = standing(StatusCode::CREATED, upload);
    if let Ok(place) = HeaderValue::from_str(place) {
        response.headers_mut().insert(header::LOCATION, place);
    }
    response
}

/// Where an upload stands. Whoever is not signed in finds none: a script cannot sign in.
pub async fn look(cx: Cx, Named(id): Named<UploadId>) -> PageResult<Response> {
    let upload = service::studio::find_upload(cx.shop(), cx.actor(), id).await?;
    Ok(standing(StatusCode::OK, &upload))
}

/// The same of one for the shop page.
pub async fn look_page(cx: Cx, Named(id): Named<UploadId>) -> PageResult<Response> {
    let upload = service::studio::find_page_upload(cx.shop(), cx.actor(), id).await?;
    Ok(standing(StatusCode::OK, &upload))
}

/// Puts a refused upload out of sight.
pub async fn dismiss(cx: Cx, Named(id): Named<UploadId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_elsewhere(&cx) {
        return Ok(sign_in);
    }
    let product = service::studio::dismiss_upload(cx.shop(), cx.actor(), id).await?;
    Ok(cx.see(&cx.url(&StudioPictures::new(&product.to_string()))))
}

/// The same of one for the shop page.
pub async fn dismiss_page(cx: Cx, Named(id): Named<UploadId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_elsewhere(&cx) {
        return Ok(sign_in);
    }
    let part = service::studio::dismiss_page_upload(cx.shop(), cx.actor(), id).await?;
    Ok(cx.see(&super::shop::picture::page_of(&cx, part)))
}

/// Appends a piece.
pub async fn append(cx: Cx, Named(id): Named<UploadId>, headers: HeaderMap, body: Body) -> PageResult<Response> {
    // Before the body is read.
    service::studio::find_upload(cx.shop(), cx.actor(), id).await?;
    let (offset, piece) = match piece_of(&headers, body).await? {
        Ok(piece) => piece,
        Err(status) => return Ok(status.into_response()),
    };
    let upload = service::studio::append(cx.shop(), cx.actor(), id, offset, piece).await?;
    Ok(standing(StatusCode::NO_CONTENT, &upload))
}

/// The same to one for the shop page.
pub async fn append_page(cx: Cx, Named(id): Named<UploadId>, headers: HeaderMap, body: Body) -> PageResult<Response> {
    // Before the body is read.
    service::studio::find_page_upload(cx.shop(), cx.actor(), id).await?;
    let (offset, piece) = match piece_of(&headers, body).await? {
        Ok(piece) => piece,
        Err(status) => return Ok(status.into_response()),
    };
    let upload = service::studio::append_to_page(cx.shop(), cx.actor(), id, offset, piece).await?;
    Ok(standing(StatusCode::NO_CONTENT, &upload))
}

/// A piece and where it begins; or the status of what is none.
async fn piece_of(headers: &HeaderMap, body: Body) -> PageResult<Result<(u64, Bytes), StatusCode>> {
    if headers.get(header::CONTENT_TYPE).is_none_or(|kind| kind != PIECE) {
        return Ok(Err(StatusCode::UNSUPPORTED_MEDIA_TYPE));
    }
    let offset = headers
        .get(OFFSET)
        .and_then(|offset| offset.to_str().ok()?.parse().ok())
        .ok_or(ErrorCode::Invalid)?;
    let piece = axum::body::to_bytes(body, MAX_PIECE)
        .await
        .map_err(|_| AppError::from(ErrorCode::TooLarge))?;
    Ok(Ok((offset, piece)))
}

fn standing(status: StatusCode, upload: &UploadView) -> Response {
    let mut response = status.into_response();
    let headers = response.headers_mut();
    headers.insert("tus-resumable", HeaderValue::from_static("1.0.0"));
    headers.insert(OFFSET, HeaderValue::from(upload.received));
    headers.insert(LENGTH, HeaderValue::from(upload.size));
    headers.insert(STATE, HeaderValue::from_static(upload.state.as_str()));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
