//! Asking a device for fingerprint, face or lock: the button, the question behind it, and signing in by the answer.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use components::PasskeyButtonView;
use domain::{ErrorCode, PasskeyPurpose};
use l10n::{Text, t};
use leptos::prelude::*;
use service::identity::passkeys::{self, PasskeyPlace, PasskeySignIn};
use service::identity::require_fresh;

use super::page::{SignInForm, render};
use super::sent::Sent;
use super::sign_in::{agent, signed_in};
use super::{guesser, session_cookie};
use crate::cookies;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::own_path::OwnPath;
use crate::routes::{AccountPasskeyAsk, SignIn};
use crate::ui::{Html, IntoHtml};

/// The field with the answer.
pub(super) const ANSWER: &str = "passkey";
/// As long as the question is good.
const TICKET_SECONDS: u64 = 300;

/// Where the shop's passkeys are good, if anywhere.
pub(super) fn place(cx: &Cx) -> Option<PasskeyPlace> {
    PasskeyPlace::of(cx.public_url())
}

/// The button inside a form. Without a script there is none, and where none can be, `not_here` is said.
#[component]
pub(super) fn PasskeyButton(
    /// What the device is asked for.
    purpose: PasskeyPurpose,
    /// The field of the form that gets the answer.
    field: &'static str,
    /// What stands on it.
    label: Text,
    /// What is said where it cannot be.
    #[prop(default = None)]
    not_here: Option<Text>,
) -> Html {
    let cx = Cx::here();
    let not_here = not_here.map(|text| cx.t(text)).unwrap_or_default();
    let Some(place) = place(&cx) else {
        let said = !not_here.is_empty();
        return said.then(|| view! { <p>{not_here}</p> }).into_html();
    };
    let view = PasskeyButtonView {
        ask: cx.url(&AccountPasskeyAsk::new()),
        purpose: purpose.as_str().to_owned(),
        makes: purpose == PasskeyPurpose::Add,
        field: field.to_owned(),
        origin: place.origin,
        label: cx.t(label),
        not_here,
        asking: cx.t(t::PASSKEY_ASKING),
        stopped: cx.t(t::PASSKEY_STOPPED),
        known: cx.t(t::PASSKEY_KNOWN),
        impossible: cx.t(t::PASSKEY_IMPOSSIBLE),
        offline: cx.t(t::PASSKEY_OFFLINE),
        later: cx.t(t::PASSKEY_LATER),
        busy: cx.t(t::PASSKEY_BUSY),
        broken: cx.t(t::PASSKEY_BROKEN),
    };
    islands::passkey_island(view).into_html()
}

/// What the device is to be asked, for the script behind the button.
pub async fn ask(cx: Cx, form: Form) -> PageResult<Response> {
    let place = place(&cx).ok_or(ErrorCode::NotFound)?;
    let purpose = PasskeyPurpose::parse(form.get("purpose")).ok_or(ErrorCode::NotFound)?;
    let (shop, cookie, guesser) = (cx.shop(), session_cookie(&cx), guesser(&cx));
    let options = match purpose {
        PasskeyPurpose::SignIn => {
            let asked = passkeys::ask_to_sign_in(shop, &place, &guesser).await?;
            let ticket = cookies::set(cookies::PASSKEY, &asked.ticket.to_hex(), TICKET_SECONDS);
            let mut response = json(asked.options);
            response
                .headers_mut()
                .extend(ticket.map(|ticket| (header::SET_COOKIE, ticket)));
            return Ok(response);
        }
        PasskeyPurpose::Add => {
            let fresh = require_fresh(shop, cookie).await?.ok_or(ErrorCode::NotFound)?;
            passkeys::ask_to_add(shop, &place, cookie, fresh, &guesser).await?
        }
        PasskeyPurpose::Confirm => passkeys::ask_to_confirm(shop, &place, cookie, &guesser).await?,
    };
    Ok(json(options))
}

fn json(text: String) -> Response {
    let mut response = Response::new(Body::from(text));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Begins a session by the answer, as signing in with a password does.
pub async fn sign_in(cx: Cx, form: Form) -> PageResult<Response> {
    let place = place(&cx).ok_or(ErrorCode::NotFound)?;
    let next = OwnPath::parse(form.get("next"));
    let ask = PasskeySignIn {
        answer: form.get(ANSWER),
        ticket: cookies::read(cx.headers(), cookies::PASSKEY).unwrap_or_default(),
        guesser: guesser(&cx),
        old_session: session_cookie(&cx),
        agent: agent(&cx),
    };
    match passkeys::sign_in(cx.shop(), &place, &ask).await {
        Ok(done) => {
            let mut response = signed_in(&cx, &done, next, Sent::read(&form));
            let ticket = cookies::clear(cookies::PASSKEY);
            response
                .headers_mut()
                .extend(ticket.map(|ticket| (header::SET_COOKIE, ticket)));
            Ok(response)
        }
        Err(service::Error::Refused(ErrorCode::SignInFailed)) => {
            let shown = SignInForm {
                next,
                sent: Sent::read(&form),
                passkey_failed: true,
                ..SignInForm::default()
            };
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(render(&cx.standing_at(&SignIn::new()), status, shown))
        }
        Err(error) => Err(error.into()),
    }
}
