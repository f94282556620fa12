//! Where a message stands among those before it. Money that comes in several parts within a short time is told in one message:
//! the first at once, the others together. What takes something back, or says it anew after that, is told after it.

use db::entities::message;
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use db::{Readable, Tx};
use domain::{MessageKind, MessageState, Money};

use super::content::Content;
use super::letters::Letter;
use crate::error::{Error, Result};

/// How long after a message that money came in the next one about the same order waits for more, milliseconds; what is older
/// than that has no followers.
const PAUSE: i64 = 5 * 60_000;
/// Messages due at the same time leave together, in no order.
const SECOND: i64 = 1000;

/// Where what a letter says stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In a message that was waiting: nothing is left to write.
    Another,
    /// In a message of its own, which goes out at this time.
    Own(i64),
}

/// Finds the place of a letter about `subject`; a part payment is added to a message that did not leave yet.
pub(super) async fn place(tx: &Tx, now: i64, subject: &str, letter: &Letter) -> Result<Place> {
    let Some(kind @ (MessageKind::Paid | MessageKind::RefundSent | MessageKind::Replaced)) = letter.content.kind()
    else {
        return Ok(Place::Own(now));
    };
    let Some(last) = last(tx, now, subject, kind, letter).await? else {
        return Ok(Place::Own(now));
    };
    let said: Option<Content> = serde_json::from_str(&last.content).ok();
    match (&letter.content, said) {
        (Content::Paid { amount: more, .. }, Some(Content::Paid { code, amount })) => {
            beside(tx, now, &last, (code, amount), *more).await
        }
        (Content::RefundSent { .. }, Some(Content::RefundSent { .. }))
        | (Content::Replaced { .. }, Some(Content::Replaced { .. })) => Ok(Place::Own(now)),
        _ => Ok(after(now, &last)),
    }
}

/// Not before the other one, and not together with it.
fn after(now: i64, last: &message::Model) -> Place {
    Place::Own(if last.state == MessageState::Waiting {
        last.next_at.max(now).saturating_add(SECOND)
    } else {
        now
    })
}

/// The last message of that kind about the same order, if it is from a short time ago.
async fn last(tx: &Tx, now: i64, subject: &str, kind: MessageKind, letter: &Letter) -> Result<Option<message::Model>> {
    let found = message::Entity::find()
        .filter(message::Column::Phone.eq(letter.phone.as_e164()))
        .filter(message::Column::Kind.eq(kind))
        .filter(message::Column::Subject.eq(subject))
        .filter(message::Column::State.is_in([MessageState::Waiting, MessageState::Sent]))
        .filter(message::Column::CreatedAt.gt(now - PAUSE))
        .order_by_desc(message::Column::Id)
        .limit(1)
        // Who sends it on another connection either had it before, or finds the sum.
        .lock_exclusive()
        .readable(tx)
        .await?;
    Ok(found.into_iter().next())
}

/// In the last message, which says that `amount` came in; or some time after it.
async fn beside(
    tx: &Tx,
    now: i64,
    last: &message::Model,
    (code, amount): (String, Money),
    more: Money,
) -> Result<Place> {
    // One that was tried may have arrived: its words stay as they are.
    let is_untouched = last.state == MessageState::Waiting && last.attempts == 0 && last.locked_by.is_none();
    match amount.checked_add(more) {
        Ok(amount) if is_untouched => {
            let content = serde_json::to_string(&Content::Paid { code, amount }).map_err(Error::internal)?;
            message::Entity::update_many()
                .col_expr(message::Column::Content, Expr::value(content))
                .filter(message::Column::Id.eq(last.id))
                .exec(tx)
                .await?;
            Ok(Place::Another)
        }
        _ => Ok(Place::Own(now.max(last.created_at.saturating_add(PAUSE)))),
    }
}
