//! Told to stop, the program finishes the orders it took.

use std::time::Duration;

use tokio::task::JoinSet;

use super::program::{Program, adds_up, buy_until_it_dies, filled, number, open, text};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_order_that_was_taken_is_answered() {
    let (folder, offer) = filled().await;
    let program = Program::start(folder.path());
    let mut buyers = JoinSet::new();
    for _ in 0..8 {
        buyers.spawn(buy_until_it_dies(program.addr, offer));
    }
    // Long enough for everybody to be in the middle of something.
    tokio::time::sleep(Duration::from_millis(400)).await;
    let stopped = tokio::task::spawn_blocking(move || program.stop());
    let ended_well = tokio::time::timeout(Duration::from_secs(30), stopped)
        .await
        .unwrap()
        .unwrap();
    assert!(ended_well);
    let attempts = buyers.join_all().await.concat();
    let told = attempts.iter().filter(|attempt| attempt.told.is_some()).count();
    let db = open(folder.path()).await;
    assert_eq!(text(&db, "PRAGMA integrity_check").await, "ok");
    adds_up(&db).await;
    let placed = number(&db, "SELECT count(*) FROM order_groups").await;
    assert_eq!(usize::try_from(placed).unwrap(), told, "who has an order was told so");
    assert!(told > 0);
    db.close().await;
}
