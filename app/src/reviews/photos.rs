//! Photos with a review: one comes with a form of its own, or is taken away.

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{StatusCode, header};
use axum::response::Response;
use domain::{ErrorCode, MediaId, PictureRefusal};
use l10n::{Text, t};
use service::reviews;

use super::Named;
use super::own::{NotDone, Place, render};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::file_form::{self, FileForm};
use crate::form::Form;
use crate::form_key::shop_for;
use crate::routes::Segment;

/// The file's field.
pub(super) const FILE: &str = "picture";
/// Names the photo that is to go.
pub(super) const PHOTO: &str = "photo";

/// Why a photo was not added, or not taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotAdded {
    /// The file is no picture of the shop.
    File(PictureRefusal),
    /// There are as many as there can be.
    Full,
    /// The review cannot be changed any more.
    Closed,
    /// The same form brought another file before.
    OtherFile,
}

impl NotAdded {
    /// What the page can say; anything else is an error page of its own.
    fn of(error: service::Error) -> Result<Self, service::Error> {
        match error {
            service::Error::Refused(ErrorCode::PicturesFull) => Ok(Self::Full),
            service::Error::Refused(ErrorCode::InvalidTransition | ErrorCode::OrderOver) => Ok(Self::Closed),
            service::Error::Refused(ErrorCode::IdempotencyMismatch) => Ok(Self::OtherFile),
            other => Err(other),
        }
    }

    const fn status(self) -> StatusCode {
        match self {
            Self::File(_) | Self::OtherFile => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Full | Self::Closed => StatusCode::CONFLICT,
        }
    }

    /// The same in words.
    pub const fn text(self) -> Text {
        match self {
            Self::Full | Self::File(PictureRefusal::Full) => t::REVIEWS_PHOTOS_FULL,
            Self::Closed => t::REVIEWS_EDIT_OVER,
            Self::OtherFile => t::REVIEWS_PHOTO_OTHER,
            Self::File(PictureRefusal::Known) => t::REVIEWS_PHOTO_KNOWN,
            Self::File(PictureRefusal::Missing) => t::PICTURES_REFUSED_MISSING,
            Self::File(PictureRefusal::Empty) => t::PICTURES_REFUSED_EMPTY,
            Self::File(PictureRefusal::TooManyBytes) => t::PICTURES_REFUSED_TOO_MANY_BYTES,
            Self::File(PictureRefusal::Heic) => t::PICTURES_REFUSED_HEIC,
            Self::File(PictureRefusal::NotAPicture) => t::PICTURES_REFUSED_NOT_A_PICTURE,
            Self::File(PictureRefusal::Moving) => t::PICTURES_REFUSED_MOVING,
            Self::File(PictureRefusal::TooLarge) => t::PICTURES_REFUSED_TOO_LARGE,
            Self::File(PictureRefusal::TooSmall) => t::PICTURES_REFUSED_TOO_SMALL,
            Self::File(PictureRefusal::Damaged) => t::PICTURES_REFUSED_DAMAGED,
            Self::File(PictureRefusal::Failed) => t::PICTURES_REFUSED_FAILED,
        }
    }
}

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
    let incoming = match reviews::receive_photo(cx.shop(), &at.access, at.line).await {
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
