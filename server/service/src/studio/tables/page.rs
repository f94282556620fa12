//! What the pages about tables show.

use db::Readable;
use db::entities::{import, import_problem};
use db::sea_orm::sea_query::IntoCondition;
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::shop_page::{BlockKind, Place};
use domain::{
    Action, Actor, ImportId, ImportState, Locale, RowProblem, Subject, TableColumn, TableEncoding, TableKind,
    TableRefusal, TableSeparator, rights,
};
use l10n::{format, t};
use tables::{Cell, CsvWriter, Reader, Record, are_lots};

use super::check::looked_at_again;
use super::plan::{OTHER_ROW, Wrong};
use super::preview::{PreviewRow, preview};
use super::translations::is_of_translators;
use super::{columns_of, find_own, words};
use crate::Shop;
use crate::error::Result;
use crate::rights::own_cooperative;

/// Imports on the first page.
const LISTED: u64 = 20;
/// Cells of a column that are shown beside its heading.
const EXAMPLES: usize = 3;
/// Longest part of a cell that is shown, characters.
const MAX_CELL: usize = 40;
/// Problems on the page; the rest is in the file.
const PROBLEMS: usize = 20;

/// An import in a list.
#[derive(Clone, Debug)]
pub struct ImportRow {
    /// The import.
    pub id: ImportId,
    /// The file's name.
    pub file_name: String,
    /// Where it stands.
    pub state: ImportState,
    /// When it came, ms since 1970 UTC.
    pub at: i64,
    /// What it did, or would do.
    pub counts: Counts,
}

/// How many rows do what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All that are about goods.
    pub total: i64,
    /// New sizes.
    pub new: i64,
    /// Sizes that change.
    pub changed: i64,
    /// Sizes that are so already.
    pub same: i64,
    /// Rows that are not right, and do nothing.
    pub wrong: i64,
}

impl Counts {
    fn of(row: &import::Model) -> Self {
        Self {
            total: row.total,
            new: row.new_rows,
            changed: row.changed_rows,
            same: row.same_rows,
            wrong: row.wrong_rows,
        }
    }

    /// How many rows are through.
    pub const fn through(self) -> i64 {
        self.new + self.changed + self.same + self.wrong
    }

    /// The same in hundredths of all.
    pub fn percent(self) -> i64 {
        (self.through() * 100).checked_div(self.total).unwrap_or(100).min(100)
    }
}

/// A column of the file.
#[derive(Clone, Debug)]
pub struct FileColumn {
    /// Its heading.
    pub heading: String,
    /// The first cells that say something.
    pub examples: Vec<String>,
    /// What it stands for.
    pub column: TableColumn,
}

/// Something in a row that is not right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The row.
    pub row: i64,
    /// In which column.
    pub column: TableColumn,
    /// What it is.
    pub problem: RowProblem,
    /// What stands there, as it is stored; [`text`](Self::text) is for reading.
    pub typed: String,
    /// Where, when it is about a text of the shop page: the kind of its part, and the place in it.
    pub part: Option<(BlockKind, Place)>,
}

impl Problem {
    /// The row that says something else of the same product, where that is the problem.
    pub fn other_row(&self) -> Option<i64> {
        self.typed.split_once(OTHER_ROW)?.0.parse().ok()
    }

    /// What stands there.
    pub fn text(&self) -> &str {
        self.typed.split_once(OTHER_ROW).map_or(&self.typed, |(_, text)| text)
    }

    pub(super) fn of(wrong: Wrong) -> Self {
        Self {
            row: i64::try_from(wrong.row).unwrap_or(i64::MAX),
            column: wrong.column,
            problem: wrong.problem,
            typed: wrong.text,
            part: wrong.part,
        }
    }
}

