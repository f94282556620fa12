//! Which cooperatives sell: the Centre suspends one, and lets it sell again, each time with a reason that its members read.
//! While it is suspended its goods are nowhere in the shop and cannot be ordered; what was ordered goes on.

mod list;
mod step;

pub use list::{CooperativeFile, CooperativeList, CooperativeQuery, CooperativeRow, StepView, file, list, suspension};
pub use step::{set_confirmation, take};
