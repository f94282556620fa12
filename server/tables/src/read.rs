//! Rows of a CSV file, as its bytes come by. A row has a buffer of a fixed size: a quotation mark that nobody closes does
//! not fill the memory.

use csv_core::ReadRecordResult;
use domain::{MAX_TABLE_ROWS, TableEncoding, TableRefusal, TableSeparator};

use crate::decode::Letters;

/// Longest row, bytes: a description in three languages fits several times.
pub(crate) const MAX_ROW: usize = 256 * 1024;
/// Most columns.
pub(crate) const MAX_COLUMNS: usize = 256;

/// One row.
#[derive(Clone, Copy, Debug)]
pub struct Record<'r> {
    /// Its number as a spreadsheet shows it, from 1: blank lines count.
    pub row: u64,
    text: &'r str,
    ends: &'r [usize],
}

impl<'r> Record<'r> {
    /// The cell in this column; empty beyond the last.
    pub fn get(&self, column: usize) -> &'r str {
        let Some(end) = self.ends.get(column) else { return "" };
        let start = column.checked_sub(1).and_then(|before| self.ends.get(before));
        self.text.get(start.copied().unwrap_or(0)..*end).unwrap_or("")
    }

    /// How many cells it has.
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether it has no cells.
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// All cells.
    pub fn cells(&self) -> impl Iterator<Item = &'r str> {
        let record = *self;
        (0..self.len()).map(move |column| record.get(column))
    }

    /// Whether no cell has anything in it.
    pub fn is_blank(&self) -> bool {
        self.cells().all(|cell| cell.trim().is_empty())
    }
}

/// Reads rows.
#[derive(Debug)]
pub struct Reader {
    letters: Letters,
    csv: csv_core::Reader,
    text: String,
    row: Vec<u8>,
    ends: Vec<usize>,
    filled: usize,
    ended: usize,
    rows: u64,
    /// Whether the next byte is the first of a row.
    between: bool,
    /// Whether the last byte was a carriage return: a line feed behind it is of the same end of a line.
    after_return: bool,
    /// Excel's own line about separators is no row.
    first: bool,
    /// UTF-8 is read as it is: each row is checked by itself.
    is_plain: bool,
    /// Whether the mark at the beginning is yet to come, or some of it.
    mark: &'static [u8],
}

/// The mark at the beginning of a file in UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

impl Reader {
    /// A reader for a file of this kind.
    pub fn new(encoding: TableEncoding, separator: TableSeparator) -> Self {
        Self {
            letters: Letters::of(encoding),
            csv: csv_core::ReaderBuilder::new().delimiter(separator.byte()).build(),
            text: String::new(),
            row: vec![0; MAX_ROW],
            ends: vec![0; MAX_COLUMNS],
            filled: 0,
            ended: 0,
            rows: 0,
            between: true,
            after_return: false,
            first: true,
            is_plain: encoding == TableEncoding::Utf8,
            mark: MARK,
        }
    }

    /// Takes the next bytes and hands over the rows that end in them; `last` when none follow. The answer of `each` says
    /// whether it goes on.
    ///
    /// # Errors
    /// When a row is too long, has too many cells, or there are too many.
    pub fn feed(
        &mut self,
        bytes: &[u8],
        last: bool,
        mut each: impl FnMut(Record<'_>) -> bool,
    ) -> Result<(), TableRefusal> {
        if self.is_plain {
            let bytes = self.without_mark(bytes);
            return self.rows_of(bytes, last, &mut each);
        }
        let mut text = std::mem::take(&mut self.text);
        text.clear();
        self.letters.read(bytes, last, &mut text);
        let result = self.rows_of(text.as_bytes(), last, &mut each);
        self.text = text;
        result
    }

    /// Ends the last line, should it have no end. Answers whether a quotation mark is open even so: then the row was cut off.
    ///
    /// # Errors
    /// As [`feed`](Self::feed).
    pub fn end_line(&mut self, mut each: impl FnMut(Record<'_>) -> bool) -> Result<bool, TableRefusal> {
        self.rows_of(b"\n", false, &mut each)?;
        Ok(!self.between)
    }

    /// The mark is not of the first heading. It may come in pieces; a file that begins with a part of it is no UTF-8.
    fn without_mark<'b>(&mut self, mut bytes: &'b [u8]) -> &'b [u8] {
        while let (Some((expected, rest)), Some((byte, others))) = (self.mark.split_first(), bytes.split_first()) {
            if byte != expected {
                self.mark = &[];
                return bytes;
            }
            (self.mark, bytes) = (rest, others);
        }
        bytes
    }

