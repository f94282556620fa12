//! The translators' folder as its texts, and each beside its English.

use std::collections::HashMap;
use std::path::Path;
use std::{fs, io};

use anyhow::{anyhow, bail};
use domain::Locale;
use l10n::check::{MOST_FILES, cause_of, is_ftl, read_text, say_word};
use l10n::language::folders;
use l10n::unit::UnitId;
use wording::exchange::{ExchangeRow, UnitState};
use wording::{Written, units};

use super::check::own_language;

/// A file of one language.
#[derive(Clone, Debug)]
pub struct TextFile {
    /// `cart.ftl`.
    pub name: String,
    /// What stands in it.
    pub text: String,
    /// Its texts, without those that have a mistake.
    pub units: Vec<Written>,
}

/// A text in English and in one other language.
#[derive(Clone, Copy, Debug)]
pub struct Beside<'f> {
    /// Name of the file with the English text.
    pub file: &'f str,
    /// It.
    pub english: &'f Written,
    /// The translation, and the name of the file it stands in.
    pub own: Option<(&'f str, &'f Written)>,
}

impl Beside<'_> {
    /// How the translation stands, as far as files tell.
    pub fn state(&self) -> UnitState {
        match self.own {
            None => UnitState::Missing,
            Some((_, own)) if is_doubted(own) => UnitState::Doubtful,
            Some(_) => UnitState::Translated,
        }
    }

    /// As it goes to another program: with the comment on the English text, and the doubts about the translation.
    pub fn row(&self) -> ExchangeRow {
        let doubts = self
            .own
            .filter(|(_, own)| is_doubted(own))
            .map(|(_, own)| own.comment.as_str());
        let comments = [Some(self.english.comment.as_str()), doubts].into_iter().flatten();
        let comments: Vec<&str> = comments.filter(|comment| !comment.is_empty()).collect();
        ExchangeRow {
            id: self.english.id.clone(),
            file: self.file.to_owned(),
            english: self.english.source.clone(),
            source: self.own.map(|(_, own)| own.source.clone()),
            comment: comments.join("\n"),
            state: self.state(),
        }
    }
}

/// Whether somebody wrote above it that they are not sure.
pub(super) fn is_doubted(own: &Written) -> bool {
    own.comment.contains("review:")
}

/// The folder of a translated language by what people call it: `zh-Hans`, `zh`, `zh-CN`.
///
/// # Errors
/// Naming those there are.
pub fn language(word: &str) -> anyhow::Result<&'static str> {
    match named(word) {
        Some(folder) => Ok(folder),
        None => bail!(unknown_language(word, own_language())),
    }
}

/// The same; nothing when it is none.
pub fn named(word: &str) -> Option<&'static str> {
    let tag = word.replace('_', "-").to_ascii_lowercase();
    let mut all = Locale::all().iter().map(|locale| locale.folder());
    if let Some(whole) = all.find(|folder| folder.eq_ignore_ascii_case(&tag)) {
        return Some(whole);
    }
    // A language in other letters is another one.
    let is_other = |part: &str| ["hant", "tw", "hk", "mo", "latn", "cyrl"].contains(&part);
    let mut parts = tag.split('-');
    let code = parts.next().unwrap_or_default();
    Locale::from_code(code)
        .filter(|_| !parts.any(is_other))
        .map(Locale::folder)
}

/// That there is no such language, in the language of a folder.
pub fn unknown_language(word: &str, lang: &str) -> String {
    let known = folders()[1..].join(", ");
    let words = [("language", word.to_owned()), ("known", known)];
    say_word("check-word-no-language", lang, &words)
}

/// The files of one language, in the order of their names.
///
/// # Errors
/// Naming the folder or file that cannot be read.
pub fn read(folder: &Path, language: &str) -> anyhow::Result<Vec<TextFile>> {
    let folder = folder.join(language);
    let entries = fs::read_dir(&folder).map_err(|error| failed("check-folder-unreadable", &folder, &error))?;
    let mut names: Vec<String> = entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| is_ftl(name))
        .collect();
    names.sort();
    if names.len() > MOST_FILES {
        let words = [("most", MOST_FILES.to_string())];
        let said = say_word("check-folder-full", own_language(), &words);
        bail!("{}: {said}", folder.display());
    }
    let of_name = |name: String| -> anyhow::Result<TextFile> {
        let path = folder.join(&name);
        let text = read_text(&path, &path.display().to_string(), language).map_err(|finding| {
            let said = finding.sentence(own_language());
            anyhow::anyhow!("{}:{}: {said}", finding.path, finding.line)
        })?;
        let units = units(&text);
        Ok(TextFile { name, text, units })
    };
    names.into_iter().map(of_name).collect()
}

/// Every English text beside its translation, in the order of the English files; of two with one name the first.
pub fn beside<'f>(english: &'f [TextFile], own: &'f [TextFile]) -> Vec<Beside<'f>> {
    let mut translated: HashMap<&UnitId, (&str, &Written)> = HashMap::new();
    for file in own {
        for unit in &file.units {
            translated.entry(&unit.id).or_insert((file.name.as_str(), unit));
        }
    }
    let texts = english
        .iter()
        .flat_map(|file| file.units.iter().map(move |unit| (file.name.as_str(), unit)));
    texts
        .map(|(file, english)| Beside {
            file,
            english,
            own: translated.get(&english.id).copied(),
        })
        .collect()
}

/// Writes a file whole or not at all; one that is there keeps its rights, and a link leads where it led.
///
/// # Errors
/// When it cannot be written.
pub fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let unfinished = place.with_extension("ftl.part");
    fs::write(&unfinished, text)
        .and_then(|()| match fs::metadata(&place) {
            Ok(about) => fs::set_permissions(&unfinished, about.permissions()),
            Err(_) => Ok(()),
        })
        .and_then(|()| fs::rename(&unfinished, &place))
        .map_err(|error| unwritten(path, &error))
}

/// That a file cannot be read, and why, in the reader's language.
pub(super) fn unread(path: &Path, error: &io::Error) -> anyhow::Error {
    failed("check-file-unreadable", path, error)
}

/// That a file cannot be written, and why.
pub(super) fn unwritten(path: &Path, error: &io::Error) -> anyhow::Error {
    failed("check-file-unwritable", path, error)
}

fn failed(sentence: &str, path: &Path, error: &io::Error) -> anyhow::Error {
    let cause = [("cause", cause_of(error))];
    anyhow!("{}: {}", path.display(), say_word(sentence, own_language(), &cause))
}
