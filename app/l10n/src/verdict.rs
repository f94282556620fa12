//! The check as `bazar l10n check`, an import and an editor ask for it: a folder, or one text.

use std::path::Path;

use crate::check::finding::one_line;
use crate::check::place::show_lines;
use crate::check::{
    FOLDERS, Fault, File, Finding, Kind, Language, Level, Pair, Report, compare_entry, doubts_of, judge, link,
    parse_file, read_language, strays,
};
use crate::fluent::as_written;
use crate::generated::FILES;
use crate::glossary::Glossary;
use crate::language::{folders, mark_faults};
use crate::letters::letter_faults;
use crate::texts::other_release;
use crate::unit::Unit;

/// What translations are compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// The English texts of the folder.
    Folder,
    /// Those the program was built with, as a running shop does. The folder needs none.
    BuiltIn,
    /// Those of the folder, which have to be those the program was built with.
    Both,
}

/// What is looked at.
#[derive(Clone, Debug)]
pub struct CheckOptions<'a> {
    /// What translations are compared with.
    pub reference: Reference,
    /// Folders of the languages that are told about; all when there is nothing.
    pub languages: Option<Vec<String>>,
    /// The least level that is told.
    pub level: Level,
    /// Words that have one translation.
    pub glossary: &'a Glossary,
}

impl Default for CheckOptions<'_> {
    fn default() -> Self {
        Self {
            reference: Reference::Both,
            languages: None,
            level: Level::Hint,
            glossary: Glossary::built_in(),
        }
    }
}

/// What was found, and in how much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckReport {
    /// In the order of files and lines.
    pub findings: Vec<Finding>,
    /// Languages that were read, English among them.
    pub languages: usize,
    /// Texts that can be used.
    pub units: usize,
}

impl CheckReport {
    /// How many findings there are at a level.
    pub fn count(&self, level: Level) -> usize {
        self.findings.iter().filter(|finding| finding.level == level).count()
    }
}

