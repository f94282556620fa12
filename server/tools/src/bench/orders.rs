//! Orders a second through HTTP, beside bare SQLite commits of the same rows on the same disk.
//!
//! Each shopper has a cart with goods of two cooperatives and a checkout form, made beforehand; only sending that form is
//! timed. After each round its rows are read back and written once more to a copy of the database, see [`bare`].

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use db::sea_orm::sqlx::sqlite::SqliteConnection;
use db::sea_orm::sqlx::{self, AssertSqlSafe};
use tokio::task::JoinSet;

use crate::client::{self, Client};
use crate::load::Load;
use crate::report::{Must, Row, median};
use crate::workplace::{self, Workplace};
use crate::{bare, orders_postgres};

/// Shoppers who send their form at the same moment.
pub const SHOPPERS: usize = 16;
pub const ROUNDS: usize = 5;

/// Measures.
///
/// # Errors
/// When a form is not taken, or a row is missing afterwards.
pub async fn measure(workplace: &Workplace) -> anyhow::Result<Vec<Row>> {
    let data = workplace.copy_shop("orders")?;
    let mut database = workplace::open(&data.join("bazar.db")).await?;
    sqlx::query("UPDATE stock SET on_hand = 1000000000")
        .execute(&mut database)
        .await?;
    let goods = goods(&mut database).await?;
    let server = workplace.serve(&data, None).await?;

    let count = workplace.work(4_000);
    eprintln!("> orders: {count} carts and checkout forms");
    let forms = forms(server.addr, count, goods).await?;
    let copy = workplace.path("bare.db");
    let mut bare = copy_database(&mut database, &copy).await?;

    eprintln!("> orders: {ROUNDS} rounds of {}", count / ROUNDS);
    let (mut through_http, mut alone) = (Vec::new(), Vec::new());
    let mut last = 0;
    for forms in forms.chunks(count / ROUNDS) {
        through_http.push(send(server.addr, forms).await?);
        let orders = bare::read_orders(&mut database, last).await?;
        all_are_there(forms, orders.len())?;
        last = orders.last().map_or(last, |order| order.group);

        let started = Instant::now();
        for order in &orders {
            bare::write_order(&mut bare, order).await?;
        }
        alone.push(per_second(orders.len(), started.elapsed()));
    }
    server.stop().await?;
    bare::same(&mut database, &mut bare).await?;
    let mut rows = vec![Row {
        name: "orders, synchronous=FULL",
        value: median(through_http),
        unit: "orders/s",
        beside: median(alone),
        what: "bare commits of the same rows",
        must: Must::AtLeast(0.8),
    }];
    if let Some(url) = &workplace.postgres {
        rows.push(orders_postgres::measure(workplace, url).await?);
    }
    Ok(rows)
}

/// Sends these forms, as many at a time as there are shoppers; orders a second.
///
/// # Errors
/// When one is not answered.
pub async fn send(addr: SocketAddr, forms: &[Vec<u8>]) -> anyhow::Result<f64> {
    let load = Load {
        connections: SHOPPERS,
        requests: forms.len(),
        time: Duration::from_secs(120),
        status: 303,
    };
    let done = load.run(addr, &Arc::new(forms.to_vec())).await?;
    if done.answered != forms.len() {
        bail!("{} forms sent, {} answered", forms.len(), done.answered);
    }
    Ok(done.per_second())
}

/// Makes sure that each form became an order.
///
/// # Errors
/// When there are more or fewer orders in the database.
pub fn all_are_there(forms: &[Vec<u8>], orders: usize) -> anyhow::Result<()> {
    if orders != forms.len() {
        bail!("{} forms sent, {orders} orders in the database", forms.len());
    }
    Ok(())
}

pub fn per_second(count: usize, took: Duration) -> f64 {
    count as f64 / took.as_secs_f64()
}

