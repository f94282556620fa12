//! What lies beside the files of texts and looks like some of them, but is never read.

use std::fs;
use std::path::Path;

use super::finding::{Finding, Kind};
use super::{FOLDERS, MOST_FILES, is_ftl};

/// How files end that other programs made of one: Notepad hides `.txt`, a word processor has its own.
const ENDINGS: [&str; 8] = ["txt", "doc", "docx", "odt", "rtf", "pages", "htm", "html"];

/// Folders with files of texts that are none of the languages, and files whose name only nearly ends as theirs. A folder with a
/// `language.toml` beside the `languages` is spoken of when its language is added; without `languages`, it is the folder of one.
pub fn strays(folder: &Path, shown: &str, languages: &[&str]) -> Vec<Finding> {
    let is_of_one = languages.is_empty();
    let mut findings = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten().take(MOST_FILES) {
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        let (path, shown) = (entry.path(), format!("{shown}/{name}"));
        if name.starts_with(['.', '~']) || languages.contains(&name.as_str()) {
            continue;
        }
        if path.is_dir() {
            let is_other = has_texts(&path) && (is_of_one || !path.join("language.toml").exists());
            // `locales` in `locales`, as some programs unpack it.
            if is_other || FOLDERS.iter().any(|language| has_texts(&path.join(language))) {
                findings.push(Finding::new(Kind::FolderOther, &shown, 1));
            }
        } else if is_nearly_ftl(folder, &name) {
            findings.push(Finding::new(Kind::FileName, &shown, 1));
        }
    }
    findings
}

/// `cart.FTL`, `cart.ftl.txt`, and `cart.docx` beside which English has a `cart.ftl`.
fn is_nearly_ftl(folder: &Path, name: &str) -> bool {
    if is_ftl(name) {
        return false;
    }
    let small = name.to_ascii_lowercase();
    let Some((stem, ending)) = small.rsplit_once('.') else {
        return false;
    };
    let english = || folder.with_file_name(FOLDERS[0]).join(format!("{stem}.ftl"));
    ending == "ftl" || (ENDINGS.contains(&ending) && (stem.ends_with(".ftl") || english().exists()))
}

/// The name that such a file was meant to have.
pub(super) fn meant_file(finding: &Finding) -> Option<String> {
    let name = finding
        .path
        .rsplit('/')
        .next()
        .filter(|_| finding.kind == Kind::FileName)?;
    let small = name.to_ascii_lowercase();
    let (stem, _) = small.rsplit_once('.')?;
    Some(format!("{}.ftl", stem.trim_end_matches(".ftl")))
}

fn has_texts(folder: &Path) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .take(MOST_FILES)
        .any(|entry| is_ftl(&entry.file_name().to_string_lossy()))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn what_other_programs_saved_beside_the_files_is_told_and_what_editors_leave_is_not() {
        let root = tempfile::tempdir().unwrap();
        let save = |place: &str| {
            let path = root.path().join(place);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "cart-title = Carrito\n").unwrap();
        };
        for place in [
            "en/cart.ftl",
            "es/cart.ftl",
            "es/language.toml",
            "es/cart.ftl.txt",
            "es/cart.docx",
            "es/Home.FTL",
            "es/es/cart.ftl",
            "es/es/language.toml",
            "es/notes.txt",
            "es/cart.ftl.orig",
            "es/~$cart.ftl",
            "es/.cart.ftl.txt",
        ] {
            save(place);
        }
        let mut told = strays(&root.path().join("es"), "es", &[]);
        told.sort_by(Finding::order);
        let places: Vec<(Kind, &str)> = told
            .iter()
            .map(|finding| (finding.kind, finding.path.as_str()))
            .collect();
        assert_eq!(
            places,
            [
                (Kind::FileName, "es/Home.FTL"),
                (Kind::FileName, "es/cart.docx"),
                (Kind::FileName, "es/cart.ftl.txt"),
                (Kind::FolderOther, "es/es"),
            ]
        );
        let meant: Vec<Option<String>> = told.iter().map(meant_file).collect();
        let name = |name: &str| Some(name.to_owned());
        assert_eq!(meant, [name("home.ftl"), name("cart.ftl"), name("cart.ftl"), None]);

        save("locales/es/cart.ftl");
        let told = strays(root.path(), "l", &FOLDERS);
        let places: Vec<&str> = told.iter().map(|finding| finding.path.as_str()).collect();
        assert_eq!(places, ["l/locales"]);
    }
}
