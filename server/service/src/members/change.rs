//! Giving, changing and taking away memberships.

use db::entities::{member_role, membership, user};
use db::sea_orm::sea_query::{Expr, ExprTrait, LockType, OnConflict};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use db::{Readable, Tx};
use domain::{
    Action, Actor, AuditAction, ErrorCode, FieldCode, Membership, MembershipId, PersonName, Phone, Role, Subject,
    UserId,
};

use super::links::end_links_of;
use crate::error::{Error, FieldErrors, Result};
use crate::identity::Fresh;
use crate::memberships::{membership_of, rows_of};
use crate::rights;
use crate::security::{self, Event};
use crate::{Shop, audit};

/// Somebody who is to become a member, as typed.
#[derive(Clone, Debug, Default)]
pub struct Invitation {
    /// Their phone number; the membership counts from when it first signs in with a one-time code.
    pub phone: String,
    /// What they are called; kept when the shop knows the number already.
    pub name: String,
    /// The word of their role.
    pub role: String,
}

/// Makes somebody a member of `subject`; who is one already gets the role.
///
/// # Errors
/// [`Error::NotFound`] for who may not; [`Error::Fields`] on `phone`, `name`, `role`; [`ErrorCode::LastOwner`].
#[crate::boxed]
pub async fn invite(shop: &Shop, actor: Actor, _fresh: Fresh, subject: Subject, typed: &Invitation) -> Result<()> {
    rights::ask(actor, Action::EditMembers, subject)?;
    let by = actor.user().ok_or(Error::NotFound)?;
    let user = give(shop, &signed(by), subject, typed).await?;
    told(by, user, subject, "given");
    Ok(())
}

/// [`invite`] by the operator, who needs nobody's leave: the first member of the Centre comes in this way.
///
/// # Errors
/// As [`invite`].
#[crate::boxed]
pub async fn appoint(shop: &Shop, subject: Subject, typed: &Invitation) -> Result<()> {
    give(shop, "operator", subject, typed).await.map(|_| ())
}

async fn give(shop: &Shop, by: &str, subject: Subject, typed: &Invitation) -> Result<UserId> {
    let mut errors = FieldErrors::default();
    let phone = errors.take("phone", Phone::parse(&typed.phone).map_err(FieldCode::from));
    let name = errors.take("name", PersonName::parse(&typed.name).map_err(FieldCode::from));
    let membership = errors.take("role", chosen(subject, &typed.role).ok_or(FieldCode::InvalidChoice));
    let (Some(phone), Some(name), Some(membership)) = (phone, name, membership) else {
        return Err(Error::Fields(errors));
    };
    let (now, by) = (shop.now(), by.to_owned());
    shop.once()
        .write(move |tx| {
            let (phone, name, by) = (phone.clone(), name.clone(), by.clone());
            Box::pin(async move {
                let user = user_of(tx, &phone, &name, now).await?;
                put(tx, now, &by, user, membership).await?;
                Ok::<_, Error>(user)
            })
        })
        .await
}

/// The membership of a role's word; none when it is no role of that subject.
pub(super) fn chosen(subject: Subject, role: &str) -> Option<Membership> {
    Membership::new(subject, Role::parse(role)?)
}

/// Gives a member another role.
///
/// # Errors
/// As [`invite`].
#[crate::boxed]
pub async fn set_role(
    shop: &Shop,
    actor: Actor,
    _fresh: Fresh,
    subject: Subject,
    id: MembershipId,
    role: &str,
) -> Result<()> {
    rights::ask(actor, Action::EditMembers, subject)?;
    let by = actor.user().ok_or(Error::NotFound)?;
    let membership = chosen(subject, role).ok_or_else(|| Error::field("role", FieldCode::InvalidChoice))?;
    let now = shop.now();
    let user = shop
        .once()
        .write(move |tx| {
            Box::pin(async move {
                let user = find_in(tx, subject, id).await?.user_id;
                put(tx, now, &signed(by), user, membership).await?;
                Ok::<_, Error>(user)
            })
        })
        .await?;
    told(by, user, subject, "changed");
    Ok(())
}

/// Takes a membership away; it counts no more from the next request on.
///
/// # Errors
/// As [`invite`].
#[crate::boxed]
pub async fn remove(shop: &Shop, actor: Actor, _fresh: Fresh, subject: Subject, id: MembershipId) -> Result<()> {
    rights::ask(actor, Action::EditMembers, subject)?;
    let by = actor.user().ok_or(Error::NotFound)?;
    let now = shop.now();
    let user = shop
        .once()
        .write(move |tx| {
            Box::pin(async move {
                let row = find_in(tx, subject, id).await?;
                let user = row.user_id;
                another_runs_it(tx, subject, row.id, membership_of(&row)).await?;
                member_role::Entity::delete_by_id(row.id).exec(tx).await?;
                forget_old(tx, user, subject).await?;
                end_links_of(tx, now, subject, user).await?;
                note(
                    tx,
                    now,
                    &signed(by),
                    user,
                    subject,
                    AuditAction::MemberRemove,
                    row.role.as_str(),
                )
                .await?;
                Ok::<_, Error>(user)
            })
        })
        .await?;
    told(by, user, subject, "taken");
    Ok(())
}

fn told(by: UserId, user: UserId, subject: Subject, how: &str) {
    security::note(Event::MembershipChanged { by, user, subject, how });
}

/// Locks a person: on PostgreSQL two memberships that are given to them at once come one after the other, and the second finds
/// the first. (SQLite has one writer.)
pub(super) async fn lock_person(tx: &Tx, user: UserId) -> Result<()> {
    user::Entity::find_by_id(user)
        .lock(LockType::NoKeyUpdate)
        .one(tx)
        .await?
        .map(|_| ())
        .ok_or(Error::NotFound)
}

