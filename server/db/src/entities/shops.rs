//! Tables of the area `shops`; no logic lives here.

/// A farming cooperative and its shop.
pub mod cooperative {
    use domain::{CooperativeId, CooperativeStatus, Locale, MediaId, TownshipId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "cooperatives")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: CooperativeId,
        pub slug: String,
        pub township_id: TownshipId,
        pub source_lang: Locale,
        pub phone: Option<String>,
        pub founded: Option<i64>,
        pub members: Option<i64>,
        pub picture_id: Option<MediaId>,
        pub status: CooperativeStatus,
        pub version: i64,
        pub link: Option<String>,
        pub needs_confirmation: bool,
        pub collected_in: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Why a cooperative was suspended, or sells again.
pub mod cooperative_step {
    use domain::{CooperativeId, CooperativeStep, CooperativeStepId, UserId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "cooperative_steps")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: CooperativeStepId,
        pub cooperative_id: CooperativeId,
        pub step: CooperativeStep,
        pub reason: String,
        pub user_id: UserId,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What the owner of a cooperative asks it to be called, and its telephone to be.
pub mod cooperative_change {
    use domain::{CooperativeId, ProposalState, UserId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "cooperative_changes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub cooperative_id: CooperativeId,
        pub state: ProposalState,
        /// The names and the telephone as they are to be, as JSON.
        pub change: String,
        pub asked_by: UserId,
        pub since: i64,
        pub reason: String,
        /// Counts each time it is asked for or sent back, so that nobody decides about what they did not read.
        pub version: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Townships of the district.
pub mod township {
    use domain::TownshipId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "townships")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: TownshipId,
        pub slug: String,
        pub position: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
