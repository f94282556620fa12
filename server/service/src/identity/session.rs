//! Sessions: an opaque token in a cookie, its hash in the database.

use db::entities::{session, user};
use db::sea_orm::sea_query::{Expr, ExprTrait};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use db::{Readable, Tx};
use domain::{
    Action, Actor, AuditAction, CooperativeId, IdempotencyKey, MembershipId, PasskeyId, ProvedBy, Subject, Token,
    UserId, rights,
};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::device;
use crate::secret::token_hash;
use crate::security::{self, Event};
use crate::{Error, Result, Shop, audit, memberships};

const HOUR: i64 = 3_600_000;
/// A work session ends after 12 hours without a request …
const IDLE: i64 = 12 * HOUR;
/// … and after 7 days in any case.
const LONGEST: i64 = 7 * 24 * HOUR;
/// The time of the last request is written down this often at the most.
const TOUCH: i64 = 5 * 60_000;
/// How long the same form may come a second time under the token that its first arrival replaced.
pub(super) const TWICE: i64 = 10_000;
/// How much of a token's hash names a session in a form: enough for one person's, of no use as a token.
const HANDLE: usize = 16;

/// Who holds the session token of a cookie, by the membership chosen for it; [`Actor::Anonymous`] when nobody does.
///
/// # Errors
/// When the database does not answer: that is never "nobody".
#[crate::boxed]
pub async fn actor(shop: &Shop, cookie: &str) -> Result<Actor> {
    let Some(row) = find(shop, cookie).await? else {
        return Ok(Actor::Anonymous);
    };
    let now = shop.now();
    if now - row.last_seen_at > TOUCH {
        // Reading goes on where writing does not.
        if let Err(error) = touch(shop, row.token_hash.clone(), now).await {
            tracing::warn!(error = &error as &dyn std::error::Error, "session.touch");
        }
    }
    acts_by(shop, &row).await
}

/// The row of a cookie, while it is good.
pub(super) async fn find(shop: &Shop, cookie: &str) -> Result<Option<session::Model>> {
    let Ok(token) = Token::parse(cookie) else {
        return Ok(None);
    };
    let now = shop.now();
    let row = session::Entity::find_by_id(token_hash(&token))
        .one(shop.db().read())
        .await?;
    Ok(row.filter(|row| row.idle_until > now && row.ends_at > now))
}

/// The membership a session acts by: the one chosen while its owner still has it, else their first.
async fn acts_by(shop: &Shop, row: &session::Model) -> Result<Actor> {
    let user = row.user_id;
    let all = memberships::of_user(shop.db().read(), user).await?;
    let chosen = all.iter().find(|(id, _)| Some(*id) == row.member_role_id);
    let Some((_, membership)) = chosen.or(all.first()) else {
        return Ok(Actor::Person { user });
    };
    let actor = Actor::of(user, *membership);
    if let Some(id) = row.support_for_id
        && rights::may(actor, Action::ActFor, Subject::Cooperative(id)).is_ok()
    {
        return Ok(Actor::Support { user, cooperative: id });
    }
    Ok(actor)
}

async fn touch(shop: &Shop, hash: String, now: i64) -> Result<()> {
    shop.db()
        .write(move |tx| {
            let hash = hash.clone();
            Box::pin(async move {
                session::Entity::update_many()
                    .col_expr(session::Column::LastSeenAt, Expr::value(now))
                    .col_expr(session::Column::IdleUntil, Expr::value(now + IDLE))
                    .filter(session::Column::TokenHash.eq(hash))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(())
            })
        })
        .await
}

/// A session that begins.
#[derive(Clone, Debug)]
pub(super) struct Begin {
    pub token: Token,
    pub user: UserId,
    pub proved_by: ProvedBy,
    /// The passkey that was shown, if one was.
    pub passkey: Option<PasskeyId>,
    pub agent: String,
    /// The session cookie this browser came with: whoever put it there does not go on in it.
    pub old: Option<Token>,
    /// What it acts by, when that is known from the start.
    pub acts_by: Option<MembershipId>,
}

/// Begins it. Whoever was signed in here before, and is again, goes on by the membership they had chosen. Answers whose the
/// session before was, when that is still known.
async fn begin(tx: &Tx, begin: &Begin, now: i64) -> Result<Option<UserId>> {
    let mut before = None;
    if let Some(old) = &begin.old {
        before = session::Entity::find_by_id(token_hash(old)).one(tx).await?;
        session::Entity::delete_by_id(token_hash(old)).exec(tx).await?;
    }
    let same = before.as_ref().filter(|row| row.user_id == begin.user);
    session::Entity::insert(session::ActiveModel {
        token_hash: Set(token_hash(&begin.token)),
        user_id: Set(begin.user),
        created_at: Set(now),
        last_seen_at: Set(now),
        idle_until: Set(now + IDLE),
        ends_at: Set(now + LONGEST),
        device: Set(device::name(&begin.agent)),
        member_role_id: Set(begin.acts_by.or_else(|| same.and_then(|row| row.member_role_id))),
        support_for_id: Set(None),
        fresh_at: Set(now),
        proved_by: Set(begin.proved_by),
        passkey_id: Set(begin.passkey),
    })
    .exec_without_returning(tx)
    .await?;
    Ok(before.map(|row| row.user_id))
}

