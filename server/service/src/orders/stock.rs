//! What becomes of the goods an order holds: a row of stock each, in the order of the offers, and then the products, so
//! that two who change goods cannot wait for one another.

use std::collections::BTreeMap;

use db::Tx;
use db::entities::{reservation, stock};
use db::sea_orm::sea_query::{Expr, ExprTrait};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use domain::{ErrorCode, OfferId, OrderId, ReservationCommand, ReservationState, ReservationStatus, StockMove};

use crate::catalog::{outdate_editors, refresh_availability};
use crate::error::{Error, Result};
use crate::lots;

/// Carries out one move.
pub(super) async fn carry_out(tx: &Tx, order: OrderId, to: StockMove, now: i64) -> Result<()> {
    match to {
        StockMove::Firm => hold(tx, order, true).await,
        StockMove::Waits => hold(tx, order, false).await,
        StockMove::Leaves => leave(tx, order, now).await,
        StockMove::Stays => stay(tx, order, now).await,
        StockMove::Freed => free(tx, order, ReservationCommand::Release, now).await,
        StockMove::Lapsed => free(tx, order, ReservationCommand::Expire, now).await,
        StockMove::Back => come_back(tx, order, true, now).await,
        StockMove::Gone => come_back(tx, order, false, now).await,
    }
}

/// Makes what an order holds firm, or lets it wait for the payment again.
pub(super) async fn hold(tx: &Tx, order: OrderId, firm: bool) -> Result<()> {
    let (from, to) = if firm {
        (ReservationStatus::Active, ReservationStatus::Converted)
    } else {
        (ReservationStatus::Converted, ReservationStatus::Active)
    };
    reservation::Entity::update_many()
        .col_expr(reservation::Column::Status, Expr::value(to))
        .filter(reservation::Column::OrderId.eq(order))
        .filter(reservation::Column::Status.eq(from))
        .exec(tx)
        .await?;
    Ok(())
}

async fn held(tx: &Tx, order: OrderId) -> Result<Vec<reservation::Model>> {
    let mut held = reservation::Entity::find()
        .filter(reservation::Column::OrderId.eq(order))
        .all(tx)
        .await?;
    held.sort_unstable_by_key(|row| row.offer_id);
    Ok(held)
}

