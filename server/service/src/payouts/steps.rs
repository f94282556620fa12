//! Writing payouts: each step in one transaction, under the lock of its cooperative, and in the log.

use db::Tx;
use db::entities::{cooperative, payout};
use db::sea_orm::sea_query::{Expr, LockType};
use db::sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::{
    Actor, AuditAction, CooperativeId, Currency, ErrorCode, FieldCode, Note, PayoutId, PayoutMethod, PayoutState,
    PayoutStep, UserId, parse_price,
};

use super::account::{clerk, id_of};
use super::owed::standing;
use super::view::{Owed, PayoutForm, yuan};
use crate::Shop;
use crate::audit::note;
use crate::error::{Error, FieldErrors, Result, text_code};
use crate::identity::Fresh;

/// Longest number of a transfer or a receipt, characters.
const MAX_REFERENCE: usize = 120;

/// Writes down that the cooperative of this name in the URL is to be paid so much.
///
/// # Errors
/// [`Error::Fields`] on `amount`, there as [`FieldCode::TooMuch`] when less can be paid out, as the cooperative's
/// [`Owed::payable`] says; [`Error::NotFound`] for anybody
/// but who sees the Centre's money, and when there is no such cooperative.
#[crate::boxed]
pub async fn draft(shop: &Shop, actor: Actor, _: Fresh, slug: &str, amount: &str) -> Result<()> {
    let user = clerk(actor)?;
    let id = id_of(shop, slug)?;
    let amount = parse_price(Currency::Cny, amount).map_err(|error| Error::field("amount", error.into()))?;
    if amount.minor <= 0 {
        return Err(Error::field("amount", FieldCode::InvalidPrice));
    }
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            Box::pin(async move {
                lock(tx, id).await?;
                let owed = owed(tx, id).await?;
                if amount.minor > owed.payable() {
                    return Err(Error::field("amount", FieldCode::TooMuch));
                }
                let row = payout::ActiveModel {
                    cooperative_id: Set(id),
                    amount_minor: Set(amount.minor),
                    currency: Set(amount.currency),
                    state: Set(PayoutState::Draft),
                    reference: Set(String::new()),
                    reason: Set(String::new()),
                    made_by: Set(user),
                    made_at: Set(now),
                    ..Default::default()
                }
                .insert(tx)
                .await?;
                audit(tx, now, user, AuditAction::PayoutDraft, &row).await
            })
        })
        .await
}

/// Takes a step with a payout; `form` is what was typed when it was paid, or why it is undone.
///
/// # Errors
/// [`Error::Fields`] on `method`, `reference` or `reason`; [`ErrorCode::DoneAlready`], and [`ErrorCode::InvalidTransition`] when the step
/// does not follow, is somebody's own to approve, or is to be approved while less is owed by now; [`Error::NotFound`] for who
/// may not.
#[crate::boxed]
pub async fn step(
    shop: &Shop,
    actor: Actor,
    _: Fresh,
    id: PayoutId,
    step: PayoutStep,
    form: &PayoutForm,
) -> Result<()> {
    let user = clerk(actor)?;
    let paid = match step {
        PayoutStep::Pay => Some(paid_by(form)?),
        PayoutStep::Approve | PayoutStep::Withdraw | PayoutStep::Undo => None,
    };
    let reason = match step {
        PayoutStep::Undo => reason_of(form)?,
        PayoutStep::Approve | PayoutStep::Pay | PayoutStep::Withdraw => String::new(),
    };
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            let (paid, reason) = (paid.clone(), reason.clone());
            Box::pin(async move {
                let cooperative = find(tx, id).await?.cooperative_id;
                lock(tx, cooperative).await?;
                // Read again under the lock.
                let row = find(tx, id).await?;
                let next = row.state.after(step, row.made_by, user).map_err(Error::Refused)?;
                let change = payout::Entity::update_many()
                    .col_expr(payout::Column::State, Expr::value(next))
                    .filter(payout::Column::Id.eq(id));
                let action = match step {
                    PayoutStep::Approve => {
                        still_owed(owed(tx, cooperative).await?)?;
                        change
                            .col_expr(payout::Column::ApprovedBy, Expr::value(user))
                            .col_expr(payout::Column::ApprovedAt, Expr::value(now))
                            .exec(tx)
                            .await?;
                        AuditAction::PayoutApprove
                    }
                    // The money is with the cooperative by now, as its number says: that stands in the books, whatever went
                    // back to buyers since it was approved. Refused, it would be paid a second time one day.
                    PayoutStep::Pay => {
                        let (method, reference) = paid.ok_or(Error::NotFound)?;
                        change
                            .col_expr(payout::Column::Method, Expr::value(method))
                            .col_expr(payout::Column::Reference, Expr::value(reference))
                            .col_expr(payout::Column::PaidBy, Expr::value(user))
                            .col_expr(payout::Column::PaidAt, Expr::value(now))
                            .exec(tx)
                            .await?;
                        AuditAction::PayoutPaid
                    }
                    PayoutStep::Withdraw => {
                        change.exec(tx).await?;
                        AuditAction::PayoutWithdraw
                    }
                    PayoutStep::Undo => {
                        undo(tx, &row, reason, user, now).await?;
                        AuditAction::PayoutUndone
                    }
                };
                audit(tx, now, user, action, &row).await
            })
        })
        .await
}

