//! The stock's ledger: nothing on hand changes here without a line that says why, written in the same transaction. What
//! orders take and bring back stands in their own history.

use std::collections::HashMap;

use db::entities::{offer, order, order_group, product, reservation, stock, stock_movement, user};
use db::sea_orm::sea_query::{Expr, ExprTrait};
use db::sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use db::{Readable, Tx};
use domain::{
    Actor, CooperativeId, FulfilmentStatus, LotId, OfferId, OrderCode, OrderId, ProductId, ReservationStatus,
    StockReason, UserId,
};

use super::goods_view::{Movement, ShortOrder};
use crate::Shop;
use crate::error::{Error, Result};
use crate::lots::{self, NewLot};
use crate::proposals;

/// Lines of the history on a page.
const HISTORY: u64 = 50;

/// Who changes stock, and when.
#[derive(Clone, Copy, Debug)]
pub(super) struct By {
    user: Option<UserId>,
    is_centre: bool,
    at: i64,
}

impl By {
    /// Somebody for whom a job works.
    pub const fn of(user: UserId, is_centre: bool, at: i64) -> Self {
        Self {
            user: Some(user),
            is_centre,
            at,
        }
    }

    pub fn new(shop: &Shop, actor: Actor) -> Self {
        Self {
            user: actor.user(),
            is_centre: super::is_support(actor),
            at: shop.now(),
        }
    }
}

/// The stock of these offers, locked: before any product, and in the order of the offers, as orders take them. Neither
/// waits for the other in a circle.
pub(super) async fn lock(tx: &Tx, offers: &[OfferId]) -> Result<Vec<stock::Model>> {
    Ok(stock::Entity::find()
        .filter(stock::Column::OfferId.is_in(offers.iter().copied()))
        .order_by_asc(stock::Column::OfferId)
        .lock_exclusive()
        .all(tx)
        .await?)
}

/// Sets what is on hand of a locked row, and says why. Orders may hold more than that afterwards: they are then short.
pub(super) async fn book(
    tx: &Tx,
    row: &stock::Model,
    on_hand: i64,
    reason: StockReason,
    note: &str,
    by: By,
) -> Result<()> {
    set_on_hand(tx, row, on_hand).await?;
    if on_hand < row.on_hand {
        lots::settle(tx, row.offer_id, reason).await?;
    } else if reason == StockReason::Counted && on_hand > row.on_hand {
        lots::find_again(tx, row.offer_id, on_hand - row.on_hand).await?;
    }
    let line = Line {
        offer: row.offer_id,
        change: on_hand - row.on_hand,
        on_hand,
        reason,
        note,
        lot: None,
    };
    line.write(tx, by).await
}

/// What came in as a lot of its own: the row is locked, and so is its product.
pub(super) async fn book_lot(
    tx: &Tx,
    row: &stock::Model,
    on_hand: i64,
    note: &str,
    (lot, product): (&NewLot, ProductId),
    by: By,
) -> Result<()> {
    set_on_hand(tx, row, on_hand).await?;
    let change = on_hand - row.on_hand;
    let lot = insert_lot(tx, lot, product, row.offer_id, change, by.at).await?;
    let line = Line {
        offer: row.offer_id,
        change,
        on_hand,
        reason: StockReason::Harvest,
        note,
        lot: Some(lot),
    };
    line.write(tx, by).await
}

/// The same for what went from one lot.
///
/// # Errors
/// [`Error::Fields`] on `from-lot` when it is of something else, or less is left of it.
pub(super) async fn book_from_lot(
    tx: &Tx,
    row: &stock::Model,
    on_hand: i64,
    reason: StockReason,
    note: &str,
    from: LotId,
    by: By,
) -> Result<()> {
    set_on_hand(tx, row, on_hand).await?;
    lots::take_away(tx, row.offer_id, from, row.on_hand - on_hand).await?;
    lots::settle(tx, row.offer_id, reason).await?;
    let line = Line {
        offer: row.offer_id,
        change: on_hand - row.on_hand,
        on_hand,
        reason,
        note,
        lot: Some(from),
    };
    line.write(tx, by).await
}

