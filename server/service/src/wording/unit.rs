//! One text with all that helps to translate it.

use std::collections::{HashMap, HashSet};

use db::Readable;
use db::entities::{text_answer, text_comment, text_seen, text_version};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{Actor, Locale, UserId, VersionParty, VersionState};
use l10n::Texts;
use l10n::sources::{Written, english, english_of};
use l10n::unit::{SourceHash, UnitId, source_hash};

use super::list::{Standing, is_outdated, wording_of};
use super::rows::{has_peer, names};
use super::suggest::judge;
use super::view::{CommentView, Outdated, Question, Similar, UnitView, VersionView};
use super::words::terms;
use super::{Translating, of, question_in, question_of};
use crate::Shop;
use crate::error::{Error, Result};

/// Most versions and comments that are shown.
const MOST: u64 = 50;
/// Most texts that are shown for their words.
const MOST_SIMILAR: usize = 3;

/// A text of the actor's language.
///
/// # Errors
/// [`Error::NotFound`] when there is none, and for who does not translate.
#[crate::boxed]
pub async fn get(shop: &Shop, actor: Actor, unit: &UnitId) -> Result<UnitView> {
    let by = of(actor)?;
    let (place, english) = english_of(unit).ok_or(Error::NotFound)?;
    let (db, texts, lang) = (shop.db().read(), shop.texts(), by.language);
    let standing = Standing::read(db, texts, lang, by.user).await?;
    let written = texts.written(lang, unit);
    let work = standing.work(unit, written.as_ref());
    let rows = text_version::Entity::find()
        .filter(text_version::Column::Lang.eq(lang))
        .filter(text_version::Column::Unit.eq(unit.as_str()))
        .order_by_desc(text_version::Column::Id)
        .limit(MOST)
        .readable(db)
        .await?;
    let comments = text_comment::Entity::find()
        .filter(text_comment::Column::Lang.eq(lang))
        .filter(text_comment::Column::Unit.eq(unit.as_str()))
        .order_by_desc(text_comment::Column::Id)
        .limit(MOST)
        .readable(db)
        .await?;
    let answers = text_answer::Entity::find()
        .filter(text_answer::Column::Lang.eq(lang))
        .filter(text_answer::Column::Unit.eq(unit.as_str()))
        .readable(db)
        .await?;
    let people = rows.iter().filter_map(|row| row.author_id);
    let people = people
        .chain(rows.iter().filter_map(|row| row.decided_by))
        .chain(comments.iter().filter_map(|row| row.user_id))
        .chain(answers.iter().filter_map(|row| row.user_id));
    let names = names(db, people).await?;
    let has_peer = has_peer(db, by, shop.now()).await?;
    let said = written
        .as_ref()
        .map(|written| written.source.clone())
        .unwrap_or_default();
    let newest = rows.iter().find(|row| row.state == VersionState::Suggested);
    let now_stands = newest.map_or_else(|| said.clone(), |row| row.source.clone());
    let all = l10n::sources::english();
    let neighbour = |place: Option<usize>| {
        let other = place.and_then(|place| all.get(place))?;
        (other.file == english.file).then(|| other.id.clone())
    };
    Ok(UnitView {
        unit: unit.clone(),
        file: english.file.clone(),
        language: lang,
        may_review: by.may_review,
        work,
        english: english.source.clone(),
        english_hash: english.hash(),
        comment: english.comment.clone(),
        args: english.args.clone(),
        max: l10n::check::most_of(&english.comment).and_then(|most| u16::try_from(most).ok()),
        others: others(texts, lang, unit),
        base: source_hash(&now_stands),
        standing_by: newest.map(|row| name_of(&names, row.author_id)),
        outdated: outdated(shop, by, unit).await?,
        questions: questions(written.as_ref(), &answers, &names),
        versions: rows
            .iter()
            .map(|row| VersionView {
                before: before(shop, lang, unit, row, &rows),
                ..version(by, has_peer, row, &names)
            })
            .collect(),
        comments: comments.iter().rev().map(|row| said_by(row, &names)).collect(),
        similar: similar(texts, lang, english),
        terms: terms(shop, lang, &english.source),
        findings: if now_stands.is_empty() {
            Vec::new()
        } else {
            judge(shop, lang, english, &now_stands)
        },
        said,
        standing: now_stands,
        before: neighbour(place.checked_sub(1)),
        after: neighbour(place.checked_add(1)),
    })
}

fn name_of(names: &HashMap<UserId, String>, id: Option<UserId>) -> String {
    id.and_then(|id| names.get(&id)).cloned().unwrap_or_default()
}

