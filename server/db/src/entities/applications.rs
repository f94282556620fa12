//! Tables of the area `applications`; no logic lives here.

/// A cooperative that wants to sell here.
pub mod application {
    use domain::{ApplicationId, ApplicationState, CooperativeId, Locale, TownshipId, UserId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "applications")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: ApplicationId,
        pub state: ApplicationState,
        pub name: String,
        pub lang: Locale,
        pub township_id: TownshipId,
        pub person: String,
        pub phone: String,
        pub goods: String,
        pub about: String,
        pub created_at: i64,
        pub decided_at: Option<i64>,
        pub decided_by: Option<UserId>,
        pub reason: String,
        pub cooperative_id: Option<CooperativeId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A paper that came with it.
pub mod application_document {
    use domain::{ApplicationDocumentId, ApplicationId, DocumentKind};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "application_documents")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: ApplicationDocumentId,
        pub application_id: ApplicationId,
        pub place: String,
        pub kind: DocumentKind,
        pub name: String,
        pub size: i64,
        pub created_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
