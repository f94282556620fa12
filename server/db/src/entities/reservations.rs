//! Tables of the area `reservations`; no logic lives here.

/// Stock held for an order until it is paid or expires.
pub mod reservation {
    use domain::{OfferId, OrderId, ReservationId, ReservationStatus};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "reservations")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: ReservationId,
        pub order_id: OrderId,
        pub offer_id: OfferId,
        pub quantity: i64,
        pub status: ReservationStatus,
        pub expires_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
