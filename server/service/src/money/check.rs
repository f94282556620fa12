//! Whether money, orders and payments still tell the same story: what the nightly job asks.

use std::collections::HashMap;

use db::Readable;
use db::entities::{money_entry, order, order_group, payment};
use db::sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{Balance, FulfilmentStatus, OrderGroupId, OrderStatus, PaymentStatus};

use crate::Shop;
use crate::error::Result;

/// Groups read at once.
const PAGE: u64 = 500;

/// A group whose rows contradict one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The group's number; its code opens its page and does not belong into a log.
    pub group: OrderGroupId,
    /// What is wrong.
    pub what: &'static str,
}

/// Everything that does not agree, over all groups.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn check(shop: &Shop) -> Result<Vec<Mistake>> {
    let mut mistakes = Vec::new();
    let mut after = OrderGroupId(0);
    while let Some((found, last)) = check_page(shop, after, PAGE).await? {
        after = last;
        for mistake in found {
            // Rows are read one table after the other, and a step in between looks like a mistake: asked again.
            if let Some((again, _)) = check_page(shop, OrderGroupId(mistake.group.get() - 1), 1).await? {
                mistakes.extend(again);
            }
        }
    }
    Ok(mistakes)
}

/// A row, or that it cannot be read.
type Read<Model> = std::result::Result<Model, DbErr>;

fn gathered<Model>(rows: Vec<(OrderGroupId, Model)>) -> HashMap<OrderGroupId, Vec<Model>> {
    let mut by_group: HashMap<OrderGroupId, Vec<Model>> = HashMap::new();
    for (group, row) in rows {
        by_group.entry(group).or_default().push(row);
    }
    by_group
}

/// All rows of a group, if all can be read.
fn readable<Model>(rows: Option<Vec<Read<Model>>>) -> Option<Vec<Model>> {
    rows.unwrap_or_default().into_iter().collect::<Read<_>>().ok()
}

/// The mistakes of the groups after one, and the last group looked at.
async fn check_page(shop: &Shop, after: OrderGroupId, limit: u64) -> Result<Option<(Vec<Mistake>, OrderGroupId)>> {
    let db = shop.db().read();
    let groups = order_group::Entity::find()
        .filter(order_group::Column::Id.gt(after))
        .order_by_asc(order_group::Column::Id)
        .limit(limit);
    let groups = groups.each_with(db, order_group::Column::Id).await?;
    let (Some(first), Some(last)) = (groups.first().map(|g| g.0), groups.last().map(|g| g.0)) else {
        return Ok(None);
    };
    let entries = money_entry::Entity::find().filter(money_entry::Column::GroupId.between(first, last));
    let mut entries = gathered(entries.each_with(db, money_entry::Column::GroupId).await?);
    let orders = order::Entity::find().filter(order::Column::GroupId.between(first, last));
    let mut orders = gathered(orders.each_with(db, order::Column::GroupId).await?);
    let bills = payment::Entity::find().filter(payment::Column::GroupId.between(first, last));
    let mut bills = gathered(bills.each_with(db, payment::Column::GroupId).await?);
    let mistakes = groups.into_iter().filter_map(|(group, row)| {
        let entries = readable(entries.remove(&group));
        let orders = readable(orders.remove(&group));
        let bills = readable(bills.remove(&group));
        let what = match (row, entries, orders, bills) {
            (Err(_), ..) => Some("the group cannot be read"),
            (_, None, ..) => Some("an entry cannot be read"),
            (_, _, None, _) => Some("an order cannot be read"),
            (.., None) => Some("the payment cannot be read"),
            (Ok(row), Some(entries), Some(orders), Some(bills)) => {
                contradiction(&row, &orders, &entries, bills.first())
            }
        };
        what.map(|what| Mistake { group, what })
    });
    Ok(Some((mistakes.collect(), last)))
}

fn contradiction(
    group: &order_group::Model,
    orders: &[order::Model],
    entries: &[money_entry::Model],
    bill: Option<&payment::Model>,
) -> Option<&'static str> {
    let mut sums = Balance::default();
    for entry in entries {
        match sums.with(entry.kind, entry.amount_minor) {
            Ok(after) => sums = after,
            Err(_) => return Some("an entry cannot be read"),
        }
        if entry.currency != group.currency {
            return Some("an entry is in another currency");
        }
    }
    let standing: i64 = orders
        .iter()
        .filter(|order| order.status.stands())
        .map(|order| order.total_minor)
        .sum();
    if sums.due != standing {
        return Some("what is due is not what stands");
    }
    if let Some(what) = sums.contradiction() {
        return Some(what);
    }
    let handed_over: i64 = orders
        .iter()
        .filter(|order| order.fulfilment == FulfilmentStatus::Delivered)
        .map(|order| order.total_minor)
        .sum();
    if handed_over > sums.held().saturating_add(sums.written_off) {
        return Some("goods were handed over that are not paid");
    }
    let statuses: Vec<OrderStatus> = orders.iter().map(|order| order.status).collect();
    match bill.map(|bill| bill.status) {
        Some(status) if status == PaymentStatus::derive(group.payment_method, &statuses, sums) => None,
        // Words only older programs write.
        Some(PaymentStatus::Banked | PaymentStatus::Failed) => None,
        _ => Some("the payment's word is not what its money says"),
    }
}
