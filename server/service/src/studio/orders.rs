//! One order of a cooperative: its own part only, and of the buyer only what packing needs.

use std::collections::BTreeSet;

use db::Readable;
use db::entities::{order, order_event, order_group};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{
    Action, Actor, CancelReason, ErrorCode, FieldCode, FulfilmentStatus, Locale, LotId, OfferId, OrderCode, OrderId,
    OrderNote, OrderParty, OrderStage, OrderState, OrderStep, Phone, Subject, UNDO_MS, clean_name, plain_digits,
    rights,
};

use super::change::stock_changed;
use super::goods::Goods;
use super::ledger;
use super::list::awaiting_transfer;
use super::lots::lots_of;
use super::reduction::weigh;
use super::view::{Moved, StepForm, StudioOrderPage};
use super::{is_support, signature};
use crate::Shop;
use crate::error::{Error, Result, text_code};
use crate::money::MoneyView;
use crate::orders::{DeliveryView, Group, How, delivery_of, is_on_hand, messages_of, order_views, sent_again};
use crate::rights::{OwnCooperative, own_cooperative};

/// Longest carrier, number and note, characters.
const MAX_SAID: usize = 200;
/// Orders that take a step together, as many as a section of the packing list has.
const MOST_AT_ONCE: usize = 50;

/// One order of this cooperative.
///
/// # Errors
/// [`Error::NotFound`] when it is another's.
#[crate::boxed]
pub async fn order(shop: &Shop, actor: Actor, locale: Locale, id: OrderId) -> Result<StudioOrderPage> {
    let cooperative = own_cooperative(actor, Action::ReadOrders)?;
    let db = shop.db().read();
    let row = find_mine(db, cooperative, id).await?;
    let whole = Group::read(db, row.group_id).await?;
    let state = whole.state(&row);
    let (group, balance) = (whole.row, whole.balance);
    let directory = shop.directory();
    let destination = destination(shop, &group, locale)?;
    // Who packs and delivers may have to call; once that is done, nobody needs the number any more.
    let is_under_way = !state.status.is_terminal() && state.fulfilment != FulfilmentStatus::Delivered;
    let is_open = is_under_way || !sent_again(db, &[id]).await?.is_empty();
    let currency = group.currency;
    let goods = Goods::of(db, &[id], locale).await?;
    let stage = stage_of(db, &row).await?;
    let this = [id];
    let (packed, to_pack): (&[OrderId], &[OrderId]) = match stage {
        OrderStage::ToPack => (&[], &this),
        _ => (&this, &[]),
    };
    let lots = lots_of(db, &goods, packed, to_pack)
        .await?
        .remove(&id)
        .unwrap_or_default();
    let is_short = is_under_way && !state.fulfilment.has_left() && ledger::is_short(db, id).await?;
    let views = order_views(db, &directory, &group, vec![row]).await?;
    let mut order = views.into_iter().next().ok_or(Error::NotFound)?;
    for (view, line) in order.lines.iter_mut().zip(goods.lines(id)) {
        view.name = goods.name(line);
    }
    let is_cheaper = order.reductions.iter().any(|less| less.amount.minor > 0) || order.returns.given_back() > 0;
    let money = MoneyView::of(balance, currency);
    let money = MoneyView {
        state: state.payment_state(money.state, is_cheaper),
        ..money
    };
    let steps = steps(actor, state, shop.now());
    let just_replaced = match order.history.last() {
        Some((OrderNote::Replaced, at)) => state
            .may_undo_replacement(OrderParty::Cooperative, *at, shop.now())
            .is_ok()
            .then_some(at + UNDO_MS),
        _ => None,
    };
    let messages = messages_of(db, &[id]).await?.remove(&id).unwrap_or_default();
    let is_known = !group.buyer_name.is_empty();
    let may_write = is_known && rights::may(actor, Action::MoveOrder, Subject::Cooperative(cooperative.id())).is_ok();
    Ok(StudioOrderPage {
        code: OrderCode::parse(&group.code).map_err(Error::internal)?,
        order,
        stage,
        undo_until: steps
            .iter()
            .any(|step| step.is_undo())
            .then(|| state.moved_at_ms + UNDO_MS),
        steps,
        messages,
        may_write,
        may_hide: may_write && is_support(actor),
        is_short,
        lots,
        undo_replacement: just_replaced.filter(|_| may_write),
        may_reduce: may_write && state.may_reduce(OrderParty::Cooperative).is_ok(),
        payment_method: state.payment.method,
        money,
        phone: is_open
            .then(|| Phone::parse(&group.phone).map_or_else(|_| group.phone.clone(), |phone| phone.display())),
        note: if is_open { group.note.clone() } else { String::new() },
        is_to_station: group.station_id.is_some(),
        buyer_name: group.buyer_name,
        destination,
        placed_at: group.placed_at,
    })
}

