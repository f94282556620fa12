//! From the text of a `.ftl` file to its messages, each with the line it starts on.

use fluent_syntax::parser::{ErrorKind, ParserError};
use fluent_syntax::{ast, parser};

use super::pattern::Pattern;
use super::{Problem, nearest};

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

/// Parses one file of the language in `folder`; `path` is only shown. A broken message never hides the others.
pub fn parse_file(path: &str, folder: &str, text: &str) -> File {
    // Notepad writes both of these, and Fluent reads neither well.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).replace("\r\n", "\n");
    let mut file = File {
        path: path.to_owned(),
        lines: text.lines().count().max(1),
        ..File::default()
    };
    let (resource, errors) = match parser::parse(text.as_str()) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    for error in &errors {
        let broken = error
            .slice
            .as_ref()
            .and_then(|slice| text.get(slice.clone()))
            .and_then(first_id);
        file.problems.push(explain(path, &text, error, broken));
        file.broken.extend(broken.map(str::to_owned));
    }
    let mut starts = entry_starts(&text).into_iter();
    for entry in &resource.body {
        match entry {
            ast::Entry::Message(message) => {
                let id = message.id.name;
                let (line, source) = starts
                    .by_ref()
                    .find(|(found, ..)| *found == id)
                    .map_or((1, ""), |(_, line, source)| (line, source));
                file.add(message, line, source, folder);
            }
            ast::Entry::Term(term) => {
                let line = line_of(&text, text.find(&format!("\n-{}", term.id.name)).map_or(0, |at| at + 1));
                file.problems.push(
                    Problem::new(
                        path,
                        line,
                        format!("-{} is a term; terms are not used here", term.id.name),
                    )
                    .advise("write the words out where they are needed"),
                );
            }
            ast::Entry::Comment(_)
            | ast::Entry::GroupComment(_)
            | ast::Entry::ResourceComment(_)
            | ast::Entry::Junk { .. } => {}
        }
    }
    file
}

impl File {
    fn add(&mut self, message: &ast::Message<&str>, line: usize, source: &str, folder: &str) {
        let id = message.id.name;
        let mut faults = Vec::new();
        let mut args = Vec::new();
        let mut pattern = Pattern::default();
        match &message.value {
            Some(value) => pattern = Pattern::compile(value, folder, &mut args, &mut faults),
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
            let source = source.to_owned();
            self.entries.push(Entry {
                id: id.to_owned(),
                line,
                comment,
                source,
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

/// Whether the text is kebab-case: `cart-step-2`.
fn is_kebab(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .split('-')
            .all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
}

/// Ids that start a line with `id =`, their line and what follows the `=` up to the next entry. Fluent's tree has
/// no positions; its grammar says that entries, and only entries, start in the first column like this.
fn entry_starts(text: &str) -> Vec<(&str, usize, &str)> {
    let mut starts: Vec<(&str, usize, usize)> = Vec::new();
    let mut ends: Vec<usize> = Vec::new();
    let mut offset = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let id = id_of(line);
        if id.is_some() || line.starts_with(['#', '-']) {
            // Ends the entry before it, if that is still open.
            ends.resize(starts.len().max(ends.len()), offset);
        }
        if let Some(id) = id {
            let value = line.find('=').map_or(offset, |at| offset + at + 1);
            starts.push((id, number + 1, value));
        }
        offset += line.len();
    }
    ends.resize(starts.len(), offset);
    let values = starts.into_iter().zip(ends);
    values
        .map(|((id, line, from), to)| (id, line, text.get(from..to).unwrap_or("").trim()))
        .collect()
}

fn id_of(line: &str) -> Option<&str> {
    let (id, _) = line.split_once('=')?;
    let id = id.trim_end_matches(' ');
    let plain = id.starts_with(|c: char| c.is_ascii_alphabetic())
        && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    plain.then_some(id)
}

fn first_id(junk: &str) -> Option<&str> {
    junk.lines().find_map(|line| {
        let id = line
            .split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'))
            .next()?;
        id.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(id)
    })
}

fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

fn explain(path: &str, text: &str, error: &ParserError, id: Option<&str>) -> Problem {
    let what = match &error.kind {
        ErrorKind::ExpectedToken('=') => "`=` is missing after the id".to_owned(),
        ErrorKind::ExpectedToken('}') => "a `}` is missing".to_owned(),
        ErrorKind::ExpectedToken(token) => format!("`{token}` is missing"),
        ErrorKind::ExpectedMessageField { .. } => "there is no text after `=`".to_owned(),
        ErrorKind::UnbalancedClosingBrace => "there is a `}` without its `{`".to_owned(),
        ErrorKind::MissingDefaultVariant => "one form must have the star: *[other]".to_owned(),
        ErrorKind::MultipleDefaultVariants => "only one form may have the star".to_owned(),
        ErrorKind::ExpectedInlineExpression => "between `{` and `}` there must be a variable like $name".to_owned(),
        ErrorKind::ExpectedCharRange { .. } => "a name is expected here: letters, then digits or `-`".to_owned(),
        other => other.to_string(),
    };
    // An error at the start of the next line belongs to the end of this one.
    let mut at = error.pos.start.min(text.len());
    if error.slice.as_ref().is_some_and(|slice| at > slice.start) {
        at = text
            .as_bytes()
            .iter()
            .take(at)
            .rposition(|byte| !byte.is_ascii_whitespace())
            .map_or(at, |last| last);
    }
    let what = match id {
        Some(id) => format!("{id}: {what}"),
        None => what,
    };
    Problem::new(path, line_of(text, at), what)
}

/// Advice that names the nearest of `candidates`.
pub(super) fn did_you_mean<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(wanted, candidates).map(|near| format!("did you mean `{near}`?"))
}
