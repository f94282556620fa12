//! The audit log: only added to, and whoever gets past that is seen.

#![expect(clippy::unwrap_used, reason = "tests")]

use db::audit::{self, Broken, Event, Noted};
use db::migrations::Migrations;
use db::sea_orm::{ConnectionTrait, Database, DatabaseBackend, Statement};
use db::{Db, WriteError};
use domain::{AuditEventId, CooperativeId};
use sea_orm_migration::MigratorTrait;
use testing::{Place, both_empty};

/// Migrations before the one that makes the chain.
const BEFORE: u32 = 22;

async fn execute(db: &Db, sql: &str) -> Result<(), WriteError> {
    let sql = sql.to_owned();
    db.write(move |tx| {
        let sql = sql.clone();
        Box::pin(async move { Ok(tx.execute_unprepared(&sql).await.map(|_| ())?) })
    })
    .await
}

async fn number(db: &Db, sql: &str) -> i64 {
    let statement = Statement::from_string(db.backend(), sql);
    let row = db.read().query_one_raw(statement).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

fn event(at: i64) -> Event {
    Event {
        at,
        actor: "user:7".to_owned(),
        action: "member.add".to_owned(),
        object: "cooperative:3".to_owned(),
        detail: "user:8 packer".to_owned(),
        cooperative: Some(CooperativeId(3)),
    }
}

async fn append(db: &Db, at: i64) -> Result<(), WriteError> {
    db.write(move |tx| Box::pin(async move { Ok(audit::append(tx, &event(at)).await?) }))
        .await
}

/// A log of ten events.
async fn ten(place: &Place) -> Db {
    let db = place.open().await;
    for at in 1..=10 {
        append(&db, at).await.unwrap();
    }
    assert_eq!(broken(&db).await, None);
    db
}

async fn broken(db: &Db) -> Option<Broken> {
    audit::verify(db, None).await.unwrap().broken
}

/// What somebody does who owns the database.
async fn take_triggers_away(db: &Db) {
    let sql = match db.backend() {
        DatabaseBackend::Postgres => "DROP FUNCTION refuse_audit_change CASCADE",
        _ => {
            "DROP TRIGGER audit_events_are_not_changed; DROP TRIGGER audit_events_are_not_removed;
             DROP TRIGGER audit_links_are_not_changed; DROP TRIGGER audit_links_are_not_removed;
             DROP TRIGGER audit_head_goes_on; DROP TRIGGER audit_head_stays"
        }
    };
    execute(db, sql).await.unwrap();
}

const INSERT: &str =
    "INSERT INTO audit_events (at, actor, action, object, detail) VALUES (5, 'user:1', 'x.y', '-', '')";

both_empty!(an_untouched_log_is_whole, async |place: &Place| {
    let db = place.open().await;
    let checked = audit::verify(&db, None).await.unwrap();
    assert_eq!((checked.events, checked.broken), (0, None), "an empty one too");
    for at in 1..=5 {
        append(&db, at).await.unwrap();
    }
    let first = audit::verify(&db, None).await.unwrap();
    append(&db, 6).await.unwrap();
    let noted = Noted::parse(&format!("{}:{}", first.last.seq, first.last.hash)).unwrap();
    let checked = audit::verify(&db, Some(&noted)).await.unwrap();
    assert_eq!((checked.events, checked.last.seq, checked.broken), (6, 6, None));
    db.close().await;
});

both_empty!(what_is_written_is_not_changed_or_removed, async |place: &Place| {
    let db = ten(place).await;
    for wrong in [
        "UPDATE audit_events SET detail = '' WHERE id = 3",
        "UPDATE audit_events SET detail = detail",
        "DELETE FROM audit_events WHERE id = 3",
        "DELETE FROM audit_events",
        "UPDATE audit_links SET hash = '' WHERE seq = 10",
        "DELETE FROM audit_links WHERE seq = 10",
        "UPDATE audit_head SET seq = 9, hash = ''",
        "DELETE FROM audit_head",
    ] {
        let refused = execute(&db, wrong).await.unwrap_err();
        let WriteError::Database(error) = &refused else {
            panic!("{wrong}: {refused:?}")
        };
        assert!(error.to_string().contains("only added to"), "{wrong}: {error}");
    }
    if db.backend() == DatabaseBackend::Postgres {
        assert!(execute(&db, "TRUNCATE audit_events").await.is_err());
    }
    assert_eq!(broken(&db).await, None);
    db.close().await;
});

both_empty!(a_changed_event_is_seen, async |place: &Place| {
    let db = ten(place).await;
    take_triggers_away(&db).await;
    for (column, value) in [
        ("at", "4711"),
        ("actor", "'user:9'"),
        ("action", "'member.remove'"),
        ("object", "'cooperative:4'"),
        ("detail", "''"),
        ("cooperative_id", "NULL"),
    ] {
        let was = "at = 4, actor = 'user:7', action = 'member.add', object = 'cooperative:3',
                   detail = 'user:8 packer', cooperative_id = 3";
        execute(&db, &format!("UPDATE audit_events SET {column} = {value} WHERE id = 4"))
            .await
            .unwrap();
        assert_eq!(broken(&db).await, Some(Broken::Changed(AuditEventId(4))), "{column}");
        execute(&db, &format!("UPDATE audit_events SET {was} WHERE id = 4"))
            .await
            .unwrap();
        assert_eq!(broken(&db).await, None);
    }
    db.close().await;
});

both_empty!(two_events_that_changed_places_are_seen, async |place: &Place| {
    let db = ten(place).await;
    take_triggers_away(&db).await;
    execute(
        &db,
        "UPDATE audit_events SET at = 5 WHERE id = 4; UPDATE audit_events SET at = 4 WHERE id = 5",
    )
    .await
    .unwrap();
    assert_eq!(broken(&db).await, Some(Broken::Changed(AuditEventId(4))));
    db.close().await;
});

both_empty!(a_removed_event_is_seen, async |place: &Place| {
    let db = ten(place).await;
    take_triggers_away(&db).await;
    execute(&db, "DELETE FROM audit_events WHERE id = 6").await.unwrap();
    assert_eq!(broken(&db).await, Some(Broken::Removed(AuditEventId(6))));
    execute(&db, "DELETE FROM audit_links WHERE event_id = 6")
        .await
        .unwrap();
    assert_eq!(broken(&db).await, Some(Broken::Gap(6)), "with its place in the chain");
    db.close().await;
});

both_empty!(a_cut_end_is_seen, async |place: &Place| {
    let db = ten(place).await;
    let noted = audit::verify(&db, None).await.unwrap().last;
    let noted = Noted::parse(&format!("{}:{}", noted.seq, noted.hash)).unwrap();
    take_triggers_away(&db).await;
    execute(
        &db,
        "DELETE FROM audit_links WHERE seq > 8; DELETE FROM audit_events WHERE id > 8",
    )
    .await
    .unwrap();
    assert_eq!(broken(&db).await, Some(Broken::Cut { last: 8, head: 10 }));
    // Whoever puts the head back as well is seen by who noted the end.
    execute(
        &db,
        "UPDATE audit_head SET seq = 8, hash = (SELECT hash FROM audit_links WHERE seq = 8)",
    )
    .await
    .unwrap();
    assert_eq!(broken(&db).await, None);
    let checked = audit::verify(&db, Some(&noted)).await.unwrap();
    assert_eq!(checked.broken, Some(Broken::NotAsNoted(10)));
    execute(&db, "DELETE FROM audit_head").await.unwrap();
    assert_eq!(broken(&db).await, Some(Broken::NoHead));
    assert!(append(&db, 11).await.is_err(), "nothing goes on without it");
    db.close().await;
});

both_empty!(an_event_that_was_put_in_is_seen, async |place: &Place| {
    let db = ten(place).await;
    // It takes no trigger away to add one.
    execute(&db, INSERT).await.unwrap();
    let (first, count) = (AuditEventId(11), 1);
    assert_eq!(broken(&db).await, Some(Broken::Unlinked { first, count }));
    execute(
        &db,
        "INSERT INTO audit_links (seq, event_id, hash) VALUES (11, 11, 'no such hash')",
    )
    .await
    .unwrap();
    assert_eq!(broken(&db).await, Some(Broken::Changed(first)));
    db.close().await;
});

both_empty!(
    an_event_with_the_right_hash_after_the_end_is_seen,
    async |place: &Place| {
        let db = ten(place).await;
        take_triggers_away(&db).await;
        append(&db, 11).await.unwrap();
        execute(
            &db,
            "UPDATE audit_head SET seq = 10, hash = (SELECT hash FROM audit_links WHERE seq = 10)",
        )
        .await
        .unwrap();
        assert_eq!(broken(&db).await, Some(Broken::PastHead(AuditEventId(11))));
        db.close().await;
    }
);

both_empty!(events_written_at_once_are_one_chain, async |place: &Place| {
    let db = place.open().await;
    let writing: Vec<_> = (0..40)
        .map(|at| {
            let db = db.clone();
            tokio::spawn(async move {
                // Every fourth fails after its event, which leaves nothing behind.
                let done: Result<(), WriteError> = db
                    .write(move |tx| {
                        Box::pin(async move {
                            audit::append(tx, &event(at)).await?;
                            if at % 4 == 0 { Err(WriteError::Stopped) } else { Ok(()) }
                        })
                    })
                    .await;
                done.is_ok()
            })
        })
        .collect();
    let mut written = 0;
    for one in writing {
        written += u64::from(one.await.unwrap());
    }
    let checked = audit::verify(&db, None).await.unwrap();
    assert_eq!((checked.events, checked.broken), (written, None));
    assert_eq!(written, 30);
    db.close().await;
});

both_empty!(old_events_get_a_chain_with_the_upgrade, async |place: &Place| {
    let url = match place.url() {
        url if url.starts_with("sqlite:") => format!("{url}?mode=rwc"),
        url => url.to_owned(),
    };
    let old = Database::connect(url).await.unwrap();
    Migrations::up(&old, Some(BEFORE)).await.unwrap();
    for sql in [
        "INSERT INTO townships (slug, position) VALUES ('bulaq', 1)",
        "INSERT INTO cooperatives (slug, township_id, source_lang, status, version)
         VALUES ('almonds', 1, 'ug', 'approved', 1), ('bees', 1, 'ug', 'approved', 1)",
        "INSERT INTO audit_events (at, actor, action, object, detail) VALUES
         (1, 'user:1', 'member.add', 'cooperative:2', 'user:1 owner'), (2, 'user:1', 'settings.save', 'setting:bank', ''),
         (3, 'user:1', 'stock.move', 'offer:99', ''), (4, 'operator', 'money.received', 'ABC', '1 CNY'),
         (5, 'user:1', 'picture.move', 'product:1/2', ''), (6, 'user:1', 'product.save', 'product:x', ''),
         (7, 'user:1', 'order.export', 'order:', ''), (8, 'user:1', 'import.confirm', 'import:99999999999999999999', '')",
    ] {
        old.execute_unprepared(sql).await.unwrap();
    }
    old.close().await.unwrap();

    let db = place.open().await;
    let checked = audit::verify(&db, None).await.unwrap();
    assert_eq!((checked.events, checked.broken), (8, None));
    assert_eq!(
        number(&db, "SELECT id FROM audit_events WHERE cooperative_id IS NOT NULL").await,
        1
    );
    assert_eq!(
        number(&db, "SELECT cooperative_id FROM audit_events WHERE id = 1").await,
        2
    );
    append(&db, 5).await.unwrap();
    // The release before goes on for a while, and knows no chain.
    execute(&db, INSERT).await.unwrap();
    append(&db, 6).await.unwrap();
    let (first, count) = (AuditEventId(10), 1);
    assert_eq!(broken(&db).await, Some(Broken::Unlinked { first, count }));
    let adopted: Result<u64, WriteError> = db
        .write(|tx| Box::pin(async move { Ok(audit::link_rest(tx).await?) }))
        .await;
    assert_eq!(adopted.unwrap(), 1);
    let checked = audit::verify(&db, None).await.unwrap();
    assert_eq!((checked.events, checked.broken), (11, None));
    db.close().await;
});

both_empty!(a_hundred_thousand_events_are_checked, async |place: &Place| {
    const MANY: i64 = 100_000;
    let db = place.open().await;
    execute(
        &db,
        &format!(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {MANY})
             INSERT INTO audit_events (at, actor, action, object, detail)
             SELECT i, 'user:1', 'stock.save', 'cooperative:1', '' FROM n ORDER BY i"
        ),
    )
    .await
    .unwrap();
    let linked: Result<u64, WriteError> = db
        .write(|tx| Box::pin(async move { Ok(audit::link_rest(tx).await?) }))
        .await;
    assert_eq!(linked.unwrap(), MANY.unsigned_abs());
    let checked = audit::verify(&db, None).await.unwrap();
    assert_eq!((checked.events, checked.broken), (MANY.unsigned_abs(), None));
    take_triggers_away(&db).await;
    execute(&db, "UPDATE audit_events SET detail = 'x' WHERE id = 77777")
        .await
        .unwrap();
    let checked = audit::verify(&db, None).await.unwrap();
    let broken = Some(Broken::Changed(AuditEventId(77_777)));
    assert_eq!((checked.events, checked.broken), (77_776, broken));
    db.close().await;
});
