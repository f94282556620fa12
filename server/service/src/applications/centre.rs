//! Applications as the Centre sees them.

use db::Readable;
use db::entities::{application, user};
use db::sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{Action, Actor, ApplicationId, ApplicationState, CooperativeId, Locale, Slug, Subject};

use super::documents::{DocumentView, documents_of};
use super::standing::name_of;
use crate::error::{Error, Result};
use crate::studio::slug_of;
use crate::{Shop, Shown, rights};

/// Applications on one page.
const PAGE: u64 = 30;

/// An application in the Centre's list.
#[derive(Clone, Debug)]
pub struct ApplicationRow {
    /// Its number.
    pub id: ApplicationId,
    /// The cooperative, as it was written.
    pub name: Shown,
    /// Where it is.
    pub township: Shown,
    /// How far the Centre is.
    pub state: ApplicationState,
    /// When it was sent, milliseconds since 1970 UTC.
    pub sent_at: i64,
}

/// A page of that list.
#[derive(Clone, Debug)]
pub struct ApplicationList {
    /// Those that wait, the oldest first; of those that are decided the newest.
    pub rows: Vec<ApplicationRow>,
    /// What the next page comes after, if there is one.
    pub next: Option<ApplicationId>,
}

/// An application, whole.
#[derive(Clone, Debug)]
pub struct ApplicationPage {
    /// What stands in the list too.
    pub row: ApplicationRow,
    /// Whom to talk to.
    pub person: String,
    /// Their phone.
    pub phone: String,
    /// What they sell, and what they wrote about themselves, in the language of the name.
    pub goods: String,
    /// May be empty.
    pub about: String,
    /// The papers that came with it.
    pub documents: Vec<DocumentView>,
    /// A name in the URL that it may get.
    pub slug: String,
    /// When it was decided, milliseconds since 1970 UTC.
    pub decided_at: Option<i64>,
    /// By whom.
    pub decided_by: String,
    /// Why it was refused.
    pub reason: String,
    /// The name in the URL of what it became.
    pub became: Option<String>,
}

/// A page of the applications in this state, after `after`.
///
/// # Errors
/// [`Error::NotFound`] for who may not.
#[crate::boxed]
pub async fn list(
    shop: &Shop,
    actor: Actor,
    locale: Locale,
    state: ApplicationState,
    after: Option<ApplicationId>,
) -> Result<ApplicationList> {
    use application::Column;
    rights::ask(actor, Action::AdmitCooperatives, Subject::Centre)?;
    let waits = state == ApplicationState::Waiting;
    let mut wanted = Condition::all().add(Column::State.eq(state));
    if let Some(after) = after {
        wanted = wanted.add(if waits {
            Column::Id.gt(after)
        } else {
            Column::Id.lt(after)
        });
    }
    let found = application::Entity::find().filter(wanted);
    let found = if waits {
        found.order_by_asc(Column::Id)
    } else {
        found.order_by_desc(Column::Id)
    };
    let mut rows = found.limit(PAGE + 1).readable(shop.db().read()).await?;
    let has_more = rows.len() as u64 > PAGE;
    rows.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    Ok(ApplicationList {
        next: rows.last().filter(|_| has_more).map(|last| last.id),
        rows: rows.iter().map(|row| row_of(shop, locale, row)).collect(),
    })
}

fn row_of(shop: &Shop, locale: Locale, row: &application::Model) -> ApplicationRow {
    ApplicationRow {
        id: row.id,
        name: name_of(row),
        township: shop.directory().township_name(row.township_id, locale),
        state: row.state,
        sent_at: row.created_at,
    }
}

/// One application.
///
/// # Errors
/// [`Error::NotFound`] for who may not, and when there is none.
#[crate::boxed]
pub async fn page(shop: &Shop, actor: Actor, locale: Locale, id: ApplicationId) -> Result<ApplicationPage> {
    rights::ask(actor, Action::AdmitCooperatives, Subject::Centre)?;
    let db = shop.db().read();
    let row = application::Entity::find_by_id(id)
        .one(db)
        .await?
        .ok_or(Error::NotFound)?;
    let decided_by = match row.decided_by {
        Some(user) => user::Entity::find_by_id(user).one(db).await?.map(|user| user.name),
        None => None,
    };
    Ok(ApplicationPage {
        documents: documents_of(db, id).await?,
        slug: slug_of(&row.name)
            .filter(|slug| Slug::parse_new(slug).is_ok())
            .unwrap_or_else(|| format!("cooperative-{id}")),
        became: row.cooperative_id.and_then(|id| slug_of_cooperative(shop, id)),
        row: row_of(shop, locale, &row),
        person: row.person,
        phone: row.phone,
        goods: row.goods,
        about: row.about,
        decided_at: row.decided_at,
        decided_by: decided_by.unwrap_or_default(),
        reason: row.reason,
    })
}

fn slug_of_cooperative(shop: &Shop, id: CooperativeId) -> Option<String> {
    Some(shop.directory().cooperative(id)?.entry.slug.clone())
}
