//! A text ready to be filled in, after all that can be known without its arguments is resolved; and the form in which the
//! shop and the browser fill it, a line of text. How it comes from `.ftl` files is in `fluent`.
//!
//! In the line `{0}` is a variable, and `{0?12:form;o:form;=word:form;:form}` a choice by number, by category (`z`ero, `o`ne,
//! `t`wo, `f`ew, `m`any, the `r`est), by word, or none of these. Right behind the number of a variable may stand how it is
//! written (`#` of a number, `@` of a moment) or, in a choice, counted (`^` places in a row, `.` with digits after the point). A
//! backslash takes the next letter as it is.

use std::fmt::Write as _;

pub use crate::plural::Plural;
pub use crate::style::{Decimal, MomentStyle, NumberStyle};
use crate::unit::UnitId;

/// A text ready to be filled in. Variables are numbered in the order of the list they were compiled with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pattern {
    /// The pieces in reading order.
    pub pieces: Vec<Piece>,
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Literal text.
    Text(String),
    /// The value of a variable.
    Variable {
        /// Its place.
        number: usize,
        /// How it is written, if the text says so.
        style: Option<Style>,
    },
    /// One of several patterns, chosen by a variable.
    Choice {
        /// What chooses.
        by: By,
        /// Forms with their keys; the first that fits is taken.
        forms: Vec<(Key, Pattern)>,
        /// The form marked with a star.
        other: Pattern,
    },
    /// Another text of the same language. There is none in a linked pattern.
    Reference(UnitId),
}

/// How a choice looks at its variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct By {
    /// The place of the variable.
    pub variable: usize,
    /// Whether its number is a place in a row: 1st, 2nd.
    pub is_ordinal: bool,
    /// Digits after the point with which its number is written; a word is compared as it is.
    pub fraction: u8,
}

/// What a form stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// Exactly this number.
    Number(i64),
    /// Exactly this number, which is not whole.
    Decimal(Decimal),
    /// Every number of this category in the language, and the word itself.
    Category(Plural),
    /// Exactly this word.
    Word(String),
}

/// How the value of a variable is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Options of `NUMBER()`.
    Number(NumberStyle),
    /// Options of `DATETIME()`.
    Moment(MomentStyle),
}

impl Pattern {
    /// Whether every way through the text shows or counts this variable.
    pub fn always_uses(&self, variable: usize) -> bool {
        self.pieces.iter().any(|piece| match piece {
            Piece::Text(_) | Piece::Reference(_) => false,
            Piece::Variable { number, .. } => *number == variable,
            Piece::Choice { by, forms, other } => {
                by.variable == variable
                    || (other.always_uses(variable) && forms.iter().all(|(_, form)| form.always_uses(variable)))
            }
        })
    }

    /// Whether a form is chosen by the number in this variable.
    pub fn counts(&self, variable: usize) -> bool {
        let mut keys = Vec::new();
        self.keys_of(variable, &mut keys);
        keys.iter()
            .any(|(key, _)| !matches!(key, Key::Word(_) | Key::Category(Plural::Other)))
    }

    /// The words by which this variable chooses, each with how the choice looks at it.
    pub fn words_of(&self, variable: usize) -> Vec<(&str, By)> {
        let mut keys = Vec::new();
        self.keys_of(variable, &mut keys);
        let words = keys.into_iter().filter_map(|(key, by)| match key {
            Key::Word(word) => Some((word.as_str(), by)),
            _ => None,
        });
        words.collect()
    }

    fn keys_of<'p>(&'p self, variable: usize, keys: &mut Vec<(&'p Key, By)>) {
        for piece in &self.pieces {
            let Piece::Choice { by, forms, other } = piece else {
                continue;
            };
            for (key, form) in forms {
                if by.variable == variable {
                    keys.push((key, *by));
                }
                form.keys_of(variable, keys);
            }
            other.keys_of(variable, keys);
        }
    }

    /// The same pattern with each variable `n` renumbered to `order[n]`.
    #[must_use]
    pub fn renumbered(&self, order: &[usize]) -> Self {
        let at = |n: usize| order.get(n).copied().unwrap_or(n);
        let pieces = self.pieces.iter().map(|piece| match piece {
            Piece::Text(_) | Piece::Reference(_) => piece.clone(),
            Piece::Variable { number, style } => Piece::Variable {
                number: at(*number),
                style: *style,
            },
            Piece::Choice { by, forms, other } => Piece::Choice {
                by: By {
                    variable: at(by.variable),
                    ..*by
                },
                forms: forms
                    .iter()
                    .map(|(key, form)| (key.clone(), form.renumbered(order)))
                    .collect(),
                other: other.renumbered(order),
            },
        });
        Self {
            pieces: pieces.collect(),
        }
    }

    /// All literal text, forms included, for checks of letters and punctuation. A variable or another text reads as U+FFFC.
    pub fn words(&self) -> String {
        let mut words = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => words.push_str(text),
                Piece::Variable { .. } | Piece::Reference(_) => words.push('\u{FFFC}'),
                Piece::Choice { forms, other, .. } => {
                    for form in forms.iter().map(|(_, form)| form).chain([other]) {
                        words.push_str(&form.words());
                        words.push('\n');
                    }
                }
            }
        }
        words
    }

    /// Adds literal text, joined to that before it.
    pub fn push_text(&mut self, text: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Text(last)) => last.push_str(text),
            _ if text.is_empty() => {}
            _ => self.pieces.push(Piece::Text(text.to_owned())),
        }
    }

    /// The pattern as a line of text, from which it is filled in.
    pub fn write(&self) -> String {
        let mut out = String::new();
        self.write_to(&mut out);
        out
    }

    fn write_to(&self, out: &mut String) {
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => {
                    for c in text.chars() {
                        if matches!(c, '\\' | '{' | '}' | '|' | ';') {
                            out.push('\\');
                        }
                        out.push(c);
                    }
                }
                Piece::Variable { number, style } => {
                    let _ = write!(out, "{{{number}");
                    match style {
                        Some(Style::Number(style)) => out.push_str(&style.write()),
                        Some(Style::Moment(style)) => out.extend(['@', style.letter()]),
                        None => {}
                    }
                    out.push('}');
                }
                Piece::Choice { by, forms, other } => {
                    let _ = write!(out, "{{{}", by.variable);
                    if by.is_ordinal {
                        out.push('^');
                    } else if by.fraction > 0 {
                        out.push('.');
                    }
                    out.push('?');
                    for (key, form) in forms {
                        key.write_to(out);
                        out.push(':');
                        form.write_to(out);
                        out.push(';');
                    }
                    out.push(':');
                    other.write_to(out);
                    out.push('}');
                }
                Piece::Reference(_) => {}
            }
        }
    }
}

impl Key {
    fn write_to(&self, out: &mut String) {
        match self {
            Self::Number(number) => {
                let _ = write!(out, "{number}");
            }
            Self::Decimal(number) => {
                let _ = write!(out, "{number}");
            }
            Self::Category(category) => out.push(match category {
                Plural::Zero => 'z',
                Plural::One => 'o',
                Plural::Two => 't',
                Plural::Few => 'f',
                Plural::Many => 'm',
                Plural::Other => 'r',
            }),
            Self::Word(word) => {
                out.push('=');
                out.push_str(word);
            }
        }
    }
}
