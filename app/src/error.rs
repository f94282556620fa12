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
    /// After how many seconds it may work, where that is known.
    pub retry_after: Option<u32>,
}

impl From<ErrorCode> for AppError {
    fn from(code: ErrorCode) -> Self {
        Self {
            code,
            reference: None,
            retry_after: None,
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
        let reference = service::identity::nonce().chars().take(8).collect::<String>();
        let mut chain = error.to_string();
        let mut source = std::error::Error::source(&error);
        while let Some(cause) = source {
            chain.push_str(": ");
            chain.push_str(&cause.to_string());
            source = cause.source();
        }
        tracing::error!(error.reference = reference, error.chain = chain, "request.failed");
        // Who reads that the shop cannot save now needs no number to tell somebody.
        let is_ours = code == ErrorCode::Internal;
        Self {
            code,
            reference: is_ours.then_some(reference),
            retry_after: None,
        }
    }
}

impl IntoResponse for AppError {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = status.into_response();
        if matches!(status, StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS) {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(self.retry_after.unwrap_or(5)));
        }
        response.extensions_mut().insert(self);
        response
    }
}
