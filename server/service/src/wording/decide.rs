//! Saying which versions are right, and taking that back.

use std::collections::BTreeSet;

use db::Tx;
use db::entities::{text_seen, text_version};
use db::sea_orm::sea_query::{Expr, OnConflict};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{
    Action, Actor, AuditAction, ErrorCode, Locale, Note, Subject, TextVersionId, VersionCommand, VersionState,
};
use l10n::Texts;
use l10n::sources::english_of;
use l10n::unit::{SourceHash, UnitId, source_hash};

use super::list::{is_outdated, wording_of};
use super::rows::{has_peer, hash_of, lock, over_file, said};
use super::suggest::{has_error, judge, note};
use super::{ENGLISH, Translating, of, without_contact};
use crate::error::{Error, Result, none};
use crate::{Shop, rights};

/// Does something with a version of a text, `unit`: of no other one, which the page does not show.
///
/// # Errors
/// [`ErrorCode::InvalidTransition`] when it is decided already, in the files, could not be said beside today's English, its file
/// says something else by now than when it was written, or it is the actor's own and another reviewer is to approve it;
/// [`Error::Fields`] on `reason`; [`Error::NotFound`] when the text has none such in the actor's language, and for who may not.
#[crate::boxed]
pub async fn decide(
    shop: &Shop,
    actor: Actor,
    unit: &UnitId,
    version: TextVersionId,
    command: VersionCommand,
    reason: &str,
) -> Result<()> {
    let by = of(actor)?;
    if command != VersionCommand::Withdraw {
        rights::ask(actor, Action::Review, Subject::Language(by.language))?;
    }
    let reason = Note::parse(reason)
        .map(Note::into_string)
        .or_else(none)
        .and_then(without_contact)
        .map_err(|code| Error::field("reason", code))?;
    let (now, of_shop, unit) = (shop.now(), shop.clone(), unit.clone());
    shop.once()
        .write(move |tx| {
            let deciding = Deciding {
                shop: of_shop.clone(),
                by,
                now,
                reason: reason.clone(),
            };
            let unit = unit.clone();
            Box::pin(async move { deciding.decide(tx, &unit, version, command).await })
        })
        .await
}

struct Deciding {
    shop: Shop,
    by: Translating,
    now: i64,
    reason: String,
}

impl Deciding {
    async fn decide(&self, tx: &Tx, unit: &UnitId, id: TextVersionId, command: VersionCommand) -> Result<()> {
        let lang = self.by.language;
        lock(tx, self.now, self.by.user, lang, unit).await?;
        let row = text_version::Entity::find_by_id(id)
            .filter(text_version::Column::Lang.eq(lang))
            .filter(text_version::Column::Unit.eq(unit.as_str()))
            .lock_exclusive()
            .one(tx)
            .await?
            .ok_or(Error::NotFound)?;
        if command == VersionCommand::Withdraw && row.author_id != Some(self.by.user) {
            return Err(Error::NotFound);
        }
        let has_peer = has_peer(tx, self.by, self.now).await?;
        let next = row
            .state
            .after(command, self.by.party(row.author_id, has_peer), row.taken_at.is_some())
            .map_err(|refusal| Error::Refused(refusal.into()))?;
        let is_quiet = match command {
            VersionCommand::Approve => self.approve(tx, &row, unit).await?,
            _ => row.is_small,
        };
        self.set(tx, &row, next, is_quiet).await?;
        if command == VersionCommand::Undo {
            self.restore(tx, id).await?;
            self.see_again(tx, &row, unit).await?;
        }
        let action = match command {
            VersionCommand::Approve => AuditAction::TextApprove,
            VersionCommand::Reject => AuditAction::TextReject,
            VersionCommand::Withdraw => AuditAction::TextWithdraw,
            VersionCommand::Undo => AuditAction::TextUndo,
        };
        note(tx, self.now, self.by, action, unit).await
    }

    /// `is_quiet`: it tells the other languages nothing new.
    async fn set(&self, tx: &Tx, row: &text_version::Model, next: VersionState, is_quiet: bool) -> Result<()> {
        text_version::Entity::update_many()
            .col_expr(text_version::Column::State, Expr::value(next))
            .col_expr(text_version::Column::IsSmall, Expr::value(is_quiet))
            .col_expr(text_version::Column::DecidedBy, Expr::value(self.by.user))
            .col_expr(text_version::Column::DecidedAt, Expr::value(self.now))
            .col_expr(text_version::Column::Reason, Expr::value(self.reason.as_str()))
            .filter(text_version::Column::Id.eq(row.id))
            .exec(tx)
            .await?;
        Ok(())
    }

