//! The list of 100,000 products beside the list of 100, on the first page and deep in.
//!
//! Both shops run at the same time and are asked in turns, one request at a time; all pages show 24 products.

use std::net::SocketAddr;
use std::time::Instant;

use anyhow::{Context, bail};
use db::sea_orm::sqlx;

use crate::child::Server;
use crate::client::{self, Client};
use crate::fill;
use crate::report::{Must, Row, median};
use crate::workplace::{self, Workplace};

const SMALL: usize = 100;
const BIG: usize = 100_000;
/// Products on a page.
const PAGE: usize = 24;

/// Measures.
///
/// # Errors
/// When a list does not answer.
pub async fn measure(workplace: &Workplace) -> anyhow::Result<Vec<Row>> {
    let products = workplace.work(BIG);
    let small = serve_list(workplace, "list-small", SMALL).await?;
    let big = serve_list(workplace, "list-big", products).await?;
    let times = workplace.work(1_000);
    eprintln!("> lists: each page {times} times");
    // In the small list the page before the last full one, in the big one half-way through.
    let (shallow, deep) = (SMALL / PAGE - 1, products / PAGE / 2);
    let by_number = |page: usize| format!("/zh/products?page={page}");
    let asked = [
        ("list, page 1", "/zh/products".to_owned(), "/zh/products".to_owned()),
        (
            "list, deep, by link",
            next_link(&big, deep).await?,
            next_link(&small, shallow - 1).await?,
        ),
        ("list, deep, by number", by_number(deep), by_number(shallow)),
    ];
    let mut rows = Vec::new();
    for (name, in_big, in_small) in asked {
        let (value, beside) = in_turns(times, (&big, |_| in_big.clone()), (&small, |_| in_small.clone())).await?;
        rows.push(row(name, value, beside, Must::AtMost(3.0)));
    }
    // Counting what a filter finds is remembered; a filter nobody used before has to be counted.
    let unused = |number: usize| format!("/zh/products?max={}", 5_000 + number);
    let (value, beside) = in_turns(times / 10, (&big, unused), (&small, unused)).await?;
    rows.push(row("list, page 1, unused filter", value, beside, Must::Nothing));
    small.stop().await?;
    big.stop().await?;
    Ok(rows)
}

fn row(name: &'static str, value: f64, beside: f64, must: Must) -> Row {
    Row {
        name,
        value,
        unit: "ms",
        beside,
        what: "list of 100",
        must,
    }
}

async fn serve_list(workplace: &Workplace, name: &str, products: usize) -> anyhow::Result<Server> {
    let data = workplace.copy_shop(name)?;
    let mut database = workplace::open(&data.join("bazar.db")).await?;
    fill::up_to(&mut database, products).await?;
    sqlx::Connection::close(database).await?;
    workplace.serve(&data, None).await
}

/// Where the link "next" of a page leads.
async fn next_link(server: &Server, page: usize) -> anyhow::Result<String> {
    let request = client::get(server.addr, &format!("/zh/products?page={page}"));
    let text = Client::connect(server.addr).await?.send(&request).await?.text();
    let start = format!("href=\"/zh/products?page={}&amp;after=", page + 1);
    let (_, rest) = text
        .split_once(&start)
        .with_context(|| format!("page {page} has no link to the next one"))?;
    let after = rest.split('"').next().unwrap_or_default();
    Ok(format!("/zh/products?page={}&after={after}", page + 1))
}

/// Median times of two servers' answers, milliseconds.
async fn in_turns(
    times: usize,
    one: (&Server, impl Fn(usize) -> String),
    other: (&Server, impl Fn(usize) -> String),
) -> anyhow::Result<(f64, f64)> {
    let mut clients = (Client::connect(one.0.addr).await?, Client::connect(other.0.addr).await?);
    let (mut of_one, mut of_other) = (Vec::new(), Vec::new());
    for number in 0..times {
        of_one.push(milliseconds(&mut clients.0, one.0.addr, &one.1(number)).await?);
        of_other.push(milliseconds(&mut clients.1, other.0.addr, &other.1(number)).await?);
    }
    Ok((median(of_one), median(of_other)))
}

async fn milliseconds(client: &mut Client, addr: SocketAddr, path: &str) -> anyhow::Result<f64> {
    let request = client::get(addr, path);
    let started = Instant::now();
    let answer = client.send(&request).await?;
    let took = started.elapsed();
    if answer.status != 200 {
        bail!("{path} answered {}", answer.status);
    }
    Ok(took.as_secs_f64() * 1_000.0)
}
