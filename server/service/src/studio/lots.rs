//! Lots in the work area: what a form says of one, from which a parcel is packed, and who got something of it.

use std::collections::{BTreeMap, HashMap};

use db::Readable;
use db::entities::{lot_use, order, order_group};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{
    Action, Actor, FieldCode, Harvested, Locale, LotId, OfferId, OrderCode, OrderGroupId, OrderId, Quantity, ShortText,
    take_from_lots,
};
use l10n::format;

use super::goods::Goods;
use super::goods_view::{LineLots, LotForm, LotOrder, LotPage};
use super::stock::{find_mine, rows_of};
use crate::error::{Error, FieldErrors, Result, none};
use crate::lots::{self, Lot, NewLot, Use};
use crate::rights::own_cooperative;
use crate::{Shop, proposals};

/// Orders on a page of a lot.
const PAGE: u64 = 100;
/// Most pages of one.
const PAGES: u32 = 1_000;

/// Reads what a form says of a lot, or notes what is wrong with it; nothing when it says nothing. `comes_in` is whether any
/// goods come in with it.
pub(super) fn read_lot(
    form: &LotForm,
    lang: Locale,
    now: i64,
    comes_in: ComesIn,
    errors: &mut FieldErrors,
) -> Option<NewLot> {
    if form.is_empty() {
        return None;
    }
    let harvested = match form.harvested.trim() {
        "" => Ok(None),
        typed => match Harvested::parse(&format::named_month(typed)) {
            None => Err(FieldCode::InvalidDay),
            Some(harvested) if harvested.start_ms() > now => Err(FieldCode::InvalidTime),
            Some(harvested) => Ok(Some(harvested)),
        },
    };
    let origin = ShortText::parse(&form.origin).map(ShortText::into_string).or_else(none);
    let harvested = errors.take("harvested", harvested);
    let origin = errors.take("origin", origin);
    if comes_in == ComesIn::Nothing {
        let field = if form.harvested.trim().is_empty() {
            "origin"
        } else {
            "harvested"
        };
        if errors.of(field).is_none() {
            errors.push(field, FieldCode::InvalidChoice);
        }
    }
    Some(NewLot {
        harvested: harvested?,
        origin: origin?,
        lang,
    })
}

/// Whether goods come in with what is said of a lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ComesIn {
    /// A lot can be made of them.
    Goods,
    /// There is nothing of which one could be made.
    Nothing,
}

impl ComesIn {
    /// Goods when it is so.
    pub const fn when(is_so: bool) -> Self {
        if is_so { Self::Goods } else { Self::Nothing }
    }
}

/// From which lots the goods of these orders were packed, and of those to be packed are to be. Lines of which there are no
/// lots are left out.
pub(super) async fn lots_of(
    db: &impl ConnectionTrait,
    goods: &Goods,
    packed: &[OrderId],
    to_pack: &[OrderId],
) -> Result<HashMap<OrderId, Vec<LineLots>>> {
    let uses = lots::uses_of(db, packed).await?;
    let mut wanted: Vec<OfferId> = to_pack
        .iter()
        .flat_map(|order| goods.lines(*order))
        .map(|line| line.offer_id)
        .collect();
    wanted.sort_unstable();
    wanted.dedup();
    let there = lots::there(db, &wanted).await?;
    let mut all = HashMap::new();
    for order in packed {
        all.insert(*order, packed_from(goods, *order, &uses));
    }
    for order in to_pack {
        all.insert(*order, to_pack_from(goods, *order, &there));
    }
    Ok(all)
}

fn packed_from(goods: &Goods, order: OrderId, uses: &[Use]) -> Vec<LineLots> {
    let mut lots = Vec::new();
    for (offer, sent) in sent_of(goods, order) {
        let from: Vec<_> = uses
            .iter()
            .filter(|used| used.order == order && used.lot.offer == offer)
            .map(|used| (used.lot.clone(), Quantity(used.amount)))
            .collect();
        lots.extend(line_lots(goods, order, (offer, sent), Vec::new(), from));
    }
    lots
}

