//! From the start of the program on a filled data folder to its first page.

use std::time::Instant;

use crate::report::{Must, Row, median};
use crate::workplace::Workplace;

/// What a second `cargo xtask serve` may take of its own, seconds.
const BUDGET: f64 = 3.0;

/// Measures.
///
/// # Errors
/// When the server does not answer.
pub async fn measure(workplace: &Workplace) -> anyhow::Result<Vec<Row>> {
    let data = workplace.copy_shop("start")?;
    let rounds = if workplace.is_quick { 3 } else { 9 };
    eprintln!("> start: {rounds} times");
    let mut times = Vec::new();
    for _ in 0..rounds {
        let started = Instant::now();
        let mut server = workplace.start(&data, None)?;
        server.answers("/zh").await?;
        times.push(started.elapsed().as_secs_f64());
        server.stop().await?;
    }
    Ok(vec![Row {
        name: "start to first page",
        value: median(times),
        unit: "s",
        beside: BUDGET,
        what: "the budget",
        must: Must::AtMost(1.0),
    }])
}
