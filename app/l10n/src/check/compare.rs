//! What a translation owes the reference: the same ids, and in each message the same variables.

use std::collections::{BTreeMap, BTreeSet};

use super::parse::did_you_mean;
use super::{Entry, File, Language, Problem};

/// Compares every language with the first one. Languages come in the order of [`super::FOLDERS`]; `shown` is what the
/// reader calls their common folder.
pub fn compare_languages(languages: &[Language], shown: &str) -> Vec<Problem> {
    let mut problems: Vec<Problem> = languages.iter().flat_map(twice_in_two_files).collect();
    if let Some((reference, translations)) = languages.split_first() {
        problems.extend(same_rust_name(reference));
        for language in translations {
            // A folder that is not there has been told, and needs no line for each of its texts.
            if reference.is_missing || language.is_missing {
                continue;
            }
            problems.extend(unknown_and_changed(reference, language));
            problems.extend(missing(reference, language, shown));
        }
    }
    problems
}

/// Compares one message with its reference. `None` means it can be used in its place.
pub fn compare_entry(reference: &Entry, path: &str, entry: &Entry) -> Option<Problem> {
    let problem = |what: String| Problem::new(path, entry.line, format!("{}: {what}", entry.id));
    let missing: Vec<&str> = difference(&reference.args, &entry.args);
    if let Some(unknown) = difference(&entry.args, &reference.args).first() {
        let what = format!("${unknown} does not exist in English");
        // Of two wrong names the one the translation lacks is the likelier meaning.
        let near = did_you_mean(unknown, missing.iter().copied())
            .or_else(|| match missing.as_slice() {
                [only] => Some(format!("did you mean `{only}`?")),
                _ => did_you_mean(unknown, reference.args.iter().map(String::as_str)),
            })
            .map(|advice| advice.replace('`', "").replace("mean ", "mean $"));
        return Some(match near {
            Some(advice) => problem(what).advise(advice),
            None => problem(what).advise(english(reference)),
        });
    }
    if !missing.is_empty() {
        let what = format!("${} is missing", missing.join(" and $"));
        return Some(problem(what).advise(english(reference)));
    }
    for (number, name) in entry.args.iter().enumerate() {
        let Some(there) = reference.args.iter().position(|arg| arg == name) else {
            continue;
        };
        if reference.pattern.always_uses(there) && !entry.pattern.always_uses(number) {
            return Some(problem(format!("${name} is missing in one of the forms")).advise(english(reference)));
        }
    }
    None
}

fn difference<'a>(left: &'a [String], right: &[String]) -> Vec<&'a str> {
    left.iter()
        .filter(|name| !right.contains(name))
        .map(String::as_str)
        .collect()
}

fn english(reference: &Entry) -> String {
    format!(
        "English: {}",
        reference.source.split_whitespace().collect::<Vec<_>>().join(" ")
    )
}

fn twice_in_two_files(language: &Language) -> Vec<Problem> {
    let mut first: BTreeMap<&str, &File> = BTreeMap::new();
    let mut problems = Vec::new();
    for (file, entry) in language.entries() {
        match first.get(entry.id.as_str()) {
            Some(known) => problems.push(Problem::new(
                &file.path,
                entry.line,
                format!("`{}` is already in {}; keep one of them", entry.id, known.path),
            )),
            None => {
                first.insert(&entry.id, file);
            }
        }
    }
    problems
}

/// `step-one` and `stepOne` cannot both be an argument: the program would know one name for two.
fn same_rust_name(reference: &Language) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (file, entry) in reference.entries() {
        let names: BTreeSet<String> = entry.args.iter().map(|arg| snake_case(arg)).collect();
        if names.len() != entry.args.len() {
            let what = format!("{}: two variables differ only in `-`, `_` or capitals", entry.id);
            problems.push(Problem::new(&file.path, entry.line, what));
        }
    }
    problems
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

fn unknown_and_changed(reference: &Language, language: &Language) -> Vec<Problem> {
    let here: BTreeSet<&str> = known_ids(language);
    let there: BTreeSet<&str> = known_ids(reference);
    let originals: BTreeMap<&str, &Entry> = reference
        .entries()
        .map(|(_, entry)| (entry.id.as_str(), entry))
        .collect();
    let mut problems = Vec::new();
    for (file, entry) in language.entries() {
        if let Some(original) = originals.get(entry.id.as_str()) {
            problems.extend(compare_entry(original, &file.path, entry));
        } else if !there.contains(entry.id.as_str()) && !is_unreadable(reference, name_of(file)) {
            let problem = Problem::new(
                &file.path,
                entry.line,
                format!("`{}` does not exist in English", entry.id),
            );
            // A misspelt id is nearly always one that is also missing.
            let advice = did_you_mean(&entry.id, there.difference(&here).copied())
                .or_else(|| did_you_mean(&entry.id, there.iter().copied()))
                .unwrap_or_else(|| "remove it, or add it to the English file".to_owned());
            problems.push(problem.advise(advice));
        }
    }
    problems
}

/// `cart.ftl`.
fn name_of(file: &File) -> &str {
    file.path.rsplit('/').next().unwrap_or_default()
}

fn is_unreadable(language: &Language, name: &str) -> bool {
    language.unreadable.iter().any(|unreadable| unreadable == name)
}

/// Good and broken ids alike: a message with a mistake in it is not missing.
fn known_ids(language: &Language) -> BTreeSet<&str> {
    let good = language.entries().map(|(_, entry)| entry.id.as_str());
    good.chain(
        language
            .files
            .iter()
            .flat_map(|file| file.broken.iter().map(String::as_str)),
    )
    .collect()
}

/// What a language lacks: a line a text, or one for a whole file. Of a file that cannot be read the cause has been told.
fn missing(reference: &Language, language: &Language, shown: &str) -> Vec<Problem> {
    let here = known_ids(language);
    let there = known_ids(reference);
    let mut problems = Vec::new();
    for file in &reference.files {
        let name = name_of(file);
        let lacking: Vec<&Entry> = file
            .entries
            .iter()
            .filter(|entry| !here.contains(entry.id.as_str()))
            .collect();
        if lacking.is_empty() || is_unreadable(language, name) {
            continue;
        }
        let path = format!("{shown}/{}/{name}", language.folder);
        let own = language.files.iter().find(|own| own.path == path);
        if own.is_none() && lacking.len() == file.entries.len() {
            let problem = Problem::new(&path, 1, "this file is missing");
            problems.push(problem.advise(format!("copy {} and translate its texts", file.path)));
            continue;
        }
        let line = own.map_or(1, |own| own.lines);
        for entry in lacking {
            let problem = Problem::new(&path, line, format!("`{}` is missing", entry.id));
            let advice = match did_you_mean(&entry.id, here.difference(&there).copied()) {
                Some(near) => near.replace("did you mean", "is it").replace("`?", "`, misspelt?"),
                None => format!("{} (line {} of the English file)", english(entry), entry.line),
            };
            problems.push(problem.advise(advice));
        }
    }
    problems
}
