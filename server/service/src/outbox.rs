//! What happened and has consequences, written in the transaction that causes it and carried out afterwards.
//!
//! Messages to people are made of it by [`crate::messages`]. What is for the Centre to do about money is kept here as it
//! was written.

use db::Tx;
use db::entities::{outbox, setting};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{Action, Actor, Subject};
use serde::{Deserialize, Serialize};

use crate::{Error, Result, Shop, rights};

/// A note for the Centre, as the operator reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutboxMessage {
    /// What kind: [`REFUND_DUE`] and its like.
    pub topic: String,
    /// Who should get it; empty, as it is for the operator.
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
/// What is not made into messages: the Centre reads it here.
pub(crate) const FOR_THE_CENTRE: [&str; 3] = [REFUND_DUE, REFUND_LATE, PAYMENT_LOWERED];

#[derive(Debug, Serialize, Deserialize)]
struct Payload {
    to: String,
    text: String,
}

/// The newest notes about money, for the Centre.
///
/// # Errors
/// [`Error::NotFound`] for anybody else.
pub async fn messages(shop: &Shop, actor: Actor) -> Result<Vec<OutboxMessage>> {
    rights::ask(actor, Action::SeeOutbox, Subject::Centre)?;
    let money = outbox::Entity::find()
        .filter(outbox::Column::Topic.is_in(FOR_THE_CENTRE))
        .order_by_desc(outbox::Column::Id)
        .limit(100)
        .all(shop.db().read())
        .await?;
    Ok(money
        .into_iter()
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

/// Keeps the retention of messages, events and one-time codes: what is done is emptied of personal data after two weeks
/// and deleted after three months (events after one, codes after a day). Answers how many rows it touched.
///
/// # Errors
/// When the database does not answer.
pub async fn prune(shop: &Shop, now: i64) -> Result<u64> {
    crate::messages::prune(shop, now).await
}

/// Whether a note of this topic about `key` was written before.
pub(crate) async fn is_posted(tx: &Tx, topic: &str, key: &str) -> Result<bool> {
    let found = outbox::Entity::find()
        .filter(outbox::Column::Topic.eq(topic))
        .filter(outbox::Column::Key.eq(key))
        .one(tx)
        .await?;
    Ok(found.is_some())
}

/// Writes a note for the Centre in the transaction of its cause. `key` is the thing it is about.
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
