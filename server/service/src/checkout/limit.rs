//! How much of a size one buyer may have: a phone number stands for the buyer, and what it ordered within the last days counts,
//! but for what was called off, given up or is not sent.

use std::collections::HashMap;

use db::Tx;
use db::entities::{offer, order, order_group, order_line};
use db::sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QuerySelect};
use domain::{BUYER_LIMIT_DAYS, OfferId, OrderStatus, Quantity};

use super::freeze::lines;
use super::stop::Stop;
use super::view::{Change, Rejected};
use crate::cart::CartView;
use crate::error::Result;

const DAY: i64 = 86_400_000;

/// Whether the buyer with this number may have all that is in the cart. The stock of its goods was reserved before in this
/// transaction, so that two orders of one buyer cannot both count without the other.
///
/// # Errors
/// [`Change::Limit`] for each line that is too much.
pub(super) async fn check(tx: &Tx, cart: &CartView, phone: &str, now: i64) -> Result<(), Stop> {
    let limits = limits_of(tx, cart).await?;
    if limits.is_empty() {
        return Ok(());
    }
    let ordered = ordered_since(tx, limits.keys().copied(), phone, now - BUYER_LIMIT_DAYS * DAY).await?;
    let changes: Vec<Change> = lines(cart)
        .filter_map(|line| {
            let limit = *limits.get(&line.offer)?;
            let before = ordered.get(&line.offer).copied().unwrap_or_default();
            let is_too_much = before.saturating_add(line.quantity.amount()) > limit;
            is_too_much.then(|| Change::Limit {
                name: line.name.text.clone(),
                most: Quantity(limit),
                unit: line.terms.sold_by.unit,
            })
        })
        .collect();
    if changes.is_empty() {
        return Ok(());
    }
    Err(Stop::Again(Box::new(Rejected {
        changes,
        ..Rejected::default()
    })))
}

/// The limits of what is in the cart, of those sizes that have one.
async fn limits_of(tx: &Tx, cart: &CartView) -> Result<HashMap<OfferId, i64>> {
    let limits: Vec<(OfferId, Option<i64>)> = offer::Entity::find()
        .select_only()
        .column(offer::Column::Id)
        .column(offer::Column::BuyerLimit)
        .filter(offer::Column::Id.is_in(lines(cart).map(|line| line.offer)))
        .filter(offer::Column::BuyerLimit.is_not_null())
        .into_tuple()
        .all(tx)
        .await?;
    Ok(limits
        .into_iter()
        .filter_map(|(offer, limit)| Some((offer, limit?)))
        .collect())
}

/// How much of these sizes the orders of a number get that were placed after this moment and stand.
async fn ordered_since(
    tx: &Tx,
    offers: impl Iterator<Item = OfferId>,
    phone: &str,
    since: i64,
) -> Result<HashMap<OfferId, i64>> {
    let to_order = order_line::Entity::belongs_to(order::Entity)
        .from(order_line::Column::OrderId)
        .to(order::Column::Id)
        .into();
    let to_group = order::Entity::belongs_to(order_group::Entity)
        .from(order::Column::GroupId)
        .to(order_group::Column::Id)
        .into();
    let standing = OrderStatus::ALL.into_iter().filter(|status| status.stands());
    let found: Vec<(OfferId, i64, i64)> = order_line::Entity::find()
        .select_only()
        .column(order_line::Column::OfferId)
        .column(order_line::Column::Quantity)
        .column(order_line::Column::Missing)
        .join(JoinType::InnerJoin, to_order)
        .join(JoinType::InnerJoin, to_group)
        .filter(order_group::Column::Phone.eq(phone))
        .filter(order_group::Column::PlacedAt.gt(since))
        .filter(order::Column::Status.is_in(standing))
        .filter(order_line::Column::OfferId.is_in(offers))
        .into_tuple()
        .all(tx)
        .await?;
    let mut ordered: HashMap<OfferId, i64> = HashMap::new();
    for (offer, quantity, missing) in found {
        let sum = ordered.entry(offer).or_default();
        *sum = sum.saturating_add(quantity - missing);
    }
    Ok(ordered)
}
