//! What all programs on this database say over the texts of their files: last wordings of files, and what translators changed.
//! It is read again when the database says that it is another one.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use db::entities::{glossary_change, text_file, text_version};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use db::{Db, Readable};
use domain::{Locale, UserId, VersionState};
use l10n::glossary::{Glossary, GlossaryChange, edited, gone_glossary};
use l10n::unit::{SourceHash, UnitId, source_hash};
use l10n::{Finding, Said, Texts};

use crate::error::{Error, Result};

/// Translators whose own view is in memory.
const MOST_VIEWS: usize = 64;
/// The glossary of a folder, and the longest one that is read, bytes.
const GLOSSARY: &str = "glossary.csv";
const LONGEST_GLOSSARY: u64 = 1_000_000;

/// Which wordings of a folder are known, by text.
pub(crate) type Noted = HashMap<(Locale, UnitId), SourceHash>;

/// One for the program.
#[derive(Debug)]
pub(crate) struct SharedTexts {
    /// The version that was read.
    seen: AtomicI64,
    /// One reading at a time: what was read first must not be put in place last.
    reading: tokio::sync::Mutex<()>,
    /// Nothing before the note of this program was read.
    noted: Mutex<Option<Noted>>,
    /// Whether the file of the note says less than `noted`.
    is_note_behind: AtomicBool,
    own: Mutex<HashMap<UserId, OwnView>>,
    words: Mutex<Words>,
}

/// When a file was changed, and how long it was then.
type Stamp = (SystemTime, u64);

