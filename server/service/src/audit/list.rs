//! The log as the Centre reads it.

use std::collections::HashMap;

use db::entities::{audit_event, payout, user};
use db::sea_orm::sea_query::LikeExpr;
use db::sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{
    Action, Actor, AuditAction, AuditArea, AuditEventId, CooperativeId, Day, Locale, PayoutId, Phone, Subject, UserId,
};
use l10n::{search_key, t};

use super::objects::{AuditObject, Names, number, people};
use crate::error::Result;
use crate::{Shop, Shown, rights};

/// Events on one page.
const PAGE: usize = 50;
/// People of one name that are looked for, the newest.
const PEOPLE: usize = 50;

/// What is asked for; nothing is everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditQuery {
    /// Who did it: a phone number, a part of a name, `operator`, `buyer` or `applicant`, also as pages call them, or the log's
    /// own word.
    pub who: String,
    /// What it is about.
    pub area: Option<AuditArea>,
    /// Whose it is: a part of a cooperative's name, or its word in URLs.
    pub cooperative: String,
    /// When it was done.
    pub day: Option<Day>,
    /// Only what was done before this one: the way to the next page.
    pub before: Option<AuditEventId>,
}

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// A member, by name.
    Member(String),
    /// Somebody of the Centre, by name, in a cooperative's name.
    Support(String),
    /// The operator, at the server.
    Operator,
    /// A buyer.
    Buyer,
    /// Somebody who wants to sell here, and is no member yet.
    Applicant,
    /// Somebody whose name is no more there.
    Gone(UserId),
    /// By the log's own word.
    Other(String),
}

/// An event as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditView {
    /// Its number.
    pub id: AuditEventId,
    /// When, milliseconds since 1970 UTC.
    pub at: i64,
    /// Who did it.
    pub who: Who,
    /// What it is about.
    pub area: Option<AuditArea>,
    /// What was done; in the log's own word where that is not known, after a later program wrote it.
    pub action: std::result::Result<AuditAction, String>,
    /// With what.
    pub object: AuditObject,
    /// Whom else it is about, by name: who was made a member.
    pub about: Option<String>,
    /// What else is said.
    pub detail: String,
    /// Why, in the words of whoever did it, where that stands in a row of its own: the log itself has nobody's words.
    pub reason: Option<String>,
    /// Whose it is.
    pub cooperative: Option<Shown>,
}

/// A page of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditPage {
    /// Newest first.
    pub events: Vec<AuditView>,
    /// What the next page comes before, if there is one.
    pub next: Option<AuditEventId>,
}

/// A page of the log, newest first.
///
/// # Errors
/// [`Error::NotFound`](crate::Error) for who may not; [`Error::Busy`](crate::Error) when it takes too long.
#[crate::boxed]
pub async fn list(shop: &Shop, actor: Actor, locale: Locale, query: &AuditQuery) -> Result<AuditPage> {
    rights::ask(actor, Action::SeeAudit, Subject::Centre)?;
    let nothing = AuditPage {
        events: Vec::new(),
        next: None,
    };
    let mut wanted = Condition::all();
    if !query.who.trim().is_empty() {
        wanted = wanted.add(audit_event::Column::Actor.is_in(actors(shop, locale, query.who.trim()).await?));
    }
    if let Some(area) = query.area {
        let mut any = Condition::any();
        for word in area.words() {
            any = any.add(audit_event::Column::Action.like(LikeExpr::new(format!("{word}.%"))));
        }
        wanted = wanted.add(any);
    }
    if !query.cooperative.trim().is_empty() {
        let found = cooperatives(shop, query.cooperative.trim());
        if found.is_empty() {
            return Ok(nothing);
        }
        wanted = wanted.add(audit_event::Column::CooperativeId.is_in(found));
    }
    if let Some(day) = query.day {
        wanted = wanted
            .add(audit_event::Column::At.gte(day.start_ms()))
            .add(audit_event::Column::At.lt(day.end_ms()));
    }
    if let Some(before) = query.before {
        wanted = wanted.add(audit_event::Column::Id.lt(before));
    }
    // What is rare is looked for in all of it.
    let mut rows = shop
        .db()
        .read_slowly(async move |db| {
            audit_event::Entity::find()
                .filter(wanted)
                .order_by_desc(audit_event::Column::Id)
                .limit(PAGE as u64 + 1)
                .all(db)
                .await
        })
        .await?;
    let has_more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().map(|row| row.id).filter(|_| has_more);
    let names = Names::read(shop, locale, &rows).await?;
    let reasons = undone_because(shop, &rows).await?;
    let directory = shop.directory();
    let events = rows.into_iter().map(|row| {
        let reason = undone_payout(&row).and_then(|id| reasons.get(&id)).cloned();
        // What became of an application.
        let made = number(&row.detail, "cooperative").map(CooperativeId);
        let (about, detail) = if made.is_some() {
            (None, String::new())
        } else {
            names.detail(row.detail)
        };
        AuditView {
            id: row.id,
            at: row.at,
            who: who(&row.actor, names.people()),
            area: AuditArea::of(&row.action),
            cooperative: row
                .cooperative_id
                .or(made)
                .and_then(|id| directory.cooperative(id))
                .map(|found| found.entry.name(locale)),
            action: AuditAction::parse(&row.action).ok_or(row.action),
            object: names.object(&row.object),
            about,
            detail,
            reason,
        }
    });
    Ok(AuditPage {
        events: events.collect(),
        next,
    })
}

