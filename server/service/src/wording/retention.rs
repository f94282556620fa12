//! What becomes of versions, answers, comments, words and problems after a time.

use db::Tx;
use db::entities::{glossary_change, text_answer, text_comment, text_problem, text_seen, text_version};
use db::sea_orm::sea_query::{Alias, Expr, ExprTrait, Query, SelectStatement};
use db::sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};
use domain::{GlossaryChangeId, Locale, TextCommentId, TextVersionId, VersionState};
use l10n::unit::UnitId;

use super::DAY;
use super::rows::hash_of;
use crate::Shop;
use crate::error::Result;

/// What came to nothing.
const DECIDED: i64 = 365 * DAY;
/// What stands in the files, and what all read before: the history of a text.
const HISTORY: i64 = 5 * 365 * DAY;
/// Who wrote it is forgotten: it is by a translator then.
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
    let signed_words: Vec<GlossaryChangeId> = glossary_change::Entity::find()
        .select_only()
        .column(glossary_change::Column::Id)
        .filter(glossary_change::Column::State.eq(VersionState::Approved))
        .filter(glossary_change::Column::DecidedAt.lt(now - PERSON))
        .filter(
            Condition::any()
                .add(glossary_change::Column::AuthorId.is_not_null())
                .add(glossary_change::Column::DecidedBy.is_not_null()),
        )
        .limit(ROUND)
        .into_tuple()
        .all(db)
        .await?;
    let signed_answers: Vec<AnswerKey> = text_answer::Entity::find()
        .select_only()
        .column(text_answer::Column::Lang)
        .column(text_answer::Column::Unit)
        .column(text_answer::Column::QuestionHash)
        .filter(signed_before(now - PERSON))
        .filter(text_answer::Column::Lang.is_in(Locale::all().iter().copied()))
        .limit(ROUND)
        .into_tuple()
        .all(db)
        .await?;
    let past = Past {
        gone: decided.into_iter().chain(old).collect(),
        signed,
        comments,
        problems,
        words,
        signed_words,
        signed_answers,
        // Answered anew meanwhile, it is signed anew.
        answered_before: now - PERSON,
        seen: past_seen(shop, now - HISTORY).await?,
    };
    if past.is_empty() {
        return Ok(0);
    }
    shop.db()
        .write_as_job(move |tx| {
            let past = past.clone();
            Box::pin(async move { past.remove(tx).await })
        })
        .await
}

/// Answers whose writer is known, and that are older than this.
fn signed_before(time: i64) -> Condition {
    Condition::all()
        .add(text_answer::Column::At.lt(time))
        .add(text_answer::Column::UserId.is_not_null())
}

/// Beside what wordings were looked at that a text has no more, and has had others since.
async fn past_seen(shop: &Shop, before: i64) -> Result<Vec<SeenKey>> {
    let old: Vec<SeenKey> = text_seen::Entity::find()
        .select_only()
        .column(text_seen::Column::Lang)
        .column(text_seen::Column::Unit)
        .column(text_seen::Column::Other)
        .column(text_seen::Column::OwnHash)
        .filter(text_seen::Column::At.lt(before))
        .filter(text_seen::Column::Lang.is_in(Locale::all().iter().copied()))
        .filter(Expr::exists(seen_since()))
        .limit(ROUND)
        .into_tuple()
        .all(shop.db().read())
        .await?;
    let is_said = |(lang, name, _, own): &SeenKey| {
        let written = UnitId::parse(name).and_then(|unit| shop.texts().written(*lang, &unit));
        hash_of(written.as_ref().map(|written| written.source.as_str())).0 == *own
    };
    Ok(old.into_iter().filter(|key| !is_said(key)).collect())
}

/// A later row of another wording of the same text beside the same language.
fn seen_since() -> SelectStatement {
    let later = Alias::new("later");
    let same = |column: text_seen::Column| Expr::col((later.clone(), column)).equals((text_seen::Entity, column));
    Query::select()
        .expr(Expr::val(1))
        .from_as(text_seen::Entity, later.clone())
        .and_where(same(text_seen::Column::Lang))
        .and_where(same(text_seen::Column::Unit))
        .and_where(same(text_seen::Column::Other))
        .and_where(
            Expr::col((later.clone(), text_seen::Column::At)).gt(Expr::col((text_seen::Entity, text_seen::Column::At))),
        )
        .to_owned()
}

/// What an answer is known by.
type AnswerKey = (Locale, String, i64);
/// What a row of `text_seen` is known by.
type SeenKey = (Locale, String, String, i64);

/// Rows past their time.
#[derive(Clone)]
struct Past {
    gone: Vec<TextVersionId>,
    signed: Vec<TextVersionId>,
    comments: Vec<TextCommentId>,
    problems: Vec<i64>,
    words: Vec<GlossaryChangeId>,
    signed_words: Vec<GlossaryChangeId>,
    signed_answers: Vec<AnswerKey>,
    answered_before: i64,
    seen: Vec<SeenKey>,
}

impl Past {
    fn is_empty(&self) -> bool {
        self.gone.is_empty()
            && self.signed.is_empty()
            && self.comments.is_empty()
            && self.problems.is_empty()
            && self.words.is_empty()
            && self.signed_words.is_empty()
            && self.signed_answers.is_empty()
            && self.seen.is_empty()
    }

    async fn remove(self, tx: &Tx) -> Result<u64> {
        let mut others = 0;
        for (lang, unit, question) in self.signed_answers {
            let done = text_answer::Entity::update_many()
                .col_expr(text_answer::Column::UserId, Expr::value(None::<i64>))
                .filter(text_answer::Column::Lang.eq(lang))
                .filter(text_answer::Column::Unit.eq(unit))
                .filter(text_answer::Column::QuestionHash.eq(question))
                .filter(signed_before(self.answered_before))
                .exec(tx)
                .await?;
            others += done.rows_affected;
        }
        for key in self.seen {
            others += text_seen::Entity::delete_by_id(key).exec(tx).await?.rows_affected;
        }
        let signed_words = glossary_change::Entity::update_many()
            .col_expr(glossary_change::Column::AuthorId, Expr::value(None::<i64>))
            .col_expr(glossary_change::Column::DecidedBy, Expr::value(None::<i64>))
            .filter(glossary_change::Column::Id.is_in(self.signed_words))
            .exec(tx)
            .await?;
        others += signed_words.rows_affected;
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
        Ok(others
            + words.rows_affected
            + gone.rows_affected
            + signed.rows_affected
            + comments.rows_affected
            + problems.rows_affected)
    }
}
