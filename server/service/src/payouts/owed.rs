//! Sums over money rows, orders and payouts. The words in the SQL are of our own enums, and the numbers are ids and times:
//! nothing of a request is in it.

use std::collections::{BTreeMap, HashMap};

use db::sea_orm::{ConnectionTrait, QueryResult, Statement};
use domain::{
    CooperativeId, EntryKind, EntryState, OrderStatus, PayoutState, ReductionReason, ReportKind, SHOP_OFFSET_MS,
};

use super::view::{AccountSums, Owed};
use crate::error::Result;

const DAY_MS: i64 = 86_400_000;
/// Why less was sent, fen.
type Less = Vec<(ReductionReason, i64)>;
/// What was wrong with what went back, fen.
type Back = Vec<(ReportKind, i64)>;

/// Stands for all days before the period.
pub(super) const BEFORE: i64 = -1;

/// What happened on each day from `from` on, and on all days before it together, under [`BEFORE`].
pub(super) async fn by_day(
    db: &impl ConnectionTrait,
    own: CooperativeId,
    from: i64,
) -> Result<BTreeMap<i64, AccountSums>> {
    let mut days: BTreeMap<i64, AccountSums> = BTreeMap::new();
    for row in rows(db, due_sql(own, from)).await? {
        let day: i64 = row.try_get_by_index(0)?;
        let [ordered, called_off, amount, freight, commission, parcels] = numbers(&row, 1)?;
        days.insert(
            day,
            AccountSums {
                ordered,
                called_off,
                // What went back is taken out of it below.
                less: ordered - called_off - amount,
                freight,
                commission,
                parcels,
                ..AccountSums::default()
            },
        );
    }
    for row in rows(db, given_back_sql(own, from)).await? {
        let sums = days.entry(row.try_get_by_index(0)?).or_default();
        let [back] = numbers(&row, 1)?;
        sums.given_back += back;
        sums.less -= back;
    }
    for row in rows(db, paid_sql(own, from)).await? {
        let [paid] = numbers(&row, 1)?;
        days.entry(row.try_get_by_index(0)?).or_default().paid_out += paid;
    }
    Ok(days)
}

