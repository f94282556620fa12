//! Tables of the area `stations`; no logic lives here.

/// Village stations.
pub mod station {
    use domain::{StationId, StationStatus, TownshipId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "stations")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: StationId,
        pub code: String,
        pub slug: String,
        pub township_id: TownshipId,
        pub phone: Option<String>,
        pub status: StationStatus,
        pub version: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Opening hours of a station, Beijing time, minutes after midnight.
pub mod station_hours {
    use domain::{StationHoursId, StationId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "station_hours")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: StationHoursId,
        pub station_id: StationId,
        pub weekday: i64,
        pub opens_minute: i64,
        pub closes_minute: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