fn version(by: Translating, has_peer: bool, row: &text_version::Model, names: &HashMap<UserId, String>) -> VersionView {
    let party = by.party(row.author_id, has_peer);
    // Who took back what they wrote is who wrote it.
    let decided_at = row.decided_at.filter(|_| row.state != VersionState::Withdrawn);
    VersionView {
        id: row.id,
        source: row.source.clone(),
        state: row.state,
        by: name_of(names, row.author_id),
        is_own: party.is_writer,
        at: row.created_at,
        before: None,
        decided_by: decided_at.map(|_| name_of(names, row.decided_by)),
        decided_at,
        is_approved_by_writer: matches!(row.state, VersionState::Approved | VersionState::Replaced)
            && row.author_id.is_some()
            && row.author_id == row.decided_by,
        note: row.note.clone(),
        reason: row.reason.clone(),
        is_taken: row.taken_at.is_some(),
        waits_for_peer: waits_for_peer(row.state, party),
        commands: row.state.commands(party, row.taken_at.is_some()),
    }
}

/// Whether somebody could approve what they have written themselves, but for the others who can.
pub(super) fn waits_for_peer(state: VersionState, party: VersionParty) -> bool {
    state == VersionState::Suggested && party.is_writer && party.may_review && party.has_peer
}

/// What all read when a version was written, as far as it is known.
fn before(
    shop: &Shop,
    lang: Locale,
    unit: &UnitId,
    row: &text_version::Model,
    rows: &[text_version::Model],
) -> Option<String> {
    let hash = SourceHash(row.base_hash);
    if hash == source_hash("") {
        return Some(String::new());
    }
    let texts = shop.texts();
    let now = texts.written(lang, unit).into_iter().chain(texts.in_files(lang, unit));
    let built_in = l10n::sources::built_in(lang.folder(), unit).cloned();
    let sources = rows.iter().map(|row| row.source.clone());
    let mut all = sources.chain(now.chain(built_in).map(|written| written.source));
    all.find(|source| source_hash(source) == hash)
}

fn said_by(row: &text_comment::Model, names: &HashMap<UserId, String>) -> CommentView {
    CommentView {
        by: name_of(names, row.user_id),
        at: row.at,
        text: row.body.clone(),
    }
}

fn others(texts: &Texts, lang: Locale, unit: &UnitId) -> Vec<(Locale, String)> {
    let others = Locale::all().iter().copied().filter(|other| *other != lang);
    others
        .filter_map(|other| Some((other, texts.written(other, unit)?.source)))
        .collect()
}

fn questions(own: Option<&Written>, answers: &[text_answer::Model], names: &HashMap<UserId, String>) -> Vec<Question> {
    let Some(own) = own else { return Vec::new() };
    let asked = question_in(&own.comment).map(|text| {
        let hash = source_hash(text);
        let answer = answers.iter().find(|row| row.question_hash == hash.0);
        Question {
            hash,
            text: question_of(&own.id, text),
            answer: answer.map(|row| row.answer.clone()),
            by: answer.map(|row| name_of(names, row.user_id)),
        }
    });
    asked.into_iter().collect()
}

async fn outdated(shop: &Shop, by: Translating, unit: &UnitId) -> Result<Vec<Outdated>> {
    let rows = text_seen::Entity::find()
        .filter(text_seen::Column::Lang.eq(by.language))
        .filter(text_seen::Column::Unit.eq(unit.as_str()))
        .readable(shop.db().read())
        .await?;
    let texts = shop.texts();
    let all = rows.into_iter().filter_map(|row| {
        let hashes = (SourceHash(row.other_hash), SourceHash(row.own_hash));
        if !is_outdated(texts, by.language, unit, &row.other, hashes) {
            return None;
        }
        let now = wording_of(texts, &row.other, unit)?;
        Some(Outdated {
            hash: source_hash(&now),
            other: row.other,
            before: row.other_source,
            now,
        })
    });
    Ok(all.collect())
}

/// The words of a text, without what is Fluent's.
fn words_of(source: &str) -> HashSet<String> {
    source
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.len() > 1)
        .map(str::to_lowercase)
        .collect()
}

/// Texts with most of the words, the likest first.
fn similar(texts: &Texts, lang: Locale, of: &Written) -> Vec<Similar> {
    let own = words_of(&of.source);
    if own.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(usize, &Written)> = english()
        .iter()
        .filter(|other| other.id != of.id)
        .filter_map(|other| {
            let words = words_of(&other.source);
            let (both, any) = (own.intersection(&words).count(), own.union(&words).count());
            let share = both * 100 / any.max(1);
            (share >= 50).then_some((share, other))
        })
        .collect();
    found.sort_by_key(|(share, other)| (std::cmp::Reverse(*share), other.id.clone()));
    found
        .into_iter()
        .filter_map(|(_, other)| {
            Some(Similar {
                unit: other.id.clone(),
                english: other.source.clone(),
                source: texts.written(lang, &other.id)?.source,
            })
        })
        .take(MOST_SIMILAR)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_text_are_those_one_reads() {
        let words = words_of("Add { $count } to the Cart, a cart!");
        let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
        words.sort_unstable();
        assert_eq!(words, ["add", "cart", "count", "the", "to"]);
    }
}
