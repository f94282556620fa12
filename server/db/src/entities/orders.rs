//! Tables of the area `orders`; no logic lives here.

/// What the buyer sees and pays once.
pub mod order_group {
    use domain::{CartId, Currency, DeliveryMethod, Locale, OrderGroupId, PaymentMethod, Province, StationId, WayBack};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "order_groups")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: OrderGroupId,
        pub code: String,
        pub cart_id: CartId,
        pub locale: Locale,
        pub buyer_name: String,
        pub phone: String,
        pub delivery: DeliveryMethod,
        pub station_id: Option<StationId>,
        pub province: Option<Province>,
        pub city: Option<String>,
        pub district: Option<String>,
        pub street: Option<String>,
        pub note: String,
        pub payment_method: PaymentMethod,
        pub goods_minor: i64,
        pub freight_minor: i64,
        pub total_minor: i64,
        pub currency: Currency,
        pub placed_at: i64,
        pub expires_at: i64,
        pub station_code: Option<String>,
        pub station_name: Option<String>,
        pub station_name_lang: Option<Locale>,
        pub station_township: Option<String>,
        pub holds_until: Option<i64>,
        /// What the name is searched by; none while only a release before keys has written it.
        pub name_key: Option<String>,
        /// The rules of returns it was sold under; none where it was sold before there were any.
        pub report_hours: Option<i64>,
        pub return_days: Option<i64>,
        pub way_back: Option<WayBack>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// One cooperative's part of an order group.
pub mod order {
    use domain::{CancelReason, CooperativeId, FulfilmentStatus, Locale, OrderGroupId, OrderId, OrderStatus};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "orders")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: OrderId,
        pub group_id: OrderGroupId,
        pub cooperative_id: CooperativeId,
        pub cooperative_name: String,
        pub cooperative_name_lang: Option<Locale>,
        pub status: OrderStatus,
        pub fulfilment: FulfilmentStatus,
        pub goods_minor: i64,
        pub freight_minor: i64,
        pub total_minor: i64,
        pub weight_grams: i64,
        pub updated_at: i64,
        pub carrier: Option<String>,
        pub tracking: Option<String>,
        pub cancel_reason: Option<CancelReason>,
        pub cancel_note: Option<String>,
        /// What the Centre keeps of it, as agreed at the sale: thousandths of the goods, and fen for the parcel.
        pub commission_permille: i64,
        pub parcel_fee_minor: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A line, frozen at sale.
pub mod order_line {
    use domain::{GoodsClass, Locale, OfferId, OrderId, OrderLineId, Unit};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "order_lines")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: OrderLineId,
        pub order_id: OrderId,
        pub offer_id: OfferId,
        pub product_slug: String,
        pub name: String,
        pub name_lang: Locale,
        pub picture: String,
        pub unit: Unit,
        pub quantity: i64,
        pub net_grams: i64,
        pub reference_amount: i64,
        pub price_minor: i64,
        pub total_minor: i64,
        pub missing: i64,
        pub missing_minor: i64,
        pub replaces: Option<OrderLineId>,
        /// What it was at its sale, for returns; none where nobody said.
        pub goods_class: Option<GoodsClass>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// History of an order.
pub mod order_event {
    use domain::{OrderEventId, OrderId, OrderNote};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "order_events")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: OrderEventId,
        pub order_id: OrderId,
        pub at: i64,
        pub kind: OrderNote,
        pub actor: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// First and further weight prices per region.
pub mod freight_template {
    use domain::{Currency, FreightRegion, FreightTemplateId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "freight_templates")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: FreightTemplateId,
        pub region: FreightRegion,
        pub first_grams: i64,
        pub first_minor: i64,
        pub step_grams: i64,
        pub step_minor: i64,
        pub currency: Currency,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Where an order placed without a session came from.
pub mod order_origin {
    use domain::OrderGroupId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "order_origins")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub group_id: OrderGroupId,
        pub network: String,
        pub is_new_phone: bool,
        pub taken: i64,
        pub placed_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// One time that less of an order was sent than ordered.
pub mod order_reduction {
    use domain::{OrderId, OrderLineId, OrderReductionId, ReductionReason};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "order_reductions")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: OrderReductionId,
        pub order_id: OrderId,
        pub reason: ReductionReason,
        pub note: String,
        pub amount_minor: i64,
        pub actor: String,
        pub at: i64,
        pub line_id: Option<OrderLineId>,
        pub missing: Option<i64>,
        pub missing_minor: Option<i64>,
        pub written_off: Option<i64>,
        pub refund_minor: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What a buyer and a cooperative write to one another about an order.
pub mod order_message {
    use domain::{CooperativeId, Locale, OrderId, OrderMessageId, OrderParty, UserId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "order_messages")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: OrderMessageId,
        pub order_id: OrderId,
        pub cooperative_id: CooperativeId,
        pub author: OrderParty,
        pub user_id: Option<UserId>,
        pub text: String,
        pub lang: Locale,
        pub at: i64,
        pub answered_at: Option<i64>,
        pub hidden_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// That a buyer says something is wrong with a line of an order that came.
pub mod damage_report {
    use domain::{CooperativeId, DamageReportId, OrderId, OrderLineId, OrderReductionId, ReportKind, ReportOutcome};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "damage_reports")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: DamageReportId,
        pub order_id: OrderId,
        pub cooperative_id: CooperativeId,
        pub line_id: OrderLineId,
        pub kind: ReportKind,
        pub at: i64,
        pub outcome: Option<ReportOutcome>,
        pub settled_at: Option<i64>,
        pub actor: Option<String>,
        /// What goes back because of it.
        pub reduction_id: Option<OrderReductionId>,
        /// How much is sent once more, in the offer's unit.
        pub again: Option<i64>,
        /// When that left the cooperative.
        pub again_left_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A photo with such a report, which only its buyer, the cooperative and the Centre see.
pub mod report_photo {
    use domain::{DamageReportId, ReportPhotoId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "report_photos")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: ReportPhotoId,
        pub report_id: DamageReportId,
        /// The random part of the names of its files.
        pub place: String,
        pub sha: String,
        pub added_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
