//! Changing the password.

use axum::http::StatusCode;
use axum::response::Response;
use service::identity::PasswordChange;

use super::own::{self, NotChanged};
use super::{guesser, session_cookie, sign_in_first};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::routes::Account;
use crate::sent_form::{NEW_PASSWORD, OLD_PASSWORD};

/// Changes it; all other sessions end, and this one gets a fresh token.
pub async fn change(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let change = PasswordChange {
        old: form.get(OLD_PASSWORD),
        new: form.get(NEW_PASSWORD),
    };
    let changed = service::identity::change_password(cx.shop(), session_cookie(&cx), change, &guesser(&cx)).await;
    let not_changed = match changed {
        Ok(token) => {
            cx.renewed_session().set(&token);
            return Ok(cx.see(&format!("{}?changed=1", cx.url(&Account::new()))));
        }
        Err(service::Error::Fields(errors)) => NotChanged { errors, wait: None },
        Err(service::Error::TooMany { seconds }) => NotChanged {
            wait: Some(seconds),
            ..NotChanged::default()
        },
        Err(error) => return Err(error.into()),
    };
    let status = if not_changed.wait.is_some() {
        StatusCode::TOO_MANY_REQUESTS
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    own::render(&cx.standing_at(&Account::new()), status, not_changed).await
}
