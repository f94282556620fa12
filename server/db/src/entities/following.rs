//! Tables of what shoppers follow: favourites, sizes they wait for, and what the messages open that they get. No logic lives
//! here.

/// A product that somebody keeps in mind.
pub mod favourite {
    use domain::{Currency, OfferId, ProductId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "favourites")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub product_id: ProductId,
        pub offer_id: OfferId,
        pub price_minor: i64,
        pub currency: Currency,
        pub reference_amount: i64,
        pub net_grams: i64,
        pub added_at: i64,
        pub kept_until: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Somebody who wants to know when a size can be bought again.
pub mod restock_wish {
    use domain::{Locale, OfferId, RestockWishId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "restock_wishes")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: RestockWishId,
        pub offer_id: OfferId,
        pub phone_key: String,
        pub phone: Option<String>,
        pub lang: Locale,
        pub link: String,
        pub asked_at: i64,
        pub told_at: Option<i64>,
        /// Before that it is not told, though it waits: no message could go out.
        pub not_before: Option<i64>,
        /// When the size was sold out again after this one was told.
        pub missed_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A number whose owner wants no such message.
pub mod restock_refusal {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "restock_refusals")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub phone_key: String,
        pub refused_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What the message opens that tells of an answer.
pub mod answer_link {
    use domain::ProductId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "answer_links")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub link: String,
        pub phone_key: String,
        pub product_id: ProductId,
        pub told_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
