//! The one path that writes.
//!
//! A write is a closure over a transaction. It runs in a task of its own, so a phone that hangs up cannot cancel
//! half a transaction (sqlx#4385 would hand the open transaction to the next user of the connection).
//!
//! SQLite has one writer. Writes that queue up while it is busy share one `BEGIN IMMEDIATE … COMMIT` and so one
//! fsync (group commit); each keeps its own savepoint and is answered only after the commit is on disk.
//! PostgreSQL does its own group commit: there every write is a transaction, retried when it loses a race.

use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use futures_util::FutureExt;
use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbErr, RuntimeErr, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};
use tokio::sync::{mpsc, oneshot};

use crate::Db;

/// The transaction a write runs in.
pub type Tx = DatabaseTransaction;

/// A boxed future, as the closures of [`Db::write`] return it.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Why the write path itself failed (the closure's own refusals are its own type).
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The database refused or did not answer.
    #[error("the database did not take the write")]
    Database(#[from] DbErr),
    /// Too many writes are waiting; try again in a moment.
    #[error("too many writes are waiting")]
    Busy,
    /// The program is stopping, or the write panicked.
    #[error("the write was not carried out")]
    Stopped,
}

/// Writes that may wait before new ones are told to come back.
const QUEUE: usize = 512;
/// Writes that share one commit at the most.
const BATCH: usize = 48;
/// How often PostgreSQL runs a write again after it lost a race.
const TRIES: u32 = 5;

pub(crate) type Finish = Box<dyn FnOnce(Result<(), DbErr>) + Send>;
pub(crate) type Job = Box<dyn for<'t> FnOnce(&'t Tx) -> BoxFuture<'t, Outcome> + Send>;

/// What a job leaves behind: whether its rows stay, and who is told once the commit is decided.
pub(crate) struct Outcome {
    keep: bool,
    finish: Finish,
}

#[derive(Clone, Debug)]
pub(crate) enum Writer {
    Sqlite {
        connection: DatabaseConnection,
        queue: mpsc::Sender<Queued>,
    },
    Postgres {
        connection: DatabaseConnection,
    },
}

pub(crate) enum Queued {
    Write(Job),
    Close(oneshot::Sender<()>),
}

impl std::fmt::Debug for Queued {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Write(_) => "Write",
            Self::Close(_) => "Close",
        })
    }
}

impl Writer {
    pub(crate) fn sqlite(connection: DatabaseConnection) -> Self {
        let (queue, jobs) = mpsc::channel(QUEUE);
        tokio::spawn(run_sqlite_writer(connection.clone(), jobs));
        Self::Sqlite { connection, queue }
    }

    pub(crate) fn postgres(connection: DatabaseConnection) -> Self {
        Self::Postgres { connection }
    }

    pub(crate) fn connection(&self) -> &DatabaseConnection {
        match self {
            Self::Sqlite { connection, .. } | Self::Postgres { connection } => connection,
        }
    }

    pub(crate) async fn close(&self) {
        if let Self::Sqlite { queue, .. } = self {
            let (done, wait) = oneshot::channel();
            if queue.send(Queued::Close(done)).await.is_ok() {
                let _ = wait.await;
            }
        }
    }
}

