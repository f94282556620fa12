//! Who the members are.

use std::collections::HashMap;

use db::Readable;
use db::entities::{member_role, user};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{Action, Actor, Locale, Membership, MembershipId, Phone, Subject, SubjectKind, UserId};

use crate::memberships::{membership_of, rows_of};
use crate::rights;
use crate::{Result, Shop, Shown};

/// Members shown at once: far more than any cooperative has.
const MOST: u64 = 200;
/// The newest ones, over all subjects.
const NEWEST: u64 = 50;

/// A member as those see them who may change that.
#[derive(Clone, Debug)]
pub struct MemberView {
    /// Names the membership in a form.
    pub id: MembershipId,
    /// Of what, as what.
    pub membership: Membership,
    /// What they are called.
    pub name: String,
    /// Their number, as people write it.
    pub phone: String,
    /// Whether they have signed in since they were invited.
    pub has_come: bool,
    /// Whether it is the one who looks.
    pub is_self: bool,
}

/// The members of a subject, the oldest first.
///
/// # Errors
/// [`Error::NotFound`](crate::Error) for who may not change them.
#[crate::boxed]
pub async fn list(shop: &Shop, actor: Actor, subject: Subject) -> Result<Vec<MemberView>> {
    rights::ask(actor, Action::EditMembers, subject)?;
    let rows = member_role::Entity::find()
        .filter(rows_of(subject))
        .order_by_asc(member_role::Column::Id)
        .limit(MOST)
        .readable(shop.db().read())
        .await?;
    views(shop, actor, rows).await
}

/// The members who came last, of whatever they are members, for the Centre.
///
/// # Errors
/// As [`list`].
#[crate::boxed]
pub async fn newest(shop: &Shop, actor: Actor) -> Result<Vec<MemberView>> {
    rights::ask(actor, Action::EditMembers, Subject::Centre)?;
    let rows = member_role::Entity::find()
        .order_by_desc(member_role::Column::Id)
        .limit(NEWEST)
        .readable(shop.db().read())
        .await?;
    views(shop, actor, rows).await
}

async fn views(shop: &Shop, actor: Actor, rows: Vec<member_role::Model>) -> Result<Vec<MemberView>> {
    let ids: Vec<UserId> = rows.iter().map(|row| row.user_id).collect();
    let people: HashMap<UserId, user::Model> = user::Entity::find()
        .filter(user::Column::Id.is_in(ids))
        .all(shop.db().read())
        .await?
        .into_iter()
        .map(|person| (person.id, person))
        .collect();
    let view = |row: member_role::Model| {
        let person = people.get(&row.user_id)?;
        Some(MemberView {
            id: row.id,
            membership: membership_of(&row)?,
            name: person.name.clone(),
            phone: Phone::parse(&person.phone).map_or_else(|_| person.phone.clone(), |phone| phone.display()),
            has_come: person.signed_in_at.is_some() || person.password_hash.is_some(),
            is_self: actor.user() == Some(person.id),
        })
    };
    Ok(rows.into_iter().filter_map(view).collect())
}

/// What a subject is called.
#[derive(Clone, Debug)]
pub enum Named {
    /// By the shop's texts.
    Centre,
    /// A language, by the shop's texts.
    Language(Locale),
    /// By what it calls itself.
    Shown(Shown),
    /// A station, with its code before its name.
    Station(String, Shown),
}

/// What a subject is called by a reader of `locale`; none when it is gone.
pub fn name_of(shop: &Shop, locale: Locale, subject: Subject) -> Option<Named> {
    let directory = shop.directory();
    Some(match subject {
        Subject::Centre => Named::Centre,
        Subject::Language(language) => Named::Language(language),
        Subject::Cooperative(id) => Named::Shown(directory.cooperative(id)?.entry.name(locale)),
        Subject::Station(id) => {
            let station = directory.station(id)?;
            Named::Station(station.code.clone(), station.entry.name(locale))
        }
    })
}

/// A subject in the address of a page: `centre`, `cooperative.bees`, `station.B001`, `language.ug`.
pub fn word_of(shop: &Shop, subject: Subject) -> String {
    let directory = shop.directory();
    let name = match subject {
        Subject::Centre => return subject.kind().to_string(),
        Subject::Language(locale) => locale.code().to_owned(),
        Subject::Cooperative(id) => directory
            .cooperative(id)
            .map(|found| found.entry.slug.clone())
            .unwrap_or_default(),
        Subject::Station(id) => directory
            .station(id)
            .map(|found| found.code.clone())
            .unwrap_or_default(),
    };
    format!("{}.{name}", subject.kind())
}

/// The subject of such a word, as far as there is one. Stations and cooperatives may be typed in capitals or not.
pub fn find(shop: &Shop, word: &str) -> Option<Subject> {
    let directory = shop.directory();
    let (kind, name) = word.split_once('.').unwrap_or((word, ""));
    let name = domain::plain_digits(name.trim());
    match SubjectKind::parse(kind)? {
        SubjectKind::Centre => Some(Subject::Centre),
        SubjectKind::Language => Locale::from_code(&name.to_lowercase()).map(Subject::Language),
        SubjectKind::Cooperative => {
            let found = directory.cooperative_by_slug(&name.to_lowercase())?;
            Some(Subject::Cooperative(found.entry.id))
        }
        SubjectKind::Station => {
            let found = directory.station_by_code(&name.to_uppercase())?;
            Some(Subject::Station(found.entry.id))
        }
    }
}
