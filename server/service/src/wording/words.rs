//! Words of the glossary, and other translations of them.

use std::collections::HashMap;

use ::wording::ApprovedWord;
use db::Readable;
use db::entities::glossary_change;
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{
    Action, Actor, AuditAction, ErrorCode, FieldCode, GlossaryChangeId, Locale, ShortText, Subject, UserId,
    VersionCommand, VersionState,
};
use l10n::check_word;
use l10n::glossary::{GlossaryChange, GlossaryLine, cell_of};

use super::rows::{has_peer, lock_name, names};
use super::take::author_of;
use super::unit::waits_for_peer;
use super::view::{TermView, WordChange, WordList, WordView};
use super::{Translating, of};
use crate::error::{Error, Result, text_code};
use crate::{Shop, audit, rights, shared_texts};

/// All words, with their translations into the actor's language and the changes that wait.
///
/// # Errors
/// [`Error::NotFound`] for who does not translate.
#[crate::boxed]
pub async fn glossary(shop: &Shop, actor: Actor) -> Result<WordList> {
    let by = of(actor)?;
    let rows = glossary_change::Entity::find()
        .filter(glossary_change::Column::Lang.eq(by.language))
        .filter(glossary_change::Column::State.eq(VersionState::Suggested))
        .order_by_asc(glossary_change::Column::Id)
        .readable(shop.db().read())
        .await?;
    let names = names(shop.db().read(), rows.iter().filter_map(|row| row.author_id)).await?;
    let has_peer = has_peer(shop.db().read(), by, shop.now()).await?;
    let mut waiting: HashMap<String, Vec<WordChange>> = HashMap::new();
    for row in rows {
        let change = seen_by(by, has_peer, &row, &names);
        waiting.entry(row.english).or_default().push(change);
    }
    let glossary = shop.glossary();
    let words = glossary.lines().iter().filter_map(|line| {
        Some(WordView {
            english: line.english.clone(),
            text: line.text(by.language)?.to_owned(),
            others: others(line, by.language),
            is_doubted: line.is_doubted,
            waiting: waiting.get(&line.english).cloned().unwrap_or_default(),
        })
    });
    Ok(WordList {
        language: by.language,
        words: words.collect(),
    })
}

/// A word in the languages that are not translated into.
fn others(line: &GlossaryLine, own: Locale) -> Vec<(Locale, String)> {
    let others = line.texts.iter().filter(|(lang, _)| *lang != own);
    others.cloned().collect()
}

/// The words of the glossary that an English text has. Of an empty translation each of them is missing.
pub(super) fn terms(shop: &Shop, lang: Locale, english: &str) -> Vec<TermView> {
    let glossary = shop.glossary();
    let found = glossary.broken_terms(english, lang, "").into_iter();
    let shown = found.map(|term| {
        let line = glossary
            .lines()
            .iter()
            .find(|line| line.usual_english() == term.english);
        let others = Locale::all().iter().filter(|other| **other != lang);
        let others = others.filter_map(|other| Some((*other, line?.usual(*other)?.to_owned())));
        TermView {
            english: term.english.to_owned(),
            text: term.target.to_owned(),
            others: others.collect(),
        }
    });
    shown.collect()
}

fn seen_by(
    by: Translating,
    has_peer: bool,
    row: &glossary_change::Model,
    names: &HashMap<UserId, String>,
) -> WordChange {
    let party = by.party(row.author_id, has_peer);
    let name = row.author_id.and_then(|id| names.get(&id)).cloned();
    WordChange {
        id: row.id,
        text: row.text.clone(),
        doubts: check_word(&row.english, &row.text, by.language.folder()),
        by: name.unwrap_or_default(),
        waits_for_peer: waits_for_peer(row.state, party),
        commands: row.state.commands(party, false),
    }
}

