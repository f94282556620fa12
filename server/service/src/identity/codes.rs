//! One-time codes. Every code sent is good until it expires or one of them is used: a code that a stranger asks for does
//! not void its owner's. Wrong ones are counted by who types them (see [`guesses`](super::guesses)), not by code, and apart
//! from wrong passwords. Nobody is sent a code while theirs would not be looked at, nor told of one that is held back.

use std::borrow::Cow;

use db::Tx;
use db::entities::{one_time_code, user};
use db::sea_orm::sea_query::{Expr, ExprTrait};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use domain::{ErrorCode, InvitationId, OrderCode, Phone, SignInCode};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use super::guesses::{self, Guesser};
use super::limits::{self, Bucket};
use super::sign_in::{find_user, parse_phone};
use crate::error::{Error, Result};
use crate::messages::{self, Notice};
use crate::security::{self, Event};
use crate::{Shop, random};

/// How long a code is good.
const LIFE_MS: i64 = 5 * 60_000;

/// What a code is for; it is good for nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    SignIn,
    /// To show once more who one is.
    Confirm,
    /// To show that this order's phone is its buyer's.
    Order(OrderCode),
    /// To become a member by this link.
    Join(InvitationId),
    /// To write that a cooperative wants to sell here.
    Application,
}

impl Purpose {
    fn word(self) -> Cow<'static, str> {
        match self {
            Self::SignIn => "sign-in".into(),
            Self::Confirm => "confirm".into(),
            Self::Order(code) => format!("order {code}").into(),
            Self::Join(link) => format!("join {link}").into(),
            Self::Application => "application".into(),
        }
    }

    /// Whether nobody needs to be known with that number: somebody else has vouched for who gets the code, or it is for
    /// whoever is new here.
    const fn is_for_anybody(self) -> bool {
        matches!(self, Self::Order(_) | Self::Join(_) | Self::Application)
    }

    /// The buckets of whoever types such a code.
    fn tries(self, shop: &Shop, number: &str, user: Option<&user::Model>, guesser: &Guesser<'_>) -> Vec<Bucket> {
        let account = guesses::account(shop, number);
        match self {
            Self::SignIn | Self::Confirm => guesses::of_code(shop, &account, user, guesser),
            Self::Order(_) => guesses::of_order_proof(shop, number, guesser),
            Self::Join(_) => guesses::of_join(&account, guesser),
            Self::Application => guesses::of_application_proof(&account, guesser),
        }
    }

    const fn order(self) -> Option<OrderCode> {
        match self {
            Self::SignIn | Self::Confirm | Self::Join(_) | Self::Application => None,
            Self::Order(code) => Some(code),
        }
    }
}

/// Sends a one-time code to `phone` if somebody with that number may sign in. The answer is the same if not.
///
/// # Errors
/// [`FieldCode::InvalidPhone`](domain::FieldCode) on `phone`; [`Error::TooMany`], also after so many wrong codes that the one
/// sent would not be looked at, and when the number's messages of the day are used up.
#[crate::boxed]
pub async fn send_code(shop: &Shop, phone: &str, guesser: &Guesser<'_>) -> Result<()> {
    send(shop, &parse_phone(phone)?, Purpose::SignIn, guesser).await
}

/// Sends a code with which an order's buyer shows that its phone is theirs. It counts as a code to sign in does.
///
/// # Errors
/// [`Error::TooMany`].
pub(crate) async fn send_order_code(shop: &Shop, order: OrderCode, phone: &Phone, guesser: &Guesser<'_>) -> Result<()> {
    send(shop, phone, Purpose::Order(order), guesser).await
}

/// Sends a code with which whoever opened this link shows that the number is theirs. It counts as a code to sign in does, and
/// a link has a budget of its own: each may name another number.
///
/// # Errors
/// [`Error::TooMany`].
pub(crate) async fn send_join_code(
    shop: &Shop,
    link: InvitationId,
    phone: &Phone,
    guesser: &Guesser<'_>,
) -> Result<()> {
    send(shop, phone, Purpose::Join(link), guesser).await
}

