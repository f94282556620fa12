//! Adding to the cart without leaving the page.

use domain::Locale;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use web_sys::{HtmlFormElement, SubmitEvent};

use crate::{Problem, api, dom};

/// What adding answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CartCount {
    /// How many lines the cart has.
    pub count: u32,
    /// The number as the badge shows it.
    pub badge: String,
    /// What happened, for the live region.
    pub said: String,
}

/// Puts an offer into the cart of this browser.
///
/// # Errors
/// A [`Problem`] in words, when it cannot be ordered like that.
#[server(prefix = "/api", endpoint = "add_to_cart")]
pub async fn add_to_cart(
    /// Language of the answer.
    locale: Locale,
    /// The offer.
    offer: i64,
    /// How much, as typed.
    quantity: String,
) -> Result<CartCount, Problem> {
    let Some(service::Caller { shop, cart, .. }) = use_context() else {
        return Err(Problem::default());
    };
    let added = service::cart::add(&shop, cart, domain::OfferId(offer), &quantity)
        .await
        .map_err(|error| Problem::of(&shop, locale, &error))?;
    if let (Some(token), Some(response)) = (&added.token, use_context::<leptos_axum::ResponseOptions>()) {
        let cookie = service::cart::cookie(token);
        if let Ok(value) = http::HeaderValue::from_str(&cookie) {
            response.append_header(http::header::SET_COOKIE, value);
        }
    }
    Ok(CartCount {
        count: added.count,
        badge: l10n::format::number(locale, i64::from(added.count)),
        said: shop
            .texts()
            .get(locale, l10n::t::cart_badge_added(i64::from(added.count))),
    })
}

/// The cart's number in the header. It takes over every form on the page that adds to the cart, those that come with
/// later pages too, so that a list of 24 products wakes one island and not 24.
#[island]
pub fn AddToCartIsland(
    /// The page's language.
    locale: Locale,
    /// The number shown; empty for none.
    badge: String,
) -> impl IntoView {
    let shown = RwSignal::new(badge);
    Effect::new(move |_| {
        let listener = window_event_listener_untyped("submit", move |event| {
            let Some(form) = event.target().and_then(|t| t.dyn_into::<HtmlFormElement>().ok()) else {
                return;
            };
            if form.get_attribute("data-enhance").as_deref() != Some("cart-add") || form.has_attribute("data-plain") {
                return;
            }
            event.prevent_default();
            if form.has_attribute("aria-busy") {
                return;
            }
            send(
                &form,
                locale,
                shown,
                event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter),
            );
        });
        on_cleanup(move || listener.remove());
    });
    view! { <span class="c-badge" data-testid="cart-count" hidden=move || shown.with(String::is_empty)>{shown}</span> }
}

fn send(form: &HtmlFormElement, locale: Locale, badge: RwSignal<String>, button: Option<web_sys::HtmlElement>) {
    let offer = dom::field(form, "offer");
    let quantity = dom::field(form, "quantity");
    let form = form.clone();
    // A busy form takes no second click; an attribute that cannot be set only costs that.
    drop(form.set_attribute("aria-busy", "true"));
    spawn_local(async move {
        let fields = [("locale", locale.code()), ("offer", &offer), ("quantity", &quantity)];
        let answer: Result<CartCount, Problem> = api::call("add_to_cart", &fields).await;
        drop(form.remove_attribute("aria-busy"));
        match answer {
            Ok(count) => {
                badge.set(count.badge);
                dom::say(&count.said);
                if let Some(button) = button {
                    drop(button.set_attribute("data-done", "true"));
                }
            }
            Err(Problem { text: Some(text) }) => dom::say(&text),
            Err(Problem { text: None }) => plainly(&form),
        }
    });
}

/// Sends the form as if no script had been there.
fn plainly(form: &HtmlFormElement) {
    drop(form.set_attribute("data-plain", "true"));
    drop(form.submit());
}
