//! Texts on their way to other programs and back: XLIFF 2, CSV, TMX and PO.
//!
//! A text travels as its Fluent source, whole, in one segment, with its English beside it: by that one the wording it was
//! translated from is known when it comes back, whatever the program in between keeps of the rest. Nothing is expanded, and what is
//! read is bounded.

mod csv;
mod po;
mod tmx;
mod xliff2;
mod xml;

use std::collections::HashSet;

use l10n::unit::{SourceHash, UnitId, source_hash};
use thiserror::Error;

/// Largest file, bytes.
pub const MOST_BYTES: usize = 20_000_000;
/// Most texts in one.
pub const MOST_ROWS: usize = 20_000;
/// Longest text, bytes: as of files.
const MOST_TEXT: usize = 20_000;

/// An enum whose values have words of their own.
macro_rules! words {
    ($(#[$about:meta])* pub enum $name:ident { $( $(#[$note:meta])* $variant:ident = $word:literal, )+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $( $(#[$note])* $variant, )+
        }

        impl $name {
            /// Every value.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$variant),+];

            /// Its word.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The value written with exactly this word.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|value| value.as_str() == word)
            }
        }
    };
}

words! {
    /// How a file is written.
    pub enum Format {
        /// OASIS XLIFF 2.0, what translation programs prefer.
        Xliff2 = "xliff",
        /// For spreadsheets.
        Csv = "csv",
        /// A memory of translations, TMX 1.4.
        Tmx = "tmx",
        /// gettext, with the text's name as its context.
        Po = "po",
    }
}

words! {
    /// How a translation stands.
    pub enum UnitState {
        /// There is none.
        Missing = "missing",
        /// Somebody doubts it: its comment says `review:`.
        Doubtful = "doubtful",
        /// Its English says something else now.
        Outdated = "outdated",
        /// It is there.
        Translated = "translated",
    }
}

impl Format {
    /// The format that a file of this name has.
    pub fn of_name(name: &str) -> Option<Self> {
        match name.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
            "xlf" | "xliff" => Some(Self::Xliff2),
            "csv" | "tsv" | "txt" => Some(Self::Csv),
            "tmx" => Some(Self::Tmx),
            "po" | "pot" => Some(Self::Po),
            _ => None,
        }
    }

    /// How the name of such a file ends.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Xliff2 => "xlf",
            Self::Csv => "csv",
            Self::Tmx => "tmx",
            Self::Po => "po",
        }
    }
}

/// A text with its translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExchangeRow {
    /// Its name.
    pub id: UnitId,
    /// The file it stands in, `cart.ftl`.
    pub file: String,
    /// The English source it is translated from.
    pub english: String,
    /// The translation as Fluent source, if there is one.
    pub source: Option<String>,
    /// What a translator is told of it.
    pub comment: String,
    /// How it stands.
    pub state: UnitState,
}

impl ExchangeRow {
    /// Which wording of the English text it was translated from.
    pub fn english_hash(&self) -> SourceHash {
        source_hash(&self.english)
    }
}

