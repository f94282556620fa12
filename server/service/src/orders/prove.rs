//! Showing that an order's phone is its buyer's. Anybody can type any number, so the goods of a phone that is new to the
//! shop are held for a short time only; a code that was sent there gives them the time that all others have.

use db::Tx;
use db::entities::{order, order_group, order_origin, reservation};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use domain::hold::is_lengthened_by_proof;
use domain::{AuditAction, ErrorCode, FieldCode, OrderCode, OrderGroupId, OrderStatus, Phone, SignInCode};

use super::access::{OrderAccess, find_row};
use super::steps::Group;
use crate::error::{Error, Result};
use crate::identity::{self, Guesser};
use crate::security::{self, Event};
use crate::{Shop, audit, money};

/// What became of a request about the proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// It was done.
    Done,
    /// There is nothing to show: it was shown before, or the order is paid or accepted.
    NotNeeded,
}

/// Sends a code to the phone of an order whose goods are held for a short time.
///
/// # Errors
/// [`ErrorCode::OrderOver`]; [`Error::TooMany`], counted together with codes to sign in.
#[crate::boxed]
pub async fn send_proof_code(shop: &Shop, access: &OrderAccess, guesser: &Guesser<'_>) -> Result<Proof> {
    let group = find_row(shop, access.code()).await?.ok_or(Error::NotFound)?;
    if !is_wanted(shop, &group).await? {
        return Ok(Proof::NotNeeded);
    }
    let phone = Phone::parse(&group.phone).map_err(Error::internal)?;
    identity::send_order_code(shop, *access.code(), &phone, guesser).await?;
    Ok(Proof::Done)
}

/// Takes the code that was sent: from now on the goods are held until the payment is due.
///
/// # Errors
/// [`Error::Fields`] on `code`; [`ErrorCode::OrderOver`]; [`Error::TooMany`] after as many wrong codes as when signing in.
#[crate::boxed]
pub async fn prove(shop: &Shop, access: &OrderAccess, typed: &str, guesser: &Guesser<'_>) -> Result<Proof> {
    let code = SignInCode::parse(typed).map_err(|error| Error::field("code", FieldCode::from(error)))?;
    let group = find_row(shop, access.code()).await?.ok_or(Error::NotFound)?;
    let number = group.phone.as_str();
    let account = identity::keyed(shop, &["account", number]);
    let buckets = identity::of_order_proof(shop, number, guesser);
    if let Err(error) = identity::take(shop, &buckets).await {
        security::note(Event::PhoneNotProved { account: &account });
        return Err(error);
    }
    let (id, order, now) = (group.id, *access.code(), shop.now());
    let handle = shop.clone();
    let answer = shop
        .db()
        .write(move |tx| {
            let (shop, buckets) = (handle.clone(), buckets.clone());
            Box::pin(async move {
                let proof = prove_in(&shop, tx, id, order, code, now).await?;
                identity::give_back_in(tx, now, &buckets).await?;
                Ok::<_, Error>(proof)
            })
        })
        .await;
    match &answer {
        Ok(Proof::Done) => security::note(Event::PhoneProved { account: &account }),
        Err(Error::Fields(_)) => security::note(Event::PhoneNotProved { account: &account }),
        Ok(Proof::NotNeeded) | Err(_) => {}
    }
    answer
}

async fn prove_in(
    shop: &Shop,
    tx: &Tx,
    id: OrderGroupId,
    order: OrderCode,
    code: SignInCode,
    now: i64,
) -> Result<Proof> {
    let group = Group::lock(tx, id).await?;
    if !decide(&group.row, &group.statuses(), group.balance.held() > 0)? {
        return Ok(Proof::NotNeeded);
    }
    if !identity::use_up_order_code(shop, tx, order, &group.row.phone, code, now).await? {
        return Err(Error::field("code", FieldCode::InvalidCode));
    }
    lengthen(tx, &group).await?;
    audit::note(
        tx,
        now,
        "buyer",
        AuditAction::OrderPhoneProved,
        &format!("group:{id}"),
        "",
    )
    .await?;
    Ok(Proof::Done)
}

/// Holds the goods until the payment is due, those of an accepted order as well: its cooperative may take that back.
async fn lengthen(tx: &Tx, group: &Group) -> Result<()> {
    order_group::Entity::update_many()
        .col_expr(order_group::Column::HoldsUntil, Expr::value(None::<i64>))
        .filter(order_group::Column::Id.eq(group.row.id))
        .exec(tx)
        .await?;
    reservation::Entity::update_many()
        .col_expr(reservation::Column::ExpiresAt, Expr::value(group.row.expires_at))
        .filter(reservation::Column::OrderId.is_in(group.orders.iter().map(|order| order.id)))
        .exec(tx)
        .await?;
    // Its network may order more: this was no invented number.
    order_origin::Entity::update_many()
        .col_expr(order_origin::Column::IsNewPhone, Expr::value(false))
        .filter(order_origin::Column::GroupId.eq(group.row.id))
        .exec(tx)
        .await?;
    Ok(())
}

async fn is_wanted(shop: &Shop, group: &order_group::Model) -> Result<bool> {
    let db = shop.db().read();
    let orders = order::Entity::find()
        .filter(order::Column::GroupId.eq(group.id))
        .all(db)
        .await?;
    let statuses: Vec<OrderStatus> = orders.iter().map(|order| order.status).collect();
    let balance = money::balance(db, group.id).await?.unwrap_or_default();
    decide(group, &statuses, balance.held() > 0)
}

/// Whether a proof is of use.
///
/// # Errors
/// [`ErrorCode::OrderOver`] when nothing of the order is left to hold.
fn decide(group: &order_group::Model, statuses: &[OrderStatus], has_money: bool) -> Result<bool> {
    let is_over = |status: &OrderStatus| matches!(status, OrderStatus::Canceled | OrderStatus::Expired);
    if statuses.iter().all(is_over) {
        return Err(Error::Refused(ErrorCode::OrderOver));
    }
    Ok(is_lengthened_by_proof(group.holds_until.is_some(), has_money, statuses))
}
