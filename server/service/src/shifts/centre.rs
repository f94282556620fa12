//! The cash of all stations, as the Centre sees it.

use std::collections::HashMap;

use db::Readable;
use db::entities::shift;
use db::sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QueryResult, QuerySelect, Statement,
};
use domain::{
    Action, Actor, FulfilmentStatus, Locale, Money, OrderStatus, ShiftFilter, ShiftId, ShiftMoveKind, ShiftState,
    StationId, Subject,
};
use l10n::{Text, search_key, t};
use tables::{Cell, CsvWriter};

use super::rows::{closed_views, open_views, yuan};
use super::view::{OpenShift, StationCash, StationCashList, StationCashQuery, StationShifts};
use crate::Shop;
use crate::drawers::sums;
use crate::error::{Error, Result};
use crate::rights;
use crate::stations::{matches, view};
use crate::studio::tables::{moment, yuan as amount};

/// Stations on one page.
const PAGE: usize = 40;
/// Shifts that are over, on one page of a station.
const PAST: usize = 50;
/// Differences are those of so many days.
const RECENT_MS: i64 = 30 * DAY_MS;
const DAY_MS: i64 = 86_400_000;

/// What stands over the columns of the table.
const HEADINGS: [Text; 11] = [
    t::SHIFT_TABLE_CODE,
    t::SHIFT_TABLE_STATION,
    t::STATIONS_TOWNSHIP,
    t::SHIFT_OPEN_NOW,
    t::SHIFT_SINCE,
    t::SHIFT_EXPECTED,
    t::SHIFT_LAST,
    t::SHIFT_TABLE_COUNTED_AT,
    t::SHIFT_DIFFERENCES,
    t::SHIFT_DIFFERENCE,
    t::SHIFT_LATE,
];

fn may_see(actor: Actor) -> Result<()> {
    rights::ask(actor, Action::SeeMoney, Subject::Centre)
}

/// A page of the stations and their cash.
///
/// # Errors
/// [`Error::NotFound`] for anybody but who sees the Centre's money.
#[crate::boxed]
pub async fn stations(shop: &Shop, actor: Actor, locale: Locale, query: &StationCashQuery) -> Result<StationCashList> {
    may_see(actor)?;
    let mut found = all(shop, locale, query).await?;
    let total = found.len();
    let shifts = || found.iter().flat_map(|row| &row.open);
    let open = shifts().count();
    let expected: i64 = shifts().map(|shift| shift.expected.minor).sum();
    found.retain(|row| row.station.code > query.after);
    let has_more = found.len() > PAGE;
    found.truncate(PAGE);
    let next = found.last().map(|row| row.station.code.clone()).filter(|_| has_more);
    Ok(StationCashList {
        rows: found,
        total,
        open,
        expected: yuan(expected),
        next,
    })
}

/// All of these stations as a table, a line each, as CSV.
///
/// # Errors
/// [`Error::NotFound`] for anybody but who sees the Centre's money.
#[crate::boxed]
pub async fn stations_table(shop: &Shop, actor: Actor, locale: Locale, query: &StationCashQuery) -> Result<Vec<u8>> {
    may_see(actor)?;
    let mut csv = CsvWriter::default();
    csv.row(&HEADINGS.map(|text| Cell::Text(shop.texts().plain(locale, text))));
    for row in all(shop, locale, query).await? {
        let since = row.open.iter().map(|shift| shift.since).min();
        let expected: i64 = row.open.iter().map(|shift| shift.expected.minor).sum();
        let when = |at: Option<i64>| Cell::Text(at.map(moment).unwrap_or_default());
        csv.row(&[
            Cell::text(row.station.code.as_str()),
            Cell::text(row.station.name.text.as_str()),
            Cell::text(row.station.township.text.as_str()),
            Cell::number(row.open.len()),
            when(since),
            since.map_or_else(|| Cell::text(""), |_| amount(expected)),
            row.last
                .map_or_else(|| Cell::text(""), |(counted, _)| amount(counted.minor)),
            when(row.last.map(|(_, at)| at)),
            Cell::number(row.differences),
            amount(row.difference.minor),
            Cell::number(row.late),
        ]);
    }
    Ok(csv.take())
}

/// The shifts of one station; of those that are over a page, from the first or from what comes after the shift `after`.
///
/// # Errors
/// [`Error::NotFound`] for anybody but who sees the Centre's money, when there is no such station, and when `after` is no shift that
/// is over there.
#[crate::boxed]
pub async fn of_station(
    shop: &Shop,
    actor: Actor,
    locale: Locale,
    id: StationId,
    after: Option<ShiftId>,
) -> Result<StationShifts> {
    may_see(actor)?;
    let station = {
        let directory = shop.directory();
        let station = directory.station(id).ok_or(Error::NotFound)?;
        view(&directory, station, locale)
    };
    let db = shop.db().read();
    let of_it = shift::Entity::find().filter(shift::Column::StationId.eq(id));
    let open = of_it
        .clone()
        .filter(shift::Column::State.eq(ShiftState::Open))
        .order_by_asc(shift::Column::Id)
        .readable(db)
        .await?;
    let mut over = of_it.filter(shift::Column::State.eq(ShiftState::Closed));
    if let Some(after) = after {
        let last = over.clone().filter(shift::Column::Id.eq(after)).one(db).await?;
        let at = last.and_then(|row| row.closed_at).ok_or(Error::NotFound)?;
        let together = Condition::all()
            .add(shift::Column::ClosedAt.eq(at))
            .add(shift::Column::Id.lt(after));
        over = over.filter(Condition::any().add(shift::Column::ClosedAt.lt(at)).add(together));
    }
    let mut past = over
        .order_by_desc(shift::Column::ClosedAt)
        .order_by_desc(shift::Column::Id)
        .limit(PAST as u64 + 1)
        .readable(db)
        .await?;
    let has_more = past.len() > PAST;
    past.truncate(PAST);
    let next = past.last().map(|row| row.id).filter(|_| has_more);
    let open = open_views(db, open).await?;
    Ok(StationShifts {
        station,
        open: open.into_iter().map(|(_, shift)| shift).collect(),
        past: closed_views(db, past).await?,
        next,
    })
}

