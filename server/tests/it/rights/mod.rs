//! Who may do what: one table of all addresses, tried with everybody.

mod again;
mod ask;
mod cross_site;
mod forms;
mod people;
mod table;

pub use table::{Gets, table};
