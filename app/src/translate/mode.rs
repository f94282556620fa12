//! Turning translator mode on and off: pages then say which texts they are made of, see [`crate::marks`]. That is nobody's secret,
//! so whoever is signed in may; what is done with a text is decided where it is changed.

use axum::Router;
use axum::http::header;
use axum::response::Response;
use axum::routing::post;
use l10n::t;
use leptos::prelude::*;

use crate::account::sign_in_first;
use crate::cookies;
use crate::cx::{AppState, Cx};
use crate::error::PageResult;
use crate::form::Form;
use crate::marks;
use crate::own_path::OwnPath;
use crate::routes::{Home, Route, TranslateGuide, TranslateMode};
use crate::ui::{Html, IntoHtml};

/// Where the mode is turned on and off.
pub(super) fn routes() -> Router<AppState> {
    Router::new().route(TranslateMode::PATTERN, post(switch))
}

/// Turns it on or off, and goes to the page it was asked for on: the first one of the shop if there is none.
async fn switch(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let back = OwnPath::parse(form.get("back"));
    let place = back.map_or_else(|| cx.url(&Home::new()), |back| back.as_str().to_owned());
    let user = cx.actor().user().filter(|_| form.get("mode") == "on");
    let cookie = user.map_or_else(|| cookies::clear(cookies::TEXTS), marks::turn_on);
    let mut response = cx.see(&place);
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// Ways to the work beside the list of texts: the shop with its texts marked, and the guide.
#[component]
pub(super) fn ModeForm() -> Html {
    let cx = Cx::here();
    // The shop has other scripts than the work areas: the document is loaded anew.
    view! {
        <form method="post" action=cx.url(&TranslateMode::new()) data-testid="texts-enter" data-plain="">
            <p class="c-actions">
                <button class="c-button" name="mode" value="on">{cx.t(t::TEXTS_MODE_ENTER)}</button>
                <a class="c-button c-button--quiet" href=cx.url(&TranslateGuide::new())>{cx.t(t::TEXTS_GUIDE)}</a>
            </p>
        </form>
    }
    .into_html()
}
