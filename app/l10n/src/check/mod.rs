//! The rules a translation has to keep, and the reading of `.ftl` files into messages.
//!
//! `build.rs` includes this folder as well, so that the build, `bazar l10n check` and a running shop judge a file
//! alike. It therefore uses nothing of the rest of the crate.

mod compare;
mod compile;
mod hints;
mod nearest;
mod parse;
mod pattern;

use std::fmt;
use std::path::Path;

pub use compare::{compare_entry, compare_languages, snake_case};
pub use hints::hints;
pub use nearest::nearest;
pub use parse::{Entry, File, parse_file};
pub use pattern::{Key, Pattern, Piece, Plural};

/// The folders under `locales`, the translators' reference first.
pub const FOLDERS: [&str; 4] = ["en", "ug", "zh-Hans", "es"];

/// Something a translator has to look at: where, what, and often how to put it right.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file as the reader would name it, e.g. `locales/ug/cart.ftl`.
    pub path: String,
    /// Line in the file, counted from 1.
    pub line: usize,
    /// What is wrong, in one sentence.
    pub what: String,
    /// What to do about it.
    pub advice: Option<String>,
}

impl Problem {
    pub(crate) fn new(path: &str, line: usize, what: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line,
            what: what.into(),
            advice: None,
        }
    }

    pub(crate) fn advise(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.what)?;
        match &self.advice {
            Some(advice) => write!(f, " → {advice}"),
            None => Ok(()),
        }
    }
}

/// One folder of translations, files in the order of their names.
#[derive(Debug, Clone, Default)]
pub struct Language {
    /// One of [`FOLDERS`].
    pub folder: &'static str,
    /// The files that could be read.
    pub files: Vec<File>,
}

impl Language {
    /// Every message of every file, with the file it stands in.
    pub fn entries(&self) -> impl Iterator<Item = (&File, &Entry)> {
        self.files
            .iter()
            .flat_map(|file| file.entries.iter().map(move |entry| (file, entry)))
    }

    /// The message with this id.
    pub fn entry(&self, id: &str) -> Option<(&File, &Entry)> {
        self.entries().find(|(_, entry)| entry.id == id)
    }
}

/// What reading and comparing all folders gave.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// In the order of [`FOLDERS`]; a folder that cannot be read is there without files.
    pub languages: Vec<Language>,
    /// What must be put right before the shop can be built, in the order of files and lines.
    pub problems: Vec<Problem>,
    /// What is worth a look: letters and punctuation foreign to the language.
    pub hints: Vec<Problem>,
}

/// Reads `en`, `ug`, `zh-Hans` and `es` under `root` and checks all of it. `shown` is what the reader calls `root`,
/// e.g. `locales`. Never fails: what cannot be read is a problem in the report.
pub fn check_folder(root: &Path, shown: &str) -> Report {
    let mut report = Report::default();
    for folder in FOLDERS {
        let mut files = Vec::new();
        for (name, text) in read_ftl(&root.join(folder), &format!("{shown}/{folder}"), &mut report.problems) {
            let file = parse_file(&format!("{shown}/{folder}/{name}"), folder, &text);
            report.problems.extend(file.problems.iter().cloned());
            files.push(file);
        }
        report.languages.push(Language { folder, files });
    }
    report.problems.extend(compare_languages(&report.languages, shown));
    report.problems.sort();
    report.hints = report.languages.iter().flat_map(hints).collect();
    report
}

fn read_ftl(folder: &Path, shown: &str, problems: &mut Vec<Problem>) -> Vec<(String, String)> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            problems.push(Problem::new(shown, 1, format!("this folder cannot be read: {error}")));
            return Vec::new();
        }
    };
    let mut files = Vec::new();
    for path in entries.flatten().map(|entry| entry.path()) {
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        if !name.ends_with(".ftl") || name.starts_with('.') {
            continue;
        }
        match std::fs::read_to_string(&path) {
            Ok(text) => files.push((name.to_owned(), text)),
            Err(error) => {
                problems.push(Problem::new(
                    &format!("{shown}/{name}"),
                    1,
                    format!("this file cannot be read: {error}"),
                ));
            }
        }
    }
    files.sort();
    files
}
