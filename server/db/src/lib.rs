//! The database: tables, migrations, connections and the one path that writes.
//!
//! SQLite is the default (WAL, `synchronous=FULL`, one writer connection, a pool of readers); a
//! `postgres://` URL selects PostgreSQL with the same migrations and the same code. Queries live in `service`.

mod connect;
pub mod entities;
pub mod migrations;
mod write;

pub use connect::{ConnectError, Db, DbOptions};
pub use sea_orm;
pub use write::{BoxFuture, MaybeRetry, Tx, WriteError};
