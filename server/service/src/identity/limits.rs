//! Token buckets in the database: they hold over restarts and for several processes.

use db::entities::rate_limit;
use db::sea_orm::sea_query::{Expr, OnConflict};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};

use crate::{Error, Result, Shop};

/// Takes one token from `bucket`, which holds `size` and fills up again over `period_ms`. `false`: none left.
pub(crate) async fn limit(shop: &Shop, bucket: &str, size: i64, period_ms: i64) -> Result<bool> {
    let now = shop.now();
    let bucket = bucket.to_owned();
    shop.db()
        .write_own(move |tx| {
            let bucket = bucket.clone();
            Box::pin(async move {
                let full = size * 1000;
                let fresh = rate_limit::ActiveModel {
                    bucket: Set(bucket.clone()),
                    tokens_milli: Set(full),
                    updated_at: Set(now),
                };
                let unless_there = OnConflict::column(rate_limit::Column::Bucket).do_nothing().to_owned();
                match rate_limit::Entity::insert(fresh)
                    .on_conflict(unless_there)
                    .exec_without_returning(tx)
                    .await
                {
                    Ok(_) | Err(DbErr::RecordNotInserted) => {}
                    Err(error) => return Err(error.into()),
                }
                // Locked: on PostgreSQL guesses made at once are counted one after the other.
                let row = rate_limit::Entity::find_by_id(bucket.clone())
                    .lock_exclusive()
                    .one(tx)
                    .await?;
                let row = row.ok_or(Error::Busy)?;
                let waited = now.saturating_sub(row.updated_at).clamp(0, period_ms);
                let tokens = (row.tokens_milli + waited * full / period_ms).min(full);
                if tokens < 1000 {
                    return Ok::<_, Error>(false);
                }
                rate_limit::Entity::update_many()
                    .col_expr(rate_limit::Column::TokensMilli, Expr::value(tokens - 1000))
                    .col_expr(rate_limit::Column::UpdatedAt, Expr::value(now))
                    .filter(rate_limit::Column::Bucket.eq(bucket))
                    .exec(tx)
                    .await?;
                Ok(true)
            })
        })
        .await
}
