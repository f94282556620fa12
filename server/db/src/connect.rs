//! Opening a database and bringing its schema up to date.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use sea_orm::sqlx::Connection;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, Database, DatabaseBackend, DatabaseConnection, DbErr};

use crate::file::{DatabaseFile, beside};
use crate::health::Health;
use crate::slow::SlowReads;
use crate::stats::{Stats, WriteCounts};
use crate::write::Writer;
use crate::write::sqlite::RESCUED;
use crate::{lock, migrate, write};

/// How a database is opened.
#[derive(Clone, Debug)]
pub struct DbOptions {
    /// Connections that only read (SQLite), or all connections (PostgreSQL).
    pub readers: u32,
    /// This is the program that serves the shop: of those an SQLite file has one.
    pub serve: bool,
}

impl Default for DbOptions {
    fn default() -> Self {
        Self {
            readers: 4,
            serve: false,
        }
    }
}

/// Why a database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// The database answered with an error, or did not answer.
    #[error("the database cannot be opened")]
    Open(#[from] DbErr),
    /// The file or the locks beside it cannot be used.
    #[error("{} cannot be used", .0.display())]
    File(PathBuf, #[source] std::io::Error),
    /// The schema is one that this program does not understand.
    #[error("the database is from a newer version of Bazar (it has {0}); start that version, or restore a backup")]
    Newer(String),
    /// Another program serves this database.
    #[error("another Bazar is serving {}; stop it first, or set BAZAR_DATA_DIR to a folder of its own", .0.display())]
    InUse(PathBuf),
    /// The file is gone, and what was rescued from it is there.
    #[error(
        "{} is missing, but {} was rescued from it: rename that to go on with it, or remove it to begin anew",
        .database.display(), .rescued.display()
    )]
    Rescued {
        /// Where the database should be.
        database: PathBuf,
        /// The copy.
        rescued: PathBuf,
    },
    /// The URL names a database Bazar does not speak.
    #[error("`{0}` is not a database URL Bazar knows: use sqlite://… or postgres://…")]
    UnknownUrl(String),
}

/// A handle on the database; cheap to clone.
#[derive(Clone, Debug)]
pub struct Db {
    read: DatabaseConnection,
    pub(crate) writer: Writer,
    pub(crate) changes: Arc<AtomicU64>,
    pub(crate) health: Health,
    /// Opens a connection that shares nothing with those above, for the probe.
    pub(crate) fresh: ConnectOptions,
    /// Held as long as this program serves the file.
    _serving: Option<Arc<File>>,
    pub(crate) slow: SlowReads,
    pub(crate) stats: Arc<Stats>,
}

impl Db {
    /// Opens the database at `url` and migrates it. Programs that start at the same time wait for one another.
    ///
    /// # Errors
    /// When the URL is unknown, the database does not answer, another program serves it, or its schema is newer than
    /// this program understands.
    pub async fn open(url: &str, options: DbOptions) -> Result<Self, ConnectError> {
        if url.starts_with("sqlite:") {
            Self::open_sqlite(url, options).await
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Self::open_postgres(url, options).await
        } else {
            let scheme = url.split_once(':').map_or(url, |(scheme, _)| scheme);
            Err(ConnectError::UnknownUrl(scheme.to_owned()))
        }
    }

    async fn open_sqlite(url: &str, options: DbOptions) -> Result<Self, ConnectError> {
        let path = sqlite_path(url)?;
        let at_path = |error| ConnectError::File(path.clone(), error);
        let serving = if options.serve {
            let held = lock::try_serve(&path).map_err(at_path)?;
            Some(Arc::new(held.ok_or_else(|| ConnectError::InUse(path.clone()))?))
        } else {
            None
        };
        refuse_rescued(&path)?;
        let lock_path = path.clone();
        let migrating = tokio::task::spawn_blocking(move || lock::migrate(&lock_path))
            .await
            .map_err(|e| at_path(std::io::Error::other(e)))?
            .map_err(at_path)?;
        let connection = Database::connect(sqlite_options(url, Purpose::Create)).await?;
        migrate::up(&connection).await?;
        drop(migrating);
        let file = DatabaseFile::opened(&path).map_err(at_path)?;
        let read = Database::connect(sqlite_options(url, Purpose::Read(options.readers))).await?;
        let health = Health::default();
        let lanes = write::sqlite::start(sqlite_options(url, Purpose::Write), connection, file, health.clone());
        Ok(Self {
            read,
            writer: Writer::Sqlite { lanes },
            changes: Arc::default(),
            health,
            slow: SlowReads::new(url),
            fresh: sqlite_options(url, Purpose::Probe),
            _serving: serving,
            stats: Arc::default(),
        })
    }

