//! Product pages a second on one core, beside the same bytes served by axum alone.
//!
//! Both servers run on the first core, the load comes from the others; they are asked in turns, so that whatever else
//! the machine does falls on both.

use std::sync::Arc;
use std::time::Duration;

use db::sea_orm::sqlx;

use crate::child::Server;
use crate::client::{self, Client};
use crate::cores::{self, Pinned};
use crate::load::Load;
use crate::report::{Must, Row, median};
use crate::workplace::{self, Workplace};

const CONNECTIONS: usize = 16;

/// Answers of one server, round by round.
#[derive(Default)]
struct Rounds {
    per_second: Vec<f64>,
    per_core_second: Vec<f64>,
}

/// Measures.
///
/// # Errors
/// When a server does not answer.
pub async fn measure(workplace: &Workplace) -> anyhow::Result<Vec<Row>> {
    let data = workplace.copy_shop("product")?;
    let path = best_seller(&data.join("bazar.db")).await?;
    let split = cores::split(&workplace.cores);
    let core = split.map(|(measured, _)| measured);
    if core.is_none() {
        eprintln!("  no taskset or only one core: the load takes time from the server, both figures are too low");
    }
    let shop = workplace.serve(&data, core).await?;
    let page = Client::connect(shop.addr)
        .await?
        .send(&client::get(shop.addr, &path))
        .await?
        .body
        .to_vec();
    let file = workplace.path("product.html");
    std::fs::write(&file, &page)?;
    let arguments =
        |addr: std::net::SocketAddr| vec!["static-server".to_owned(), addr.to_string(), file.display().to_string()];
    let mut plain = Server::start(&std::env::current_exe()?, arguments, core, workplace.path("static.log"))?;
    plain.answers(&path).await?;

    eprintln!("> product page: {path}, {} bytes", page.len());
    let pinned = split.map(|(_, others)| Pinned::to(others, &workplace.cores));
    let (rounds, time) = if workplace.is_quick { (3, 500) } else { (9, 2_000) };
    let (mut of_shop, mut of_plain) = (Rounds::default(), Rounds::default());
    // The first round warms caches and is not counted.
    for round in 0..=rounds {
        for (server, figures) in [(&shop, &mut of_shop), (&plain, &mut of_plain)] {
            let busy = server.processor_time()?;
            let load = Load {
                connections: CONNECTIONS,
                requests: usize::MAX,
                time: Duration::from_millis(time),
                status: 200,
            };
            let done = load
                .run(server.addr, &Arc::new(vec![client::get(server.addr, &path)]))
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
    drop(pinned);
    shop.stop().await?;
    plain.stop().await?;
    Ok(vec![
        Row {
            name: "product page",
            value: median(of_shop.per_second),
            unit: "requests/s",
            beside: median(of_plain.per_second),
            what: "the same bytes, axum alone",
            must: Must::AtLeast(0.1),
        },
        // Whatever else runs on the core, or a load that cannot keep up, does not change this one.
        Row {
            name: "product page, by processor time",
            value: median(of_shop.per_core_second),
            unit: "requests/core s",
            beside: median(of_plain.per_core_second),
            what: "the same bytes, axum alone",
            must: Must::AtLeast(0.1),
        },
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
