//! Files with one mistake each, and the table of what is said of them: `locales/mistakes.md`.
//!
//! A folder of `mistakes` is a mistake: `en.ftl`, and beside it a translation by language. `es.no-file` stands for a language
//! without the file, `es.no-folder` for one without a folder, `es.copy.ftl` for a second file.

use std::collections::HashMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use l10n::check::FOLDERS;
use l10n::verdict::{CheckOptions, Reference, check};
use l10n::{Finding, Kind, Level};
use tempfile::TempDir;

const HEAD: &str = "\
# Mistakes, and what is said of them

Each row is a file with one mistake in it, from `app/l10n/tests/l10n/mistakes`, and what `bazar l10n check` says of it in the
language of the file: the line, the text, the sentence, and what was probably meant. An error keeps the text from being shown; a
warning is shown and is nearly certainly not what was meant; a hint is worth a look. Rows that begin with `right` are no mistakes:
all of Fluent's syntax may be used. Beside it stand what compare-locales 9.0.5 says, whether moz.l10n 0.15.0 reads the file, and
which check of Weblate's looks for such a thing, by its documentation.

The table is made from a run: `BAZAR_WRITE_MISTAKES=1 cargo test -p l10n mistakes` writes it anew, and the same test without the
setting says whether it still holds.

| mistake | language | kind | the check says | compare-locales | moz.l10n | Weblate |
|---|---|---|---|---|---|---|
";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/l10n/mistakes")
}

