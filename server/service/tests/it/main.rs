//! Use cases, on SQLite and PostgreSQL alike. A module an area; after every test the books must add up.

#![expect(clippy::unwrap_used, reason = "tests")]

mod access;
mod cart;
mod channels;
mod checkout;
mod expiry;
mod freshness;
mod holds;
mod identity;
mod lists;
mod members;
mod message_budgets;
mod messages;
mod money;
mod races;
mod retention;
mod search;
mod seed;
mod sessions;
mod settings;
mod studio;
mod studio_orders;
mod translations;
mod unreadable;
