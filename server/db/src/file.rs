//! The file of an SQLite database, watched from outside: what SQLite has open may no longer be what stands at its path.
//!
//! A file that was unlinked or replaced still takes writes, and all of them are gone with the process. So the writer looks
//! before it begins and before it answers.
//!
//! The file is opened once here and stays open: POSIX takes all locks of a process on a file away when that process closes any
//! descriptor of it (<https://sqlite.org/howtocorrupt.html>, 2.2), SQLite's own too. Another program that opens the database would then
//! believe itself alone, and remove the log when it goes.

use std::fs::{File, Metadata, metadata};
use std::io;
use std::os::unix::fs::{FileExt, MetadataExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The first bytes of every SQLite database (<https://sqlite.org/fileformat.html#magic_header_string>).
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Device and inode.
type Identity = (u64, u64);

/// What is wrong with the file of a running database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum FileProblem {
    /// Nothing is at its path, or it cannot be read.
    #[error("the database file is gone")]
    Gone,
    /// Another file is at its path.
    #[error("the database file was replaced")]
    Replaced,
    /// It was written over.
    #[error("the database file was overwritten")]
    Overwritten,
    /// The write-ahead log beside it is gone or another one.
    #[error("the database's write-ahead log is gone")]
    LogGone,
}

/// The database file of a running program.
#[derive(Clone, Debug)]
pub(crate) struct DatabaseFile {
    path: PathBuf,
    file: Arc<File>,
    identity: Identity,
    /// The log's identity, once there is one.
    log: Option<Identity>,
}

impl DatabaseFile {
    /// Remembers the file at `path` as the one that was opened.
    ///
    /// # Errors
    /// When there is none.
    pub fn opened(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        Ok(Self {
            path: path.to_owned(),
            identity: identity(&file.metadata()?),
            file: Arc::new(file),
            log: None,
        })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Says whether what is at the path is still the database that was opened. A few microseconds.
    ///
    /// # Errors
    /// What is wrong.
    pub fn check(&mut self) -> Result<(), FileProblem> {
        let there = metadata(&self.path).map_err(|_| FileProblem::Gone)?;
        if identity(&there) != self.identity {
            return Err(FileProblem::Replaced);
        }
        let mut start = [0; MAGIC.len()];
        if self.file.read_exact_at(&mut start, 0).is_err() || start != *MAGIC {
            return Err(FileProblem::Overwritten);
        }
        match (self.log, log_identity(&self.path)) {
            (None, found) => self.log = found,
            (Some(expected), Some(found)) if expected == found => {}
            (Some(_), _) => return Err(FileProblem::LogGone),
        }
        Ok(())
    }
}

fn identity(file: &Metadata) -> Identity {
    (file.dev(), file.ino())
}

fn log_identity(database: &Path) -> Option<Identity> {
    metadata(beside(database, "-wal")).ok().map(|log| identity(&log))
}

/// The path of a file beside the database, whose name goes on with `suffix`.
pub(crate) fn beside(database: &Path, suffix: &str) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use std::fs;

    use super::*;

    fn database(folder: &tempfile::TempDir) -> PathBuf {
        let path = folder.path().join("a.db");
        fs::write(&path, [MAGIC.as_slice(), b"pages"].concat()).unwrap();
        path
    }

    #[test]
    fn a_file_that_is_not_the_opened_one_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let path = database(&folder);
        let mut file = DatabaseFile::opened(&path).unwrap();
        assert_eq!(file.check(), Ok(()));

        fs::write(&path, b"something else entirely").unwrap();
        assert_eq!(file.check(), Err(FileProblem::Overwritten));

        fs::rename(&path, folder.path().join("b.db")).unwrap();
        assert_eq!(file.check(), Err(FileProblem::Gone));
        database(&folder);
        assert_eq!(file.check(), Err(FileProblem::Replaced));
    }

    #[test]
    fn a_log_that_was_there_must_stay() {
        let folder = tempfile::tempdir().unwrap();
        let path = database(&folder);
        let mut file = DatabaseFile::opened(&path).unwrap();
        assert_eq!(file.check(), Ok(()), "there is none before the first write");
        fs::write(beside(&path, "-wal"), b"frames").unwrap();
        assert_eq!(file.check(), Ok(()));
        fs::remove_file(beside(&path, "-wal")).unwrap();
        assert_eq!(file.check(), Err(FileProblem::LogGone));
    }
}
