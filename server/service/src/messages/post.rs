//! From what happened to messages: events of the outbox become rows, as far as the budgets allow it. Who is told of what is in
//! `letters.rs`.

use db::entities::{message, outbox};
use db::sea_orm::sea_query::{Expr, LockBehavior, LockType};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use db::{Readable, Tx};
use domain::{MessageKind, MessageState, RestockWishId};

use super::budget::Over;
use super::content::GONE;
use super::letters::{Letter, letters_of};
use super::merge::{self, Place};
use super::{Notice, TOPIC, name_of_number};
use crate::error::{Error, Result};
use crate::message_budgets::Budgets;
use crate::{Shop, random, restock_turn};

/// Topics of an older program that were notes for the Centre: they are entries of money now, and no message.
const NOTES_ABOUT_MONEY: [&str; 3] = ["refund-due", "refund-late", "payment-lowered"];

/// How long what a later program wrote waits for that one, milliseconds …
const LATER: i64 = 24 * 3_600_000;
/// … and how often this one looks at it.
const PAUSE: i64 = 60_000;
/// Events taken in one transaction at the most.
const BATCH: u64 = 20;

/// Makes messages of what is waiting in the outbox; returns how many events were taken.
pub(super) async fn post_due(shop: &Shop, budgets: &Budgets) -> Result<usize> {
    let now = shop.now();
    // Asked every second: the one writer is not woken for nothing.
    if !due(now).has_rows(shop.db().read()).await? {
        return Ok(0);
    }
    let (handle, budgets) = (shop.clone(), budgets.clone());
    shop.db()
        .write_as_job(move |tx| {
            let (shop, budgets) = (handle.clone(), budgets.clone());
            Box::pin(async move {
                let events = due(now)
                    .order_by_asc(outbox::Column::Id)
                    .limit(BATCH)
                    // Another program on the same database takes other rows at the same time.
                    .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
                    .all(tx)
                    .await?;
                let taken = events.len();
                for event in events {
                    post(&shop, tx, now, &budgets, event).await?;
                }
                Ok::<_, Error>(taken)
            })
        })
        .await
}

fn due(now: i64) -> Select<outbox::Entity> {
    outbox::Entity::find()
        .filter(outbox::Column::DoneAt.is_null())
        .filter(outbox::Column::NextAt.lte(now))
        .filter(outbox::Column::Topic.is_not_in(NOTES_ABOUT_MONEY))
}

/// One event. What cannot be read stops only itself: it is done, with the reason beside it. What a later program wrote is left
/// to that one for a day.
async fn post(shop: &Shop, tx: &Tx, now: i64, budgets: &Budgets, event: outbox::Model) -> Result<()> {
    if event.created_at > now - LATER && is_of_a_later_program(&event) {
        outbox::Entity::update_many()
            .col_expr(outbox::Column::NextAt, Expr::value(now + PAUSE))
            .filter(outbox::Column::Id.eq(event.id))
            .exec(tx)
            .await?;
        return Ok(());
    }
    let letters = letters_of(tx, &event).await;
    if let Err(error) = &letters
        && !error.is_of_the_row()
    {
        return letters.map(|_| ());
    }
    let failed = letters.as_ref().err().map(ToString::to_string);
    if let Some(reason) = &failed {
        tracing::error!(outbox.id = event.id.get(), reason, "messages.event_not_read");
    }
    for letter in letters.unwrap_or_default() {
        write(shop, tx, now, budgets, &event, letter).await?;
    }
    outbox::Entity::update_many()
        .col_expr(outbox::Column::DoneAt, Expr::value(now))
        .col_expr(outbox::Column::LastError, Expr::value(failed))
        .col_expr(outbox::Column::Network, Expr::value(None::<String>))
        // It may hold a code or what somebody typed; what is told is in the messages from here on.
        .col_expr(outbox::Column::Payload, Expr::value("{}"))
        .filter(outbox::Column::Id.eq(event.id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Whether it says what this program has no word for.
fn is_of_a_later_program(event: &outbox::Model) -> bool {
    event.topic == TOPIC && serde_json::from_str::<Notice>(&event.payload).is_err_and(|error| error.is_data())
}

async fn write(shop: &Shop, tx: &Tx, now: i64, budgets: &Budgets, event: &outbox::Model, letter: Letter) -> Result<()> {
    let Some(kind) = letter.content.kind() else {
        return Ok(());
    };
    let next_at = match merge::place(tx, now, &event.key, &letter).await? {
        Place::Another => return Ok(()),
        Place::Own(at) => at,
    };
    let who = name_of_number(shop, letter.phone.as_e164());
    let over = budgets
        .take(
            tx,
            now,
            &letter.content,
            (&letter.phone, &who),
            event.network.as_deref(),
        )
        .await?;
    if let Some((over, wish)) = over.and_then(|over| Some((over, waits_again(over, event)?))) {
        tracing::info!(
            budget = over.as_str(),
            message.kind = kind.as_str(),
            "messages.postponed"
        );
        return restock_turn::wait_again(tx, now, wish, &letter.phone).await;
    }
    let is_code = kind == MessageKind::OneTimeCode;
    let content = match over {
        Some(_) if is_code => GONE.to_owned(),
        _ => serde_json::to_string(&letter.content).map_err(Error::internal)?,
    };
    if is_code {
        // Only the newest code counts, so only that one is shown.
        forget_codes(tx, letter.phone.as_e164()).await?;
    }
    let state = match over {
        None => MessageState::Waiting,
        Some(over) => {
            tracing::warn!(
                budget = over.as_str(),
                message.kind = kind.as_str(),
                "messages.suppressed"
            );
            MessageState::Suppressed
        }
    };
    message::Entity::insert(message::ActiveModel {
        public_id: Set(hex::encode(random::bytes::<16>()?)),
        kind: Set(kind),
        subject: Set(event.key.clone()),
        phone: Set(Some(letter.phone.as_e164().to_owned())),
        lang: Set(letter.locale),
        content: Set(content),
        state: Set(state),
        reason: Set(over.map_or("", |over| over.as_str()).to_owned()),
        attempts: Set(0),
        next_at: Set(next_at),
        expires_at: Set(letter.expires_at.filter(|_| over.is_none())),
        created_at: Set(now),
        done_at: Set(over.map(|_| now)),
        ..Default::default()
    })
    .exec_without_returning(tx)
    .await?;
    Ok(())
}

/// Who waited for goods and could not be told of them today: another day will do. Numbers that get nothing at all are none's of
/// those.
fn waits_again(over: Over, event: &outbox::Model) -> Option<RestockWishId> {
    match serde_json::from_str(&event.payload) {
        Ok(Notice::BackInStock { wish, .. }) if over != Over::Number => wish,
        _ => None,
    }
}

/// Empties the messages that hold a code for this number: it was used, or a newer one takes its place.
pub(crate) async fn forget_codes(tx: &Tx, number: &str) -> Result<()> {
    message::Entity::update_many()
        .col_expr(message::Column::Content, Expr::value(GONE))
        .col_expr(message::Column::ExpiresAt, Expr::value(None::<i64>))
        .filter(message::Column::Phone.eq(number))
        .filter(message::Column::Kind.eq(MessageKind::OneTimeCode))
        .filter(message::Column::Content.ne(GONE))
        .exec(tx)
        .await?;
    Ok(())
}