/// An order of this cooperative.
pub(super) async fn find_mine(db: &impl ConnectionTrait, own: OwnCooperative, id: OrderId) -> Result<order::Model> {
    order::Entity::find_by_id(id)
        .filter(order::Column::CooperativeId.eq(own.id()))
        .one(db)
        .await?
        .ok_or(Error::NotFound)
}

/// The steps that this member can take now: none who only reads.
pub(super) fn steps(actor: Actor, state: OrderState, now: i64) -> Vec<OrderStep> {
    let own = actor.cooperative().map(Subject::Cooperative);
    if own.is_some_and(|own| rights::may(actor, Action::MoveOrder, own).is_ok()) {
        state.possible_steps(OrderParty::Cooperative, now)
    } else {
        Vec::new()
    }
}

async fn stage_of(db: &impl ConnectionTrait, row: &order::Model) -> Result<OrderStage> {
    let awaits = awaiting_transfer(db, &[row.group_id]).await?;
    Ok(OrderStage::of(row.status, row.fulfilment, !awaits.is_empty()))
}

/// Where an order goes, in one line.
pub(super) fn destination(shop: &Shop, group: &order_group::Model, locale: Locale) -> Result<String> {
    Ok(match delivery_of(&shop.directory(), group, locale)? {
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
    })
}

/// A step that was just taken with an order of this cooperative, for the notice after it; nothing when it is not the last
/// thing that happened to the order.
///
/// # Errors
/// [`Error::NotFound`] when it is another's.
#[crate::boxed]
pub async fn moved(shop: &Shop, actor: Actor, id: OrderId, step: OrderStep) -> Result<Option<Moved>> {
    let cooperative = own_cooperative(actor, Action::ReadOrders)?;
    let db = shop.db().read();
    let row = find_mine(db, cooperative, id).await?;
    let group = Group::read(db, row.group_id).await?;
    let state = group.state(&row);
    let last = order_event::Entity::find()
        .filter(order_event::Column::OrderId.eq(id))
        .order_by_desc(order_event::Column::Id)
        .limit(1)
        .readable(db)
        .await?;
    if last.first().map(|event| event.kind) != Some(step.note()) {
        return Ok(None);
    }
    let undo = steps(actor, state, shop.now())
        .into_iter()
        .find(|possible| step.undone_by() == Some(*possible));
    Ok(Some(Moved {
        id,
        step,
        code: OrderCode::parse(&group.row.code).map_err(Error::internal)?,
        undo: undo.map(|step| (step, state.moved_at_ms + UNDO_MS)),
    }))
}

/// Takes the step that a form of the order's page asks for.
///
/// # Errors
/// [`Error::NotFound`] when it is another's; [`Error::Refused`] with the reason when that step cannot be taken now;
/// [`Error::Fields`] named as in the form.
#[crate::boxed]
pub async fn move_on(shop: &Shop, actor: Actor, id: OrderId, form: StepForm) -> Result<()> {
    let cooperative = own_cooperative(actor, Action::MoveOrder)?;
    let step = OrderStep::parse(&form.command).ok_or(Error::Refused(ErrorCode::InvalidTransition))?;
    let how = form.how(shop, OrderParty::Cooperative, signature(actor))?;
    shop.once()
        .write(move |tx| {
            let (how, weights) = (how.clone(), form.weights.clone());
            Box::pin(async move {
                let group = find_mine(tx, cooperative, id).await?.group_id;
                let mut group = Group::lock(tx, group).await?;
                let lighter = match step {
                    OrderStep::Pack => weigh(tx, &mut group, id, &weights, &how).await?,
                    _ => Vec::new(),
                };
                group.take(tx, id, step, &how).await?;
                if lighter.is_empty() {
                    return Ok(());
                }
                stock_changed(tx, &lighter, how.now).await
            })
        })
        .await
}

