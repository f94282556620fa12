//! Who ordered, and what was said: forgotten once everything about the order is over.

use db::Tx;
use db::entities::{order, order_group, order_message, order_reduction};
use db::sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use db::sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};
use domain::{OrderGroupId, OrderStatus};

use super::{BATCH, DAY, PAUSE, ROUND};
use crate::{Error, Result, Shop};

/// Guarantee, returns and disputes are over; what was sold to where stays for the books, to whom does not.
const PERSON: i64 = 730 * DAY;

/// Who ordered, once everything about the order is over. Province and station stay: they are where goods go, not to whom.
pub(super) async fn forget(shop: &Shop, now: i64) -> Result<u64> {
    let old = move || {
        Condition::all()
            .add(order_group::Column::PlacedAt.lt(now - PERSON))
            .add(order_group::Column::BuyerName.ne(""))
            .add(Expr::exists(standing_orders()).not())
    };
    let mut forgotten = 0;
    for _ in 0..ROUND {
        let ids: Vec<OrderGroupId> = order_group::Entity::find()
            .select_only()
            .column(order_group::Column::Id)
            .filter(old())
            .limit(BATCH)
            .into_tuple()
            .all(shop.db().read())
            .await?;
        if ids.is_empty() {
            break;
        }
        let is_last = (ids.len() as u64) < BATCH;
        forgotten += shop
            .db()
            .write_as_job(move |tx| {
                let ids = ids.clone();
                Box::pin(async move {
                    let nothing = || Expr::value("");
                    let no_line = || Expr::value(None::<String>);
                    let done = order_group::Entity::update_many()
                        .col_expr(order_group::Column::BuyerName, nothing())
                        .col_expr(order_group::Column::Phone, nothing())
                        .col_expr(order_group::Column::Note, nothing())
                        .col_expr(order_group::Column::City, no_line())
                        .col_expr(order_group::Column::District, no_line())
                        .col_expr(order_group::Column::Street, no_line())
                        .filter(order_group::Column::Id.is_in(ids.iter().copied()))
                        .filter(old())
                        .exec(tx)
                        .await?;
                    forget_words(tx, ids).await?;
                    Ok::<_, Error>(done.rows_affected)
                })
            })
            .await?;
        if is_last {
            break;
        }
        tokio::time::sleep(PAUSE).await;
    }
    Ok(forgotten)
}

/// What was said between buyer and seller, where the buyer is forgotten: it may name somebody. (Nothing is said afterwards:
/// [`orders::ask`](crate::orders::ask).)
async fn forget_words(tx: &Tx, groups: Vec<OrderGroupId>) -> Result<()> {
    let of_group =
        || Expr::col((order_group::Entity, order_group::Column::Id)).equals((order::Entity, order::Column::GroupId));
    // Those that were, in this batch: an order may have moved since it was looked for.
    let forgotten = || {
        Query::select()
            .column((order::Entity, order::Column::Id))
            .from(order::Entity)
            .inner_join(order_group::Entity, of_group())
            .and_where(Expr::col((order_group::Entity, order_group::Column::Id)).is_in(groups.iter().copied()))
            .and_where(Expr::col((order_group::Entity, order_group::Column::BuyerName)).eq(""))
            .to_owned()
    };
    order_message::Entity::delete_many()
        .filter(order_message::Column::OrderId.in_subquery(forgotten()))
        .exec(tx)
        .await?;
    crate::reviews::forget(tx, forgotten()).await?;
    crate::orders::forget_report_photos(tx, forgotten()).await?;
    order_reduction::Entity::update_many()
        .col_expr(order_reduction::Column::Note, Expr::value(""))
        .filter(order_reduction::Column::OrderId.in_subquery(forgotten()))
        .exec(tx)
        .await?;
    order::Entity::update_many()
        .col_expr(order::Column::CancelNote, Expr::value(None::<String>))
        .filter(order::Column::GroupId.is_in(groups.iter().copied()))
        .filter(order::Column::CancelNote.is_not_null())
        .filter(order::Column::Id.in_subquery(forgotten()))
        .exec(tx)
        .await?;
    Ok(())
}

/// Orders of the group that are not over.
fn standing_orders() -> SelectStatement {
    let standing = [OrderStatus::Placed, OrderStatus::Accepted];
    Query::select()
        .expr(Expr::val(1))
        .from(order::Entity)
        .and_where(
            Expr::col((order::Entity, order::Column::GroupId)).equals((order_group::Entity, order_group::Column::Id)),
        )
        .and_where(Expr::col((order::Entity, order::Column::Status)).is_in(standing))
        .to_owned()
}
