//! Where each text stands in a file, to the byte.
//!
//! Fluent's grammar has a text begin in the first column with `name =`, and end before the next one or a `#` in that column. So
//! lines tell where texts are, and the parser only has to agree: of a text it cannot read, nothing is said but where it is.

use std::ops::Range;

use fluent_syntax::{ast, parser};
use l10n::unit::UnitId;

/// Longest text with its attributes that is given to the parser, bytes.
const MOST_BYTES: usize = 20_000;
/// Most `{` and `(` in one: the parser calls itself for each that stands inside another.
const MOST_BRACKETS: usize = 100;
/// What old editors put at the beginning of a file.
pub(crate) const MARK: &str = "\u{FEFF}";
/// What Fluent takes for nothing round a value.
const BLANK: [char; 3] = [' ', '\r', '\n'];

/// A text as it stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its name.
    pub id: UnitId,
    /// Line of the name, from 1.
    pub line: usize,
    /// The comment right above, without `#`; an attribute has that of its message.
    pub comment: String,
    /// Its Fluent source: what stands behind `=`, lines ending with `\n`.
    pub source: String,
}

/// A message or a term.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// `cart-title`, `-brand`.
    pub id: UnitId,
    /// The lines of the comment right above; empty, and before the name, when there is none.
    pub comment: Range<usize>,
    /// From the name to the end of its last line.
    pub lines: Range<usize>,
    /// From behind the `=` to the last letter of the value; blank when it has none.
    pub value: Range<usize>,
    pub attributes: Vec<Attribute>,
    /// Whether the parser reads it as these lines have it.
    pub is_whole: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Attribute {
    pub id: UnitId,
    pub lines: Range<usize>,
    /// As of an [`Entry`].
    pub value: Range<usize>,
}

/// The texts of a file that can be read, in its order; of two with one name both.
pub fn units(file: &str) -> Vec<Written> {
    let mut found = Vec::new();
    let (mut line, mut counted) = (1, 0);
    for entry in entries(file).iter().filter(|entry| entry.is_whole) {
        let comment = comment_of(&file[entry.comment.clone()]);
        let own = Some((&entry.id, &entry.lines, &entry.value)).filter(|_| has_value(file, &entry.value));
        let attributes = entry.attributes.iter().map(|one| (&one.id, &one.lines, &one.value));
        for (id, lines, value) in own.into_iter().chain(attributes) {
            line += file[counted..lines.start].bytes().filter(|byte| *byte == b'\n').count();
            counted = lines.start;
            found.push(Written {
                id: id.clone(),
                line,
                comment: comment.clone(),
                source: source_of(&file[value.clone()]),
            });
        }
    }
    found
}

/// All messages and terms of a file.
pub(crate) fn entries(file: &str) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut at = if file.starts_with(MARK) { MARK.len() } else { 0 };
    let mut comment: Option<usize> = None;
    let mut open: Option<Entry> = None;
    for line in file[at..].split_inclusive('\n') {
        let end = at + line.len();
        if line.starts_with('#') {
            entries.extend(open.take());
            // `##` is of a group of texts.
            let is_own = line.starts_with("# ") || line.trim_end() == "#";
            comment = is_own.then(|| comment.unwrap_or(at));
        } else if let Some(id) = name_of(line) {
            entries.extend(open.take());
            let equals = at + line.find('=').unwrap_or(0) + 1;
            open = Some(Entry {
                id,
                comment: comment.take().unwrap_or(at)..at,
                lines: at..end,
                value: equals..end,
                attributes: Vec::new(),
                is_whole: false,
            });
        } else {
            comment = None;
            if let Some(entry) = open.as_mut().filter(|_| !line.trim_matches(BLANK).is_empty()) {
                entry.lines.end = end;
                entry.value.end = end;
            }
        }
        at = end;
    }
    entries.extend(open);
    for entry in &mut entries {
        take_apart(file, entry);
    }
    entries
}

/// Finds the attributes, and asks the parser whether it sees the same.
fn take_apart(file: &str, entry: &mut Entry) {
    let region = &file[entry.lines.clone()];
    let mut at = entry.lines.start;
    for line in region.split_inclusive('\n') {
        let end = at + line.len();
        if let Some(name) = attribute_of(line)
            && at > entry.lines.start
            && let Some(id) = UnitId::parse(&format!("{}.{name}", entry.id))
        {
            match entry.attributes.last_mut() {
                Some(last) => (last.lines.end, last.value.end) = (at, at),
                None => entry.value.end = at,
            }
            let equals = at + line.find('=').unwrap_or(0) + 1;
            entry.attributes.push(Attribute {
                id,
                lines: at..entry.lines.end,
                value: equals..entry.lines.end,
            });
        }
        at = end;
    }
    let trimmed = |value: &Range<usize>| value.start..value.start + file[value.clone()].trim_end_matches(BLANK).len();
    entry.value = trimmed(&entry.value);
    for attribute in &mut entry.attributes {
        attribute.value = trimmed(&attribute.value);
    }
    entry.is_whole = is_read_so(region, entry);
}

fn is_read_so(region: &str, entry: &Entry) -> bool {
    let Some(resource) = parse(region) else { return false };
    let [read] = resource.body.as_slice() else { return false };
    let attributes = match read {
        ast::Entry::Message(message) if message.id.name == entry.id.as_str() => &message.attributes,
        ast::Entry::Term(term) if Some(term.id.name) == entry.id.as_str().strip_prefix('-') => &term.attributes,
        _ => return false,
    };
    attributes.len() == entry.attributes.len()
        && attributes
            .iter()
            .zip(&entry.attributes)
            .all(|(read, own)| own.id.attribute() == Some(read.id.name))
}

