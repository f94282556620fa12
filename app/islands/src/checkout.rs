//! The checkout's form.

use components::{CheckoutFields, CheckoutView, texts};
use leptos::prelude::*;

use crate::island::island;

island! {
    /// Fields are checked as they are left; freight, ways to pay and stations follow what is chosen.
    checkout_island in checkout: CheckoutView => checkout, [texts::CHECKOUT, &texts::PROVINCES]
}

fn checkout(view: CheckoutView) -> impl IntoView {
    if cfg!(feature = "hydrate") {
        crate::cart::store::take_cart(view.cart.clone());
    }
    view! { <CheckoutFields view/> }
}
