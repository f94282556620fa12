//! The index of the shop in this program: read by searches, a few at a time, and written by
//! [`follow`](crate::search::follow).

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use ::search::{Index, Searcher};
use arc_swap::ArcSwapOption;
use db::PublicVersions;
use tokio::sync::{Mutex, Semaphore};
use tokio::task::spawn_blocking;

use crate::{Error, Result};

/// Searches that wait for their turn at the most.
const WAITING: usize = 64;
/// How long one waits for its turn: it takes some milliseconds.
const PATIENCE: Duration = Duration::from_secs(1);

/// A handle on the index; cheap to clone.
#[derive(Clone, Debug)]
pub struct Engine(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    place: Place,
    /// What searches read; nothing until it is whole, and while something is wrong with it.
    ready: ArcSwapOption<Index>,
    /// A search could not read it.
    is_doubted: AtomicBool,
    /// One writes at a time.
    writing: Mutex<Writing>,
    places: Semaphore,
    turns: Arc<Semaphore>,
    started: Instant,
    counts: Counts,
}

#[derive(Clone, Debug)]
enum Place {
    Folder(PathBuf),
    Memory,
}

/// What the one who writes knows.
#[derive(Debug, Default)]
pub(crate) struct Writing {
    /// The index, once it is open.
    pub(crate) index: Option<Index>,
    /// The versions at which it was brought up to date last.
    pub(crate) seen: Option<PublicVersions>,
    /// The operator wants it built anew, and it is not yet.
    pub(crate) is_wished: bool,
}

impl Writing {
    /// What is open is not trusted any more: it is opened anew.
    fn forget(&mut self) {
        self.index = None;
        self.seen = None;
    }
}

#[derive(Debug, Default)]
struct Counts {
    searches: AtomicU64,
    refused: AtomicU64,
    microseconds: AtomicU64,
    rebuilds: AtomicU64,
    /// Milliseconds after the start at which the index was up to date.
    current_at: AtomicU64,
}

/// Numbers of the index.
#[derive(Clone, Copy, Debug, Default)]
pub struct SearchCounts {
    /// Searches in it.
    pub searches: u64,
    /// Searches that found all places taken.
    pub refused: u64,
    /// Time that they took together.
    pub took: Duration,
    /// Times it was built from the whole database.
    pub rebuilds: u64,
    /// What is in it.
    pub documents: u64,
    /// Bytes it takes.
    pub bytes: u64,
    /// How long ago it was up to date.
    pub lag: Duration,
    /// Whether searches are answered from it.
    pub is_ready: bool,
}

impl Engine {
    /// An index in this folder, which belongs to one program. It is opened when it is first [followed](crate::search::follow).
    #[must_use]
    pub fn in_folder(folder: PathBuf) -> Self {
        Self::at(Place::Folder(folder))
    }

    /// One in memory, for tests.
    #[must_use]
    pub fn in_memory() -> Self {
        Self::at(Place::Memory)
    }

    fn at(place: Place) -> Self {
        // Pages are made on the same cores.
        let turns = std::thread::available_parallelism().map_or(1, |cores| cores.get().div_ceil(2));
        Self(Arc::new(Inner {
            place,
            ready: ArcSwapOption::empty(),
            is_doubted: AtomicBool::new(false),
            writing: Mutex::default(),
            places: Semaphore::new(WAITING),
            turns: Arc::new(Semaphore::new(turns)),
            started: Instant::now(),
            counts: Counts::default(),
        }))
    }

    /// Whether searches are answered from the index.
    pub fn is_ready(&self) -> bool {
        self.0.ready.load().is_some()
    }

    /// Its numbers.
    #[must_use]
    pub fn counts(&self) -> SearchCounts {
        let counts = &self.0.counts;
        let index = self.0.ready.load_full();
        let index = index.as_deref();
        let current_at = Duration::from_millis(counts.current_at.load(Ordering::Relaxed));
        SearchCounts {
            searches: counts.searches.load(Ordering::Relaxed),
            refused: counts.refused.load(Ordering::Relaxed),
            took: Duration::from_micros(counts.microseconds.load(Ordering::Relaxed)),
            rebuilds: counts.rebuilds.load(Ordering::Relaxed),
            documents: index.map_or(0, Index::documents),
            bytes: index.map_or(0, Index::bytes),
            lag: self.0.started.elapsed().saturating_sub(current_at),
            is_ready: index.is_some(),
        }
    }

