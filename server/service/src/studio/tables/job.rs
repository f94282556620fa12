//! The job that reads tables through and takes over those somebody said yes to. A program that ends in the middle goes on
//! where the last whole batch ended; programs that share a database share the work.

use std::sync::Arc;

use db::entities::import;
use db::sea_orm::sea_query::{Expr, ExprTrait};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use domain::{AuditAction, ImportState, TableRefusal};
use tables::{Item, Outcome};

use super::super::audit;
use super::super::ledger::By;
use super::super::new_product::Slugs;
use super::super::signed;
use super::apply::{self, Batch};
use super::check::check;
use super::drop_file;
use super::file::{Named, Rows};
use super::plan::{Rules, Wrong};
use crate::Shop;
use crate::error::{Error, Result};

/// Rows of a batch: a moment for whoever else writes.
const BATCH: usize = 100;
/// Batches of one import before another one has its turn.
const TURN: usize = 20;
/// So often a batch is tried; then it is no matter of luck.
const ATTEMPTS: i64 = 5;

/// Goes on with the import that has waited longest; whether there was one. Called again and again by a job.
///
/// # Errors
/// When the database or the place of the files does not answer; the import waits then.
#[crate::boxed]
pub async fn take_over_next(shop: &Shop) -> Result<bool> {
    let next = import::Entity::find()
        .filter(import::Column::State.is_in([ImportState::Checking, ImportState::Running]))
        .order_by_asc(import::Column::UpdatedAt)
        .order_by_asc(import::Column::Id)
        .one(shop.db().read())
        .await?;
    let Some(row) = next else {
        return Ok(false);
    };
    let done = match row.state {
        ImportState::Checking => check(shop, &row).await,
        _ => take_over(shop, &row).await,
    };
    match done {
        Ok(()) => Ok(true),
        Err(error) => {
            note_failure(shop, &row, &error).await?;
            Err(error)
        }
    }
}

async fn take_over(shop: &Shop, row: &import::Model) -> Result<()> {
    let mut rows = Rows::behind(shop, row, row.at_row);
    let mut row = row.clone();
    let mut waiting: Vec<Outcome> = Vec::new();
    let mut batches = 0;
    loop {
        let is_last = match rows.next().await? {
            Ok(Some(mut outcomes)) => {
                waiting.append(&mut outcomes);
                false
            }
            Ok(None) => true,
            Err(refusal) => return stop(shop, &row, refusal).await,
        };
        while waiting.len() >= BATCH || (is_last && !waiting.is_empty()) {
            let rest = waiting.split_off(waiting.len().min(BATCH));
            let some = std::mem::replace(&mut waiting, rest);
            let batch = batch_of(shop, &row, some, rows.named())?;
            let last = batch.last;
            let batch = Arc::new(batch);
            let wrong = shop
                .db()
                .write_as_job(move |tx| {
                    let batch = batch.clone();
                    Box::pin(async move { apply::write(tx, &batch).await })
                })
                .await?;
            // Stopped, or in the hands of another program.
            let Some(wrong) = wrong else { return Ok(()) };
            (row.at_row, row.wrong_rows) = (last, row.wrong_rows + wrong);
            batches += 1;
            if batches >= TURN && !(is_last && waiting.is_empty()) {
                return Ok(());
            }
        }
        if is_last {
            return finish(shop, &row).await;
        }
    }
}

fn batch_of(shop: &Shop, row: &import::Model, outcomes: Vec<Outcome>, named: Named) -> Result<Batch> {
    let now = shop.now();
    let rules = Rules::of(shop, row);
    let (mut items, mut wrong, mut last) = (Vec::new(), Vec::new(), 0);
    for outcome in outcomes {
        match outcome {
            Outcome::Nothing => {}
            Outcome::Item(item) => {
                last = Ord::max(last, item.row);
                items.push((*item.clone(), slugs_of(&item, &row.category)?));
            }
            Outcome::Wrong {
                row,
                column,
                problem,
                text,
            } => {
                last = Ord::max(last, row);
                wrong.push(Wrong::new(row, column, problem, &text));
            }
        }
    }
    Ok(Batch {
        rules,
        named,
        items,
        wrong,
        last: i64::try_from(last).unwrap_or(i64::MAX),
        by: By::of(row.user_id, row.by_centre, now),
        now,
        row: row.clone(),
    })
}

/// An address in Latin letters, from whichever name has some.
fn slugs_of(item: &Item, category: &str) -> Result<Slugs> {
    let category = if category.is_empty() { "product" } else { category };
    let latin = item
        .names
        .iter()
        .find(|(_, name)| name.contains(|c: char| c.is_ascii_alphabetic()));
    let name = latin.or(item.names.first()).map_or("", |(_, name)| name.as_str());
    Slugs::of(name, category)
}

async fn finish(shop: &Shop, row: &import::Model) -> Result<()> {
    end(shop, row, ImportState::Done, AuditAction::ImportDone).await
}

/// The file cannot be read any more: pieces of it are gone.
async fn stop(shop: &Shop, row: &import::Model, refusal: TableRefusal) -> Result<()> {
    tracing::warn!(import = row.id.get(), refusal = refusal.as_str(), "imports.file_gone");
    end(shop, row, ImportState::Failed, AuditAction::ImportFailed).await
}

async fn end(shop: &Shop, row: &import::Model, state: ImportState, action: AuditAction) -> Result<()> {
    let (id, now, by) = (row.id, shop.now(), signed(row.user_id, row.by_centre));
    let is_over = shop
        .db()
        .write_as_job(move |tx| {
            let by = by.clone();
            Box::pin(async move {
                let done = import::Entity::update_many()
                    .col_expr(import::Column::State, Expr::value(state))
                    .col_expr(import::Column::UpdatedAt, Expr::value(now))
                    .filter(import::Column::Id.eq(id))
                    .filter(import::Column::State.eq(ImportState::Running))
                    .exec(tx)
                    .await?;
                if done.rows_affected == 1 {
                    audit(tx, now, &by, action, &format!("import:{id}")).await?;
                }
                Ok::<_, Error>(done.rows_affected == 1)
            })
        })
        .await?;
    if is_over {
        drop_file(shop, row).await;
    }
    Ok(())
}

/// A database that is away is no attempt; anything else is one, and the next import has its turn.
async fn note_failure(shop: &Shop, row: &import::Model, error: &Error) -> Result<()> {
    if matches!(error, Error::Unavailable(_) | Error::Busy) {
        return Ok(());
    }
    let (id, now) = (row.id, shop.now());
    let is_hopeless = row.attempts + 1 >= ATTEMPTS;
    let is_over = shop
        .db()
        .write_as_job(move |tx| {
            Box::pin(async move {
                let mut update = import::Entity::update_many()
                    .col_expr(import::Column::Attempts, Expr::col(import::Column::Attempts).add(1))
                    .col_expr(import::Column::UpdatedAt, Expr::value(now));
                if is_hopeless {
                    update = update.col_expr(import::Column::State, Expr::value(ImportState::Failed));
                }
                let done = update
                    .filter(import::Column::Id.eq(id))
                    .filter(import::Column::State.is_in([ImportState::Checking, ImportState::Running]))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(is_hopeless && done.rows_affected == 1)
            })
        })
        .await?;
    if is_over {
        drop_file(shop, row).await;
    }
    Ok(())
}
