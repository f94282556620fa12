//! A walk of many readers through all products in all languages: each page made anew, each page kept, and while prices
//! change.
//!
//! The prices are changed by this program in the shop's database, as an import beside a running shop would: the shop has to
//! see it by itself.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use db::sea_orm::sqlx::{self, SqliteConnection};
use tokio::time::{interval, sleep};

use crate::client;
use crate::cores::{self, Pinned};
use crate::load::{Done, Load};
use crate::report::{Must, Row, median};
use crate::workplace::{self, Workplace};

const CONNECTIONS: usize = 16;
/// Products a second that have to be made anew, at the least.
const ANEW: f64 = 700.0;
/// After it, the shop has seen a change.
const SEEN: Duration = Duration::from_millis(1_200);
/// Between two changes of a price.
const CHANGE: Duration = Duration::from_millis(200);

/// Measures.
///
/// # Errors
/// When the shop does not answer.
pub async fn measure(workplace: &Workplace) -> anyhow::Result<Vec<Row>> {
    let data = workplace.copy_shop("walk")?;
    let file = data.join("bazar.db");
    let mut database = workplace::open(&file).await?;
    let sql = "SELECT slug FROM products WHERE status = 'published' ORDER BY id";
    let slugs: Vec<String> = sqlx::query_scalar(sql).fetch_all(&mut database).await?;
    let split = cores::split(&workplace.cores);
    let shop = workplace.serve(&data, split.map(|(measured, _)| measured)).await?;
    let requests = Arc::new(requests(shop.addr, &slugs));
    eprintln!("> a walk through {} pages", requests.len());
    let pinned = split.map(|(_, others)| Pinned::to(others, &workplace.cores));

    let mut anew = Vec::new();
    // The first walk warms the program and is not counted.
    for round in 0..=workplace.work(50).clamp(3, 5) {
        change_a_price(&mut database, round).await?;
        sleep(SEEN).await;
        let done = walk(shop.addr, &requests, requests.len(), Duration::MAX).await?;
        if round > 0 {
            anew.push(done.per_second());
        }
    }
    let time = Duration::from_millis(if workplace.is_quick { 1_000 } else { 5_000 });
    walk(shop.addr, &requests, requests.len() * 3, Duration::MAX).await?;
    let kept = walk(shop.addr, &requests, usize::MAX, time).await?;
    let changing = {
        let changes = change_prices(&file);
        tokio::select! {
            walked = walk(shop.addr, &requests, usize::MAX, time) => walked?,
            failed = changes => return Err(failed.err().unwrap_or_else(|| anyhow::anyhow!("prices no longer change"))),
        }
    };
    drop(pinned);
    sqlx::Connection::close(database).await?;
    shop.stop().await?;
    Ok(vec![
        Row {
            name: "product, made anew",
            value: median(anew),
            unit: "requests/s",
            beside: ANEW,
            what: "what it must reach",
            must: Must::AtLeast(1.0),
        },
        Row {
            name: "walk, five changed prices a second",
            value: changing.per_second(),
            unit: "requests/s",
            beside: kept.per_second(),
            what: "no price changes",
            must: Must::Nothing,
        },
    ])
}

fn requests(addr: SocketAddr, slugs: &[String]) -> Vec<Vec<u8>> {
    ["ug", "zh", "es"]
        .iter()
        .flat_map(|language| {
            slugs
                .iter()
                .map(move |slug| client::get_packed(addr, &format!("/{language}/products/{slug}")))
        })
        .collect()
}

async fn walk(addr: SocketAddr, requests: &Arc<Vec<Vec<u8>>>, count: usize, time: Duration) -> anyhow::Result<Done> {
    let load = Load {
        connections: CONNECTIONS,
        requests: count,
        time,
        status: 200,
    };
    load.run(addr, requests).await
}

/// Changes the price of one size, and of the cards that show it.
async fn change_a_price(database: &mut SqliteConnection, number: usize) -> anyhow::Result<()> {
    let offer = i64::try_from(number % 100)? + 1;
    for sql in [
        "UPDATE offers SET price_minor = price_minor + 10 WHERE id = ?1",
        "UPDATE product_cards SET price_minor = price_minor + 10 WHERE offer_id = ?1",
    ] {
        sqlx::query(sql).bind(offer).execute(&mut *database).await?;
    }
    Ok(())
}

/// Changes prices until it fails.
async fn change_prices(file: &Path) -> anyhow::Result<()> {
    let mut database = workplace::open(file).await?;
    let mut ticks = interval(CHANGE);
    for number in 0.. {
        ticks.tick().await;
        change_a_price(&mut database, number).await?;
    }
    Ok(())
}
