//! What the browser runs, and the server functions it calls. Nothing else of the shop reaches the WASM.
//!
//! Every island is wrapped round a form or a list the server rendered and that works without it: an island listens,
//! calls, and writes finished strings into elements that are there already. So nothing jumps when it wakes, and a
//! phone whose WASM never arrives has a slower shop, not a broken one.

mod api;
mod cart;
mod checkout;
mod dom;
mod gallery;
mod problem;

pub use cart::{AddToCartIsland, CartCount, CartPageIsland, CartTotals, PurchaseIsland, add_to_cart, change_cart};
pub use checkout::CheckoutIsland;
pub use gallery::GalleryIsland;
pub use problem::Problem;
