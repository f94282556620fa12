//! gettext's PO: the text's name is its `msgctxt`, its English the `msgid`. Plural forms stay inside the source: PO has them by
//! language, Fluent by text.

use std::fmt::Write;

use super::{Draft, Exchange, ExchangeError, ExchangeRow, UnitState, text_of};

pub(super) fn write(language: &str, rows: &[ExchangeRow]) -> String {
    let mut out = String::new();
    out.push_str("msgid \"\"\nmsgstr \"\"\n");
    for line in [
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        "X-Generator: Bazar",
    ] {
        _ = writeln!(out, "\"{line}\\n\"");
    }
    _ = writeln!(out, "\"Language: {}\\n\"", language.replace('-', "_"));
    for row in rows {
        out.push('\n');
        if !row.comment.is_empty() {
            for line in row.comment.split('\n') {
                _ = writeln!(out, "#. {}", escaped(line));
            }
        }
        _ = writeln!(out, "#: {}", row.file.replace(' ', "_"));
        if matches!(row.state, UnitState::Doubtful | UnitState::Outdated) {
            _ = writeln!(out, "#, fuzzy, {}", row.state.as_str());
        }
        _ = writeln!(out, "msgctxt {}", quoted(row.id.as_str()));
        _ = writeln!(out, "msgid {}", quoted(&row.english));
        _ = writeln!(out, "msgstr {}", quoted(row.source.as_deref().unwrap_or_default()));
    }
    out
}

/// A string, a line of it a line if there are several.
fn quoted(text: &str) -> String {
    if !text.contains('\n') {
        return format!("\"{}\"", escaped(text));
    }
    let lines = text
        .split_inclusive('\n')
        .map(|line| format!("\n\"{}\"", escaped(line)));
    format!("\"\"{}", lines.collect::<String>())
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c => out.push(c),
        }
    }
    out
}

/// Which string the lines belong to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Field {
    #[default]
    None,
    Context,
    English,
    Source,
    /// A plural form or an older wording, which no text of ours has.
    Other,
}

pub(super) fn read(bytes: &[u8]) -> Result<Exchange, ExchangeError> {
    let text = text_of(bytes, "PO")?;
    let mut exchange = Exchange::default();
    let mut entry = Open::default();
    let mut at = 0;
    let mut has_any = false;
    for line in text.split_inclusive('\n') {
        let damaged = ExchangeError::Damaged(at);
        at += line.len();
        let line = line.trim_end_matches(['\r', '\n']);
        let bare = line.trim();
        if bare.is_empty() {
            continue;
        }
        // What comes before the strings of an entry begins the next one.
        let begins = bare.starts_with('#') || bare.starts_with("msgctxt");
        if begins && entry.has_source {
            std::mem::take(&mut entry).finish(&mut exchange)?;
        }
        if bare.starts_with('#') {
            entry.comment(line);
            continue;
        }
        let (word, string) = match bare.find('"') {
            Some(quote) => (bare[..quote].trim(), &bare[quote..]),
            None => return Err(damaged),
        };
        if word == "msgid" && entry.has_source {
            std::mem::take(&mut entry).finish(&mut exchange)?;
        }
        entry.field = match word {
            "" => entry.field,
            "msgctxt" => Field::Context,
            "msgid" => Field::English,
            "msgstr" => Field::Source,
            word if word.starts_with("msg") => Field::Other,
            _ => return Err(ExchangeError::OtherFormat("PO")),
        };
        has_any = true;
        let string = unquoted(string).ok_or(damaged)?;
        match entry.field {
            Field::None => return Err(ExchangeError::OtherFormat("PO")),
            Field::Context => entry.draft.id.push_str(&string),
            Field::English => entry.draft.english.push_str(&string),
            Field::Source => {
                entry.draft.source.push_str(&string);
                entry.has_source = true;
            }
            Field::Other => {}
        }
    }
    entry.finish(&mut exchange)?;
    if has_any {
        Ok(exchange)
    } else {
        Err(ExchangeError::OtherFormat("PO"))
    }
}

/// An entry while it is read.
#[derive(Debug, Default)]
struct Open {
    draft: Draft,
    field: Field,
    has_source: bool,
    has_comment: bool,
    is_fuzzy: bool,
}

impl Open {
    fn comment(&mut self, line: &str) {
        if let Some(text) = line.strip_prefix("#.") {
            if self.has_comment {
                self.draft.comment.push('\n');
            }
            self.has_comment = true;
            let text = text.strip_prefix(' ').unwrap_or(text);
            // Whoever adds a note of their own need not know about escapes.
            self.draft
                .comment
                .push_str(&plain(text).unwrap_or_else(|| text.to_owned()));
        } else if let Some(places) = line.strip_prefix("#:") {
            if self.draft.file.is_empty() {
                let first = places.split_whitespace().next().unwrap_or_default();
                self.draft.file = first.split(':').next().unwrap_or_default().to_owned();
            }
        } else if let Some(flags) = line.strip_prefix("#,") {
            for flag in flags.split(',').map(str::trim) {
                self.is_fuzzy |= flag == "fuzzy";
                if UnitState::parse(flag).is_some() {
                    flag.clone_into(&mut self.draft.state);
                }
            }
        }
    }

    fn finish(mut self, exchange: &mut Exchange) -> Result<(), ExchangeError> {
        if !self.has_source {
            return Ok(());
        }
        if self.draft.id.is_empty() && self.draft.english.is_empty() {
            let mut lines = self.draft.source.lines();
            let language = lines.find_map(|line| line.strip_prefix("Language:"));
            let language = language.map(|language| language.trim().replace('_', "-"));
            exchange.language = language.filter(|language| !language.is_empty());
            return Ok(());
        }
        // Whoever looked at it took the mark away.
        if !self.is_fuzzy {
            self.draft.state.clear();
        } else if self.draft.state.is_empty() {
            self.draft.state = UnitState::Doubtful.as_str().to_owned();
        }
        self.draft.finish(&mut exchange.rows)
    }
}

/// `"…"` without its marks.
fn unquoted(string: &str) -> Option<String> {
    plain(string.strip_prefix('"')?.strip_suffix('"')?)
}

/// Text without its escapes; nothing when one of them is unknown, or a quotation mark stands bare.
fn plain(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(c) = letters.next() {
        out.push(match c {
            '\\' => match letters.next()? {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                other @ ('"' | '\\') => other,
                _ => return None,
            },
            '"' => return None,
            c => c,
        });
    }
    Some(out)
}
