//! Rows of shifts, as they are shown.

use std::collections::HashMap;

use db::entities::{audit_event, shift, shift_move, user};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{AuditAction, Currency, Money, ShiftId, ShiftMoveKind, ShiftState, StationId, UserId};

use super::view::{ClosedShift, Correction, OpenShift};
use crate::audit::user_of;
use crate::drawers::{shifts_of, sums, sums_of};
use crate::error::Result;

/// Ids in one query.
const CHUNK: usize = 500;

pub(super) const fn yuan(minor: i64) -> Money {
    Money::new(minor, Currency::Cny)
}

/// What stands in the form that closes a shift: which one, and the sum it was shown with.
pub(super) fn seen_mark(id: ShiftId, expected: i64) -> String {
    format!("{id}:{expected}")
}

/// How the log names a shift that somebody else than its clerk closed: whose it was comes first.
pub(super) fn closed_for(clerk: UserId, id: ShiftId) -> String {
    format!("user:{clerk} shift:{id}")
}

/// Who of the Centre closed these shifts for their clerks. It stands in the log alone.
async fn closers(db: &impl ConnectionTrait, rows: &[shift::Model]) -> Result<HashMap<ShiftId, UserId>> {
    let mut places: Vec<String> = rows.iter().map(|row| format!("station:{}", row.station_id)).collect();
    places.sort_unstable();
    places.dedup();
    let events = audit_event::Entity::find()
        .filter(audit_event::Column::Object.is_in(places))
        .filter(audit_event::Column::Action.eq(AuditAction::ShiftClose))
        .filter(audit_event::Column::At.is_in(rows.iter().filter_map(|row| row.closed_at)))
        .filter(audit_event::Column::Detail.starts_with("user:"))
        .all(db)
        .await?;
    let mut found = HashMap::new();
    for event in events {
        let is_of = |row: &&shift::Model| {
            let rest = event.detail.strip_prefix(&closed_for(row.user_id, row.id));
            rest.is_some_and(|rest| rest.starts_with(' '))
        };
        if let (Some(row), Some(by)) = (rows.iter().find(is_of), user_of(&event.actor)) {
            found.insert(row.id, by);
        }
    }
    Ok(found)
}

/// The names of people.
async fn names(db: &impl ConnectionTrait, ids: Vec<UserId>) -> Result<HashMap<UserId, String>> {
    let mut people = HashMap::new();
    for chunk in ids.chunks(CHUNK) {
        let found: Vec<(UserId, String)> = user::Entity::find()
            .select_only()
            .column(user::Column::Id)
            .column(user::Column::Name)
            .filter(user::Column::Id.is_in(chunk.iter().copied()))
            .into_tuple()
            .all(db)
            .await?;
        people.extend(found);
    }
    Ok(people)
}

/// Shifts that run, as they are shown, each with its station.
pub(super) async fn open_views(
    db: &impl ConnectionTrait,
    rows: Vec<shift::Model>,
) -> Result<Vec<(StationId, OpenShift)>> {
    let sums = sums(db, &rows).await?;
    let names = names(db, rows.iter().map(|row| row.user_id).collect()).await?;
    let mut views = Vec::with_capacity(rows.len());
    for row in rows {
        let drawer = sums.get(&row.id).copied().unwrap_or_default().drawer;
        let expected = drawer.expected()?;
        let view = OpenShift {
            id: row.id,
            clerk: names.get(&row.user_id).cloned().unwrap_or_default(),
            since: row.opened_at,
            drawer,
            expected: yuan(expected),
            seen: seen_mark(row.id, expected),
        };
        views.push((row.station_id, view));
    }
    Ok(views)
}

/// Shifts that are over, as they are shown.
pub(super) async fn closed_views(db: &impl ConnectionTrait, rows: Vec<shift::Model>) -> Result<Vec<ClosedShift>> {
    let (sums, closers) = (sums(db, &rows).await?, closers(db, &rows).await?);
    let mut people: Vec<UserId> = rows.iter().map(|row| row.user_id).collect();
    people.extend(closers.values());
    let names = names(db, people).await?;
    let moves = shift_move::Entity::find()
        .filter(shift_move::Column::ShiftId.is_in(rows.iter().map(|row| row.id)))
        .filter(shift_move::Column::Kind.eq(ShiftMoveKind::Correction))
        .order_by_asc(shift_move::Column::Id)
        .all(db)
        .await?;
    let mut corrections: HashMap<ShiftId, Vec<Correction>> = HashMap::new();
    for row in moves {
        corrections.entry(row.shift_id).or_default().push(Correction {
            amount: yuan(row.amount_minor),
            reason: row.note,
            at: row.at,
        });
    }
    let name = |id: &UserId| names.get(id).cloned().unwrap_or_default();
    let mut views = Vec::with_capacity(rows.len());
    for row in rows {
        let sums = sums.get(&row.id).copied().unwrap_or_default();
        let expected = row.expected_minor.unwrap_or_default();
        let counted = row.counted_minor.unwrap_or_default().saturating_add(sums.corrections);
        let left = row.left_minor.unwrap_or_default().saturating_add(sums.corrections);
        let carried = row.carried_minor.filter(|carried| *carried != row.float_minor);
        views.push(ClosedShift {
            id: row.id,
            clerk: name(&row.user_id),
            closed_by: closers.get(&row.id).map(name),
            opened_at: row.opened_at,
            closed_at: row.closed_at.unwrap_or(row.opened_at),
            drawer: sums.drawer,
            carried: carried.map(|carried| (yuan(carried), row.float_reason)),
            expected: yuan(expected),
            counted: yuan(counted),
            difference: yuan(counted.saturating_sub(expected)),
            reason: row.reason,
            left: yuan(left),
            corrections: corrections.remove(&row.id).unwrap_or_default(),
        });
    }
    Ok(views)
}

/// What a clerk left in the drawer of a station when they closed a shift there last, as it is known by now.
pub(crate) async fn left_before(db: &impl ConnectionTrait, station: StationId, clerk: UserId) -> Result<Option<i64>> {
    let last = shifts_of(station, clerk, ShiftState::Closed)
        // One after the other, so the number says which was last even where a clock went back.
        .order_by_desc(shift::Column::Id)
        .limit(1)
        .one(db)
        .await?;
    let Some(row) = last else { return Ok(None) };
    let corrections = sums_of(db, &row).await?.corrections;
    // Where less was there than had gone to the Centre, nothing stayed.
    Ok(row.left_minor.map(|left| left.saturating_add(corrections).max(0)))
}
