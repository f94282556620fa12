//! Who may do what: one table of all addresses, tried with everybody.

mod again;
mod cross_site;
mod people;
mod table;

pub use table::{Gets, table};
