//! Languages that an operator adds: folders with a `language.toml` beside those of the languages built in.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use domain::{LanguageFacts, Locale, register_languages};

use super::file::{LanguageFile, read_language_file};
use super::server::{ADDED, BUILT_IN_FILES};
use super::shape::unknown_value;
use crate::check::place::show_lines;
use crate::check::{FOLDERS, Finding, Kind, cause_of};

/// The name of the file.
const NAME: &str = "language.toml";
/// The largest file that is read, bytes.
const LARGEST: u64 = 20_000;
/// The most languages that are added.
const MOST: usize = 40;

/// What was wrong when languages were added.
static PROBLEMS: OnceLock<Vec<Finding>> = OnceLock::new();
/// Where the languages were looked for then, and what their files said.
static READ: OnceLock<(PathBuf, Contents)> = OnceLock::new();

/// What files say, as a number each.
type Contents = BTreeMap<PathBuf, u64>;

/// Adds the languages that have a folder with a `language.toml` under `root`, in the order of the folders' names: once, when the
/// program starts and before it reads any text. Answers what is wrong; such a folder is left out. Those of the languages built
/// in are not read, they belong to the release; of one that says something else, that is told.
pub fn add_languages(root: &Path) -> Vec<Finding> {
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    // Before they are read: what changes meanwhile has changed.
    let contents = contents(root);
    let mut folders: Vec<String> = fs::read_dir(root)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| !FOLDERS.contains(&name.as_str()))
        .collect();
    folders.sort();
    for folder in folders {
        let path = root.join(&folder).join(NAME);
        if !path.is_file() {
            continue;
        }
        match read(&path, &folder, &files) {
            Ok(file) => files.push(file),
            Err(found) => problems.extend(found),
        }
    }
    if !files.is_empty() {
        let facts = files.iter().map(facts_of).collect();
        // The list first: whoever sees a language finds its entries.
        let is_added = ADDED.set(files).is_ok() && register_languages(facts).is_ok();
        if !is_added {
            problems.push(Finding::new(Kind::LanguagesLate, &root.display().to_string(), 1));
        }
    }
    problems.extend(unread_files(root));
    // Of several times the first one counts, which is when the languages of this program were added.
    let _ = PROBLEMS.set(problems.clone());
    let _ = READ.set((root.to_owned(), contents));
    problems
}

/// What is wrong now with the files of languages under `root`, where those of this program were added: a language that came since,
/// or says something else, is read at the next start; of one whose file is gone all stays as it was. Touches the disk.
pub fn language_changes(root: &Path) -> Vec<Finding> {
    match READ.get() {
        Some((place, read)) if place == root => changes(root, read, ADDED.get().map_or(&[], Vec::as_slice)),
        _ => language_problems().to_vec(),
    }
}

fn changes(root: &Path, before: &Contents, added: &[LanguageFile]) -> Vec<Finding> {
    let now = contents(root);
    let mut found = Vec::new();
    for (path, content) in &now {
        let folder = path
            .parent()
            .and_then(Path::file_name)
            .unwrap_or_default()
            .to_string_lossy();
        let is_added = added.iter().any(|file| file.tag == folder);
        if FOLDERS.contains(&&*folder) || (is_added && before.get(path) == Some(content)) {
            continue;
        }
        let others: Vec<LanguageFile> = added.iter().filter(|file| file.tag != folder).cloned().collect();
        match read(path, &folder, &others) {
            Ok(_) => found.push(Finding::new(Kind::LanguagesLate, &path.display().to_string(), 1)),
            Err(faults) => found.extend(faults),
        }
    }
    // With its folder the texts are gone, which is told.
    let is_gone = |path: &&PathBuf| !now.contains_key(*path) && path.parent().is_some_and(Path::is_dir);
    let gone = before.keys().filter(is_gone);
    found.extend(gone.map(|path| Finding::new(Kind::LanguageGone, &path.display().to_string(), 1)));
    found.extend(unread_files(root));
    found
}

