//! Products of cooperatives of which the Centre wants to see first what buyers will: what waits, what is another in it, and
//! confirming it or sending it back with a reason. Which cooperatives those are is set with [`crate::admission`].

mod compare;
mod decide;
mod list;

pub use compare::{
    CategoryChange, Changes, Decided, LotChange, OfferChange, PictureChange, TextChange, TextOf, WaitingProduct,
    decided, waiting_product,
};
pub use decide::{confirm, send_back};
pub use list::{WaitingList, WaitingRow, list};
