//! What the crate promises to pages and translators.

#![cfg(feature = "fluent")]
#![expect(clippy::unwrap_used, reason = "tests")]

mod check;
mod corpus;
mod folder;
mod format;
mod mistakes;
mod negotiate;
mod plural;
mod texts;
mod tidy;
mod uyghur;
