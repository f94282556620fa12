//! A cooperative's list of 100,000 orders, on SQLite and one core, as a packer who is signed in asks for it: the first page,
//! one in the middle, each filter, and what is searched for. One request at a time, each of them for something else where
//! there is something else.

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, bail};
use db::sea_orm::sqlx;

use crate::child::Server;
use crate::client::{self, Client};
use crate::cores::{self, Pinned};
use crate::report::{Must, Row};
use crate::scale::{in_batches, run, sign_in};
use crate::workplace::{self, Workplace};

const ORDERS: usize = 100_000;
/// How often each kind is asked for.
const TIMES: usize = 300;
/// What a page may take in ninety-nine of a hundred cases, and what it should take usually; milliseconds.
const BUDGET: f64 = 50.0;
const AIM: f64 = 15.0;
/// Ids of what is made here begin here.
const FIRST: i64 = 1_000_000;
/// When the first order was placed, and after how long the next: milliseconds.
const START: i64 = 1_780_000_000_000;
const PAUSE: i64 = 60_000;

/// What is asked for; the number counts the requests.
type Query = fn(usize, i64) -> String;

/// Every kind of list, with what stands behind the `?`; the second number counts the orders.
const KINDS: [(&str, Query); 15] = [
    ("page 1", |_, _| String::new()),
    ("page in the middle", |n, all| {
        format!("after={}", FIRST + all / 2 + i64::try_from(n).unwrap_or(0))
    }),
    ("to be paid", |_, _| "stage=awaits-payment".to_owned()),
    ("new", |_, _| "stage=new".to_owned()),
    ("to pack", |_, _| "stage=to-pack".to_owned()),
    ("done", |_, _| "stage=done".to_owned()),
    ("done, at a station", |n, _| {
        format!("stage=done&place=B{:03}", n % 50 + 1)
    }),
    ("to an address", |_, _| "place=address".to_owned()),
    ("of one day", |n, _| {
        format!("from=2026-06-{:02}&until=2026-06-{:02}", n % 28 + 1, n % 28 + 1)
    }),
    ("whole code", |n, _| format!("q=0000-{:04}-{:04}", n % 9, n * 7)),
    ("part of a code", |n, _| format!("q={:04}{}", n % 9, n % 10)),
    ("whole phone", |n, _| format!("q=138{:08}", n * 7)),
    ("part of a phone", |n, _| format!("q={:06}", n * 31 + 100_000)),
    // A name that many have, and one that nobody has.
    ("name", |n, _| format!("q=%E9%98%BF%E4%BE%9D%20{}", n % 97)),
    ("no such name", |n, _| format!("q=%E7%8E%8B%E5%A4%A7%E5%B1%B1%20{n}")),
];

/// Measures.
///
/// # Errors
/// When a page does not answer.
pub async fn measure(workplace: &Workplace) -> anyhow::Result<Vec<Row>> {
    let data = workplace.copy_shop("studio-orders")?;
    let orders = workplace.work(ORDERS);
    grow(&data, orders).await?;
    let split = cores::split(&workplace.cores);
    if split.is_none() {
        eprintln!("  no taskset or only one core: the load takes time from the server, all figures are too high");
    }
    let server = workplace.serve(&data, split.map(|(measured, _)| measured)).await?;
    let cookie = sign_in(workplace, server.addr).await?;
    let pinned = split.map(|(_, others)| Pinned::to(others, &workplace.cores));
    let times = workplace.work(TIMES);
    eprintln!("> studio orders: {orders} orders, each list {times} times");
    let mut rows = Vec::new();
    for (name, query) in KINDS {
        let took = ask(&server, &cookie, times, |n| {
            query(n, i64::try_from(orders).unwrap_or(0))
        })
        .await?;
        let at = |share: usize| took.get(times * share / 100).copied().context("nothing was measured");
        rows.push(row(name, "ms (p50)", at(50)?, (AIM, "the aim"), Must::Nothing));
        rows.push(row(
            name,
            "ms (p99)",
            at(99)?,
            (BUDGET, "the budget"),
            Must::AtMost(1.0),
        ));
    }
    drop(pinned);
    server.stop().await?;
    Ok(rows)
}

