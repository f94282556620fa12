//! Reading a district from TOML files into the shop: the demo, and whatever `bazar import` reads.

mod accounts;
mod blocks;
mod check;
mod files;
mod load;
mod pictures;

pub use accounts::{Account, demo_accounts};
pub use files::{District, ReadError};
pub use load::{Loaded, is_empty, load};
