//! Approved texts as mail that `git am` takes: a commit an author, in the order in which they began.
//!
//! Bytes come through as they are. A commit that touches files with Windows line ends travels in base64: `git am` takes the
//! carriage returns off lines that are sent plainly.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use std::{fs, io};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use l10n::check::is_ftl;
use l10n::glossary::{GlossaryChange, edited};
use l10n::language::folders;
use l10n::unit::UnitId;
use thiserror::Error;

use crate::diff::{counts, unified};
use crate::splice::{Edit, SpliceError, splice};

/// What the shop's clocks show, east of Greenwich: minutes.
const ZONE_MINUTES: i64 = 480;
/// The words of the shop, beside the folders of the languages.
const GLOSSARY: &str = "glossary.csv";
/// Longest word of a header with letters that are not ASCII (RFC 2047).
const MOST_IN_WORD: usize = 75;

/// Who wrote a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Author {
    /// As a commit names them.
    pub name: String,
    /// Their address, or one that says they have none.
    pub email: String,
}

/// A text that is to go into the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approved {
    /// That of a language.
    pub folder: String,
    /// The file's name in it.
    pub file: String,
    /// Which text, what it says, and where it goes if it is new.
    pub edit: Edit,
    /// Who wrote it.
    pub author: Author,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

/// Another translation of a word that is to go into the glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApprovedWord {
    /// The word, and what it says.
    pub change: GlossaryChange,
    /// Who suggested it.
    pub author: Author,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

/// Why there is no patch.
#[derive(Debug, Error)]
pub enum PatchError {
    /// No folder and file of texts.
    #[error("{0} is no file of texts")]
    OtherFile(String),
    /// The file cannot be read.
    #[error("{path} cannot be read")]
    Unreadable {
        /// Which.
        path: String,
        /// Why.
        source: io::Error,
    },
}

/// A patch, and what it leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patched {
    /// For `git am`; empty when nothing changes.
    pub mail: String,
    /// What each changed file holds then, by folder and name (`ug/cart.ftl`).
    pub files: BTreeMap<String, String>,
    /// Texts that could not be put into their file as it is now, with the folders of their languages.
    pub left: Vec<(String, UnitId, SpliceError)>,
}

impl Patched {
    /// Puts changed words into the glossary under `base` as well, where it has one, and as the last commits into the mail; true when
    /// that changes it. What one author suggested in a row is one commit.
    ///
    /// # Errors
    /// When the glossary is there and cannot be read.
    pub fn take_words(&mut self, base: &Path, shown: &str, words: &[ApprovedWord]) -> Result<bool, PatchError> {
        let first = match fs::read_to_string(base.join(GLOSSARY)) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
            Err(source) => {
                return Err(PatchError::Unreadable {
                    path: GLOSSARY.to_owned(),
                    source,
                });
            }
        };
        let mut before = first.clone();
        let mut commits: Vec<Commit<'_>> = Vec::new();
        for word in words {
            let after = edited(&before, std::slice::from_ref(&word.change));
            if after == before {
                continue;
            }
            if commits.last().is_none_or(|commit| commit.author != &word.author) {
                commits.push(Commit {
                    author: &word.author,
                    at: word.at,
                    units: Vec::new(),
                    files: BTreeMap::from([(GLOSSARY.to_owned(), (Some(before), String::new()))]),
                });
            }
            if let Some(commit) = commits.last_mut() {
                let unit = format!("{}: {}", word.change.locale.folder(), word.change.english);
                // A word that was changed twice is named once.
                if !commit.units.contains(&unit) {
                    commit.units.push(unit);
                }
                commit.at = commit.at.max(word.at);
                for (_, now) in commit.files.values_mut() {
                    now.clone_from(&after);
                }
            }
            before = after;
        }
        // One may have taken back what another one suggested.
        if before == first {
            return Ok(false);
        }
        let all = commits.len();
        for (number, commit) in commits.iter().enumerate() {
            self.mail.push_str(&mail(shown, commit, number + 1, all));
        }
        self.files.insert(GLOSSARY.to_owned(), before);
        Ok(true)
    }
}