/// What the files of languages under `root` say.
fn contents(root: &Path) -> Contents {
    let folders = fs::read_dir(root).into_iter().flatten().flatten();
    let files = folders
        .map(|folder| folder.path().join(NAME))
        .filter(|path| path.is_file());
    files
        .map(|path| {
            let mut bytes = Vec::new();
            let read = fs::File::open(&path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
            let mut hasher = DefaultHasher::new();
            (read.is_ok(), bytes).hash(&mut hasher);
            (path, hasher.finish())
        })
        .collect()
}

/// What was wrong when the languages of this program were added.
pub fn language_problems() -> &'static [Finding] {
    PROBLEMS.get().map_or(&[], Vec::as_slice)
}

/// Files of the languages built in that are not those of this release.
fn unread_files(root: &Path) -> Vec<Finding> {
    let built_in = FOLDERS.into_iter().skip(1).zip(BUILT_IN_FILES);
    let other = |(folder, text): (&str, &str)| {
        let path = root.join(folder).join(NAME);
        let about = fs::metadata(&path).ok().filter(fs::Metadata::is_file)?;
        let is_same = |there: String| there.trim_start_matches('\u{FEFF}').lines().eq(text.lines());
        let is_read = about.len() <= LARGEST && fs::read_to_string(&path).is_ok_and(is_same);
        (!is_read).then(|| Finding::new(Kind::LanguageUnread, &path.display().to_string(), 1))
    };
    built_in.filter_map(other).collect()
}

fn read(path: &Path, folder: &str, others: &[LanguageFile]) -> Result<LanguageFile, Vec<Finding>> {
    let shown = path.display().to_string();
    let found = |kind: Kind| Finding::new(kind, &shown, 1);
    if others.len() >= MOST {
        return Err(vec![found(Kind::LanguagesMany).arg("most", MOST.to_string())]);
    }
    let unread = |error: std::io::Error| vec![found(Kind::FileUnreadable).arg("cause", cause_of(&error))];
    if fs::metadata(path).map_err(unread)?.len() > LARGEST {
        return Err(vec![found(Kind::LanguageLarge).arg("most", LARGEST.to_string())]);
    }
    let text = fs::read_to_string(path).map_err(unread)?;
    read_text(&text, &shown, folder, others).map_err(|mut findings| {
        show_lines(&mut findings, &shown, &text);
        findings
    })
}

/// The language in a text that stands in a folder of this name.
fn read_text(text: &str, shown: &str, folder: &str, others: &[LanguageFile]) -> Result<LanguageFile, Vec<Finding>> {
    let file = read_language_file(text)
        .map_err(|faults| faults.into_iter().map(|fault| fault.finding(shown)).collect::<Vec<_>>())?;
    let found = |kind: Kind| Finding::new(kind, shown, 1);
    if file.tag != folder {
        return Err(vec![found(Kind::LanguageFolder).arg("tag", file.tag)]);
    }
    let built_in = Locale::BUILT_IN.map(Locale::code);
    let is_built_in = |code: &str| built_in.contains(&code);
    // English is what is translated, and leads elsewhere in an address.
    if is_built_in(&file.code) || file.code == "en" || others.iter().any(|other| other.code == file.code) {
        return Err(vec![found(Kind::LanguageCode).arg("code", file.code)]);
    }
    if let Some(unknown) = file.fallback.iter().find(|code| !is_built_in(code)) {
        return Err(vec![unknown_value(text, "fallback", unknown, &built_in).finding(shown)]);
    }
    Ok(file)
}

