//! The rules a translation has to keep, and the reading of `.ftl` files into messages.
//!
//! `build.rs` includes this folder as well, so that the build, `bazar l10n check` and a running shop judge a file
//! alike. Of the rest of the crate it therefore uses only what `build.rs` includes too: `fluent`, `plural`, `style`, `unit`.

mod alike;
mod cause;
mod chunk;
mod compare;
mod compile;
mod damage;
mod explain;
pub mod finding;
mod kind;
mod names;
mod nearest;
mod parse;
mod pattern;
pub mod place;
mod read;
mod rules;
mod sentences;
mod strays;
mod whole;

use std::collections::{HashMap, HashSet};
use std::panic::resume_unwind;
use std::path::Path;
use std::thread;

use crate::fluent::as_written;

use alike::tell_alike;
pub use cause::cause_of;
pub use chunk::{Chunk, chunks};
pub use compare::{CUT, compare_entry, compare_languages, is_of_its_kind, snake_case};
pub use compile::{draft, link};
pub use finding::{Fault, Finding, Kind, Level};
pub use names::{meant_names, translated};
pub use nearest::{MOST_GUESSES, nearest};
pub(crate) use parse::MANY;
pub use parse::{Entry, File, names_of, parse_file, told_off};
pub use pattern::{By, Decimal, Key, MomentStyle, NumberStyle, Pattern, Piece, Plural, Style};
pub use read::{MOST_FILES, read_text};
pub use rules::{Pair, bracketed, is_arabic_script, is_sentence, meant_form, most_of, other_marks, wanted_forms};
pub use sentences::{say, say_word};
use strays::meant_file;
pub use strays::strays;
pub use whole::unspoilt;

/// The folders under `locales`, the translators' reference first.
pub const FOLDERS: [&str; 4] = ["en", "ug", "zh-Hans", "es"];

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
    /// What was found, in the order of files and lines.
    pub findings: Vec<Finding>,
}

impl Report {
    /// What is found at this level.
    pub fn at(&self, level: Level) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.level == level)
    }
}

