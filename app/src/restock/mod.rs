//! Being told when a size that is sold out can be bought again: asking for it, and what the message's link opens.

mod ask;
mod told;

use axum::Router;
use axum::routing::get;

use crate::cx::AppState;
use crate::routes::{BackInStock, ProductBack, Route, Segment};

/// The pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(ProductBack::PATTERN, get(ask::show).post(ask::ask))
        .route(BackInStock::PATTERN, get(told::show).post(told::change))
}

/// The link of a message that goods are there again: 16 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WishLink(String);

impl WishLink {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Segment for WishLink {
    fn parse(text: &str) -> Option<Self> {
        let is_digit = |byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        (text.len() == 16 && text.bytes().all(is_digit)).then(|| Self(text.to_owned()))
    }
}
