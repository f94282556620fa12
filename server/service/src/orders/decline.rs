//! A buyer who does not want what would be sent in place of what was ordered.

use db::entities::{order, order_line};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use domain::{CancelReason, ErrorCode, OrderLineId, OrderNote, OrderParty, OrderStep, ReductionReason};

use super::access::{OrderAccess, find_row};
use super::reduce::lines_of;
use super::steps::{Group, How, note_event};
use crate::Shop;
use crate::catalog::refresh_availability;
use crate::error::{Error, Result};
use crate::messages::{Notice, tell};

/// Says no to a line that is sent in another's place: it is not sent, and what was paid for it goes back. When nothing else
/// is left of that cooperative's part, all of the part is called off.
///
/// # Errors
/// [`Error::NotFound`] when the line takes no other's place, or is of an order that was not opened; [`Error::Refused`] with
/// the reason, as once the parcel has left.
#[crate::boxed]
pub async fn decline(shop: &Shop, access: &OrderAccess, line: OrderLineId) -> Result<()> {
    let id = find_row(shop, access.code()).await?.ok_or(Error::NotFound)?.id;
    let how = How {
        texts: Some(shop.texts().clone()),
        ..How::plain(OrderParty::Buyer, "buyer", shop.now())
    };
    shop.once()
        .write(move |tx| {
            let how = how.clone();
            Box::pin(async move {
                let mut group = Group::lock(tx, id).await?;
                let row = order_line::Entity::find_by_id(line)
                    .filter(order_line::Column::Replaces.is_not_null())
                    .one(tx)
                    .await?
                    .ok_or(Error::NotFound)?;
                let of: &order::Model = group.order(row.order_id)?;
                let order = of.id;
                group
                    .state(of)
                    .may_decline_replacement(how.party)
                    .map_err(|refusal| Error::Refused(refusal.into()))?;
                if row.missing == row.quantity {
                    return Err(Error::Refused(ErrorCode::DoneAlready));
                }
                let note = OrderNote::ReplacementDeclined;
                let is_rest = |other: &order_line::Model| other.id != line && other.missing < other.quantity;
                if lines_of(tx, order).await?.iter().any(is_rest) {
                    let reason = ReductionReason::BuyerAsked;
                    group.send_less(tx, order, &[(line, 0)], note, reason, &how).await?;
                    refresh_availability(tx, &[row.offer_id]).await?;
                } else {
                    let why = How {
                        reason: Some(CancelReason::BuyerAsked),
                        ..how.clone()
                    };
                    note_event(tx, order, how.now, note, &how.by).await?;
                    group.take(tx, order, OrderStep::Cancel, &why).await?;
                }
                tell(tx, how.now, Notice::ReplacementDeclined { order }).await
            })
        })
        .await
}