/// Suggests another translation of a word: the usual one first, then others that are right too, each on a line or after `|`. What
/// the same person suggested before is taken back by it.
///
/// # Errors
/// [`Error::Fields`] on `text`; [`Error::NotFound`] when there is no such word, and for who does not translate.
#[crate::boxed]
pub async fn change_word(shop: &Shop, actor: Actor, english: &str, typed: &str) -> Result<()> {
    let by = of(actor)?;
    let glossary = shop.glossary();
    let line = glossary.lines().iter().find(|line| line.english == english);
    let was = line.and_then(|line| line.text(by.language)).ok_or(Error::NotFound)?;
    let text = ShortText::parse(&cell_of(typed)).map_err(|error| Error::field("text", text_code(error)))?;
    let new = GlossaryChange {
        english: english.to_owned(),
        locale: by.language,
        before: was.to_owned(),
        text: text.into_string(),
    };
    if new.text == cell_of(&new.before) {
        return Ok(());
    }
    // A word that nothing could be found by would be gone.
    let mut all = shared_texts::words(shop.db().read()).await?;
    all.push(new.clone());
    if shop.shared_texts().glossary_with(&all).len() != glossary.len() {
        return Err(Error::field("text", FieldCode::InvalidText));
    }
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            let new = new.clone();
            Box::pin(async move {
                lock_name(tx, now, by.user, &format!("word:{}:{}", by.language, new.english)).await?;
                glossary_change::Entity::update_many()
                    .col_expr(glossary_change::Column::State, Expr::value(VersionState::Withdrawn))
                    .col_expr(glossary_change::Column::DecidedAt, Expr::value(now))
                    .filter(glossary_change::Column::Lang.eq(by.language))
                    .filter(glossary_change::Column::English.eq(new.english.as_str()))
                    .filter(glossary_change::Column::State.eq(VersionState::Suggested))
                    .filter(glossary_change::Column::AuthorId.eq(by.user))
                    .exec(tx)
                    .await?;
                let english = new.english.clone();
                glossary_change::Entity::insert(glossary_change::ActiveModel {
                    lang: Set(by.language),
                    english: Set(new.english),
                    was: Set(new.before),
                    text: Set(new.text),
                    state: Set(VersionState::Suggested),
                    author_id: Set(Some(by.user)),
                    created_at: Set(now),
                    ..Default::default()
                })
                .exec_without_returning(tx)
                .await?;
                note(tx, now, by, AuditAction::TextSuggest, &english).await
            })
        })
        .await
}

/// Does something with a change of a word. The check and the page of a text ask for the word from then on.
///
/// # Errors
/// [`ErrorCode::InvalidTransition`] when it is decided already, the word was changed meanwhile, or another reviewer is to approve
/// it; [`Error::NotFound`] when there is none in the actor's language, and for who may not.
#[crate::boxed]
pub async fn decide_word(shop: &Shop, actor: Actor, id: GlossaryChangeId, command: VersionCommand) -> Result<()> {
    let by = of(actor)?;
    if command != VersionCommand::Withdraw {
        rights::ask(actor, Action::Review, Subject::Language(by.language))?;
    }
    let (now, of_shop) = (shop.now(), shop.clone());
    shop.once()
        .write(move |tx| {
            let shop = of_shop.clone();
            Box::pin(async move {
                let find =
                    || glossary_change::Entity::find_by_id(id).filter(glossary_change::Column::Lang.eq(by.language));
                let row = find().one(tx).await?.ok_or(Error::NotFound)?;
                lock_name(tx, now, by.user, &format!("word:{}:{}", by.language, row.english)).await?;
                let row = find().lock_exclusive().one(tx).await?.ok_or(Error::NotFound)?;
                if command == VersionCommand::Withdraw && row.author_id != Some(by.user) {
                    return Err(Error::NotFound);
                }
                let has_peer = has_peer(tx, by, now).await?;
                let next = row
                    .state
                    .after(command, by.party(row.author_id, has_peer), false)
                    .map_err(|refusal| Error::Refused(refusal.into()))?;
                if next == VersionState::Approved {
                    // As it is now: another change of the word may have been approved a moment ago.
                    let glossary = shop.shared_texts().glossary_with(&shared_texts::words(tx).await?);
                    let line = glossary.lines().iter().find(|line| line.english == row.english);
                    if line.and_then(|line| line.text(by.language)) != Some(row.was.as_str()) {
                        return Err(Error::Refused(ErrorCode::InvalidTransition));
                    }
                }
                glossary_change::Entity::update_many()
                    .col_expr(glossary_change::Column::State, Expr::value(next))
                    .col_expr(glossary_change::Column::DecidedBy, Expr::value(by.user))
                    .col_expr(glossary_change::Column::DecidedAt, Expr::value(now))
                    .filter(glossary_change::Column::Id.eq(id))
                    .exec(tx)
                    .await?;
                let action = match command {
                    VersionCommand::Approve => AuditAction::TextApprove,
                    VersionCommand::Reject => AuditAction::TextReject,
                    VersionCommand::Withdraw => AuditAction::TextWithdraw,
                    VersionCommand::Undo => AuditAction::TextUndo,
                };
                note(tx, now, by, action, &row.english).await
            })
        })
        .await
}

async fn note(tx: &db::Tx, now: i64, by: Translating, action: AuditAction, english: &str) -> Result<()> {
    let (who, object) = (format!("user:{}", by.user), format!("text:{english}"));
    audit::note(tx, now, &who, action, &object, by.language.code()).await
}

/// What was changed in the glossary here, for its file, with who suggested it.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn approved_words(shop: &Shop) -> Result<Vec<ApprovedWord>> {
    let db = shop.db().read();
    let rows = shared_texts::word_rows(db).await?;
    let names = names(db, rows.iter().filter_map(|row| row.author_id)).await?;
    let words = rows.into_iter().map(|row| ApprovedWord {
        author: author_of(row.author_id, &names),
        at: row.created_at,
        change: shared_texts::change_of(row),
    });
    Ok(words.collect())
}
