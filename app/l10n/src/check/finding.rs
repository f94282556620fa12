//! What the check tells: where, what, and what was probably meant. The sentences are in `locales/*/check.ftl`.

use std::cmp::Ordering;
use std::fmt;

use super::sentences;
use crate::unit::UnitId;

pub use super::kind::Kind;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The text cannot be used; the shop leaves it out, and the build stops.
    Error,
    /// The text is shown, and is nearly certainly not what was meant.
    Warning,
    /// Worth a look: there may be a reason for it.
    Hint,
}

impl Level {
    /// The word for programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }

    /// The level written with exactly this word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Error, Self::Warning, Self::Hint]
            .into_iter()
            .find(|level| level.as_str() == word)
    }
}

/// Something a translator has to look at, for a reader of any language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How much it matters.
    pub level: Level,
    /// What is wrong; it names the sentence.
    pub kind: Kind,
    /// The file as the reader would name it, e.g. `locales/ug/cart.ftl`.
    pub path: String,
    /// Line in the file, from 1.
    pub line: usize,
    /// Character in the line, from 1.
    pub column: usize,
    /// How many characters from there are meant; at least one.
    pub length: usize,
    /// The text, if it is about one.
    pub unit: Option<UnitId>,
    /// What fills the sentence in.
    pub args: Vec<(&'static str, String)>,
    /// The English text, spaces made one.
    pub english: Option<String>,
    /// What was probably meant.
    pub meant: Option<String>,
    /// The line as it stands in the file; empty when there is none.
    pub line_text: String,
}

impl Finding {
    /// A finding at the beginning of a line.
    pub(crate) fn new(kind: Kind, path: &str, line: usize) -> Self {
        Self {
            level: kind.level(),
            kind,
            path: path.to_owned(),
            line,
            column: 1,
            length: 1,
            unit: None,
            args: Vec::new(),
            english: None,
            meant: None,
            line_text: String::new(),
        }
    }

    /// About the text of this name, or of none.
    #[must_use]
    pub(crate) fn of(mut self, id: Option<&str>) -> Self {
        self.unit = id.and_then(UnitId::parse);
        self
    }

    #[must_use]
    pub(crate) fn arg(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    #[must_use]
    pub(crate) fn meant(mut self, meant: Option<String>) -> Self {
        self.meant = meant;
        self
    }

    #[must_use]
    pub(crate) fn english(mut self, source: &str) -> Self {
        self.english = Some(one_line(source));
        self
    }

    /// What is wrong and what to do, in the language of a folder (`en`, `ug`, `zh-Hans`, `es`).
    pub fn sentence(&self, folder: &str) -> String {
        sentences::say(self.kind, folder, &self.args)
    }

    /// «Did you mean …?» in the language of a folder.
    pub fn suggestion(&self, folder: &str) -> Option<String> {
        let meant = self.meant.clone()?;
        Some(sentences::say_word("check-word-meant", folder, &[("meant", meant)]))
    }

    /// By file and line, then by what matters more.
    pub fn order(&self, other: &Self) -> Ordering {
        (&self.path, self.line, self.level, self.column, self.kind).cmp(&(
            &other.path,
            other.line,
            other.level,
            other.column,
            other.kind,
        ))
    }
}

/// One line in English, for logs and the build.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.path, self.line)?;
        if let Some(unit) = &self.unit {
            write!(f, "{}: ", unit.as_str())?;
        }
        f.write_str(&self.sentence("en"))?;
        match (self.suggestion("en"), &self.english) {
            (Some(meant), _) => write!(f, " → {meant}"),
            (None, Some(english)) => write!(f, " → English: {english}"),
            (None, None) => Ok(()),
        }
    }
}

/// A source as one line.
pub(crate) fn one_line(source: &str) -> String {
    source.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A fault of one text, before it is known where in the file it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub kind: Kind,
    /// What fills the sentence in.
    pub args: Vec<(&'static str, String)>,
    /// The letters it is about, as they stand in the source.
    pub at: Option<String>,
    /// What was probably meant.
    pub meant: Option<String>,
}

impl Fault {
    /// A fault of the whole text.
    #[must_use]
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            args: Vec::new(),
            at: None,
            meant: None,
        }
    }

    /// With what fills the sentence in.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// About these letters of the source.
    #[must_use]
    pub fn at(mut self, letters: impl Into<String>) -> Self {
        self.at = Some(letters.into());
        self
    }

    /// With what was probably meant.
    #[must_use]
    pub fn meant(mut self, meant: Option<String>) -> Self {
        self.meant = meant;
        self
    }
}
