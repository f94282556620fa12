//! Lots: goods that came in together, and into which parcels they went. What has no lot lies beside them and is nobody's
//! fault: lots never say that more is there than the stock does.
//!
//! Stock is locked before the lots of its offer, and lots in the order of offers, so that nobody waits for another in a circle.

use std::collections::HashMap;

use db::entities::{lot, lot_use, offer, order, reservation, stock};
use db::sea_orm::sea_query::{Expr, ExprTrait, SelectStatement};
use db::sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
};
use db::{Readable, Tx};
use domain::{
    FieldCode, FulfilmentStatus, Harvested, Locale, LotId, OfferId, OrderId, ProductId, ReservationStatus, StockReason,
    take_from_lots,
};
use l10n::format;

use crate::error::{Error, Result};
use crate::texts::Shown;

/// A lot, as pages show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lot {
    /// The lot.
    pub id: LotId,
    /// The size it is of.
    pub offer: OfferId,
    /// Its number, short enough to be written on a sack; no other lot of the product has it.
    pub number: i64,
    /// When it was harvested, where somebody said so.
    pub harvested: Option<Harvested>,
    /// Where it is from, where somebody said so.
    pub origin: Option<Shown>,
    /// Whether buyers read the origin only once the Centre has confirmed the product.
    pub origin_waits: bool,
    /// How much came in, in the offer's unit.
    pub amount: i64,
    /// How much of it is neither packed nor gone.
    pub remaining: i64,
    /// When it came in, milliseconds since 1970 UTC.
    pub at: i64,
}

impl Lot {
    pub(crate) fn of(row: lot::Model) -> Self {
        Self {
            id: row.id,
            offer: row.offer_id,
            number: row.number,
            harvested: Harvested::parse(&row.harvested),
            origin: (!row.origin.is_empty()).then_some(Shown {
                text: row.origin,
                lang: row.origin_lang,
                outdated: false,
            }),
            origin_waits: row.origin_waits,
            amount: row.amount,
            remaining: row.remaining,
            at: row.at,
        }
    }

    /// What sorts lots by their age: the harvest, or else the day on which they came in.
    fn age(&self) -> (String, LotId) {
        let harvested = self.harvested.as_ref().map(|harvested| harvested.as_str().to_owned());
        (harvested.unwrap_or_else(|| format::machine_date(self.at)), self.id)
    }

    /// Number and harvest as papers have them, the same in every language: `3 (2026-10)`.
    pub(crate) fn plain(&self) -> String {
        match &self.harvested {
            Some(harvested) => format!("{} ({})", self.number, harvested.as_str()),
            None => self.number.to_string(),
        }
    }
}

fn oldest_first(rows: Vec<lot::Model>) -> Vec<Lot> {
    let mut lots: Vec<Lot> = rows.into_iter().map(Lot::of).collect();
    lots.sort_by_cached_key(Lot::age);
    lots
}

/// A lot before it has a row.
#[derive(Clone, Debug)]
pub(crate) struct NewLot {
    pub harvested: Option<Harvested>,
    /// Where it is from; may be empty.
    pub origin: String,
    /// The language of that.
    pub lang: Locale,
}

impl NewLot {
    /// Writes it: so much of a size came in. Its product is locked, so that no two lots get one number. `origin_waits`
    /// is whether buyers are not to read yet where it is from.
    pub(crate) async fn insert(
        &self,
        tx: &Tx,
        product: ProductId,
        offer: OfferId,
        amount: i64,
        now: i64,
        origin_waits: bool,
    ) -> Result<LotId> {
        let last: Option<i64> = lot::Entity::find()
            .select_only()
            .column(lot::Column::Number)
            .filter(lot::Column::OfferId.in_subquery(sizes_of(product)))
            .order_by_desc(lot::Column::Number)
            .into_tuple()
            .one(tx)
            .await?;
        let harvested = self.harvested.as_ref().map_or("", Harvested::as_str);
        let row = lot::ActiveModel {
            offer_id: Set(offer),
            number: Set(last.unwrap_or(0) + 1),
            harvested: Set(harvested.to_owned()),
            origin: Set(self.origin.clone()),
            origin_lang: Set(self.lang),
            amount: Set(amount),
            remaining: Set(amount),
            at: Set(now),
            origin_waits: Set(origin_waits),
            ..Default::default()
        };
        Ok(row.insert(tx).await?.id)
    }
}

