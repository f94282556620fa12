//! The checkout: from a cart and a form to an order group, in one transaction.

mod again;
mod form;
mod freeze;
mod hold;
mod limit;
mod ordered;
mod place;
mod quote;
mod stop;
mod view;

use domain::{DeliveryMethod, ErrorCode, IdempotencyKey, Locale, Money, PaymentMethod, Province};

use crate::cart::{self, CartHandle, CartView};
use crate::error::{Error, Result};
use crate::{Shop, collection, random};

pub use again::{missing_of, order_again};
pub use hold::Placer;
pub(crate) use hold::wait_for_turn;
pub use ordered::ordered;
pub use place::{place, place_for};
use quote::Quote;
pub use view::{Change, CheckoutForm, CheckoutView, Placed, Rejected};

/// The checkout page for a cart. A fresh form gets its idempotency key and the quote of what it shows.
///
/// # Errors
/// [`ErrorCode::CartEmpty`] when there is nothing to order.
#[crate::boxed]
pub async fn open(shop: &Shop, locale: Locale, cart: CartHandle, form: CheckoutForm) -> Result<CheckoutView> {
    reopen(shop, locale, cart, form, Rejected::default()).await
}

/// The checkout page again, with everything typed, and why the order was not placed.
///
/// # Errors
/// [`ErrorCode::CartEmpty`] when there is nothing to order.
#[crate::boxed]
pub async fn reopen(
    shop: &Shop,
    locale: Locale,
    cart: CartHandle,
    mut form: CheckoutForm,
    rejected: Rejected,
) -> Result<CheckoutView> {
    let cart = cart::view(shop, locale, Some(cart)).await?;
    if cart.is_empty() {
        return Err(Error::Refused(ErrorCode::CartEmpty));
    }
    if IdempotencyKey::parse(&form.key).is_err() || rejected.refused == Some(ErrorCode::IdempotencyMismatch) {
        form.key = IdempotencyKey::from_bytes(random::bytes()?).to_string();
    }
    let (stations, has_other_stations) = collection::stations_of(shop, locale, &cart);
    let quote = Quote::of(&shop.directory().freight, &cart)?;
    form.quote = quote.to_string();
    let freight = chosen_freight(shop, &cart, &form)?;
    let total = match freight {
        Some(freight) => cart.goods.checked_add(freight)?,
        None => cart.goods,
    };
    Ok(CheckoutView {
        freight_by_province: freight_by_province(shop, &cart)?,
        stations,
        has_other_stations,
        methods: methods(shop),
        cart,
        form,
        errors: rejected.errors,
        refused: rejected.refused,
        changes: rejected.changes,
        freight,
        total,
    })
}

/// The ways to pay that are offered now: a transfer needs an account to go to.
fn methods(shop: &Shop) -> Vec<PaymentMethod> {
    let has_account = shop.directory().settings.bank.is_some();
    PaymentMethod::ALL
        .into_iter()
        .filter(|method| has_account || *method != PaymentMethod::BankTransfer)
        .collect()
}

/// The freight of the delivery chosen in the form, once one is chosen.
fn chosen_freight(shop: &Shop, cart: &CartView, form: &CheckoutForm) -> Result<Option<Money>> {
    match DeliveryMethod::parse(&form.delivery) {
        Some(DeliveryMethod::Station) => Ok(Some(Money::zero(cart.goods.currency))),
        Some(DeliveryMethod::Address) => match Province::from_code(&form.province) {
            Some(province) => freight(shop, cart, province),
            None => Ok(None),
        },
        None => Ok(None),
    }
}

fn freight_by_province(shop: &Shop, cart: &CartView) -> Result<Vec<(Province, Money)>> {
    let mut served = Vec::new();
    for province in Province::ALL {
        if let Some(price) = freight(shop, cart, province)? {
            served.push((province, price));
        }
    }
    Ok(served)
}

/// The freight to a province; nothing when none is sent there.
pub(crate) fn freight(shop: &Shop, cart: &CartView, province: Province) -> Result<Option<Money>> {
    let directory = shop.directory();
    match directory.freight.get(&province.region()) {
        Some(template) => Ok(Some(template.price(cart.weight)?)),
        None => Ok(None),
    }
}
