//! Opening a database: what is missing is made, what is newer is left alone.

#![expect(clippy::unwrap_used, reason = "tests")]

use db::sea_orm::{ConnectionTrait, Statement};
use db::{ConnectError, Db, DbOptions, WriteError};
use testing::{Place, both_empty};

async fn execute(db: &Db, sql: &'static str) {
    let done: Result<(), WriteError> = db
        .write(move |tx| Box::pin(async move { Ok(tx.execute_unprepared(sql).await.map(|_| ())?) }))
        .await;
    done.unwrap();
}

async fn count(db: &Db, sql: &str) -> i64 {
    let row = db
        .read()
        .query_one_raw(Statement::from_string(db.backend(), sql))
        .await
        .unwrap()
        .unwrap();
    row.try_get_by_index(0).unwrap()
}

both_empty!(
    an_empty_database_gets_all_tables_and_opens_again,
    async |place: &Place| {
        let db = place.open().await;
        for table in [
            "products",
            "product_cards",
            "stock",
            "orders",
            "outbox",
            "sessions",
            "idempotency_keys",
        ] {
            assert_eq!(count(&db, &format!("SELECT COUNT(*) FROM {table}")).await, 0, "{table}");
        }
        execute(&db, "INSERT INTO townships (slug, position) VALUES ('bulaq', 1)").await;
        db.close().await;

        let again = place.open().await;
        assert_eq!(count(&again, "SELECT COUNT(*) FROM townships").await, 1);
        again.close().await;
    }
);

/// As if a later program had been here; `needed` writes what it says about the programs that may run on its schema.
async fn make_newer(place: &Place, needed: &'static str) {
    let db = place.open().await;
    execute(
        &db,
        "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_later', 0)",
    )
    .await;
    execute(&db, needed).await;
    db.close().await;
}

both_empty!(
    a_schema_that_needs_a_newer_program_is_refused_and_left_alone,
    async |place: &Place| {
        make_newer(
            place,
            "UPDATE settings SET value = 'm9999_later' WHERE name = 'schema-needs'",
        )
        .await;
        let refused = Db::open(place.url(), DbOptions::default()).await.unwrap_err();
        assert!(
            matches!(&refused, ConnectError::Newer(version) if version == "m9999_later"),
            "{refused:?}"
        );
        assert!(refused.to_string().contains("newer version"), "{refused}");
    }
);

both_empty!(
    a_newer_schema_that_only_added_to_this_one_is_used,
    async |place: &Place| {
        make_newer(place, "SELECT 1").await;
        let db = Db::open(place.url(), DbOptions::default()).await.unwrap();
        execute(&db, "INSERT INTO townships (slug, position) VALUES ('bulaq', 1)").await;
        db.close().await;
    }
);

both_empty!(
    ten_programs_that_start_at_once_share_one_schema,
    async |place: &Place| {
        let starts: Vec<_> = (0..10)
            .map(|_| {
                let url = place.url().to_owned();
                tokio::spawn(async move { Db::open(&url, DbOptions::default()).await })
            })
            .collect();
        for start in starts {
            let db = start.await.unwrap().unwrap();
            assert_eq!(count(&db, "SELECT COUNT(*) FROM townships").await, 0);
            db.close().await;
        }
    }
);

both_empty!(the_last_wall_holds_against_overselling, async |place: &Place| {
    let db = place.open().await;
    for wrong in [
        "INSERT INTO stock (offer_id, on_hand, reserved) VALUES (1, -1, 0)",
        "INSERT INTO stock (offer_id, on_hand, reserved) VALUES (1, 1, 2)",
        // No such offer.
        "INSERT INTO stock (offer_id, on_hand, reserved) VALUES (1, 1, 0)",
    ] {
        let done: Result<(), WriteError> = db
            .write(move |tx| Box::pin(async move { Ok(tx.execute_unprepared(wrong).await.map(|_| ())?) }))
            .await;
        assert!(done.is_err(), "{wrong}");
    }
    assert_eq!(count(&db, "SELECT COUNT(*) FROM stock").await, 0);
    db.close().await;
});

#[tokio::test]
async fn a_word_that_is_no_database_is_named_without_its_password() {
    let refused = Db::open("mysql://root:secret@host/shop", DbOptions::default())
        .await
        .unwrap_err()
        .to_string();
    assert!(refused.contains("`mysql`") && !refused.contains("secret"), "{refused}");
}
