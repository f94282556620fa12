//! Everything a database holds, to show that a refusal changed nothing.

use std::collections::BTreeMap;

use db::sea_orm::{ConnectionTrait, DatabaseBackend, Statement};
use service::Shop;

/// Every row of every table, as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot(BTreeMap<String, String>);

/// Tables that count tries: a refusal is written there on purpose.
const COUNTS_TRIES: [&str; 1] = ["rate_limits"];

impl Snapshot {
    /// The database of `shop` as it stands, but for the counted tries.
    ///
    /// # Panics
    /// When the database does not answer.
    pub async fn of(shop: &Shop) -> Self {
        let tables = match shop.db().backend() {
            DatabaseBackend::Postgres => "SELECT tablename::text, 't::text' FROM pg_tables WHERE schemaname = 'public'",
            _ => {
                "SELECT t.name, group_concat('quote(\"' || c.name || '\")', ' || ''|'' || ')
                 FROM sqlite_master t JOIN pragma_table_info(t.name) c
                 WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' GROUP BY t.name"
            }
        };
        let tables = pairs(shop, tables).await;
        // One query for all of it: it is asked many hundred times, and a database may be far away.
        let rows: Vec<String> = tables
            .iter()
            .filter(|(table, _)| !COUNTS_TRIES.contains(&table.as_str()))
            .map(|(table, row)| {
                // PostgreSQL guesses that a sorted table below is large, and compiles the query first: 20 ms each time.
                let (all, order) = match shop.db().backend() {
                    DatabaseBackend::Postgres => ("string_agg(line, chr(10) ORDER BY line COLLATE \"C\")", ""),
                    _ => ("group_concat(line, char(10))", "ORDER BY 1"),
                };
                format!(
                    "SELECT '{table}', coalesce({all}, '') FROM (SELECT {row} AS line FROM \"{table}\" t {order}) rows"
                )
            })
            .collect();
        Self(pairs(shop, &rows.join(" UNION ALL ")).await.into_iter().collect())
    }

    /// Names of the tables that are not as they were.
    pub fn changed_since(&self, before: &Self) -> Vec<&str> {
        self.0
            .iter()
            .filter(|(table, rows)| before.0.get(*table) != Some(rows))
            .map(|(table, _)| table.as_str())
            .collect()
    }

    /// Panics, naming the table and showing its rows, unless the database of `shop` is as it was.
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

/// Both columns of every row.
async fn pairs(shop: &Shop, sql: &str) -> Vec<(String, String)> {
    let statement = Statement::from_string(shop.db().backend(), sql);
    let rows = shop.db().read().query_all_raw(statement).await;
    let rows = rows.unwrap_or_else(|error| panic!("{sql}: {error}"));
    rows.iter()
        .map(|row| (row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap()))
        .collect()
}