    fn rows_of(
        &mut self,
        mut input: &[u8],
        last: bool,
        each: &mut impl FnMut(Record<'_>) -> bool,
    ) -> Result<(), TableRefusal> {
        loop {
            if self.between {
                input = self.without_blank_lines(input);
            }
            // To the library nothing more means the end.
            if input.is_empty() && !last {
                return Ok(());
            }
            let (result, read, written, ended) =
                self.csv
                    .read_record(input, &mut self.row[self.filled..], &mut self.ends[self.ended..]);
            self.between = matches!(result, ReadRecordResult::Record);
            self.after_return = self.between && input[..read].last() == Some(&b'\r');
            input = &input[read..];
            self.filled += written;
            self.ended += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => return Err(TableRefusal::RowTooLong),
                ReadRecordResult::OutputEndsFull => return Err(TableRefusal::TooManyColumns),
                ReadRecordResult::End => return Ok(()),
                ReadRecordResult::Record => {
                    if !self.hand_over(each)? {
                        return Ok(());
                    }
                }
            }
        }
    }

    /// The library leaves blank lines out without a word; they are counted here.
    fn without_blank_lines<'b>(&mut self, mut input: &'b [u8]) -> &'b [u8] {
        while let Some((byte, rest)) = input.split_first() {
            if !matches!(byte, b'\r' | b'\n') {
                break;
            }
            let is_same_end = *byte == b'\n' && self.after_return;
            self.rows += u64::from(!is_same_end);
            self.after_return = *byte == b'\r';
            input = rest;
        }
        input
    }

    fn hand_over(&mut self, each: &mut impl FnMut(Record<'_>) -> bool) -> Result<bool, TableRefusal> {
        let (filled, ended) = (std::mem::take(&mut self.filled), std::mem::take(&mut self.ended));
        let text = match std::str::from_utf8(&self.row[..filled]) {
            Ok(text) => text,
            Err(_) => {
                mend(&self.row[..filled], &mut self.ends[..ended], &mut self.text);
                self.text.as_str()
            }
        };
        self.rows += 1;
        if self.rows > MAX_TABLE_ROWS {
            return Err(TableRefusal::TooManyRows);
        }
        let record = Record {
            row: self.rows,
            text,
            ends: &self.ends[..ended],
        };
        if std::mem::take(&mut self.first) && is_about_separators(&record) {
            return Ok(true);
        }
        Ok(each(record))
    }
}

/// Puts U+FFFD where a row cannot be read as text: somebody chose other letters than it is written in.
fn mend(row: &[u8], ends: &mut [usize], text: &mut String) {
    text.clear();
    let mut start = 0;
    for end in ends {
        text.push_str(&String::from_utf8_lossy(row.get(start..*end).unwrap_or_default()));
        start = *end;
        *end = text.len();
    }
}

