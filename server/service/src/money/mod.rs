//! Money as rows: what is due, came in, has to go back, went back. Rows are only ever added; how far an order group is
//! paid is the sum of its rows. Every change by a person is audited.

mod book;
mod booking;
mod centre;
mod check;
mod lists;
mod statement;
mod view;

pub(crate) use book::{
    Entry, adopt, balance, balances, book, cash_held, due_rows, is_booked, is_given_back, receive, undo_due,
};
pub use booking::bounds;
pub use centre::{assign, give_back_excess, mark_paid, receive_for, receive_unknown, refund_sent, undo, write_off};
pub use check::{Mistake, check};
pub use lists::{entries, entries_of, found, overview};
pub use statement::{StatementLine, StatementMatch, book_statement, preview_statement, statement_fingerprint};
pub use view::{AmountBounds, EntryPage, EntryView, GroupMoney, MoneyForm, MoneyOverview, MoneyView, Received};
