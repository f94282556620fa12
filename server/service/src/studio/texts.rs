//! Saving texts in several languages: what is new replaces what was, and a changed source makes the others outdated.

use db::Tx;
use db::entities::translation;
use db::sea_orm::sea_query::{Expr, OnConflict};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use domain::{FieldCode, Locale, TextOwner, TranslationState, UserId, source_hash};

use super::view::EditText;
use crate::error::{FieldErrors, Result};
use crate::texts::TextSet;

/// A field of one thing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field<'a> {
    pub owner: TextOwner,
    pub id: i64,
    pub name: &'a str,
    pub source: Locale,
}

/// The texts of a field for the editor, one a language, the source first.
pub(super) fn edit(texts: &TextSet, field: &str, source: Locale) -> Vec<EditText> {
    let mut languages = Locale::BUILT_IN;
    languages.sort_by_key(|locale| *locale != source);
    languages
        .into_iter()
        .map(|lang| {
            let row = texts.exact(field, lang);
            EditText {
                lang,
                text: row.map(|t| t.text.clone()).unwrap_or_default(),
                state: row.map(|t| t.state),
            }
        })
        .collect()
}

/// Saves a field in the languages given. An empty text takes a translation away; of the source that is refused before.
/// A translation that was itself written in this save, or that `right` names (`story-es`), is up to date and a person's, also
/// where a machine wrote it; the others become outdated when the source changed.
pub(super) async fn save(
    tx: &Tx,
    now: i64,
    user: Option<UserId>,
    field: Field<'_>,
    new: &[(Locale, String)],
    right: &[String],
) -> Result<()> {
    let old = crate::texts::read_of(tx, field.owner, field.id).await?;
    let before = |lang| old.exact(field.name, lang).map_or("", |t| t.text.as_str());
    let is_right = |lang: Locale| {
        let state = old.exact(field.name, lang).map(|t| t.state);
        matches!(state, Some(TranslationState::Outdated | TranslationState::Machine))
            && right.contains(&format!("{}-{}", field.name, lang.code()))
    };
    let changed: Vec<&(Locale, String)> = new
        .iter()
        .filter(|(lang, text)| before(*lang) != text || is_right(*lang))
        .collect();
    let source_text = new
        .iter()
        .find(|(lang, _)| *lang == field.source)
        .map_or_else(|| before(field.source).to_owned(), |(_, text)| text.clone());
    let hash = format!("{:016x}", source_hash(&source_text));
    for (lang, text) in &changed {
        if text.is_empty() {
            remove(tx, field, *lang).await?;
        } else {
            let state = if *lang == field.source {
                TranslationState::Source
            } else {
                TranslationState::Human
            };
            put(tx, now, user, field, *lang, text, state, &hash).await?;
        }
    }
    if changed.iter().any(|(lang, _)| *lang == field.source) {
        let written: Vec<Locale> = changed.iter().map(|(lang, _)| *lang).collect();
        mark_outdated(tx, field, &written).await?;
    }
    Ok(())
}

/// Writes what a machine made of `from`, where nothing is and the source still says that; whether it was written.
pub(super) async fn suggest(tx: &Tx, now: i64, field: Field<'_>, lang: Locale, text: &str, from: &str) -> Result<bool> {
    let there = crate::texts::read_of(tx, field.owner, field.id).await?;
    let is_current = there
        .exact(field.name, field.source)
        .is_some_and(|source| source.text == from);
    if !is_current || there.exact(field.name, lang).is_some() {
        return Ok(false);
    }
    let hash = format!("{:016x}", source_hash(from));
    put(tx, now, None, field, lang, text, TranslationState::Machine, &hash).await?;
    Ok(true)
}

/// Says that a machine wrote the translation of a field.
pub(super) async fn mark_machine(tx: &Tx, field: Field<'_>, lang: Locale) -> Result<()> {
    translation::Entity::update_many()
        .col_expr(translation::Column::State, Expr::value(TranslationState::Machine))
        .filter(translation::Column::Entity.eq(field.owner))
        .filter(translation::Column::EntityId.eq(field.id))
        .filter(translation::Column::Field.eq(field.name))
        .filter(translation::Column::Lang.eq(lang))
        .filter(translation::Column::State.eq(TranslationState::Human))
        .exec(tx)
        .await?;
    Ok(())
}

async fn remove(tx: &Tx, field: Field<'_>, lang: Locale) -> Result<()> {
    let key = (field.owner, field.id, field.name.to_owned(), lang);
    translation::Entity::delete_by_id(key).exec(tx).await?;
    Ok(())
}

#[expect(clippy::too_many_arguments, reason = "one row in all its columns")]
async fn put(
    tx: &Tx,
    now: i64,
    user: Option<UserId>,
    field: Field<'_>,
    lang: Locale,
    text: &str,
    state: TranslationState,
    hash: &str,
) -> Result<()> {
    let row = translation::ActiveModel {
        entity: Set(field.owner),
        entity_id: Set(field.id),
        field: Set(field.name.to_owned()),
        lang: Set(lang),
        value: Set(text.to_owned()),
        state: Set(state),
        source_lang: Set(field.source),
        source_hash: Set(hash.to_owned()),
        updated_at: Set(now),
        updated_by: Set(user),
    };
    use translation::Column;
    let same = OnConflict::columns([Column::Entity, Column::EntityId, Column::Field, Column::Lang])
        .update_columns([
            Column::Value,
            Column::State,
            Column::SourceLang,
            Column::SourceHash,
            Column::UpdatedAt,
            Column::UpdatedBy,
        ])
        .to_owned();
    translation::Entity::insert(row)
        .on_conflict(same)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

async fn mark_outdated(tx: &Tx, field: Field<'_>, but: &[Locale]) -> Result<()> {
    translation::Entity::update_many()
        .col_expr(translation::Column::State, Expr::value(TranslationState::Outdated))
        .filter(translation::Column::Entity.eq(field.owner))
        .filter(translation::Column::EntityId.eq(field.id))
        .filter(translation::Column::Field.eq(field.name))
        .filter(translation::Column::Lang.ne(field.source))
        .filter(translation::Column::Lang.is_not_in(but.iter().copied()))
        .exec(tx)
        .await?;
    Ok(())
}

/// Checks the texts of one field, called `<field>-<lang>` in the form. Only the source language must be there; an empty
/// translation means "none".
pub(super) fn checked(
    texts: &[(Locale, String)],
    field: &str,
    source: Locale,
    errors: &mut FieldErrors,
    parse: impl Fn(&str) -> Result<String, FieldCode>,
) -> Vec<(Locale, String)> {
    let mut taken = Vec::new();
    for (lang, text) in texts {
        let empty = text.trim().is_empty();
        let result = match (empty, *lang == source) {
            (true, true) => Err(FieldCode::Required),
            (true, false) => Ok(String::new()),
            (false, _) => parse(text),
        };
        if let Some(text) = errors.take(format!("{field}-{}", lang.code()), result) {
            taken.push((*lang, text));
        }
    }
    taken
}
