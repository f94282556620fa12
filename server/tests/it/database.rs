//! Looking into the database behind the shop's back.

use db::WriteError;
use db::sea_orm::{ConnectionTrait, DatabaseBackend, Statement};
use testing::Snapshot;

use crate::test_app::TestApp;

impl TestApp {
    fn is_postgres(&self) -> bool {
        self.shop.db().backend() == DatabaseBackend::Postgres
    }

    /// Everything in the database but counters of attempts. The clock of these shops stands still: what is written down
    /// by the minute is compared too.
    pub async fn snapshot(&self) -> Snapshot {
        Snapshot::of(&self.shop).await
    }

    /// The second picture of "this" cooperative's product.
    pub async fn second_picture(&self) -> i64 {
        let product = self.product("badam-500").await;
        let sql =
            format!("SELECT media_id FROM product_media WHERE product_id = {product} ORDER BY position DESC LIMIT 1");
        self.number(&sql).await
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
