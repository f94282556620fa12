//! Rows that several use cases look at.

use std::collections::HashMap;

use db::entities::{member_role, text_file, text_version, user};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use db::{Readable, Tx};
use domain::{Locale, Role, Subject, UserId, VersionState};
use l10n::unit::{SourceHash, UnitId, source_hash};

use super::{A_DAY_OF_PERSON, A_DAY_OF_TEXT, ACTIVE, DAY, Translating};
use crate::Shop;
use crate::error::Result;
use crate::identity::{Bucket, take_within};
use crate::memberships::rows_of;
use crate::shared_texts::said_in_files;

/// Versions of a language in a state, the oldest first.
pub(super) fn versions(lang: Locale, state: VersionState) -> Select<text_version::Entity> {
    text_version::Entity::find()
        .filter(text_version::Column::Lang.eq(lang))
        .filter(text_version::Column::State.eq(state))
        .order_by_asc(text_version::Column::Id)
}

/// Those that lie over the files.
pub(super) fn over_files(lang: Locale) -> Select<text_version::Entity> {
    versions(lang, VersionState::Approved).filter(text_version::Column::TakenAt.is_null())
}

/// The newest suggestion for a text.
pub(super) async fn newest(
    db: &impl ConnectionTrait,
    lang: Locale,
    unit: &UnitId,
) -> Result<Option<text_version::Model>> {
    let open = versions(lang, VersionState::Suggested)
        .filter(text_version::Column::Unit.eq(unit.as_str()))
        .readable(db)
        .await?;
    Ok(open.into_iter().next_back())
}

/// The version that lies over the file of a text.
pub(super) async fn over_file(
    db: &impl ConnectionTrait,
    lang: Locale,
    unit: &UnitId,
) -> Result<Option<text_version::Model>> {
    Ok(over_files(lang)
        .filter(text_version::Column::Unit.eq(unit.as_str()))
        .one(db)
        .await?)
}

/// What all read of a text, as the database says it now: another program may have changed it a moment ago.
pub(super) async fn said(
    shop: &Shop,
    db: &impl ConnectionTrait,
    lang: Locale,
    unit: &UnitId,
) -> Result<Option<String>> {
    if let Some(version) = over_file(db, lang, unit).await? {
        return Ok(Some(version.source));
    }
    let is_over = shop.texts().said(lang, unit.as_str()).is_some();
    let row = if is_over {
        text_file::Entity::find_by_id((lang, unit.to_string())).one(db).await?
    } else {
        None
    };
    let in_files = || shop.texts().in_files(lang, unit).map(|written| written.source);
    let over = row.and_then(said_in_files);
    Ok(over.map(|said| said.source).or_else(in_files))
}

/// Of a source, or of no text.
pub(super) fn hash_of(source: Option<&str>) -> SourceHash {
    source_hash(source.unwrap_or_default())
}

/// Counts a change of a text; of two at once the second goes on when the first one is written.
///
/// # Errors
/// [`Error::TooMany`](crate::Error::TooMany).
pub(super) async fn lock(tx: &Tx, now: i64, by: UserId, lang: Locale, unit: &UnitId) -> Result<()> {
    lock_name(tx, now, by, &format!("of:{lang}:{unit}")).await
}

/// The same for what is known by this name.
///
/// # Errors
/// [`Error::TooMany`](crate::Error::TooMany).
pub(super) async fn lock_name(tx: &Tx, now: i64, by: UserId, name: &str) -> Result<()> {
    let bucket = |name: String, size| Bucket {
        name,
        size,
        period_ms: DAY,
    };
    let buckets = [
        bucket(format!("text:{name}"), A_DAY_OF_TEXT),
        bucket(format!("text:by:{by}"), A_DAY_OF_PERSON),
    ];
    take_within(tx, now, &buckets).await
}

/// Whether somebody else reviews the same language, who signed in or was let in not long ago.
pub(super) async fn has_peer(db: &impl ConnectionTrait, by: Translating, now: i64) -> Result<bool> {
    let since = now - ACTIVE;
    let peers: Vec<(UserId, i64)> = member_role::Entity::find()
        .select_only()
        .column(member_role::Column::UserId)
        .column(member_role::Column::CreatedAt)
        .filter(rows_of(Subject::Language(by.language)))
        .filter(member_role::Column::Role.eq(Role::Reviewer))
        .filter(member_role::Column::UserId.ne(by.user))
        .into_tuple()
        .all(db)
        .await?;
    if peers.is_empty() || peers.iter().any(|(_, added_at)| *added_at >= since) {
        return Ok(!peers.is_empty());
    }
    let active: Option<UserId> = user::Entity::find()
        .select_only()
        .column(user::Column::Id)
        .filter(user::Column::Id.is_in(peers.iter().map(|(id, _)| *id)))
        .filter(user::Column::SignedInAt.gte(since))
        .into_tuple()
        .one(db)
        .await?;
    Ok(active.is_some())
}

/// What people are called.
pub(super) async fn names(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = UserId>,
) -> Result<HashMap<UserId, String>> {
    let ids: Vec<UserId> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let people: Vec<(UserId, String)> = user::Entity::find()
        .select_only()
        .column(user::Column::Id)
        .column(user::Column::Name)
        .filter(user::Column::Id.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    Ok(people.into_iter().collect())
}
