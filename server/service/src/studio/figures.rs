//! What a cooperative sold, to whom, and what it is owed: sums over its orders, made when they are asked for.

use std::collections::HashMap;

use db::entities::{damage_report, offer, order, order_group, order_line, order_reduction, product};
use db::sea_orm::sea_query::{Alias, Expr, ExprTrait, Query, SelectStatement, SimpleExpr};
use db::sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select,
};
use domain::{
    Action, Actor, CooperativeId, Currency, DeliveryMethod, Locale, Money, OrderStatus, ProductId, Province,
    ReductionReason, ReportKind, SHOP_OFFSET_MS, StationId, day_number, day_start,
};

use super::figures_view::{Bar, Figures, PlaceSold, ProductSold};
use super::readership::readership;
use super::stage::placed_at;
use crate::error::Result;
use crate::payouts::unpaid_goods;
use crate::rights::own_cooperative;
use crate::texts::{Shown, read};
use crate::{Period, Shop};

const DAY: i64 = 86_400_000;
/// Lines of the lists.
const TOP: u64 = 10;

/// What was sold by day or month, of what, and where to; and what the cooperative is owed.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) for anybody who has nothing to do with its money.
#[crate::boxed]
pub async fn figures(shop: &Shop, actor: Actor, locale: Locale, period: Period) -> Result<Figures> {
    let own = own_cooperative(actor, Action::SeeMoney)?.id();
    figures_of(shop, own, locale, period, TOP).await
}

/// The figures of a cooperative that whoever asks may see, with `most` lines in each list.
pub(super) async fn figures_of(
    shop: &Shop,
    own: CooperativeId,
    locale: Locale,
    period: Period,
    most: u64,
) -> Result<Figures> {
    let db = shop.db().read();
    let today = day_number(shop.now());
    let from = day_start(period.since(today));
    let days = by_day(db, own, from).await?;
    let bars = period.lines(today, |day| bar(day, days.get(&day)), add);
    let standing = standing(db, own).await?;
    let (buyers, returning) = buyers(db, own, from).await?;
    Ok(Figures {
        period,
        orders: days.values().map(|(orders, _)| orders).sum(),
        sold: yuan(days.values().map(|(_, minor)| minor).sum()),
        bars,
        delivered: standing.delivered,
        unpaid: standing.unpaid,
        under_way: standing.under_way,
        waiting: standing.waiting,
        taken_off: taken_off(db, own).await?,
        given_back: given_back(db, own).await?,
        products: products(db, own, from, locale, most).await?,
        places: places(shop, own, from, locale, most).await?,
        buyers,
        returning,
        readership: readership(shop, own, locale, most).await?,
    })
}

const fn yuan(minor: i64) -> Money {
    Money::new(minor, Currency::Cny)
}

fn bar(day: i64, sold: Option<&(i64, i64)>) -> Bar {
    let (orders, minor) = sold.copied().unwrap_or_default();
    Bar {
        at: day_start(day),
        orders,
        sold: yuan(minor),
    }
}

fn add(sum: &mut Bar, one: Bar) {
    sum.orders += one.orders;
    sum.sold.minor += one.sold.minor;
}

/// Sums of whole numbers are of another type on PostgreSQL.
fn sum(of: impl Into<SimpleExpr>) -> Expr {
    of.into().sum().cast_as("BIGINT")
}

/// The orders of a cooperative that stand, placed since then.
fn sold_since(own: CooperativeId, from: i64) -> Select<order::Entity> {
    order::Entity::find()
        .select_only()
        .filter(order::Column::CooperativeId.eq(own))
        .filter(order::Column::Status.is_not_in([OrderStatus::Canceled, OrderStatus::Expired]))
        .filter(placed_at().gte(from))
}

async fn by_day(db: &impl ConnectionTrait, own: CooperativeId, from: i64) -> Result<HashMap<i64, (i64, i64)>> {
    // As text: bound twice, PostgreSQL does not know the two for the same.
    let day = || Expr::cust(format!("(orders.placed_at + {SHOP_OFFSET_MS}) / {DAY}"));
    let rows: Vec<(i64, i64, i64)> = sold_since(own, from)
        .expr(day())
        .expr(Expr::col(order::Column::Id).count())
        .expr(sum(Expr::col(order::Column::GoodsMinor)))
        .group_by(day())
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(day, orders, minor)| (day, (orders, minor)))
        .collect())
}

/// What all orders that stand come to, by how far they are.
#[derive(Debug)]
struct Standing {
    delivered: Money,
    unpaid: Money,
    under_way: Money,
    waiting: Money,
}

