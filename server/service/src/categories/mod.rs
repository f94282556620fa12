//! The categories, as the Centre orders and names them. None goes away: its address works for ever, and one that nothing is
//! in can be hidden.

mod edit;
mod goods;
mod list;

pub use edit::{CategoryForm, NewCategory, add, save, set_status, shift};
pub use goods::move_goods;
pub use list::{CategoryChoice, CategoryFile, CategoryList, CategoryRow, choices, file, list};
