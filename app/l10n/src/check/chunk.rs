//! A file cut into its texts before they are parsed, each by itself: a `{` that is never closed cannot reach the next text, and
//! none is parsed that is too deep for the parser.
//!
//! Fluent's grammar has an entry begin in the first column with `name =`, `-name =` or `#`, and in no valid entry a line begins
//! like this, so a valid file is read the same with and without the cuts.

use super::damage::is_unseen;
use super::finding::Kind;

/// Most `{` and `(` in one text. The parser calls itself for each that stands inside another; six forms within six forms need 80.
const MOST_BRACKETS: usize = 100;
/// Longest text with its comment, bytes.
const MOST_BYTES: usize = 20_000;

/// Lines that belong together: a text with the comment right above it, or a comment alone, or lines that are nothing.
#[derive(Clone, Copy, Debug)]
pub struct Chunk<'t> {
    /// The lines.
    pub text: &'t str,
    /// Number of the first, from 1.
    pub line: usize,
}

/// Where a text begins in its chunk.
#[derive(Clone, Copy, Debug)]
pub struct Head<'t> {
    /// Its name, without the `-` of a term.
    pub id: &'t str,
    /// Line in the file.
    pub line: usize,
}

impl<'t> Chunk<'t> {
    /// The text that begins here.
    pub fn head(&self) -> Option<Head<'t>> {
        self.text.split_inclusive('\n').enumerate().find_map(|(number, line)| {
            let id = id_of(line)?;
            Some(Head {
                id,
                line: self.line + number,
            })
        })
    }

    /// Line in the file of a place in the chunk.
    pub fn line_at(&self, place: usize) -> usize {
        self.line + self.text.bytes().take(place).filter(|byte| *byte == b'\n').count()
    }

    /// Character in its line, from 1, of a place in the chunk.
    pub fn column_at(&self, place: usize) -> usize {
        let before = self.text.get(..place).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        line.chars().count() + 1
    }

    /// Why it must not reach the parser.
    pub fn too_much(&self) -> Option<Kind> {
        if self.text.len() > MOST_BYTES {
            return Some(Kind::TextLong);
        }
        let brackets = self.text.bytes().filter(|byte| matches!(byte, b'{' | b'(')).count();
        (brackets > MOST_BRACKETS).then_some(Kind::TextBrackets)
    }
}

/// The chunks of a file. Its lines end with `\n`.
pub fn chunks(text: &str) -> Vec<Chunk<'_>> {
    let mut starts: Vec<(usize, usize)> = Vec::new();
    let (mut offset, mut after_comment) = (0, false);
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let is_comment = line.starts_with('#');
        if (is_comment || begins_text(line)) && !after_comment {
            starts.push((offset, number + 1));
        }
        after_comment = is_comment;
        offset += line.len();
    }
    if starts.first().is_none_or(|(first, _)| *first > 0) && !text.is_empty() {
        starts.insert(0, (0, 1));
    }
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([text.len()]);
    starts
        .iter()
        .zip(ends)
        .filter_map(|(&(from, line), to)| {
            let text = text.get(from..to)?;
            Some(Chunk { text, line })
        })
        .collect()
}

/// Whether an entry begins in this line, be it that its `=` was forgotten or is another sign.
fn begins_text(line: &str) -> bool {
    // A mark of the beginning within a file that was put together of several.
    let line = line.trim_start_matches(is_unseen);
    id_of(line).is_some() || is_lone_id(line.trim_end()) || has_another_sign(line) || has_another_dash(line)
}

/// `cart–title =`: a name with a dash that a word processor made of `-`.
fn has_another_dash(line: &str) -> bool {
    let is_indented = line.starts_with(char::is_whitespace);
    named(line).is_some_and(|name| !is_indented && !name.is_ascii() && meant_id(name).is_some())
}

/// What stands before the `=` of a line, whatever it is.
pub fn named(line: &str) -> Option<&str> {
    let (name, _) = line.split_once('=')?;
    Some(name.trim()).filter(|name| !name.is_empty())
}

/// The name that a text was meant to have: with `-` for other dashes and for `_`, in small letters. Nothing when it has it.
pub fn meant_id(name: &str) -> Option<String> {
    let meant: String = name
        .chars()
        .map(|c| match c {
            '_' | '\u{2010}'..='\u{2015}' | '−' | '－' => '-',
            c => c.to_ascii_lowercase(),
        })
        .collect();
    (meant != name && is_lone_id(&meant)).then_some(meant)
}

