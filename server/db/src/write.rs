//! The one path that writes.
//!
//! A write is a closure over a transaction. It runs in a task of its own, so a phone that hangs up cannot cancel
//! half a transaction (sqlx#4385 would hand the open transaction to the next user of the connection).
//!
//! An answer of success means that the rows are on disk: see [`sqlite`] and [`postgres`] for what each does for it.

pub(crate) mod lanes;
pub(crate) mod postgres;
pub(crate) mod sqlite;

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use sea_orm::{DatabaseConnection, DatabaseTransaction, DbErr};
use tokio::sync::oneshot;

use crate::{Db, is_unavailable};
use lanes::{Lane, Lanes};

/// The transaction a write runs in.
pub type Tx = DatabaseTransaction;

/// A boxed future, as the closures of [`Db::write`] return it.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What is done in a transaction. Each write is a type of its own; behind a pointer the write path is compiled once for
/// what they answer and not once for each.
pub(crate) type Work<T, E> = Arc<dyn for<'t> Fn(&'t Tx) -> BoxFuture<'t, Result<T, E>> + Send + Sync>;

/// Why the write path itself failed (the closure's own refusals are its own type).
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The database refused.
    #[error("the database did not take the write")]
    Database(#[source] DbErr),
    /// The database cannot write now: the disk is full, the file is gone, the connection broke. Nothing was written.
    #[error("the database cannot write now: {0}")]
    Unavailable(String),
    /// Too many writes are waiting; try again in a moment.
    #[error("too many writes are waiting")]
    Busy,
    /// The program is stopping, or the write panicked.
    #[error("the write was not carried out")]
    Stopped,
}

impl From<DbErr> for WriteError {
    fn from(error: DbErr) -> Self {
        if is_unavailable(&error) {
            Self::Unavailable(error.to_string())
        } else {
            Self::Database(error)
        }
    }
}

/// Tells the write path whether an error is a lost race worth another try, or a connection that must not be used again.
pub trait MaybeRetry {
    /// The database error inside, if that is what it is.
    fn database_error(&self) -> Option<&DbErr>;

    /// Whether the database could not do it, so that nothing that follows on the same connection can be trusted.
    fn is_unavailable(&self) -> bool {
        self.database_error().is_some_and(is_unavailable)
    }
}

impl MaybeRetry for WriteError {
    fn database_error(&self) -> Option<&DbErr> {
        match self {
            Self::Database(error) => Some(error),
            Self::Unavailable(_) | Self::Busy | Self::Stopped => None,
        }
    }

    fn is_unavailable(&self) -> bool {
        match self {
            Self::Unavailable(_) => true,
            Self::Database(error) => is_unavailable(error),
            Self::Busy | Self::Stopped => false,
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) enum Writer {
    Sqlite { lanes: Lanes },
    Postgres { connection: DatabaseConnection },
}

impl Writer {
    pub(crate) async fn close(&self) {
        if let Self::Sqlite { lanes } = self {
            let (done, wait) = oneshot::channel();
            if lanes.people.send(sqlite::Queued::Close(done)).await.is_ok() {
                // An error means that the writer is gone already.
                drop(wait.await);
            }
        }
    }
}

impl Db {
    /// Runs `work` in a transaction and commits when it answers `Ok`; [`Db::changes`] has grown by then.
    ///
    /// `work` may run more than once (PostgreSQL, after a lost race): it must only touch the transaction.
    ///
    /// # Errors
    /// What `work` answers, with nothing written; or a [`WriteError`] turned into `E`.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<WriteError> + MaybeRetry + Send + 'static,
        F: for<'t> Fn(&'t Tx) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
    {
        self.write_in(Lane::People, Arc::new(work)).await
    }

    /// [`write`](Self::write) for what nobody waits for: writes that somebody does wait for go first, within bounds.
    ///
    /// # Errors
    /// As [`write`](Self::write).
    pub async fn write_as_job<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<WriteError> + MaybeRetry + Send + 'static,
        F: for<'t> Fn(&'t Tx) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
    {
        self.write_in(Lane::Jobs, Arc::new(work)).await
    }

    async fn write_in<T, E>(&self, lane: Lane, work: Work<T, E>) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<WriteError> + MaybeRetry + Send + 'static,
    {
        let asked = self.stats.ask();
        let running = asked.clone();
        let work: Work<T, E> = Arc::new(move |tx| {
            running.start();
            work(tx)
        });
        let changes = self.changes.clone();
        // In the writer's task: a caller that has hung up does not keep others from seeing the change.
        let committed = Box::new(move || {
            asked.commit();
            changes.fetch_add(1, Ordering::AcqRel);
        });
        match &self.writer {
            Writer::Sqlite { lanes } => sqlite::write(lanes.of(lane), work, committed).await,
            Writer::Postgres { connection } => {
                let connection = connection.clone();
                let task = tokio::spawn(async move {
                    let result = postgres::write(&connection, work).await;
                    if result.is_ok() {
                        committed();
                    }
                    result
                });
                task.await.unwrap_or_else(|_| Err(WriteError::Stopped.into()))
            }
        }
    }
}
