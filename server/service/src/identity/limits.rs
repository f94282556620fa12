//! Token buckets in the database: they hold over restarts and for several processes.

use db::entities::rate_limit;
use db::sea_orm::sea_query::OnConflict;
use db::sea_orm::{ActiveValue::Set, EntityTrait};

use crate::{Error, Result, Shop};

/// Takes one token from `bucket`, which holds `size` and fills up again over `period_ms`. `false`: none left.
pub(crate) async fn limit(shop: &Shop, bucket: &str, size: i64, period_ms: i64) -> Result<bool> {
    let now = shop.now();
    let bucket = bucket.to_owned();
    shop.db()
        .write(move |tx| {
            let bucket = bucket.clone();
            Box::pin(async move {
                let row = rate_limit::Entity::find_by_id(bucket.clone()).one(tx).await?;
                let full = size * 1000;
                let tokens = row.map_or(full, |row| {
                    let waited = now.saturating_sub(row.updated_at).clamp(0, period_ms);
                    (row.tokens_milli + waited * full / period_ms).min(full)
                });
                if tokens < 1000 {
                    return Ok::<_, Error>(false);
                }
                let row = rate_limit::ActiveModel {
                    bucket: Set(bucket),
                    tokens_milli: Set(tokens - 1000),
                    updated_at: Set(now),
                };
                let same = OnConflict::column(rate_limit::Column::Bucket)
                    .update_columns([rate_limit::Column::TokensMilli, rate_limit::Column::UpdatedAt])
                    .to_owned();
                rate_limit::Entity::insert(row)
                    .on_conflict(same)
                    .exec_without_returning(tx)
                    .await?;
                Ok(true)
            })
        })
        .await
}
