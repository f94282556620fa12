//! Reads that take too long, on both databases.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::time::{Duration, Instant};

use db::sea_orm::{ConnectionTrait, DatabaseBackend, DatabaseConnection, DbErr, Statement};
use db::{Db, SlowReadError};
use testing::both_empty;

/// Asks for something that never comes.
async fn for_ever(db: &DatabaseConnection) -> Result<(), DbErr> {
    let backend = db.get_database_backend();
    let sql = match backend {
        DatabaseBackend::Postgres => "SELECT 1 FROM pg_sleep(600)",
        _ => "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
    };
    db.query_one_raw(Statement::from_string(backend, sql)).await?;
    Ok(())
}

async fn at_once(db: &DatabaseConnection) -> Result<(), DbErr> {
    let backend = db.get_database_backend();
    db.query_one_raw(Statement::from_string(backend, "SELECT 1")).await?;
    Ok(())
}

both_empty!(a_slow_read_is_stopped_after_its_time, async |place| {
    let db = place.open().await;
    let started = Instant::now();
    for _ in 0..2 {
        let answer = db.read_slowly(for_ever).await;
        assert!(matches!(answer, Err(SlowReadError::Late)), "{answer:?}");
    }
    assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
    db.read_slowly(at_once).await.unwrap();
    let wrong = db
        .read_slowly(async |db: &DatabaseConnection| {
            let backend = db.get_database_backend();
            db.query_one_raw(Statement::from_string(backend, "SELECT nothing FROM nowhere"))
                .await
        })
        .await;
    assert!(matches!(wrong, Err(SlowReadError::Database(_))), "{wrong:?}");
});

both_empty!(many_slow_reads_hold_up_nobody_else, async |place| {
    let db: Db = place.open().await;
    let crowd: Vec<_> = (0..100)
        .map(|_| {
            let db = db.clone();
            tokio::spawn(async move { db.read_slowly(for_ever).await })
        })
        .collect();
    tokio::time::sleep(Duration::from_millis(200)).await;
    let started = Instant::now();
    for _ in 0..20 {
        at_once(db.read()).await.unwrap();
    }
    assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
    let (mut late, mut busy) = (0, 0);
    for one in crowd {
        match one.await.unwrap() {
            Err(SlowReadError::Late) => late += 1,
            Err(SlowReadError::Busy) => busy += 1,
            other => panic!("{other:?}"),
        }
    }
    assert!(late >= 1 && busy >= 60, "{late} {busy}");
    db.read_slowly(at_once).await.unwrap();
});
