//! The small part of Fluent that translators use here: text, `{ $variable }`, and plural forms of a number. The browser
//! fills the same patterns; how they are read from `.ftl` files is in `compile`.

/// A message ready to be filled in. Variables are numbered in the order of the list given to [`Pattern::compile`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pattern {
    /// The pieces in reading order.
    pub pieces: Vec<Piece>,
}

/// A piece of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Literal text.
    Text(String),
    /// The value of a variable.
    Variable(usize),
    /// One of several patterns, chosen by the number in a variable.
    Choice {
        /// The variable that is counted.
        by: usize,
        /// Forms with their keys; the first that fits is taken.
        forms: Vec<(Key, Pattern)>,
        /// The form marked with a star.
        other: Pattern,
    },
}

/// What a plural form stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Exactly this number.
    Number(i64),
    /// Every number of this category in the language.
    Category(Plural),
}

/// Plural categories of CLDR that the four languages use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plural {
    /// One thing.
    One,
    /// Whole millions in Spanish ("un millón de …").
    Many,
    /// Everything else. A form of its own only where another one has the star.
    Other,
}
