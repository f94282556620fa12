//! The texts of a language, and what there is to do about each.

use std::collections::{HashMap, HashSet};

use db::Readable;
use db::entities::{text_answer, text_seen, text_version};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::{Actor, Locale, TextVersionId, UnitWork, UserId, VersionState};
use l10n::Texts;
use l10n::sources::{Written, english};
use l10n::unit::{SourceHash, UnitId, source_hash};

use super::rows::{hash_of, over_files, versions};
use super::view::{UnitFilter, UnitLine, UnitList};
use super::{ENGLISH, PAGE, of, question_in, question_of};
use crate::Shop;
use crate::error::Result;

/// What the database knows of the texts of a language.
pub(super) struct Standing {
    /// The newest suggestion of each.
    pub suggested: HashMap<String, String>,
    /// Those whose newest version is the reader's own, and was not accepted.
    rejected: HashSet<String>,
    approved: HashSet<String>,
    outdated: HashSet<String>,
    answered: HashSet<(String, i64)>,
}

impl Standing {
    pub(super) async fn read(db: &impl ConnectionTrait, texts: &Texts, lang: Locale, reader: UserId) -> Result<Self> {
        let suggested = versions(lang, VersionState::Suggested).readable(db).await?;
        let approved = over_files(lang).readable(db).await?;
        let answered: Vec<(String, i64)> = text_answer::Entity::find()
            .select_only()
            .column(text_answer::Column::Unit)
            .column(text_answer::Column::QuestionHash)
            .filter(text_answer::Column::Lang.eq(lang))
            .into_tuple()
            .all(db)
            .await?;
        Ok(Self {
            rejected: rejected(db, lang, reader).await?,
            outdated: outdated_of(db, texts, lang).await?,
            suggested: suggested.into_iter().map(|row| (row.unit, row.source)).collect(),
            approved: approved.into_iter().map(|row| row.unit).collect(),
            answered: answered.into_iter().collect(),
        })
    }

    /// What there is to do about a text that says `own`.
    pub fn work(&self, unit: &UnitId, own: Option<&Written>) -> UnitWork {
        let name = unit.as_str();
        let is_doubted = || {
            own.and_then(|own| question_in(&own.comment))
                .is_some_and(|question| !self.answered.contains(&(name.to_owned(), source_hash(question).0)))
        };
        if own.is_none() && !self.suggested.contains_key(name) {
            UnitWork::Missing
        } else if self.suggested.contains_key(name) {
            UnitWork::Suggested
        } else if self.rejected.contains(name) {
            UnitWork::Rejected
        } else if self.outdated.contains(name) {
            UnitWork::Outdated
        } else if self.approved.contains(name) {
            UnitWork::Approved
        } else if is_doubted() {
            UnitWork::Doubtful
        } else {
            UnitWork::Translated
        }
    }
}

/// Texts for which a reader suggested something last, and a reviewer said no.
async fn rejected(db: &impl ConnectionTrait, lang: Locale, reader: UserId) -> Result<HashSet<String>> {
    let own: Vec<(TextVersionId, String)> = text_version::Entity::find()
        .select_only()
        .column(text_version::Column::Id)
        .column(text_version::Column::Unit)
        .filter(text_version::Column::Lang.eq(lang))
        .filter(text_version::Column::State.eq(VersionState::Rejected))
        .filter(text_version::Column::AuthorId.eq(reader))
        .into_tuple()
        .all(db)
        .await?;
    if own.is_empty() {
        return Ok(HashSet::new());
    }
    let all: Vec<(TextVersionId, String)> = text_version::Entity::find()
        .select_only()
        .column(text_version::Column::Id)
        .column(text_version::Column::Unit)
        .filter(text_version::Column::Lang.eq(lang))
        .filter(text_version::Column::Unit.is_in(own.iter().map(|(_, unit)| unit.as_str())))
        .into_tuple()
        .all(db)
        .await?;
    let is_last = |(id, unit): &(TextVersionId, String)| !all.iter().any(|(other, of)| of == unit && other > id);
    Ok(own.into_iter().filter(is_last).map(|(_, unit)| unit).collect())
}

/// Texts of a language that were last looked at beside another wording than today's, by name.
async fn outdated_of(db: &impl ConnectionTrait, texts: &Texts, lang: Locale) -> Result<HashSet<String>> {
    let seen: Vec<(String, String, i64, i64)> = text_seen::Entity::find()
        .select_only()
        .column(text_seen::Column::Unit)
        .column(text_seen::Column::Other)
        .column(text_seen::Column::OtherHash)
        .column(text_seen::Column::OwnHash)
        .filter(text_seen::Column::Lang.eq(lang))
        .into_tuple()
        .all(db)
        .await?;
    let outdated = seen.into_iter().filter_map(|(unit, other, hash, own)| {
        let id = UnitId::parse(&unit)?;
        is_outdated(texts, lang, &id, &other, (SourceHash(hash), SourceHash(own))).then_some(unit)
    });
    Ok(outdated.collect())
}

/// The same for a report, which is the operator's: how far each language is, nobody's texts are in it.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn outdated(shop: &Shop, lang: Locale) -> Result<HashSet<String>> {
    outdated_of(shop.db().read(), shop.texts(), lang).await
}

/// Whether a text was last looked at beside another wording than today's, and says still what it said then.
pub(super) fn is_outdated(
    texts: &Texts,
    lang: Locale,
    unit: &UnitId,
    other: &str,
    (seen, own): (SourceHash, SourceHash),
) -> bool {
    let Some(now) = wording_of(texts, other, unit) else {
        return false;
    };
    let said = texts.written(lang, unit).map(|written| written.source);
    seen != source_hash(&now) && own == hash_of(said.as_deref())
}

