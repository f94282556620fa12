//! The Centre's money: finding what a transfer is for, booking what came in and what went back, and undoing it.

use db::entities::{money_entry, order_group, payment};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use db::{Readable, Tx};
use domain::{
    Action, Actor, AuditAction, Balance, EntryKind, EntryState, ErrorCode, FieldCode, Money, MoneyEntryId, OrderCode,
    OrderGroupId, PaymentMethod, PaymentReference, Subject,
};

use super::book::{Entry, book, is_booked, receive};
use super::booking::{Booking, MUCH, usual};
use super::lists::is_undoable;
use super::view::{MoneyForm, Received};
use crate::audit::note as audit;
use crate::drawers::lock_if_open;
use crate::error::{Error, Result};
use crate::messages::{Notice, tell};
use crate::orders::Group;
use crate::{Shop, rights};

/// The person of the Centre who may see and book money.
pub(super) fn clerk(actor: Actor) -> Result<String> {
    rights::ask(actor, Action::SeeMoney, Subject::Centre)?;
    let user = actor.user().ok_or(Error::NotFound)?;
    Ok(format!("user:{user}"))
}

/// The group of an order code or a payment reference, as typed.
pub(super) async fn find_group(db: &impl ConnectionTrait, typed: &str) -> Result<OrderGroupId> {
    let unknown = || Error::field("order", FieldCode::InvalidCode);
    if let Ok(code) = OrderCode::find(typed) {
        let row = order_group::Entity::find()
            .filter(order_group::Column::Code.eq(code.to_string()))
            .one(db)
            .await?;
        return row.map(|row| row.id).ok_or_else(unknown);
    }
    let reference = PaymentReference::parse(typed).map_err(|error| Error::field("order", error.into()))?;
    let row = payment::Entity::find()
        .filter(payment::Column::Reference.eq(reference.to_string()))
        .one(db)
        .await?;
    row.map(|row| row.group_id).ok_or_else(unknown)
}

/// Books a transfer that came in for an order: in part, in whole, or more than is due.
///
/// # Errors
/// [`Error::Fields`] on `order` or `amount`, there as [`FieldCode::TooMuch`] when it is far more than the order costs and
/// nobody was asked, or more than any transfer ([`bounds`](super::bounds)); [`Error::NotFound`] for anybody but the Centre.
#[crate::boxed]
pub async fn receive_for(shop: &Shop, actor: Actor, form: &MoneyForm) -> Result<()> {
    let booking = Booking::of(shop, actor, form)?;
    booking.amount()?;
    shop.once()
        .write(move |tx| {
            let booking = booking.clone();
            Box::pin(async move {
                let mut group = Group::lock(tx, find_group(tx, &booking.order).await?).await?;
                let amount = booking.usual_amount(usual(&group))?;
                let entry = Entry {
                    method: Some(PaymentMethod::BankTransfer),
                    ..booking.entry(&group, EntryKind::Received, amount)
                };
                if receive(tx, &mut group, entry).await? {
                    booking
                        .audit(tx, AuditAction::MoneyReceived, &format!("group:{}", group.id()), amount)
                        .await?;
                }
                Ok(())
            })
        })
        .await
}

/// Books money that came in and names no order.
///
/// # Errors
/// [`Error::Fields`] on `amount`, as [`FieldCode::TooMuch`] when it is unusually much and nobody was asked yet;
/// [`Error::NotFound`] for anybody but the Centre.
#[crate::boxed]
pub async fn receive_unknown(shop: &Shop, actor: Actor, form: &MoneyForm) -> Result<()> {
    let booking = Booking::of(shop, actor, form)?;
    booking.usual_amount(MUCH)?;
    shop.once()
        .write(move |tx| {
            let booking = booking.clone();
            Box::pin(async move {
                let amount = booking.amount()?;
                if book_unknown(
                    tx,
                    &booking.by,
                    booking.now,
                    amount,
                    &booking.reference,
                    booking.key.as_deref(),
                )
                .await?
                {
                    booking.audit(tx, AuditAction::MoneyUnassigned, "-", amount).await?;
                }
                Ok(())
            })
        })
        .await
}

/// Books money that belongs to nobody known; answers whether it was new.
pub(super) async fn book_unknown(
    tx: &Tx,
    by: &str,
    now: i64,
    amount: Money,
    reference: &str,
    key: Option<&str>,
) -> Result<bool> {
    if let Some(key) = key
        && is_booked(tx, key).await?
    {
        return Ok(false);
    }
    let entry = Entry {
        kind: EntryKind::Received,
        amount,
        state: EntryState::Unassigned,
        method: Some(PaymentMethod::BankTransfer),
        reference: reference.to_owned(),
        group: None,
        order: None,
        by: by.to_owned(),
        at: now,
        counter_of: None,
        key: key.map(str::to_owned),
        shift: None,
    };
    book(tx, Balance::default(), entry).await?;
    Ok(true)
}

