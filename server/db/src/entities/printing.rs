//! Files to print that are made piece by piece.

/// Such a file, and how far it is.
pub mod print_job {
    use domain::{CooperativeId, Locale, PrintJobId, PrintState};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "print_jobs")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: PrintJobId,
        pub cooperative_id: CooperativeId,
        pub printed: String,
        pub paper: String,
        pub lang: Locale,
        pub orders: String,
        pub total: i64,
        pub done: i64,
        pub next_object: i64,
        pub place: String,
        pub state: PrintState,
        pub attempts: i64,
        pub created_at: i64,
        pub updated_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
