//! The rules a translation has to keep, and the reading of `.ftl` files into messages.
//!
//! `build.rs` includes this folder as well, so that the build, `bazar l10n check` and a running shop judge a file
//! alike. It therefore uses nothing of the rest of the crate.

mod chunk;
mod compare;
mod compile;
mod damage;
mod explain;
mod hints;
mod nearest;
mod parse;
mod pattern;
mod read;

use std::fmt;
use std::path::Path;

pub use compare::{compare_entry, compare_languages, snake_case};
pub use hints::{hints, left_in_english};
pub use nearest::nearest;
pub use parse::{Entry, File, parse_file};
pub use pattern::{Key, Pattern, Piece, Plural};
pub use read::{MOST_FILES, read_text};

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
    /// Names of files that could not, for which the cause was told.
    pub unreadable: Vec<String>,
    /// The folder itself cannot be read.
    pub is_missing: bool,
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
        let language = read_language(root, shown, folder, &mut report.problems);
        report.languages.push(language);
    }
    report.problems.extend(compare_languages(&report.languages, shown));
    report.problems.sort();
    report.hints = report.languages.iter().flat_map(hints).collect();
    if let Some((reference, translations)) = report.languages.split_first() {
        let left = translations
            .iter()
            .flat_map(|language| left_in_english(reference, language));
        report.hints.extend(left);
    }
    report
}

fn read_language(root: &Path, shown: &str, folder: &'static str, problems: &mut Vec<Problem>) -> Language {
    let mut language = Language {
        folder,
        ..Language::default()
    };
    let shown = format!("{shown}/{folder}");
    let names = match names_in(&root.join(folder)) {
        Ok(names) => names,
        Err(error) => {
            problems.push(Problem::new(&shown, 1, format!("this folder cannot be read: {error}")));
            language.is_missing = true;
            return language;
        }
    };
    if names.len() > MOST_FILES {
        let what = format!("there are more than {MOST_FILES} files in this folder; not all were read");
        problems.push(Problem::new(&shown, 1, what));
    }
    for name in names.into_iter().take(MOST_FILES) {
        let path = format!("{shown}/{name}");
        match read_text(&root.join(folder).join(&name), &path, folder) {
            Ok(text) => {
                let file = parse_file(&path, folder, &text);
                problems.extend(file.problems.iter().cloned());
                language.files.push(file);
            }
            Err(problem) => {
                problems.push(problem);
                language.unreadable.push(name);
            }
        }
    }
    language
}

/// The `.ftl` files of a folder in the order of their names. What editors leave beside them begins with a point.
fn names_in(folder: &Path) -> std::io::Result<Vec<String>> {
    let mut names: Vec<String> = std::fs::read_dir(folder)?
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| is_ftl(name))
        .collect();
    names.sort();
    Ok(names)
}

/// Whether a file of this name is one of translations.
pub fn is_ftl(name: &str) -> bool {
    name.ends_with(".ftl") && !name.starts_with('.')
}
