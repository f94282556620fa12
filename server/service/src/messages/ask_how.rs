//! Whoever got goods is asked once, some days later, how they were.

use db::entities::{order, order_event, outbox, review};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{FulfilmentStatus, OrderGroupId, OrderId, OrderNote, OrderStatus};

use super::{Notice, TOPIC, tell};
use crate::Shop;
use crate::error::{Error, Result};

const DAY: i64 = 86_400_000;
/// So long they have had them before.
const AFTER: i64 = 3 * DAY;
/// Whoever was not asked by then is not asked any more. Events are kept longer than this.
const UNTIL: i64 = 6 * DAY;
/// Orders in one round.
const BATCH: usize = 50;

/// The outbox key of the question.
pub(super) fn subject(group: OrderGroupId) -> String {
    format!("how:{group}")
}

/// Asks buyers who have their goods since three days and said nothing of them; returns how many.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn ask_how(shop: &Shop) -> Result<usize> {
    let now = shop.now();
    // Mostly there is nobody, and no writer waits for it.
    if due(shop.db().read(), now).await?.is_empty() {
        return Ok(0);
    }
    shop.db()
        .write_as_job(move |tx| {
            Box::pin(async move {
                let groups = due(tx, now).await?;
                for group in &groups {
                    tell(tx, now, Notice::HowWasIt { group: *group }).await?;
                }
                Ok::<_, Error>(groups.len())
            })
        })
        .await
}

/// Those who are to be asked, as many as one round asks.
async fn due(db: &impl ConnectionTrait, now: i64) -> Result<Vec<OrderGroupId>> {
    let delivered: Vec<OrderId> = order_event::Entity::find()
        .select_only()
        .column(order_event::Column::OrderId)
        .filter(order_event::Column::Kind.eq(OrderNote::Delivered))
        .filter(order_event::Column::At.gt(now - UNTIL))
        .filter(order_event::Column::At.lte(now - AFTER))
        .order_by_asc(order_event::Column::At)
        .limit(BATCH as u64 * 20)
        .into_tuple()
        .all(db)
        .await?;
    if delivered.is_empty() {
        return Ok(Vec::new());
    }
    // What was sent back or given back since is nothing to ask about.
    let orders: Vec<(OrderId, OrderGroupId)> = order::Entity::find()
        .select_only()
        .column(order::Column::Id)
        .column(order::Column::GroupId)
        .filter(order::Column::Id.is_in(delivered))
        .filter(order::Column::Status.eq(OrderStatus::Completed))
        .filter(order::Column::Fulfilment.eq(FulfilmentStatus::Delivered))
        .order_by_asc(order::Column::GroupId)
        .into_tuple()
        .all(db)
        .await?;
    let reviewed: Vec<Option<OrderId>> = review::Entity::find()
        .select_only()
        .column(review::Column::OrderId)
        .filter(review::Column::OrderId.is_in(orders.iter().map(|(id, _)| *id)))
        .into_tuple()
        .all(db)
        .await?;
    let said = |group: OrderGroupId| {
        let mut of_group = orders.iter().filter(|(_, of)| *of == group);
        of_group.any(|(id, _)| reviewed.contains(&Some(*id)))
    };
    let mut groups: Vec<OrderGroupId> = orders.iter().map(|(_, group)| *group).collect();
    groups.dedup();
    groups.retain(|group| !said(*group));
    let keys: Vec<String> = groups.iter().map(|group| subject(*group)).collect();
    let told: Vec<String> = outbox::Entity::find()
        .select_only()
        .column(outbox::Column::Key)
        .filter(outbox::Column::Topic.eq(TOPIC))
        .filter(outbox::Column::Key.is_in(keys))
        .into_tuple()
        .all(db)
        .await?;
    groups.retain(|group| !told.contains(&subject(*group)));
    groups.truncate(BATCH);
    Ok(groups)
}
