//! Orders of a cooperative: its own part only, and of the buyer only what packing needs.

use db::Tx;
use db::entities::{offer, order, order_group, order_line, product, reservation, stock};
use db::sea_orm::sea_query::{Expr, ExprTrait};
use db::sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use domain::{
    Action, Actor, CooperativeId, Currency, ErrorCode, FulfilmentCommand, FulfilmentStatus, Locale, Money, OrderCode,
    OrderCommand, OrderId, OrderState, OrderStatus, PaymentCommand, ReservationCommand, ReservationStatus,
};

use super::signature;
use super::view::{StudioOrder, StudioOrderPage};
use crate::Shop;
use crate::error::{Error, Result};
use crate::orders::{
    DeliveryView, convert_reservations, delivery_of, free_stock, group_and_payment, line_view, note_event, order_views,
    settle, state_of,
};
use crate::rights::own_cooperative;

/// Orders on one page.
const PAGE: u64 = 30;

/// Orders waiting to be accepted.
pub(super) async fn waiting(shop: &Shop, cooperative: CooperativeId) -> Result<u64> {
    Ok(order::Entity::find()
        .filter(order::Column::CooperativeId.eq(cooperative.get()))
        .filter(order::Column::Status.eq(OrderStatus::Placed.as_str()))
        .count(shop.db().read())
        .await?)
}

/// A page of orders, newest first.
///
/// # Errors
/// [`Error::NotFound`] for anybody who is not of a cooperative.
pub async fn orders(shop: &Shop, actor: Actor, _locale: Locale, page: u32) -> Result<Vec<StudioOrder>> {
    let cooperative = own_cooperative(actor, Action::ReadOrders)?;
    let db = shop.db().read();
    let rows = order::Entity::find()
        .filter(order::Column::CooperativeId.eq(cooperative.get()))
        .order_by_desc(order::Column::Id)
        .offset(u64::from(Ord::min(page.saturating_sub(1), 10_000)) * PAGE)
        .limit(PAGE)
        .all(db)
        .await?;
    let ids: Vec<i64> = rows.iter().map(|o| o.id).collect();
    let groups: Vec<i64> = rows.iter().map(|o| o.group_id).collect();
    let lines = order_line::Entity::find()
        .filter(order_line::Column::OrderId.is_in(ids))
        .all(db)
        .await?;
    let groups = order_group::Entity::find()
        .filter(order_group::Column::Id.is_in(groups))
        .all(db)
        .await?;
    rows.into_iter()
        .map(|row| {
            let group = groups.iter().find(|g| g.id == row.group_id).ok_or(Error::NotFound)?;
            let currency = Currency::parse(&group.currency).unwrap_or(Currency::Cny);
            let lines: Vec<_> = lines
                .iter()
                .filter(|l| l.order_id == row.id)
                .map(|l| line_view(l, currency))
                .collect::<Result<_>>()?;
            Ok(StudioOrder {
                id: OrderId(row.id),
                code: OrderCode::parse(&group.code).map_err(Error::internal)?,
                placed_at: group.placed_at,
                status: OrderStatus::parse(&row.status).ok_or(Error::NotFound)?,
                lines,
                goods: Money::new(row.goods_minor, currency),
            })
        })
        .collect()
}

/// One order of this cooperative.
///
/// # Errors
/// [`Error::NotFound`] when it is another's.
pub async fn order(shop: &Shop, actor: Actor, locale: Locale, id: OrderId) -> Result<StudioOrderPage> {
    let cooperative = own_cooperative(actor, Action::ReadOrders)?;
    let db = shop.db().read();
    let row = order::Entity::find_by_id(id.get())
        .filter(order::Column::CooperativeId.eq(cooperative.get()))
        .one(db)
        .await?
        .ok_or(Error::NotFound)?;
    let group = order_group::Entity::find_by_id(row.group_id)
        .one(db)
        .await?
        .ok_or(Error::NotFound)?;
    let directory = shop.directory();
    let destination = match delivery_of(&directory, &group, locale)? {
        DeliveryView::Address {
            province,
            city,
            district,
            street,
        } => {
            let province = shop
                .texts()
                .by_id(locale, &format!("checkout-province-{}", province.code()))
                .unwrap_or_default();
            [province, city, district, street].join(" · ")
        }
        DeliveryView::Station(station) => format!("{} · {}", station.code, station.name.text),
    };
    let views = order_views(db, &directory, &group, vec![row]).await?;
    Ok(StudioOrderPage {
        code: OrderCode::parse(&group.code).map_err(Error::internal)?,
        order: views.into_iter().next().ok_or(Error::NotFound)?,
        buyer_name: group.buyer_name,
        destination,
        placed_at: group.placed_at,
    })
}

