//! What is made once and copied for every test: a copy takes milliseconds, loading, drawing and hashing do not.
//!
//! It lies in a folder, on PostgreSQL with a database beside it, for all processes of one build of the tests; who comes
//! first makes it while the others wait.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::Database;
use crate::database::{drop_database, exists, postgres_server};

/// Names the database in a folder, as soon as there may be one.
const DATABASE: &str = "database";
/// Written last: a folder without it is not finished.
const DONE: &str = "done";
/// So many lives later nobody copies from it any more.
const STALE: u64 = 3;

/// Holds what is made once while it is looked for or made; nobody else does.
#[derive(Debug)]
pub struct Turn {
    folder: PathBuf,
    database: Option<String>,
    is_made: bool,
    /// Locked until it is dropped.
    _lock: File,
}

impl Turn {
    /// Waits for the turn to look for `name` below `all`. What is there is found as it was left, for `life` at the most; else
    /// its folder is empty, and its database is not there. What is long over goes.
    ///
    /// # Panics
    /// When a file cannot be written, or PostgreSQL does not answer.
    pub async fn wait(all: &Path, name: &str, life: Duration, database: Database) -> Self {
        let server = match database {
            Database::Sqlite => None,
            Database::Postgres => postgres_server(),
        };
        // Another server has none of the databases of the one before.
        let home = all.join(format!("{}-{:x}", lives(life), stamp(server.as_deref())));
        fs::create_dir_all(&home).expect("a folder");
        let lock = File::create(home.join(format!("{name}.lock"))).expect("a lock");
        lock.lock().expect("the lock");
        let folder = home.join(name);
        let database = server.map(|_| format!("bazar_made_{:x}", hash(&folder)));
        let is_made = folder.join(DONE).is_file()
            && match &database {
                Some(database) => exists(database).await,
                None => true,
            };
        if !is_made {
            sweep(all, life).await;
            // What a process left behind that was stopped on the way.
            drop(fs::remove_dir_all(&folder));
            fs::create_dir_all(&folder).expect("a folder");
            if let Some(database) = &database {
                fs::write(folder.join(DATABASE), database).expect("the name of the database");
                drop_database(database).await;
            }
        }
        Self {
            folder,
            database,
            is_made,
            _lock: lock,
        }
    }

    /// Whether it is there already.
    pub const fn is_made(&self) -> bool {
        self.is_made
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What its database on PostgreSQL is called.
    pub fn database(&self) -> Option<&str> {
        self.database.as_deref()
    }

    /// Lets others copy what is in the folder and the database now.
    ///
    /// # Panics
    /// When that cannot be noted.
    pub fn done(self) {
        fs::write(self.folder.join(DONE), []).expect("a mark");
    }
}

/// Copies all that is in `from` to `to`, which is made.
///
/// # Panics
/// When that fails.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the files") {
        let path = entry.expect("a file").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy_folder(&path, &target);
        } else {
            fs::copy(&path, target).expect("a copy");
        }
    }
}

/// Stands for what can be hashed, for as long as these programs are.
pub(crate) fn hash(what: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}

/// Stands for this build of the tests, and for the server.
fn stamp(server: Option<&str>) -> u64 {
    let program = fs::metadata(std::env::current_exe().expect("the test's program")).expect("the test's program");
    hash(&(program.modified().ok(), program.len(), server))
}

/// How many lives of this length there were since 1970.
fn lives(life: Duration) -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock");
    now.as_secs() / life.as_secs()
}

/// Takes away what nobody copies from any more, of other builds and servers, too.
async fn sweep(all: &Path, life: Duration) {
    let oldest = lives(life).saturating_sub(STALE);
    for home in fs::read_dir(all).expect("the folders").flatten() {
        let name = home.file_name().to_string_lossy().into_owned();
        let made = name.split('-').next().and_then(|life| life.parse::<u64>().ok());
        if made.is_some_and(|made| made >= oldest) {
            continue;
        }
        let databases: Vec<String> = fs::read_dir(home.path())
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|folder| fs::read_to_string(folder.path().join(DATABASE)).ok())
            .collect();
        // Without a server they wait for somebody who has one.
        if !databases.is_empty() && postgres_server().is_none() {
            continue;
        }
        for database in databases {
            drop_database(&database).await;
        }
        drop(fs::remove_dir_all(home.path()));
    }
}
