//! Beginning and ending shifts, cash that goes to the Centre, and counts that were wrong: each in one transaction, and in the
//! log.

use db::Tx;
use db::entities::{shift, shift_move, station};
use db::sea_orm::sea_query::{Expr, LockType};
use db::sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::{
    Action, Actor, AuditAction, CloseError, Currency, ErrorCode, FieldCode, MAX_CASH, ShiftId, ShiftMoveKind,
    ShiftState, StationId, Subject, UserId, float_needs_reason,
};

use super::count::{CorrectForm, CountForm, amount, note};
use super::own::clerk;
use super::rows::{closed_for, left_before, seen_mark};
use crate::audit::note as audit;
use crate::drawers::{lock_open, sums_of};
use crate::error::{Error, FieldErrors, Result};
use crate::{Shop, rights};

/// Begins a shift with the cash that was counted.
///
/// # Errors
/// [`Error::Fields`] on `sum`, a `piece-…` or `reason`, which is required where the sum is not what this clerk left in the
/// drawer; [`ErrorCode::DoneAlready`] when they have a shift, on whatever device; [`Error::NotFound`] for anybody but who takes
/// cash at a station.
#[crate::boxed]
pub async fn open(shop: &Shop, actor: Actor, form: &CountForm) -> Result<()> {
    let (at, user) = clerk(actor)?;
    let mut errors = FieldErrors::default();
    let (counted, reason) = (form.counted(&mut errors), form.reason(&mut errors));
    let (Some(counted), Some(reason)) = (counted, reason) else {
        return Err(Error::Fields(errors));
    };
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            let reason = reason.clone();
            Box::pin(async move {
                // Who begins a shift at this station at the same time comes after this one, and sees it.
                station::Entity::find_by_id(at)
                    .lock(LockType::NoKeyUpdate)
                    .one(tx)
                    .await?
                    .ok_or(Error::NotFound)?;
                if lock_open(tx, at, user).await?.is_some() {
                    return Err(Error::Refused(ErrorCode::DoneAlready));
                }
                let carried = left_before(tx, at, user).await?;
                if float_needs_reason(carried, counted) && reason.is_empty() {
                    return Err(Error::field("reason", FieldCode::Required));
                }
                let row = shift::ActiveModel {
                    station_id: Set(at),
                    user_id: Set(user),
                    state: Set(ShiftState::Open),
                    currency: Set(Currency::Cny),
                    float_minor: Set(counted),
                    carried_minor: Set(carried),
                    float_reason: Set(reason),
                    opened_at: Set(now),
                    reason: Set(String::new()),
                    ..Default::default()
                }
                .insert(tx)
                .await?;
                let detail = format!("shift:{} {}", row.id, fen(counted));
                log(tx, now, user, AuditAction::ShiftOpen, at, &detail).await
            })
        })
        .await
}

/// Notes that cash of a running shift went to the Centre.
///
/// # Errors
/// [`Error::Fields`] on `amount`, there as [`FieldCode::TooMuch`] when less should be in the drawer, or on `note`;
/// [`ErrorCode::DoneAlready`] when no shift runs; [`Error::NotFound`] for anybody but who takes cash at a station.
#[crate::boxed]
pub async fn hand_over(shop: &Shop, actor: Actor, typed: &str, text: &str) -> Result<()> {
    let (at, user) = clerk(actor)?;
    let mut errors = FieldErrors::default();
    let (handed, text) = (amount("amount", typed, &mut errors), note("note", text, &mut errors));
    let (Some(handed), Some(text)) = (handed, text) else {
        return Err(Error::Fields(errors));
    };
    if handed <= 0 {
        return Err(Error::field("amount", FieldCode::InvalidPrice));
    }
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            let text = text.clone();
            Box::pin(async move {
                let row = running(tx, at, user).await?;
                if handed > sums_of(tx, &row).await?.drawer.expected()? {
                    return Err(Error::field("amount", FieldCode::TooMuch));
                }
                add_move(tx, row.id, ShiftMoveKind::HandedOver, handed, text, user, now).await?;
                let detail = format!("shift:{} {}", row.id, fen(handed));
                log(tx, now, user, AuditAction::ShiftHandOver, at, &detail).await
            })
        })
        .await
}