/// What else is said of a text that can be shown, beside the rules.
pub type More<'a> = &'a (dyn Fn(&Pair<'_>) -> Vec<Fault> + Sync);

/// Does the same with each language, all at once: the texts of one need none of another. What is answered has their order.
pub fn of_each<T: Sync, R: Send>(all: &[T], of: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let of = &of;
    thread::scope(|scope| {
        let running: Vec<_> = all.iter().map(|one| scope.spawn(move || of(one))).collect();
        let done = running.into_iter().map(|one| match one.join() {
            Ok(done) => done,
            Err(panic) => resume_unwind(panic),
        });
        done.collect()
    })
}

/// Reads `en`, `ug`, `zh-Hans` and `es` under `root` and checks all of it. `shown` is what the reader calls `root`,
/// e.g. `locales`. Never fails: what cannot be read is a finding in the report.
pub fn check_folder(root: &Path, shown: &str, more: More<'_>) -> Report {
    let mut report = Report::default();
    read_languages(root, shown, &FOLDERS, &mut report);
    judge(&mut report, shown, more);
    report
}

/// Judges what was read, the first language being the reference.
pub fn judge(report: &mut Report, shown: &str, more: More<'_>) {
    report.findings.extend(compare_languages(&report.languages, shown));
    report.findings.extend(doubts(&report.languages, more));
    forget_turned_off(&mut report.findings);
    finish(report);
    tell_alike(&mut report.findings);
}

/// Of a file in which texts are turned off it is not told that a space is missing behind their `#`.
fn forget_turned_off(findings: &mut Vec<Finding>) {
    let off = findings.iter().filter(|finding| finding.kind == Kind::TextsOff);
    let off: HashSet<String> = off.map(|finding| finding.path.clone()).collect();
    findings.retain(|finding| finding.kind != Kind::CommentSpace || !off.contains(&finding.path));
}

/// Judges one text beside its English, both of which can be shown.
pub fn doubts_of(pair: &Pair<'_>, more: More<'_>) -> Vec<Fault> {
    let mut faults = rules::all(pair);
    faults.extend(more(pair));
    faults
}

fn doubts(languages: &[Language], more: More<'_>) -> Vec<Finding> {
    let english: HashMap<&str, (&Entry, String)> = languages
        .iter()
        .take(1)
        .flat_map(Language::entries)
        .map(|(_, entry)| (entry.id.as_str(), (entry, entry.pattern.words())))
        .collect();
    let reference = languages.first().map(|language| language.folder);
    let of_language = |language: &Language| {
        let mut findings = Vec::new();
        for (file, entry) in language.entries() {
            let words = entry.pattern.words();
            let original = english
                .get(entry.id.as_str())
                .filter(|_| Some(language.folder) != reference);
            let pair = Pair {
                folder: language.folder,
                own: entry,
                words: &words,
                english: original.map(|(entry, words)| (*entry, words.as_str())),
            };
            let place = entry.place(&file.path);
            findings.extend(doubts_of(&pair, more).into_iter().map(|fault| place.of(fault)));
        }
        findings
    };
    of_each(languages, of_language).into_iter().flatten().collect()
}

/// Puts the English text and the line of the file into each finding, and all in order.
fn finish(report: &mut Report) {
    let sources: HashMap<&str, &str> = report
        .languages
        .iter()
        .take(1)
        .flat_map(Language::entries)
        .map(|(_, entry)| (entry.id.as_str(), entry.source.as_str()))
        .collect();
    let reference = report
        .languages
        .first()
        .map(|language| language.folder)
        .unwrap_or_default();
    let files = report.languages.iter().flat_map(|language| &language.files);
    let texts: HashMap<&str, Vec<&str>> = files
        .map(|file| (file.path.as_str(), file.text.lines().collect()))
        .collect();
    for finding in &mut report.findings {
        let lines = texts.get(finding.path.as_str());
        let line = lines
            .zip(finding.line.checked_sub(1))
            .and_then(|(lines, number)| lines.get(number));
        if let Some(line) = line {
            (*line).clone_into(&mut finding.line_text);
        }
        let folder = finding.path.rsplit('/').nth(1).unwrap_or_default();
        let source = finding.unit.as_ref().and_then(|unit| sources.get(unit.as_str()));
        if let Some(source) = source.filter(|_| folder != reference) {
            finding.english = Some(finding::one_line(source));
        }
    }
    report.findings.sort_by(Finding::order);
}

/// Adds the languages of these folders, and what is wrong inside their files.
pub fn read_languages(root: &Path, shown: &str, folders: &[&'static str], report: &mut Report) {
    let read = of_each(folders, |folder| {
        let mut findings = Vec::new();
        let language = read_language(root, shown, folder, &mut findings);
        (language, findings)
    });
    for (language, findings) in read {
        report.languages.push(language);
        report.findings.extend(findings);
    }
}

/// The files of one language, and what is wrong inside them.
fn read_language(root: &Path, shown: &str, folder: &'static str, findings: &mut Vec<Finding>) -> Language {
    let mut language = Language {
        folder,
        ..Language::default()
    };
    let shown = format!("{shown}/{folder}");
    let mut names = match names_in(&root.join(folder)) {
        Ok(names) => names,
        Err(error) => {
            findings.push(Finding::new(Kind::FolderUnreadable, &shown, 1).arg("cause", cause_of(&error)));
            language.is_missing = true;
            return language;
        }
    };
    let beside = strays(&root.join(folder), &shown, &[]);
    // The texts of `cart.ftl.txt` are there, and why nothing of them is read is told.
    let unread = beside.iter().filter_map(meant_file);
    language.unreadable.extend(unread.filter(|name| !names.contains(name)));
    findings.extend(beside);
    if names.len() > MOST_FILES {
        findings.push(Finding::new(Kind::FolderFull, &shown, 1).arg("most", MOST_FILES.to_string()));
        // They are there, and why nothing of them is known has been told.
        language.unreadable.extend(names.split_off(MOST_FILES));
    }
    for name in names {
        let path = format!("{shown}/{name}");
        match read_text(&root.join(folder).join(&name), &path, folder) {
            Ok(text) => {
                let file = parse_file(&path, folder, &text);
                findings.extend(file.findings.iter().cloned());
                language.files.push(file);
            }
            Err(finding) => {
                findings.push(*finding);
                language.unreadable.push(name);
            }
        }
    }
    findings.extend(link(&mut language.files, folder, as_written));
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

/// Whether a file of this name is one of translations; Word leaves `~$cart.ftl` beside one that is open.
pub fn is_ftl(name: &str) -> bool {
    name.ends_with(".ftl") && !name.starts_with('.') && !name.starts_with("~$")
}
