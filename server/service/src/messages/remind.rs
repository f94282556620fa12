//! Goods that wait at a station: their buyer is reminded once.

use db::entities::{order, order_event, outbox};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use domain::{FulfilmentStatus, OrderId, OrderNote, OrderStatus};

use super::{Notice, TOPIC, tell};
use crate::Shop;
use crate::error::{Error, Result};

const DAY: i64 = 86_400_000;
/// So long goods lie before their buyer is reminded.
const AFTER: i64 = 3 * DAY;
/// What lies longer was reminded of, or lay there before reminders were sent. Events are kept longer than this.
const UNTIL: i64 = 10 * DAY;
/// Orders in one round.
const BATCH: u64 = 50;

/// The outbox key of a reminder.
pub(super) fn subject(order: OrderId) -> String {
    format!("reminder:{order}")
}

/// Reminds buyers whose goods wait at a station since three days; returns how many.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn remind(shop: &Shop) -> Result<usize> {
    let now = shop.now();
    shop.db()
        .write_as_job(move |tx| {
            Box::pin(async move {
                let waiting = order::Entity::find()
                    .select_only()
                    .column(order::Column::Id)
                    .filter(order::Column::Status.eq(OrderStatus::Accepted))
                    .filter(order::Column::Fulfilment.eq(FulfilmentStatus::ReadyForPickup))
                    .filter(order::Column::UpdatedAt.gt(now - UNTIL))
                    .into_query();
                let ready: Vec<OrderId> = order_event::Entity::find()
                    .select_only()
                    .column(order_event::Column::OrderId)
                    .filter(order_event::Column::OrderId.in_subquery(waiting))
                    .filter(order_event::Column::Kind.eq(OrderNote::ReadyForPickup))
                    .filter(order_event::Column::At.lte(now - AFTER))
                    .order_by_asc(order_event::Column::OrderId)
                    .limit(BATCH * 20)
                    .into_tuple()
                    .all(tx)
                    .await?;
                if ready.is_empty() {
                    return Ok(0);
                }
                let keys: Vec<String> = ready.iter().map(|id| subject(*id)).collect();
                let told: Vec<String> = outbox::Entity::find()
                    .select_only()
                    .column(outbox::Column::Key)
                    .filter(outbox::Column::Topic.eq(TOPIC))
                    .filter(outbox::Column::Key.is_in(keys))
                    .into_tuple()
                    .all(tx)
                    .await?;
                let mut reminded = 0;
                for order in ready {
                    if told.contains(&subject(order)) || reminded == BATCH as usize {
                        continue;
                    }
                    tell(tx, now, Notice::PickupReminder { order }).await?;
                    reminded += 1;
                }
                Ok::<_, Error>(reminded)
            })
        })
        .await
}