/// Takes a step with a reservation; answers whether it was taken.
async fn end(tx: &Tx, row: &reservation::Model, command: ReservationCommand, now: i64) -> Result<bool> {
    let state = ReservationState {
        status: row.status,
        expires_at_ms: row.expires_at,
    };
    let Ok((next, _)) = state.apply(&command, now) else {
        return Ok(false);
    };
    reservation::Entity::update_many()
        .col_expr(reservation::Column::Status, Expr::value(next.status))
        .filter(reservation::Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    Ok(true)
}

/// Gives back what an order holds and has not sent.
async fn free(tx: &Tx, order: OrderId, command: ReservationCommand, now: i64) -> Result<()> {
    let mut offers = Vec::new();
    for row in held(tx, order).await? {
        if end(tx, &row, command, now).await? {
            stock::Entity::update_many()
                .col_expr(
                    stock::Column::Reserved,
                    Expr::col(stock::Column::Reserved).sub(row.quantity),
                )
                .filter(stock::Column::OfferId.eq(row.offer_id))
                .exec(tx)
                .await?;
            offers.push(row.offer_id);
        }
    }
    refresh_availability(tx, &offers).await
}

/// An order holds `less` of an offer than before, and nothing of it when that was all.
pub(super) async fn hold_less(tx: &Tx, order: OrderId, offer: OfferId, less: i64) -> Result<()> {
    let row = reservation::Entity::find()
        .filter(reservation::Column::OrderId.eq(order))
        .filter(reservation::Column::OfferId.eq(offer))
        .one(tx)
        .await?
        .ok_or(Error::NotFound)?;
    if row.quantity > less {
        reservation::Entity::update_many()
            .col_expr(reservation::Column::Quantity, Expr::value(row.quantity - less))
            .filter(reservation::Column::Id.eq(row.id))
            .exec(tx)
            .await?;
    } else {
        reservation::Entity::delete_by_id(row.id).exec(tx).await?;
    }
    stock::Entity::update_many()
        .col_expr(stock::Column::Reserved, Expr::col(stock::Column::Reserved).sub(less))
        .filter(stock::Column::OfferId.eq(offer))
        .exec(tx)
        .await?;
    lots::fit(tx, order, offer, Ord::max(row.quantity - less, 0)).await
}

/// How firmly an order holds its goods, and until when if it is not for good.
pub(super) type Hold = (ReservationStatus, i64);

/// How an order holds what it holds.
///
/// # Errors
/// [`Error::NotFound`] when it holds nothing.
pub(super) async fn hold_of(tx: &Tx, order: OrderId) -> Result<Hold> {
    let row = held(tx, order).await?.pop().ok_or(Error::NotFound)?;
    Ok((row.status, row.expires_at))
}

/// Takes goods that nobody holds for an order; answers whether there were enough of them.
pub(super) async fn take(tx: &Tx, order: OrderId, offer: OfferId, amount: i64, hold: Hold) -> Result<bool> {
    let done = stock::Entity::update_many()
        .col_expr(stock::Column::Reserved, Expr::col(stock::Column::Reserved).add(amount))
        .filter(stock::Column::OfferId.eq(offer))
        .filter(
            Expr::col(stock::Column::OnHand)
                .sub(Expr::col(stock::Column::Reserved))
                .gte(amount),
        )
        .exec(tx)
        .await?;
    if done.rows_affected == 0 {
        return Ok(false);
    }
    hold_more(tx, order, offer, amount, hold).await?;
    Ok(true)
}

/// An order holds `more` of an offer than before; its stock says so already.
pub(super) async fn hold_more(tx: &Tx, order: OrderId, offer: OfferId, more: i64, hold: Hold) -> Result<()> {
    let done = reservation::Entity::update_many()
        .col_expr(
            reservation::Column::Quantity,
            Expr::col(reservation::Column::Quantity).add(more),
        )
        .filter(reservation::Column::OrderId.eq(order))
        .filter(reservation::Column::OfferId.eq(offer))
        .exec(tx)
        .await?;
    if done.rows_affected == 0 {
        let row = reservation::ActiveModel {
            order_id: Set(order),
            offer_id: Set(offer),
            quantity: Set(more),
            status: Set(hold.0),
            expires_at: Set(hold.1),
            ..Default::default()
        };
        reservation::Entity::insert(row).exec_without_returning(tx).await?;
    }
    lots::pack_more(tx, order, offer, more).await
}

/// The goods leave: they are neither on hand nor reserved any more. Goods that are not there cannot leave.
async fn leave(tx: &Tx, order: OrderId, now: i64) -> Result<()> {
    let mut offers = Vec::new();
    for row in held(tx, order).await? {
        if row.status != ReservationStatus::Converted {
            continue;
        }
        let done = stock::Entity::update_many()
            .col_expr(
                stock::Column::OnHand,
                Expr::col(stock::Column::OnHand).sub(row.quantity),
            )
            .col_expr(
                stock::Column::Reserved,
                Expr::col(stock::Column::Reserved).sub(row.quantity),
            )
            .filter(stock::Column::OfferId.eq(row.offer_id))
            .filter(stock::Column::OnHand.gte(row.quantity))
            .exec(tx)
            .await?;
        if done.rows_affected == 0 {
            return Err(Error::Refused(ErrorCode::StockShort));
        }
        offers.push(row.offer_id);
    }
    outdate_editors(tx, &offers, now).await
}

/// Whether there is enough of all that an order holds for it to leave.
pub(crate) async fn is_on_hand(tx: &Tx, order: OrderId) -> Result<bool> {
    let mut needed: BTreeMap<OfferId, i64> = BTreeMap::new();
    for row in held(tx, order).await? {
        if row.status == ReservationStatus::Converted {
            *needed.entry(row.offer_id).or_default() += row.quantity;
        }
    }
    let rows = stock::Entity::find()
        .filter(stock::Column::OfferId.is_in(needed.keys().copied()))
        .all(tx)
        .await?;
    Ok(rows
        .iter()
        .all(|row| needed.get(&row.offer_id).is_none_or(|needed| row.on_hand >= *needed)))
}

/// The goods had not left: they are on hand and reserved again.
async fn stay(tx: &Tx, order: OrderId, now: i64) -> Result<()> {
    let mut offers = Vec::new();
    for row in held(tx, order).await? {
        if row.status != ReservationStatus::Converted {
            continue;
        }
        stock::Entity::update_many()
            .col_expr(
                stock::Column::OnHand,
                Expr::col(stock::Column::OnHand).add(row.quantity),
            )
            .col_expr(
                stock::Column::Reserved,
                Expr::col(stock::Column::Reserved).add(row.quantity),
            )
            .filter(stock::Column::OfferId.eq(row.offer_id))
            .exec(tx)
            .await?;
        offers.push(row.offer_id);
    }
    outdate_editors(tx, &offers, now).await
}

/// Goods that had left come back on hand, or never.
async fn come_back(tx: &Tx, order: OrderId, good: bool, now: i64) -> Result<()> {
    let mut offers = Vec::new();
    for row in held(tx, order).await? {
        if end(tx, &row, ReservationCommand::Release, now).await? && good {
            stock::Entity::update_many()
                .col_expr(
                    stock::Column::OnHand,
                    Expr::col(stock::Column::OnHand).add(row.quantity),
                )
                .filter(stock::Column::OfferId.eq(row.offer_id))
                .exec(tx)
                .await?;
            offers.push(row.offer_id);
        }
    }
    outdate_editors(tx, &offers, now).await?;
    refresh_availability(tx, &offers).await
}
