//! Texts that the shop goes on saying though no file of the folder has them any more.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use domain::Locale;

use super::Folder;
use crate::check::{File, Finding, Kind, told_off};
use crate::sources::english_of;
use crate::unit::UnitId;

/// What is told of a file that is gone, or of a folder.
pub(super) fn gone(path: &Path, kind: Kind) -> Finding {
    Finding::new(kind, &path.display().to_string(), 1)
}

/// What is told of a file, as it is now, that lacks these texts: those that a `#` turns off, and the others.
pub(super) fn lost_in(path: &Path, file: Option<&File>, ids: &[&str]) -> Vec<Finding> {
    let off_line = |id: &str| file?.off_line(id);
    let off: Vec<(&str, usize)> = ids.iter().filter_map(|id| Some((*id, off_line(id)?))).collect();
    let others: Vec<&str> = ids.iter().copied().filter(|id| off_line(id).is_none()).collect();
    let off = told_off(&path.display().to_string(), &off);
    let others = (!others.is_empty()).then(|| lost(path, &others));
    off.into_iter().chain(others).collect()
}

/// What is told of a file that lacks texts which it had: the first of them by name, and how many more there are.
pub(super) fn lost(path: &Path, ids: &[&str]) -> Finding {
    let (first, more) = (ids.first().copied(), ids.len().saturating_sub(1));
    if more == 0 {
        return gone(path, Kind::IdGone).of(first);
    }
    gone(path, Kind::IdsGone).of(first).arg("count", more.to_string())
}

/// What is told of a text that the files under `root` had and have no more; nothing when there is no such text.
pub fn gone_from(root: &Path, locale: Locale, unit: &UnitId) -> Option<Finding> {
    let (_, english) = english_of(unit)?;
    let path = root.join(locale.folder()).join(&english.file);
    Some(lost(&path, &[unit.as_str()]))
}

impl Folder {
    /// The same of the files as they are now, for as long as no file has these texts.
    pub(super) fn still_gone(&self) -> Vec<Finding> {
        let there: HashSet<(Locale, &str)> = self
            .files
            .values()
            .flat_map(|known| {
                let entries = known.file.entries.iter().map(|entry| entry.id.as_str());
                let ids = entries.chain(known.file.broken.iter().map(String::as_str));
                let meant = known.broken.iter().map(|text| text.id());
                ids.chain(meant).map(|id| (known.locale, id))
            })
            .collect();
        let mut files: BTreeMap<PathBuf, (Locale, Vec<&str>)> = BTreeMap::new();
        for ((locale, id), written) in &self.written {
            if there.contains(&(*locale, id.as_str())) {
                continue;
            }
            let path = self.root.join(locale.folder()).join(&written.file);
            // Of what cannot be read nobody knows what is in it.
            if self.files.get(&path).is_some_and(|known| known.is_unreadable) {
                continue;
            }
            files.entry(path).or_insert_with(|| (*locale, Vec::new())).1.push(id);
        }
        let mut findings: Vec<Finding> = Vec::new();
        for (path, (locale, ids)) in &mut files {
            ids.sort_unstable();
            let told = if let Some(known) = self.files.get(path) {
                lost_in(path, Some(&known.file), ids)
            } else if self.files.values().any(|known| known.locale == *locale) {
                vec![gone(path, Kind::FileGone)]
            } else {
                vec![gone(&self.root.join(locale.folder()), Kind::FolderGone)]
            };
            for finding in told {
                // A folder is told once.
                if !findings.contains(&finding) {
                    findings.push(finding);
                }
            }
        }
        findings
    }
}
