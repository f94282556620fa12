//! Reviews at which the Centre has to look: those that are held, and those that somebody reported.

use db::Tx;
use db::entities::review;
use db::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use domain::{
    Action, Actor, AuditAction, ErrorCode, FieldCode, HideReason, Locale, Note, ReviewId, ReviewState, Subject,
};

use super::rows::{PAGE, list_of, read};
use super::view::ReviewList;
use super::write::save;
use crate::audit::signature;
use crate::error::{Error, Result};
use crate::{Shop, audit, rights, withdrawn_pictures};

fn held() -> Select<review::Entity> {
    review::Entity::find().filter(review::Column::State.eq(ReviewState::Held))
}

fn reported() -> Select<review::Entity> {
    review::Entity::find()
        .filter(review::Column::State.eq(ReviewState::Published))
        .filter(review::Column::Reports.gt(0))
}

/// The first of those that wait for the Centre, the oldest first.
///
/// # Errors
/// [`Error::NotFound`] for who may not decide about them.
#[crate::boxed]
pub async fn list_held(shop: &Shop, actor: Actor, locale: Locale) -> Result<ReviewList> {
    rights::ask(actor, Action::ModerateTexts, Subject::Centre)?;
    list(shop, locale, held()).await
}

/// The first of those that all see and somebody reported, the oldest first.
///
/// # Errors
/// [`Error::NotFound`] for who may not decide about them.
#[crate::boxed]
pub async fn list_reported(shop: &Shop, actor: Actor, locale: Locale) -> Result<ReviewList> {
    rights::ask(actor, Action::ModerateTexts, Subject::Centre)?;
    list(shop, locale, reported()).await
}

/// Reviews out of sight, the newest first, after `after`.
///
/// # Errors
/// [`Error::NotFound`] for who may not decide about them.
#[crate::boxed]
pub async fn list_hidden(shop: &Shop, actor: Actor, locale: Locale, after: Option<ReviewId>) -> Result<ReviewList> {
    rights::ask(actor, Action::ModerateTexts, Subject::Centre)?;
    let mut hidden = review::Entity::find().filter(review::Column::State.eq(ReviewState::Hidden));
    if let Some(after) = after {
        hidden = hidden.filter(review::Column::Id.lt(after));
    }
    // What is hidden has no reports; they stand before the number in the index.
    let hidden = hidden
        .order_by_desc(review::Column::Reports)
        .order_by_desc(review::Column::Id)
        .limit(PAGE as u64 + 1);
    list_of(shop, locale, read(shop.db().read(), hidden).await?).await
}

async fn list(shop: &Shop, locale: Locale, wanted: Select<review::Entity>) -> Result<ReviewList> {
    let wanted = wanted.order_by_asc(review::Column::Id).limit(PAGE as u64 + 1);
    list_of(shop, locale, read(shop.db().read(), wanted).await?).await
}

/// What the Centre decides.
#[derive(Clone, Debug)]
enum Decision {
    Publish,
    Hide(HideReason, String),
    Keep,
}

/// Lets all read a review that is held or was taken away; who reported it was heard.
///
/// # Errors
/// [`Error::NotFound`] for who may not, and when there is none; [`ErrorCode::InvalidTransition`] when all read it already.
#[crate::boxed]
pub async fn publish(shop: &Shop, actor: Actor, id: ReviewId) -> Result<()> {
    decide(shop, actor, id, Decision::Publish).await
}

/// Takes a review away, for a reason that its writer reads, with words that may be empty.
///
/// # Errors
/// [`Error::Fields`] on `words`; [`Error::NotFound`] for who may not, and when there is none;
/// [`ErrorCode::InvalidTransition`] when it is away already.
#[crate::boxed]
pub async fn hide(shop: &Shop, actor: Actor, id: ReviewId, reason: HideReason, words: &str) -> Result<()> {
    let words = Note::parse(words).map_err(|error| Error::field("words", FieldCode::from(error)))?;
    decide(shop, actor, id, Decision::Hide(reason, words.into_string())).await
}

/// Leaves a review that was reported as it is.
///
/// # Errors
/// [`Error::NotFound`] for who may not, and when there is none; [`ErrorCode::InvalidTransition`] when nobody sees it.
#[crate::boxed]
pub async fn keep(shop: &Shop, actor: Actor, id: ReviewId) -> Result<()> {
    decide(shop, actor, id, Decision::Keep).await
}

async fn decide(shop: &Shop, actor: Actor, id: ReviewId, decision: Decision) -> Result<()> {
    rights::ask(actor, Action::ModerateTexts, Subject::Centre)?;
    let (now, by) = (shop.now(), signature(actor));
    shop.once()
        .write(move |tx| {
            let (decision, by) = (decision.clone(), by.clone());
            Box::pin(async move { carry_out(tx, id, decision, now, &by).await })
        })
        .await
}

async fn carry_out(tx: &Tx, id: ReviewId, decision: Decision, now: i64, by: &str) -> Result<()> {
    let row = review::Entity::find_by_id(id)
        .filter(review::Column::State.ne(ReviewState::Removed))
        .lock_exclusive()
        .one(tx)
        .await?
        .ok_or(Error::NotFound)?;
    let is_there = match decision {
        Decision::Publish => row.state != ReviewState::Published,
        Decision::Hide(..) => row.state != ReviewState::Hidden,
        Decision::Keep => row.state == ReviewState::Published,
    };
    if !is_there {
        return Err(Error::Refused(ErrorCode::InvalidTransition));
    }
    // Who reported it stays noted: the same is not said twice.
    let mut changed = review::ActiveModel {
        reports: Set(0),
        ..Default::default()
    };
    let mut detail = format!("review:{id}");
    let action = match decision {
        Decision::Publish => {
            changed.state = Set(ReviewState::Published);
            changed.published_at = Set(Some(now));
            changed.held_for = Set(None);
            changed.hide_reason = Set(None);
            changed.hide_words = Set(String::new());
            withdrawn_pictures::note_of_review(tx, id, None).await?;
            AuditAction::ReviewPublish
        }
        Decision::Hide(reason, words) => {
            detail = format!("{detail} {reason}");
            changed.state = Set(ReviewState::Hidden);
            changed.held_for = Set(None);
            changed.hide_reason = Set(Some(reason));
            changed.hide_words = Set(words);
            withdrawn_pictures::note_of_review(tx, id, Some(now)).await?;
            AuditAction::ReviewHide
        }
        Decision::Keep => AuditAction::ReviewKeep,
    };
    save(tx, id, changed).await?;
    let object = format!("product:{}", row.product_id);
    audit::note(tx, now, by, action, &object, &detail).await
}
