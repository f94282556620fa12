//! From the text of a `.ftl` file to its messages, each with the line it starts on.

use fluent_syntax::{ast, parser};

use super::chunk::{Chunk, Head, chunks, is_kebab};
use super::damage::damage;
use super::explain::{explain, first_id};
use super::pattern::Pattern;
use super::{Problem, nearest};

/// Most texts in one file.
const MOST_TEXTS: usize = 5000;
/// Most mistakes that are told of one file.
const MOST_PROBLEMS: usize = 200;

/// A message that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// `area-thing-aspect`.
    pub id: String,
    /// Line of the id, from 1.
    pub line: usize,
    /// The comment right above, without `#`.
    pub comment: String,
    /// The value as it stands in the file.
    pub source: String,
    /// Names of the variables in the order of first use, without `$`.
    pub args: Vec<String>,
    /// The value, its variables numbered as in `args`.
    pub pattern: Pattern,
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
    pub problems: Vec<Problem>,
    /// Number of lines, where something missing would be added.
    pub lines: usize,
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
    for chunk in chunks(&text) {
        let too_many = if file.entries.len() >= MOST_TEXTS {
            Some("texts")
        } else if file.problems.len() >= MOST_PROBLEMS {
            Some("mistakes")
        } else {
            None
        };
        if let Some(what) = too_many {
            let what = format!("these are too many {what} for one file; from here on it is not read");
            file.problems.push(Problem::new(path, chunk.line, what));
            break;
        }
        file.read(&chunk, folder);
    }
    file
}

impl File {
    fn read(&mut self, chunk: &Chunk<'_>, folder: &str) {
        let head = chunk.head();
        if let Some(what) = chunk.too_much() {
            let line = head.map_or(chunk.line, |head| head.line);
            let what = head.map_or_else(|| what.to_owned(), |head| format!("{}: {what}", head.id));
            self.problems.push(Problem::new(&self.path, line, what));
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
            let problem = explain(&self.path, chunk, error, of.map(|head| head.id));
            self.problems.push(problem);
        }
        if is_cut || !resource.body.iter().any(is_text) {
            let id = head.map(|head| head.id).or_else(|| first_id(chunk.text));
            self.broken.extend(id.filter(|_| !errors.is_empty()).map(str::to_owned));
            return;
        }
        let Some(head) = head else { return };
        for entry in &resource.body {
            match entry {
                ast::Entry::Message(message) => self.add(message, head, folder),
                ast::Entry::Term(term) => self.problems.push(
                    Problem::new(
                        &self.path,
                        head.line,
                        format!("-{} is a term; terms are not used here", term.id.name),
                    )
                    .advise("write the words out where they are needed"),
                ),
                ast::Entry::Comment(_)
                | ast::Entry::GroupComment(_)
                | ast::Entry::ResourceComment(_)
                | ast::Entry::Junk { .. } => {}
            }
        }
    }

    fn add(&mut self, message: &ast::Message<&str>, head: Head<'_>, folder: &str) {
        let (id, line) = (message.id.name, head.line);
        let mut faults = Vec::new();
        let mut args = Vec::new();
        let mut pattern = Pattern::default();
        match &message.value {
            Some(value) => {
                pattern = Pattern::compile(value, folder, &mut args, &mut faults);
                if faults.is_empty() {
                    faults.extend(damage(&pattern));
                }
            }
            None => faults.push("there is no text after `=`".to_owned()),
        }
        if let Some(attribute) = message.attributes.first() {
            faults.push(format!(
                ".{} is an attribute; give that text an id of its own",
                attribute.id.name
            ));
        }
        if !is_kebab(id) || !id.contains('-') {
            faults.push("an id is written area-thing: small letters and digits, words joined by `-`".to_owned());
        }
        if let Some(known) = self.entries.iter().find(|entry| entry.id == id) {
            faults.push(format!(
                "`{id}` is already there in line {}; keep one of them",
                known.line
            ));
        }
        let comment = message
            .comment
            .as_ref()
            .map(|comment| comment.content.join("\n"))
            .unwrap_or_default();
        if folder == "en" && !args.is_empty() && comment.trim().is_empty() {
            faults.push(format!(
                "a comment above must say what ${} stands for",
                args.join(" and $")
            ));
        }
        if faults.is_empty() {
            self.entries.push(Entry {
                id: id.to_owned(),
                line,
                comment,
                source: head.value.to_owned(),
                args,
                pattern,
            });
            return;
        }
        self.problems.extend(
            faults
                .into_iter()
                .map(|what| Problem::new(&self.path, line, format!("{id}: {what}"))),
        );
        self.broken.push(id.to_owned());
    }
}

fn is_text(entry: &ast::Entry<&str>) -> bool {
    matches!(entry, ast::Entry::Message(_) | ast::Entry::Term(_))
}

fn is_junk(entry: &ast::Entry<&str>) -> bool {
    matches!(entry, ast::Entry::Junk { .. })
}

/// Advice that names the nearest of `candidates`.
pub(super) fn did_you_mean<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(wanted, candidates).map(|near| format!("did you mean `{near}`?"))
}
