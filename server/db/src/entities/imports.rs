//! Tables that cooperatives bring along, and what these call their goods.

/// A table on its way into the shop.
pub mod import {
    use domain::{
        CooperativeId, ImportId, ImportState, Locale, TableEncoding, TableKind, TableRefusal, TableSeparator, UserId,
    };
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "imports")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: ImportId,
        pub cooperative_id: CooperativeId,
        pub user_id: UserId,
        pub by_centre: bool,
        pub place: String,
        pub pieces: i64,
        pub size: i64,
        pub file_name: String,
        pub file_hash: String,
        pub encoding: TableEncoding,
        pub separator: TableSeparator,
        pub kind: TableKind,
        pub header: i64,
        pub columns: String,
        pub language: Locale,
        pub category: String,
        pub rate: String,
        pub state: ImportState,
        pub reason: Option<TableRefusal>,
        pub total: i64,
        pub at_row: i64,
        pub new_rows: i64,
        pub changed_rows: i64,
        pub same_rows: i64,
        pub wrong_rows: i64,
        pub pictures: i64,
        pub attempts: i64,
        pub version: i64,
        pub created_at: i64,
        pub updated_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A row of one that is not right.
pub mod import_problem {
    use domain::{ImportId, ImportProblemId, RowProblem, TableColumn};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "import_problems")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: ImportProblemId,
        pub import_id: ImportId,
        pub row_number: i64,
        pub column_word: TableColumn,
        pub problem: RowProblem,
        pub typed: String,
        /// A text of the shop page: `cover/tagline-es`.
        pub part: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What a cooperative's own tables call a product, or a size.
pub mod goods_key {
    use domain::{CooperativeId, OfferId, ProductId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "goods_keys")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub cooperative_id: CooperativeId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        pub product_id: ProductId,
        pub offer_id: Option<OfferId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
