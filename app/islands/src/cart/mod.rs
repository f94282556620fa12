//! The cart in the browser: one state for the whole document, and the islands that show it.

mod adding;
mod badge;
mod calls;
#[cfg(feature = "shop")]
mod changing;
#[cfg(feature = "shop")]
mod page;
#[cfg(feature = "shop")]
mod purchase;
pub(crate) mod store;

pub use badge::{BadgeProps, badge_island};
pub use calls::{AddToCart, Added, ChangeCart, add_to_cart, change_cart};
#[cfg(feature = "shop")]
pub use page::{CartProps, cart_island};
#[cfg(feature = "shop")]
pub use purchase::purchase_island;
