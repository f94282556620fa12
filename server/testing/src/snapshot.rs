//! Everything a database holds, to show that a refusal changed nothing.

use std::collections::BTreeMap;

use db::sea_orm::{ConnectionTrait, DatabaseBackend, Statement};
use service::Shop;

/// Every row of every table, as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot(BTreeMap<String, Vec<String>>);

/// Tables that count tries: a refusal is written there on purpose.
const COUNTS_TRIES: [&str; 1] = ["rate_limits"];

impl Snapshot {
    /// The database of `shop` as it stands, but for the counted tries.
    ///
    /// # Panics
    /// When the database does not answer.
    pub async fn of(shop: &Shop) -> Self {
        let mut tables = BTreeMap::new();
        let names = match shop.db().backend() {
            DatabaseBackend::Postgres => "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'",
            _ => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
        };
        for table in texts(shop, names).await {
            if !COUNTS_TRIES.contains(&table.as_str()) {
                let rows = texts(shop, &rows_of(shop, &table).await).await;
                tables.insert(table, rows);
            }
        }
        Self(tables)
    }

    /// Panics, naming the tables, unless the database is as it was.
    ///
    /// # Panics
    /// When it is not.
    pub async fn assert_unchanged(&self, shop: &Shop) {
        let now = Self::of(shop).await;
        for (table, before) in &self.0 {
            assert_eq!(Some(before), now.0.get(table), "the table {table} changed");
        }
    }
}

async fn rows_of(shop: &Shop, table: &str) -> String {
    match shop.db().backend() {
        DatabaseBackend::Postgres => format!("SELECT t::text FROM {table} t ORDER BY 1"),
        _ => {
            let columns = texts(shop, &format!("SELECT name FROM pragma_table_info('{table}')")).await;
            let quoted: Vec<String> = columns.iter().map(|c| format!("\"{c}\"")).collect();
            format!("SELECT json_array({}) FROM {table} ORDER BY 1", quoted.join(", "))
        }
    }
}

async fn texts(shop: &Shop, sql: &str) -> Vec<String> {
    let statement = Statement::from_string(shop.db().backend(), sql);
    let rows = shop.db().read().query_all_raw(statement).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}
