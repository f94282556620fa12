//! SQLite has one writer. Writes that queue up while it is busy share one `BEGIN IMMEDIATE … COMMIT` and so one fsync
//! (group commit) and are answered only after the commit is on disk. One that is refused takes nothing of the others with
//! it: they run again, each in a savepoint of its own, and so does the next batch. Where nothing is refused, and that is
//! nearly always, there are no savepoints.
//!
//! What makes an answer true: a connection on which a begin, a commit or a rollback failed is never used again. SQLite
//! ends a transaction by itself when the disk is full; what counts transactions above it does not notice, and the next
//! "commit" would only release a savepoint of a transaction that nobody ends. And the file is [looked at](DatabaseFile)
//! before and after: one that was unlinked takes every write and keeps none.

use std::collections::VecDeque;
use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};
use tokio::sync::{mpsc, oneshot};

use super::lanes::{self, Lanes, Waiting};
use super::{BoxFuture, MaybeRetry, Tx, Work, WriteError};
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
    /// Runs it. May be called again when what the first time wrote was rolled back.
    fn run<'t>(&'t mut self, tx: &'t Tx) -> BoxFuture<'t, Verdict>;
    /// Tells its caller what came of it, once that is decided.
    fn finish(self: Box<Self>, end: Result<(), WriteError>);
}

/// What is to become of a job's rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
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

struct Write<T, E> {
    work: Work<T, E>,
    /// What it answered when it last ran; nothing when it was not run, or panicked.
    result: Option<Result<T, E>>,
    committed: Box<dyn FnOnce() + Send>,
    answer: oneshot::Sender<Result<T, E>>,
}

impl<T, E> Job for Write<T, E>
where
    T: Send + 'static,
    E: From<WriteError> + MaybeRetry + Send + 'static,
{
    fn run<'t>(&'t mut self, tx: &'t Tx) -> BoxFuture<'t, Verdict> {
        self.result = None;
        Box::pin(async move {
            let result = (self.work)(tx).await;
            let verdict = match &result {
                Ok(_) => Verdict::Keep,
                Err(error) if error.is_unavailable() => Verdict::Broken,
                Err(_) => Verdict::Refused,
            };
            self.result = Some(result);
            verdict
        })
    }

    fn finish(self: Box<Self>, end: Result<(), WriteError>) {
        let answered = match (self.result, end) {
            (Some(Ok(value)), Ok(())) => {
                (self.committed)();
                Ok(value)
            }
            (Some(Err(refused)), _) => Err(refused),
            (Some(Ok(_)) | None, Err(error)) => Err(error.into()),
            (None, Ok(())) => Err(WriteError::Stopped.into()),
        };
        // The caller may have hung up.
        drop(self.answer.send(answered));
    }
}

