//! How what is in memory follows the database, whoever changed it: this program, a second one, or an import.
//!
//! The database [counts changes](PublicVersions) by itself. Here its counts are looked at, after each commit of this program
//! and a few times a second, and the directory and the names of withdrawn pictures are read again when they say so. Nothing
//! has to be told to this module.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use arc_swap::ArcSwap;
use db::{Db, PublicVersions, Tx};
use tokio::sync::Mutex;
use tokio::time::timeout;

use crate::{Directory, Error, Result, withheld_pictures};

/// How old a look may be; a change shows within a second, and this leaves time to make the page.
const OLDEST: Duration = Duration::from_millis(500);
/// Longest a look may take.
const PATIENCE: Duration = Duration::from_secs(2);

#[derive(Debug)]
pub(crate) struct Freshness {
    seen: ArcSwap<Seen>,
    /// One look at a time: what was read first must not be put in place last. Holds when the last one failed.
    looking: Mutex<Option<Instant>>,
}

#[derive(Debug)]
struct Seen {
    versions: Arc<PublicVersions>,
    directory: Arc<Directory>,
    withdrawn: Arc<HashSet<String>>,
    look: Look,
}

/// The moment before something is read.
#[derive(Clone, Copy, Debug)]
struct Look {
    /// Commits of this program by then.
    changes: u64,
    at: Instant,
}

impl Look {
    fn now(db: &Db) -> Self {
        Self {
            changes: db.changes(),
            at: Instant::now(),
        }
    }

    fn is_current(self, db: &Db) -> bool {
        self.changes == db.changes() && self.at.elapsed() < OLDEST
    }
}

impl Freshness {
    #[crate::boxed]
    pub async fn read(db: &Db) -> Result<Self> {
        let look = Look::now(db);
        let versions = db.public_versions().await?;
        let directory = Directory::read(db.read()).await?;
        let withdrawn = withheld_pictures::names(db.read()).await?;
        Ok(Self {
            seen: ArcSwap::from_pointee(Seen {
                versions: Arc::new(versions),
                directory: Arc::new(directory),
                withdrawn: Arc::new(withdrawn),
                look,
            }),
            looking: Mutex::new(None),
        })
    }

    pub fn directory(&self) -> Arc<Directory> {
        self.seen.load().directory.clone()
    }

    /// The pictures that not everybody may see, as their rows name them.
    pub fn withdrawn_pictures(&self) -> Arc<HashSet<String>> {
        self.seen.load().withdrawn.clone()
    }

    /// The directory as `tx` sees it: the one in memory, unless a change of it is seen there first.
    #[crate::boxed]
    pub async fn directory_in(&self, tx: &Tx) -> Result<Arc<Directory>> {
        let seen = self.seen.load_full();
        if db::directory_version(tx).await? == seen.versions.directory {
            return Ok(seen.directory.clone());
        }
        Ok(Arc::new(Directory::read(tx).await?))
    }

    pub fn versions(&self) -> Arc<PublicVersions> {
        self.seen.load().versions.clone()
    }

    pub fn is_current(&self, db: &Db) -> bool {
        self.seen.load().look.is_current(db)
    }

    #[crate::boxed]
    pub async fn catch_up(&self, db: &Db) -> Result<()> {
        if self.is_current(db) {
            return Ok(());
        }
        let asked = Instant::now();
        let mut failed = self.looking.lock().await;
        // Somebody else may have looked meanwhile, or have tried to: not everybody waits for a database that is gone.
        if self.is_current(db) {
            return Ok(());
        }
        if failed.is_some_and(|at| at >= asked) {
            return Err(Error::Busy);
        }
        self.look_in_turn(db, &mut failed).await
    }

    #[crate::boxed]
    pub async fn look(&self, db: &Db) -> Result<()> {
        let mut failed = self.looking.lock().await;
        self.look_in_turn(db, &mut failed).await
    }

    async fn look_in_turn(&self, db: &Db, failed: &mut Option<Instant>) -> Result<()> {
        let looked = timeout(PATIENCE, self.read_changes(db)).await;
        let looked = looked.unwrap_or(Err(Error::Busy));
        if looked.is_err() {
            *failed = Some(Instant::now());
        }
        looked
    }

    async fn read_changes(&self, db: &Db) -> Result<()> {
        let look = Look::now(db);
        let versions = db.public_versions().await?;
        let old = self.seen.load_full();
        // The versions come first: what is written meanwhile is read once more the next time, never missed.
        // The words of searches are read with the directory; they change seldom.
        let is_same = versions.directory == old.versions.directory && versions.search == old.versions.search;
        let directory = if is_same {
            old.directory.clone()
        } else {
            Arc::new(Directory::read(db.read()).await?)
        };
        // What shows a picture to all stands partly in the directory.
        let withdrawn = if versions.directory == old.versions.directory && versions.pictures == old.versions.pictures {
            old.withdrawn.clone()
        } else {
            Arc::new(withheld_pictures::names(db.read()).await?)
        };
        let versions = if versions == *old.versions {
            old.versions.clone()
        } else {
            Arc::new(versions)
        };
        self.seen.store(Arc::new(Seen {
            versions,
            directory,
            withdrawn,
            look,
        }));
        Ok(())
    }
}
