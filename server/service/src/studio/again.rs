//! What is sent once more because it came damaged or not at all: it is packed like an order, until it has left.

use db::entities::{damage_report, order};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{Action, Actor, CooperativeId, DamageReportId, ErrorCode, OrderId, OrderParty, OrderStep};

use super::orders::find_mine;
use super::signature;
use super::view::{StageCount, StepForm};
use crate::Shop;
use crate::error::{Error, Result};
use crate::messages::{Notice, tell};
use crate::orders::{Group, to_send_again};
use crate::rights::own_cooperative;

/// How far such orders are counted.
const MOST: u64 = 99;

/// The orders of which something is to be sent once more, the longest waiting first.
pub(super) async fn waiting(db: &impl ConnectionTrait, cooperative: CooperativeId, limit: u64) -> Result<Vec<OrderId>> {
    Ok(to_send_again()
        .select_only()
        .column(damage_report::Column::OrderId)
        .filter(damage_report::Column::CooperativeId.eq(cooperative))
        .group_by(damage_report::Column::OrderId)
        .order_by_asc(damage_report::Column::Id.min())
        .limit(limit)
        .into_tuple()
        .all(db)
        .await?)
}

/// How many they are.
pub(super) async fn count(db: &impl ConnectionTrait, cooperative: CooperativeId) -> Result<StageCount> {
    let waiting = waiting(db, cooperative, MOST + 1).await?;
    Ok(StageCount::up_to(waiting.len() as u64, MOST))
}

/// What is sent once more has left: the buyer is told, and the order's page names the new carrier. `report` is the number of
/// the report as it was sent, and of `form` the carrier and the parcel's number are read.
///
/// # Errors
/// [`Error::NotFound`] when it is another's, or nothing is sent once more because of that report;
/// [`ErrorCode::DoneAlready`] when it has left; [`Error::Fields`] on `carrier` or `tracking`.
#[crate::boxed]
pub async fn left_again(shop: &Shop, actor: Actor, id: OrderId, report: &str, form: &StepForm) -> Result<()> {
    let own = own_cooperative(actor, Action::MoveOrder)?;
    let report = report.parse().map(DamageReportId).map_err(|_| Error::NotFound)?;
    let said = StepForm {
        command: OrderStep::Dispatch.to_string(),
        ..form.clone()
    };
    let how = said.how(shop, OrderParty::Cooperative, signature(actor))?;
    shop.once()
        .write(move |tx| {
            let how = how.clone();
            Box::pin(async move {
                let row = find_mine(tx, own, id).await?;
                let group = Group::lock(tx, row.group_id).await?;
                if !group.order(id)?.status.stands() {
                    return Err(Error::Refused(ErrorCode::OrderOver));
                }
                let found = damage_report::Entity::find_by_id(report)
                    .filter(damage_report::Column::OrderId.eq(id))
                    .filter(damage_report::Column::Again.is_not_null())
                    .one(tx)
                    .await?
                    .ok_or(Error::NotFound)?;
                if found.again_left_at.is_some() {
                    return Err(Error::Refused(ErrorCode::DoneAlready));
                }
                damage_report::Entity::update_many()
                    .col_expr(damage_report::Column::AgainLeftAt, Expr::value(how.now))
                    .filter(damage_report::Column::Id.eq(report))
                    .exec(tx)
                    .await?;
                let name = |text: &str| (!text.is_empty()).then(|| text.to_owned());
                order::Entity::update_many()
                    .col_expr(order::Column::Carrier, Expr::value(name(&how.carrier)))
                    .col_expr(order::Column::Tracking, Expr::value(name(&how.tracking)))
                    .filter(order::Column::Id.eq(id))
                    .exec(tx)
                    .await?;
                let notice = Notice::OrderSent {
                    order: id,
                    carrier: how.carrier,
                    tracking: how.tracking,
                };
                tell(tx, how.now, notice).await
            })
        })
        .await
}