/// `cart-title =`, or `-brand =` of a term.
pub(super) fn id_of(line: &str) -> Option<&str> {
    let (id, _) = line.split_once('=')?;
    let id = id.trim_end_matches(' ');
    let id = id.strip_prefix('-').unwrap_or(id);
    let is_id = id.starts_with(|c: char| c.is_ascii_alphabetic())
        && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    is_id.then_some(id)
}

/// `cart-title` and nothing else. A word of a sentence that goes on in the first column has no `-`, or others beside it.
fn is_lone_id(line: &str) -> bool {
    line.contains('-') && is_kebab(line)
}

/// `cart-title: text`, `cart-title ＝ text`, or `=` behind a space of another script. What stands before it has a `-`, as no word
/// before a colon in a sentence that goes on in the first column.
fn has_another_sign(line: &str) -> bool {
    let is_of_id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let (id, rest) = line.split_at(line.find(|c: char| !is_of_id(c)).unwrap_or(line.len()));
    let rest = rest.trim_start_matches(|c: char| matches!(c, ' ' | '\u{A0}' | '\u{3000}') || is_unseen(c));
    is_lone_id(id) && rest.starts_with([':', '：', '＝', '='])
}

/// Whether the text is kebab-case: `cart-step-2`.
pub fn is_kebab(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .split('-')
            .all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_cut_where_entries_begin_and_nowhere_else() {
        let text = "\u{627}\n# a file\n\n# of a\na-b = { $n ->\n    [one] c = d\n   *[other] e\n}\n    more\na-c\n\n-d = x\na-e=y";
        let cut: Vec<(&str, usize)> = chunks(text).iter().map(|chunk| (chunk.text, chunk.line)).collect();
        assert_eq!(
            cut,
            [
                ("\u{627}\n", 1),
                ("# a file\n\n", 2),
                (
                    "# of a\na-b = { $n ->\n    [one] c = d\n   *[other] e\n}\n    more\n",
                    4
                ),
                ("a-c\n\n", 10),
                ("-d = x\n", 12),
                ("a-e=y", 13),
            ]
        );
        for line in [
            "a-c: x",
            "a-c ＝ x",
            "a-c\u{3000}= x",
            "a-c：x",
            "\u{FEFF}a-c = x",
            "a–c = x",
        ] {
            assert_eq!(chunks(&format!("a-b = x\n{line}\n")).len(), 2, "{line}");
        }
        assert_eq!(chunks("a-b = x\nsee: x\n").len(), 1);
        assert_eq!(chunks("a-b =\n    a–c = x\n").len(), 1, "a line of the text");
        assert!(chunks("").is_empty());
        assert_eq!(chunks("a = b")[0].line, 1);
    }

    #[test]
    fn a_damaged_name_is_known_by_what_it_was_meant_to_be() {
        for name in ["cart_title", "cart–title", "CART-title", "cart\u{2011}title"] {
            assert_eq!(meant_id(name).as_deref(), Some("cart-title"), "{name}");
        }
        for name in ["cart-title", "cart title", "cart", "ئا-ب"] {
            assert_eq!(meant_id(name), None, "{name}");
        }
    }

    #[test]
    fn a_head_knows_its_line() {
        let chunk = Chunk {
            text: "# $n = how many\ncart-count =\n    { $n } items\n",
            line: 7,
        };
        let head = chunk.head().map(|head| (head.id, head.line));
        assert_eq!(head, Some(("cart-count", 8)));
        assert_eq!(chunk.line_at(0), 7);
        assert_eq!(chunk.line_at(chunk.text.len()), 10);
        assert_eq!((chunk.column_at(0), chunk.column_at(19)), (1, 4));
    }

    #[test]
    fn what_is_too_deep_or_too_long_is_seen_before_it_is_parsed() {
        let chunk = |text: &str| Chunk { text, line: 1 }.too_much().is_some();
        assert!(chunk(&format!("a-b = {}", "{".repeat(2700))));
        assert!(chunk(&format!("a-b = {{ {}", "A(".repeat(2700))));
        assert!(chunk(&format!("a-b = {}", "x".repeat(600_000))));
        assert!(!chunk(&format!("a-b = {}", "{ $x }".repeat(99))));
    }
}
