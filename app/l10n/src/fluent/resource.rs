//! A file as units, each with its place: what reads and edits files without using their texts in a shop.

use std::ops::Range;

use fluent_syntax::{ast, parser};

use super::source::Value;
use crate::check::{Chunk, chunks};
use crate::unit::{Unit, UnitId};

/// What stands in a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Resource {
    /// Texts in the order of the file; of a text that a part cannot be read of there is none.
    pub units: Vec<Unit>,
    /// What each of them consists of, in the same order.
    pub values: Vec<Value>,
    /// Lines that cannot be read.
    pub junk: Vec<Junk>,
}

/// Lines that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Junk {
    /// The first of them, from 1.
    pub line: usize,
    /// Where they stand, bytes.
    pub span: Range<usize>,
}

/// A named value of an entry, places being of the text it was parsed from.
#[derive(Debug, Clone)]
pub struct Part<'a, 't> {
    /// `cart-title`, `cart-title.label`, `-brand`.
    pub id: String,
    /// Where its line begins to be its own: at the name, with `-` or `.` before it.
    pub at: usize,
    /// Where the value stands, without spaces around it.
    pub span: Range<usize>,
    /// The value; a message may have none beside its attributes.
    pub value: Option<&'a ast::Pattern<&'t str>>,
}

/// The values of a message or term parsed from `text`, itself first.
pub fn parts<'a, 't>(text: &'t str, entry: &'a ast::Entry<&'t str>) -> Vec<Part<'a, 't>> {
    let (sign, name, value, attributes) = match entry {
        ast::Entry::Message(message) => ("", message.id.name, message.value.as_ref(), &message.attributes),
        ast::Entry::Term(term) => ("-", term.id.name, Some(&term.value), &term.attributes),
        _ => return Vec::new(),
    };
    let own = offset_in(text, name).saturating_sub(sign.len());
    let points: Vec<usize> = attributes
        .iter()
        .map(|attribute| offset_in(text, attribute.id.name).saturating_sub(1))
        .collect();
    let mut ends = points.iter().copied().chain([text.len()]);
    let mut parts = vec![Part {
        id: format!("{sign}{name}"),
        at: own,
        span: value_span(text, own, ends.next().unwrap_or(text.len())),
        value,
    }];
    for ((attribute, at), end) in attributes.iter().zip(&points).zip(ends) {
        parts.push(Part {
            id: format!("{sign}{name}.{}", attribute.id.name),
            at: *at,
            span: value_span(text, *at, end),
            value: Some(&attribute.value),
        });
    }
    parts
}

/// Where a stretch of `whole` stands in it.
fn offset_in(whole: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize)
}

/// What stands behind the `=` of a name, up to `end`, without the spaces around it.
fn value_span(text: &str, name: usize, end: usize) -> Range<usize> {
    let entry = text.get(name..end).unwrap_or_default();
    let from = entry.find('=').map_or(entry.len(), |at| at + 1);
    let value = &entry[from..];
    let start = name + from + (value.len() - value.trim_start().len());
    let end = name + from + value.trim_end().len();
    start..end.max(start)
}

/// Reads a file as it is, with whichever ends of lines and mark at its beginning; never fails.
pub fn read(path: &str, text: &str) -> Resource {
    let plain = Plain::of(text);
    let mut resource = Resource::default();
    let mut at = 0;
    for chunk in chunks(&plain.text) {
        resource.add(path, &chunk, at, &plain);
        at += chunk.text.len();
    }
    resource
}

/// A file as the parser reads it best: without a mark at its beginning, lines ending with `\n`.
struct Plain {
    text: String,
    /// Bytes of the mark.
    mark: usize,
    /// Where in the text a line ended with two signs.
    longer: Vec<usize>,
}

impl Plain {
    fn of(text: &str) -> Self {
        let bare = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let mut plain = Self {
            text: String::with_capacity(bare.len()),
            mark: text.len() - bare.len(),
            longer: Vec::new(),
        };
        for (number, line) in bare.split("\r\n").enumerate() {
            if number > 0 {
                plain.longer.push(plain.text.len());
                plain.text.push('\n');
            }
            plain.text.push_str(line);
        }
        plain
    }

