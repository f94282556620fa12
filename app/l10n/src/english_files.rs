//! English in the folder of a running shop. It is built in, as programs ask for its names and variables: what the folder says
//! otherwise is not read, and whoever changes it there is told so.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::check::{FOLDERS, Finding, Kind, MOST_FILES, is_ftl, parse_file, read_text};
use crate::sources::{Written, built_in};
use crate::stamp::Stamp;

/// In more files than these it is the folder that is another release's.
const MOST_TOLD: usize = 5;

/// The English files of a folder, as they were last looked at.
#[derive(Clone, Debug, Default)]
pub struct EnglishFiles {
    /// A file without one is read at each look.
    stamps: BTreeMap<PathBuf, Option<Stamp>>,
    findings: Vec<Finding>,
}

impl EnglishFiles {
    /// Looks at the files under `root`, and reads them where one has changed. Answers what was not known before.
    pub fn look(&mut self, root: &Path) -> Vec<Finding> {
        let folder = root.join(FOLDERS[0]);
        let stamps = stamps(&folder, SystemTime::now());
        if stamps == self.stamps && stamps.values().all(Option::is_some) {
            return Vec::new();
        }
        let mut findings: Vec<Finding> = stamps.keys().filter_map(|path| unread(path)).collect();
        if findings.len() > MOST_TOLD {
            findings = vec![Finding::new(Kind::EnglishUnread, &folder.display().to_string(), 1)];
        }
        self.stamps = stamps;
        let before = std::mem::replace(&mut self.findings, findings);
        let new = self.findings.iter().filter(|finding| !before.contains(finding));
        new.cloned().collect()
    }

    /// What the files say otherwise than the program: the first such text of each.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }
}

fn stamps(folder: &Path, clock: SystemTime) -> BTreeMap<PathBuf, Option<Stamp>> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries.filter(|entry| is_ftl(&entry.file_name().to_string_lossy()));
    let stamps = files.filter_map(|entry| {
        let path = entry.path();
        let about = fs::metadata(&path).ok()?;
        Some((path, Stamp::of(&about, clock)))
    });
    stamps.take(MOST_FILES).collect()
}

/// The first text of a file that says something else than it was built with. What cannot be read says nothing.
fn unread(path: &Path) -> Option<Finding> {
    let shown = path.display().to_string();
    let text = read_text(path, &shown, FOLDERS[0]).ok()?;
    let file = parse_file(&shown, FOLDERS[0], &text);
    file.entries.iter().find_map(|entry| {
        let written = Written::of(&shown, entry)?;
        let english = built_in(FOLDERS[0], &written.id).filter(|english| english.hash() != written.hash())?;
        let finding = Finding::new(Kind::EnglishUnread, &shown, entry.line).of(Some(entry.id.as_str()));
        Some(finding.english(&english.source))
    })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::sources::english;

    #[test]
    fn english_that_was_changed_in_the_folder_is_told_once_with_what_the_shop_says() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("en");
        fs::create_dir(&folder).unwrap();
        let title = english().iter().find(|text| text.id.as_str() == "cart-title").unwrap();
        let file = folder.join("cart.ftl");
        fs::write(&file, format!("cart-title = {}\n", title.source)).unwrap();
        let mut files = EnglishFiles::default();
        assert_eq!(files.look(root.path()), [], "it says the same");

        fs::write(&file, "# Title\ncart-title = Something else than before\n").unwrap();
        let new = files.look(root.path());
        assert_eq!((new.len(), new[0].kind, new[0].line), (1, Kind::EnglishUnread, 2));
        assert_eq!(new[0].unit, Some(title.id.clone()));
        assert!(new[0].to_string().contains(&title.source), "{}", new[0]);
        assert_eq!(files.look(root.path()), [], "it is told once");
        assert_eq!(files.findings(), new, "and is still so");

        fs::remove_file(&file).unwrap();
        assert_eq!(files.look(root.path()), []);
        assert_eq!(files.findings(), []);
    }

    #[test]
    fn a_folder_of_another_release_is_told_in_one_line() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("en");
        fs::create_dir(&folder).unwrap();
        for text in english() {
            fs::write(folder.join(&text.file), format!("{} = Of another release\n", text.id)).unwrap();
        }
        let new = EnglishFiles::default().look(root.path());
        assert_eq!((new.len(), new[0].kind, &new[0].unit), (1, Kind::EnglishUnread, &None));
        assert_eq!(new[0].path, folder.display().to_string());
    }
}
