//! Translators' files as bytes: where each text stands in an `.ftl` file, changing one without touching another, and the ways a
//! text goes out to other programs and comes back.
//!
//! - [`units`] reads a file's texts; [`splice`](fn@splice) changes some of them.
//! - [`exchange`]: XLIFF 2, CSV, TMX and PO.
//! - [`patch`](fn@patch): approved texts as mail that `git am` takes, a commit an author; [`bundle`](fn@bundle): files as one.
//! - [`fix`](fn@fix) mends what cannot be meant otherwise, [`pseudo`](fn@pseudo) makes texts to try a layout with.
//!
//! What is a good text `l10n::check` judges, and who may change one, `service`.

mod bundle;
mod diff;
pub mod exchange;
mod fix;
mod layout;
mod literals;
mod patch;
mod pseudo;
mod splice;

pub use bundle::bundle;
pub use diff::unified;
pub use fix::{fix, renamed};
pub use layout::{Written, units};
pub use patch::{Approved, ApprovedWord, Author, PatchError, Patched, patch};
pub use pseudo::{Pseudo, pseudo};
pub use splice::{Edit, SpliceError, splice};
