//! A session that gets a fresh token while a request is answered: whatever the answer turns out to be, an error page
//! included, it brings the new cookie. The old one is dead by then.

use std::fmt;
use std::sync::{Arc, OnceLock};

use axum::extract::Request;
use axum::http::header;
use axum::middleware::Next;
use axum::response::Response;
use domain::{IdempotencyKey, Token};

use crate::cookies;

/// The browser keeps the session's token as long as the longest session lasts.
pub(crate) const SESSION_SECONDS: u64 = 7 * 24 * 60 * 60;

/// The fresh token of a request's session, once there is one; shared by all who answer that request.
#[derive(Clone, Default)]
pub struct RenewedSession(Arc<OnceLock<String>>);

impl RenewedSession {
    /// The cookie's new value.
    pub fn cookie(&self) -> Option<&str> {
        self.0.get().map(String::as_str)
    }

    /// The session goes on under this token.
    pub(crate) fn set(&self, token: &Token) {
        // A request proves once who asks, so there is nothing to replace.
        let _ = self.0.set(token.to_hex());
    }
}

impl fmt::Debug for RenewedSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RenewedSession(…)")
    }
}

/// Middleware: sends the new cookie with the answer. It stands outside of everything that can put another answer in place
/// of a page's.
pub async fn send_renewed_session(mut request: Request, next: Next) -> Response {
    let renewed = RenewedSession::default();
    request.extensions_mut().insert(renewed.clone());
    let mut response = next.run(request).await;
    let cookie = renewed
        .cookie()
        .and_then(|token| cookies::set(cookies::SESSION, token, SESSION_SECONDS));
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// Stands in the query of the address, for there it is read before anything else: a form sent twice comes the second time
/// under a token that is no longer good.
const FORM: &str = "confirm-form";

/// The form that a request shows with who sends it, and the query without it.
pub(crate) fn take_form(query: &str) -> (String, Option<IdempotencyKey>) {
    let form = query
        .split('&')
        .find_map(|pair| pair.strip_prefix(FORM)?.strip_prefix('='));
    let Some(key) = form.and_then(|key| IdempotencyKey::parse(key).ok()) else {
        return (query.to_owned(), None);
    };
    let others = query.split('&').filter(|pair| !pair.starts_with(FORM));
    (others.collect::<Vec<_>>().join("&"), Some(key))
}

/// Where the answer is sent: with a form of its own each time that it is asked for.
pub(crate) fn with_form(target: &str, form: IdempotencyKey) -> String {
    let mark = if target.contains('?') { '&' } else { '?' };
    format!("{target}{mark}{FORM}={form}")
}