/// Queues a write and waits for its answer.
pub(super) async fn write<T, E>(
    queue: &mpsc::Sender<Queued>,
    work: Work<T, E>,
    committed: Box<dyn FnOnce() + Send>,
) -> Result<T, E>
where
    T: Send + 'static,
    E: From<WriteError> + MaybeRetry + Send + 'static,
{
    let (answer, wait) = oneshot::channel();
    let job = Box::new(Write {
        work,
        result: None,
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
        care: Care::None,
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
    care: Care,
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
            first.finish(Err(error));
            return None;
        }
        let connection = match self.connect().await {
            Ok(connection) => connection,
            Err(error) => {
                tracing::error!(%error, "db.writer.connect");
                first.finish(Err(WriteError::Unavailable(error.to_string())));
                return None;
            }
        };
        let mut batch = Batch::new(self.care);
        let state = batch.run(&connection, first, &mut self.waiting).await;
        let closing = batch.closing.take();
        let end = match state {
            // The rows are in the file that SQLite has open. Is it the one that the next start will open?
            Ok(()) => self.look().await,
            Err(error) => Err(error),
        };
        let connection_is = batch.connection;
        self.care = batch.finish(end);
        if connection_is == Connection::Unsound {
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

/// How writes of one transaction are kept apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Care {
    /// Not at all: when one of them is refused, all are rolled back and run again with [`Care::Savepoints`].
    None,
    /// Each in a savepoint: two statements more for each.
    Savepoints,
}

/// Writes that share a transaction.
struct Batch {
    /// How the next one runs.
    care: Care,
    /// Those whose rows are to stay.
    kept: Vec<Box<dyn Job>>,
    was_refused: bool,
    closing: Option<oneshot::Sender<()>>,
    connection: Connection,
}

impl Batch {
    fn new(care: Care) -> Self {
        Self {
            care,
            kept: Vec::new(),
            was_refused: false,
            closing: None,
            connection: Connection::Sound,
        }
    }

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
        let Some(mut tx) = self.begin(connection, &mut vec![first]).await? else {
            return Ok(());
        };
        let mut again = VecDeque::new();
        while self.kept.len() < BATCH {
            let next = again
                .pop_front()
                .map_or_else(|| waiting.more(), |job| Some(Queued::Write(job)));
            let job = match next {
                Some(Queued::Write(job)) => job,
                Some(Queued::Close(done)) => {
                    self.closing = Some(done);
                    break;
                }
                None => break,
            };
            match self.run_next(&tx, job).await {
                Ok(None) => {}
                // Of those that run again the first has the transaction to itself, as the first always has.
                Ok(Some(refused)) => {
                    self.care = Care::Savepoints;
                    let mut jobs: Vec<_> = self.kept.drain(..).chain([refused]).collect();
                    if let Err(error) = tx.rollback().await {
                        return Err(self.broken(jobs, error.to_string()));
                    }
                    match self.begin(connection, &mut jobs).await? {
                        Some(new) => tx = new,
                        None => return Ok(()),
                    }
                    again.extend(jobs);
                }
                Err(error) => {
                    tracing::error!(%error, "db.batch");
                    self.connection = Connection::Unsound;
                    // SQLite may have ended the transaction already: the connection is dropped in any case.
                    drop(tx.rollback().await);
                    self.kept.extend(again);
                    return Err(error);
                }
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

    /// Begins the transaction with the first of `jobs` that is not refused, and takes it and those before it out. The
    /// first needs no savepoint: when it is refused, nothing else is in the transaction yet. Nothing when none is left.
    ///
    /// # Errors
    /// When there is no transaction to be had; whoever waits has been told, or is in `kept`.
    async fn begin(
        &mut self,
        connection: &DatabaseConnection,
        jobs: &mut Vec<Box<dyn Job>>,
    ) -> Result<Option<Tx>, WriteError> {
        while !jobs.is_empty() {
            let options = TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                ..TransactionOptions::default()
            };
            let tx = match connection.begin_with_options(options).await {
                Ok(tx) => tx,
                Err(error) => return Err(self.broken(std::mem::take(jobs), error.to_string())),
            };
            let mut job = jobs.remove(0);
            let verdict = run_job(&tx, job.as_mut()).await;
            if verdict == Verdict::Keep {
                self.kept.push(job);
                return Ok(Some(tx));
            }
            self.was_refused = true;
            let rolled_back = tx.rollback().await;
            let is_broken = verdict == Verdict::Broken || rolled_back.is_err();
            job.finish(rolled_back.map_err(WriteError::from));
            if is_broken {
                return Err(self.broken(std::mem::take(jobs), "a write of the same commit failed".to_owned()));
            }
        }
        Ok(None)
    }

    /// The connection is not used again, and nothing of `jobs` was written.
    fn broken(&mut self, jobs: Vec<Box<dyn Job>>, text: String) -> WriteError {
        tracing::error!(error = text, "db.batch");
        self.connection = Connection::Unsound;
        self.kept.extend(jobs);
        WriteError::Unavailable(text)
    }

    /// A write among others. Without savepoints one that is refused comes back: the others are to run again.
    ///
    /// # Errors
    /// When the transaction cannot go on; this write's caller is told with the others'.
    async fn run_next(&mut self, tx: &Tx, mut job: Box<dyn Job>) -> Result<Option<Box<dyn Job>>, WriteError> {
        if self.care == Care::Savepoints {
            self.run_in_savepoint(tx, job).await?;
            return Ok(None);
        }
        match run_job(tx, job.as_mut()).await {
            Verdict::Keep => {
                self.kept.push(job);
                Ok(None)
            }
            Verdict::Refused => {
                self.was_refused = true;
                Ok(Some(job))
            }
            Verdict::Broken => {
                job.finish(Ok(()));
                Err(WriteError::Unavailable("a write of the same commit failed".to_owned()))
            }
        }
    }

    async fn run_in_savepoint(&mut self, tx: &Tx, mut job: Box<dyn Job>) -> Result<(), WriteError> {
        let savepoint = match tx.begin().await {
            Ok(savepoint) => savepoint,
            Err(error) => {
                let text = error.to_string();
                job.finish(Err(WriteError::Unavailable(text.clone())));
                return Err(WriteError::Unavailable(text));
            }
        };
        match run_job(&savepoint, job.as_mut()).await {
            Verdict::Keep => {
                self.kept.push(job);
                savepoint
                    .commit()
                    .await
                    .map_err(|error| WriteError::Unavailable(error.to_string()))
            }
            Verdict::Broken => {
                job.finish(Ok(()));
                drop(savepoint.rollback().await);
                Err(WriteError::Unavailable("a write of the same commit failed".to_owned()))
            }
            Verdict::Refused => {
                self.was_refused = true;
                let rolled_back = savepoint.rollback().await;
                let failed = rolled_back.as_ref().err().map(ToString::to_string);
                job.finish(rolled_back.map_err(WriteError::from));
                failed.map_or(Ok(()), |text| Err(WriteError::Unavailable(text)))
            }
        }
    }

    /// Tells those whose rows were to stay, and says how the next batch had better run.
    fn finish(self, end: Result<(), WriteError>) -> Care {
        let text = end.err().map(|error| match error {
            WriteError::Unavailable(text) => text,
            other => other.to_string(),
        });
        for job in self.kept {
            job.finish(match &text {
                None => Ok(()),
                Some(text) => Err(WriteError::Unavailable(text.clone())),
            });
        }
        if self.was_refused { Care::Savepoints } else { Care::None }
    }
}

/// Runs a job; a panic inside it is the same as a refusal.
async fn run_job(tx: &Tx, job: &mut dyn Job) -> Verdict {
    let run = AssertUnwindSafe(async move { job.run(tx).await }).catch_unwind();
    run.await.unwrap_or_else(|_| {
        tracing::error!("db.write.panicked");
        Verdict::Refused
    })
}
