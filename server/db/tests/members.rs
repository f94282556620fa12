//! What the release before kept of people, in the schema of this one.

#![expect(clippy::unwrap_used, reason = "tests")]

use db::migrations::Migrations;
use db::sea_orm::{ConnectionTrait, Database, DatabaseBackend, DatabaseConnection, Statement};
use sea_orm_migration::MigratorTrait;
use testing::{Place, both_empty};

/// Migrations of the release before memberships were typed.
const BEFORE: u32 = 5;

async fn texts(db: &impl ConnectionTrait, sql: &str) -> Vec<String> {
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let rows = db.query_all_raw(statement).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

async fn before(place: &Place) -> DatabaseConnection {
    let url = match place.url() {
        url if url.starts_with("sqlite:") && !url.contains('?') => format!("{url}?mode=rwc"),
        url => url.to_owned(),
    };
    let old = Database::connect(url).await.unwrap();
    Migrations::up(&old, Some(BEFORE)).await.unwrap();
    old
}

both_empty!(old_memberships_keep_what_they_meant, async |place: &Place| {
    let old = before(place).await;
    for sql in [
        "INSERT INTO townships (slug, position) VALUES ('bulaq', 1)",
        "INSERT INTO cooperatives (slug, township_id, source_lang, status, version)
         VALUES ('almonds', 1, 'ug', 'active', 1), ('bees', 1, 'ug', 'active', 1)",
        "INSERT INTO users (phone, name, created_at) VALUES ('+1', 'Anna', 0), ('+2', 'Berta', 0), ('+3', 'Carla', 0)",
        // Berta twice by mistake, and of two cooperatives.
        "INSERT INTO memberships (user_id, cooperative_id, role)
         VALUES (1, NULL, 'centre'), (2, 1, 'manager'), (2, 1, 'manager'), (2, 2, 'manager')",
        "INSERT INTO sessions (token_hash, user_id, created_at, last_seen_at, idle_until, ends_at)
         VALUES ('x', 1, 0, 0, 1, 1)",
    ] {
        old.execute_unprepared(sql).await.unwrap();
    }
    old.close().await.unwrap();

    let db = place.open().await;
    let rows = texts(
        db.read(),
        "SELECT user_id || ' ' || subject || ' ' || COALESCE(cooperative_id, 0) || ' ' || role
         FROM member_roles ORDER BY user_id, cooperative_id",
    );
    assert_eq!(
        rows.await,
        ["1 centre 0 admin", "2 cooperative 1 owner", "2 cooperative 2 owner"]
    );
    assert_eq!(texts(db.read(), "SELECT device FROM sessions").await, [""]);
    db.close().await;
});

both_empty!(a_role_belongs_to_its_kind_of_subject, async |place: &Place| {
    place.open().await.close().await;
    let db = before(place).await;
    let user = "INSERT INTO users (phone, name, created_at) VALUES ('+1', 'Anna', 0)";
    db.execute_unprepared(user).await.unwrap();
    let insert = async |subject: &str, language: &str, role: &str| {
        db.execute_unprepared(&format!(
            "INSERT INTO member_roles (user_id, subject, language, role, created_at)
             VALUES (1, '{subject}', {language}, '{role}', 0)"
        ))
        .await
        .is_ok()
    };
    assert!(insert("centre", "NULL", "support").await);
    assert!(!insert("centre", "NULL", "admin").await, "one role for one subject");
    assert!(insert("language", "'ug'", "reviewer").await);
    assert!(insert("language", "'zh'", "translator").await);
    for (subject, language, role) in [
        ("centre", "NULL", "owner"),
        ("cooperative", "NULL", "owner"),
        ("station", "NULL", "clerk"),
        ("language", "NULL", "translator"),
        ("language", "'es'", "admin"),
        ("shop", "NULL", "admin"),
    ] {
        assert!(!insert(subject, language, role).await, "{subject} {role}");
    }
    if db.get_database_backend() == DatabaseBackend::Sqlite {
        db.close().await.unwrap();
    }
});
