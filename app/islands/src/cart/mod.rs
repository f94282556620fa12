//! The cart in the browser: one state for the whole document, and the islands that show it.

mod adding;
mod badge;
mod calls;
mod changing;
mod page;
mod purchase;
pub(crate) mod store;

pub use badge::{BadgeProps, badge_island};
pub use calls::{AddToCart, ChangeCart, add_to_cart, change_cart};
pub use page::{CartProps, cart_island};
pub use purchase::purchase_island;
