//! Token buckets in the database: they hold over restarts and for several processes.
//!
//! A guess takes its tokens before it is looked at, so that guesses made at once are counted one after the other; what
//! was right gives them back. So only failures count.

use db::Tx;
use db::entities::rate_limit;
use db::sea_orm::sea_query::{Expr, OnConflict};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};

use crate::{Error, Result, Shop};

/// Tokens that fill up again.
#[derive(Clone, Debug)]
pub(crate) struct Bucket {
    /// Whose tries it counts.
    pub name: String,
    /// Tokens it holds.
    pub size: i64,
    /// How long it takes to fill up, milliseconds.
    pub period_ms: i64,
}

/// Takes one token from each of `buckets`, or none at all.
///
/// # Errors
/// [`Error::TooMany`], with how long it takes until each has one again.
pub(crate) async fn take(shop: &Shop, buckets: &[Bucket]) -> Result<()> {
    if buckets.is_empty() {
        return Ok(());
    }
    let (now, buckets) = (shop.now(), in_order(buckets));
    shop.db()
        .write(move |tx| {
            let buckets = buckets.clone();
            Box::pin(async move { take_in(tx, now, &buckets).await })
        })
        .await
}

/// [`take`] in the transaction of what it allows: what is not done takes none.
pub(crate) async fn take_within(tx: &Tx, now: i64, buckets: &[Bucket]) -> Result<()> {
    take_in(tx, now, &in_order(buckets)).await
}

async fn take_in(tx: &Tx, now: i64, buckets: &[Bucket]) -> Result<()> {
    let mut left = Vec::new();
    for bucket in buckets {
        left.push((bucket, tokens_in(tx, now, bucket).await?));
    }
    enough(&left)?;
    for (bucket, tokens) in left {
        set(tx, now, bucket, tokens - 1000).await?;
    }
    Ok(())
}

/// Whether each of `buckets` has a token now; takes none.
///
/// # Errors
/// [`Error::TooMany`], with how long it takes until each has one again.
pub(super) async fn check(shop: &Shop, buckets: &[Bucket]) -> Result<()> {
    let now = shop.now();
    let names = buckets.iter().map(|bucket| bucket.name.as_str());
    let rows = rate_limit::Entity::find()
        .filter(rate_limit::Column::Bucket.is_in(names))
        .all(shop.db().read())
        .await?;
    let left: Vec<(&Bucket, i64)> = buckets
        .iter()
        .filter_map(|bucket| {
            let row = rows.iter().find(|row| row.bucket == bucket.name)?;
            Some((bucket, tokens_of(row, now, bucket)))
        })
        .collect();
    enough(&left)
}

/// Whether there is a whole token in each.
fn enough(left: &[(&Bucket, i64)]) -> Result<()> {
    let wait_ms = left
        .iter()
        .filter(|(_, tokens)| *tokens < 1000)
        .map(|(bucket, tokens)| (1000 - tokens) * bucket.period_ms / (bucket.size * 1000))
        .max();
    match wait_ms {
        None => Ok(()),
        Some(wait_ms) => Err(Error::TooMany {
            seconds: u32::try_from(wait_ms / 1000 + 1).unwrap_or(u32::MAX),
        }),
    }
}

/// Gives back what a try took that was right.
pub(crate) async fn give_back(shop: &Shop, buckets: &[Bucket]) -> Result<()> {
    let (now, buckets) = (shop.now(), in_order(buckets));
    shop.db()
        .write(move |tx| {
            let buckets = buckets.clone();
            Box::pin(async move { give_back_in(tx, now, &buckets).await })
        })
        .await
}

/// [`give_back`] in the transaction of what was proved.
pub(crate) async fn give_back_in(tx: &Tx, now: i64, buckets: &[Bucket]) -> Result<()> {
    for bucket in in_order(buckets) {
        let tokens = tokens_in(tx, now, &bucket).await?;
        set(tx, now, &bucket, (tokens + 1000).min(bucket.size * 1000)).await?;
    }
    Ok(())
}

/// One order for everybody: two who take from the same buckets must not wait for each other.
fn in_order(buckets: &[Bucket]) -> Vec<Bucket> {
    let mut buckets = buckets.to_vec();
    buckets.sort_unstable_by(|a, b| a.name.cmp(&b.name));
    buckets
}

/// What the bucket holds now, in thousandths; its row is there and locked afterwards.
async fn tokens_in(tx: &Tx, now: i64, bucket: &Bucket) -> Result<i64> {
    let full = bucket.size * 1000;
    let fresh = rate_limit::ActiveModel {
        bucket: Set(bucket.name.clone()),
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
    let row = rate_limit::Entity::find_by_id(bucket.name.clone())
        .lock_exclusive()
        .one(tx)
        .await?;
    Ok(tokens_of(&row.ok_or(Error::Busy)?, now, bucket))
}

/// What a bucket with this row holds now, in thousandths.
fn tokens_of(row: &rate_limit::Model, now: i64, bucket: &Bucket) -> i64 {
    let full = bucket.size * 1000;
    let waited = now.saturating_sub(row.updated_at).clamp(0, bucket.period_ms);
    (row.tokens_milli + waited * full / bucket.period_ms).min(full)
}

async fn set(tx: &Tx, now: i64, bucket: &Bucket, tokens: i64) -> Result<()> {
    rate_limit::Entity::update_many()
        .col_expr(rate_limit::Column::TokensMilli, Expr::value(tokens))
        .col_expr(rate_limit::Column::UpdatedAt, Expr::value(now))
        .filter(rate_limit::Column::Bucket.eq(bucket.name.as_str()))
        .exec(tx)
        .await?;
    Ok(())
}
