//! Whether a line of an order can be reviewed, and what was written about it: for who holds the order.

use std::collections::HashMap;

use db::entities::{member_role, offer, order, order_event, order_group, order_line, product, review, user};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use db::{Readable, Tx};
use domain::{
    CooperativeId, DeliveryMethod, FulfilmentStatus, HeldFor, HideReason, MediaId, OfferId, OrderId, OrderLineId,
    OrderNote, Phone, ProductId, ProductStatus, Province, ReviewId, ReviewState, Stars,
};

use super::rows::{answer_of, photos_of, stars_of};
use super::view::{ReviewAnswer, ReviewAuthor};
use super::{EDIT, WRITE};
use crate::error::{Error, Result};
use crate::orders::{OrderAccess, find_row, line_view};
use crate::{Picture, Shop, Shown};

/// Whether one may say how the goods of a line were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewStanding {
    /// They can.
    May,
    /// Once they are handed over.
    NotYet,
    /// It was too long ago, or the order is forgotten.
    Over,
    /// Whoever sells them does not judge them.
    OwnGoods,
}

/// A review as its writer sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnReview {
    /// The review.
    pub id: ReviewId,
    /// Who sees it.
    pub state: ReviewState,
    /// What in it the Centre looks at first.
    pub held_for: Option<HeldFor>,
    /// Why the Centre took it away, with its own words, which may be empty.
    pub hidden: Option<(HideReason, String)>,
    /// How good the goods were.
    pub stars: Stars,
    /// What they wrote; may be empty.
    pub text: String,
    /// The name they chose; may be empty.
    pub name: String,
    /// Its pictures.
    pub photos: Vec<(MediaId, Picture)>,
    /// What the cooperative says to it.
    pub answer: Option<ReviewAnswer>,
    /// Whether it can still be changed.
    pub may_edit: bool,
}

/// A line of an order, to say how it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewPlace {
    /// The product's name, as it was sold.
    pub name: Shown,
    /// The product's name in the URL, while it has a page.
    pub slug: Option<String>,
    /// Its picture.
    pub picture: Picture,
    /// Whether something can be written.
    pub standing: ReviewStanding,
    /// What all read of who wrote it, when no name is chosen.
    pub author: ReviewAuthor,
    /// What was written.
    pub own: Option<OwnReview>,
}

/// What an order's page says of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineReview {
    /// One may say how it was.
    Ask,
    /// It was said.
    Written(Stars, ReviewState),
}

/// A line with all that is around it.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub group: order_group::Model,
    pub order: order::Model,
    pub line: order_line::Model,
    pub product: product::Model,
}

impl Found {
    /// Where its parcel went.
    pub fn province(&self) -> Option<Province> {
        match self.group.delivery {
            DeliveryMethod::Address => self.group.province,
            // All stations are in the district.
            DeliveryMethod::Station => Some(Province::Xinjiang),
        }
    }
}

/// The line, for who may see its order.
///
/// # Errors
/// [`Error::NotFound`] when it is of another order, or nothing of it is sent.
pub(super) async fn find(shop: &Shop, access: &OrderAccess, id: OrderLineId) -> Result<Found> {
    let db = shop.db().read();
    let group = find_row(shop, access.code()).await?.ok_or(Error::NotFound)?;
    let line = order_line::Entity::find_by_id(id)
        .one(db)
        .await?
        .ok_or(Error::NotFound)?;
    let order = order::Entity::find_by_id(line.order_id)
        .filter(order::Column::GroupId.eq(group.id))
        .one(db)
        .await?
        .ok_or(Error::NotFound)?;
    if line.quantity <= line.missing {
        return Err(Error::NotFound);
    }
    let offer = offer::Entity::find_by_id(line.offer_id).one(db).await?;
    let product = product::Entity::find_by_id(offer.ok_or(Error::NotFound)?.product_id)
        .one(db)
        .await?;
    Ok(Found {
        group,
        order,
        line,
        product: product.ok_or(Error::NotFound)?,
    })
}

/// Whether something new can be written about it.
pub(super) async fn standing(shop: &Shop, found: &Found) -> Result<ReviewStanding> {
    let db = shop.db().read();
    if found.group.buyer_name.is_empty() {
        return Ok(ReviewStanding::Over);
    }
    if !is_here(&found.order) {
        return Ok(ReviewStanding::NotYet);
    }
    if sells(db, &found.group, found.order.cooperative_id).await? {
        return Ok(ReviewStanding::OwnGoods);
    }
    let handed_over = handed_over(db, &[found.order.id]).await?;
    let since = handed_over.get(&found.order.id).copied();
    if shop.now() - since.unwrap_or(found.order.updated_at) > WRITE {
        return Ok(ReviewStanding::Over);
    }
    Ok(ReviewStanding::May)
}

/// Whether the goods are with their buyer.
fn is_here(order: &order::Model) -> bool {
    order.fulfilment == FulfilmentStatus::Delivered && order.status.stands()
}

