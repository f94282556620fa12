//! What a buyer and a cooperative write to one another about an order. Neither learns the other's number by it.

use std::collections::HashMap;

use db::entities::{order, order_group, order_message};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use db::{Readable, Tx};
use domain::{ErrorCode, Locale, MessageText, OrderId, OrderMessageId, OrderParty, UserId};

use super::access::{OrderAccess, find_row};
use crate::Shop;
use crate::error::{Error, Result, text_code};
use crate::messages::{Notice, tell};

/// Messages a buyer may leave unanswered in one order: who has more to say waits for the answer.
const UNANSWERED: u64 = 5;
/// Messages of one order.
const MOST: u64 = 200;
/// What one side adds within this time is read with the message before it: nobody is told twice.
const TOGETHER: i64 = 60 * 60 * 1000;

/// A message about an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderMessage {
    /// Its number.
    pub id: OrderMessageId,
    /// Who wrote it: the buyer, the cooperative, or the Centre for it.
    pub author: OrderParty,
    /// What was written; nothing once the Centre has hidden it.
    pub text: Option<String>,
    /// In which language the page was that it was written on.
    pub lang: Locale,
    /// When, milliseconds since 1970 UTC.
    pub at: i64,
    /// Whether it is a buyer's that nobody has answered.
    pub is_open: bool,
}

/// Who writes about an order, and what.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub order: OrderId,
    pub author: OrderParty,
    pub user: Option<UserId>,
    pub text: MessageText,
    pub lang: Locale,
    pub now: i64,
}

/// The messages of these orders, the oldest first.
pub(crate) async fn messages_of(
    db: &impl ConnectionTrait,
    orders: &[OrderId],
) -> Result<HashMap<OrderId, Vec<OrderMessage>>> {
    let rows = order_message::Entity::find()
        .filter(order_message::Column::OrderId.is_in(orders.iter().copied()))
        .order_by_asc(order_message::Column::Id)
        .readable(db)
        .await?;
    let mut messages: HashMap<OrderId, Vec<OrderMessage>> = HashMap::new();
    for row in rows {
        messages.entry(row.order_id).or_default().push(OrderMessage {
            id: row.id,
            author: row.author,
            is_open: row.author == OrderParty::Buyer && row.answered_at.is_none() && row.hidden_at.is_none(),
            text: row.hidden_at.is_none().then_some(row.text),
            lang: row.lang,
            at: row.at,
        });
    }
    Ok(messages)
}

/// The buyer writes to the cooperative of one order of the group.
///
/// # Errors
/// [`Error::Fields`] on `text`; [`ErrorCode::WaitForAnswer`] when too much is unanswered; as [`write`]; [`Error::NotFound`]
/// when the order is not of this group.
#[crate::boxed]
pub async fn ask(shop: &Shop, access: &OrderAccess, order: OrderId, lang: Locale, typed: &str) -> Result<()> {
    let text = read_text(typed)?;
    let group = find_row(shop, access.code()).await?.ok_or(Error::NotFound)?.id;
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            let text = text.clone();
            Box::pin(async move {
                let row = order::Entity::find_by_id(order)
                    .filter(order::Column::GroupId.eq(group))
                    .one(tx)
                    .await?
                    .ok_or(Error::NotFound)?;
                write_as_buyer(tx, &row, text, lang, now).await
            })
        })
        .await
}

/// Adds what a buyer wrote, and tells the cooperative.
///
/// # Errors
/// [`ErrorCode::WaitForAnswer`] when too much is unanswered; as [`write`].
pub(super) async fn write_as_buyer(
    tx: &Tx,
    row: &order::Model,
    text: MessageText,
    lang: Locale,
    now: i64,
) -> Result<()> {
    let order = row.id;
    // One after the other, so that the bound holds.
    lock_group(tx, row).await?;
    let unanswered = open_of(order).count(tx).await?;
    if unanswered >= UNANSWERED {
        return Err(Error::Refused(ErrorCode::WaitForAnswer));
    }
    let written = Written {
        order,
        author: OrderParty::Buyer,
        user: None,
        text,
        lang,
        now,
    };
    write(tx, row, written).await?;
    // Told once; what follows before the answer is read with it.
    if unanswered == 0 {
        tell(tx, now, Notice::QuestionAsked { order }).await?;
    }
    Ok(())
}

