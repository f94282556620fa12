//! What the Centre does with questions: those that wait for its look, and those that somebody reported.

use db::Tx;
use db::entities::product_question;
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, Select};
use domain::{
    Action, Actor, AuditAction, ErrorCode, FieldCode, HideReason, Locale, Note, ProductQuestionId, QuestionState,
    QuestionStep, Subject, UserId,
};

use super::studio::listed;
use super::view::QuestionList;
use super::{close, find, next};
use crate::error::{Error, Result};
use crate::{Shop, audit, rights};

fn of_centre(actor: Actor) -> Result<UserId> {
    rights::ask(actor, Action::ModerateTexts, Subject::Centre)?;
    actor.user().ok_or(Error::NotFound)
}

/// Those that wait for a look.
fn held() -> Select<product_question::Entity> {
    product_question::Entity::find().filter(product_question::Column::State.eq(QuestionState::Held))
}

/// Those that all read, and that somebody reported.
fn reported() -> Select<product_question::Entity> {
    product_question::Entity::find()
        .filter(product_question::Column::State.eq(QuestionState::Answered))
        .filter(product_question::Column::Reports.gt(0_i64))
}

/// The first questions that wait for a look, the oldest first.
///
/// # Errors
/// [`Error::NotFound`] for who may not.
#[crate::boxed]
pub async fn list_held(shop: &Shop, actor: Actor, locale: Locale) -> Result<QuestionList> {
    of_centre(actor)?;
    listed(shop, locale, held().order_by_asc(product_question::Column::Id)).await
}

/// The first questions that somebody reported, the oldest first.
///
/// # Errors
/// [`Error::NotFound`] for who may not.
#[crate::boxed]
pub async fn list_reported(shop: &Shop, actor: Actor, locale: Locale) -> Result<QuestionList> {
    of_centre(actor)?;
    listed(shop, locale, reported().order_by_asc(product_question::Column::Id)).await
}

/// Questions out of sight, the one that was hidden last first, after `after`.
///
/// # Errors
/// [`Error::NotFound`] for who may not.
#[crate::boxed]
pub async fn list_hidden(
    shop: &Shop,
    actor: Actor,
    locale: Locale,
    after: Option<ProductQuestionId>,
) -> Result<QuestionList> {
    of_centre(actor)?;
    // When it was hidden is said for its index.
    let mut hidden = product_question::Entity::find()
        .filter(product_question::Column::State.eq(QuestionState::Hidden))
        .filter(product_question::Column::ClosedAt.is_not_null());
    if let Some(after) = after {
        let last = product_question::Entity::find_by_id(after)
            .one(shop.db().read())
            .await?;
        if let Some(closed_at) = last.and_then(|row| row.closed_at) {
            let with_it = Condition::all()
                .add(product_question::Column::ClosedAt.eq(closed_at))
                .add(product_question::Column::Id.lt(after));
            hidden = hidden.filter(
                Condition::any()
                    .add(product_question::Column::ClosedAt.lt(closed_at))
                    .add(with_it),
            );
        }
    }
    let hidden = hidden
        .order_by_desc(product_question::Column::ClosedAt)
        .order_by_desc(product_question::Column::Id);
    listed(shop, locale, hidden).await
}

/// Lets a question through that waited for a look, or shows one again that was hidden.
///
/// # Errors
/// [`ErrorCode::InvalidTransition`] when it is neither; [`Error::NotFound`] for who may not, and when there is none.
#[crate::boxed]
pub async fn publish(shop: &Shop, actor: Actor, id: ProductQuestionId) -> Result<()> {
    let by = of_centre(actor)?;
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            Box::pin(async move {
                let row = find(tx, id, Condition::all()).await?;
                let next = next(&row, QuestionStep::Publish)?;
                product_question::Entity::update_many()
                    .col_expr(product_question::Column::State, Expr::value(next))
                    .col_expr(product_question::Column::HeldFor, Expr::value(None::<String>))
                    .col_expr(product_question::Column::ClosedAt, Expr::value(None::<i64>))
                    .col_expr(product_question::Column::ClosedFor, Expr::value(None::<String>))
                    .col_expr(product_question::Column::ClosedWords, Expr::value(""))
                    .col_expr(product_question::Column::Reports, Expr::value(0_i64))
                    .filter(product_question::Column::Id.eq(id))
                    .exec(tx)
                    .await?;
                note(tx, now, by, AuditAction::QuestionPublish, &row, "").await
            })
        })
        .await
}

/// Takes a question out of sight, with a reason that whoever asked reads, and words that may be empty.
///
/// # Errors
/// [`Error::Fields`] on `words`; [`ErrorCode::InvalidTransition`] when it is out of sight; [`Error::NotFound`] for who may not,
/// and when there is none.
#[crate::boxed]
pub async fn hide(shop: &Shop, actor: Actor, id: ProductQuestionId, reason: HideReason, words: &str) -> Result<()> {
    let by = of_centre(actor)?;
    let words = Note::parse(words).map_err(|error| Error::field("words", FieldCode::from(error)))?;
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            let words = words.clone();
            Box::pin(async move {
                let row = find(tx, id, Condition::all()).await?;
                close(tx, &row, now, reason, words.as_str()).await?;
                note(tx, now, by, AuditAction::QuestionHide, &row, reason.as_str()).await
            })
        })
        .await
}

/// Keeps a question that somebody reported: all go on reading it. Who reported it is not heard again.
///
/// # Errors
/// [`ErrorCode::InvalidTransition`] when all do not read it; [`Error::NotFound`] for who may not, and when there is none.
#[crate::boxed]
pub async fn keep(shop: &Shop, actor: Actor, id: ProductQuestionId) -> Result<()> {
    let by = of_centre(actor)?;
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            Box::pin(async move {
                let row = find(tx, id, Condition::all()).await?;
                if row.state != QuestionState::Answered {
                    return Err(Error::Refused(ErrorCode::InvalidTransition));
                }
                product_question::Entity::update_many()
                    .col_expr(product_question::Column::Reports, Expr::value(0_i64))
                    .filter(product_question::Column::Id.eq(id))
                    .exec(tx)
                    .await?;
                note(tx, now, by, AuditAction::QuestionKeep, &row, "").await
            })
        })
        .await
}

/// Notes what was done, by the product it is about.
async fn note(
    tx: &Tx,
    now: i64,
    by: UserId,
    action: AuditAction,
    row: &product_question::Model,
    reason: &str,
) -> Result<()> {
    let object = format!("product:{}", row.product_id);
    let detail = format!("question:{} {reason}", row.id);
    audit::note(tx, now, &format!("user:{by}"), action, &object, detail.trim_end()).await
}
