//! What the desk and the Centre both show of shifts: the fields in which cash is counted, and what a shift came to.

mod count;
mod facts;

pub(crate) use count::{CountFields, StartForm, read_count, reason_text, sum_too_much};
pub(crate) use facts::{ClosedFacts, DrawerLines};
