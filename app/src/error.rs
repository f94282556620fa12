//! From a use case's refusal to what the browser gets: one code, one status, one page in the reader's language.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::ErrorCode;

/// The result of a page handler.
pub type PageResult<T = Response> = Result<T, AppError>;

/// A request that was not carried out. The page that says so is rendered by
/// [`error_pages`](crate::page::error_pages), which knows the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppError {
    /// What the reader is told.
    pub code: ErrorCode,
    /// Printed on the page and in the log, so that both can be found together.
    pub reference: Option<String>,
    /// Seconds after which it is worth another try, where that is known.
    pub retry_after: Option<u32>,
}

impl AppError {
    /// Says when the same request will be taken.
    #[must_use]
    pub fn retry_after(self, seconds: u32) -> Self {
        Self {
            retry_after: Some(seconds),
            ..self
        }
    }
}

impl From<ErrorCode> for AppError {
    fn from(code: ErrorCode) -> Self {
        Self {
            code,
            reference: None,
            // A queue of writes or searches is worked off in seconds, and the database is asked every two whether it
            // answers again; how long anything else takes only its refusal knows.
            retry_after: matches!(code, ErrorCode::Busy | ErrorCode::Unavailable).then_some(5),
        }
    }
}

impl From<service::Error> for AppError {
    fn from(error: service::Error) -> Self {
        let code = error.code();
        if let service::Error::TooMany { seconds } = error {
            return Self {
                retry_after: Some(seconds),
                ..code.into()
            };
        }
        if !matches!(code, ErrorCode::Internal | ErrorCode::Unavailable) {
            return code.into();
        }
        let reference = error.report();
        // Who reads that the shop cannot save now needs no number to tell somebody.
        let is_ours = code == ErrorCode::Internal;
        Self {
            reference: is_ours.then_some(reference),
            ..code.into()
        }
    }
}

impl IntoResponse for AppError {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = status.into_response();
        if let Some(seconds) = self.retry_after {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(self);
        response
    }
}
