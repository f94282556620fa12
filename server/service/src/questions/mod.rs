//! Questions about products: anybody asks on a product's page, its cooperative answers, and then all read both. What buyers
//! write about their orders is another thing: that is between the two ([`orders`](crate::orders)).
//!
//! A stranger's text is bounded in every direction: what holds a way out of the shop waits for the Centre, one text is asked
//! once, and no network can fill a cooperative's list.

mod ask;
mod centre;
mod read;
mod studio;
mod view;

pub use ask::{Asked, Browser, NewQuestion, ask, report, take_back};
pub use centre::{hide, keep, list_held, list_hidden, list_reported, publish};
pub use read::{on_product, page};
pub(crate) use studio::waiting_of;
pub use studio::{QuestionFilter, answer, decline, find_of_cooperative, list};
pub use view::{
    OnProduct, OwnQuestion, ProductAnswer, QuestionList, QuestionRow, QuestionView, QuestionsAbout, QuestionsPage,
};

use db::entities::{product_question, product_question_report};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};
use db::{Readable, Tx};
use domain::{ErrorCode, HideReason, ProductQuestionId, QuestionState, QuestionStep};

use crate::Shop;
use crate::error::{Error, Result};

/// Name of the cookie by which a browser is known that asked something.
pub const COOKIE: &str = "__Host-asker";
/// How long it is known, seconds: as long as its question may wait.
pub const COOKIE_SECONDS: u64 = 180 * 86_400;
/// Questions on one page of a list.
const PAGE: u64 = 20;

const DAY: i64 = 86_400_000;
/// Who asked is forgotten after this time, and so is a question that nobody answered.
const WAITS_MS: i64 = 180 * DAY;
/// What was declined or taken back is there for disputes for so long.
const CLOSED_MS: i64 = 90 * DAY;
/// Rows of one batch, and batches of one round.
const BATCH: u64 = 200;
const ROUND: usize = 50;

/// A question that `of` lets through, locked.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
async fn find(tx: &Tx, id: ProductQuestionId, of: Condition) -> Result<product_question::Model> {
    product_question::Entity::find_by_id(id)
        .filter(of)
        .lock_exclusive()
        .one(tx)
        .await?
        .ok_or(Error::NotFound)
}

/// The state of a question after a step.
///
/// # Errors
/// [`ErrorCode::InvalidTransition`] when it stands otherwise meanwhile.
fn next(row: &product_question::Model, step: QuestionStep) -> Result<QuestionState> {
    let next = row.state.after(step, row.answer.is_some());
    next.ok_or(Error::Refused(ErrorCode::InvalidTransition))
}

