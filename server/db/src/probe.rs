//! Trying the whole way of a write: through the writer, to the disk, and back through a connection that was not there
//! before, which reads what stands at the database's path now.

use std::time::Duration;

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, Database, DbErr, EntityTrait};

use crate::entities::setting;
use crate::{Db, WriteError};

/// The setting that a [probe](Db::probe) writes.
pub const PROBE: &str = "probe";
/// How old a probe may be whose finding still counts; several times the job's period.
const FRESH: Duration = Duration::from_secs(15);

impl Db {
    /// Writes `value`, which should differ each time, and reads it back; [`is_ready`](Self::is_ready) then says what
    /// came of it.
    ///
    /// # Errors
    /// When it was not written, or not read back.
    pub async fn probe(&self, value: String) -> Result<(), WriteError> {
        let found = self.try_probe(value).await;
        match &found {
            Ok(()) => self.health.worked(),
            Err(_) => {
                self.health.failed();
                self.suspect_damage();
            }
        }
        found
    }

    /// Whether the last [`probe`](Self::probe) worked and is not long ago, and the file is not damaged. Asks nobody.
    pub fn is_ready(&self) -> bool {
        self.health.worked_within(FRESH) && !self.is_damaged()
    }

    async fn try_probe(&self, value: String) -> Result<(), WriteError> {
        let row = value.clone();
        self.write(move |tx| {
            let row = setting::ActiveModel {
                name: Set(PROBE.to_owned()),
                value: Set(row.clone()),
            };
            Box::pin(async move {
                let same = OnConflict::column(setting::Column::Name)
                    .update_column(setting::Column::Value)
                    .to_owned();
                setting::Entity::insert(row)
                    .on_conflict(same)
                    .exec_without_returning(tx)
                    .await?;
                Ok::<_, WriteError>(())
            })
        })
        .await?;
        let reader = Database::connect(self.fresh.clone()).await?;
        let found = setting::Entity::find_by_id(PROBE.to_owned()).one(&reader).await;
        reader.close().await?;
        // On PostgreSQL another program's probe may have come in between; any row that is read was written.
        match found? {
            Some(found) if found.value == value || self.backend() == sea_orm::DatabaseBackend::Postgres => Ok(()),
            _ => Err(WriteError::from(DbErr::Custom(
                "the probe's row was not read back".to_owned(),
            ))),
        }
    }
}
