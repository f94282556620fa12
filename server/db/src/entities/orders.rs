//! Tables of the area `orders`; no logic lives here.

/// What the buyer sees and pays once.
pub mod order_group {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "order_groups")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub code: String,
        pub cart_id: i64,
        pub locale: String,
        pub buyer_name: String,
        pub phone: String,
        pub delivery: String,
        pub station_id: Option<i64>,
        pub province: Option<String>,
        pub city: Option<String>,
        pub district: Option<String>,
        pub street: Option<String>,
        pub note: String,
        pub payment_method: String,
        pub goods_minor: i64,
        pub freight_minor: i64,
        pub total_minor: i64,
        pub currency: String,
        pub placed_at: i64,
        pub expires_at: i64,
        pub station_code: Option<String>,
        pub station_name: Option<String>,
        pub station_name_lang: Option<String>,
        pub station_township: Option<String>,
        pub holds_until: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// One cooperative's part of an order group.
pub mod order {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "orders")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub group_id: i64,
        pub cooperative_id: i64,
        pub cooperative_name: String,
        pub cooperative_name_lang: Option<String>,
        pub status: String,
        pub fulfilment: String,
        pub goods_minor: i64,
        pub freight_minor: i64,
        pub total_minor: i64,
        pub weight_grams: i64,
        pub updated_at: i64,
        pub carrier: Option<String>,
        pub tracking: Option<String>,
        pub cancel_reason: Option<String>,
        pub cancel_note: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A line, frozen at sale.
pub mod order_line {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "order_lines")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub order_id: i64,
        pub offer_id: i64,
        pub product_slug: String,
        pub name: String,
        pub name_lang: String,
        pub picture: String,
        pub unit: String,
        pub quantity: i64,
        pub net_grams: i64,
        pub reference_amount: i64,
        pub price_minor: i64,
        pub total_minor: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// History of an order.
pub mod order_event {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "order_events")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub order_id: i64,
        pub at: i64,
        pub kind: String,
        pub actor: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// First and further weight prices per region.
pub mod freight_template {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "freight_templates")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub region: String,
        pub first_grams: i64,
        pub first_minor: i64,
        pub step_grams: i64,
        pub step_minor: i64,
        pub currency: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Where an order placed without a session came from.
pub mod order_origin {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "order_origins")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub group_id: i64,
        pub network: String,
        pub is_new_phone: bool,
        pub taken: i64,
        pub placed_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
