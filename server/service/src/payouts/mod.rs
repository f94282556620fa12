//! What the Centre owes cooperatives of what they sold, and what it pays them of that.
//!
//! What is owed is read from the money rows, which say in full what each order costs whenever that changes, and from what was
//! agreed at its sale about freight and fees: nothing of it is stored a second time. Payouts are rows of their own; a mistake
//! is undone by a row with the opposite amount.

mod account;
mod owed;
mod steps;
mod view;

pub(crate) use account::account_in;
pub use account::{account, account_of, payouts};
pub use steps::{draft, step};
pub use view::{Account, AccountLine, AccountPeriod, AccountSums, Owed, OwedRow, PayoutForm, PayoutPage, PayoutView};