/// Moves an order on: `accept`, `pack`, `dispatch`, `ready`, `deliver` or `cancel`.
///
/// # Errors
/// [`Error::NotFound`] when it is another's; [`ErrorCode::StepOrder`] when that step cannot be taken now.
pub async fn move_on(shop: &Shop, actor: Actor, id: OrderId, command: &str) -> Result<()> {
    let cooperative = own_cooperative(actor, Action::MoveOrder)?;
    let step = Step::parse(command).ok_or(Error::Refused(ErrorCode::StepOrder))?;
    let (now, by) = (shop.now(), signature(actor));
    shop.db()
        .write(move |tx| {
            let by = by.clone();
            Box::pin(async move {
                let find =
                    || order::Entity::find_by_id(id.get()).filter(order::Column::CooperativeId.eq(cooperative.get()));
                let group = find().one(tx).await?.ok_or(Error::NotFound)?.group_id;
                let (group, bill) = group_and_payment(tx, group).await?;
                // Read again under the lock.
                let row = find().one(tx).await?.ok_or(Error::NotFound)?;
                let state = state_of(&row, &group, &bill)?;
                let next = step.take(state, now)?;
                step.move_stock(tx, row.id, now).await?;
                order::Entity::update_many()
                    .col_expr(order::Column::Status, Expr::value(next.status.as_str()))
                    .col_expr(order::Column::Fulfilment, Expr::value(next.fulfilment.as_str()))
                    .col_expr(order::Column::UpdatedAt, Expr::value(now))
                    .filter(order::Column::Id.eq(row.id))
                    .exec(tx)
                    .await?;
                note_event(tx, row.id, now, step.event(), &by).await?;
                match step {
                    Step::Cancel => settle(tx, &group, &bill, &[row], PaymentCommand::Void, now).await,
                    Step::Accept | Step::Fulfil(_) => Ok(()),
                }
            })
        })
        .await
}

/// A step a cooperative takes.
#[derive(Clone, Copy, Debug)]
enum Step {
    Accept,
    Cancel,
    Fulfil(FulfilmentCommand),
}

impl Step {
    fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "accept" => Self::Accept,
            "cancel" => Self::Cancel,
            "pack" => Self::Fulfil(FulfilmentCommand::Pack),
            "dispatch" => Self::Fulfil(FulfilmentCommand::Dispatch),
            "ready" => Self::Fulfil(FulfilmentCommand::Shelve),
            "deliver" => Self::Fulfil(FulfilmentCommand::Deliver),
            _ => return None,
        })
    }

    fn event(self) -> &'static str {
        match self {
            Self::Accept => "accepted",
            Self::Cancel => "canceled",
            Self::Fulfil(FulfilmentCommand::Pack) => "packed",
            Self::Fulfil(FulfilmentCommand::Dispatch) => "dispatched",
            Self::Fulfil(FulfilmentCommand::Shelve) => "ready-for-pickup",
            Self::Fulfil(FulfilmentCommand::Deliver) => "delivered",
        }
    }

    fn take(self, state: OrderState, now: i64) -> Result<OrderState> {
        let refused = |_| Error::Refused(ErrorCode::StepOrder);
        let next = match self {
            Self::Accept => state.apply(&OrderCommand::Accept, now).map_err(refused)?.0,
            Self::Cancel => state.apply(&OrderCommand::Cancel, now).map_err(refused)?.0,
            Self::Fulfil(command) => state.fulfil(&command, now).map_err(refused)?.0,
        };
        // Handed over and paid: nothing is left to do, so the order completes itself.
        match next.fulfilment {
            FulfilmentStatus::Delivered => Ok(next.apply(&OrderCommand::Complete, now).map_err(refused)?.0),
            _ => Ok(next),
        }
    }

    /// Accepting makes a reservation firm, dispatching takes the goods out of stock, cancelling gives them back.
    async fn move_stock(self, tx: &Tx, order: i64, now: i64) -> Result<()> {
        match self {
            Self::Accept => convert_reservations(tx, &[order]).await,
            Self::Cancel => free_stock(tx, order, ReservationCommand::Release, now).await,
            Self::Fulfil(FulfilmentCommand::Dispatch) => take_out(tx, order).await,
            Self::Fulfil(_) => Ok(()),
        }
    }
}

async fn take_out(tx: &Tx, order: i64) -> Result<()> {
    let mut held = reservation::Entity::find()
        .filter(reservation::Column::OrderId.eq(order))
        .filter(reservation::Column::Status.eq(ReservationStatus::Converted.as_str()))
        .all(tx)
        .await?;
    held.sort_unstable_by_key(|row| row.offer_id);
    for row in held {
        stock::Entity::update_many()
            .col_expr(
                stock::Column::OnHand,
                Expr::col(stock::Column::OnHand).sub(row.quantity),
            )
            .col_expr(
                stock::Column::Reserved,
                Expr::col(stock::Column::Reserved).sub(row.quantity),
            )
            .filter(stock::Column::OfferId.eq(row.offer_id))
            .exec(tx)
            .await?;
        outdate_editors(tx, row.offer_id).await?;
    }
    Ok(())
}

/// A product editor opened before shows more on hand than there is now: saving it would bring sent goods back.
async fn outdate_editors(tx: &Tx, offer: i64) -> Result<()> {
    let of_offer = offer::Entity::find()
        .select_only()
        .column(offer::Column::ProductId)
        .filter(offer::Column::Id.eq(offer))
        .into_query();
    product::Entity::update_many()
        .col_expr(product::Column::Version, Expr::col(product::Column::Version).add(1))
        .filter(product::Column::Id.in_subquery(of_offer))
        .exec(tx)
        .await?;
    Ok(())
}
