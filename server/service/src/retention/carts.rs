//! Carts: those that nobody comes back to, and what is left of those that became orders.

use db::entities::{cart, cart_line};
use db::sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use db::sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{CartId, CartStatus};

use super::{BATCH, DAY, PAUSE, ROUND};
use crate::{Error, Result, Shop};

/// Nothing was put into it: made for a look, or by a script.
const EMPTY_CART: i64 = 2 * DAY;
/// As long as its cookie lives, and a day.
const OPEN_CART: i64 = 61 * DAY;
/// What was in it stands in its order; a form sent again is known by its key.
const ORDERED_CART: i64 = DAY;

/// Open carts nobody comes back to: empty ones soon, others when their cookie is gone.
pub(super) async fn remove(shop: &Shop, now: i64) -> Result<u64> {
    let old = move || {
        Condition::all()
            .add(cart::Column::Status.eq(CartStatus::Open))
            .add(cart::Column::UpdatedAt.lt(now - EMPTY_CART))
            .add(
                Expr::exists(lines_after(i64::MIN))
                    .not()
                    .or(Expr::col((cart::Entity, cart::Column::UpdatedAt))
                        .lt(now - OPEN_CART)
                        .and(Expr::exists(lines_after(now - OPEN_CART)).not())),
            )
    };
    let mut removed = 0;
    for _ in 0..ROUND {
        let ids: Vec<CartId> = cart::Entity::find()
            .select_only()
            .column(cart::Column::Id)
            .filter(old())
            .limit(BATCH)
            .into_tuple()
            .all(shop.db().read())
            .await?;
        if ids.is_empty() {
            break;
        }
        let is_last = (ids.len() as u64) < BATCH;
        removed += shop
            .db()
            .write_as_job(move |tx| {
                let ids = ids.clone();
                Box::pin(async move {
                    // Somebody may have come back since; on PostgreSQL that one waits for the lock, or this does.
                    let ids: Vec<CartId> = cart::Entity::find()
                        .select_only()
                        .column(cart::Column::Id)
                        .filter(cart::Column::Id.is_in(ids))
                        .filter(old())
                        .order_by_asc(cart::Column::Id)
                        .lock_exclusive()
                        .into_tuple()
                        .all(tx)
                        .await?;
                    cart_line::Entity::delete_many()
                        .filter(cart_line::Column::CartId.is_in(ids.clone()))
                        .exec(tx)
                        .await?;
                    let done = cart::Entity::delete_many()
                        .filter(cart::Column::Id.is_in(ids))
                        .exec(tx)
                        .await?;
                    Ok::<_, Error>(done.rows_affected)
                })
            })
            .await?;
        if is_last {
            break;
        }
        tokio::time::sleep(PAUSE).await;
    }
    Ok(removed)
}

/// Lines of the cart put in after `time`.
fn lines_after(time: i64) -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(cart_line::Entity)
        .and_where(Expr::col((cart_line::Entity, cart_line::Column::CartId)).equals((cart::Entity, cart::Column::Id)))
        .and_where(Expr::col((cart_line::Entity, cart_line::Column::AddedAt)).gt(time))
        .to_owned()
}

/// Lines of carts that became orders.
pub(super) async fn empty_ordered(shop: &Shop, now: i64) -> Result<u64> {
    let ordered = move || {
        Condition::all()
            .add(cart::Column::Status.ne(CartStatus::Open))
            .add(cart::Column::UpdatedAt.lt(now - ORDERED_CART))
            .add(Expr::exists(lines_after(i64::MIN)))
    };
    let mut emptied = 0;
    for _ in 0..ROUND {
        let ids: Vec<CartId> = cart::Entity::find()
            .select_only()
            .column(cart::Column::Id)
            .filter(ordered())
            .limit(BATCH)
            .into_tuple()
            .all(shop.db().read())
            .await?;
        if ids.is_empty() {
            break;
        }
        let count = ids.len() as u64;
        emptied += count;
        shop.db()
            .write_as_job(move |tx| {
                let ids = ids.clone();
                Box::pin(async move {
                    // A cart that became an order never opens again: nothing to look at twice.
                    cart_line::Entity::delete_many()
                        .filter(cart_line::Column::CartId.is_in(ids))
                        .exec(tx)
                        .await?;
                    Ok::<_, Error>(())
                })
            })
            .await?;
        if count < BATCH {
            break;
        }
        tokio::time::sleep(PAUSE).await;
    }
    Ok(emptied)
}

/// Tokens of carts that became orders, once their cookies are gone. (A group names its cart, so the row stays.)
pub(super) async fn forget_tokens(shop: &Shop, now: i64) -> Result<u64> {
    let old = move || {
        Condition::all()
            .add(cart::Column::Status.ne(CartStatus::Open))
            .add(cart::Column::UpdatedAt.lt(now - OPEN_CART))
            .add(cart::Column::TokenHash.not_like("ordered-%"))
    };
    let mut forgotten = 0;
    for _ in 0..ROUND {
        let ids: Vec<CartId> = cart::Entity::find()
            .select_only()
            .column(cart::Column::Id)
            .filter(old())
            .limit(BATCH)
            .into_tuple()
            .all(shop.db().read())
            .await?;
        if ids.is_empty() {
            break;
        }
        let count = ids.len() as u64;
        forgotten += count;
        shop.db()
            .write_as_job(move |tx| {
                let ids = ids.clone();
                Box::pin(async move {
                    for id in ids {
                        cart::Entity::update_many()
                            .col_expr(cart::Column::TokenHash, Expr::value(format!("ordered-{id}")))
                            .filter(cart::Column::Id.eq(id))
                            .exec(tx)
                            .await?;
                    }
                    Ok::<_, Error>(())
                })
            })
            .await?;
        if count < BATCH {
            break;
        }
        tokio::time::sleep(PAUSE).await;
    }
    Ok(forgotten)
}
