//! From the text of a `.ftl` file to its messages, each with the line it starts on.

use std::collections::HashMap;

use fluent_syntax::{ast, parser};

use super::alike::tell_alike;
use super::chunk::{Chunk, chunks, id_of, is_kebab, meant_id, named};
use super::compile::draft;
use super::damage::{damage, swallowed};
use super::explain::{explain, first_id};
use super::finding::{Fault, Finding, Kind};
use super::pattern::Pattern;
use super::place::{Place, show_lines};
use super::whole::{Undone, undo};
use crate::fluent::resource::{Part, comment_of, parts};
use crate::fluent::source::Value;

/// Most texts in one file.
const MOST_TEXTS: usize = 5000;
/// Most mistakes that are told of one file.
const MOST_FINDINGS: usize = 200;
/// So many mistakes that are alike in one file have one cause.
pub(crate) const MANY: usize = 5;

/// A text that can be used: a message, a term, or an attribute of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// `area-thing-aspect`, `area-thing.label`, `-brand`.
    pub id: String,
    /// Line of the id, from 1.
    pub line: usize,
    /// Its lines from that one on, as they stand in the file.
    pub lines: String,
    /// The comment right above, without `#`.
    pub comment: String,
    /// The value as it stands in the file.
    pub source: String,
    /// Names of the variables in the order of first use, without `$`.
    pub args: Vec<String>,
    /// What it says, its variables numbered as in `args`; other texts are in their places once its language is linked.
    pub pattern: Pattern,
    /// The value as it was written, for linking.
    pub value: Value,
}

/// A file: what can be used of it, and what cannot.
#[derive(Debug, Clone, Default)]
pub struct File {
    /// As the reader would name it.
    pub path: String,
    /// Good messages in the order of the file; of two with one id only the first.
    pub entries: Vec<Entry>,
    /// Ids that are there but cannot be used.
    pub broken: Vec<String>,
    /// What is wrong inside this file.
    pub findings: Vec<Finding>,
    /// What stands in it, lines ending with `\n`.
    pub text: String,
    /// Number of lines, where something missing would be added.
    pub lines: usize,
    /// The text in which the file ends without the end of a line: it may go on.
    pub open: Option<String>,
    /// Names that stand behind a `#` as those of texts do, each with its line.
    pub off: Vec<(String, usize)>,
}

/// Parses one file of the language in `folder`; `path` is only shown. A broken message never hides, shortens or swallows
/// others: each is parsed by itself, and none of which a part cannot be read is used.
pub fn parse_file(path: &str, folder: &str, text: &str) -> File {
    // Notepad writes both of these, and Fluent reads neither well.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).replace("\r\n", "\n");
    let mut file = File {
        path: path.to_owned(),
        lines: text.lines().count().max(1),
        ..File::default()
    };
    let undone = undo(path, &text);
    let read = undone.as_ref().map_or(text.as_str(), |undone| undone.text.as_str());
    // Of each name in `entries` the line.
    let mut known = HashMap::new();
    for chunk in chunks(read) {
        let too_many = if file.entries.len() >= MOST_TEXTS {
            Some(Kind::FileTexts)
        } else if file.findings.len() >= MOST_FINDINGS {
            Some(Kind::FileMistakes)
        } else {
            None
        };
        if let Some(kind) = too_many {
            file.findings.push(Finding::new(kind, path, chunk.line));
            break;
        }
        file.read(&chunk, folder, &mut known);
    }
    if !text.ends_with('\n') {
        let end = read.trim_end();
        let last = file.entries.last().filter(|entry| end.ends_with(&entry.lines));
        file.open = last.map(|entry| entry.id.clone());
    }
    // A text with a damaged name is told at its line, and not as one that is missing.
    let meant: Vec<String> = file.broken.iter().filter_map(|id| meant_id(id)).collect();
    file.broken
        .extend(meant.into_iter().filter(|id| !known.contains_key(id)));
    file.off = turned_off(read);
    if let Some(undone) = undone {
        file.leave_out(undone);
    }
    tell_once(&mut file.findings);
    tell_alike(&mut file.findings);
    show_lines(&mut file.findings, path, &text);
    file.text = text;
    file
}

/// Of many texts that stand in a file twice the first one is told.
fn tell_once(findings: &mut Vec<Finding>) {
    let count = findings.iter().filter(|finding| finding.kind == Kind::IdTwice).count();
    if count < MANY {
        return;
    }
    if let Some(first) = findings.iter_mut().find(|finding| finding.kind == Kind::IdTwice) {
        first.kind = Kind::IdsTwice;
        first.args = vec![("count", count.to_string())];
    }
    findings.retain(|finding| finding.kind != Kind::IdTwice);
}

/// Names behind a `#`, as in `# cart-title = Carrito`.
fn turned_off(text: &str) -> Vec<(String, usize)> {
    let numbered = text.lines().zip(1_usize..);
    let notes = numbered.filter_map(|(line, number)| Some((line.strip_prefix('#')?, number)));
    let named = notes.filter_map(|(note, number)| {
        let note = note.trim_start_matches('#');
        let name = id_of(note.strip_prefix(' ').unwrap_or(note))?;
        (name.contains('-') && is_kebab(name)).then(|| (name.to_owned(), number))
    });
    named.take(MOST_TEXTS).collect()
}

