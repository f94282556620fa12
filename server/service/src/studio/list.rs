//! The cooperative's orders as a list: by stage, day and place, a page at a time, or those a search finds.

use std::collections::{HashMap, HashSet};

use db::Readable;
use db::entities::{order, order_group, order_reduction, payment};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::{
    Action, Actor, CooperativeId, Locale, Money, OrderCode, OrderGroupId, OrderId, OrderStage, PaymentMethod,
    PaymentStatus,
};

use super::find::find;
use super::goods::Goods;
use super::orders::destination;
use super::stage::{Side, Wanted, placed_at};
use super::view::{OrderList, OrderQuery, StageCount, StudioOrder};
use crate::Shop;
use crate::error::{Error, Result};
use crate::money;
use crate::orders::{line_view, reported, sent_again, state_of};
use crate::rights::own_cooperative;

/// Orders on one page.
pub(super) const PAGE: usize = 30;
/// Longest search, characters.
pub const MAX_SEARCH: usize = 200;

/// The orders asked for, newest first, and how many there are in each stage.
///
/// # Errors
/// [`Error::NotFound`] for anybody who is not of a cooperative; [`Error::Busy`] when too many search at once.
#[crate::boxed]
pub async fn orders(shop: &Shop, actor: Actor, locale: Locale, query: &OrderQuery) -> Result<OrderList> {
    let cooperative = own_cooperative(actor, Action::ReadOrders)?.id();
    let typed: String = query.search.trim().chars().take(MAX_SEARCH).collect();
    let wanted = Wanted {
        cooperative,
        // Who looks for somebody's order does not know how far it is.
        stage: query.stage.filter(|_| typed.is_empty()),
        place: query.place,
        from: query.from,
        until: query.until,
    };
    let (mut ids, is_cut) = if typed.is_empty() {
        let db = shop.db().read();
        let after = match query.after {
            Some(id) => place_of(db, cooperative, id).await?,
            None => None,
        };
        let limit = PAGE as u64 + 1;
        let found = wanted.ids(db, Side::Newest(after), limit).await?;
        (found.into_iter().map(|(id, _)| id).collect(), false)
    } else {
        find(shop, wanted, &typed).await?
    };
    let has_more = ids.len() > PAGE;
    ids.truncate(PAGE);
    let next = ids.last().copied().filter(|_| has_more && typed.is_empty());
    Ok(OrderList {
        orders: rows(shop, locale, &ids).await?,
        counts: counts(shop, wanted).await?,
        next,
        is_cut: is_cut || (has_more && !typed.is_empty()),
    })
}

/// How many orders there are in each stage.
pub(super) async fn counts(shop: &Shop, wanted: Wanted) -> Result<Vec<(OrderStage, StageCount)>> {
    let db = shop.db().read();
    let mut counts = Vec::with_capacity(OrderStage::ALL.len());
    for stage in OrderStage::ALL {
        counts.push((stage, wanted.in_stage(stage).count(db).await?));
    }
    Ok(counts)
}

/// Where in the list an order of this cooperative stands.
async fn place_of(
    db: &impl ConnectionTrait,
    cooperative: CooperativeId,
    id: OrderId,
) -> Result<Option<(OrderId, i64)>> {
    Ok(order::Entity::find_by_id(id)
        .filter(order::Column::CooperativeId.eq(cooperative))
        .select_only()
        .column(order::Column::Id)
        .expr(placed_at())
        .into_tuple()
        .one(db)
        .await?)
}

