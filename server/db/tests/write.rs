//! The one path that writes: each write is whole or not there, whatever happens to its neighbours and its caller.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use db::entities::township;
use db::sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait};
use db::{Db, MaybeRetry, Tx, WriteError};
use testing::{Place, both_empty};
use tokio::sync::Semaphore;

/// What a write of these tests answers instead of a value.
#[derive(Debug)]
enum Refusal {
    OnPurpose,
    Failed(WriteError),
}

impl From<WriteError> for Refusal {
    fn from(error: WriteError) -> Self {
        Self::Failed(error)
    }
}

impl From<DbErr> for Refusal {
    fn from(error: DbErr) -> Self {
        Self::Failed(error.into())
    }
}

impl MaybeRetry for Refusal {
    fn database_error(&self) -> Option<&DbErr> {
        match self {
            Self::Failed(error) => error.database_error(),
            Self::OnPurpose => None,
        }
    }
}

async fn insert(tx: &Tx, number: i64) -> Result<(), Refusal> {
    let row = township::ActiveModel {
        slug: Set(format!("t{number}")),
        position: Set(number),
        ..Default::default()
    };
    township::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

async fn written(db: &Db) -> Vec<i64> {
    let mut rows: Vec<i64> = township::Entity::find()
        .all(db.read())
        .await
        .unwrap()
        .into_iter()
        .map(|row| row.position)
        .collect();
    rows.sort_unstable();
    rows
}

/// Waits until `count` rows are there; the tests' own deadline ends it otherwise.
async fn wait_for(db: &Db, count: u64) {
    tokio::time::timeout(Duration::from_secs(10), async {
        while township::Entity::find().count(db.read()).await.unwrap() != count {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    })
    .await
    .unwrap();
}

/// Holds the writer until the answer is sent, so that what comes behind shares a batch.
fn hold_writer(db: &Db) -> tokio::sync::oneshot::Sender<()> {
    let (go, wait) = tokio::sync::oneshot::channel::<()>();
    let wait = Arc::new(tokio::sync::Mutex::new(wait));
    let db = db.clone();
    tokio::spawn(async move {
        db.write(move |_| {
            let wait = Arc::clone(&wait);
            Box::pin(async move {
                let _ = (&mut *wait.lock().await).await;
                Ok::<_, Refusal>(())
            })
        })
        .await
    });
    go
}

both_empty!(
    a_refused_write_leaves_no_row_while_its_neighbours_stand,
    async |place: &Place| {
        let db = place.open().await;
        let go = hold_writer(&db);
        let writes: Vec<_> = (0..30)
            .map(|number| {
                let db = db.clone();
                tokio::spawn(async move {
                    db.write(move |tx| {
                        Box::pin(async move {
                            insert(tx, number).await?;
                            if number % 3 == 0 {
                                Err(Refusal::OnPurpose)
                            } else {
                                Ok(number)
                            }
                        })
                    })
                    .await
                })
            })
            .collect();
        go.send(()).unwrap();
        for (number, write) in (0..).zip(writes) {
            match write.await.unwrap() {
                Ok(answer) => assert!(answer == number && number % 3 != 0),
                Err(refusal) => assert!(matches!(refusal, Refusal::OnPurpose) && number % 3 == 0, "{refusal:?}"),
            }
        }
        let expected: Vec<i64> = (0..30).filter(|number| number % 3 != 0).collect();
        assert_eq!(written(&db).await, expected);
        db.close().await;
    }
);

both_empty!(
    a_write_the_database_refuses_spoils_nobody_elses,
    async |place: &Place| {
        let db = place.open().await;
        let go = hold_writer(&db);
        let writes: Vec<_> = [1, 2, 2, 3]
            .map(|number| {
                let db = db.clone();
                tokio::spawn(async move { db.write(move |tx| Box::pin(insert(tx, number))).await })
            })
            .into_iter()
            .collect();
        go.send(()).unwrap();
        let mut refused = 0;
        for write in writes {
            refused += usize::from(matches!(
                write.await.unwrap(),
                Err(Refusal::Failed(WriteError::Database(_)))
            ));
        }
        assert_eq!((refused, written(&db).await), (1, vec![1, 2, 3]));
        db.close().await;
    }
);

both_empty!(
    a_panic_in_a_write_leaves_nothing_and_the_next_one_works,
    async |place: &Place| {
        let db = place.open().await;
        let go = hold_writer(&db);
        let panicking = {
            let db = db.clone();
            tokio::spawn(async move {
                let done: Result<(), Refusal> = db
                    .write(move |tx| {
                        Box::pin(async move {
                            insert(tx, 1).await?;
                            panic!("on purpose");
                        })
                    })
                    .await;
                done
            })
        };
        let neighbour = {
            let db = db.clone();
            tokio::spawn(async move { db.write(move |tx| Box::pin(insert(tx, 2))).await })
        };
        go.send(()).unwrap();
        assert!(matches!(
            panicking.await.unwrap(),
            Err(Refusal::Failed(WriteError::Stopped))
        ));
        neighbour.await.unwrap().unwrap();
        db.write(move |tx| Box::pin(insert(tx, 3))).await.unwrap();
        assert_eq!(written(&db).await, [2, 3]);
        db.close().await;
    }
);

both_empty!(
    a_write_whose_caller_hung_up_still_happens_whole,
    async |place: &Place| {
        let db = place.open().await;
        let before = db.changes();
        let inside = Arc::new(Semaphore::new(0));
        let go_on = Arc::new(Semaphore::new(0));
        let caller = {
            let (db, inside, go_on) = (db.clone(), Arc::clone(&inside), Arc::clone(&go_on));
            tokio::spawn(async move {
                db.write(move |tx| {
                    let (inside, go_on) = (Arc::clone(&inside), Arc::clone(&go_on));
                    Box::pin(async move {
                        insert(tx, 1).await?;
                        inside.add_permits(1);
                        go_on.acquire().await.unwrap().forget();
                        insert(tx, 2).await
                    })
                })
                .await
            })
        };
        inside.acquire().await.unwrap().forget();
        caller.abort();
        assert!(caller.await.unwrap_err().is_cancelled());
        go_on.add_permits(1);
        wait_for(&db, 2).await;
        // The connection it used is clean for the next one.
        db.write(move |tx| Box::pin(insert(tx, 3))).await.unwrap();
        assert_eq!(db.changes(), before + 2, "others see both");
        assert_eq!(written(&db).await, [1, 2, 3]);
        db.close().await;
    }
);

both_empty!(
    what_was_acknowledged_while_the_database_closed_is_there,
    async |place: &Place| {
        let db = place.open().await;
        let go = hold_writer(&db);
        let writes: Vec<_> = (0..20)
            .map(|number| {
                let db = db.clone();
                tokio::spawn(async move { db.write(move |tx| Box::pin(insert(tx, number))).await })
            })
            .collect();
        let closing = tokio::spawn(db.clone().close());
        go.send(()).unwrap();
        closing.await.unwrap();
        let mut acknowledged = Vec::new();
        for (number, write) in (0..).zip(writes) {
            if write.await.unwrap().is_ok() {
                acknowledged.push(number);
            }
        }
        let again = place.open().await;
        assert_eq!(written(&again).await, acknowledged, "and nothing else");
        again.close().await;
    }
);

both_empty!(nothing_is_read_before_it_is_committed, async |place: &Place| {
    let db = place.open().await;
    let (reader, seen) = (db.clone(), Arc::new(AtomicBool::new(false)));
    let saw = Arc::clone(&seen);
    db.write(move |tx| {
        let (reader, saw) = (reader.clone(), Arc::clone(&saw));
        Box::pin(async move {
            insert(tx, 1).await?;
            saw.store(!written(&reader).await.is_empty(), Ordering::SeqCst);
            Ok::<_, Refusal>(())
        })
    })
    .await
    .unwrap();
    assert!(!seen.load(Ordering::SeqCst));
    assert_eq!(written(&db).await, [1]);
    db.close().await;
});

#[tokio::test]
async fn the_readers_of_sqlite_cannot_write() {
    let place = Place::fresh(testing::Database::Sqlite).await.unwrap();
    let db = place.open().await;
    let refused = db
        .read()
        .execute_unprepared("INSERT INTO townships (slug, position) VALUES ('x', 1)")
        .await;
    assert!(refused.unwrap_err().to_string().contains("readonly"));
    assert!(written(&db).await.is_empty());
    db.close().await;
}

#[tokio::test]
async fn sqlite_keeps_what_it_acknowledged_through_a_power_cut() {
    let place = Place::fresh(testing::Database::Sqlite).await.unwrap();
    let db = place.open().await;
    let (journal, synchronous) = db
        .write(|tx| {
            Box::pin(async move {
                let ask = |sql: &str| db::sea_orm::Statement::from_string(db::sea_orm::DatabaseBackend::Sqlite, sql);
                let journal: String = tx
                    .query_one_raw(ask("PRAGMA journal_mode"))
                    .await?
                    .unwrap()
                    .try_get_by_index(0)?;
                let level: i64 = tx
                    .query_one_raw(ask("PRAGMA synchronous"))
                    .await?
                    .unwrap()
                    .try_get_by_index(0)?;
                Ok::<_, Refusal>((journal, level))
            })
        })
        .await
        .unwrap();
    // 2 is FULL: the log is synced at every commit.
    assert_eq!((journal.as_str(), synchronous), ("wal", 2));
    db.close().await;
}

both_empty!(a_write_counts_as_a_change_once_it_stands, async |place: &Place| {
    let db = place.open().await;
    let before = db.changes();
    let refused = db
        .write(|tx| {
            Box::pin(async move {
                insert(tx, 1).await?;
                Err::<(), _>(Refusal::OnPurpose)
            })
        })
        .await;
    assert!(matches!(refused, Err(Refusal::OnPurpose)));
    assert_eq!(db.changes(), before);
    db.write(|tx| Box::pin(insert(tx, 2))).await.unwrap();
    assert_eq!(db.changes(), before + 1);
    assert_eq!(written(&db).await, [2]);
    db.close().await;
});

/// Another program that opens the file must not find it unused: it would remove the log when it goes.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_write_the_file_is_still_locked_by_its_program() {
    use std::os::unix::fs::MetadataExt;

    let place = Place::fresh(testing::Database::Sqlite).await.unwrap();
    let db = place.open().await;
    let path = place.url().trim_start_matches("sqlite:").trim_start_matches("//");
    let inode = std::fs::metadata(path.split('?').next().unwrap()).unwrap().ino();
    let is_locked = || {
        let (pid, place) = (std::process::id().to_string(), format!(":{inode}"));
        let locks = std::fs::read_to_string("/proc/locks").unwrap();
        locks.lines().any(|lock| {
            lock.split_whitespace().any(|word| word == pid)
                && lock.split_whitespace().any(|word| word.ends_with(&place))
        })
    };
    assert!(is_locked(), "while it is open");
    for number in 0..3 {
        db.write(move |tx| Box::pin(insert(tx, number))).await.unwrap();
        db.probe(number.to_string()).await.unwrap();
        assert!(is_locked(), "after write {number}");
    }
    db.close().await;
}
