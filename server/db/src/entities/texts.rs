//! Tables of the area `texts`; no logic lives here.

/// Every merchant text, one row a language.
pub mod translation {
    use domain::{Locale, TextOwner, TranslationState, UserId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "translations")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub entity: TextOwner,
        #[sea_orm(primary_key, auto_increment = false)]
        pub entity_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub field: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub lang: Locale,
        pub value: String,
        pub state: TranslationState,
        pub source_lang: Locale,
        pub source_hash: String,
        pub updated_at: i64,
        pub updated_by: Option<UserId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A product whose missing texts a machine is to write.
pub mod translation_wish {
    use domain::{ProductId, SuggestionProblem};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "translation_wishes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub product_id: ProductId,
        pub asked_at: i64,
        pub taken_at: Option<i64>,
        pub problem: Option<SuggestionProblem>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
