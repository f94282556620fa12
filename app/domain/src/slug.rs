//! The readable last part of a page's address.

use crate::Locale;
use crate::text_form::text_form;
use std::fmt;
use thiserror::Error;

/// Text that cannot stand in an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a slug has 1 to 80 of the characters a-z, 0-9 and -")]
pub struct SlugError;

/// A product's or shop's name in an address: 1 to 80 of `a-z`, `0-9` and `-`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

/// Words of the shop's own addresses: the first ones of its pages, and what stands where a name could.
const RESERVED: [&str; 35] = [
    "about",
    "account",
    "admin",
    "api",
    "apply",
    "assets",
    "back",
    "cart",
    "centre",
    "checkout",
    "desk",
    "dev",
    "en",
    "favourites",
    "healthz",
    "icons",
    "media",
    "metrics",
    "new",
    "offline",
    "orders",
    "products",
    "readyz",
    "report-photos",
    "returns",
    "saving",
    "search",
    "shop",
    "shops",
    "sitemap",
    "static",
    "stations",
    "studio",
    "translate",
    "zh-hans",
];

impl Slug {
    const MAX_LEN: usize = 80;

    /// Takes the text as it is or refuses it: two spellings of one address would be two pages.
    pub fn parse(text: &str) -> Result<Self, SlugError> {
        let allowed = |byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
        if text.is_empty() || text.len() > Self::MAX_LEN || !text.bytes().all(allowed) {
            return Err(SlugError);
        }
        Ok(Self(text.to_owned()))
    }

    /// Takes the name that something new is to have: none that begins or ends with a hyphen, is a language's or a word of the
    /// shop's own addresses.
    pub fn parse_new(text: &str) -> Result<Self, SlugError> {
        let slug = Self::parse(text)?;
        let is_ours = RESERVED.contains(&text) || Locale::from_code(text).is_some();
        if is_ours || text.starts_with('-') || text.ends_with('-') {
            return Err(SlugError);
        }
        Ok(slug)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

text_form!(Slug, as_str, SlugError);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_plain_and_short() {
        let longest = "a".repeat(80);
        for text in ["altun-badam", "7", &longest] {
            assert_eq!(Slug::parse(text).as_ref().map(Slug::as_str), Ok(text));
        }
        let too_long = "a".repeat(81);
        for text in ["", "Badam", "a b", "a/b", "..", "بادام", "a\n", &too_long] {
            assert_eq!(Slug::parse(text), Err(SlugError), "{text:?}");
        }
    }

    #[test]
    fn a_new_slug_is_no_word_of_the_shop() {
        for text in ["bulaq-honey", "new-harvest", "7"] {
            assert!(Slug::parse_new(text).is_ok(), "{text}");
        }
        for text in ["new", "shops", "ug", "zh", "es", "en", "-bulaq", "bulaq-", "-", "Bulaq"] {
            assert_eq!(Slug::parse_new(text), Err(SlugError), "{text}");
        }
    }
}
