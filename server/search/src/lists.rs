//! Where terms are: the lists of documents of one kind of things, products or places.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use domain::Locale;
use tantivy::postings::{Postings, TermInfo};
use tantivy::schema::{Field, IndexRecordOption, Term};
use tantivy::{DocId, DocSet, InvertedIndexReader, Searcher, TERMINATED, TantivyError};

use crate::Result;
use crate::fields::{Fields, NAMES, of_language};
use crate::words::Kind;

/// The weight of a name in the page's language, in another one, of a category or cooperative, and of a description.
const OWN_NAME: f32 = 10.0;
const OTHER_NAME: f32 = 9.0;
const AROUND: f32 = 4.0;
const DESCRIPTION: f32 = 1.0;

/// Steps between what counts one more.
const STEPS: f32 = 1_024.0;

/// Weights by how often a term is in a document; more of them than are in use, so that each of four bits has one.
pub(crate) type Weights = [f32; 16];

/// A field with what it counts.
struct Counted {
    field: Field,
    /// By how often a term is in the document.
    weights: Weights,
    /// Whether it matters how often.
    is_classed: bool,
    is_description: bool,
}

impl Counted {
    /// The weights, so often; in steps of which sums are exact, so that they are the same in whatever order they are made.
    fn counts(&self, weight: f32) -> Weights {
        self.weights.map(|counts| (counts * weight * STEPS).round() / STEPS)
    }

    /// What is read of its lists.
    const fn option(&self) -> IndexRecordOption {
        if self.is_classed {
            IndexRecordOption::WithFreqs
        } else {
            IndexRecordOption::Basic
        }
    }
}

/// The lists of a searcher, for one query: what was looked up once is remembered.
pub(crate) struct Lists<'s> {
    pub searcher: &'s Searcher,
    counted: Vec<Counted>,
    vocabulary: Field,
    pub spelling: Field,
    /// By segment, then in the order of `counted`.
    readers: Vec<Vec<Arc<InvertedIndexReader>>>,
    vocabularies: Vec<Arc<InvertedIndexReader>>,
    found: RefCell<HashMap<String, Found>>,
    near: RefCell<HashMap<(String, u8), Entries>>,
}

/// Entries of a dictionary, with how many documents have them.
pub(crate) type Entries = Vec<(String, u64)>;

/// One list of documents.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub segment: usize,
    /// Its place among the fields.
    field: usize,
    info: TermInfo,
}

impl Place {
    /// Documents in it.
    pub fn documents(&self) -> u64 {
        u64::from(self.info.doc_freq)
    }
}

/// The lists of one term.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    pub places: Vec<Place>,
    /// Documents in all of them.
    pub documents: u64,
    /// Documents of the field that has it most often.
    pub often: u64,
    /// Whether it is more than a word of descriptions.
    pub is_named: bool,
}

impl Found {
    pub const fn is_some(&self) -> bool {
        self.documents > 0
    }
}

impl<'s> Lists<'s> {
    /// Those of products, for a page in this language.
    pub fn of_products(searcher: &'s Searcher, fields: &Fields, locale: Locale) -> Result<Self> {
        let mut weights = [AROUND; 16];
        for (weight, names) in weights.iter_mut().zip(NAMES) {
            if names & of_language(locale) != 0 {
                *weight = OWN_NAME;
            } else if names != 0 {
                *weight = OTHER_NAME;
            }
        }
        let counted = vec![
            Counted {
                field: fields.named,
                weights,
                is_classed: true,
                is_description: false,
            },
            Counted {
                field: fields.description,
                weights: [DESCRIPTION; 16],
                is_classed: false,
                is_description: true,
            },
        ];
        Self::new(searcher, counted, fields.vocabulary, fields.spelling)
    }

    /// Those of categories, cooperatives and stations.
    pub fn of_places(searcher: &'s Searcher, fields: &Fields) -> Result<Self> {
        let counted = vec![Counted {
            field: fields.place,
            weights: [OWN_NAME; 16],
            is_classed: false,
            is_description: false,
        }];
        Self::new(searcher, counted, fields.place_vocabulary, fields.spelling)
    }