fn row(name: &'static str, unit: &'static str, value: f64, (beside, what): (f64, &'static str), must: Must) -> Row {
    Row {
        name,
        value,
        unit,
        beside,
        what,
        must,
    }
}

/// How long each answer takes, the shortest first; milliseconds.
async fn ask(server: &Server, cookie: &str, times: usize, query: impl Fn(usize) -> String) -> anyhow::Result<Vec<f64>> {
    let mut client = Client::connect(server.addr).await?;
    let mut took = Vec::with_capacity(times);
    for number in 0..times {
        let path = format!("/zh/studio/orders?{}", query(number));
        let request = client::get_with(server.addr, &path, cookie);
        let started = Instant::now();
        let status = client.send(&request).await?.status;
        took.push(started.elapsed().as_secs_f64() * 1_000.0);
        if status != 200 {
            bail!("{path} answered {status}");
        }
    }
    took.sort_unstable_by(f64::total_cmp);
    Ok(took)
}

/// Gives the first cooperative its orders, and makes its first member one who packs.
async fn grow(data: &Path, orders: usize) -> anyhow::Result<()> {
    let mut database = workplace::open(&data.join("bazar.db")).await?;
    for sql in [
        "PRAGMA synchronous = OFF",
        "PRAGMA foreign_keys = OFF",
        "PRAGMA cache_size = -200000",
        "UPDATE memberships SET role = 'packer' WHERE id = (SELECT min(id) FROM memberships)",
    ] {
        run(&mut database, sql).await?;
    }
    let statements = ORDER.map(|sql| {
        sql.replace("{start}", &START.to_string())
            .replace("{pause}", &PAUSE.to_string())
    });
    in_batches(&mut database, orders, &statements.each_ref().map(String::as_str)).await?;
    run(&mut database, "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)").await?;
    sqlx::Connection::close(database).await?;
    Ok(())
}

/// An order of two lines, with its money. Of a hundred, ten are still to be worked on and three were called off; half go to
/// stations. Everybody has a phone of their own; names are shared by some.
const ORDER: [&str; 6] = [
    "INSERT INTO carts (id, token_hash, status, created_at, updated_at)
     SELECT {first} + i, 'studio-orders-' || i, 'completed', 1, 1 FROM n",
    "INSERT INTO order_groups (id, code, cart_id, locale, buyer_name, phone, delivery, station_id, province, city, district,
        street, note, payment_method, goods_minor, freight_minor, total_minor, currency, placed_at, expires_at, name_key)
     SELECT {first} + i, printf('0000-%04d-%04d', i / 10000, i % 10000), {first} + i, 'zh',
        CASE i % 3 WHEN 0 THEN 'ئايگۈل تۇرسۇن ' WHEN 1 THEN '阿依古丽 ' ELSE 'Lucía Pérez ' END || (i % 9973),
        printf('+86138%08d', i), CASE WHEN i % 2 THEN 'station' ELSE 'address' END,
        CASE WHEN i % 2 THEN (SELECT min(id) FROM stations) + i % 50 END, '65', '1', '1', '1', '',
        CASE WHEN i % 100 = 0 THEN 'bank_transfer' ELSE 'cash_at_station' END, 200, 0, 200, 'CNY',
        {start} + i * {pause}, 4000000000000,
        CASE i % 3 WHEN 0 THEN 'aygul tursun ' WHEN 1 THEN '阿依古丽 ' ELSE 'lucia perez ' END || (i % 9973) FROM n",
    "INSERT INTO orders (id, group_id, cooperative_id, cooperative_name, status, fulfilment, goods_minor, freight_minor,
        total_minor, weight_grams, updated_at)
     SELECT {first} + i, {first} + i, (SELECT min(id) FROM cooperatives), 'A',
        CASE WHEN i % 100 < 3 THEN 'placed' WHEN i % 100 < 10 THEN 'accepted' WHEN i % 100 < 13 THEN 'canceled'
            ELSE 'completed' END,
        CASE WHEN i % 100 < 6 THEN 'unfulfilled' WHEN i % 100 < 8 THEN 'packed' WHEN i % 100 < 10 THEN 'dispatched'
            WHEN i % 100 < 13 THEN 'unfulfilled' ELSE 'delivered' END,
        200, 0, 200, 1000, {start} + i * {pause} FROM n",
    "INSERT INTO order_lines (order_id, offer_id, product_slug, name, name_lang, picture, unit, quantity, net_grams,
        reference_amount, price_minor, total_minor)
     SELECT {first} + i, o.id, 'thin-shell-badam', '纸皮巴旦木', 'zh', '', 'piece', 1, 500, 1, 100, 100
     FROM n CROSS JOIN (SELECT id FROM offers ORDER BY id LIMIT 2) o",
    "INSERT INTO payments (group_id, method, status, amount_minor, currency, reference, created_at, updated_at)
     SELECT {first} + i, CASE WHEN i % 100 = 0 THEN 'bank_transfer' ELSE 'cash_at_station' END,
        CASE WHEN i % 100 < 10 THEN 'created' WHEN i % 100 < 13 THEN 'voided' ELSE 'banked' END, 200, 'CNY', 'S' || i, 1, 1
     FROM n",
    "INSERT INTO money_entries (kind, amount_minor, currency, reference, group_id, order_id, actor, state, at)
     SELECT CASE part WHEN 0 THEN 'due' ELSE 'received' END, 200, 'CNY', '', {first} + i, {first} + i, 'buyer', 'booked', 1
     FROM n CROSS JOIN (SELECT 0 AS part UNION ALL SELECT 1) WHERE part = 0 OR i % 100 >= 13",
];
