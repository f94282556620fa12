//! Orders that end: cancelled by the buyer, expired by time.

use db::Tx;
use db::entities::{offer, order, order_group, reservation, stock};
use db::sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use db::sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{
    ErrorCode, OfferId, OrderGroupId, OrderId, OrderParty, OrderStatus, OrderStep, ReservationId, ReservationStatus,
};

use super::access::{OrderAccess, find_row};
use super::steps::{Group, How};
use crate::Shop;
use crate::error::{Error, Result};

/// Orders looked at in one read, and expired in one transaction, at the most.
const BATCH: u64 = 50;
/// Batches in one run of the job: 10,000 orders, which keeps up with several thousand a minute.
const BATCHES: usize = 200;

/// Cancels every order of a group; its stock is free again.
///
/// # Errors
/// [`Error::Refused`] with the reason when part of it has left or it is over already.
#[crate::boxed]
pub async fn cancel(shop: &Shop, access: &OrderAccess) -> Result<()> {
    let group = find_row(shop, access.code()).await?.ok_or(Error::NotFound)?;
    let id = group.id;
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            Box::pin(async move {
                let mut group = Group::lock(tx, id).await?;
                let how = How::plain(OrderParty::Buyer, "buyer", now);
                let open = open_orders(&group);
                if open.is_empty() {
                    return Err(Error::Refused(ErrorCode::OrderOver));
                }
                for order in open {
                    group.take(tx, order, OrderStep::Cancel, &how).await?;
                }
                Ok(())
            })
        })
        .await
}

fn open_orders(group: &Group) -> Vec<OrderId> {
    let open = group.orders.iter().filter(|order| !order.status.is_terminal());
    open.map(|order| order.id).collect()
}

/// Expires what nobody paid in time; returns how many groups. One that cannot be read is logged and left alone.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn expire_due(shop: &Shop) -> Result<usize> {
    let now = shop.settled_now();
    let mut after = None;
    let mut expired = 0;
    for _ in 0..BATCHES {
        let found = due(shop.db().read(), now, None, after).await?;
        let Some(last) = found.last().copied() else { break };
        let is_last = u64::try_from(found.len()).unwrap_or(u64::MAX) < BATCH;
        after = Some((last.1, last.2));
        let groups = groups_of(shop.db().read(), &found).await?;
        expired += shop
            .db()
            .write(move |tx| {
                let groups = groups.clone();
                Box::pin(async move { expire_groups(tx, &groups, now).await })
            })
            .await?;
        if is_last {
            break;
        }
    }
    Ok(expired)
}

/// Expires what holds `offer` past its time, inside the transaction of somebody who wants it; returns how many groups.
pub(crate) async fn expire_due_for_offer(tx: &Tx, offer: OfferId, now: i64) -> Result<usize> {
    let found = due(tx, now, Some(offer), None).await?;
    let groups = groups_of(tx, &found).await?;
    expire_groups(tx, &groups, now).await
}

/// A reservation past its time: order, time, id.
type Due = (OrderId, i64, ReservationId);

/// Reservations past their time; the oldest first, after the one named.
async fn due(
    db: &impl db::sea_orm::ConnectionTrait,
    now: i64,
    offer: Option<OfferId>,
    after: Option<(i64, ReservationId)>,
) -> Result<Vec<Due>> {
    let mut held = reservation::Entity::find()
        .select_only()
        .column(reservation::Column::OrderId)
        .column(reservation::Column::ExpiresAt)
        .column(reservation::Column::Id)
        .filter(reservation::Column::Status.eq(ReservationStatus::Active))
        .filter(reservation::Column::ExpiresAt.lte(now));
    // What is past its hold gives way to who wants it; the clock alone ends it when its payment is due, or when it is
    // what keeps an offer off sale.
    held = match offer {
        Some(offer) => held.filter(reservation::Column::OfferId.eq(offer)),
        None => held.filter(Expr::exists(is_due(now)).or(Expr::exists(is_off_sale()))),
    };
    if let Some((at, id)) = after {
        let later = Condition::any().add(reservation::Column::ExpiresAt.gt(at)).add(
            Condition::all()
                .add(reservation::Column::ExpiresAt.eq(at))
                .add(reservation::Column::Id.gt(id)),
        );
        held = held.filter(later);
    }
    Ok(held
        .order_by_asc(reservation::Column::ExpiresAt)
        .order_by_asc(reservation::Column::Id)
        .limit(BATCH)
        .into_tuple()
        .all(db)
        .await?)
}

/// In the order of their ids, so that two who expire cannot wait for one another.
async fn groups_of(db: &impl db::sea_orm::ConnectionTrait, found: &[Due]) -> Result<Vec<OrderGroupId>> {
    let mut groups: Vec<OrderGroupId> = order::Entity::find()
        .select_only()
        .column(order::Column::GroupId)
        .filter(order::Column::Id.is_in(found.iter().map(|(order, ..)| *order)))
        .into_tuple()
        .all(db)
        .await?;
    groups.sort_unstable();
    groups.dedup();
    Ok(groups)
}

/// That the payment of a reservation's group is due.
fn is_due(now: i64) -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(order::Entity)
        .inner_join(
            order_group::Entity,
            Expr::col((order_group::Entity, order_group::Column::Id)).equals((order::Entity, order::Column::GroupId)),
        )
        .and_where(
            Expr::col((order::Entity, order::Column::Id)).equals((reservation::Entity, reservation::Column::OrderId)),
        )
        .and_where(Expr::col((order_group::Entity, order_group::Column::ExpiresAt)).lte(now))
        .to_owned()
}

/// That of a reservation's offer less is left than can be bought.
fn is_off_sale() -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(stock::Entity)
        .inner_join(
            offer::Entity,
            Expr::col((offer::Entity, offer::Column::Id)).equals((stock::Entity, stock::Column::OfferId)),
        )
        .and_where(
            Expr::col((stock::Entity, stock::Column::OfferId))
                .equals((reservation::Entity, reservation::Column::OfferId)),
        )
        .and_where(
            Expr::col((stock::Entity, stock::Column::OnHand))
                .sub(Expr::col((stock::Entity, stock::Column::Reserved)))
                .lt(Expr::col((offer::Entity, offer::Column::Minimum))),
        )
        .to_owned()
}

async fn expire_groups(tx: &Tx, groups: &[OrderGroupId], now: i64) -> Result<usize> {
    let mut expired = 0;
    for id in groups {
        match expire_group(tx, *id, now).await {
            Ok(true) => expired += 1,
            Ok(false) => {}
            // Found out before anything is written.
            Err(error) if error.is_of_the_row() => {
                tracing::error!(
                    group = id.get(),
                    error = &error as &dyn std::error::Error,
                    "orders.expire.unreadable"
                );
            }
            Err(error) => return Err(error),
        }
    }
    Ok(expired)
}

/// Ends what nobody accepted; what a cooperative accepted, or what was paid, goes on.
async fn expire_group(tx: &Tx, id: OrderGroupId, now: i64) -> Result<bool> {
    let mut group = Group::lock(tx, id).await?;
    let how = How::plain(OrderParty::Clock, "clock", now);
    let mut ending = Vec::new();
    for row in &group.orders {
        let state = group.state(row);
        if state.status == OrderStatus::Placed && state.apply(OrderStep::Expire, how.party, now).is_ok() {
            ending.push(row.id);
        }
    }
    for order in &ending {
        group.take(tx, *order, OrderStep::Expire, &how).await?;
    }
    Ok(!ending.is_empty())
}