/// Buyers read the origins of this product's lots from now on: the product is locked.
pub(crate) async fn show_origins(tx: &Tx, product: ProductId) -> Result<()> {
    lot::Entity::update_many()
        .col_expr(lot::Column::OriginWaits, Expr::value(false))
        .filter(lot::Column::OfferId.in_subquery(sizes_of(product)))
        .filter(lot::Column::OriginWaits.eq(true))
        .exec(tx)
        .await?;
    Ok(())
}

/// All lots of a product, the first one first.
pub(crate) async fn of_product(db: &impl ConnectionTrait, product: ProductId) -> Result<Vec<Lot>> {
    let rows = lot::Entity::find()
        .filter(lot::Column::OfferId.in_subquery(sizes_of(product)))
        .order_by_asc(lot::Column::Id)
        .readable(db)
        .await?;
    Ok(rows.into_iter().map(Lot::of).collect())
}

fn sizes_of(product: ProductId) -> SelectStatement {
    offer::Entity::find()
        .select_only()
        .column(offer::Column::Id)
        .filter(offer::Column::ProductId.eq(product))
        .into_query()
}

/// The lots of these sizes of which something is left, the oldest first.
pub(crate) async fn there(db: &impl ConnectionTrait, offers: &[OfferId]) -> Result<Vec<Lot>> {
    let mut rows = Vec::new();
    for some in offers.chunks(500) {
        let found = lot::Entity::find()
            .filter(lot::Column::OfferId.is_in(some.iter().copied()))
            .filter(lot::Column::Remaining.gt(0))
            .readable(db)
            .await?;
        rows.extend(found);
    }
    Ok(oldest_first(rows))
}

/// The newest lots of a size, also those of which nothing is left.
pub(crate) async fn newest(db: &impl ConnectionTrait, offer: OfferId, most: u64) -> Result<Vec<Lot>> {
    let rows = lot::Entity::find()
        .filter(lot::Column::OfferId.eq(offer))
        .order_by_desc(lot::Column::Id)
        .limit(most)
        .readable(db)
        .await?;
    Ok(rows.into_iter().map(Lot::of).collect())
}

/// Lots by id.
pub(crate) async fn by_id(db: &impl ConnectionTrait, ids: &[LotId]) -> Result<HashMap<LotId, Lot>> {
    let mut lots = HashMap::new();
    for some in ids.chunks(500) {
        let rows = lot::Entity::find()
            .filter(lot::Column::Id.is_in(some.iter().copied()))
            .readable(db)
            .await?;
        lots.extend(rows.into_iter().map(|row| (row.id, Lot::of(row))));
    }
    Ok(lots)
}

/// How much of a lot went into a parcel.
#[derive(Clone, Debug)]
pub(crate) struct Use {
    pub order: OrderId,
    pub lot: Lot,
    pub amount: i64,
}

/// From which lots these orders were packed.
pub(crate) async fn uses_of(db: &impl ConnectionTrait, orders: &[OrderId]) -> Result<Vec<Use>> {
    let mut rows = Vec::new();
    for some in orders.chunks(500) {
        let found = lot_use::Entity::find()
            .filter(lot_use::Column::OrderId.is_in(some.iter().copied()))
            .order_by_asc(lot_use::Column::LotId)
            .readable(db)
            .await?;
        rows.extend(found);
    }
    let mut ids: Vec<LotId> = rows.iter().map(|row| row.lot_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let lots = by_id(db, &ids).await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            Some(Use {
                order: row.order_id,
                lot: lots.get(&row.lot_id)?.clone(),
                amount: row.amount,
            })
        })
        .collect())
}

/// An order is packed: its goods are taken from the lots that were chosen, else from the oldest.
///
/// # Errors
/// [`Error::Fields`] on `lot-<offer>` when nothing is left of a lot that was chosen, or it is of something else.
pub(crate) async fn pack(tx: &Tx, order: OrderId, chosen: &[(OfferId, LotId)]) -> Result<()> {
    let held = reservation::Entity::find()
        .filter(reservation::Column::OrderId.eq(order))
        .order_by_asc(reservation::Column::OfferId)
        .all(tx)
        .await?;
    for row in held {
        let first = chosen.iter().find(|(offer, _)| *offer == row.offer_id);
        take(tx, order, row.offer_id, row.quantity, first.map(|(_, lot)| *lot)).await?;
    }
    Ok(())
}

