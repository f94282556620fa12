//! One's own account: who one is, showing it once more, and the password.

use db::entities::{session as sessions, user};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use domain::{Actor, AuditAction, FieldCode, IdempotencyKey, Membership, MembershipId, Phone, ProvedBy, Token, UserId};

use super::codes::{self, Purpose};
use super::guesses::{self, Guesser};
use super::limits;
use super::passkeys::{self, PasskeyPlace};
use super::passwords;
use super::session::{self, SessionView};
use super::sign_in::{Secret, prove};
use crate::error::{Error, FieldErrors, Result};
use crate::security::{self, Event};
use crate::{Shop, audit, memberships, random};

/// How long what was shown once counts for money and roles.
const FRESH_MS: i64 = 10 * 60_000;

/// Proof that whoever holds a session showed who they are within the last ten minutes. Only [`require_fresh`] makes one.
#[derive(Clone, Copy, Debug)]
pub struct Fresh(());

/// Somebody showed once more who they are: their session goes on under a fresh token.
#[derive(Clone, Debug)]
pub struct Confirmed {
    /// Proof of it.
    pub fresh: Fresh,
    /// Goes into the session cookie. Whoever else holds the old one is signed out.
    pub token: Token,
}

/// Whether a session's holder showed within ten minutes who they are, by signing in or by [`confirm`].
///
/// # Errors
/// [`Error::NotFound`] when it is nobody's session.
#[crate::boxed]
pub async fn require_fresh(shop: &Shop, cookie: &str) -> Result<Option<Fresh>> {
    let row = session::find(shop, cookie).await?.ok_or(Error::NotFound)?;
    Ok((shop.now() - row.fresh_at < FRESH_MS).then_some(Fresh(())))
}

/// One's own account.
#[derive(Clone, Debug)]
pub struct Account {
    /// What one is called.
    pub name: String,
    /// One's number.
    pub phone: String,
    /// Whether there is a password.
    pub has_password: bool,
    /// Whether a change of the password asks for the old one: not when one just signed in by a code.
    pub asks_old: bool,
    /// Everything one may act by.
    pub memberships: Vec<(MembershipId, Membership)>,
    /// What this session acts by.
    pub acting: Actor,
    /// Where one is signed in.
    pub sessions: Vec<SessionView>,
}

/// The account of the person whose cookie this is.
///
/// # Errors
/// [`Error::NotFound`] when it is nobody's.
#[crate::boxed]
pub async fn account(shop: &Shop, cookie: &str) -> Result<Account> {
    let row = session::find(shop, cookie).await?.ok_or(Error::NotFound)?;
    let user = get_user(shop, row.user_id).await?;
    Ok(Account {
        phone: Phone::parse(&user.phone).map_or_else(|_| user.phone.clone(), |phone| phone.display()),
        has_password: user.password_hash.is_some(),
        asks_old: asks_old(shop, &user, &row),
        name: user.name,
        memberships: memberships::of_user(shop.db().read(), user.id).await?,
        acting: session::actor(shop, cookie).await?,
        sessions: session::sessions(shop, cookie).await?,
    })
}

fn asks_old(shop: &Shop, user: &user::Model, row: &sessions::Model) -> bool {
    let by_code = row.proved_by == ProvedBy::Code && shop.now() - row.fresh_at < FRESH_MS;
    user.password_hash.is_some() && !by_code
}

/// Sends a code with which the holder of a session shows once more who they are.
///
/// # Errors
/// [`Error::NotFound`] when it is nobody's session; [`Error::TooMany`].
#[crate::boxed]
pub async fn send_confirm_code(shop: &Shop, cookie: &str, guesser: &Guesser<'_>) -> Result<()> {
    let row = session::find(shop, cookie).await?.ok_or(Error::NotFound)?;
    let user = get_user(shop, row.user_id).await?;
    let phone = Phone::parse(&user.phone).map_err(Error::internal)?;
    codes::send(shop, &phone, Purpose::Confirm, guesser).await
}

/// What somebody shows who they are with, as typed. Not shown by `Debug`, and so in no log.
#[derive(Clone, Copy, Default)]
pub struct Proof<'r> {
    /// The password, or empty.
    pub password: &'r str,
    /// A code sent for it, or empty.
    pub code: &'r str,
    /// What the device answered, with where the shop's passkeys are good; looked at instead of the two others.
    pub passkey: Option<(&'r PasskeyPlace, &'r str)>,
    /// The form it comes with: sent twice, it leads to the same token twice, see [`renewed_by`](session::renewed_by).
    pub form: Option<IdempotencyKey>,
}

/// Shows once more who holds a session, by the password, a code sent for it or a passkey. Its token is replaced: one that was copied
/// before must not reach money and roles with the proof of its owner.
///
/// # Errors
/// As [`sign_in`](super::sign_in); [`Error::NotFound`] when it is nobody's session.
#[crate::boxed]
pub async fn confirm<'a>(shop: &Shop, cookie: &'a str, proof: Proof<'a>, guesser: &Guesser<'_>) -> Result<Confirmed> {
    let confirmed = confirm_once(shop, cookie, proof, guesser).await;
    if confirmed.is_err()
        && let Some(form) = proof.form
        && let Some(token) = session::renewed_by(shop, cookie, form).await?
    {
        // The same form was faster.
        return Ok(Confirmed {
            fresh: Fresh(()),
            token,
        });
    }
    confirmed
}