/// Checks a folder with one folder a language, those that were added among them: what such a one lacks is said in its fallback,
/// so it is no mistake. Never fails: what cannot be read is a finding.
pub fn check(folder: &Path, options: &CheckOptions<'_>) -> CheckReport {
    let shown = folder.display().to_string();
    let shown = shown.trim_end_matches('/');
    let mut report = Report::default();
    let folders = folders();
    let (reference, translations) = folders.split_at(1);
    if options.reference == Reference::BuiltIn {
        report.languages.push(built_in_english());
    }
    let is_wanted = |name: &str| {
        let wanted = options.languages.as_ref();
        wanted.is_none_or(|wanted| wanted.iter().any(|wanted| wanted == name))
    };
    let read = reference
        .iter()
        .filter(|_| options.reference != Reference::BuiltIn)
        .chain(translations.iter().filter(|name| is_wanted(name)));
    for name in read {
        let language = read_language(folder, shown, name, &mut report.findings);
        report.languages.push(language);
    }
    if options.languages.is_none() {
        report.findings.extend(strays(folder, shown, &folders));
    }
    let glossary = options.glossary;
    judge(&mut report, shown, &|pair: &Pair<'_>| more_faults(glossary, pair));
    report.findings.retain(|finding| !is_spared(finding));
    if options.reference == Reference::Both {
        report.findings.extend(other_release(&report));
        report.findings.sort_by(Finding::order);
    }
    report.findings.retain(|finding| finding.level <= options.level);
    CheckReport {
        languages: report.languages.len(),
        units: report.languages.iter().map(|language| language.entries().count()).sum(),
        findings: report.findings,
    }
}

/// What the glossary says of a text, and the language's own file: its marks, its letters.
fn more_faults(glossary: &Glossary, pair: &Pair<'_>) -> Vec<Fault> {
    let mut faults = glossary.faults(pair);
    faults.extend(mark_faults(pair));
    faults.extend(letter_faults(pair));
    faults
}

/// Whether something is lacking that a language which was added need not have.
fn is_spared(finding: &Finding) -> bool {
    let folder = finding.path.rsplit('/').nth(1).unwrap_or_default();
    let is_lacking = matches!(
        finding.kind,
        Kind::IdMissing | Kind::IdsMissing | Kind::FileMissing | Kind::FileNothing
    );
    is_lacking && !FOLDERS.contains(&folder)
}

/// The English texts the program was built with.
fn built_in_english() -> Language {
    let english = FILES.iter().filter(|(folder, ..)| *folder == FOLDERS[0]);
    let mut files: Vec<File> = english
        .map(|(folder, name, text)| parse_file(&format!("{folder}/{name}"), folder, text))
        .collect();
    // What cannot be used the build has told.
    drop(link(&mut files, FOLDERS[0], as_written));
    Language {
        folder: FOLDERS[0],
        files,
        ..Language::default()
    }
}

/// Judges one text of the language in `folder` beside its English, as the check of a folder, a running shop, an import and an
/// editor do. References are left as they are: only all texts of a language tell whether they lead somewhere. Lines are counted
/// on from that of the unit.
pub fn check_unit(unit: &Unit, english: &Unit, folder: &str, glossary: &Glossary) -> Vec<Finding> {
    let path = unit.file.as_str();
    // An attribute is judged as its message's text would be: alone it is no entry.
    let entry_of = |unit: &Unit, comment: &str| format!("# {comment}\n{} = {}\n", unit.id.message(), unit.source);
    let text = match one_line(&unit.comment) {
        comment if comment.is_empty() => format!("\n{} = {}\n", unit.id.message(), unit.source),
        comment => entry_of(unit, &comment),
    };
    let english_text = match one_line(&english.comment) {
        comment if comment.is_empty() => entry_of(english, "-"),
        comment => entry_of(english, &comment),
    };
    let File {
        mut findings, entries, ..
    } = parse_file(path, folder, &text);
    let reference = parse_file(&english.file, FOLDERS[0], &english_text)
        .entries
        .into_iter()
        .next();
    if let Some(entry) = entries.first() {
        let source = unit.source.replace("\r\n", "\n");
        if entries.len() > 1 || entry.source != source.trim() {
            // A comment, an attribute or another text begins in it.
            findings.push(entry.place(path).of(Fault::new(Kind::LineLoose)));
        }
        let original = reference.as_ref().filter(|_| folder != FOLDERS[0]);
        findings.extend(original.and_then(|original| compare_entry(original, path, entry)));
        let words = entry.pattern.words();
        let english_words = original.map(|original| original.pattern.words()).unwrap_or_default();
        let pair = Pair {
            folder,
            own: entry,
            words: &words,
            english: original.map(|original| (original, english_words.as_str())),
        };
        let faults = doubts_of(&pair, &|pair: &Pair<'_>| more_faults(glossary, pair));
        findings.extend(faults.into_iter().map(|fault| entry.place(path).of(fault)));
    }
    show_lines(&mut findings, path, &text);
    for finding in &mut findings {
        // Behind the line of the comment.
        finding.line = (finding.line + unit.line).saturating_sub(2);
        finding.unit = Some(unit.id.clone());
        finding.english = (folder != FOLDERS[0]).then(|| one_line(&english.source));
    }
    findings.sort_by(Finding::order);
    findings
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::unit::UnitId;

    fn unit(id: &str, comment: &str, source: &str) -> Unit {
        Unit {
            id: UnitId::parse(id).unwrap(),
            file: "f.ftl".to_owned(),
            line: 7,
            span: 0..source.len(),
            comment: comment.to_owned(),
            source: source.to_owned(),
            args: Vec::new(),
        }
    }

    fn told(folder: &str, english: &str, source: &str) -> Vec<(Level, &'static str, usize)> {
        let english = unit("cart-title", "$n: how many. max: 40", english);
        let findings = check_unit(&unit("cart-title", "", source), &english, folder, Glossary::built_in());
        findings
            .iter()
            .map(|finding| (finding.level, finding.kind.as_str(), finding.line))
            .collect()
    }

    #[test]
    fn a_text_is_judged_alone_as_in_its_folder() {
        assert!(told("es", "Cart: { $n }", "Carrito: { $n }").is_empty());
        assert_eq!(
            told("en", "Cart: { $n }", "Carts: { $n }"),
            [(Level::Error, "comment-missing", 7)]
        );
        assert_eq!(
            told("es", "Cart: { $n }", "Carrito"),
            [(Level::Error, "variable-missing", 7)]
        );
        assert_eq!(
            told("es", "Cart: { $n }", "Cesta: { $n }"),
            [(Level::Hint, "glossary", 7)]
        );
        assert_eq!(
            told("es", "Cart: { $n }", "Carrito { $n }  ya"),
            [(Level::Warning, "spaces", 7)]
        );
        assert_eq!(
            told("es", "Cart: { $n }", "Carrito: { $n"),
            [(Level::Error, "brace-open", 7)]
        );
        let long = "Carrito ".repeat(9);
        assert_eq!(told("es", "Cart", long.trim()), [(Level::Warning, "too-long", 7)]);
    }

    #[test]
    fn a_text_cannot_bring_another_one_along() {
        for source in [
            "Carrito\nother-text = x",
            "Carrito\n# note",
            "Carrito\nx",
            "Carrito\n    .label = x",
        ] {
            let told = told("es", "Cart", source);
            assert!(
                told.iter().any(|(level, ..)| *level == Level::Error),
                "{source:?} {told:?}"
            );
        }
    }

    #[test]
    fn an_attribute_and_a_term_are_judged_by_their_own_name() {
        for id in ["cart-title.label", "-brand", "-brand.gender"] {
            let english = unit(id, "", "Cart of the week");
            let findings = check_unit(&unit(id, "", "Cart of the week"), &english, "es", Glossary::built_in());
            let told: Vec<(&str, Option<&str>)> = findings
                .iter()
                .map(|finding| (finding.kind.as_str(), finding.unit.as_ref().map(UnitId::as_str)))
                .collect();
            assert_eq!(told, [("english-left", Some(id)), ("glossary", Some(id))]);
        }
    }
}
