//! What a cooperative is owed and was paid, as it and the Centre read it.

mod account;
mod lines;

pub(crate) use account::{AccountSections, period_of};
pub(crate) use lines::{PayoutFacts, method_name, yuan};
