//! PostgreSQL does its own group commit: every write is a transaction, retried when it loses a race.

use std::time::Duration;

use sea_orm::{DatabaseConnection, DbErr, RuntimeErr, TransactionTrait};

use super::{MaybeRetry, Work, WriteError};
use crate::stats;

/// How often a write is run again after it lost a race.
const TRIES: u32 = 5;

pub(super) async fn write<T, E>(connection: &DatabaseConnection, work: Work<T, E>) -> Result<T, E>
where
    E: From<WriteError> + MaybeRetry,
{
    let mut tried = 0;
    loop {
        tried += 1;
        let result = write_once(connection, &work).await;
        let lost_race = match &result {
            Ok(_) => false,
            Err(error) => error.database_error().is_some_and(is_lost_race),
        };
        if !lost_race || tried == TRIES {
            return result;
        }
        tokio::time::sleep(Duration::from_millis(u64::from(tried) * 7)).await;
    }
}

async fn write_once<T, E>(connection: &DatabaseConnection, work: &Work<T, E>) -> Result<T, E>
where
    E: From<WriteError>,
{
    let tx = connection.begin().await.map_err(WriteError::from)?;
    match work(&tx).await {
        Ok(value) => {
            tx.commit().await.map_err(WriteError::from)?;
            stats::count_commit();
            Ok(value)
        }
        Err(refused) => {
            // A connection that could not roll back goes back to the pool in a transaction, which closes it then.
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