/// Makes a membership, or changes the role of the one there is.
async fn put(tx: &Tx, now: i64, by: &str, user: UserId, membership: Membership) -> Result<()> {
    let subject = membership.subject();
    lock_person(tx, user).await?;
    let old = member_role::Entity::find()
        .filter(rows_of(subject))
        .filter(member_role::Column::UserId.eq(user))
        .one(tx)
        .await?;
    let Some(old) = old else {
        insert(tx, now, user, membership).await?;
        return note(
            tx,
            now,
            by,
            user,
            subject,
            AuditAction::MemberAdd,
            membership.role().as_str(),
        )
        .await;
    };
    if old.role == membership.role() {
        return Ok(());
    }
    if !membership.runs_it() {
        another_runs_it(tx, subject, old.id, membership_of(&old)).await?;
        // The program of the release before does not look at roles.
        forget_old(tx, user, subject).await?;
        end_links_of(tx, now, subject, user).await?;
    }
    member_role::Entity::update_many()
        .col_expr(member_role::Column::Role, Expr::value(membership.role()))
        .filter(member_role::Column::Id.eq(old.id))
        .exec(tx)
        .await?;
    let detail = format!("{} → {}", old.role, membership.role());
    note(tx, now, by, user, subject, AuditAction::MemberRole, &detail).await
}

/// Writes the row of a new membership.
pub(crate) async fn insert(tx: &Tx, now: i64, user: UserId, membership: Membership) -> Result<()> {
    let subject = membership.subject();
    let (cooperative, station, language) = match subject {
        Subject::Centre => (None, None, None),
        Subject::Cooperative(id) => (Some(id), None, None),
        Subject::Station(id) => (None, Some(id), None),
        Subject::Language(locale) => (None, None, Some(locale)),
    };
    member_role::Entity::insert(member_role::ActiveModel {
        user_id: Set(user),
        subject: Set(subject.kind()),
        cooperative_id: Set(cooperative),
        station_id: Set(station),
        language: Set(language),
        role: Set(membership.role()),
        created_at: Set(now),
        ..Default::default()
    })
    .exec_without_returning(tx)
    .await?;
    Ok(())
}

pub(crate) async fn user_of(tx: &Tx, phone: &Phone, name: &PersonName, now: i64) -> Result<UserId> {
    let unless_there = OnConflict::column(user::Column::Phone).do_nothing().to_owned();
    let made = user::ActiveModel {
        phone: Set(phone.as_e164().to_owned()),
        name: Set(name.as_str().to_owned()),
        password_hash: Set(None),
        created_at: Set(now),
        ..Default::default()
    };
    match user::Entity::insert(made)
        .on_conflict(unless_there)
        .exec_without_returning(tx)
        .await
    {
        Ok(_) | Err(DbErr::RecordNotInserted) => {}
        Err(error) => return Err(error.into()),
    }
    let found = user::Entity::find()
        .filter(user::Column::Phone.eq(phone.as_e164()))
        .one(tx)
        .await?;
    Ok(found.ok_or(Error::Busy)?.id)
}

async fn find_in(tx: &Tx, subject: Subject, id: MembershipId) -> Result<member_role::Model> {
    member_role::Entity::find_by_id(id)
        .filter(rows_of(subject))
        .one(tx)
        .await?
        .ok_or(Error::NotFound)
}

/// Refuses to leave a subject without anybody to run it. All who run it are locked: of two owners who put each other out
/// at once, one stays.
async fn another_runs_it(tx: &Tx, subject: Subject, id: MembershipId, leaving: Option<Membership>) -> Result<()> {
    if !leaving.is_some_and(Membership::runs_it) {
        return Ok(());
    }
    let members = member_role::Entity::find()
        .filter(rows_of(subject))
        .lock_exclusive()
        .readable(tx)
        .await?;
    let is_another = |row: &member_role::Model| row.id != id && membership_of(row).is_some_and(Membership::runs_it);
    let others: Vec<UserId> = members
        .iter()
        .filter(|row| is_another(row))
        .map(|row| row.user_id)
        .collect();
    // Who was only invited may never come: the number may be mistyped.
    let has_come = user::Entity::find()
        .filter(user::Column::Id.is_in(others))
        .filter(
            user::Column::SignedInAt
                .is_not_null()
                .or(user::Column::PasswordHash.is_not_null()),
        )
        .has_rows(tx)
        .await?;
    if has_come {
        Ok(())
    } else {
        Err(Error::Refused(ErrorCode::LastOwner))
    }
}

/// Ends the right in the program of the release before as well.
async fn forget_old(tx: &Tx, user: UserId, subject: Subject) -> Result<()> {
    let rows = match subject {
        Subject::Centre => membership::Column::CooperativeId.is_null(),
        Subject::Cooperative(id) => membership::Column::CooperativeId.eq(id),
        Subject::Station(_) | Subject::Language(_) => return Ok(()),
    };
    membership::Entity::delete_many()
        .filter(membership::Column::UserId.eq(user))
        .filter(rows)
        .exec(tx)
        .await?;
    Ok(())
}

pub(super) fn signed(by: UserId) -> String {
    format!("user:{by}")
}

pub(super) async fn note(
    tx: &Tx,
    now: i64,
    by: &str,
    user: UserId,
    subject: Subject,
    action: AuditAction,
    role: &str,
) -> Result<()> {
    let detail = format!("user:{user} {role}");
    audit::note(tx, now, by, action, &subject.to_string(), &detail).await
}