/// Makes a lot. Where changes of its product wait for the Centre, where it is from does.
async fn insert_lot(tx: &Tx, lot: &NewLot, product: ProductId, offer: OfferId, amount: i64, now: i64) -> Result<LotId> {
    let row = product::Entity::find_by_id(product)
        .one(tx)
        .await?
        .ok_or(Error::NotFound)?;
    let waits = if lot.origin.is_empty() {
        None
    } else {
        proposals::open(tx, &row).await?
    };
    let id = lot.insert(tx, product, offer, amount, now, waits.is_some()).await?;
    if let Some(mut change) = waits {
        change.add_origin(id);
        change.save(tx, now).await?;
    }
    Ok(id)
}

async fn set_on_hand(tx: &Tx, row: &stock::Model, on_hand: i64) -> Result<()> {
    stock::Entity::update_many()
        .col_expr(stock::Column::OnHand, Expr::value(on_hand))
        .col_expr(stock::Column::Short, Expr::value(Ord::max(row.reserved - on_hand, 0)))
        .filter(stock::Column::OfferId.eq(row.offer_id))
        .exec(tx)
        .await?;
    Ok(())
}

/// The stock of a new offer, as a lot where one is given with its product. Nothing needs no line.
pub(super) async fn open(
    tx: &Tx,
    offer: OfferId,
    on_hand: i64,
    lot: Option<(&NewLot, ProductId)>,
    by: By,
) -> Result<()> {
    let row = stock::ActiveModel {
        offer_id: Set(offer),
        on_hand: Set(on_hand),
        reserved: Set(0),
        short: Set(0),
    };
    stock::Entity::insert(row).exec_without_returning(tx).await?;
    if on_hand == 0 {
        return Ok(());
    }
    let lot = match lot {
        Some((lot, product)) => Some(insert_lot(tx, lot, product, offer, on_hand, by.at).await?),
        None => None,
    };
    let line = Line {
        offer,
        change: on_hand,
        on_hand,
        reason: StockReason::Counted,
        note: "",
        lot,
    };
    line.write(tx, by).await
}

/// A line before it is written.
struct Line<'n> {
    offer: OfferId,
    change: i64,
    on_hand: i64,
    reason: StockReason,
    note: &'n str,
    lot: Option<LotId>,
}

impl Line<'_> {
    async fn write(self, tx: &Tx, by: By) -> Result<()> {
        let line = stock_movement::ActiveModel {
            offer_id: Set(self.offer),
            reason: Set(self.reason),
            change: Set(self.change),
            on_hand: Set(self.on_hand),
            note: Set(self.note.to_owned()),
            user_id: Set(by.user),
            by_centre: Set(by.is_centre),
            at: Set(by.at),
            lot_id: Set(self.lot),
            ..Default::default()
        };
        stock_movement::Entity::insert(line).exec_without_returning(tx).await?;
        Ok(())
    }
}

/// What changed the stock of an offer, the newest first.
pub(super) async fn history(db: &impl ConnectionTrait, offer: OfferId) -> Result<Vec<Movement>> {
    let rows = stock_movement::Entity::find()
        .filter(stock_movement::Column::OfferId.eq(offer))
        .order_by_desc(stock_movement::Column::Id)
        .limit(HISTORY)
        .readable(db)
        .await?;
    let people: HashMap<UserId, String> = user::Entity::find()
        .filter(user::Column::Id.is_in(rows.iter().filter_map(|row| row.user_id)))
        .all(db)
        .await?
        .into_iter()
        .map(|person| (person.id, person.name))
        .collect();
    let ids: Vec<LotId> = rows.iter().filter_map(|row| row.lot_id).collect();
    let lots = lots::by_id(db, &ids).await?;
    Ok(rows
        .into_iter()
        .map(|row| Movement {
            at: row.at,
            reason: row.reason,
            change: row.change,
            on_hand: row.on_hand,
            note: row.note,
            by: row.user_id.and_then(|id| people.get(&id).cloned()).unwrap_or_default(),
            by_centre: row.by_centre,
            lot: row.lot_id.and_then(|id| lots.get(&id)).map(|lot| lot.number),
        })
        .collect())
}

/// That orders hold more of a size than there is.
pub(super) fn is_lacking() -> Expr {
    let on_hand = Expr::col((stock::Entity, stock::Column::OnHand));
    Expr::col((stock::Entity, stock::Column::Reserved)).gt(on_hand)
}

