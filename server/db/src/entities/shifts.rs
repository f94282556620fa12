//! Tables of the area `shifts`; no logic lives here.

/// A clerk's time at a station, with the cash it began and ended with.
pub mod shift {
    use domain::{Currency, ShiftId, ShiftState, StationId, UserId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "shifts")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: ShiftId,
        pub station_id: StationId,
        pub user_id: UserId,
        pub state: ShiftState,
        pub currency: Currency,
        pub float_minor: i64,
        /// What this clerk left in this drawer before; none the first time.
        pub carried_minor: Option<i64>,
        /// Why it was another sum.
        pub float_reason: String,
        pub opened_at: i64,
        pub expected_minor: Option<i64>,
        pub counted_minor: Option<i64>,
        pub left_minor: Option<i64>,
        /// Why the count was another sum.
        pub reason: String,
        pub closed_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Cash that went to the Centre, or a correction of a count; only ever added to.
pub mod shift_move {
    use domain::{ShiftId, ShiftMoveId, ShiftMoveKind};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "shift_moves")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: ShiftMoveId,
        pub shift_id: ShiftId,
        pub kind: ShiftMoveKind,
        pub amount_minor: i64,
        pub note: String,
        pub actor: String,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
