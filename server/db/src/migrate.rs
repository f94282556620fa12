//! Bringing a schema up to date: by one program at a time, and never below a program that still runs.

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr, Statement};
use sea_orm_migration::{MigratorTrait, SchemaManager};

use crate::ConnectError;
use crate::migrations::{Migrations, NEEDED};

/// Key of PostgreSQL's advisory lock: any number, so long as all versions of the program use the same.
const LOCK: i64 = 0x62_61_7a_61_72;
/// The setting that names the newest migration a program must know to run on this schema.
const SETTING: &str = "schema-needs";

/// Applies what is missing. On SQLite the caller holds the [lock](crate::lock::migrate).
///
/// # Errors
/// When the database does not answer, or its schema is one this program does not understand.
pub(crate) async fn up(connection: &DatabaseConnection) -> Result<(), ConnectError> {
    let known: Vec<String> = Migrations::migrations().iter().map(|m| m.name().to_owned()).collect();
    if let Some(newer) = applied(connection)
        .await?
        .into_iter()
        .find(|name| !known.contains(name))
    {
        return understand_newer(connection, &known, newer).await;
    }
    Migrations::up(connection, None).await?;
    let backend = connection.get_database_backend();
    let text = "INSERT INTO settings (name, value) VALUES ($1, $2) \
                ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE settings.value < excluded.value";
    connection
        .execute_raw(Statement::from_sql_and_values(
            backend,
            text,
            [SETTING.into(), NEEDED.into()],
        ))
        .await?;
    Ok(())
}

/// [`up`] on PostgreSQL, over a connection of its own, so that programs that start together take turns.
///
/// # Errors
/// As [`up`].
pub(crate) async fn up_postgres(options: ConnectOptions) -> Result<(), ConnectError> {
    let connection = Database::connect(options).await?;
    // A lock of the session: it ends with the connection in any case.
    connection
        .execute_unprepared(&format!("SELECT pg_advisory_lock({LOCK})"))
        .await?;
    let done = up(&connection).await;
    connection
        .execute_unprepared(&format!("SELECT pg_advisory_unlock({LOCK})"))
        .await?;
    connection.close().await?;
    done
}

async fn applied(connection: &DatabaseConnection) -> Result<Vec<String>, DbErr> {
    if !SchemaManager::new(connection).has_table("seaql_migrations").await? {
        return Ok(Vec::new());
    }
    let text = "SELECT version FROM seaql_migrations ORDER BY version";
    let rows = connection
        .query_all_raw(Statement::from_string(connection.get_database_backend(), text))
        .await?;
    rows.iter().map(|row| row.try_get("", "version")).collect()
}

/// A newer program has been here. While it changed the schema only by adding to it, this one goes on.
async fn understand_newer(
    connection: &DatabaseConnection,
    known: &[String],
    newer: String,
) -> Result<(), ConnectError> {
    let text = "SELECT value FROM settings WHERE name = $1";
    let backend = connection.get_database_backend();
    let row = connection
        .query_one_raw(Statement::from_sql_and_values(backend, text, [SETTING.into()]))
        .await?;
    let needed: Option<String> = row.map(|row| row.try_get("", "value")).transpose()?;
    if needed.is_some_and(|needed| known.contains(&needed)) {
        tracing::warn!(schema = newer, "db.schema_is_newer");
        return Ok(());
    }
    Err(ConnectError::Newer(newer))
}
