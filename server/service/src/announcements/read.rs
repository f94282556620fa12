//! Announcements as they are stored, and in whose language they are shown.

use db::entities::announcement;
use db::sea_orm::sea_query::{Expr, SimpleExpr};
use db::sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, Select};
use domain::{AnnouncementId, Locale};

use crate::Shown;

/// Something the Centre tells the cooperatives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// Names it in a form.
    pub id: AnnouncementId,
    /// What it says, in the reader's language if it was written in it.
    pub text: Shown,
    /// When it was written, milliseconds since 1970 UTC.
    pub at: i64,
    /// The last moment of its last day, if there is one.
    pub until: Option<i64>,
}

/// The row for a reader of `locale`; none when it has no text at all.
pub(super) fn shown(row: &announcement::Model, locale: Locale) -> Option<Announcement> {
    let nearest = locale.fallbacks().iter().copied();
    let (lang, text) = std::iter::once(locale)
        .chain(nearest)
        .find_map(|lang| Some((lang, text_in(row, lang)?)))?;
    Some(Announcement {
        id: row.id,
        text: Shown {
            text: text.to_owned(),
            lang,
            outdated: false,
        },
        at: row.created_at,
        until: row.until.map(|end| end - 1),
    })
}

fn text_in(row: &announcement::Model, lang: Locale) -> Option<&str> {
    match lang {
        Locale::Ug => row.ug.as_deref(),
        Locale::Zh => row.zh.as_deref(),
        Locale::Es => row.es.as_deref(),
        Locale::Added(_) => None,
    }
}

/// Those that are shown at `now`, the newest first.
pub(super) fn current(now: i64) -> Select<announcement::Entity> {
    announcement::Entity::find()
        .filter(shown_at(now))
        .order_by_desc(announcement::Column::Id)
}

/// All of them: those that are shown at `now`, then the others; the newest of each first. One without a last day may be older
/// than a long list of what is over.
pub(super) fn current_first(now: i64) -> Select<announcement::Entity> {
    let rank: SimpleExpr = Expr::case(shown_at(now), 0).finally(1).into();
    announcement::Entity::find()
        .order_by_asc(rank)
        .order_by_desc(announcement::Column::Id)
}

fn shown_at(now: i64) -> Condition {
    let lasts = Condition::any()
        .add(announcement::Column::Until.is_null())
        .add(announcement::Column::Until.gt(now));
    Condition::all()
        .add(announcement::Column::TakenBackAt.is_null())
        .add(lasts)
}

/// Whether it is shown at `now`.
pub(super) fn is_current(row: &announcement::Model, now: i64) -> bool {
    row.taken_back_at.is_none() && row.until.is_none_or(|until| until > now)
}