/// [`begin`] for somebody who signed in just now, which is noted beside their name.
pub(super) async fn begin_signed_in(tx: &Tx, session: &Begin, now: i64) -> Result<Option<UserId>> {
    let before = begin(tx, session, now).await?;
    user::Entity::update_many()
        .col_expr(user::Column::SignedInAt, Expr::value(now))
        .filter(user::Column::Id.eq(session.user))
        .exec(tx)
        .await?;
    Ok(before)
}

/// Gives a session a fresh token, in the transaction of what its owner proved. Everything else about it stays.
///
/// # Errors
/// [`Error::NotFound`] when it is gone, or somebody else renewed it at the same moment.
pub(super) async fn renew(tx: &Tx, hash: &str, fresh: &Token) -> Result<()> {
    let renewed = session::Entity::update_many()
        .col_expr(session::Column::TokenHash, Expr::value(token_hash(fresh)))
        .filter(session::Column::TokenHash.eq(hash))
        .exec(tx)
        .await?;
    if renewed.rows_affected == 1 {
        Ok(())
    } else {
        Err(Error::NotFound)
    }
}

/// Whether a session goes on under this token.
pub(super) async fn is_renewed(tx: &Tx, fresh: &Token) -> Result<bool> {
    Ok(session::Entity::find_by_id(token_hash(fresh)).has_rows(tx).await?)
}

/// The token that takes the place of `old` by this form: nobody can tell it without the shop's secret, and the same form
/// makes the same one.
pub(super) fn next_token(shop: &Shop, old: &Token, form: IdempotencyKey) -> Result<Token> {
    let mut mac = Hmac::<Sha256>::new_from_slice(shop.secret()).map_err(Error::internal)?;
    mac.update(b"session after\0");
    mac.update(old.as_bytes());
    mac.update(form.to_string().as_bytes());
    Ok(Token::from_bytes(mac.finalize().into_bytes().into()))
}

/// The token that has just taken the place of a cookie's by this very form: a form tapped twice comes twice under the old
/// token, and the browser shows the second answer and may never have seen the cookie of the first. Who only holds the old
/// cookie does not know the form.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn renewed_by(shop: &Shop, cookie: &str, form: IdempotencyKey) -> Result<Option<Token>> {
    let Ok(old) = Token::parse(cookie) else {
        return Ok(None);
    };
    let next = next_token(shop, &old, form)?;
    let row = find(shop, &next.to_hex()).await?;
    Ok(row.filter(|row| shop.now() - row.fresh_at < TWICE).map(|_| next))
}

/// A session as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionView {
    /// Names it in a form.
    pub handle: String,
    /// The one that asks.
    pub is_this: bool,
    /// A coarse name such as `Chrome · Android`; empty when it is not known.
    pub device: String,
    /// When it began, milliseconds since 1970 UTC.
    pub since: i64,
    /// When it was used last, give or take five minutes.
    pub seen: i64,
}

/// All sessions of the person whose cookie this is, the newest first.
///
/// # Errors
/// [`Error::NotFound`] when it is nobody's.
#[crate::boxed]
pub async fn sessions(shop: &Shop, cookie: &str) -> Result<Vec<SessionView>> {
    let this = find(shop, cookie).await?.ok_or(Error::NotFound)?;
    let now = shop.now();
    let rows = session::Entity::find()
        .filter(session::Column::UserId.eq(this.user_id))
        .filter(session::Column::IdleUntil.gt(now))
        .filter(session::Column::EndsAt.gt(now))
        .order_by_desc(session::Column::LastSeenAt)
        .readable(shop.db().read())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| SessionView {
            handle: handle(&row.token_hash).to_owned(),
            is_this: row.token_hash == this.token_hash,
            device: row.device,
            since: row.created_at,
            seen: row.last_seen_at,
        })
        .collect())
}

fn handle(hash: &str) -> &str {
    hash.get(..HANDLE).unwrap_or(hash)
}

/// Ends one of one's own sessions, by its [handle](SessionView::handle).
///
/// # Errors
/// [`Error::NotFound`] when one has no such session.
#[crate::boxed]
pub async fn end_session(shop: &Shop, cookie: &str, which: &str) -> Result<()> {
    let this = find(shop, cookie).await?.ok_or(Error::NotFound)?;
    let rows = session::Entity::find()
        .filter(session::Column::UserId.eq(this.user_id))
        .readable(shop.db().read())
        .await?;
    let row = rows.into_iter().find(|row| handle(&row.token_hash) == which);
    let hash = row.ok_or(Error::NotFound)?.token_hash;
    end(shop, this.user_id, session::Column::TokenHash.eq(hash), "one").await
}