    fn new(searcher: &'s Searcher, counted: Vec<Counted>, vocabulary: Field, spelling: Field) -> Result<Self> {
        let segments = searcher.segment_readers();
        let mut readers = Vec::with_capacity(segments.len());
        let mut vocabularies = Vec::with_capacity(segments.len());
        for segment in segments {
            let of_fields: Result<Vec<_>, TantivyError> = counted
                .iter()
                .map(|counted| segment.inverted_index(counted.field))
                .collect();
            readers.push(of_fields?);
            vocabularies.push(segment.inverted_index(vocabulary)?);
        }
        Ok(Self {
            searcher,
            counted,
            vocabulary,
            spelling,
            readers,
            vocabularies,
            found: RefCell::default(),
            near: RefCell::default(),
        })
    }

    /// Calls `each` with the documents of a list, in order, and what the term counts in each of them, `weight` times.
    pub fn each_document(&self, place: &Place, weight: f32, mut each: impl FnMut(DocId, f32)) -> Result<()> {
        let Some((reader, counted)) = self.of(place) else {
            return Ok(());
        };
        let counts = counted.counts(weight);
        let mut blocks = reader
            .read_block_postings_from_terminfo(&place.info, counted.option())
            .map_err(TantivyError::from)?;
        loop {
            let documents = blocks.docs();
            if documents.is_empty() {
                return Ok(());
            }
            if counted.is_classed {
                for (document, times) in documents.iter().zip(blocks.freqs()) {
                    each(*document, counts[*times as usize % 16]);
                }
            } else {
                for document in documents {
                    each(*document, counts[1]);
                }
            }
            blocks.advance();
        }
    }

    /// Calls `each` with those of the documents that are in a list, by their places among them, and what the term counts there.
    pub fn each_among(
        &self,
        place: &Place,
        weight: f32,
        among: &[(DocId, f32)],
        mut each: impl FnMut(usize, f32),
    ) -> Result<()> {
        let Some((reader, counted)) = self.of(place) else {
            return Ok(());
        };
        let counts = counted.counts(weight);
        let mut postings = reader
            .read_postings_from_terminfo(&place.info, counted.option())
            .map_err(TantivyError::from)?;
        for (number, (document, _)) in among.iter().enumerate() {
            let at = if postings.doc() < *document {
                postings.seek(*document)
            } else {
                postings.doc()
            };
            if at == TERMINATED {
                break;
            }
            if at == *document {
                let times = if counted.is_classed { postings.term_freq() } else { 1 };
                each(number, counts[times as usize % 16]);
            }
        }
        Ok(())
    }

    fn reader(&self, segment: usize, field: usize) -> Option<&InvertedIndexReader> {
        Some(self.readers.get(segment)?.get(field)?)
    }

    fn of(&self, place: &Place) -> Option<(&InvertedIndexReader, &Counted)> {
        Some((self.reader(place.segment, place.field)?, self.counted.get(place.field)?))
    }

    /// Looks a term up.
    pub fn find(&self, term: &str) -> Result<Found> {
        if let Some(found) = self.found.borrow().get(term) {
            return Ok(found.clone());
        }
        let mut found = Found::default();
        for (field, counted) in self.counted.iter().enumerate() {
            let mut documents = 0;
            for (segment, readers) in self.readers.iter().enumerate() {
                let Some(reader) = readers.get(field) else { continue };
                if let Some(info) = reader.terms().get(term).map_err(TantivyError::from)? {
                    documents += u64::from(info.doc_freq);
                    found.places.push(Place { segment, field, info });
                }
            }
            found.documents += documents;
            found.often = found.often.max(documents);
            found.is_named |= documents > 0 && !counted.is_description;
        }
        self.found.borrow_mut().insert(term.to_owned(), found.clone());
        Ok(found)
    }

    /// Looks a word up, as it is and with endings.
    pub fn find_word(&self, key: &str) -> Result<Found> {
        let mut found = self.find(&Kind::Word.term(key))?;
        let inflected = self.find(&Kind::Stem.term(key))?;
        found.documents += inflected.documents;
        found.often = found.often.max(inflected.often);
        found.is_named |= inflected.is_named;
        found.places.extend(inflected.places);
        Ok(found)
    }

