//! Photos with a review: one comes with a form of its own, or is taken away.

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header;
use axum::response::Response;
use domain::{ErrorCode, MediaId};
use service::reviews;

use super::Named;
use super::own::{NotDone, Place, render};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::file_form::{self, FileForm};
use crate::form::Form;
use crate::form_key::shop_for;
use crate::photo_refused::NotAdded;
use crate::routes::Segment;

/// The file's field.
pub(super) const FILE: &str = "picture";
/// Names the photo that is to go.
pub(super) const PHOTO: &str = "photo";

/// Adds the photo that the form brings, or takes the one away that it names.
pub async fn change(cx: Cx, address: Named, request: Request) -> PageResult<Response> {
    let at = Place::of(&cx, address)?;
    let kind = request.headers().get(header::CONTENT_TYPE);
    let has_file = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"));
    let done = if has_file {
        add(&cx, &at, request).await?
    } else {
        remove(&cx, &at, &Form::from_request(request, &()).await?).await?
    };
    match done {
        Ok(word) => Ok(cx.see(&at.done(&cx, word))),
        Err(why) => {
            let not_done = NotDone {
                photo: Some(why),
                ..NotDone::default()
            };
            render(&cx, why.status(), &at, not_done).await
        }
    }
}

async fn add(cx: &Cx, at: &Place, request: Request) -> PageResult<Result<&'static str, NotAdded>> {
    let incoming = match reviews::receive_photo(cx.shop(), cx.network(), &at.access, at.line).await {
        Ok(incoming) => incoming,
        Err(error) => return Ok(Err(NotAdded::of(error)?)),
    };
    let multipart = Multipart::from_request(request, &())
        .await
        .map_err(|_| ErrorCode::Invalid)?;
    let FileForm { form, file, .. } = file_form::read(multipart, FILE, incoming).await?;
    let shop = shop_for(cx, &form)?;
    match reviews::add_photo(&shop, file).await {
        Ok(Ok(())) => Ok(Ok("added")),
        Ok(Err(refusal)) => Ok(Err(NotAdded::File(refusal))),
        Err(error) => Ok(Err(NotAdded::of(error)?)),
    }
}

async fn remove(cx: &Cx, at: &Place, form: &Form) -> PageResult<Result<&'static str, NotAdded>> {
    let photo: MediaId = Segment::parse(form.get(PHOTO)).ok_or(ErrorCode::NotFound)?;
    let shop = shop_for(cx, form)?;
    match reviews::remove_photo(&shop, &at.access, at.line, photo).await {
        Ok(()) => Ok(Ok("taken")),
        Err(error) => Ok(Err(NotAdded::of(error)?)),
    }
}
