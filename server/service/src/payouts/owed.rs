//! Sums over money rows, orders and payouts. The words in the SQL are of our own enums, and the numbers are ids and times:
//! nothing of a request is in it.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use db::sea_orm::{ConnectionTrait, QueryResult, Statement};
use domain::{
    CooperativeId, EntryKind, EntryState, Fees, OrderId, OrderStatus, PayoutState, ReductionReason, ReportKind,
    SHOP_OFFSET_MS, day_start, paid_part,
};

use super::view::{AccountSums, Owed};
use crate::error::Result;

const DAY_MS: i64 = 86_400_000;
/// Why less was sent, fen.
type Less = Vec<(ReductionReason, i64)>;
/// What was wrong with what went back, fen.
type Back = Vec<(ReportKind, i64)>;
/// An order, the code that its buyer has, and what it brought.
type OfOrder = (OrderId, String, AccountSums);
/// A day, and an order with the code that its buyer has.
type DueOrder = (i64, OrderId, String);

/// Stands for all days before the period.
pub(super) const BEFORE: i64 = -1;

/// What happened on each day from `from` on, and on all days before it together, under [`BEFORE`].
pub(super) async fn by_day(
    db: &impl ConnectionTrait,
    own: CooperativeId,
    from: i64,
) -> Result<BTreeMap<i64, AccountSums>> {
    all_by_day(db, own, &By::Since(from)).await
}

/// What happened within a time of whole days.
pub(super) async fn within(db: &impl ConnectionTrait, own: CooperativeId, times: Range<i64>) -> Result<AccountSums> {
    let days = all_by_day(db, own, &By::Day(times)).await?;
    Ok(days.into_values().fold(AccountSums::default(), AccountSums::and))
}

async fn all_by_day(db: &impl ConnectionTrait, own: CooperativeId, by: &By<'_>) -> Result<BTreeMap<i64, AccountSums>> {
    let sold = sold(db, own, by).await?;
    let mut days: BTreeMap<i64, AccountSums> = sold.into_iter().map(|((day, _), sums)| (day, sums)).collect();
    for row in rows(db, paid_sql(own, by)).await? {
        let [paid_out, paid_back] = numbers(&row, 1)?;
        let sums = days.entry(row.try_get_by_index(0)?).or_default();
        sums.paid_out += paid_out;
        sums.paid_back += paid_back;
    }
    Ok(days)
}

/// Stands for all orders together.
const ALL_ORDERS: &str = "CAST(0 AS BIGINT)";

/// Which rows are added up, and by what.
enum By<'o> {
    /// All, by the day from this moment on; what was before it is under [`BEFORE`].
    Since(i64),
    /// Those of this time, by day.
    Day(Range<i64>),
    /// Those of these orders and of this time, by day and order.
    Order(Range<i64>, &'o [OrderId]),
}

impl By<'_> {
    /// The day that they are added up by, where this column has the time.
    fn day(&self, at: &str) -> String {
        match self {
            Self::Since(from) => day_of(at, *from),
            Self::Day(times) | Self::Order(times, _) => day_of(at, times.start),
        }
    }

    /// The order that they are added up by, where this column has it.
    const fn order<'c>(&self, order: &'c str) -> &'c str {
        match self {
            Self::Since(_) | Self::Day(_) => ALL_ORDERS,
            Self::Order(..) => order,
        }
    }

    /// Which rows there are, where these columns have the time and the order.
    fn within(&self, at: &str, order: &str) -> String {
        match self {
            Self::Since(_) => String::new(),
            Self::Day(times) => between(at, times),
            Self::Order(times, orders) => {
                let ids = listed(orders.iter());
                format!("{} AND {order} IN ({ids})", between(at, times))
            }
        }
    }
}

fn between(at: &str, times: &Range<i64>) -> String {
    format!(" AND {at} >= {} AND {at} < {}", times.start, times.end)
}

fn listed(ids: impl Iterator<Item = impl ToString>) -> String {
    ids.map(|id| id.to_string()).collect::<Vec<_>>().join(", ")
}

