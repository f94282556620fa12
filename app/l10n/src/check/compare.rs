//! What a translation owes the reference: the same ids, and in each message the same variables.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::{Fault, Finding, Kind};
use super::names::{OwnNames, own_names};
use super::nearest::MOST_GUESSES;
use super::parse::{MANY, names_of, told_off};
use super::place::Place;
use super::{Entry, File, Language, Plural, bracketed, meant_form, nearest};
use crate::plural::rules_of;

/// So many texts that a file lacks at its end, from some place on, are one mistake: a file that was cut.
pub const CUT: usize = 10;

/// Compares every language with the first one. Languages come in the order of [`super::FOLDERS`]; `shown` is what the
/// reader calls their common folder.
pub fn compare_languages(languages: &[Language], shown: &str) -> Vec<Finding> {
    let reference = languages.first();
    let mut findings: Vec<Finding> = languages
        .iter()
        .flat_map(|language| twice_in_two_files(reference, language))
        .collect();
    if let Some((reference, translations)) = languages.split_first() {
        findings.extend(same_rust_name(reference));
        for language in translations {
            // A folder that is not there has been told, and needs no line for each of its texts.
            if reference.is_missing || language.is_missing {
                continue;
            }
            let mut own = own_names(reference, language);
            findings.append(&mut own.findings);
            findings.extend(unknown_and_changed(reference, language, &own));
            findings.extend(missing(reference, language, shown, &own));
            findings.extend(open_ends(reference, language));
            findings.extend(renamed(reference, language));
        }
    }
    findings
}

/// Compares one message of the language in `folder` with its reference. `None` means it can be used in its place.
pub fn compare_entry(reference: &Entry, path: &str, folder: &str, entry: &Entry) -> Option<Finding> {
    let fault = compare_variables(reference, folder, entry)?;
    Some(entry.place(path).of(fault).english(&reference.source))
}

fn compare_variables(reference: &Entry, folder: &str, entry: &Entry) -> Option<Fault> {
    let missing: Vec<&str> = difference(&reference.args, &entry.args);
    if let Some(unknown) = difference(&entry.args, &reference.args).first() {
        // Of two wrong names the one the translation lacks is the likelier meaning.
        let near = nearest(unknown, missing.iter().copied()).or_else(|| match missing.as_slice() {
            [only] => Some(*only),
            _ => nearest(unknown, reference.args.iter().map(String::as_str)),
        });
        let fault = Fault::new(Kind::VariableUnknown)
            .arg("name", format!("${unknown}"))
            .at(format!("${unknown}"));
        return Some(fault.meant(near.map(|near| format!("${near}"))));
    }
    if !missing.is_empty() {
        return Some(Fault::new(Kind::VariableMissing).arg("names", names_of(&missing)));
    }
    for (number, name) in entry.args.iter().enumerate() {
        let Some(there) = reference.args.iter().position(|arg| arg == name) else {
            continue;
        };
        if reference.pattern.always_uses(there) && !entry.pattern.always_uses(number) {
            return Some(Fault::new(Kind::VariableForm).arg("name", format!("${name}")));
        }
        // `[oen]` of a number: alone it may be a word.
        let words = entry.pattern.words_of(number).into_iter();
        if let Some((word, by)) = words.take(1).find(|_| reference.pattern.counts(there)) {
            let rules = rules_of(folder);
            let known = match rules {
                Some(rules) if by.is_ordinal => rules.ordinal_categories(),
                Some(rules) => rules.categories(),
                None => vec![Plural::Other],
            };
            let meant = rules.and_then(|rules| meant_form(rules, by.is_ordinal, word, &[]));
            let fault = Fault::new(Kind::FormUnknown)
                .arg("name", word)
                .arg("known", bracketed(&known))
                .at(format!("[{word}]"));
            return Some(fault.meant(meant.map(|form| bracketed(&[form]))));
        }
    }
    None
}

impl Entry {
    /// Where it stands in the file of this name.
    pub fn place<'t>(&'t self, path: &'t str) -> Place<'t> {
        Place {
            path,
            id: &self.id,
            lines: &self.lines,
            line: self.line,
        }
    }
}

fn difference<'a>(left: &'a [String], right: &[String]) -> Vec<&'a str> {
    left.iter()
        .filter(|name| !right.contains(name))
        .map(String::as_str)
        .collect()
}