/// The texts of a file and the language they are in, where it says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exchange {
    /// The language they were translated into, as the file names it (BCP 47).
    pub language: Option<String>,
    /// In the order of the file.
    pub rows: Vec<ExchangeRow>,
    /// Texts in which elements of another program stand, of which it is not known what they say: they are no rows.
    pub foreign: Vec<UnitId>,
}

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ExchangeError {
    /// More than [`MOST_BYTES`].
    #[error("the file is larger than 20 MB")]
    TooLarge,
    /// More than [`MOST_ROWS`].
    #[error("there are more than 20000 texts in the file")]
    TooMany,
    /// A text of more than 20 kB.
    #[error("{0} is far too long")]
    TooLong(String),
    /// It is no file of this format at all.
    #[error("this is no {0} file that Bazar wrote, or a program after it")]
    OtherFormat(&'static str),
    /// It ends too early, or is broken, in this line.
    #[error("the file is damaged in line {0}")]
    Damaged(usize),
    /// It was cut off in this row, or cells of it were lost.
    #[error("row {0} is not whole: cells are missing, or a quotation mark is not closed")]
    Row(u64),
    /// Entities of a document's own could grow without end.
    #[error("the file declares XML entities, which are not read")]
    Entities,
    /// A name that no text has.
    #[error("`{0}` is not the name of a text")]
    Name(String),
    /// Nobody knows which is meant.
    #[error("{0} is in the file twice")]
    Twice(UnitId),
}

/// Writes texts translated into `language` (BCP 47, `zh-Hans`).
pub fn write(format: Format, language: &str, rows: &[ExchangeRow]) -> Vec<u8> {
    match format {
        Format::Xliff2 => xliff2::write(language, rows).into_bytes(),
        Format::Csv => csv::write(rows),
        Format::Tmx => tmx::write(language, rows).into_bytes(),
        Format::Po => po::write(language, rows).into_bytes(),
    }
}

/// Reads a file that was [written](write) here and may have been through other programs.
///
/// # Errors
/// When nothing of it can be used.
pub fn read(format: Format, bytes: &[u8]) -> Result<Exchange, ExchangeError> {
    if bytes.len() > MOST_BYTES {
        return Err(ExchangeError::TooLarge);
    }
    let read = match format {
        Format::Xliff2 => xliff2::read(bytes),
        Format::Csv => csv::read(bytes),
        Format::Tmx => tmx::read(bytes),
        Format::Po => po::read(bytes),
    };
    let exchange = read.map_err(|error| match error {
        // The readers know the byte; who looks at the file sees lines.
        ExchangeError::Damaged(at) => ExchangeError::Damaged(line_at(bytes, at)),
        error => error,
    })?;
    let mut seen = HashSet::new();
    for row in &exchange.rows {
        if !seen.insert(&row.id) {
            return Err(ExchangeError::Twice(row.id.clone()));
        }
    }
    Ok(exchange)
}

/// The line of a byte, from 1.
fn line_at(bytes: &[u8], at: usize) -> usize {
    1 + bytes.iter().take(at).filter(|byte| **byte == b'\n').count()
}

/// Whether these are the bytes of a workbook, or of another packed file, whatever its name says.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0")
}

/// A row while it is read.
#[derive(Clone, Debug, Default)]
struct Draft {
    id: String,
    file: String,
    english: String,
    source: String,
    comment: String,
    state: String,
}

impl Draft {
    /// Puts it to the others.
    fn finish(self, rows: &mut Vec<ExchangeRow>) -> Result<(), ExchangeError> {
        let id = UnitId::parse(self.id.trim()).ok_or(ExchangeError::Name(self.id))?;
        if self.english.len().max(self.source.len()) > MOST_TEXT {
            return Err(ExchangeError::TooLong(id.to_string()));
        }
        if rows.len() >= MOST_ROWS {
            return Err(ExchangeError::TooMany);
        }
        let source = Some(self.source).filter(|source| !source.trim().is_empty());
        let is_there = source.is_some();
        rows.push(ExchangeRow {
            id,
            file: self.file,
            english: self.english,
            source,
            comment: self.comment,
            state: UnitState::parse(&self.state).unwrap_or(if is_there {
                UnitState::Translated
            } else {
                UnitState::Missing
            }),
        });
        Ok(())
    }
}

/// A file's letters; some programs write UTF-16.
fn text_of(bytes: &[u8], format: &'static str) -> Result<String, ExchangeError> {
    let pairs = |of: fn([u8; 2]) -> u16| {
        let units = bytes[2..].chunks_exact(2).map(|pair| of([pair[0], pair[1]]));
        String::from_utf16(&units.collect::<Vec<_>>()).map_err(|_| ExchangeError::OtherFormat(format))
    };
    match bytes {
        [0xFF, 0xFE, ..] => pairs(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => pairs(u16::from_be_bytes),
        _ => {
            let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
            let text = std::str::from_utf8(bytes).map_err(|error| ExchangeError::Damaged(error.valid_up_to()))?;
            Ok(text.to_owned())
        }
    }
}
