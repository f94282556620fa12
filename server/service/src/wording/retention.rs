//! What becomes of versions, comments and problems after a time.

use db::Tx;
use db::entities::{glossary_change, text_comment, text_problem, text_version};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};
use domain::{GlossaryChangeId, TextCommentId, TextVersionId, VersionState};

use super::DAY;
use crate::Shop;
use crate::error::Result;

/// What came to nothing.
const DECIDED: i64 = 365 * DAY;
/// What stands in the files, and what all read before: the history of a text.
const HISTORY: i64 = 5 * 365 * DAY;
/// Who wrote it is forgotten.
const PERSON: i64 = 365 * DAY;
/// What translators told each other.
const COMMENT: i64 = 2 * 365 * DAY;
/// A program tells more often what it cannot use.
const PROBLEM: i64 = DAY;
/// Rows of one round; the rest waits for the next.
const ROUND: u64 = 500;

/// Removes what is past its time.
pub(crate) async fn expire(shop: &Shop, now: i64) -> Result<u64> {
    let db = shop.db().read();
    let nothing = [VersionState::Rejected, VersionState::Withdrawn, VersionState::Undone];
    let decided: Vec<TextVersionId> = text_version::Entity::find()
        .select_only()
        .column(text_version::Column::Id)
        .filter(text_version::Column::State.is_in(nothing))
        .filter(text_version::Column::CreatedAt.lt(now - DECIDED))
        .limit(ROUND)
        .into_tuple()
        .all(db)
        .await?;
    let old: Vec<TextVersionId> = text_version::Entity::find()
        .select_only()
        .column(text_version::Column::Id)
        .filter(text_version::Column::State.is_in([VersionState::Approved, VersionState::Replaced]))
        .filter(
            Condition::any()
                .add(text_version::Column::TakenAt.is_not_null())
                .add(text_version::Column::State.eq(VersionState::Replaced)),
        )
        .filter(text_version::Column::CreatedAt.lt(now - HISTORY))
        .limit(ROUND)
        .into_tuple()
        .all(db)
        .await?;
    let signed: Vec<TextVersionId> = text_version::Entity::find()
        .select_only()
        .column(text_version::Column::Id)
        .filter(
            Condition::any()
                .add(text_version::Column::TakenAt.lt(now - PERSON))
                .add(
                    Condition::all()
                        .add(text_version::Column::State.eq(VersionState::Replaced))
                        .add(text_version::Column::CreatedAt.lt(now - PERSON)),
                ),
        )
        .filter(text_version::Column::AuthorId.is_not_null())
        .limit(ROUND)
        .into_tuple()
        .all(db)
        .await?;
    let comments: Vec<TextCommentId> = text_comment::Entity::find()
        .select_only()
        .column(text_comment::Column::Id)
        .filter(text_comment::Column::At.lt(now - COMMENT))
        .limit(ROUND)
        .into_tuple()
        .all(db)
        .await?;
    let problems: Vec<i64> = text_problem::Entity::find()
        .select_only()
        .column(text_problem::Column::Id)
        .filter(text_problem::Column::At.lt(now - PROBLEM))
        .limit(ROUND)
        .into_tuple()
        .all(db)
        .await?;
    let words: Vec<GlossaryChangeId> = glossary_change::Entity::find()
        .select_only()
        .column(glossary_change::Column::Id)
        .filter(glossary_change::Column::State.is_in(nothing))
        .filter(glossary_change::Column::CreatedAt.lt(now - DECIDED))
        .limit(ROUND)
        .into_tuple()
        .all(db)
        .await?;
    let gone: Vec<TextVersionId> = decided.into_iter().chain(old).collect();
    if gone.is_empty() && signed.is_empty() && comments.is_empty() && problems.is_empty() && words.is_empty() {
        return Ok(0);
    }
    shop.db()
        .write_as_job(move |tx| {
            let past = Past {
                gone: gone.clone(),
                signed: signed.clone(),
                comments: comments.clone(),
                problems: problems.clone(),
                words: words.clone(),
            };
            Box::pin(async move { past.remove(tx).await })
        })
        .await
}

/// Rows past their time.
struct Past {
    gone: Vec<TextVersionId>,
    signed: Vec<TextVersionId>,
    comments: Vec<TextCommentId>,
    problems: Vec<i64>,
    words: Vec<GlossaryChangeId>,
}

impl Past {
    async fn remove(self, tx: &Tx) -> Result<u64> {
        let gone = text_version::Entity::delete_many()
            .filter(text_version::Column::Id.is_in(self.gone))
            .exec(tx)
            .await?;
        let signed = text_version::Entity::update_many()
            .col_expr(text_version::Column::AuthorId, Expr::value(None::<i64>))
            .col_expr(text_version::Column::DecidedBy, Expr::value(None::<i64>))
            .col_expr(text_version::Column::Note, Expr::value(""))
            .col_expr(text_version::Column::Reason, Expr::value(""))
            .filter(text_version::Column::Id.is_in(self.signed))
            .exec(tx)
            .await?;
        let comments = text_comment::Entity::delete_many()
            .filter(text_comment::Column::Id.is_in(self.comments))
            .exec(tx)
            .await?;
        let problems = text_problem::Entity::delete_many()
            .filter(text_problem::Column::Id.is_in(self.problems))
            .exec(tx)
            .await?;
        let words = glossary_change::Entity::delete_many()
            .filter(glossary_change::Column::Id.is_in(self.words))
            .exec(tx)
            .await?;
        Ok(words.rows_affected
            + gone.rows_affected
            + signed.rows_affected
            + comments.rows_affected
            + problems.rows_affected)
    }
}
