//! Long work and messages, written in the transaction that causes them and carried out afterwards.
//!
//! While no message provider is connected, messages stay where the operator can read them.

use db::Tx;
use db::entities::{outbox, setting};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{Action, Actor, Subject};
use serde::{Deserialize, Serialize};

use crate::{Error, Result, Shop, rights};

/// A message as the operator reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutboxMessage {
    /// What kind: `one-time-code`, `order-placed` …
    pub topic: String,
    /// Who should get it (a phone number); empty when it is for the operator.
    pub to: String,
    /// What it says.
    pub text: String,
    /// When it was written, milliseconds since 1970 UTC.
    pub at: i64,
}

/// Receiver of what is for the operator.
pub(crate) const OPERATOR: &str = "";
/// Something that was paid is cancelled: code, reference and the amount that goes back.
pub const REFUND_DUE: &str = "refund-due";
/// Money came in that nothing waits for any more: code and reference; all of it goes back.
pub const REFUND_LATE: &str = "refund-late";
/// A payment for less than the buyer first saw: code, reference, what was due and what the buyer saw.
pub const PAYMENT_LOWERED: &str = "payment-lowered";
/// What must not be missed among a day's other messages.
const FIRST: [&str; 3] = [REFUND_DUE, REFUND_LATE, PAYMENT_LOWERED];

#[derive(Debug, Serialize, Deserialize)]
struct Payload {
    to: String,
    text: String,
}

/// The newest messages, for the Centre: about money first.
///
/// # Errors
/// [`Error::NotFound`] for anybody else.
pub async fn messages(shop: &Shop, actor: Actor) -> Result<Vec<OutboxMessage>> {
    rights::ask(actor, Action::SeeOutbox, Subject::Centre)?;
    let newest = async |topics| {
        outbox::Entity::find()
            .filter(topics)
            .order_by_desc(outbox::Column::Id)
            .limit(100)
            .all(shop.db().read())
            .await
    };
    let money = newest(outbox::Column::Topic.is_in(FIRST)).await?;
    let others = FIRST.into_iter().chain(["order-event"]);
    let others = newest(outbox::Column::Topic.is_not_in(others)).await?;
    Ok(money
        .into_iter()
        .chain(others)
        .filter_map(|row| {
            let payload: Payload = serde_json::from_str(&row.payload).ok()?;
            Some(OutboxMessage {
                topic: row.topic,
                to: payload.to,
                text: payload.text,
                at: row.created_at,
            })
        })
        .collect())
}

/// Whether a message of this topic about `key` was written before.
pub(crate) async fn is_posted(tx: &Tx, topic: &str, key: &str) -> Result<bool> {
    let found = outbox::Entity::find()
        .filter(outbox::Column::Topic.eq(topic))
        .filter(outbox::Column::Key.eq(key))
        .one(tx)
        .await?;
    Ok(found.is_some())
}

/// Writes a message in the transaction of its cause. `key` is the thing it is about.
pub(crate) async fn post(tx: &Tx, now: i64, topic: &str, key: &str, to: &str, text: &str) -> Result<()> {
    let payload = serde_json::to_string(&Payload {
        to: to.to_owned(),
        text: text.to_owned(),
    })
    .map_err(Error::internal)?;
    outbox::Entity::insert(outbox::ActiveModel {
        topic: Set(topic.to_owned()),
        key: Set(key.to_owned()),
        payload: Set(payload),
        attempts: Set(0),
        next_at: Set(now),
        created_at: Set(now),
        ..Default::default()
    })
    .exec_without_returning(tx)
    .await?;
    Ok(())
}

/// A value the shop keeps about itself.
pub(crate) async fn setting(db: &impl ConnectionTrait, name: &str) -> Result<Option<String>> {
    Ok(setting::Entity::find_by_id(name.to_owned())
        .one(db)
        .await?
        .map(|row| row.value))
}
