//! Languages that an operator adds: folders with a `language.toml` beside those of the languages built in.

use std::fs;
use std::path::Path;

use domain::{LanguageFacts, Locale, register_languages};

use super::file::{LanguageFile, read_language_file};
use super::server::ADDED;
use crate::check::FOLDERS;

/// The name of the file.
const NAME: &str = "language.toml";
/// The largest file that is read, bytes.
const LARGEST: u64 = 20_000;
/// The most languages that are added.
const MOST: usize = 40;

/// Why a folder adds no language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageProblem {
    /// Its file.
    pub path: String,
    /// What keeps it from being used.
    pub cause: String,
}

/// Adds the languages that have a folder with a `language.toml` under `root`, in the order of the folders' names: once, when the
/// program starts and before it reads any text. Answers what is wrong; such a folder is left out. Those of the languages built
/// in are not read, they belong to the release.
pub fn add_languages(root: &Path) -> Vec<LanguageProblem> {
    let (mut files, mut problems) = (Vec::new(), Vec::new());
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
            Err(cause) => problems.push(LanguageProblem {
                path: path.display().to_string(),
                cause,
            }),
        }
    }
    if files.is_empty() {
        return problems;
    }
    let facts = files.iter().map(facts_of).collect();
    // The list first: whoever sees a language finds its entries.
    let is_added = ADDED.set(files).is_ok() && register_languages(facts).is_ok();
    if !is_added {
        problems.push(LanguageProblem {
            path: root.display().to_string(),
            cause: "languages were added before".to_owned(),
        });
    }
    problems
}

fn read(path: &Path, folder: &str, others: &[LanguageFile]) -> Result<LanguageFile, String> {
    if others.len() >= MOST {
        return Err(format!("no more than {MOST} languages are added"));
    }
    let size = fs::metadata(path).map_err(|error| error.to_string())?.len();
    if size > LARGEST {
        return Err(format!("larger than {LARGEST} bytes"));
    }
    let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
    let file = read_language_file(&text).map_err(|error| error.to_string())?;
    if file.tag != folder {
        return Err(format!("the folder has to be named `{}`, as its `tag` is", file.tag));
    }
    let is_built_in = |code: &str| Locale::BUILT_IN.iter().any(|locale| locale.code() == code);
    // English is what is translated, and leads elsewhere in an address.
    if is_built_in(&file.code) || file.code == "en" || others.iter().any(|other| other.code == file.code) {
        return Err(format!("the code `{}` belongs to another language", file.code));
    }
    if let Some(unknown) = file.fallback.iter().find(|code| !is_built_in(code)) {
        return Err(format!("`fallback` names `{unknown}`, which is not built in"));
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
        // Those of the release are not looked at.
        add("es", "");
        fs::create_dir(root.path().join("xx")).unwrap();
        let problems = add_languages(root.path());
        let told: Vec<&str> = problems.iter().map(|problem| problem.cause.as_str()).collect();
        assert_eq!(told.len(), 5, "{told:?}");
        assert!(told[0].contains("named `gl`"));
        assert!(told[1].contains("`en`"));
        assert!(told[2].contains("`es`"));
        assert!(told[3].contains("`fr`"));
        assert!(problems[4].path.contains("ro") && !told[4].is_empty());
        assert_eq!(Locale::all(), Locale::BUILT_IN);
    }
}
