//! Suspending, and letting sell again.

use db::Tx;
use db::entities::{cooperative, cooperative_step, product_card};
use db::sea_orm::sea_query::{Expr, LockType};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{
    Action, Actor, AuditAction, CooperativeId, CooperativeStep, CooperativeStepId, ErrorCode, MessageText, Subject,
    UserId,
};

use crate::catalog::{lock_goods_of, rebuild_cards_of};
use crate::error::{Error, Result, text_code};
use crate::messages::{self, Notice};
use crate::{Shop, audit, rights};

/// Takes a step with the cooperative of this name in the URL; `reason` is what its members read. `seen` is the newest step
/// that the form was shown with, where it says so: who lets sell again has read why it was suspended.
///
/// # Errors
/// [`Error::Fields`] on `reason`; [`ErrorCode::InvalidTransition`] when the step does not follow, or another one was taken
/// since; [`Error::NotFound`] for who may not, and when there is no such cooperative.
#[crate::boxed]
pub async fn take(
    shop: &Shop,
    actor: Actor,
    slug: &str,
    step: CooperativeStep,
    reason: &str,
    seen: Option<CooperativeStepId>,
) -> Result<()> {
    rights::ask(actor, Action::AdmitCooperatives, Subject::Centre)?;
    let user = actor.user().ok_or(Error::NotFound)?;
    let directory = shop.directory();
    let entry = &directory.cooperative_by_slug(slug).ok_or(Error::NotFound)?.entry;
    let (id, name) = (entry.id, entry.name(entry.source).text);
    let reason = MessageText::parse(reason).map_err(|error| Error::field("reason", text_code(error)))?;
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            let (reason, name) = (reason.as_str().to_owned(), name.clone());
            Box::pin(async move {
                let row = cooperative::Entity::find_by_id(id)
                    .lock(LockType::NoKeyUpdate)
                    .one(tx)
                    .await?
                    .ok_or(Error::NotFound)?;
                if seen.is_some() && newest(tx, id).await? != seen {
                    return Err(Error::Refused(ErrorCode::InvalidTransition));
                }
                let next = row
                    .status
                    .after(step)
                    .ok_or(Error::Refused(ErrorCode::InvalidTransition))?;
                cooperative::Entity::update_many()
                    .col_expr(cooperative::Column::Status, Expr::value(next))
                    .filter(cooperative::Column::Id.eq(id))
                    .exec(tx)
                    .await?;
                note_step(tx, id, step, reason.clone(), user, now).await?;
                let notice = match step {
                    CooperativeStep::Suspend => Notice::CooperativeSuspended {
                        cooperative: id,
                        name,
                        reason,
                    },
                    CooperativeStep::Admit => Notice::CooperativeAdmitted {
                        cooperative: id,
                        name,
                        reason,
                    },
                };
                messages::tell(tx, now, notice).await?;
                show_goods(tx, id, next.sells()).await?;
                let action = match step {
                    CooperativeStep::Suspend => AuditAction::CooperativeSuspend,
                    CooperativeStep::Admit => AuditAction::CooperativeAdmit,
                };
                audit::note(
                    tx,
                    now,
                    &format!("user:{user}"),
                    action,
                    &format!("cooperative:{id}"),
                    "",
                )
                .await
            })
        })
        .await
}

/// Sets whether what the cooperative of this name in the URL does with its goods waits for the Centre. What waits goes on to.
///
/// # Errors
/// [`Error::NotFound`] for who may not, and when there is no such cooperative.
#[crate::boxed]
pub async fn set_confirmation(shop: &Shop, actor: Actor, slug: &str, is_needed: bool) -> Result<()> {
    rights::ask(actor, Action::AdmitCooperatives, Subject::Centre)?;
    let user = actor.user().ok_or(Error::NotFound)?;
    let directory = shop.directory();
    let id = directory.cooperative_by_slug(slug).ok_or(Error::NotFound)?.entry.id;
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            Box::pin(async move {
                let changed = cooperative::Entity::update_many()
                    .col_expr(cooperative::Column::NeedsConfirmation, Expr::value(is_needed))
                    .filter(cooperative::Column::Id.eq(id))
                    .filter(cooperative::Column::NeedsConfirmation.ne(is_needed))
                    .exec(tx)
                    .await?;
                if changed.rows_affected == 0 {
                    return Ok(());
                }
                let action = if is_needed {
                    AuditAction::CooperativeConfirmOn
                } else {
                    AuditAction::CooperativeConfirmOff
                };
                let object = format!("cooperative:{id}");
                audit::note(tx, now, &format!("user:{user}"), action, &object, "").await
            })
        })
        .await
}

/// The step that was taken last.
async fn newest(tx: &Tx, id: CooperativeId) -> Result<Option<CooperativeStepId>> {
    Ok(cooperative_step::Entity::find()
        .select_only()
        .column(cooperative_step::Column::Id)
        .filter(cooperative_step::Column::CooperativeId.eq(id))
        .order_by_desc(cooperative_step::Column::Id)
        .into_tuple()
        .one(tx)
        .await?)
}

async fn note_step(
    tx: &Tx,
    id: CooperativeId,
    step: CooperativeStep,
    reason: String,
    user: UserId,
    now: i64,
) -> Result<()> {
    let row = cooperative_step::ActiveModel {
        cooperative_id: Set(id),
        step: Set(step),
        reason: Set(reason),
        user_id: Set(user),
        at: Set(now),
        ..Default::default()
    };
    cooperative_step::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Puts all that is published into the lists of the shop, or takes it out.
async fn show_goods(tx: &Tx, id: CooperativeId, sells: bool) -> Result<()> {
    if sells {
        return rebuild_cards_of(tx, id).await;
    }
    lock_goods_of(tx, id).await?;
    product_card::Entity::delete_many()
        .filter(product_card::Column::CooperativeId.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}
