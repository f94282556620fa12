//! Orders a second on PostgreSQL, beside bare commits of the same rows by as many connections at a time.
//!
//! As on SQLite, see [`crate::orders`]; but PostgreSQL has many writers, so the bare commits have as many connections as there
//! are shoppers, and share the disk's syncs like them.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use anyhow::{Context, bail};
use db::sea_orm::sqlx::postgres::{PgConnectOptions, PgConnection};
use db::sea_orm::sqlx::{self, AssertSqlSafe, ConnectOptions as _, Connection as _, Row as _};
use tokio::task::JoinSet;

use crate::bare::TABLES;
use crate::orders::{ROUNDS, SHOPPERS, all_are_there, forms, per_second, send};
use crate::report::{Must, Row, median};
use crate::workplace::Workplace;

/// All that placing one order wrote.
#[derive(Debug)]
struct Order {
    /// The table's place in the list, and the values as texts.
    rows: Vec<(usize, Vec<Option<String>>)>,
    /// Offer and quantity, by offer: two orders never wait for one another.
    reserved: Vec<(i64, i64)>,
    cart: i64,
    placed_at: i64,
}

/// A table's statements.
#[derive(Debug)]
struct Table {
    select: String,
    insert: String,
}

/// Measures.
///
/// # Errors
/// When a form is not taken, or a row is missing afterwards.
pub async fn measure(workplace: &Workplace, url: &str) -> anyhow::Result<Row> {
    let server: PgConnectOptions = url.parse().context("the address of PostgreSQL")?;
    let mut maintenance = server.connect().await?;
    let shop = format!("bazar_bench_{}", std::process::id());
    let bare = format!("{shop}_bare");
    execute(&mut maintenance, &format!("CREATE DATABASE {shop}")).await?;
    let measured = measure_on(workplace, &server, &mut maintenance, &shop, &bare).await;
    for database in [&bare, &shop] {
        let drop = format!("DROP DATABASE IF EXISTS {database} WITH (FORCE)");
        execute(&mut maintenance, &drop).await?;
    }
    measured
}

async fn measure_on(
    workplace: &Workplace,
    server: &PgConnectOptions,
    maintenance: &mut PgConnection,
    shop: &str,
    bare: &str,
) -> anyhow::Result<Row> {
    let url = server.clone().database(shop).to_url_lossy().to_string();
    let data = workplace.path("orders-postgres");
    workplace.fill(&workplace.demo, &data, Some(&url)).await?;
    let mut database = server.clone().database(shop).connect().await?;
    execute(&mut database, "UPDATE stock SET on_hand = 1000000000").await?;
    let goods: Vec<(i64, i64)> = sqlx::query_as(
        "SELECT DISTINCT ON (p.cooperative_id) o.id, o.minimum FROM offers o JOIN products p ON p.id = o.product_id
         WHERE o.status = 'active' AND p.status = 'published' ORDER BY p.cooperative_id, o.id",
    )
    .fetch_all(&mut database)
    .await?;
    let tables = tables(&mut database).await?;
    let program = workplace.serve_on(&data, &url).await?;
    let count = workplace.work(4_000);
    eprintln!("> orders on PostgreSQL: {count} carts and checkout forms");
    let forms = forms(program.addr, count, Arc::new(goods)).await?;
    program.stop().await?;
    database.close().await?;
    execute(maintenance, &format!("CREATE DATABASE {bare} TEMPLATE {shop}")).await?;

    let mut database = server.clone().database(shop).connect().await?;
    let program = workplace.serve_on(&data, &url).await?;
    let mut writers = Vec::new();
    for _ in 0..SHOPPERS {
        writers.push(server.clone().database(bare).connect().await?);
    }
    eprintln!("> orders on PostgreSQL: {ROUNDS} rounds of {}", count / ROUNDS);
    let (mut through_http, mut alone) = (Vec::new(), Vec::new());
    let mut last = 0;
    for forms in forms.chunks(count / ROUNDS) {
        through_http.push(send(program.addr, forms).await?);
        let orders;
        (orders, last) = read_orders(&mut database, &tables, last).await?;
        all_are_there(forms, orders.len())?;
        let (count, orders) = (orders.len(), Arc::new(orders));
        let started = Instant::now();
        writers = write_all(writers, &tables, &orders).await?;
        alone.push(per_second(count, started.elapsed()));
    }
    program.stop().await?;
    let mut other = writers.pop().context("no connection")?;
    let (one, other) = (sums(&mut database).await?, sums(&mut other).await?);
    if one != other {
        bail!("the shop wrote {one:?}, bare PostgreSQL {other:?}: the rates cannot be compared");
    }
    Ok(Row {
        name: "orders, PostgreSQL",
        value: median(through_http),
        unit: "orders/s",
        beside: median(alone),
        what: "bare commits of the same rows, as many connections",
        must: Must::AtLeast(0.5),
    })
}

async fn execute(database: &mut PgConnection, sql: &str) -> anyhow::Result<()> {
    sqlx::query(AssertSqlSafe(sql)).execute(database).await?;
    Ok(())
}

