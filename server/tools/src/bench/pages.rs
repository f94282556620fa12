//! Home, list and product a second on one core, as a browser asks for them, beside the same compressed bytes served by axum
//! alone.
//!
//! Both servers run on the first core, the load comes from the others; they are asked in turns, so that whatever else
//! the machine does falls on both.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::bail;
use db::sea_orm::sqlx;
use tokio::time::sleep;

use crate::child::Server;
use crate::client::{self, Client};
use crate::cores::{self, Pinned};
use crate::load::Load;
use crate::report::{Must, Row, median};
use crate::workplace::{self, Workplace};

const CONNECTIONS: usize = 16;
/// What a page kept must reach of the same bytes alone.
const BOUND: f64 = 0.4;

/// Answers of one server, round by round.
#[derive(Default)]
struct Rounds {
    per_second: Vec<f64>,
    per_core_second: Vec<f64>,
}

/// A page as the shop sends it once it was asked for a few times.
struct Settled {
    bytes: Vec<u8>,
    encoding: String,
}

/// Measures.
///
/// # Errors
/// When a server does not answer.
pub async fn measure(workplace: &Workplace) -> anyhow::Result<Vec<Row>> {
    let data = workplace.copy_shop("pages")?;
    let product = best_seller(&data.join("bazar.db")).await?;
    let paths = [
        ("/ug".to_owned(), ["home", "home, by processor time"]),
        ("/ug/products".to_owned(), ["list", "list, by processor time"]),
        (product, ["product", "product, by processor time"]),
    ];
    let split = cores::split(&workplace.cores);
    let core = split.map(|(measured, _)| measured);
    if core.is_none() {
        eprintln!("  no taskset or only one core: the load takes time from the server, both figures are too low");
    }
    let shop = workplace.serve(&data, core).await?;
    let mut pages = Vec::new();
    for (number, (path, _)) in paths.iter().enumerate() {
        let settled = settle(shop.addr, path).await?;
        let file = workplace.path(&format!("page-{number}"));
        std::fs::write(&file, &settled.bytes)?;
        eprintln!("> {path}: {} bytes of {}", settled.bytes.len(), settled.encoding);
        pages.push(format!("{path}={}={}", file.display(), settled.encoding));
    }
    let arguments = |addr: SocketAddr| {
        let mut arguments = vec!["static-server".to_owned(), addr.to_string()];
        arguments.extend(pages);
        arguments
    };
    let mut plain = Server::start(&std::env::current_exe()?, arguments, core, workplace.path("static.log"))?;
    plain.answers(&paths[0].0).await?;

    let pinned = split.map(|(_, others)| Pinned::to(others, &workplace.cores));
    let mut rows = Vec::new();
    for (path, names) in &paths {
        rows.extend(compare(workplace, &shop, &plain, path, *names).await?);
    }
    drop(pinned);
    shop.stop().await?;
    plain.stop().await?;
    Ok(rows)
}

/// Asks until the page is there in the encoding that the shop keeps for good.
async fn settle(addr: SocketAddr, path: &str) -> anyhow::Result<Settled> {
    let mut client = Client::connect(addr).await?;
    for _ in 0..100 {
        let answer = client.send(&client::get_packed(addr, path)).await?;
        if answer.status != 200 {
            bail!("{path} answered {}", answer.status);
        }
        if answer.header("content-encoding") == Some("br") {
            return Ok(Settled {
                bytes: answer.body.to_vec(),
                encoding: "br".to_owned(),
            });
        }
        sleep(Duration::from_millis(20)).await;
    }
    bail!("{path} was never sent as brotli")
}

async fn compare(
    workplace: &Workplace,
    shop: &Server,
    plain: &Server,
    path: &str,
    names: [&'static str; 2],
) -> anyhow::Result<[Row; 2]> {
    let (rounds, time) = if workplace.is_quick { (3, 500) } else { (9, 2_000) };
    let (mut of_shop, mut of_plain) = (Rounds::default(), Rounds::default());
    // The first round warms caches and is not counted.
    for round in 0..=rounds {
        for (server, figures) in [(shop, &mut of_shop), (plain, &mut of_plain)] {
            let busy = server.processor_time()?;
            let load = Load {
                connections: CONNECTIONS,
                requests: usize::MAX,
                time: Duration::from_millis(time),
                status: 200,
            };
            let done = load
                .run(server.addr, &Arc::new(vec![client::get_packed(server.addr, path)]))
                .await?;
            let busy = server.processor_time()? - busy;
            if round > 0 {
                figures.per_second.push(done.per_second());
                figures
                    .per_core_second
                    .push(done.per_second() * done.took.as_secs_f64() / busy.max(0.01));
            }
        }
    }
    let row = |name, unit, value, beside| Row {
        name,
        value: median(value),
        unit,
        beside: median(beside),
        what: "the same bytes, axum alone",
        must: Must::AtLeast(BOUND),
    };
    Ok([
        row(names[0], "requests/s", of_shop.per_second, of_plain.per_second),
        // Whatever else runs on the core, or a load that cannot keep up, does not change this one.
        row(
            names[1],
            "requests/core s",
            of_shop.per_core_second,
            of_plain.per_core_second,
        ),
    ])
}

/// Path of the page most people see.
async fn best_seller(database: &std::path::Path) -> anyhow::Result<String> {
    let mut connection = workplace::open(database).await?;
    let sql = "SELECT slug FROM products WHERE status = 'published' ORDER BY popularity DESC, id LIMIT 1";
    let slug: String = sqlx::query_scalar(sql).fetch_one(&mut connection).await?;
    sqlx::Connection::close(connection).await?;
    Ok(format!("/ug/products/{slug}"))
}
