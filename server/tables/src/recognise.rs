//! What a file is: how it is parted, whose it is, what its columns stand for. A guess, which people can mend.

use domain::{TableColumn, TableEncoding, TableKind, TableSeparator};

use crate::headers::{self, plain};
use crate::lot;
use crate::read::{MAX_COLUMNS, Reader, Record};

/// Bytes from the beginning of a file by which it is recognised.
pub const SAMPLE: usize = 256 * 1024;
/// Rows that are looked at.
const LOOKED_AT: usize = 40;
/// Rows among which the headings are: some tables have a title above them.
const HEADINGS: usize = 10;

/// What our own columns are called, in all languages.
#[derive(Clone, Debug, Default)]
pub struct Names(Vec<(String, TableColumn)>);

impl Names {
    /// Adds a name.
    pub fn add(&mut self, name: &str, column: TableColumn) {
        self.0.push((plain(name), column));
    }

    fn find(&self, heading: &str) -> Option<TableColumn> {
        let named = self
            .0
            .iter()
            .find(|(name, _)| name == heading)
            .map(|(_, column)| *column);
        named.or_else(|| TableColumn::parse(heading))
    }
}

/// What was recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// How it is parted.
    pub separator: TableSeparator,
    /// Whose it is.
    pub kind: TableKind,
    /// The row with the headings, from 1; 0 when there is none at all.
    pub header: u64,
    /// The headings as they are written.
    pub headings: Vec<String>,
    /// What each stands for.
    pub columns: Vec<TableColumn>,
}

/// Recognises a file by its beginning.
pub fn recognise(sample: &[u8], encoding: TableEncoding, names: &Names) -> Recognised {
    let separator = TableSeparator::ALL
        .into_iter()
        .max_by_key(|separator| (evenness(sample, encoding, *separator), std::cmp::Reverse(*separator)))
        .unwrap_or(TableSeparator::Comma);
    recognise_as(sample, encoding, separator, None, names)
}

/// Recognises the columns of a file that is known to be parted so, and perhaps whose it is.
pub fn recognise_as(
    sample: &[u8],
    encoding: TableEncoding,
    separator: TableSeparator,
    kind: Option<TableKind>,
    names: &Names,
) -> Recognised {
    let rows = first_rows(sample, encoding, separator);
    let mut best: Option<(usize, Recognised)> = None;
    for (row, cells) in rows.iter().take(HEADINGS) {
        for of in TableKind::ALL {
            if kind.is_some_and(|kind| kind != of) {
                continue;
            }
            let columns = columns_of(of, cells, names);
            let known = columns.iter().filter(|column| **column != TableColumn::Ignore).count();
            let is_whole = kind.is_some() || is_whole(of, &columns);
            // A row of headings names more than one column.
            if !is_whole || known < 2 || best.as_ref().is_some_and(|(most, _)| *most >= known) {
                continue;
            }
            let found = Recognised {
                separator,
                kind: of,
                header: *row,
                headings: cells.clone(),
                columns,
            };
            best = Some((known, found));
        }
    }
    best.map_or_else(|| unknown(separator, kind, &rows, names), |(_, found)| found)
}

/// The first row that says anything, for people to say what its columns are.
fn unknown(
    separator: TableSeparator,
    kind: Option<TableKind>,
    rows: &[(u64, Vec<String>)],
    names: &Names,
) -> Recognised {
    let (header, headings) = rows.first().cloned().unwrap_or_default();
    let kind = kind.unwrap_or(TableKind::Own);
    Recognised {
        separator,
        kind,
        header,
        columns: columns_of(kind, &headings, names),
        headings,
    }
}

fn columns_of(kind: TableKind, headings: &[String], names: &Names) -> Vec<TableColumn> {
    let columns = headings.iter().map(|heading| {
        let heading = plain(heading);
        let known = match kind {
            TableKind::Own => names.find(&heading).or_else(|| headers::column(kind, &heading)),
            TableKind::Shopify | TableKind::WooCommerce => headers::column(kind, &heading),
        };
        known.unwrap_or(TableColumn::Ignore)
    });
    let mut columns: Vec<TableColumn> = columns.collect();
    lot::settle(&mut columns);
    once_each(columns)
}

/// Two columns cannot both be the price: the first one is. Those of lots stand beside nothing else than the goods they are of.
pub fn once_each(mut columns: Vec<TableColumn>) -> Vec<TableColumn> {
    for at in 0..columns.len() {
        let (before, column) = (&columns[..at], columns[at]);
        if !may_repeat(column) && before.contains(&column) {
            columns[at] = TableColumn::Ignore;
        }
    }
    lot::with_lots_alone(&mut columns);
    columns
}

/// Whether several columns of a table may stand for the same.
const fn may_repeat(column: TableColumn) -> bool {
    matches!(
        column,
        TableColumn::Ignore | TableColumn::Variant | TableColumn::Picture
    )
}

/// Whether a table of this kind would look like that.
fn is_whole(kind: TableKind, columns: &[TableColumn]) -> bool {
    let has = |column| columns.contains(&column);
    match kind {
        TableKind::Own => true,
        TableKind::Shopify => has(TableColumn::Group) && has(TableColumn::Name),
        TableKind::WooCommerce => has(TableColumn::Type) && has(TableColumn::Name) && has(TableColumn::Price),
    }
}

/// The first rows that are not blank, with their numbers.
fn first_rows(sample: &[u8], encoding: TableEncoding, separator: TableSeparator) -> Vec<(u64, Vec<String>)> {
    let mut rows = Vec::new();
    let mut reader = Reader::new(encoding, separator);
    let mut take = |record: Record<'_>| {
        if !record.is_blank() {
            let cells = record.cells().take(MAX_COLUMNS).map(str::to_owned).collect();
            rows.push((record.row, cells));
        }
        rows.len() < LOOKED_AT
    };
    // The end of the sample is not the end of a row, unless the file is as short.
    let is_whole = sample.len() < SAMPLE;
    // What cannot be read further is refused when all of it is read.
    let _ = reader.feed(sample, is_whole, &mut take);
    rows
}

/// How evenly a separator parts the first rows, in hundredths, by how many cells.
fn evenness(sample: &[u8], encoding: TableEncoding, separator: TableSeparator) -> usize {
    let rows = first_rows(sample, encoding, separator);
    let mut counts: Vec<usize> = rows.iter().map(|(_, cells)| cells.len()).collect();
    counts.sort_unstable();
    let Some(middle) = counts.get(counts.len() / 2).copied().filter(|count| *count > 1) else {
        return 0;
    };
    let alike = counts.iter().filter(|count| **count == middle).count();
    // Short text full of commas in one column is beaten by rows that are all alike.
    alike * 100 / counts.len() * 100 + middle.min(99)
}
