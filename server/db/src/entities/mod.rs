//! The tables, cut by the same areas as the rest of the shop. Rows stay inside `db` and `service`: pages get views.

pub mod announcements;
pub mod applications;
pub mod carts;
pub mod catalog;
pub mod identity;
pub mod imports;
pub mod messages;
pub mod orders;
pub mod payments;
pub mod reservations;
pub mod search;
pub mod shop_pages;
pub mod shops;
pub mod stations;
pub mod texts;
pub mod views;
pub mod work;

pub use announcements::*;
pub use applications::*;
pub use carts::*;
pub use catalog::*;
pub use identity::*;
pub use imports::*;
pub use messages::*;
pub use orders::*;
pub use payments::*;
pub use reservations::*;
pub use search::*;
pub use shop_pages::*;
pub use shops::*;
pub use stations::*;
pub use texts::*;
pub use views::*;
pub use work::*;
