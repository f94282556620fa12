//! Tables as people bring them along and take them away: letters, separators, what a column stands for, what a row says;
//! CSV and XLSX out, safe for spreadsheets. No database, no files: bytes come in pieces, rows go out one by one, and what
//! is in memory does not grow with a table.
//!
//! What a row may change in the shop, and for whom, is decided in `service`.

mod cell;
mod convert;
mod decode;
mod guard;
mod headers;
mod html;
mod lot;
mod read;
mod recognise;
mod weight;
mod workbook;
mod write;
mod xliff;

pub use convert::{Converter, Item, Outcome, Shape, Texts};
pub use decode::Sniffer;
pub use guard::unguarded;
pub use html::text_of_html;
pub use lot::{LotCells, are_lots};
pub use read::{Reader, Record};
pub use recognise::{Names, Recognised, SAMPLE, once_each, recognise, recognise_as};
pub use workbook::{is_workbook, refused_format, rows_of_workbook};
pub use write::{Cell, CsvWriter, SheetWriter};
pub use xliff::{TranslatedUnit, Unit, is_xliff, read_xliff, write_xliff};