/// Sends a code with which whoever writes an application shows that the number is theirs. It counts as a code to sign in does,
/// and a network sends few of them: anybody may name any number.
///
/// # Errors
/// [`Error::TooMany`].
pub(crate) async fn send_application_code(shop: &Shop, phone: &Phone, guesser: &Guesser<'_>) -> Result<()> {
    send(shop, phone, Purpose::Application, guesser).await
}

pub(super) async fn send(shop: &Shop, phone: &Phone, purpose: Purpose, guesser: &Guesser<'_>) -> Result<()> {
    // Sent again as long as its code is good, it is no other request: nothing is counted and no other code goes out.
    let timed = match shop.attempt() {
        Some(attempt) => Some(shop.attempting(attempt.in_stretch(shop, LIFE_MS)?)),
        None => None,
    };
    let shop = timed.as_ref().unwrap_or(shop);
    if shop.once().answered::<()>().await?.is_some() {
        return Ok(());
    }
    let number = phone.as_e164().to_owned();
    let user = find_user(shop, &number).await?;
    let account = guesses::account(shop, &number);
    let mut buckets = guesses::of_requests(shop, &account, user.as_ref(), guesser);
    if let Purpose::Join(link) = purpose {
        buckets.push(guesses::of_link(link));
    }
    if purpose == Purpose::Application {
        buckets.extend(guesses::of_applications(guesser));
    }
    // A code that would not be looked at is not sent, and no request is counted for it.
    let counted = match limits::check(shop, &purpose.tries(shop, &number, user.as_ref(), guesser)).await {
        Ok(()) => limits::take(shop, &buckets).await,
        refused => refused,
    };
    if let Err(error) = counted {
        security::note(Event::CodeRefused { account: &account });
        return Err(error);
    }
    let code = SignInCode::from_bytes(random::bytes()?).to_string();
    let hash = hash(shop, &number, purpose, &code);
    let now = shop.now();
    let is_told = user.is_some() || purpose.is_for_anybody();
    let order = purpose.order().map(|code| code.to_string());
    let (phone, network, locale) = (phone.clone(), guesser.network.clone(), guesser.locale);
    let is_known_device = guesses::is_known_device(shop, user.as_ref(), guesser);
    let (budgets, who) = (shop.budgets().clone(), messages::name_of_number(shop, &number));
    let written = shop
        .once()
        .write(move |tx| {
            let (number, code, hash, order) = (number.clone(), code.clone(), hash.clone(), order.clone());
            let (phone, network, budgets, who) = (phone.clone(), network.clone(), budgets.clone(), who.clone());
            Box::pin(async move {
                budgets
                    .take_code(tx, now, (&phone, &who), &network, is_known_device)
                    .await?;
                // The row is written for an unknown number too, so that both take about as long; only the message is not.
                one_time_code::Entity::insert(one_time_code::ActiveModel {
                    phone: Set(number.clone()),
                    purpose: Set(purpose.word().into_owned()),
                    code_hash: Set(hash),
                    attempts: Set(0),
                    created_at: Set(now),
                    expires_at: Set(now + LIFE_MS),
                    ..Default::default()
                })
                .exec_without_returning(tx)
                .await?;
                if is_told {
                    let notice = Notice::OneTimeCode {
                        phone,
                        locale,
                        code,
                        order,
                    };
                    messages::tell_from(tx, now, &network, notice).await?;
                }
                Ok::<_, Error>(())
            })
        })
        .await;
    if let Err(Error::TooMany { .. }) = &written {
        limits::give_back(shop, &buckets).await?;
        security::note(Event::CodeRefused { account: &account });
    }
    written?;
    security::note(Event::CodeRequested { account: &account });
    Ok(())
}

