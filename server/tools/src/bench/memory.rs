//! Resident memory: after the start, and after many people looked round.

use std::sync::Arc;
use std::time::Duration;

use db::sea_orm::sqlx;

use crate::client;
use crate::load::Load;
use crate::report::{Must, Row};
use crate::workplace::{self, Workplace};

const VIEWS: usize = 100_000;
/// Budgets, MB.
const IDLE: f64 = 80.0;
const AFTERWARDS: f64 = 150.0;

/// Measures.
///
/// # Errors
/// When a page does not answer with 200.
pub async fn measure(workplace: &Workplace) -> anyhow::Result<Vec<Row>> {
    let data = workplace.copy_shop("memory")?;
    let mut database = workplace::open(&data.join("bazar.db")).await?;
    let products: Vec<String> = sqlx::query_scalar("SELECT slug FROM products WHERE status = 'published'")
        .fetch_all(&mut database)
        .await?;
    let shops: Vec<String> = sqlx::query_scalar("SELECT slug FROM cooperatives WHERE status = 'approved'")
        .fetch_all(&mut database)
        .await?;
    sqlx::Connection::close(database).await?;

    let server = workplace.serve(&data, None).await?;
    // The start's own work, such as the first round of its jobs, is over then.
    tokio::time::sleep(Duration::from_secs(3)).await;
    let idle = server.memory()?;

    let mut requests = Vec::new();
    for (number, product) in products.iter().enumerate() {
        for language in ["ug", "zh", "es"] {
            let shop = &shops[number % shops.len()];
            for path in [
                "".to_owned(),
                "/products".to_owned(),
                format!("/products/{product}"),
                format!("/shops/{shop}"),
            ] {
                requests.push(client::get(server.addr, &format!("/{language}{path}")));
            }
        }
    }
    let views = workplace.work(VIEWS);
    eprintln!("> memory: {views} page views");
    let load = Load {
        connections: 16,
        requests: views,
        time: Duration::from_secs(600),
        status: 200,
    };
    let done = load.run(server.addr, &Arc::new(requests)).await?;
    let afterwards = server.memory()?;
    server.stop().await?;
    if done.answered < views {
        eprintln!("  only {} views in {} s", done.answered, done.took.as_secs());
    }
    eprintln!(
        "  {:.0} pages/s of all kinds, {} views",
        done.per_second(),
        done.answered
    );
    let row = |name, bytes, beside| Row {
        name,
        value: megabytes(bytes),
        unit: "MB",
        beside,
        what: "the budget",
        must: Must::AtMost(1.0),
    };
    let name = if workplace.is_quick {
        "memory after 10,000 views"
    } else {
        "memory after 100,000 views"
    };
    Ok(vec![row("memory idle", idle, IDLE), row(name, afterwards, AFTERWARDS)])
}

fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1_000_000.0
}
