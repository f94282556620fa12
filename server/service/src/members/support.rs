//! The Centre at work in a cooperative's studio, in its name and seen by it.

use db::entities::{audit_event, order, user};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{Action, Actor, AuditAction, Locale, OrderCode, OrderId, Subject, UserId};

use crate::error::{Error, Result};
use crate::orders::find_row;
use crate::{Shop, Shown, identity, rights};

/// How long a cooperative is told of a visit.
const TOLD_MS: i64 = 30 * 24 * 3_600_000;
/// Visits and choices shown at the most.
const VISITS: u64 = 5;
const CHOICES: usize = 60;

/// The cooperatives whose name or word in the URL has `asked` in it, by word and name.
///
/// # Errors
/// [`Error::NotFound`] for who may not work for one.
pub fn choices(shop: &Shop, actor: Actor, locale: Locale, asked: &str) -> Result<Vec<(String, Shown)>> {
    let asked = asked.trim().to_lowercase();
    let directory = shop.directory();
    let mut found = Vec::new();
    for cooperative in directory.all_cooperatives() {
        rights::ask(actor, Action::ActFor, Subject::Cooperative(cooperative.entry.id))?;
        let name = cooperative.entry.name(locale);
        if cooperative.entry.slug.contains(&asked) || name.text.to_lowercase().contains(&asked) {
            found.push((cooperative.entry.slug.clone(), name));
        }
        if found.len() == CHOICES {
            break;
        }
    }
    Ok(found)
}

/// A cooperative's part of what somebody ordered.
#[derive(Clone, Debug)]
pub struct SupportOrder {
    /// The part.
    pub id: OrderId,
    /// The code that the buyer reads.
    pub code: OrderCode,
    /// The cooperative's name in the URL.
    pub slug: String,
    /// Its name.
    pub name: Shown,
}

/// The parts of the order whose code was typed, for who is told of a code and asked to help; none when it is no code. Of the buyer it
/// says nothing: that is in the cooperative's studio, where it is on record who came.
///
/// # Errors
/// [`Error::NotFound`] for who may not work for one of the cooperatives.
#[crate::boxed]
pub async fn parts_of_order(shop: &Shop, actor: Actor, locale: Locale, asked: &str) -> Result<Vec<SupportOrder>> {
    let Ok(code) = OrderCode::find(asked) else {
        return Ok(Vec::new());
    };
    let Some(group) = find_row(shop, &code).await? else {
        return Ok(Vec::new());
    };
    let rows = order::Entity::find()
        .filter(order::Column::GroupId.eq(group.id))
        .order_by_asc(order::Column::Id)
        .all(shop.db().read())
        .await?;
    let directory = shop.directory();
    let mut parts = Vec::new();
    for row in rows {
        rights::ask(actor, Action::ActFor, Subject::Cooperative(row.cooperative_id))?;
        let Some(cooperative) = directory.cooperative(row.cooperative_id) else {
            continue;
        };
        parts.push(SupportOrder {
            id: row.id,
            code,
            slug: cooperative.entry.slug.clone(),
            name: cooperative.entry.name(locale),
        });
    }
    Ok(parts)
}

/// Lets the session of `cookie` work for a cooperative, which sees it.
///
/// # Errors
/// [`Error::NotFound`] for who may not, and when there is no such cooperative.
#[crate::boxed]
pub async fn begin_support(shop: &Shop, cookie: &str, actor: Actor, slug: &str) -> Result<()> {
    // Who sends it again may not any more: they are at work for the cooperative.
    if shop.once().answered::<()>().await?.is_some() {
        return Ok(());
    }
    let directory = shop.directory();
    let id = directory.cooperative_by_slug(slug).ok_or(Error::NotFound)?.entry.id;
    rights::ask(actor, Action::ActFor, Subject::Cooperative(id))?;
    identity::set_support(shop, cookie, Some(id)).await
}

/// Ends it.
///
/// # Errors
/// [`Error::NotFound`] when the session is nobody's.
#[crate::boxed]
pub async fn end_support(shop: &Shop, cookie: &str) -> Result<()> {
    identity::set_support(shop, cookie, None).await
}

/// A time somebody of the Centre worked for the cooperative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Who it was.
    pub name: String,
    /// When it began, milliseconds since 1970 UTC.
    pub at: i64,
}

/// The visits of the last thirty days, the newest first.
///
/// # Errors
/// [`Error::NotFound`] for anybody who is not of a cooperative.
#[crate::boxed]
pub async fn visits(shop: &Shop, actor: Actor) -> Result<Vec<Visit>> {
    let own = rights::own_cooperative(actor, Action::OpenWork)?;
    let db = shop.db().read();
    let rows = audit_event::Entity::find()
        .filter(audit_event::Column::Object.eq(Subject::Cooperative(own.id()).to_string()))
        .filter(audit_event::Column::Action.eq(AuditAction::SupportBegin))
        .filter(audit_event::Column::At.gt(shop.now() - TOLD_MS))
        .order_by_desc(audit_event::Column::Id)
        .limit(VISITS)
        .all(db)
        .await?;
    let who = |row: &audit_event::Model| {
        row.actor
            .strip_prefix("user:")
            .and_then(|id| id.parse().ok().map(UserId))
    };
    let people = user::Entity::find()
        .filter(user::Column::Id.is_in(rows.iter().filter_map(who)))
        .all(db)
        .await?;
    let name = |id: UserId| people.iter().find(|person| person.id == id).map(|p| p.name.clone());
    Ok(rows
        .iter()
        .map(|row| Visit {
            name: who(row).and_then(name).unwrap_or_default(),
            at: row.at,
        })
        .collect())
}
