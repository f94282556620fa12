//! Coming in by a link. It is taken, and the membership given, in the transaction in which whoever opened it shows who they
//! are: by a code that was sent to the number they typed, or by the session they have. Until then it stays good, so a number
//! typed wrong costs a message and nothing else.

use db::Tx;
use db::entities::{invitation, member_role};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::{
    Actor, AuditAction, FieldCode, IdempotencyKey, InvitationId, MembershipId, PersonName, Phone, SignInCode, Subject,
    UserId,
};

use super::change::{chosen, insert, lock_person, note, signed, user_of};
use super::links::{self, good, is_signed, may_still_invite, read_code};
use crate::Shop;
use crate::attempt::Attempt;
use crate::error::{Error, FieldErrors, Result};
use crate::identity::{self, Arrival, Guesser, SignIn, SignedIn};
use crate::memberships::rows_of;
use crate::once::Answer;
use crate::secret::keyed;
use crate::security::{self, Event};

/// Whoever opened a link, as typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Guest<'r> {
    /// The last part of the link's address.
    pub link: &'r str,
    /// What they are called; kept when the shop knows the number already.
    pub name: &'r str,
    /// The form, so that a tap too many does nothing more.
    pub form: Option<IdempotencyKey>,
}

/// Sends a code to the number that whoever opened a link typed. The link is good as before; another number is another request,
/// also by the same form.
///
/// # Errors
/// [`Error::Fields`] on `phone`, `name`; [`Error::TooMany`]; [`Error::NotFound`] as [`invited`](super::invited).
#[crate::boxed]
pub async fn send_join_code<'g>(shop: &Shop, guest: Guest<'g>, phone: &'g str, guesser: &Guesser<'_>) -> Result<()> {
    let id = links::find(shop, guest.link).await?.id;
    let (phone, _) = who(guest, phone, &mut FieldErrors::default())?;
    let once = guest.form.and_then(|form| attempt(shop, id, &phone, form));
    let sending = once.map(|attempt| shop.attempting(attempt));
    identity::send_join_code(sending.as_ref().unwrap_or(shop), id, &phone, guesser).await
}

/// One request a form and number: whoever goes back and corrects the number sends the same form.
fn attempt(shop: &Shop, id: InvitationId, phone: &Phone, form: IdempotencyKey) -> Option<Attempt> {
    let (link, form) = (id.to_string(), form.to_string());
    let parts = ["join code", link.as_str(), phone.as_e164(), form.as_str()];
    let key = IdempotencyKey::parse(&keyed(shop, &parts)).ok()?;
    let fields = [("phone", phone.as_e164())];
    Some(Attempt::new(shop, key, Actor::Anonymous, &link, fields))
}

fn who(guest: Guest<'_>, phone: &str, errors: &mut FieldErrors) -> Result<(Phone, PersonName)> {
    let phone = errors.take("phone", Phone::parse(phone).map_err(FieldCode::from));
    let name = errors.take("name", PersonName::parse(guest.name).map_err(FieldCode::from));
    match (phone, name) {
        (Some(phone), Some(name)) if errors.is_empty() => Ok((phone, name)),
        _ => Err(Error::Fields(std::mem::take(errors))),
    }
}

/// Takes the link with the number and the code of `ask`: whoever holds both is a member, and signed in as one.
///
/// # Errors
/// [`Error::Fields`] on `phone`, `name`, `code`; [`Error::TooMany`] after as many wrong codes as when signing in;
/// [`Error::NotFound`] as [`invited`](super::invited).
#[crate::boxed]
pub async fn join<'g>(shop: &Shop, guest: Guest<'g>, ask: &SignIn<'g>) -> Result<SignedIn> {
    let (id, _) = read_code(guest.link).ok_or(Error::NotFound)?;
    let mut errors = FieldErrors::default();
    let code = errors.take("code", SignInCode::parse(ask.code).map_err(FieldCode::from));
    let (phone, name) = who(guest, ask.phone, &mut errors)?;
    let Some(code) = code else {
        return Err(Error::Fields(errors));
    };
    let arrival = Arrival::new(shop, id, &phone, code, ask, guest.form)?;
    let joined = join_once(shop, guest.link, phone, name, &arrival).await;
    if joined.is_err()
        && let Some(signed_in) = arrival.again(shop).await?
    {
        // The same form was faster.
        return Ok(signed_in);
    }
    joined
}

async fn join_once(shop: &Shop, link: &str, phone: Phone, name: PersonName, arrival: &Arrival) -> Result<SignedIn> {
    // Whoever has no link does not keep the one writer busy.
    links::find(shop, link).await?;
    arrival.count(shop).await?;
    let (now, link, signer, arriving) = (shop.now(), link.to_owned(), shop.clone(), arrival.clone());
    let done = shop
        .db()
        .write(move |tx| {
            let (phone, name, link) = (phone.clone(), name.clone(), link.clone());
            let (shop, arrival) = (signer.clone(), arriving.clone());
            Box::pin(async move {
                let row = lock(&shop, tx, &link, now).await?;
                arrival.prove(&shop, tx, now).await?;
                let user = user_of(tx, &phone, &name, now).await?;
                let (membership, is_new) = give(tx, &row, user, now).await?;
                let before = arrival.begin(tx, now, user, membership).await?;
                if is_new {
                    note_joined(tx, &row, user, now).await?;
                }
                Ok::<_, Error>((user, before, is_new))
            })
        })
        .await;
    match done {
        Ok((user, before, is_new)) => {
            arrival.note_signed_in(user);
            if is_new {
                security::note(Event::Joined { user });
            }
            arrival.signed_in(shop, user, before).await
        }
        Err(Error::NotFound) => {
            // Somebody was faster with the link: nothing was said about the code.
            arrival.give_back(shop).await?;
            Err(Error::NotFound)
        }
        Err(error) => {
            if matches!(error, Error::Fields(_)) {
                arrival.note_wrong();
            }
            Err(error)
        }
    }
}

