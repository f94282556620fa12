//! The orders that a search finds: by a code or a phone number, whole or in part, or by the buyer's name.

use std::time::Duration;

use db::entities::{order, order_group};
use db::sea_orm::sea_query::{
    Alias, Condition, Expr, ExprTrait, Func, IntoCondition, LikeExpr, Order, Query, SelectStatement,
};
use db::sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseBackend, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
};
use domain::{FulfilmentStatus, OrderCode, OrderGroupId, OrderId, OrderSearch, OrderStage, OrderStatus, Phone};
use l10n::search_key;

use super::list::PAGE;
use super::stage::{STAGE, Wanted, placed_at};
use crate::Shop;
use crate::error::{Error, Result};
use crate::like::escaped;

/// How many of the newest orders a search by name, or by a part of a code or number, looks at.
pub const SEARCHED: u64 = 20_000;
/// Keys of names that are made in one transaction, and the pause after it.
const BATCH: u64 = 200;
const PAUSE: Duration = Duration::from_millis(50);

/// What a search finds, newest first and one more than a page at the most; and whether there are older orders at which it
/// did not look.
///
/// A whole code or phone number is looked up among all orders. Names and parts are looked for among the newest, and parts
/// of a number only while the order is open: nobody needs the number any more after that, and who may not see it must not
/// find it out digit by digit.
pub(super) async fn find(shop: &Shop, wanted: Wanted, typed: &str) -> Result<(Vec<OrderId>, bool)> {
    let search = OrderSearch::parse(typed);
    if let Some(found) = find_whole(shop.db().read(), wanted, &search).await? {
        return Ok((newest(found), false));
    }
    let key = search_key(typed);
    // In no name, and PostgreSQL refuses to look for it.
    if key.contains('\0') {
        return Ok((Vec::new(), false));
    }
    let words: Vec<&str> = key.split_whitespace().collect();
    let matching = matching(shop.db().backend(), wanted, &search, &words);
    // It looks at thousands of rows, so it has its own place and time.
    let (found, is_cut) = shop
        .db()
        .read_slowly(async move |db| {
            let rows = db.query_all(&matching).await?;
            let found: Vec<(OrderId, Option<String>)> = rows
                .iter()
                .map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?)))
                .collect::<Result<_, DbErr>>()?;
            let is_cut = db.query_one(&wanted.beyond(SEARCHED)).await?.is_some();
            Ok((found, is_cut))
        })
        .await?;
    if found.iter().any(|(_, found_by)| found_by.is_none()) {
        return Ok((look_through(shop, wanted, &search, &words).await?, is_cut));
    }
    Ok((found.into_iter().map(|(id, _)| id).collect(), is_cut))
}

