//! `bazar l10n check`: what is wrong in the translators' files, in their language.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use domain::Locale;
use l10n::check::{FOLDERS, cause_of, say_word};
use l10n::glossary::Glossary;
use l10n::language::folders;
use l10n::verdict::{CheckOptions, CheckReport, Reference, check};
use l10n::{Finding, Level};

use super::files;
use super::output::{self, Format, write};

/// Longest glossary that is read, bytes.
const LONGEST_GLOSSARY: u64 = 1_000_000;
/// Its name in the folder.
pub(super) const GLOSSARY: &str = "glossary.csv";
/// It could not be checked.
const CANNOT: u8 = 2;

/// How texts are checked.
#[derive(Clone, Debug, Args)]
pub struct CheckTexts {
    /// Folder with one folder a language.
    #[arg(default_value = "locales")]
    pub folder: PathBuf,
    /// Only these languages: `ug`, `zh-Hans`, `es`.
    #[arg(long = "language", value_delimiter = ',')]
    pub languages: Vec<String>,
    /// The English that translations are compared with: that of the folder, the one of this program, or both, which then have
    /// to agree.
    #[arg(long, value_enum, default_value_t)]
    pub reference: ReferenceWord,
    /// What is told: errors only, warnings too, or all.
    #[arg(long, value_enum, default_value_t)]
    pub level: LevelWord,
    /// From which level on the command ends with 1.
    #[arg(long, value_enum, default_value = "error")]
    pub deny: LevelWord,
    /// For people, or for other programs.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// Language of the sentences: `en`, `ug`, `zh`, `es`; by default that of the computer.
    #[arg(long)]
    pub lang: Option<String>,
}

/// The English that translations are compared with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ReferenceWord {
    /// That of the folder.
    Folder,
    /// The one the program was built with.
    BuiltIn,
    /// Both, which have to agree.
    #[default]
    Both,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum LevelWord {
    /// The text cannot be used.
    Error,
    /// It is nearly certainly not what was meant.
    Warning,
    /// It is worth a look.
    #[default]
    Hint,
}

impl From<ReferenceWord> for Reference {
    fn from(word: ReferenceWord) -> Self {
        match word {
            ReferenceWord::Folder => Self::Folder,
            ReferenceWord::BuiltIn => Self::BuiltIn,
            ReferenceWord::Both => Self::Both,
        }
    }
}

impl From<LevelWord> for Level {
    fn from(word: LevelWord) -> Self {
        match word {
            LevelWord::Error => Self::Error,
            LevelWord::Warning => Self::Warning,
            LevelWord::Hint => Self::Hint,
        }
    }
}

/// Checks the files and prints what is not right, with the `problems` of languages that could not be added. Ends with 0 when there
/// is nothing of the denied level, with 1 when there is, and with 2 when there was nothing to check.
///
/// # Errors
/// When it cannot be printed.
pub fn run(options: &CheckTexts, problems: Vec<Finding>) -> anyhow::Result<ExitCode> {
    let lang = options.lang.as_deref().map_or_else(own_language, folder_of);
    let (text, code) = checked(options, problems, lang);
    output::print(&text)?;
    Ok(ExitCode::from(code))
}

/// What is printed in the language of a folder, and the code the command ends with.
#[must_use]
pub fn checked(options: &CheckTexts, problems: Vec<Finding>, lang: &str) -> (String, u8) {
    if let Some(why) = no_languages(&options.folder) {
        let folder = [("folder", options.folder.display().to_string())];
        return (format!("{}\n", say_word(why, lang, &folder)), CANNOT);
    }
    let own = match glossary(&options.folder) {
        Ok(own) => own,
        Err(error) => {
            let cause = say_word("check-file-unreadable", lang, &[("cause", cause_of(&error))]);
            let path = options.folder.join(GLOSSARY);
            return (format!("{}: {cause}\n", path.display()), CANNOT);
        }
    };
    let (level, deny) = (Level::from(options.level), Level::from(options.deny));
    let mut languages = Vec::new();
    for word in &options.languages {
        // English is looked at in any case.
        let english = || FOLDERS.into_iter().find(|folder| folder == word);
        match files::named(word).or_else(english) {
            Some(folder) => languages.push(folder.to_owned()),
            None => return (format!("{}\n", files::unknown_language(word, lang)), CANNOT),
        }
    }
    let mut report = check(
        &options.folder,
        &CheckOptions {
            reference: options.reference.into(),
            languages: (!languages.is_empty()).then_some(languages),
            // What is denied is found, told or not.
            level: level.max(deny),
            glossary: match &own {
                Some(own) if !own.is_empty() => own,
                _ => Glossary::built_in(),
            },
        },
    );
    let path = options.folder.join(GLOSSARY).display().to_string();
    let of_words = own
        .iter()
        .flat_map(|own| own.findings(&path).into_iter().chain(own.doubts(&path)));
    report
        .findings
        .extend(of_words.filter(|finding| finding.level <= level.max(deny)));
    report.findings.extend(problems);
    report.findings.sort_by(Finding::order);
    let is_denied = report.findings.iter().any(|finding| finding.level <= deny);
    let findings = report.findings.into_iter();
    let told = CheckReport {
        findings: findings.filter(|finding| finding.level <= level).collect(),
        languages: report.languages,
        units: report.units,
    };
    (write(&told, options.format, lang), u8::from(is_denied))
}