async fn tables(database: &mut PgConnection) -> anyhow::Result<Arc<Vec<Table>>> {
    let mut tables = Vec::new();
    for (table, condition) in TABLES {
        let columns: Vec<(String, String)> = sqlx::query_as(
            "SELECT attname::text, format_type(atttypid, atttypmod) FROM pg_attribute
             WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum",
        )
        .bind(table)
        .fetch_all(&mut *database)
        .await?;
        let texts: Vec<String> = columns.iter().map(|(name, _)| format!("{name}::text")).collect();
        let marks: Vec<String> = (1..)
            .zip(&columns)
            .map(|(n, (_, kind))| format!("${n}::text::{kind}"))
            .collect();
        tables.push(Table {
            select: format!(
                "SELECT {} FROM {table} WHERE {}",
                texts.join(", "),
                condition.replace("?1", "$1")
            ),
            insert: format!(
                "INSERT INTO {table} OVERRIDING SYSTEM VALUE VALUES ({})",
                marks.join(", ")
            ),
        });
    }
    Ok(Arc::new(tables))
}

/// The orders of all groups after `last`, and the last group.
async fn read_orders(database: &mut PgConnection, tables: &[Table], last: i64) -> anyhow::Result<(Vec<Order>, i64)> {
    let sql = "SELECT id, cart_id, placed_at FROM order_groups WHERE id > $1 ORDER BY id";
    let groups: Vec<(i64, i64, i64)> = sqlx::query_as(sql).bind(last).fetch_all(&mut *database).await?;
    let newest = groups.last().map_or(last, |group| group.0);
    let mut orders = Vec::with_capacity(groups.len());
    for (group, cart, placed_at) in groups {
        let mut rows = Vec::new();
        for (number, table) in tables.iter().enumerate() {
            let select = sqlx::query(AssertSqlSafe(table.select.as_str())).bind(group);
            for row in select.fetch_all(&mut *database).await? {
                let cells = (0..row.len()).map(|at| row.try_get(at)).collect::<Result<_, _>>()?;
                rows.push((number, cells));
            }
        }
        let sql = "SELECT offer_id, quantity FROM reservations
            WHERE order_id IN (SELECT id FROM orders WHERE group_id = $1) ORDER BY offer_id";
        let reserved = sqlx::query_as(sql).bind(group).fetch_all(&mut *database).await?;
        orders.push(Order {
            rows,
            reserved,
            cart,
            placed_at,
        });
    }
    Ok((orders, newest))
}

/// Writes all orders, each in a transaction of its own; every connection takes the next one.
async fn write_all(
    connections: Vec<PgConnection>,
    tables: &Arc<Vec<Table>>,
    orders: &Arc<Vec<Order>>,
) -> anyhow::Result<Vec<PgConnection>> {
    let next = Arc::new(AtomicUsize::new(0));
    let mut writing = JoinSet::new();
    for mut connection in connections {
        let (tables, orders, next) = (tables.clone(), orders.clone(), next.clone());
        writing.spawn(async move {
            while let Some(order) = orders.get(next.fetch_add(1, Ordering::Relaxed)) {
                write_order(&mut connection, &tables, order).await?;
            }
            anyhow::Ok(connection)
        });
    }
    let mut connections = Vec::new();
    while let Some(connection) = writing.join_next().await {
        connections.push(connection??);
    }
    Ok(connections)
}

async fn write_order(database: &mut PgConnection, tables: &[Table], order: &Order) -> anyhow::Result<()> {
    let mut tx = database.begin().await?;
    for (table, cells) in &order.rows {
        let mut insert = sqlx::query(AssertSqlSafe(tables[*table].insert.as_str()));
        for cell in cells {
            insert = insert.bind(cell.as_deref());
        }
        insert.execute(&mut *tx).await?;
    }
    for (offer, quantity) in &order.reserved {
        let sql = "UPDATE stock SET reserved = reserved + $2 WHERE offer_id = $1 AND on_hand - reserved >= $2";
        sqlx::query(sql).bind(offer).bind(quantity).execute(&mut *tx).await?;
    }
    let sql = "UPDATE carts SET status = 'completed', updated_at = $2 WHERE id = $1";
    sqlx::query(sql)
        .bind(order.cart)
        .bind(order.placed_at)
        .execute(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(())
}

/// What both databases must have in common.
async fn sums(database: &mut PgConnection) -> anyhow::Result<Vec<i64>> {
    let mut sums = Vec::new();
    for sql in [
        "SELECT count(*) FROM order_groups",
        "SELECT count(*) FROM order_lines",
        "SELECT count(*) FROM order_events",
        "SELECT count(*) FROM outbox",
        "SELECT count(*) FROM idempotency_keys",
        "SELECT sum(reserved)::bigint FROM stock",
        "SELECT count(*) FROM carts WHERE status = 'completed'",
    ] {
        sums.push(sqlx::query_scalar(sql).fetch_one(&mut *database).await?);
    }
    Ok(sums)
}
