//! Sending: a message is leased, handed to the channel, and marked. Safe with several programs on one database.

use std::sync::Arc;
use std::time::Duration;

use db::entities::message;
use db::sea_orm::sea_query::{Expr, ExprTrait, LockBehavior, LockType};
use db::sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use db::{Readable, Tx};
use domain::{MessageId, MessageKind, MessageState, Phone};
use tokio::task::JoinSet;

use super::channel::{Channel, Outgoing, PAGE, SendError};
use super::content::{Content, GONE};
use super::{post, retention};
use crate::error::{Error, Result};
use crate::message_budgets::Budgets;
use crate::{Shop, random};

/// Messages leased and sent at the same time.
const BATCH: u64 = 16;
/// Longer than any attempt: whoever finds a lease past its time may take the message, its sender is gone.
const LEASE: i64 = 2 * 60_000;
/// One attempt takes no longer.
const ATTEMPT: Duration = Duration::from_secs(20);
/// Attempts before a message is given up: over about fifteen hours.
const ATTEMPTS: i64 = 8;
/// The first pause, four times longer after each attempt …
const PAUSE: i64 = 30_000;
/// … up to this.
const LONGEST_PAUSE: i64 = 6 * 3_600_000;
/// Characters kept of what a channel answers.
const REASON: usize = 300;

/// What one round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Worked {
    /// Events of which messages were made.
    pub events: usize,
    /// Messages sent.
    pub sent: usize,
    /// Messages that did not go out this time.
    pub failed: usize,
}

/// Posts and sends messages: a channel, and how much may go through it.
#[derive(Clone, Debug)]
pub struct Office {
    channel: Arc<dyn Channel>,
    budgets: Budgets,
}

impl Office {
    /// An office that sends through `channel`.
    pub fn new(channel: Arc<dyn Channel>, budgets: Budgets) -> Self {
        Self { channel, budgets }
    }

    /// How much may go through its channel.
    pub const fn budgets(&self) -> &Budgets {
        &self.budgets
    }

    /// One round: makes messages of what happened, then sends what is due, until nothing is due any more.
    ///
    /// # Errors
    /// When the database does not answer. What was sent by then and could not be marked is sent again after its lease.
    #[crate::boxed]
    pub async fn work(&self, shop: &Shop) -> Result<Worked> {
        let mut worked = Worked::default();
        loop {
            let events = post::post_due(shop, &self.budgets).await?;
            worked.events += events;
            if events == 0 {
                break;
            }
        }
        loop {
            let leased = self.lease(shop).await?;
            if leased.is_empty() {
                retention::forget_lapsed_codes(shop).await?;
                return Ok(worked);
            }
            let mut attempts = JoinSet::new();
            for row in leased {
                let (shop, channel) = (shop.clone(), Arc::clone(&self.channel));
                attempts.spawn(async move { send_one(&shop, channel.as_ref(), row).await });
            }
            while let Some(ended) = attempts.join_next().await {
                match ended {
                    Ok(Ok(true)) => worked.sent += 1,
                    Ok(Ok(false)) => worked.failed += 1,
                    Ok(Err(error)) => return Err(error),
                    // A channel that panics keeps its lease and counts as an attempt.
                    Err(_) => worked.failed += 1,
                }
            }
        }
    }