/// Takes a step with many orders of this cooperative at once, one that says nothing of an order alone: accepting, or handing over
/// to one carrier. What cannot take it now stays as it is.
///
/// # Errors
/// [`Error::NotFound`] when one is another's; [`Error::Refused`] when none can take it, as [`ErrorCode::StockShort`] where
/// goods are missing, when there are too many, and for other steps; [`Error::Fields`] on `carrier`.
#[crate::boxed]
pub async fn move_all(shop: &Shop, actor: Actor, orders: &[OrderId], form: &StepForm) -> Result<()> {
    let cooperative = own_cooperative(actor, Action::MoveOrder)?;
    let step = OrderStep::parse(&form.command)
        .filter(|step| matches!(step, OrderStep::Accept | OrderStep::Dispatch))
        .ok_or(Error::Refused(ErrorCode::InvalidTransition))?;
    if orders.len() > MOST_AT_ONCE {
        return Err(Error::Refused(ErrorCode::TooLarge));
    }
    let how = form.how(shop, OrderParty::Cooperative, signature(actor))?;
    let orders = orders.to_vec();
    shop.once()
        .write(move |tx| {
            let (how, orders) = (how.clone(), orders.clone());
            Box::pin(async move {
                let ids: BTreeSet<OrderId> = orders.into_iter().collect();
                let rows = order::Entity::find()
                    .filter(order::Column::Id.is_in(ids.iter().copied()))
                    .filter(order::Column::CooperativeId.eq(cooperative.id()))
                    .all(tx)
                    .await?;
                if rows.len() < ids.len() {
                    return Err(Error::NotFound);
                }
                let mut found: Vec<_> = rows.iter().map(|row| (row.group_id, row.id)).collect();
                // Two who do this at once lock the groups in the same order.
                found.sort_unstable();
                let (mut is_any, mut is_short) = (false, false);
                for (group, id) in found {
                    let mut group = Group::lock(tx, group).await?;
                    let state = group.state(group.order(id)?);
                    if state.apply(step, how.party, how.now).is_err() {
                        continue;
                    }
                    // One for which there is too little does not hold up the others.
                    if step == OrderStep::Dispatch && !is_on_hand(tx, id).await? {
                        is_short = true;
                        continue;
                    }
                    group.take(tx, id, step, &how).await?;
                    is_any = true;
                }
                if is_any {
                    Ok(())
                } else if is_short {
                    Err(Error::Refused(ErrorCode::StockShort))
                } else {
                    Err(Error::Refused(ErrorCode::InvalidTransition))
                }
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
        // Buyers read who carries it.
        let carrier = clean_name(&self.carrier).map_err(|error| Error::field("carrier", text_code(error)))?;
        Ok(How {
            reason: match CancelReason::parse(&self.reason) {
                None if party == OrderParty::Cooperative && self.command == OrderStep::Cancel.as_str() => {
                    return Err(Error::field("reason", FieldCode::Required));
                }
                None => Some(CancelReason::Other),
                reason => reason,
            },
            note: text("note", &self.note)?,
            carrier: text("carrier", &carrier)?,
            tracking: plain_digits(&text("tracking", &self.tracking)?),
            lots: self.chosen_lots()?,
            texts: Some(shop.texts().clone()),
            ..How::plain(party, by, shop.now())
        })
    }

    /// The lots that were chosen; the oldest needs no choice.
    fn chosen_lots(&self) -> Result<Vec<(OfferId, LotId)>> {
        let chosen = self.lots.iter().filter(|(_, typed)| !typed.is_empty());
        chosen
            .map(|(offer, typed)| match typed.parse() {
                Ok(lot) => Ok((*offer, LotId(lot))),
                Err(_) => Err(Error::field(format!("lot-{offer}"), FieldCode::InvalidChoice)),
            })
            .collect()
    }
}
