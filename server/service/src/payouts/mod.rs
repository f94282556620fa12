//! What the Centre owes cooperatives of what they sold, and what it pays them of that.
//!
//! How an account came about is read from the money rows, which say in full what each order costs whenever that changes, and from
//! what was agreed at its sale about freight and fees; how it stands, from the orders as they are. Both come to the same, and
//! nothing of it is stored a second time. Only what came in and is still here is paid out; that, too, the money rows say.
//! Payouts are rows of their own; a mistake is undone by a row with the opposite amount.

mod account;
mod find;
mod owed;
mod steps;
mod view;

pub use account::{account, account_of, account_of_on, account_on, payouts};
pub(crate) use account::{account_in, orders_by_day, paid_within};
pub use find::find;
pub(crate) use owed::unpaid_goods;
pub use steps::{draft, step};
pub use view::{
    ACCOUNT_COLUMNS, Account, AccountColumn, AccountDay, AccountLine, AccountOrder, AccountSums, FoundPayouts, Owed,
    OwedRow, PayoutForm, PayoutPage, PayoutQuery, PayoutView,
};
