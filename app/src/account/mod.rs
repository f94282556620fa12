//! Signing in and out, for members of cooperatives and the Centre. Buying needs no account.

mod code;
mod page;
mod sign_in;
mod sign_out;

use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use domain::Actor;

use crate::cx::{AppState, Cx};
use crate::own_path::OwnPath;
use crate::routes::{CentreOutbox, Home, Route, SignIn, SignInCode, SignOut, Studio};

/// The pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(SignIn::PATTERN, get(sign_in::show).post(sign_in::sign_in))
        .route(SignInCode::PATTERN, post(code::send))
        .route(SignOut::PATTERN, post(sign_out::sign_out))
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

/// Where somebody's work is.
fn work_of(cx: &Cx, actor: Actor) -> String {
    match actor {
        Actor::Cooperative { .. } => cx.url(&Studio::new()),
        Actor::Centre { .. } => cx.url(&CentreOutbox::new()),
        Actor::Anonymous | Actor::Shopper { .. } => cx.url(&Home::new()),
    }
}