impl Db {
    /// Runs `work` in a transaction and commits when it answers `Ok`. What was [kept of earlier reads](Db::changes) is
    /// read again from then on.
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
        let changes = self.changes.clone();
        // In the writer's task: a caller that has hung up does not keep others from seeing the change.
        self.write_then(work, move || {
            changes.fetch_add(1, Ordering::AcqRel);
        })
        .await
    }

    /// [`write`](Self::write) for rows that only their owner sees, such as carts and sessions: what was kept of the
    /// catalogue stays good.
    ///
    /// # Errors
    /// As [`write`](Self::write).
    pub async fn write_own<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<WriteError> + MaybeRetry + Send + 'static,
        F: for<'t> Fn(&'t Tx) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
    {
        self.write_then(work, || ()).await
    }

    /// `committed` runs after the commit and before the caller hears of it.
    async fn write_then<T, E, F>(&self, work: F, committed: impl FnOnce() + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<WriteError> + MaybeRetry + Send + 'static,
        F: for<'t> Fn(&'t Tx) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
    {
        match &self.writer {
            Writer::Sqlite { queue, .. } => write_sqlite(queue, work, committed).await,
            Writer::Postgres { connection } => {
                let connection = connection.clone();
                let task = tokio::spawn(async move {
                    let result = write_postgres(&connection, Arc::new(work)).await;
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

/// Tells the write path whether an error is a lost race worth another try.
pub trait MaybeRetry {
    /// The database error inside, if that is what it is.
    fn database_error(&self) -> Option<&DbErr>;
}

impl MaybeRetry for WriteError {
    fn database_error(&self) -> Option<&DbErr> {
        match self {
            Self::Database(error) => Some(error),
            Self::Busy | Self::Stopped => None,
        }
    }
}

async fn write_sqlite<T, E, F>(
    queue: &mpsc::Sender<Queued>,
    work: F,
    committed: impl FnOnce() + Send + 'static,
) -> Result<T, E>
where
    T: Send + 'static,
    E: From<WriteError> + Send + 'static,
    F: for<'t> Fn(&'t Tx) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
{
    let (answer, wait) = oneshot::channel();
    let job: Job = Box::new(move |tx| {
        Box::pin(async move {
            let result = work(tx).await;
            let keep = result.is_ok();
            let finish: Finish = Box::new(move |end| {
                if keep && end.is_ok() {
                    committed();
                }
                let _ = answer.send(match end {
                    Ok(()) => result,
                    Err(error) => result.and(Err(WriteError::Database(error).into())),
                });
            });
            Outcome { keep, finish }
        })
    });
    match queue.try_send(Queued::Write(job)) {
        Ok(()) => wait.await.unwrap_or_else(|_| Err(WriteError::Stopped.into())),
        Err(mpsc::error::TrySendError::Full(_)) => Err(WriteError::Busy.into()),
        Err(mpsc::error::TrySendError::Closed(_)) => Err(WriteError::Stopped.into()),
    }
}

async fn run_sqlite_writer(connection: DatabaseConnection, mut jobs: mpsc::Receiver<Queued>) {
    while let Some(first) = jobs.recv().await {
        match first {
            Queued::Write(job) => {
                if let Some(closing) = run_batch(&connection, job, &mut jobs).await {
                    let _ = closing.send(());
                    break;
                }
            }
            Queued::Close(done) => {
                let _ = done.send(());
                break;
            }
        }
    }
    if let Err(error) = connection.close().await {
        tracing::warn!(%error, "db.writer.close");
    }
}

/// Runs `first` and whatever else is waiting in one transaction. Returns the closing request if one was met.
async fn run_batch(
    connection: &DatabaseConnection,
    first: Job,
    jobs: &mut mpsc::Receiver<Queued>,
) -> Option<oneshot::Sender<()>> {
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let tx = match connection.begin_with_options(options).await {
        Ok(tx) => tx,
        Err(error) => {
            // The job is dropped: its caller reads `Stopped` and nothing was written.
            tracing::error!(%error, "db.begin");
            return None;
        }
    };
    let mut finishes = Vec::new();
    let mut closing = None;
    // The first write needs no savepoint: when it is refused, nothing else is in the transaction yet.
    match run_job(&tx, first).await {
        Some(Outcome { keep: true, finish }) => finishes.push(finish),
        refused => {
            let rolled_back = tx.rollback().await;
            if let Some(Outcome { finish, .. }) = refused {
                finish(rolled_back);
            }
            return None;
        }
    }
    while finishes.len() < BATCH {
        match jobs.try_recv() {
            Ok(Queued::Write(job)) => match run_in_savepoint(&tx, job).await {
                Ok(Some(finish)) => finishes.push(finish),
                Ok(None) => {}
                Err(error) => {
                    tracing::error!(%error, "db.savepoint");
                    break;
                }
            },
            Ok(Queued::Close(done)) => {
                closing = Some(done);
                break;
            }
            Err(_) => break,
        }
    }
    // The error is told to every write of the batch; `DbErr` is not `Clone`, so its text is.
    match tx.commit().await {
        Ok(()) => finishes.into_iter().for_each(|finish| finish(Ok(()))),
        Err(error) => {
            tracing::error!(%error, "db.commit");
            for finish in finishes {
                finish(Err(DbErr::Custom(error.to_string())));
            }
        }
    }
    closing
}

async fn run_in_savepoint(tx: &Tx, job: Job) -> Result<Option<Finish>, DbErr> {
    let savepoint = tx.begin().await?;
    match run_job(&savepoint, job).await {
        Some(Outcome { keep: true, finish }) => {
            savepoint.commit().await?;
            Ok(Some(finish))
        }
        refused => {
            let rolled_back = savepoint.rollback().await;
            if let Some(Outcome { finish, .. }) = refused {
                finish(rolled_back);
            }
            Ok(None)
        }
    }
}

/// Runs a job; a panic inside it is the same as a refusal.
async fn run_job(tx: &Tx, job: Job) -> Option<Outcome> {
    let run = AssertUnwindSafe(async move { job(tx).await }).catch_unwind();
    match run.await {
        Ok(outcome) => Some(outcome),
        Err(_) => {
            tracing::error!("db.write.panicked");
            None
        }
    }
}

async fn write_postgres<T, E, F>(connection: &DatabaseConnection, work: Arc<F>) -> Result<T, E>
where
    E: From<WriteError> + MaybeRetry,
    F: for<'t> Fn(&'t Tx) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
{
    let mut tried = 0;
    loop {
        tried += 1;
        let result = write_postgres_once(connection, work.as_ref()).await;
        let lost_race = match &result {
            Ok(_) => false,
            Err(error) => error.database_error().is_some_and(is_lost_race),
        };
        if !lost_race || tried == TRIES {
            return result;
        }
        tokio::time::sleep(std::time::Duration::from_millis(u64::from(tried) * 7)).await;
    }
}

async fn write_postgres_once<T, E, F>(connection: &DatabaseConnection, work: &F) -> Result<T, E>
where
    E: From<WriteError>,
    F: for<'t> Fn(&'t Tx) -> BoxFuture<'t, Result<T, E>>,
{
    let tx = connection.begin().await.map_err(WriteError::Database)?;
    match work(&tx).await {
        Ok(value) => {
            tx.commit().await.map_err(WriteError::Database)?;
            Ok(value)
        }
        Err(refused) => {
            if let Err(error) = tx.rollback().await {
                tracing::error!(%error, "db.rollback");
            }
            Err(refused)
        }
    }
}

/// PostgreSQL's serialization failure (40001) and deadlock (40P01): the transaction may simply run again.
fn is_lost_race(error: &DbErr) -> bool {
    let (DbErr::Exec(RuntimeErr::SqlxError(inner)) | DbErr::Query(RuntimeErr::SqlxError(inner))) = error else {
        return false;
    };
    inner
        .as_database_error()
        .and_then(|e| e.code())
        .is_some_and(|code| code == "40001" || code == "40P01")
}
