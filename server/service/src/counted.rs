//! What a program counted for the catalogue and remembers, with the version it was counted at.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use domain::{CategoryId, CooperativeId};

/// Different filters remembered before all counts are forgotten; prices in a query are free text.
const COUNTS_KEPT: usize = 2_000;
/// The same of counts by category and cooperative, a hundred numbers each.
const GROUPS_KEPT: usize = 200;

/// How many products each filter finds, counted once a version: counting 100,000 rows costs more than reading a page.
#[derive(Debug, Default)]
pub struct Counts(Mutex<CountedLists>);

#[derive(Debug, Default)]
struct CountedLists {
    /// Version of the cards that were counted.
    version: i64,
    counts: HashMap<String, u64>,
    groups: HashMap<String, Arc<GroupedCounts>>,
}

/// How many products of each category and of each cooperative a filter finds.
#[derive(Clone, Debug, Default)]
pub(crate) struct GroupedCounts {
    pub(crate) categories: HashMap<CategoryId, u64>,
    pub(crate) cooperatives: HashMap<CooperativeId, u64>,
}

impl Counts {
    pub(crate) fn get(&self, version: i64, key: &str) -> Option<u64> {
        let counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = counted.counts.get(key).copied();
        known.filter(|_| counted.version == version)
    }

    /// `version` was looked at before the cards were counted.
    pub(crate) fn put(&self, version: i64, key: String, count: u64) {
        self.at(version).counts.insert(key, count);
    }

    pub(crate) fn grouped(&self, version: i64, key: &str) -> Option<Arc<GroupedCounts>> {
        let counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = counted.groups.get(key).cloned();
        known.filter(|_| counted.version == version)
    }

    /// `version` was looked at before the cards were counted.
    pub(crate) fn put_grouped(&self, version: i64, key: String, counts: Arc<GroupedCounts>) {
        self.at(version).groups.insert(key, counts);
    }

    /// What was counted at this version, with room for one more.
    fn at(&self, version: i64) -> MutexGuard<'_, CountedLists> {
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if counted.version != version {
            *counted = CountedLists::default();
            counted.version = version;
        }
        if counted.counts.len() >= COUNTS_KEPT {
            counted.counts.clear();
        }
        if counted.groups.len() >= GROUPS_KEPT {
            counted.groups.clear();
        }
        counted
    }
}

/// A piece: the published products whose ids lie together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SitemapPiece {
    /// Its number; numbers without a product are left out.
    pub number: i64,
    /// How many products are in it.
    pub products: i64,
    /// When one of them was saved last, milliseconds since 1970 UTC.
    pub updated_at: i64,
}

/// The pieces as they were counted last.
#[derive(Debug, Default)]
pub struct SitemapPieces(pub(crate) Mutex<Option<CountedPieces>>);

#[derive(Clone, Debug)]
pub(crate) struct CountedPieces {
    pub(crate) pieces: Arc<Vec<SitemapPiece>>,
    /// Of the directory, which follows what is published, and of the cards.
    pub(crate) version: (i64, i64),
    pub(crate) at: Instant,
}