    /// Reads the index on a thread that may be kept busy. Nothing when there is no index, or it could not be read: then the
    /// database has to answer.
    ///
    /// # Errors
    /// [`Error::Busy`] when too many search already.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Searcher) -> ::search::Result<T> + Send + 'static,
    ) -> Result<Option<T>> {
        let Some(index) = self.0.ready.load_full() else {
            return Ok(None);
        };
        let counts = &self.0.counts;
        let busy = || {
            counts.refused.fetch_add(1, Ordering::Relaxed);
            Error::Busy
        };
        let _place = self.0.places.try_acquire().map_err(|_| busy())?;
        let turn = tokio::time::timeout(PATIENCE, self.0.turns.clone().acquire_owned()).await;
        let Ok(Ok(turn)) = turn else {
            return Err(busy());
        };
        let started = Instant::now();
        let read = spawn_blocking(move || {
            let read = work(&index.searcher());
            // Held by the thread: whoever asked may be gone meanwhile.
            drop(turn);
            read
        })
        .await;
        counts.searches.fetch_add(1, Ordering::Relaxed);
        let took = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
        counts.microseconds.fetch_add(took, Ordering::Relaxed);
        match read {
            Ok(Ok(found)) => Ok(Some(found)),
            Ok(Err(error)) => {
                self.doubt(&error);
                Ok(None)
            }
            Err(error) => {
                self.doubt(&error);
                Ok(None)
            }
        }
    }

    /// Searches do without the index until it was opened anew.
    fn doubt(&self, error: &(dyn std::error::Error + 'static)) {
        tracing::error!(error, "search.index.unreadable");
        self.0.ready.store(None);
        self.0.is_doubted.store(true, Ordering::Relaxed);
    }

    /// The turn of the one who writes.
    pub(crate) async fn writing(&self) -> tokio::sync::MutexGuard<'_, Writing> {
        let mut writing = self.0.writing.lock().await;
        if self.0.is_doubted.swap(false, Ordering::Relaxed) {
            writing.forget();
        }
        writing
    }

    /// Opens the index; a damaged one, or one of another version, starts empty.
    pub(crate) async fn open(&self) -> Result<Index> {
        let place = self.0.place.clone();
        blocking(move || match place {
            Place::Folder(folder) => Index::open(&folder),
            Place::Memory => Index::in_memory(),
        })
        .await
    }

    /// Whether the operator asked for an index that is built anew; asked once, it is done once.
    pub(crate) async fn takes_wish(&self) -> bool {
        let Place::Folder(folder) = self.0.place.clone() else {
            return false;
        };
        spawn_blocking(move || std::fs::remove_file(wish_of(&folder)).is_ok())
            .await
            .unwrap_or_default()
    }

    /// Searches read this from now on.
    pub(crate) fn becomes_current(&self, index: &Index) {
        let now = u64::try_from(self.0.started.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.0.counts.current_at.store(now, Ordering::Relaxed);
        self.0.ready.store(Some(Arc::new(index.clone())));
    }

    /// It is built anew: until it is whole, searches do without.
    pub(crate) fn begins_anew(&self) {
        self.0.ready.store(None);
        self.0.counts.rebuilds.fetch_add(1, Ordering::Relaxed);
    }

    /// What is open cannot be trusted: it is opened anew the next time.
    pub(crate) fn lose(&self, writing: &mut Writing) {
        self.0.ready.store(None);
        writing.forget();
    }
}

/// Runs what may take long and is of the index on a thread for it.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> ::search::Result<T> + Send + 'static,
) -> Result<T> {
    match spawn_blocking(work).await {
        Ok(Err(error @ ::search::Error::Busy)) => {
            tracing::warn!(error = &error as &dyn std::error::Error, "search.index.in_use");
            Err(Error::Busy)
        }
        Ok(done) => done.map_err(Error::internal),
        Err(error) => Err(Error::internal(error)),
    }
}

/// Has the program whose index is in this folder build it anew: it begins the next time it follows, or when it is started.
///
/// # Errors
/// When nothing can be written beside the folder.
pub fn ask_for_rebuild(folder: &Path) -> std::io::Result<()> {
    std::fs::write(wish_of(folder), [])
}

/// Stands beside the folder: what is in it belongs to the index.
fn wish_of(folder: &Path) -> PathBuf {
    folder.with_extension("rebuild")
}