    /// The same stretch in the file as it is.
    fn in_file(&self, span: Range<usize>) -> Range<usize> {
        let at = |place: usize| self.mark + place + self.longer.partition_point(|end| *end < place);
        at(span.start)..at(span.end)
    }
}

impl Resource {
    /// Adds what stands in a chunk that begins at byte `base` of the plain text.
    fn add(&mut self, path: &str, chunk: &Chunk<'_>, base: usize, plain: &Plain) {
        let whole = Junk {
            line: chunk.line,
            span: plain.in_file(base..base + chunk.text.len()),
        };
        if chunk.too_much().is_some() {
            self.junk.push(whole);
            return;
        }
        let (Ok(parsed) | Err((parsed, _))) = parser::parse(chunk.text);
        if parsed.body.iter().any(|entry| matches!(entry, ast::Entry::Junk { .. })) {
            self.junk.push(whole);
            return;
        }
        for entry in &parsed.body {
            let comment = comment_of(entry);
            for part in parts(chunk.text, entry) {
                let (Some(id), Some(value)) = (UnitId::parse(&part.id), part.value) else {
                    continue;
                };
                let value = Value::read(value);
                self.units.push(Unit {
                    id,
                    file: path.to_owned(),
                    line: chunk.line_at(part.at),
                    source: chunk.text[part.span.clone()].to_owned(),
                    span: plain.in_file(base + part.span.start..base + part.span.end),
                    comment: comment.clone(),
                    args: value.variables(),
                });
                self.values.push(value);
            }
        }
    }
}

/// The comment right above an entry, without `#`.
pub fn comment_of(entry: &ast::Entry<&str>) -> String {
    let comment = match entry {
        ast::Entry::Message(message) => message.comment.as_ref(),
        ast::Entry::Term(term) => term.comment.as_ref(),
        _ => None,
    };
    comment.map(|comment| comment.content.join("\n")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_units_with_their_places() {
        let text = "\u{FEFF}# The shop.\r\n-brand = Bazar\r\n    .gender = masculine\r\n\r\n# $n: how many\r\ncart-items =\r\n    { $n ->\r\n        [one] one\r\n       *[other] { $n }\r\n    }\r\n    .label = Cart of { -brand }\r\ncart-only =\r\n    .title = Here\r\n";
        let resource = read("f.ftl", text);
        assert_eq!(resource.junk, []);
        let told: Vec<(&str, usize, &str)> = resource
            .units
            .iter()
            .map(|unit| (unit.id.as_str(), unit.line, &text[unit.span.clone()]))
            .collect();
        assert_eq!(
            told,
            [
                ("-brand", 2, "Bazar"),
                ("-brand.gender", 3, "masculine"),
                (
                    "cart-items",
                    6,
                    "{ $n ->\r\n        [one] one\r\n       *[other] { $n }\r\n    }"
                ),
                ("cart-items.label", 11, "Cart of { -brand }"),
                ("cart-only.title", 13, "Here"),
            ]
        );
        assert_eq!(resource.units[2].source.matches('\r').count(), 0);
        assert_eq!(resource.units[2].args, ["n"]);
        assert_eq!(
            (resource.units[0].comment.as_str(), resource.units[3].comment.as_str()),
            ("The shop.", "$n: how many")
        );
    }

    #[test]
    fn what_cannot_be_read_is_junk_and_touches_nothing_else() {
        let text = "a-a = A\na-b = { $x\na-c = C\n";
        let resource = read("f.ftl", text);
        let ids: Vec<&str> = resource.units.iter().map(|unit| unit.id.as_str()).collect();
        assert_eq!(ids, ["a-a", "a-c"]);
        assert_eq!(resource.junk.len(), 1);
        assert_eq!(
            (resource.junk[0].line, &text[resource.junk[0].span.clone()]),
            (2, "a-b = { $x\n")
        );
        assert_eq!(read("f.ftl", ""), Resource::default());
    }
}
