//! Asking for a one-time code.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use domain::Phone;

use super::page::{SignInForm, render};
use super::sent::Sent;
use super::{Way, guesser, sign_in_url};
use crate::cookies;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::shop_for;
use crate::own_path::OwnPath;
use crate::routes::SignIn;

/// The number a code was sent to, so that it need not be typed twice. A cookie, since addresses end up in histories.
const PHONE: &str = "__Host-phone";
/// As long as a code may take to arrive.
const PHONE_SECONDS: u64 = 10 * 60;

/// Sends a code, and asks for it. The answer is the same whether the number is known or not.
pub async fn send(cx: Cx, form: Form) -> PageResult<Response> {
    let phone = form.get("phone");
    let next = OwnPath::parse(form.get("next"));
    let sent = Sent::read(&form);
    match service::identity::send_code(&shop_for(&cx, &form)?, phone, &guesser(&cx)).await {
        Ok(()) => {}
        Err(service::Error::Fields(errors)) => {
            let form = SignInForm {
                next,
                phone: phone.to_owned(),
                sent,
                errors,
                ..SignInForm::default()
            };
            return Ok(render(&cx, StatusCode::UNPROCESSABLE_ENTITY, form));
        }
        Err(service::Error::TooMany { seconds }) => {
            let form = SignInForm {
                next,
                phone: phone.to_owned(),
                sent,
                wait: Some(seconds),
                ..SignInForm::default()
            };
            return Ok(render(&cx.standing_at(&SignIn::new()), StatusCode::OK, form));
        }
        Err(error) => return Err(error.into()),
    }
    if sent.is_none() {
        return Ok(ask_for_code(&cx, phone, next.as_ref()));
    }
    let form = SignInForm {
        way: Way::Code,
        next,
        phone: phone.to_owned(),
        sent,
        ..SignInForm::default()
    };
    // What was sent goes along in the page, which an address cannot hold.
    Ok(remembering(
        render(&cx.standing_at(&SignIn::new()), StatusCode::OK, form),
        phone,
    ))
}

fn ask_for_code(cx: &Cx, phone: &str, next: Option<&OwnPath>) -> Response {
    remembering(cx.see(&sign_in_url(cx, next, Way::Code, None)), phone)
}

/// The answer with the cookie that saves typing the number twice.
fn remembering(mut response: Response, phone: &str) -> Response {
    let cookie = Phone::parse(phone)
        .ok()
        .and_then(|phone| cookies::set(PHONE, phone.as_e164(), PHONE_SECONDS));
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// The number a code was just sent to, as people write it; empty when there is none.
pub(super) fn remembered_phone(cx: &Cx) -> String {
    cookies::read(cx.headers(), PHONE)
        .and_then(|phone| Phone::parse(phone).ok())
        .map(|phone| phone.display())
        .unwrap_or_default()
}

/// Tells the browser to forget the number.
pub(super) fn forget_phone() -> Option<HeaderValue> {
    cookies::clear(PHONE)
}