/// Reads a text without a mistake, unless it is too much for the parser.
pub(crate) fn parse(text: &str) -> Option<ast::Resource<&str>> {
    let brackets = text.bytes().filter(|byte| matches!(byte, b'{' | b'(')).count();
    if text.len() > MOST_BYTES || brackets > MOST_BRACKETS {
        return None;
    }
    parser::parse(text).ok()
}

/// What a value says: its source as the parser sees it behind `=`. Nothing when it is none, or more than one.
pub(crate) fn meaning(source: &str) -> Option<ast::Pattern<String>> {
    let text = format!("x ={}{source}\n", if source.starts_with('\n') { "" } else { " " });
    parse(&text)?;
    // Once more, into letters of its own; that it can be read is known.
    let mut body = parser::parse(text).ok()?.body.into_iter();
    match (body.next(), body.next()) {
        (Some(ast::Entry::Message(message)), None) if message.attributes.is_empty() => message.value,
        _ => None,
    }
}

/// The source of a value as it stands behind its `=`.
pub(crate) fn source_of(value: &str) -> String {
    let value = value.replace("\r\n", "\n");
    let value = value.trim_end_matches(BLANK);
    let inner = value.trim_start_matches([' ', '\n']);
    // In a block of lines the first is measured against the others: brought up behind the `=` it may say something else.
    let is_block = value.trim_start_matches(' ').starts_with('\n') && inner.contains('\n');
    if is_block && meaning(inner) != meaning(value.trim_start_matches(' ')) {
        return value.trim_start_matches(' ').to_owned();
    }
    inner.to_owned()
}

pub(crate) fn has_value(file: &str, value: &Range<usize>) -> bool {
    !file[value.clone()].trim_matches(BLANK).is_empty()
}

/// How the lines of a file end: as its first one does.
pub(crate) fn line_end(file: &str) -> &'static str {
    match file.find('\n') {
        Some(at) if file[..at].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// The words of a comment, its signs taken away.
fn comment_of(lines: &str) -> String {
    let words = |line: &str| {
        line.strip_prefix("# ")
            .or(line.strip_prefix('#'))
            .unwrap_or(line)
            .to_owned()
    };
    lines.lines().map(words).collect::<Vec<_>>().join("\n")
}

/// `cart-title =` or `-brand =` at the beginning of a line.
fn name_of(line: &str) -> Option<UnitId> {
    let (name, _) = line.split_once('=')?;
    let id = UnitId::parse(name.trim_end_matches(' '))?;
    id.attribute().is_none().then_some(id)
}

/// `label` of `    .label = …`.
fn attribute_of(line: &str) -> Option<&str> {
    let inner = line.trim_start_matches(' ');
    if inner.len() == line.len() {
        return None;
    }
    let (name, _) = inner.strip_prefix('.')?.split_once('=')?;
    Some(name.trim_end_matches(' '))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn read(file: &str) -> Vec<(String, usize, String)> {
        let of = |unit: Written| (unit.id.to_string(), unit.line, unit.source);
        units(file).into_iter().map(of).collect()
    }

    fn line(id: &str, line: usize, source: &str) -> (String, usize, String) {
        (id.to_owned(), line, source.to_owned())
    }

    #[test]
    fn each_text_is_found_where_it_stands() {
        let file = "\u{FEFF}### File\n\n# Title\n# $n = how many\ncart-title = One\n    two\n    .label = L\n    .hint =\n        H\n\n-brand = B\n## Group\na-b =\n    .only = x\n";
        assert_eq!(
            read(file),
            [
                line("cart-title", 5, "One\n    two"),
                line("cart-title.label", 7, "L"),
                line("cart-title.hint", 8, "H"),
                line("-brand", 11, "B"),
                line("a-b.only", 14, "x"),
            ]
        );
        assert_eq!(units(file)[0].comment, "Title\n$n = how many");
        assert_eq!(units(file)[3].comment, "", "a group's is nobody's own");
        let windows = file.replace('\n', "\r\n");
        assert_eq!(read(&windows), read(file));
    }

    #[test]
    fn forms_keep_their_lines() {
        let forms = "{ $n ->\n    [one] c = d\n   *[other] .x = e\n}";
        let file = format!("a-b = {forms}\na-c = x");
        assert_eq!(read(&file), [line("a-b", 1, forms), line("a-c", 5, "x")]);
    }

    #[test]
    fn a_text_that_cannot_be_read_is_seen_and_not_read() {
        let deep = format!("a-d = {}", "{".repeat(5000));
        let file = format!("a-b = {{ $n\na-c = good\nloose\n{deep}\na-e = good\n");
        assert_eq!(read(&file), [line("a-e", 5, "good")]);
        let all = entries(&file);
        assert_eq!(all.len(), 4);
        assert!(!all[1].is_whole, "a loose line below it: it may say half");
    }

    #[test]
    fn a_block_whose_first_line_stands_further_in_keeps_its_lines() {
        let file = "a-b =\n        First\n    second\n";
        let source = units(file).remove(0).source;
        assert_eq!(source, "\n        First\n    second");
        assert_eq!(meaning(&source).unwrap().elements.len(), 2);
        assert_eq!(units("a-b =\n    First\n    second\n")[0].source, "First\n    second");
    }
}
