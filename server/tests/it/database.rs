//! Looking into the database behind the shop's back.

use std::collections::BTreeMap;

use db::WriteError;
use db::sea_orm::{ConnectionTrait, DatabaseBackend, Statement};

use crate::test_app::TestApp;

/// Tables that may change when something is refused: counting attempts is how it is refused.
const COUNTERS: &[&str] = &["rate_limits"];

/// The rows of all tables.
#[derive(Clone, PartialEq, Eq)]
pub struct Snapshot(BTreeMap<String, String>);

impl Snapshot {
    /// Names of the tables that are not as they were.
    pub fn changed_since(&self, before: &Self) -> Vec<&str> {
        self.0
            .iter()
            .filter(|(table, rows)| before.0.get(*table) != Some(rows))
            .map(|(table, _)| table.as_str())
            .collect()
    }
}

impl TestApp {
    fn is_postgres(&self) -> bool {
        self.shop.db().backend() == DatabaseBackend::Postgres
    }

    /// Everything in the database but counters of attempts, and when somebody was last seen: a test that takes longer than
    /// the minute between two notes of it has changed nothing.
    pub async fn snapshot(&self) -> Snapshot {
        let mut tables = BTreeMap::new();
        let names = if self.is_postgres() {
            "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'"
        } else {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        };
        for table in self.texts_of(names).await {
            if COUNTERS.contains(&table.as_str()) {
                continue;
            }
            let row = if self.is_postgres() {
                "(to_jsonb(t) - 'last_seen_at' - 'idle_until')::text".to_owned()
            } else {
                let columns = self
                    .texts_of(&format!("SELECT name FROM pragma_table_info('{table}')"))
                    .await;
                let quoted: Vec<_> = columns
                    .iter()
                    .filter(|column| !["last_seen_at", "idle_until"].contains(&column.as_str()))
                    .map(|column| format!("quote(\"{column}\")"))
                    .collect();
                quoted.join(" || '|' || ")
            };
            let rows = self
                .texts_of(&format!("SELECT {row} AS line FROM \"{table}\" t ORDER BY 1"))
                .await;
            tables.insert(table, rows.join("\n"));
        }
        Snapshot(tables)
    }

    /// Checks that nothing was written since `before`.
    #[track_caller]
    pub fn is_unchanged(&self, before: &Snapshot, after: &Snapshot, what: &str) {
        let changed = after.changed_since(before);
        assert!(changed.is_empty(), "{what}: {changed:?} changed");
    }

    /// The first column of every row.
    pub async fn texts_of(&self, sql: &str) -> Vec<String> {
        let db = self.shop.db();
        let rows = db
            .read()
            .query_all_raw(Statement::from_string(db.backend(), sql.to_owned()))
            .await
            .unwrap_or_else(|error| panic!("{sql}: {error}"));
        rows.iter()
            .map(|row| row.try_get_by_index::<String>(0).unwrap())
            .collect()
    }

    /// The one text of a query.
    pub async fn text(&self, sql: &str) -> String {
        let rows = self.texts_of(sql).await;
        assert_eq!(rows.len(), 1, "{sql}");
        rows.into_iter().next().unwrap()
    }

    /// The one number of a query.
    pub async fn number(&self, sql: &str) -> i64 {
        let db = self.shop.db();
        // A sum is no `bigint` on PostgreSQL.
        let sql = &if self.is_postgres() {
            format!("SELECT CAST((SELECT n FROM ({sql}) AS rows (n)) AS bigint)")
        } else {
            sql.to_owned()
        };
        let row = db
            .read()
            .query_one_raw(Statement::from_string(db.backend(), sql.to_owned()))
            .await
            .unwrap_or_else(|error| panic!("{sql}: {error}"));
        row.unwrap_or_else(|| panic!("{sql}: no row"))
            .try_get_by_index(0)
            .unwrap()
    }

    /// Writes as an operator with a database tool would.
    pub async fn execute(&self, sql: &str) {
        let statement = sql.to_owned();
        self.shop
            .db()
            .write(move |tx| {
                let statement = statement.clone();
                Box::pin(async move {
                    tx.execute_unprepared(&statement).await.map_err(WriteError::from)?;
                    Ok::<_, WriteError>(())
                })
            })
            .await
            .unwrap_or_else(|error| panic!("{sql}: {error}"));
    }

    /// Id of the offer with this stock-keeping unit.
    pub async fn offer(&self, sku: &str) -> i64 {
        self.number(&format!("SELECT id FROM offers WHERE sku = '{sku}'")).await
    }

    /// Id of the product.
    pub async fn product(&self, slug: &str) -> i64 {
        self.number(&format!("SELECT id FROM products WHERE slug = '{slug}'"))
            .await
    }
}
