//! The abuse cases of the shop (A-01 …), each played as the attacker would and checked against the database.

mod addresses;
mod amounts;
mod borders;
mod checkout;
mod markup;
mod names;
mod others;
mod races;
mod wire;

pub use markup::is_inert;
