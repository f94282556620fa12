//! Parts that pages share. What the browser renders too is in `components`; the parts of the same name here hand it
//! the page's language.

mod chart;
mod fields;
mod format;
mod heart;
mod paging;
mod photo_list;
mod product_card;
mod recently_seen;
pub mod safe;
mod stars;
mod table;
mod text;

pub use crate::html::{Contents, Html, IntoHtml};
pub use chart::*;
pub use components::{Icon, IconName, Shape, ShopPicture, field_id};
pub use fields::*;
pub use format::*;
pub use heart::*;
pub use paging::*;
pub use photo_list::*;
pub use product_card::*;
pub use recently_seen::*;
pub use stars::*;
pub use table::*;
pub use text::*;