/// What is told of these texts of a file that a `#` turns off, each with its line; nothing when there are none.
pub fn told_off(path: &str, off: &[(&str, usize)]) -> Option<Finding> {
    let (first, line) = off.iter().min_by_key(|(_, line)| *line)?;
    let finding = Finding::new(Kind::TextsOff, path, *line).arg("count", off.len().to_string());
    Some(finding.of((off.len() == 1).then_some(*first)))
}

impl File {
    /// The line in which a `#` turns a text off.
    pub fn off_line(&self, id: &str) -> Option<usize> {
        let message = id.split('.').next()?;
        let found = self.off.iter().find(|(name, _)| name == message);
        found.map(|(_, line)| *line)
    }

    /// Takes out what stands in lines that were not so in the file, and tells why they were not.
    fn leave_out(&mut self, undone: Undone) {
        self.findings.retain(|finding| !undone.lines.contains(&finding.line));
        for entry in std::mem::take(&mut self.entries) {
            let behind = entry.line + entry.lines.lines().count().max(1);
            if undone.lines.range(entry.line..behind).next().is_some() {
                self.broken.push(entry.id);
            } else {
                self.entries.push(entry);
            }
        }
        self.findings.extend(undone.findings);
    }

    fn read(&mut self, chunk: &Chunk<'_>, folder: &str, known: &mut HashMap<String, usize>) {
        let head = chunk.head();
        if let Some(kind) = chunk.too_much() {
            let line = head.map_or(chunk.line, |head| head.line);
            let finding = Finding::new(kind, &self.path, line).of(head.map(|head| head.id));
            self.findings.push(finding);
            self.broken.extend(head.map(|head| head.id.to_owned()));
            return;
        }
        let (resource, errors) = match parser::parse(chunk.text) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        // Lines below a text that belong to nothing: without them it may say half of what was written.
        let is_cut = resource.body.iter().skip_while(|entry| !is_text(entry)).any(is_junk);
        if let Some(error) = errors.first() {
            // The first mistake of a chunk; others are nearly always its consequences.
            let junk_first = resource.body.first().is_some_and(is_junk);
            let of = head.filter(|_| is_cut && !junk_first);
            let finding = explain(&self.path, chunk, error, of.map(|head| head.id));
            self.findings.push(finding);
        }
        if is_cut || !resource.body.iter().any(is_text) {
            let id = head.map(|head| head.id).or_else(|| first_id(chunk.text));
            self.broken.extend(id.filter(|_| !errors.is_empty()).map(str::to_owned));
            if head.is_none() {
                let name = chunk.text.lines().find(|line| !line.starts_with('#')).and_then(named);
                self.broken.extend(name.and_then(meant_id));
            }
            return;
        }
        for entry in &resource.body {
            let comment = comment_of(entry);
            for part in parts(chunk.text, entry) {
                self.add(chunk, &part, &comment, folder, known);
            }
        }
    }

    fn add(
        &mut self,
        chunk: &Chunk<'_>,
        part: &Part<'_, '_>,
        comment: &str,
        folder: &str,
        known: &mut HashMap<String, usize>,
    ) {
        // A message may have attributes alone.
        let Some(value) = part.value.map(Value::read) else {
            return;
        };
        let (id, line) = (part.id.as_str(), chunk.line_at(part.at));
        let compiled = draft(id, &value, folder);
        let mut faults = compiled.faults;
        if faults.is_empty() {
            faults.extend(damage(&compiled.pattern));
        }
        if let Some(name) = swallowed(id, &chunk.text[part.span.clone()]) {
            faults.push(Fault::new(Kind::LineEnd).arg("name", name).at(name));
            // It is there, and what is wrong with it is told above.
            self.broken.push(name.to_owned());
        }
        let is_term = id.starts_with('-');
        let message = id.split('.').next().unwrap_or_default();
        let is_named = is_term || (is_kebab(message) && message.contains('-'));
        if !is_named {
            faults.push(Fault::new(Kind::IdShape).meant(meant_id(id)));
        }
        if let Some(first) = known.get(id) {
            faults.push(Fault::new(Kind::IdTwice).arg("line", first.to_string()));
        }
        if folder == "en" && !is_term && !compiled.args.is_empty() && comment.trim().is_empty() {
            faults.push(Fault::new(Kind::CommentMissing).arg("names", names_of(&compiled.args)));
        }
        let from = chunk.text[..part.at].rfind('\n').map_or(0, |end| end + 1);
        let lines = chunk.text[from..part.span.end].trim_end();
        if faults.is_empty() {
            known.insert(id.to_owned(), line);
            self.entries.push(Entry {
                id: id.to_owned(),
                line,
                lines: lines.to_owned(),
                comment: comment.to_owned(),
                source: chunk.text[part.span.clone()].to_owned(),
                args: compiled.args,
                pattern: compiled.pattern,
                value,
            });
            return;
        }
        let place = Place {
            path: &self.path,
            id,
            lines,
            line,
        };
        let findings: Vec<Finding> = faults.into_iter().map(|fault| place.of(fault)).collect();
        self.findings.extend(findings);
        self.broken.push(id.to_owned());
    }
}

/// `$name, $count`.
pub fn names_of(names: &[impl AsRef<str>]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("${}", name.as_ref())).collect();
    names.join(", ")
}

fn is_text(entry: &ast::Entry<&str>) -> bool {
    matches!(entry, ast::Entry::Message(_) | ast::Entry::Term(_))
}

fn is_junk(entry: &ast::Entry<&str>) -> bool {
    matches!(entry, ast::Entry::Junk { .. })
}