/// `sep=;`, which Excel reads and does not show.
fn is_about_separators(record: &Record<'_>) -> bool {
    record.get(0).trim().to_ascii_lowercase().starts_with("sep=") && record.len() <= 2
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn rows(text: &str, piece: usize) -> Result<Vec<Vec<String>>, TableRefusal> {
        let mut reader = Reader::new(TableEncoding::Utf8, TableSeparator::Comma);
        let mut rows = Vec::new();
        let mut take = |record: Record<'_>| {
            rows.push(record.cells().map(str::to_owned).collect());
            true
        };
        for bytes in text.as_bytes().chunks(piece) {
            reader.feed(bytes, false, &mut take)?;
        }
        reader.feed(&[], true, &mut take)?;
        Ok(rows)
    }

    #[test]
    fn rows_are_the_same_in_whatever_pieces_they_come() {
        let text = "a,b\r\n\"1,5\",\"x \"\"y\"\"\nz\"\n,\n\nبادام,巴旦木,3";
        let whole = rows(text, 1000).unwrap();
        assert_eq!(
            whole,
            [
                vec!["a", "b"],
                vec!["1,5", "x \"y\"\nz"],
                vec!["", ""],
                vec!["بادام", "巴旦木", "3"]
            ]
        );
        for piece in [1, 2, 3, 7] {
            assert_eq!(rows(text, piece).unwrap(), whole, "{piece}");
        }
        assert_eq!(rows("sep=,\r\na,b\r\n", 4).unwrap(), [vec!["a", "b"]]);
        assert!(rows("", 1).unwrap().is_empty());
    }

    #[test]
    fn blank_lines_are_counted() {
        let text = "a,b\n\n\n1,2\r\n\r\n\"3\n\n\",4\r\r5,6\n\n";
        for piece in [1, 2, 3, 100] {
            let mut reader = Reader::new(TableEncoding::Utf8, TableSeparator::Comma);
            let mut rows = Vec::new();
            for bytes in text.as_bytes().chunks(piece).chain([&[][..]]) {
                let fed = reader.feed(bytes, bytes.is_empty(), |record| {
                    rows.push((record.row, record.get(1).to_owned()));
                    true
                });
                fed.unwrap();
            }
            let expected = [(1, "b"), (4, "2"), (6, "4"), (8, "6")];
            assert_eq!(rows, expected.map(|(row, cell)| (row, cell.to_owned())), "{piece}");
        }
    }

    #[test]
    fn what_is_no_utf_8_is_shown_as_such_and_the_mark_is_not_of_the_heading() {
        for piece in [1, 2, 100] {
            let mut reader = Reader::new(TableEncoding::Utf8, TableSeparator::Comma);
            let mut rows: Vec<Vec<String>> = Vec::new();
            for bytes in b"\xEF\xBB\xBFa,b\n\xB0\xCD,x\n".chunks(piece).chain([&[][..]]) {
                let last = bytes.is_empty();
                let fed = reader.feed(bytes, last, |record| {
                    rows.push(record.cells().map(str::to_owned).collect());
                    true
                });
                fed.unwrap();
            }
            assert_eq!(rows[0], ["a", "b"], "{piece}");
            assert_eq!(rows[1][1], "x", "{piece}");
            assert!(rows[1][0].contains('\u{FFFD}'), "{piece}");
        }
    }

    #[test]
    fn a_quotation_mark_that_stays_open_is_known_at_the_end() {
        for (text, is_open) in [
            ("a,\"b", true),
            ("a,\"b\"\"", true),
            ("a\n\"b\nc,d\n", true),
            ("a,\"", true),
            ("", false),
            ("a,\"b\"", false),
            ("a,\"b\n\"\n", false),
            ("a,b\r\n", false),
            ("a,5\" b", false),
            ("a,", false),
        ] {
            for piece in [1, 3, 100] {
                let mut reader = Reader::new(TableEncoding::Utf8, TableSeparator::Comma);
                for bytes in text.as_bytes().chunks(piece) {
                    reader.feed(bytes, false, |_| true).unwrap();
                }
                assert_eq!(reader.end_line(|_| true).unwrap(), is_open, "{text:?} {piece}");
            }
        }
    }

    #[test]
    fn nothing_grows_without_end() {
        let open = format!("a,b\n1,\"{}", "x".repeat(MAX_ROW + 10));
        assert_eq!(rows(&open, 4096), Err(TableRefusal::RowTooLong));
        assert_eq!(
            rows(&",".repeat(MAX_COLUMNS + 1), 4096),
            Err(TableRefusal::TooManyColumns)
        );
        let many = "1\n".repeat(usize::try_from(MAX_TABLE_ROWS).unwrap() + 1);
        assert_eq!(rows(&many, 4096), Err(TableRefusal::TooManyRows));
    }
}