/// Of two files with one text a running shop takes the one whose name the English file has, and else the first.
fn twice_in_two_files(reference: Option<&Language>, language: &Language) -> Vec<Finding> {
    let mut places: BTreeMap<&str, Vec<(&File, &Entry)>> = BTreeMap::new();
    for (file, entry) in language.entries() {
        places.entry(entry.id.as_str()).or_default().push((file, entry));
    }
    let mut findings: BTreeMap<(&str, &str), Vec<Finding>> = BTreeMap::new();
    for (id, places) in places.into_iter().filter(|(_, places)| places.len() > 1) {
        let home = reference
            .and_then(|reference| reference.entry(id))
            .map(|(file, _)| name_of(file));
        let used = places
            .iter()
            .position(|(file, _)| Some(name_of(file)) == home)
            .unwrap_or_default();
        let Some((counts, _)) = places.get(used).copied() else {
            continue;
        };
        for (_, (file, entry)) in places.into_iter().enumerate().filter(|(place, _)| *place != used) {
            let fault = Fault::new(Kind::IdElsewhere).arg("file", counts.path.as_str());
            let of_both = findings.entry((file.path.as_str(), counts.path.as_str())).or_default();
            of_both.push(entry.place(&file.path).of(fault));
        }
    }
    let told = findings.into_iter();
    told.flat_map(|((copy, counts), findings)| copies(findings, copy, counts))
        .collect()
}

/// What is told of the texts of a file that another one has: of many, that it is a copy.
fn copies(findings: Vec<Finding>, copy: &str, counts: &str) -> Vec<Finding> {
    if findings.len() < MANY {
        return findings;
    }
    let count = findings.len().to_string();
    vec![
        Finding::new(Kind::FileCopy, copy, 1)
            .arg("file", counts)
            .arg("count", count),
    ]
}

/// `step-one` and `stepOne` cannot both be an argument: the program would know one name for two.
fn same_rust_name(reference: &Language) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (file, entry) in reference.entries() {
        let names: BTreeSet<String> = entry.args.iter().map(|arg| snake_case(arg)).collect();
        if names.len() != entry.args.len() {
            findings.push(entry.place(&file.path).of(Fault::new(Kind::NamesAlike)));
        }
    }
    findings
}

/// `itemName` and `item-name` as Rust writes it: `item_name`.
pub fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !snake.is_empty() && !snake.ends_with('_') {
            snake.push('_');
        }
        snake.push(if c == '-' { '_' } else { c.to_ascii_lowercase() });
    }
    snake
}

fn unknown_and_changed(reference: &Language, language: &Language, own: &OwnNames<'_>) -> Vec<Finding> {
    let here: BTreeSet<&str> = known_ids(language);
    let there: BTreeSet<&str> = known_ids(reference);
    let originals: BTreeMap<&str, &Entry> = reference
        .entries()
        .map(|(_, entry)| (entry.id.as_str(), entry))
        .collect();
    let lacking: Vec<&str> = there.difference(&here).copied().collect();
    let mut findings = Vec::new();
    let mut guesses = 0;
    let is_told = |id: &str| own.unknown.contains(id);
    for (file, entry) in language
        .entries()
        .filter(|(_, entry)| !is_own(&entry.id) && !is_told(&entry.id))
    {
        if let Some(original) = originals.get(entry.id.as_str()) {
            findings.extend(compare_entry(original, &file.path, language.folder, entry));
        } else if !there.contains(entry.id.as_str()) && !is_unreadable(reference, name_of(file)) {
            // A misspelt id is nearly always one that is also missing.
            guesses += 1;
            let like = |id: &&str| is_of_its_kind(&entry.id, id);
            let guess = || {
                nearest(&entry.id, lacking.iter().copied().filter(like))
                    .or_else(|| nearest(&entry.id, there.iter().copied().filter(like)))
            };
            let near = (guesses <= MOST_GUESSES).then(guess).flatten();
            let fault = Fault::new(Kind::IdUnknown).meant(near.map(str::to_owned));
            findings.push(entry.place(&file.path).of(fault));
        }
    }
    findings
}

/// Terms and what belongs to them are a language's own: which ones it needs, its texts say.
pub(super) fn is_own(id: &str) -> bool {
    id.starts_with('-')
}

/// An attribute is meant by no text, nor a text by an attribute.
pub fn is_of_its_kind(id: &str, other: &str) -> bool {
    id.contains('.') == other.contains('.')
}

/// `cart.ftl`.
pub(super) fn name_of(file: &File) -> &str {
    file.path.rsplit('/').next().unwrap_or_default()
}

pub(super) fn is_unreadable(language: &Language, name: &str) -> bool {
    language.unreadable.iter().any(|unreadable| unreadable == name)
}

/// Good and broken ids alike: a message with a mistake in it is not missing.
pub(super) fn known_ids(language: &Language) -> BTreeSet<&str> {
    let good = language.entries().map(|(_, entry)| entry.id.as_str());
    good.chain(
        language
            .files
            .iter()
            .flat_map(|file| file.broken.iter().map(String::as_str)),
    )
    .collect()
}

