//! What XLIFF and TMX have in common: signs that XML writes otherwise, and reading without expanding anything.

use quick_xml::events::{BytesRef, BytesStart};

use super::ExchangeError;

/// Deepest an element may stand; a segment of ours stands six deep.
pub(super) const MAX_DEPTH: usize = 64;

/// Text as it stands in an element or an attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            // A reader makes one line feed of it else.
            '\r' => out.push_str("&#13;"),
            c => out.push(c),
        }
    }
    out
}

/// Whether XML 1.0 has a way to write it.
pub(super) const fn is_writable(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}

/// An attribute of ours, which has nothing in it that XML writes otherwise; empty without it.
pub(super) fn value(tag: &BytesStart<'_>, name: &str, at: usize) -> Result<String, ExchangeError> {
    let found = tag.try_get_attribute(name).map_err(|_| ExchangeError::Damaged(at))?;
    Ok(found.map_or_else(String::new, |found| String::from_utf8_lossy(&found.value).into_owned()))
}

/// The letter a reference stands for.
pub(super) fn letter_of(reference: &BytesRef<'_>, at: usize) -> Result<char, ExchangeError> {
    if let Some(letter) = reference.resolve_char_ref().map_err(|_| ExchangeError::Damaged(at))? {
        return Ok(letter);
    }
    let name = reference.decode().map_err(|_| ExchangeError::Damaged(at))?;
    Ok(match &*name {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        _ => return Err(ExchangeError::Entities),
    })
}

/// A stretch of a source: words, or a variable that is filled in.
pub(super) enum Bit<'t> {
    Words(&'t str),
    /// `{ $count }` with its braces.
    Variable(&'t str),
}

/// A source in stretches; forms and all else stay words, which a translator has to be able to change.
pub(super) fn bits(source: &str) -> Vec<Bit<'_>> {
    let mut found = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(open) = source[at..].find('{') {
        let start = at + open;
        let Some(end) = variable_end(&source[start..]) else {
            at = start + 1;
            continue;
        };
        if from < start {
            found.push(Bit::Words(&source[from..start]));
        }
        found.push(Bit::Variable(&source[start..start + end]));
        (from, at) = (start + end, start + end);
    }
    if from < source.len() {
        found.push(Bit::Words(&source[from..]));
    }
    found
}

/// Where `{ $name }` ends, if the text begins with one.
fn variable_end(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('{')?;
    let (inside, _) = inner.split_once('}')?;
    let name = inside.trim_matches(' ').strip_prefix('$')?;
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    is_name.then_some(inside.len() + 2)
}