/// Finds out for which order money was that came in without one.
///
/// # Errors
/// [`Error::Fields`] on `order`; [`ErrorCode::DoneAlready`] when somebody did; [`Error::NotFound`] for anybody but the
/// Centre.
#[crate::boxed]
pub async fn assign(shop: &Shop, actor: Actor, entry: MoneyEntryId, order: &str) -> Result<()> {
    let by = clerk(actor)?;
    let (now, order) = (shop.now(), order.to_owned());
    shop.once()
        .write(move |tx| {
            let (by, order) = (by.clone(), order.clone());
            Box::pin(async move {
                let mut group = Group::lock(tx, find_group(tx, &order).await?).await?;
                let row = entry_to_undo(tx, entry).await?;
                if row.state != EntryState::Unassigned {
                    return Err(Error::Refused(ErrorCode::DoneAlready));
                }
                book(tx, Balance::default(), Entry::counter(&row, &by, now)).await?;
                let amount = Money::new(row.amount_minor, row.currency);
                let received = Entry {
                    method: row.method,
                    reference: row.reference.clone(),
                    ..Entry::of(&group, EntryKind::Received, amount.minor, &by, now)
                };
                receive(tx, &mut group, received).await?;
                let detail = format!("entry {entry}: {} {}", amount.minor, amount.currency.code());
                audit(
                    tx,
                    now,
                    &by,
                    AuditAction::MoneyAssigned,
                    &format!("group:{}", group.id()),
                    &detail,
                )
                .await
            })
        })
        .await
}

/// An entry that is there and was not undone before.
async fn entry_to_undo(tx: &Tx, id: MoneyEntryId) -> Result<money_entry::Model> {
    let row = money_entry::Entity::find_by_id(id)
        .one(tx)
        .await?
        .ok_or(Error::NotFound)?;
    let is_undone = money_entry::Entity::find()
        .filter(money_entry::Column::CounterOf.eq(id))
        .has_rows(tx)
        .await?;
    if is_undone {
        return Err(Error::Refused(ErrorCode::DoneAlready));
    }
    Ok(row)
}

/// Undoes an entry that was a mistake, by one with the opposite amount. A buyer who was told of it is told of this too.
///
/// # Errors
/// [`ErrorCode::DoneAlready`] when it was undone before, [`ErrorCode::GoneOn`] when what it says was sent back already,
/// [`Error::NotFound`] for anybody but the Centre and for entries that follow from orders.
#[crate::boxed]
pub async fn undo(shop: &Shop, actor: Actor, entry: MoneyEntryId) -> Result<()> {
    let by = clerk(actor)?;
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            let by = by.clone();
            Box::pin(async move {
                let row = money_entry::Entity::find_by_id(entry)
                    .one(tx)
                    .await?
                    .ok_or(Error::NotFound)?;
                if !is_undoable(row.kind, row.state) {
                    return Err(Error::NotFound);
                }
                let group = match row.group_id {
                    Some(id) => Some(Group::lock(tx, id).await?),
                    None => None,
                };
                // Read again under the lock.
                let row = entry_to_undo(tx, entry).await?;
                let counter = Entry {
                    // Of a shift that is closed, its count says what was there.
                    shift: lock_if_open(tx, row.shift_id).await?,
                    ..Entry::counter(&row, &by, now)
                };
                let object = group
                    .as_ref()
                    .map_or_else(|| "-".to_owned(), |group| format!("group:{}", group.id()));
                match group {
                    Some(mut group) => {
                        group.balance = book(tx, group.balance, counter).await?;
                        group.correct(tx, 0, &by, now).await?;
                        if group.balance.contradiction().is_some() {
                            return Err(Error::Refused(ErrorCode::GoneOn));
                        }
                        group.after_money(tx, now).await?;
                        if let Some(notice) = undone(&group, &row) {
                            tell(tx, now, notice).await?;
                        }
                    }
                    None => {
                        book(tx, Balance::default(), counter).await?;
                    }
                }
                let detail = format!("entry {entry}: {} {}", row.amount_minor, row.currency);
                audit(tx, now, &by, AuditAction::MoneyUndone, &object, &detail).await
            })
        })
        .await
}

/// What the buyer is told when an entry is undone; nothing, where they were not told of it.
fn undone(group: &Group, row: &money_entry::Model) -> Option<Notice> {
    let (group, amount) = (group.id(), Money::new(row.amount_minor, row.currency));
    match row.kind {
        EntryKind::Received => Some(Notice::PaymentUndone { group, amount }),
        EntryKind::GivenBack => Some(Notice::RefundUndone { group, amount }),
        EntryKind::Due | EntryKind::ToGiveBack | EntryKind::WrittenOff => None,
    }
}

