//! The index: a folder that can be thrown away at any time, and the one who writes it.

use std::fs;
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

use tantivy::merge_policy::{LogMergePolicy, NoMergePolicy};
use tantivy::{IndexReader, IndexSettings, IndexWriter, ReloadPolicy, TantivyError, Term};

use crate::document::{Document, Key};
use crate::fields::{Fields, key_term, place_row, product_row};
use crate::folder::Folder;
use crate::searcher::Searcher;
use crate::words::Reader;
use crate::{Error, Result};

/// What the index holds and how its terms are made: another one is built anew. Count on whenever [`crate::text`] or the
/// fields change.
const VERSION: &str = "2";
/// The file with the version.
const VERSION_FILE: &str = "bazar-search-version";
/// Parts of like size that are merged into one: few, as each word is looked up in each part.
const SEGMENTS: usize = 4;
/// A part with more than this share of deleted documents is written anew.
const DELETED: f32 = 0.3;
/// Memory for documents until they are written, bytes.
const BUDGET: usize = 40_000_000;

/// The index of a shop. Clones are the same one.
#[derive(Clone)]
pub struct Index {
    index: tantivy::Index,
    reader: IndexReader,
    fields: Arc<Fields>,
    /// What searches see.
    current: Arc<RwLock<Searcher>>,
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Index")
            .field("note", &self.note())
            .finish_non_exhaustive()
    }
}

impl Index {
    /// Opens the index in a folder of its own, which is made when it is missing. One of another version, or a damaged one, is
    /// thrown away and starts empty; [`note`](Self::note) then says nothing. It reads all of it once, to see that it is whole.
    ///
    /// # Errors
    /// The folder cannot be read or written.
    pub fn open(dir: &Path) -> Result<Self> {
        fs::create_dir_all(dir)?;
        let version = fs::read_to_string(dir.join(VERSION_FILE)).unwrap_or_default();
        if version == VERSION
            && let Ok(index) = Self::open_whole(dir)
        {
            return Ok(index);
        }
        for entry in fs::read_dir(dir)? {
            let path = entry?.path();
            if path.is_file() {
                fs::remove_file(path)?;
            }
        }
        let (schema, fields) = Fields::new();
        let index = tantivy::Index::create(Folder::open(dir)?, schema, IndexSettings::default())?;
        let index = Self::of(index, fields)?;
        fs::write(dir.join(VERSION_FILE), VERSION)?;
        Ok(index)
    }

    fn open_whole(dir: &Path) -> Result<Self> {
        let (schema, fields) = Fields::new();
        let index = tantivy::Index::open(Folder::open(dir)?)?;
        let damaged = index.validate_checksum()?;
        if index.schema() != schema || !damaged.is_empty() {
            return Err(TantivyError::InternalError("another schema, or damaged files".to_owned()).into());
        }
        Self::of(index, fields)
    }

    /// An empty index in memory.
    ///
    /// # Errors
    /// None that is known.
    pub fn in_memory() -> Result<Self> {
        let (schema, fields) = Fields::new();
        Self::of(tantivy::Index::create_in_ram(schema), fields)
    }

    fn of(index: tantivy::Index, fields: Fields) -> Result<Self> {
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let fields = Arc::new(fields);
        let current = Searcher::new(reader.searcher(), Arc::clone(&fields), None)?;
        Ok(Self {
            index,
            reader,
            fields,
            current: Arc::new(RwLock::new(current)),
        })
    }

    /// Lets searches see what is written.
    fn reload(&self) -> Result<()> {
        self.reader.reload()?;
        let next = Searcher::new(self.reader.searcher(), Arc::clone(&self.fields), Some(&self.searcher()))?;
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = next;
        Ok(())
    }

    /// The note of the last [`Writer::commit`]; nothing for an index that was not built to its end.
    #[must_use]
    pub fn note(&self) -> Option<String> {
        self.index.load_metas().ok()?.payload
    }

