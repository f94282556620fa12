//! The shifts of a station's clerks, and the cash of each: counted at the beginning, counted at the end, never changed after
//! that. What buyers pay and get back in a shift are rows of [`money_entries`](db::entities::money_entry) that name it, so that
//! what should be there is a sum and stored nowhere before the end.
//!
//! Locks are taken in one order: an order group, then the shift, then the end of the log.

mod centre;
mod count;
mod own;
mod rows;
mod steps;
mod view;

pub use centre::{of_station, stations, stations_table};
pub use count::{CorrectForm, CountForm};
pub use own::own;
pub(crate) use own::{clerk_of, open_now};
pub(crate) use rows::left_before;
pub use steps::{close, close_for, correct, hand_over, open};
pub use view::{
    ClosedShift, Correction, OpenShift, OwnShifts, StationCash, StationCashList, StationCashQuery, StationShifts,
};
