//! Parts that pages share.

mod fields;
mod format;
mod icon;
mod paging;
mod picture;
mod product_card;
pub mod safe;
mod stepper;
mod text;

pub use fields::*;
pub use format::*;
pub use icon::*;
pub use paging::*;
pub use picture::*;
pub use product_card::*;
pub use stepper::*;
pub use text::*;
