//! Workbooks (XLSX) that people bring along. They are made into CSV once, when they come, so that all else reads one kind of
//! file. A workbook is a ZIP archive: what it expands to is counted before anything is read from it.

use std::io::{Cursor, Read};

use calamine::{Data, DataRef, Reader as _, Xlsx};
use domain::{MAX_TABLE_BYTES, MAX_TABLE_ROWS, TableRefusal};
use zip::ZipArchive;

use crate::read::MAX_COLUMNS;
use crate::write::CsvWriter;

/// Largest workbook, bytes as it is sent.
const MAX_PACKED: usize = 8 * 1024 * 1024;
/// What may come out of it, all parts together.
const MAX_UNPACKED: u64 = 64 * 1024 * 1024;
/// Most parts: a workbook of one table has a dozen.
const MAX_PARTS: usize = 1_000;
/// Longest cell, characters: no spreadsheet has longer ones.
const MAX_CELL: usize = 32_767;
/// Blank rows in the middle of a table; what stands below more of them is not of it.
const MAX_GAP: u32 = 1_000;

/// Whether the file begins as an archive does.
pub fn is_workbook(first: &[u8]) -> bool {
    first.starts_with(b"PK\x03\x04")
}

/// Formats of tables that are not read, by how they begin.
pub fn refused_format(first: &[u8]) -> Option<TableRefusal> {
    if first.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Some(TableRefusal::OldExcel);
    }
    let others: [&[u8]; 6] = [b"%PDF", b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"Rar!", b"{\\rtf"];
    let is_other = others.iter().any(|magic| first.starts_with(magic));
    is_other.then_some(TableRefusal::NotATable)
}

/// Reads the first sheet that has rows, as CSV of no more than [`MAX_TABLE_BYTES`].
///
/// # Errors
/// When it is none, expands to too much, or has too many rows or columns.
pub fn rows_of_workbook(bytes: &[u8]) -> Result<Vec<u8>, TableRefusal> {
    if bytes.len() > MAX_PACKED {
        return Err(TableRefusal::TooManyBytes);
    }
    check_unpacked(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| TableRefusal::Damaged)?;
    for name in book.sheet_names() {
        let csv = sheet(&mut book, &name)?;
        if !csv.is_empty() {
            return Ok(csv);
        }
    }
    Err(TableRefusal::Missing)
}

/// Unpacks everything once, to count it: what an archive says of its sizes may be wrong.
fn check_unpacked(bytes: &[u8]) -> Result<(), TableRefusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TableRefusal::Damaged)?;
    if archive.len() > MAX_PARTS {
        return Err(TableRefusal::NotATable);
    }
    if archive.index_for_name("xl/workbook.xml").is_none() {
        return Err(TableRefusal::NotATable);
    }
    let mut left = MAX_UNPACKED;
    let mut buffer = vec![0; 64 * 1024];
    for part in 0..archive.len() {
        let mut file = archive.by_index(part).map_err(|_| TableRefusal::Damaged)?;
        loop {
            let read = file.read(&mut buffer).map_err(|_| TableRefusal::Damaged)?;
            if read == 0 {
                break;
            }
            left = left.checked_sub(read as u64).ok_or(TableRefusal::TooManyBytes)?;
        }
    }
    Ok(())
}

fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<u8>, TableRefusal> {
    let mut cells = book.worksheet_cells_reader(name).map_err(|_| TableRefusal::Damaged)?;
    let mut csv = CsvWriter::default();
    let mut row: Vec<String> = Vec::new();
    let mut open_bytes = 0;
    let (mut at, mut has_rows) = (0_u32, false);
    while let Some(cell) = cells.next_cell().map_err(|_| TableRefusal::Damaged)? {
        let (line, column) = cell.get_position();
        let text = text_of(cell.get_value());
        if text.is_empty() {
            continue;
        }
        if line < at || u64::from(line) >= MAX_TABLE_ROWS {
            return Err(TableRefusal::TooManyRows);
        }
        if line > at {
            // The number of a row stays the one that the sheet shows.
            if line - at > MAX_GAP {
                break;
            }
            for _ in at..line {
                csv.cells(&row);
                row.clear();
            }
            (at, open_bytes) = (line, 0);
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column >= MAX_COLUMNS {
            return Err(TableRefusal::TooManyColumns);
        }
        if row.len() <= column {
            row.resize(column + 1, String::new());
        }
        // A text that many cells share stands in the archive once: what is unpacked does not bound what is written.
        open_bytes += text.len();
        if (csv.len() + open_bytes) as u64 > MAX_TABLE_BYTES {
            return Err(TableRefusal::TooManyBytes);
        }
        row[column] = text;
        has_rows = true;
    }
    csv.cells(&row);
    if csv.len() as u64 > MAX_TABLE_BYTES {
        return Err(TableRefusal::TooManyBytes);
    }
    Ok(if has_rows { csv.take() } else { Vec::new() })
}

fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty | DataRef::Error(_) => String::new(),
        DataRef::String(text) => cut(text).to_owned(),
        DataRef::SharedString(text) => cut(text).to_owned(),
        DataRef::Float(number) => as_shown(*number).to_string(),
        // A day that somebody typed, which the program made a number of days of.
        DataRef::DateTime(at) if at.is_datetime() && at.as_f64() >= 1.0 => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        other => Data::from(other.clone()).to_string(),
    }
}

fn cut(text: &str) -> &str {
    text.char_indices().nth(MAX_CELL).map_or(text, |(end, _)| &text[..end])
}

/// A number with the 15 digits that spreadsheets show: 24 × 1.05 is stored as 25.200000000000003.
fn as_shown(number: f64) -> f64 {
    format!("{number:.14e}").parse().unwrap_or(number)
}
