//! Writing down what enough people looked for: all of it in one write, now and then, by a job.

use std::collections::HashMap;

use db::Tx;
use db::entities::missed_search;
use db::sea_orm::sea_query::{LockType, OnConflict};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::day_start;

use crate::Shop;
use crate::error::Result;
use crate::sought::Ready;

/// Terms that are kept at the most; the oldest ones go.
const ROWS: u64 = 500;

/// Writes what was gathered since the last time; answers how many terms that are.
///
/// # Errors
/// When the database does not answer; they are written the next time.
#[crate::boxed]
pub async fn write(shop: &Shop) -> Result<usize> {
    let ready = shop.missed().take(shop.now());
    if ready.is_empty() {
        return Ok(0);
    }
    let rows = ready.clone();
    let written = shop
        .db()
        .write_as_job(move |tx| {
            let rows = rows.clone();
            Box::pin(async move {
                write_rows(tx, rows).await?;
                drop_oldest(tx).await
            })
        })
        .await;
    match written {
        Ok(()) => Ok(ready.len()),
        Err(error) => {
            shop.missed().give_back(&ready);
            Err(error)
        }
    }
}

async fn write_rows(tx: &Tx, mut rows: Vec<Ready>) -> Result<()> {
    // All programs of the shop go through them in this order, so that no two wait for each other.
    rows.sort_unstable_by(|a, b| a.key.cmp(&b.key));
    let known: Vec<(String, i64, i64)> = missed_search::Entity::find()
        .select_only()
        .column(missed_search::Column::Term)
        .column(missed_search::Column::SoughtAt)
        .column(missed_search::Column::People)
        .filter(missed_search::Column::Term.is_in(rows.iter().map(|row| row.key.as_str())))
        .order_by_asc(missed_search::Column::Term)
        .lock(LockType::Update)
        .into_tuple()
        .all(tx)
        .await?;
    let known: HashMap<String, (i64, i64)> = known
        .into_iter()
        .map(|(term, at, people)| (term, (at, people)))
        .collect();
    let rows = rows.into_iter().map(|row| {
        let (day, people) = (day_start(row.day), row.people);
        // Another program of the shop counts the people that ask it: what is of a later day is newer, and of one day the larger
        // number is the better one.
        let (sought_at, people) = match known.get(&row.key) {
            Some((at, others)) if *at > day => (*at, *others),
            Some((at, others)) if *at == day => (day, people.max(*others)),
            _ => (day, people),
        };
        missed_search::ActiveModel {
            people: Set(people),
            term: Set(row.key),
            typed: Set(row.typed),
            lang: Set(row.lang),
            sought_at: Set(sought_at),
        }
    });
    let newer = OnConflict::column(missed_search::Column::Term)
        .update_columns([
            missed_search::Column::Typed,
            missed_search::Column::Lang,
            missed_search::Column::People,
            missed_search::Column::SoughtAt,
        ])
        .to_owned();
    missed_search::Entity::insert_many(rows)
        .on_conflict(newer)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

async fn drop_oldest(tx: &Tx) -> Result<()> {
    let count = missed_search::Entity::find().count(tx).await?;
    if count <= ROWS {
        return Ok(());
    }
    let oldest: Vec<String> = missed_search::Entity::find()
        .select_only()
        .column(missed_search::Column::Term)
        .order_by_asc(missed_search::Column::SoughtAt)
        .order_by_asc(missed_search::Column::People)
        .limit(count - ROWS)
        .into_tuple()
        .all(tx)
        .await?;
    missed_search::Entity::delete_many()
        .filter(missed_search::Column::Term.is_in(oldest))
        .exec(tx)
        .await?;
    Ok(())
}
