//! Ordering the same again.

use axum::http::{HeaderValue, header};
use axum::response::Response;
use domain::{ErrorCode, IdempotencyKey, OrderCode};
use l10n::t;
use leptos::prelude::*;
use service::Shown;
use service::cart::CartView;

use super::access;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::FormKey;
use crate::routes::{Cart, Named, OrderAgain};
use crate::ui::{Html, IntoHtml, ShownName};

/// Puts what was ordered into the cart, and shows the cart.
pub async fn again(cx: Cx, Named(code): Named<OrderCode>, form: Form) -> PageResult<Response> {
    let access = access(&cx, &code).ok_or(ErrorCode::NotFound)?;
    // The page carries a key; a form without one is another form each time.
    let key = IdempotencyKey::parse(form.get("key")).or_else(|_| service::new_key())?;
    let token = service::checkout::order_again(cx.shop(), &access, cx.cart(), key).await?;
    let mut response = cx.see(&format!("{}?again={code}", cx.url(&Cart::new())));
    if let Some(cookie) = token.and_then(|token| HeaderValue::from_str(&service::cart::cookie(&token)).ok()) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// The button.
#[component]
pub(super) fn AgainButton(
    /// The order.
    code: OrderCode,
) -> Html {
    let cx = Cx::here();
    view! {
        <form method="post" action=cx.url(&OrderAgain::new(&code.to_string())) data-testid="again">
            <FormKey/>
            <button class="c-button">{cx.t(t::OFFLINE_AGAIN)}</button>
        </form>
    }
    .into_html()
}

/// What of the order that the page's address names could not be put into the cart; nothing when it names none of this
/// browser's.
pub(crate) async fn missing(cx: &Cx, cart: &CartView) -> PageResult<Option<Vec<Shown>>> {
    let code = cx
        .query()
        .strip_prefix("again=")
        .and_then(|code| OrderCode::parse(code).ok());
    let Some(access) = code.and_then(|code| access(cx, &code)) else {
        return Ok(None);
    };
    match service::checkout::missing_of(cx.shop(), &access, cart).await {
        Ok(missing) => Ok(Some(missing)),
        Err(service::Error::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// What became of ordering again, at the top of the cart.
#[component]
pub(crate) fn AgainNotice(
    /// What could not be put into it; nothing when nothing was ordered again.
    missing: Option<Vec<Shown>>,
) -> Html {
    let cx = Cx::here();
    let Some(missing) = missing else {
        return Html::new("");
    };
    if missing.is_empty() {
        return view! {
            <div class="c-notice c-notice--good" id="notice" role="status" data-testid="again-done">
                <p>{cx.t(t::OFFLINE_AGAIN_DONE)}</p>
            </div>
        }
        .into_html();
    }
    let names = missing
        .into_iter()
        .map(|shown| view! { <li><ShownName shown/></li> })
        .collect_view();
    view! {
        <div class="c-notice c-notice--warn" id="notice" role="status" data-testid="again-missing">
            <p>{cx.t(t::OFFLINE_AGAIN_MISSING)}</p>
            <ul>{names}</ul>
        </div>
    }
    .into_html()
}
