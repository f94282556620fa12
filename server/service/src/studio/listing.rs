//! Whether a product is sold: publishing it, "sold out today", a pause, the archive.

use db::Tx;
use db::entities::product;
use db::sea_orm::sea_query::{Expr, ExprTrait};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{Action, Actor, AuditAction, ErrorCode, Listing, ListingStep, ProductId};

use super::audit;
use super::product::{claim_version, lock_product};
use super::proposal::apply;
use super::signature;
use crate::catalog::{picture_rows_of, rebuild_cards};
use crate::cooperatives::require_selling;
use crate::error::{Error, Result};
use crate::rights::own_cooperative;
use crate::{Shop, lots, proposals};

/// Products that one round of the job offers again.
const ROUND: u64 = 200;

/// Takes a step with a product; the shop shows it at once. What is to be published may have to [wait](proposals) for the Centre.
///
/// # Errors
/// [`ErrorCode::InvalidTransition`] when that step does not follow; [`ErrorCode::Suspended`] when it would sell and may not; [`ErrorCode::PictureNeeded`] when what is published has
/// no picture; [`Error::NotFound`] when it is not this cooperative's.
#[crate::boxed]
pub async fn set_listing(shop: &Shop, actor: Actor, id: ProductId, step: ListingStep) -> Result<()> {
    let own = own_cooperative(actor, Action::EditProduct)?;
    let (now, by) = (shop.now(), signature(actor));
    shop.once()
        .write(move |tx| {
            let by = by.clone();
            Box::pin(async move {
                let row = lock_product(tx, own.id(), id).await?;
                if matches!(step, ListingStep::Publish | ListingStep::Resume) {
                    require_selling(tx, own.id()).await?;
                }
                let listing = Listing::of(row.status, row.paused_until, row.archived_at);
                let next = listing
                    .apply(step, now)
                    .ok_or(Error::Refused(ErrorCode::InvalidTransition))?;
                if step == ListingStep::Publish && picture_rows_of(tx, id).await?.is_empty() {
                    return Err(Error::Refused(ErrorCode::PictureNeeded));
                }
                if next == listing && step == ListingStep::Publish {
                    return Ok(());
                }
                if step == ListingStep::Publish && proposals::is_needed(tx, &row).await? {
                    return propose(tx, id, now, &by).await;
                }
                if step == ListingStep::Publish {
                    lots::show_origins(tx, id).await?;
                }
                // Nobody sees it then: what waited is written as it was saved, and nothing waits any more.
                if matches!(step, ListingStep::Publish | ListingStep::Archive)
                    && let Some(waits) = proposals::of(tx, id).await?
                {
                    apply(tx, &row, &waits.proposed, now).await?;
                    proposals::forget(tx, id).await?;
                }
                let archived = (next == Listing::Archived).then(|| row.archived_at.unwrap_or(now));
                product::Entity::update_many()
                    .col_expr(product::Column::Status, Expr::value(next.status()))
                    .col_expr(product::Column::PausedUntil, Expr::value(next.paused_until()))
                    .col_expr(product::Column::ArchivedAt, Expr::value(archived))
                    .col_expr(product::Column::UpdatedAt, Expr::value(now))
                    .filter(product::Column::Id.eq(id))
                    .exec(tx)
                    .await?;
                rebuild_cards(tx, id).await?;
                audit(tx, now, &by, action_of(step), &format!("product:{id}")).await
            })
        })
        .await
}

/// Lets the Centre look before buyers do.
async fn propose(tx: &Tx, id: ProductId, now: i64, by: &str) -> Result<()> {
    if proposals::ask_to_publish(tx, id, now).await? {
        audit(tx, now, by, AuditAction::ProductPropose, &format!("product:{id}")).await?;
    }
    Ok(())
}

/// Takes back what waits of a product, or was sent back: its texts, prices and pictures are again what buyers see.
///
/// # Errors
/// [`ErrorCode::InvalidTransition`] when nothing waits; [`Error::NotFound`] when it is not this cooperative's.
#[crate::boxed]
pub async fn take_back(shop: &Shop, actor: Actor, id: ProductId) -> Result<()> {
    let own = own_cooperative(actor, Action::EditProduct)?;
    let (now, by) = (shop.now(), signature(actor));
    shop.once()
        .write(move |tx| {
            let by = by.clone();
            Box::pin(async move {
                let row = lock_product(tx, own.id(), id).await?;
                if proposals::of(tx, id).await?.is_none() {
                    return Err(Error::Refused(ErrorCode::InvalidTransition));
                }
                // An editor that was opened before shows what is gone.
                claim_version(tx, id, row.version, now).await?;
                proposals::forget(tx, id).await?;
                audit(tx, now, &by, AuditAction::ProductTakeBack, &format!("product:{id}")).await
            })
        })
        .await
}

const fn action_of(step: ListingStep) -> AuditAction {
    match step {
        ListingStep::Publish => AuditAction::ProductPublish,
        ListingStep::SoldOutToday => AuditAction::ProductSoldOutToday,
        ListingStep::Pause => AuditAction::ProductPause,
        ListingStep::Resume => AuditAction::ProductResume,
        ListingStep::Archive => AuditAction::ProductArchive,
        ListingStep::Restore => AuditAction::ProductRestore,
    }
}

/// Offers again what was sold out until now. Answers how many products that were.
///
/// # Errors
/// When the database does not answer; what was offered again until then stays so.
#[crate::boxed]
pub async fn resume_due(shop: &Shop) -> Result<usize> {
    let now = shop.settled_now();
    let due: Vec<ProductId> = product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .filter(product::Column::PausedUntil.lte(now))
        .order_by_asc(product::Column::Id)
        .limit(ROUND)
        .into_tuple()
        .all(shop.db().read())
        .await?;
    let mut resumed = 0;
    for id in due {
        resumed += shop
            .db()
            .write_as_job(move |tx| Box::pin(async move { resume(tx, id, now).await }))
            .await?;
    }
    Ok(resumed)
}

async fn resume(tx: &Tx, id: ProductId, now: i64) -> Result<usize> {
    let done = product::Entity::update_many()
        .col_expr(product::Column::PausedUntil, Expr::value(None::<i64>))
        .filter(product::Column::Id.eq(id))
        .filter(Expr::col(product::Column::PausedUntil).lte(now))
        .exec(tx)
        .await?;
    if done.rows_affected == 0 {
        return Ok(0);
    }
    rebuild_cards(tx, id).await?;
    Ok(1)
}
