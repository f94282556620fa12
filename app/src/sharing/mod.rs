//! Passing an address on, and being found: what the head says to messengers and search engines, the picture beside a link, the
//! page with a link to send and a code to scan.

mod card;
mod head;
mod page;
mod qr;
mod review_data;
mod structured_data;
mod summary;

pub(crate) use card::{preview_of, price_of};
pub(crate) use head::SharedHead;
pub(crate) use page::{ShareLink, SharePage, share_meta};
pub(crate) use qr::QrCode;
pub(crate) use structured_data::{Crumb, data_of_home, data_of_product, data_of_shop};
pub(crate) use summary::summary;