/// All stations that fit, by code: some hundred, put together in memory.
async fn all(shop: &Shop, locale: Locale, query: &StationCashQuery) -> Result<Vec<StationCash>> {
    let mut open = open_shifts(shop).await?;
    let last = last_counts(shop).await?;
    let differences = differences(shop).await?;
    let late = late(shop, query.days).await?;
    let wanted = search_key(&query.text);
    let directory = shop.directory();
    let mut found: Vec<StationCash> = directory
        .all_stations()
        .filter(|station| wanted.is_empty() || matches(&directory, station, &wanted))
        .map(|station| {
            let id = station.entry.id;
            let (count, difference) = differences.get(&id).copied().unwrap_or_default();
            StationCash {
                station: view(&directory, station, locale),
                open: open.remove(&id).unwrap_or_default(),
                last: last.get(&id).copied(),
                differences: count,
                difference: yuan(difference),
                late: late.get(&id).copied().unwrap_or_default(),
            }
        })
        .filter(|row| match query.only {
            None => true,
            Some(ShiftFilter::Open) => !row.open.is_empty(),
            Some(ShiftFilter::Difference) => row.differences > 0,
            Some(ShiftFilter::Late) => row.late > 0,
        })
        .collect();
    found.sort_unstable_by(|one, other| one.station.code.cmp(&other.station.code));
    Ok(found)
}

async fn rows(shop: &Shop, sql: String) -> Result<Vec<QueryResult>> {
    let statement = Statement::from_string(shop.db().backend(), sql);
    Ok(shop.db().read().query_all_raw(statement).await?)
}

async fn open_shifts(shop: &Shop) -> Result<HashMap<StationId, Vec<OpenShift>>> {
    let db = shop.db().read();
    let running = shift::Entity::find()
        .filter(shift::Column::State.eq(ShiftState::Open))
        .order_by_asc(shift::Column::Id)
        .readable(db)
        .await?;
    let mut by_station: HashMap<StationId, Vec<OpenShift>> = HashMap::new();
    for (station, shift) in open_views(db, running).await? {
        by_station.entry(station).or_default().push(shift);
    }
    Ok(by_station)
}

/// What was counted last at each station, as it is known by now, and when.
async fn last_counts(shop: &Shop) -> Result<HashMap<StationId, (Money, i64)>> {
    let sql = format!(
        "SELECT (SELECT s.id FROM shifts s WHERE s.station_id = t.id AND s.state = '{}'
                 ORDER BY s.closed_at DESC, s.id DESC LIMIT 1) FROM stations t",
        ShiftState::Closed
    );
    let mut ids = Vec::new();
    for row in rows(shop, sql).await? {
        let id: Option<i64> = row.try_get_by_index(0)?;
        ids.extend(id.map(ShiftId));
    }
    let db = shop.db().read();
    let found = shift::Entity::find()
        .filter(shift::Column::Id.is_in(ids))
        .readable(db)
        .await?;
    let sums = sums(db, &found).await?;
    let counts = found.into_iter().map(|row| {
        let corrections = sums.get(&row.id).copied().unwrap_or_default().corrections;
        let counted = row.counted_minor.unwrap_or_default().saturating_add(corrections);
        (row.station_id, (yuan(counted), row.closed_at.unwrap_or(row.opened_at)))
    });
    Ok(counts.collect())
}

/// How many counts of late were another sum than they should have been, and by how much in all, fen.
async fn differences(shop: &Shop) -> Result<HashMap<StationId, (i64, i64)>> {
    let sql = format!(
        "SELECT d.station_id, COUNT(*), CAST(SUM(d.difference) AS BIGINT)
         FROM (SELECT s.station_id, s.counted_minor - s.expected_minor + COALESCE((
                   SELECT SUM(m.amount_minor) FROM shift_moves m WHERE m.shift_id = s.id AND m.kind = '{}'), 0) AS difference
               FROM shifts s WHERE s.state = '{}' AND s.closed_at >= {}) d
         WHERE d.difference <> 0 GROUP BY d.station_id",
        ShiftMoveKind::Correction,
        ShiftState::Closed,
        shop.now().saturating_sub(RECENT_MS),
    );
    let mut found = HashMap::new();
    for row in rows(shop, sql).await? {
        let difference = (row.try_get_by_index(1)?, row.try_get_by_index(2)?);
        found.insert(StationId(row.try_get_by_index(0)?), difference);
    }
    Ok(found)
}

/// Parcels that lie at each station longer than so many days.
async fn late(shop: &Shop, days: i64) -> Result<HashMap<StationId, i64>> {
    let sql = format!(
        "SELECT station_id, COUNT(*) FROM orders
         WHERE fulfilment = '{}' AND status = '{}' AND updated_at <= {} GROUP BY station_id",
        FulfilmentStatus::ReadyForPickup,
        OrderStatus::Accepted,
        shop.now().saturating_sub(days.saturating_mul(DAY_MS)),
    );
    let mut found = HashMap::new();
    for row in rows(shop, sql).await? {
        found.insert(StationId(row.try_get_by_index(0)?), row.try_get_by_index(1)?);
    }
    Ok(found)
}
