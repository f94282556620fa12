//! What was looked at most within thirty days.

use std::collections::HashMap;

use db::entities::page_view;
use db::sea_orm::sea_query::{Expr, ExprTrait, SelectStatement};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use domain::{Viewed, day_number, day_start};

use crate::Shop;
use crate::error::Result;

/// Days that count, with today.
const DAYS: i64 = 30;

/// The numbers of the things that were looked at most, and how often; `of` selects the things that are asked about.
pub(crate) async fn most_viewed(
    db: &impl ConnectionTrait,
    now: i64,
    kind: Viewed,
    of: SelectStatement,
    most: u64,
) -> Result<Vec<(i64, i64)>> {
    Ok(lately(now, kind)
        .filter(page_view::Column::ThingId.in_subquery(of))
        .order_by_desc(sum())
        .order_by_asc(page_view::Column::ThingId)
        .limit(most)
        .into_tuple()
        .all(db)
        .await?)
}

/// How often these were looked at.
pub(crate) async fn views_of(
    db: &impl ConnectionTrait,
    now: i64,
    kind: Viewed,
    of: SelectStatement,
) -> Result<HashMap<i64, i64>> {
    let rows: Vec<(i64, i64)> = lately(now, kind)
        .filter(page_view::Column::ThingId.in_subquery(of))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// How often things of this kind were looked at, all together.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn total(shop: &Shop, kind: Viewed) -> Result<i64> {
    let counted: Option<Option<i64>> = page_view::Entity::find()
        .select_only()
        .expr(sum())
        .filter(page_view::Column::Kind.eq(kind))
        .filter(page_view::Column::Day.gt(first_day(shop.now())))
        .into_tuple()
        .one(shop.db().read())
        .await?;
    Ok(counted.flatten().unwrap_or_default())
}

/// The day before those that count.
fn first_day(now: i64) -> i64 {
    day_start(day_number(now) - DAYS)
}

fn lately(now: i64, kind: Viewed) -> Select<page_view::Entity> {
    page_view::Entity::find()
        .select_only()
        .column(page_view::Column::ThingId)
        .expr(sum())
        .filter(page_view::Column::Kind.eq(kind))
        .filter(page_view::Column::Day.gt(first_day(now)))
        .group_by(page_view::Column::ThingId)
}

/// Sums of whole numbers are of another type on PostgreSQL.
fn sum() -> Expr {
    Expr::col(page_view::Column::Views).sum().cast_as("BIGINT")
}
