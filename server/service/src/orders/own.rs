//! The orders of one browser.

use db::entities::{order, order_group};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use domain::{Money, OrderCode, OrderGroupStatus, OrderStatus};

use super::access::OrderAccess;
use super::read::stored;
use crate::error::Result;
use crate::{Shop, money};

/// An order group in the list of those that a browser opened.
#[derive(Clone, Debug)]
pub struct OwnOrder {
    /// Its code.
    pub code: OrderCode,
    /// Milliseconds since 1970 UTC.
    pub placed_at: i64,
    /// Where it stands as a whole.
    pub status: OrderGroupStatus,
    /// What was ordered, with freight.
    pub total: Money,
}

/// The orders that may be seen with `accesses`, the newest first. Those that are gone are left out.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn list_own(shop: &Shop, accesses: &[OrderAccess]) -> Result<Vec<OwnOrder>> {
    if accesses.is_empty() {
        return Ok(Vec::new());
    }
    let db = shop.db().read();
    let codes = accesses.iter().map(|access| access.code().to_string());
    let groups = order_group::Entity::find()
        .filter(order_group::Column::Code.is_in(codes))
        .order_by_desc(order_group::Column::Id)
        .all(db)
        .await?;
    // A browser remembers a dozen.
    let mut own = Vec::with_capacity(groups.len());
    for group in groups {
        let orders = order::Entity::find()
            .filter(order::Column::GroupId.eq(group.id))
            .all(db)
            .await?;
        let statuses: Vec<OrderStatus> = orders.iter().map(|order| order.status).collect();
        let balance = money::balance(db, group.id).await?.unwrap_or_default();
        own.push(OwnOrder {
            code: stored(OrderCode::parse(&group.code).ok())?,
            placed_at: group.placed_at,
            status: OrderGroupStatus::derive(&statuses, balance.is_paid()),
            total: Money::new(group.total_minor, group.currency),
        });
    }
    Ok(own)
}
