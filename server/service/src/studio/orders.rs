//! Orders of a cooperative: its own part only, and of the buyer only what packing needs.

use db::Readable;
use db::entities::{order, order_group, order_line, payment};
use db::sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use domain::{
    Action, Actor, CancelReason, CooperativeId, ErrorCode, FieldCode, FulfilmentStatus, Locale, Money, OrderCode,
    OrderGroupId, OrderId, OrderParty, OrderStatus, OrderStep, PaymentMethod, PaymentStatus, Phone,
};

use super::signature;
use super::view::{StepForm, StudioOrder, StudioOrderPage};
use crate::Shop;
use crate::error::{Error, Result};
use crate::money::{self, MoneyView};
use crate::orders::{DeliveryView, Group, How, delivery_of, line_view, order_views, state_of};
use crate::rights::own_cooperative;

/// Longest carrier, number and note, characters.
const MAX_SAID: usize = 200;
/// Orders on one page.
const PAGE: u64 = 30;

/// Orders that can be accepted now: not those whose transfer has not come in.
pub(super) async fn waiting(shop: &Shop, cooperative: CooperativeId) -> Result<u64> {
    let awaited = payment::Entity::find()
        .select_only()
        .column(payment::Column::GroupId)
        .filter(payment::Column::Method.eq(PaymentMethod::BankTransfer))
        .filter(payment::Column::Status.eq(PaymentStatus::Created))
        .into_query();
    Ok(order::Entity::find()
        .filter(order::Column::CooperativeId.eq(cooperative))
        .filter(order::Column::Status.eq(OrderStatus::Placed))
        .filter(order::Column::GroupId.not_in_subquery(awaited))
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
        .filter(order::Column::CooperativeId.eq(cooperative.id()))
        .order_by_desc(order::Column::Id)
        .offset(u64::from(Ord::min(page.saturating_sub(1), 10_000)) * PAGE)
        .limit(PAGE)
        .readable(db)
        .await?;
    let ids: Vec<OrderId> = rows.iter().map(|o| o.id).collect();
    let groups: Vec<OrderGroupId> = rows.iter().map(|o| o.group_id).collect();
    let lines = order_line::Entity::find()
        .filter(order_line::Column::OrderId.is_in(ids))
        .readable(db)
        .await?;
    let sums = money::balances(db, &groups).await?;
    let groups = order_group::Entity::find()
        .filter(order_group::Column::Id.is_in(groups))
        .readable(db)
        .await?;
    rows.into_iter()
        .filter_map(|row| {
            let group = groups.iter().find(|group| group.id == row.group_id)?;
            Some((group, sums.get(&group.id)?.state(), row))
        })
        .map(|(group, payment, row)| {
            let currency = group.currency;
            let lines: Vec<_> = lines
                .iter()
                .filter(|l| l.order_id == row.id)
                .map(|l| line_view(l, currency))
                .collect();
            Ok(StudioOrder {
                id: row.id,
                code: OrderCode::parse(&group.code).map_err(Error::internal)?,
                placed_at: group.placed_at,
                status: row.status,
                lines,
                goods: Money::new(row.goods_minor, currency),
                payment,
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
    let row = order::Entity::find_by_id(id)
        .filter(order::Column::CooperativeId.eq(cooperative.id()))
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
    let all = order::Entity::find()
        .filter(order::Column::GroupId.eq(group.id))
        .all(db)
        .await?;
    let balance = money::balance(db, group.id).await?.unwrap_or_default();
    let state = state_of(&group, &all, &row, balance);
    // Who packs and delivers may have to call; once that is done, nobody needs the number any more.
    let is_open = !state.status.is_terminal() && state.fulfilment != FulfilmentStatus::Delivered;
    let currency = group.currency;
    let views = order_views(db, &directory, &group, vec![row]).await?;
    Ok(StudioOrderPage {
        code: OrderCode::parse(&group.code).map_err(Error::internal)?,
        order: views.into_iter().next().ok_or(Error::NotFound)?,
        steps: state.possible_steps(OrderParty::Cooperative, shop.now()),
        payment_method: state.payment.method,
        money: MoneyView::of(balance, currency),
        phone: is_open
            .then(|| Phone::parse(&group.phone).map_or_else(|_| group.phone.clone(), |phone| phone.display())),
        note: if is_open { group.note.clone() } else { String::new() },
        is_to_station: group.station_id.is_some(),
        buyer_name: group.buyer_name,
        destination,
        placed_at: group.placed_at,
    })
}

/// Takes the step that a form of the order's page asks for.
///
/// # Errors
/// [`Error::NotFound`] when it is another's; [`Error::Refused`] with the reason when that step cannot be taken now.
pub async fn move_on(shop: &Shop, actor: Actor, id: OrderId, form: impl Into<StepForm>) -> Result<()> {
    let cooperative = own_cooperative(actor, Action::MoveOrder)?;
    let form: StepForm = form.into();
    let step = OrderStep::parse(&form.command).ok_or(Error::Refused(ErrorCode::InvalidTransition))?;
    let how = form.how(shop, OrderParty::Cooperative, signature(actor))?;
    shop.once()
        .write(move |tx| {
            let how = how.clone();
            Box::pin(async move {
                let group = order::Entity::find_by_id(id)
                    .filter(order::Column::CooperativeId.eq(cooperative.id()))
                    .one(tx)
                    .await?
                    .ok_or(Error::NotFound)?
                    .group_id;
                Group::lock(tx, group).await?.take(tx, id, step, &how).await
            })
        })
        .await
}

impl StepForm {
    /// What is said with the step.
    pub(crate) fn how(&self, shop: &Shop, party: OrderParty, by: String) -> Result<How> {
        let text = |field: &'static str, typed: &str| {
            let typed = typed.trim();
            if typed.chars().count() > MAX_SAID {
                Err(Error::field(field, FieldCode::TooLong))
            } else if typed.chars().any(char::is_control) {
                Err(Error::field(field, FieldCode::InvalidText))
            } else {
                Ok(typed.to_owned())
            }
        };
        Ok(How {
            reason: CancelReason::parse(&self.reason).unwrap_or(CancelReason::Other),
            note: text("note", &self.note)?,
            carrier: text("carrier", &self.carrier)?,
            tracking: text("tracking", &self.tracking)?,
            texts: Some(shop.texts().clone()),
            ..How::plain(party, by, shop.now())
        })
    }
}
