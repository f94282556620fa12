//! Tables of the area `views`; no logic lives here.

/// How often something was looked at on a day.
pub mod page_view {
    use domain::Viewed;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "page_views")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: Viewed,
        #[sea_orm(primary_key, auto_increment = false)]
        pub thing_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: i64,
        pub views: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
