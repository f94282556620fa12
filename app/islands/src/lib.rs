//! What the browser runs, and the server functions it calls. Nothing else of the shop reaches the WASM.
//!
//! An island holds its state in signals and renders the [components] the server rendered; what it is hydrated with stands
//! beside its markup ([`island`]). The cart's state is one for the whole document ([`cart::store`]). Every island is, or sits round, a
//! form or link that works without it: a phone whose WASM never arrives has a slower shop, not a broken one.

// The work areas' bundle has the badge, but nothing that changes a cart.
#![cfg_attr(not(feature = "shop"), allow(dead_code, reason = "used by the shop's islands"))]
// Views are deeply nested types.
#![recursion_limit = "256"]

mod browser;
mod call;
mod cart;
#[cfg(feature = "shop")]
mod checkout;
#[cfg(feature = "work")]
mod crop;
#[cfg(feature = "work")]
mod draft;
mod island;
#[cfg(feature = "work")]
mod news;
#[cfg(feature = "work")]
mod offline;
#[cfg(feature = "work")]
mod passkey;
#[cfg(feature = "work")]
mod scan;
#[cfg(feature = "work")]
mod shop_order;
#[cfg(feature = "work")]
mod shop_part;
#[cfg(feature = "work")]
mod text_editor;
mod toast;
#[cfg(feature = "work")]
mod upload;
mod wire;

#[cfg(feature = "ssr")]
pub use call::is_call;
pub use call::{Postcard, Problem};
#[cfg(feature = "shop")]
pub use cart::purchase_island;
pub use cart::{AddToCart, Added, BadgeProps, ChangeCart, add_to_cart, badge_island, change_cart};
#[cfg(feature = "shop")]
pub use cart::{CartProps, cart_island};
#[cfg(feature = "shop")]
pub use checkout::checkout_island;
#[cfg(feature = "work")]
pub use crop::crop_island;
#[cfg(feature = "work")]
pub use draft::draft_island;
#[cfg(feature = "work")]
pub use news::{news_count_island, news_island, news_tile_island, news_to_answer_island};
#[cfg(feature = "work")]
pub use offline::offline_island;
#[cfg(feature = "work")]
pub use passkey::passkey_island;
#[cfg(feature = "work")]
pub use scan::scan_island;
#[cfg(feature = "work")]
pub use shop_order::{MoveShopPart, move_shop_part, shop_order_island};
#[cfg(feature = "ssr")]
pub use shop_part::cleaned_lines;
#[cfg(feature = "work")]
pub use shop_part::{
    OpenConflict, PartSaved, SaveShopPart, ShopPartProps, save_shop_part, shop_part_island, unsent_island,
};
#[cfg(feature = "work")]
pub use text_editor::{CheckText, TextChecked, check_text, text_editor_island};
#[cfg(feature = "ssr")]
pub use text_editor::{found_lines, text_pattern};
pub use toast::{ToastProps, toast_island};
#[cfg(feature = "work")]
pub use upload::upload_island;

/// Prepares the browser for islands. `start.js` calls it once, and then hydrates each island. Of what
/// `leptos::mount::hydrate_islands` does, the context for resources is left out: nothing here streams.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    use leptos::prelude::Owner;

    // Before anything is read or shown: how the page's language writes numbers, and which others there are. Those are named in
    // parts only, which then read it themselves.
    l10n::language::open(browser::of_document("data-language"));
    #[cfg(not(feature = "parts"))]
    l10n::language::open_added();
    // Told twice it says so, and goes on.
    drop(any_spawner::Executor::init_wasm_bindgen());
    let root = Owner::new_root(None);
    root.set();
    std::mem::forget(root);
}
