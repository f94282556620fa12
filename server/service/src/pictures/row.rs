//! The row of a picture, by which whatever shows it names it.

use db::Tx;
use db::entities::media as media_rows;
use db::sea_orm::sea_query::{Expr, OnConflict};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter};
use domain::{CooperativeId, MediaId};
use media::Ingested;

use super::{Kept, PictureStore, note_kept};
use crate::error::{Error, Result};

/// What of a picture stands in its row.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    sha: String,
    width: i64,
    height: i64,
    /// What it can be cropped from.
    kept: Option<Kept>,
}

impl Made {
    pub fn of(picture: &Ingested) -> Self {
        Self {
            sha: picture.sha.clone(),
            width: i64::from(picture.width),
            height: i64::from(picture.height),
            kept: None,
        }
    }

    /// The same of one that can be cropped from what is kept.
    pub fn keeping(picture: &Ingested, kept: Kept) -> Self {
        Self {
            kept: Some(kept),
            ..Self::of(picture)
        }
    }
}

/// The row of a picture that nobody answers for yet: where it is new, not everybody gets its files, whoever knows their address.
/// One that was there stays as it is in this.
pub(crate) async fn withheld_media_row(tx: &Tx, made: &Made, now: i64) -> Result<MediaId> {
    media_row(tx, made, now, Some(now)).await
}

/// The row of a picture. One that was there is as good as new: whoever clears unused ones away leaves it for a day. But who may
/// have its files is up to [what shows it](crate::withdrawn_pictures), not to who sends it again.
async fn media_row(tx: &Tx, made: &Made, now: i64, withdrawn_at: Option<i64>) -> Result<MediaId> {
    let touched = media_rows::Entity::update_many()
        .col_expr(media_rows::Column::CreatedAt, Expr::value(now))
        .filter(media_rows::Column::Sha.eq(made.sha.as_str()))
        .exec(tx)
        .await?;
    if touched.rows_affected == 0 {
        let row = media_rows::ActiveModel {
            sha: Set(made.sha.clone()),
            width: Set(made.width),
            height: Set(made.height),
            created_at: Set(now),
            withdrawn_at: Set(withdrawn_at),
            ..Default::default()
        };
        // The same file may have come twice at once.
        let same = OnConflict::column(media_rows::Column::Sha).do_nothing().to_owned();
        match media_rows::Entity::insert(row)
            .on_conflict(same)
            .exec_without_returning(tx)
            .await
        {
            Ok(_) | Err(DbErr::RecordNotInserted) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let row = media_rows::Entity::find()
        .filter(media_rows::Column::Sha.eq(made.sha.as_str()))
        .one(tx)
        .await?;
    Ok(row.ok_or(Error::Busy)?.id)
}

/// The row of a picture of this cooperative, and what it can be cropped from.
pub(crate) async fn own_media_row(tx: &Tx, cooperative: CooperativeId, made: &Made, now: i64) -> Result<MediaId> {
    let id = media_row(tx, made, now, None).await?;
    if let Some(kept) = &made.kept {
        note_kept(tx, cooperative, id, kept).await?;
    }
    Ok(id)
}

impl PictureStore {
    /// Keeps the files of a picture once more, should they have been cleared away while its row was written.
    pub(crate) async fn keep_again(&self, picture: &Ingested) -> Result<()> {
        if !self.has(&picture.sha).await? {
            self.keep(picture).await?;
        }
        Ok(())
    }
}
