//! What lies beside the files of texts and looks like some of them, but is never read.

use std::fs;
use std::path::Path;

use super::finding::{Finding, Kind};
use super::{MOST_FILES, is_ftl};

/// Folders with files of texts that are none of the languages, and files whose name only nearly ends as theirs. A folder with a
/// `language.toml` is spoken of when its language is added.
pub fn strays(folder: &Path, shown: &str, languages: &[&str]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten().take(MOST_FILES) {
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        let (path, shown) = (entry.path(), format!("{shown}/{name}"));
        if name.starts_with('.') || languages.contains(&name.as_str()) {
            continue;
        }
        if path.is_dir() {
            if has_texts(&path) && !path.join("language.toml").exists() {
                findings.push(Finding::new(Kind::FolderOther, &shown, 1));
            }
        } else if !is_ftl(&name) && name.to_ascii_lowercase().ends_with(".ftl") {
            findings.push(Finding::new(Kind::FileName, &shown, 1));
        }
    }
    findings
}

fn has_texts(folder: &Path) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .take(MOST_FILES)
        .any(|entry| is_ftl(&entry.file_name().to_string_lossy()))
}
