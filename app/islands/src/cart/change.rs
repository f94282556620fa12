//! Changing quantities on the cart's page.

use domain::Locale;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};
use web_sys::Element;

use crate::{Problem, api, dom};

/// The cart's page after a change, as finished texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CartTotals {
    /// Offer → price of its line.
    pub lines: Vec<(i64, String)>,
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
            .map(|line| (line.offer.get(), money(line.total)))
            .collect(),
        sellers: view.sellers.iter().map(|seller| money(seller.goods)).collect(),
        weight: l10n::format::weight(locale, view.weight),
        goods: money(view.goods),
    })
}

/// The cart's page: a changed quantity is saved at once and the sums follow; the − and + buttons appear with it.
#[island]
pub fn CartPageIsland(
    /// The page's language.
    locale: Locale,
    /// What the button that takes one away is called.
    less: String,
    /// What the button that adds one is called.
    more: String,
    /// The server-rendered page.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    Effect::new(move |_| {
        if let Some(root) = root.get() {
            super::purchase::add_steppers(&root, &less, &more);
        }
    });
    let on_change = move |event: web_sys::Event| {
        let (Some(root), Some(input)) = (dom::current(&event), dom::input_of(&event)) else {
            return;
        };
        let Some(offer) = input.name().strip_prefix("quantity-").map(str::to_owned) else {
            return;
        };
        let quantity = input.value();
        spawn_local(async move {
            let fields = [("locale", locale.code()), ("offer", &offer), ("quantity", &quantity)];
            match api::call::<CartTotals>("change_cart", &fields).await {
                Ok(totals) => show(&root, &totals),
                Err(Problem { text: Some(text) }) => {
                    drop(input.set_attribute("aria-invalid", "true"));
                    dom::say(&text);
                    return;
                }
                // The field keeps what was typed; the button below saves it when the network is back.
                Err(Problem { text: None }) => return,
            }
            drop(input.remove_attribute("aria-invalid"));
        });
    };
    view! { <div class="c-island" node_ref=root on:change=on_change>{children()}</div> }
}

fn show(root: &Element, totals: &CartTotals) {
    for (offer, text) in &totals.lines {
        dom::write(
            root,
            &format!("[data-offer=\"{offer}\"] [data-testid=line-total] bdi"),
            text,
        );
    }
    let sellers = dom::all(root, "[data-testid=seller-goods] bdi");
    for (element, text) in sellers.iter().zip(&totals.sellers) {
        element.set_text_content(Some(text));
    }
    dom::write(root, "[data-testid=cart-weight] bdi", &totals.weight);
    dom::write(root, "[data-testid=cart-goods] bdi", &totals.goods);
}
