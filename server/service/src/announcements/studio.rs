//! Announcements as a cooperative sees them.

use std::collections::HashSet;

use db::Readable;
use db::entities::{announcement, announcement_read};
use db::sea_orm::sea_query::OnConflict;
use db::sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use domain::{Action, Actor, AnnouncementId, AuditAction, CooperativeId, Locale, Subject};

use super::read::{Announcement, current, current_first, is_current, shown};
use crate::error::{Error, Result};
use crate::rights::own_cooperative;
use crate::{Shop, audit};

/// Listed at the most: all that are shown, and the newest of the others.
const LISTED: u64 = 50;

/// An announcement in a cooperative's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The announcement.
    pub announcement: Announcement,
    /// Whether it can be put away: it is still on the first page.
    pub is_new: bool,
}

/// What stands on the first page of a studio, the newest first.
///
/// # Errors
/// [`Error::NotFound`] for anybody who is not of a cooperative.
#[crate::boxed]
pub async fn unread(shop: &Shop, actor: Actor, locale: Locale) -> Result<Vec<Announcement>> {
    let own = own_cooperative(actor, Action::OpenWork)?.id();
    let db = shop.db().read();
    let rows = current(shop.now()).readable(db).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let read = read_by(db, own, &rows).await?;
    let unread = rows.iter().filter(|row| !read.contains(&row.id));
    Ok(unread.filter_map(|row| shown(row, locale)).collect())
}

/// All that was told and not taken back, those that were put away and those that are over too: what is over comes last.
///
/// # Errors
/// [`Error::NotFound`] for anybody who is not of a cooperative.
#[crate::boxed]
pub async fn all(shop: &Shop, actor: Actor, locale: Locale) -> Result<Vec<Listed>> {
    let own = own_cooperative(actor, Action::OpenWork)?.id();
    let (db, now) = (shop.db().read(), shop.now());
    let rows = current_first(now)
        .filter(announcement::Column::TakenBackAt.is_null())
        .limit(LISTED)
        .readable(db)
        .await?;
    let read = read_by(db, own, &rows).await?;
    Ok(rows
        .iter()
        .filter_map(|row| {
            Some(Listed {
                announcement: shown(row, locale)?,
                is_new: is_current(row, now) && !read.contains(&row.id),
            })
        })
        .collect())
}

async fn read_by(
    db: &impl ConnectionTrait,
    own: CooperativeId,
    rows: &[announcement::Model],
) -> Result<HashSet<AnnouncementId>> {
    let read = announcement_read::Entity::find()
        .filter(announcement_read::Column::CooperativeId.eq(own))
        .filter(announcement_read::Column::AnnouncementId.is_in(rows.iter().map(|row| row.id)))
        .all(db)
        .await?;
    Ok(read.into_iter().map(|row| row.announcement_id).collect())
}

/// Puts one away for the whole cooperative; what is put away stays so.
///
/// # Errors
/// [`Error::NotFound`] for anybody who is not of a cooperative, for the Centre's people at work in its name (they would hide
/// it from who is to read it), and when there is no such announcement.
#[crate::boxed]
pub async fn put_away(shop: &Shop, actor: Actor, id: AnnouncementId) -> Result<()> {
    let own = own_cooperative(actor, Action::OpenWork)?.id();
    let (Actor::Cooperative { user, .. }, now) = (actor, shop.now()) else {
        return Err(Error::NotFound);
    };
    shop.db()
        .write(move |tx| {
            Box::pin(async move {
                let found = announcement::Entity::find_by_id(id).one(tx).await?;
                if !is_current(&found.ok_or(Error::NotFound)?, now) {
                    return Ok(());
                }
                let row = announcement_read::ActiveModel {
                    announcement_id: Set(id),
                    cooperative_id: Set(own),
                    at: Set(now),
                };
                let unless_there = OnConflict::columns([
                    announcement_read::Column::AnnouncementId,
                    announcement_read::Column::CooperativeId,
                ])
                .do_nothing()
                .to_owned();
                match announcement_read::Entity::insert(row)
                    .on_conflict(unless_there)
                    .exec_without_returning(tx)
                    .await
                {
                    Ok(1..) => {}
                    Ok(0) | Err(DbErr::RecordNotInserted) => return Ok(()),
                    Err(error) => return Err(error.into()),
                }
                let (by, object) = (format!("user:{user}"), Subject::Cooperative(own).to_string());
                let detail = format!("announcement:{id}");
                audit::note(tx, now, &by, AuditAction::AnnouncementRead, &object, &detail).await
            })
        })
        .await
}