    /// Documents that searches see.
    #[must_use]
    pub fn documents(&self) -> u64 {
        self.searcher().searcher.num_docs()
    }

    /// Bytes on the disk, or in memory.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.searcher()
            .searcher
            .space_usage()
            .map_or(0, |usage| usage.total().get_bytes())
    }

    /// What is in the index now; it stays the same while it is held.
    #[must_use]
    pub fn searcher(&self) -> Searcher {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The one who writes. It has a thread and up to 40 MB of memory: drop it when there is nothing to write.
    ///
    /// # Errors
    /// [`Error::Busy`] while there is another one, in this program or another.
    pub fn writer(&self) -> Result<Writer> {
        let writer = self
            .index
            .writer_with_num_threads(1, BUDGET)
            .map_err(|error| match error {
                TantivyError::LockFailure(..) => Error::Busy,
                error => error.into(),
            })?;
        let mut merging = LogMergePolicy::default();
        merging.set_min_num_segments(SEGMENTS);
        merging.set_del_docs_ratio_before_merge(DELETED);
        writer.set_merge_policy(Box::new(merging));
        Ok(Writer {
            writer,
            index: self.clone(),
            terms: Reader::default(),
            is_anew: false,
            is_whole: false,
        })
    }
}

/// Changes an index. What is not committed when it is dropped is gone.
pub struct Writer {
    writer: IndexWriter,
    index: Index,
    terms: Reader,
    /// Everything was taken out, and is put in again.
    is_anew: bool,
    /// Everything is from this writer: its parts become one at the end.
    is_whole: bool,
}

impl std::fmt::Debug for Writer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writer").finish_non_exhaustive()
    }
}

impl Writer {
    /// Adds documents, each in place of the one with its key. While all is built anew, between [`clear`](Self::clear) and a
    /// commit with a note, older ones are not looked for: then each is put once.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub fn put(&mut self, documents: &[Document]) -> Result<()> {
        for document in documents {
            let key = match document {
                Document::Product(product) => Key::Product(product.id),
                Document::Place(place) => place.key,
            };
            if !self.is_anew {
                self.delete(&[key])?;
            }
            let row = match document {
                Document::Product(product) => product_row(&self.index.fields, &mut self.terms, key, product),
                Document::Place(place) => place_row(&self.index.fields, &mut self.terms, key, place),
            };
            self.writer.add_document(row)?;
        }
        Ok(())
    }

    /// Takes documents out; those that are not there are no mistake.
    ///
    /// # Errors
    /// None that is known.
    pub fn delete(&mut self, keys: &[Key]) -> Result<()> {
        for key in keys {
            self.writer
                .delete_term(Term::from_field_text(self.index.fields.key, &key_term(*key)));
        }
        Ok(())
    }

    /// Takes everything out.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub fn clear(&mut self) -> Result<()> {
        self.writer.delete_all_documents()?;
        self.writer.set_merge_policy(Box::new(NoMergePolicy));
        self.is_anew = true;
        self.is_whole = true;
        Ok(())
    }

    /// Writes what was put and deleted, and the note of what the index has seen by that, in one step; searches see it from
    /// then on. Without a note, as in the middle of a rebuild, the index counts as unfinished.
    ///
    /// # Errors
    /// The folder cannot be written; then the index is as it was at the last commit.
    pub fn commit(&mut self, note: Option<&str>) -> Result<()> {
        let mut prepared = self.writer.prepare_commit()?;
        if let Some(note) = note {
            prepared.set_payload(note);
        }
        prepared.commit()?;
        self.is_anew &= note.is_none();
        self.index.reload()
    }

    /// Ends, after the parts of the index that belong together were merged: worth waiting for after a rebuild.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub fn finish(mut self) -> Result<()> {
        if self.is_whole {
            let parts = self.index.index.searchable_segment_ids()?;
            if parts.len() > 1 {
                self.writer.merge(&parts).wait()?;
            }
        }
        self.writer.wait_merging_threads()?;
        self.index.reload()
    }
}