/// The one glossary of the shop, and what it is made of.
#[derive(Debug, Default)]
struct Words {
    /// The file of the folder while all was well with it; nothing where there was none: then it is the one built in.
    file: Option<Arc<str>>,
    /// Why it is not as the file is now.
    problems: Vec<Finding>,
    /// Of the file that was read last.
    stamp: Option<Stamp>,
    /// What was changed in the glossary is in it.
    glossary: Option<Arc<Glossary>>,
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
            is_note_behind: AtomicBool::new(false),
            own: Mutex::default(),
            words: Mutex::default(),
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
        let before = self.remember(Some(noted));
        let read = self.read(db, texts).await;
        if read.is_err() {
            // The texts do not say it yet.
            self.remember(before);
        }
        read
    }

    fn remember(&self, noted: Option<Noted>) -> Option<Noted> {
        std::mem::replace(&mut *self.noted.lock().unwrap_or_else(PoisonError::into_inner), noted)
    }

    /// Which wordings of the folder are known; nothing before the first [`note`](Self::note).
    pub fn noted(&self) -> Option<Noted> {
        self.noted.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Whether what is known is still to be written into the file of the note.
    pub fn is_note_behind(&self) -> bool {
        self.is_note_behind.load(Ordering::Acquire)
    }

    /// Says so.
    pub fn set_note_behind(&self, is_behind: bool) {
        self.is_note_behind.store(is_behind, Ordering::Release);
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
        self.read_words(db, texts).await?;
        let (files, approved): (Vec<Said>, Vec<Said>) = (files.collect(), approved.collect());
        let noted = self.noted().unwrap_or_default();
        let texts = texts.clone();
        // Putting all texts of a language into each other takes some milliseconds.
        tokio::task::spawn_blocking(move || texts.set_shared(files, approved, noted))
            .await
            .map_err(Error::internal)
    }

    /// Reads the glossary of the folder again when that is another one; whether it is.
    ///
    /// # Errors
    /// When the database does not answer.
    #[crate::boxed]
    pub async fn follow_words(&self, db: &Db, texts: &Texts) -> Result<bool> {
        let known = self.words().stamp;
        let Some(root) = texts.root() else { return Ok(false) };
        let stamp = tokio::task::spawn_blocking(move || stamp_of(&root.join(GLOSSARY)))
            .await
            .map_err(Error::internal)?;
        if stamp == known {
            return Ok(false);
        }
        let _turn = self.reading.lock().await;
        self.read_words(db, texts).await?;
        Ok(true)
    }

    /// Makes the glossary of what the file says now and of what was changed in the database.
    async fn read_words(&self, db: &Db, texts: &Texts) -> Result<()> {
        let changes = words(db.read()).await?;
        let (path, known) = (texts.root().map(|root| root.join(GLOSSARY)), self.words().stamp);
        let read = tokio::task::spawn_blocking(move || {
            let path = path?;
            let stamp = stamp_of(&path);
            (stamp != known).then(|| (stamp, read_file(&path, stamp), path))
        });
        let read = read.await.map_err(Error::internal)?;
        let mut words = self.words();
        if let Some((stamp, file, path)) = read {
            words.stamp = stamp;
            // What was last good stays.
            words.problems = match file {
                WordsFile::Gone if words.file.is_some() => vec![gone_glossary(&path.display().to_string())],
                WordsFile::Gone => Vec::new(),
                WordsFile::Usable(file) => {
                    words.file = Some(file);
                    Vec::new()
                }
                WordsFile::Unusable(problems) => problems,
            };
        }
        words.glossary = Some(Arc::new(words.with(&changes)));
        Ok(())
    }

    /// Words that have one translation: those of the files, and over them what was changed in the database.
    pub fn glossary(&self) -> Arc<Glossary> {
        let mut words = self.words();
        if let Some(glossary) = &words.glossary {
            return Arc::clone(glossary);
        }
        let made = Arc::new(words.with(&[]));
        words.glossary = Some(Arc::clone(&made));
        made
    }

    /// Why the glossary is not as its file in the folder is now.
    pub fn glossary_problems(&self) -> Vec<Finding> {
        self.words().problems.clone()
    }

    /// The glossary as it would be with these changes alone.
    pub fn glossary_with(&self, changes: &[GlossaryChange]) -> Glossary {
        self.words().with(changes)
    }

    fn words(&self) -> MutexGuard<'_, Words> {
        self.words.lock().unwrap_or_else(PoisonError::into_inner)
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

impl Words {
    fn with(&self, changes: &[GlossaryChange]) -> Glossary {
        match &self.file {
            Some(file) => Glossary::read(&edited(file, changes)),
            None => Glossary::with(changes),
        }
    }
}

/// When a file was changed and how long it is; nothing where there is none.
fn stamp_of(path: &Path) -> Option<Stamp> {
    let about = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    Some((about.modified().ok()?, about.len()))
}

/// The glossary of a folder, as it was found.
enum WordsFile {
    /// There is none.
    Gone,
    /// A line of it is none, it is too long, or it cannot be read.
    Unusable(Vec<Finding>),
    Usable(Arc<str>),
}

fn read_file(path: &Path, stamp: Option<Stamp>) -> WordsFile {
    let Some((_, length)) = stamp else {
        return WordsFile::Gone;
    };
    let text = (length <= LONGEST_GLOSSARY)
        .then(|| fs::read_to_string(path).ok())
        .flatten();
    let read = Glossary::read(text.as_deref().unwrap_or_default());
    let problems = read.findings(&path.display().to_string());
    match text {
        Some(text) if problems.is_empty() => WordsFile::Usable(text.into()),
        _ => WordsFile::Unusable(problems),
    }
}

/// What was changed in the glossary, one change after the other.
pub(crate) async fn words(db: &impl ConnectionTrait) -> Result<Vec<GlossaryChange>> {
    Ok(word_rows(db).await?.into_iter().map(change_of).collect())
}

/// The same, with who suggested each.
pub(crate) async fn word_rows(db: &impl ConnectionTrait) -> Result<Vec<glossary_change::Model>> {
    Ok(glossary_change::Entity::find()
        .filter(glossary_change::Column::State.eq(VersionState::Approved))
        .filter(glossary_change::Column::Lang.is_in(Locale::all().iter().copied()))
        .order_by_asc(glossary_change::Column::DecidedAt)
        .order_by_asc(glossary_change::Column::Id)
        .readable(db)
        .await?)
}

/// What a row says of a word.
pub(crate) fn change_of(row: glossary_change::Model) -> GlossaryChange {
    GlossaryChange {
        english: row.english,
        locale: row.lang,
        before: row.was,
        text: row.text,
    }
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
