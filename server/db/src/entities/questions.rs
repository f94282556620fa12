//! Tables of the area `questions`; no logic lives here.

/// A question about a product, and its answer.
pub mod product_question {
    use domain::{CooperativeId, HeldFor, HideReason, Locale, ProductId, ProductQuestionId, QuestionState, WrittenIn};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "product_questions")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: ProductQuestionId,
        pub product_id: ProductId,
        pub cooperative_id: CooperativeId,
        pub state: QuestionState,
        pub held_for: Option<HeldFor>,
        pub text: String,
        pub lang: WrittenIn,
        pub page_lang: Locale,
        pub digest: String,
        pub asker: String,
        pub network: String,
        pub phone: Option<String>,
        pub asked_at: i64,
        pub answer: Option<String>,
        pub answer_lang: Option<WrittenIn>,
        pub answered_at: Option<i64>,
        pub by_centre: bool,
        pub closed_at: Option<i64>,
        pub closed_for: Option<HideReason>,
        pub closed_words: String,
        pub reports: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// That somebody said that something is wrong with one.
pub mod product_question_report {
    use domain::ProductQuestionId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "product_question_reports")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub question_id: ProductQuestionId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub reporter: String,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
