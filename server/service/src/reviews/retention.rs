//! What becomes of reviews after a time.

use db::Tx;
use db::entities::{review, review_report};
use db::sea_orm::sea_query::{Expr, SelectStatement};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::{ReviewId, ReviewState};

use super::DAY;
use crate::Shop;
use crate::error::{Error, Result};

/// One that its writer took back says once more that it was hidden before, while it could be written anew.
const REMOVED: i64 = 365 * DAY;
/// Who reported something may do so again after that.
const REPORT: i64 = 90 * DAY;
/// Rows of one round; the rest waits for the next.
const ROUND: u64 = 500;

/// Removes reviews that were taken back long ago, and who reported what.
pub(crate) async fn expire(shop: &Shop, now: i64) -> Result<u64> {
    let db = shop.db().read();
    let removed: Vec<ReviewId> = review::Entity::find()
        .select_only()
        .column(review::Column::Id)
        .filter(review::Column::State.eq(ReviewState::Removed))
        .filter(review::Column::ChangedAt.lt(now - REMOVED))
        .limit(ROUND)
        .into_tuple()
        .all(db)
        .await?;
    let reported: Vec<ReviewId> = review_report::Entity::find()
        .select_only()
        .column(review_report::Column::ReviewId)
        .distinct()
        .filter(review_report::Column::At.lt(now - REPORT))
        .limit(ROUND)
        .into_tuple()
        .all(db)
        .await?;
    if removed.is_empty() && reported.is_empty() {
        return Ok(0);
    }
    shop.db()
        .write_as_job(move |tx| {
            let (removed, reported) = (removed.clone(), reported.clone());
            Box::pin(async move {
                let reports = review_report::Entity::delete_many()
                    .filter(review_report::Column::ReviewId.is_in(reported))
                    .filter(review_report::Column::At.lt(now - REPORT))
                    .exec(tx)
                    .await?;
                let gone = review::Entity::delete_many()
                    .filter(review::Column::Id.is_in(removed))
                    .filter(review::Column::State.eq(ReviewState::Removed))
                    .filter(review::Column::ChangedAt.lt(now - REMOVED))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(reports.rows_affected + gone.rows_affected)
            })
        })
        .await
}

/// Which orders reviews are of, where it is forgotten who ordered: what was said of the goods stays.
pub(crate) async fn forget(tx: &Tx, orders: SelectStatement) -> Result<()> {
    review::Entity::update_many()
        .col_expr(review::Column::OrderId, Expr::value(None::<i64>))
        .filter(review::Column::OrderId.in_subquery(orders))
        .exec(tx)
        .await?;
    Ok(())
}
