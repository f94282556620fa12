//! Saying what a text is to say: its writer sees it in the shop at once, all others after a reviewer said that it is right.

use db::Readable;
use db::entities::text_version;
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use domain::{Actor, AuditAction, Locale, Note, TextVersionId, VersionState, parse_source};
use l10n::sources::{Written, english_of};
use l10n::unit::{SourceHash, UnitId, source_hash};
use l10n::{Finding, Level, Texts, check_unit};

use super::rows::{hash_of, lock, newest, said};
use super::{Translating, of, without_contact};
use crate::error::{Error, FieldErrors, Result, none, text_code};
use crate::once::Answer;
use crate::shared_texts;
use crate::{Shop, audit};

/// What a text is to say, as its form sends it.
#[derive(Clone, Copy, Debug)]
pub struct NewVersion<'a> {
    /// Which text.
    pub unit: &'a UnitId,
    /// `source`: Fluent.
    pub source: &'a str,
    /// What stood there when its writer began, as [`UnitView::base`](super::UnitView::base) says it.
    pub base: SourceHash,
    /// The English text its writer saw.
    pub english: SourceHash,
    /// Whether it means the same as before, so that no other language has to be looked at.
    pub is_small: bool,
    /// `note`: what its writer says about it; may be empty.
    pub note: &'a str,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suggested {
    /// It waits for a reviewer.
    Written(TextVersionId),
    /// It is what stands there already.
    Same,
    /// The shop could not say it: what the check found, at least one error.
    Faulty(Vec<Finding>),
    /// Another wording stands there than its writer saw, or the English text is another one.
    Changed,
}

/// What a write answers.
#[derive(Clone, Copy, Debug)]
enum Outcome {
    Written(TextVersionId),
    Same,
    Changed,
}

impl Answer for Outcome {
    fn noted(&self) -> String {
        match self {
            Self::Written(id) => id.to_string(),
            Self::Same => "same".to_owned(),
            Self::Changed => String::new(),
        }
    }

    fn read(noted: &str) -> Option<Self> {
        match noted {
            "" => Some(Self::Changed),
            "same" => Some(Self::Same),
            id => id.parse().ok().map(|id| Self::Written(TextVersionId(id))),
        }
    }
}

impl From<Outcome> for Suggested {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Written(id) => Self::Written(id),
            Outcome::Same => Self::Same,
            Outcome::Changed => Self::Changed,
        }
    }
}

/// A version before it has a row.
#[derive(Clone, Debug)]
struct New {
    by: Translating,
    unit: UnitId,
    source: String,
    base: SourceHash,
    english: SourceHash,
    is_small: bool,
    note: String,
    now: i64,
}

/// What the check finds in a text, as it would in a file.
fn findings(shop: &Shop, lang: Locale, english: &Written, source: &str) -> Vec<Finding> {
    let texts = shop.texts();
    let own = texts.written(lang, &english.id);
    let mut unit = english.unit(source);
    unit.file = format!("{}/{}", lang.folder(), english.file);
    unit.line = own.as_ref().map_or(english.line, |own| own.line);
    unit.comment = own.map(|own| own.comment).unwrap_or_default();
    let beside = english.unit(&english.source);
    check_unit(&unit, &beside, lang.folder(), &shop.glossary())
}

/// The same, and what only all texts of the language tell: one that points at another that is not there, or round in a circle.
pub(super) fn judge(shop: &Shop, lang: Locale, english: &Written, source: &str) -> Vec<Finding> {
    let mut found = findings(shop, lang, english, source);
    if !has_error(&found) {
        let said = l10n::Said {
            locale: lang,
            unit: english.id.clone(),
            source: source.to_owned(),
        };
        found.extend(shop.texts().refused(&said));
    }
    found
}

pub(super) fn has_error(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.level == Level::Error)
}

/// What the check finds in a text that is being written; nothing is saved.
///
/// # Errors
/// [`Error::Fields`] on `source`; [`Error::NotFound`] when there is no such text, and for who does not translate.
pub fn try_source(shop: &Shop, actor: Actor, unit: &UnitId, source: &str) -> Result<Vec<Finding>> {
    let by = of(actor)?;
    let (_, english) = english_of(unit).ok_or(Error::NotFound)?;
    let source = parse_source(source).map_err(|error| Error::field("source", text_code(error)))?;
    Ok(judge(shop, by.language, english, &source))
}