/// Ends all of one's sessions but the one that asks.
///
/// # Errors
/// [`Error::NotFound`] when the cookie is nobody's.
#[crate::boxed]
pub async fn end_other_sessions(shop: &Shop, cookie: &str) -> Result<()> {
    let this = find(shop, cookie).await?.ok_or(Error::NotFound)?;
    let others = session::Column::UserId
        .eq(this.user_id)
        .and(session::Column::TokenHash.ne(this.token_hash));
    end(shop, this.user_id, others, "others").await
}

async fn end(shop: &Shop, user: UserId, which: db::sea_orm::sea_query::SimpleExpr, how: &'static str) -> Result<()> {
    let now = shop.now();
    shop.db()
        .write(move |tx| {
            let which = which.clone();
            Box::pin(async move {
                session::Entity::delete_many().filter(which).exec(tx).await?;
                let by = format!("user:{user}");
                audit::note(tx, now, &by, AuditAction::SessionEnd, &by, how).await
            })
        })
        .await?;
    security::note(Event::SessionEnded { user, how });
    Ok(())
}

/// Ends the session of a cookie.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn sign_out(shop: &Shop, cookie: &str) -> Result<()> {
    let Some(row) = find(shop, cookie).await? else {
        return Ok(());
    };
    let user = row.user_id;
    let hash = row.token_hash;
    shop.db()
        .write(move |tx| {
            let hash = hash.clone();
            Box::pin(async move {
                session::Entity::delete_by_id(hash).exec(tx).await?;
                Ok::<_, Error>(())
            })
        })
        .await?;
    security::note(Event::SessionEnded { user, how: "sign-out" });
    Ok(())
}

/// Lets a session act by another of its owner's memberships, in nobody else's name.
///
/// # Errors
/// [`Error::NotFound`] when it is not theirs.
#[crate::boxed]
pub async fn act_by(shop: &Shop, cookie: &str, membership: MembershipId) -> Result<Actor> {
    let row = find(shop, cookie).await?.ok_or(Error::NotFound)?;
    let user = row.user_id;
    let all = memberships::of_user(shop.db().read(), user).await?;
    let (id, membership) = all
        .into_iter()
        .find(|(id, _)| *id == membership)
        .ok_or(Error::NotFound)?;
    set_acting(shop, &row, Some(id), None).await?;
    Ok(Actor::of(user, membership))
}

/// Lets the session of a cookie act by a membership that its owner just got, in the same transaction.
pub(crate) async fn act_in(tx: &Tx, cookie: &str, user: UserId, membership: MembershipId) -> Result<()> {
    let token = Token::parse(cookie).map_err(|_| Error::NotFound)?;
    session::Entity::update_many()
        .col_expr(session::Column::MemberRoleId, Expr::value(membership))
        .filter(session::Column::TokenHash.eq(token_hash(&token)))
        .filter(session::Column::UserId.eq(user))
        .exec(tx)
        .await?;
    Ok(())
}

/// Lets a session of the Centre work for a cooperative (`Some`), or no longer.
pub(crate) async fn set_support(shop: &Shop, cookie: &str, cooperative: Option<CooperativeId>) -> Result<()> {
    let row = find(shop, cookie).await?.ok_or(Error::NotFound)?;
    let chosen = row.member_role_id;
    set_acting(shop, &row, chosen, cooperative).await
}

async fn set_acting(
    shop: &Shop,
    row: &session::Model,
    membership: Option<MembershipId>,
    support_for: Option<CooperativeId>,
) -> Result<()> {
    let (hash, now) = (row.token_hash.clone(), shop.now());
    let user = row.user_id;
    let was_for = row.support_for_id;
    shop.once()
        .write(move |tx| {
            let hash = hash.clone();
            Box::pin(async move {
                session::Entity::update_many()
                    .col_expr(session::Column::MemberRoleId, Expr::value(membership))
                    .col_expr(session::Column::SupportForId, Expr::value(support_for))
                    .filter(session::Column::TokenHash.eq(hash))
                    .exec(tx)
                    .await?;
                if was_for == support_for {
                    return Ok::<_, Error>(());
                }
                let by = format!("user:{user}");
                for (action, cooperative) in [
                    (AuditAction::SupportEnd, was_for),
                    (AuditAction::SupportBegin, support_for),
                ] {
                    if let Some(id) = cooperative {
                        audit::note(tx, now, &by, action, &Subject::Cooperative(id).to_string(), "").await?;
                    }
                }
                Ok(())
            })
        })
        .await?;
    if was_for != support_for {
        security::note(Event::Support {
            user,
            cooperative: support_for,
        });
    }
    Ok(())
}
