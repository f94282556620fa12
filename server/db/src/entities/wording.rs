//! Tables of the area `wording`; no logic lives here.

/// What somebody wants a text of the shop to say.
pub mod text_version {
    use domain::{Locale, TextVersionId, UserId, VersionState};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "text_versions")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: TextVersionId,
        pub lang: Locale,
        pub unit: String,
        pub source: String,
        pub base_hash: i64,
        pub english_hash: i64,
        pub state: VersionState,
        pub author_id: Option<UserId>,
        pub note: String,
        pub is_small: bool,
        pub created_at: i64,
        pub decided_by: Option<UserId>,
        pub decided_at: Option<i64>,
        pub reason: String,
        pub replaced_by: Option<TextVersionId>,
        pub taken_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Which wording of another language a wording of a text was last looked at beside.
pub mod text_seen {
    use domain::Locale;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "text_seen")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub lang: Locale,
        #[sea_orm(primary_key, auto_increment = false)]
        pub unit: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub other: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub own_hash: i64,
        pub other_hash: i64,
        pub other_source: String,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What was answered to a question in a file.
pub mod text_answer {
    use domain::{Locale, UserId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "text_answers")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub lang: Locale,
        #[sea_orm(primary_key, auto_increment = false)]
        pub unit: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub question_hash: i64,
        pub answer: String,
        pub user_id: Option<UserId>,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What translators tell each other about a text.
pub mod text_comment {
    use domain::{Locale, TextCommentId, UserId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "text_comments")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: TextCommentId,
        pub lang: Locale,
        pub unit: String,
        pub user_id: Option<UserId>,
        pub body: String,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What files said last while all was well with it.
pub mod text_file {
    use domain::Locale;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "text_files")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub lang: Locale,
        #[sea_orm(primary_key, auto_increment = false)]
        pub unit: String,
        pub source: String,
        pub built_in_hash: i64,
        pub node: String,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What a program cannot use in its folder.
pub mod text_problem {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "text_problems")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub node: String,
        pub path: String,
        pub line: i64,
        pub kind: String,
        pub unit: Option<String>,
        pub args: String,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Another translation of a word of the glossary.
pub mod glossary_change {
    use domain::{GlossaryChangeId, Locale, UserId, VersionState};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "glossary_changes")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: GlossaryChangeId,
        pub lang: Locale,
        pub english: String,
        pub was: String,
        pub text: String,
        pub state: VersionState,
        pub author_id: Option<UserId>,
        pub created_at: i64,
        pub decided_by: Option<UserId>,
        pub decided_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