    /// Whether a word or pair is in the vocabulary.
    pub fn knows(&self, entry: &str) -> Result<bool> {
        for reader in &self.vocabularies {
            if reader.terms().get(entry).map_err(TantivyError::from)?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Entries of the vocabulary that begin so, with how many documents have them; the frequent ones first.
    pub fn vocabulary_from(&self, prefix: &str, most: usize) -> Result<Entries> {
        let mut all = Vec::new();
        for reader in &self.vocabularies {
            begin_with(reader, prefix, &mut all)?;
        }
        Ok(together(all, most))
    }

    /// Entries of the vocabulary that `edits` changes make of this key, and how many documents have them. Of two changes none is
    /// in the first letter: there are so many words at two changes that reading all of them would take long.
    pub fn vocabulary_near(&self, key: &str, edits: u8) -> Result<Entries> {
        if let Some(near) = self.near.borrow().get(&(key.to_owned(), edits)) {
            return Ok(near.clone());
        }
        let term = Term::from_field_text(self.vocabulary, key);
        let query = tantivy::query::FuzzyTermQuery::new(term, edits, true);
        let first: String = key.chars().take(usize::from(edits > 1)).collect();
        let from = if first.is_empty() { FIRST_KEY } else { &first };
        // Making it takes longer than reading with it.
        let automaton = query.automaton()?;
        let mut all = Vec::new();
        for reader in &self.vocabularies {
            let mut stream = reader
                .terms()
                .search(&automaton)
                .ge(from)
                .le(LAST_KEY)
                .into_stream()
                .map_err(TantivyError::from)?;
            while let Some((entry, info)) = stream.next() {
                if !entry.starts_with(first.as_bytes()) {
                    break;
                }
                if let Ok(entry) = std::str::from_utf8(entry) {
                    all.push((entry.to_owned(), u64::from(info.doc_freq)));
                }
                if all.len() > MOST_READ {
                    break;
                }
            }
        }
        let near = together(all, MOST_READ);
        self.near.borrow_mut().insert((key.to_owned(), edits), near.clone());
        Ok(near)
    }

    /// The commonest spelling of a key.
    pub fn spelling_of(&self, key: &str) -> Result<Option<String>> {
        let prefix = format!("{key}{}", crate::words::SPELLED);
        let mut all = Vec::new();
        for segment in self.searcher.segment_readers() {
            begin_with(&*segment.inverted_index(self.spelling)?, &prefix, &mut all)?;
        }
        let common = together(all, 1).into_iter().next();
        Ok(common.and_then(|(entry, _)| entry.strip_prefix(&prefix).map(str::to_owned)))
    }

    /// Readings that begin so, among the names of products.
    pub fn readings_from(&self, prefix: &str, most: usize) -> Result<Entries> {
        let mut all = Vec::new();
        for reader in self.readers.iter().flatten() {
            begin_with(reader, prefix, &mut all)?;
        }
        Ok(together(all, most))
    }
}

/// Keys of words are between these two; pairs of Chinese characters, of which there are many more, are not.
const FIRST_KEY: &str = " ";
const LAST_KEY: &str = "~";
/// Entries read of one dictionary at the most.
const MOST_READ: usize = 400;

fn begin_with(reader: &InvertedIndexReader, prefix: &str, all: &mut Entries) -> Result<()> {
    let mut stream = reader
        .terms()
        .range()
        .ge(prefix)
        .into_stream()
        .map_err(TantivyError::from)?;
    let mut read = 0;
    while let Some((entry, info)) = stream.next() {
        if !entry.starts_with(prefix.as_bytes()) || read == MOST_READ {
            break;
        }
        read += 1;
        if let Ok(entry) = std::str::from_utf8(entry) {
            all.push((entry.to_owned(), u64::from(info.doc_freq)));
        }
    }
    Ok(())
}

/// The same entries of several dictionaries as one, the frequent ones first.
fn together(mut all: Entries, most: usize) -> Entries {
    all.sort_unstable();
    all.dedup_by(|next, kept| {
        let is_same = next.0 == kept.0;
        if is_same {
            kept.1 += next.1;
        }
        is_same
    });
    all.sort_by_key(|(_, documents)| std::cmp::Reverse(*documents));
    all.truncate(most);
    all
}