struct Commit<'v> {
    author: &'v Author,
    at: i64,
    units: Vec<String>,
    /// Before and after it.
    files: BTreeMap<String, (Option<String>, String)>,
}

/// Puts the versions into the files under `base` (the folder `locales`, called `shown` in the patch) and makes the patch of it.
/// Nothing is written.
///
/// # Errors
/// When a version names no file of texts, or a file is there and cannot be read.
pub fn patch(base: &Path, shown: &str, versions: &[Approved]) -> Result<Patched, PatchError> {
    let mut patched = Patched::default();
    let mut commits: Vec<Commit<'_>> = Vec::new();
    for version in versions {
        let path = format!("{}/{}", version.folder, version.file);
        let before = match patched.files.get(&path) {
            Some(now) => Some(now.clone()),
            None => read(base, version)?,
        };
        let after = match splice(
            before.as_deref().unwrap_or_default(),
            std::slice::from_ref(&version.edit),
        ) {
            Ok(after) => after,
            Err(error) => {
                let (folder, unit) = (version.folder.clone(), version.edit.unit.clone());
                patched.left.push((folder, unit, error));
                continue;
            }
        };
        if before.as_ref() == Some(&after) {
            continue;
        }
        // An author's texts are one commit unless somebody else's stand between them in the same file.
        let own = commits.iter().rposition(|commit| commit.author == &version.author);
        let is_free = |at: usize| commits[at + 1..].iter().all(|later| !later.files.contains_key(&path));
        let place = match own.filter(|at| is_free(*at)) {
            Some(place) => place,
            None => {
                commits.push(Commit {
                    author: &version.author,
                    at: version.at,
                    units: Vec::new(),
                    files: BTreeMap::new(),
                });
                commits.len() - 1
            }
        };
        let commit = &mut commits[place];
        commit.at = commit.at.max(version.at);
        commit.units.push(format!("{}: {}", version.folder, version.edit.unit));
        commit
            .files
            .entry(path.clone())
            .and_modify(|(_, now)| now.clone_from(&after))
            .or_insert((before, after.clone()));
        patched.files.insert(path, after);
    }
    let all = commits.len();
    for (number, commit) in commits.iter().enumerate() {
        patched.mail.push_str(&mail(shown, commit, number + 1, all));
    }
    Ok(patched)
}

/// A file's text; nothing when it is not there yet.
fn read(base: &Path, version: &Approved) -> Result<Option<String>, PatchError> {
    let path = format!("{}/{}", version.folder, version.file);
    let is_name = !version.file.contains(['/', '\\', '\0']) && is_ftl(&version.file);
    if !folders().contains(&version.folder.as_str()) || !is_name {
        return Err(PatchError::OtherFile(path));
    }
    match fs::read_to_string(base.join(&path)) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(PatchError::Unreadable { path, source }),
    }
}

fn mail(shown: &str, commit: &Commit<'_>, number: usize, all: usize) -> String {
    let (count, texts) = (
        commit.units.len(),
        if commit.units.len() == 1 { "text" } else { "texts" },
    );
    let part = if all > 1 {
        format!(" {number}/{all}")
    } else {
        String::new()
    };
    let mut head = String::from("From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001\n");
    _ = writeln!(head, "From: {}", sender(commit.author));
    _ = writeln!(head, "Date: {}", date(commit.at));
    _ = writeln!(head, "Subject: [PATCH{part}] {shown}: {count} {texts} by translators");
    head.push_str("MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n");
    let mut body = String::new();
    for unit in &commit.units {
        _ = writeln!(body, "- {unit}");
    }
    body.push_str("---\n");
    for (path, (before, after)) in &commit.files {
        let (gone, come) = counts(before.as_deref(), after);
        _ = writeln!(body, " {shown}/{path} | {} lines, +{come} -{gone}", gone + come);
    }
    body.push('\n');
    for (path, (before, after)) in &commit.files {
        let name = format!("{shown}/{path}");
        _ = writeln!(body, "diff --git a/{name} b/{name}");
        if before.is_none() {
            body.push_str("new file mode 100644\n");
        }
        body.push_str(&unified(&name, before.as_deref(), after));
    }
    body.push_str("-- \nBazar\n\n");
    if body.contains('\r') {
        let lines = STANDARD.encode(&body);
        let lines: Vec<&str> = lines
            .as_bytes()
            .chunks(76)
            .filter_map(|line| std::str::from_utf8(line).ok())
            .collect();
        format!("{head}Content-Transfer-Encoding: base64\n\n{}\n\n", lines.join("\n"))
    } else {
        format!("{head}Content-Transfer-Encoding: 8bit\n\n{body}")
    }
}

