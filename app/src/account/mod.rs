//! Signing in and out, and one's own account: what one works for, where one is signed in, the password. For members of
//! cooperatives, stations, translators and the Centre; buying needs no account.

mod act;
mod code;
mod code_step;
pub(crate) mod confirm;
mod own;
mod page;
mod passkey;
mod passkeys;
mod password;
mod sent;
mod sessions;
mod sign_in;
mod sign_out;
mod work;

use axum::Router;
use axum::http::header;
use axum::response::Response;
use axum::routing::{get, post};
use service::identity::Guesser;

use crate::cookies;
use crate::cx::{AppState, Cx};
use crate::own_path::OwnPath;
use crate::query::with_query;
use crate::routes::{
    Account, AccountAct, AccountConfirm, AccountConfirmCode, AccountPasskeyAsk, AccountPasskeys, AccountPassword,
    AccountSessions, Route, SignIn, SignInCode, SignInPasskey, SignOut,
};

pub(crate) use code_step::{CodeStep, Step, code_error};
pub(crate) use confirm::{fresh_first, fresh_page_first};
pub(crate) use page::{WaitNotice, waiting};
use sent::Sent;
pub(crate) use sign_in::{sign_in_by, with_session};
pub(crate) use work::{areas_of, work_of};

/// The pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(SignIn::PATTERN, get(sign_in::show).post(sign_in::sign_in))
        .route(SignInCode::PATTERN, post(code::send))
        .route(SignInPasskey::PATTERN, post(passkey::sign_in))
        .route(AccountPasskeys::PATTERN, get(passkeys::show).post(passkeys::save))
        .route(AccountPasskeyAsk::PATTERN, post(passkey::ask))
        .route(SignOut::PATTERN, post(sign_out::sign_out))
        .route(Account::PATTERN, get(own::show))
        .route(AccountAct::PATTERN, post(act::choose))
        .route(AccountSessions::PATTERN, post(sessions::end))
        .route(AccountPassword::PATTERN, post(password::change))
        .route(AccountConfirm::PATTERN, get(confirm::show).post(confirm::confirm))
        .route(AccountConfirmCode::PATTERN, post(confirm::send_code))
}

/// What the address of the sign-in page ends with for somebody who pressed something after being signed out.
const ENDED: (&str, &str) = ("ended", "1");

/// For pages of a work area: whoever is not signed in is asked to, and comes back here. What they sent is kept meanwhile.
/// Who is signed in is left to the use case, which knows whom it serves.
pub(crate) fn sign_in_first(cx: &Cx) -> Option<Response> {
    if cx.actor().user().is_none()
        && let Some(sent) = Sent::of(cx)
    {
        return Some(page::keeping(cx, sent));
    }
    sign_in_elsewhere(cx)
}

/// The same for what a script sends, which keeps it itself.
pub(crate) fn sign_in_elsewhere(cx: &Cx) -> Option<Response> {
    let is_signed_in = cx.actor().user().is_some();
    (!is_signed_in).then(|| {
        let here = cx.here_in(cx.locale());
        // Who pressed something is told that it was not done.
        let ended = cx.headers().contains_key(header::CONTENT_TYPE).then_some(ENDED);
        cx.see(&sign_in_url(cx, OwnPath::parse(&here).as_ref(), Way::Password, ended))
    })
}

/// The session cookie of this request, or the one that took its place meanwhile; empty when there is none.
pub(crate) fn session_cookie(cx: &Cx) -> &str {
    let sent = || cookies::read(cx.headers(), cookies::SESSION);
    cx.renewed_session().cookie().or_else(sent).unwrap_or_default()
}

/// Who guesses, where something is guessed.
pub(crate) fn guesser(cx: &Cx) -> Guesser<'_> {
    Guesser {
        network: cx.network().clone(),
        device: cookies::read(cx.headers(), cookies::DEVICE).unwrap_or_default(),
        locale: cx.locale(),
    }
}

/// How somebody proves who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// By the password, or by asking for a code.
    Password,
    /// By the code that was sent.
    Code,
}

impl Way {
    const CODE: &'static str = "code";

    fn parse(word: &str) -> Self {
        if word == Self::CODE { Self::Code } else { Self::Password }
    }
}

/// The sign-in page for whoever wants to come back to the page at `next`.
pub(crate) fn sign_in_to(cx: &Cx, next: &str) -> String {
    sign_in_url(cx, OwnPath::parse(next).as_ref(), Way::Password, None)
}

/// The sign-in page that leads to `next`, with what else its address says.
fn sign_in_url(cx: &Cx, next: Option<&OwnPath>, way: Way, more: Option<(&str, &str)>) -> String {
    let mut pairs = Vec::new();
    if way == Way::Code {
        pairs.push(("way", Way::CODE));
    }
    if let Some(next) = next {
        pairs.push(("next", next.as_str()));
    }
    pairs.extend(more);
    with_query(cx.url(&SignIn::new()), &pairs)
}