/// What was typed, if it can be sent.
pub(crate) fn read_text(typed: &str) -> Result<MessageText> {
    MessageText::parse(typed).map_err(|error| Error::field("text", text_code(error)))
}

/// Locks the group of an order whose buyer is known: who forgets the buyer waits, and takes what is written along. The group
/// comes first, as in every step.
///
/// # Errors
/// [`ErrorCode::OrderOver`] once it is forgotten whose order it was.
async fn lock_group(tx: &Tx, order: &order::Model) -> Result<()> {
    let group = order_group::Entity::find_by_id(order.group_id)
        .lock_exclusive()
        .one(tx)
        .await?;
    if group.is_none_or(|group| group.buyer_name.is_empty()) {
        return Err(Error::Refused(ErrorCode::OrderOver));
    }
    Ok(())
}

/// Adds a message; those of the other side count as answered. Answers whether it is more than another line of what the same
/// side wrote just before.
///
/// # Errors
/// [`ErrorCode::ConversationFull`] after [`MOST`]; [`ErrorCode::OrderOver`] once it is forgotten whose order it was.
pub(crate) async fn write(tx: &Tx, order: &order::Model, written: Written) -> Result<bool> {
    lock_group(tx, order).await?;
    let of_order = || order_message::Entity::find().filter(order_message::Column::OrderId.eq(written.order));
    if of_order().count(tx).await? >= MOST {
        return Err(Error::Refused(ErrorCode::ConversationFull));
    }
    let last = of_order().order_by_desc(order_message::Column::Id).one(tx).await?;
    let is_buyers = |author| author == OrderParty::Buyer;
    let goes_on = last
        .is_some_and(|last| is_buyers(last.author) == is_buyers(written.author) && written.now - last.at < TOGETHER);
    if written.author != OrderParty::Buyer {
        set_answered(tx, written.order, written.now).await?;
    }
    order_message::Entity::insert(order_message::ActiveModel {
        order_id: Set(written.order),
        cooperative_id: Set(order.cooperative_id),
        author: Set(written.author),
        user_id: Set(written.user),
        text: Set(written.text.into_string()),
        lang: Set(written.lang),
        at: Set(written.now),
        // Only what a buyer wrote waits for an answer.
        answered_at: Set((written.author != OrderParty::Buyer).then_some(written.now)),
        ..Default::default()
    })
    .exec_without_returning(tx)
    .await?;
    Ok(!goes_on)
}

/// Nothing that the buyer wrote waits for an answer any more.
pub(crate) async fn set_answered(tx: &Tx, order: OrderId, now: i64) -> Result<()> {
    order_message::Entity::update_many()
        .col_expr(order_message::Column::AnsweredAt, Expr::value(now))
        .filter(order_message::Column::OrderId.eq(order))
        .filter(order_message::Column::AnsweredAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

/// Nobody reads this message any more; its row stays for whoever has to decide about it.
///
/// # Errors
/// [`Error::NotFound`] when it is not of this order.
pub(crate) async fn hide(tx: &Tx, order: OrderId, message: OrderMessageId, now: i64) -> Result<()> {
    let done = order_message::Entity::update_many()
        .col_expr(order_message::Column::HiddenAt, Expr::value(now))
        .filter(order_message::Column::Id.eq(message))
        .filter(order_message::Column::OrderId.eq(order))
        .exec(tx)
        .await?;
    if done.rows_affected == 0 {
        return Err(Error::NotFound);
    }
    Ok(())
}

/// What the buyer of an order wrote and nobody answered.
fn open_of(order: OrderId) -> db::sea_orm::Select<order_message::Entity> {
    order_message::Entity::find()
        .filter(order_message::Column::OrderId.eq(order))
        .filter(order_message::Column::AnsweredAt.is_null())
        .filter(order_message::Column::HiddenAt.is_null())
}