/// One offer of each cooperative with the least that can be ordered of it.
async fn goods(database: &mut SqliteConnection) -> anyhow::Result<Arc<Vec<(i64, i64)>>> {
    let sql = "SELECT min(o.id), o.minimum FROM offers o JOIN products p ON p.id = o.product_id
        WHERE o.status = 'active' AND p.status = 'published' GROUP BY p.cooperative_id ORDER BY 1";
    let goods: Vec<(i64, i64)> = sqlx::query_as(sql).fetch_all(database).await?;
    if goods.len() < 2 {
        bail!("the demo district has no two cooperatives");
    }
    Ok(Arc::new(goods))
}

/// Fills `count` carts and reads their checkout forms; the requests that send them.
pub async fn forms(addr: SocketAddr, count: usize, goods: Arc<Vec<(i64, i64)>>) -> anyhow::Result<Vec<Vec<u8>>> {
    let mut shoppers = JoinSet::new();
    for shopper in 0..SHOPPERS {
        let goods = goods.clone();
        shoppers.spawn(async move {
            let mut client = Client::connect(addr).await?;
            let mut forms = Vec::new();
            for number in (shopper..count).step_by(SHOPPERS) {
                forms.push(form(&mut client, addr, number, &goods).await?);
            }
            anyhow::Ok(forms)
        });
    }
    let mut forms = Vec::new();
    while let Some(made) = shoppers.join_next().await {
        forms.extend(made??);
    }
    Ok(forms)
}

async fn form(client: &mut Client, addr: SocketAddr, number: usize, goods: &[(i64, i64)]) -> anyhow::Result<Vec<u8>> {
    let mut cookie: Option<String> = None;
    for step in 0..2 {
        let (offer, quantity) = goods[(number + step) % goods.len()];
        let fields = [("offer", &*offer.to_string()), ("quantity", &*quantity.to_string())];
        let added = client
            .send(&client::post(addr, "/zh/cart/lines", cookie.as_deref(), &fields))
            .await?;
        if added.status != 303 {
            bail!("a cart answered {} to offer {offer}", added.status);
        }
        if let Some(set) = added.header("set-cookie") {
            cookie = set.split(';').next().map(str::to_owned);
        }
    }
    let cookie = cookie.context("the shop gave no cart")?;
    let page = client
        .send(&client::get_with(addr, "/zh/checkout", &cookie))
        .await?
        .text();
    let fields = [
        ("key", &*hidden(&page, "key").context("no key in the checkout form")?),
        (
            "quote",
            &*hidden(&page, "quote").context("no quote in the checkout form")?,
        ),
        ("name", "阿依古丽"),
        ("phone", &*format!("138{:08}", number)),
        ("delivery", "station"),
        ("station", "B001"),
        ("payment", "cash_at_station"),
        ("note", ""),
    ];
    Ok(client::post(addr, "/zh/checkout", Some(&cookie), &fields))
}

/// The value of a hidden field; keys and quotes hold nothing that HTML escapes.
fn hidden(page: &str, name: &str) -> Option<String> {
    let tag = page
        .split("<input")
        .find(|tag| tag.contains("hidden") && tag.contains(&format!("name=\"{name}\"")))?;
    let (_, value) = tag.split_once("value=\"")?;
    value.split('"').next().map(str::to_owned)
}

/// A copy of the database as it is now, opened like the server's.
async fn copy_database(from: &mut SqliteConnection, to: &Path) -> anyhow::Result<SqliteConnection> {
    sqlx::query(AssertSqlSafe(format!("VACUUM INTO '{}'", to.display())))
        .execute(from)
        .await?;
    workplace::open(to).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_fields_are_found() {
        let page = r#"<form><input type="hidden" name="key" value="0a1b"/><input type="hidden" name="quote" value="1x2=3;a=4">"#;
        assert_eq!(hidden(page, "key").as_deref(), Some("0a1b"));
        assert_eq!(hidden(page, "quote").as_deref(), Some("1x2=3;a=4"));
        assert_eq!(hidden(page, "phone"), None);
    }
}
