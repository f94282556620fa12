//! What writing messages has to know of those who wait for goods: whether they still want to be told, and that they wait on when
//! their message could not go out.

use db::Readable;
use db::Tx;
use db::entities::{restock_refusal, restock_wish};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use domain::{Phone, RestockWishId, day_number, day_start};

use crate::error::Result;

/// Whether the owner of this number wants no such messages.
pub(crate) async fn is_refused(db: &impl ConnectionTrait, phone_key: &str) -> Result<bool> {
    let refusal = restock_refusal::Entity::find_by_id(phone_key.to_owned());
    Ok(refusal.has_rows(db).await?)
}

/// A wish whose message could not go out today waits as before, for tomorrow at the earliest: it is not its owner's fault that many
/// wait. Not against the will of the number's owner.
pub(crate) async fn wait_again(tx: &Tx, now: i64, id: RestockWishId, phone: &Phone) -> Result<()> {
    let told = restock_wish::Entity::find_by_id(id).one(tx).await?;
    let Some(wish) = told.filter(|wish| wish.told_at.is_some()) else {
        return Ok(());
    };
    if is_refused(tx, &wish.phone_key).await? {
        return Ok(());
    }
    let tomorrow = day_start(day_number(now) + 1);
    restock_wish::Entity::update_many()
        .col_expr(restock_wish::Column::Phone, Expr::value(phone.as_e164()))
        .col_expr(restock_wish::Column::ToldAt, Expr::value(None::<i64>))
        .col_expr(restock_wish::Column::MissedAt, Expr::value(None::<i64>))
        .col_expr(restock_wish::Column::NotBefore, Expr::value(tomorrow))
        .filter(restock_wish::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}