    /// What has to be so before a version is what all read, and what follows for the other languages: whether it tells them nothing
    /// new. What was written into the file since the version was is gone over by none.
    async fn approve(&self, tx: &Tx, row: &text_version::Model, unit: &UnitId) -> Result<bool> {
        let (lang, texts) = (self.by.language, self.shop.texts());
        let (_, english) = english_of(unit).ok_or(Error::Refused(ErrorCode::InvalidTransition))?;
        if has_error(&judge(&self.shop, lang, english, &row.source)) {
            return Err(Error::Refused(ErrorCode::InvalidTransition));
        }
        let before = said(&self.shop, tx, lang, unit).await?;
        let earlier = over_file(tx, lang, unit).await?;
        let stands = hash_of(before.as_deref());
        // Its writer saw another wording than the file has now: nobody has looked at the two beside each other.
        if earlier.is_none() && stands.0 != row.base_hash && stands != source_hash(&row.source) {
            return Err(Error::Refused(ErrorCode::InvalidTransition));
        }
        let follows = self.is_outdated(tx, unit).await?;
        if let Some(earlier) = earlier {
            // Of a text one version lies over the files: this one goes first.
            text_version::Entity::update_many()
                .col_expr(text_version::Column::State, Expr::value(VersionState::Replaced))
                .col_expr(text_version::Column::ReplacedBy, Expr::value(row.id))
                .filter(text_version::Column::Id.eq(earlier.id))
                .exec(tx)
                .await?;
        }
        self.see_others(tx, row, unit).await?;
        let change = Change {
            unit,
            before: before.as_deref(),
            after: &row.source,
        };
        // What follows another language tells the others nothing new: that one told them.
        let is_quiet = row.is_small || follows;
        if is_quiet {
            self.keep_seen(tx, &change).await?;
        } else {
            self.outdate_others(tx, texts, &change).await?;
        }
        Ok(is_quiet)
    }

    /// The other languages stand to what all read again as they stood to it before. (Whether the text itself is outdated is known of
    /// each of its wordings.)
    async fn see_again(&self, tx: &Tx, undone: &text_version::Model, unit: &UnitId) -> Result<()> {
        if !undone.is_small {
            return Ok(());
        }
        let Some(now_says) = said(&self.shop, tx, self.by.language, unit).await? else {
            return Ok(());
        };
        let change = Change {
            unit,
            before: Some(&undone.source),
            after: &now_says,
        };
        self.keep_seen(tx, &change).await
    }

    /// Whether another language says something else than when the text was looked at beside it.
    async fn is_outdated(&self, tx: &Tx, unit: &UnitId) -> Result<bool> {
        let lang = self.by.language;
        let seen: Vec<(String, i64, i64)> = text_seen::Entity::find()
            .select_only()
            .column(text_seen::Column::Other)
            .column(text_seen::Column::OtherHash)
            .column(text_seen::Column::OwnHash)
            .filter(text_seen::Column::Lang.eq(lang))
            .filter(text_seen::Column::Unit.eq(unit.as_str()))
            .into_tuple()
            .all(tx)
            .await?;
        let is_other = |(other, hash, own): &(String, i64, i64)| {
            is_outdated(
                self.shop.texts(),
                lang,
                unit,
                other,
                (SourceHash(*hash), SourceHash(*own)),
            )
        };
        Ok(seen.iter().any(is_other))
    }

    /// Whoever wrote the version looked at the others beside it.
    async fn see_others(&self, tx: &Tx, row: &text_version::Model, unit: &UnitId) -> Result<()> {
        let lang = self.by.language;
        let own = source_hash(&row.source);
        let others: Vec<String> = text_seen::Entity::find()
            .select_only()
            .column(text_seen::Column::Other)
            .filter(text_seen::Column::Lang.eq(lang))
            .filter(text_seen::Column::Unit.eq(unit.as_str()))
            .into_tuple()
            .all(tx)
            .await?;
        // One of each: every wording of the text has its own row.
        let mut others: BTreeSet<&str> = others.iter().map(String::as_str).collect();
        others.insert(ENGLISH);
        for other in others {
            let Some(now) = wording_of(self.shop.texts(), other, unit) else {
                continue;
            };
            let hash = source_hash(&now);
            let beside = if other == ENGLISH && hash.0 != row.english_hash {
                // English changed after it was written: that has not been looked at, and stays so.
                Beside {
                    other,
                    hash: SourceHash(row.english_hash),
                    source: self.english_then(tx, row, unit).await?,
                }
            } else {
                Beside {
                    other,
                    hash,
                    source: now,
                }
            };
            see(tx, (lang, unit), beside, own, self.now).await?;
        }
        Ok(())
    }

