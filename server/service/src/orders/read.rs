//! Reading orders into views.

use std::collections::HashMap;

use db::Readable;
use db::entities::{order, order_event, order_group, order_line, order_reduction, payment};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use domain::hold::is_lengthened_by_proof;
use domain::{
    Balance, Currency, DeliveryMethod, GoodsClass, Locale, Money, OrderCode, OrderGroupStatus, OrderId, OrderNote,
    OrderParty, OrderStatus, OrderStep, PaymentReference, Phone, Quantity, StationId,
};

use super::access::{OrderAccess, find_row};
use super::conversation::messages_of;
use super::report::{reports_of, rules_of};
use super::steps::state_of;
use super::view::{CancelView, DeliveryView, OrderGroupView, OrderLineView, OrderView, ReductionView, ReturnsView};
use crate::directory::Directory;
use crate::error::{Error, Result};
use crate::money::{self, MoneyView};
use crate::stations::StationView;
use crate::{Picture, Shop, Shown, stations};

/// An order group, for whoever has proved that they may see it.
///
/// # Errors
/// [`Error::NotFound`] when it is gone.
#[crate::boxed]
pub async fn view(shop: &Shop, locale: Locale, access: &OrderAccess) -> Result<OrderGroupView> {
    let group = find_row(shop, access.code()).await?.ok_or(Error::NotFound)?;
    let db = shop.db().read();
    let directory = shop.directory();
    let bill = payment::Entity::find()
        .filter(payment::Column::GroupId.eq(group.id))
        .one(db)
        .await?
        .ok_or(Error::NotFound)?;
    let rows = order::Entity::find()
        .filter(order::Column::GroupId.eq(group.id))
        .order_by_asc(order::Column::Id)
        .all(db)
        .await?;
    let balance = money::balance(db, group.id).await?.unwrap_or_default();
    let now = shop.now();
    let mut can_cancel = false;
    for row in &rows {
        let state = state_of(&group, &rows, row, balance);
        if !state.status.is_terminal() {
            can_cancel = state.apply(OrderStep::Cancel, OrderParty::Buyer, now).is_ok();
            if !can_cancel {
                break;
            }
        }
    }
    let ids: Vec<OrderId> = rows.iter().map(|row| row.id).collect();
    let messages = messages_of(db, &ids).await?;
    let orders = order_views(db, &directory, &group, rows).await?;
    let payment_status = bill.status;
    let statuses: Vec<OrderStatus> = orders.iter().map(|o| o.status).collect();
    let status = OrderGroupStatus::derive(&statuses, balance.is_paid());
    let currency = group.currency;
    let money = |minor| Money::new(minor, currency);
    Ok(OrderGroupView {
        code: stored(OrderCode::parse(&group.code).ok())?,
        locale: group.locale,
        status,
        placed_at: group.placed_at,
        expires_at: group.expires_at,
        holds_until: group.holds_until,
        can_prove: is_lengthened_by_proof(group.holds_until.is_some(), balance.held() > 0, &statuses),
        buyer_name: group.buyer_name.clone(),
        phone_masked: Phone::parse(&group.phone).map(|p| p.masked()).unwrap_or_default(),
        delivery: delivery_of(&directory, &group, locale)?,
        note: group.note.clone(),
        payment_method: group.payment_method,
        payment_status,
        payment_reference: stored(PaymentReference::parse(&bill.reference).ok())?,
        due: orders
            .iter()
            .filter(|o| !matches!(o.status, OrderStatus::Canceled | OrderStatus::Expired))
            .try_fold(money(0), |sum, o| sum.checked_add(o.total))?,
        money: MoneyView::of(balance, currency),
        can_cancel,
        messages,
        orders,
        goods: money(group.goods_minor),
        freight: money(group.freight_minor),
        total: money(group.total_minor),
    })
}

/// Where a group goes.
pub(crate) fn delivery_of(directory: &Directory, group: &order_group::Model, locale: Locale) -> Result<DeliveryView> {
    match group.delivery {
        DeliveryMethod::Address => Ok(DeliveryView::Address {
            province: stored(group.province)?,
            city: group.city.clone().unwrap_or_default(),
            district: group.district.clone().unwrap_or_default(),
            street: group.street.clone().unwrap_or_default(),
        }),
        DeliveryMethod::Station => {
            let id = stored(group.station_id)?;
            let station = match directory.station(id) {
                Some(station) => stations::view(directory, station, locale),
                None => frozen_station(group, id),
            };
            Ok(DeliveryView::Station(Box::new(station)))
        }
    }
}

/// A station as it was at the sale, when its row is gone.
fn frozen_station(group: &order_group::Model, id: StationId) -> StationView {
    let code = group.station_code.clone().unwrap_or_default();
    let lang = group.station_name_lang.unwrap_or_default();
    let shown = |text: Option<&String>| Shown {
        text: text.cloned().unwrap_or_default(),
        lang,
        outdated: false,
    };
    StationView {
        id,
        name: shown(group.station_name.as_ref().or(Some(&code))),
        township: shown(group.station_township.as_ref()),
        code,
        address: None,
        phone: None,
        hours: Vec::new(),
        is_open: false,
    }
}

