//! SQLite has one writer. Writes that queue up while it is busy share one `BEGIN IMMEDIATE … COMMIT` and so one fsync
//! (group commit); each keeps its own savepoint and is answered only after the commit is on disk.
//!
//! What makes an answer true: a connection on which a begin, a commit or a rollback failed is never used again. SQLite
//! ends a transaction by itself when the disk is full; what counts transactions above it does not notice, and the next
//! "commit" would only release a savepoint of a transaction that nobody ends. And the file is [looked at](DatabaseFile)
//! before and after: one that was unlinked takes every write and keeps none.

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};
use tokio::sync::{mpsc, oneshot};

use super::lanes::{self, Lanes, Waiting};
use super::{BoxFuture, MaybeRetry, Tx, WriteError};
use crate::file::{DatabaseFile, FileProblem, beside};
use crate::health::Health;
use crate::stats;

/// Writes that share one commit at the most.
const BATCH: usize = 48;

/// What waits for the writer.
pub(crate) enum Queued {
    Write(Box<dyn Job>),
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

/// A write and its caller, who waits for the answer.
pub(crate) trait Job: Send {
    /// Runs it.
    fn run<'t>(self: Box<Self>, tx: &'t Tx) -> BoxFuture<'t, Done>;
    /// Tells its caller that it was not run.
    fn fail(self: Box<Self>, error: WriteError);
}

/// What a job leaves behind: what becomes of its rows, and who is told once that is decided.
pub(crate) struct Done {
    verdict: Verdict,
    finish: Finish,
}

type Finish = Box<dyn FnOnce(Result<(), WriteError>) + Send>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// The rows stay.
    Keep,
    /// A rule said no: the rows go, the transaction goes on.
    Refused,
    /// The database failed: nothing in the transaction can be trusted any more.
    Broken,
}

/// Whether a connection may be used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Connection {
    Sound,
    Unsound,
}

struct Write<F, T, E, C> {
    work: F,
    committed: C,
    answer: oneshot::Sender<Result<T, E>>,
}

impl<F, T, E, C> Job for Write<F, T, E, C>
where
    T: Send + 'static,
    E: From<WriteError> + MaybeRetry + Send + 'static,
    F: for<'t> Fn(&'t Tx) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
    C: FnOnce() + Send + 'static,
{
    fn run<'t>(self: Box<Self>, tx: &'t Tx) -> BoxFuture<'t, Done> {
        Box::pin(async move {
            let Self {
                work,
                committed,
                answer,
            } = *self;
            let result = work(tx).await;
            let verdict = match &result {
                Ok(_) => Verdict::Keep,
                Err(error) if error.is_unavailable() => Verdict::Broken,
                Err(_) => Verdict::Refused,
            };
            let finish: Finish = Box::new(move |end| {
                let answered = match (result, end) {
                    (Ok(value), Ok(())) => {
                        committed();
                        Ok(value)
                    }
                    (Ok(_), Err(error)) => Err(error.into()),
                    (Err(refused), _) => Err(refused),
                };
                // The caller may have hung up.
                drop(answer.send(answered));
            });
            Done { verdict, finish }
        })
    }

    fn fail(self: Box<Self>, error: WriteError) {
        drop(self.answer.send(Err(error.into())));
    }
}

/// Queues a write and waits for its answer.
pub(super) async fn write<T, E, F>(
    queue: &mpsc::Sender<Queued>,
    work: F,
    committed: impl FnOnce() + Send + 'static,
) -> Result<T, E>
where
    T: Send + 'static,
    E: From<WriteError> + MaybeRetry + Send + 'static,
    F: for<'t> Fn(&'t Tx) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
{
    let (answer, wait) = oneshot::channel();
    let job = Box::new(Write {
        work,
        committed,
        answer,
    });
    match queue.try_send(Queued::Write(job)) {
        Ok(()) => wait.await.unwrap_or_else(|_| Err(WriteError::Stopped.into())),
        Err(mpsc::error::TrySendError::Full(_)) => Err(WriteError::Busy.into()),
        Err(mpsc::error::TrySendError::Closed(_)) => Err(WriteError::Stopped.into()),
    }
}

/// Starts the writer of the database `file`, which `options` open.
pub(crate) fn start(
    options: ConnectOptions,
    connection: DatabaseConnection,
    file: DatabaseFile,
    health: Health,
) -> Lanes {
    let (lanes, waiting) = lanes::open();
    let writer = SqliteWriter {
        options,
        connection: Some(connection),
        file,
        health,
        lost: None,
        waiting,
    };
    tokio::spawn(writer.run());
    lanes
}

