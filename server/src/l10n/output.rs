//! What a check found, for people and for programs.

use std::fmt::Write;
use std::io::{self, ErrorKind};

use anyhow::Context;
use clap::ValueEnum;
use l10n::check::say_word;
use l10n::verdict::CheckReport;
use l10n::{Finding, Kind, Level};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

/// Most characters of a line that are shown around what is meant.
const SHOWN: usize = 76;
/// What an address of a file cannot have as it is.
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`');

/// How findings are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: the line with what is meant, the English text, what was probably meant.
    #[default]
    Human,
    /// One object with all that is known.
    Json,
    /// As GitHub shows them beside changed files.
    Github,
    /// SARIF 2.1.0, which editors and code hosts read.
    Sarif,
}

/// Prints what a command says.
///
/// # Errors
/// When it cannot be printed.
pub fn print(text: &str) -> anyhow::Result<()> {
    put(&mut io::stdout().lock(), text.as_bytes()).context("what the command says cannot be printed")
}

/// Whoever reads along may have read enough, as `head` has: that is no mistake.
fn put(to: &mut impl io::Write, bytes: &[u8]) -> io::Result<()> {
    match to.write_all(bytes).and_then(|()| to.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}

/// The findings, with sentences in the language of a folder.
#[must_use]
pub fn write(report: &CheckReport, format: Format, lang: &str) -> String {
    match format {
        Format::Human => human(report, lang),
        Format::Json => pretty(&as_json(report, lang)),
        Format::Github => report.findings.iter().map(|finding| github(finding, lang)).collect(),
        Format::Sarif => pretty(&sarif(report, lang)),
    }
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

fn human(report: &CheckReport, lang: &str) -> String {
    let mut out = String::new();
    for finding in &report.findings {
        let level = match finding.level {
            Level::Error => "check-word-error",
            Level::Warning => "check-word-warning",
            Level::Hint => "check-word-hint",
        };
        let level = say_word(level, lang, &[]);
        let path = safe(&finding.path);
        let _ = write!(out, "{path}:{}:{}: {level}: ", finding.line, finding.column);
        if let Some(unit) = &finding.unit {
            let _ = write!(out, "{unit}: ");
        }
        let _ = writeln!(out, "{}", safe(&finding.sentence(lang)));
        out.push_str(&code(finding));
        if let Some(english) = &finding.english {
            let text = [("text", cut(english))];
            let _ = writeln!(out, "      {}", say_word("check-word-english", lang, &text));
        }
        if let Some(meant) = finding.suggestion(lang) {
            let _ = writeln!(out, "      {meant}");
        }
        out.push('\n');
    }
    let totals = [
        ("errors", report.count(Level::Error).to_string()),
        ("warnings", report.count(Level::Warning).to_string()),
        ("hints", report.count(Level::Hint).to_string()),
        ("texts", report.units.to_string()),
    ];
    let _ = writeln!(out, "{}", say_word("check-word-total", lang, &totals));
    out
}

/// The line with a mark under what is meant, and it again beside the mark: in a line from right to left no terminal has both in
/// one place.
fn code(finding: &Finding) -> String {
    let letters: Vec<char> = finding.line_text.chars().collect();
    if letters.is_empty() {
        return String::new();
    }
    let at = finding.column.saturating_sub(1).min(letters.len());
    let from = at.saturating_sub(SHOWN / 2);
    let to = (from + SHOWN).min(letters.len());
    let before = if from > 0 { "…" } else { "" };
    let after = if to < letters.len() { "…" } else { "" };
    let shown = |range: std::ops::Range<usize>| -> String {
        letters
            .get(range)
            .unwrap_or_default()
            .iter()
            .map(|c| seen(*c))
            .collect()
    };
    let end = (at + finding.length).min(to).max(at);
    let meant = shown(at..end);
    let width = |text: &str| text.chars().map(columns).sum::<usize>();
    let gap = " ".repeat(width(before) + width(&shown(from..at)));
    let carets = "^".repeat(width(&meant).max(1));
    format!(
        "{:>5} | \u{2068}{before}{}{after}\u{2069}\n      | {gap}{carets} \u{2068}{meant}\u{2069}\n",
        finding.line,
        shown(from..to)
    )
}

/// A control character of a file must not reach the terminal, and one that turns the direction must not turn the line.
fn seen(c: char) -> char {
    match c {
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{FFFD}'),
        '\u{7F}'..='\u{9F}' | '\u{2028}' | '\u{2029}' => '\u{FFFD}',
        '\u{AD}'
        | '\u{61C}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}' => '·',
        _ => c,
    }
}

/// Words of a sentence without what a terminal would take for a command. What isolates a word in it stays.
fn safe(text: &str) -> String {
    let shown = |c: char| if c.is_control() { seen(c) } else { c };
    text.chars().map(shown).collect()
}

/// Places of a terminal that a character takes.
fn columns(c: char) -> usize {
    match c {
        '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}' | '\u{670}' => 0,
        '\u{1100}'..='\u{115F}'
        | '\u{2E80}'..='\u{A4CF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE6F}'
        | '\u{FF00}'..='\u{FF60}'
        | '\u{FFE0}'..='\u{FFE6}'
        | '\u{1F300}'..='\u{1F64F}'
        | '\u{20000}'..='\u{3FFFD}' => 2,
        _ => 1,
    }
}

/// A text in one line of bounded length.
fn cut(text: &str) -> String {
    let mut letters = text.chars().map(seen);
    let mut shown: String = letters.by_ref().take(2 * SHOWN).collect();
    if letters.next().is_some() {
        shown.push('…');
    }
    shown
}

/// The sentence, with what was probably meant.
fn message(finding: &Finding, lang: &str) -> String {
    let mut text = String::new();
    if let Some(unit) = &finding.unit {
        let _ = write!(text, "{unit}: ");
    }
    text.push_str(&safe(&finding.sentence(lang)));
    if let Some(meant) = finding.suggestion(lang) {
        let _ = write!(text, " → {meant}");
    }
    text
}

fn as_json(report: &CheckReport, lang: &str) -> Value {
    let findings: Vec<Value> = report
        .findings
        .iter()
        .map(|finding| {
            let args: serde_json::Map<String, Value> = finding
                .args
                .iter()
                .map(|(name, value)| ((*name).to_owned(), Value::from(value.as_str())))
                .collect();
            json!({
                "level": finding.level.as_str(),
                "kind": finding.kind.as_str(),
                "path": finding.path,
                "line": finding.line,
                "column": finding.column,
                "length": finding.length,
                "text": finding.unit.as_ref().map(ToString::to_string),
                "sentence": finding.sentence(lang),
                "args": args,
                "english": finding.english,
                "meant": finding.meant,
            })
        })
        .collect();
    json!({
        "version": 1,
        "languages": report.languages,
        "texts": report.units,
        "errors": report.count(Level::Error),
        "warnings": report.count(Level::Warning),
        "hints": report.count(Level::Hint),
        "findings": findings,
    })
}

fn github(finding: &Finding, lang: &str) -> String {
    let level = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Hint => "notice",
    };
    let data = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
    format!(
        "::{level} file={},line={},col={},endColumn={},title={}::{}\n",
        property(&finding.path),
        finding.line,
        finding.column,
        finding.column + finding.length,
        property(finding.kind.as_str()),
        data(&message(finding, lang)),
    )
}

fn sarif(report: &CheckReport, lang: &str) -> Value {
    let mut kinds: Vec<Kind> = report.findings.iter().map(|finding| finding.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let rules: Vec<Value> = kinds
        .iter()
        .map(|kind| json!({ "id": kind.as_str(), "defaultConfiguration": { "level": sarif_level(kind.level()) } }))
        .collect();
    let results: Vec<Value> = report
        .findings
        .iter()
        .map(|finding| {
            json!({
                "ruleId": finding.kind.as_str(),
                "level": sarif_level(finding.level),
                "message": { "text": message(finding, lang) },
                "locations": [{
                    "physicalLocation": {
                        "artifactLocation": { "uri": utf8_percent_encode(&finding.path, PATH).to_string() },
                        "region": {
                            "startLine": finding.line,
                            "startColumn": finding.column,
                            "endColumn": finding.column + finding.length,
                        },
                    },
                }],
            })
        })
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "bazar l10n", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn sarif_level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Hint => "note",
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use std::fs;

    use l10n::check::FOLDERS;
    use l10n::verdict::{CheckOptions, Reference, check};

    use super::*;

    /// A shop whose Spanish text has a variable misspelt, and whose Chinese one a foreign mark.
    fn report() -> (String, CheckReport) {
        let root = tempfile::tempdir().unwrap();
        for folder in FOLDERS {
            fs::create_dir(root.path().join(folder)).unwrap();
            let text = match folder {
                "es" => "# Una nota, 100 %\na-hello = Hola { $nam }\n",
                "ug" => "a-hello = سالام { $name }\n",
                "zh-Hans" => "a-hello = 你好, { $name }\n",
                _ => "# $name: who it is.\na-hello = Hello { $name }\n",
            };
            fs::write(root.path().join(folder).join("a.ftl"), text).unwrap();
        }
        let options = CheckOptions {
            reference: Reference::Folder,
            ..CheckOptions::default()
        };
        (root.path().display().to_string(), check(root.path(), &options))
    }

    /// Takes nothing.
    struct Closed(ErrorKind);

    impl io::Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn whoever_has_read_enough_is_no_mistake() {
        assert!(put(&mut Closed(ErrorKind::BrokenPipe), b"x").is_ok());
        assert!(put(&mut Closed(ErrorKind::StorageFull), b"x").is_err());
    }

    #[test]
    fn people_see_the_line_the_english_and_what_was_meant() {
        let (root, report) = report();
        let told = write(&report, Format::Human, "en").replace(&root, "l");
        let wanted = "\
l/es/a.ftl:2:18: error: a-hello: $nam does not exist in English
    2 | \u{2068}a-hello = Hola { $nam }\u{2069}
      |                  ^^^^ \u{2068}$nam\u{2069}
      English: Hello { $name }
      did you mean `$name`?

l/zh-Hans/a.ftl:1:12: warning: a-hello: `,` is written `，` here
    1 | \u{2068}a-hello = 你好, { $name }\u{2069}
      |             ^^^ \u{2068}好,\u{2069}
      English: Hello { $name }

Errors: 1, warnings: 1, hints: 0. Texts read: 4.
";
        assert_eq!(told, wanted);
        let told = write(&report, Format::Human, "ug").replace(&root, "l");
        assert!(
            told.contains(
                "l/es/a.ftl:2:18: خاتالىق: a-hello: ئىنگلىزچىدە بۇنداق ئۆزگەرگۈچى يوق: \u{2068}$nam\u{2069}\n"
            ),
            "{told}"
        );
    }

    #[test]
    fn nothing_of_a_file_reaches_the_terminal_as_a_command() {
        let mut finding = report().1.findings.remove(0);
        finding.line_text = format!("a = \u{1B}[2J\u{202E}{}", "x".repeat(20_000));
        finding.column = 5;
        let shown = code(&finding);
        assert!(
            !shown.contains(['\u{1B}', '\u{202E}']) && shown.chars().count() < 300,
            "{shown}"
        );
        finding.column = 999_999;
        assert!(code(&finding).contains('^'));
        assert_eq!(safe("\u{2068}Ã\u{9B}2J\u{2069}\u{1B}"), "\u{2068}Ã\u{FFFD}2J\u{2069}␛");
    }

    #[test]
    fn programs_get_each_finding_with_its_place() {
        let (root, report) = report();
        let json: Value = serde_json::from_str(&write(&report, Format::Json, "es")).unwrap();
        assert_eq!((&json["errors"], &json["texts"]), (&json!(1), &json!(4)));
        let first = &json["findings"][0];
        assert_eq!(first["kind"], "variable-unknown");
        assert_eq!(
            (&first["line"], &first["column"], &first["length"]),
            (&json!(2), &json!(18), &json!(4))
        );
        assert_eq!((&first["text"], &first["meant"]), (&json!("a-hello"), &json!("$name")));
        assert_eq!(first["sentence"], "$nam no existe en inglés");

        let github = write(&report, Format::Github, "en").replace(&root, "l");
        assert_eq!(
            github.lines().next().unwrap(),
            "::error file=l/es/a.ftl,line=2,col=18,endColumn=22,title=variable-unknown::a-hello: $nam does not exist in English → did you mean `$name`?"
        );

        let sarif: Value = serde_json::from_str(&write(&report, Format::Sarif, "en")).unwrap();
        let run = &sarif["runs"][0];
        assert_eq!(run["results"][1]["level"], "warning");
        assert_eq!(run["results"][1]["ruleId"], "mark");
        let region = &run["results"][0]["locations"][0]["physicalLocation"]["region"];
        assert_eq!(*region, json!({ "startLine": 2, "startColumn": 18, "endColumn": 22 }));
        assert_eq!(run["tool"]["driver"]["rules"].as_array().unwrap().len(), 2);
    }
}
