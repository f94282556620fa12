//! Texts that went into the files once and that a file says no more: it says again what it said before, as after an upgrade that
//! copied the files of a release over the folder. Nobody meant them to be gone, so they lie over the files again.

use std::collections::HashMap;

use db::Readable;
use db::entities::{text_file, text_version};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use domain::{Locale, TextVersionId, VersionState};
use l10n::Texts;
use l10n::unit::{SourceHash, UnitId, source_hash};

use super::rows::hash_of;
use crate::Shop;
use crate::error::{Error, Result};

/// Names of texts in one line of the log.
const MOST_NAMES: usize = 20;

/// A version that is no longer in the files.
#[derive(Clone, Debug)]
pub(super) struct Lost {
    /// It.
    pub row: text_version::Model,
    /// What the file says instead.
    pub now: SourceHash,
    /// All that was to be said in its place before.
    pub replaces: Vec<SourceHash>,
}

/// What was approved of a language or of all, and what it replaced, in the order in which it was written.
pub(super) async fn history(shop: &Shop, lang: Option<Locale>) -> Result<Vec<text_version::Model>> {
    let langs = lang.map_or_else(|| Locale::all().to_vec(), |lang| vec![lang]);
    Ok(text_version::Entity::find()
        .filter(text_version::Column::Lang.is_in(langs))
        .filter(text_version::Column::State.is_in([VersionState::Approved, VersionState::Replaced]))
        .order_by_asc(text_version::Column::Id)
        .readable(shop.db().read())
        .await?)
}

/// Those of `history` that the folder of `texts` has lost. A text that says what nobody approved there was changed on purpose.
pub(super) fn lost(texts: &Texts, history: &[text_version::Model]) -> Vec<Lost> {
    if texts.root().is_none() {
        return Vec::new();
    }
    let mut by_text: HashMap<(Locale, &str), Vec<&text_version::Model>> = HashMap::new();
    for row in history {
        by_text.entry((row.lang, row.unit.as_str())).or_default().push(row);
    }
    let mut lost: Vec<Lost> = by_text.into_values().filter_map(|rows| lost_of(texts, &rows)).collect();
    lost.sort_by_key(|lost| lost.row.id.0);
    lost
}

fn lost_of(texts: &Texts, rows: &[&text_version::Model]) -> Option<Lost> {
    let approved = || rows.iter().filter(|row| row.state == VersionState::Approved);
    // One that is not in the files yet lies over them as it is.
    if approved().any(|row| row.taken_at.is_none()) {
        return None;
    }
    let last = approved().max_by_key(|row| (row.taken_at, row.id.0))?;
    let unit = UnitId::parse(&last.unit)?;
    let written = texts.in_files(last.lang, &unit);
    let now = hash_of(written.as_ref().map(|written| written.source.as_str()));
    let replaces: Vec<SourceHash> = rows
        .iter()
        .flat_map(|row| [SourceHash(row.base_hash), source_hash(&row.source)])
        .collect();
    (now != source_hash(&last.source) && replaces.contains(&now)).then(|| Lost {
        row: text_version::Model::clone(last),
        now,
        replaces,
    })
}

/// Has all read again what a folder lost since it was there: not what an older folder never had. Answers how many texts that were.
///
/// # Errors
/// When the database does not answer.
pub(super) async fn bring_back(shop: &Shop) -> Result<usize> {
    let lost = lost(shop.texts(), &history(shop, None).await?);
    if lost.is_empty() {
        return Ok(0);
    }
    let told = text_file::Entity::find()
        .filter(text_file::Column::Lang.is_in(Locale::all().iter().copied()))
        .filter(text_file::Column::Unit.is_in(lost.iter().map(|lost| lost.row.unit.as_str())))
        .readable(shop.db().read())
        .await?;
    let is_told = |lost: &&Lost| {
        told.iter().any(|file| {
            let is_it = file.lang == lost.row.lang && file.unit == lost.row.unit;
            is_it && Some(file.at) >= lost.row.taken_at && source_hash(&file.source) == lost.now
        })
    };
    let back: Vec<&Lost> = lost.iter().filter(is_told).collect();
    if back.is_empty() {
        return Ok(0);
    }
    let ids: Vec<TextVersionId> = back.iter().map(|lost| lost.row.id).collect();
    shop.db()
        .write_as_job(move |tx| {
            let ids = ids.clone();
            Box::pin(async move {
                text_version::Entity::update_many()
                    .col_expr(text_version::Column::TakenAt, Expr::value(None::<i64>))
                    .filter(text_version::Column::Id.is_in(ids))
                    .filter(text_version::Column::State.eq(VersionState::Approved))
                    .filter(text_version::Column::TakenAt.is_not_null())
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(())
            })
        })
        .await?;
    let names = back.iter().map(|lost| (lost.row.lang, lost.row.unit.as_str()));
    tracing::warn!(count = back.len(), texts = names_of(names), "texts.brought_back");
    Ok(back.len())
}

/// The first of them, for a line of the log.
pub(super) fn names_of<'t>(texts: impl Iterator<Item = (Locale, &'t str)>) -> String {
    let names = texts.take(MOST_NAMES).map(|(lang, unit)| format!("{lang}:{unit}"));
    names.collect::<Vec<_>>().join(" ")
}
