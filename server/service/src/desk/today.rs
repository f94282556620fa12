//! What a station's clerk has to do today: parcels, cash, and their own shift.

use std::collections::HashMap;

use db::entities::order;
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::{Actor, Currency, FulfilmentStatus, Money, OrderGroupId, OrderStatus};

use super::{clerk, missing};
use crate::Shop;
use crate::error::Result;
use crate::money::balances;
use crate::shifts::{OpenShift, clerk_of, open_now};

/// Groups whose orders are read at once.
const CHUNK: usize = 500;

/// A clerk's day.
#[derive(Clone, Debug)]
pub struct Today {
    /// Parcels on the shelf.
    pub parcels: i64,
    /// What has still to be paid for them.
    pub to_take: Money,
    /// The shift that runs.
    pub shift: Option<OpenShift>,
}

/// The day of whoever stands at a station's counter; nothing for the Centre's people, who have no shelf.
///
/// # Errors
/// [`crate::Error::NotFound`] for whoever may not use the desk.
#[crate::boxed]
pub async fn today(shop: &Shop, actor: Actor) -> Result<Option<Today>> {
    clerk(actor)?;
    let Some((station, user)) = clerk_of(actor) else {
        return Ok(None);
    };
    let db = shop.db().read();
    let on_shelf: Vec<OrderGroupId> = order::Entity::find()
        .select_only()
        .column(order::Column::GroupId)
        // A copy of the group's; see the migration of the lists of orders.
        .filter(Expr::cust(format!("station_id = {station}")))
        .filter(order::Column::Fulfilment.eq(FulfilmentStatus::ReadyForPickup))
        .filter(order::Column::Status.eq(OrderStatus::Accepted))
        .into_tuple()
        .all(db)
        .await?;
    let parcels = i64::try_from(on_shelf.len()).unwrap_or(i64::MAX);
    let mut groups = on_shelf;
    groups.sort_unstable();
    groups.dedup();
    // What was handed over is paid before what is still here.
    let mut needed: HashMap<OrderGroupId, i64> = HashMap::new();
    for chunk in groups.chunks(CHUNK) {
        let costs: Vec<(OrderGroupId, i64)> = order::Entity::find()
            .select_only()
            .column(order::Column::GroupId)
            .column(order::Column::TotalMinor)
            .filter(order::Column::GroupId.is_in(chunk.iter().copied()))
            .filter(order::Column::Fulfilment.is_in([FulfilmentStatus::ReadyForPickup, FulfilmentStatus::Delivered]))
            .filter(order::Column::Status.is_not_in([OrderStatus::Canceled, OrderStatus::Expired]))
            .into_tuple()
            .all(db)
            .await?;
        for (group, cost) in costs {
            let sum = needed.entry(group).or_default();
            *sum = sum.saturating_add(cost);
        }
    }
    let sums = balances(db, &groups).await?;
    let to_take = groups
        .iter()
        .filter_map(|group| Some(missing(*needed.get(group)?, *sums.get(group)?)))
        .fold(0, i64::saturating_add);
    Ok(Some(Today {
        parcels,
        to_take: Money::new(to_take, Currency::Cny),
        shift: open_now(db, station, user).await?,
    }))
}
