//! Tables of the area `catalog`; no logic lives here.

/// A shelf of the market: badam, walnuts, honey …
pub mod category {
    use domain::{CategoryId, CategoryStatus, GoodsClass, MediaId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "categories")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: CategoryId,
        pub slug: String,
        pub position: i64,
        pub picture_id: Option<MediaId>,
        pub status: CategoryStatus,
        pub version: i64,
        pub goods_class: GoodsClass,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What a cooperative sells; its sizes are offers.
pub mod product {
    use domain::{CategoryId, CooperativeId, Locale, ProductId, ProductStatus};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "products")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: ProductId,
        pub slug: String,
        pub cooperative_id: CooperativeId,
        pub category_id: CategoryId,
        pub source_lang: Locale,
        pub status: ProductStatus,
        pub harvest_year: Option<i64>,
        pub season_from: Option<i64>,
        pub season_to: Option<i64>,
        pub popularity: i64,
        pub created_at: i64,
        pub updated_at: i64,
        pub version: i64,
        pub paused_until: Option<i64>,
        pub archived_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Pictures of a product, in order.
pub mod product_media {
    use domain::{MediaId, ProductId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "product_media")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub product_id: ProductId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub position: i64,
        pub media_id: MediaId,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A size or pack of a product, with its price.
pub mod offer {
    use domain::{Currency, OfferId, OfferStatus, ProductId, Unit};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "offers")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: OfferId,
        pub product_id: ProductId,
        pub sku: String,
        pub position: i64,
        pub unit: Unit,
        pub step: i64,
        pub minimum: i64,
        pub maximum: i64,
        pub reference_amount: i64,
        pub price_minor: i64,
        pub currency: Currency,
        pub net_grams: i64,
        pub gross_grams: i64,
        pub status: OfferStatus,
        pub version: i64,
        pub price_steps: Option<String>,
        /// The most that one phone number may order within 30 days; none without such a bound.
        pub buyer_limit: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Units on hand and reserved for an offer.
pub mod stock {
    use domain::OfferId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "stock")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub offer_id: OfferId,
        pub on_hand: i64,
        pub reserved: i64,
        pub short: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Why what is there of an offer changed, other than by an order.
pub mod stock_movement {
    use domain::{LotId, OfferId, StockMovementId, StockReason, UserId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "stock_movements")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: StockMovementId,
        pub offer_id: OfferId,
        pub reason: StockReason,
        pub change: i64,
        pub on_hand: i64,
        pub note: String,
        pub user_id: Option<UserId>,
        pub by_centre: bool,
        pub at: i64,
        pub lot_id: Option<LotId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Goods that came in together, and what is left of them.
pub mod lot {
    use domain::{Locale, LotId, OfferId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "lots")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: LotId,
        pub offer_id: OfferId,
        pub number: i64,
        pub harvested: String,
        pub origin: String,
        pub origin_lang: Locale,
        pub amount: i64,
        pub remaining: i64,
        pub at: i64,
        pub counted_away: i64,
        pub origin_waits: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// How much of a lot was packed into which order.
pub mod lot_use {
    use domain::{LotId, OrderId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "lot_uses")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub lot_id: LotId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub order_id: OrderId,
        pub amount: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Read model of product lists: one row per product and language.
pub mod product_card {
    use domain::{CategoryId, CooperativeId, Currency, Locale, OfferId, ProductId, Unit};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "product_cards")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub lang: Locale,
        #[sea_orm(primary_key, auto_increment = false)]
        pub product_id: ProductId,
        pub slug: String,
        pub category_id: CategoryId,
        pub cooperative_id: CooperativeId,
        pub cooperative_slug: String,
        pub name: String,
        pub name_lang: Locale,
        pub cooperative_name: String,
        pub cooperative_name_lang: Locale,
        pub picture: String,
        pub offer_id: OfferId,
        pub offer_count: i64,
        pub unit: Unit,
        pub step: i64,
        pub minimum: i64,
        pub maximum: i64,
        pub reference_amount: i64,
        pub net_grams: i64,
        pub gross_grams: i64,
        pub price_minor: i64,
        pub currency: Currency,
        pub available: bool,
        pub season_from: Option<i64>,
        pub season_to: Option<i64>,
        pub popularity: i64,
        pub created_at: i64,
        pub search: String,
        pub lowest_minor: i64,
        pub highest_minor: i64,
        pub per_kg_minor: i64,
        /// Published reviews, and the stars of all of them together.
        pub review_count: i64,
        pub stars_sum: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A picture, named by the SHA-256 of its source.
pub mod media {
    use domain::MediaId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "media")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: MediaId,
        pub sha: String,
        pub width: i64,
        pub height: i64,
        pub created_at: i64,
        /// Since when the review that showed it does so no more; other things may.
        pub withdrawn_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A picture on its way: its pieces lie in the place of the pictures until its sizes are made.
pub mod upload {
    use domain::{CooperativeId, PictureRefusal, ProductId, UploadId, UploadState, UserId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "uploads")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: UploadId,
        pub place: String,
        pub cooperative_id: CooperativeId,
        pub user_id: UserId,
        pub by_centre: bool,
        pub product_id: ProductId,
        pub file_hash: String,
        pub size: i64,
        pub received: i64,
        pub pieces: i64,
        pub state: UploadState,
        pub reason: Option<PictureRefusal>,
        pub attempts: i64,
        pub created_at: i64,
        pub updated_at: i64,
        pub file_name: String,
        pub dismissed_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A picture on its way to a shop page; the same as [`upload`] but for what it is for.
pub mod page_upload {
    use domain::{CooperativeId, PictureRefusal, UploadId, UploadState, UserId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "page_uploads")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: UploadId,
        pub place: String,
        pub cooperative_id: CooperativeId,
        pub user_id: UserId,
        pub by_centre: bool,
        pub block_id: Option<i64>,
        pub target: Option<String>,
        pub seen: String,
        pub file_hash: String,
        pub file_name: String,
        pub size: i64,
        pub received: i64,
        pub pieces: i64,
        pub state: UploadState,
        pub reason: Option<PictureRefusal>,
        pub attempts: i64,
        pub created_at: i64,
        pub updated_at: i64,
        pub dismissed_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A picture of which a part is to be kept: of a product, or at a place of a part of a shop page.
pub mod picture_crop {
    use domain::{CooperativeId, MediaId, PictureCropId, PictureRefusal, ProductId, UploadState, UserId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "picture_crops")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: PictureCropId,
        pub cooperative_id: CooperativeId,
        pub user_id: UserId,
        pub by_centre: bool,
        pub product_id: Option<ProductId>,
        pub block_id: Option<i64>,
        pub target: Option<String>,
        pub media_id: MediaId,
        pub x: i64,
        pub y: i64,
        pub width: i64,
        pub height: i64,
        pub state: UploadState,
        pub reason: Option<PictureRefusal>,
        pub attempts: i64,
        pub created_at: i64,
        pub updated_at: i64,
        /// What is to be kept of the original, where the picture is a part of one; the four above say all of it then.
        pub of_x: Option<i64>,
        pub of_y: Option<i64>,
        pub of_width: Option<i64>,
        pub of_height: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What a cooperative's picture can be cropped from anew, and which part of that it shows.
pub mod picture_original {
    use domain::{CooperativeId, MediaId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "picture_originals")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub cooperative_id: CooperativeId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub media_id: MediaId,
        pub sha: String,
        pub file_width: i64,
        pub file_height: i64,
        pub x: i64,
        pub y: i64,
        pub width: i64,
        pub height: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What a cooperative wants buyers to see of a product, while it waits for the Centre.
pub mod product_proposal {
    use domain::{ProductId, ProposalState};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "product_proposals")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub product_id: ProductId,
        pub state: ProposalState,
        pub publishes: bool,
        pub change: String,
        pub since: i64,
        pub reason: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
