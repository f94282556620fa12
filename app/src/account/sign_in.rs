//! Signing in with a password or a one-time code.

use axum::http::{StatusCode, header};
use axum::response::Response;
use domain::ErrorCode;
use l10n::{Text, t};
use service::identity::{SignIn, SignedIn};

use super::code::{forget_phone, remembered_phone};
use super::page::{SignInForm, render};
use super::sent::{Sent, send_it};
use super::{Way, guesser, session_cookie, work_of};
use crate::cookies;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::own_path::OwnPath;
use crate::renewed_session::SESSION_SECONDS;

/// How long a browser is known where somebody signed in.
const DEVICE_SECONDS: u64 = 365 * 24 * 60 * 60;

/// The form; who is signed in already goes to their work.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if cx.actor().user().is_some() {
        return Ok(cx.see(&work_of(&cx, cx.actor())));
    }
    let query: Vec<(String, String)> = serde_urlencoded::from_str(cx.query()).unwrap_or_default();
    let value = |name: &str| query.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.as_str());
    let form = SignInForm {
        way: Way::parse(value("way")),
        next: OwnPath::parse(value("next")),
        phone: remembered_phone(&cx),
        ..SignInForm::default()
    };
    Ok(render(&cx, StatusCode::OK, form))
}

/// Begins a session, then goes to `next` or to the person's work.
pub async fn sign_in(cx: Cx, form: Form) -> PageResult<Response> {
    let phone = form.get("phone");
    let next = OwnPath::parse(form.get("next"));
    let way = Way::parse(form.get("way"));
    let answer = service::identity::sign_in(cx.shop(), &sign_in_by(&cx, &form)).await;
    let signed_in = match answer {
        Ok(signed_in) => signed_in,
        Err(error) => {
            let mut shown = SignInForm {
                way,
                next,
                phone: phone.to_owned(),
                sent: Sent::read(&form),
                ..SignInForm::default()
            };
            match error {
                service::Error::Fields(errors) => shown.errors = errors,
                service::Error::Refused(code @ ErrorCode::SignInFailed) => shown.refused = Some(code),
                service::Error::TooMany { seconds } => {
                    shown.wait = Some(seconds);
                    shown.instead = instead_of_waiting(form.get("code"));
                }
                error => return Err(error.into()),
            }
            return Ok(render(&cx, StatusCode::UNPROCESSABLE_ENTITY, shown));
        }
    };
    Ok(self::signed_in(&cx, &signed_in, next, Sent::read(&form)))
}

/// What is left to somebody who tried too often: passwords and codes are counted apart.
pub(super) fn instead_of_waiting(code: &str) -> Text {
    if code.trim().is_empty() {
        t::ACCOUNT_WAIT_CODE
    } else {
        t::ACCOUNT_WAIT_INSTEAD
    }
}

/// The answer to somebody who is signed in now: `next`, or their work, or what they `sent` before.
pub(super) fn signed_in(cx: &Cx, signed_in: &SignedIn, next: Option<OwnPath>, sent: Option<Sent>) -> Response {
    let place = next.map_or_else(|| work_of(cx, signed_in.actor), |next| next.to_string());
    // What somebody else wrote is not sent in the name of whoever signs in now.
    let response = match sent.filter(|_| !signed_in.is_another) {
        Some(sent) => send_it(cx, sent, signed_in.actor, place),
        None => cx.see(&place),
    };
    with_session(response, signed_in)
}

/// Who wants to sign in, by a form with a number and a secret.
pub(crate) fn sign_in_by<'r>(cx: &'r Cx, form: &'r Form) -> SignIn<'r> {
    SignIn {
        phone: form.get("phone"),
        password: form.get("password"),
        code: form.get("code"),
        guesser: guesser(cx),
        old_session: session_cookie(cx),
        agent: agent(cx),
    }
}

/// What the browser calls itself.
pub(super) fn agent(cx: &Cx) -> &str {
    let agent = cx.headers().get(header::USER_AGENT);
    agent.and_then(|agent| agent.to_str().ok()).unwrap_or_default()
}

/// The answer with the cookies of a fresh session.
pub(crate) fn with_session(mut response: Response, signed_in: &SignedIn) -> Response {
    let session = cookies::set(cookies::SESSION, &signed_in.token.to_hex(), SESSION_SECONDS);
    let device = cookies::set(cookies::DEVICE, &signed_in.device, DEVICE_SECONDS);
    for cookie in session.into_iter().chain(device).chain(forget_phone()) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