/// When these orders were handed over, milliseconds since 1970 UTC.
async fn handed_over(db: &impl ConnectionTrait, orders: &[OrderId]) -> Result<HashMap<OrderId, i64>> {
    let events: Vec<(OrderId, i64)> = order_event::Entity::find()
        .select_only()
        .column(order_event::Column::OrderId)
        .column(order_event::Column::At)
        .filter(order_event::Column::OrderId.is_in(orders.iter().copied()))
        .filter(order_event::Column::Kind.eq(OrderNote::Delivered))
        .order_by_asc(order_event::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    Ok(events.into_iter().collect())
}

/// Whether the phone of this order is one of the cooperative's own people.
async fn sells(db: &impl ConnectionTrait, group: &order_group::Model, cooperative: CooperativeId) -> Result<bool> {
    let members: Vec<domain::UserId> = member_role::Entity::find()
        .select_only()
        .column(member_role::Column::UserId)
        .filter(member_role::Column::CooperativeId.eq(cooperative))
        .into_tuple()
        .all(db)
        .await?;
    let phones: Vec<String> = user::Entity::find()
        .select_only()
        .column(user::Column::Phone)
        .filter(user::Column::Id.is_in(members))
        .into_tuple()
        .all(db)
        .await?;
    let own = Phone::parse(&group.phone).ok();
    Ok(own.is_some_and(|own| {
        phones
            .iter()
            .any(|phone| Phone::parse(phone).is_ok_and(|phone| phone == own))
    }))
}

/// What was written about this product in this order.
pub(super) async fn written(
    db: &impl ConnectionTrait,
    order: OrderId,
    product: ProductId,
) -> Result<Option<review::Model>> {
    Ok(review::Entity::find()
        .filter(review::Column::OrderId.eq(order))
        .filter(review::Column::ProductId.eq(product))
        .one(db)
        .await?)
}

/// The same, locked: what the Centre decides meanwhile is not written over.
pub(super) async fn written_locked(tx: &Tx, order: OrderId, product: ProductId) -> Result<Option<review::Model>> {
    Ok(review::Entity::find()
        .filter(review::Column::OrderId.eq(order))
        .filter(review::Column::ProductId.eq(product))
        .lock_exclusive()
        .one(tx)
        .await?)
}

/// Whether its writer may still change it.
pub(super) fn may_edit(row: &review::Model, now: i64) -> bool {
    row.state != ReviewState::Removed && now - row.created_at < EDIT
}

/// A line of an order, to say how it was.
///
/// # Errors
/// [`Error::NotFound`] when it is not of this order, or nothing of it is sent.
#[crate::boxed]
pub async fn place(shop: &Shop, access: &OrderAccess, line: OrderLineId) -> Result<ReviewPlace> {
    let found = find(shop, access, line).await?;
    let standing = standing(shop, &found).await?;
    let db = shop.db().read();
    let row = written(db, found.order.id, found.product.id).await?;
    let own = match row.filter(|row| row.state != ReviewState::Removed) {
        Some(row) => Some(own_of(db, row, shop.now()).await?),
        None => None,
    };
    let line = line_view(&found.line, found.group.currency);
    let is_shown = found.product.status == ProductStatus::Published;
    Ok(ReviewPlace {
        author: found.province().map_or(ReviewAuthor::Buyer, ReviewAuthor::From),
        slug: is_shown.then(|| found.product.slug.clone()),
        name: line.name,
        picture: line.picture,
        standing,
        own,
    })
}

async fn own_of(db: &impl ConnectionTrait, row: review::Model, now: i64) -> Result<OwnReview> {
    let photos = photos_of(db, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    let may_edit = may_edit(&row, now);
    let hidden = (row.state == ReviewState::Hidden).then_some(row.hide_reason).flatten();
    Ok(OwnReview {
        id: row.id,
        state: row.state,
        held_for: row.held_for,
        stars: stars_of(row.stars),
        answer: answer_of(&row),
        hidden: hidden.map(|reason| (reason, row.hide_words)),
        text: row.text,
        name: row.name,
        photos,
        may_edit,
    })
}

/// What can be said, or was, about each line of an order group.
///
/// # Errors
/// [`Error::NotFound`] when it is gone.
#[crate::boxed]
pub async fn of_order(shop: &Shop, access: &OrderAccess) -> Result<HashMap<OrderLineId, LineReview>> {
    let db = shop.db().read();
    let group = find_row(shop, access.code()).await?.ok_or(Error::NotFound)?;
    let orders = order::Entity::find()
        .filter(order::Column::GroupId.eq(group.id))
        .readable(db)
        .await?;
    let here: Vec<OrderId> = orders.iter().filter(|row| is_here(row)).map(|row| row.id).collect();
    if here.is_empty() || group.buyer_name.is_empty() {
        return Ok(HashMap::new());
    }
    let lines = order_line::Entity::find()
        .filter(order_line::Column::OrderId.is_in(here.iter().copied()))
        .readable(db)
        .await?;
    let products: HashMap<OfferId, ProductId> = offer::Entity::find()
        .select_only()
        .column(offer::Column::Id)
        .column(offer::Column::ProductId)
        .filter(offer::Column::Id.is_in(lines.iter().map(|line| line.offer_id)))
        .into_tuple::<(OfferId, ProductId)>()
        .all(db)
        .await?
        .into_iter()
        .collect();
    let written = review::Entity::find()
        .filter(review::Column::OrderId.is_in(here.iter().copied()))
        .filter(review::Column::State.ne(ReviewState::Removed))
        .readable(db)
        .await?;
    let handed_over = handed_over(db, &here).await?;
    let mut said = HashMap::new();
    for order in orders.iter().filter(|row| is_here(row)) {
        let since = handed_over.get(&order.id).copied().unwrap_or(order.updated_at);
        let asks = shop.now() - since <= WRITE && !sells(db, &group, order.cooperative_id).await?;
        let own = lines.iter().filter(|line| line.order_id == order.id);
        for line in own.filter(|line| line.quantity > line.missing) {
            let Some(product) = products.get(&line.offer_id) else {
                continue;
            };
            let row = written
                .iter()
                .find(|row| row.order_id == Some(order.id) && row.product_id == *product);
            if let Some(row) = row {
                said.insert(line.id, LineReview::Written(stars_of(row.stars), row.state));
            } else if asks {
                said.insert(line.id, LineReview::Ask);
            }
        }
    }
    Ok(said)
}
