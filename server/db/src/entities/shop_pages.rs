//! Tables of shop pages made of parts; no logic lives here.

/// What a cooperative's people work on.
pub mod shop_draft {
    use domain::CooperativeId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "shop_drafts")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub cooperative_id: CooperativeId,
        pub document: String,
        pub version: i64,
        pub updated_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What was done with a draft.
pub mod shop_edit {
    use domain::{CooperativeId, ShopEditId, UserId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "shop_edits")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: ShopEditId,
        pub cooperative_id: CooperativeId,
        pub step: String,
        pub user_id: Option<UserId>,
        pub by_centre: bool,
        pub at: i64,
        pub undone_at: Option<i64>,
        pub summary: String,
        pub size: i64,
        pub undo_of: Option<ShopEditId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What was published.
pub mod shop_revision {
    use domain::{CooperativeId, ShopRevisionId, UserId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "shop_revisions")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: ShopRevisionId,
        pub cooperative_id: CooperativeId,
        pub number: i64,
        pub document: String,
        pub user_id: Option<UserId>,
        pub by_centre: bool,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Pictures that a shop page may show.
pub mod shop_picture {
    use domain::{CooperativeId, MediaId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "shop_pictures")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub cooperative_id: CooperativeId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub media_id: MediaId,
        pub created_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A shop page whose missing texts a machine is to write into the draft.
pub mod shop_translation_wish {
    use domain::{CooperativeId, SuggestionProblem, UserId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "shop_translation_wishes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub cooperative_id: CooperativeId,
        pub user_id: Option<UserId>,
        pub by_centre: bool,
        pub asked_at: i64,
        pub taken_at: Option<i64>,
        pub problem: Option<SuggestionProblem>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
