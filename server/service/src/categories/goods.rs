//! What is in a category: moved to another one, and listed by its name.

use db::Tx;
use db::entities::product;
use db::sea_orm::sea_query::{Expr, ExprTrait, LockType};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{Actor, AuditAction, CategoryId, CategoryStatus, ErrorCode, FieldCode, ProductId};

use super::edit::{lock, note};
use crate::catalog::rebuild_cards;
use crate::error::{Error, Result};
use crate::rights::editor_of_district;
use crate::texts::Writing;
use crate::{Directory, Shop};

/// Products that one statement names.
const PIECE: usize = 500;

/// Moves all that is in a category, drafts too, into the one of this name in the URL.
///
/// # Errors
/// [`Error::Fields`] on `to`; [`ErrorCode::InvalidTransition`] when nothing is in it; [`Error::NotFound`] for anybody but the Centre, and when there is no such category.
#[crate::boxed]
pub async fn move_goods(shop: &Shop, actor: Actor, from: CategoryId, to: &str) -> Result<()> {
    let user = editor_of_district(actor)?;
    let to = target(&shop.directory(), from, to).map_err(|code| Error::field("to", code))?;
    let by = Writing { user, now: shop.now() };
    shop.once()
        .write(move |tx| {
            Box::pin(async move {
                // In the order of their ids, as everybody locks them.
                let rows = [lock(tx, Ord::min(from, to)).await?, lock(tx, Ord::max(from, to)).await?];
                // It may have been hidden a moment ago.
                if rows
                    .iter()
                    .any(|row| row.id == to && row.status != CategoryStatus::Shown)
                {
                    return Err(Error::field("to", FieldCode::InvalidChoice));
                }
                let products = lock_all(tx, from).await?;
                if products.is_empty() {
                    return Err(Error::Refused(ErrorCode::InvalidTransition));
                }
                for piece in products.chunks(PIECE) {
                    product::Entity::update_many()
                        .col_expr(product::Column::CategoryId, Expr::value(to))
                        // An editor that was opened before shows another category.
                        .col_expr(product::Column::Version, Expr::col(product::Column::Version).add(1))
                        .col_expr(product::Column::UpdatedAt, Expr::value(by.now))
                        // Those that were locked, in pieces that a statement has room for.
                        .filter(product::Column::Id.is_in(piece.iter().copied()))
                        .exec(tx)
                        .await?;
                }
                for product in &products {
                    rebuild_cards(tx, *product).await?;
                }
                let detail = format!("{} to category:{to}", products.len());
                note(tx, by, AuditAction::CategoryMoveGoods, from, &detail).await
            })
        })
        .await?;
    shop.catch_up().await
}

fn target(directory: &Directory, from: CategoryId, typed: &str) -> Result<CategoryId, FieldCode> {
    match typed.trim() {
        "" => Err(FieldCode::Required),
        slug => directory
            .category_by_slug(slug)
            .map(|(category, _)| category.id)
            .filter(|id| *id != from)
            .ok_or(FieldCode::InvalidChoice),
    }
}

/// Lists and searches show all that is in a category by its new name.
pub(super) async fn rebuild_all(tx: &Tx, id: CategoryId) -> Result<()> {
    for product in lock_all(tx, id).await? {
        rebuild_cards(tx, product).await?;
    }
    Ok(())
}

/// The products of a category. They are locked, so that nobody puts a card back who looked before.
async fn lock_all(tx: &Tx, id: CategoryId) -> Result<Vec<ProductId>> {
    Ok(product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .filter(product::Column::CategoryId.eq(id))
        .order_by_asc(product::Column::Id)
        .lock(LockType::NoKeyUpdate)
        .into_tuple()
        .all(tx)
        .await?)
}
