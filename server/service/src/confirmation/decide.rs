//! Confirming what waits, or sending it back.

use db::Tx;
use db::entities::product;
use db::sea_orm::sea_query::{Expr, LockType};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::{
    Action, Actor, AuditAction, ErrorCode, MessageText, ProductId, ProductStatus, ProposalState, Subject, UserId,
};

use super::compare::Changes;
use crate::catalog::{picture_rows_of, rebuild_cards};
use crate::error::{Error, Result, text_code};
use crate::messages::{self, Notice};
use crate::proposals::Proposal;
use crate::{Shop, audit, lots, proposals, rights, studio, texts};

/// Lets buyers see what waits of a product, as it was shown by a page that said `seen`.
///
/// # Errors
/// [`ErrorCode::InvalidTransition`] when something else waits by now, or nothing; [`ErrorCode::PictureNeeded`] when it has
/// no picture any more; [`Error::NotFound`] for who may not.
#[crate::boxed]
pub async fn confirm(shop: &Shop, actor: Actor, id: ProductId, seen: &str) -> Result<()> {
    let user = who(actor)?;
    let (now, seen) = (shop.now(), seen.to_owned());
    shop.once()
        .write(move |tx| {
            let seen = seen.clone();
            Box::pin(async move {
                let (row, waits) = lock(tx, id, &seen).await?;
                if waits.publishes {
                    if picture_rows_of(tx, id).await?.is_empty() {
                        return Err(Error::Refused(ErrorCode::PictureNeeded));
                    }
                    product::Entity::update_many()
                        .col_expr(product::Column::Status, Expr::value(ProductStatus::Published))
                        .col_expr(product::Column::PausedUntil, Expr::value(None::<i64>))
                        .col_expr(product::Column::UpdatedAt, Expr::value(now))
                        .filter(product::Column::Id.eq(id))
                        .exec(tx)
                        .await?;
                    lots::show_origins(tx, id).await?;
                    rebuild_cards(tx, id).await?;
                } else {
                    studio::apply(tx, &row, &waits.proposed, now).await?;
                }
                proposals::forget(tx, id).await?;
                note(tx, now, user, AuditAction::ProductConfirm, id).await
            })
        })
        .await
}

/// Sends back what waits of a product; its cooperative reads why, at the product and by message.
///
/// # Errors
/// [`Error::Fields`] on `reason`; [`ErrorCode::InvalidTransition`] when something else waits by now, or nothing;
/// [`Error::NotFound`] for who may not.
#[crate::boxed]
pub async fn send_back(shop: &Shop, actor: Actor, id: ProductId, seen: &str, reason: &str) -> Result<()> {
    let user = who(actor)?;
    let reason = MessageText::parse(reason).map_err(|error| Error::field("reason", text_code(error)))?;
    let (now, seen) = (shop.now(), seen.to_owned());
    shop.once()
        .write(move |tx| {
            let (seen, reason) = (seen.clone(), reason.as_str().to_owned());
            Box::pin(async move {
                let (row, waits) = lock(tx, id, &seen).await?;
                proposals::send_back(tx, id, &reason, now).await?;
                let mut set = texts::read(tx, &[id]).await?.remove(&id).unwrap_or_default();
                waits.proposed.overlay_texts(&mut set, row.source_lang);
                let notice = Notice::ProductSentBack {
                    cooperative: row.cooperative_id,
                    product: set.name(row.source_lang, row.source_lang, &row.slug).text,
                    reason,
                };
                messages::tell(tx, now, notice).await?;
                note(tx, now, user, AuditAction::ProductSendBack, id).await
            })
        })
        .await
}

fn who(actor: Actor) -> Result<UserId> {
    rights::ask(actor, Action::AdmitCooperatives, Subject::Centre)?;
    actor.user().ok_or(Error::NotFound)
}

/// The product, which nobody else changes now, and what waits of it, which is what was seen.
async fn lock(tx: &Tx, id: ProductId, seen: &str) -> Result<(product::Model, Proposal)> {
    let row = product::Entity::find_by_id(id)
        .lock(LockType::NoKeyUpdate)
        .one(tx)
        .await?
        .ok_or(Error::NotFound)?;
    let waits = proposals::of(tx, id).await?;
    let waits = waits.filter(|waits| waits.state == ProposalState::Waiting);
    let waits = waits.ok_or(Error::Refused(ErrorCode::InvalidTransition))?;
    if Changes::of(tx, &row, &waits).await?.fingerprint() != seen {
        return Err(Error::Refused(ErrorCode::InvalidTransition));
    }
    Ok((row, waits))
}

async fn note(tx: &Tx, now: i64, user: UserId, action: AuditAction, id: ProductId) -> Result<()> {
    audit::note(tx, now, &format!("user:{user}"), action, &format!("product:{id}"), "").await
}