    async fn open_postgres(url: &str, options: DbOptions) -> Result<Self, ConnectError> {
        migrate::up_postgres(postgres_options(url, 1, None)).await?;
        let pool = postgres_options(url, options.readers.max(2) * 2, Some("10s"));
        let connection = Database::connect(pool.clone()).await?;
        Ok(Self {
            read: connection.clone(),
            writer: Writer::Postgres { connection },
            changes: Arc::default(),
            health: Health::default(),
            slow: SlowReads::new(url),
            fresh: postgres_options(url, 1, Some("5s")),
            _serving: None,
            stats: Arc::default(),
        })
    }

    /// The connection for reading; writing through it is refused by SQLite.
    pub fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// Grows with every committed [`write`](Self::write) of this program, before its caller hears of it: a sign to look at
    /// the [versions](Self::public_versions) again, whatever was written.
    pub fn changes(&self) -> u64 {
        self.changes.load(Ordering::Acquire)
    }

    /// How the write path does.
    pub fn stats(&self) -> WriteCounts {
        self.stats.counts()
    }

    /// Which database this is.
    pub fn backend(&self) -> DatabaseBackend {
        self.read.get_database_backend()
    }

    /// Finishes queued writes and closes the connections (SQLite checkpoints its log).
    pub async fn close(self) {
        self.writer.close().await;
        self.slow.close().await;
        if let Err(error) = self.read.close().await {
            tracing::warn!(%error, "db.close");
        }
    }
}

/// Where the file of an SQLite database is.
///
/// # Errors
/// When the address cannot be read.
pub fn sqlite_path(url: &str) -> Result<PathBuf, DbErr> {
    let options =
        SqliteConnectOptions::from_str(url).map_err(|e| DbErr::Conn(sea_orm::RuntimeErr::SqlxError(e.into())))?;
    Ok(options.get_filename().to_owned())
}

/// A database that is missing while a copy rescued from it lies beside its place is not begun anew: somebody decides.
fn refuse_rescued(path: &Path) -> Result<(), ConnectError> {
    let rescued = beside(path, RESCUED);
    if !path.exists() && rescued.exists() {
        return Err(ConnectError::Rescued {
            database: path.to_owned(),
            rescued,
        });
    }
    Ok(())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    /// The first connection, which may make the file.
    Create,
    /// The writer's later ones: a file that has gone is not made anew under a running shop.
    Write,
    /// A pool of so many readers.
    Read(u32),
    /// One reader, opened to look and closed again.
    Probe,
}

fn sqlite_options(url: &str, purpose: Purpose) -> ConnectOptions {
    let connections = match purpose {
        Purpose::Read(readers) => readers,
        Purpose::Create | Purpose::Write | Purpose::Probe => 1,
    };
    let mut options = ConnectOptions::new(url.to_owned());
    options
        .min_connections(1)
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(5))
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |o: SqliteConnectOptions| {
            // FULL: an acknowledged order survives a power cut (WAL with NORMAL would lose the last ones).
            let o = o
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(5))
                .statement_cache_capacity(256)
                .pragma("cache_size", "-8000")
                .pragma("temp_store", "memory");
            match purpose {
                Purpose::Read(_) | Purpose::Probe => o.create_if_missing(false).pragma("query_only", "on"),
                Purpose::Create | Purpose::Write => o
                    .create_if_missing(purpose == Purpose::Create)
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Full),
            }
        });
    options
}

/// `statement_timeout`: how long one statement may run; none for migrations, which may have millions of rows to go over.
fn postgres_options(url: &str, connections: u32, statement_timeout: Option<&'static str>) -> ConnectOptions {
    let mut options = ConnectOptions::new(url.to_owned());
    options
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(5))
        .sqlx_logging(false)
        .map_sqlx_postgres_opts(move |o| {
            let o = o.application_name("bazar");
            match statement_timeout {
                Some(limit) => o.options([
                    ("statement_timeout", limit),
                    ("idle_in_transaction_session_timeout", "10s"),
                ]),
                None => o.options([("statement_timeout", "0")]),
            }
        })
        // A connection whose transaction could not be ended must not be handed to the next one (sqlx#4385).
        .map_sqlx_postgres_pool_opts(|pool| {
            pool.after_release(|connection, _| Box::pin(async move { Ok(!connection.is_in_transaction()) }))
        });
    options
}