/// Files whose last line has no end: while others are missing behind it, its text may be half of one, as of a file that is still
/// being saved or was not to its end.
fn open_ends(reference: &Language, language: &Language) -> Vec<Finding> {
    let here = known_ids(language);
    let end_of = |file: &File| {
        let id = file.open.as_deref()?;
        let entry = file.entries.iter().find(|entry| entry.id == id)?;
        let original = reference.files.iter().find(|other| name_of(other) == name_of(file))?;
        let mut rest = original.entries.iter().skip_while(|other| other.id != id).skip(1);
        let is_missing = |other: &Entry| !is_own(&other.id) && !here.contains(other.id.as_str());
        let kind = if rest.any(is_missing) {
            Kind::FileCut
        } else {
            Kind::FileOpen
        };
        Some(entry.place(&file.path).of(Fault::new(kind)))
    };
    language.files.iter().filter_map(end_of).collect()
}

/// Files under a name that no English file has, with the texts of one that is not there under its own.
fn renamed(reference: &Language, language: &Language) -> Vec<Finding> {
    let homes: BTreeMap<&str, &str> = reference
        .entries()
        .map(|(file, entry)| (entry.id.as_str(), name_of(file)))
        .collect();
    let is_there =
        |name: &str| language.files.iter().any(|file| name_of(file) == name) || is_unreadable(language, name);
    let home_of = |file: &File| {
        let is_known = reference.files.iter().any(|other| name_of(other) == name_of(file));
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for entry in file.entries.iter().filter(|_| !is_known) {
            if let Some(home) = homes.get(entry.id.as_str()) {
                *counts.entry(*home).or_default() += 1;
            }
        }
        let (home, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
        let is_renamed = count * 2 > file.entries.len() && !is_there(home);
        is_renamed.then(|| Finding::new(Kind::FileRenamed, &file.path, 1).arg("english", home))
    };
    language.files.iter().filter_map(home_of).collect()
}

/// What a language lacks: a line a text, or one for a whole file. Of a file that cannot be read the cause has been told.
fn missing(reference: &Language, language: &Language, shown: &str, names: &OwnNames<'_>) -> Vec<Finding> {
    let mut here = known_ids(language);
    here.extend(&names.meant);
    let there = known_ids(reference);
    let spare: Vec<&str> = here.difference(&there).copied().collect();
    let mut findings = Vec::new();
    let mut guesses = 0;
    for file in &reference.files {
        let name = name_of(file);
        let wanted = file.entries.iter().filter(|entry| !is_own(&entry.id));
        if is_unreadable(language, name) {
            continue;
        }
        let path = format!("{shown}/{}/{name}", language.folder);
        let own = language.files.iter().find(|own| own.path == path);
        let off_line = |id: &str| own.filter(|_| !here.contains(id)).and_then(|own| own.off_line(id));
        let off = wanted
            .clone()
            .filter_map(|entry| Some((entry.id.as_str(), off_line(&entry.id)?)));
        findings.extend(told_off(&path, &off.collect::<Vec<_>>()));
        let is_lacking = |entry: &&Entry| !here.contains(entry.id.as_str()) && off_line(&entry.id).is_none();
        let mut lacking: Vec<&Entry> = wanted.clone().filter(is_lacking).collect();
        if lacking.is_empty() {
            continue;
        }
        if own.is_none() && lacking.len() == file.entries.len() {
            findings.push(Finding::new(Kind::FileMissing, &path, 1).arg("english", file.path.as_str()));
            continue;
        }
        let line = own.map_or(1, |own| own.lines);
        // Of many that are missing the cause is told.
        if lacking.len() >= MANY && lacking.len() == wanted.clone().count() {
            findings.push(Finding::new(Kind::FileNothing, &path, 1).arg("english", file.path.as_str()));
            continue;
        }
        let at_end = wanted.rev().take_while(is_lacking).count();
        if at_end >= CUT {
            let cut = lacking.split_off(lacking.len() - at_end);
            findings.extend(cut.first().map(|first| {
                Finding::new(Kind::IdsMissing, &path, line)
                    .of(Some(&first.id))
                    .arg("count", at_end.to_string())
                    .arg("line", first.line.to_string())
                    .english(&first.source)
            }));
        }
        for entry in lacking {
            let finding = Finding::new(Kind::IdMissing, &path, line)
                .of(Some(&entry.id))
                .arg("line", entry.line.to_string())
                .english(&entry.source);
            guesses += 1;
            let like = |id: &&str| is_of_its_kind(&entry.id, id);
            let guess = || nearest(&entry.id, spare.iter().copied().filter(like));
            let near = (guesses <= MOST_GUESSES).then(guess).flatten();
            findings.push(finding.meant(near.map(str::to_owned)));
        }
    }
    findings
}
