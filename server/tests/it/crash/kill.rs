//! The real program, killed in the middle of orders, sixty times: what was acknowledged is there, once.

use std::collections::BTreeSet;
use std::time::Duration;

use domain::OrderCode;
use testing::Database;
use tokio::task::JoinSet;

use super::program::{Attempt, Data, buy_until_it_dies};
use crate::both;

const ROUNDS: usize = 60;
const BUYERS: usize = 8;

/// A pause between 40 and 300 ms, another each time.
fn some_time() -> Duration {
    let mut byte = [0; 1];
    getrandom::fill(&mut byte).unwrap();
    Duration::from_millis(40 + u64::from(byte[0]))
}

async fn orders_survive(data: Data) {
    let mut all: Vec<Attempt> = Vec::new();
    let mut cut = 0;
    for round in 0..ROUNDS {
        let program = data.start();
        // Those the last kill cut off send again, and some who had their answer.
        for attempt in all.iter_mut().rev().take(2 * BUYERS) {
            attempt.resend(program.addr).await;
        }
        let mut buyers = JoinSet::new();
        for _ in 0..BUYERS {
            buyers.spawn(buy_until_it_dies(program.addr, data.offer));
        }
        tokio::time::sleep(some_time()).await;
        program.kill();
        let attempts = buyers.join_all().await.concat();
        let (told, lost): (Vec<_>, Vec<_>) = attempts.into_iter().partition(|attempt| attempt.told.is_some());
        cut += lost.len();
        all.extend(told);
        all.extend(lost);
        data.is_sound(&format!("after kill {round}")).await;
    }
    let program = data.start();
    for attempt in &mut all {
        attempt.resend(program.addr).await;
    }
    program.kill();
    let codes: BTreeSet<OrderCode> = all.iter().map(|attempt| attempt.told.unwrap()).collect();
    assert_eq!(codes.len(), all.len(), "each form its own order");
    data.has_just(&codes).await;
    assert!(
        codes.len() > ROUNDS,
        "{} orders: too few to mean something",
        codes.len()
    );
    assert!(cut > 0, "no order was ever cut off");
    println!("{} orders, {cut} of them cut off by a kill", codes.len());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn orders_survive_sixty_kills() {
    orders_survive(Data::on_sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn orders_on_postgres_survive_sixty_kills() {
    both::on(Database::Postgres, async {
        orders_survive(Data::on_postgres().await).await;
    })
    .await;
}
