//! Sessions: an opaque token in a cookie, its hash in the database.

use db::Tx;
use db::entities::{membership, session};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use domain::{Actor, CooperativeId, Token, UserId};

use crate::cart::token_hash;
use crate::{Result, Shop};

const HOUR: i64 = 3_600_000;
/// A work session ends after 12 hours without a request …
const IDLE: i64 = 12 * HOUR;
/// … and after 7 days in any case.
const LONGEST: i64 = 7 * 24 * HOUR;
/// The time of the last request is written down this often at the most.
const TOUCH: i64 = 5 * 60_000;

/// Who holds the session token of a cookie; [`Actor::Anonymous`] when nobody does.
///
/// # Errors
/// When the database does not answer.
pub async fn actor(shop: &Shop, cookie: &str) -> Result<Actor> {
    let Ok(token) = Token::parse(cookie) else {
        return Ok(Actor::Anonymous);
    };
    let now = shop.now();
    let hash = token_hash(&token);
    let Some(row) = session::Entity::find_by_id(hash.clone()).one(shop.db().read()).await? else {
        return Ok(Actor::Anonymous);
    };
    if row.idle_until <= now || row.ends_at <= now {
        return Ok(Actor::Anonymous);
    }
    if now - row.last_seen_at > TOUCH {
        touch(shop, hash, now).await?;
    }
    acts_for(shop, UserId(row.user_id)).await
}

/// What a user may act for: the Centre, or the first cooperative they belong to.
pub(super) async fn acts_for(shop: &Shop, user: UserId) -> Result<Actor> {
    let rows = membership::Entity::find()
        .filter(membership::Column::UserId.eq(user.get()))
        .order_by_asc(membership::Column::Id)
        .all(shop.db().read())
        .await?;
    Ok(match rows.first() {
        None => Actor::Anonymous,
        Some(row) => match row.cooperative_id {
            None => Actor::Centre { user },
            Some(id) => Actor::Cooperative {
                user,
                cooperative: CooperativeId(id),
            },
        },
    })
}

async fn touch(shop: &Shop, hash: String, now: i64) -> Result<()> {
    shop.db()
        .write_own(move |tx| {
            let hash = hash.clone();
            Box::pin(async move {
                session::Entity::update_many()
                    .col_expr(session::Column::LastSeenAt, Expr::value(now))
                    .col_expr(session::Column::IdleUntil, Expr::value(now + IDLE))
                    .filter(session::Column::TokenHash.eq(hash))
                    .exec(tx)
                    .await?;
                Ok(())
            })
        })
        .await
}

pub(super) async fn begin(tx: &Tx, token: &Token, user: UserId, now: i64) -> Result<()> {
    session::Entity::insert(session::ActiveModel {
        token_hash: Set(token_hash(token)),
        user_id: Set(user.get()),
        created_at: Set(now),
        last_seen_at: Set(now),
        idle_until: Set(now + IDLE),
        ends_at: Set(now + LONGEST),
    })
    .exec_without_returning(tx)
    .await?;
    Ok(())
}

/// Ends the session of a cookie.
///
/// # Errors
/// When the database does not answer.
pub async fn sign_out(shop: &Shop, cookie: &str) -> Result<()> {
    let Ok(token) = Token::parse(cookie) else {
        return Ok(());
    };
    let hash = token_hash(&token);
    shop.db()
        .write_own(move |tx| {
            let hash = hash.clone();
            Box::pin(async move {
                session::Entity::delete_by_id(hash).exec(tx).await?;
                Ok(())
            })
        })
        .await
}
