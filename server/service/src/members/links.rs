//! Invitations by a link: whoever opens it on their own phone becomes a member, without the owner typing their number. The
//! link is made of its row's number and a signature with the shop's secret, so it can be shown again. Coming in by one is in
//! [`join`](super::join).

use db::entities::{cooperative, invitation, member_role};
use db::sea_orm::sea_query::{Expr, LockType};
use db::sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
};
use db::{Readable, Tx};
use domain::{
    Action, Actor, AuditAction, CooperativeId, ErrorCode, FieldCode, InvitationId, Membership, Role, Subject, UserId,
};
use subtle::ConstantTimeEq;

use super::change::{note, signed};
use crate::error::{Error, Result};
use crate::identity::Fresh;
use crate::memberships::rows_of;
use crate::secret::keyed;
use crate::{Shop, Shown, rights};

/// How long a link is good: whoever gets it by a message reads it within days.
const LIFE_MS: i64 = 3 * 86_400_000;
/// Links of a cooperative that are good at a time.
const MOST_OPEN: u64 = 10;

/// A link that is still good, for those who may invite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InviteLink {
    /// Names it in a form.
    pub id: InvitationId,
    /// The last part of its address.
    pub code: String,
    /// As what one comes in.
    pub role: Role,
    /// Until when, milliseconds since 1970 UTC.
    pub expires_at: i64,
}

/// What a link leads to, for whoever opened it.
#[derive(Clone, Debug)]
pub struct Invited {
    /// The cooperative.
    pub id: CooperativeId,
    /// What it is called.
    pub cooperative: Shown,
    /// As what one comes in.
    pub role: Role,
}

/// The roles somebody can come in by a link: not those who run the cooperative, whose number the owner types.
pub fn link_roles(cooperative: CooperativeId) -> Vec<Role> {
    let subject = Subject::Cooperative(cooperative);
    Membership::roles(subject)
        .into_iter()
        .filter(|role| !runs_it(subject, *role))
        .collect()
}

fn runs_it(subject: Subject, role: Role) -> bool {
    Membership::new(subject, role).is_some_and(Membership::runs_it)
}

/// The links of a cooperative that are good, the newest first.
///
/// # Errors
/// [`Error::NotFound`] for who may not invite.
#[crate::boxed]
pub async fn links(shop: &Shop, actor: Actor, cooperative: CooperativeId) -> Result<Vec<InviteLink>> {
    rights::ask(actor, Action::EditMembers, Subject::Cooperative(cooperative))?;
    let rows = open_of(cooperative, shop.now())
        .order_by_desc(invitation::Column::Id)
        .readable(shop.db().read())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| InviteLink {
            code: format!("{}-{}", row.id, signature(shop, &row)),
            id: row.id,
            role: row.role,
            expires_at: row.expires_at,
        })
        .collect())
}

/// Makes a link by which one person becomes a member.
///
/// # Errors
/// [`Error::NotFound`] for who may not invite; [`Error::Fields`] on `link-role`; [`ErrorCode::InvitationsFull`].
#[crate::boxed]
pub async fn make_link(shop: &Shop, actor: Actor, _fresh: Fresh, cooperative: CooperativeId, role: &str) -> Result<()> {
    let subject = Subject::Cooperative(cooperative);
    rights::ask(actor, Action::EditMembers, subject)?;
    let by = actor.user().ok_or(Error::NotFound)?;
    let role = Role::parse(role)
        .filter(|role| link_roles(cooperative).contains(role))
        .ok_or_else(|| Error::field("link-role", FieldCode::InvalidChoice))?;
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            Box::pin(async move {
                // One after the other, so that the bound holds.
                cooperative::Entity::find_by_id(cooperative)
                    .lock(LockType::NoKeyUpdate)
                    .one(tx)
                    .await?;
                if open_of(cooperative, now).count(tx).await? >= MOST_OPEN {
                    return Err(Error::Refused(ErrorCode::InvitationsFull));
                }
                invitation::Entity::insert(invitation::ActiveModel {
                    cooperative_id: Set(cooperative),
                    role: Set(role),
                    created_by: Set(by),
                    created_at: Set(now),
                    expires_at: Set(now + LIFE_MS),
                    ended_at: Set(None),
                    used_by: Set(None),
                    ..Default::default()
                })
                .exec_without_returning(tx)
                .await?;
                note(
                    tx,
                    now,
                    &signed(by),
                    by,
                    subject,
                    AuditAction::MemberLink,
                    role.as_str(),
                )
                .await
            })
        })
        .await
}

