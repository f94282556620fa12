//! What becomes of pictures that nobody sent to their end, and of what is over.

use db::entities::{page_upload, picture_crop, upload};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::{UploadId, UploadState};

use super::DAY;
use super::table::{Arrived, Uploads};
use crate::Shop;
use crate::error::{Error, Result};

/// Removes uploads of before with their pieces, and what was cropped before; answers how many.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn expire(shop: &Shop, now: i64) -> Result<u64> {
    let uploads = expire_uploads::<upload::Entity>(shop, now).await?;
    let of_pages = expire_uploads::<page_upload::Entity>(shop, now).await?;
    let crops = shop
        .db()
        .write_as_job(move |tx| {
            Box::pin(async move {
                let done = picture_crop::Entity::delete_many()
                    .filter(picture_crop::Column::CreatedAt.lt(now - DAY))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(done.rows_affected)
            })
        })
        .await?;
    Ok(uploads + of_pages + crops)
}

async fn expire_uploads<E: Uploads>(shop: &Shop, now: i64) -> Result<u64> {
    let old: Vec<Arrived> = E::find()
        .filter(E::QUEUE.created_at.lt(now - DAY))
        .limit(200)
        .all(shop.db().read())
        .await?
        .into_iter()
        .map(E::arrived)
        .collect();
    if old.is_empty() {
        return Ok(0);
    }
    let ids: Vec<UploadId> = old.iter().map(|row| row.id).collect();
    let removed = shop
        .db()
        .write_as_job(move |tx| {
            let ids = ids.clone();
            Box::pin(async move {
                let done = E::delete_many().filter(E::QUEUE.id.is_in(ids)).exec(tx).await?;
                Ok::<_, Error>(done.rows_affected)
            })
        })
        .await?;
    for row in old.iter().filter(|row| row.state != UploadState::Ready) {
        let pieces = u64::try_from(row.pieces).unwrap_or_default();
        shop.pictures().drop_pieces(&row.place, pieces).await;
    }
    Ok(removed)
}
