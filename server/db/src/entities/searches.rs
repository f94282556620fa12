//! Tables of the area `search`; no logic lives here.

/// What many looked for and the shop does not have.
pub mod missed_search {
    use domain::Locale;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "missed_searches")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub term: String,
        pub typed: String,
        pub lang: Locale,
        pub people: i64,
        pub sought_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
