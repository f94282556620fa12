//! Tables of the area `reviews`; no logic lives here.

/// What a buyer says about goods.
pub mod review {
    use domain::{CooperativeId, HeldFor, HideReason, OrderId, ProductId, Province, ReviewId, ReviewState, WrittenIn};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "reviews")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: ReviewId,
        pub product_id: ProductId,
        pub cooperative_id: CooperativeId,
        pub order_id: Option<OrderId>,
        pub stars: i64,
        pub text: String,
        pub lang: WrittenIn,
        pub name: String,
        pub province: Option<Province>,
        pub photos: i64,
        pub state: ReviewState,
        pub held_for: Option<HeldFor>,
        pub hide_reason: Option<HideReason>,
        pub hide_words: String,
        pub reports: i64,
        pub created_at: i64,
        pub changed_at: i64,
        pub published_at: Option<i64>,
        pub answer: Option<String>,
        pub answer_lang: Option<WrittenIn>,
        pub answered_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A picture with a review.
pub mod review_photo {
    use domain::{MediaId, ReviewId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "review_photos")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub review_id: ReviewId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub media_id: MediaId,
        pub added_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// That somebody said that something is wrong with a review.
pub mod review_report {
    use domain::ReviewId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "review_reports")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub review_id: ReviewId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub reporter: String,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
