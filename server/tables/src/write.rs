//! Tables on their way out: CSV row by row, or a workbook.

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};
use thiserror::Error;

use crate::guard::{guarded, needs_guard, quoted};

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words; never taken for a formula, whatever they begin with.
    Text(String),
    /// Digits of our own making, with a point; a workbook counts with them.
    Number(String),
}

impl Cell {
    /// A cell with words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A cell with a number.
    pub fn number(number: impl std::fmt::Display) -> Self {
        Self::Number(number.to_string())
    }
}

/// Writes CSV (RFC 4180) in UTF-8, with the mark by which Excel knows it.
#[derive(Debug)]
pub struct CsvWriter {
    csv: csv_core::Writer,
    out: Vec<u8>,
}

impl Default for CsvWriter {
    fn default() -> Self {
        Self {
            csv: csv_core::WriterBuilder::new()
                .terminator(csv_core::Terminator::CRLF)
                .build(),
            out: "\u{FEFF}".into(),
        }
    }
}

impl CsvWriter {
    /// Writes a row.
    pub fn row(&mut self, cells: &[Cell]) {
        self.cells(cells.iter().map(|cell| match cell {
            Cell::Text(text) => guarded(text),
            Cell::Number(number) => number.into(),
        }));
    }

    /// Writes a row as it is.
    pub fn cells<C: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = C>) {
        for (at, cell) in cells.into_iter().enumerate() {
            if at > 0 {
                self.put(|csv, out| {
                    let (result, written) = csv.delimiter(out);
                    (result, 0, written)
                });
            }
            let mut rest = cell.as_ref().as_bytes();
            self.put(|csv, out| {
                let (result, read, written) = csv.field(rest, out);
                rest = &rest[read..];
                (result, read, written)
            });
        }
        self.put(|csv, out| {
            let (result, written) = csv.terminator(out);
            (result, 0, written)
        });
    }

    /// What was written since the last time.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.out)
    }

    /// How much is written.
    pub const fn len(&self) -> usize {
        self.out.len()
    }

    /// Whether nothing is.
    pub const fn is_empty(&self) -> bool {
        self.out.is_empty()
    }

    fn put(&mut self, mut step: impl FnMut(&mut csv_core::Writer, &mut [u8]) -> (csv_core::WriteResult, usize, usize)) {
        let mut buffer = [0; 1024];
        loop {
            let (result, _, written) = step(&mut self.csv, &mut buffer);
            self.out.extend_from_slice(&buffer[..written]);
            if result == csv_core::WriteResult::InputEmpty {
                return;
            }
        }
    }
}

/// Why a workbook could not be written.
#[derive(Debug, Error)]
#[error("the workbook cannot be written")]
pub struct SheetError(#[from] XlsxError);

/// Writes a workbook of one sheet. Rows lie in a temporary file until it is [finished](Self::finish).
pub struct SheetWriter {
    book: Workbook,
    bold: Format,
    /// Stays a text also when somebody opens the cell and closes it again.
    text: Format,
    row: u32,
}

impl std::fmt::Debug for SheetWriter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SheetWriter")
            .field("row", &self.row)
            .finish_non_exhaustive()
    }
}

impl SheetWriter {
    /// A workbook with nothing in it.
    ///
    /// # Errors
    /// When there is no room for its temporary file.
    pub fn new(is_right_to_left: bool) -> Result<Self, SheetError> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet_with_constant_memory();
        sheet.set_right_to_left(is_right_to_left);
        sheet.set_freeze_panes(1, 0)?;
        Ok(Self {
            book,
            bold: Format::new().set_bold(),
            text: Format::new().set_quote_prefix(),
            row: 0,
        })
    }

    /// What people type into this column, from 0, stays as they type it: no day is made of a month.
    ///
    /// # Errors
    /// When a sheet has no such column.
    pub fn take_as_typed(&mut self, column: u16) -> Result<(), SheetError> {
        let text = Format::new().set_num_format("@");
        self.sheet()?.set_column_format(column, &text)?;
        Ok(())
    }

    /// Writes a row; the first one has the headings.
    ///
    /// # Errors
    /// When the disk is full, or there are more rows than a sheet has.
    pub fn row(&mut self, cells: &[Cell]) -> Result<(), SheetError> {
        let (row, bold, as_text) = (self.row, self.bold.clone(), self.text.clone());
        let sheet = self.sheet()?;
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Text(text) if row == 0 => {
                    sheet.write_string_with_format(row, column, quoted(text), &bold)?;
                }
                Cell::Text(text) if text.is_empty() => {}
                Cell::Text(text) if needs_guard(text) => {
                    sheet.write_string_with_format(row, column, quoted(text), &as_text)?;
                }
                Cell::Text(text) => {
                    sheet.write_string(row, column, text)?;
                }
                Cell::Number(number) => match number.parse::<f64>() {
                    // The same digits come back: none of ours has more than a double holds.
                    Ok(value) => _ = sheet.write_number(row, column, value)?,
                    Err(_) => _ = sheet.write_string(row, column, number)?,
                },
            }
        }
        self.row += 1;
        Ok(())
    }

    fn sheet(&mut self) -> Result<&mut Worksheet, SheetError> {
        Ok(self.book.worksheet_from_index(0)?)
    }

    /// The file.
    ///
    /// # Errors
    /// When it cannot be put together.
    pub fn finish(mut self) -> Result<Vec<u8>, SheetError> {
        Ok(self.book.save_to_buffer()?)
    }
}
