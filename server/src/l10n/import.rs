//! `bazar l10n import`: texts that come back from a program of translators. What would change is shown; it is written when that is
//! asked for. Each text is judged as those of files are, and one whose English says something else by now is refused.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write;
use std::path::Path;

use anyhow::bail;
use l10n::check::say_word;
use l10n::glossary::Glossary;
use l10n::unit::{Unit, UnitId, source_hash};
use l10n::{Finding, Kind, Level, check_unit, language_of_texts};
use wording::exchange::{Exchange, ExchangeError, ExchangeRow, MOST_BYTES, MOST_ROWS, UnitState};
use wording::{Edit, SpliceError, Written, splice, unified, units};

use super::check::own_language;
use super::commands::WRITE;
use super::files::{self, Beside, TextFile, beside, is_doubted};

/// Longest name that is shown of one that is none.
const SHOWN: usize = 80;

/// So many texts that say what others said are no chance.
const SLIPPED: usize = 10;

/// What an import would do.
#[derive(Clone, Debug, Default)]
pub struct Import {
    /// Files that change: what is in them, and what will be.
    pub files: BTreeMap<String, Change>,
    /// Texts that change.
    pub changed: usize,
    /// Texts that say what they said.
    pub same: usize,
    /// Texts that stay as they are, and why.
    pub refused: Vec<Refused>,
    /// What is worth a look in those that change.
    pub doubts: Vec<Finding>,
    /// Texts that were not there and are now.
    added: HashSet<UnitId>,
}

/// A file before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Nothing for a file that is not there.
    pub before: Option<String>,
    /// With the texts put in.
    pub after: String,
}

/// A text that was not taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Which.
    pub id: UnitId,
    /// Why.
    pub why: Why,
}

/// Why a text was not taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The shop has no such text.
    Unknown,
    /// Its English is another one now.
    Stale {
        /// The wording it was translated from.
        was: String,
        /// The wording of today.
        now: String,
    },
    /// What the check finds in it.
    Faulty(Vec<Finding>),
    /// An element of another program stands in it.
    Foreign,
    /// It cannot be put into its file.
    File(SpliceError),
}

impl Refused {
    /// Why, in the language of a folder; what was and what is on lines of their own.
    pub fn sentence(&self, lang: &str) -> String {
        let say = |id: &str| say_word(id, lang, &[]);
        let english = |id: &str, source: &str| say_word(id, lang, &[("text", one_line(source))]);
        match &self.why {
            Why::Unknown => say("check-import-unknown"),
            Why::Stale { was, now } => [
                say("check-import-stale"),
                english("check-import-was", was),
                english("check-import-now", now),
            ]
            .join("\n    "),
            Why::Faulty(findings) => {
                let sentences = findings.iter().map(|finding| in_language(finding, lang));
                sentences.collect::<Vec<_>>().join("\n    ")
            }
            Why::Foreign => say("check-import-foreign"),
            Why::File(SpliceError::Twice(_)) => say("check-import-twice"),
            Why::File(SpliceError::Unreadable(_)) => say("check-import-unreadable"),
            Why::File(SpliceError::NotFluent(_) | SpliceError::Unknown(_)) => say("check-import-no-text"),
        }
    }
}

fn in_language(finding: &Finding, lang: &str) -> String {
    let meant = finding
        .suggestion(lang)
        .map(|meant| format!(" → {meant}"))
        .unwrap_or_default();
    format!("{}{meant}", finding.sentence(lang))
}

