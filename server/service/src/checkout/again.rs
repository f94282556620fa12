//! Ordering again what was ordered once.

use db::entities::{cart_line, order, order_group, order_line};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{ErrorCode, IdempotencyKey, OfferId, OrderId, Token};

use crate::cart::{self, Added, CartHandle, CartView};
use crate::catalog::offers_by_id;
use crate::error::{Error, Result};
use crate::orders::OrderAccess;
use crate::secret::keyed;
use crate::{Shop, Shown};

/// Puts what was ordered into the cart, at today's prices: as much of each as then, or what there is. What cannot be had is
/// left out, see [`missing_of`]. The same `key` again changes nothing more. Answers the token of a cart that had to be made.
///
/// # Errors
/// [`Error::NotFound`] when the order is gone; when the database does not answer.
#[crate::boxed]
pub async fn order_again(
    shop: &Shop,
    access: &OrderAccess,
    cart: Option<CartHandle>,
    key: IdempotencyKey,
) -> Result<Option<Token>> {
    let (mut cart, mut token) = (cart, None);
    for line in ordered_lines(shop, access).await? {
        let adding = Adding {
            shop,
            key: key.to_string(),
            line: &line,
        };
        if let Some(added) = adding.run(cart).await? {
            cart = Some(added.cart);
            token = added.token.or(token);
        }
    }
    Ok(token)
}

/// What was ordered and is not in the cart, or less of it.
///
/// # Errors
/// As [`order_again`].
#[crate::boxed]
pub async fn missing_of(shop: &Shop, access: &OrderAccess, cart: &CartView) -> Result<Vec<Shown>> {
    let in_cart = |offer: OfferId| cart.line(offer).map_or(0, |line| line.quantity.amount());
    let lines = ordered_lines(shop, access).await?;
    Ok(lines
        .into_iter()
        .filter(|line| in_cart(line.offer_id) < line.quantity)
        .map(|line| Shown {
            text: line.name,
            lang: line.name_lang,
            outdated: false,
        })
        .collect())
}

/// What the buyer chose: not what was sent in its place.
async fn ordered_lines(shop: &Shop, access: &OrderAccess) -> Result<Vec<order_line::Model>> {
    let db = shop.db().read();
    let group = order_group::Entity::find()
        .filter(order_group::Column::Code.eq(access.code().to_string()))
        .one(db)
        .await?
        .ok_or(Error::NotFound)?;
    let orders: Vec<OrderId> = order::Entity::find()
        .filter(order::Column::GroupId.eq(group.id))
        .all(db)
        .await?
        .into_iter()
        .map(|order| order.id)
        .collect();
    Ok(order_line::Entity::find()
        .filter(order_line::Column::OrderId.is_in(orders))
        .filter(order_line::Column::Replaces.is_null())
        .order_by_asc(order_line::Column::Id)
        .limit(cart::MAX_LINES)
        .all(db)
        .await?)
}

/// One line on its way back into a cart.
struct Adding<'a> {
    shop: &'a Shop,
    key: String,
    line: &'a order_line::Model,
}

impl Adding<'_> {
    /// Adds as much as then, or as much of it as can be had with what is in the cart; nothing when none can.
    async fn run(&self, cart: Option<CartHandle>) -> Result<Option<Added>> {
        match self.add(cart, self.line.quantity, "all").await {
            Err(Error::Refused(ErrorCode::SoldOut) | Error::Fields(_)) => {}
            other => return or_nothing(other),
        }
        let (db, offer) = (self.shop.db().read(), self.line.offer_id);
        let held = match cart {
            Some(cart) => cart_line::Entity::find_by_id((cart.id(), offer)).one(db).await?,
            None => None,
        };
        let held = held.map_or(0, |line| line.quantity);
        let found = offers_by_id(db, &[offer]).await?.remove(&offer);
        let left = found.map_or(0, |offer| {
            let sold_by = offer.terms().sold_by;
            let room = offer.available().min(sold_by.max).saturating_sub(held);
            sold_by.most_of(room.min(self.line.quantity))
        });
        if left == 0 {
            return Ok(None);
        }
        or_nothing(self.add(cart, left, "rest").await)
    }

    /// Each amount of a line has a key of its own, made from the form's.
    async fn add(&self, cart: Option<CartHandle>, amount: i64, what: &str) -> Result<Added> {
        let line = self.line.id.to_string();
        let key = keyed(self.shop, &["again", &self.key, &line, what]);
        let key = IdempotencyKey::parse(&key).map_err(Error::internal)?;
        cart::add_once(self.shop, cart, self.line.offer_id, &amount.to_string(), key).await
    }
}

/// What the shop does not sell like that is left out; anything else that went wrong is told.
fn or_nothing(added: Result<Added>) -> Result<Option<Added>> {
    match added {
        Ok(added) => Ok(Some(added)),
        Err(Error::Fields(_) | Error::Refused(_) | Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}