/// These orders as rows of a list, in this order.
pub(super) async fn rows(shop: &Shop, locale: Locale, ids: &[OrderId]) -> Result<Vec<StudioOrder>> {
    let db = shop.db().read();
    let mut rows: HashMap<OrderId, order::Model> = order::Entity::find()
        .filter(order::Column::Id.is_in(ids.iter().copied()))
        .readable(db)
        .await?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    let groups: Vec<OrderGroupId> = rows.values().map(|row| row.group_id).collect();
    let sums = money::balances(db, &groups).await?;
    let awaiting = awaiting_transfer(db, &groups).await?;
    let groups: HashMap<OrderGroupId, order_group::Model> = order_group::Entity::find()
        .filter(order_group::Column::Id.is_in(groups))
        .readable(db)
        .await?
        .into_iter()
        .map(|group| (group.id, group))
        .collect();
    let goods = Goods::of(db, ids, locale).await?;
    let (reported, sent_again) = (reported(db, ids).await?, sent_again(db, ids).await?);
    let (beside, cheaper) = (beside(db, &groups).await?, made_cheaper(db, ids).await?);
    ids.iter()
        .filter_map(|id| {
            let row = rows.remove(id)?;
            let group = groups.get(&row.group_id)?;
            let balance = *sums.get(&group.id)?;
            let all = beside.get(&group.id).map_or(&[][..], Vec::as_slice);
            let payment = state_of(group, all, &row, balance).payment_state(balance.state(), cheaper.contains(id));
            Some((group, payment, row))
        })
        .map(|(group, payment, row)| {
            let lines = goods.lines(row.id).iter().map(|line| {
                let name = goods.name(line);
                crate::orders::OrderLineView {
                    name,
                    ..line_view(line, group.currency)
                }
            });
            Ok(StudioOrder {
                id: row.id,
                is_reported: reported.contains(&row.id),
                is_sent_again: sent_again.contains(&row.id),
                code: OrderCode::parse(&group.code).map_err(Error::internal)?,
                placed_at: group.placed_at,
                stage: OrderStage::of(row.status, row.fulfilment, awaiting.contains(&group.id)),
                status: row.status,
                fulfilment: row.fulfilment,
                lines: lines.collect(),
                goods: Money::new(row.goods_minor, group.currency),
                payment,
                payment_method: group.payment_method,
                buyer_name: group.buyer_name.clone(),
                destination: destination(shop, group, locale)?,
            })
        })
        .collect()
}

/// All orders of these groups, those of other cooperatives too: what is paid of one depends on what was taken for the others.
async fn beside(
    db: &impl ConnectionTrait,
    groups: &HashMap<OrderGroupId, order_group::Model>,
) -> Result<HashMap<OrderGroupId, Vec<order::Model>>> {
    let mut beside: HashMap<OrderGroupId, Vec<order::Model>> = HashMap::new();
    let rows = order::Entity::find()
        .filter(order::Column::GroupId.is_in(groups.keys().copied()))
        .readable(db)
        .await?;
    for row in rows {
        beside.entry(row.group_id).or_default().push(row);
    }
    Ok(beside)
}

/// Those of these orders that cost less than when they were placed.
async fn made_cheaper(db: &impl ConnectionTrait, orders: &[OrderId]) -> Result<HashSet<OrderId>> {
    let cheaper: Vec<OrderId> = order_reduction::Entity::find()
        .select_only()
        .column(order_reduction::Column::OrderId)
        .filter(order_reduction::Column::OrderId.is_in(orders.iter().copied()))
        .filter(order_reduction::Column::AmountMinor.gt(0))
        .into_tuple()
        .all(db)
        .await?;
    Ok(cheaper.into_iter().collect())
}

/// Which of these groups wait for a bank transfer.
pub(super) async fn awaiting_transfer(db: &impl ConnectionTrait, groups: &[OrderGroupId]) -> Result<Vec<OrderGroupId>> {
    Ok(payment::Entity::find()
        .select_only()
        .column(payment::Column::GroupId)
        .filter(payment::Column::GroupId.is_in(groups.iter().copied()))
        .filter(payment::Column::Method.eq(PaymentMethod::BankTransfer))
        .filter(payment::Column::Status.eq(PaymentStatus::Created))
        .into_tuple()
        .all(db)
        .await?)
}