/// An order holds more of a size than before: if it is packed already, that goes into the parcel, too.
pub(crate) async fn pack_more(tx: &Tx, order: OrderId, offer: OfferId, amount: i64) -> Result<()> {
    let row = order::Entity::find_by_id(order).one(tx).await?.ok_or(Error::NotFound)?;
    if row.fulfilment == FulfilmentStatus::Packed {
        take(tx, order, offer, amount, None).await?;
    }
    Ok(())
}

async fn take(tx: &Tx, order: OrderId, offer: OfferId, amount: i64, first: Option<LotId>) -> Result<()> {
    let there = lock(tx, offer).await?;
    if first.is_some_and(|first| there.iter().all(|lot| lot.id != first)) {
        return Err(Error::field(format!("lot-{offer}"), FieldCode::InvalidChoice));
    }
    for (id, part) in take_from_lots(&left_of(&there), first, amount) {
        change(tx, id, -part).await?;
        let done = lot_use::Entity::update_many()
            .col_expr(lot_use::Column::Amount, Expr::col(lot_use::Column::Amount).add(part))
            .filter(lot_use::Column::LotId.eq(id))
            .filter(lot_use::Column::OrderId.eq(order))
            .exec(tx)
            .await?;
        if done.rows_affected == 0 {
            let row = lot_use::ActiveModel {
                lot_id: Set(id),
                order_id: Set(order),
                amount: Set(part),
            };
            lot_use::Entity::insert(row).exec_without_returning(tx).await?;
        }
    }
    Ok(())
}

/// How much of a lot went into parcels.
pub(crate) async fn used_of(db: &impl ConnectionTrait, lot: LotId) -> Result<i64> {
    let amounts: Vec<i64> = lot_use::Entity::find()
        .select_only()
        .column(lot_use::Column::Amount)
        .filter(lot_use::Column::LotId.eq(lot))
        .into_tuple()
        .all(db)
        .await?;
    Ok(amounts.into_iter().sum())
}

/// An order is not packed after all, or its goods came back as good as they left: what is in its parcel goes back to its lots.
pub(crate) async fn unpack(tx: &Tx, order: OrderId) -> Result<()> {
    let uses = uses_of(tx, &[order]).await?;
    let mut offers: Vec<OfferId> = uses.iter().map(|used| used.lot.offer).collect();
    offers.sort_unstable();
    offers.dedup();
    for offer in offers {
        fit(tx, order, offer, 0).await?;
    }
    Ok(())
}

/// Of this size an order holds `quantity` now: no more than that is in its parcel. What was put in last is taken out first.
pub(crate) async fn fit(tx: &Tx, order: OrderId, offer: OfferId, quantity: i64) -> Result<()> {
    let mut uses = uses_of(tx, &[order]).await?;
    uses.retain(|used| used.lot.offer == offer);
    let packed: i64 = uses.iter().map(|used| used.amount).sum();
    if packed <= quantity {
        return Ok(());
    }
    // Who takes goods out of this offer's lots waits here.
    lock(tx, offer).await?;
    let last_first: Vec<(LotId, i64)> = uses.iter().rev().map(|used| (used.lot.id, used.amount)).collect();
    for (id, part) in take_from_lots(&last_first, None, packed - quantity) {
        let of_parcel = lot_use::Column::LotId.eq(id).and(lot_use::Column::OrderId.eq(order));
        // A row that would say nothing goes first: it may not say so.
        let gone = lot_use::Entity::delete_many()
            .filter(of_parcel.clone())
            .filter(lot_use::Column::Amount.eq(part))
            .exec(tx)
            .await?;
        if gone.rows_affected == 0 {
            lot_use::Entity::update_many()
                .col_expr(lot_use::Column::Amount, Expr::col(lot_use::Column::Amount).sub(part))
                .filter(of_parcel)
                .exec(tx)
                .await?;
        }
        change(tx, id, part).await?;
    }
    // Fewer than there were in the parcel: only a count can have said so.
    settle(tx, offer, StockReason::Counted).await
}

/// Less is there than before: what did not go into a parcel (spoiled, sold elsewhere, counted) went from what has no lot,
/// and then from the oldest lot. What a count takes away it can find again, see [`find_again`].
pub(crate) async fn settle(tx: &Tx, offer: OfferId, reason: StockReason) -> Result<()> {
    let there = lock(tx, offer).await?;
    if there.is_empty() {
        return Ok(());
    }
    let said: i64 = there.iter().map(|lot| lot.remaining).sum();
    let gone = said - unpacked(tx, offer).await?;
    for (id, part) in take_from_lots(&left_of(&there), None, gone) {
        change(tx, id, -part).await?;
        if reason == StockReason::Counted {
            change_counted(tx, id, part).await?;
        }
    }
    Ok(())
}

