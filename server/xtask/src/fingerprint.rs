//! Tells whether the inputs of a step changed, by their content. Modification times would be quicker, but a
//! branch switched forth and back touches them all.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// Collects everything a step depends on.
#[derive(Default)]
pub struct Fingerprint(Sha256);

impl Fingerprint {
    /// Adds a setting: an option, a version.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.add(text.as_bytes());
        self
    }

    /// Adds a file's content.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn file(mut self, path: &Path) -> Result<Self> {
        let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        // Without its folder: another checkout may share the target folder.
        self.add(path.file_name().unwrap_or_default().as_encoded_bytes());
        self.add(&bytes);
        Ok(self)
    }

    /// Adds several files.
    ///
    /// # Errors
    /// One of them cannot be read.
    pub fn files(self, paths: &[PathBuf]) -> Result<Self> {
        paths.iter().try_fold(self, |all, path| all.file(path))
    }

    /// The sum as text.
    pub fn finish(self) -> String {
        hex::encode(self.0.finalize())
    }

    // The length goes first, so that "ab"+"c" and "a"+"bc" differ.
    fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes.len().to_le_bytes());
        self.0.update(bytes);
    }
}

/// The first 12 hex digits of the content's SHA-256: what goes into a file's name.
pub fn short_hash(bytes: &[u8]) -> String {
    let mut hash = hex::encode(Sha256::digest(bytes));
    hash.truncate(12);
    hash
}

/// All files below a folder in a fixed order, without hidden ones. A folder that is not there is an empty one.
///
/// # Errors
/// A folder cannot be listed.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(folder) = waiting.pop() {
        if !folder.is_dir() {
            continue;
        }
        let entries = fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))?;
        for entry in entries {
            let path = entry
                .with_context(|| format!("cannot list {}", folder.display()))?
                .path();
            let hidden = path
                .file_name()
                .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
            if hidden || path.ends_with("node_modules") {
                continue;
            }
            if path.is_dir() {
                waiting.push(path)
            } else {
                files.push(path)
            }
        }
    }
    files.sort();
    Ok(files)
}

/// The files below a folder whose name ends in `.<extension>`.
///
/// # Errors
/// As [`files_below`].
pub fn files_with(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let mut files = files_below(folder)?;
    files.retain(|path| path.extension().is_some_and(|end| end == extension));
    Ok(files)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn the_sum_follows_content_and_order() {
        let sum = |parts: &[&str]| {
            parts
                .iter()
                .fold(Fingerprint::default(), |all, part| all.text(part))
                .finish()
        };
        assert_eq!(sum(&["a", "b"]), sum(&["a", "b"]));
        assert_ne!(sum(&["a", "b"]), sum(&["b", "a"]));
        assert_ne!(sum(&["ab", "c"]), sum(&["a", "bc"]));
    }

    #[test]
    fn the_hash_is_the_start_of_sha256() {
        // Of the empty input, as printed in FIPS 180-4's examples.
        assert_eq!(short_hash(b""), "e3b0c44298fc");
    }

    #[test]
    fn hidden_files_and_missing_folders_do_not_count() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("fonts")).unwrap();
        for name in ["b.css", "a.css", ".swap", "fonts/c.woff2"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        let names = |files: Vec<PathBuf>| -> Vec<String> {
            files
                .iter()
                .map(|f| f.strip_prefix(folder.path()).unwrap().to_str().unwrap().to_owned())
                .collect()
        };
        assert_eq!(
            names(files_below(folder.path()).unwrap()),
            ["a.css", "b.css", "fonts/c.woff2"]
        );
        assert_eq!(names(files_with(folder.path(), "css").unwrap()), ["a.css", "b.css"]);
        assert!(files_below(&folder.path().join("nothing")).unwrap().is_empty());
    }
}
