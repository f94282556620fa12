//! The whole server over HTTP: pages, forms, rights, abuse, crashes.
//!
//! `both.rs` says which tests run on which databases, `test_app.rs` starts a shop in this process, `client.rs` is a browser without JavaScript, `html.rs` reads its pages,
//! `database.rs` looks behind the counter. The other modules are the tests, by area.
#![expect(clippy::unwrap_used, reason = "tests")]

mod abuse;
mod account;
mod announcements;
mod answers;
mod applications;
mod both;
mod buyer;
mod calls;
mod centre;
mod centre_district;
mod client;
mod crash;
mod database;
mod district;
mod edge;
mod favourites;
mod first_sight;
mod forms;
mod hidden_texts;
mod html;
mod import;
mod invitations;
mod l10n_cli;
mod languages;
mod logs;
mod long_texts;
mod marks;
mod members;
mod money;
mod news;
mod nodes;
mod orders_of_a_phone;
mod page_pictures;
mod pages;
mod passkeys;
mod pictures;
mod price_steps;
mod printing;
mod product_questions;
mod proof;
mod repeats;
mod replacement;
mod restock;
mod returns;
mod reviews;
mod rights;
mod searches;
mod sent_again;
mod sharing;
mod shop_page;
mod shop_page_told;
mod studio;
mod suggestions;
mod tables;
mod template;
mod test_app;
mod texts;
mod translate;
mod upgrade;
mod views;
mod wire_text;
mod world;