async fn confirm_once(shop: &Shop, cookie: &str, proof: Proof<'_>, guesser: &Guesser<'_>) -> Result<Confirmed> {
    let row = session::find(shop, cookie).await?.ok_or(Error::NotFound)?;
    let (by, word) = match proof.passkey {
        Some((place, answer)) => {
            passkeys::prove_again(shop, &row, place, answer, guesser).await?;
            // As for a session that begins with it.
            (ProvedBy::Password, "passkey")
        }
        None => {
            let secret = Secret::of(proof.password, proof.code)?;
            let by = prove_again(shop, &row, &secret, guesser).await?;
            (by, by.as_str())
        }
    };
    let (hash, now) = (row.token_hash, shop.now());
    let token = match (proof.form, Token::parse(cookie)) {
        (Some(form), Ok(old)) => session::next_token(shop, &old, form)?,
        _ => Token::from_bytes(random::bytes()?),
    };
    let renewed = token.clone();
    shop.db()
        .write(move |tx| {
            let (hash, renewed) = (hash.clone(), renewed.clone());
            Box::pin(async move {
                sessions::Entity::update_many()
                    .col_expr(sessions::Column::FreshAt, Expr::value(now))
                    .col_expr(sessions::Column::ProvedBy, Expr::value(by))
                    .filter(sessions::Column::TokenHash.eq(hash.as_str()))
                    .exec(tx)
                    .await?;
                match session::renew(tx, &hash, &renewed).await {
                    // The same form was faster, in this very transaction perhaps: SQLite commits several writes at once.
                    Err(Error::NotFound) if session::is_renewed(tx, &renewed).await? => Ok(()),
                    done => done,
                }
            })
        })
        .await?;
    security::note(Event::Confirmed {
        user: row.user_id,
        by: word,
    });
    Ok(Confirmed {
        fresh: Fresh(()),
        token,
    })
}

async fn prove_again(
    shop: &Shop,
    row: &sessions::Model,
    secret: &Secret<'_>,
    guesser: &Guesser<'_>,
) -> Result<ProvedBy> {
    let user = get_user(shop, row.user_id).await?;
    let number = user.phone.clone();
    let account = guesses::account(shop, &number);
    let buckets = secret.buckets(shop, &account, Some(&user), guesser);
    let proved = prove(shop, &account, &number, Some(user), Purpose::Confirm, secret, &buckets).await?;
    limits::give_back(shop, &buckets).await?;
    Ok(proved.by)
}

/// A change of one's password, as typed. Not shown by `Debug`, and so in no log.
#[derive(Clone, Copy, Default)]
pub struct PasswordChange<'r> {
    /// The old one; not looked at where [`Account::asks_old`] says so.
    pub old: &'r str,
    /// The new one.
    pub new: &'r str,
}

/// Changes one's password. All other sessions end; this one goes on under the token that comes back, since who changes a
/// password may fear that somebody holds the old one.
///
/// # Errors
/// [`Error::Fields`] on `old` and `new`; [`Error::TooMany`]; [`Error::NotFound`] when the cookie is nobody's.
#[crate::boxed]
pub async fn change_password<'a>(
    shop: &Shop,
    cookie: &'a str,
    change: PasswordChange<'a>,
    guesser: &Guesser<'_>,
) -> Result<Token> {
    let row = session::find(shop, cookie).await?.ok_or(Error::NotFound)?;
    let user = get_user(shop, row.user_id).await?;
    let phone = Phone::parse(&user.phone).map_err(Error::internal)?;
    let asks_old = asks_old(shop, &user, &row);
    let mut errors = FieldErrors::default();
    if asks_old && change.old.is_empty() {
        errors.push("old", FieldCode::Required);
    }
    errors.take("new", passwords::check_new(change.new, &phone));
    if !errors.is_empty() {
        return Err(Error::Fields(errors));
    }
    if asks_old {
        prove_again(shop, &row, &Secret::Password(change.old), guesser)
            .await
            .map_err(|error| match error {
                Error::Refused(domain::ErrorCode::SignInFailed) => Error::field("old", FieldCode::InvalidCode),
                error => error,
            })?;
    }
    let hash = passwords::hash_new(change.new).await?;
    let (now, id) = (shop.now(), user.id);
    let this = row.token_hash;
    let token = Token::from_bytes(random::bytes()?);
    let renewed = token.clone();
    shop.db()
        .write(move |tx| {
            let (hash, this, renewed) = (hash.clone(), this.clone(), renewed.clone());
            Box::pin(async move {
                user::Entity::update_many()
                    .col_expr(user::Column::PasswordHash, Expr::value(hash))
                    .filter(user::Column::Id.eq(id))
                    .exec(tx)
                    .await?;
                sessions::Entity::delete_many()
                    .filter(sessions::Column::UserId.eq(id))
                    .filter(sessions::Column::TokenHash.ne(this.as_str()))
                    .exec(tx)
                    .await?;
                session::renew(tx, &this, &renewed).await?;
                let by = format!("user:{id}");
                audit::note(tx, now, &by, AuditAction::PasswordChange, &by, "").await
            })
        })
        .await?;
    security::note(Event::PasswordChanged { user: id });
    Ok(token)
}

pub(super) async fn get_user(shop: &Shop, id: UserId) -> Result<user::Model> {
    user::Entity::find_by_id(id)
        .one(shop.db().read())
        .await?
        .ok_or(Error::NotFound)
}