async fn standing(db: &impl ConnectionTrait, own: CooperativeId) -> Result<Standing> {
    let rows: Vec<(OrderStatus, i64)> = sold_since(own, i64::MIN)
        .column(order::Column::Status)
        .expr(sum(Expr::col(order::Column::GoodsMinor)))
        .group_by(order::Column::Status)
        .into_tuple()
        .all(db)
        .await?;
    let of = |wanted: OrderStatus| {
        let found = rows.iter().find(|(status, _)| *status == wanted);
        found.map_or(0, |(_, minor)| *minor)
    };
    let unpaid = unpaid_goods(db, own).await?;
    Ok(Standing {
        delivered: yuan(of(OrderStatus::Completed) - unpaid),
        unpaid: yuan(unpaid),
        under_way: yuan(of(OrderStatus::Accepted)),
        waiting: yuan(of(OrderStatus::Placed)),
    })
}

/// By how much these orders became cheaper because less was sent, by why.
async fn taken_off(db: &impl ConnectionTrait, own: CooperativeId) -> Result<Vec<(ReductionReason, Money)>> {
    let to_reductions = order::Entity::belongs_to(order_reduction::Entity)
        .from(order::Column::Id)
        .to(order_reduction::Column::OrderId);
    let rows: Vec<(ReductionReason, i64)> = sold_since(own, i64::MIN)
        .join(JoinType::InnerJoin, to_reductions.into())
        // What went back after the goods had come is told apart.
        .filter(Expr::exists(of_report()).not())
        .column(order_reduction::Column::Reason)
        .expr(sum(Expr::col(order_reduction::Column::AmountMinor)))
        .group_by(order_reduction::Column::Reason)
        .into_tuple()
        .all(db)
        .await?;
    let sum_of = |reason| rows.iter().find(|(of, _)| *of == reason).map_or(0, |(_, minor)| *minor);
    Ok(ReductionReason::ALL
        .into_iter()
        .map(|reason| (reason, yuan(sum_of(reason))))
        .filter(|(_, money)| money.minor > 0)
        .collect())
}

/// That a reduction came of a report.
fn of_report() -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(damage_report::Entity)
        .and_where(
            Expr::col((damage_report::Entity, damage_report::Column::ReductionId))
                .equals((order_reduction::Entity, order_reduction::Column::Id)),
        )
        // By its index.
        .and_where(
            Expr::col((damage_report::Entity, damage_report::Column::OrderId))
                .equals((order::Entity, order::Column::Id)),
        )
        .to_owned()
}

/// What of these orders went back because something was wrong with them when they came, by what.
async fn given_back(db: &impl ConnectionTrait, own: CooperativeId) -> Result<Vec<(ReportKind, Money)>> {
    let to_reports = order::Entity::belongs_to(damage_report::Entity)
        .from(order::Column::Id)
        .to(damage_report::Column::OrderId);
    let to_reductions = damage_report::Entity::belongs_to(order_reduction::Entity)
        .from(damage_report::Column::ReductionId)
        .to(order_reduction::Column::Id);
    let rows: Vec<(ReportKind, i64)> = sold_since(own, i64::MIN)
        .join(JoinType::InnerJoin, to_reports.into())
        .join(JoinType::InnerJoin, to_reductions.into())
        .column(damage_report::Column::Kind)
        .expr(sum(Expr::col((
            order_reduction::Entity,
            order_reduction::Column::AmountMinor,
        ))))
        .group_by(damage_report::Column::Kind)
        .into_tuple()
        .all(db)
        .await?;
    let sum_of = |kind| rows.iter().find(|(of, _)| *of == kind).map_or(0, |(_, minor)| *minor);
    Ok(ReportKind::ALL
        .into_iter()
        .map(|kind| (kind, yuan(sum_of(kind))))
        .filter(|(_, money)| money.minor > 0)
        .collect())
}

/// How many people bought, and how many of them more than once.
async fn buyers(db: &impl ConnectionTrait, own: CooperativeId, from: i64) -> Result<(i64, i64)> {
    let by_phone = sold_since(own, from)
        .expr_as(Expr::col((order::Entity, order::Column::Id)).count(), "times")
        .join(JoinType::InnerJoin, to_group())
        .filter(order_group::Column::Phone.ne(""))
        .group_by(order_group::Column::Phone)
        .into_query();
    let times = || Expr::col(Alias::new("times"));
    let counted = Query::select()
        .expr(Expr::cust("COUNT(*)"))
        .expr(sum(Expr::case(times().gt(1), 1).finally(0)))
        .from_subquery(by_phone, Alias::new("people"))
        .to_owned();
    let row = db.query_one(&counted).await?;
    let Some(row) = row else { return Ok((0, 0)) };
    let returning: Option<i64> = row.try_get_by_index(1)?;
    Ok((row.try_get_by_index(0)?, returning.unwrap_or(0)))
}

fn to_group() -> db::sea_orm::RelationDef {
    order::Entity::belongs_to(order_group::Entity)
        .from(order::Column::GroupId)
        .to(order_group::Column::Id)
        .into()
}