/// How it was paid: without a number nobody finds it again.
fn paid_by(form: &PayoutForm) -> Result<(PayoutMethod, String)> {
    let mut errors = FieldErrors::default();
    let method = PayoutMethod::parse(&form.method).ok_or(FieldCode::Required);
    let reference = match form.reference.trim() {
        "" => Err(FieldCode::Required),
        typed if typed.chars().count() > MAX_REFERENCE => Err(FieldCode::TooLong),
        typed if typed.chars().any(char::is_control) => Err(FieldCode::InvalidText),
        typed => Ok(typed.to_owned()),
    };
    let (method, reference) = (errors.take("method", method), errors.take("reference", reference));
    method.zip(reference).ok_or(Error::Fields(errors))
}

/// Why it is undone: the cooperative reads it, and who looks at the books later.
fn reason_of(form: &PayoutForm) -> Result<String> {
    let reason = Note::parse(&form.reason).map_err(|error| Error::field("reason", text_code(error)))?;
    if reason.is_empty() {
        return Err(Error::field("reason", FieldCode::Required));
    }
    Ok(reason.into_string())
}

/// A payout that undoes none.
async fn find(tx: &Tx, id: PayoutId) -> Result<payout::Model> {
    payout::Entity::find_by_id(id)
        .filter(payout::Column::CounterOf.is_null())
        .one(tx)
        .await?
        .ok_or(Error::NotFound)
}

/// Who writes payouts of a cooperative at the same time comes after this one, and sees its rows.
async fn lock(tx: &Tx, id: CooperativeId) -> Result<()> {
    cooperative::Entity::find_by_id(id)
        .lock(LockType::NoKeyUpdate)
        .one(tx)
        .await?
        .ok_or(Error::NotFound)?;
    Ok(())
}

/// How it stands, which holds for as long as its lock is held.
async fn owed(tx: &Tx, id: CooperativeId) -> Result<Owed> {
    Ok(standing(tx, &[id]).await?.remove(&id).unwrap_or_default())
}

/// Money may have gone back to buyers since it was written down: its own amount is among what is planned.
fn still_owed(owed: Owed) -> Result<()> {
    if owed.payable() < 0 {
        return Err(Error::Refused(ErrorCode::InvalidTransition));
    }
    Ok(())
}

/// Says by a row of its own that the cooperative does not have the money.
async fn undo(tx: &Tx, row: &payout::Model, reason: String, user: UserId, now: i64) -> Result<()> {
    let is_undone = payout::Entity::find()
        .filter(payout::Column::CounterOf.eq(row.id))
        .one(tx)
        .await?
        .is_some();
    if is_undone {
        return Err(Error::Refused(ErrorCode::DoneAlready));
    }
    payout::Entity::insert(payout::ActiveModel {
        cooperative_id: Set(row.cooperative_id),
        amount_minor: Set(-row.amount_minor),
        currency: Set(row.currency),
        state: Set(PayoutState::Paid),
        method: Set(row.method),
        reference: Set(row.reference.clone()),
        reason: Set(reason),
        made_by: Set(user),
        made_at: Set(now),
        paid_by: Set(Some(user)),
        paid_at: Set(Some(now)),
        counter_of: Set(Some(row.id)),
        ..Default::default()
    })
    .exec_without_returning(tx)
    .await?;
    Ok(())
}

/// Last in its transaction: the log has one end.
async fn audit(tx: &Tx, now: i64, user: UserId, action: AuditAction, row: &payout::Model) -> Result<()> {
    let amount = yuan(row.amount_minor);
    let detail = format!("payout:{} {} {}", row.id, amount.minor, amount.currency.code());
    let object = format!("cooperative:{}", row.cooperative_id);
    note(tx, now, &format!("user:{user}"), action, &object, &detail).await
}