/// Ends a shift with a count. What does not stay in the drawer goes to the Centre.
///
/// # Errors
/// [`Error::Fields`] on `sum`, a `piece-…`, on `left` when more stays than is there, on `reason` when it is another sum than it
/// should be and nobody said why, and on `seen`, as [`FieldCode::Changed`], when cash was taken or given back since the page
/// was shown; [`ErrorCode::DoneAlready`] when no shift runs any more; [`Error::NotFound`] for anybody but who takes cash at a
/// station.
#[crate::boxed]
pub async fn close(shop: &Shop, actor: Actor, form: &CountForm) -> Result<()> {
    let (at, user) = clerk(actor)?;
    end(shop, at, user, None, form).await
}

/// Ends a shift that its clerk cannot end, because they are ill, or work here no more: the Centre counts, and says why it does.
///
/// # Errors
/// [`Error::Fields`] as [`close`], and on `reason` whenever there is none; [`ErrorCode::DoneAlready`] when the shift runs no
/// more; [`Error::NotFound`] for anybody but who sees the Centre's money, and for a shift of another station.
#[crate::boxed]
pub async fn close_for(shop: &Shop, actor: Actor, at: StationId, id: ShiftId, form: &CountForm) -> Result<()> {
    rights::ask(actor, Action::SeeMoney, Subject::Centre)?;
    let user = actor.user().ok_or(Error::NotFound)?;
    end(shop, at, user, Some(id), form).await
}

/// Ends a shift at a station with what `user` counted: their own, or `of` as the Centre does for its clerk.
async fn end(shop: &Shop, at: StationId, user: UserId, of: Option<ShiftId>, form: &CountForm) -> Result<()> {
    let mut errors = FieldErrors::default();
    let (counted, left, reason) = (
        form.counted(&mut errors),
        form.left(&mut errors),
        form.reason(&mut errors),
    );
    if of.is_some() && reason.as_ref().is_some_and(String::is_empty) {
        errors.push("reason", FieldCode::Required);
    }
    let (Some(counted), Some(left), Some(reason), true) = (counted, left, reason, errors.is_empty()) else {
        return Err(Error::Fields(errors));
    };
    let (now, seen) = (shop.now(), form.seen.clone());
    shop.once()
        .write(move |tx| {
            let (reason, seen) = (reason.clone(), seen.clone());
            Box::pin(async move {
                let row = match of {
                    None => running(tx, at, user).await?,
                    Some(id) => running_at(tx, at, id).await?,
                };
                let drawer = sums_of(tx, &row).await?.drawer;
                // Whoever counted has counted another drawer than this one.
                if seen != seen_mark(row.id, drawer.expected()?) {
                    return Err(Error::field("seen", FieldCode::Changed));
                }
                let closing = drawer
                    .close(counted, left, !reason.is_empty())
                    .map_err(|error| match error {
                        CloseError::LeftTooMuch => Error::field("left", FieldCode::TooMuch),
                        CloseError::ReasonMissing => Error::field("reason", FieldCode::Required),
                        CloseError::Money(error) => error.into(),
                    })?;
                if closing.handed_over > 0 {
                    let handed = closing.handed_over;
                    add_move(tx, row.id, ShiftMoveKind::HandedOver, handed, String::new(), user, now).await?;
                }
                shift::Entity::update_many()
                    .col_expr(shift::Column::State, Expr::value(ShiftState::Closed))
                    .col_expr(shift::Column::ExpectedMinor, Expr::value(closing.expected))
                    .col_expr(shift::Column::CountedMinor, Expr::value(closing.counted))
                    .col_expr(shift::Column::LeftMinor, Expr::value(closing.left))
                    .col_expr(shift::Column::Reason, Expr::value(reason))
                    .col_expr(shift::Column::ClosedAt, Expr::value(now))
                    .filter(shift::Column::Id.eq(row.id))
                    .exec(tx)
                    .await?;
                let which = match of {
                    None => format!("shift:{}", row.id),
                    Some(_) => closed_for(row.user_id, row.id),
                };
                let detail = format!("{which} {} → {}", fen(closing.expected), fen(closing.counted));
                log(tx, now, user, AuditAction::ShiftClose, at, &detail).await
            })
        })
        .await
}

