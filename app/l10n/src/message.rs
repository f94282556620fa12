//! A text by name, and a message: a text with what fills it in.

use std::borrow::Cow;

#[cfg(feature = "fluent")]
use crate::generated::KNOWN;

/// A message without arguments, or the name of one with them. The names are in [`crate::t`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(u16);

impl Text {
    pub(crate) const fn at(place: u16) -> Self {
        Self(place)
    }

    #[cfg(feature = "fluent")]
    pub(crate) const fn number(self) -> u16 {
        self.0
    }

    /// Finds a text by its id in the `.ftl` files.
    #[cfg(feature = "fluent")]
    pub fn by_id(id: &str) -> Option<Self> {
        let place = KNOWN.binary_search_by(|known| known.id.cmp(id)).ok()?;
        u16::try_from(place).ok().map(Self)
    }

    /// The id in the `.ftl` files, e.g. `cart-add`.
    #[cfg(feature = "fluent")]
    pub fn id(self) -> &'static str {
        KNOWN.get(self.place()).map_or("", |known| known.id)
    }

    /// Names of the arguments in the order in which they are given.
    #[cfg(feature = "fluent")]
    pub fn args(self) -> &'static [&'static str] {
        KNOWN.get(self.place()).map_or(&[], |known| known.args)
    }

    #[cfg(feature = "fluent")]
    pub(crate) fn place(self) -> usize {
        usize::from(self.0)
    }
}

/// What is known of a message at build time. For checks such as "which text does no page use".
#[cfg(feature = "fluent")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// The id in the `.ftl` files.
    pub id: &'static str,
    /// The name in [`crate::t`]: `CART_ADD`, or `cart_items` for a function.
    pub name: &'static str,
    /// Names of the arguments.
    pub args: &'static [&'static str],
}

/// Every message, in the order of the ids.
#[cfg(feature = "fluent")]
pub fn messages() -> &'static [Known] {
    KNOWN
}

/// A text and the arguments that fill it in, in the order of their first use in the English message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message<'a> {
    pub(crate) text: Text,
    pub(crate) args: Vec<Arg<'a>>,
}

impl<'a> Message<'a> {
    pub(crate) fn with(text: Text, args: Vec<Arg<'a>>) -> Self {
        Self { text, args }
    }

    /// The id in the `.ftl` files.
    #[cfg(feature = "fluent")]
    pub fn id(&self) -> &'static str {
        self.text.id()
    }
}

impl From<Text> for Message<'_> {
    fn from(text: Text) -> Self {
        Self { text, args: Vec::new() }
    }
}

/// An argument. A number is grouped as the language does and chooses the plural form, a text may choose a form by its words;
/// prices and dates come as text that [`crate::format`] has made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg<'a> {
    /// A whole number.
    Number(i64),
    /// A number with the digits after the point that are shown: 1.50 is 150 hundredths.
    #[cfg(feature = "full")]
    Decimal {
        /// How many of the smallest digit.
        units: i64,
        /// Digits after the point.
        scale: u8,
    },
    /// Milliseconds since 1970 in UTC, for `DATETIME()`; without it the day is written.
    #[cfg(feature = "full")]
    Moment(i64),
    /// Text as it is.
    Text(Cow<'a, str>),
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for Arg<'_> {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Arg<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}
