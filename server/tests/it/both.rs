//! One kind of test, two databases.
//!
//! The rule: a test that writes, or reads what others wrote, runs on both: `both!` above its function makes of it
//! `name::sqlite` and `name::postgres`. What a database has no part in (markup of error pages, headers, sockets, the
//! translators' files, crashes of the program with its file) is a plain `#[tokio::test]` and runs on SQLite.

use testing::{Database, postgres_server};

tokio::task_local! {
    static DATABASE: Database;
}

/// The database of the running test; SQLite where nothing was said.
pub fn database() -> Database {
    DATABASE.try_with(|database| *database).unwrap_or(Database::Sqlite)
}

/// Runs `test` with shops on `database`. Without PostgreSQL its tests say so and pass, but not in CI.
pub async fn on<T>(database: Database, test: impl Future<Output = T>) -> Option<T> {
    if database == Database::Postgres && postgres_server().is_none() {
        return None;
    }
    Some(DATABASE.scope(database, test).await)
}

/// Makes tests of the function of this name: `name::sqlite` and `name::postgres`.
macro_rules! both {
    ($name:ident) => {
        mod $name {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                $crate::both::on(testing::Database::Sqlite, super::$name()).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                $crate::both::on(testing::Database::Postgres, super::$name()).await;
            }
        }
    };
}

pub(crate) use both;
