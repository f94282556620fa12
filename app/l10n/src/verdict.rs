//! The check as `bazar l10n check`, an import and an editor ask for it: a folder, or one text.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use crate::check::finding::one_line;
use crate::check::place::show_lines;
use crate::check::{
    CUT, Entry, FOLDERS, Fault, File, Finding, Kind, Language, Level, Pair, Report, compare_entry, doubts_of, judge,
    link, parse_file, read_languages, strays,
};
use crate::fluent::as_written;
use crate::generated::FILES;
use crate::glossary::{Glossary, alternatives};
use crate::language::{folders, mark_faults};
use crate::letters::letter_faults;
use crate::moved::moved;
use crate::other_language::{Other, other_language, told};
use crate::texts::other_release;
use crate::unit::{Unit, UnitId};

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
    let read: Vec<&'static str> = reference
        .iter()
        .filter(|_| options.reference != Reference::BuiltIn)
        .chain(translations.iter().filter(|name| is_wanted(name)))
        .copied()
        .collect();
    read_languages(folder, shown, &read, &mut report);
    if options.languages.is_none() {
        report.findings.extend(strays(folder, shown, &folders));
    }
    if options.reference == Reference::Both {
        fill_english(&mut report, shown);
    }
    let translations = report.languages.iter().skip(1);
    let files = translations.flat_map(|language| language.files.iter().map(move |file| (language.folder, file)));
    let of_others: Vec<Finding> = files.flat_map(|(folder, file)| moved(folder, file)).collect();
    report.findings.extend(of_others);
    let glossary = options.glossary;
    judge(&mut report, shown, &|pair: &Pair<'_>| more_faults(glossary, pair));
    report.findings.retain(|finding| !is_spared(finding));
    tell_languages(&mut report, shown);
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
        Kind::IdMissing | Kind::IdsMissing | Kind::FileMissing | Kind::FileNothing | Kind::TextsOff
    );
    is_lacking && !FOLDERS.contains(&folder)
}

/// Tells of English files that are gone, and of those that lost many texts, while the translations of them are still there: with
/// the English texts of the program in their places, so that no good translation is called one of nothing.
fn fill_english(report: &mut Report, shown: &str) {
    let Report { languages, findings } = report;
    let Some((english, translations)) = languages.split_first_mut() else {
        return;
    };
    if english.is_missing {
        return;
    }
    let ids = |language: &Language| -> HashSet<String> {
        let broken = language.files.iter().flat_map(|file| file.broken.iter().cloned());
        language
            .entries()
            .map(|(_, entry)| entry.id.clone())
            .chain(broken)
            .collect()
    };
    let here = ids(english);
    let there: HashSet<String> = translations.iter().flat_map(ids).collect();
    for mut built_in in built_in_english().files {
        let name = built_in.path.rsplit('/').next().unwrap_or_default().to_owned();
        if english.unreadable.contains(&name) {
            continue;
        }
        let is_lost = |entry: &Entry| !here.contains(&entry.id) && there.contains(&entry.id);
        built_in.entries.retain(is_lost);
        let Some(first) = built_in.entries.first() else {
            continue;
        };
        let path = format!("{shown}/{}/{name}", english.folder);
        let Some(own) = english.files.iter_mut().find(|file| file.path == path) else {
            findings.push(Finding::new(Kind::EnglishMissing, &path, 1));
            built_in.path = path;
            english.files.push(built_in);
            continue;
        };
        // Of a few somebody who changes the program knows.
        if built_in.entries.len() < CUT {
            continue;
        }
        let finding = Finding::new(Kind::IdsMissing, &path, own.lines)
            .of(Some(&first.id))
            .arg("count", built_in.entries.len().to_string())
            .arg("line", first.line.to_string());
        findings.push(finding);
        own.entries.append(&mut built_in.entries);
    }
}