/// Books that money was sent back to the buyer.
///
/// # Errors
/// [`Error::Fields`] on `amount` when it is more than is here beyond what is due, on `reference` when there is none;
/// [`Error::NotFound`] for anybody but the Centre.
#[crate::boxed]
pub async fn refund_sent(shop: &Shop, actor: Actor, form: &MoneyForm) -> Result<()> {
    let booking = Booking::of(shop, actor, form)?;
    booking.amount()?;
    if booking.reference.is_empty() {
        return Err(Error::field("reference", FieldCode::Required));
    }
    shop.once()
        .write(move |tx| {
            let booking = booking.clone();
            Box::pin(async move {
                let mut group = Group::lock(tx, find_group(tx, &booking.order).await?).await?;
                if booking.is_done(tx).await? {
                    return Ok(());
                }
                let amount = booking.amount()?;
                if amount.minor > group.balance.excess() {
                    return Err(Error::field("amount", FieldCode::TooMuch));
                }
                // Whoever sends back what came in too much has decided that it goes back.
                let undecided = amount.minor - group.balance.waiting_back();
                group.correct(tx, undecided, &booking.by, booking.now).await?;
                let entry = booking.entry(&group, EntryKind::GivenBack, amount);
                group.balance = book(tx, group.balance, entry).await?;
                group.after_money(tx, booking.now).await?;
                booking
                    .audit(
                        tx,
                        AuditAction::MoneyGivenBack,
                        &format!("group:{}", group.id()),
                        amount,
                    )
                    .await?;
                let notice = Notice::RefundSent {
                    group: group.id(),
                    amount,
                };
                tell(tx, booking.now, notice).await
            })
        })
        .await
}

/// Decides that what came in beyond what is due goes back.
///
/// # Errors
/// [`ErrorCode::DoneAlready`] when nothing is in excess; [`Error::NotFound`] for anybody but the Centre.
#[crate::boxed]
pub async fn give_back_excess(shop: &Shop, actor: Actor, order: &str) -> Result<()> {
    let by = clerk(actor)?;
    let (now, order) = (shop.now(), order.to_owned());
    shop.once()
        .write(move |tx| {
            let (by, order) = (by.clone(), order.clone());
            Box::pin(async move {
                let mut group = Group::lock(tx, find_group(tx, &order).await?).await?;
                let back = group.correct(tx, i64::MAX, &by, now).await?;
                if back <= 0 {
                    return Err(Error::Refused(ErrorCode::DoneAlready));
                }
                let detail = format!("{back} {}", group.currency.code());
                audit(
                    tx,
                    now,
                    &by,
                    AuditAction::MoneyToGiveBack,
                    &format!("group:{}", group.id()),
                    &detail,
                )
                .await
            })
        })
        .await
}

/// Waives what is still to be paid.
///
/// # Errors
/// [`ErrorCode::PaidAlready`] when nothing is; [`Error::NotFound`] for anybody but the Centre.
#[crate::boxed]
pub async fn write_off(shop: &Shop, actor: Actor, form: &MoneyForm) -> Result<()> {
    let booking = Booking::of(shop, actor, form)?;
    shop.once()
        .write(move |tx| {
            let booking = booking.clone();
            Box::pin(async move {
                let mut group = Group::lock(tx, find_group(tx, &booking.order).await?).await?;
                if booking.is_done(tx).await? {
                    return Ok(());
                }
                let open = group.money(group.balance.open());
                if open.is_zero() {
                    return Err(Error::Refused(ErrorCode::PaidAlready));
                }
                let entry = booking.entry(&group, EntryKind::WrittenOff, open);
                group.balance = book(tx, group.balance, entry).await?;
                group.after_money(tx, booking.now).await?;
                booking
                    .audit(tx, AuditAction::MoneyWrittenOff, &format!("group:{}", group.id()), open)
                    .await
            })
        })
        .await
}

/// Marks a group as paid, found by its payment reference: what is still open has come in. What the operator does at the
/// server; over the web the amount is asked for.
///
/// # Errors
/// [`Error::NotFound`] for an unknown reference, [`ErrorCode::PaidAlready`] when nothing is open.
#[crate::boxed]
pub async fn mark_paid(shop: &Shop, reference: &PaymentReference) -> Result<Received> {
    let (now, reference) = (shop.now(), reference.to_string());
    shop.db()
        .write(move |tx| {
            let reference = reference.clone();
            Box::pin(async move {
                let id = find_group(tx, &reference).await.map_err(|error| match error {
                    Error::Fields(_) => Error::NotFound,
                    other => other,
                })?;
                let mut group = Group::lock(tx, id).await?;
                let stands = group.statuses().iter().any(|status| status.stands());
                let amount = if stands {
                    group.balance.open()
                } else if group.balance.received == 0 {
                    // How much came only the bank knows; the buyer was shown the total.
                    group.row.total_minor
                } else {
                    0
                };
                if amount <= 0 {
                    return Err(Error::Refused(ErrorCode::PaidAlready));
                }
                let entry = Entry {
                    method: Some(group.method),
                    reference,
                    ..Entry::of(&group, EntryKind::Received, amount, "operator", now)
                };
                receive(tx, &mut group, entry).await?;
                let detail = format!("{amount} {}", group.currency.code());
                audit(
                    tx,
                    now,
                    "operator",
                    AuditAction::MoneyReceived,
                    &format!("group:{}", group.id()),
                    &detail,
                )
                .await?;
                Ok(if stands { Received::Paid } else { Received::RefundDue })
            })
        })
        .await
}