/// So much of one lot is gone: it spoiled, or was sold elsewhere.
///
/// # Errors
/// [`Error::Fields`] on `from-lot` when nothing is left of it or it is of something else, and when less is left.
pub(crate) async fn take_away(tx: &Tx, offer: OfferId, from: LotId, amount: i64) -> Result<()> {
    let there = lock(tx, offer).await?;
    let code = match there.iter().find(|lot| lot.id == from) {
        None => FieldCode::InvalidChoice,
        Some(lot) if lot.remaining < amount => FieldCode::TooMuch,
        Some(_) => return change(tx, from, -amount).await,
    };
    Err(Error::field("from-lot", code))
}

/// A count found so much more than was thought: what counts took away from lots goes back to them, the newest first, as it
/// was taken from the oldest first and from what has no lot before. The rest has no lot.
pub(crate) async fn find_again(tx: &Tx, offer: OfferId, found: i64) -> Result<()> {
    let there = lock(tx, offer).await?;
    let said: i64 = there.iter().map(|lot| lot.remaining).sum();
    let counted = lot::Entity::find()
        .filter(lot::Column::OfferId.eq(offer))
        .filter(lot::Column::CountedAway.gt(0))
        .order_by_asc(lot::Column::Id)
        .lock_exclusive()
        .all(tx)
        .await?;
    let away: HashMap<LotId, i64> = counted.iter().map(|row| (row.id, row.counted_away)).collect();
    let mut lacking = Vec::new();
    for lot in oldest_first(counted).into_iter().rev() {
        // Never more than is neither left nor in a parcel.
        let room = lot.amount - lot.remaining - used_of(tx, lot.id).await?;
        lacking.push((lot.id, Ord::min(room, away.get(&lot.id).copied().unwrap_or(0))));
    }
    let found = Ord::min(found, unpacked(tx, offer).await? - said);
    for (id, part) in take_from_lots(&lacking, None, found) {
        change(tx, id, part).await?;
        change_counted(tx, id, -part).await?;
    }
    Ok(())
}

/// How much of a size is there and not in a parcel.
async fn unpacked(tx: &Tx, offer: OfferId) -> Result<i64> {
    let row = stock::Entity::find_by_id(offer).one(tx).await?;
    let on_hand = row.map_or(0, |row| row.on_hand);
    Ok(Ord::max(on_hand - in_parcels(tx, offer).await?, 0))
}

/// How much of a size is packed and has not left.
async fn in_parcels(tx: &Tx, offer: OfferId) -> Result<i64> {
    let to_orders = reservation::Entity::belongs_to(order::Entity)
        .from(reservation::Column::OrderId)
        .to(order::Column::Id);
    let amounts: Vec<i64> = reservation::Entity::find()
        .select_only()
        .column(reservation::Column::Quantity)
        .join(JoinType::InnerJoin, to_orders.into())
        .filter(reservation::Column::OfferId.eq(offer))
        .filter(reservation::Column::Status.is_in([ReservationStatus::Active, ReservationStatus::Converted]))
        .filter(order::Column::Fulfilment.eq(FulfilmentStatus::Packed))
        .into_tuple()
        .all(tx)
        .await?;
    Ok(amounts.into_iter().sum())
}

/// The lots of a size of which something is left, the oldest first, locked.
async fn lock(tx: &Tx, offer: OfferId) -> Result<Vec<Lot>> {
    let rows = lot::Entity::find()
        .filter(lot::Column::OfferId.eq(offer))
        .filter(lot::Column::Remaining.gt(0))
        .order_by_asc(lot::Column::Id)
        .lock_exclusive()
        .all(tx)
        .await?;
    Ok(oldest_first(rows))
}

fn left_of(lots: &[Lot]) -> Vec<(LotId, i64)> {
    lots.iter().map(|lot| (lot.id, lot.remaining)).collect()
}

async fn change_counted(tx: &Tx, id: LotId, by: i64) -> Result<()> {
    lot::Entity::update_many()
        .col_expr(lot::Column::CountedAway, Expr::col(lot::Column::CountedAway).add(by))
        .filter(lot::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

async fn change(tx: &Tx, id: LotId, by: i64) -> Result<()> {
    lot::Entity::update_many()
        .col_expr(lot::Column::Remaining, Expr::col(lot::Column::Remaining).add(by))
        .filter(lot::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}
