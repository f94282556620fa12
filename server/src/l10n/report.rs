//! `bazar l10n report`: how far each language is, by file. What files tell is known in any folder; which texts are outdated, and how
//! often the pages they stand on are viewed, the database of a shop tells.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

use ::wording::exchange::UnitState;
use anyhow::{anyhow, bail};
use clap::Args;
use domain::{Direction, Locale, Viewed};
use l10n::Level;
use l10n::check::{FOLDERS, say_word};
use l10n::language::{add_languages, folders};
use l10n::verdict::{CheckOptions, check};
use serde::Serialize;
use service::{Shop, views, wording};

use super::check::own_language;
use super::commands::lines_of;
use super::files::{self, Beside, beside};
use super::output;
use super::take::{cause_at_database, place_without_shop};
use crate::config::Settings;
use crate::serve::{Purpose, open_shop};

/// What is reported, and how.
#[derive(Clone, Debug, Args)]
pub struct ReportTexts {
    /// Folder with one folder a language; by default that of the shop's texts.
    pub folder: Option<PathBuf>,
    /// As which kind of text.
    #[arg(long, default_value = "md", value_parser = ["md", "html", "json"])]
    pub format: String,
    /// Where the shop is.
    #[command(flatten)]
    pub settings: Settings,
}

/// What the database of a shop tells.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Outdated texts by the folder of their language.
    pub outdated: HashMap<&'static str, HashSet<String>>,
    /// How often pages of each kind were viewed within thirty days.
    pub views: HashMap<Viewed, i64>,
}

impl Known {
    /// Asks the database.
    ///
    /// # Errors
    /// When it does not answer.
    pub async fn of(shop: &Shop) -> Result<Self, service::Error> {
        let mut known = Self::default();
        for locale in Locale::all().iter().copied() {
            let outdated = wording::outdated(shop, locale).await?;
            known.outdated.insert(locale.folder(), outdated);
        }
        for kind in [Viewed::Product, Viewed::Shop] {
            known.views.insert(kind, views::total(shop, kind).await?);
        }
        Ok(known)
    }
}

/// Files whose texts stand on pages of which the shop counts how often they are viewed. Of the others nothing is counted.
const COUNTED: [(&str, &[Viewed]); 8] = [
    ("catalog.ftl", &[Viewed::Product]),
    ("common.ftl", &[Viewed::Product, Viewed::Shop]),
    ("questions.ftl", &[Viewed::Product]),
    ("restock.ftl", &[Viewed::Product]),
    ("reviews.ftl", &[Viewed::Product]),
    ("shell.ftl", &[Viewed::Product, Viewed::Shop]),
    ("shopfront.ftl", &[Viewed::Shop]),
    ("shops.ftl", &[Viewed::Shop]),
];

/// How far one file of one language is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileReport {
    /// The language's folder.
    pub language: &'static str,
    /// Name of the English file.
    pub file: String,
    /// Texts in it.
    pub texts: usize,
    /// Those that are translated, outdated and doubted ones among them.
    pub translated: usize,
    /// Those whose English says something else since; nothing without a shop.
    pub outdated: Option<usize>,
    /// Those whose comment has a `review:`.
    pub doubtful: usize,
    /// Those that have no translation that can be used.
    pub missing: usize,
    /// What the check calls errors.
    pub errors: usize,
    /// How often the pages it stands on were viewed within thirty days, in any language; nothing when that is not counted.
    pub views: Option<i64>,
}

/// Prints the report.
///
/// # Errors
/// When a folder or file cannot be read.
pub async fn print(asked: ReportTexts) -> anyhow::Result<()> {
    let mut settings = asked.settings;
    if let Some(folder) = asked.folder {
        settings.locales_dir = folder;
    }
    let problems = add_languages(&settings.locales_dir);
    if problems.iter().any(|problem| problem.level == Level::Error) {
        bail!(lines_of(&problems));
    }
    let known = known(&settings).await;
    let rows = report(&settings.locales_dir, known.as_ref())?;
    output::print(&shown(&rows, &asked.format, own_language())?)
}

/// What the shop of these settings tells. Where there is none, or it does not answer, that is said beside the report.
async fn known(settings: &Settings) -> Option<Known> {
    let lang = own_language();
    if let Some(place) = place_without_shop(settings) {
        eprintln!("{}", say_word("check-report-no-shop", lang, &[("place", place)]));
        return None;
    }
    let asked = async {
        let shop = open_shop(settings, Purpose::Command).await?;
        let known = Known::of(&shop).await;
        let known = known.map_err(|error| anyhow!(cause_at_database(&error, lang)));
        shop.db().clone().close().await;
        known
    };
    match asked.await {
        Ok(known) => Some(known),
        Err(error) => {
            let cause = [("cause", format!("{error:#}"))];
            eprintln!("{}", say_word("check-report-unread", lang, &cause));
            None
        }
    }
}

