//! Sending less than was ordered: what it changes is shown before anything is done.

use db::Tx;
use domain::{
    Action, Actor, ErrorCode, FieldCode, Locale, OfferId, OrderCode, OrderId, OrderLineId, OrderStep, Quantity,
    ReductionReason, Unit, least_weighed, most_weighed,
};

use super::change::{Why, find_open, last_change, lock_as_seen, stock_changed, write_off};
use super::change_view::{ReduceForm, ReduceLine, ReducePage};
use super::goods::Goods;
use super::stock::stock_amount;
use crate::Shop;
use crate::error::{Error, FieldErrors, Result};
use crate::orders::{Group, How, Reduced, lines_of, sold_line};
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
    let (row, group) = find_open(db, own, id).await?;
    let goods = Goods::of(db, &[id], locale).await?;
    let lines = lines_of(db, id).await?;
    let mut errors = FieldErrors::default();
    let mut views = Vec::new();
    let mut sent = Vec::new();
    for line in &lines {
        let now = sold_line(&group, line).sent;
        // Of what was declined, or is missing altogether, nothing is left to change.
        if now == 0 {
            continue;
        }
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

/// Sends less, as the page before has shown it.
///
/// # Errors
/// [`Error::NotFound`] when it is another's; [`Error::Refused`] with the reason; [`Error::Fields`] named as in the form.
#[crate::boxed]
pub async fn reduce(shop: &Shop, actor: Actor, id: OrderId, form: &ReduceForm) -> Result<()> {
    let own = own_cooperative(actor, Action::MoveOrder)?;
    let why = Why::of(shop, actor, &form.reason, &form.note)?;
    let form = form.clone();
    shop.once()
        .write(move |tx| {
            let (why, form) = (why.clone(), form.clone());
            Box::pin(async move {
                let mut group = lock_as_seen(tx, own, id, form.seen).await?;
                let mut sent = Vec::new();
                for line in lines_of(tx, id).await? {
                    if let Some(typed) = form.typed(line.id) {
                        let now = sold_line(&group, &line).sent;
                        let wanted = amount(&typed, line.unit, now);
                        sent.push((line.id, wanted.map_err(|code| Error::field(field_of(line.id), code))?));
                    }
                }
                let less = group.reduce(tx, id, &sent, why.reason, &why.how).await?;
                if let Some(reason) = why.reason.stock_reason() {
                    write_off(tx, &less, reason, &group.row.code, why.by).await?;
                }
                let offers: Vec<OfferId> = less.iter().map(|(offer, _)| *offer).collect();
                stock_changed(tx, &offers, why.how.now).await
            })
        })
        .await
}

/// What the scales say of an order that is about to be packed, as its form says it by line: where it is less, less is sent, and
/// costs less; where it is a little more, it costs what was agreed. Answers the sizes of which it holds less now.
///
/// # Errors
/// [`Error::Refused`] when it cannot be packed now; [`Error::Fields`] on `weight-<line>`, as [`FieldCode::TooMuch`] when it is
/// more than [`most_weighed`], as [`FieldCode::InvalidQuantity`] when it is less than [`least_weighed`].
pub(super) async fn weigh(
    tx: &Tx,
    group: &mut Group,
    id: OrderId,
    typed: &[(OrderLineId, String)],
    how: &How,
) -> Result<Vec<OfferId>> {
    // Whoever comes second reads that it is packed, and nothing of weights.
    group
        .state(group.order(id)?)
        .apply(OrderStep::Pack, how.party, how.now)
        .map_err(|refusal| Error::Refused(refusal.into()))?;
    let mut errors = FieldErrors::default();
    let mut sent = Vec::new();
    for line in lines_of(tx, id).await? {
        let now = sold_line(group, &line).sent;
        let of_line = typed
            .iter()
            .find(|(of, typed)| *of == line.id && !typed.trim().is_empty());
        let Some((_, typed)) = of_line.filter(|_| line.unit != Unit::Piece && now > 0) else {
            continue;
        };
        let weight = amount(&on_the_scales(typed, line.unit), line.unit, now).and_then(|weight| {
            if weight < least_weighed(now) {
                return Err(FieldCode::InvalidQuantity);
            }
            Ok(weight)
        });
        let weight = errors.take(format!("weight-{}", line.id), weight);
        sent.extend(weight.filter(|weight| *weight < now).map(|weight| (line.id, weight)));
    }
    if !errors.is_empty() {
        return Err(Error::Fields(errors));
    }
    if sent.is_empty() {
        return Ok(Vec::new());
    }
    let less = group.reduce(tx, id, &sent, ReductionReason::Weighed, how).await?;
    Ok(less.into_iter().map(|(offer, _)| offer).collect())
}

/// A number with its unit behind it: so near to what is to be sent, `1.587` cannot be thousands.
fn on_the_scales(typed: &str, unit: Unit) -> String {
    let word = match unit {
        Unit::Gram => "kg",
        Unit::Millilitre => "l",
        Unit::Piece => "",
    };
    let typed = typed.trim();
    if typed.ends_with(char::is_numeric) {
        format!("{typed} {word}")
    } else {
        typed.to_owned()
    }
}

/// The name of a line's field.
fn field_of(line: OrderLineId) -> String {
    format!("sent-{line}")
}

/// An amount that can be sent of what is sent now. What the scales say beyond that goes along: it is neither charged nor taken off
/// the stock.
fn amount(typed: &str, unit: Unit, now: i64) -> Result<i64, FieldCode> {
    let amount = stock_amount(typed, unit)?;
    let most = if unit == Unit::Piece { now } else { most_weighed(now) };
    if amount > most {
        return Err(FieldCode::TooMuch);
    }
    Ok(amount.min(now))
}
