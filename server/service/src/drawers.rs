//! The cash in a clerk's drawer: the rows of their shift, locked where it must not be closed meanwhile, and their sums. Below
//! whatever books money. The words in the SQL are of our own enums, and the numbers are ids: nothing of a request is in it.

use std::collections::HashMap;

use db::Tx;
use db::entities::shift;
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Select, Statement};
use domain::{Drawer, EntryKind, ShiftId, ShiftMoveKind, ShiftState, StationId, UserId};

use crate::error::Result;

/// Ids in one query.
const CHUNK: usize = 500;

/// The shifts of a clerk at a station that are in this state; of those that run there is one at most.
pub(crate) fn shifts_of(station: StationId, clerk: UserId, state: ShiftState) -> Select<shift::Entity> {
    shift::Entity::find()
        .filter(shift::Column::StationId.eq(station))
        .filter(shift::Column::UserId.eq(clerk))
        .filter(shift::Column::State.eq(state))
}

/// The shift that a clerk has at a station; locked, so that it is not closed before this transaction ends.
pub(crate) async fn lock_open(tx: &Tx, station: StationId, clerk: UserId) -> Result<Option<shift::Model>> {
    let open = shifts_of(station, clerk, ShiftState::Open);
    Ok(open.lock_exclusive().one(tx).await?)
}

/// This shift, if it still runs; locked, so that it is not closed before this transaction ends.
pub(crate) async fn lock_if_open(tx: &Tx, id: Option<ShiftId>) -> Result<Option<ShiftId>> {
    let Some(id) = id else { return Ok(None) };
    let found = shift::Entity::find_by_id(id)
        .filter(shift::Column::State.eq(ShiftState::Open))
        .lock_exclusive()
        .one(tx)
        .await?;
    Ok(found.map(|row| row.id))
}

/// What happened to the cash of a shift.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sums {
    /// While it ran.
    pub drawer: Drawer,
    /// By how much more was there in the end than was said.
    pub corrections: i64,
}

/// The sums of one shift.
pub(crate) async fn sums_of(db: &impl ConnectionTrait, row: &shift::Model) -> Result<Sums> {
    let mut sums = sums(db, std::slice::from_ref(row)).await?;
    Ok(sums.remove(&row.id).unwrap_or_default())
}

/// The sums of shifts.
pub(crate) async fn sums(db: &impl ConnectionTrait, shifts: &[shift::Model]) -> Result<HashMap<ShiftId, Sums>> {
    let mut sums: HashMap<ShiftId, Sums> = HashMap::with_capacity(shifts.len());
    for row in shifts {
        let begun = Sums {
            drawer: Drawer::starting_with(row.float_minor),
            corrections: 0,
        };
        sums.insert(row.id, begun);
    }
    for chunk in shifts.chunks(CHUNK) {
        let ids: Vec<String> = chunk.iter().map(|row| row.id.to_string()).collect();
        let ids = ids.join(", ");
        for kind in [EntryKind::Received, EntryKind::GivenBack] {
            let sql = format!(
                "SELECT shift_id, CAST(SUM(amount_minor) AS BIGINT) FROM money_entries
                 WHERE shift_id IN ({ids}) AND kind = '{kind}' GROUP BY shift_id"
            );
            for (id, amount) in amounts(db, sql).await? {
                let of = sums.entry(id).or_default();
                of.drawer = of.drawer.with_entry(kind, amount)?;
            }
        }
        for kind in ShiftMoveKind::ALL {
            let sql = format!(
                "SELECT shift_id, CAST(SUM(amount_minor) AS BIGINT) FROM shift_moves
                 WHERE shift_id IN ({ids}) AND kind = '{kind}' GROUP BY shift_id"
            );
            for (id, amount) in amounts(db, sql).await? {
                let of = sums.entry(id).or_default();
                match kind {
                    ShiftMoveKind::HandedOver => of.drawer = of.drawer.with_handed_over(amount)?,
                    ShiftMoveKind::Correction => of.corrections += amount,
                }
            }
        }
    }
    Ok(sums)
}

async fn amounts(db: &impl ConnectionTrait, sql: String) -> Result<Vec<(ShiftId, i64)>> {
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let rows = db.query_all_raw(statement).await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        all.push((ShiftId(row.try_get_by_index(0)?), row.try_get_by_index(1)?));
    }
    Ok(all)
}
