//! What the desk and the Centre both show of shifts: the fields in which cash is counted, and what a shift came to.

mod count;
mod facts;
mod made_at;

pub(crate) use count::{CountFields, ReasonField, StartForm, left_text, read_count, reason_text, sum_too_much};
pub(crate) use facts::{ClosedFacts, DrawerLines, PastShifts};
pub(crate) use made_at::{ElsewhereNotice, MadeAt, elsewhere, is_made_elsewhere};
