//! What buyers write about their orders, and what the cooperative answers.

use db::entities::order_message;
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{Action, Actor, AuditAction, CooperativeId, Locale, OrderId, OrderMessageId, OrderParty};

use super::change_view::Question;
use super::list;
use super::orders::find_mine;
use super::view::StageCount;
use super::{is_support, signature};
use crate::Shop;
use crate::error::{Error, Result};
use crate::messages::{Notice, tell};
use crate::orders::{Written, hide, messages_of, read_text, set_answered, write};
use crate::rights::own_cooperative;

/// Orders with a question on the page, and how far they are counted.
const MOST: usize = 99;

/// The orders whose buyers wait for an answer, the longest waiting first, up to [`MOST`]; and whether there are more.
///
/// # Errors
/// [`Error::NotFound`] for anybody who is not of a cooperative.
#[crate::boxed]
pub async fn questions(shop: &Shop, actor: Actor, locale: Locale) -> Result<(Vec<Question>, bool)> {
    let own = own_cooperative(actor, Action::ReadOrders)?;
    let db = shop.db().read();
    let mut ids = waiting(db, own.id()).await?;
    let has_more = ids.len() > MOST;
    ids.truncate(MOST);
    let orders = list::rows(shop, locale, &ids).await?;
    let mut messages = messages_of(db, &ids).await?;
    let questions = orders
        .into_iter()
        .map(|order| Question {
            asked: messages
                .remove(&order.id)
                .unwrap_or_default()
                .into_iter()
                .filter(|message| message.is_open)
                .collect(),
            order,
        })
        .collect();
    Ok((questions, has_more))
}

/// How many orders' buyers wait for an answer.
pub(super) async fn count(db: &impl ConnectionTrait, cooperative: CooperativeId) -> Result<StageCount> {
    let waiting = waiting(db, cooperative).await?;
    Ok(StageCount::up_to(waiting.len() as u64, MOST as u64))
}

/// The orders whose buyers wait, one more than are shown.
async fn waiting(db: &impl ConnectionTrait, cooperative: CooperativeId) -> Result<Vec<OrderId>> {
    Ok(order_message::Entity::find()
        .select_only()
        .column(order_message::Column::OrderId)
        .filter(order_message::Column::CooperativeId.eq(cooperative))
        .filter(order_message::Column::AnsweredAt.is_null())
        .filter(order_message::Column::HiddenAt.is_null())
        .group_by(order_message::Column::OrderId)
        .order_by_asc(order_message::Column::Id.min())
        .limit(MOST as u64 + 1)
        .into_tuple()
        .all(db)
        .await?)
}

/// The cooperative writes to the buyer of an order; what the buyer wrote counts as answered.
///
/// # Errors
/// [`Error::Fields`] on `text`; [`Error::NotFound`] when it is another's.
#[crate::boxed]
pub async fn answer(shop: &Shop, actor: Actor, id: OrderId, lang: Locale, typed: &str) -> Result<()> {
    let own = own_cooperative(actor, Action::MoveOrder)?;
    let text = read_text(typed)?;
    let author = if is_support(actor) {
        OrderParty::Centre
    } else {
        OrderParty::Cooperative
    };
    let (now, user) = (shop.now(), actor.user());
    shop.once()
        .write(move |tx| {
            let text = text.clone();
            Box::pin(async move {
                let row = find_mine(tx, own, id).await?;
                let written = Written {
                    order: id,
                    author,
                    user,
                    text,
                    lang,
                    now,
                };
                if write(tx, &row, written).await? {
                    tell(tx, now, Notice::QuestionAnswered { order: id }).await?;
                }
                Ok(())
            })
        })
        .await
}

/// What the buyer of an order wrote needs no answer.
///
/// # Errors
/// [`Error::NotFound`] when it is another's.
#[crate::boxed]
pub async fn need_no_answer(shop: &Shop, actor: Actor, id: OrderId) -> Result<()> {
    let own = own_cooperative(actor, Action::MoveOrder)?;
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            Box::pin(async move {
                find_mine(tx, own, id).await?;
                set_answered(tx, id, now).await
            })
        })
        .await
}

/// The Centre's people take a message out of sight.
///
/// # Errors
/// [`Error::NotFound`] for anybody else, and when it is of another order.
#[crate::boxed]
pub async fn hide_message(shop: &Shop, actor: Actor, id: OrderId, message: OrderMessageId) -> Result<()> {
    let own = own_cooperative(actor, Action::MoveOrder)?;
    if !is_support(actor) {
        return Err(Error::NotFound);
    }
    let (now, by) = (shop.now(), signature(actor));
    shop.once()
        .write(move |tx| {
            let by = by.clone();
            Box::pin(async move {
                find_mine(tx, own, id).await?;
                hide(tx, id, message, now).await?;
                crate::audit::note(
                    tx,
                    now,
                    &by,
                    AuditAction::MessageHide,
                    &format!("order:{id}"),
                    &message.to_string(),
                )
                .await
            })
        })
        .await
}
