//! How often products, shop pages and their pictures are looked at: what the cooperative's figures show of it, and what comes
//! first where texts are to be gone over.
//!
//! Counted is what was answered, in memory; once a minute a job [writes](write) it, a number for each thing and day. Who asked is
//! never known here. What was counted in the last minute before a program ends is forgotten: it counts too few, never too many.

mod read;
mod write;

use domain::Viewed;

use crate::Shop;

pub use read::total;
pub(crate) use read::{most_viewed, views_of};
pub use write::write;

/// Counts a look at the page or picture that has this name in its address. It costs no database.
pub fn note(shop: &Shop, kind: Viewed, name: &str) {
    shop.seen().note(kind, name);
}