/// The orders with a whole code or phone number; none when it is no such thing, or nothing has it.
async fn find_whole(db: &impl ConnectionTrait, wanted: Wanted, search: &OrderSearch) -> Result<Option<Vec<OrderId>>> {
    let mut groups = Vec::new();
    if let Some(code) = search.code {
        groups = groups_where(db, order_group::Column::Code.eq(code.to_string())).await?;
    }
    if groups.is_empty()
        && let Some(phone) = &search.phone
    {
        groups = groups_where(db, order_group::Column::Phone.eq(phone.as_e164())).await?;
    }
    if groups.is_empty() {
        return Ok(None);
    }
    let found: Vec<OrderId> = wanted
        .select()
        .filter(order::Column::GroupId.is_in(groups))
        .select_only()
        .column(order::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    Ok((!found.is_empty()).then_some(found))
}

fn newest(mut ids: Vec<OrderId>) -> Vec<OrderId> {
    ids.sort_unstable_by(|a, b| b.cmp(a));
    ids.truncate(PAGE + 1);
    ids
}

async fn groups_where(db: &impl ConnectionTrait, is_wanted: impl IntoCondition) -> Result<Vec<OrderGroupId>> {
    Ok(order_group::Entity::find()
        .select_only()
        .column(order_group::Column::Id)
        .filter(is_wanted)
        .order_by_desc(order_group::Column::Id)
        .limit(500)
        .into_tuple()
        .all(db)
        .await?)
}

/// Of the newest orders those that match, and before them those that nobody can tell of: they have no key yet (m0123).
fn matching(backend: DatabaseBackend, wanted: Wanted, search: &OrderSearch, words: &[&str]) -> SelectStatement {
    // Code, phone and key of the name stand in lines of their own.
    let mut any = Condition::any().add(found_by().is_null());
    if !words.is_empty() {
        let all = words.iter().fold(Condition::all(), |all, word| {
            all.add(contains(backend, word, &format!("%\n%\n%{}%", escaped(word))))
        });
        any = any.add(all);
    }
    if !search.code_part.is_empty() {
        let part = &search.code_part;
        any = any.add(contains(backend, part, &format!("%{}%\n%\n%", escaped(part))));
    }
    let digits = search.phone_part();
    if !digits.is_empty() {
        let is_in_phone = contains(backend, digits, &format!("%\n%{}%\n%", escaped(digits)));
        any = any.add(is_in_phone.and(Expr::exists(open())));
    }
    Query::select()
        .expr(of_newest("id"))
        .expr(found_by())
        .from_subquery(wanted.newest(SEARCHED), Alias::new("newest"))
        .cond_where(any)
        .order_by_expr(found_by().is_null(), Order::Desc)
        .order_by_expr(of_newest("placed_at"), Order::Desc)
        .order_by_expr(of_newest("id"), Order::Desc)
        .limit(PAGE as u64 + 1)
        .to_owned()
}

fn of_newest(column: &'static str) -> Expr {
    Expr::col((Alias::new("newest"), Alias::new(column)))
}

fn found_by() -> Expr {
    of_newest("found_by")
}

/// Whether `part` is in it, and where `pattern` says: the first is quick, and nearly always the answer.
fn contains(backend: DatabaseBackend, part: &str, pattern: &str) -> Expr {
    let place_of = match backend {
        DatabaseBackend::Postgres => "strpos",
        _ => "instr",
    };
    let place = Func::cust(Alias::new(place_of)).arg(found_by()).arg(Expr::val(part));
    Expr::from(place)
        .gt(0)
        .and(found_by().like(LikeExpr::new(pattern).escape('\\')))
}

/// That the order is still worked on.
fn open() -> SelectStatement {
    let stages = OrderStage::ALL.into_iter().filter(|stage| stage.is_open());
    Query::select()
        .expr(Expr::val(1))
        .from(order::Entity)
        .and_where(Expr::col((order::Entity, order::Column::Id)).equals((Alias::new("newest"), Alias::new("id"))))
        .and_where(Expr::cust(STAGE).is_in(stages.map(OrderStage::as_str)))
        .to_owned()
}

/// The same for orders of which some have no key: each is read.
async fn look_through(shop: &Shop, wanted: Wanted, search: &OrderSearch, words: &[&str]) -> Result<Vec<OrderId>> {
    let rows: Vec<(OrderId, String, String, String, String, String)> = shop
        .db()
        .read_slowly(async move |db| {
            let group = order::Entity::belongs_to(order_group::Entity)
                .from(order::Column::GroupId)
                .to(order_group::Column::Id)
                .into();
            wanted
                .select()
                .join(JoinType::InnerJoin, group)
                .select_only()
                .column(order::Column::Id)
                .column(order::Column::Status)
                .column(order::Column::Fulfilment)
                .column(order_group::Column::Code)
                .column(order_group::Column::BuyerName)
                .column(order_group::Column::Phone)
                .order_by_desc(placed_at())
                .order_by_desc(order::Column::Id)
                .limit(SEARCHED)
                .into_tuple()
                .all(db)
                .await
        })
        .await?;
    let is_found = |status: &str, fulfilment: &str, code: &str, name: &str, phone: &str| {
        let is_open = OrderStatus::parse(status)
            .zip(FulfilmentStatus::parse(fulfilment))
            .is_some_and(|(status, fulfilment)| OrderStage::of(status, fulfilment, false).is_open());
        let name = search_key(name);
        (!words.is_empty() && words.iter().all(|word| name.contains(word)))
            || OrderCode::parse(code).is_ok_and(|code| search.is_in_code(&code))
            || (is_open && Phone::parse(phone).is_ok_and(|phone| search.is_in_phone(&phone)))
    };
    Ok(rows
        .iter()
        .filter(|(_, status, fulfilment, code, name, phone)| is_found(status, fulfilment, code, name, phone))
        .map(|(id, ..)| *id)
        .take(PAGE + 1)
        .collect())
}

/// Makes the keys of names that a release before keys has written, the newest first. Answers how many those were.
///
/// # Errors
/// When the database does not answer; keys made until then stay.
#[crate::boxed]
pub async fn make_search_keys(shop: &Shop) -> Result<usize> {
    let mut made = 0;
    loop {
        let some: Vec<(OrderGroupId, String)> = order_group::Entity::find()
            .select_only()
            .column(order_group::Column::Id)
            .column(order_group::Column::BuyerName)
            .filter(order_group::Column::NameKey.is_null())
            .order_by_desc(order_group::Column::Id)
            .limit(BATCH)
            .into_tuple()
            .all(shop.db().read())
            .await?;
        if some.is_empty() {
            return Ok(made);
        }
        made += some.len();
        shop.db()
            .write_as_job(move |tx| {
                let some = some.clone();
                Box::pin(async move {
                    for (id, name) in some {
                        order_group::Entity::update_many()
                            .col_expr(order_group::Column::NameKey, Expr::value(search_key(&name)))
                            .filter(order_group::Column::Id.eq(id))
                            // Somebody who was forgotten meanwhile stays so.
                            .filter(order_group::Column::BuyerName.eq(name))
                            .exec(tx)
                            .await?;
                    }
                    Ok::<_, Error>(())
                })
            })
            .await?;
        tokio::time::sleep(PAUSE).await;
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use db::sea_orm::Statement;
    use domain::CooperativeId;
    use testing::{Database, TestShop};

    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_search_reads_an_index_and_no_order() {
        let shop = TestShop::open_empty(Database::Sqlite).await.unwrap();
        let search = OrderSearch::parse("7K3M");
        let select = matching(DatabaseBackend::Sqlite, Wanted::of(CooperativeId(1)), &search, &["ali"]);
        let sql = DatabaseBackend::Sqlite.build(&select).to_string();
        let explain = Statement::from_string(DatabaseBackend::Sqlite, format!("EXPLAIN QUERY PLAN {sql}"));
        let rows = shop.db().read().query_all_raw(explain).await.unwrap();
        let steps = rows.iter().map(|row| row.try_get::<String>("", "detail").unwrap());
        let plan = steps.collect::<Vec<_>>().join("; ");
        assert!(plan.contains("USING COVERING INDEX orders_to_search"), "{plan}");
        assert!(!plan.contains("SCAN orders"), "{plan}");
    }

    #[test]
    fn what_is_typed_is_no_pattern() {
        assert_eq!(escaped(r"50%_\"), r"50\%\_\\");
    }
}
