//! The rows of placed orders, read back and written again by SQLite alone: one transaction an order, the same tables and
//! the same statements, nothing looked up, nothing checked.

use anyhow::bail;
use db::sea_orm::sqlx::sqlite::{SqliteConnection, SqliteRow};
use db::sea_orm::sqlx::{self, AssertSqlSafe, Row as _, TypeInfo as _, ValueRef as _};

/// Where an order's rows are: each table, and its rows of the group `?1`.
pub const TABLES: [(&str, &str); 9] = [
    (
        "idempotency_keys",
        "response = (SELECT code FROM order_groups WHERE id = ?1)",
    ),
    ("order_groups", "id = ?1"),
    ("payments", "group_id = ?1"),
    ("orders", "group_id = ?1"),
    ("order_lines", "order_id IN (SELECT id FROM orders WHERE group_id = ?1)"),
    (
        "reservations",
        "order_id IN (SELECT id FROM orders WHERE group_id = ?1)",
    ),
    (
        "order_events",
        "order_id IN (SELECT id FROM orders WHERE group_id = ?1)",
    ),
    ("money_entries", "group_id = ?1"),
    ("outbox", "key = 'group:' || ?1"),
];

/// All that placing one order wrote.
#[derive(Debug)]
pub struct Order {
    /// Its group.
    pub group: i64,
    inserts: Vec<(String, Vec<Cell>)>,
    /// Offer and quantity.
    reserved: Vec<(i64, i64)>,
    cart: i64,
    placed_at: i64,
}

/// A value of a strict table; the shop's have numbers and texts only.
#[derive(Debug)]
enum Cell {
    Null,
    Number(i64),
    Text(String),
}

/// Reads the orders of all groups after `last`.
///
/// # Errors
/// When the database does not answer.
pub async fn read_orders(database: &mut SqliteConnection, last: i64) -> anyhow::Result<Vec<Order>> {
    let sql = "SELECT id, cart_id, placed_at FROM order_groups WHERE id > ?1 ORDER BY id";
    let groups: Vec<(i64, i64, i64)> = sqlx::query_as(sql).bind(last).fetch_all(&mut *database).await?;
    let mut orders = Vec::with_capacity(groups.len());
    for (group, cart, placed_at) in groups {
        let mut inserts = Vec::new();
        for (table, condition) in TABLES {
            let sql = AssertSqlSafe(format!("SELECT * FROM {table} WHERE {condition}"));
            for row in sqlx::query(sql).bind(group).fetch_all(&mut *database).await? {
                let marks = vec!["?"; row.len()].join(", ");
                inserts.push((format!("INSERT INTO {table} VALUES ({marks})"), cells(&row)?));
            }
        }
        let sql = "SELECT offer_id, quantity FROM reservations
            WHERE order_id IN (SELECT id FROM orders WHERE group_id = ?1)";
        let reserved = sqlx::query_as(sql).bind(group).fetch_all(&mut *database).await?;
        orders.push(Order {
            group,
            inserts,
            reserved,
            cart,
            placed_at,
        });
    }
    Ok(orders)
}

fn cells(row: &SqliteRow) -> anyhow::Result<Vec<Cell>> {
    (0..row.len())
        .map(|at| {
            let value = row.try_get_raw(at)?;
            Ok(match value.type_info().name() {
                _ if value.is_null() => Cell::Null,
                "INTEGER" => Cell::Number(row.try_get(at)?),
                _ => Cell::Text(row.try_get(at)?),
            })
        })
        .collect()
}

/// Writes one order in a transaction of its own.
///
/// # Errors
/// When SQLite refuses it.
pub async fn write_order(database: &mut SqliteConnection, order: &Order) -> anyhow::Result<()> {
    sqlx::query("BEGIN IMMEDIATE").execute(&mut *database).await?;
    for (sql, cells) in &order.inserts {
        let mut insert = sqlx::query(AssertSqlSafe(sql.as_str()));
        for cell in cells {
            insert = match cell {
                Cell::Null => insert.bind(None::<i64>),
                Cell::Number(number) => insert.bind(*number),
                Cell::Text(text) => insert.bind(text.as_str()),
            };
        }
        insert.execute(&mut *database).await?;
    }
    for (offer, quantity) in &order.reserved {
        let sql = "UPDATE stock SET reserved = reserved + ?2 WHERE offer_id = ?1 AND on_hand - reserved >= ?2";
        sqlx::query(sql)
            .bind(offer)
            .bind(quantity)
            .execute(&mut *database)
            .await?;
    }
    let sql = "UPDATE carts SET status = 'completed', updated_at = ?2 WHERE id = ?1";
    sqlx::query(sql)
        .bind(order.cart)
        .bind(order.placed_at)
        .execute(&mut *database)
        .await?;
    sqlx::query("COMMIT").execute(&mut *database).await?;
    Ok(())
}

/// Makes sure that both databases hold the same: then both did the same work.
///
/// # Errors
/// When they do not.
pub async fn same(one: &mut SqliteConnection, other: &mut SqliteConnection) -> anyhow::Result<()> {
    let sums = "SELECT (SELECT count(*) FROM order_groups), (SELECT sum(total_minor) FROM payments JOIN order_groups g
        ON g.id = group_id), (SELECT count(*) FROM order_lines), (SELECT count(*) FROM order_events),
        (SELECT count(*) FROM outbox), (SELECT sum(reserved) FROM stock), (SELECT sum(quantity) FROM reservations),
        (SELECT count(*) FROM carts WHERE status = 'completed'), (SELECT count(*) FROM idempotency_keys)";
    type Sums = (i64, i64, i64, i64, i64, i64, i64, i64, i64);
    let one: Sums = sqlx::query_as(sums).fetch_one(one).await?;
    let other: Sums = sqlx::query_as(sums).fetch_one(other).await?;
    if one != other {
        bail!("the shop wrote {one:?}, bare SQLite {other:?}: the rates cannot be compared");
    }
    Ok(())
}