/// `Name <address>`, in letters a header takes.
fn sender(author: &Author) -> String {
    let address: String = author
        .email
        .chars()
        .filter(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '\\' | ',' | ';' | '(' | ')'))
        .collect();
    let address = if address.contains('@') {
        address
    } else {
        "translator@invalid".to_owned()
    };
    let name = author.name.split(char::is_control).collect::<Vec<_>>().join(" ");
    format!("{} <{address}>", encoded(name.trim()))
}

/// Words of a header in Q encoding (RFC 2047), as many as it takes; a letter is never cut.
fn encoded(name: &str) -> String {
    if name.is_empty() {
        return "Translator".to_owned();
    }
    if name
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '_'))
    {
        return name.to_owned();
    }
    let mut words: Vec<String> = Vec::new();
    for c in name.chars() {
        let mut buffer = [0; 4];
        let letter: String = match c {
            ' ' => "_".to_owned(),
            c if c.is_ascii_alphanumeric() => c.to_string(),
            c => c
                .encode_utf8(&mut buffer)
                .bytes()
                .map(|byte| format!("={byte:02X}"))
                .collect(),
        };
        match words.last_mut() {
            Some(word) if "=?UTF-8?q??=".len() + word.len() + letter.len() <= MOST_IN_WORD => word.push_str(&letter),
            _ => words.push(letter),
        }
    }
    let words: Vec<String> = words.iter().map(|word| format!("=?UTF-8?q?{word}?=")).collect();
    words.join("\n ")
}

/// `Mon, 30 Nov 2026 20:00:00 +0800` (RFC 5322), by the shop's clock.
fn date(at: i64) -> String {
    const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let seconds = at.div_euclid(1000) + ZONE_MINUTES * 60;
    let (day, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let weekday = usize::try_from(day.rem_euclid(7))
        .ok()
        .and_then(|day| DAYS.get(day))
        .unwrap_or(&"Thu");
    // Days to a date, by years that begin in March (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    let shifted = day + 719_468;
    let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day_of_month = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let month = usize::try_from(month - 1)
        .ok()
        .and_then(|month| MONTHS.get(month))
        .unwrap_or(&"Jan");
    format!(
        "{weekday}, {day_of_month} {month} {year} {:02}:{:02}:{:02} +0800",
        second / 3_600,
        second / 60 % 60,
        second % 60,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_by_the_shops_clock() {
        assert_eq!(date(0), "Thu, 1 Jan 1970 08:00:00 +0800");
        assert_eq!(date(1_796_040_000_000), "Mon, 30 Nov 2026 20:00:00 +0800");
        assert_eq!(date(1_709_164_799_000), "Thu, 29 Feb 2024 07:59:59 +0800");
    }

    #[test]
    fn a_name_of_any_letters_fits_into_a_header_and_cannot_add_one() {
        let author = |name: &str, email: &str| {
            sender(&Author {
                name: name.to_owned(),
                email: email.to_owned(),
            })
        };
        assert_eq!(author("Ana Li", "ana@example.org"), "Ana Li <ana@example.org>");
        assert_eq!(author("", ""), "Translator <translator@invalid>");
        assert_eq!(author("李", "x@y>\nBcc: z"), "=?UTF-8?q?=E6=9D=8E?= <x@yBcc:z>");
        let long = author(&"ئابدۇرەھىم ".repeat(9), "a@b");
        assert!(
            long.lines().count() > 3 && long.lines().all(|line| line.len() <= 90),
            "{long}"
        );
        assert!(long.is_ascii());
        assert_eq!(author("a\nTo: b", "a@b").lines().count(), 1);
    }
}
