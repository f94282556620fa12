//! Tables of the area `payments`; no logic lives here.

/// A payment of an order group.
pub mod payment {
    use domain::{Currency, OrderGroupId, PaymentId, PaymentMethod, PaymentStatus};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "payments")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: PaymentId,
        pub group_id: OrderGroupId,
        pub method: PaymentMethod,
        pub status: PaymentStatus,
        pub amount_minor: i64,
        pub currency: Currency,
        pub reference: String,
        pub created_at: i64,
        pub updated_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Money that is due, came in or went back; only ever added to.
pub mod money_entry {
    use domain::{Currency, EntryKind, EntryState, MoneyEntryId, OrderGroupId, OrderId, PaymentMethod, ShiftId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "money_entries")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: MoneyEntryId,
        pub kind: EntryKind,
        pub amount_minor: i64,
        pub currency: Currency,
        pub method: Option<PaymentMethod>,
        pub reference: String,
        pub group_id: Option<OrderGroupId>,
        pub order_id: Option<OrderId>,
        pub actor: String,
        pub state: EntryState,
        pub at: i64,
        pub counter_of: Option<MoneyEntryId>,
        pub dedup_key: Option<String>,
        /// In whose drawer the cash is.
        pub shift_id: Option<ShiftId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What the Centre pays a cooperative of what it owes it.
pub mod payout {
    use domain::{CooperativeId, Currency, PayoutId, PayoutMethod, PayoutState, UserId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "payouts")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: PayoutId,
        pub cooperative_id: CooperativeId,
        pub amount_minor: i64,
        pub currency: Currency,
        pub state: PayoutState,
        pub method: Option<PayoutMethod>,
        pub reference: String,
        pub made_by: UserId,
        pub made_at: i64,
        pub approved_by: Option<UserId>,
        pub approved_at: Option<i64>,
        pub paid_by: Option<UserId>,
        pub paid_at: Option<i64>,
        pub counter_of: Option<PayoutId>,
        /// Why it undoes another one.
        pub reason: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
