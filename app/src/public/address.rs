//! Which addresses have a page of everybody's, and which of them are cached for long.

use std::hash::Hash;

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Uri};
use domain::{Locale, ProductId, Slug};
use quick_cache::Equivalent;

use crate::cx::Cx;
use crate::{catalog, saving, stations};

/// Under what a page is cached.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    place: String,
    cart_count: u32,
    /// Which of its products are the reader's favourites.
    favourites: Vec<ProductId>,
    is_navigation: bool,
    saves_data: bool,
}

/// A [`Key`] that is only looked up.
#[derive(Clone, Copy, Debug, Hash)]
pub(super) struct Address<'r> {
    place: &'r str,
    cart_count: u32,
    favourites: &'r [ProductId],
    is_navigation: bool,
    saves_data: bool,
}

impl<'r> Address<'r> {
    pub fn of(request: &'r Request, (cart_count, favourites): (u32, &'r [ProductId])) -> Self {
        Self {
            place: request.uri().path_and_query().map_or("", |place| place.as_str()),
            cart_count,
            favourites,
            is_navigation: request.headers().contains_key("x-navigation"),
            saves_data: saving::saves_data(request.headers()),
        }
    }

    /// The headers that ask for this page, of whoever asks.
    pub fn headers(&self) -> HeaderMap {
        let mut headers = HeaderMap::new();
        if self.is_navigation {
            headers.insert("x-navigation", HeaderValue::from_static("1"));
        }
        if self.saves_data {
            headers.insert("save-data", HeaderValue::from_static("on"));
        }
        headers
    }

    pub fn to_owned(self) -> Key {
        Key {
            place: self.place.to_owned(),
            cart_count: self.cart_count,
            favourites: self.favourites.to_vec(),
            is_navigation: self.is_navigation,
            saves_data: self.saves_data,
        }
    }
}

impl Equivalent<Key> for Address<'_> {
    fn equivalent(&self, key: &Key) -> bool {
        self.place == key.place
            && self.cart_count == key.cart_count
            && self.favourites == key.favourites
            && self.is_navigation == key.is_navigation
            && self.saves_data == key.saves_data
    }
}

/// Where a page is cached. What somebody can ask for in endless ways pushes out only its own kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shelf {
    /// Each product, shop, and first page of a shelf, for those whose cart is empty.
    Front,
    /// Pages further on, price limits, frames with a number, and pages with a filled heart.
    Back,
}

impl Shelf {
    /// The shelf for the page at this address; nothing when the page is not cached. An address is cached only as the shop's
    /// own links write it: anything else in a query could be written in endless ways.
    pub fn of(cx: &Cx, address: &Address<'_>) -> Option<Self> {
        if address.place != cx.here_in(cx.locale()) {
            return None;
        }
        let mut segments = cx.path().trim_start_matches('/').split('/');
        let area = segments.next().unwrap_or_default();
        let name = segments.next();
        let part = segments.next();
        if segments.next().is_some() || cx.path().ends_with('/') {
            return None;
        }
        let front = match (area, name, part, cx.query()) {
            ("" | "products" | "shops" | "stations" | "about" | "returns", None, None, "") => true,
            ("products" | "shops", Some(name), None, "") => Slug::parse(name).ok()?.as_str() == name,
            // Of what buyers say the first page of all.
            ("products", Some(name), Some("reviews"), "") => {
                Slug::parse(name).ok().filter(|slug| slug.as_str() == name)?;
                false
            }
            ("products", None, None, _) => catalog::is_front(cx)?,
            ("stations", None, None, _) => stations::is_township(cx)?,
            _ => return None,
        };
        let is_plain = front && cx.cart_count() == 0 && address.favourites.is_empty();
        Some(if is_plain { Self::Front } else { Self::Back })
    }
}

/// Whether the address could be one of a public page; the rest is looked at only when the page is not there.
pub(super) fn may_be_public(uri: &Uri) -> bool {
    let mut segments = uri.path().trim_start_matches('/').split('/');
    let is_language = segments.next().and_then(Locale::from_code).is_some();
    let area = segments.next().unwrap_or_default();
    is_language && matches!(area, "" | "products" | "shops" | "stations" | "about" | "returns")
}
