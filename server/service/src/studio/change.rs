//! What sending less and sending something else share: why, the order as it was looked at, and what becomes of the stock.

use db::Tx;
use db::entities::{order, order_event, stock};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use domain::{Actor, ErrorCode, FieldCode, OfferId, OrderId, OrderNote, OrderParty, ReductionReason, StockReason};

use super::ledger::{self, By};
use super::orders::find_mine;
use super::signature;
use super::view::StepForm;
use crate::Shop;
use crate::catalog::{outdate_editors, refresh_availability};
use crate::error::{Error, Result};
use crate::orders::{Group, How};
use crate::rights::OwnCooperative;

/// Why something of an order is not sent, and who says so.
#[derive(Clone, Debug)]
pub(super) struct Why {
    pub reason: ReductionReason,
    pub how: How,
    pub by: By,
}

impl Why {
    /// What a form says.
    ///
    /// # Errors
    /// [`Error::Fields`] on `reason` or `note`.
    pub fn of(shop: &Shop, actor: Actor, reason: &str, note: &str) -> Result<Self> {
        let reason = ReductionReason::parse(reason).ok_or_else(|| Error::field("reason", FieldCode::Required))?;
        let said = StepForm {
            note: note.to_owned(),
            ..StepForm::default()
        };
        Ok(Self {
            reason,
            how: said.how(shop, OrderParty::Cooperative, signature(actor))?,
            by: By::new(shop, actor),
        })
    }
}

/// An order of this cooperative of which less, or something else, can still be sent.
///
/// # Errors
/// [`Error::NotFound`] when it is another's; [`Error::Refused`] with the reason when nothing can be changed any more.
pub(super) async fn find_open(
    db: &impl ConnectionTrait,
    own: OwnCooperative,
    id: OrderId,
) -> Result<(order::Model, Group)> {
    let row = find_mine(db, own, id).await?;
    let group = Group::read(db, row.group_id).await?;
    group
        .state(&row)
        .may_reduce(OrderParty::Cooperative)
        .map_err(|refusal| Error::Refused(refusal.into()))?;
    Ok((row, group))
}

/// Locks an order of this cooperative, as it was when its page showed `seen`.
///
/// # Errors
/// [`Error::NotFound`] when it is another's; [`ErrorCode::InvalidTransition`] when somebody else changed it since.
pub(super) async fn lock_as_seen(tx: &Tx, own: OwnCooperative, id: OrderId, seen: i64) -> Result<Group> {
    let row = find_mine(tx, own, id).await?;
    let group = Group::lock(tx, row.group_id).await?;
    if last_change(tx, id).await? != seen {
        return Err(Error::Refused(ErrorCode::InvalidTransition));
    }
    Ok(group)
}

/// The last time that what is sent of an order became another; 0 when it never did. What it costs may stay the same.
pub(super) async fn last_change(db: &impl ConnectionTrait, order: OrderId) -> Result<i64> {
    let changes = [
        OrderNote::Reduced,
        OrderNote::Replaced,
        OrderNote::ReplaceUndone,
        OrderNote::ReplacementDeclined,
    ];
    let last = order_event::Entity::find()
        .filter(order_event::Column::OrderId.eq(order))
        .filter(order_event::Column::Kind.is_in(changes))
        .order_by_desc(order_event::Column::Id)
        .one(db)
        .await?;
    Ok(last.map_or(0, |event| event.id.get()))
}

/// What is not there, or no good, is not for sale either. What was noted as lost before the order was changed is not noted
/// twice. Answers how much was taken off the stock.
pub(super) async fn write_off(
    tx: &Tx,
    less: &[(OfferId, i64)],
    reason: StockReason,
    code: &str,
    by: By,
) -> Result<i64> {
    let offers: Vec<OfferId> = less.iter().map(|(offer, _)| *offer).collect();
    let rows: Vec<stock::Model> = ledger::lock(tx, &offers).await?;
    let mut written_off = 0;
    for row in rows {
        let Some((_, less)) = less.iter().find(|(offer, _)| *offer == row.offer_id) else {
            continue;
        };
        let noted = (row.reserved + less - row.on_hand).clamp(0, *less);
        let on_hand = (row.on_hand - (less - noted)).max(0);
        if on_hand < row.on_hand {
            ledger::book(tx, &row, on_hand, reason, code, by).await?;
            written_off += row.on_hand - on_hand;
        }
    }
    Ok(written_off)
}

/// Editors and lists show what is free now.
pub(super) async fn stock_changed(tx: &Tx, offers: &[OfferId], now: i64) -> Result<()> {
    outdate_editors(tx, offers, now).await?;
    refresh_availability(tx, offers).await
}
