//! What is done is emptied of personal data after a while, and then deleted.

use db::Readable;
use db::entities::{message, message_budget, one_time_code, outbox};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{MessageId, MessageKind, OneTimeCodeId, OutboxId};

use super::content::GONE;
use crate::Shop;
use crate::error::{Error, Result};

const DAY: i64 = 86_400_000;
/// Number and text of a message that is done stay this long, for questions about it …
const PERSONAL: i64 = 14 * DAY;
/// … that goods are there again or a question is answered this long, as whoever asked for it was told, …
const WISH: i64 = DAY;
/// … and its row, with kind, state and times, this long.
const ROWS: i64 = 90 * DAY;
/// Events of which messages were made: longer than goods lie at a station, so that nobody is reminded twice.
const EVENTS: i64 = 30 * DAY;
/// One-time codes after their time: a day, for the limits that look at them.
const CODES: i64 = DAY;
/// Rows deleted in one transaction at the most.
const BATCH: u64 = 500;

/// See [`crate::outbox::prune`].
pub(crate) async fn prune(shop: &Shop, now: i64) -> Result<u64> {
    let mut gone = empty(shop, now).await?;
    loop {
        let deleted = delete(shop, now).await?;
        gone += deleted;
        // Others write in between: a large backlog does not hold the writer.
        if deleted < BATCH {
            return Ok(gone);
        }
    }
}

/// Empties codes whose time is over.
pub(super) async fn forget_lapsed_codes(shop: &Shop) -> Result<()> {
    let now = shop.now();
    let lapsed = message::Entity::find().filter(message::Column::ExpiresAt.lte(now));
    // Asked every second: the one writer is not woken for nothing.
    if !lapsed.has_rows(shop.db().read()).await? {
        return Ok(());
    }
    shop.db()
        .write_as_job(move |tx| {
            Box::pin(async move {
                message::Entity::update_many()
                    .col_expr(message::Column::Content, Expr::value(GONE))
                    .col_expr(message::Column::ExpiresAt, Expr::value(None::<i64>))
                    .filter(message::Column::ExpiresAt.lte(now))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(())
            })
        })
        .await
}

/// Takes numbers and texts out of what is done for long.
async fn empty(shop: &Shop, now: i64) -> Result<u64> {
    forget_lapsed_codes(shop).await?;
    shop.db()
        .write_as_job(move |tx| {
            Box::pin(async move {
                let told = Condition::all()
                    .add(message::Column::Kind.is_in([MessageKind::BackInStock, MessageKind::ProductAnswer]))
                    .add(message::Column::DoneAt.lte(now - WISH));
                let past = Condition::any()
                    .add(message::Column::DoneAt.lte(now - PERSONAL))
                    .add(told);
                let old = message::Entity::update_many()
                    .col_expr(message::Column::Content, Expr::value(GONE))
                    .col_expr(message::Column::Phone, Expr::value(None::<String>))
                    .col_expr(message::Column::Reason, Expr::value(""))
                    .filter(past)
                    .filter(message::Column::Phone.is_not_null())
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(old.rows_affected)
            })
        })
        .await
}

async fn delete(shop: &Shop, now: i64) -> Result<u64> {
    shop.db()
        .write_as_job(move |tx| {
            Box::pin(async move {
                let messages: Vec<MessageId> = message::Entity::find()
                    .select_only()
                    .column(message::Column::Id)
                    .filter(message::Column::DoneAt.lte(now - ROWS))
                    .filter(message::Column::Phone.is_null())
                    .order_by_asc(message::Column::Id)
                    .limit(BATCH)
                    .into_tuple()
                    .all(tx)
                    .await?;
                // What an earlier program wrote is done as well; notes for the Centre are not.
                let events: Vec<OutboxId> = outbox::Entity::find()
                    .select_only()
                    .column(outbox::Column::Id)
                    .filter(outbox::Column::DoneAt.lte(now - EVENTS))
                    .order_by_asc(outbox::Column::Id)
                    .limit(BATCH)
                    .into_tuple()
                    .all(tx)
                    .await?;
                let codes: Vec<OneTimeCodeId> = one_time_code::Entity::find()
                    .select_only()
                    .column(one_time_code::Column::Id)
                    .filter(one_time_code::Column::ExpiresAt.lte(now - CODES))
                    .order_by_asc(one_time_code::Column::Id)
                    .limit(BATCH)
                    .into_tuple()
                    .all(tx)
                    .await?;
                let deleted = Ord::max(messages.len(), Ord::max(events.len(), codes.len()));
                message::Entity::delete_many()
                    .filter(message::Column::Id.is_in(messages))
                    .exec(tx)
                    .await?;
                outbox::Entity::delete_many()
                    .filter(outbox::Column::Id.is_in(events))
                    .exec(tx)
                    .await?;
                one_time_code::Entity::delete_many()
                    .filter(one_time_code::Column::Id.is_in(codes))
                    .exec(tx)
                    .await?;
                message_budget::Entity::delete_many()
                    .filter(message_budget::Column::Day.lt(domain::day_number(now) - 1))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(u64::try_from(deleted).unwrap_or(u64::MAX))
            })
        })
        .await
}
