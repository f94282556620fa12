//! The shop's search: it understands what people type in Uyghur, Chinese, Spanish and English, in any script and with
//! mistakes, and finds products, categories, cooperatives and stations.
//!
//! - [`text`]: the one reading of texts, for the index and for queries alike; amounts (`500 g`, `２斤`) in
//!   [`text::amount`].
//! - [`Index`]: a folder, or memory. It is disposable: everything in it comes from the database. [`Writer`] changes it.
//! - [`Searcher`]: what is in it at a moment; [`Searcher::search`] and [`Searcher::suggest`] read it.
//! - [`Synonyms`]: words that mean the same, given with each query, so that an edit of them works at once.
//!
//! Nothing here knows a database, waits or starts threads, except that the [`Writer`] has one of its own; reading takes
//! some milliseconds of one core and belongs on a blocking thread. What an index holds beside its folder is about a hundred
//! bytes of memory a product, and the words of all of them.
//!
//! # Keeping it
//!
//! ```no_run
//! # fn example() -> Result<(), search::Error> {
//! let index = search::Index::open(std::path::Path::new("data/search"))?;
//! if index.note().is_none() {
//!     // New, of another version, damaged, or not built to the end: build all of it.
//!     let mut writer = index.writer()?;
//!     writer.clear()?;
//!     // for each batch from the database:
//!     writer.put(&[])?;
//!     // The note says what the index has seen, in the caller's words; it is written together with the documents.
//!     writer.commit(Some("version 17"))?;
//!     writer.finish()?;
//! }
//! let found = index.searcher().search(&search::Query::new("بادام 500گرام", domain::Locale::Ug), &search::Synonyms::default())?;
//! # Ok(()) }
//! ```

mod collect;
mod document;
mod facts;
mod fields;
mod fill;
mod folder;
mod index;
mod lists;
mod plan;
mod query;
mod runs;
mod searcher;
mod suggest;
mod synonyms;
pub mod text;
mod typos;
mod without;
mod words;

pub use document::{Document, Key, Place, Product, Size, Texts};
pub use index::{Index, Writer};
pub use query::{Filter, Hit, Query, Results, Sort};
pub use searcher::Searcher;
pub use suggest::Suggestions;
pub use synonyms::{Line, Synonyms};
pub use text::amount::Amount;

/// Why the index could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Another writer, of this program or another one, has the index.
    #[error("the search index is being written by somebody else")]
    Busy,
    /// The folder cannot be read or written.
    #[error("the folder of the search index: {0}")]
    Folder(#[from] std::io::Error),
    /// What is in the folder is not readable, or writing it failed: open it again, which starts an empty index.
    #[error("the search index: {0}")]
    Engine(#[from] tantivy::TantivyError),
}

/// What reading and writing give.
pub type Result<T, E = Error> = std::result::Result<T, E>;
