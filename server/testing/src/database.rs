//! Fresh databases, and taking them away again.

use std::io::Write as _;
use std::path::Path;
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use db::sea_orm::{ConnectOptions, ConnectionTrait, Database as Connect, Statement};
use db::{Db, DbOptions};
use tempfile::TempDir;

/// Which database a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Database {
    /// A file in a folder of its own.
    Sqlite,
    /// A database of its own on the server of `BAZAR_TEST_POSTGRES_URL`.
    Postgres,
}

/// An empty database and a folder; both are gone when it is dropped.
#[derive(Debug)]
pub struct Place {
    /// Which database it is.
    pub database: Database,
    folder: TempDir,
    url: String,
    /// The server and the name of the database to drop.
    drop: Option<(String, String)>,
}

impl Place {
    /// A fresh place. `None`, with a loud word, when no PostgreSQL is there.
    ///
    /// # Panics
    /// When the database cannot be made; and in CI when no PostgreSQL is there.
    pub async fn fresh(database: Database) -> Option<Self> {
        let folder = tempfile::Builder::new()
            .prefix("bazar-test-")
            .tempdir()
            .expect("a folder for the test");
        Some(match database {
            Database::Sqlite => {
                let url = format!("sqlite://{}", folder.path().join("bazar.db").display());
                Self {
                    database,
                    folder,
                    url,
                    drop: None,
                }
            }
            Database::Postgres => Self::on_postgres(folder, None).await?,
        })
    }

    /// A place whose database is a copy of the PostgreSQL database `template`, to which nobody is connected. `None` as
    /// for [`fresh`](Self::fresh).
    ///
    /// # Panics
    /// When there is no such database.
    pub async fn copy_of(template: &str) -> Option<Self> {
        let folder = tempfile::Builder::new()
            .prefix("bazar-test-")
            .tempdir()
            .expect("a folder for the test");
        Self::on_postgres(folder, Some(template)).await
    }

    /// A place whose database is at `url` and stays when it is dropped.
    ///
    /// # Panics
    /// When no folder can be made.
    pub(crate) fn at(database: Database, url: String) -> Self {
        let folder = tempfile::Builder::new()
            .prefix("bazar-test-")
            .tempdir()
            .expect("a folder for the test");
        Self {
            database,
            folder,
            url,
            drop: None,
        }
    }

    async fn on_postgres(folder: TempDir, template: Option<&str>) -> Option<Self> {
        let server = postgres_server()?;
        let name = fresh_name();
        create_database(&name, template).await;
        let url = url_of(&name)?;
        Some(Self {
            database: Database::Postgres,
            folder,
            url,
            drop: Some((server, name)),
        })
    }

    /// What a program is told to open.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A folder for whatever else the test keeps.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Opens and migrates it.
    ///
    /// # Panics
    /// When that fails.
    pub async fn open(&self) -> Db {
        Db::open(&self.url, DbOptions::default())
            .await
            .expect("a fresh database opens")
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let Some((server, name)) = self.drop.take() else { return };
        // A test may drop this inside its runtime, where nothing may block on a future: a thread of its own may.
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime");
            runtime.block_on(execute(
                &server,
                &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
            ));
        });
        if dropping.join().is_err() {
            eprintln!("a test database was left behind");
        }
    }
}

/// Makes a PostgreSQL database of this name, empty or as a copy.
///
/// # Panics
/// When that fails.
pub async fn create_database(name: &str, template: Option<&str>) {
    let server = postgres_server().expect("BAZAR_TEST_POSTGRES_URL is set");
    let template = template
        .map(|template| format!(" TEMPLATE {template}"))
        .unwrap_or_default();
    execute(&server, &format!("CREATE DATABASE {name}{template}")).await;
}

/// Whether the tests' PostgreSQL has a database of this name.
///
/// # Panics
/// When it cannot be asked.
pub(crate) async fn exists(name: &str) -> bool {
    let server = postgres_server().expect("BAZAR_TEST_POSTGRES_URL is set");
    let connection = Connect::connect(ConnectOptions::new(server))
        .await
        .expect("PostgreSQL answers");
    let sql = format!("SELECT 1 FROM pg_database WHERE datname = '{name}'");
    let found = connection
        .query_one_raw(Statement::from_string(connection.get_database_backend(), sql))
        .await
        .expect("PostgreSQL answers");
    drop(connection.close().await);
    found.is_some()
}

/// Drops a PostgreSQL database, whoever uses it.
///
/// # Panics
/// When that fails.
pub(crate) async fn drop_database(name: &str) {
    let server = postgres_server().expect("BAZAR_TEST_POSTGRES_URL is set");
    execute(&server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
}

/// A whole copy of a SQLite database as of one moment, without a log beside it: what another connection still writes
/// afterwards is in it or not.
///
/// # Panics
/// When that fails.
pub async fn copy_sqlite(from: &Path, to: &Path) {
    let database = Connect::connect(format!("sqlite://{}", from.display()))
        .await
        .expect("the database opens");
    let sql = format!("VACUUM INTO '{}'", to.display());
    database.execute_unprepared(&sql).await.expect("a copy of the database");
    database.close().await.expect("the database closes");
}

/// The URL of a database of the PostgreSQL of the tests; `None` when there is no such server.
///
/// # Panics
/// When the server's own URL names no database.
pub fn url_of(name: &str) -> Option<String> {
    let server = postgres_server()?;
    Some(format!(
        "{}/{name}",
        server.rsplit_once('/').expect("…/postgres at its end").0
    ))
}

/// The URL of the PostgreSQL of the tests.
///
/// # Panics
/// In CI when there is none.
pub fn postgres_server() -> Option<String> {
    match std::env::var("BAZAR_TEST_POSTGRES_URL") {
        Ok(url) if !url.is_empty() => Some(url),
        _ if std::env::var("CI").is_ok_and(|ci| ci == "true") => {
            panic!("BAZAR_TEST_POSTGRES_URL is not set, and CI must not go without PostgreSQL")
        }
        _ => {
            say_not_tested();
            None
        }
    }
}

/// Once a program, and past the test harness, which keeps what passing tests print to itself.
fn say_not_tested() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let _ = writeln!(
            std::io::stderr(),
            "### PostgreSQL not tested: BAZAR_TEST_POSTGRES_URL is not set ###"
        );
    });
}

fn fresh_name() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let nanos = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_nanos());
    format!(
        "bazar_test_{:x}_{:x}_{:x}",
        std::process::id(),
        nanos,
        NEXT.fetch_add(1, Ordering::Relaxed)
    )
}

async fn execute(server: &str, sql: &str) {
    let mut options = ConnectOptions::new(server.to_owned());
    options.max_connections(1).sqlx_logging(false);
    let connection = Connect::connect(options)
        .await
        .expect("the PostgreSQL of the tests answers");
    connection.execute_unprepared(sql).await.expect("it does as it is told");
    connection.close().await.expect("the connection closes");
}
