//! The cart in the browser.

mod add;
mod change;
mod purchase;

pub use add::{AddToCartIsland, CartCount, add_to_cart};
pub use change::{CartPageIsland, CartTotals, change_cart};
pub use purchase::PurchaseIsland;
