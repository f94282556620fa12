//! A form whose answer is an error of ours: what was typed goes onto the page that says so, with a button that sends it
//! again. A browser's own "Back" loses it in too many ways.

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::{Method, header};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use l10n::t;
use leptos::prelude::*;

use crate::cx::Cx;
use crate::form::MAX_FORM;
use crate::ui::{Html, IntoHtml};

/// Fields that are never put into a page: whoever picks the phone up next could read them.
const SECRETS: [&str; 6] = ["password", "new_password", "old_password", "code", "tail", "pin"];

/// The fields of a form as they were sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SentForm(Bytes);

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
        let (parts, body) = request.into_parts();
        match Limited::new(body, MAX_FORM).collect().await {
            Ok(whole) => {
                let bytes = whole.to_bytes();
                (Self(bytes.clone()), Request::from_parts(parts, Body::from(bytes)))
            }
            // The layer below says the same of a body that is too large, and of one that broke off.
            Err(error) if error.is::<LengthLimitError>() => (
                Self::default(),
                Request::from_parts(parts, Body::from(vec![b'x'; MAX_FORM + 1])),
            ),
            Err(_) => (Self::default(), Request::from_parts(parts, Body::empty())),
        }
    }

    /// What can be sent again; nothing when there is a secret in it.
    fn fields(&self) -> Option<Vec<(String, String)>> {
        let fields: Vec<(String, String)> = serde_urlencoded::from_bytes(&self.0).ok()?;
        let has_secret = fields.iter().any(|(name, _)| SECRETS.contains(&name.as_str()));
        (!fields.is_empty() && !has_secret).then_some(fields)
    }
}

/// The way on from an error that may be over in a moment: the same form again, or the page at `place`.
#[component]
pub(crate) fn TryAgain(
    /// What was sent.
    sent: SentForm,
    /// The page to open again where no form was sent.
    place: String,
) -> Html {
    let cx = Cx::here();
    let label = cx.t(t::BUTTON_TRY_AGAIN);
    match sent.fields() {
        None => view! { <a class="c-button c-button--primary" href=place>{label}</a> }.into_html(),
        Some(fields) => {
            let fields = fields
                .into_iter()
                .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
                .collect_view();
            view! {
                <form method="post" action=cx.here_in(cx.locale()) data-testid="try-again">
                    {fields}
                    <button class="c-button c-button--primary">{label}</button>
                </form>
            }
            .into_html()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_with_a_secret_is_not_written_into_a_page() {
        let fields = |body: &'static str| SentForm(Bytes::from_static(body.as_bytes())).fields();
        assert_eq!(
            fields("name=A+B&note=x%0Ay"),
            Some(vec![("name".into(), "A B".into()), ("note".into(), "x\ny".into())])
        );
        assert_eq!(fields("phone=1&password=geheim"), None);
        assert_eq!(fields(""), None);
    }
}