/// How far the languages under `folder` are: a row a language and file, in the order of their names.
///
/// # Errors
/// When a folder or file cannot be read.
pub fn report(folder: &Path, known: Option<&Known>) -> anyhow::Result<Vec<FileReport>> {
    let english = files::read(folder, FOLDERS[0])?;
    let checked = check(
        folder,
        &CheckOptions {
            level: Level::Error,
            ..CheckOptions::default()
        },
    );
    let mut errors: HashMap<String, usize> = HashMap::new();
    for finding in &checked.findings {
        // `ug/cart.ftl` of whatever the folder is called.
        let mut parts = finding.path.rsplit('/');
        let (file, language) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        *errors.entry(format!("{language}/{file}")).or_default() += 1;
    }
    let mut rows: Vec<FileReport> = Vec::new();
    for language in folders().into_iter().skip(1) {
        let own = files::read(folder, language)?;
        let outdated = known.map(|known| known.outdated.get(language));
        for text in beside(&english, &own) {
            let is_new = rows
                .last()
                .is_none_or(|row| row.language != language || row.file != text.file);
            if is_new {
                let mut row = FileReport::empty(language, text.file, known);
                let place = format!("{language}/{}", text.file);
                row.errors = errors.get(&place).copied().unwrap_or_default();
                rows.push(row);
            }
            if let Some(row) = rows.last_mut() {
                row.count(&text, outdated.flatten());
            }
        }
    }
    Ok(rows)
}

/// How often the pages that a file stands on were viewed.
fn views_of(file: &str, known: &Known) -> Option<i64> {
    let (_, kinds) = COUNTED.iter().find(|(counted, _)| *counted == file)?;
    kinds.iter().map(|kind| known.views.get(kind).copied()).sum()
}

impl FileReport {
    fn empty(language: &'static str, file: &str, known: Option<&Known>) -> Self {
        Self {
            language,
            file: file.to_owned(),
            texts: 0,
            translated: 0,
            outdated: known.map(|_| 0),
            doubtful: 0,
            missing: 0,
            errors: 0,
            views: known.and_then(|known| views_of(file, known)),
        }
    }

    fn count(&mut self, text: &Beside<'_>, outdated: Option<&HashSet<String>>) {
        self.texts += 1;
        match text.state() {
            UnitState::Missing => {
                self.missing += 1;
                return;
            }
            UnitState::Doubtful => self.doubtful += 1,
            UnitState::Translated | UnitState::Outdated => {}
        }
        self.translated += 1;
        if outdated.is_some_and(|outdated| outdated.contains(text.english.id.as_str()))
            && let Some(count) = &mut self.outdated
        {
            *count += 1;
        }
    }

    /// All files of a language together, under no name. One page shows several of them, so their views make no sum.
    fn total(language: &'static str, rows: &[Self]) -> Self {
        let own = || rows.iter().filter(move |row| row.language == language);
        let sum = |of: fn(&Self) -> usize| -> usize { own().map(of).sum() };
        Self {
            language,
            file: String::new(),
            texts: sum(|row| row.texts),
            translated: sum(|row| row.translated),
            outdated: own().map(|row| row.outdated).sum(),
            doubtful: sum(|row| row.doubtful),
            missing: sum(|row| row.missing),
            errors: sum(|row| row.errors),
            views: None,
        }
    }

    /// Its line of a table, for readers of the language of a folder.
    fn cells(&self, lang: &str) -> [String; COLUMNS] {
        let share = (self.translated * 100).checked_div(self.texts).unwrap_or(100);
        let unknown = || "–".to_owned();
        let file = if self.file.is_empty() {
            say_word("check-report-all", lang, &[])
        } else {
            self.file.clone()
        };
        [
            file,
            self.texts.to_string(),
            format!("{} ({share} %)", self.translated),
            self.outdated.map_or_else(unknown, |count| count.to_string()),
            self.doubtful.to_string(),
            self.missing.to_string(),
            self.errors.to_string(),
            self.views.map_or_else(unknown, |count| count.to_string()),
        ]
    }
}

const COLUMNS: usize = 8;
const HEADINGS: [&str; COLUMNS] = [
    "check-report-file",
    "check-report-texts",
    "check-report-translated",
    "check-report-outdated",
    "check-report-doubtful",
    "check-report-missing",
    "check-report-errors",
    "check-report-views",
];

/// The report as this format has it: `json`, `html`, and Markdown for any other word. What people read is in the language of a
/// folder.
///
/// # Errors
/// When it cannot be put into JSON.
pub fn shown(rows: &[FileReport], format: &str, lang: &str) -> anyhow::Result<String> {
    Ok(match format {
        "json" => format!("{}\n", serde_json::to_string_pretty(rows)?),
        "html" => html(rows, lang),
        _ => markdown(rows, lang),
    })
}