/// Declines a question or takes it out of sight; nobody is told of an answer to it any more.
async fn close(tx: &Tx, row: &product_question::Model, now: i64, reason: HideReason, words: &str) -> Result<()> {
    let next = next(row, QuestionStep::Hide)?;
    product_question::Entity::update_many()
        .col_expr(product_question::Column::State, Expr::value(next))
        .col_expr(product_question::Column::ClosedAt, Expr::value(now))
        .col_expr(product_question::Column::ClosedFor, Expr::value(reason))
        .col_expr(product_question::Column::ClosedWords, Expr::value(words))
        .col_expr(product_question::Column::Phone, Expr::value(None::<String>))
        .col_expr(product_question::Column::Reports, Expr::value(0_i64))
        .filter(product_question::Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Removes questions that nobody answered in half a year and those that were closed long ago, and forgets who asked the others
/// and who reported them; answers how many rows that were.
pub(crate) async fn expire(shop: &Shop, now: i64) -> Result<u64> {
    let mut done = 0;
    for _ in 0..ROUND {
        let gone = remove_some(shop, now).await?;
        done += gone;
        if gone == 0 {
            break;
        }
    }
    Ok(done + forget_askers(shop, now).await? + forget_reporters(shop, now).await?)
}

/// What is past its time. That a question which waits has no answer is said for its index.
fn is_over(now: i64) -> Condition {
    Condition::any()
        .add(
            Condition::all()
                .add(product_question::Column::State.is_in([QuestionState::Asked, QuestionState::Held]))
                .add(product_question::Column::Answer.is_null())
                .add(product_question::Column::AskedAt.lt(now - WAITS_MS)),
        )
        .add(
            Condition::all()
                .add(product_question::Column::State.is_in([QuestionState::Hidden, QuestionState::Removed]))
                .add(product_question::Column::ClosedAt.lt(now - CLOSED_MS)),
        )
}

async fn remove_some(shop: &Shop, now: i64) -> Result<u64> {
    let ids: Vec<ProductQuestionId> = product_question::Entity::find()
        .select_only()
        .column(product_question::Column::Id)
        .filter(is_over(now))
        .limit(BATCH)
        .into_tuple()
        .all(shop.db().read())
        .await?;
    if ids.is_empty() {
        return Ok(0);
    }
    shop.db()
        .write_as_job(move |tx| {
            let ids = ids.clone();
            Box::pin(async move {
                // One that was answered since stays, and what was said of it.
                let over: Vec<ProductQuestionId> = product_question::Entity::find()
                    .select_only()
                    .column(product_question::Column::Id)
                    .filter(product_question::Column::Id.is_in(ids))
                    .filter(is_over(now))
                    .lock_exclusive()
                    .into_tuple()
                    .all(tx)
                    .await?;
                product_question_report::Entity::delete_many()
                    .filter(product_question_report::Column::QuestionId.is_in(over.iter().copied()))
                    .exec(tx)
                    .await?;
                let done = product_question::Entity::delete_many()
                    .filter(product_question::Column::Id.is_in(over))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(done.rows_affected)
            })
        })
        .await
}

/// Who asked what was answered, so long ago that nobody waits for it.
async fn forget_askers(shop: &Shop, now: i64) -> Result<u64> {
    let known = move || {
        Condition::all()
            .add(product_question::Column::AskedAt.lt(now - WAITS_MS))
            .add(
                Condition::any()
                    .add(product_question::Column::Asker.ne(""))
                    .add(product_question::Column::Network.ne(""))
                    .add(product_question::Column::Phone.is_not_null()),
            )
    };
    if !product_question::Entity::find()
        .filter(known())
        .has_rows(shop.db().read())
        .await?
    {
        return Ok(0);
    }
    shop.db()
        .write_as_job(move |tx| {
            Box::pin(async move {
                let done = product_question::Entity::update_many()
                    .col_expr(product_question::Column::Asker, Expr::value(""))
                    .col_expr(product_question::Column::Network, Expr::value(""))
                    .col_expr(product_question::Column::Phone, Expr::value(None::<String>))
                    .filter(known())
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(done.rows_affected)
            })
        })
        .await
}

async fn forget_reporters(shop: &Shop, now: i64) -> Result<u64> {
    let old = move || product_question_report::Column::At.lt(now - WAITS_MS);
    if !product_question_report::Entity::find()
        .filter(old())
        .has_rows(shop.db().read())
        .await?
    {
        return Ok(0);
    }
    shop.db()
        .write_as_job(move |tx| {
            Box::pin(async move {
                let done = product_question_report::Entity::delete_many()
                    .filter(old())
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(done.rows_affected)
            })
        })
        .await
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use db::sea_orm::{ConnectionTrait, DatabaseBackend, QueryTrait, Statement};
    use testing::{Database, TestShop};

    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn what_is_past_its_time_is_found_without_reading_all_that_was_asked() {
        let shop = TestShop::open_empty(Database::Sqlite).await.unwrap();
        let found = product_question::Entity::find().filter(is_over(1));
        // With its values apart, as it is asked: a part of an index may hold for some only.
        let found = found.build(DatabaseBackend::Sqlite);
        let explain = Statement {
            sql: format!("EXPLAIN QUERY PLAN {}", found.sql),
            ..found
        };
        let rows = shop.db().read().query_all_raw(explain).await.unwrap();
        let steps = rows.iter().map(|row| row.try_get::<String>("", "detail").unwrap());
        let plan = steps.collect::<Vec<_>>().join("; ");
        for index in ["product_questions_unanswered", "product_questions_closed"] {
            assert!(plan.contains(index), "{plan}");
        }
        assert!(!plan.contains("SCAN"), "{plan}");
    }
}
