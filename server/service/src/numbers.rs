//! What the shop holds, counted for the operator's graphs.

use db::entities::{order, outbox};
use db::sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};
use domain::OrderStatus;

use crate::{Result, Shop};

/// How often a message is tried before it counts as given up.
const TRIES: i64 = 8;

/// Counts of rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Messages that wait to be sent.
    pub outbox_waiting: i64,
    /// Messages that nobody tries to send any more.
    pub outbox_dead: i64,
    /// Orders by state; states without orders are there too.
    pub orders: Vec<(OrderStatus, i64)>,
}

/// Counts.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn count(shop: &Shop) -> Result<Numbers> {
    let db = shop.db().read();
    let unsent = || outbox::Entity::find().filter(outbox::Column::DoneAt.is_null());
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let waiting = unsent().filter(outbox::Column::Attempts.lt(TRIES)).count(db).await?;
    let dead = unsent().filter(outbox::Column::Attempts.gte(TRIES)).count(db).await?;
    let by_status: Vec<(String, i64)> = order::Entity::find()
        .select_only()
        .column(order::Column::Status)
        .column_as(order::Column::Id.count(), "count")
        .group_by(order::Column::Status)
        .into_tuple()
        .all(db)
        .await?;
    let count_of = |status: OrderStatus| {
        let row = by_status.iter().find(|(name, _)| name == status.as_str());
        (status, row.map_or(0, |(_, count)| *count))
    };
    Ok(Numbers {
        outbox_waiting: number(waiting),
        outbox_dead: number(dead),
        orders: OrderStatus::ALL.into_iter().map(count_of).collect(),
    })
}