fn to_pack_from(goods: &Goods, order: OrderId, there: &[Lot]) -> Vec<LineLots> {
    let mut lots = Vec::new();
    for (offer, sent) in sent_of(goods, order) {
        let there: Vec<Lot> = there.iter().filter(|lot| lot.offer == offer).cloned().collect();
        let left: Vec<(LotId, i64)> = there.iter().map(|lot| (lot.id, lot.remaining)).collect();
        let from: Vec<_> = take_from_lots(&left, None, sent)
            .into_iter()
            .filter_map(|(id, part)| Some((there.iter().find(|lot| lot.id == id)?.clone(), Quantity(part))))
            .collect();
        lots.extend(line_lots(goods, order, (offer, sent), there, from));
    }
    lots
}

/// How much of each size is sent, where anything is.
fn sent_of(goods: &Goods, order: OrderId) -> BTreeMap<OfferId, i64> {
    let mut sent: BTreeMap<OfferId, i64> = BTreeMap::new();
    for line in goods.lines(order) {
        *sent.entry(line.offer_id).or_default() += line.quantity - line.missing;
    }
    sent.retain(|_, amount| *amount > 0);
    sent
}

fn line_lots(
    goods: &Goods,
    order: OrderId,
    (offer, sent): (OfferId, i64),
    there: Vec<Lot>,
    from: Vec<(Lot, Quantity)>,
) -> Option<LineLots> {
    let of_lots: i64 = from.iter().map(|(_, amount)| amount.amount()).sum();
    let line = goods.lines(order).iter().find(|line| line.offer_id == offer)?;
    (!from.is_empty()).then(|| LineLots {
        offer,
        name: goods.name(line),
        unit: line.unit,
        net_grams: line.net_grams,
        there,
        from,
        without: Quantity(Ord::max(sent - of_lots, 0)),
    })
}

/// A lot of this cooperative, and the orders it was packed into: whoever packs or answers buyers calls it back.
///
/// # Errors
/// [`Error::NotFound`] when it is another's, and for anybody who does not read orders.
#[crate::boxed]
pub async fn lot(shop: &Shop, actor: Actor, locale: Locale, id: LotId, page: u32) -> Result<LotPage> {
    let own = own_cooperative(actor, Action::ReadOrders)?;
    let db = shop.db().read();
    let lot = lots::by_id(db, &[id]).await?.remove(&id).ok_or(Error::NotFound)?;
    let found = find_mine(db, own, lot.offer).await?;
    let product = found.product_id;
    let row = rows_of(db, actor, locale, vec![found]).await?.pop();
    let all = || lot_use::Entity::find().filter(lot_use::Column::LotId.eq(id));
    let total = all().count(db).await?;
    let pages = u32::try_from(total.div_ceil(PAGE)).unwrap_or(PAGES).clamp(1, PAGES);
    let page = page.clamp(1, pages);
    let uses = all()
        .order_by_desc(lot_use::Column::OrderId)
        .offset(u64::from(page - 1) * PAGE)
        .limit(PAGE)
        .readable(db)
        .await?;
    let packed = lots::used_of(db, id).await?;
    Ok(LotPage {
        row: row.ok_or(Error::NotFound)?,
        packed: Quantity(packed),
        gone: Quantity(Ord::max(lot.amount - lot.remaining - packed, 0)),
        lot,
        orders: orders_of(db, uses).await?,
        page,
        pages,
        asks_centre: proposals::of(db, product).await?.is_some(),
    })
}

async fn orders_of(db: &impl ConnectionTrait, uses: Vec<lot_use::Model>) -> Result<Vec<LotOrder>> {
    let groups_of: HashMap<OrderId, OrderGroupId> = order::Entity::find()
        .select_only()
        .column(order::Column::Id)
        .column(order::Column::GroupId)
        .filter(order::Column::Id.is_in(uses.iter().map(|used| used.order_id)))
        .into_tuple::<(OrderId, OrderGroupId)>()
        .all(db)
        .await?
        .into_iter()
        .collect();
    let groups: HashMap<OrderGroupId, order_group::Model> = order_group::Entity::find()
        .filter(order_group::Column::Id.is_in(groups_of.values().copied()))
        .readable(db)
        .await?
        .into_iter()
        .map(|group| (group.id, group))
        .collect();
    uses.into_iter()
        .filter_map(|used| Some((groups.get(groups_of.get(&used.order_id)?)?, used)))
        .map(|(group, used)| {
            Ok(LotOrder {
                id: used.order_id,
                code: OrderCode::parse(&group.code).map_err(Error::internal)?,
                buyer_name: group.buyer_name.clone(),
                amount: Quantity(used.amount),
                placed_at: group.placed_at,
            })
        })
        .collect()
}
