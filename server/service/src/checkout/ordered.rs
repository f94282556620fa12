//! What became of a cart.

use db::entities::{cart, order_group};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use domain::{CartStatus, OrderCode};

use crate::cart::CartHandle;
use crate::{Result, Shop};

/// The order that this cart became. Who holds the cart's token placed it, and may see it also when the answer that said so
/// was lost on the way.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn ordered(shop: &Shop, cart: CartHandle) -> Result<Option<OrderCode>> {
    let db = shop.db().read();
    let closed = cart::Entity::find_by_id(cart.id())
        .one(db)
        .await?
        .filter(|row| row.status == CartStatus::Completed);
    let Some(closed) = closed else {
        return Ok(None);
    };
    // A cart is closed in the transaction, and at the time, of its order: by time there is an index.
    let group = order_group::Entity::find()
        .filter(order_group::Column::PlacedAt.eq(closed.updated_at))
        .filter(order_group::Column::CartId.eq(closed.id))
        .one(db)
        .await?;
    Ok(group.and_then(|group| OrderCode::parse(&group.code).ok()))
}
