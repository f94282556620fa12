//! The upgrade that brought messages and settings.

#![expect(clippy::unwrap_used, reason = "tests")]

use db::sea_orm::{ConnectionTrait, Statement};
use db::{Db, WriteError};
use testing::{Place, both_empty};

async fn execute(db: &Db, sql: &'static str) {
    let done: Result<(), WriteError> = db
        .write(move |tx| Box::pin(async move { Ok(tx.execute_unprepared(sql).await.map(|_| ())?) }))
        .await;
    done.unwrap();
}

async fn count(db: &Db, sql: &str) -> i64 {
    let statement = Statement::from_string(db.backend(), format!("SELECT COUNT(*) FROM {sql}"));
    let row = db.read().query_one_raw(statement).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

/// Takes the two migrations back, as far as their tables go.
const AS_BEFORE: &str = "
    DROP TABLE messages;
    DROP TABLE message_budgets;
    DROP TABLE setting_changes;
    DROP INDEX orders_at_station;
    ALTER TABLE outbox DROP COLUMN network;
    DELETE FROM seaql_migrations WHERE version IN ('m0020_messages', 'm0021_settings');
    INSERT INTO outbox (topic, key, payload, attempts, next_at, created_at) VALUES
        ('one-time-code', '+8613800138000', '{\"to\":\"+8613800138000\",\"text\":\"123456\"}', 0, 1, 1),
        ('order-placed', 'x', '{\"to\":\"+8613800138000\",\"text\":\"x\"}', 0, 1, 1),
        ('refund-due', 'x', '{\"to\":\"\",\"text\":\"x\"}', 0, 1, 1);";

both_empty!(
    the_demo_keeps_its_account_and_nothing_is_sent_once_more,
    async |place: &Place| {
        let db = place.open().await;
        execute(&db, AS_BEFORE).await;
        execute(&db, "INSERT INTO townships (slug, position) VALUES ('kumushbulaq', 1)").await;
        db.close().await;

        let db = place.open().await;
        assert_eq!(
            count(&db, "settings WHERE name IN ('shop-bank', 'shop-centre')").await,
            2
        );
        assert_eq!(
            count(&db, "outbox WHERE done_at IS NULL").await,
            1,
            "what the Centre has to do"
        );
        assert_eq!(count(&db, "outbox WHERE payload LIKE '%123456%'").await, 0);
        db.close().await;
    }
);

both_empty!(another_district_enters_its_own_account, async |place: &Place| {
    let db = place.open().await;
    execute(&db, AS_BEFORE).await;
    execute(&db, "INSERT INTO townships (slug, position) VALUES ('bulaq', 1)").await;
    db.close().await;

    let db = place.open().await;
    assert_eq!(count(&db, "settings WHERE name LIKE 'shop-%'").await, 0);
    db.close().await;
});
