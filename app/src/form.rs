//! A form as the browser sent it.

use std::collections::HashSet;

use axum::extract::{FromRequest, Request};
use axum::http::header;
use domain::ErrorCode;

use crate::error::AppError;

/// Largest form taken, bytes: the longest story in three languages fits several times.
pub const MAX_FORM: usize = 128 * 1024;
/// Most fields of a form: a page of stock has 200 rows of two, a story in three languages a few dozen fields.
pub const MAX_FIELDS: usize = 420;
/// Longest name of a field, bytes.
pub const MAX_NAME: usize = 96;

/// The fields of a posted form, in order; names and values as typed.
#[derive(Clone, Debug, Default)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// The fields of a form that was read another way.
    pub(crate) const fn of(fields: Vec<(String, String)>) -> Self {
        Self(fields)
    }

    /// Reads the body of a form.
    ///
    /// # Errors
    /// [`ErrorCode::TooLarge`] for more fields than any form of the shop has, [`ErrorCode::Invalid`] for one no browser
    /// sends: a name twice, or one longer than any. No field of ours may come twice: each control has a name of its own.
    fn parse(body: &[u8]) -> Result<Self, ErrorCode> {
        let separators = body.iter().filter(|byte| **byte == b'&').count();
        if separators >= MAX_FIELDS {
            return Err(ErrorCode::TooLarge);
        }
        let fields: Vec<(String, String)> = serde_urlencoded::from_bytes(body).map_err(|_| ErrorCode::Invalid)?;
        let mut names = HashSet::with_capacity(fields.len());
        let is_right = fields
            .iter()
            .all(|(name, _)| name.len() <= MAX_NAME && names.insert(name.as_str()));
        if is_right {
            Ok(Self(fields))
        } else {
            Err(ErrorCode::Invalid)
        }
    }

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
        Self::parse(&body).map_err(Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_in_its_order() {
        let form = Form::parse(b"name=%DB%95&note=a+b&quantity-7=2").unwrap_or_default();
        let fields: Vec<_> = form.iter().collect();
        assert_eq!(fields, [("name", "ە"), ("note", "a b"), ("quantity-7", "2")]);
    }

    #[test]
    fn a_field_is_sent_once() {
        let refused = |body: &str| Form::parse(body.as_bytes()).err();
        assert_eq!(refused("quantity=1&offer=2&quantity=3"), Some(ErrorCode::Invalid));
        let lines = |count: usize| vec!["quantity-1=2"; count].join("&");
        assert_eq!(refused(&lines(9_900)), Some(ErrorCode::TooLarge));
        let many: Vec<_> = (0..=MAX_FIELDS).map(|i| format!("quantity-{i}=1")).collect();
        assert_eq!(refused(&many.join("&")), Some(ErrorCode::TooLarge));
        assert_eq!(refused(&many[1..].join("&")), None);
        let long = format!("{}=1", "n".repeat(MAX_NAME + 1));
        assert_eq!(refused(&long), Some(ErrorCode::Invalid));
        assert_eq!(refused("%ff=1%fe&a"), None, "read as text, and then known by no name");
    }
}
