//! A district as large as it may become (200,000 products, 5,000 cooperatives, 1,000,000 orders, on SQLite) beside the
//! demo's: the slowest answer in a hundred of each kind of page, asked in turns; and what a list takes while others search.

use std::net::SocketAddr;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, bail};
use db::sea_orm::sqlx::sqlite::SqliteConnection;
use db::sea_orm::sqlx::{self, AssertSqlSafe};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::child::Server;
use crate::client::{self, Client};
use crate::fill;
use crate::report::{Must, Row};
use crate::workplace::{self, Workplace};

const PRODUCTS: usize = 200_000;
const COOPERATIVES: usize = 5_000;
const ORDERS: usize = 1_000_000;
/// How often each page is asked for, at each of the two shops.
const TIMES: usize = 300;
/// Those who search without a pause.
const SEARCHERS: usize = 8;
/// Rows a transaction.
const BATCH: usize = 50_000;
/// Ids of what is made here begin here.
const FIRST: i64 = 1_000_000;

/// Measures.
///
/// # Errors
/// When a page does not answer.
pub async fn measure(workplace: &Workplace) -> anyhow::Result<Vec<Row>> {
    let big = workplace.copy_shop("scale-big")?;
    grow(workplace, &big).await?;
    let small = workplace.serve(&workplace.copy_shop("scale-small")?, None).await?;
    let big = workplace.serve(&big, None).await?;
    let cookies = (
        sign_in(workplace, small.addr).await?,
        sign_in(workplace, big.addr).await?,
    );
    let mut rows = Vec::new();
    for (name, path) in [
        ("home", "/zh"),
        ("list", "/zh/products"),
        ("list, by price", "/zh/products?sort=cheap&max=30"),
        ("product", "/zh/products/thin-shell-badam"),
        ("shop", "/zh/shops/altun-badam"),
        ("cooperatives", "/zh/shops"),
        ("cooperatives, page 2", "/zh/shops?page=2"),
        ("sitemap", "/sitemap.xml"),
        ("studio, front page", "/zh/studio"),
        ("studio, orders", "/zh/studio/orders"),
    ] {
        let of_small = p99(&small, path, &cookies.0, workplace.work(TIMES)).await?;
        let of_big = p99(&big, path, &cookies.1, workplace.work(TIMES)).await?;
        rows.push(row(name, of_big, of_small, "the demo's", Must::AtMost(5.0)));
    }
    rows.push(while_searching(workplace, &big).await?);
    small.stop().await?;
    big.stop().await?;
    Ok(rows)
}

fn row(name: &'static str, value: f64, beside: f64, what: &'static str, must: Must) -> Row {
    Row {
        name,
        value,
        unit: "ms (p99)",
        beside,
        what,
        must,
    }
}

/// A list beside itself while eight search for what is in few names, which is looked for in all of them.
async fn while_searching(workplace: &Workplace, shop: &Server) -> anyhow::Result<Row> {
    let times = workplace.work(TIMES);
    let alone = p99(shop, "/zh/products", "", times).await?;
    let (stop, stopped) = watch::channel(false);
    let mut searching = JoinSet::new();
    for number in 0..SEARCHERS {
        let (addr, stopped) = (shop.addr, stopped.clone());
        searching.spawn(async move {
            let request = client::get(addr, &format!("/zh/search?q=zzz{number}"));
            let mut client = Client::connect(addr).await?;
            let (mut found, mut refused) = (0, 0);
            while !*stopped.borrow() {
                match client.send(&request).await?.status {
                    200 => found += 1,
                    503 => refused += 1,
                    status => bail!("a search answered {status}"),
                }
            }
            Ok((found, refused))
        });
    }
    let beside = p99(shop, "/zh/products", "", times).await?;
    stop.send_replace(true);
    let (mut found, mut refused) = (0, 0);
    for answer in searching.join_all().await {
        let (more, fewer) = answer?;
        found += more;
        refused += fewer;
    }
    eprintln!("> scale: {found} searches answered, {refused} told to come back");
    Ok(row(
        "list while 8 search",
        beside,
        alone,
        "the same alone",
        Must::AtMost(5.0),
    ))
}

/// The slowest in a hundred, milliseconds.
async fn p99(server: &Server, path: &str, cookie: &str, times: usize) -> anyhow::Result<f64> {
    let request = client::get_with(server.addr, path, cookie);
    let mut client = Client::connect(server.addr).await?;
    let mut took = Vec::with_capacity(times);
    for _ in 0..times {
        let started = Instant::now();
        let status = client.send(&request).await?.status;
        took.push(started.elapsed().as_secs_f64() * 1_000.0);
        if status != 200 {
            bail!("{path} answered {status}");
        }
    }
    took.sort_unstable_by(f64::total_cmp);
    took.get(took.len() * 99 / 100).copied().context("nothing was measured")
}

/// The cookie of the demo's first member.
///
/// # Errors
/// When there is no account, or its password is refused.
pub async fn sign_in(workplace: &Workplace, addr: SocketAddr) -> anyhow::Result<String> {
    let accounts = std::fs::read_to_string(workplace.path("shop").join("demo-accounts.txt"))?;
    let mut words = accounts.split_whitespace();
    let (phone, password) = words.next().zip(words.next()).context("no account")?;
    let form = client::post(
        addr,
        "/zh/account/sign-in",
        None,
        &[("phone", phone), ("password", password)],
    );
    let mut client = Client::connect(addr).await?;
    let answer = client.send(&form).await?;
    let cookie = answer.header("set-cookie").context("not signed in")?;
    Ok(cookie.split(';').next().unwrap_or_default().to_owned())
}

