//! Tables that a cooperative brings along and takes away. A file is read through and shown as it would become; when somebody
//! of the cooperative says yes, a job takes its rows over in batches, each in one transaction that also says how far it is.
//! What a row may change, and within which bounds, is the rule of the pages for stock, sizes and products: they are asked.

mod account;
mod apply;
mod begin;
mod cells;
mod check;
mod export;
mod export_kind;
mod facts;
mod figures;
mod file;
mod job;
mod known;
mod lots;
mod page;
mod parts;
mod plan;
mod preview;
mod room;
mod said;
mod translations;
mod words;

use db::entities::import;
use db::sea_orm::sea_query::{Expr, ExprTrait};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::{ImportId, ImportState, Locale, TableColumn};
use tables::Shape;

use crate::Shop;
use crate::error::{Error, Result};
use crate::rights::OwnCooperative;

pub(crate) use account::yuan;
pub use begin::{Incoming, begin_import, receive_table};
pub use check::{Mapping, cancel_import, confirm_import, match_columns};
pub(crate) use export::moment;
pub use export::{Export, export};
pub use export_kind::{ExportFormat, ExportTable};
pub use facts::FactChange;
pub use job::take_over_next;
pub use page::{
    Counts, FileColumn, ImportPage, ImportRow, Problem, import_page, imports, may_export_orders, problems_csv,
};
pub use preview::{PreviewLot, PreviewRow, TextChange, Was};
pub use translations::{texts_to_translate, translation_file};
pub use words::{
    column_word, encoding_word, kind_word, outcome_word, problem_word, refusal_word, separator_word, state_word,
};

/// How long a file waits for somebody to say yes.
const DAY: i64 = 86_400_000;
/// How long an import is remembered.
const MONTH: i64 = 30 * DAY;
/// Imports of a cooperative that are not over.
const MAX_OPEN: u64 = 5;
/// Imports it begins in a day.
const MAX_A_DAY: u64 = 60;
/// What is wrong, as many as anybody reads.
const MAX_PROBLEMS: usize = 1_000;

/// The columns of a row, as they are stored.
fn columns_of(row: &import::Model) -> Vec<TableColumn> {
    let words = row.columns.split(' ').filter(|word| !word.is_empty());
    words
        .map(|word| TableColumn::parse(word).unwrap_or(TableColumn::Ignore))
        .collect()
}

fn stored(columns: &[TableColumn]) -> String {
    columns
        .iter()
        .map(|column| column.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

fn shape_of(row: &import::Model) -> Shape {
    Shape {
        kind: row.kind,
        header: u64::try_from(row.header).unwrap_or_default(),
        columns: columns_of(row),
        language: row.language,
    }
}

/// Whether goods can be known by these columns.
fn name_goods(columns: &[TableColumn]) -> bool {
    columns.iter().any(|column| {
        matches!(
            column,
            TableColumn::Size
                | TableColumn::Sku
                | TableColumn::Name
                | TableColumn::NameUg
                | TableColumn::NameZh
                | TableColumn::NameEs
        )
    })
}

/// The columns for names and descriptions in each language that has some.
fn text_columns(locale: Locale) -> (TableColumn, TableColumn) {
    match locale.nearest_built_in() {
        Locale::Ug => (TableColumn::NameUg, TableColumn::DescriptionUg),
        Locale::Zh | Locale::Added(_) => (TableColumn::NameZh, TableColumn::DescriptionZh),
        Locale::Es => (TableColumn::NameEs, TableColumn::DescriptionEs),
    }
}

async fn find_own(db: &impl ConnectionTrait, own: OwnCooperative, id: ImportId) -> Result<import::Model> {
    import::Entity::find_by_id(id)
        .filter(import::Column::CooperativeId.eq(own.id()))
        .one(db)
        .await?
        .ok_or(Error::NotFound)
}

/// Removes what is a month old, and the files of those nobody said yes to for a day; answers how many rows went.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn expire(shop: &Shop, now: i64) -> Result<u64> {
    let waiting = [ImportState::Checking, ImportState::Ready, ImportState::Refused];
    let forgotten: Vec<import::Model> = import::Entity::find()
        .filter(import::Column::State.is_in(waiting))
        .filter(import::Column::CreatedAt.lt(now - DAY))
        .limit(200)
        .all(shop.db().read())
        .await?;
    for row in forgotten {
        let (id, version) = (row.id, row.version);
        let is_over = shop
            .db()
            .write_as_job(move |tx| {
                Box::pin(async move {
                    let done = import::Entity::update_many()
                        .col_expr(import::Column::State, Expr::value(ImportState::Canceled))
                        .col_expr(import::Column::Reason, Expr::value(None::<String>))
                        .col_expr(import::Column::Version, Expr::col(import::Column::Version).add(1))
                        .filter(import::Column::Id.eq(id))
                        .filter(import::Column::Version.eq(version))
                        .exec(tx)
                        .await?;
                    Ok::<_, Error>(done.rows_affected == 1)
                })
            })
            .await?;
        if is_over {
            drop_file(shop, &row).await;
        }
    }
    let old: Vec<import::Model> = import::Entity::find()
        .filter(import::Column::CreatedAt.lt(now - MONTH))
        .limit(200)
        .all(shop.db().read())
        .await?;
    if old.is_empty() {
        return Ok(0);
    }
    let ids: Vec<ImportId> = old.iter().map(|row| row.id).collect();
    let removed = shop
        .db()
        .write_as_job(move |tx| {
            let ids = ids.clone();
            Box::pin(async move {
                let done = import::Entity::delete_many()
                    .filter(import::Column::Id.is_in(ids))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(done.rows_affected)
            })
        })
        .await?;
    // The files of the others went when they ended.
    for row in old.iter().filter(|row| row.state.is_busy()) {
        drop_file(shop, row).await;
    }
    Ok(removed)
}

async fn drop_file(shop: &Shop, row: &import::Model) {
    let pieces = u64::try_from(row.pieces).unwrap_or_default();
    shop.pictures().drop_pieces(&row.place, pieces).await;
}
