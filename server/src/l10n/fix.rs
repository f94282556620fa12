//! `bazar l10n fix`: mends that cannot be wrong, shown as a diff and written when that is asked for.

use std::path::Path;

use wording::{fix, unified};

use super::{files, output};

/// A file that has something to mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// `ug/cart.ftl`.
    pub path: String,
    /// What stands in it.
    pub before: String,
    /// What is to stand in it.
    pub after: String,
}

/// The files of these languages that have something to mend.
///
/// # Errors
/// When a folder or a file cannot be read.
pub fn plan(folder: &Path, languages: &[&str]) -> anyhow::Result<Vec<Mended>> {
    let mut mended = Vec::new();
    for language in languages {
        for file in files::read(folder, language)? {
            let after = fix(language, &file.text);
            if after != file.text {
                mended.push(Mended {
                    path: format!("{language}/{}", file.name),
                    before: file.text,
                    after,
                });
            }
        }
    }
    Ok(mended)
}

/// Shows what is mended.
///
/// # Errors
/// When it cannot be printed.
pub fn show(mended: &[Mended]) -> anyhow::Result<()> {
    mended
        .iter()
        .try_for_each(|file| output::print(&unified(&file.path, Some(&file.before), &file.after)))
}

/// Writes the files.
///
/// # Errors
/// When one of them cannot be written.
pub fn write(folder: &Path, mended: &[Mended]) -> anyhow::Result<()> {
    mended
        .iter()
        .try_for_each(|file| files::write(&folder.join(&file.path), &file.after))
}