fn one_line(source: &str) -> String {
    source.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Why nothing of a file can be taken over, in the language of a folder.
pub fn unread(error: &ExchangeError, lang: &str) -> String {
    // It is anything that stands in a file.
    let name = |name: &str| name.chars().filter(|c| !c.is_control()).take(SHOWN).collect::<String>();
    let (id, word) = match error {
        ExchangeError::TooLarge => (
            "check-exchange-large",
            Some(("most", (MOST_BYTES / 1_000_000).to_string())),
        ),
        ExchangeError::TooMany => ("check-exchange-many", Some(("most", MOST_ROWS.to_string()))),
        ExchangeError::TooLong(id) => ("check-exchange-long", Some(("name", name(id)))),
        ExchangeError::OtherFormat(format) => ("check-exchange-format", Some(("format", (*format).to_owned()))),
        ExchangeError::Damaged(line) => ("check-exchange-damaged", Some(("line", line.to_string()))),
        ExchangeError::Row(row) => ("check-exchange-row", Some(("row", row.to_string()))),
        ExchangeError::Entities => ("check-exchange-entities", None),
        ExchangeError::Name(typed) if typed.trim().is_empty() => ("check-exchange-nameless", None),
        ExchangeError::Name(typed) => ("check-exchange-name", Some(("name", name(typed)))),
        ExchangeError::Twice(unit) => ("check-exchange-twice", Some(("name", unit.to_string()))),
    };
    say_word(id, lang, word.as_slice())
}

/// Which language the texts are in: the one that is named, which must be the one the file says.
///
/// # Errors
/// When it is neither named nor said, or is another one.
pub fn language_of(exchange: &Exchange, named: Option<&str>) -> anyhow::Result<&'static str> {
    let said = exchange.language.as_deref().map(files::language).transpose()?;
    match (named.map(files::language).transpose()?, said) {
        (Some(named), Some(said)) if named != said => {
            let words = [("said", said.to_owned()), ("named", named.to_owned())];
            bail!(say_word("check-import-other", own_language(), &words))
        }
        (Some(language), _) | (None, Some(language)) => Ok(language),
        (None, None) => {
            let words = [("option", "--language".to_owned())];
            bail!(say_word("check-import-which", own_language(), &words))
        }
    }
}

/// Finds out what taking over the texts would do to the files of `language` under `folder`.
///
/// # Errors
/// When the folder cannot be read, or the texts are those of another language, or of other rows.
pub fn plan(folder: &Path, language: &'static str, exchange: &Exchange) -> anyhow::Result<Import> {
    let (english, own) = (files::read(folder, "en")?, files::read(folder, language)?);
    let all = beside(&english, &own);
    let known: HashMap<&UnitId, usize> = all
        .iter()
        .enumerate()
        .map(|(at, text)| (&text.english.id, at))
        .collect();
    expect_language(language, exchange)?;
    expect_rows(&all, &known, exchange)?;
    let mut import = Import::default();
    for row in &exchange.rows {
        let Some(source) = &row.source else { continue };
        let place = known.get(&row.id).copied();
        let Some((at, text)) = place.and_then(|at| Some((at, all.get(at)?))) else {
            import.refuse(&row.id, Why::Unknown);
            continue;
        };
        let is_same = |written: &Written| written.source == *source && (!is_unfinished(row) || is_doubted(written));
        if text.own.is_some_and(|(_, written)| is_same(written)) {
            import.same += 1;
            continue;
        }
        let is_other = row.english_hash() != source_hash(&text.english.source);
        if is_other && close_braces(&row.english) != close_braces(&text.english.source) {
            let (was, now) = (row.english.clone(), text.english.source.clone());
            import.refuse(&row.id, Why::Stale { was, now });
            continue;
        }
        let after = neighbour(&all, at, &import.added);
        import.take(&own, language, text, after, row, source);
    }
    for id in &exchange.foreign {
        import.refuse(id, Why::Foreign);
    }
    Ok(import)
}

/// Refuses texts most of which are in another language than their file is said to be.
fn expect_language(language: &str, exchange: &Exchange) -> anyhow::Result<()> {
    let sources = exchange.rows.iter();
    let sources = sources.filter_map(|row| Some((&row.id, row.source.as_deref()?)));
    match language_of_texts(language, sources) {
        None => Ok(()),
        Some(other) => {
            let words = [("said", language.to_owned()), ("other", other.to_owned())];
            bail!(say_word("check-import-language", own_language(), &words))
        }
    }
}