/// Why less was sent of its orders since then, and what was said to be wrong with what went back.
pub(super) async fn reasons(db: &impl ConnectionTrait, own: CooperativeId, from: i64) -> Result<(Less, Back)> {
    let sql = format!(
        "SELECT r.reason, COALESCE(d.kind, ''), CAST(SUM(r.amount_minor) AS BIGINT) {} AND r.at >= {from} GROUP BY 1, 2",
        reductions(own)
    );
    let (mut less, mut back): (Less, Back) = (
        ReductionReason::ALL.map(|reason| (reason, 0)).into(),
        ReportKind::ALL.map(|kind| (kind, 0)).into(),
    );
    for row in rows(db, sql).await? {
        let (reason, kind): (String, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let [amount] = numbers(&row, 2)?;
        if let Some(kind) = ReportKind::parse(&kind) {
            add(&mut back, kind, amount);
        } else if let Some(reason) = ReductionReason::parse(&reason) {
            add(&mut less, reason, amount);
        }
    }
    less.retain(|(_, amount)| *amount != 0);
    back.retain(|(_, amount)| *amount != 0);
    Ok((less, back))
}

fn add<Word: PartialEq>(sums: &mut [(Word, i64)], word: Word, amount: i64) {
    if let Some((_, sum)) = sums.iter_mut().find(|(of, _)| *of == word) {
        *sum += amount;
    }
}

/// What these cooperatives are owed, by how far their orders are, and what was paid of it.
pub(super) async fn standing(
    db: &impl ConnectionTrait,
    cooperatives: &[CooperativeId],
) -> Result<HashMap<CooperativeId, Owed>> {
    let mut owed: HashMap<CooperativeId, Owed> = cooperatives.iter().map(|id| (*id, Owed::default())).collect();
    if cooperatives.is_empty() {
        return Ok(owed);
    }
    let ids = cooperatives
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(", ");
    let sql = format!(
        "SELECT s.cooperative_id, s.status, CAST(SUM({KEPT_BY_COOPERATIVE}) AS BIGINT)
         FROM (SELECT o.cooperative_id, o.status, o.goods_minor AS goods, o.parcel_fee_minor AS fee,
                      o.goods_minor * o.commission_permille / 1000 AS commission
               FROM orders o WHERE o.cooperative_id IN ({ids}) AND o.status IN ('{}', '{}', '{}')) s
         GROUP BY 1, 2",
        OrderStatus::Completed,
        OrderStatus::Accepted,
        OrderStatus::Placed,
    );
    for row in rows(db, sql).await? {
        let (id, status): (i64, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let [amount] = numbers(&row, 2)?;
        let of = owed.entry(CooperativeId(id)).or_default();
        match OrderStatus::parse(&status) {
            Some(OrderStatus::Completed) => of.delivered = amount,
            Some(OrderStatus::Accepted) => of.under_way = amount,
            _ => of.waiting = amount,
        }
    }
    let sql = format!(
        "SELECT cooperative_id, state, CAST(SUM(amount_minor) AS BIGINT) FROM payouts
         WHERE cooperative_id IN ({ids}) AND state <> '{}' GROUP BY 1, 2",
        PayoutState::Withdrawn,
    );
    for row in rows(db, sql).await? {
        let (id, state): (i64, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let [amount] = numbers(&row, 2)?;
        let of = owed.entry(CooperativeId(id)).or_default();
        if PayoutState::parse(&state) == Some(PayoutState::Paid) {
            of.paid += amount;
        } else {
            of.planned += amount;
        }
    }
    Ok(owed)
}

/// What is left of `goods` without `commission` and the `fee` for the parcel, which is never more than is there: as
/// [`domain::Fees::of`].
const KEPT_BY_COOPERATIVE: &str = "s.goods - s.commission - CASE WHEN s.fee < s.goods - s.commission THEN s.fee \
     ELSE s.goods - s.commission END";

/// What is due of the orders of a cooperative, row by row. Each row says what an order costs in full, with freight, or undoes
/// that: so what is charged for the goods follows from the row alone.
fn due_sql(own: CooperativeId, from: i64) -> String {
    format!(
        "SELECT s.on_day,
                CAST(SUM(CASE WHEN s.is_first = 1 THEN s.amount ELSE 0 END) AS BIGINT),
                CAST(SUM(CASE WHEN s.is_last = 1 THEN -s.amount ELSE 0 END) AS BIGINT),
                CAST(SUM(s.amount) AS BIGINT),
                CAST(SUM(s.way * s.freight) AS BIGINT),
                CAST(SUM(s.way * s.commission) AS BIGINT),
                CAST(SUM(s.way * (CASE WHEN s.fee < s.goods - s.commission THEN s.fee
                                  ELSE s.goods - s.commission END)) AS BIGINT)
         FROM (SELECT r.on_day, r.amount, r.way, r.goods, r.freight, r.fee, r.is_first, r.is_last,
                      r.goods * r.permille / 1000 AS commission
               FROM (SELECT {day} AS on_day,
                            e.amount_minor AS amount,
                            CASE WHEN e.amount_minor < 0 THEN -1 ELSE 1 END AS way,
                            ABS(e.amount_minor) - o.freight_minor AS goods,
                            o.freight_minor AS freight,
                            o.commission_permille AS permille,
                            o.parcel_fee_minor AS fee,
                            CASE WHEN e.state = '{booked}' AND NOT EXISTS (
                                SELECT 1 FROM money_entries f
                                WHERE f.order_id = e.order_id AND f.id < e.id AND f.kind = '{due}')
                                THEN 1 ELSE 0 END AS is_first,
                            CASE WHEN e.state = '{counter}' AND o.status IN ('{canceled}', '{expired}') AND NOT EXISTS (
                                SELECT 1 FROM money_entries l
                                WHERE l.order_id = e.order_id AND l.id > e.id AND l.kind = '{due}')
                                THEN 1 ELSE 0 END AS is_last
                     FROM orders o JOIN money_entries e ON e.order_id = o.id AND e.kind = '{due}'
                     WHERE o.cooperative_id = {own}) r) s
         GROUP BY s.on_day",
        day = day_of("e.at", from),
        booked = EntryState::Booked,
        counter = EntryState::Counter,
        due = EntryKind::Due,
        canceled = OrderStatus::Canceled,
        expired = OrderStatus::Expired,
    )
}

fn given_back_sql(own: CooperativeId, from: i64) -> String {
    format!(
        "SELECT {}, CAST(SUM(r.amount_minor) AS BIGINT) {} AND d.kind IS NOT NULL GROUP BY 1",
        day_of("r.at", from),
        reductions(own)
    )
}

/// By how much orders of a cooperative became cheaper, and the report that this answers, if it does.
fn reductions(own: CooperativeId) -> String {
    format!(
        "FROM orders o JOIN order_reductions r ON r.order_id = o.id
         LEFT JOIN damage_reports d ON d.order_id = r.order_id AND d.reduction_id = r.id
         WHERE o.cooperative_id = {own}"
    )
}

fn paid_sql(own: CooperativeId, from: i64) -> String {
    format!(
        "SELECT {}, CAST(SUM(p.amount_minor) AS BIGINT) FROM payouts p
         WHERE p.cooperative_id = {own} AND p.state = '{}' GROUP BY 1",
        day_of("p.paid_at", from),
        PayoutState::Paid
    )
}

/// The day in the shop's zone, or [`BEFORE`].
fn day_of(at: &str, from: i64) -> String {
    format!("CASE WHEN {at} < {from} THEN {BEFORE} ELSE ({at} + {SHOP_OFFSET_MS}) / {DAY_MS} END")
}

async fn rows(db: &impl ConnectionTrait, sql: String) -> Result<Vec<QueryResult>> {
    let statement = Statement::from_string(db.get_database_backend(), sql);
    Ok(db.query_all_raw(statement).await?)
}

fn numbers<const COUNT: usize>(row: &QueryResult, first: usize) -> Result<[i64; COUNT]> {
    let mut all = [0; COUNT];
    for (place, number) in all.iter_mut().enumerate() {
        *number = row.try_get_by_index(first + place)?;
    }
    Ok(all)
}