/// Makes the demo's shop large: half of all orders are the first cooperative's.
async fn grow(workplace: &Workplace, data: &Path) -> anyhow::Result<()> {
    let mut database = workplace::open(&data.join("bazar.db")).await?;
    let (products, cooperatives, orders) = (
        workplace.work(PRODUCTS),
        workplace.work(COOPERATIVES),
        workplace.work(ORDERS),
    );
    fill::up_to(&mut database, products).await?;
    eprintln!("> scale: {cooperatives} cooperatives, {orders} orders");
    for sql in [
        "PRAGMA synchronous = OFF",
        "PRAGMA foreign_keys = OFF",
        "PRAGMA cache_size = -200000",
    ] {
        sqlx::query(sql).execute(&mut database).await?;
    }
    in_batches(&mut database, cooperatives, &COOPERATIVE).await?;
    let shared = format!(
        "UPDATE products SET cooperative_id = {FIRST} + id % {cooperatives} WHERE id >= {FIRST};
         UPDATE product_cards SET cooperative_id = {FIRST} + product_id % {cooperatives},
             cooperative_slug = 'c-' || product_id % {cooperatives} WHERE product_id >= {FIRST}"
    );
    run(&mut database, &shared).await?;
    in_batches(&mut database, orders, &ORDER).await?;
    run(&mut database, "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)").await?;
    sqlx::Connection::close(database).await?;
    Ok(())
}

/// Runs statements that count with `n.i` from 0 on.
///
/// # Errors
/// When SQLite refuses a row.
pub async fn in_batches(database: &mut SqliteConnection, count: usize, statements: &[&str]) -> anyhow::Result<()> {
    for from in (0..count).step_by(BATCH) {
        let to = count.min(from + BATCH);
        run(database, "BEGIN").await?;
        for statement in statements {
            let sql = format!(
                "WITH RECURSIVE n (i) AS (VALUES ({from}) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {to}) {statement}"
            );
            run(database, &sql.replace("{first}", &FIRST.to_string())).await?;
        }
        run(database, "COMMIT").await?;
    }
    Ok(())
}

/// Numbers counted here and our own statements: nothing comes from outside.
///
/// # Errors
/// When SQLite refuses a statement.
pub async fn run(database: &mut SqliteConnection, sql: &str) -> anyhow::Result<()> {
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(database).await?;
    Ok(())
}

/// A cooperative is the demo's first one under another name.
const COOPERATIVE: [&str; 2] = [
    "INSERT INTO cooperatives (id, slug, township_id, source_lang, phone, founded, members, picture_id, status, version)
     SELECT {first} + i, 'c-' || i, township_id, source_lang, phone, founded, members, picture_id, status, 1
     FROM n CROSS JOIN (SELECT * FROM cooperatives ORDER BY id LIMIT 1)",
    "INSERT INTO translations (entity, entity_id, field, lang, value, state, source_lang, source_hash, updated_at)
     SELECT entity, {first} + i, field, lang, value, state, source_lang, source_hash, updated_at
     FROM n CROSS JOIN translations
     WHERE entity = 'cooperative' AND entity_id = (SELECT min(id) FROM cooperatives)",
];

/// An order of one line; every second is the first cooperative's, and one in a thousand waits.
const ORDER: [&str; 5] = [
    "INSERT INTO carts (id, token_hash, status, created_at, updated_at)
     SELECT {first} + i, 'scale-' || i, 'completed', 1, 1 FROM n",
    "INSERT INTO order_groups (id, code, cart_id, locale, buyer_name, phone, delivery, province, city, district, street,
        note, payment_method, goods_minor, freight_minor, total_minor, currency, placed_at, expires_at, name_key)
     SELECT {first} + i, printf('0000-%04d-%04d', i / 10000, i % 10000), {first} + i, 'zh', 'A', '+8613800138000',
        'address', '65', '1', '1', '1', '', 'bank_transfer', 100, 0, 100, 'CNY', 1790000000000 + i, 1790000000000, 'a' FROM n",
    "INSERT INTO orders (id, group_id, cooperative_id, cooperative_name, status, fulfilment, goods_minor, freight_minor,
        total_minor, weight_grams, updated_at)
     SELECT {first} + i, {first} + i,
        CASE WHEN i % 2 = 0 THEN (SELECT min(id) FROM cooperatives) ELSE {first} + i % (SELECT count(*) - 20 FROM cooperatives) END,
        'A', CASE WHEN i % 1000 = 0 THEN 'placed' ELSE 'canceled' END, 'unfulfilled', 100, 0, 100, 500, 1 FROM n",
    "INSERT INTO order_lines (order_id, offer_id, product_slug, name, name_lang, picture, unit, quantity, net_grams,
        reference_amount, price_minor, total_minor)
     SELECT {first} + i, (SELECT min(id) FROM offers), 'thin-shell-badam', 'A', 'zh', '', 'piece', 1, 500, 1, 100, 100 FROM n",
    "INSERT INTO payments (group_id, method, status, amount_minor, currency, reference, created_at, updated_at)
     SELECT {first} + i, 'bank_transfer', 'voided', 100, 'CNY', 'S' || i, 1, 1 FROM n",
];