    /// Takes due messages for this round. An attempt counts from here: a message that ends its sender each time is given
    /// up like any other.
    async fn lease(&self, shop: &Shop) -> Result<Vec<message::Model>> {
        let now = shop.now();
        if !due(now).has_rows(shop.db().read()).await? {
            return Ok(Vec::new());
        }
        let lease = hex::encode(random::bytes::<12>()?);
        let channel = self.channel.name();
        shop.db()
            .write_as_job(move |tx| {
                let lease = lease.clone();
                Box::pin(async move {
                    let due: Vec<MessageId> = due(now)
                        .select_only()
                        .column(message::Column::Id)
                        .order_by_asc(message::Column::NextAt)
                        .order_by_asc(message::Column::Id)
                        .limit(BATCH)
                        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
                        .into_tuple()
                        .all(tx)
                        .await?;
                    if due.is_empty() {
                        return Ok::<_, Error>(Vec::new());
                    }
                    message::Entity::update_many()
                        .col_expr(message::Column::LockedUntil, Expr::value(now + LEASE))
                        .col_expr(message::Column::LockedBy, Expr::value(lease))
                        .col_expr(message::Column::Channel, Expr::value(channel))
                        .col_expr(message::Column::Attempts, Expr::col(message::Column::Attempts).add(1))
                        .filter(message::Column::Id.is_in(due.clone()))
                        .exec(tx)
                        .await?;
                    let rows = message::Entity::find()
                        .filter(message::Column::Id.is_in(due.clone()))
                        .order_by_asc(message::Column::Id)
                        .readable(tx)
                        .await?;
                    let is_unread = |id: &MessageId| rows.iter().all(|row| row.id != *id);
                    put_off(tx, now, due.into_iter().filter(is_unread).collect()).await?;
                    Ok(rows)
                })
            })
            .await
    }
}

fn due(now: i64) -> Select<message::Entity> {
    let is_free = Condition::any()
        .add(message::Column::LockedUntil.is_null())
        .add(message::Column::LockedUntil.lte(now));
    message::Entity::find()
        .filter(message::Column::State.eq(MessageState::Waiting))
        .filter(message::Column::NextAt.lte(now))
        .filter(is_free)
}

/// Puts off messages that cannot be read, since a later program may have written them, and gives them up in the end.
async fn put_off(tx: &Tx, now: i64, unread: Vec<MessageId>) -> Result<()> {
    if unread.is_empty() {
        return Ok(());
    }
    message::Entity::update_many()
        .col_expr(message::Column::NextAt, Expr::value(now + LONGEST_PAUSE))
        .filter(message::Column::Id.is_in(unread.clone()))
        .exec(tx)
        .await?;
    message::Entity::update_many()
        .col_expr(message::Column::State, Expr::value(MessageState::Dead))
        .col_expr(message::Column::Reason, Expr::value("unreadable"))
        .col_expr(message::Column::DoneAt, Expr::value(now))
        .filter(message::Column::Id.is_in(unread))
        .filter(message::Column::Attempts.gte(ATTEMPTS))
        .exec(tx)
        .await?;
    Ok(())
}

/// How an attempt ended.
#[derive(Debug)]
enum Ended {
    Sent,
    /// It would come too late, or there is nothing to say any more.
    Lapsed,
    Later(String),
    Never(String),
}

/// Sends one leased message and marks it; whether it went out.
async fn send_one(shop: &Shop, channel: &dyn Channel, row: message::Model) -> Result<bool> {
    let ended = attempt(shop, channel, &row).await;
    let sent = matches!(ended, Ended::Sent);
    mark(shop, row, ended).await?;
    Ok(sent)
}

async fn attempt(shop: &Shop, channel: &dyn Channel, row: &message::Model) -> Ended {
    if row.expires_at.is_some_and(|until| until <= shop.now()) {
        return Ended::Lapsed;
    }
    if row.attempts > ATTEMPTS {
        // Leased so often and never marked: it ends its sender.
        return Ended::Never(row.reason.clone());
    }
    let locale = row.lang;
    // A later program may have written it, and sends it then.
    let Ok(content) = serde_json::from_str::<Content>(&row.content) else {
        return Ended::Later("unreadable".to_owned());
    };
    let text = content.text(shop.texts(), &shop.directory(), locale);
    let phone = row.phone.as_deref().map(Phone::parse);
    let (Some(text), Some(Ok(to))) = (text, phone) else {
        return Ended::Lapsed;
    };
    let outgoing = Outgoing {
        id: row.public_id.clone(),
        to,
        text,
        locale,
        subject: shop.texts().get(locale, l10n::t::SITE_NAME),
    };
    match tokio::time::timeout(ATTEMPT, channel.send(&outgoing)).await {
        Ok(Ok(())) => Ended::Sent,
        Ok(Err(SendError::Later(reason))) => Ended::Later(reason),
        Ok(Err(SendError::Never(reason))) => Ended::Never(reason),
        Err(_) => Ended::Later("no answer in time".to_owned()),
    }
}

