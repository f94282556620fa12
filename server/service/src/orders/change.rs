//! Moving orders on: cancelled by the buyer, expired by time, paid. Each step asks the domain first.

use db::Tx;
use db::entities::{order, order_event, order_group, payment, reservation, stock};
use db::sea_orm::sea_query::{Expr, ExprTrait};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{
    Currency, DeliveryMethod, ErrorCode, FulfilmentStatus, Locale, Money, OrderCommand, OrderGroupId, OrderId,
    OrderState, OrderStatus, PaymentCommand, PaymentEvent, PaymentMethod, PaymentReference, PaymentState,
    PaymentStatus, ReservationCommand, ReservationState, ReservationStatus,
};
use l10n::format;

use super::access::{OrderAccess, find_row, group_id};
use super::read::stored;
use crate::catalog::refresh_availability;
use crate::error::{Error, Result};
use crate::messages::{self, Notice};
use crate::{Shop, outbox};

/// Orders expired in one transaction at the most.
const BATCH: u64 = 50;

/// Cancels every order of a group; its stock is free again.
///
/// # Errors
/// [`ErrorCode::StepOrder`] when part of it has left or it is over already.
pub async fn cancel(shop: &Shop, access: &OrderAccess) -> Result<()> {
    let group = find_row(shop, access.code()).await?.ok_or(Error::NotFound)?;
    let id = group_id(&group).get();
    let now = shop.now();
    shop.db()
        .write(move |tx| {
            Box::pin(async move {
                end_group(
                    tx,
                    id,
                    now,
                    OrderCommand::Cancel,
                    PaymentCommand::Void,
                    "canceled",
                    "buyer",
                )
                .await
            })
        })
        .await
}

/// Expires what nobody paid in time, a batch at a time; returns how many groups.
///
/// # Errors
/// When the database does not answer.
pub async fn expire_due(shop: &Shop) -> Result<usize> {
    let now = shop.now();
    shop.db()
        .write(move |tx| {
            Box::pin(async move {
                let due = due_groups(tx, now, None).await?;
                for group in &due {
                    expire_group(tx, *group, now).await?;
                }
                Ok(due.len())
            })
        })
        .await
}

/// Expires what holds `offer` past its time, inside the transaction of somebody who wants it; returns how many groups.
pub(crate) async fn expire_due_for_offer(tx: &Tx, offer: i64, now: i64) -> Result<usize> {
    let due = due_groups(tx, now, Some(offer)).await?;
    for group in &due {
        expire_group(tx, *group, now).await?;
    }
    Ok(due.len())
}

async fn due_groups(tx: &Tx, now: i64, offer: Option<i64>) -> Result<Vec<i64>> {
    let mut held = reservation::Entity::find()
        .select_only()
        .column(reservation::Column::OrderId)
        .filter(reservation::Column::Status.eq(ReservationStatus::Active.as_str()))
        .filter(reservation::Column::ExpiresAt.lte(now));
    if let Some(offer) = offer {
        held = held.filter(reservation::Column::OfferId.eq(offer));
    }
    let orders: Vec<i64> = held
        .order_by_asc(reservation::Column::ExpiresAt)
        .limit(BATCH)
        .into_tuple()
        .all(tx)
        .await?;
    let mut groups: Vec<i64> = order::Entity::find()
        .select_only()
        .column(order::Column::GroupId)
        .filter(order::Column::Id.is_in(orders))
        .into_tuple()
        .all(tx)
        .await?;
    groups.sort_unstable();
    groups.dedup();
    Ok(groups)
}

async fn expire_group(tx: &Tx, group: i64, now: i64) -> Result<()> {
    match end_group(
        tx,
        group,
        now,
        OrderCommand::Expire,
        PaymentCommand::Expire,
        "expired",
        "clock",
    )
    .await
    {
        // Another connection ended it in between: nothing left to expire.
        Err(Error::Refused(ErrorCode::StepOrder)) | Ok(()) => Ok(()),
        Err(error) => Err(error),
    }
}

async fn end_group(
    tx: &Tx,
    group: i64,
    now: i64,
    order_command: OrderCommand,
    payment_command: PaymentCommand,
    event: &str,
    actor: &str,
) -> Result<()> {
    let (row, bill) = group_and_payment(tx, group).await?;
    let rows = order::Entity::find()
        .filter(order::Column::GroupId.eq(group))
        .all(tx)
        .await?;
    let mut ended = Vec::new();
    for order in rows {
        let state = state_of(&order, &row, &bill)?;
        if state.status.is_terminal() {
            continue;
        }
        let next = match (state.apply(&order_command, now), order_command) {
            (Ok((next, _)), _) => next,
            // Time ends only what nobody accepted; what a cooperative accepted goes on.
            (Err(_), OrderCommand::Expire) => continue,
            (Err(_), _) => return Err(Error::Refused(ErrorCode::StepOrder)),
        };
        set_status(tx, order.id, next.status, now).await?;
        let command = match order_command {
            OrderCommand::Expire => ReservationCommand::Expire,
            _ => ReservationCommand::Release,
        };
        free_stock(tx, order.id, command, now).await?;
        note_event(tx, order.id, now, event, actor).await?;
        ended.push(order);
    }
    if ended.is_empty() {
        return Err(Error::Refused(ErrorCode::StepOrder));
    }
    settle(tx, &row, &bill, &ended, payment_command, now).await?;
    if order_command == OrderCommand::Expire {
        let group = OrderGroupId(group);
        return messages::tell(tx, now, Notice::OrderExpired { group }).await;
    }
    let refunds = payment_state(&bill, &row)?.status.is_paid();
    let currency = stored(Currency::parse(&row.currency))?;
    for order in ended {
        let notice = Notice::OrderCanceled {
            order: OrderId(order.id),
            by_cooperative: false,
            reason: String::new(),
            refund: refunds.then(|| Money::new(order.total_minor, currency)),
        };
        messages::tell(tx, now, notice).await?;
    }
    Ok(())
}

