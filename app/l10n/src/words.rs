//! The sentences one page or island may need, apart from all others: what an island is hydrated with.
//!
//! On the way they are text, `id:pattern|id:pattern|…`, so that they compress together with the page they stand in. In a
//! pattern `{0}` is a variable and `{0?12:form;o:form;:form}` a choice by number, by category (`o`ne, `m`any, the `r`est), or
//! neither; a backslash takes the next letter as it is.

use std::fmt::Write as _;
use std::sync::Arc;

use domain::Locale;

use crate::check::{Key, Pattern, Piece, Plural};
use crate::message::{Message, Text};
use crate::resolve::{self, Part};

/// Some texts in one language. Cloning is cheap and shares them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words(Arc<Inner>);

#[derive(Debug, PartialEq, Eq)]
struct Inner {
    locale: Locale,
    /// By number.
    patterns: Vec<(Text, Arc<Pattern>)>,
}

impl Words {
    #[cfg(any(feature = "fluent", test))]
    pub(crate) fn new(locale: Locale, mut patterns: Vec<(Text, Arc<Pattern>)>) -> Self {
        patterns.sort_by_key(|(text, _)| *text);
        patterns.dedup_by_key(|(text, _)| *text);
        Self(Arc::new(Inner { locale, patterns }))
    }

    /// The language.
    pub fn locale(&self) -> Locale {
        self.0.locale
    }

    /// A text for attributes: arguments stand between isolating characters. Empty when it is not among these, which
    /// tests of the components look for.
    pub fn get<'a>(&self, message: impl Into<Message<'a>>) -> String {
        let message = message.into();
        self.pattern(message.text)
            .map(|pattern| resolve::isolated(pattern, self.0.locale, &message.args))
            .unwrap_or_default()
    }

    /// A text in parts for a view, which puts the isolated ones in `<bdi>`.
    pub fn parts<'a>(&self, message: impl Into<Message<'a>>) -> Vec<Part> {
        let message = message.into();
        self.pattern(message.text)
            .map(|pattern| resolve::parts(pattern, self.0.locale, &message.args))
            .unwrap_or_default()
    }

    fn pattern(&self, text: Text) -> Option<&Pattern> {
        let patterns = &self.0.patterns;
        let place = patterns.binary_search_by_key(&text, |(text, _)| *text);
        debug_assert!(place.is_ok(), "a text that was not taken along: {text:?}");
        patterns.get(place.ok()?).map(|(_, pattern)| &**pattern)
    }

    /// The texts as [`read`](Self::read) takes them.
    pub fn write(&self) -> String {
        let mut out = String::new();
        for (place, (text, pattern)) in self.0.patterns.iter().enumerate() {
            if place > 0 {
                out.push('|');
            }
            let _ = write!(out, "{}:", text.number());
            write_pattern(&mut out, pattern);
        }
        out
    }

    /// Texts that were [written](Self::write) by the same build. What cannot be read is left out.
    pub fn read(locale: Locale, written: &str) -> Self {
        let mut patterns = Vec::new();
        let mut left = written;
        while let Some((number, rest)) = left.split_once(':') {
            let (pattern, rest) = read_pattern(rest, &['|']);
            left = rest.strip_prefix('|').unwrap_or_default();
            if let Ok(number) = number.parse() {
                patterns.push((Text::at(number), Arc::new(pattern)));
            }
        }
        Self(Arc::new(Inner { locale, patterns }))
    }
}

fn write_pattern(out: &mut String, pattern: &Pattern) {
    for piece in &pattern.pieces {
        match piece {
            Piece::Text(text) => {
                for c in text.chars() {
                    if matches!(c, '\\' | '{' | '}' | '|' | ';') {
                        out.push('\\');
                    }
                    out.push(c);
                }
            }
            Piece::Variable(number) => {
                let _ = write!(out, "{{{number}}}");
            }
            Piece::Choice { by, forms, other } => {
                let _ = write!(out, "{{{by}?");
                for (key, form) in forms {
                    match key {
                        Key::Number(number) => {
                            let _ = write!(out, "{number}:");
                        }
                        Key::Category(Plural::One) => out.push_str("o:"),
                        Key::Category(Plural::Many) => out.push_str("m:"),
                        Key::Category(Plural::Other) => out.push_str("r:"),
                    }
                    write_pattern(out, form);
                    out.push(';');
                }
                out.push(':');
                write_pattern(out, other);
                out.push('}');
            }
        }
    }
}

