//! What the shop says and how it writes numbers, in each of its languages.
//!
//! - [`mod@format`]: money, weights, numbers and dates. Server and browser run the same code, because a text that
//!   differs after hydration stays wrong on the screen, and browsers have no Uyghur locale data.
//! - [`language`]: what a language is but for its texts: data, also of languages that an operator adds.
//! - [`Words`]: the sentences of one page or island, filled the same on both sides; [`t`] has their names, made from
//!   `locales/en` at build time.
//! - [`uyghur`]: spelling, dictionary order, Latin script and search keys.
//! - With the feature `fluent` (the server): [`Texts`], all texts in all languages and the files they come from;
//!   [`negotiate`]; [`check`], the rules that translations have to keep; and [`plural`], how any language counts.
//! - With the feature `full` (the server, the work areas): numbers and dates written as a text asks for it.
//!
//! The resolver is our own rather than `fluent-bundle`: views need the arguments apart from the text, the browser has no room
//! for a parser, and a message found by number costs no look-up. [`fluent`] compiles all of Fluent down to what the few lines
//! of `resolve` fill in. Tests compare every message, and any others, with `fluent-bundle`.

pub mod format;
pub mod uyghur;

#[cfg(feature = "fluent")]
mod beside;
#[cfg(all(test, feature = "fluent"))]
mod bidi;
#[cfg(feature = "fluent")]
pub mod check;
#[cfg(feature = "fluent")]
mod english_files;
#[cfg(feature = "fluent")]
pub mod fluent;
#[cfg(feature = "fluent")]
mod folder;
#[cfg(feature = "fluent")]
pub mod forms;
#[cfg(feature = "fluent")]
pub mod glossary;
#[cfg(feature = "fluent")]
mod glossary_lines;
pub mod language;
#[cfg(feature = "fluent")]
mod letters;
mod message;
#[cfg(feature = "fluent")]
mod moved;
#[cfg(feature = "fluent")]
mod negotiate;
#[cfg(feature = "fluent")]
mod other_language;
#[cfg(feature = "fluent")]
mod overlay;
#[cfg(feature = "fluent")]
pub mod plural;
mod resolve;
#[cfg(feature = "fluent")]
pub mod sources;
#[cfg(feature = "fluent")]
pub mod stamp;
#[cfg(feature = "full")]
pub mod style;
#[cfg(feature = "fluent")]
mod texts;
mod tidy;
#[cfg(feature = "fluent")]
pub mod unit;
#[cfg(feature = "fluent")]
pub mod verdict;
mod words;

mod generated {
    include!(concat!(env!("OUT_DIR"), "/names.rs"));
    #[cfg(feature = "fluent")]
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

#[cfg(feature = "fluent")]
pub use beside::beside_texts;
#[cfg(feature = "fluent")]
pub use check::{Finding, Kind, Level};
#[cfg(feature = "fluent")]
pub use english_files::EnglishFiles;
#[cfg(feature = "fluent")]
pub use folder::gone_from;
pub use generated::t;
#[cfg(feature = "fluent")]
pub use letters::is_in_other_letters;
pub use message::{Arg, Message, Text};
#[cfg(feature = "fluent")]
pub use message::{Known, messages};
#[cfg(feature = "fluent")]
pub use negotiate::negotiate;
#[cfg(feature = "fluent")]
pub use other_language::language_of_texts;
#[cfg(feature = "fluent")]
pub use overlay::Said;
#[cfg(feature = "full")]
pub use resolve::fill;
pub use resolve::{Part, whole};
#[cfg(feature = "fluent")]
pub use texts::{Texts, other_release};
pub use tidy::{LONGEST_TAG, Tidied, tidy};
pub use uyghur::search_key;
#[cfg(feature = "fluent")]
pub use verdict::{check_unit, check_word};
pub use words::Words;
