//! Use cases, by area. A page or a server function calls one of these; nothing else talks to the database.
//!
//! Every look-up of something that belongs to somebody names its [`domain::Actor`]; what the actor may not see is
//! not found. What leaves this crate are views: never a table row.

pub mod admission;
pub mod announcements;
pub mod applications;
mod attempt;
pub mod audit;
pub mod bell;
mod caller;
pub mod cart;
pub mod catalog;
pub mod categories;
pub mod centre;
pub mod checkout;
mod clock;
pub mod collection;
pub mod confirmation;
mod cookie;
mod cooperatives;
mod counted;
pub mod damage;
pub mod desk;
mod directory;
mod drawers;
mod error;
pub mod favourites;
mod freshness;
mod https;
pub mod identity;
mod like;
pub mod lots;
pub mod members;
mod memberships;
mod message_budgets;
mod message_links;
pub mod messages;
pub mod missed_searches;
pub mod money;
mod months;
mod network;
pub mod numbers;
mod once;
mod operator;
pub mod orders;
pub mod outbox;
mod own_value;
pub mod payouts;
pub mod picture_sizes;
pub mod pictures;
mod press;
pub mod previews;
mod printer;
mod proposals;
pub mod questions;
mod random;
mod rating;
pub mod renaming;
pub mod restock;
mod restock_turn;
pub mod retention;
pub mod reviews;
mod rights;
pub mod search;
mod search_index;
mod secret;
mod security;
pub mod seed;
mod seen;
pub mod settings;
mod shared_texts;
pub mod shifts;
mod shop;
mod shop_documents;
pub mod shops;
mod shown_phone;
mod sought;
pub mod stations;
pub mod studio;
mod synonyms;
pub mod texts;
pub mod translator;
pub mod unused_pictures;
pub mod views;
pub mod withdrawn_pictures;
mod withheld_pictures;
pub mod wording;

/// Puts the future of a public function in a box, so that it is compiled in this crate. An `async fn` as it stands is
/// compiled by whoever awaits it, with all of its queries: once for the pages, once for the islands' calls and once for
/// the jobs, which took a third of the time a release is built in. `cargo xtask lint` asks for it.
use async_recursion::async_recursion as boxed;

pub use attempt::Attempt;
pub use caller::Caller;
pub use clock::Clock;
pub use cookie::host_cookie;
pub use db::PublicVersions;
pub use directory::{Directory, DirectoryEntry, Suspension};
pub use error::{Error, FieldErrors, Result, cause_of};
pub use months::{Period, Span};
pub use network::Network;
pub use once::new_key;
pub use pictures::{Picture, PictureStore, PictureStoreError};
pub use secret::shared_secret;
pub use shop::{Shop, ShopOptions};
pub use texts::Shown;
