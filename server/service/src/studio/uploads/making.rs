//! Making the sizes of a picture that is here whole, and putting it among those of its product.

use db::Readable;
use db::entities::upload;
use db::sea_orm::sea_query::{Expr, ExprTrait};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use domain::{AuditAction, ErrorCode, PictureRefusal, UploadId, UploadState};

use super::super::attach::{Made, attach, keep_again};
use super::super::{audit, signed};
use super::DAY;
use crate::Shop;
use crate::error::{Error, Result};

/// A picture that has been made for so long is not made any more: the program ended in between.
const MAKING: i64 = 10 * 60_000;
/// A picture with which the program ended so often is left alone.
const ATTEMPTS: i64 = 3;

/// Makes the sizes of the upload that has waited longest; whether there was one. Called again and again by a job; programs
/// that share a database share the work.
///
/// # Errors
/// When the database or the place of the pictures does not answer; the upload waits then.
#[crate::boxed]
pub async fn make_next(shop: &Shop) -> Result<bool> {
    let now = shop.now();
    put_back(shop, now).await?;
    let Some(row) = claim(shop, now).await? else {
        return Ok(false);
    };
    match make(shop, &row).await {
        Ok(refused) => {
            finish(shop, row.id, refused).await?;
            let pieces = u64::try_from(row.pieces).unwrap_or_default();
            shop.pictures().drop_pieces(&row.place, pieces).await;
            Ok(true)
        }
        Err(error) => {
            give_back(shop, row.id).await?;
            Err(error)
        }
    }
}

/// What a program that ended left half-made waits again, some times.
async fn put_back(shop: &Shop, now: i64) -> Result<()> {
    let stale = upload::Entity::find()
        .filter(upload::Column::State.eq(UploadState::Making))
        .filter(upload::Column::UpdatedAt.lt(now - MAKING))
        .readable(shop.db().read())
        .await?;
    for row in stale {
        if row.attempts >= ATTEMPTS {
            finish(shop, row.id, Some(PictureRefusal::Failed)).await?;
        } else {
            set_state(shop, row.id, UploadState::Making, UploadState::Waiting, None, 0).await?;
        }
    }
    Ok(())
}

async fn claim(shop: &Shop, now: i64) -> Result<Option<upload::Model>> {
    let next = upload::Entity::find()
        .filter(upload::Column::State.eq(UploadState::Waiting))
        .filter(upload::Column::CreatedAt.gt(now - DAY))
        .order_by_asc(upload::Column::Id)
        .one(shop.db().read())
        .await?;
    let Some(next) = next else {
        return Ok(None);
    };
    let is_mine = set_state(shop, next.id, UploadState::Waiting, UploadState::Making, None, 1).await?;
    Ok(is_mine.then_some(next))
}

/// Makes the picture and puts it among those of its product; or says why not.
async fn make(shop: &Shop, row: &upload::Model) -> Result<Option<PictureRefusal>> {
    let pieces = u64::try_from(row.pieces).unwrap_or_default();
    let file = shop.pictures().whole(&row.place, pieces);
    let picture = match shop.workshop().make_as_job(file).await? {
        Ok(picture) => picture,
        Err(refusal) => return Ok(Some(refusal)),
    };
    shop.pictures().keep(&picture).await?;
    let (now, made) = (shop.now(), Made::of(&picture));
    let (product, cooperative, by) = (row.product_id, row.cooperative_id, signed(row.user_id, row.by_centre));
    let attached = shop
        .db()
        .write_as_job(move |tx| {
            let (made, by) = (made.clone(), by.clone());
            Box::pin(async move {
                let is_new = attach(tx, product, cooperative, &made, now).await?;
                if is_new {
                    audit(tx, now, &by, AuditAction::PictureAdd, &format!("product:{product}")).await?;
                }
                Ok::<_, Error>(is_new)
            })
        })
        .await;
    match attached {
        Ok(is_new) => {
            keep_again(shop, &picture).await?;
            // A try before this one may have put it there.
            Ok((!is_new && row.attempts == 0).then_some(PictureRefusal::Known))
        }
        Err(Error::Refused(ErrorCode::PicturesFull)) => Ok(Some(PictureRefusal::Full)),
        // The product went to somebody else, or away.
        Err(Error::NotFound) => Ok(Some(PictureRefusal::Failed)),
        Err(error) => Err(error),
    }
}

async fn finish(shop: &Shop, id: UploadId, refused: Option<PictureRefusal>) -> Result<()> {
    let state = refused.map_or(UploadState::Ready, |_| UploadState::Refused);
    set_state(shop, id, UploadState::Making, state, refused, 0).await?;
    Ok(())
}

/// The database or the place of the pictures was away: that is no attempt.
async fn give_back(shop: &Shop, id: UploadId) -> Result<()> {
    set_state(shop, id, UploadState::Making, UploadState::Waiting, None, -1).await?;
    Ok(())
}

async fn set_state(
    shop: &Shop,
    id: UploadId,
    from: UploadState,
    to: UploadState,
    reason: Option<PictureRefusal>,
    attempts: i64,
) -> Result<bool> {
    let now = shop.now();
    shop.db()
        .write_as_job(move |tx| {
            Box::pin(async move {
                let done = upload::Entity::update_many()
                    .col_expr(upload::Column::State, Expr::value(to))
                    .col_expr(upload::Column::Reason, Expr::value(reason))
                    .col_expr(
                        upload::Column::Attempts,
                        Expr::col(upload::Column::Attempts).add(attempts),
                    )
                    .col_expr(upload::Column::UpdatedAt, Expr::value(now))
                    .filter(upload::Column::Id.eq(id))
                    .filter(upload::Column::State.eq(from))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(done.rows_affected == 1)
            })
        })
        .await
}
