//! `bazar l10n report`: how far each language is, by file.

use std::collections::HashMap;
use std::fmt::Write;
use std::path::Path;

use l10n::Level;
use l10n::check::FOLDERS;
use l10n::language::folders;
use l10n::verdict::{CheckOptions, check};
use serde::Serialize;
use wording::exchange::UnitState;

use super::files::{self, beside};

/// How far one file of one language is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileReport {
    /// The language's folder.
    pub language: &'static str,
    /// Name of the English file.
    pub file: String,
    /// Texts in it.
    pub texts: usize,
    /// Those that are translated, doubted ones among them.
    pub translated: usize,
    /// Those whose comment has a `review:`.
    pub doubtful: usize,
    /// Those that have no translation that can be used.
    pub missing: usize,
    /// What the check calls errors.
    pub errors: usize,
}

/// How far the languages under `folder` are: a row a language and file, in the order of their names.
///
/// # Errors
/// When a folder or file cannot be read.
pub fn report(folder: &Path) -> anyhow::Result<Vec<FileReport>> {
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
        for text in beside(&english, &own) {
            let is_new = rows
                .last()
                .is_none_or(|row| row.language != language || row.file != text.file);
            if is_new {
                rows.push(FileReport {
                    language,
                    file: text.file.to_owned(),
                    texts: 0,
                    translated: 0,
                    doubtful: 0,
                    missing: 0,
                    errors: errors
                        .get(&format!("{language}/{}", text.file))
                        .copied()
                        .unwrap_or_default(),
                });
            }
            if let Some(row) = rows.last_mut() {
                row.count(text.state());
            }
        }
    }
    Ok(rows)
}

impl FileReport {
    fn count(&mut self, state: UnitState) {
        self.texts += 1;
        match state {
            UnitState::Missing => self.missing += 1,
            UnitState::Doubtful => {
                self.translated += 1;
                self.doubtful += 1;
            }
            UnitState::Translated | UnitState::Outdated => self.translated += 1,
        }
    }

    /// All files of a language together.
    fn total(language: &'static str, rows: &[Self]) -> Self {
        let own = || rows.iter().filter(move |row| row.language == language);
        let sum = |of: fn(&Self) -> usize| -> usize { own().map(of).sum() };
        Self {
            language,
            file: "all files".to_owned(),
            texts: sum(|row| row.texts),
            translated: sum(|row| row.translated),
            doubtful: sum(|row| row.doubtful),
            missing: sum(|row| row.missing),
            errors: sum(|row| row.errors),
        }
    }

    fn cells(&self) -> [String; 6] {
        let share = (self.translated * 100).checked_div(self.texts).unwrap_or(100);
        [
            self.file.clone(),
            self.texts.to_string(),
            format!("{} ({share} %)", self.translated),
            self.doubtful.to_string(),
            self.missing.to_string(),
            self.errors.to_string(),
        ]
    }
}

const HEADINGS: [&str; 6] = ["file", "texts", "translated", "doubtful", "missing", "errors"];

/// The report as this format has it: `json`, `html`, and Markdown for any other word.
///
/// # Errors
/// When it cannot be put into JSON.
pub fn shown(rows: &[FileReport], format: &str) -> anyhow::Result<String> {
    Ok(match format {
        "json" => format!("{}\n", serde_json::to_string_pretty(rows)?),
        "html" => html(rows),
        _ => markdown(rows),
    })
}

fn markdown(rows: &[FileReport]) -> String {
    let mut out = String::new();
    for language in folders().into_iter().skip(1) {
        _ = writeln!(
            out,
            "## {language}\n\n| {} |\n|---|--:|--:|--:|--:|--:|",
            HEADINGS.join(" | ")
        );
        for row in of_language(language, rows) {
            _ = writeln!(out, "| {} |", row.cells().join(" | "));
        }
        out.push('\n');
    }
    out
}

fn html(rows: &[FileReport]) -> String {
    let mut out = String::from(
        "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>Translations</title>\n<style>body{font:16px/1.5 sans-serif;margin:1rem}td,th{padding:.25rem .5rem;text-align:end}\
         td:first-child,th:first-child{text-align:start}</style>\n<h1>Translations</h1>\n",
    );
    for language in folders().into_iter().skip(1) {
        let head: String = HEADINGS.iter().map(|name| format!("<th>{name}")).collect();
        _ = writeln!(out, "<h2>{language}</h2>\n<table>\n<tr>{head}");
        for row in of_language(language, rows) {
            // Names of files may have any sign in them.
            let cells = row.cells().map(|cell| cell.replace('&', "&amp;").replace('<', "&lt;"));
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