struct SqliteWriter {
    options: ConnectOptions,
    /// None after a failure, until the next write opens a new one.
    connection: Option<DatabaseConnection>,
    file: DatabaseFile,
    health: Health,
    /// The file is not ours any more: nothing is written until somebody has looked at it and started the program anew.
    lost: Option<FileProblem>,
    waiting: Waiting,
}

impl SqliteWriter {
    async fn run(mut self) {
        while let Some(next) = self.waiting.next().await {
            let closing = match next {
                Queued::Write(job) => self.run_batch(job).await,
                Queued::Close(done) => Some(done),
            };
            if let Some(closing) = closing {
                self.drop_connection().await;
                // An error means that nobody waits any more.
                let _ = closing.send(());
                return;
            }
        }
        self.drop_connection().await;
    }

    /// Runs `first` and whatever else is waiting in one transaction. Returns the closing request if one was met.
    async fn run_batch(&mut self, first: Box<dyn Job>) -> Option<oneshot::Sender<()>> {
        if let Err(error) = self.look().await {
            first.fail(error);
            return None;
        }
        let connection = match self.connect().await {
            Ok(connection) => connection,
            Err(error) => {
                tracing::error!(%error, "db.writer.connect");
                first.fail(WriteError::Unavailable(error.to_string()));
                return None;
            }
        };
        let mut batch = Batch::default();
        let state = batch.run(&connection, first, &mut self.waiting).await;
        let closing = batch.closing.take();
        let end = match state {
            // The rows are in the file that SQLite has open. Is it the one that the next start will open?
            Ok(()) => self.look().await,
            Err(error) => Err(error),
        };
        batch.finish(end);
        if batch.connection == Connection::Unsound {
            drop(connection);
            self.drop_connection().await;
        }
        closing
    }

    async fn connect(&mut self) -> Result<DatabaseConnection, DbErr> {
        if let Some(connection) = &self.connection {
            return Ok(connection.clone());
        }
        let connection = Database::connect(self.options.clone()).await?;
        tracing::info!("db.writer.reconnected");
        self.connection = Some(connection.clone());
        Ok(connection)
    }

    async fn drop_connection(&mut self) {
        let Some(connection) = self.connection.take() else {
            return;
        };
        if let Err(error) = connection.close().await {
            tracing::warn!(%error, "db.writer.close");
        }
    }

    /// Whether the file is still the one that was opened. The first time it is not, what can be rescued is.
    async fn look(&mut self) -> Result<(), WriteError> {
        if self.lost.is_none()
            && let Err(problem) = self.file.check()
        {
            tracing::error!(%problem, path = %self.file.path().display(), "db.file");
            self.rescue(problem).await;
            self.lost = Some(problem);
        }
        match self.lost {
            None if self.health.is_damaged() => Err(WriteError::Unavailable("the database file is damaged".to_owned())),
            None => Ok(()),
            Some(problem) => Err(WriteError::Unavailable(problem.to_string())),
        }
    }

    /// SQLite still has the old files open, with every order in them: they are written out before they go with the
    /// process.
    async fn rescue(&self, problem: FileProblem) {
        let Some(connection) = &self.connection else { return };
        let rescued = match problem {
            // The database itself is there: the log's pages go into it.
            FileProblem::LogGone => {
                let done = connection.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await;
                done.map(|_| self.file.path().to_owned())
            }
            FileProblem::Gone | FileProblem::Replaced | FileProblem::Overwritten => {
                let copy = beside(self.file.path(), RESCUED);
                let sql = format!("VACUUM INTO '{}'", copy.display().to_string().replace('\'', "''"));
                connection.execute_unprepared(&sql).await.map(|_| copy)
            }
        };
        match rescued {
            Ok(path) => tracing::error!(path = %path.display(), "db.rescued"),
            Err(error) => tracing::error!(%error, "db.rescue"),
        }
    }
}

/// The end of the name of a copy that was rescued from a database whose file went.
pub(crate) const RESCUED: &str = ".rescued";

/// Writes that share a transaction.
struct Batch {
    kept: Vec<Finish>,
    closing: Option<oneshot::Sender<()>>,
    connection: Connection,
}

