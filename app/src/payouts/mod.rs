//! What a cooperative is owed and was paid, as it and the Centre read it.

mod account;
mod day;
mod lines;

pub(crate) use account::AccountSections;
pub(crate) use day::{AccountDaySections, day_of};
pub(crate) use lines::{PayoutFacts, method_name, state_name, yuan};