/// Says that the count of a closed shift was wrong, by a row beside it.
///
/// # Errors
/// [`Error::Fields`] on `counted`, on `reason` without one, and on `seen`, as [`FieldCode::Changed`], when somebody else
/// corrected it meanwhile; [`ErrorCode::DoneAlready`] when that is the count already; [`Error::NotFound`] for anybody but who
/// sees the Centre's money, and for a shift that runs or is of another station.
#[crate::boxed]
pub async fn correct(shop: &Shop, actor: Actor, at: StationId, id: ShiftId, form: &CorrectForm) -> Result<()> {
    rights::ask(actor, Action::SeeMoney, Subject::Centre)?;
    let user = actor.user().ok_or(Error::NotFound)?;
    let mut errors = FieldErrors::default();
    let counted = amount("counted", &form.counted, &mut errors);
    let reason = note("reason", &form.reason, &mut errors);
    if counted.is_some_and(|counted| counted > MAX_CASH) {
        errors.push("counted", FieldCode::TooMuch);
    }
    if reason.as_ref().is_some_and(String::is_empty) {
        errors.push("reason", FieldCode::Required);
    }
    let (Some(counted), Some(reason), true) = (counted, reason, errors.is_empty()) else {
        return Err(Error::Fields(errors));
    };
    let (now, seen) = (shop.now(), form.seen.parse::<i64>().ok());
    shop.once()
        .write(move |tx| {
            let reason = reason.clone();
            Box::pin(async move {
                let row = shift::Entity::find_by_id(id)
                    .filter(shift::Column::StationId.eq(at))
                    .filter(shift::Column::State.eq(ShiftState::Closed))
                    .lock_exclusive()
                    .one(tx)
                    .await?
                    .ok_or(Error::NotFound)?;
                let corrections = sums_of(tx, &row).await?.corrections;
                let known = row.counted_minor.unwrap_or_default().saturating_add(corrections);
                if seen != Some(known) {
                    return Err(Error::field("seen", FieldCode::Changed));
                }
                if counted == known {
                    return Err(Error::Refused(ErrorCode::DoneAlready));
                }
                let change = counted.saturating_sub(known);
                add_move(tx, row.id, ShiftMoveKind::Correction, change, reason, user, now).await?;
                let detail = format!("shift:{} {} → {}", row.id, fen(known), fen(counted));
                log(tx, now, user, AuditAction::ShiftCorrect, at, &detail).await
            })
        })
        .await
}

/// The shift that a clerk has, locked.
async fn running(tx: &Tx, at: StationId, user: UserId) -> Result<shift::Model> {
    lock_open(tx, at, user)
        .await?
        .ok_or(Error::Refused(ErrorCode::DoneAlready))
}

/// A shift that runs at a station, locked.
async fn running_at(tx: &Tx, at: StationId, id: ShiftId) -> Result<shift::Model> {
    let row = shift::Entity::find_by_id(id)
        .filter(shift::Column::StationId.eq(at))
        .lock_exclusive()
        .one(tx)
        .await?
        .ok_or(Error::NotFound)?;
    match row.state {
        ShiftState::Open => Ok(row),
        ShiftState::Closed => Err(Error::Refused(ErrorCode::DoneAlready)),
    }
}

async fn add_move(
    tx: &Tx,
    shift: ShiftId,
    kind: ShiftMoveKind,
    amount: i64,
    note: String,
    user: UserId,
    now: i64,
) -> Result<()> {
    shift_move::Entity::insert(shift_move::ActiveModel {
        shift_id: Set(shift),
        kind: Set(kind),
        amount_minor: Set(amount),
        note: Set(note),
        actor: Set(format!("user:{user}")),
        at: Set(now),
        ..Default::default()
    })
    .exec_without_returning(tx)
    .await?;
    Ok(())
}

/// An amount as the log writes it.
fn fen(minor: i64) -> String {
    format!("{minor} {}", Currency::Cny.code())
}

/// Last in its transaction: the log has one end.
async fn log(tx: &Tx, now: i64, user: UserId, action: AuditAction, at: StationId, detail: &str) -> Result<()> {
    audit(
        tx,
        now,
        &format!("user:{user}"),
        action,
        &format!("station:{at}"),
        detail,
    )
    .await
}