    /// The English text that the writer of a version saw, as far as any language was looked at beside it.
    async fn english_then(&self, tx: &Tx, row: &text_version::Model, unit: &UnitId) -> Result<String> {
        let then: Option<String> = text_seen::Entity::find()
            .select_only()
            .column(text_seen::Column::OtherSource)
            .filter(text_seen::Column::Unit.eq(unit.as_str()))
            .filter(text_seen::Column::Other.eq(ENGLISH))
            .filter(text_seen::Column::OtherHash.eq(row.english_hash))
            .into_tuple()
            .one(tx)
            .await?;
        Ok(then.unwrap_or_default())
    }

    /// A small correction: who has looked at the wording before has looked at this one.
    async fn keep_seen(&self, tx: &Tx, change: &Change<'_>) -> Result<()> {
        text_seen::Entity::update_many()
            .col_expr(text_seen::Column::OtherHash, Expr::value(source_hash(change.after).0))
            .col_expr(text_seen::Column::OtherSource, Expr::value(change.after))
            .filter(text_seen::Column::Unit.eq(change.unit.as_str()))
            .filter(text_seen::Column::Other.eq(self.by.language.folder()))
            .filter(text_seen::Column::OtherHash.eq(hash_of(change.before).0))
            .exec(tx)
            .await?;
        Ok(())
    }

    /// The text means something else: the other languages are outdated until somebody has looked. Nothing was translated from one
    /// that was not there.
    async fn outdate_others(&self, tx: &Tx, texts: &Texts, change: &Change<'_>) -> Result<()> {
        let lang = self.by.language;
        let Some(before) = change.before else {
            return Ok(());
        };
        let rows: Vec<text_seen::ActiveModel> = Locale::all()
            .iter()
            .copied()
            .filter(|other| *other != lang)
            .filter_map(|other| {
                let own = texts.written(other, change.unit)?;
                Some(text_seen::ActiveModel {
                    lang: Set(other),
                    unit: Set(change.unit.to_string()),
                    other: Set(lang.folder().to_owned()),
                    other_hash: Set(source_hash(before).0),
                    other_source: Set(before.to_owned()),
                    own_hash: Set(own.hash().0),
                    at: Set(self.now),
                })
            })
            .collect();
        if rows.is_empty() {
            return Ok(());
        }
        // Where one was looked at before, it is that wording which counts.
        let unless_there = OnConflict::columns([
            text_seen::Column::Lang,
            text_seen::Column::Unit,
            text_seen::Column::Other,
            text_seen::Column::OwnHash,
        ])
        .do_nothing()
        .to_owned();
        let inserted = text_seen::Entity::insert_many(rows)
            .on_conflict(unless_there)
            .exec_without_returning(tx)
            .await;
        match inserted {
            Ok(_) | Err(DbErr::RecordNotInserted) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// What all read before the version that is taken back.
    async fn restore(&self, tx: &Tx, undone: TextVersionId) -> Result<()> {
        let before = text_version::Entity::find()
            .filter(text_version::Column::ReplacedBy.eq(undone))
            .filter(text_version::Column::State.eq(VersionState::Replaced))
            .filter(text_version::Column::TakenAt.is_null())
            .order_by_desc(text_version::Column::Id)
            .one(tx)
            .await?;
        let Some(before) = before else { return Ok(()) };
        text_version::Entity::update_many()
            .col_expr(text_version::Column::State, Expr::value(VersionState::Approved))
            .col_expr(text_version::Column::ReplacedBy, Expr::value(None::<i64>))
            .filter(text_version::Column::Id.eq(before.id))
            .exec(tx)
            .await?;
        Ok(())
    }
}

/// A text that all read differently from now on.
struct Change<'c> {
    unit: &'c UnitId,
    before: Option<&'c str>,
    after: &'c str,
}

/// A wording beside which a text is looked at.
pub(super) struct Beside<'b> {
    /// Folder of its language.
    pub other: &'b str,
    /// Of it.
    pub hash: SourceHash,
    /// It; empty where that is no longer known.
    pub source: String,
}

/// Notes beside which wording a text was looked at that says `own`.
pub(super) async fn see(
    tx: &Tx,
    (lang, unit): (Locale, &UnitId),
    beside: Beside<'_>,
    own: SourceHash,
    now: i64,
) -> Result<()> {
    let row = text_seen::ActiveModel {
        lang: Set(lang),
        unit: Set(unit.to_string()),
        other: Set(beside.other.to_owned()),
        own_hash: Set(own.0),
        other_hash: Set(beside.hash.0),
        other_source: Set(beside.source),
        at: Set(now),
    };
    let newer = OnConflict::columns([
        text_seen::Column::Lang,
        text_seen::Column::Unit,
        text_seen::Column::Other,
        text_seen::Column::OwnHash,
    ])
    .update_columns([
        text_seen::Column::OtherHash,
        text_seen::Column::OtherSource,
        text_seen::Column::At,
    ])
    .to_owned();
    text_seen::Entity::insert(row)
        .on_conflict(newer)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}
