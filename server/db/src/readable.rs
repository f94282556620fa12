//! Rows that cannot be read: damaged, or with a word that a later program wrote. Such a row is an error of its own; a
//! job or a list over many rows reports it and goes on with the others.

use async_trait::async_trait;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ConnectionTrait, DbErr, EntityTrait, FromQueryResult, IdenStatic, QueryResult, QuerySelect, QueryTrait, RuntimeErr,
    Select, TryGetable, sqlx,
};

/// Whether an error is about what stands in a row, not about a database that does not answer.
pub fn is_unreadable(error: &DbErr) -> bool {
    match error {
        DbErr::Type(_) | DbErr::TryIntoErr { .. } => true,
        DbErr::Query(RuntimeErr::SqlxError(error)) => matches!(**error, sqlx::Error::ColumnDecode { .. }),
        _ => false,
    }
}

/// Reading many rows of which some may not be readable.
#[async_trait]
pub trait Readable<E: EntityTrait>: Sized {
    /// The rows that can be read; the others are logged and left out.
    ///
    /// # Errors
    /// When the database does not answer.
    async fn readable<C: ConnectionTrait>(self, db: &C) -> Result<Vec<E::Model>, DbErr>;

    /// [`readable`](Self::readable), as another type than the entity's own.
    ///
    /// # Errors
    /// As [`readable`](Self::readable).
    async fn readable_as<M: FromQueryResult + Send, C: ConnectionTrait>(self, db: &C) -> Result<Vec<M>, DbErr>;

    /// Whether there is any such row, readable or not.
    ///
    /// # Errors
    /// When the database does not answer.
    async fn has_rows<C: ConnectionTrait>(self, db: &C) -> Result<bool, DbErr>;

    /// Every row or that it cannot be read, each with the value of `column`: for sums, which are wrong without a row.
    ///
    /// # Errors
    /// As [`readable`](Self::readable), and when a value of `column` itself cannot be read.
    async fn each_with<K: TryGetable + Send, C: ConnectionTrait>(
        self,
        db: &C,
        column: E::Column,
    ) -> Result<Vec<(K, Result<E::Model, DbErr>)>, DbErr>;
}

#[async_trait]
impl<E: EntityTrait> Readable<E> for Select<E> {
    async fn readable<C: ConnectionTrait>(self, db: &C) -> Result<Vec<E::Model>, DbErr> {
        self.readable_as(db).await
    }

    async fn readable_as<M: FromQueryResult + Send, C: ConnectionTrait>(self, db: &C) -> Result<Vec<M>, DbErr> {
        let found = db.query_all(self.as_query()).await?;
        let mut rows = Vec::with_capacity(found.len());
        for row in &found {
            match M::from_query_result(row, "") {
                Ok(row) => rows.push(row),
                Err(error) if is_unreadable(&error) => {
                    let table = E::default();
                    tracing::error!(table = table.table_name(), %error, "database.row_unreadable");
                }
                Err(error) => return Err(error),
            }
        }
        Ok(rows)
    }

    async fn has_rows<C: ConnectionTrait>(self, db: &C) -> Result<bool, DbErr> {
        let found: Option<i32> = self.select_only().expr(Expr::cust("1")).into_tuple().one(db).await?;
        Ok(found.is_some())
    }

    async fn each_with<K: TryGetable + Send, C: ConnectionTrait>(
        self,
        db: &C,
        column: E::Column,
    ) -> Result<Vec<(K, Result<E::Model, DbErr>)>, DbErr> {
        let key_and_row = |row: &QueryResult| {
            let key = row.try_get("", column.as_str())?;
            match E::Model::from_query_result(row, "") {
                Err(error) if !is_unreadable(&error) => Err(error),
                read => Ok((key, read)),
            }
        };
        db.query_all(self.as_query()).await?.iter().map(key_and_row).collect()
    }
}
