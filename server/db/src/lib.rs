//! The database: tables, migrations, connections and the one path that writes.
//!
//! SQLite is the default (WAL, `synchronous=FULL`, one writer connection, a pool of readers); a
//! `postgres://` URL selects PostgreSQL with the same migrations and the same code. Queries live in `service`.

pub mod audit;
mod connect;
mod damage;
pub mod entities;
mod file;
mod health;
mod lock;
mod migrate;
pub mod migrations;
mod probe;
mod readable;
mod slow;
mod stats;
mod unavailable;
mod versions;
mod write;

pub use connect::{ConnectError, Db, DbOptions, sqlite_path};
pub use lock::try_serve;
pub use probe::PROBE;
pub use readable::{Readable, is_unreadable};
pub use sea_orm;
pub use slow::SlowReadError;
pub use stats::WriteCounts;
pub use unavailable::is_unavailable;
pub use versions::{PublicVersions, directory_version};
pub use write::{BoxFuture, MaybeRetry, Tx, WriteError};
