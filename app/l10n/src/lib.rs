//! What the shop says and how it writes numbers, in Uyghur, Chinese and Spanish.
//!
//! - [`mod@format`]: money, weights, numbers and dates. Server and browser run the same code, because a text that
//!   differs after hydration stays wrong on the screen, and browsers have no Uyghur locale data.
//! - [`uyghur`]: spelling, dictionary order, Latin script and search keys.
//! - With the feature `fluent` (the server): [`Texts`] and the names in [`t`], made from `locales/en` at build time;
//!   [`negotiate`]; and [`check`], the rules that translations have to keep.
//!
//! The resolver is our own 100 lines rather than `fluent-bundle`: translators use only variables and plural forms,
//! views need the arguments apart from the text, and a message found by number costs no look-up. A test compares
//! every message with `fluent-bundle`.

pub mod format;
pub mod uyghur;

#[cfg(feature = "fluent")]
pub mod check;
#[cfg(feature = "fluent")]
mod folder;
#[cfg(feature = "fluent")]
mod message;
#[cfg(feature = "fluent")]
mod negotiate;
#[cfg(feature = "fluent")]
mod resolve;
#[cfg(feature = "fluent")]
mod texts;

#[cfg(feature = "fluent")]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

#[cfg(feature = "fluent")]
pub use check::Problem;
#[cfg(feature = "fluent")]
pub use generated::t;
#[cfg(feature = "fluent")]
pub use message::{Arg, Known, Message, Text, messages};
#[cfg(feature = "fluent")]
pub use negotiate::negotiate;
#[cfg(feature = "fluent")]
pub use resolve::Part;
#[cfg(feature = "fluent")]
pub use texts::Texts;
pub use uyghur::search_key;