/// Uses up a code: whoever holds it is the number's owner, once. The number's other codes for the same purpose go with it.
pub(super) async fn use_up(shop: &Shop, number: &str, purpose: Purpose, typed: &str) -> Result<bool> {
    let Ok(code) = SignInCode::parse(typed) else {
        return Ok(false);
    };
    let expected = hash(shop, number, purpose, &code.to_string());
    let number = number.to_owned();
    let now = shop.now();
    shop.db()
        .write(move |tx| {
            let (number, expected) = (number.clone(), expected.clone());
            Box::pin(async move { use_up_in(tx, &number, purpose, &expected, now).await })
        })
        .await
}

/// Uses up a code that was sent for an order, in the transaction of what it is shown for.
pub(crate) async fn use_up_order_code(
    shop: &Shop,
    tx: &Tx,
    order: OrderCode,
    number: &str,
    code: SignInCode,
    now: i64,
) -> Result<bool> {
    let purpose = Purpose::Order(order);
    let expected = hash(shop, number, purpose, &code.to_string());
    use_up_in(tx, number, purpose, &expected, now).await
}

/// Uses up a code that was sent for a link, in the transaction in which its holder becomes a member.
pub(super) async fn use_up_join_code(
    shop: &Shop,
    tx: &Tx,
    link: InvitationId,
    number: &str,
    code: SignInCode,
    now: i64,
) -> Result<bool> {
    let purpose = Purpose::Join(link);
    let expected = hash(shop, number, purpose, &code.to_string());
    use_up_in(tx, number, purpose, &expected, now).await
}

/// Uses up a code that was sent for an application, in the transaction in which that is written.
pub(crate) async fn use_up_application_code(
    shop: &Shop,
    tx: &Tx,
    number: &str,
    code: SignInCode,
    now: i64,
) -> Result<bool> {
    let purpose = Purpose::Application;
    let expected = hash(shop, number, purpose, &code.to_string());
    use_up_in(tx, number, purpose, &expected, now).await
}

async fn use_up_in(tx: &Tx, number: &str, purpose: Purpose, expected: &str, now: i64) -> Result<bool> {
    let open = one_time_code::Column::Phone
        .eq(number)
        .and(one_time_code::Column::Purpose.eq(purpose.word().as_ref()))
        .and(one_time_code::Column::UsedAt.is_null())
        .and(one_time_code::Column::ExpiresAt.gt(now));
    let rows = one_time_code::Entity::find().filter(open.clone()).all(tx).await?;
    let mut fitting = None;
    for row in &rows {
        if bool::from(row.code_hash.as_bytes().ct_eq(expected.as_bytes())) {
            fitting = Some(row.id);
        }
    }
    let Some(id) = fitting else {
        return Ok(false);
    };
    let used = |which| {
        one_time_code::Entity::update_many()
            .col_expr(one_time_code::Column::UsedAt, Expr::value(now))
            .filter(which)
            .filter(one_time_code::Column::UsedAt.is_null())
            .exec(tx)
    };
    // Guarded: on PostgreSQL two connections may stand here at once with the same code.
    if used(one_time_code::Column::Id.eq(id)).await?.rows_affected != 1 {
        return Ok(false);
    }
    messages::forget_codes(tx, number).await?;
    used(open).await?;
    Ok(true)
}

fn hash(shop: &Shop, number: &str, purpose: Purpose, code: &str) -> String {
    Hmac::<Sha256>::new_from_slice(shop.secret()).map_or_else(
        |_| String::new(),
        |mut mac| {
            for part in ["code", number, purpose.word().as_ref(), code] {
                mac.update(part.as_bytes());
                mac.update(&[0]);
            }
            hex::encode(mac.finalize().into_bytes())
        },
    )
}

/// What is answered to a secret that does not fit.
pub(super) const fn wrong() -> Error {
    Error::Refused(ErrorCode::SignInFailed)
}
