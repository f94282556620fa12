//! How a language writes numbers, money, amounts, dates and lists: data, in `locales/<folder>/language.toml`.
//!
//! The server reads the files of all languages. A browser gets with each page what its bundle needs of the page's own language,
//! and has no other. Both look it up by the same places of one list, which [`format`](mod@crate::format) and the choice of
//! plural forms go by.

#[cfg(feature = "fluent")]
mod add;
#[cfg(feature = "fluent")]
mod file;
#[cfg(feature = "fluent")]
mod marks;
#[cfg(any(test, not(feature = "fluent")))]
mod page;
#[cfg(feature = "fluent")]
mod server;
#[cfg(feature = "fluent")]
mod shape;

#[cfg(feature = "fluent")]
pub use add::{add_languages, language_changes, language_problems};
#[cfg(feature = "fluent")]
pub use file::{LanguageFile, read_language_file};
#[cfg(feature = "fluent")]
pub(crate) use marks::mark_faults;
#[cfg(not(feature = "fluent"))]
pub(crate) use page::get;
#[cfg(all(feature = "full", not(feature = "fluent")))]
pub use page::open_other;
#[cfg(not(feature = "fluent"))]
pub use page::{open, open_added};
#[cfg(feature = "fluent")]
pub use server::{folders, named, page_data};
#[cfg(feature = "fluent")]
pub(crate) use server::{get, is_letter};
#[cfg(feature = "fluent")]
pub use shape::LanguageFault;

/// Where what stands in the list. In a pattern `#` is the place of the number.
pub(crate) mod place {
    /// What parts thousands.
    pub const GROUP: usize = 0;
    /// From how many digits on they are parted.
    pub const GROUPED_FROM: usize = 1;
    /// What stands before the decimals.
    pub const DECIMAL: usize = 2;
    /// The ten digits, unless they are `0` to `9`.
    pub const DIGITS: usize = 3;
    /// Which whole numbers have which plural form, see [`crate::resolve::category`].
    pub const PLURAL: usize = 4;
    /// The same of whole numbers with digits after the point: `1.0`.
    pub const PLURAL_FRACTION: usize = 5;
    /// The same of places in a row: 1st, 2nd.
    pub const ORDINAL: usize = 6;
    /// Patterns of amounts of money, one a currency.
    pub const CNY: usize = 7;
    pub const EUR: usize = 8;
    pub const USD: usize = 9;
    /// Patterns of amounts; a thousand times as much stands behind.
    pub const GRAM: usize = 10;
    pub const KILOGRAM: usize = 11;
    pub const MILLILITRE: usize = 12;
    /// Forms of one pattern, `;` between them, each behind the letter of its plural form.
    pub const PIECE: usize = 14;
    /// What 500 g are called on a price tag; empty where they have no name.
    pub const HALF_KILOGRAM: usize = 15;
    /// What islands of the shop need ends here.
    #[cfg(feature = "fluent")]
    pub const SHOP: usize = 16;
    /// A pattern.
    pub const PERCENT: usize = 16;
    /// What stands between the items of a list, before the last one, and before the last one where that sounds like i.
    pub const LIST_BETWEEN: usize = 17;
    pub const LIST_LAST: usize = 18;
    pub const LIST_LAST_BEFORE_I: usize = 19;
    /// Patterns with `{day}`, `{month}`, `{year}`; with `{date}`, `{time}`.
    pub const DATE: usize = 20;
    pub const DAY_MONTH: usize = 21;
    pub const DATE_TIME: usize = 22;
    /// Where the weekdays are of which a list is made: those in full or the short ones.
    pub const LISTED_WEEKDAYS: usize = 23;
    /// Twelve names, seven, and seven.
    pub const MONTHS: usize = 24;
    pub const WEEKDAYS: usize = 36;
    pub const SHORT_WEEKDAYS: usize = 43;
    #[cfg(feature = "fluent")]
    pub const ALL: usize = 50;
}

/// What is between two entries of the list, and between the list and what follows it, on the way to a browser.
const BETWEEN: char = '|';
const BEHIND: char = '~';
