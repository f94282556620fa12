//! What a use case answers when it cannot do what was asked.

use std::borrow::Cow;

use db::sea_orm::DbErr;
use db::{MaybeRetry, SlowReadError, WriteError};
pub use domain::view::FieldErrors;
use domain::{ErrorCode, FieldCode, MoneyError, TextError};

use crate::random::NoRandomness;

/// The result of a use case.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The form code of a text that cannot be taken.
pub(crate) fn text_code(error: TextError) -> FieldCode {
    match error {
        TextError::Required => FieldCode::Required,
        TextError::TooLong { .. } => FieldCode::TooLong,
        TextError::Forbidden => FieldCode::InvalidText,
        TextError::Markup => FieldCode::Markup,
    }
}

/// Nothing, for a text that may be empty and in which nothing can be read.
pub(crate) fn none(error: TextError) -> Result<String, FieldCode> {
    match error {
        TextError::Required => Ok(String::new()),
        other => Err(text_code(other)),
    }
}

/// An error with all that it came from, for the log: `cannot read: permission denied`.
pub fn cause_of(error: &dyn std::error::Error) -> String {
    let mut told = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        told.push_str(": ");
        told.push_str(&cause.to_string());
        source = cause.source();
    }
    told
}

/// Why a use case was not carried out. What the user reads is made from [`Error::code`] and the fields; the sources
/// are for the log.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It does not exist, or this actor may not see it: the same answer on purpose.
    #[error("not found")]
    NotFound,
    /// Some fields of a form are not right.
    #[error("{} fields are not right", .0.len())]
    Fields(FieldErrors),
    /// A rule of the shop says no.
    #[error("refused: {}", .0.as_str())]
    Refused(ErrorCode),
    /// Too many wrong tries, or requests for codes; worth another one after so long.
    #[error("too many tries, again in {seconds} s")]
    TooMany {
        /// How long until there is a try again.
        seconds: u32,
    },
    /// Too many at once; worth another try in a moment.
    #[error("busy")]
    Busy,
    /// The database or the place of the pictures cannot answer or cannot write now. Nothing was changed.
    #[error("unavailable")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Something of ours broke.
    #[error("internal error")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// Wraps an error the user can do nothing about.
    pub fn internal(source: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Internal(Box::new(source))
    }

    /// A form error on one field.
    pub fn field(name: impl Into<Cow<'static, str>>, code: FieldCode) -> Self {
        Self::Fields(FieldErrors::one(name, code))
    }

    /// Logs what broke, with the chain of causes, and answers the word under which it stands there.
    pub fn report(&self) -> String {
        let reference: String = crate::random::bytes::<4>().map(hex::encode).unwrap_or_default();
        let chain = cause_of(self);
        tracing::error!(error.reference = reference, error.chain = chain, "request.failed");
        reference
    }

    /// Whether it is about what stands in one row, not about a database that does not answer: whoever looks at many rows
    /// goes on with the next.
    pub(crate) fn is_of_the_row(&self) -> bool {
        match self {
            Self::NotFound => true,
            Self::Internal(_) => self.database_error().is_none_or(db::is_unreadable),
            _ => false,
        }
    }

    /// The public code of this error.
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::NotFound => ErrorCode::NotFound,
            Self::Fields(_) => ErrorCode::Invalid,
            Self::Refused(code) => *code,
            Self::TooMany { .. } => ErrorCode::TooManyAttempts,
            Self::Busy => ErrorCode::Busy,
            Self::Unavailable(_) => ErrorCode::Unavailable,
            Self::Internal(_) => ErrorCode::Internal,
        }
    }
}

impl From<NoRandomness> for Error {
    fn from(error: NoRandomness) -> Self {
        Self::internal(error)
    }
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        if db::is_unavailable(&error) {
            Self::Unavailable(Box::new(error))
        } else {
            Self::internal(error)
        }
    }
}

impl From<SlowReadError> for Error {
    fn from(error: SlowReadError) -> Self {
        match error {
            SlowReadError::Busy => Self::Busy,
            SlowReadError::Late => {
                tracing::warn!("database.slow_read_stopped");
                Self::Busy
            }
            SlowReadError::Database(error) => error.into(),
        }
    }
}

impl From<WriteError> for Error {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::Database(error) => error.into(),
            WriteError::Unavailable(_) => Self::Unavailable(Box::new(error)),
            WriteError::Busy | WriteError::Stopped => Self::Busy,
        }
    }
}

impl From<MoneyError> for Error {
    fn from(_: MoneyError) -> Self {
        Self::Refused(ErrorCode::AmountTooLarge)
    }
}

impl MaybeRetry for Error {
    fn database_error(&self) -> Option<&DbErr> {
        match self {
            Self::Internal(source) | Self::Unavailable(source) => source.downcast_ref(),
            _ => None,
        }
    }

    fn is_unavailable(&self) -> bool {
        matches!(self, Self::Unavailable(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_told_with_all_that_it_came_from() {
        let full = std::io::Error::from(std::io::ErrorKind::StorageFull);
        let cause = full.to_string();
        let error = Error::internal(DbErr::Custom("nothing was written".to_owned()));
        assert_eq!(cause_of(&Error::internal(full)), format!("internal error: {cause}"));
        assert_eq!(
            cause_of(&Error::internal(error)),
            "internal error: internal error: Custom Error: nothing was written"
        );
        assert_eq!(cause_of(&Error::NotFound), "not found");
    }
}