/// An import.
#[derive(Clone, Debug)]
pub struct ImportPage {
    /// The import.
    pub id: ImportId,
    /// The file's name.
    pub file_name: String,
    /// Where it stands.
    pub state: ImportState,
    /// Why it cannot be read.
    pub reason: Option<TableRefusal>,
    /// What the page showed; a yes is to that.
    pub version: i64,
    /// How its letters are written.
    pub encoding: TableEncoding,
    /// What parts its cells.
    pub separator: TableSeparator,
    /// Whose table it is.
    pub kind: TableKind,
    /// It was made of a file of translators: there is nothing to be matched.
    pub is_of_translators: bool,
    /// Its rows are lots.
    pub is_of_lots: bool,
    /// The language of its texts.
    pub language: Locale,
    /// The category of new products, by its name in the URL.
    pub category: String,
    /// What one of its money is in yuan; empty for one.
    pub rate: String,
    /// Its columns.
    pub columns: Vec<FileColumn>,
    /// How many rows do what.
    pub counts: Counts,
    /// When that was so, where others may have changed something since; ms since 1970 UTC.
    pub counted_at: Option<i64>,
    /// Pictures it names; they are not fetched.
    pub pictures: i64,
    /// The first rows as they would become.
    pub rows: Vec<PreviewRow>,
    /// The first rows that are not right.
    pub problems: Vec<Problem>,
    /// The first that are taken over otherwise than they stand there.
    pub notes: Vec<Problem>,
}

/// Whether the actor takes orders away as a table.
pub fn may_export_orders(actor: Actor) -> bool {
    let own = actor.cooperative().map(Subject::Cooperative);
    own.is_some_and(|own| rights::may(actor, Action::ReadOrders, own).is_ok())
}

/// The cooperative's imports, the newest first.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) for anybody who does not edit a cooperative's products.
#[crate::boxed]
pub async fn imports(shop: &Shop, actor: Actor) -> Result<Vec<ImportRow>> {
    let own = own_cooperative(actor, Action::EditProduct)?;
    let rows = import::Entity::find()
        .filter(import::Column::CooperativeId.eq(own.id()))
        .order_by_desc(import::Column::Id)
        .limit(LISTED)
        .readable(shop.db().read())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| ImportRow {
            id: row.id,
            state: row.state,
            at: row.created_at,
            counts: Counts::of(&row),
            file_name: row.file_name,
        })
        .collect())
}

/// One import.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) when it is another cooperative's.
#[crate::boxed]
pub async fn import_page(shop: &Shop, actor: Actor, id: ImportId) -> Result<ImportPage> {
    let own = own_cooperative(actor, Action::EditProduct)?;
    let row = find_own(shop.db().read(), own, id).await?;
    let columns = if row.state.is_open() && !is_of_translators(&row) {
        columns(shop, &row).await?
    } else {
        Vec::new()
    };
    let rows = if row.state.is_open() && !row.state.is_busy() {
        preview(shop, &row).await?
    } else {
        Vec::new()
    };
    let Told {
        counts,
        counted_at,
        wrong,
        notes,
    } = Told::of(shop, &row, PROBLEMS).await?;
    Ok(ImportPage {
        id,
        columns,
        rows,
        problems: wrong,
        notes,
        counts,
        counted_at,
        state: row.state,
        reason: row.reason,
        version: row.version,
        encoding: row.encoding,
        separator: row.separator,
        kind: row.kind,
        is_of_translators: is_of_translators(&row),
        is_of_lots: are_lots(&columns_of(&row)),
        language: row.language,
        pictures: row.pictures,
        category: row.category,
        rate: row.rate,
        file_name: row.file_name,
    })
}

/// What there is to be told of an import. What others changed since a short file was read counts: the yes is to what is shown.
struct Told {
    counts: Counts,
    counted_at: Option<i64>,
    wrong: Vec<Problem>,
    /// What is no mistake.
    notes: Vec<Problem>,
}

impl Told {
    /// Of each at the most so many.
    async fn of(shop: &Shop, row: &import::Model, most: usize) -> Result<Self> {
        if let Some(found) = looked_at_again(shop, row).await? {
            let first = |all: Vec<Wrong>| all.into_iter().take(most).map(Problem::of).collect();
            return Ok(Self {
                counts: found.counts(),
                counted_at: None,
                wrong: first(found.problems),
                notes: first(found.notes),
            });
        }
        let column = import_problem::Column::Problem;
        Ok(Self {
            counts: Counts::of(row),
            counted_at: (row.state == ImportState::Ready).then_some(row.updated_at),
            wrong: problems(shop, row.id, column.is_not_in(RowProblem::NOTES), most).await?,
            notes: problems(shop, row.id, column.is_in(RowProblem::NOTES), most).await?,
        })
    }
}