/// The sizes of a cooperative of which orders hold more than there is, with what there is.
pub(super) async fn short_sizes(db: &impl ConnectionTrait, own: CooperativeId) -> Result<Vec<(OfferId, i64)>> {
    let to_offers = stock::Entity::belongs_to(offer::Entity)
        .from(stock::Column::OfferId)
        .to(offer::Column::Id);
    let to_products = offer::Entity::belongs_to(product::Entity)
        .from(offer::Column::ProductId)
        .to(product::Column::Id);
    Ok(stock::Entity::find()
        .select_only()
        .column(stock::Column::OfferId)
        .column(stock::Column::OnHand)
        .join(JoinType::InnerJoin, to_offers.into())
        .join(JoinType::InnerJoin, to_products.into())
        .filter(product::Column::CooperativeId.eq(own))
        .filter(product::Column::ArchivedAt.is_null())
        .filter(is_lacking())
        .into_tuple()
        .all(db)
        .await?)
}

/// Whether there is not enough of something for this order, which has not left: others came first.
pub(super) async fn is_short(db: &impl ConnectionTrait, order: OrderId) -> Result<bool> {
    let held = reservation::Entity::find()
        .select_only()
        .column(reservation::Column::OfferId)
        .filter(reservation::Column::OrderId.eq(order))
        .into_query();
    let lacking: Vec<(OfferId, i64)> = stock::Entity::find()
        .select_only()
        .column(stock::Column::OfferId)
        .column(stock::Column::OnHand)
        .filter(stock::Column::OfferId.in_subquery(held))
        .filter(Expr::col(stock::Column::Reserved).gt(Expr::col(stock::Column::OnHand)))
        .into_tuple()
        .all(db)
        .await?;
    let short = short_orders(db, &lacking).await?;
    Ok(short.values().flatten().any(|short| short.id == order))
}

/// The orders for which there is not enough of these offers, each given with what is on hand. What is packed has its
/// goods; of the others, those that came first.
pub(super) async fn short_orders(
    db: &impl ConnectionTrait,
    offers: &[(OfferId, i64)],
) -> Result<HashMap<OfferId, Vec<ShortOrder>>> {
    if offers.is_empty() {
        return Ok(HashMap::new());
    }
    let held = reservation::Entity::find()
        .filter(reservation::Column::OfferId.is_in(offers.iter().map(|(offer, _)| *offer)))
        .filter(reservation::Column::Status.is_in([ReservationStatus::Active, ReservationStatus::Converted]))
        .readable(db)
        .await?;
    let orders = open_orders(db, held.iter().map(|row| row.order_id).collect()).await?;
    let mut short = HashMap::new();
    for (offer, on_hand) in offers {
        let mut waiting: Vec<_> = held
            .iter()
            .filter(|row| row.offer_id == *offer)
            .filter_map(|row| Some((orders.get(&row.order_id)?, row)))
            .collect();
        waiting.sort_unstable_by_key(|((is_packed, ..), row)| (!*is_packed, row.order_id));
        let mut left = *on_hand;
        let mut without = Vec::new();
        for ((_, code, buyer_name), row) in waiting {
            let missing = row.quantity - Ord::min(row.quantity, left);
            left -= row.quantity - missing;
            if missing > 0 {
                without.push(ShortOrder {
                    id: row.order_id,
                    code: *code,
                    buyer_name: buyer_name.clone(),
                    missing,
                });
            }
        }
        short.insert(*offer, without);
    }
    Ok(short)
}

/// Of these orders, those whose goods have not left: whether they are packed, the buyer's code and name.
async fn open_orders(
    db: &impl ConnectionTrait,
    ids: Vec<OrderId>,
) -> Result<HashMap<OrderId, (bool, OrderCode, String)>> {
    let orders = order::Entity::find()
        .filter(order::Column::Id.is_in(ids))
        .filter(order::Column::Fulfilment.is_in([FulfilmentStatus::Unfulfilled, FulfilmentStatus::Packed]))
        .readable(db)
        .await?;
    let groups = order_group::Entity::find()
        .filter(order_group::Column::Id.is_in(orders.iter().map(|row| row.group_id)))
        .readable(db)
        .await?;
    orders
        .into_iter()
        .filter_map(|row| Some((groups.iter().find(|group| group.id == row.group_id)?, row)))
        .map(|(group, row)| {
            let code = OrderCode::parse(&group.code).map_err(Error::internal)?;
            let is_packed = row.fulfilment == FulfilmentStatus::Packed;
            Ok((row.id, (is_packed, code, group.buyer_name.clone())))
        })
        .collect()
}
