//! Photos that buyers send with a review or a report, and were not taken.

use axum::http::StatusCode;
use domain::{ErrorCode, PictureRefusal};
use l10n::{Text, t};

/// Why a photo was not added, or not taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotAdded {
    /// The file is no picture of the shop.
    File(PictureRefusal),
    /// There are as many as there can be.
    Full,
    /// The review, or the report, cannot be changed any more.
    Closed,
    /// The same form brought another file before.
    OtherFile,
    /// Too many files come in now: of the order, of the network, or of all.
    Busy,
}

impl NotAdded {
    /// What the page can say; anything else is an error page of its own.
    pub fn of(error: service::Error) -> Result<Self, service::Error> {
        match error {
            service::Error::Refused(ErrorCode::PicturesFull) => Ok(Self::Full),
            service::Error::Refused(ErrorCode::InvalidTransition | ErrorCode::OrderOver) => Ok(Self::Closed),
            service::Error::Refused(ErrorCode::IdempotencyMismatch) => Ok(Self::OtherFile),
            service::Error::Busy => Ok(Self::Busy),
            other => Err(other),
        }
    }

    /// What the page with it is answered with.
    pub const fn status(self) -> StatusCode {
        match self {
            Self::File(_) | Self::OtherFile => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Full | Self::Closed => StatusCode::CONFLICT,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// The same in words.
    pub const fn text(self) -> Text {
        match self {
            Self::Full | Self::File(PictureRefusal::Full) => t::REVIEWS_PHOTOS_FULL,
            Self::Closed => t::REVIEWS_EDIT_OVER,
            Self::OtherFile => t::REVIEWS_PHOTO_OTHER,
            Self::Busy => t::REVIEWS_PHOTO_BUSY,
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
