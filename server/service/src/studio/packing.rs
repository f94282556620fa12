//! The day's packing list: what to fetch for all that is accepted, then parcel by parcel what goes into it and where.

use std::collections::BTreeMap;

use db::Readable;
use db::entities::{order, order_group};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use domain::{Action, Actor, CooperativeId, Currency, Locale, OrderGroupId, OrderId, OrderStage, OrderStep, Quantity};

use super::again;
use super::goods::Goods;
use super::list;
use super::lots::lots_of;
use super::orders::steps;
use super::stage::{Side, Wanted};
use super::view::{AgainParcel, Need, Packing, PackingSection, Parcel, StudioOrder};
use crate::Shop;
use crate::error::Result;
use crate::money;
use crate::orders::{reports_of, state_of};
use crate::rights::own_cooperative;

/// Parcels of one stage on the list.
const PARCELS: usize = 50;
/// Orders that are summed at the most.
const SUMMED: u64 = 500;

/// What is to be packed, accepted and handed over, the oldest first.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) for anybody who is not of a cooperative.
#[crate::boxed]
pub async fn packing(shop: &Shop, actor: Actor, locale: Locale) -> Result<Packing> {
    let cooperative = own_cooperative(actor, Action::ReadOrders)?.id();
    let db = shop.db().read();
    let wanted = Wanted::of(cooperative);
    let to_pack = wanted
        .in_stage(OrderStage::ToPack)
        .ids(db, Side::Oldest, SUMMED + 1)
        .await?;
    let is_cut = to_pack.len() as u64 > SUMMED;
    let to_pack: Vec<OrderId> = to_pack.into_iter().map(|(id, _)| id).take(SUMMED as usize).collect();
    let again = again_parcels(shop, cooperative, locale).await?;
    let mut all = to_pack.clone();
    all.extend(again.iter().map(|parcel| parcel.order.id));
    let goods = Goods::of(db, &all, locale).await?;
    let mut sections = Vec::new();
    for stage in [OrderStage::ToPack, OrderStage::New, OrderStage::ToHandOver] {
        let ids = wanted.in_stage(stage).ids(db, Side::Oldest, PARCELS as u64 + 1).await?;
        let has_more = ids.len() > PARCELS;
        let ids: Vec<OrderId> = ids.into_iter().map(|(id, _)| id).take(PARCELS).collect();
        let orders = list::rows(shop, locale, &ids).await?;
        sections.push(PackingSection {
            stage,
            parcels: parcels(shop, actor, locale, stage, orders).await?,
            has_more,
        });
    }
    Ok(Packing {
        needs: needs(&goods, &to_pack, &again),
        is_cut,
        again,
        sections,
    })
}

/// What is to be sent once more, each order with those of its reports because of which.
async fn again_parcels(shop: &Shop, cooperative: CooperativeId, locale: Locale) -> Result<Vec<AgainParcel>> {
    let db = shop.db().read();
    let ids = again::waiting(db, cooperative, PARCELS as u64).await?;
    let mut reports = reports_of(db, &ids, Currency::Cny).await?.of;
    let orders = list::rows(shop, locale, &ids).await?;
    let parcels = orders.into_iter().map(|order| {
        let mut of_order = reports.remove(&order.id).unwrap_or_default();
        of_order.retain(|report| report.to_pack().is_some());
        AgainParcel {
            order,
            reports: of_order,
        }
    });
    Ok(parcels.collect())
}

/// The sums by product and size, in the order of their names.
fn needs(goods: &Goods, orders: &[OrderId], again: &[AgainParcel]) -> Vec<Need> {
    let ordered = orders
        .iter()
        .flat_map(|order| goods.lines(*order))
        .map(|line| (line, line.quantity - line.missing));
    let sent_again = again.iter().flat_map(|parcel| {
        parcel.reports.iter().filter_map(move |report| {
            let line = goods
                .lines(parcel.order.id)
                .iter()
                .find(|line| line.id == report.line)?;
            Some((line, report.to_pack()?.amount()))
        })
    });
    let mut sums: BTreeMap<_, Need> = BTreeMap::new();
    for (line, sent) in ordered.chain(sent_again).filter(|(_, sent)| *sent > 0) {
        let key = (goods.product(line), line.unit, line.net_grams);
        let need = sums.entry(key).or_insert_with(|| Need {
            name: goods.name(line),
            unit: line.unit,
            net_grams: line.net_grams,
            quantity: Quantity(0),
            parcels: 0,
        });
        need.quantity = Quantity(need.quantity.amount().saturating_add(sent));
        need.parcels += 1;
    }
    let mut needs: Vec<Need> = sums.into_values().collect();
    needs.sort_by(|a, b| a.name.text.cmp(&b.name.text));
    needs
}

/// Orders with what only packing needs: the note, the lots and the next step.
async fn parcels(
    shop: &Shop,
    actor: Actor,
    locale: Locale,
    stage: OrderStage,
    orders: Vec<StudioOrder>,
) -> Result<Vec<Parcel>> {
    let db = shop.db().read();
    let ids: Vec<OrderId> = orders.iter().map(|order| order.id).collect();
    let groups = groups_of(db, &ids).await?;
    let group_ids: Vec<OrderGroupId> = groups.iter().map(|group| group.id).collect();
    let all = order::Entity::find()
        .filter(order::Column::GroupId.is_in(group_ids.iter().copied()))
        .readable(db)
        .await?;
    let sums = money::balances(db, &group_ids).await?;
    let (packed, to_pack): (&[OrderId], &[OrderId]) = match stage {
        OrderStage::ToPack => (&[], &ids),
        _ => (&ids, &[]),
    };
    let goods = Goods::of(db, &ids, locale).await?;
    let mut lots = lots_of(db, &goods, packed, to_pack).await?;
    let now = shop.now();
    Ok(orders
        .into_iter()
        .filter_map(|order| {
            let row = all.iter().find(|row| row.id == order.id)?;
            let group = groups.iter().find(|group| group.id == row.group_id)?;
            let balance = *sums.get(&group.id)?;
            let beside: Vec<order::Model> = all.iter().filter(|other| other.group_id == group.id).cloned().collect();
            let possible = steps(actor, state_of(group, &beside, row, balance), now);
            let next = [OrderStep::Accept, OrderStep::Pack, OrderStep::Dispatch];
            Some(Parcel {
                note: group.note.clone(),
                next: next.into_iter().find(|step| possible.contains(step)),
                lots: lots.remove(&order.id).unwrap_or_default(),
                order,
            })
        })
        .collect())
}

async fn groups_of(db: &impl ConnectionTrait, orders: &[OrderId]) -> Result<Vec<order_group::Model>> {
    let rows = order::Entity::find()
        .filter(order::Column::Id.is_in(orders.iter().copied()))
        .readable(db)
        .await?;
    Ok(order_group::Entity::find()
        .filter(order_group::Column::Id.is_in(rows.iter().map(|row| row.group_id)))
        .readable(db)
        .await?)
}
