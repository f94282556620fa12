//! Opening a database and bringing its schema up to date.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseBackend, DatabaseConnection, DbErr, Statement};
use sea_orm_migration::MigratorTrait;

use crate::migrations::Migrations;
use crate::write::Writer;

/// Sizes of the connection pools.
#[derive(Clone, Debug)]
pub struct DbOptions {
    /// Connections that only read (SQLite), or all connections (PostgreSQL).
    pub readers: u32,
}

impl Default for DbOptions {
    fn default() -> Self {
        Self { readers: 4 }
    }
}

/// Why a database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// The database answered with an error, or did not answer.
    #[error("the database cannot be opened")]
    Open(#[from] DbErr),
    /// The schema has migrations this program does not know.
    #[error("the database is from a newer version of Bazar (it has {0}); start that version, or restore a backup")]
    Newer(String),
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
}

impl Db {
    /// Opens the database at `url` and migrates it.
    ///
    /// # Errors
    /// When the URL is unknown, the database does not answer, or its schema is newer than this program.
    pub async fn open(url: &str, options: DbOptions) -> Result<Self, ConnectError> {
        let db = Self::connect(url, options).await?;
        db.refuse_newer_schema().await?;
        Migrations::up(db.writer.connection(), None).await?;
        Ok(db)
    }

    async fn connect(url: &str, options: DbOptions) -> Result<Self, ConnectError> {
        if url.starts_with("sqlite:") {
            let write = Database::connect(sqlite_options(url, 1, false)).await?;
            let read = Database::connect(sqlite_options(url, options.readers, true)).await?;
            Ok(Self {
                read,
                writer: Writer::sqlite(write),
                changes: Arc::default(),
            })
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let mut connect = ConnectOptions::new(url.to_owned());
            connect
                .max_connections(options.readers.max(2) * 2)
                .acquire_timeout(Duration::from_secs(5))
                .sqlx_logging(false)
                .map_sqlx_postgres_opts(|o| {
                    o.application_name("bazar").options([
                        ("statement_timeout", "10s"),
                        ("idle_in_transaction_session_timeout", "10s"),
                    ])
                });
            let connection = Database::connect(connect).await?;
            Ok(Self {
                read: connection.clone(),
                writer: Writer::postgres(connection),
                changes: Arc::default(),
            })
        } else {
            let scheme = url.split_once(':').map_or(url, |(scheme, _)| scheme);
            Err(ConnectError::UnknownUrl(scheme.to_owned()))
        }
    }

    /// The connection for reading; writing through it is refused by SQLite.
    pub fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// Grows with every committed [`write`](Self::write) of this program, before its caller hears of it. What was read
    /// after asking for it is still so while it has not grown, except for what other programs write.
    pub fn changes(&self) -> u64 {
        self.changes.load(Ordering::Acquire)
    }

    /// Which database this is.
    pub fn backend(&self) -> DatabaseBackend {
        self.read.get_database_backend()
    }

    /// Finishes queued writes and closes the connections (SQLite checkpoints its log).
    pub async fn close(self) {
        self.writer.close().await;
        if let Err(error) = self.read.close().await {
            tracing::warn!(%error, "db.close");
        }
    }

    async fn refuse_newer_schema(&self) -> Result<(), ConnectError> {
        let manager = sea_orm_migration::SchemaManager::new(self.writer.connection());
        if !manager.has_table("seaql_migrations").await? {
            return Ok(());
        }
        let known: Vec<String> = Migrations::migrations().iter().map(|m| m.name().to_owned()).collect();
        let rows = self
            .writer
            .connection()
            .query_all_raw(Statement::from_string(
                self.backend(),
                "SELECT version FROM seaql_migrations",
            ))
            .await?;
        for row in rows {
            let version: String = row.try_get("", "version")?;
            if !known.contains(&version) {
                return Err(ConnectError::Newer(version));
            }
        }
        Ok(())
    }
}

fn sqlite_options(url: &str, connections: u32, read_only: bool) -> ConnectOptions {
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
            if read_only {
                o.pragma("query_only", "on")
            } else {
                o.create_if_missing(true)
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Full)
            }
        });
    options
}
