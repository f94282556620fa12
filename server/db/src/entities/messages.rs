//! Tables of the area `messages`; no logic lives here.

/// A message to one receiver.
pub mod message {
    use domain::{Locale, MessageId, MessageKind, MessageState};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "messages")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: MessageId,
        pub public_id: String,
        pub kind: MessageKind,
        pub subject: String,
        pub phone: Option<String>,
        pub lang: Locale,
        pub content: String,
        pub state: MessageState,
        pub reason: String,
        pub channel: Option<String>,
        pub attempts: i64,
        pub next_at: i64,
        pub locked_until: Option<i64>,
        pub locked_by: Option<String>,
        pub expires_at: Option<i64>,
        pub created_at: i64,
        pub done_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Messages posted on a day, by receiver, network, country and in all.
pub mod message_budget {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "message_budgets")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub bucket: String,
        pub used: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
