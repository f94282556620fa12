//! What the index has seen of the database's changes (`search_changes`), and what came since.

use std::collections::BTreeMap;
use std::fmt;

use db::entities::search_change;
use db::sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::ProductId;

use crate::Result;

/// Writers whose changes are numbered each in the order in which they became visible; SQLite has only the first one.
const WRITERS: i64 = 16;
/// Changes taken over at once.
const BATCH: u64 = 2_000;

/// The last change that was seen of each writer, with its token.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Position(BTreeMap<i64, (i64, i64)>);

/// What changed behind a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Changes {
    /// These products.
    Of {
        /// Each once.
        products: Vec<ProductId>,
        /// Behind them.
        position: Position,
        /// Whether nothing is left behind it.
        is_all: bool,
    },
    /// Nobody knows: what was seen last is not there any more, or is something else now. A backup was put in the place of the
    /// database, or this program was away for too long.
    Unknown,
}

impl Position {
    /// Behind all that can be seen now.
    pub(super) async fn now(db: &impl ConnectionTrait) -> Result<Self> {
        let last: Vec<(i64, Option<i64>)> = search_change::Entity::find()
            .select_only()
            .column(search_change::Column::Writer)
            .column_as(search_change::Column::Change.max(), "last")
            .group_by(search_change::Column::Writer)
            .into_tuple()
            .all(db)
            .await?;
        let last: Vec<i64> = last.into_iter().filter_map(|(_, change)| change).collect();
        let mut position = Self::default();
        for row in rows_of(db, last).await? {
            position.pass(&row);
        }
        Ok(position)
    }

    /// What changed since, so much of it that it can be taken over at once.
    pub(super) async fn changes(&self, db: &impl ConnectionTrait) -> Result<Changes> {
        let seen = rows_of(db, self.0.values().map(|(change, _)| *change).collect()).await?;
        let mut again = Self::default();
        for row in &seen {
            again.pass(row);
        }
        if again != *self || self.0.is_empty() {
            return Ok(Changes::Unknown);
        }
        let newer = (0..WRITERS).fold(Condition::any(), |any, writer| {
            let of_writer = Condition::all().add(search_change::Column::Writer.eq(writer));
            any.add(match self.0.get(&writer) {
                Some((change, _)) => of_writer.add(search_change::Column::Change.gt(*change)),
                None => of_writer,
            })
        });
        let rows = search_change::Entity::find()
            .filter(newer)
            .order_by_asc(search_change::Column::Change)
            .limit(BATCH)
            .all(db)
            .await?;
        let mut position = self.clone();
        let mut products = Vec::new();
        for row in &rows {
            position.pass(row);
            products.push(row.product_id);
        }
        products.sort_unstable();
        products.dedup();
        Ok(Changes::Of {
            products,
            position,
            is_all: (rows.len() as u64) < BATCH,
        })
    }

    fn pass(&mut self, row: &search_change::Model) {
        self.0.insert(row.writer, (row.change, row.token));
    }

    /// Reads what [`Display`](fmt::Display) writes.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let places = text.split(',').map(|place| {
            let mut numbers = place.split(':').map(|number| number.parse::<i64>().ok());
            Some((numbers.next()??, (numbers.next()??, numbers.next()??)))
        });
        places.collect::<Option<_>>().map(Self)
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (writer, (change, token))) in self.0.iter().enumerate() {
            let comma = if place == 0 { "" } else { "," };
            write!(f, "{comma}{writer}:{change}:{token}")?;
        }
        Ok(())
    }
}

async fn rows_of(db: &impl ConnectionTrait, changes: Vec<i64>) -> Result<Vec<search_change::Model>> {
    if changes.is_empty() {
        return Ok(Vec::new());
    }
    Ok(search_change::Entity::find()
        .filter(search_change::Column::Change.is_in(changes))
        .all(db)
        .await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_is_read_as_it_was_written() {
        let position = Position([(0, (7, -9)), (15, (8, 1))].into());
        assert_eq!(position.to_string(), "0:7:-9,15:8:1");
        assert_eq!(Position::parse("0:7:-9,15:8:1"), Some(position));
        for text in ["", "0", "0:1", "a:1:2", "0:1:2,", "0:1:99999999999999999999"] {
            assert_eq!(Position::parse(text), None, "{text}");
        }
    }
}
