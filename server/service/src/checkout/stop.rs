//! Why an order is not placed.

use domain::FieldCode;

use super::view::Rejected;
use crate::error::{Error, FieldErrors};

/// Why a placement stopped: its transaction writes nothing.
#[derive(Debug)]
pub(super) enum Stop {
    Again(Box<Rejected>),
    Failed(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        match error {
            Error::Refused(code) => Self::Again(Box::new(Rejected {
                refused: Some(code),
                ..Rejected::default()
            })),
            other => Self::Failed(other),
        }
    }
}

impl From<db::WriteError> for Stop {
    fn from(error: db::WriteError) -> Self {
        Self::Failed(error.into())
    }
}

impl From<db::sea_orm::DbErr> for Stop {
    fn from(error: db::sea_orm::DbErr) -> Self {
        Self::Failed(error.into())
    }
}

impl From<domain::MoneyError> for Stop {
    fn from(error: domain::MoneyError) -> Self {
        Error::from(error).into()
    }
}

impl db::MaybeRetry for Stop {
    fn database_error(&self) -> Option<&db::sea_orm::DbErr> {
        match self {
            Self::Failed(error) => error.database_error(),
            Self::Again(_) => None,
        }
    }
}

/// A field that was right when the form was checked, and is not any more.
pub(super) fn wrong(field: &'static str, code: FieldCode) -> Stop {
    Stop::Again(Box::new(Rejected {
        errors: FieldErrors::one(field, code),
        ..Rejected::default()
    }))
}
