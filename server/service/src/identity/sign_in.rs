//! Signing in by phone. What is answered never tells whether a number is known.

use db::entities::user;
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use domain::{Actor, FieldCode, Phone, ProvedBy, Token};

use super::codes::{self, Purpose};
use super::device;
use super::guesses::{self, Guesser};
use super::limits::{self, Bucket};
use super::passwords::{self, Fits};
use super::session;
use crate::error::{Error, Result};
use crate::security::{self, Event};
use crate::{Shop, random};

/// Somebody who wants to sign in, as the form and the browser tell it. Not shown by `Debug`, and so in no log.
#[derive(Clone, Default)]
pub struct SignIn<'r> {
    /// The phone number as typed.
    pub phone: &'r str,
    /// The password as typed; not looked at when there is a code.
    pub password: &'r str,
    /// The one-time code as typed.
    pub code: &'r str,
    /// Who guesses.
    pub guesser: Guesser<'r>,
    /// The session cookie this browser comes with: that session ends.
    pub old_session: &'r str,
    /// What the browser calls itself.
    pub agent: &'r str,
}

impl SignIn<'_> {
    /// What the browser calls itself, as far as it is looked at.
    pub(super) fn agent_name(&self) -> String {
        self.agent.chars().take(400).collect()
    }
}

/// A fresh session.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Goes into the session cookie.
    pub token: Token,
    /// Who it is.
    pub actor: Actor,
    /// Goes into the [device cookie](super::DEVICE_COOKIE).
    pub device: String,
    /// Whether this browser's session before was somebody else's; not known once that is long over, or was ended.
    pub is_another: bool,
}

/// Signs in with a password, or with a one-time code when `code` is not empty.
///
/// # Errors
/// [`FieldCode::InvalidPhone`] on `phone`; [`SignInFailed`](domain::ErrorCode) for everything that does not fit together;
/// [`Error::TooMany`]; [`Error::Busy`] when too many passwords wait to be checked.
#[crate::boxed]
pub async fn sign_in(shop: &Shop, ask: &SignIn<'_>) -> Result<SignedIn> {
    let phone = parse_phone(ask.phone)?;
    let number = phone.as_e164().to_owned();
    let secret = Secret::of(ask.password, ask.code)?;
    let row = find_user(shop, &number).await?;
    let account = guesses::account(shop, &number);
    let buckets = secret.buckets(shop, &account, row.as_ref(), &ask.guesser);
    let proved = prove(shop, &account, &number, row, Purpose::SignIn, &secret, &buckets).await?;
    let user = proved.user.id;
    let token = Token::from_bytes(random::bytes()?);
    let begin = session::Begin {
        token: token.clone(),
        user,
        proved_by: proved.by,
        passkey: None,
        agent: ask.agent_name(),
        old: Token::parse(ask.old_session).ok(),
        acts_by: None,
    };
    let now = shop.now();
    let before = shop
        .db()
        .write(move |tx| {
            let (begin, buckets) = (begin.clone(), buckets.clone());
            Box::pin(async move {
                let before = session::begin_signed_in(tx, &begin, now).await?;
                limits::give_back_in(tx, now, &buckets).await?;
                Ok::<_, Error>(before)
            })
        })
        .await?;
    security::note(Event::SignedIn {
        user,
        by: proved.by.as_str(),
    });
    Ok(SignedIn {
        actor: session::actor(shop, &token.to_hex()).await?,
        token,
        is_another: before.is_some_and(|before| before != user),
        device: device::remember(shop, ask.guesser.device, user)?,
    })
}

/// What somebody shows to prove who they are.
#[derive(Clone, Copy)]
pub(super) enum Secret<'r> {
    Password(&'r str),
    Code(&'r str),
}

impl<'r> Secret<'r> {
    /// The code, where one was typed.
    pub fn of(password: &'r str, code: &'r str) -> Result<Self> {
        match (code.trim().is_empty(), password.is_empty()) {
            (false, _) => Ok(Self::Code(code)),
            (true, false) => Ok(Self::Password(password)),
            (true, true) => Err(Error::field("password", FieldCode::Required)),
        }
    }

    const fn is_code(self) -> bool {
        matches!(self, Self::Code(_))
    }

    /// The buckets that a try with it takes from: those of passwords, or those of codes.
    pub fn buckets(self, shop: &Shop, account: &str, user: Option<&user::Model>, guesser: &Guesser<'_>) -> Vec<Bucket> {
        match self {
            Self::Password(_) => guesses::of_password(shop, account, user, guesser),
            Self::Code(_) => guesses::of_code(shop, account, user, guesser),
        }
    }
}

/// Somebody who proved who they are.
pub(super) struct Proved {
    pub user: user::Model,
    pub by: ProvedBy,
}

/// Takes from `buckets` and checks the secret. Whoever goes on gives them back.
pub(super) async fn prove(
    shop: &Shop,
    account: &str,
    number: &str,
    row: Option<user::Model>,
    purpose: Purpose,
    secret: &Secret<'_>,
    buckets: &[Bucket],
) -> Result<Proved> {
    if let Err(error) = limits::take(shop, buckets).await {
        security::note(Event::SignInRefused { account });
        return Err(error);
    }
    let checked = check(shop, number, row.as_ref(), purpose, secret).await;
    let fits = match checked {
        Ok(fits) => fits,
        Err(error) => {
            // Nothing was guessed: the password was not looked at.
            limits::give_back(shop, buckets).await?;
            return Err(error);
        }
    };
    match row.filter(|_| fits) {
        Some(user) => Ok(Proved {
            user,
            by: match secret {
                Secret::Password(_) => ProvedBy::Password,
                Secret::Code(_) => ProvedBy::Code,
            },
        }),
        None => {
            security::note(Event::SignInFailed {
                account,
                by: if secret.is_code() { "code" } else { "password" },
            });
            Err(codes::wrong())
        }
    }
}

async fn check(
    shop: &Shop,
    number: &str,
    row: Option<&user::Model>,
    purpose: Purpose,
    secret: &Secret<'_>,
) -> Result<bool> {
    match secret {
        Secret::Code(code) => codes::use_up(shop, number, purpose, code).await,
        Secret::Password(password) => {
            let fits = passwords::verify(password, row.and_then(|user| user.password_hash.clone())).await?;
            if let (Fits::AsTyped, Some(user)) = (fits, row) {
                rehash(shop, user, password).await?;
            }
            Ok(fits != Fits::No)
        }
    }
}

/// Keeps the normal form of a password that was kept before there was one.
async fn rehash(shop: &Shop, user: &user::Model, password: &str) -> Result<()> {
    let hash = passwords::hash_new(password).await?;
    let (id, old) = (user.id, user.password_hash.clone());
    shop.db()
        .write(move |tx| {
            let (hash, old) = (hash.clone(), old.clone());
            Box::pin(async move {
                user::Entity::update_many()
                    .col_expr(user::Column::PasswordHash, Expr::value(hash))
                    .filter(user::Column::Id.eq(id))
                    .filter(user::Column::PasswordHash.eq(old))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(())
            })
        })
        .await
}

pub(super) fn parse_phone(typed: &str) -> Result<Phone> {
    if typed.trim().is_empty() {
        return Err(Error::field("phone", FieldCode::Required));
    }
    Phone::parse(typed).map_err(|_| Error::field("phone", FieldCode::InvalidPhone))
}

pub(super) async fn find_user(shop: &Shop, number: &str) -> Result<Option<user::Model>> {
    Ok(user::Entity::find()
        .filter(user::Column::Phone.eq(number))
        .one(shop.db().read())
        .await?)
}
