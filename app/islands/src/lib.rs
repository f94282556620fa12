//! What the browser runs, and the server functions it calls. Nothing else of the shop reaches the WASM.
//!
//! An island holds its state in signals and renders the [components] the server rendered; what it is woken with stands
//! beside its markup ([`island`]). The cart's state is one for the whole document ([`cart::store`]). Every island is, or sits round, a
//! form or link that works without it: a phone whose WASM never arrives has a slower shop, not a broken one.

// Views are deeply nested types.
#![recursion_limit = "256"]

mod browser;
mod call;
mod cart;
mod checkout;
mod gallery;
mod island;
mod toast;
mod wire;

#[cfg(feature = "ssr")]
pub use call::is_call;
pub use call::{Postcard, Problem};
pub use cart::purchase_island;
pub use cart::{AddToCart, BadgeProps, ChangeCart, add_to_cart, badge_island, change_cart};
pub use cart::{CartProps, cart_island};
pub use checkout::checkout_island;
pub use gallery::gallery_island;
pub use toast::{ToastProps, toast_island};

/// Prepares the browser for islands. `start.js` calls it once, and then wakes each island.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
