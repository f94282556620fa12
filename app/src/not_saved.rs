//! A form of the work areas that was not carried out.

use axum::http::StatusCode;
use domain::ErrorCode;
use service::FieldErrors;

/// Why a form was not carried out: what the page has to show again.
#[derive(Clone, Debug, Default)]
pub(crate) struct NotSaved {
    /// Fields that are not right.
    pub errors: FieldErrors,
    /// A rule of the shop that says no.
    pub refused: Option<ErrorCode>,
}

impl NotSaved {
    /// What the page can show; anything else is an error page of its own.
    pub fn of(error: service::Error) -> Result<Self, service::Error> {
        match error {
            service::Error::Fields(errors) => Ok(Self { errors, refused: None }),
            service::Error::Refused(code) => Ok(Self {
                errors: FieldErrors::default(),
                refused: Some(code),
            }),
            other => Err(other),
        }
    }

    /// The answer's status.
    pub fn status(&self) -> StatusCode {
        let code = self.refused.unwrap_or(ErrorCode::Invalid);
        StatusCode::from_u16(code.status()).unwrap_or(StatusCode::CONFLICT)
    }

    /// Whether there is anything to show: a form was not carried out.
    pub fn is_any(&self) -> bool {
        self.refused.is_some() || !self.errors.is_empty()
    }

    /// Whether somebody else saved in between.
    pub fn is_conflict(&self) -> bool {
        self.refused == Some(ErrorCode::InvalidTransition)
    }
}
