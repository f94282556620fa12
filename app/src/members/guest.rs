//! What whoever opened a link typed, until they have typed the code as well: the page that asks for it is one that can be
//! loaded again.

use axum::http::header;
use axum::response::Response;

use super::join_page::Typed;
use crate::account::Step;
use crate::cookies;
use crate::cx::Cx;
use crate::form::Form;
use crate::query::value_of;
use crate::routes::AccountJoin;

/// Says in the address of the page that it asks for the code.
pub(super) const ASKING: &str = "step";

/// Name and number, and for which link: at another one no code was sent. A cookie, since addresses end up in histories. It is
/// not signed: it is shown to nobody but the browser that typed it.
const GUEST: &str = "__Host-guest";
/// As long as a code may take to arrive.
const GUEST_SECONDS: u64 = 10 * 60;

/// To the page that asks for the code that was sent.
pub(super) fn asking_for_code(cx: &Cx, link: &str, form: &Form) -> Response {
    let page = cx.url(&AccountJoin::new(link));
    let mut response = cx.see(&format!("{page}?{ASKING}={}", Step::CODE));
    let typed = [("link", link), ("name", form.get("name")), ("phone", form.get("phone"))];
    let typed = serde_urlencoded::to_string(typed);
    let cookie = typed.ok().and_then(|typed| cookies::set(GUEST, &typed, GUEST_SECONDS));
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// What was typed at this link a moment ago, and that a code went there; in a browser that does not know, both are typed once
/// more.
pub(super) fn sent_to(cx: &Cx, link: &str) -> Typed {
    let known = cookies::read(cx.headers(), GUEST)
        .filter(|known| value_of(known, "link") == link)
        .unwrap_or_default();
    Typed {
        name: value_of(known, "name"),
        phone: value_of(known, "phone"),
        step: Step::Code,
        is_sent: !known.is_empty(),
        ..Typed::default()
    }
}

/// Tells the browser to forget it.
pub(super) fn forgetting(mut response: Response) -> Response {
    if let Some(cookie) = cookies::clear(GUEST) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