/// The payout that this event says was undone.
fn undone_payout(row: &audit_event::Model) -> Option<PayoutId> {
    let word = row.detail.split(' ').next().unwrap_or_default();
    let is_undone = row.action == AuditAction::PayoutUndone.as_str();
    number(word, "payout").filter(|_| is_undone).map(PayoutId)
}

/// Why payouts were undone, by their numbers; those that were before anybody was asked are not among them.
async fn undone_because(shop: &Shop, rows: &[audit_event::Model]) -> Result<HashMap<PayoutId, String>> {
    let undone: Vec<PayoutId> = rows.iter().filter_map(undone_payout).collect();
    if undone.is_empty() {
        return Ok(HashMap::new());
    }
    let reasons: Vec<(Option<PayoutId>, String)> = payout::Entity::find()
        .select_only()
        .column(payout::Column::CounterOf)
        .column(payout::Column::Reason)
        .filter(payout::Column::CounterOf.is_in(undone))
        .into_tuple()
        .all(shop.db().read())
        .await?;
    Ok(reasons
        .into_iter()
        .filter(|(_, reason)| !reason.is_empty())
        .filter_map(|(of, reason)| Some((of?, reason)))
        .collect())
}

/// How those who are asked for stand in the log.
async fn actors(shop: &Shop, locale: Locale, asked: &str) -> Result<Vec<String>> {
    let key = search_key(asked);
    let others = [
        ("operator", t::CENTRE_AUDIT_OPERATOR),
        ("buyer", t::CENTRE_AUDIT_BUYER),
        ("applicant", t::CENTRE_AUDIT_APPLICANT),
    ];
    for (word, text) in others {
        if asked == word || key == search_key(&shop.texts().plain(locale, text)) {
            return Ok(vec![word.to_owned()]);
        }
    }
    // As the log calls somebody who has no name any more.
    if user_of(asked).is_some() {
        return Ok(vec![asked.to_owned()]);
    }
    let db = shop.db().read();
    let people: Vec<UserId> = match Phone::parse(asked) {
        Ok(phone) => {
            let found = user::Entity::find().filter(user::Column::Phone.eq(phone.as_e164()));
            found.all(db).await?.into_iter().map(|person| person.id).collect()
        }
        // Members of cooperatives, stations and the Centre: a few hundred.
        Err(_) => {
            let all: Vec<(UserId, String)> = user::Entity::find()
                .select_only()
                .column(user::Column::Id)
                .column(user::Column::Name)
                .order_by_desc(user::Column::Id)
                .into_tuple()
                .all(db)
                .await?;
            let found = all
                .into_iter()
                .filter(|(_, name)| !key.is_empty() && search_key(name).contains(&key));
            found.map(|(id, _)| id).take(PEOPLE).collect()
        }
    };
    let signed = |id: UserId| [format!("user:{id}"), format!("support:{id}")];
    Ok(people.into_iter().flat_map(signed).collect())
}

fn cooperatives(shop: &Shop, asked: &str) -> Vec<CooperativeId> {
    let (key, lower) = (search_key(asked), asked.to_lowercase());
    let directory = shop.directory();
    let is_found = |slug: &str, names: [String; 3]| {
        slug == lower || (!key.is_empty() && names.iter().any(|name| search_key(name).contains(&key)))
    };
    directory
        .all_cooperatives()
        .filter(|found| {
            is_found(
                &found.entry.slug,
                Locale::BUILT_IN.map(|locale| found.entry.name(locale).text),
            )
        })
        .map(|found| found.entry.id)
        .collect()
}

/// Which person a word of the log, `user:7` or `support:7`, means.
pub(crate) fn user_of(actor: &str) -> Option<UserId> {
    let (kind, id) = actor.split_once(':')?;
    let is_person = ["user", "support"].contains(&kind);
    id.parse().ok().filter(|_| is_person).map(UserId)
}

/// Who stands behind each of these words of the log, or of the books, in their order.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn signers(shop: &Shop, words: &[&str]) -> Result<Vec<Who>> {
    let people = people(shop, words).await?;
    Ok(words.iter().map(|word| who(word, &people)).collect())
}

fn who(actor: &str, people: &HashMap<UserId, String>) -> Who {
    let id = user_of(actor);
    match (actor, id.and_then(|id| people.get(&id)).cloned()) {
        (_, Some(name)) if actor.starts_with("support:") => Who::Support(name),
        (_, Some(name)) => Who::Member(name),
        ("operator", None) => Who::Operator,
        ("buyer", None) => Who::Buyer,
        ("applicant", None) => Who::Applicant,
        _ => id.map_or_else(|| Who::Other(actor.to_owned()), Who::Gone),
    }
}
