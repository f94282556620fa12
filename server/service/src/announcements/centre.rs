//! Writing announcements, and taking them back.

use std::collections::HashMap;

use db::Readable;
use db::entities::{announcement, announcement_read};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
};
use domain::{
    Action, Actor, AnnouncementId, AuditAction, Day, ErrorCode, FieldCode, Locale, MessageText, Subject, UserId,
};

use super::read::{Announcement, current, current_first, is_current, shown};
use crate::error::{Error, FieldErrors, Result, text_code};
use crate::{Shop, audit, rights};

/// Most characters of one, in each language.
pub const TEXT_MAX: usize = MessageText::MAX;
/// Shown at a time at the most: more than that nobody reads.
const MOST: u64 = 20;
/// Listed at the most: all that the cooperatives see, and the newest of what is over.
const LISTED: u64 = 100;

/// An announcement as typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct NewAnnouncement<'r> {
    /// In Uyghur, or empty.
    pub ug: &'r str,
    /// In Chinese, or empty.
    pub zh: &'r str,
    /// In Spanish, or empty.
    pub es: &'r str,
    /// Its last day, `2026-12-31`, or empty.
    pub until: &'r str,
}

/// An announcement in the Centre's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announced {
    /// The announcement.
    pub announcement: Announcement,
    /// How many cooperatives have put it away.
    pub read_by: i64,
    /// Whether the cooperatives see it.
    pub is_current: bool,
    /// When it was taken back, milliseconds since 1970 UTC.
    pub taken_back_at: Option<i64>,
}

fn of_centre(actor: Actor) -> Result<UserId> {
    rights::ask(actor, Action::Announce, Subject::Centre)?;
    actor.user().ok_or(Error::NotFound)
}

/// What was announced: what the cooperatives see, then what is over; the newest of each first.
///
/// # Errors
/// [`Error::NotFound`] for who may not.
#[crate::boxed]
pub async fn list(shop: &Shop, actor: Actor, locale: Locale) -> Result<Vec<Announced>> {
    of_centre(actor)?;
    let (db, now) = (shop.db().read(), shop.now());
    let rows = current_first(now).limit(LISTED).readable(db).await?;
    let counts: HashMap<AnnouncementId, i64> = announcement_read::Entity::find()
        .select_only()
        .column(announcement_read::Column::AnnouncementId)
        .column_as(announcement_read::Column::CooperativeId.count(), "read_by")
        .filter(announcement_read::Column::AnnouncementId.is_in(rows.iter().map(|row| row.id)))
        .group_by(announcement_read::Column::AnnouncementId)
        .into_tuple::<(AnnouncementId, i64)>()
        .all(db)
        .await?
        .into_iter()
        .collect();
    Ok(rows
        .iter()
        .filter_map(|row| {
            Some(Announced {
                announcement: shown(row, locale)?,
                read_by: counts.get(&row.id).copied().unwrap_or_default(),
                is_current: is_current(row, now),
                taken_back_at: row.taken_back_at,
            })
        })
        .collect())
}

/// Tells all cooperatives something.
///
/// # Errors
/// [`Error::NotFound`] for who may not; [`Error::Fields`] on `text-ug`, `text-zh`, `text-es`, `until`;
/// [`ErrorCode::AnnouncementsFull`].
#[crate::boxed]
pub async fn publish(shop: &Shop, actor: Actor, typed: &NewAnnouncement<'_>) -> Result<()> {
    let by = of_centre(actor)?;
    let now = shop.now();
    // Sent again, its last day may have passed meanwhile: it is looked at once.
    if shop.once().answered::<()>().await?.is_some() {
        return Ok(());
    }
    let new = read(typed, by, now)?;
    shop.once()
        .write(move |tx| {
            let new = new.clone();
            Box::pin(async move {
                let row = new.insert(tx).await?;
                let by = format!("user:{by}");
                let object = format!("announcement:{}", row.id);
                audit::note(tx, now, &by, AuditAction::AnnouncementPublish, &object, "").await?;
                // Counted behind the lock on the end of the log: two at once come one after the other.
                if current(now).count(tx).await? > MOST {
                    return Err(Error::Refused(ErrorCode::AnnouncementsFull));
                }
                Ok(())
            })
        })
        .await
}

fn read(typed: &NewAnnouncement<'_>, by: UserId, now: i64) -> Result<announcement::ActiveModel> {
    let mut errors = FieldErrors::default();
    let mut text = |name: &'static str, typed: &str| {
        if typed.trim().is_empty() {
            return None;
        }
        errors.take(name, MessageText::parse(typed).map_err(text_code))
    };
    let (ug, zh, es) = (
        text("text-ug", typed.ug),
        text("text-zh", typed.zh),
        text("text-es", typed.es),
    );
    if ug.is_none() && zh.is_none() && es.is_none() && errors.is_empty() {
        errors.push("text-ug", FieldCode::Required);
    }
    let until = if typed.until.trim().is_empty() {
        None
    } else {
        let day = Day::parse(typed.until).map(Day::end_ms).filter(|end| *end > now);
        errors.take("until", day.ok_or(FieldCode::InvalidChoice))
    };
    if !errors.is_empty() {
        return Err(Error::Fields(errors));
    }
    Ok(announcement::ActiveModel {
        ug: Set(ug.map(MessageText::into_string)),
        zh: Set(zh.map(MessageText::into_string)),
        es: Set(es.map(MessageText::into_string)),
        until: Set(until),
        created_by: Set(by),
        created_at: Set(now),
        taken_back_at: Set(None),
        ..Default::default()
    })
}

/// Takes one back: nobody sees it any more. One that was taken back already stays as it is.
///
/// # Errors
/// [`Error::NotFound`] for who may not, and when there is no such announcement.
#[crate::boxed]
pub async fn take_back(shop: &Shop, actor: Actor, id: AnnouncementId) -> Result<()> {
    let by = of_centre(actor)?;
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            Box::pin(async move {
                let done = announcement::Entity::update_many()
                    .col_expr(announcement::Column::TakenBackAt, Expr::value(now))
                    .filter(announcement::Column::Id.eq(id))
                    .filter(announcement::Column::TakenBackAt.is_null())
                    .exec(tx)
                    .await?;
                if done.rows_affected == 0 {
                    let is_there = announcement::Entity::find_by_id(id).has_rows(tx).await?;
                    return if is_there { Ok(()) } else { Err(Error::NotFound) };
                }
                let object = format!("announcement:{id}");
                audit::note(
                    tx,
                    now,
                    &format!("user:{by}"),
                    AuditAction::AnnouncementTakeBack,
                    &object,
                    "",
                )
                .await
            })
        })
        .await
}
