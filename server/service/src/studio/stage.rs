//! Orders of a cooperative by stage, by day and by where they go, as conditions that an index answers (m0070).

use db::entities::{order, payment};
use db::sea_orm::sea_query::{Alias, Expr, ExprTrait, Query, SelectStatement};
use db::sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
};
use domain::{CooperativeId, OrderId, OrderStage, PaymentMethod, PaymentStatus};

use super::view::{OrderPlace, StageCount};
use crate::error::Result;

/// [`OrderStage`] as SQL, word for word as in the index `orders_by_stage`. Whether a transfer is awaited stands elsewhere:
/// to this, such an order is new.
pub(super) const STAGE: &str = "(CASE
    WHEN status = 'placed' THEN 'new'
    WHEN status = 'completed' THEN 'done'
    WHEN status = 'canceled' OR status = 'expired' THEN 'over'
    WHEN status <> 'accepted' THEN NULL
    WHEN fulfilment = 'unfulfilled' THEN 'to-pack'
    WHEN fulfilment = 'packed' THEN 'to-hand-over'
    WHEN fulfilment = 'dispatched' OR fulfilment = 'ready_for_pickup' OR fulfilment = 'returning' THEN 'on-the-way'
    WHEN fulfilment = 'delivered' THEN 'done'
    WHEN fulfilment = 'returned' OR fulfilment = 'lost' THEN 'over'
    END)";

/// How far a count goes.
const MOST: u64 = 100;

/// Which orders of a cooperative.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    pub cooperative: CooperativeId,
    pub stage: Option<OrderStage>,
    pub place: Option<OrderPlace>,
    /// Placed at or after, and before; ms since 1970 UTC.
    pub from: Option<i64>,
    pub until: Option<i64>,
}

impl Wanted {
    /// All of a cooperative's.
    pub fn of(cooperative: CooperativeId) -> Self {
        Self {
            cooperative,
            stage: None,
            place: None,
            from: None,
            until: None,
        }
    }

    /// Those in this stage.
    pub fn in_stage(self, stage: OrderStage) -> Self {
        Self {
            stage: Some(stage),
            ..self
        }
    }

    pub fn select(self) -> Select<order::Entity> {
        let mut found = order::Entity::find().filter(order::Column::CooperativeId.eq(self.cooperative));
        if let Some(stage) = self.stage {
            let by_station = matches!(self.place, Some(OrderPlace::Station(_)));
            found = found.filter(is_in(stage, by_station));
        }
        if let Some(place) = self.place {
            let station = match place {
                OrderPlace::Address => 0,
                OrderPlace::Station(id) => id.get(),
            };
            found = found.filter(Expr::col((order::Entity, Alias::new("station_id"))).eq(station));
        }
        if let Some(from) = self.from {
            found = found.filter(placed_at().gte(from));
        }
        if let Some(until) = self.until {
            found = found.filter(placed_at().lt(until));
        }
        found
    }

    /// The ids of the newest of them after the one given, or of the oldest, and when they were placed.
    pub(super) async fn ids(
        self,
        db: &impl ConnectionTrait,
        from: Side,
        limit: u64,
    ) -> Result<Vec<(OrderId, i64)>, DbErr> {
        self.select_ids(from, limit).into_tuple().all(db).await
    }

    fn select_ids(self, from: Side, limit: u64) -> Select<order::Entity> {
        // One bound from above: with two of them SQLite goes by the day alone.
        let (older, until) = match (from, self.until) {
            (Side::Newest(Some((id, at))), until) if until.is_none_or(|until| at < until) => {
                let place = Expr::tuple([placed_at(), Expr::col(order::Column::Id)]);
                (Some(place.lt(Expr::tuple([Expr::val(at), Expr::val(id)]))), None)
            }
            (_, until) => (None, until),
        };
        let found = Self { until, ..self }
            .select()
            .select_only()
            .column(order::Column::Id)
            .expr(placed_at())
            .apply_if(older, QueryFilter::filter);
        let found = match from {
            Side::Newest(_) => found.order_by_desc(placed_at()).order_by_desc(order::Column::Id),
            Side::Oldest => found.order_by_asc(placed_at()).order_by_asc(order::Column::Id),
        };
        found.limit(limit)
    }

    /// The newest of them as `id`, `placed_at` and `found_by`: what a search looks through.
    pub(super) fn newest(self, limit: u64) -> SelectStatement {
        let found_by = Expr::col((order::Entity, Alias::new("found_by")));
        let found = self
            .select()
            .select_only()
            .column_as(order::Column::Id, "id")
            .column_as(placed_at(), "placed_at")
            .column_as(found_by, "found_by")
            .order_by_desc(placed_at())
            .order_by_desc(order::Column::Id)
            .limit(limit);
        found.into_query()
    }

    /// A row where there are more of them than `count`.
    pub(super) fn beyond(self, count: u64) -> SelectStatement {
        let found = self.select().select_only().expr(Expr::val(1)).offset(count).limit(1);
        found.into_query()
    }

