//! A row a text: `id, file, english, translation, state, comment`. Cells that a spreadsheet would take for a formula are guarded.

use domain::TableSeparator;
use tables::{Cell, CsvWriter, Reader, Record, Sniffer, unguarded};

use super::{Draft, Exchange, ExchangeError, ExchangeRow};

const COLUMNS: [&str; 6] = ["id", "file", "english", "translation", "state", "comment"];

pub(super) fn write(rows: &[ExchangeRow]) -> Vec<u8> {
    let mut csv = CsvWriter::default();
    csv.row(&COLUMNS.map(Cell::text));
    for row in rows {
        csv.row(&[
            Cell::text(row.id.as_str()),
            Cell::text(row.file.as_str()),
            Cell::text(row.english.as_str()),
            Cell::text(row.source.as_deref().unwrap_or_default()),
            Cell::text(row.state.as_str()),
            Cell::text(row.comment.as_str()),
        ]);
    }
    csv.take()
}

/// Columns are known by their headings, in whatever order and with whatever sign between them. A file that was cut off is refused,
/// as far as it can be told: in the middle of a row.
pub(super) fn read(bytes: &[u8]) -> Result<Exchange, ExchangeError> {
    let mut sniffer = Sniffer::default();
    sniffer.feed(bytes);
    let encoding = sniffer.finish();
    for separator in TableSeparator::ALL {
        let mut reader = Reader::new(encoding, separator);
        let mut rows = Rows::default();
        let fed = reader.feed(bytes, false, |record| rows.take(&record));
        let open = fed.and_then(|()| reader.end_line(|record| rows.take(&record)));
        let is_open = open == Ok(true);
        let fed = open.and_then(|_| reader.feed(&[], true, |record| rows.take(&record)));
        if rows.columns.is_none() {
            continue;
        }
        let (row, is_short) = rows.last.unwrap_or_default();
        if is_open || (is_short && !ends_a_line(bytes)) {
            return Err(ExchangeError::Row(row));
        }
        return match (rows.refused, fed) {
            (Some(error), _) => Err(error),
            (None, Err(_)) => Err(ExchangeError::Damaged(bytes.len())),
            (None, Ok(())) => Ok(rows.exchange),
        };
    }
    Err(ExchangeError::OtherFormat("CSV"))
}

/// Whether the last sign ends a line; in UTF-16 it has a zero beside it.
fn ends_a_line(bytes: &[u8]) -> bool {
    let last = bytes.iter().rev().find(|byte| **byte != 0);
    matches!(last, Some(b'\n' | b'\r'))
}

/// What is known of a file while its rows come by.
#[derive(Debug, Default)]
struct Rows {
    columns: Option<Columns>,
    exchange: Exchange,
    refused: Option<ExchangeError>,
    /// The number of the last row, and whether it has something in it and fewer cells than the first.
    last: Option<(u64, bool)>,
}

impl Rows {
    /// Takes the next one; false when no other is needed.
    fn take(&mut self, record: &Record<'_>) -> bool {
        let Some(columns) = &self.columns else {
            self.columns = Columns::of(record);
            return self.columns.is_some();
        };
        let is_blank = record.is_blank();
        self.last = Some((record.row, !is_blank && record.len() < columns.count));
        if is_blank {
            return true;
        }
        self.refused = if columns.are_in(record) {
            columns.draft(record).finish(&mut self.exchange.rows).err()
        } else {
            Some(ExchangeError::Row(record.row))
        };
        self.refused.is_none()
    }
}

/// Where each column is.
#[derive(Debug)]
struct Columns {
    /// In the order of [`COLUMNS`].
    places: Vec<Option<usize>>,
    /// How many cells the first row has.
    count: usize,
}

impl Columns {
    /// Nothing when there are not those without which nothing can be taken over.
    fn of(headings: &Record<'_>) -> Option<Self> {
        let cells: Vec<String> = headings.cells().map(|cell| cell.trim().to_ascii_lowercase()).collect();
        let places: Vec<_> = COLUMNS
            .iter()
            .map(|name| cells.iter().position(|cell| cell == name))
            .collect();
        let needed = [0, 2, 3]
            .into_iter()
            .all(|at: usize| places.get(at).is_some_and(Option::is_some));
        needed.then_some(Self {
            places,
            count: cells.len(),
        })
    }

    /// Whether a row has the cells that are never left out: spreadsheets leave out empty ones at its end, such as comments.
    fn are_in(&self, record: &Record<'_>) -> bool {
        let mut needed = [0, 2, 3, 4]
            .into_iter()
            .filter_map(|at: usize| self.places.get(at).copied().flatten());
        needed.all(|place| place < record.len())
    }

    fn draft(&self, record: &Record<'_>) -> Draft {
        let cell = |at: usize| {
            let column = self.places.get(at).copied().flatten();
            let text = column.map_or("", |column| unguarded(record.get(column)));
            text.replace("\r\n", "\n")
        };
        Draft {
            id: cell(0),
            file: cell(1),
            english: cell(2),
            source: cell(3),
            state: cell(4).trim().to_owned(),
            comment: cell(5),
        }
    }
}
