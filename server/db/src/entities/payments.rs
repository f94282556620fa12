//! Tables of the area `payments`; no logic lives here.

/// A payment of an order group.
pub mod payment {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "payments")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub group_id: i64,
        pub method: String,
        pub status: String,
        pub amount_minor: i64,
        pub currency: String,
        pub reference: String,
        pub created_at: i64,
        pub updated_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Money that is due, came in or went back; only ever added to.
pub mod money_entry {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "money_entries")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub kind: String,
        pub amount_minor: i64,
        pub currency: String,
        pub method: Option<String>,
        pub reference: String,
        pub group_id: Option<i64>,
        pub order_id: Option<i64>,
        pub actor: String,
        pub state: String,
        pub at: i64,
        pub counter_of: Option<i64>,
        pub dedup_key: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
