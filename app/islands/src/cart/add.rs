//! Adding to the cart without leaving the page.

use domain::Locale;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use web_sys::HtmlFormElement;

use super::purchase;
use crate::api::{self, Answer};
use crate::{Problem, dom};

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

/// Round the cart's number in the header. It takes over every form on the page that adds to the cart, those that come
/// with later pages too, so that a list of 24 products wakes one island and not 24.
#[island]
pub fn AddToCartIsland(
    /// The server-rendered number.
    children: Children,
) -> impl IntoView {
    Effect::new(move |_| {
        let listener = window_event_listener_untyped("submit", move |event| {
            let Some(form) = event.target().and_then(|t| t.dyn_into::<HtmlFormElement>().ok()) else {
                return;
            };
            if form.get_attribute("data-enhance").as_deref() != Some("cart-add") || form.has_attribute("data-plain") {
                return;
            }
            event.prevent_default();
            if !form.has_attribute("aria-busy") {
                send(&form);
            }
        });
        on_cleanup(move || listener.remove());
    });
    children()
}

fn send(form: &HtmlFormElement) {
    let (offer, quantity) = (dom::field(form, "offer"), dom::field(form, "quantity"));
    let form = form.clone();
    // A busy form takes no second click; an attribute that cannot be set only costs that.
    drop(form.set_attribute("aria-busy", "true"));
    spawn_local(async move {
        let answer = api::call("add_to_cart", &[("offer", &offer), ("quantity", &quantity)]).await;
        drop(form.remove_attribute("aria-busy"));
        match answer {
            Answer::Done(count) => {
                for badge in dom::everywhere("[data-testid=cart-count]") {
                    badge.set_text_content(Some(&count.get("badge").text()));
                    badge.set_hidden(false);
                }
                purchase::accepted(&form);
                dom::say(&count.get("said").text());
            }
            Answer::Refused(text) => dom::say(&purchase::refused(&form, text)),
            Answer::Offline => dom::say_offline(),
            Answer::Broken => {
                drop(form.set_attribute("data-plain", "true"));
                drop(form.submit());
            }
        }
    });
}
