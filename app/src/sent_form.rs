//! The form that a request brought, kept beside it: what was typed is not lost when its answer is an error of ours, or its
//! session has ended. A browser's own "Back" loses it in too many ways.

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::{Method, header};
use http_body_util::{BodyExt, LengthLimitError, Limited};

use crate::form::largest_form;

/// Fields that are never put into a page: whoever picks the phone up next could read them.
const SECRETS: [&str; 5] = ["password", OLD_PASSWORD, NEW_PASSWORD, "code", "tail"];
/// Names of the fields of the form that changes a password.
pub(crate) const OLD_PASSWORD: &str = "old";
pub(crate) const NEW_PASSWORD: &str = "new";
/// Fields with which somebody shows once more who they are begin with it.
pub(crate) const CONFIRMING: &str = "confirm-";

/// Whether a field of this name is never put into a page.
pub(crate) fn is_secret(name: &str) -> bool {
    SECRETS.contains(&name) || name.starts_with(CONFIRMING) || name.contains("password")
}

/// The fields of a form as they were sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SentForm {
    fields: Bytes,
    is_too_large: bool,
}

impl SentForm {
    /// Reads the body of a posted form and gives the request back whole. Bodies of other kinds, and forms larger than
    /// any page takes, go on unread.
    pub async fn keep(request: Request) -> (Self, Request) {
        let is_form = request.method() == Method::POST
            && request
                .headers()
                .get(header::CONTENT_TYPE)
                .and_then(|v| v.to_str().ok())
                .is_some_and(|v| v.starts_with("application/x-www-form-urlencoded"));
        let is_api = request.uri().path().starts_with("/api/");
        if !is_form || is_api {
            return (Self::default(), request);
        }
        let most = largest_form(request.uri().path());
        let (parts, body) = request.into_parts();
        match Limited::new(body, most).collect().await {
            Ok(whole) => {
                let bytes = whole.to_bytes();
                let sent = Self {
                    fields: bytes.clone(),
                    is_too_large: false,
                };
                (sent, Request::from_parts(parts, Body::from(bytes)))
            }
            // The layer below says the same of a body that is too large, and of one that broke off.
            Err(error) if error.is::<LengthLimitError>() => (
                Self {
                    is_too_large: true,
                    ..Self::default()
                },
                Request::from_parts(parts, Body::from(vec![b'x'; most + 1])),
            ),
            Err(_) => (Self::default(), Request::from_parts(parts, Body::empty())),
        }
    }

    /// Whether there was one that is larger than any page takes: what was written is in the browser alone.
    pub const fn is_too_large(&self) -> bool {
        self.is_too_large
    }

    /// What can be sent again; nothing when there is a secret in it.
    pub fn fields(&self) -> Option<Vec<(String, String)>> {
        let fields: Vec<(String, String)> = serde_urlencoded::from_bytes(&self.fields).ok()?;
        let has_secret = fields.iter().any(|(name, _)| is_secret(name));
        (!fields.is_empty() && !has_secret).then_some(fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_with_a_secret_is_not_written_into_a_page() {
        let fields = |body: &'static str| {
            let sent = SentForm {
                fields: Bytes::from_static(body.as_bytes()),
                is_too_large: false,
            };
            sent.fields()
        };
        assert_eq!(
            fields("name=A+B&note=x%0Ay"),
            Some(vec![("name".into(), "A B".into()), ("note".into(), "x\ny".into())])
        );
        assert_eq!(fields("phone=1&password=geheim"), None);
        assert_eq!(fields("role=owner&confirm-password=geheim"), None);
        assert_eq!(fields("old=geheim&new=geheimer"), None);
        assert_eq!(fields(""), None);
    }
}