/// Takes the link as who is signed in by `cookie`, and lets that session act by it.
///
/// # Errors
/// [`Error::NotFound`] when nobody is, and as [`invited`](super::invited).
#[crate::boxed]
pub async fn join_as(shop: &Shop, actor: Actor, cookie: &str, link: &str) -> Result<()> {
    let user = own(actor).ok_or(Error::NotFound)?;
    let (now, link, cookie, signer) = (shop.now(), link.to_owned(), cookie.to_owned(), shop.clone());
    let is_new = shop
        .once()
        .write(move |tx| {
            let (link, cookie, shop) = (link.clone(), cookie.clone(), signer.clone());
            Box::pin(async move {
                let row = lock(&shop, tx, &link, now).await?;
                let (membership, is_new) = give(tx, &row, user, now).await?;
                identity::act_in(tx, &cookie, user, membership).await?;
                if is_new {
                    note_joined(tx, &row, user, now).await?;
                }
                Ok::<_, Error>(IsNew(is_new))
            })
        })
        .await?;
    if is_new.0 {
        security::note(Event::Joined { user });
    }
    Ok(())
}

/// Whether somebody became a member by what they sent; by the same form sent again nobody does.
struct IsNew(bool);

impl Answer for IsNew {
    fn noted(&self) -> String {
        String::new()
    }

    fn read(_: &str) -> Option<Self> {
        Some(Self(false))
    }
}

/// Whether `actor` is who came in by this link, and still is a member: to them it is not over, but done.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn came_by(shop: &Shop, actor: Actor, link: &str) -> Result<bool> {
    let (Some(user), Some((id, typed))) = (own(actor), read_code(link)) else {
        return Ok(false);
    };
    let db = shop.db().read();
    let row = invitation::Entity::find_by_id(id).one(db).await?;
    match row.filter(|row| row.used_by == Some(user) && is_signed(shop, row, typed)) {
        Some(row) => {
            let membership = membership_in(db, Subject::Cooperative(row.cooperative_id), user).await?;
            Ok(membership.is_some())
        }
        None => Ok(false),
    }
}

/// Who acts in their own name. Whoever works for a cooperative as the Centre's support does not come in as themselves.
fn own(actor: Actor) -> Option<UserId> {
    match actor {
        Actor::Support { .. } => None,
        actor => actor.user(),
    }
}

/// The row of a link that is good, locked: of two who take it at once the second finds it taken.
async fn lock(shop: &Shop, tx: &Tx, link: &str, now: i64) -> Result<invitation::Model> {
    let (id, typed) = read_code(link).ok_or(Error::NotFound)?;
    let found = good(now).filter(invitation::Column::Id.eq(id)).lock_exclusive();
    let row = found.one(tx).await?.filter(|row| is_signed(shop, row, typed));
    let row = row.ok_or(Error::NotFound)?;
    may_still_invite(tx, Subject::Cooperative(row.cooperative_id), row.created_by).await?;
    Ok(row)
}

/// Gives the membership and takes the link; who is a member already stays what they are, and leaves the link to somebody else.
/// Answers which membership it is, and whether it is new.
async fn give(tx: &Tx, row: &invitation::Model, user: UserId, now: i64) -> Result<(MembershipId, bool)> {
    let subject = Subject::Cooperative(row.cooperative_id);
    lock_person(tx, user).await?;
    if let Some(membership) = membership_in(tx, subject, user).await? {
        return Ok((membership, false));
    }
    invitation::Entity::update_many()
        .col_expr(invitation::Column::EndedAt, Expr::value(now))
        .col_expr(invitation::Column::UsedBy, Expr::value(user))
        .filter(invitation::Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    let membership = chosen(subject, row.role.as_str()).ok_or(Error::NotFound)?;
    insert(tx, now, user, membership).await?;
    let given = membership_in(tx, subject, user).await?.ok_or(Error::Busy)?;
    Ok((given, true))
}

async fn membership_in(db: &impl ConnectionTrait, subject: Subject, user: UserId) -> Result<Option<MembershipId>> {
    let row = member_role::Entity::find()
        .filter(rows_of(subject))
        .filter(member_role::Column::UserId.eq(user))
        .one(db)
        .await?;
    Ok(row.map(|row| row.id))
}

async fn note_joined(tx: &Tx, row: &invitation::Model, user: UserId, now: i64) -> Result<()> {
    let subject = Subject::Cooperative(row.cooperative_id);
    let by = signed(row.created_by);
    note(tx, now, &by, user, subject, AuditAction::MemberJoin, row.role.as_str()).await
}