/// Why nothing can be checked there: there is nothing, or it is a file, the folder of one language, an empty one.
fn no_languages(folder: &Path) -> Option<&'static str> {
    if !folder.exists() {
        return Some("check-word-no-folder");
    }
    let has_any = folders().iter().any(|language| folder.join(language).is_dir());
    (!has_any).then_some("check-word-no-languages")
}

/// The words of the folder; nothing when it has none. What is in no letters that can be read has no words.
pub(super) fn glossary(folder: &Path) -> io::Result<Option<Glossary>> {
    let path = folder.join(GLOSSARY);
    match std::fs::metadata(&path) {
        Ok(about) if about.is_file() && about.len() <= LONGEST_GLOSSARY => {
            let text = String::from_utf8(std::fs::read(path)?).unwrap_or_default();
            Ok(Some(Glossary::read(text.trim_start_matches('\u{FEFF}'))))
        }
        _ => Ok(None),
    }
}

/// The folder of a language as people call it: `zh`, `zh_CN.UTF-8`, `zh-Hans`; English of all others.
fn folder_of(lang: &str) -> &'static str {
    let code = lang.split(['-', '_', '.', '@']).next().unwrap_or_default();
    Locale::from_code(&code.to_ascii_lowercase()).map_or(FOLDERS[0], Locale::folder)
}

