//! Tables of the area `announcements`; no logic lives here.

/// Something the Centre tells all cooperatives.
pub mod announcement {
    use domain::{AnnouncementId, UserId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "announcements")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: AnnouncementId,
        pub ug: Option<String>,
        pub zh: Option<String>,
        pub es: Option<String>,
        pub until: Option<i64>,
        pub created_by: UserId,
        pub created_at: i64,
        pub taken_back_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// That a cooperative has put one away.
pub mod announcement_read {
    use domain::{AnnouncementId, CooperativeId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "announcement_reads")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub announcement_id: AnnouncementId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub cooperative_id: CooperativeId,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