    /// How many there are, up to [`MOST`].
    pub(super) async fn count(self, db: &impl ConnectionTrait) -> Result<StageCount, DbErr> {
        let some = self.select().select_only().expr(Expr::val(1)).limit(MOST).into_query();
        let count = Query::select()
            .expr(Expr::cust("COUNT(*)"))
            .from_subquery(some, Alias::new("some"))
            .to_owned();
        let row = db.query_one(&count).await?;
        let count: i64 = row.map_or(Ok(0), |row| row.try_get_by_index(0))?;
        Ok(StageCount::up_to(u64::try_from(count).unwrap_or(0), MOST - 1))
    }
}

/// From which end a list begins.
#[derive(Clone, Copy, Debug)]
pub(super) enum Side {
    /// The newest first, older than this one.
    Newest(Option<(OrderId, i64)>),
    Oldest,
}

/// When an order was placed, copied from its group.
pub(super) fn placed_at() -> Expr {
    Expr::col((order::Entity, Alias::new("placed_at")))
}

/// Whether an order is in this stage. `by_station`: one asks for a station, too. What has ended is then found by its
/// station alone, since most of what there is has ended.
fn is_in(stage: OrderStage, by_station: bool) -> Expr {
    let word = match stage {
        OrderStage::AwaitsPayment => OrderStage::New,
        other => other,
    };
    let case = if by_station && !stage.is_open() {
        Expr::cust(format!("COALESCE({STAGE}, '')"))
    } else {
        Expr::cust(STAGE)
    };
    let is_word = case.eq(word.as_str());
    match stage {
        OrderStage::New => is_word.and(Expr::exists(awaited()).not()),
        OrderStage::AwaitsPayment => is_word.and(Expr::exists(awaited())),
        _ => is_word,
    }
}

/// That the order's group waits for a transfer.
fn awaited() -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(payment::Entity)
        .and_where(
            Expr::col((payment::Entity, payment::Column::GroupId)).equals((order::Entity, order::Column::GroupId)),
        )
        .and_where(Expr::col((payment::Entity, payment::Column::Method)).eq(PaymentMethod::BankTransfer))
        .and_where(Expr::col((payment::Entity, payment::Column::Status)).eq(PaymentStatus::Created))
        .to_owned()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use db::sea_orm::{DatabaseBackend, Statement};
    use domain::StationId;
    use testing::{Database, TestShop};

    use super::*;

    /// How SQLite goes about it.
    async fn plan(db: &impl ConnectionTrait, select: Select<order::Entity>) -> String {
        let sql = select.build(DatabaseBackend::Sqlite).to_string();
        let explain = Statement::from_string(DatabaseBackend::Sqlite, format!("EXPLAIN QUERY PLAN {sql}"));
        let rows = db.query_all_raw(explain).await.unwrap();
        let steps = rows.iter().map(|row| row.try_get::<String>("", "detail").unwrap());
        steps.collect::<Vec<_>>().join("; ")
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn every_list_comes_from_an_index_in_its_order() {
        let shop = TestShop::open_empty(Database::Sqlite).await.unwrap();
        let db = shop.db().read();
        let all = Wanted::of(CooperativeId(1));
        let days = |wanted: Wanted| Wanted {
            from: Some(1),
            until: Some(2),
            ..wanted
        };
        let at = |wanted: Wanted, place| Wanted {
            place: Some(place),
            ..wanted
        };
        let mut lists = vec![(all, "orders_by_day")];
        let station = OrderPlace::Station(StationId(7));
        lists.push((at(all, OrderPlace::Address), "orders_by_station"));
        lists.push((at(all, station), "orders_by_station"));
        lists.push((at(all.in_stage(OrderStage::Done), station), "orders_by_station"));
        lists.extend(OrderStage::ALL.map(|stage| (all.in_stage(stage), "orders_by_stage")));
        for (wanted, index) in lists {
            for wanted in [wanted, days(wanted)] {
                let mut selects = vec![
                    wanted.select_ids(Side::Newest(None), 31),
                    wanted.select_ids(Side::Newest(Some((OrderId(5), 1))), 31),
                    wanted.select_ids(Side::Newest(Some((OrderId(5), 5))), 31),
                    wanted.select_ids(Side::Oldest, 51),
                ];
                if wanted.stage.is_some() {
                    selects.push(wanted.select().select_only().expr(Expr::val(1)).limit(MOST));
                }
                for select in selects {
                    let plan = plan(db, select).await;
                    // Those of some days may be found by the days as well.
                    let is_by_day = wanted.from.is_some() && plan.contains("orders_by_day");
                    assert!(is_by_day || plan.contains(index), "{wanted:?}: {plan}");
                    for slow in ["SCAN", "TEMP B-TREE"] {
                        assert!(!plan.contains(slow), "{wanted:?}: {plan}");
                    }
                }
            }
        }
    }
}
