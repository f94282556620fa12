//! What all programs on this database say over the texts of their files: last wordings of files, and what translators changed.
//! It is read again when the database says that it is another one.

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use db::entities::{glossary_change, text_file, text_version};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use db::{Db, Readable};
use domain::{Locale, UserId, VersionState};
use l10n::glossary::{Glossary, GlossaryChange};
use l10n::unit::{SourceHash, UnitId, source_hash};
use l10n::{Said, Texts};

use crate::error::{Error, Result};

/// Translators whose own view is in memory.
const MOST_VIEWS: usize = 64;

/// Which wordings of a folder are known, by text.
pub(crate) type Noted = HashMap<(Locale, UnitId), SourceHash>;

/// One for the program.
#[derive(Debug)]
pub(crate) struct SharedTexts {
    /// The version that was read.
    seen: AtomicI64,
    /// One reading at a time: what was read first must not be put in place last.
    reading: tokio::sync::Mutex<()>,
    noted: Mutex<Noted>,
    own: Mutex<HashMap<UserId, OwnView>>,
    /// What was changed in the glossary is in it.
    glossary: Mutex<Option<Arc<Glossary>>>,
}

/// The texts as one translator reads them.
#[derive(Clone, Debug)]
struct OwnView {
    said: Vec<Said>,
    /// Of the texts that all read.
    generation: u64,
    texts: Texts,
}

impl Default for SharedTexts {
    fn default() -> Self {
        Self {
            seen: AtomicI64::new(i64::MIN),
            reading: tokio::sync::Mutex::default(),
            noted: Mutex::default(),
            own: Mutex::default(),
            glossary: Mutex::default(),
        }
    }
}

impl SharedTexts {
    /// Has `texts` say what the database says by `version`, unless they do.
    ///
    /// # Errors
    /// When the database does not answer.
    #[crate::boxed]
    pub async fn follow(&self, db: &Db, texts: &Texts, version: i64) -> Result<()> {
        if self.seen.load(Ordering::Acquire) == version {
            return Ok(());
        }
        let _turn = self.reading.lock().await;
        if self.seen.load(Ordering::Acquire) == version {
            return Ok(());
        }
        self.read(db, texts).await?;
        self.seen.store(version, Ordering::Release);
        Ok(())
    }

    /// Remembers which wordings of the folder are known, and has `texts` say what the database says now.
    ///
    /// # Errors
    /// When the database does not answer.
    #[crate::boxed]
    pub async fn note(&self, db: &Db, texts: &Texts, noted: Noted) -> Result<()> {
        let _turn = self.reading.lock().await;
        *self.noted.lock().unwrap_or_else(PoisonError::into_inner) = noted;
        self.read(db, texts).await
    }

    async fn read(&self, db: &Db, texts: &Texts) -> Result<()> {
        // Another program may have a language more.
        let files = text_file::Entity::find()
            .filter(text_file::Column::Lang.is_in(Locale::all().iter().copied()))
            .order_by_asc(text_file::Column::Lang)
            .order_by_asc(text_file::Column::Unit)
            .readable(db.read())
            .await?;
        let files = files.into_iter().filter_map(said_in_files);
        let approved = text_version::Entity::find()
            .filter(text_version::Column::State.eq(VersionState::Approved))
            .filter(text_version::Column::TakenAt.is_null())
            .filter(text_version::Column::Lang.is_in(Locale::all().iter().copied()))
            .order_by_asc(text_version::Column::Id)
            .readable(db.read())
            .await?;
        let approved = approved
            .into_iter()
            .filter_map(|row| said(row.lang, &row.unit, row.source));
        let changes = words(db.read()).await?;
        let glossary = Arc::new(Glossary::with(&changes));
        *self.glossary.lock().unwrap_or_else(PoisonError::into_inner) = Some(glossary);
        let (files, approved): (Vec<Said>, Vec<Said>) = (files.collect(), approved.collect());
        let noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let texts = texts.clone();
        // Putting all texts of a language into each other takes some milliseconds.
        tokio::task::spawn_blocking(move || texts.set_shared(files, approved, noted))
            .await
            .map_err(Error::internal)
    }

    /// Words that have one translation.
    pub fn glossary(&self) -> Arc<Glossary> {
        let mut known = self.glossary.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(known.get_or_insert_with(|| Arc::new(Glossary::with(&[]))))
    }

    /// `texts` with what one translator says over them; made anew only when either is another one.
    pub fn view_of(&self, user: UserId, texts: &Texts, said: &[Said]) -> Texts {
        let generation = texts.generation();
        let known = self.views().get(&user).cloned();
        if let Some(view) = known.filter(|view| view.generation == generation && view.said == said) {
            return view.texts;
        }
        let made = texts.with_own(said);
        let mut views = self.views();
        if views.len() >= MOST_VIEWS {
            views.clear();
        }
        let view = OwnView {
            said: said.to_vec(),
            generation,
            texts: made.clone(),
        };
        views.insert(user, view);
        made
    }

    fn views(&self) -> MutexGuard<'_, HashMap<UserId, OwnView>> {
        self.own.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What was changed in the glossary, one change after the other.
pub(crate) async fn words(db: &impl ConnectionTrait) -> Result<Vec<GlossaryChange>> {
    let rows = glossary_change::Entity::find()
        .filter(glossary_change::Column::State.eq(VersionState::Approved))
        .filter(glossary_change::Column::Lang.is_in(Locale::all().iter().copied()))
        .order_by_asc(glossary_change::Column::DecidedAt)
        .order_by_asc(glossary_change::Column::Id)
        .readable(db)
        .await?;
    let changes = rows.into_iter().map(|row| GlossaryChange {
        english: row.english,
        locale: row.lang,
        before: row.was,
        text: row.text,
    });
    Ok(changes.collect())
}

/// Of what this program was built with; of nothing where the language lacks the text.
pub(crate) fn built_in_hash(locale: Locale, unit: &UnitId) -> i64 {
    let written = l10n::sources::built_in(locale.folder(), unit);
    written.map_or_else(|| source_hash(""), |written| written.hash()).0
}

/// What files said last by a row; nothing where they said it beside another built-in text than this program's, which was changed on
/// purpose since, or will be.
pub(crate) fn said_in_files(row: text_file::Model) -> Option<Said> {
    let said = said(row.lang, &row.unit, row.source)?;
    (row.built_in_hash == built_in_hash(said.locale, &said.unit)).then_some(said)
}

/// What a row says; nothing where a later program wrote a name that is none here.
pub(crate) fn said(locale: Locale, unit: &str, source: String) -> Option<Said> {
    Some(Said {
        locale,
        unit: UnitId::parse(unit)?,
        source,
    })
}