/// What stands above the columns.
fn headings(lang: &str) -> [String; COLUMNS] {
    HEADINGS.map(|heading| say_word(heading, lang, &[]))
}

fn markdown(rows: &[FileReport], lang: &str) -> String {
    let mut out = String::new();
    for language in folders().into_iter().skip(1) {
        let line = "--:|".repeat(COLUMNS - 1);
        let headings = headings(lang).join(" | ");
        _ = writeln!(out, "## {language}\n\n| {headings} |\n|---|{line}");
        for row in of_language(language, rows) {
            _ = writeln!(out, "| {} |", row.cells(lang).join(" | "));
        }
        out.push('\n');
    }
    out
}

fn html(rows: &[FileReport], lang: &str) -> String {
    let locale = Locale::all().iter().find(|locale| locale.folder() == lang);
    let dir = locale.map_or(Direction::Ltr, |locale| locale.dir()).as_str();
    let title = say_word("check-report-title", lang, &[]);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title>\n"
    );
    out.push_str(
        "<style>body{font:16px/1.5 sans-serif;margin:1rem}td,th{padding:.25rem .5rem;text-align:end}\
         td:first-child,th:first-child{text-align:start}</style>\n",
    );
    _ = writeln!(out, "<h1>{title}</h1>");
    for language in folders().into_iter().skip(1) {
        let head = headings(lang).map(|name| format!("<th>{name}")).concat();
        _ = writeln!(out, "<h2>{language}</h2>\n<table>\n<tr>{head}");
        for row in of_language(language, rows) {
            // Names of files may have any sign in them.
            let cells = row
                .cells(lang)
                .map(|cell| cell.replace('&', "&amp;").replace('<', "&lt;"));
            _ = writeln!(out, "<tr><td>{}", cells.join("<td>"));
        }
        out.push_str("</table>\n");
    }
    out.push_str("</html>\n");
    out
}

/// The language as a whole, and each of its files.
fn of_language(language: &'static str, rows: &[FileReport]) -> impl Iterator<Item = FileReport> {
    let own = rows.iter().filter(move |row| row.language == language).cloned();
    std::iter::once(FileReport::total(language, rows)).chain(own)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn files_with_views_are_files_of_the_shop() {
        let english = l10n::sources::english();
        for (file, kinds) in COUNTED {
            assert!(english.iter().any(|text| text.file == file), "{file}");
            assert!(!kinds.is_empty() && !kinds.contains(&Viewed::Picture), "{file}");
        }
    }

    #[test]
    fn what_a_shop_tells_stands_in_its_columns() {
        let known = Known {
            outdated: HashMap::new(),
            views: HashMap::from([(Viewed::Product, 40), (Viewed::Shop, 2)]),
        };
        let views = |file: &str| FileReport::empty("es", file, Some(&known)).views;
        assert_eq!(views("catalog.ftl"), Some(40));
        assert_eq!(views("common.ftl"), Some(42));
        assert_eq!(views("studio.ftl"), None, "nobody counts it");
        let row = FileReport::empty("es", "catalog.ftl", Some(&known));
        assert_eq!((row.outdated, row.cells("en")[7].as_str()), (Some(0), "40"));
        let row = FileReport::empty("es", "catalog.ftl", None);
        assert_eq!(
            (row.outdated, row.cells("en")[3].as_str()),
            (None, "–"),
            "there is no shop"
        );
        let rows = [FileReport::empty("es", "catalog.ftl", Some(&known)), row];
        assert_eq!(FileReport::total("es", &rows[..1]).outdated, Some(0));
        assert_eq!(FileReport::total("es", &rows).outdated, None);
    }

    #[test]
    fn a_report_is_in_the_language_of_its_reader() {
        let rows = [FileReport::empty("es", "cart.ftl", None)];
        let table = shown(&rows, "md", "es").unwrap();
        assert!(table.contains("| archivo | textos | traducidos |"), "{table}");
        assert!(
            table.contains("| todos los archivos | 0 |") && table.contains("| cart.ftl | 0 |"),
            "{table}"
        );
        let page = shown(&rows, "html", "ug").unwrap();
        assert!(
            page.starts_with("<!doctype html>\n<html lang=\"ug\" dir=\"rtl\">"),
            "{page}"
        );
        for word in ["file", "translated", "Translations", "all files"] {
            assert!(!page.contains(&format!(">{word}")), "{word}: {page}");
        }
        // Programs read names of their own.
        let json = shown(&rows, "json", "ug").unwrap();
        assert!(
            json.contains("\"translated\": 0") && !json.contains("\"outdated\": 0"),
            "{json}"
        );
    }
}
