//! The server functions of the cart. Each answers the whole cart as it is now.

use domain::view::CartView;
use domain::{IdempotencyKey, Locale, OfferId};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::call::{Postcard, Problem};

/// What adding answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Added {
    /// The cart as it is now.
    pub cart: CartView,
    /// What is in it now of what was added, in a sentence.
    pub says: String,
}

/// Puts an offer into the cart of this browser; the same `key` again changes nothing more.
///
/// # Errors
/// A [`Problem`], when it cannot be ordered like that.
#[server(prefix = "/api", endpoint = "add_to_cart", protocol = Postcard)]
pub async fn add_to_cart(
    /// Language of the answer.
    locale: Locale,
    /// The offer.
    offer: OfferId,
    /// How much, as typed.
    quantity: String,
    /// What tells a repetition from a second time.
    key: IdempotencyKey,
) -> Result<Added, Problem> {
    let Some(service::Caller {
        shop, cart, network, ..
    }) = use_context()
    else {
        return Err(Problem::Broken);
    };
    let told = |error| Problem::of(&shop, locale, &error);
    service::cart::count_new(&shop, &network, cart).await.map_err(told)?;
    let added = match service::cart::add_once(&shop, cart, offer, &quantity, key).await {
        Ok(added) => added,
        Err(error) => return Err(not_added(&shop, locale, cart, offer, &quantity, &error).await),
    };
    if let (Some(token), Some(response)) = (&added.token, use_context::<leptos_axum::ResponseOptions>())
        && let Ok(value) = http::HeaderValue::from_str(&service::cart::cookie(token))
    {
        response.append_header(http::header::SET_COOKIE, value);
    }
    let cart = service::cart::view(&shop, locale, Some(added.cart))
        .await
        .map_err(told)?;
    // It may be an order already, when the answer to the first time was lost.
    let says = match cart.line(offer) {
        Some(line) => {
            let amount = l10n::format::quantity(locale, line.quantity, line.terms.sold_by.unit);
            l10n::t::cart_toast_added(line.name.text.clone(), amount)
        }
        None => l10n::t::CART_ADDED.into(),
    };
    let says = shop.texts().get(locale, says);
    Ok(Added { cart, says })
}

/// Why an amount was not added; with how much the cart holds already, where that is why.
#[cfg(feature = "ssr")]
async fn not_added(
    shop: &service::Shop,
    locale: Locale,
    cart: Option<service::cart::CartHandle>,
    offer: OfferId,
    typed: &str,
    error: &service::Error,
) -> Problem {
    use service::Error;

    let problem = Problem::of(shop, locale, error);
    if !matches!(error, Error::Fields(_) | Error::Refused(domain::ErrorCode::SoldOut)) {
        return problem;
    }
    let Ok(cart) = service::cart::view(shop, locale, cart).await else {
        return problem;
    };
    let says = cart.line(offer).and_then(|line| {
        let sold_by = line.terms.sold_by;
        components::quantity_with_cart(locale, sold_by, sold_by.most_of(line.available), typed, line.quantity)
    });
    says.map_or(problem, |says| Problem::Refused(shop.texts().get(locale, says)))
}

/// Sets the quantity of one line; `0` takes it out.
///
/// # Errors
/// A [`Problem`], when it cannot be ordered like that.
#[server(prefix = "/api", endpoint = "change_cart", protocol = Postcard)]
pub async fn change_cart(
    /// Language of the answer.
    locale: Locale,
    /// The offer.
    offer: OfferId,
    /// How much, as typed.
    quantity: String,
) -> Result<CartView, Problem> {
    let Some(service::Caller { shop, cart, .. }) = use_context() else {
        return Err(Problem::Broken);
    };
    let told = |error| Problem::of(&shop, locale, &error);
    let cart = cart.ok_or_else(|| told(service::Error::NotFound))?;
    service::cart::change(&shop, cart, &[(offer, quantity)])
        .await
        .map_err(told)?;
    service::cart::view(&shop, locale, Some(cart)).await.map_err(told)
}
