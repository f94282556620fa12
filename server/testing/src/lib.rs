//! Shops for tests: each on a fresh database of its own, with the small district of `testing/district`, a clock that
//! stands still, and short ways to fill a cart, place an order and sign in.
//!
//! [`both!`] runs a test on SQLite and on PostgreSQL and checks the books after it. PostgreSQL is the server that
//! `BAZAR_TEST_POSTGRES_URL` names; without it those tests say loudly that they did not run, and fail in CI.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "tests stop at the first thing that is not right"
)]

mod books;
mod buying;
mod database;
pub mod device;
mod made_once;
mod people;
mod seeded;
mod shop;
mod snapshot;

pub use books::check_books;
pub use buying::{Bought, copies_of_order};
pub use database::{Database, Place, copy_sqlite, create_database, postgres_server, url_of};
pub use made_once::{Turn, copy_folder};
pub use shop::{NOW, TestShop};
pub use snapshot::Snapshot;

/// Defines a test that gets a [`TestShop`] and runs on both databases, as `name::sqlite` and `name::postgres`. After
/// it the books must add up.
///
/// ```ignore
/// both!(an_empty_cart_is_not_ordered, async |shop| { … });
/// ```
#[macro_export]
macro_rules! both {
    ($name:ident, $test:expr) => {
        mod $name {
            use super::*;

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                $crate::with_shop($crate::Database::Sqlite, $test).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                $crate::with_shop($crate::Database::Postgres, $test).await;
            }
        }
    };
}

/// As [`both!`], for tests of the database itself: they get a [`Place`] with nothing in it.
#[macro_export]
macro_rules! both_empty {
    ($name:ident, $test:expr) => {
        mod $name {
            use super::*;

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                $crate::with_place($crate::Database::Sqlite, $test).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                $crate::with_place($crate::Database::Postgres, $test).await;
            }
        }
    };
}

/// Runs `test` in a fresh shop and checks the books; what [`both!`] calls.
pub async fn with_shop(database: Database, test: impl AsyncFnOnce(&TestShop)) {
    let Some(shop) = TestShop::open(database).await else {
        return;
    };
    test(&shop).await;
    check_books(&shop).await;
}

/// Runs `test` in an empty database; what [`both_empty!`] calls.
pub async fn with_place(database: Database, test: impl AsyncFnOnce(&Place)) {
    let Some(place) = Place::fresh(database).await else {
        return;
    };
    test(&place).await;
}
