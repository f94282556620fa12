//! One translatable text by name, and as it stands in a file.
//!
//! The check is built into `build.rs` as well and speaks of units, so nothing here uses the rest of the crate.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

/// The name of a unit: `cart-title` of a message, `cart-title.label` of an attribute, `-brand` and `-brand.gender` of terms.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct UnitId(String);

impl UnitId {
    /// Reads a name; `None` unless it is one by Fluent's grammar.
    pub fn parse(text: &str) -> Option<Self> {
        let (head, attribute) = match text.split_once('.') {
            Some((head, attribute)) => (head, Some(attribute)),
            None => (text, None),
        };
        let is_good = is_identifier(head.strip_prefix('-').unwrap_or(head)) && attribute.is_none_or(is_identifier);
        is_good.then(|| Self(text.to_owned()))
    }

    /// The message or term it belongs to: `cart-title` of `cart-title.label`, `-brand` of a term.
    pub fn message(&self) -> &str {
        self.0.split_once('.').map_or(&self.0, |(head, _)| head)
    }

    /// The attribute: `label` of `cart-title.label`.
    pub fn attribute(&self) -> Option<&str> {
        self.0.split_once('.').map(|(_, attribute)| attribute)
    }

    /// Whether it is a term or an attribute of one, which a program never asks for.
    pub fn is_term(&self) -> bool {
        self.0.starts_with('-')
    }

    /// The whole name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UnitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for UnitId {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("not the name of a text")
    }
}

impl From<UnitId> for String {
    fn from(id: UnitId) -> Self {
        id.0
    }
}

/// Letters, digits, `-` and `_`, a letter first.
fn is_identifier(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
}

/// A version of a unit as it stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its name.
    pub id: UnitId,
    /// The file as the reader would name it.
    pub file: String,
    /// Line of the name, from 1.
    pub line: usize,
    /// Where the value stands in its file, bytes: from the first letter behind the `=` to the end of its last one.
    pub span: Range<usize>,
    /// The comment right above, without `#`; an attribute has that of its message.
    pub comment: String,
    /// The value as it stands in the file.
    pub source: String,
    /// Names of its own variables in the order of first use, without `$`; those of texts it refers to are not among them.
    pub args: Vec<String>,
}

/// Which wording of a unit, its spaces and ends of lines aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceHash(pub i64);

/// FNV-1a, 64 bits, over the words of a source with one space between them.
pub fn source_hash(source: &str) -> SourceHash {
    const BASIS: u64 = 0xCBF2_9CE4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01B3;
    let mut hash = BASIS;
    for (place, word) in source.split_whitespace().enumerate() {
        let space = (place > 0).then_some(b' ');
        for byte in space.into_iter().chain(word.bytes()) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
        }
    }
    SourceHash(hash.cast_signed())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_taken_apart() {
        let parts = |text: &str| {
            UnitId::parse(text).map(|id| {
                let attribute = id.attribute().map(str::to_owned);
                (id.message().to_owned(), attribute, id.is_term())
            })
        };
        let of = |head: &str, attribute: Option<&str>, is_term| {
            Some((head.to_owned(), attribute.map(str::to_owned), is_term))
        };
        assert_eq!(parts("cart-title"), of("cart-title", None, false));
        assert_eq!(
            parts("cart-title.aria-label"),
            of("cart-title", Some("aria-label"), false)
        );
        assert_eq!(parts("-brand"), of("-brand", None, true));
        assert_eq!(parts("-brand.gender"), of("-brand", Some("gender"), true));
        for wrong in [
            "", "-", ".", "a.", ".a", "a.b.c", "1a", "--a", "a b", "ئا", "a.-b", "a/../b",
        ] {
            assert_eq!(parts(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_hash_is_of_the_words_and_not_of_the_spaces() {
        assert_eq!(source_hash(""), SourceHash(0xCBF2_9CE4_8422_2325_u64.cast_signed()));
        // A test vector of FNV-1a.
        assert_eq!(source_hash("a"), SourceHash(0xAF63_DC4C_8601_EC8C_u64.cast_signed()));
        assert_eq!(source_hash(" two\r\n    words "), source_hash("two words"));
        assert_ne!(source_hash("two words"), source_hash("twowords"));
    }
}