async fn mark(shop: &Shop, row: message::Model, ended: Ended) -> Result<()> {
    let now = shop.now();
    let is_code = row.kind == MessageKind::OneTimeCode;
    let on_page = row.channel.as_deref() == Some(PAGE);
    let (state, reason, next_at) = match ended {
        Ended::Sent => (MessageState::Sent, String::new(), now),
        Ended::Lapsed => (MessageState::Lapsed, String::new(), now),
        Ended::Never(reason) => (MessageState::Dead, reason, now),
        Ended::Later(reason) if row.attempts >= ATTEMPTS => (MessageState::Dead, reason, now),
        Ended::Later(reason) => (MessageState::Waiting, reason, now + pause(row.attempts)?),
    };
    if state == MessageState::Dead {
        tracing::error!(
            message.id = row.id.get(),
            message.kind = row.kind.as_str(),
            attempts = row.attempts,
            "messages.dead"
        );
    }
    // A code is not readable afterwards: where a person passes it on from the page, until it is used or too old.
    let empties = is_code && !(state == MessageState::Waiting || (state == MessageState::Sent && on_page));
    let reason: String = reason.chars().filter(|c| !c.is_control()).take(REASON).collect();
    shop.db()
        .write_as_job(move |tx| {
            let (reason, row) = (reason.clone(), row.clone());
            Box::pin(async move {
                let mut marked = message::Entity::update_many()
                    .col_expr(message::Column::State, Expr::value(state))
                    .col_expr(message::Column::Reason, Expr::value(reason))
                    .col_expr(message::Column::NextAt, Expr::value(next_at))
                    .col_expr(message::Column::LockedUntil, Expr::value(None::<i64>))
                    .col_expr(message::Column::LockedBy, Expr::value(None::<String>))
                    .col_expr(
                        message::Column::DoneAt,
                        Expr::value((state != MessageState::Waiting).then_some(now)),
                    );
                if empties {
                    marked = marked
                        .col_expr(message::Column::Content, Expr::value(GONE))
                        .col_expr(message::Column::ExpiresAt, Expr::value(None::<i64>));
                }
                // Whoever lost the lease, or finds the message given up meanwhile, leaves it as it is.
                marked
                    .filter(message::Column::Id.eq(row.id))
                    .filter(message::Column::LockedBy.eq(row.locked_by))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(())
            })
        })
        .await
}

/// Half a minute, two, eight … and a fifth more or less, so that what failed together does not come back together.
fn pause(attempts: i64) -> Result<i64> {
    let exponent = u32::try_from((attempts - 1).clamp(0, 10)).unwrap_or(0);
    let pause = Ord::min(PAUSE * 4_i64.pow(exponent), LONGEST_PAUSE);
    let [byte] = random::bytes::<1>()?;
    Ok(pause * (80 + i64::from(byte) * 40 / 255) / 100)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn pauses_grow_and_end() {
        for (attempts, about) in [
            (1, PAUSE),
            (2, 4 * PAUSE),
            (3, 16 * PAUSE),
            (7, LONGEST_PAUSE),
            (i64::MAX, LONGEST_PAUSE),
        ] {
            for _ in 0..50 {
                let pause = pause(attempts).unwrap();
                assert!(
                    (about * 80 / 100..=about * 120 / 100).contains(&pause),
                    "{attempts}: {pause}"
                );
            }
        }
    }
}
