//! Signing in and out, and one's own account: what one works for, where one is signed in, the password. For members of
//! cooperatives, stations, translators and the Centre; buying needs no account.

mod act;
mod code;
pub(crate) mod confirm;
mod own;
mod page;
mod password;
mod sessions;
mod sign_in;
mod sign_out;
mod work;

use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use service::identity::Guesser;

use crate::cookies;
use crate::cx::{AppState, Cx};
use crate::own_path::OwnPath;
use crate::routes::{
    Account, AccountAct, AccountConfirm, AccountConfirmCode, AccountPassword, AccountSessions, Route, SignIn,
    SignInCode, SignOut,
};

pub(crate) use confirm::{fresh_first, fresh_page_first};
pub(crate) use page::{WaitNotice, waiting};
pub(crate) use work::{areas_of, work_of};

/// The pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(SignIn::PATTERN, get(sign_in::show).post(sign_in::sign_in))
        .route(SignInCode::PATTERN, post(code::send))
        .route(SignOut::PATTERN, post(sign_out::sign_out))
        .route(Account::PATTERN, get(own::show))
        .route(AccountAct::PATTERN, post(act::choose))
        .route(AccountSessions::PATTERN, post(sessions::end))
        .route(AccountPassword::PATTERN, post(password::change))
        .route(AccountConfirm::PATTERN, get(confirm::show).post(confirm::confirm))
        .route(AccountConfirmCode::PATTERN, post(confirm::send_code))
}

/// For pages of a work area: whoever is not signed in is asked to, and comes back here. Who is signed in is left to
/// the use case, which knows whom it serves.
pub(crate) fn sign_in_first(cx: &Cx) -> Option<Response> {
    let is_signed_in = cx.actor().user().is_some();
    (!is_signed_in).then(|| {
        cx.see(&sign_in_url(
            cx,
            OwnPath::parse(&cx.here_in(cx.locale())).as_ref(),
            Way::Password,
        ))
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

/// The sign-in page that leads to `next`.
fn sign_in_url(cx: &Cx, next: Option<&OwnPath>, way: Way) -> String {
    let mut pairs = Vec::new();
    if way == Way::Code {
        pairs.push(("way", Way::CODE));
    }
    if let Some(next) = next {
        pairs.push(("next", next.as_str()));
    }
    let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{}{mark}{query}", cx.url(&SignIn::new()))
}
