//! Sending less than was ordered: what it changes is shown before anything is done.

use db::Tx;
use db::entities::{order_event, stock};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use domain::{
    Action, Actor, ErrorCode, FieldCode, Locale, OfferId, OrderCode, OrderId, OrderLineId, OrderNote, OrderParty,
    Quantity, ReductionReason, StockReason,
};

use super::change_view::{ReduceForm, ReduceLine, ReducePage};
use super::goods::Goods;
use super::ledger::{self, By};
use super::orders::find_mine;
use super::signature;
use super::stock::stock_amount;
use super::view::StepForm;
use crate::Shop;
use crate::catalog::{outdate_editors, refresh_availability};
use crate::error::{Error, FieldErrors, Result};
use crate::orders::{Group, Reduced, lines_of, sold_line};
use crate::rights::own_cooperative;

/// An order of this cooperative with the amounts typed so far: what it would come to, and what would go back.
///
/// # Errors
/// [`Error::NotFound`] when it is another's; [`Error::Refused`] with the reason when nothing can be changed any more.
#[crate::boxed]
pub async fn reduce_page(
    shop: &Shop,
    actor: Actor,
    locale: Locale,
    id: OrderId,
    form: &ReduceForm,
) -> Result<ReducePage> {
    let own = own_cooperative(actor, Action::MoveOrder)?;
    let db = shop.db().read();
    let row = find_mine(db, own, id).await?;
    let group = Group::read(db, row.group_id).await?;
    group
        .state(&row)
        .may_reduce(OrderParty::Cooperative)
        .map_err(|refusal| Error::Refused(refusal.into()))?;
    let goods = Goods::of(db, &[id], locale).await?;
    let lines = lines_of(db, id).await?;
    let mut errors = FieldErrors::default();
    let mut views = Vec::new();
    let mut sent = Vec::new();
    for line in &lines {
        let sold = sold_line(&group, line);
        let now = sold.sent;
        let typed = form.typed(line.id);
        let wanted = match &typed {
            Some(typed) => errors.take(field_of(line.id), amount(typed, line.unit, now)),
            None => Some(now),
        };
        sent.extend(wanted.map(|wanted| (line.id, wanted)));
        views.push(ReduceLine {
            id: line.id,
            name: goods.name(line),
            unit: line.unit,
            net_grams: line.net_grams,
            ordered: Quantity(sold.ordered),
            now: Quantity(now),
            wanted: wanted.map(Quantity),
            typed,
        });
    }
    let reduced = match Reduced::of(&group, lines, &sent) {
        Ok(reduced) => Some(reduced).filter(|_| errors.is_empty()),
        Err(Error::Refused(ErrorCode::NothingLeft)) => {
            errors.take("lines", Err::<(), _>(FieldCode::Required));
            None
        }
        Err(error) => return Err(error),
    };
    let amount = reduced.as_ref().map(|reduced| reduced.amount);
    Ok(ReducePage {
        code: OrderCode::parse(&group.row.code).map_err(Error::internal)?,
        lines: views,
        errors,
        is_changed: reduced.as_ref().is_some_and(|reduced| reduced.less().next().is_some()),
        total: group.money(row.total_minor - amount.map_or(0, |amount| amount.minor)),
        amount: amount.unwrap_or(group.money(0)),
        refund: reduced.map_or(group.money(0), |reduced| reduced.refund(group.balance)),
        freight: group.money(row.freight_minor),
        seen: last_change(db, id).await?,
    })
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

/// Sends less, as the page before has shown it.
///
/// # Errors
/// [`Error::NotFound`] when it is another's; [`Error::Refused`] with the reason; [`Error::Fields`] named as in the form.
#[crate::boxed]
pub async fn reduce(shop: &Shop, actor: Actor, id: OrderId, form: &ReduceForm) -> Result<()> {
    let own = own_cooperative(actor, Action::MoveOrder)?;
    let said = StepForm {
        note: form.note.clone(),
        ..StepForm::default()
    };
    let reason = ReductionReason::parse(&form.reason).ok_or_else(|| Error::field("reason", FieldCode::Required))?;
    let how = said.how(shop, OrderParty::Cooperative, signature(actor))?;
    let (form, by) = (form.clone(), By::new(shop, actor));
    shop.once()
        .write(move |tx| {
            let (how, form) = (how.clone(), form.clone());
            Box::pin(async move {
                let row = find_mine(tx, own, id).await?;
                let mut group = Group::lock(tx, row.group_id).await?;
                // Somebody else changed it since the page was looked at.
                if last_change(tx, id).await? != form.seen {
                    return Err(Error::Refused(ErrorCode::InvalidTransition));
                }
                let mut sent = Vec::new();
                for line in lines_of(tx, id).await? {
                    if let Some(typed) = form.typed(line.id) {
                        let now = sold_line(&group, &line).sent;
                        let wanted = amount(&typed, line.unit, now);
                        sent.push((line.id, wanted.map_err(|code| Error::field(field_of(line.id), code))?));
                    }
                }
                let less = group.reduce(tx, id, &sent, reason, &how).await?;
                if let Some(stock_reason) = reason.stock_reason() {
                    write_off(tx, &less, stock_reason, &group.row.code, by).await?;
                }
                let offers: Vec<OfferId> = less.iter().map(|(offer, _)| *offer).collect();
                outdate_editors(tx, &offers, how.now).await?;
                refresh_availability(tx, &offers).await
            })
        })
        .await
}

/// The name of a line's field.
fn field_of(line: OrderLineId) -> String {
    format!("sent-{line}")
}

/// An amount that can be sent of what is sent now.
fn amount(typed: &str, unit: domain::Unit, now: i64) -> Result<i64, FieldCode> {
    let amount = stock_amount(typed, unit)?;
    if amount > now {
        return Err(FieldCode::TooMuch);
    }
    Ok(amount)
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
