//! Reading an import's file: a piece at a time, as rows that became sizes.

use std::collections::HashMap;
use std::sync::Arc;

use db::entities::import;
use domain::{RowProblem, TableColumn, TableKind, TableRefusal, source_hash};
use tables::{Converter, Item, LotCells, Outcome, Reader, Record};

use super::parts::is_of_part;
use super::said::Said;
use super::shape_of;
use super::translations::is_of_translators;
use super::words::Vocabulary;
use crate::Shop;
use crate::error::Result;

/// The rows of a file, in pieces.
#[derive(Debug)]
pub(super) struct Rows<'s> {
    shop: &'s Shop,
    place: String,
    pieces: u64,
    next: u64,
    is_over: bool,
    reader: Reader,
    converter: Converter,
    behind: u64,
    /// Each row is one text: a size may stand in many.
    has_texts_alone: bool,
    /// What words of the rows mean. Nothing where a table says of a product what it says once.
    words: Option<Vocabulary>,
    named: Named,
}

/// In which row a table first names a size, by the hash of each of its names; and what it says of products.
#[derive(Clone, Debug, Default)]
pub(super) struct Named {
    sizes: Arc<HashMap<u64, u64>>,
    pub said: Said,
}

impl Named {
    /// Whether a row above this one names a size so.
    pub fn is_above(&self, row: u64, name: &str) -> bool {
        self.sizes.get(&source_hash(name)).is_some_and(|first| *first < row)
    }

    fn note(&mut self, row: u64, name: &str) {
        // Nobody else holds it while rows are read: it is not copied.
        Arc::make_mut(&mut self.sizes).entry(source_hash(name)).or_insert(row);
    }
}

impl<'s> Rows<'s> {
    /// The rows of this import behind row `behind`.
    pub fn behind(shop: &'s Shop, row: &import::Model, behind: i64) -> Self {
        Self {
            shop,
            place: row.place.clone(),
            pieces: u64::try_from(row.pieces).unwrap_or_default(),
            next: 0,
            is_over: false,
            reader: Reader::new(row.encoding, row.separator),
            converter: Converter::new(shape_of(row)),
            behind: u64::try_from(behind).unwrap_or_default(),
            has_texts_alone: is_of_translators(row),
            // Rows of other shops share what stands at their product.
            words: (row.kind == TableKind::Own && !is_of_translators(row)).then(|| Vocabulary::of(shop)),
            named: Named::default(),
        }
    }

    /// What the next piece says; nothing behind the last.
    ///
    /// # Errors
    /// When the place of the files does not answer. The inner error is the file's.
    pub(crate) async fn next(&mut self) -> Result<Result<Option<Vec<Outcome>>, TableRefusal>> {
        if self.is_over {
            return Ok(Ok(None));
        }
        let bytes = if self.next < self.pieces {
            match self.shop.pictures().read_piece(&self.place, self.next).await? {
                Some(bytes) => bytes,
                None => return Ok(Err(TableRefusal::Damaged)),
            }
        } else {
            bytes::Bytes::new()
        };
        self.next += 1;
        self.is_over = self.next > self.pieces;
        let (converter, named, behind) = (&mut self.converter, &mut self.named, self.behind);
        let (has_texts_alone, words) = (self.has_texts_alone, self.words.as_ref());
        let mut outcomes = Vec::new();
        let take = |record: Record<'_>| {
            // What is through is read again for what the rows behind it need to know, and left out.
            let outcome = match converter.push(&record) {
                Outcome::Item(item) if has_texts_alone && !is_of_part(&item) => Outcome::Item(item),
                outcome => once(outcome, named),
            };
            if let (Outcome::Item(item), Some(words)) = (&outcome, words)
                && item.lot.is_none()
            {
                named.said.note(words, item);
            }
            if record.row > behind && outcome != Outcome::Nothing {
                outcomes.push(outcome);
            }
            true
        };
        Ok(self.reader.feed(&bytes, self.is_over, take).map(|()| Some(outcomes)))
    }

    /// What the rows so far named.
    pub fn named(&self) -> Named {
        self.named.clone()
    }

    /// Pictures that the rows so far named.
    pub const fn pictures(&self) -> u64 {
        self.converter.pictures()
    }
}

/// A size stands in one row: of a second one nobody knows which is right. So does a lot. Whether two names are the same size's
/// is known where its goods are looked up.
fn once(outcome: Outcome, named: &mut Named) -> Outcome {
    let Outcome::Item(item) = &outcome else {
        return outcome;
    };
    let (name, column, problem) = match item.lot.as_deref() {
        Some(lot) => (lot_name(item, lot), TableColumn::CameIn, RowProblem::LotTwice),
        None => {
            let (name, column) = name_of(item);
            (name, column, RowProblem::Twice)
        }
    };
    if name.is_empty() {
        return outcome;
    }
    if !named.is_above(item.row, &name) {
        named.note(item.row, &name);
        return outcome;
    }
    let text = item.lot.as_deref().map_or(shown(&name), |lot| lot.came_in.as_str());
    Outcome::Wrong {
        row: item.row,
        column,
        problem,
        text: text.to_owned(),
    }
}

/// What names a lot: its size may have many.
fn lot_name(item: &Item, lot: &LotCells) -> String {
    let (size, _) = name_of(item);
    let LotCells {
        number,
        harvested,
        origin,
        came_in,
    } = lot;
    format!("lot:{size}\u{1F}{number}\u{1F}{harvested}\u{1F}{origin}\u{1F}{came_in}")
}

/// A name as the table has it.
pub(super) fn shown(name: &str) -> &str {
    name.split_once(':').map_or("", |(_, name)| name)
}

/// What names a size by its number.
pub(super) fn number_name(number: i64) -> String {
    format!("number:{number}")
}

/// How a row names its size, and in which column.
pub(super) fn name_of(item: &Item) -> (String, TableColumn) {
    if !item.size.is_empty() {
        let number = item.size.parse().map(number_name);
        return (
            number.unwrap_or_else(|_| format!("number:{}", item.size)),
            TableColumn::Size,
        );
    }
    let column = if item.sku.is_empty() {
        TableColumn::Name
    } else {
        TableColumn::Sku
    };
    (item.key.clone(), column)
}
