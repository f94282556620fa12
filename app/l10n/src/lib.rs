//! What the shop says and how it writes numbers, in Uyghur, Chinese and Spanish.
//!
//! - [`mod@format`]: money, weights, numbers and dates. Server and browser run the same code, because a text that
//!   differs after hydration stays wrong on the screen, and browsers have no Uyghur locale data.
//! - [`Words`]: the sentences of one page or island, filled the same on both sides; [`t`] has their names, made from
//!   `locales/en` at build time.
//! - [`uyghur`]: spelling, dictionary order, Latin script and search keys.
//! - With the feature `fluent` (the server): [`Texts`], all texts in all languages and the files they come from;
//!   [`negotiate`]; and [`check`], the rules that translations have to keep.
//!
//! The resolver is our own 100 lines rather than `fluent-bundle`: translators use only variables and plural forms,
//! views need the arguments apart from the text, and a message found by number costs no look-up. A test compares
//! every message with `fluent-bundle`.

pub mod format;
pub mod uyghur;

#[cfg(feature = "fluent")]
pub mod check;
/// Patterns without the reading of files.
#[cfg(not(feature = "fluent"))]
mod check {
    mod pattern;

    pub use pattern::{Key, Pattern, Piece, Plural};
}
#[cfg(feature = "fluent")]
mod folder;
mod letters;
mod message;
#[cfg(feature = "fluent")]
mod negotiate;
mod resolve;
#[cfg(feature = "fluent")]
mod texts;
mod tidy;
mod words;

mod generated {
    include!(concat!(env!("OUT_DIR"), "/names.rs"));
    #[cfg(feature = "fluent")]
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

#[cfg(feature = "fluent")]
pub use check::Problem;
pub use generated::t;
pub use letters::is_in_other_letters;
pub use message::{Arg, Message, Text};
#[cfg(feature = "fluent")]
pub use message::{Known, messages};
#[cfg(feature = "fluent")]
pub use negotiate::negotiate;
pub use resolve::Part;
#[cfg(feature = "fluent")]
pub use texts::{Texts, other_release};
pub use tidy::{LONGEST_TAG, Tidied, tidy};
pub use uyghur::search_key;
pub use words::Words;
