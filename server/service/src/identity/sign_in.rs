//! Signing in by phone. What is answered never tells whether a number is known.

use db::Tx;
use db::entities::{one_time_code, user};
use db::sea_orm::sea_query::{Expr, ExprTrait};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use domain::{Actor, ErrorCode, FieldCode, Phone, Token, UserId};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use super::{limit, passwords, session};
use crate::error::{Error, Result};
use crate::{Shop, outbox, random};

const PURPOSE: &str = "sign-in";
const MINUTE: i64 = 60_000;
/// A code is good for five minutes …
const CODE_LIFE: i64 = 5 * MINUTE;
/// … and for five tries.
const CODE_TRIES: i64 = 5;
/// Codes sent to one number in a day.
const CODES_PER_DAY: i64 = 5;
/// Attempts to sign in to one account in an hour.
const SIGN_INS_PER_HOUR: i64 = 20;

/// A fresh session.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Goes into the session cookie.
    pub token: Token,
    /// Who it is.
    pub actor: Actor,
}

/// Sends a one-time code to `phone` if somebody with that number may sign in. The answer is the same if not.
///
/// # Errors
/// [`FieldCode::InvalidPhone`] on `phone`; [`ErrorCode::TooManyAttempts`].
pub async fn send_code(shop: &Shop, phone: &str) -> Result<()> {
    let phone = parse_phone(phone)?;
    let number = phone.as_e164().to_owned();
    if !limit(shop, &format!("code:{number}"), CODES_PER_DAY, 24 * 60 * MINUTE).await? {
        return Err(Error::Refused(ErrorCode::TooManyAttempts));
    }
    let code = six_digits()?;
    let hash = code_hash(shop, &number, &code);
    let now = shop.now();
    let known = find_user(shop, &number).await?.is_some();
    shop.db()
        .write_own(move |tx| {
            let (number, code, hash) = (number.clone(), code.clone(), hash.clone());
            Box::pin(async move {
                // The row is written for an unknown number too, so both take as long; only the message is not.
                one_time_code::Entity::insert(one_time_code::ActiveModel {
                    phone: Set(number.clone()),
                    purpose: Set(PURPOSE.to_owned()),
                    code_hash: Set(hash),
                    attempts: Set(0),
                    created_at: Set(now),
                    expires_at: Set(now + CODE_LIFE),
                    ..Default::default()
                })
                .exec_without_returning(tx)
                .await?;
                if known {
                    outbox::post(tx, now, "one-time-code", &number, &number, &code).await?;
                }
                Ok(())
            })
        })
        .await
}

/// Signs in with a password, or with the newest one-time code when `code` is not empty.
///
/// # Errors
/// [`FieldCode::InvalidPhone`] on `phone`; [`ErrorCode::SignInFailed`] for everything that does not fit together;
/// [`ErrorCode::TooManyAttempts`].
pub async fn sign_in(shop: &Shop, phone: &str, password: &str, code: &str) -> Result<SignedIn> {
    let phone = parse_phone(phone)?;
    let number = phone.as_e164().to_owned();
    if password.is_empty() && code.trim().is_empty() {
        return Err(Error::field("password", FieldCode::Required));
    }
    if !limit(shop, &format!("sign-in:{number}"), SIGN_INS_PER_HOUR, 60 * MINUTE).await? {
        return Err(Error::Refused(ErrorCode::TooManyAttempts));
    }
    let row = find_user(shop, &number).await?;
    let proved = if code.trim().is_empty() {
        passwords::verify(password, row.as_ref().and_then(|u| u.password_hash.clone())).await?
    } else {
        use_code(shop, &number, code.trim()).await?
    };
    let Some(user) = row.filter(|_| proved) else {
        return Err(Error::Refused(ErrorCode::SignInFailed));
    };
    let user = UserId(user.id);
    let token = Token::from_bytes(random::bytes()?);
    let kept = token.clone();
    let now = shop.now();
    shop.db()
        .write_own(move |tx| {
            let kept = kept.clone();
            Box::pin(async move { session::begin(tx, &kept, user, now).await })
        })
        .await?;
    Ok(SignedIn {
        token,
        actor: session::acts_for(shop, user).await?,
    })
}

fn parse_phone(typed: &str) -> Result<Phone> {
    if typed.trim().is_empty() {
        return Err(Error::field("phone", FieldCode::Required));
    }
    Phone::parse(typed).map_err(|_| Error::field("phone", FieldCode::InvalidPhone))
}

async fn find_user(shop: &Shop, number: &str) -> Result<Option<user::Model>> {
    Ok(user::Entity::find()
        .filter(user::Column::Phone.eq(number))
        .one(shop.db().read())
        .await?)
}

/// Uses up the newest code of a number: right or wrong, the try counts, and the count is committed.
async fn use_code(shop: &Shop, number: &str, typed: &str) -> Result<bool> {
    let expected = code_hash(shop, number, typed);
    let number = number.to_owned();
    let now = shop.now();
    shop.db()
        .write_own(move |tx| {
            let (number, expected) = (number.clone(), expected.clone());
            Box::pin(async move { use_code_in(tx, &number, &expected, now).await })
        })
        .await
}

async fn use_code_in(tx: &Tx, number: &str, expected: &str, now: i64) -> Result<bool> {
    let Some(row) = one_time_code::Entity::find()
        .filter(one_time_code::Column::Phone.eq(number))
        .filter(one_time_code::Column::Purpose.eq(PURPOSE))
        .order_by_desc(one_time_code::Column::Id)
        .one(tx)
        .await?
    else {
        return Ok(false);
    };
    if row.used_at.is_some() || row.expires_at <= now || row.attempts >= CODE_TRIES {
        return Ok(false);
    }
    let fits = bool::from(row.code_hash.as_bytes().ct_eq(expected.as_bytes()));
    // Guarded as it is counted: on PostgreSQL two connections may stand here at once with the same code.
    let counted = one_time_code::Entity::update_many()
        .col_expr(
            one_time_code::Column::Attempts,
            Expr::col(one_time_code::Column::Attempts).add(1),
        )
        .col_expr(one_time_code::Column::UsedAt, Expr::value(fits.then_some(now)))
        .filter(one_time_code::Column::Id.eq(row.id))
        .filter(one_time_code::Column::UsedAt.is_null())
        .filter(one_time_code::Column::Attempts.lt(CODE_TRIES))
        .exec(tx)
        .await?;
    Ok(fits && counted.rows_affected == 1)
}

fn six_digits() -> Result<String> {
    // 64 random bits modulo a million: the bias is below one in 10^13.
    let number = u64::from_be_bytes(random::bytes()?) % 1_000_000;
    Ok(format!("{number:06}"))
}

fn code_hash(shop: &Shop, number: &str, code: &str) -> String {
    Hmac::<Sha256>::new_from_slice(shop.secret()).map_or_else(
        |_| String::new(),
        |mut mac| {
            for part in ["code", number, PURPOSE, code] {
                mac.update(part.as_bytes());
                mac.update(&[0]);
            }
            hex::encode(mac.finalize().into_bytes())
        },
    )
}
