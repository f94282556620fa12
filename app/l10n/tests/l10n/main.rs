//! What the crate promises to pages and translators.

#![cfg(feature = "fluent")]
#![expect(clippy::unwrap_used, reason = "tests")]

mod check;
mod folder;
mod format;
mod negotiate;
mod texts;
mod tidy;
mod uyghur;