/// What orders brought their cooperative by day and order, without what was paid out of that.
async fn sold(db: &impl ConnectionTrait, own: CooperativeId, by: &By<'_>) -> Result<HashMap<(i64, i64), AccountSums>> {
    let mut all: HashMap<(i64, i64), AccountSums> = HashMap::new();
    for row in rows(db, due_sql(own, by)).await? {
        let [day, order, ordered, called_off, amount, freight, commission, parcels] = numbers(&row, 0)?;
        all.insert(
            (day, order),
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
    for row in rows(db, given_back_sql(own, by)).await? {
        let [day, order, back] = numbers(&row, 0)?;
        let sums = all.entry((day, order)).or_default();
        sums.given_back += back;
        sums.less -= back;
    }
    Ok(all)
}

/// What orders of a cooperative brought it within a time, with the codes that their buyers have, in the order in which they came:
/// `most` of them behind `after`, and whether there are more.
pub(super) async fn by_order(
    db: &impl ConnectionTrait,
    own: CooperativeId,
    times: Range<i64>,
    after: OrderId,
    most: usize,
) -> Result<(Vec<OfOrder>, bool)> {
    let behind = format!("o.id > {after}");
    let (found, has_more) = due_orders(db, own, &times, (ALL_ORDERS, &behind), most).await?;
    let ids: Vec<OrderId> = found.iter().map(|(_, id, _)| *id).collect();
    let mut sums: HashMap<i64, AccountSums> = HashMap::new();
    for ((_, order), of_day) in sold_by_order(db, own, times, &ids).await? {
        let all = sums.entry(order).or_default();
        *all = all.and(of_day);
    }
    let orders = found.into_iter().map(|(_, id, code)| {
        let sums = sums.get(&id.get()).copied().unwrap_or_default();
        (id, code, sums)
    });
    Ok((orders.collect(), has_more))
}

/// The same from day to day until a moment: `most` of them behind an order of a day, each with the number of its day.
pub(super) async fn by_day_and_order(
    db: &impl ConnectionTrait,
    own: CooperativeId,
    (day, after): (i64, OrderId),
    until: i64,
    most: usize,
) -> Result<(Vec<(i64, OfOrder)>, bool)> {
    let times = day_start(day)..until;
    let behind = format!("(e.at >= {} OR o.id > {after})", day_start(day + 1));
    let of_day = day_of("e.at", times.start);
    let (found, has_more) = due_orders(db, own, &times, (&of_day, &behind), most).await?;
    let ids: Vec<OrderId> = found.iter().map(|(_, id, _)| *id).collect();
    let end = found.last().map_or(until, |(last, ..)| day_start(last + 1));
    let sums = sold_by_order(db, own, times.start..end, &ids).await?;
    let orders = found.into_iter().map(|(day, id, code)| {
        let sums = sums.get(&(day, id.get())).copied().unwrap_or_default();
        (day, (id, code, sums))
    });
    Ok((orders.collect(), has_more))
}

/// Orders of which something became due, or not due any more, within a time, by what `day` says and then in the order in which
/// they came: `most` of those for which `behind` holds, and whether there are more.
async fn due_orders(
    db: &impl ConnectionTrait,
    own: CooperativeId,
    times: &Range<i64>,
    (day, behind): (&str, &str),
    most: usize,
) -> Result<(Vec<DueOrder>, bool)> {
    let sql = format!(
        "SELECT DISTINCT {day}, o.id, g.code FROM orders o JOIN order_groups g ON g.id = o.group_id
         JOIN money_entries e ON e.order_id = o.id AND e.kind = '{}'
         WHERE o.cooperative_id = {own}{} AND {behind} ORDER BY 1, 2 LIMIT {}",
        EntryKind::Due,
        between("e.at", times),
        most + 1,
    );
    let mut found: Vec<DueOrder> = Vec::new();
    for row in rows(db, sql).await? {
        let [day, id] = numbers(&row, 0)?;
        found.push((day, OrderId(id), row.try_get_by_index(2)?));
    }
    let has_more = found.len() > most;
    found.truncate(most);
    Ok((found, has_more))
}

/// What these orders brought within a time, by day and order.
async fn sold_by_order(
    db: &impl ConnectionTrait,
    own: CooperativeId,
    times: Range<i64>,
    orders: &[OrderId],
) -> Result<HashMap<(i64, i64), AccountSums>> {
    if orders.is_empty() {
        return Ok(HashMap::new());
    }
    sold(db, own, &By::Order(times, orders)).await
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
    let ids = listed(cooperatives.iter());
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
    for row in rows(db, short_sql(&ids)).await? {
        let id = CooperativeId(row.try_get_by_index(0)?);
        let [goods, permille, parcel_minor, handed_over, here] = numbers(&row, 1)?;
        let fees = Fees {
            permille: u16::try_from(permille).unwrap_or_default(),
            parcel_minor,
        };
        let kept = goods - fees.of(goods).all();
        let unpaid = kept - paid_part(kept, handed_over, here);
        let of = owed.entry(id).or_default();
        of.delivered -= unpaid;
        of.unpaid += unpaid;
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

/// What the goods cost that buyers of this cooperative have, and whose payment is not here, fen.
pub(crate) async fn unpaid_goods(db: &impl ConnectionTrait, own: CooperativeId) -> Result<i64> {
    let mut unpaid = 0;
    for row in rows(db, short_sql(&own.to_string())).await? {
        let [goods, _, _, handed_over, here] = numbers(&row, 1)?;
        unpaid += goods - paid_part(goods, handed_over, here);
    }
    Ok(unpaid)
}

/// Orders that their buyers have and that what came in does not pay for, whole groups together: what was waived the Centre bears
/// itself, as if it had come in. It happens when a payment is undone after the goods were handed over.
fn short_sql(cooperatives: &str) -> String {
    let completed = OrderStatus::Completed;
    format!(
        "SELECT o.cooperative_id, o.goods_minor, o.commission_permille, o.parcel_fee_minor, g.handed_over, g.here
         FROM (SELECT h.group_id, h.handed_over,
                      (SELECT CAST(COALESCE(SUM(CASE e.kind WHEN '{received}' THEN e.amount_minor
                                                            WHEN '{written_off}' THEN e.amount_minor
                                                            WHEN '{given_back}' THEN -e.amount_minor
                                                            ELSE 0 END), 0) AS BIGINT)
                       FROM money_entries e WHERE e.group_id = h.group_id) AS here
               FROM (SELECT a.group_id, CAST(SUM(a.total_minor) AS BIGINT) AS handed_over FROM orders a
                     WHERE a.status = '{completed}' AND a.group_id IN (
                         SELECT b.group_id FROM orders b
                         WHERE b.cooperative_id IN ({cooperatives}) AND b.status = '{completed}')
                     GROUP BY a.group_id) h) g
         JOIN orders o ON o.group_id = g.group_id
         WHERE g.here < g.handed_over AND o.cooperative_id IN ({cooperatives}) AND o.status = '{completed}'",
        received = EntryKind::Received,
        written_off = EntryKind::WrittenOff,
        given_back = EntryKind::GivenBack,
    )
}

/// What is due of the orders of a cooperative, row by row. Each row says what an order costs in full, with freight, or undoes
/// that: so what is charged for the goods follows from the row alone.
fn due_sql(own: CooperativeId, by: &By<'_>) -> String {
    format!(
        "SELECT s.of_day, s.of_order,
                CAST(SUM(CASE WHEN s.is_first = 1 THEN s.amount ELSE 0 END) AS BIGINT),
                CAST(SUM(CASE WHEN s.is_last = 1 THEN -s.amount ELSE 0 END) AS BIGINT),
                CAST(SUM(s.amount) AS BIGINT),
                CAST(SUM(s.way * s.freight) AS BIGINT),
                CAST(SUM(s.way * s.commission) AS BIGINT),
                CAST(SUM(s.way * (CASE WHEN s.fee < s.goods - s.commission THEN s.fee
                                  ELSE s.goods - s.commission END)) AS BIGINT)
         FROM (SELECT r.of_day, r.of_order, r.amount, r.way, r.goods, r.freight, r.fee, r.is_first, r.is_last,
                      r.goods * r.permille / 1000 AS commission
               FROM (SELECT {of_day} AS of_day,
                            {of_order} AS of_order,
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
                     WHERE o.cooperative_id = {own}{within}) r) s
         GROUP BY s.of_day, s.of_order",
        of_day = by.day("e.at"),
        of_order = by.order("o.id"),
        within = by.within("e.at", "o.id"),
        booked = EntryState::Booked,
        counter = EntryState::Counter,
        due = EntryKind::Due,
        canceled = OrderStatus::Canceled,
        expired = OrderStatus::Expired,
    )
}

fn given_back_sql(own: CooperativeId, by: &By<'_>) -> String {
    format!(
        "SELECT {}, {}, CAST(SUM(r.amount_minor) AS BIGINT) {}{} AND d.kind IS NOT NULL GROUP BY 1, 2",
        by.day("r.at"),
        by.order("o.id"),
        reductions(own),
        by.within("r.at", "o.id"),
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

fn paid_sql(own: CooperativeId, by: &By<'_>) -> String {
    format!(
        "SELECT {}, CAST(SUM(CASE WHEN p.amount_minor > 0 THEN p.amount_minor ELSE 0 END) AS BIGINT),
                CAST(SUM(CASE WHEN p.amount_minor < 0 THEN -p.amount_minor ELSE 0 END) AS BIGINT) FROM payouts p
         WHERE p.cooperative_id = {own} AND p.state = '{}'{} GROUP BY 1",
        by.day("p.paid_at"),
        PayoutState::Paid,
        by.within("p.paid_at", ALL_ORDERS),
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
