//! Reviews of a cooperative's goods, and its answers.

use db::entities::review;
use db::sea_orm::{ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use db::sea_orm::{QuerySelect, Select};
use domain::{
    Action, Actor, AuditAction, CooperativeId, ErrorCode, FieldCode, Locale, MessageText, ReviewFilter, ReviewId,
    ReviewState, TextError, WrittenIn,
};

use super::rows::{PAGE, list_of, read, work_row};
use super::view::{ReviewList, ReviewRow};
use super::write::save;
use crate::audit::signature;
use crate::cooperatives::require_selling;
use crate::error::{Error, Result, text_code};
use crate::rights::own_cooperative;
use crate::{Shop, audit};

/// How far those that wait are counted.
const COUNTED: u64 = 100;
/// The most stars of a review that says that something was wrong.
const LOW: i64 = 3;

/// Reviews of the goods of the actor's cooperative, the newest first, after `after`.
///
/// # Errors
/// [`Error::NotFound`] for who may not answer them.
#[crate::boxed]
pub async fn of_cooperative(
    shop: &Shop,
    actor: Actor,
    locale: Locale,
    filter: ReviewFilter,
    after: Option<ReviewId>,
) -> Result<ReviewList> {
    let own = own_cooperative(actor, Action::AnswerBuyers)?;
    let mut wanted = published(own.id());
    match filter {
        ReviewFilter::All => {}
        ReviewFilter::Unanswered => wanted = wanted.filter(waits_for_answer()),
        ReviewFilter::LowStars => wanted = wanted.filter(review::Column::Stars.lte(LOW)),
    }
    if let Some(after) = after {
        wanted = wanted.filter(review::Column::Id.lt(after));
    }
    let wanted = wanted.order_by_desc(review::Column::Id).limit(PAGE as u64 + 1);
    list_of(shop, locale, read(shop.db().read(), wanted).await?).await
}

/// One of them.
///
/// # Errors
/// [`Error::NotFound`] when it is another's, and for who may not answer it.
#[crate::boxed]
pub async fn find_of_cooperative(shop: &Shop, actor: Actor, locale: Locale, id: ReviewId) -> Result<ReviewRow> {
    let own = own_cooperative(actor, Action::AnswerBuyers)?;
    let row = published(own.id())
        .filter(review::Column::Id.eq(id))
        .one(shop.db().read())
        .await?;
    work_row(shop, locale, row.ok_or(Error::NotFound)?).await
}

/// How many reviews of a cooperative's goods wait for an answer, up to a hundred.
pub(crate) async fn unanswered_of(db: &impl ConnectionTrait, cooperative: CooperativeId) -> Result<u64> {
    let waiting: Vec<ReviewId> = published(cooperative)
        .filter(waits_for_answer())
        .select_only()
        .column(review::Column::Id)
        .limit(COUNTED)
        .into_tuple()
        .all(db)
        .await?;
    Ok(waiting.len() as u64)
}

fn published(cooperative: CooperativeId) -> Select<review::Entity> {
    review::Entity::find()
        .filter(review::Column::CooperativeId.eq(cooperative))
        .filter(review::Column::State.eq(ReviewState::Published))
}

/// Good stars alone need no answer.
fn waits_for_answer() -> Condition {
    let says_something = Condition::any()
        .add(review::Column::Text.ne(""))
        .add(review::Column::Stars.lte(LOW));
    Condition::all()
        .add(review::Column::Answer.is_null())
        .add(says_something)
}

/// The cooperative says something to a review, in the place of what it said before; an empty text takes that away. `seen` is
/// when the answer was written that stood beside the field, if one did: what another member said meanwhile is not replaced
/// unread.
///
/// # Errors
/// [`Error::Fields`] on `text`, also when it is empty and nothing was said before, and with [`FieldCode::Changed`] when
/// something else was said meanwhile; [`ErrorCode::InvalidTransition`] when it was hidden or taken back meanwhile;
/// [`ErrorCode::Suspended`], but an answer may be taken away; [`Error::NotFound`] when it is another's, and for who may not
/// answer it.
#[crate::boxed]
pub async fn answer(
    shop: &Shop,
    actor: Actor,
    id: ReviewId,
    page: Locale,
    typed: &str,
    seen: Option<i64>,
) -> Result<()> {
    let own = own_cooperative(actor, Action::AnswerBuyers)?.id();
    let text = match MessageText::parse(typed) {
        Ok(text) => Some(text.into_string()),
        Err(TextError::Required) => None,
        Err(error) => return Err(Error::field("text", text_code(error))),
    };
    let (now, by) = (shop.now(), signature(actor));
    shop.once()
        .write(move |tx| {
            let (text, by) = (text.clone(), by.clone());
            Box::pin(async move {
                let row = review::Entity::find_by_id(id)
                    .filter(review::Column::CooperativeId.eq(own))
                    .lock_exclusive()
                    .one(tx)
                    .await?
                    .ok_or(Error::NotFound)?;
                if row.state != ReviewState::Published {
                    return Err(Error::Refused(ErrorCode::InvalidTransition));
                }
                if text.is_some() {
                    require_selling(tx, own).await?;
                }
                if text.is_none() && row.answer.is_none() && seen.is_none() {
                    return Err(Error::field("text", FieldCode::Required));
                }
                // Sent again to a review that was changed since, the same words are said anew.
                let is_current = row.answered_at.is_none_or(|at| at >= row.changed_at);
                if row.answer == text && is_current {
                    return Ok(());
                }
                if row.answered_at != seen {
                    return Err(Error::field("text", FieldCode::Changed));
                }
                let changed = review::ActiveModel {
                    answer_lang: Set(text.as_deref().map(|text| WrittenIn::guess(text, page))),
                    answered_at: Set(text.is_some().then_some(now)),
                    answer: Set(text),
                    ..Default::default()
                };
                save(tx, id, changed).await?;
                let (object, detail) = (format!("product:{}", row.product_id), format!("review:{id}"));
                audit::note(tx, now, &by, AuditAction::ReviewAnswer, &object, &detail).await
            })
        })
        .await
}