async fn products(
    db: &impl ConnectionTrait,
    own: CooperativeId,
    from: i64,
    locale: Locale,
    most: u64,
) -> Result<Vec<ProductSold>> {
    let to_lines = order::Entity::belongs_to(order_line::Entity)
        .from(order::Column::Id)
        .to(order_line::Column::OrderId);
    let to_offers = order_line::Entity::belongs_to(offer::Entity)
        .from(order_line::Column::OfferId)
        .to(offer::Column::Id);
    let line = |column| Expr::col((order_line::Entity, column));
    let minor = || sum(line(order_line::Column::TotalMinor).sub(line(order_line::Column::MissingMinor)));
    let rows: Vec<(ProductId, String, i64)> = sold_since(own, from)
        .join(JoinType::InnerJoin, to_lines.into())
        .join(JoinType::InnerJoin, to_offers.into())
        // What was declined or is missing altogether was not sold.
        .filter(line(order_line::Column::Quantity).gt(line(order_line::Column::Missing)))
        .column(offer::Column::ProductId)
        .expr(line(order_line::Column::Name).max())
        .expr(minor())
        .group_by(offer::Column::ProductId)
        .order_by_desc(minor())
        .limit(most)
        .into_tuple()
        .all(db)
        .await?;
    let ids: Vec<ProductId> = rows.iter().map(|(id, ..)| *id).collect();
    let mut texts = read(db, &ids).await?;
    let sources: Vec<(ProductId, Locale)> = product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .column(product::Column::SourceLang)
        .filter(product::Column::Id.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    let sources: HashMap<ProductId, Locale> = sources.into_iter().collect();
    Ok(rows
        .into_iter()
        .filter_map(|(id, sold_as, minor)| {
            let name = texts
                .remove(&id)
                .unwrap_or_default()
                .name(locale, *sources.get(&id)?, &sold_as);
            Some(ProductSold {
                id,
                name,
                sold: yuan(minor),
            })
        })
        .collect())
}

/// Where goods of an order go, as counted.
#[derive(Debug, FromQueryResult)]
struct PlaceRow {
    delivery: DeliveryMethod,
    province: Option<Province>,
    station: Option<StationId>,
    /// What the station was called when it was chosen: it may be closed by now.
    code: Option<String>,
    name: Option<String>,
    lang: Option<Locale>,
    orders: i64,
}

async fn places(shop: &Shop, own: CooperativeId, from: i64, locale: Locale, most: u64) -> Result<Vec<PlaceSold>> {
    let rows = sold_since(own, from)
        .join(JoinType::InnerJoin, to_group())
        .column(order_group::Column::Delivery)
        .column(order_group::Column::Province)
        .column_as(order_group::Column::StationId, "station")
        .column_as(order_group::Column::StationCode.max(), "code")
        .column_as(order_group::Column::StationName.max(), "name")
        .column_as(order_group::Column::StationNameLang.max(), "lang")
        .expr_as(Expr::col((order::Entity, order::Column::Id)).count(), "orders")
        .group_by(order_group::Column::Delivery)
        .group_by(order_group::Column::Province)
        .group_by(order_group::Column::StationId)
        .order_by_desc(Expr::col((order::Entity, order::Column::Id)).count())
        .limit(most)
        .into_model::<PlaceRow>()
        .all(shop.db().read())
        .await?;
    let directory = shop.directory();
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let named = |text, lang| Shown {
                text,
                lang,
                outdated: false,
            };
            let (code, name) = match row.delivery {
                DeliveryMethod::Address => {
                    let province = row.province?.code();
                    let text = shop.texts().by_id(locale, &format!("checkout-province-{province}"))?;
                    (String::new(), named(text, locale))
                }
                DeliveryMethod::Station => match directory.station(row.station?) {
                    Some(station) => (station.code.clone(), station.entry.name(locale)),
                    None => {
                        let name = row.name.unwrap_or_default();
                        (row.code.unwrap_or_default(), named(name, row.lang.unwrap_or_default()))
                    }
                },
            };
            Some(PlaceSold {
                code,
                name,
                orders: row.orders,
            })
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use l10n::format::machine_date;

    use super::*;

    /// 23 November 2026, noon in Beijing.
    const NOON: i64 = 1_795_406_400_000;

    #[test]
    fn twelve_months_begin_on_the_first() {
        let first = Period::Months.since(day_number(NOON));
        assert_eq!(machine_date(day_start(first)), "2025-12-01");
        let days = HashMap::from([(first, (2, 300)), (first + 1, (1, 50))]);
        let months = Period::Months.lines(day_number(NOON), |day| bar(day, days.get(&day)), add);
        assert_eq!(months.len(), 12);
        assert_eq!((months[0].orders, months[0].sold.minor), (3, 350));
        assert!(months[1..].iter().all(|month| month.orders == 0));
    }

    #[test]
    fn a_day_begins_at_midnight_in_beijing() {
        let midnight = NOON - 12 * 3_600_000;
        assert_eq!(day_number(midnight), day_number(NOON));
        assert_eq!(day_number(midnight - 1), day_number(NOON) - 1);
        assert_eq!(bar(day_number(NOON), None).at, midnight);
    }
}
