//! Fills a pattern with arguments and keeps each argument from turning the text around it.
//!
//! In a right-to-left sentence `¥12.50` or `0991-1234567` really flips without isolation, so it is never off by
//! default: markup isolates with `<bdi>` ([`Part`]), plain text with the characters FSI … PDI (Unicode UAX #9).

use std::borrow::Cow;

use domain::Locale;

use crate::check::{Key, Pattern, Piece, Plural};
use crate::format;
use crate::message::Arg;

/// First strong isolate: what follows takes its direction from its own first letter.
const FSI: char = '\u{2068}';
/// Pop directional isolate: the end of it.
const PDI: char = '\u{2069}';

/// A stretch of a message for a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Words of the translation.
    Text(String),
    /// An argument; a view puts it in `<bdi>`.
    Isolated(String),
}

/// The message with every argument between FSI and PDI.
pub(crate) fn isolated(pattern: &Pattern, locale: Locale, args: &[Arg<'_>]) -> String {
    let mut out = String::new();
    walk(pattern, locale, args, &mut |part| match part {
        Bit::Text(text) => out.push_str(text),
        Bit::Argument(text) => {
            out.push(FSI);
            out.push_str(&harmless(text));
            out.push(PDI);
        }
    });
    out
}

/// The message without any direction characters, for `<title>`, e-mail subjects and logs.
#[cfg(feature = "fluent")]
pub(crate) fn plain(pattern: &Pattern, locale: Locale, args: &[Arg<'_>]) -> String {
    let mut out = String::new();
    walk(pattern, locale, args, &mut |part| match part {
        Bit::Text(text) => out.push_str(text),
        Bit::Argument(text) => out.extend(text.chars().filter(|c| !is_control(*c))),
    });
    out
}

/// The message in parts, neighbouring text joined.
pub(crate) fn parts(pattern: &Pattern, locale: Locale, args: &[Arg<'_>]) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::new();
    walk(pattern, locale, args, &mut |part| match (part, out.last_mut()) {
        (Bit::Text(text), Some(Part::Text(last))) => last.push_str(text),
        (Bit::Text(text), _) => out.push(Part::Text(text.to_owned())),
        (Bit::Argument(text), _) => out.push(Part::Isolated(harmless(text).into_owned())),
    });
    out
}

enum Bit<'x> {
    Text(&'x str),
    Argument(&'x str),
}

fn walk(pattern: &Pattern, locale: Locale, args: &[Arg<'_>], out: &mut dyn FnMut(Bit<'_>)) {
    for piece in &pattern.pieces {
        match piece {
            Piece::Text(text) => out(Bit::Text(text)),
            Piece::Variable(number) => match args.get(*number) {
                Some(Arg::Number(value)) => out(Bit::Argument(&format::number(locale, *value))),
                Some(Arg::Text(text)) => out(Bit::Argument(text)),
                None => {}
            },
            Piece::Choice { by, forms, other } => {
                let form = match args.get(*by) {
                    Some(Arg::Number(value)) => choose(forms, locale, *value),
                    _ => None,
                };
                walk(form.unwrap_or(other), locale, args, out);
            }
        }
    }
}

fn choose(forms: &[(Key, Pattern)], locale: Locale, value: i64) -> Option<&Pattern> {
    let category = Key::Category(plural(locale, value));
    forms
        .iter()
        .find(|(key, _)| *key == Key::Number(value) || *key == category)
        .map(|(_, form)| form)
}

/// CLDR 48 cardinal rules for whole numbers.
fn plural(locale: Locale, value: i64) -> Plural {
    match locale {
        Locale::Ug | Locale::Es if value.unsigned_abs() == 1 => Plural::One,
        Locale::Es if value != 0 && value % 1_000_000 == 0 => Plural::Many,
        Locale::Ug | Locale::Zh | Locale::Es => Plural::Other,
    }
}

/// A name typed by a stranger must not end our isolate or override directions: overrides go, and isolates stay only
/// when each is closed (a list of names that has been isolated already is).
fn harmless(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_control) {
        return Cow::Borrowed(text);
    }
    let mut depth = 0_usize;
    let mut closed = true;
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            PDI if depth == 0 => closed = false,
            PDI => depth -= 1,
            _ => {}
        }
    }
    let keep_isolates = closed && depth == 0;
    let keep = |c: &char| !is_control(*c) || (keep_isolates && matches!(c, '\u{2066}'..='\u{2069}'));
    Cow::Owned(text.chars().filter(keep).collect())
}

fn is_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
