//! Changing quantities on the cart's page.

use domain::Locale;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};
use web_sys::Element;

use crate::api::{self, Answer, Json};
use crate::{Problem, dom};

/// The cart's page after a change, as finished texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CartTotals {
    /// Offer and price of each line.
    pub lines: Vec<(String, String)>,
    /// Prices of the cooperatives' parts, in the page's order.
    pub sellers: Vec<String>,
    /// Weight of everything.
    pub weight: String,
    /// Price of everything.
    pub goods: String,
}

/// Sets the quantity of one line.
///
/// # Errors
/// A [`Problem`] in words, when it cannot be ordered like that.
#[server(prefix = "/api", endpoint = "change_cart")]
pub async fn change_cart(
    /// Language of the answer.
    locale: Locale,
    /// The offer.
    offer: i64,
    /// How much, as typed.
    quantity: String,
) -> Result<CartTotals, Problem> {
    let Some(service::Caller { shop, cart, .. }) = use_context() else {
        return Err(Problem::default());
    };
    let told = |error| Problem::of(&shop, locale, &error);
    let cart = cart.ok_or_else(|| told(service::Error::NotFound))?;
    service::cart::change(&shop, cart, &[(domain::OfferId(offer), quantity)])
        .await
        .map_err(told)?;
    let view = service::cart::view(&shop, locale, Some(cart)).await.map_err(told)?;
    let money = |amount| l10n::format::money(locale, amount);
    Ok(CartTotals {
        lines: view
            .sellers
            .iter()
            .flat_map(|seller| &seller.lines)
            .map(|line| (line.offer.to_string(), money(line.total)))
            .collect(),
        sellers: view.sellers.iter().map(|seller| money(seller.goods)).collect(),
        weight: l10n::format::weight(locale, view.weight),
        goods: money(view.goods),
    })
}

/// The cart's page: a changed quantity is saved at once and the sums follow; the − and + buttons wake with it.
#[island]
pub fn CartPageIsland(
    /// The server-rendered page.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    Effect::new(move |_| {
        if let Some(root) = root.get() {
            super::purchase::wake_steppers(&root);
        }
    });
    let on_change = move |event: web_sys::Event| {
        let (Some(root), Some(input)) = (dom::current(&event), dom::input_of(&event)) else {
            return;
        };
        let Some(offer) = input.name().strip_prefix("quantity-").map(str::to_owned) else {
            return;
        };
        spawn_local(async move {
            match api::call("change_cart", &[("offer", &offer), ("quantity", &input.value())]).await {
                Answer::Done(totals) => {
                    show(&root, &totals);
                    drop(input.remove_attribute("aria-invalid"));
                }
                Answer::Refused(text) => {
                    drop(input.set_attribute("aria-invalid", "true"));
                    dom::say(&text);
                }
                // The field keeps what was typed; the button below saves it when the network is back.
                Answer::Offline | Answer::Broken => dom::say_offline(),
            }
        });
    };
    view! { <div class="c-island" node_ref=root on:change=on_change>{children()}</div> }
}

/// Writes the sums of a [`CartTotals`].
fn show(root: &Element, totals: &Json) {
    for line in totals.get("lines").items() {
        let pair: Vec<String> = line.items().map(|part| part.text()).collect();
        if let [offer, text] = pair.as_slice() {
            let mut selector = String::from("[data-offer=\"");
            selector.push_str(offer);
            selector.push_str("\"] [data-testid=line-total] bdi");
            dom::write(root, &selector, text);
        }
    }
    let sellers = dom::all(root, "[data-testid=seller-goods] bdi");
    for (element, text) in sellers.iter().zip(totals.get("sellers").items()) {
        element.set_text_content(Some(&text.text()));
    }
    dom::write(root, "[data-testid=cart-weight] bdi", &totals.get("weight").text());
    dom::write(root, "[data-testid=cart-goods] bdi", &totals.get("goods").text());
}
