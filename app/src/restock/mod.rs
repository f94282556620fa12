//! Being told when a size that is sold out can be bought again: asking for it, and what the links of messages open, of these
//! and of those that tell of an answer.

mod ask;
mod told;

use std::sync::Arc;

use axum::Router;
use axum::routing::get;
use domain::Locale;
use service::restock::Links;

use crate::cx::AppState;
use crate::routes::{BackInStock, ProductBack, Route, Segment};

/// The pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(ProductBack::PATTERN, get(ask::show).post(ask::ask))
        .route(BackInStock::PATTERN, get(told::show).post(told::change))
}

/// How messages name what they open, in a shop that is found at this address.
pub fn links(public_url: &str) -> Links {
    let public_url = public_url.to_owned();
    Arc::new(move |locale: Locale, link: &str| format!("{public_url}{}", BackInStock::new(link).url(locale)))
}

/// The link of a message that goods are there again, or that a question about them is answered: 16 hexadecimal digits.
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
