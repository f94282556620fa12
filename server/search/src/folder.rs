//! The folder of an index, read without mapping its files into memory: under a map, a file that somebody cuts short ends the
//! whole program; read by its positions it is an error like any other.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io;
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use tantivy::HasLen;
use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    Directory, DirectoryLock, FileHandle, Lock, MmapDirectory, OwnedBytes, WatchCallback, WatchHandle, WritePtr,
};

/// The ending of dictionaries of terms. The engine has all of one in memory whenever a part of the index is open.
const DICTIONARY: &str = "term";
/// Each file has a longer foot than this; the engine would panic over a shorter one.
const SHORTEST: u64 = 8;

/// Files that somebody reads, by their names.
type Open = HashMap<PathBuf, Weak<dyn FileHandle>>;

/// The folder. Clones are the same one.
#[derive(Clone, Debug)]
pub(crate) struct Folder {
    /// Everything but reading: writing, replacing, locking.
    files: MmapDirectory,
    path: PathBuf,
    /// One that two states of the index have in common is opened once.
    open: Arc<Mutex<Open>>,
}

impl Folder {
    /// A folder that is there.
    pub fn open(path: &Path) -> crate::Result<Self> {
        Ok(Self {
            files: MmapDirectory::open(path).map_err(tantivy::TantivyError::from)?,
            path: path.to_owned(),
            open: Arc::default(),
        })
    }
}

/// A file that is read by its positions. It can be deleted meanwhile, but not be changed.
#[derive(Debug)]
struct Positions {
    file: File,
    length: usize,
}

impl HasLen for Positions {
    fn len(&self) -> usize {
        self.length
    }
}

impl FileHandle for Positions {
    fn read_bytes(&self, range: Range<usize>) -> io::Result<OwnedBytes> {
        let mut bytes = vec![0; range.len()];
        self.file.read_exact_at(&mut bytes, range.start as u64)?;
        Ok(OwnedBytes::new(bytes))
    }
}

fn read(path: &Path) -> io::Result<Arc<dyn FileHandle>> {
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    if length < SHORTEST {
        return Err(io::Error::new(
            io::ErrorKind::UnexpectedEof,
            "a file of the index is cut short",
        ));
    }
    if path.extension().is_some_and(|ending| ending == DICTIONARY) {
        return Ok(Arc::new(OwnedBytes::new(fs::read(path)?)));
    }
    let length = usize::try_from(length).map_err(io::Error::other)?;
    Ok(Arc::new(Positions { file, length }))
}

impl Directory for Folder {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(handle) = open.get(path).and_then(Weak::upgrade) {
            return Ok(handle);
        }
        open.retain(|_, handle| handle.strong_count() > 0);
        let handle = read(&self.path.join(path)).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => OpenReadError::FileDoesNotExist(path.to_owned()),
            _ => OpenReadError::wrap_io_error(error, path.to_owned()),
        })?;
        open.insert(path.to_owned(), Arc::downgrade(&handle));
        Ok(handle)
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        self.files.delete(path)
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.files.exists(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        self.files.open_write(path)
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        self.files.atomic_read(path)
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        self.files.atomic_write(path, data)
    }

    fn sync_directory(&self) -> io::Result<()> {
        self.files.sync_directory()
    }

    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        self.files.acquire_lock(lock)
    }

    fn watch(&self, callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.files.watch(callback)
    }
}
