//! Who may use an SQLite file: one server at a time, and one migration at a time.
//!
//! The locks are advisory locks of the operating system on files beside the database: they end with the process, however
//! it ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

use crate::file::beside;

/// Takes the place of the one program that serves the database at `path`, as long as the file is held; `None` when it is
/// taken.
///
/// # Errors
/// When the lock file cannot be made.
pub fn try_serve(path: &Path) -> io::Result<Option<File>> {
    let file = open(path, ".serving")?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Waits until no other program migrates the database at `path`; others wait while the file is held.
///
/// # Errors
/// When the lock file cannot be made.
pub(crate) fn migrate(path: &Path) -> io::Result<File> {
    let file = open(path, ".migrating")?;
    file.lock()?;
    Ok(file)
}

fn open(database: &Path, suffix: &str) -> io::Result<File> {
    OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .open(beside(database, suffix))
}