/// A pattern up to one of `ends`, and what is left from there on.
fn read_pattern<'t>(text: &'t str, ends: &[char]) -> (Pattern, &'t str) {
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut left = text;
    while let Some(c) = left.chars().next().filter(|c| !ends.contains(c)) {
        left = &left[c.len_utf8()..];
        match c {
            '\\' => {
                if let Some(c) = left.chars().next() {
                    literal.push(c);
                    left = &left[c.len_utf8()..];
                }
            }
            '{' => {
                if !literal.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut literal)));
                }
                let (piece, rest) = read_placeable(left);
                pieces.extend(piece);
                left = rest;
            }
            c => literal.push(c),
        }
    }
    if !literal.is_empty() {
        pieces.push(Piece::Text(literal));
    }
    (Pattern { pieces }, left)
}

/// What stands behind a `{`.
fn read_placeable(text: &str) -> (Option<Piece>, &str) {
    let Some(end) = text.find(['}', '?']) else {
        return (None, "");
    };
    let number = text[..end].parse().ok();
    let is_choice = text[end..].starts_with('?');
    let mut left = &text[end + 1..];
    if !is_choice {
        return (number.map(Piece::Variable), left);
    }
    let mut forms = Vec::new();
    let mut other = Pattern::default();
    while let Some((key, rest)) = left.split_once(':') {
        let (form, rest) = read_pattern(rest, &[';', '}']);
        match key {
            "" => other = form,
            "o" => forms.push((Key::Category(Plural::One), form)),
            "m" => forms.push((Key::Category(Plural::Many), form)),
            "r" => forms.push((Key::Category(Plural::Other), form)),
            number => forms.extend(number.parse().ok().map(|number| (Key::Number(number), form))),
        }
        let is_last = !rest.starts_with(';');
        left = rest.get(1..).unwrap_or_default();
        if is_last {
            break;
        }
    }
    (number.map(|by| Piece::Choice { by, forms, other }), left)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Piece {
        Piece::Text(text.to_owned())
    }

    #[test]
    fn patterns_are_read_back_as_they_were_written() {
        let nested = Pattern {
            pieces: vec![
                text("a|b;{c}\\ \"ئ"),
                Piece::Variable(1),
                Piece::Choice {
                    by: 0,
                    forms: vec![
                        (
                            Key::Number(-12),
                            Pattern {
                                pieces: vec![text("none:")],
                            },
                        ),
                        (
                            Key::Category(Plural::One),
                            Pattern {
                                pieces: vec![Piece::Variable(0), text(" thing;")],
                            },
                        ),
                        (Key::Category(Plural::Many), Pattern::default()),
                        (Key::Category(Plural::Other), Pattern::default()),
                    ],
                    other: Pattern {
                        pieces: vec![text("}"), Piece::Variable(2)],
                    },
                },
                text("end"),
            ],
        };
        let empty = Pattern::default();
        let words = Words::new(
            Locale::Ug,
            vec![
                (Text::at(300), Arc::new(nested)),
                (Text::at(2), Arc::new(empty)),
                (
                    Text::at(7),
                    Arc::new(Pattern {
                        pieces: vec![text("x")],
                    }),
                ),
            ],
        );
        assert_eq!(Words::read(Locale::Ug, &words.write()), words);
    }

    #[test]
    fn broken_words_are_left_out_rather_than_a_panic() {
        for broken in [
            "",
            ":",
            "x:y",
            "1:{",
            "1:{x}",
            "1:{0?",
            "1:{0?o",
            "1:{0?o:",
            "1:\\",
            "1:a|",
            "|||",
            "1:{0?:}|2",
        ] {
            drop(Words::read(Locale::Es, broken));
        }
    }
}