/// Takes a link back; one that is over already stays as it is.
///
/// # Errors
/// [`Error::NotFound`] for who may not invite, and when the cooperative has no such link.
#[crate::boxed]
pub async fn end_link(
    shop: &Shop,
    actor: Actor,
    _fresh: Fresh,
    cooperative: CooperativeId,
    id: InvitationId,
) -> Result<()> {
    let subject = Subject::Cooperative(cooperative);
    rights::ask(actor, Action::EditMembers, subject)?;
    let by = actor.user().ok_or(Error::NotFound)?;
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            Box::pin(async move {
                let done = invitation::Entity::update_many()
                    .col_expr(invitation::Column::EndedAt, Expr::value(now))
                    .filter(invitation::Column::Id.eq(id))
                    .filter(invitation::Column::CooperativeId.eq(cooperative))
                    .filter(invitation::Column::EndedAt.is_null())
                    .exec(tx)
                    .await?;
                if done.rows_affected == 0 {
                    let is_theirs = invitation::Entity::find_by_id(id)
                        .filter(invitation::Column::CooperativeId.eq(cooperative))
                        .has_rows(tx)
                        .await?;
                    return if is_theirs { Ok(()) } else { Err(Error::NotFound) };
                }
                note(tx, now, &signed(by), by, subject, AuditAction::MemberLinkEnd, "").await
            })
        })
        .await
}

/// Ends the links that somebody made for a cooperative, in the transaction in which they lose the right to: nobody comes in by
/// one any more, also when they get it back. The Centre's people invite for every cooperative: theirs are neither listed nor good
/// while they have lost the right.
pub(super) async fn end_links_of(tx: &Tx, now: i64, subject: Subject, by: UserId) -> Result<()> {
    let Subject::Cooperative(cooperative) = subject else {
        return Ok(());
    };
    invitation::Entity::update_many()
        .col_expr(invitation::Column::EndedAt, Expr::value(now))
        .filter(invitation::Column::CooperativeId.eq(cooperative))
        .filter(invitation::Column::CreatedBy.eq(by))
        .filter(invitation::Column::EndedAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

/// What the link with this code leads to.
///
/// # Errors
/// [`Error::NotFound`] when it was never made, is used, taken back or too old; the same for each.
#[crate::boxed]
pub async fn invited(shop: &Shop, locale: domain::Locale, code: &str) -> Result<Invited> {
    let row = find(shop, code).await?;
    let directory = shop.directory();
    let cooperative = directory.cooperative(row.cooperative_id).ok_or(Error::NotFound)?;
    Ok(Invited {
        id: row.cooperative_id,
        cooperative: cooperative.entry.name(locale),
        role: row.role,
    })
}

/// The row of the link with this code, read and nothing written: anybody may send anything as a code.
///
/// # Errors
/// As [`invited`].
pub(super) async fn find(shop: &Shop, code: &str) -> Result<invitation::Model> {
    let db = shop.db().read();
    let (id, typed) = read_code(code).ok_or(Error::NotFound)?;
    let row = good(shop.now()).filter(invitation::Column::Id.eq(id)).one(db).await?;
    let row = row.filter(|row| is_signed(shop, row, typed)).ok_or(Error::NotFound)?;
    may_still_invite(db, Subject::Cooperative(row.cooperative_id), row.created_by).await?;
    Ok(row)
}

/// A link is as good as the right of who made it.
pub(super) async fn may_still_invite(db: &impl ConnectionTrait, subject: Subject, by: UserId) -> Result<()> {
    let is_one = inviters(subject)
        .filter(member_role::Column::UserId.eq(by))
        .has_rows(db)
        .await?;
    if is_one { Ok(()) } else { Err(Error::NotFound) }
}

/// The memberships by which people invite for a subject: of those who run it, and of those who run the Centre.
fn inviters(subject: Subject) -> Select<member_role::Entity> {
    let mut any = Condition::any();
    for subject in [subject, Subject::Centre] {
        let roles = Membership::roles(subject)
            .into_iter()
            .filter(|role| runs_it(subject, *role));
        any = any.add(rows_of(subject).add(member_role::Column::Role.is_in(roles)));
    }
    member_role::Entity::find().filter(any)
}

pub(super) fn good(now: i64) -> Select<invitation::Entity> {
    invitation::Entity::find()
        .filter(invitation::Column::EndedAt.is_null())
        .filter(invitation::Column::ExpiresAt.gt(now))
}

/// Those that somebody can come in by: who made them may still invite.
fn open_of(cooperative: CooperativeId, now: i64) -> Select<invitation::Entity> {
    let makers = inviters(Subject::Cooperative(cooperative))
        .select_only()
        .column(member_role::Column::UserId)
        .into_query();
    good(now)
        .filter(invitation::Column::CooperativeId.eq(cooperative))
        .filter(invitation::Column::CreatedBy.in_subquery(makers))
}

/// Over all that the link gives: a number that comes twice, after a backup was played back, opens nothing else.
fn signature(shop: &Shop, row: &invitation::Model) -> String {
    let parts = [
        row.id.to_string(),
        row.cooperative_id.to_string(),
        row.role.to_string(),
        row.created_at.to_string(),
    ];
    let [id, cooperative, role, at] = parts.each_ref().map(String::as_str);
    keyed(shop, &["invitation", id, cooperative, role, at])
}

/// The number and the signature of a link.
pub(super) fn read_code(code: &str) -> Option<(InvitationId, &str)> {
    let (number, typed) = code.split_once('-')?;
    Some((InvitationId(number.parse().ok()?), typed))
}

pub(super) fn is_signed(shop: &Shop, row: &invitation::Model, typed: &str) -> bool {
    let expected = signature(shop, row);
    !expected.is_empty() && bool::from(expected.as_bytes().ct_eq(typed.as_bytes()))
}
