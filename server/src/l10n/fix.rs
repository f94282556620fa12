//! `bazar l10n fix`: mends that cannot be wrong, shown as a diff and written when that is asked for.

use std::collections::HashSet;
use std::path::Path;

use l10n::check::{FOLDERS, meant_names, unspoilt};
use wording::{fix, renamed, unified, units};

use super::files::{self, TextFile};
use super::output;

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
    // Where there is none, nobody knows which names were meant.
    let english = files::read(folder, FOLDERS[0]).unwrap_or_default();
    let mut mended = Vec::new();
    for language in languages {
        let own = files::read(folder, language)?;
        let named: Vec<Option<String>> = own.iter().map(|file| with_names_of(&english, &own, file)).collect();
        for (file, named) in own.into_iter().zip(named) {
            let after = fix(language, named.as_deref().unwrap_or(&file.text));
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

/// One of a language's `own` files with the names of the English texts in the place of those that were translated in all of it;
/// nothing when none were.
fn with_names_of(english: &[TextFile], own: &[TextFile], file: &TextFile) -> Option<String> {
    let original = english.iter().find(|original| original.name == file.name)?;
    let text = unspoilt(&file.text);
    let read = units(&text);
    let ids = |files: &[TextFile]| -> HashSet<String> {
        let all = files.iter().flat_map(|file| &file.units);
        all.map(|unit| unit.id.to_string()).collect()
    };
    let (mut here, there) = (ids(own), ids(english));
    here.extend(read.iter().map(|unit| unit.id.to_string()));
    let is_term = |id: &str| id.starts_with('-');
    let mut unknown: Vec<&str> = read.iter().map(|unit| unit.id.as_str()).collect();
    unknown.retain(|id| !there.contains(*id) && !is_term(id));
    let mut lacking: Vec<&str> = original.units.iter().map(|unit| unit.id.as_str()).collect();
    lacking.retain(|id| !here.contains(*id) && !is_term(id));
    let pairs = meant_names(&unknown, &lacking);
    (!pairs.is_empty()).then(|| renamed(&text, &pairs))
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