/// Says of a file in another language that alone, and of a folder of such files the same in one line: what the rules find in
/// those texts are its consequences.
fn tell_languages(report: &mut Report, shown: &str) {
    let Report { languages, findings } = report;
    for language in languages.iter() {
        let other_of = |file: &File| Some((file.path.clone(), other_language(language.folder, &file.entries)?));
        let others: BTreeMap<String, Other> = language.files.iter().filter_map(other_of).collect();
        let is_consequence = |finding: &Finding| {
            let (other, unit) = (others.get(&finding.path), finding.unit.as_ref());
            let is_in_it = other
                .zip(unit)
                .is_some_and(|(other, unit)| other.ids.contains(unit.as_str()));
            is_in_it && finding.level != Level::Error
        };
        findings.retain(|finding| !is_consequence(finding));
        let files: Vec<(&str, &Other)> = others.iter().map(|(path, other)| (path.as_str(), other)).collect();
        let shown = format!("{shown}/{}", language.folder);
        findings.extend(told(&shown, language.files.len(), &files));
    }
    findings.sort_by(Finding::order);
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
        findings.extend(original.and_then(|original| compare_entry(original, path, folder, entry)));
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

/// What is told of a word of the glossary beside mistakes that no text may have.
const OF_WORDS: [Kind; 8] = [
    Kind::SignUnseen,
    Kind::Markup,
    Kind::Mark,
    Kind::MarkTwice,
    Kind::Spaces,
    Kind::SpaceMark,
    Kind::SpaceForeign,
    Kind::MuchLonger,
];

/// Judges a word of the glossary in the language of `folder` as a text that says nothing else: HTML, marks of another language,
/// what is far too long. Both cells are as the file has them, `a|b`.
pub fn check_word(english: &str, text: &str, folder: &str) -> Vec<Finding> {
    let Some(id) = UnitId::parse("glossary-word") else {
        return Vec::new();
    };
    let unit = |source: &str| Unit {
        id: id.clone(),
        file: String::new(),
        line: 1,
        span: 0..source.len(),
        comment: String::new(),
        source: source.to_owned(),
        args: Vec::new(),
    };
    let beside = unit(alternatives(english).next().unwrap_or_default());
    let none = Glossary::default();
    let found = alternatives(text).flat_map(|word| check_unit(&unit(word), &beside, folder, &none));
    found
        .filter(|finding| finding.level == Level::Error || OF_WORDS.contains(&finding.kind))
        .collect()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use std::fs;

    use super::*;

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

    /// The files of the cart that the program was built with, in a folder of their own.
    fn carts() -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for (folder, name, text) in FILES.iter().filter(|(_, name, _)| *name == "cart.ftl") {
            fs::create_dir_all(root.path().join(folder)).unwrap();
            fs::write(root.path().join(folder).join(name), text).unwrap();
        }
        root
    }

    /// Each with its file, but what is told of files that are not there.
    fn kinds(root: &Path) -> Vec<(&'static str, String)> {
        let shown = format!("{}/", root.display());
        let findings = check(root, &CheckOptions::default()).findings.into_iter();
        findings
            .map(|finding| (finding.kind.as_str(), finding.path.replace(&shown, "")))
            .collect()
    }

    #[test]
    fn an_english_file_that_is_gone_is_told_and_not_its_translations() {
        let root = carts();
        assert_eq!(kinds(root.path()), []);
        let english = root.path().join("en/cart.ftl");
        let text = fs::read_to_string(&english).unwrap();
        let half = text.lines().count() / 2;
        let cut: Vec<&str> = text.lines().take_while(|line| !line.is_empty()).collect();
        assert!(cut.len() < half);
        fs::write(&english, format!("{}\n", cut.join("\n"))).unwrap();
        assert_eq!(kinds(root.path()), [("ids-missing", "en/cart.ftl".to_owned())]);
        fs::remove_file(&english).unwrap();
        assert_eq!(kinds(root.path()), [("english-missing", "en/cart.ftl".to_owned())]);
        // Together with its translations it is another release's.
        for folder in FOLDERS {
            fs::write(root.path().join(folder).join("cart.ftl"), "").unwrap();
        }
        assert_eq!(kinds(root.path()), []);
    }

    #[test]
    fn a_file_in_another_language_is_one_error() {
        let root = carts();
        let spanish = root.path().join("es/cart.ftl");
        for other in ["ug", "en"] {
            fs::copy(root.path().join(other).join("cart.ftl"), &spanish).unwrap();
            let told = check(root.path(), &CheckOptions::default()).findings;
            let [finding] = told.as_slice() else {
                panic!("{other}: {told:?}")
            };
            assert_eq!((finding.kind, finding.level), (Kind::FileLanguage, Level::Error));
            assert_eq!(finding.args[0], ("language", other.to_owned()));
        }
    }

    #[test]
    fn a_file_that_ends_within_a_text_is_told_by_that_text() {
        let root = carts();
        let spanish = root.path().join("es/cart.ftl");
        let text = fs::read_to_string(&spanish).unwrap();
        fs::write(&spanish, text.trim_end()).unwrap();
        assert_eq!(kinds(root.path()), [("file-open", "es/cart.ftl".to_owned())]);
        let (begins, _) = text.split_once("cart-empty-title = ").unwrap();
        fs::write(&spanish, format!("{begins}cart-empty-title = Tu carrito")).unwrap();
        let told = check(root.path(), &CheckOptions::default()).findings;
        let cut = told.iter().find(|finding| finding.kind == Kind::FileCut).unwrap();
        assert_eq!(cut.unit.as_ref().map(UnitId::as_str), Some("cart-empty-title"));
        assert_eq!(cut.level, Level::Error);
    }

    #[test]
    fn a_file_under_another_name_is_told() {
        let root = carts();
        let spanish = root.path().join("es/cart.ftl");
        fs::rename(&spanish, root.path().join("es/carrito.ftl")).unwrap();
        assert_eq!(kinds(root.path()), [("file-renamed", "es/carrito.ftl".to_owned())]);
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
    fn a_word_of_the_glossary_is_judged_as_a_text_is() {
        let told = |folder: &str, text: &str| -> Vec<Kind> {
            let found = check_word("cart|basket", text, folder);
            found.into_iter().map(|finding| finding.kind).collect()
        };
        assert_eq!(told("es", "carrito|cesta de la compra"), []);
        assert_eq!(told("es", "<script>alert(1)</script>|cesta"), [Kind::Markup]);
        assert_eq!(told("zh-Hans", "购物车|购物车,"), [Kind::Mark]);
        assert_eq!(told("ug", &"ھارۋا".repeat(20)), [Kind::MuchLonger]);
        assert_eq!(told("es", "carrito { $n"), [Kind::BraceOpen]);
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