impl Default for Batch {
    fn default() -> Self {
        Self {
            kept: Vec::new(),
            closing: None,
            connection: Connection::Sound,
        }
    }
}

impl Batch {
    /// Runs and commits. Those whose rows are to stay are told by [`finish`](Self::finish), all others here.
    ///
    /// # Errors
    /// When the transaction failed, and with it every write in it.
    async fn run(
        &mut self,
        connection: &DatabaseConnection,
        first: Box<dyn Job>,
        waiting: &mut Waiting,
    ) -> Result<(), WriteError> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let tx = match connection.begin_with_options(options).await {
            Ok(tx) => tx,
            Err(error) => {
                tracing::error!(%error, "db.begin");
                self.connection = Connection::Unsound;
                first.fail(WriteError::Unavailable(error.to_string()));
                return Ok(());
            }
        };
        // The first write needs no savepoint: when it is refused, nothing else is in the transaction yet.
        match run_job(&tx, first).await {
            Some(Done {
                verdict: Verdict::Keep,
                finish,
            }) => self.kept.push(finish),
            other => {
                let is_broken = other.as_ref().is_some_and(|done| done.verdict == Verdict::Broken);
                let rolled_back = tx.rollback().await;
                if is_broken || rolled_back.is_err() {
                    self.connection = Connection::Unsound;
                }
                if let Some(Done { finish, .. }) = other {
                    finish(rolled_back.map_err(WriteError::from));
                }
                return Ok(());
            }
        }
        while self.kept.len() < BATCH {
            match waiting.more() {
                Some(Queued::Write(job)) => {
                    if let Err(error) = self.run_in_savepoint(&tx, job).await {
                        tracing::error!(%error, "db.batch");
                        self.connection = Connection::Unsound;
                        // SQLite may have ended the transaction already: the connection is dropped in any case.
                        drop(tx.rollback().await);
                        return Err(error);
                    }
                }
                Some(Queued::Close(done)) => {
                    self.closing = Some(done);
                    break;
                }
                None => break,
            }
        }
        tx.commit().await.map_err(|error| {
            tracing::error!(%error, "db.commit");
            self.connection = Connection::Unsound;
            WriteError::Unavailable(error.to_string())
        })?;
        stats::count_commit();
        Ok(())
    }

    /// A write among others.
    ///
    /// # Errors
    /// When the transaction cannot go on; this write's caller is told with the others'.
    async fn run_in_savepoint(&mut self, tx: &Tx, job: Box<dyn Job>) -> Result<(), WriteError> {
        let savepoint = match tx.begin().await {
            Ok(savepoint) => savepoint,
            Err(error) => {
                job.fail(WriteError::Unavailable(error.to_string()));
                return Err(WriteError::Unavailable(error.to_string()));
            }
        };
        match run_job(&savepoint, job).await {
            Some(Done {
                verdict: Verdict::Keep,
                finish,
            }) => {
                self.kept.push(finish);
                savepoint
                    .commit()
                    .await
                    .map_err(|error| WriteError::Unavailable(error.to_string()))
            }
            Some(Done {
                verdict: Verdict::Broken,
                finish,
            }) => {
                let error = WriteError::Unavailable("a write of the same commit failed".to_owned());
                finish(Ok(()));
                drop(savepoint.rollback().await);
                Err(error)
            }
            refused => {
                let rolled_back = savepoint.rollback().await;
                let failed = rolled_back.as_ref().err().map(ToString::to_string);
                if let Some(Done { finish, .. }) = refused {
                    finish(rolled_back.map_err(WriteError::from));
                }
                failed.map_or(Ok(()), |text| Err(WriteError::Unavailable(text)))
            }
        }
    }

    fn finish(&mut self, end: Result<(), WriteError>) {
        let text = end.err().map(|error| match error {
            WriteError::Unavailable(text) => text,
            other => other.to_string(),
        });
        for finish in self.kept.drain(..) {
            finish(match &text {
                None => Ok(()),
                Some(text) => Err(WriteError::Unavailable(text.clone())),
            });
        }
    }
}

/// Runs a job; a panic inside it is the same as a refusal.
async fn run_job(tx: &Tx, job: Box<dyn Job>) -> Option<Done> {
    let run = AssertUnwindSafe(async move { job.run(tx).await }).catch_unwind();
    match run.await {
        Ok(done) => Some(done),
        Err(_) => {
            tracing::error!("db.write.panicked");
            None
        }
    }
}