/// How the place of a text of the shop page is stored: `cover/tagline-es`.
pub(super) fn stored_part((kind, place): (BlockKind, Place)) -> String {
    format!("{}/{place}", kind.as_str())
}

fn part_of(stored: &str) -> Option<(BlockKind, Place)> {
    let (kind, place) = stored.split_once('/')?;
    Some((BlockKind::parse(kind)?, Place::parse(place).ok()?))
}

async fn problems(shop: &Shop, id: ImportId, which: impl IntoCondition, most: usize) -> Result<Vec<Problem>> {
    let rows = import_problem::Entity::find()
        .filter(import_problem::Column::ImportId.eq(id))
        .filter(which)
        .order_by_asc(import_problem::Column::RowNumber)
        .order_by_asc(import_problem::Column::Id)
        .limit(most as u64)
        .readable(shop.db().read())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Problem {
            row: row.row_number,
            column: row.column_word,
            problem: row.problem,
            typed: row.typed,
            part: row.part.as_deref().and_then(part_of),
        })
        .collect())
}

/// What is wrong with an import or to be known of it, its first thousand rows, as a table. `part_name`: what the place of a text
/// of the shop page is called.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) when it is another cooperative's.
#[crate::boxed]
pub async fn problems_csv(
    shop: &Shop,
    actor: Actor,
    locale: Locale,
    id: ImportId,
    part_name: &(dyn Fn((BlockKind, Place)) -> String + Sync),
) -> Result<Vec<u8>> {
    let own = own_cooperative(actor, Action::EditProduct)?;
    let row = find_own(shop.db().read(), own, id).await?;
    let Told { wrong, notes, .. } = Told::of(shop, &row, super::MAX_PROBLEMS * 2).await?;
    let mut told: Vec<Problem> = wrong.into_iter().chain(notes).collect();
    told.sort_by_key(|problem| problem.row);
    let word = |text| shop.texts().plain(locale, text);
    let mut csv = CsvWriter::default();
    let headings = [t::TABLES_ROW, t::TABLES_COLUMN, t::TABLES_PROBLEM, t::TABLES_TYPED];
    csv.row(&headings.map(|text| Cell::Text(word(text))));
    for problem in told {
        csv.row(&[
            Cell::number(problem.row),
            Cell::Text(match problem.part {
                Some(part) => part_name(part),
                None => word(words::column_word(problem.column)),
            }),
            Cell::Text(match problem.other_row() {
                Some(row) => {
                    let row = format::number(locale, row);
                    shop.texts().plain(locale, t::tables_problem_disagrees_with(row))
                }
                None => word(words::problem_word(problem.problem)),
            }),
            Cell::Text(problem.text().to_owned()),
        ]);
    }
    Ok(csv.take())
}

pub(super) fn short(cell: &str) -> String {
    cell.trim().chars().take(MAX_CELL).collect()
}

/// The columns with what stands in them first.
async fn columns(shop: &Shop, row: &import::Model) -> Result<Vec<FileColumn>> {
    let Some(bytes) = shop.pictures().read_piece(&row.place, 0).await? else {
        return Ok(Vec::new());
    };
    let mut columns: Vec<FileColumn> = columns_of(row)
        .into_iter()
        .map(|column| FileColumn {
            heading: String::new(),
            examples: Vec::new(),
            column,
        })
        .collect();
    let header = u64::try_from(row.header).unwrap_or_default();
    let mut looked_at = 0;
    let take = |record: Record<'_>| {
        for (column, cell) in columns.iter_mut().zip(record.cells()) {
            if record.row == header {
                column.heading = short(cell);
            } else if record.row > header && !cell.trim().is_empty() && column.examples.len() < EXAMPLES {
                column.examples.push(short(cell));
            }
        }
        looked_at += u64::from(record.row > header);
        looked_at < 40
    };
    // What cannot be read is said by the check.
    let _ = Reader::new(row.encoding, row.separator).feed(&bytes, row.pieces <= 1, take);
    Ok(columns)
}