/// Refuses texts most of which have left their rows for others: in a table, a column was moved or sorted without the others. A text
/// that another one says as well is none of them as long as that one stays: the same word for many buttons is honest work. And
/// however often a text comes, it is one.
fn expect_rows(all: &[Beside<'_>], known: &HashMap<&UnitId, usize>, exchange: &Exchange) -> anyhow::Result<()> {
    let (mut there, mut stays, mut comes) = (HashSet::new(), HashSet::new(), HashSet::new());
    for row in &exchange.rows {
        let own = known.get(&row.id).and_then(|at| all.get(*at)?.own);
        let own = own.map(|(_, written)| written.source.as_str());
        there.extend(own);
        match row.source.as_deref() {
            Some(source) if own == Some(source) => stays.insert(source),
            Some(source) => comes.insert(source),
            None => continue,
        };
    }
    let has_left = |source: &&&str| there.contains(**source) && !stays.contains(**source);
    let slipped = comes.iter().filter(has_left).count();
    if slipped < SLIPPED || slipped * 2 < comes.len() {
        return Ok(());
    }
    let words = [("count", slipped.to_string())];
    bail!(say_word("check-import-slipped", own_language(), &words))
}

/// A source without spaces within its braces: some programs take them away.
fn close_braces(source: &str) -> String {
    one_line(source).replace("{ ", "{").replace(" }", "}")
}

/// Whether letters of a text were lost on its way: a spreadsheet that knows no Uyghur writes `?` for each.
fn is_lost(finding: &Finding) -> bool {
    finding.kind == Kind::MarkWithin && finding.args.iter().any(|(_, letters)| letters.contains("???"))
}

/// Whether the program says that somebody has to look at the text again.
fn is_unfinished(row: &ExchangeRow) -> bool {
    matches!(row.state, UnitState::Doubtful | UnitState::Outdated)
}

/// Puts the text there, and a question above it where whoever translated it has not finished.
fn put_in(file: &str, edit: Edit, row: &ExchangeRow) -> Result<String, SpliceError> {
    let spliced = splice(file, &[edit])?;
    if !is_unfinished(row) {
        return Ok(spliced);
    }
    // The comment is that of the message, also for its attributes.
    let message = units(&spliced)
        .into_iter()
        .find(|unit| unit.id.as_str() == row.id.message());
    match message.filter(|message| !is_doubted(message)) {
        Some(message) => {
            let comment = format!("{}\nreview: {}", message.comment, row.id);
            let asked = Edit {
                comment: Some(comment.trim_start_matches('\n').to_owned()),
                ..Edit::say(message.id, message.source)
            };
            splice(&spliced, &[asked])
        }
        None => Ok(spliced),
    }
}

/// The last text before this one in its English file that is in the translated one as well: behind it a new one is put.
fn neighbour(all: &[Beside<'_>], at: usize, added: &HashSet<UnitId>) -> Option<UnitId> {
    let here = all.get(at)?;
    let mut before = all.get(..at)?.iter().rev().take_while(|other| other.file == here.file);
    let found = before.find(|other| {
        let is_there = other.own.is_some_and(|(file, _)| file == here.file);
        is_there || added.contains(&other.english.id)
    });
    found.map(|other| other.english.id.clone())
}

impl Import {
    fn refuse(&mut self, id: &UnitId, why: Why) {
        self.refused.push(Refused { id: id.clone(), why });
    }

    fn take(
        &mut self,
        own: &[TextFile],
        language: &'static str,
        text: &Beside<'_>,
        after: Option<UnitId>,
        row: &ExchangeRow,
        source: &str,
    ) {
        let name = text.own.map_or(text.file, |(file, _)| file);
        let path = format!("{language}/{name}");
        let line = text.own.map_or(1, |(_, written)| written.line);
        let findings = check_unit(
            &as_unit(&path, line, text.english, source),
            &as_unit(
                &format!("en/{}", text.file),
                text.english.line,
                text.english,
                &text.english.source,
            ),
            language,
            Glossary::built_in(),
        );
        let (errors, doubts): (Vec<Finding>, Vec<Finding>) = findings
            .into_iter()
            .partition(|finding| finding.level == Level::Error || is_lost(finding));
        if !errors.is_empty() {
            return self.refuse(&row.id, Why::Faulty(errors));
        }
        let on_disk = own.iter().find(|file| file.name == name).map(|file| file.text.clone());
        let now = self
            .files
            .get(&path)
            .map(|change| change.after.clone())
            .or_else(|| on_disk.clone());
        let edit = Edit {
            after,
            ..Edit::say(row.id.clone(), source)
        };
        let spliced = match put_in(now.as_deref().unwrap_or_default(), edit, row) {
            Ok(spliced) => spliced,
            Err(error) => return self.refuse(&row.id, Why::File(error)),
        };
        if now.as_ref() == Some(&spliced) {
            self.same += 1;
            return;
        }
        self.changed += 1;
        self.doubts.extend(doubts);
        if text.own.is_none() {
            self.added.insert(row.id.clone());
        }
        let change = self.files.entry(path).or_insert_with(|| Change {
            before: on_disk,
            after: String::new(),
        });
        change.after = spliced;
    }
}

/// A text as the check takes it.
fn as_unit(path: &str, line: usize, english: &Written, source: &str) -> Unit {
    Unit {
        id: english.id.clone(),
        file: path.to_owned(),
        line,
        span: 0..source.len(),
        comment: english.comment.clone(),
        source: source.to_owned(),
        args: Vec::new(),
    }
}

/// What changes, as a diff, and what does not, with sentences of the check in the language of a folder.
pub fn shown(import: &Import, lang: &str) -> String {
    let mut out = String::new();
    for (path, change) in &import.files {
        out.push_str(&unified(path, change.before.as_deref(), &change.after));
    }
    for doubt in &import.doubts {
        let unit = doubt.unit.as_ref().map(ToString::to_string).unwrap_or_default();
        let words = [("name", unit), ("why", in_language(doubt, lang))];
        _ = writeln!(out, "{}", say_word("check-import-doubt", lang, &words));
    }
    for refused in &import.refused {
        let words = [("name", refused.id.to_string()), ("why", refused.sentence(lang))];
        _ = writeln!(out, "{}", say_word("check-import-refused", lang, &words));
    }
    let totals = [
        ("changed", import.changed.to_string()),
        ("same", import.same.to_string()),
        ("refused", import.refused.len().to_string()),
    ];
    _ = writeln!(out, "{}", say_word("check-import-total", lang, &totals));
    out
}

/// What is said in the end: that it is written, or how to do it; nothing when no file changes.
pub fn ending(import: &Import, is_written: bool, lang: &str) -> String {
    let said = match (import.files.is_empty(), is_written) {
        (true, _) => return String::new(),
        (false, true) => say_word(
            "check-import-written",
            lang,
            &[("command", "bazar l10n check".to_owned())],
        ),
        (false, false) => say_word("check-import-dry", lang, &[("option", WRITE.to_owned())]),
    };
    format!("{said}\n")
}

/// Writes the files.
///
/// # Errors
/// When one of them was changed meanwhile, before anything is written; or cannot be written.
pub fn write(folder: &Path, import: &Import) -> anyhow::Result<()> {
    for (path, change) in &import.files {
        let on_disk = folder.join(path);
        let now = match std::fs::read_to_string(&on_disk) {
            Ok(text) => Some(text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(files::unread(&on_disk, &error)),
        };
        if now != change.before {
            let said = say_word("check-import-meanwhile", own_language(), &[]);
            bail!("{}: {said}", on_disk.display());
        }
    }
    for (path, change) in &import.files {
        files::write(&folder.join(path), &change.after)?;
    }
    Ok(())
}