/// What ending orders means for the payment of their group: something goes back, or nothing is awaited any more. What is
/// still [due](due_of) follows from the orders that stand.
pub(crate) async fn settle(
    tx: &Tx,
    group: &order_group::Model,
    bill: &payment::Model,
    ended: &[order::Model],
    command: PaymentCommand,
    now: i64,
) -> Result<()> {
    let paying = payment_state(bill, group)?;
    if paying.status.is_paid() {
        let amount = ended.iter().map(|order| order.total_minor).sum();
        return post_refund(tx, group, bill, amount, now).await;
    }
    if due_of(tx, group.id).await?.is_none()
        && let Ok((next, _)) = paying.apply(&command, now)
    {
        set_payment(tx, bill.id, next.status, now).await?;
    }
    Ok(())
}

/// What the orders of a group come to that are neither cancelled nor expired; nothing when there is none.
async fn due_of(tx: &Tx, group: i64) -> Result<Option<i64>> {
    let standing: Vec<i64> = order::Entity::find()
        .select_only()
        .column(order::Column::TotalMinor)
        .filter(order::Column::GroupId.eq(group))
        .filter(order::Column::Status.is_not_in([OrderStatus::Canceled.as_str(), OrderStatus::Expired.as_str()]))
        .into_tuple()
        .all(tx)
        .await?;
    Ok((!standing.is_empty()).then(|| standing.iter().sum()))
}

/// Tells the operator that money has to go back.
async fn post_refund(
    tx: &Tx,
    group: &order_group::Model,
    bill: &payment::Model,
    amount_minor: i64,
    now: i64,
) -> Result<()> {
    let text = format!("{} · {} · {}", group.code, bill.reference, amount(group, amount_minor)?);
    outbox::post(tx, now, outbox::REFUND_DUE, &group.code, outbox::OPERATOR, &text).await
}

/// An amount of a group in its buyer's way of writing.
fn amount(group: &order_group::Model, minor: i64) -> Result<String> {
    let currency = stored(Currency::parse(&group.currency))?;
    let locale = stored(Locale::from_code(&group.locale))?;
    Ok(format::money(locale, Money::new(minor, currency)))
}

/// What a payment that came in was for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Received {
    /// Its orders stand.
    Paid,
    /// Nothing waited for it any more: it goes back.
    RefundDue,
}

/// Marks a group as paid, found by its payment reference. How much came in the shop does not know: it names to the
/// operator what was due, where that is not the amount the buyer first saw.
///
/// # Errors
/// [`Error::NotFound`] for an unknown reference, [`ErrorCode::StepOrder`] when it cannot be paid now.
pub async fn mark_paid(shop: &Shop, reference: &PaymentReference) -> Result<Received> {
    let now = shop.now();
    let reference = reference.to_string();
    shop.db()
        .write(move |tx| {
            let reference = reference.clone();
            Box::pin(async move {
                let bill = payment::Entity::find()
                    .filter(payment::Column::Reference.eq(reference))
                    .one(tx)
                    .await?
                    .ok_or(Error::NotFound)?;
                let (group, bill) = group_and_payment(tx, bill.group_id).await?;
                let state = payment_state(&bill, &group)?;
                let command = match state.method {
                    PaymentMethod::CashAtStation => PaymentCommand::Collect,
                    PaymentMethod::BankTransfer => PaymentCommand::Capture,
                };
                let (next, events) = state
                    .apply(&command, now)
                    .map_err(|_| Error::Refused(ErrorCode::StepOrder))?;
                let post =
                    async |topic, text: &str| outbox::post(tx, now, topic, &group.code, outbox::OPERATOR, text).await;
                if events.contains(&PaymentEvent::RefundDue) {
                    // The payment stays as it is, so only the message tells that this was said before.
                    if outbox::is_posted(tx, outbox::REFUND_LATE, &group.code).await? {
                        return Err(Error::Refused(ErrorCode::StepOrder));
                    }
                    let text = format!("{} · {}", group.code, bill.reference);
                    post(outbox::REFUND_LATE, &text).await?;
                    return Ok(Received::RefundDue);
                }
                set_payment(tx, bill.id, next.status, now).await?;
                let due = due_of(tx, group.id).await?.unwrap_or(0);
                if due < group.total_minor {
                    let (due, total) = (amount(&group, due)?, amount(&group, group.total_minor)?);
                    let text = format!("{} · {} · {due} / {total}", group.code, bill.reference);
                    post(outbox::PAYMENT_LOWERED, &text).await?;
                }
                // Paid goods are held for good: time does not take them away any more.
                let orders: Vec<i64> = order::Entity::find()
                    .select_only()
                    .column(order::Column::Id)
                    .filter(order::Column::GroupId.eq(group.id))
                    .into_tuple()
                    .all(tx)
                    .await?;
                convert_reservations(tx, &orders).await?;
                Ok(Received::Paid)
            })
        })
        .await
}

