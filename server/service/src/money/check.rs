//! Whether money, orders and payments still tell the same story: what the nightly job asks.

use std::collections::HashMap;

use db::entities::{money_entry, order, order_group, payment};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{Balance, EntryKind, FulfilmentStatus, OrderStatus, PaymentMethod, PaymentStatus};

use crate::Shop;
use crate::error::Result;

/// Groups read at once.
const PAGE: u64 = 500;

/// A group whose rows contradict one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The group's number; its code opens its page and does not belong into a log.
    pub group: i64,
    /// What is wrong.
    pub what: &'static str,
}

/// Everything that does not agree, over all groups.
///
/// # Errors
/// When the database does not answer.
pub async fn check(shop: &Shop) -> Result<Vec<Mistake>> {
    let mut mistakes = Vec::new();
    let mut after = 0;
    while let Some((found, last)) = check_page(shop, after, PAGE).await? {
        after = last;
        for mistake in found {
            // Rows are read one table after the other, and a step in between looks like a mistake: asked again.
            if let Some((again, _)) = check_page(shop, mistake.group - 1, 1).await? {
                mistakes.extend(again);
            }
        }
    }
    Ok(mistakes)
}

/// The mistakes of the groups after one, and the last group looked at.
async fn check_page(shop: &Shop, after: i64, limit: u64) -> Result<Option<(Vec<Mistake>, i64)>> {
    let db = shop.db().read();
    let groups = order_group::Entity::find()
        .filter(order_group::Column::Id.gt(after))
        .order_by_asc(order_group::Column::Id)
        .limit(limit)
        .all(db)
        .await?;
    let (Some(first), Some(last)) = (groups.first().map(|g| g.id), groups.last().map(|g| g.id)) else {
        return Ok(None);
    };
    let mut entries: HashMap<i64, Vec<money_entry::Model>> = HashMap::new();
    for row in money_entry::Entity::find()
        .filter(money_entry::Column::GroupId.between(first, last))
        .all(db)
        .await?
    {
        entries.entry(row.group_id.unwrap_or_default()).or_default().push(row);
    }
    let mut orders: HashMap<i64, Vec<order::Model>> = HashMap::new();
    for row in order::Entity::find()
        .filter(order::Column::GroupId.between(first, last))
        .all(db)
        .await?
    {
        orders.entry(row.group_id).or_default().push(row);
    }
    let bills: HashMap<i64, payment::Model> = payment::Entity::find()
        .filter(payment::Column::GroupId.between(first, last))
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.group_id, row))
        .collect();
    let mistakes = groups.iter().filter_map(|group| {
        let entries = entries.remove(&group.id).unwrap_or_default();
        let orders = orders.remove(&group.id).unwrap_or_default();
        contradiction(group, &orders, &entries, bills.get(&group.id)).map(|what| Mistake { group: group.id, what })
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
        let kind = EntryKind::parse(&entry.kind);
        match kind.and_then(|kind| sums.with(kind, entry.amount_minor).ok()) {
            Some(after) => sums = after,
            None => return Some("an entry cannot be read"),
        }
        if entry.currency != group.currency {
            return Some("an entry is in another currency");
        }
    }
    let Some(statuses) = orders
        .iter()
        .map(|order| OrderStatus::parse(&order.status))
        .collect::<Option<Vec<_>>>()
    else {
        return Some("an order cannot be read");
    };
    let standing: i64 = orders
        .iter()
        .zip(&statuses)
        .filter(|(_, status)| status.stands())
        .map(|(order, _)| order.total_minor)
        .sum();
    if sums.due != standing {
        return Some("what is due is not what stands");
    }
    if let Some(what) = sums.contradiction() {
        return Some(what);
    }
    let handed_over: i64 = orders
        .iter()
        .filter(|order| order.fulfilment == FulfilmentStatus::Delivered.as_str())
        .map(|order| order.total_minor)
        .sum();
    if handed_over > sums.held().saturating_add(sums.written_off) {
        return Some("goods were handed over that are not paid");
    }
    let Some(method) = PaymentMethod::parse(&group.payment_method) else {
        return Some("the payment method cannot be read");
    };
    match bill {
        Some(bill) if bill.status == PaymentStatus::derive(method, &statuses, sums).as_str() => None,
        // Words only older programs write.
        Some(bill)
            if matches!(
                PaymentStatus::parse(&bill.status),
                Some(PaymentStatus::Banked | PaymentStatus::Failed)
            ) =>
        {
            None
        }
        _ => Some("the payment's word is not what its money says"),
    }
}
