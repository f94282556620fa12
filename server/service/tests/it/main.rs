//! Use cases, on SQLite and PostgreSQL alike. A module an area; after every test the books must add up.

#![expect(clippy::unwrap_used, reason = "tests")]

mod access;
mod admission;
mod announcements;
mod audit;
mod cart;
mod changes;
mod channels;
mod checkout;
mod district;
mod expiry;
mod figures;
mod freshness;
mod goods;
mod goods_stock;
mod holds;
mod identity;
mod imports;
mod invitations;
mod lists;
mod members;
mod message_budgets;
mod messages;
mod missed_searches;
mod money;
mod pictures;
mod printing;
mod races;
mod retention;
mod search;
mod seed;
mod sessions;
mod settings;
mod shop_page;
mod shop_page_told;
mod studio;
mod studio_lists;
mod studio_orders;
mod studio_packing;
mod suggestions;
mod tables;
mod translations;
mod unreadable;
mod views;
mod xliff;