/// Makes what these orders hold firm.
pub(crate) async fn convert_reservations(tx: &Tx, orders: &[i64]) -> Result<()> {
    reservation::Entity::update_many()
        .col_expr(
            reservation::Column::Status,
            Expr::value(ReservationStatus::Converted.as_str()),
        )
        .filter(reservation::Column::OrderId.is_in(orders.iter().copied()))
        .filter(reservation::Column::Status.eq(ReservationStatus::Active.as_str()))
        .exec(tx)
        .await?;
    Ok(())
}

/// A group and its payment, locked: on PostgreSQL whoever else wants to move this group on waits here, so that no step
/// is taken twice and no two steps at once. (SQLite has one writer.)
pub(crate) async fn group_and_payment(tx: &Tx, group: i64) -> Result<(order_group::Model, payment::Model)> {
    let row = order_group::Entity::find_by_id(group)
        .lock_exclusive()
        .one(tx)
        .await?
        .ok_or(Error::NotFound)?;
    let bill = payment::Entity::find()
        .filter(payment::Column::GroupId.eq(group))
        .one(tx)
        .await?
        .ok_or(Error::NotFound)?;
    Ok((row, bill))
}

/// The state of an order as the domain sees it.
pub(crate) fn state_of(order: &order::Model, group: &order_group::Model, bill: &payment::Model) -> Result<OrderState> {
    Ok(OrderState {
        status: stored(OrderStatus::parse(&order.status))?,
        delivery: stored(DeliveryMethod::parse(&group.delivery))?,
        fulfilment: stored(FulfilmentStatus::parse(&order.fulfilment))?,
        payment: payment_state(bill, group)?,
    })
}

fn payment_state(bill: &payment::Model, group: &order_group::Model) -> Result<PaymentState> {
    Ok(PaymentState {
        method: stored(PaymentMethod::parse(&bill.method))?,
        status: stored(PaymentStatus::parse(&bill.status))?,
        expires_at_ms: group.expires_at,
    })
}

async fn set_status(tx: &Tx, order: i64, status: OrderStatus, now: i64) -> Result<()> {
    order::Entity::update_many()
        .col_expr(order::Column::Status, Expr::value(status.as_str()))
        .col_expr(order::Column::UpdatedAt, Expr::value(now))
        .filter(order::Column::Id.eq(order))
        .exec(tx)
        .await?;
    Ok(())
}

async fn set_payment(tx: &Tx, id: i64, status: PaymentStatus, now: i64) -> Result<()> {
    payment::Entity::update_many()
        .col_expr(payment::Column::Status, Expr::value(status.as_str()))
        .col_expr(payment::Column::UpdatedAt, Expr::value(now))
        .filter(payment::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Gives back what an order holds and has not sent.
pub(crate) async fn free_stock(tx: &Tx, order: i64, command: ReservationCommand, now: i64) -> Result<()> {
    let mut held = reservation::Entity::find()
        .filter(reservation::Column::OrderId.eq(order))
        .all(tx)
        .await?;
    held.sort_unstable_by_key(|row| row.offer_id);
    let mut offers = Vec::with_capacity(held.len());
    for row in held {
        let state = ReservationState {
            status: stored(ReservationStatus::parse(&row.status))?,
            expires_at_ms: row.expires_at,
        };
        let Ok((next, _)) = state.apply(&command, now) else {
            continue;
        };
        reservation::Entity::update_many()
            .col_expr(reservation::Column::Status, Expr::value(next.status.as_str()))
            .filter(reservation::Column::Id.eq(row.id))
            .exec(tx)
            .await?;
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
    refresh_availability(tx, &offers).await
}

/// Writes a line of an order's history.
pub(crate) async fn note_event(db: &impl ConnectionTrait, order: i64, at: i64, kind: &str, actor: &str) -> Result<()> {
    order_event::Entity::insert(event_row(order, at, kind, actor))
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// A line of an order's history.
pub(crate) fn event_row(order: i64, at: i64, kind: &str, actor: &str) -> order_event::ActiveModel {
    order_event::ActiveModel {
        order_id: Set(order),
        at: Set(at),
        kind: Set(kind.to_owned()),
        actor: Set(actor.to_owned()),
        ..Default::default()
    }
}
