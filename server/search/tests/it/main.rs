//! The search over the demo district.

#![expect(clippy::unwrap_used, reason = "tests")]

mod demo;
mod golden;
mod index;
mod kinds;
