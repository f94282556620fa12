//! How the write path does, counted for the operator's graphs.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Commits of this program; several writes share one on SQLite.
static COMMITS: AtomicU64 = AtomicU64::new(0);

/// Counts of the one path that writes, since the program started.
#[derive(Debug, Default)]
pub struct Stats {
    waiting: AtomicU64,
    started: AtomicU64,
    committed: AtomicU64,
    waited_us: AtomicU64,
    took_us: AtomicU64,
}

/// The counts at one moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WriteCounts {
    /// Writes that wait now.
    pub waiting: u64,
    /// Times a write began to run; on PostgreSQL one that lost a race begins again.
    pub started: u64,
    /// Writes that are on disk.
    pub committed: u64,
    /// Commits.
    pub commits: u64,
    /// Time writes waited before they first ran.
    pub waited: Duration,
    /// Time from asking for a write until it was on disk.
    pub took: Duration,
}

/// A transaction was committed.
pub(crate) fn count_commit() {
    COMMITS.fetch_add(1, Ordering::Relaxed);
}

impl Stats {
    /// A write is asked for.
    pub(crate) fn ask(self: &Arc<Self>) -> Arc<Asked> {
        self.waiting.fetch_add(1, Ordering::Relaxed);
        Arc::new(Asked {
            stats: self.clone(),
            at: Instant::now(),
            runs: AtomicU64::new(0),
        })
    }

    /// The counts now.
    pub(crate) fn counts(&self) -> WriteCounts {
        let read = |number: &AtomicU64| number.load(Ordering::Relaxed);
        WriteCounts {
            waiting: read(&self.waiting),
            started: read(&self.started),
            committed: read(&self.committed),
            commits: read(&COMMITS),
            waited: Duration::from_micros(read(&self.waited_us)),
            took: Duration::from_micros(read(&self.took_us)),
        }
    }
}

/// A write that was asked for; it waits until it starts or is given up.
#[derive(Debug)]
pub(crate) struct Asked {
    stats: Arc<Stats>,
    at: Instant,
    runs: AtomicU64,
}

impl Asked {
    /// It runs.
    pub fn start(&self) {
        self.stats.started.fetch_add(1, Ordering::Relaxed);
        if self.runs.fetch_add(1, Ordering::Relaxed) == 0 {
            self.stats.waiting.fetch_sub(1, Ordering::Relaxed);
            let waited = micros(self.at.elapsed());
            self.stats.waited_us.fetch_add(waited, Ordering::Relaxed);
        }
    }

    /// It is on disk.
    pub fn commit(&self) {
        self.stats.committed.fetch_add(1, Ordering::Relaxed);
        let took = micros(self.at.elapsed());
        self.stats.took_us.fetch_add(took, Ordering::Relaxed);
    }
}

impl Drop for Asked {
    fn drop(&mut self) {
        if self.runs.load(Ordering::Relaxed) == 0 {
            self.stats.waiting.fetch_sub(1, Ordering::Relaxed);
        }
    }
}

fn micros(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}
