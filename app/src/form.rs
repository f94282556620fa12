//! A form as the browser sent it.

use axum::extract::{FromRequest, Request};
use axum::http::header;
use domain::ErrorCode;

use crate::error::AppError;

/// Largest form taken, bytes: the longest story in three languages fits several times.
pub const MAX_FORM: usize = 128 * 1024;

/// The fields of a posted form, in order; names and values as typed.
#[derive(Clone, Debug, Default)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// The first value of the field, empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.as_str())
    }

    /// All fields.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(n, v)| (n.as_str(), v.as_str()))
    }

    /// Fields named `<prefix><rest>`, as `(rest, value)`.
    pub fn with_prefix<'f>(&'f self, prefix: &'f str) -> impl Iterator<Item = (&'f str, &'f str)> {
        self.iter()
            .filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, value)))
    }
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = AppError;

    async fn from_request(request: Request, _: &S) -> Result<Self, AppError> {
        let is_form = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|v| v.to_str().ok())
            .is_some_and(|v| v.starts_with("application/x-www-form-urlencoded"));
        if !is_form {
            return Err(ErrorCode::Invalid.into());
        }
        let body = axum::body::to_bytes(request.into_body(), MAX_FORM)
            .await
            .map_err(|_| AppError::from(ErrorCode::TooLarge))?;
        serde_urlencoded::from_bytes(&body)
            .map(Self)
            .map_err(|_| ErrorCode::Invalid.into())
    }
}
