//! Reads that may look at every row, such as a search: they have connections of their own, a place to wait and a time,
//! so that all other reads stay as fast as they are however many ask at once.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbErr, RuntimeErr, SqlxSqliteConnector};
use tokio::sync::{OnceCell, Semaphore};

use crate::Db;

/// Slow reads that wait for one of these.
const WAITING: usize = 32;
/// Longest wait.
const PATIENCE: Duration = Duration::from_secs(3);
/// Longest time a slow read may take.
const BUDGET: Duration = Duration::from_millis(1_500);
/// Steps of SQLite's machine between two looks at the clock: some tens of microseconds.
const STEPS: i32 = 5_000;

/// Why a slow read gave nothing.
#[derive(Debug, thiserror::Error)]
pub enum SlowReadError {
    /// Too many wait already.
    #[error("too many slow reads are waiting")]
    Busy,
    /// It was stopped after its time.
    #[error("a slow read was stopped after its time")]
    Late,
    /// The database refused or did not answer.
    #[error("the database did not answer a slow read")]
    Database(#[source] DbErr),
}

/// Opened when it is used first.
#[derive(Clone, Debug)]
pub(crate) struct SlowReads(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    url: String,
    lanes: OnceCell<Mutex<Vec<Lane>>>,
    free: Semaphore,
    /// Those that run and those that wait.
    places: Semaphore,
}

/// A connection that only one slow read uses at a time.
#[derive(Clone, Debug)]
struct Lane {
    connection: DatabaseConnection,
    /// When what runs in it is stopped, milliseconds since `start`. PostgreSQL counts by itself.
    deadline: Arc<AtomicU64>,
    start: Instant,
}

/// Slow reads at a time: half the cores, so that the other half is there for everybody else.
fn lanes() -> usize {
    std::thread::available_parallelism()
        .map_or(1, |cores| cores.get() / 2)
        .clamp(1, 4)
}

impl SlowReads {
    pub(crate) fn new(url: &str) -> Self {
        Self(Arc::new(Inner {
            url: url.to_owned(),
            lanes: OnceCell::new(),
            free: Semaphore::new(lanes()),
            places: Semaphore::new(lanes() + WAITING),
        }))
    }

    async fn lanes(&self) -> Result<&Mutex<Vec<Lane>>, DbErr> {
        let open = async || {
            let mut open = Vec::new();
            for _ in 0..lanes() {
                open.push(Lane::open(&self.0.url).await?);
            }
            Ok(Mutex::new(open))
        };
        self.0.lanes.get_or_try_init(open).await
    }

    pub(crate) async fn close(&self) {
        let Some(lanes) = self.0.lanes.get() else { return };
        let lanes = std::mem::take(&mut *lanes.lock().unwrap_or_else(PoisonError::into_inner));
        for lane in lanes {
            if let Err(error) = lane.connection.close().await {
                tracing::warn!(%error, "db.slow.close");
            }
        }
    }
}

impl Lane {
    async fn open(url: &str) -> Result<Self, DbErr> {
        let deadline = Arc::new(AtomicU64::new(0));
        let start = Instant::now();
        let connection = if url.starts_with("sqlite:") {
            let refused = |error: sea_orm::sqlx::Error| DbErr::Conn(RuntimeErr::SqlxError(Arc::new(error)));
            let options: SqliteConnectOptions = url.parse().map_err(refused)?;
            let options = options
                .pragma("query_only", "on")
                .pragma("temp_store", "memory")
                .pragma("cache_size", "-16000");
            let limit = deadline.clone();
            let pool = SqlitePoolOptions::new()
                .max_connections(1)
                .acquire_timeout(Duration::from_secs(5))
                .after_connect(move |connection, _| {
                    let limit = limit.clone();
                    Box::pin(async move {
                        let mut handle = connection.lock_handle().await?;
                        handle.set_progress_handler(STEPS, move || elapsed(start) < limit.load(Ordering::Relaxed));
                        Ok(())
                    })
                })
                .connect_lazy_with(options);
            SqlxSqliteConnector::from_sqlx_sqlite_pool(pool)
        } else {
            let mut options = ConnectOptions::new(url.to_owned());
            options
                .max_connections(1)
                .acquire_timeout(Duration::from_secs(5))
                .sqlx_logging(false)
                .map_sqlx_postgres_opts(|o| {
                    let limit = format!("{}ms", BUDGET.as_millis());
                    o.application_name("bazar-slow").options([
                        ("statement_timeout", limit.as_str()),
                        ("default_transaction_read_only", "on"),
                    ])
                });
            Database::connect(options).await?
        };
        Ok(Self {
            connection,
            deadline,
            start,
        })
    }
}

fn elapsed(start: Instant) -> u64 {
    u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX)
}

/// Puts the lane back, also when whoever asked has gone.
struct Borrowed<'l> {
    lanes: &'l Mutex<Vec<Lane>>,
    lane: Lane,
}

impl Drop for Borrowed<'_> {
    fn drop(&mut self) {
        let mut lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        lanes.push(self.lane.clone());
    }
}

impl Db {
    /// Runs reads that may look at every row, with a budget of time for all of them together.
    ///
    /// # Errors
    /// When too many wait already, it took too long, or the database does not answer.
    pub async fn read_slowly<T>(
        &self,
        work: impl AsyncFnOnce(&DatabaseConnection) -> Result<T, DbErr>,
    ) -> Result<T, SlowReadError> {
        let slow = &self.slow.0;
        let _place = slow.places.try_acquire().map_err(|_| SlowReadError::Busy)?;
        let turn = tokio::time::timeout(PATIENCE, slow.free.acquire()).await;
        let Ok(Ok(_turn)) = turn else {
            return Err(SlowReadError::Busy);
        };
        let lanes = self.slow.lanes().await.map_err(SlowReadError::Database)?;
        let lane = lanes.lock().unwrap_or_else(PoisonError::into_inner).pop();
        // None is left only while the program stops.
        let lane = lane.ok_or(SlowReadError::Busy)?;
        let borrowed = Borrowed { lanes, lane };
        let lane = &borrowed.lane;
        let until = elapsed(lane.start) + u64::try_from(BUDGET.as_millis()).unwrap_or(u64::MAX);
        lane.deadline.store(until, Ordering::Relaxed);
        let answer = work(&lane.connection).await;
        answer.map_err(|error| {
            if elapsed(lane.start) >= until || is_stopped(&error) {
                SlowReadError::Late
            } else {
                SlowReadError::Database(error)
            }
        })
    }
}

/// SQLite's "interrupted" and PostgreSQL's "query canceled".
fn is_stopped(error: &DbErr) -> bool {
    matches!(crate::unavailable::code_of(error).as_deref(), Some("9" | "57014"))
}
