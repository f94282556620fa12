//! The real program, killed in the middle of orders, sixty times: what was acknowledged is there, once.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::task::JoinSet;

use super::program::{Attempt, Program, adds_up, buy_until_it_dies, filled, number, open, text};
use crate::buyer;
use crate::client::Client;

const ROUNDS: usize = 60;
const BUYERS: usize = 8;

/// Sends the form again, as somebody does whose answer was lost.
async fn resend(attempt: &mut Attempt, addr: SocketAddr) {
    let mut client = Client::with_cookies(addr, &attempt.client.cookies);
    let answer = client.post("/ug/checkout", &attempt.fields).await.is(303);
    let code = buyer::code_of(&answer);
    if let Some(told) = attempt.told {
        assert_eq!(code, told, "the same form is the same order");
    }
    attempt.told = Some(code);
}

/// A pause between 40 and 300 ms, another each time.
fn some_time() -> Duration {
    let mut byte = [0; 1];
    getrandom::fill(&mut byte).unwrap();
    Duration::from_millis(40 + u64::from(byte[0]))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn orders_survive_sixty_kills() {
    let (folder, offer) = filled().await;
    let mut all: Vec<Attempt> = Vec::new();
    let mut cut = 0;
    for round in 0..ROUNDS {
        let program = Program::start(folder.path());
        // Those the last kill cut off send again, and some who had their answer.
        for attempt in all.iter_mut().rev().take(2 * BUYERS) {
            resend(attempt, program.addr).await;
        }
        let mut buyers = JoinSet::new();
        for _ in 0..BUYERS {
            buyers.spawn(buy_until_it_dies(program.addr, offer));
        }
        tokio::time::sleep(some_time()).await;
        program.kill();
        let attempts = buyers.join_all().await.concat();
        let (told, lost): (Vec<_>, Vec<_>) = attempts.into_iter().partition(|attempt| attempt.told.is_some());
        cut += lost.len();
        all.extend(told);
        all.extend(lost);

        let db = open(folder.path()).await;
        assert_eq!(text(&db, "PRAGMA integrity_check").await, "ok", "after kill {round}");
        adds_up(&db).await;
        db.close().await;
    }
    let program = Program::start(folder.path());
    for attempt in &mut all {
        resend(attempt, program.addr).await;
    }
    program.kill();
    let db = open(folder.path()).await;
    adds_up(&db).await;
    let codes: BTreeSet<String> = all.iter().map(|attempt| attempt.told.unwrap().to_string()).collect();
    assert_eq!(codes.len(), all.len(), "each form its own order");
    for code in &codes {
        let count = number(&db, &format!("SELECT count(*) FROM order_groups WHERE code = '{code}'")).await;
        assert_eq!(count, 1, "{code}");
    }
    let placed = number(&db, "SELECT count(*) FROM order_groups").await;
    assert_eq!(usize::try_from(placed).unwrap(), codes.len(), "and no other");
    assert!(
        codes.len() > ROUNDS,
        "{} orders: too few to mean something",
        codes.len()
    );
    assert!(cut > 0, "no order was ever cut off");
    println!("{} orders, {cut} of them cut off by a kill", codes.len());
    db.close().await;
}
