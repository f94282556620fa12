//! Tables of the area `identity`; no logic lives here.

/// A person who can sign in.
pub mod user {
    use domain::UserId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "users")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: UserId,
        pub phone: String,
        pub name: String,
        pub password_hash: Option<String>,
        pub created_at: i64,
        pub signed_in_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What a user may act for: one subject, one role.
pub mod member_role {
    use domain::{CooperativeId, Locale, MembershipId, Role, StationId, SubjectKind, UserId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "member_roles")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: MembershipId,
        pub user_id: UserId,
        pub subject: SubjectKind,
        pub cooperative_id: Option<CooperativeId>,
        pub station_id: Option<StationId>,
        pub language: Option<Locale>,
        pub role: Role,
        pub created_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A link by which somebody becomes a member of a cooperative.
pub mod invitation {
    use domain::{CooperativeId, InvitationId, Role, UserId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "invitations")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: InvitationId,
        pub cooperative_id: CooperativeId,
        pub role: Role,
        pub created_by: UserId,
        pub created_at: i64,
        pub expires_at: i64,
        pub ended_at: Option<i64>,
        pub used_by: Option<UserId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What the program of the release before reads instead of [`member_role`].
pub mod membership {
    use domain::{CooperativeId, OldMembershipId, UserId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "memberships")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: OldMembershipId,
        pub user_id: UserId,
        pub cooperative_id: Option<CooperativeId>,
        pub role: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Signed-in sessions, by token hash.
pub mod session {
    use domain::{CooperativeId, MembershipId, PasskeyId, ProvedBy, UserId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sessions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub token_hash: String,
        pub user_id: UserId,
        pub created_at: i64,
        pub last_seen_at: i64,
        pub idle_until: i64,
        pub ends_at: i64,
        pub device: String,
        pub member_role_id: Option<MembershipId>,
        pub support_for_id: Option<CooperativeId>,
        pub fresh_at: i64,
        pub proved_by: ProvedBy,
        pub passkey_id: Option<PasskeyId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Keys by which people sign in with their device.
pub mod passkey {
    use domain::{PasskeyId, UserId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "passkeys")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: PasskeyId,
        pub user_id: UserId,
        pub user_handle: String,
        pub credential: String,
        pub public_key: String,
        pub sign_count: i64,
        pub name: String,
        pub created_at: i64,
        pub used_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What devices were asked and did not answer yet, hashed.
pub mod passkey_challenge {
    use domain::{PasskeyPurpose, UserId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "passkey_challenges")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub challenge_hash: String,
        pub purpose: PasskeyPurpose,
        pub asker: String,
        pub user_id: Option<UserId>,
        pub user_handle: String,
        pub expires_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// One-time sign-in codes, hashed.
pub mod one_time_code {
    use domain::OneTimeCodeId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "one_time_codes")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: OneTimeCodeId,
        pub phone: String,
        pub purpose: String,
        pub code_hash: String,
        pub attempts: i64,
        pub created_at: i64,
        pub expires_at: i64,
        pub used_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Token buckets.
pub mod rate_limit {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "rate_limits")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bucket: String,
        pub tokens_milli: i64,
        pub updated_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Who did what.
pub mod audit_event {
    use domain::{AuditEventId, CooperativeId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit_events")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: AuditEventId,
        pub at: i64,
        pub actor: String,
        pub action: String,
        pub object: String,
        pub detail: String,
        pub cooperative_id: Option<CooperativeId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The place of an event in the chain of the log.
pub mod audit_link {
    use domain::AuditEventId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit_links")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub seq: i64,
        pub event_id: AuditEventId,
        pub hash: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Where that chain ends; one row.
pub mod audit_head {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit_head")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i64,
        pub seq: i64,
        pub hash: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