/// What is known of it everywhere, for as long as the program runs.
fn facts_of(file: &LanguageFile) -> LanguageFacts {
    let leaked = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
    let mut fallbacks: Vec<Locale> = file
        .fallback
        .iter()
        .filter_map(|code| Locale::from_code(code))
        .collect();
    for locale in [Locale::Zh, Locale::Ug, Locale::Es] {
        if !fallbacks.contains(&locale) {
            fallbacks.push(locale);
        }
    }
    LanguageFacts {
        code: leaked(&file.code),
        bcp47: leaked(&file.tag),
        dir: file.direction(),
        native_name: leaked(&file.name),
        fallbacks: Box::leak(fallbacks.into_boxed_slice()),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn a_folder_that_adds_no_language_says_why() {
        let spanish = include_str!("../../../../locales/es/language.toml");
        let root = tempfile::tempdir().unwrap();
        let add = |folder: &str, text: &str| {
            fs::create_dir(root.path().join(folder)).unwrap();
            fs::write(root.path().join(folder).join(NAME), text).unwrap();
        };
        let galician = |code: &str, tag: &str| {
            spanish
                .replace("code = \"es\"", &format!("code = \"{code}\""))
                .replace("tag = \"es\"", &format!("tag = \"{tag}\""))
        };
        add("a-gl", &galician("gl", "gl"));
        add("gl", &galician("es", "gl"));
        add("en-GB", &galician("en", "en-GB"));
        add("pt", &galician("pt", "pt").replace("[\"zh\", \"ug\"]", "[\"fr\"]"));
        add("ro", "code =");
        // Those of the release are not read, and that is told of one that is another.
        add("es", "");
        add(
            "zh-Hans",
            &include_str!("../../../../locales/zh-Hans/language.toml").replace('\n', "\r\n"),
        );
        fs::create_dir(root.path().join("xx")).unwrap();
        let problems = add_languages(root.path());
        let told: Vec<(Kind, Option<&str>)> = problems
            .iter()
            .map(|problem| (problem.kind, problem.args.first().map(|(_, value)| value.as_str())))
            .collect();
        assert_eq!(
            told,
            [
                (Kind::LanguageFolder, Some("gl")),
                (Kind::LanguageCode, Some("en")),
                (Kind::LanguageCode, Some("es")),
                (Kind::ValueUnknown, Some("fallback")),
                (Kind::TomlSyntax, None),
                (Kind::LanguageUnread, None),
            ]
        );
        assert!(problems[4].path.ends_with("ro/language.toml"));
        assert!(problems[5].path.ends_with("es/language.toml"));
        assert_eq!(problems[4].line_text, "code =");
        assert_eq!(language_problems(), problems);
        // In the reader's language, with nothing of the parser's English.
        let fallback = problems[3].sentence("es");
        assert!(
            fallback.starts_with("fallback no puede ser fr; existen ug, zh, es"),
            "{fallback}"
        );
        assert_eq!(Locale::all(), Locale::BUILT_IN);
    }

    #[test]
    fn what_happens_to_the_files_of_languages_while_the_shop_runs_is_told() {
        let spanish = include_str!("../../../../locales/es/language.toml");
        let galician = spanish
            .replace("code = \"es\"", "code = \"gl\"")
            .replace("tag = \"es\"", "tag = \"gl\"");
        let root = tempfile::tempdir().unwrap();
        let save = |folder: &str, text: &str| {
            fs::create_dir_all(root.path().join(folder)).unwrap();
            fs::write(root.path().join(folder).join(NAME), text).unwrap();
        };
        save("gl", &galician);
        save("es", spanish);
        let (before, added) = (contents(root.path()), [read_language_file(&galician).unwrap()]);
        let told = || -> Vec<(Kind, String)> {
            let found = changes(root.path(), &before, &added).into_iter();
            let shown = format!("{}/", root.path().display());
            found
                .map(|finding| {
                    (
                        finding.kind,
                        finding.path.replace(&shown, "").replace("/language.toml", ""),
                    )
                })
                .collect()
        };
        let at = |kind: Kind, folder: &str| (kind, folder.to_owned());
        assert_eq!(told(), []);
        // Another one is added, with a mistake at first.
        save("ca", "code =");
        assert_eq!(told(), [at(Kind::TomlSyntax, "ca")]);
        let catalan = galician.replace("\"gl\"", "\"ca\"");
        save("ca", &catalan);
        assert_eq!(told(), [at(Kind::LanguagesLate, "ca")]);
        save("ca", &catalan.replace("code = \"ca\"", "code = \"gl\""));
        assert_eq!(told(), [at(Kind::LanguageCode, "ca")]);
        fs::remove_dir_all(root.path().join("ca")).unwrap();
        // One that is there says something else, and is as it was again.
        save("gl", &galician.replace("name = \"", "name = \"O "));
        assert_eq!(told(), [at(Kind::LanguagesLate, "gl")]);
        save("gl", &galician);
        assert_eq!(told(), []);
        for folder in ["gl", "es"] {
            fs::remove_file(root.path().join(folder).join(NAME)).unwrap();
        }
        assert_eq!(told(), [at(Kind::LanguageGone, "es"), at(Kind::LanguageGone, "gl")]);
        fs::remove_dir_all(root.path().join("gl")).unwrap();
        assert_eq!(told(), [at(Kind::LanguageGone, "es")], "the folder's texts are told");
    }
}