/// Names of the mistakes, in order.
fn mistakes() -> Vec<String> {
    let entries = fs::read_dir(folder()).unwrap().flatten();
    let folders = entries.filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> = folders.map(|entry| entry.file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// What is found in a mistake's translation into a language; nothing when it has none.
fn found(mistake: &str, language: &str) -> Option<Vec<Finding>> {
    let from = folder().join(mistake);
    let has = |ending: &str| from.join(format!("{language}.{ending}")).exists();
    if !(has("ftl") || has("no-file") || has("no-folder")) {
        return None;
    }
    let root = TempDir::new().unwrap();
    let locales = root.path().join("locales");
    fs::create_dir_all(locales.join("en")).unwrap();
    fs::copy(from.join("en.ftl"), locales.join("en/shop.ftl")).unwrap();
    if !has("no-folder") {
        fs::create_dir(locales.join(language)).unwrap();
    }
    for (ending, name) in [("ftl", "shop.ftl"), ("copy.ftl", "shop (1).ftl")] {
        if has(ending) {
            let to = locales.join(language).join(name);
            fs::copy(from.join(format!("{language}.{ending}")), to).unwrap();
        }
    }
    let options = CheckOptions {
        reference: Reference::Folder,
        languages: Some(vec![language.to_owned()]),
        ..CheckOptions::default()
    };
    let mut findings = check(&locales, &options).findings;
    let shown = format!("{}/", root.path().display());
    for finding in &mut findings {
        finding.path = finding.path.replace(&shown, "");
        for (_, value) in &mut finding.args {
            *value = value.replace(&shown, "");
        }
    }
    Some(findings)
}

/// Rows of a file of our own, by their first cells; none of its cells has a comma.
fn rows_of(file: &str, keys: usize) -> HashMap<String, Vec<String>> {
    let text = fs::read_to_string(folder().join(file)).unwrap();
    let rows = text.lines().skip(1).map(|line| {
        let cells: Vec<String> = line.split(',').map(str::to_owned).collect();
        (cells[..keys].join(" "), cells[keys..].to_vec())
    });
    rows.collect()
}

fn cell(text: &str) -> String {
    if text.is_empty() {
        return "—".to_owned();
    }
    text.replace('|', "\\|").replace('<', "&lt;")
}

fn said(finding: &Finding, language: &str) -> String {
    let mut said = format!("{}: ", finding.line);
    if let Some(unit) = &finding.unit {
        let _ = write!(said, "{unit}: ");
    }
    said.push_str(&finding.sentence(language));
    if let Some(meant) = finding.suggestion(language) {
        let _ = write!(said, " → {meant}");
    }
    cell(&said)
}

fn table() -> String {
    let (others, weblate) = (rows_of("others.csv", 2), rows_of("weblate.csv", 1));
    let mut table = HEAD.to_owned();
    for mistake in mistakes() {
        for language in FOLDERS.into_iter().skip(1) {
            let Some(findings) = found(&mistake, language) else {
                continue;
            };
            let kinds: Vec<String> = findings
                .iter()
                .map(|finding| format!("{} `{}`", finding.level.as_str(), finding.kind.as_str()))
                .collect();
            let sentences: Vec<String> = findings.iter().map(|finding| said(finding, language)).collect();
            let or_dash = |cells: Vec<String>| {
                let joined = cells.join("<br>");
                if joined.is_empty() { "—".to_owned() } else { joined }
            };
            let (kinds, sentences) = (or_dash(kinds), or_dash(sentences));
            let other = &others[&format!("{mistake} {language}")];
            let weblate = weblate.get(&mistake).map_or("", |cells| cells[0].as_str());
            let _ = writeln!(
                table,
                "| {mistake} | {language} | {kinds} | {sentences} | {} | {} | {} |",
                cell(&other[0]),
                cell(&other[1]),
                cell(weblate)
            );
        }
    }
    table
}

#[test]
fn the_table_of_mistakes_is_what_is_said() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales/mistakes.md");
    let made = table();
    if std::env::var_os("BAZAR_WRITE_MISTAKES").is_some() {
        fs::write(&path, &made).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap();
    let different: Vec<(&str, &str)> = made
        .lines()
        .zip(kept.lines())
        .filter(|(made, kept)| made != kept)
        .collect();
    assert!(
        different.is_empty(),
        "first what is said now, then what the table says: {different:#?}"
    );
    assert_eq!(made.lines().count(), kept.lines().count());
}

#[test]
fn every_mistake_is_found_in_each_of_its_languages_and_what_is_right_is_left_alone() {
    for mistake in mistakes() {
        let is_right = mistake.starts_with("right-");
        for language in FOLDERS.into_iter().skip(1) {
            let Some(findings) = found(&mistake, language) else {
                continue;
            };
            assert_eq!(findings.is_empty(), is_right, "{mistake} {language}: {findings:?}");
        }
    }
}

/// Kinds that a folder of files cannot have, or not in one file of a table.
const ELSEWHERE: [Kind; 45] = [
    // A running shop.
    Kind::FolderGone,
    Kind::EnglishUnread,
    Kind::FileGone,
    Kind::IdGone,
    Kind::IdsGone,
    Kind::GlossaryGone,
    Kind::GlossaryBuiltIn,
    Kind::LanguageGone,
    // Of texts that the program was built with.
    Kind::TextsMoved,
    Kind::TextsSwapped,
    // Another release.
    Kind::ReleaseUnknown,
    Kind::ReleaseVariables,
    Kind::ReleaseNothing,
    // Beside the languages' own files.
    Kind::FolderOther,
    Kind::FileName,
    Kind::GlossaryLine,
    Kind::GlossaryNothing,
    Kind::LanguageUnread,
    // English that is gone, of the program that has it.
    Kind::EnglishMissing,
    // Of a language that is added.
    Kind::TomlSyntax,
    Kind::EntryTwice,
    Kind::EntryUnknown,
    Kind::EntryMissing,
    Kind::EntryValue,
    Kind::ValueUnknown,
    Kind::LanguageFolder,
    Kind::LanguageCode,
    Kind::LanguageLarge,
    Kind::LanguagesMany,
    Kind::LanguagesLate,
    // The English file.
    Kind::CommentMissing,
    Kind::NamesAlike,
    // Sizes.
    Kind::FolderFull,
    Kind::FileLarge,
    Kind::FileTexts,
    Kind::FileMistakes,
    Kind::Deep,
    Kind::Expansion,
    // Of the file system.
    Kind::FileUnreadable,
    Kind::FileNone,
    // Signs within signs.
    Kind::SignMissing,
    Kind::NumberDigits,
    Kind::CallArguments,
    Kind::LetterUnknown,
    Kind::NameMissing,
];

#[test]
fn nearly_every_kind_has_its_row() {
    let mut seen: Vec<Kind> = Vec::new();
    for mistake in mistakes() {
        let all = FOLDERS
            .into_iter()
            .skip(1)
            .filter_map(|language| found(&mistake, language));
        seen.extend(all.flatten().map(|finding| finding.kind));
    }
    let missing: Vec<Kind> = Kind::ALL
        .iter()
        .copied()
        .filter(|kind| !seen.contains(kind) && !ELSEWHERE.contains(kind))
        .collect();
    assert_eq!(missing, []);
}

/// A folder of `count` texts in each of four languages.
fn large(count: usize) -> TempDir {
    let root = TempDir::new().unwrap();
    for folder in FOLDERS {
        let says = match folder {
            "ug" => "سىز تاللىغان مەھسۇلاتلار تەييار، زاكازنى تاپشۇرسىڭىز بولىدۇ",
            "zh-Hans" => "您选择的商品已经准备好，可以提交订单",
            "es" => "Los productos que has elegido están listos y puedes hacer el pedido",
            _ => "The products that you chose are ready and you can place the order",
        };
        let mut text = String::new();
        for number in 0..count {
            let _ = write!(
                text,
                "# $name: who it is. $count: how many.\nshop-text-{number} = {says}: {{ $name }}\n    {{ $count ->\n        [1] {says}\n       *[other] {{ $count }} {says}\n    }}\n"
            );
        }
        fs::create_dir(root.path().join(folder)).unwrap();
        fs::write(root.path().join(folder).join("shop.ftl"), text).unwrap();
    }
    root
}

/// `cargo test --release -p l10n --test l10n -- --ignored --nocapture check_of_2000` prints the time; no test waits for it.
#[test]
#[ignore = "a figure, not a promise: run it in release"]
fn check_of_2000_texts_in_four_languages() {
    let root = large(2000);
    let options = CheckOptions {
        reference: Reference::Folder,
        level: Level::Hint,
        ..CheckOptions::default()
    };
    let best = (0..5).map(|_| {
        let start = Instant::now();
        let report = check(root.path(), &options);
        assert_eq!(report.units, 8000);
        start.elapsed()
    });
    let best = best.min().unwrap_or(Duration::MAX);
    println!("2,000 texts in 4 languages: {} ms", best.as_millis());
}