/// Suggests what a text is to say. What the same writer suggested before is taken back by it.
///
/// # Errors
/// [`Error::Fields`] on `source` and `note`; [`Error::NotFound`] when there is no such text, and for who does not translate;
/// [`Error::TooMany`] after very many a day.
#[crate::boxed]
pub async fn suggest<'a>(shop: &'a Shop, actor: Actor, new: NewVersion<'a>) -> Result<Suggested> {
    let by = of(actor)?;
    let (_, english) = english_of(new.unit).ok_or(Error::NotFound)?;
    let mut errors = FieldErrors::default();
    let source = errors.take("source", parse_source(new.source).map_err(text_code));
    let note = Note::parse(new.note).map(Note::into_string).or_else(none);
    let note = errors.take("note", note.and_then(without_contact));
    let (Some(source), Some(note)) = (source, note) else {
        return Err(Error::Fields(errors));
    };
    if let Some(outcome) = shop.once().answered::<Outcome>().await? {
        return Ok(outcome.into());
    }
    let found = judge(shop, by.language, english, &source);
    if has_error(&found) {
        return Ok(Suggested::Faulty(found));
    }
    if english.hash() != new.english {
        return Ok(Suggested::Changed);
    }
    let new = New {
        by,
        unit: new.unit.clone(),
        source,
        base: new.base,
        english: new.english,
        is_small: new.is_small,
        note,
        now: shop.now(),
    };
    let of_shop = shop.clone();
    let outcome = shop
        .once()
        .write(move |tx| {
            let (shop, new) = (of_shop.clone(), new.clone());
            Box::pin(async move { new.write(&shop, tx).await })
        })
        .await?;
    Ok(outcome.into())
}

impl New {
    async fn write(self, shop: &Shop, tx: &db::Tx) -> Result<Outcome> {
        let (lang, user) = (self.by.language, self.by.user);
        lock(tx, self.now, user, lang, &self.unit).await?;
        let said = said(shop, tx, lang, &self.unit).await?;
        let said = hash_of(said.as_deref());
        let newest = newest(tx, lang, &self.unit).await?;
        let hash = source_hash(&self.source);
        let standing = newest.as_ref().map_or(said, |row| source_hash(&row.source));
        // Sent once more beside what all read by now: that it stands there already says nothing about that.
        let is_of_before = newest.as_ref().is_some_and(|row| row.base_hash != said.0);
        if hash == standing && !is_of_before {
            return Ok(Outcome::Same);
        }
        let is_own = newest.is_some_and(|row| row.author_id == Some(user));
        if self.base != standing && !(is_own && self.base == said) {
            return Ok(Outcome::Changed);
        }
        text_version::Entity::update_many()
            .col_expr(text_version::Column::State, Expr::value(VersionState::Withdrawn))
            .col_expr(text_version::Column::DecidedAt, Expr::value(self.now))
            .filter(text_version::Column::Lang.eq(lang))
            .filter(text_version::Column::Unit.eq(self.unit.as_str()))
            .filter(text_version::Column::State.eq(VersionState::Suggested))
            .filter(text_version::Column::AuthorId.eq(user))
            .exec(tx)
            .await?;
        let row = text_version::ActiveModel {
            lang: Set(lang),
            unit: Set(self.unit.to_string()),
            source: Set(self.source),
            base_hash: Set(said.0),
            english_hash: Set(self.english.0),
            state: Set(VersionState::Suggested),
            author_id: Set(Some(user)),
            note: Set(self.note),
            is_small: Set(self.is_small),
            created_at: Set(self.now),
            reason: Set(String::new()),
            ..Default::default()
        };
        let id = row.insert(tx).await?.id;
        note(tx, self.now, self.by, AuditAction::TextSuggest, &self.unit).await?;
        Ok(Outcome::Written(id))
    }
}

/// Writes into the log what was done with a text.
pub(super) async fn note(tx: &db::Tx, now: i64, by: Translating, action: AuditAction, unit: &UnitId) -> Result<()> {
    let (who, object) = (format!("user:{}", by.user), format!("text:{unit}"));
    audit::note(tx, now, &who, action, &object, by.language.code()).await
}

/// The texts as somebody reads them who suggested others; nothing for everybody else.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn own_texts(shop: &Shop, actor: Actor) -> Result<Option<Texts>> {
    let Actor::Translator { user, language, .. } = actor else {
        return Ok(None);
    };
    let rows = text_version::Entity::find()
        .filter(text_version::Column::AuthorId.eq(user))
        .filter(text_version::Column::Lang.eq(language))
        .filter(text_version::Column::State.eq(VersionState::Suggested))
        .order_by_asc(text_version::Column::Id)
        .readable(shop.db().read())
        .await?;
    let said: Vec<l10n::Said> = rows
        .into_iter()
        .filter_map(|row| shared_texts::said(row.lang, &row.unit, row.source))
        .collect();
    Ok((!said.is_empty()).then(|| shop.shared_texts().view_of(user, shop.texts(), &said)))
}