/// The language the computer is set to.
pub(super) fn own_language() -> &'static str {
    spoken(&["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| std::env::var(name).unwrap_or_default()))
}

/// The language of the first of these variables that says one.
fn spoken(variables: &[String]) -> &'static str {
    let first = variables.iter().find(|value| !value.is_empty());
    first.map_or(FOLDERS[0], |value| folder_of(value))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn options(folder: &Path) -> CheckTexts {
        CheckTexts {
            folder: folder.to_owned(),
            languages: Vec::new(),
            reference: ReferenceWord::Folder,
            level: LevelWord::Hint,
            deny: LevelWord::Error,
            format: Format::Human,
            lang: None,
        }
    }

    fn shop(spanish: &str) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for folder in FOLDERS {
            std::fs::create_dir(root.path().join(folder)).unwrap();
            let text = match folder {
                "es" => spanish,
                "ug" => "a-hello = سالام\n",
                "zh-Hans" => "a-hello = 你好\n",
                _ => "a-hello = Hello\n",
            };
            std::fs::write(root.path().join(folder).join("a.ftl"), text).unwrap();
        }
        root
    }

    #[test]
    fn the_code_tells_whether_something_of_the_denied_level_is_there() {
        for (spanish, deny, code) in [
            ("a-hello = Hola\n", LevelWord::Hint, 0),
            ("a-hello = Hola  amiga\n", LevelWord::Error, 0),
            ("a-hello = Hola  amiga\n", LevelWord::Warning, 1),
            ("a-hello = { $x }\n", LevelWord::Error, 1),
        ] {
            let root = shop(spanish);
            let mut options = options(root.path());
            options.deny = deny;
            options.level = LevelWord::Error;
            let (told, found) = checked(&options, Vec::new(), "es");
            assert_eq!(found, code, "{spanish} {told}");
        }
        let (told, code) = checked(&options(Path::new("no-such-folder")), Vec::new(), "es");
        assert_eq!((told.as_str(), code), ("no existe esta carpeta: no-such-folder\n", 2));
    }

    #[test]
    fn what_has_no_folders_of_languages_is_not_checked() {
        let (root, empty) = (shop("a-hello = Hola\n"), tempfile::tempdir().unwrap());
        let places = [
            root.path().join("es/a.ftl"),
            root.path().join("es"),
            empty.path().to_owned(),
        ];
        for place in places {
            let (told, code) = checked(&options(&place), Vec::new(), "es");
            assert_eq!(code, 2, "{told}");
            assert!(
                told.contains("carpetas de idiomas") && told.lines().count() == 1,
                "{told}"
            );
        }
    }

    #[test]
    fn only_the_languages_asked_for_are_told_about() {
        let root = shop("a-hello = { $x }\n");
        let mut options = options(root.path());
        options.languages = vec!["ug".to_owned(), "zh".to_owned()];
        assert_eq!(checked(&options, Vec::new(), "en").1, 0);
        options.languages = vec!["es".to_owned()];
        assert_eq!(checked(&options, Vec::new(), "en").1, 1);
        // Nothing of it was looked at, so nothing of it is right.
        for word in ["fr", "zh-TW", ""] {
            options.languages = vec![word.to_owned()];
            let (told, code) = checked(&options, Vec::new(), "es");
            assert_eq!(code, 2, "{word}: {told}");
            assert!(told.contains("ug, zh-Hans, es"), "{told}");
        }
    }

    #[test]
    fn what_is_left_out_beside_the_texts_is_told() {
        let root = shop("a-hello = Hola\n");
        let words = "en,ug,zh,es,note\ncart,ھارۋا,购物车,carrito,\n\"\n";
        std::fs::write(root.path().join("glossary.csv"), words).unwrap();
        std::fs::write(root.path().join("es/b.FTL"), "").unwrap();
        for folder in ["kk-Arab", "es/old"] {
            std::fs::create_dir(root.path().join(folder)).unwrap();
            std::fs::write(root.path().join(folder).join("a.ftl"), "a-hello = x\n").unwrap();
        }
        let mut options = options(root.path());
        options.deny = LevelWord::Warning;
        let (told, code) = checked(&options, Vec::new(), "en");
        assert_eq!(code, 1);
        for place in ["glossary.csv:3", "es/b.FTL:1", "kk-Arab:1", "es/old:1"] {
            assert!(told.contains(place), "{place}: {told}");
        }
    }

    #[test]
    fn a_glossary_of_which_nothing_can_be_read_is_told_in_one_line() {
        let root = shop("a-hello = Hola\n");
        let semicolons = "en;ug;zh;es;note\ncart;ھارۋا;购物车;carrito;\norder;زاكاز;订单;pedido;\n";
        for bytes in [
            semicolons.as_bytes(),
            b"",
            b"\xFF\xFEe\0n\0",
            b"en,ug,zh,es,note\ncart,x,\xB9\xBA\xCE\xEF\xB3\xB5,carrito,\n",
        ] {
            std::fs::write(root.path().join(GLOSSARY), bytes).unwrap();
            let mut options = options(root.path());
            options.deny = LevelWord::Warning;
            let (told, code) = checked(&options, Vec::new(), "es");
            assert_eq!(code, 1, "{told}");
            assert_eq!(told.matches("glossary.csv").count(), 1, "{told}");
        }
        // Where there is none, the words of the program count.
        std::fs::remove_file(root.path().join(GLOSSARY)).unwrap();
        assert_eq!(checked(&options(root.path()), Vec::new(), "es").1, 0);
    }

    #[test]
    fn a_language_that_cannot_be_added_is_told_with_all_else() {
        let root = shop("a-hello = Hola\n");
        std::fs::create_dir(root.path().join("kk-Arab")).unwrap();
        std::fs::write(root.path().join("kk-Arab/language.toml"), "# Kazakh\ncode = kk\n").unwrap();
        let problems = l10n::language::add_languages(root.path());
        let (told, code) = checked(&options(root.path()), problems, "es");
        assert_eq!(code, 1);
        assert!(
            told.contains("kk-Arab/language.toml:2:1: error: no se puede leer esta línea"),
            "{told}"
        );
        assert!(told.contains("code = kk"), "the line: {told}");
    }

    #[test]
    fn sentences_are_in_the_language_of_the_computer() {
        let spoken = |values: [&str; 3]| spoken(&values.map(str::to_owned));
        assert_eq!(spoken(["", "", "zh_CN.UTF-8"]), "zh-Hans");
        assert_eq!(spoken(["es_ES", "", "zh_CN.UTF-8"]), "es");
        assert_eq!(spoken(["ug_CN@latin", "", ""]), "ug");
        assert_eq!(spoken(["C", "", "es_ES"]), "en");
        assert_eq!(spoken(["", "", ""]), "en");
    }
}