/// What a text says in the language of a folder, `en` among them.
pub(super) fn wording_of(texts: &Texts, folder: &str, unit: &UnitId) -> Option<String> {
    if folder == ENGLISH {
        return l10n::sources::english_of(unit).map(|(_, english)| english.source.clone());
    }
    let locale = Locale::all().iter().find(|locale| locale.folder() == folder)?;
    texts.written(*locale, unit).map(|written| written.source)
}

/// A page of the texts of the actor's language, in the order of the files.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) for who does not translate.
#[crate::boxed]
pub async fn list(shop: &Shop, actor: Actor, filter: &UnitFilter<'_>) -> Result<UnitList> {
    let own = of(actor)?;
    let texts = shop.texts();
    let standing = Standing::read(shop.db().read(), texts, own.language, own.user).await?;
    let sought = filter.search.trim().to_lowercase();
    let mut counts = HashMap::new();
    let mut files: Vec<String> = Vec::new();
    let mut found = Vec::new();
    for english in english() {
        if files.last() != Some(&english.file) {
            files.push(english.file.clone());
        }
        if !is_found(texts, &standing, english, filter.file, &sought) {
            continue;
        }
        let written = texts.written(own.language, &english.id);
        let work = standing.work(&english.id, written.as_ref());
        *counts.entry(work).or_insert(0) += 1;
        if filter.work.is_none_or(|wanted| wanted == work) {
            let suggested = standing.suggested.get(english.id.as_str()).cloned();
            let asked = written.as_ref().filter(|_| work == UnitWork::Doubtful);
            let question = asked.and_then(|own| question_in(&own.comment));
            found.push(UnitLine {
                question: question.map(|text| question_of(&english.id, text)),
                unit: english.id.clone(),
                file: english.file.clone(),
                english: english.source.clone(),
                source: suggested
                    .or_else(|| written.map(|written| written.source))
                    .unwrap_or_default(),
                work,
            });
        }
    }
    let total = found.len();
    let pages = total.div_ceil(PAGE).max(1);
    let page = filter.page.clamp(1, pages);
    Ok(UnitList {
        language: own.language,
        may_review: own.may_review,
        lines: found.into_iter().skip((page - 1) * PAGE).take(PAGE).collect(),
        total,
        page,
        pages,
        counts: UnitWork::ALL
            .into_iter()
            .map(|work| (work, counts.get(&work).copied().unwrap_or(0)))
            .collect(),
        files,
    })
}

/// What there is to do about the texts of the actor's language, by their names; of the others there is nothing to do. Nothing for
/// who does not translate.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn waiting(shop: &Shop, actor: Actor) -> Result<HashMap<String, UnitWork>> {
    let Actor::Translator { user, language, .. } = actor else {
        return Ok(HashMap::new());
    };
    let texts = shop.texts();
    let standing = Standing::read(shop.db().read(), texts, language, user).await?;
    let all = english().iter().map(|english| {
        let written = texts.written(language, &english.id);
        (english.id.to_string(), standing.work(&english.id, written.as_ref()))
    });
    Ok(all.filter(|(_, work)| *work != UnitWork::Translated).collect())
}

/// The text that comes after `unit` in the order of the files, from their end on from the beginning, among those of a filter on
/// whatever page; where it says nothing of what is to be done and looks for nothing, one that waits for the actor. Never `unit`
/// itself.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) for who does not translate.
#[crate::boxed]
pub async fn next(shop: &Shop, actor: Actor, unit: &UnitId, filter: &UnitFilter<'_>) -> Result<Option<UnitId>> {
    let own = of(actor)?;
    let texts = shop.texts();
    let standing = Standing::read(shop.db().read(), texts, own.language, own.user).await?;
    let sought = filter.search.trim().to_lowercase();
    let waits = |found: UnitWork| match found {
        found if filter.work.is_some() => filter.work == Some(found),
        // Whoever looks for a word goes from one text that has it to the next.
        _ if !sought.is_empty() => true,
        UnitWork::Missing | UnitWork::Rejected | UnitWork::Outdated | UnitWork::Doubtful => true,
        UnitWork::Suggested => own.may_review,
        UnitWork::Approved | UnitWork::Translated => false,
    };
    let all = english();
    let place = all.iter().position(|english| english.id == *unit);
    let (before, after) = all.split_at(place.unwrap_or_default());
    let next = after.iter().chain(before).find(|english| {
        let is_other = english.id != *unit && is_found(texts, &standing, english, filter.file, &sought);
        is_other && {
            let written = texts.written(own.language, &english.id);
            waits(standing.work(&english.id, written.as_ref()))
        }
    });
    Ok(next.map(|english| english.id.clone()))
}

/// Whether a text is in this file and has these letters, where they are asked for.
fn is_found(texts: &Texts, standing: &Standing, english: &Written, file: &str, sought: &str) -> bool {
    (file.is_empty() || file == english.file) && (sought.is_empty() || has(texts, standing, english, sought))
}

/// Whether a text has these letters in its name, in a suggestion or in any language.
fn has(texts: &Texts, standing: &Standing, english: &Written, sought: &str) -> bool {
    let is_in = |text: &str| text.to_lowercase().contains(sought);
    let suggested = standing.suggested.get(english.id.as_str());
    is_in(english.id.as_str())
        || is_in(&english.source)
        || suggested.is_some_and(|source| is_in(source))
        || Locale::all().iter().any(|locale| {
            let written = texts.written(*locale, &english.id);
            written.is_some_and(|written| is_in(&written.source))
        })
}