/// Views of the orders of one group, with lines and events in two reads.
pub(crate) async fn order_views(
    db: &impl ConnectionTrait,
    directory: &Directory,
    group: &order_group::Model,
    rows: Vec<order::Model>,
) -> Result<Vec<OrderView>> {
    let currency = group.currency;
    let lang = group.locale;
    let ids: Vec<OrderId> = rows.iter().map(|o| o.id).collect();
    let mut lines: HashMap<OrderId, Vec<OrderLineView>> = HashMap::new();
    for row in order_line::Entity::find()
        .filter(order_line::Column::OrderId.is_in(ids.clone()))
        .order_by_asc(order_line::Column::Id)
        .all(db)
        .await?
    {
        lines.entry(row.order_id).or_default().push(line_view(&row, currency));
    }
    let mut history: HashMap<OrderId, Vec<(OrderNote, i64)>> = HashMap::new();
    for row in order_event::Entity::find()
        .filter(order_event::Column::OrderId.is_in(ids.iter().copied()))
        .order_by_asc(order_event::Column::Id)
        // A word of a newer program's is no reason not to show the order.
        .readable(db)
        .await?
    {
        history.entry(row.order_id).or_default().push((row.kind, row.at));
    }
    let money = |minor| Money::new(minor, currency);
    let mut reports = reports_of(db, &ids, currency).await?;
    let mut reductions: HashMap<OrderId, Vec<ReductionView>> = HashMap::new();
    for row in order_reduction::Entity::find()
        .filter(order_reduction::Column::OrderId.is_in(ids))
        .order_by_asc(order_reduction::Column::Id)
        .readable(db)
        .await?
    {
        // What goes back because goods were spoilt is told with the report.
        if reports.reductions.contains(&row.id) {
            continue;
        }
        reductions.entry(row.order_id).or_default().push(ReductionView {
            reason: row.reason,
            note: row.note,
            amount: money(row.amount_minor),
            is_replaced: row.line_id.is_some(),
            at: row.at,
        });
    }
    rows.into_iter()
        .map(|row| {
            // What it is paid by does not matter to that.
            let state = state_of(group, &[], &row, Balance::default());
            let may_decline = state.may_decline_replacement(OrderParty::Buyer).is_ok();
            let history = history.remove(&row.id).unwrap_or_default();
            let returns = ReturnsView {
                rules: rules_of(group),
                handed_over_at: handed_over(&history),
                state,
                reports: reports.of.remove(&row.id).unwrap_or_default(),
            };
            let slug = directory.cooperative(row.cooperative_id).map(|c| c.entry.slug.clone());
            Ok(OrderView {
                id: row.id,
                cooperative: Shown {
                    text: row.cooperative_name,
                    lang: row.cooperative_name_lang.unwrap_or(lang),
                    outdated: false,
                },
                cooperative_slug: slug.unwrap_or_default(),
                status: row.status,
                fulfilment: row.fulfilment,
                lines: lines.remove(&row.id).unwrap_or_default(),
                goods: money(row.goods_minor),
                freight: money(row.freight_minor),
                total: money(row.total_minor),
                history,
                carrier: row.carrier.unwrap_or_default(),
                tracking: row.tracking.unwrap_or_default(),
                canceled: row.cancel_reason.map(|reason| CancelView {
                    reason,
                    note: row.cancel_note.unwrap_or_default(),
                }),
                reductions: reductions.remove(&row.id).unwrap_or_default(),
                may_decline,
                returns,
            })
        })
        .collect()
}

/// When an order was handed over, by its history.
fn handed_over(history: &[(OrderNote, i64)]) -> Option<i64> {
    let last = history.iter().rev().find(|(note, _)| *note == OrderNote::Delivered);
    last.map(|(_, at)| *at)
}

/// A frozen line.
pub(crate) fn line_view(row: &order_line::Model, currency: Currency) -> OrderLineView {
    OrderLineView {
        id: row.id,
        replaces: row.replaces,
        name: Shown {
            text: row.name.clone(),
            lang: row.name_lang,
            outdated: false,
        },
        product_slug: row.product_slug.clone(),
        picture: Picture::unpack(&row.picture),
        unit: row.unit,
        quantity: Quantity(row.quantity - row.missing),
        missing: Quantity(row.missing),
        net_grams: row.net_grams,
        price: Money::new(row.price_minor, currency),
        total: Money::new(row.total_minor - row.missing_minor, currency),
        // Nothing is promised to be taken back that nobody spoke of.
        goods_class: row.goods_class.unwrap_or(GoodsClass::Fresh),
    }
}

/// A value the shop itself wrote: if it is not there or cannot be read, the row is damaged or from a newer version.
pub(crate) fn stored<T>(value: Option<T>) -> Result<T> {
    value.ok_or_else(|| Error::internal(std::io::Error::other("a stored value is missing or not known")))
}
