//! Sending something else in place of goods that are missing: what it comes to is shown before anything is done.

use std::collections::{HashMap, HashSet};

use db::entities::{offer, order, order_reduction, product, product_card};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use db::{Readable, Tx};
use domain::{
    Action, Actor, ErrorCode, FieldCode, Locale, OfferId, OfferStatus, OfferTerms, OrderCode, OrderId, OrderParty,
    ProductId, Quantity,
};

use super::change::{Why, find_open, last_change, lock_as_seen, stock_changed, write_off};
use super::goods::Goods;
use super::ledger::{self, By};
use super::orders::find_mine;
use super::replacement_view::{ReplaceForm, ReplaceLine, ReplaceOffer, ReplaceOutcome, ReplacePage};
use super::signature;
use super::stock::{of_cooperative, rows_of, stock_amount};
use super::view::StepForm;
use crate::Shop;
use crate::catalog::OfferRow;
use crate::error::{Error, FieldErrors, Result};
use crate::orders::{Group, Last, Swap, Swapped, lines_of, sold_line};
use crate::rights::{OwnCooperative, own_cooperative};

/// An order of this cooperative with what was typed so far: what can be sent instead, what it would come to.
///
/// # Errors
/// [`Error::NotFound`] when it is another's; [`Error::Refused`] with the reason when nothing can be changed any more.
#[crate::boxed]
pub async fn replace_page(
    shop: &Shop,
    actor: Actor,
    locale: Locale,
    id: OrderId,
    form: &ReplaceForm,
) -> Result<ReplacePage> {
    let own = own_cooperative(actor, Action::MoveOrder)?;
    let db = shop.db().read();
    let (row, group) = find_open(db, own, id).await?;
    let goods = Goods::of(db, &[id], locale).await?;
    let rows = lines_of(db, id).await?;
    let lines: Vec<ReplaceLine> = rows
        .iter()
        .map(|line| ReplaceLine {
            id: line.id,
            name: goods.name(line),
            unit: line.unit,
            net_grams: line.net_grams,
            now: Quantity(sold_line(&group, line).sent),
        })
        .filter(|line| line.now.amount() > 0)
        .collect();
    let line = match lines.as_slice() {
        // What was typed for another line, of which nothing is left by now, is not taken for this one.
        [only] if form.line.is_none_or(|line| line == only.id) => Some(only.clone()),
        all => all.iter().find(|line| Some(line.id) == form.line).cloned(),
    };
    let of_line = line.as_ref().and_then(|line| rows.iter().find(|row| row.id == line.id));
    let mut found = offers_for(db, own, group.row.locale, None).await?;
    found.retain(|offer| {
        // What was chosen and has sold out meanwhile is there, so that its page can say so.
        (offer.on_hand > offer.reserved || form.offer == Some(offer.id))
            && of_line.is_none_or(|line| line.offer_id != offer.id)
    });
    // As they are in the shop: what waits for the Centre's confirmation is not the price yet.
    let terms: HashMap<OfferId, OfferTerms> = found.iter().map(|offer| (offer.id, offer.terms())).collect();
    let offers: Vec<ReplaceOffer> = rows_of(db, actor, locale, found.clone())
        .await?
        .into_iter()
        .map(|row| ReplaceOffer {
            id: row.offer,
            name: row.name,
            terms: terms.get(&row.offer).copied().unwrap_or(row.terms),
            free: Quantity((row.on_hand - row.reserved).max(0)),
        })
        .collect();
    let chosen = form.offer.and_then(|id| found.into_iter().find(|offer| offer.id == id));
    let mut errors = FieldErrors::default();
    let mut outcome = None;
    if let (true, Some(line)) = (form.is_asked, &line) {
        if let Some(swap) = read_swap(form, line, chosen.as_ref(), &mut errors) {
            let free = swap.offer.on_hand - swap.offer.reserved;
            match Swapped::of(&group, rows, &swap) {
                Ok(_) if swap.amount > free => errors.push("amount", FieldCode::TooMuch),
                Ok(swapped) => outcome = Some(outcome_of(&group, &row, &swap, &swapped)),
                Err(Error::Fields(wrong)) => errors = wrong,
                Err(error) => return Err(error),
            }
        }
    } else if form.is_asked {
        errors.push("line", FieldCode::Required);
    }
    Ok(ReplacePage {
        code: OrderCode::parse(&group.row.code).map_err(Error::internal)?,
        offer: chosen.and_then(|chosen| offers.iter().find(|offer| offer.id == chosen.id).cloned()),
        lines,
        line,
        offers,
        errors,
        outcome,
        seen: last_change(db, id).await?,
    })
}

/// What was typed, where all of it can be read.
fn read_swap(
    form: &ReplaceForm,
    line: &ReplaceLine,
    offer: Option<&OfferRow>,
    errors: &mut FieldErrors,
) -> Option<Swap> {
    let missing = errors.take("missing", some(stock_amount(&form.missing, line.unit)));
    if missing.is_some_and(|missing| missing > line.now.amount()) {
        errors.push("missing", FieldCode::TooMuch);
    }
    let wanted = match form.offer {
        Some(_) => FieldCode::InvalidChoice,
        None => FieldCode::Required,
    };
    let offer = errors.take("offer", offer.cloned().ok_or(wanted));
    let amount = match &offer {
        Some(offer) => errors.take("amount", some(stock_amount(&form.amount, offer.unit))),
        None => None,
    };
    let (missing, offer, amount) = (missing?, offer?, amount?);
    errors.is_empty().then_some(Swap {
        line: line.id,
        missing,
        offer,
        amount,
    })
}

/// An amount of something.
fn some(amount: Result<i64, FieldCode>) -> Result<i64, FieldCode> {
    amount.and_then(|amount| {
        if amount > 0 {
            Ok(amount)
        } else {
            Err(FieldCode::InvalidQuantity)
        }
    })
}

fn outcome_of(group: &Group, row: &order::Model, swap: &Swap, swapped: &Swapped) -> ReplaceOutcome {
    ReplaceOutcome {
        missing: Quantity(swap.missing),
        left: Quantity(swapped.after.sent),
        amount: Quantity(swap.amount),
        agreed: swapped.cost.agreed,
        worth: swapped.cost.worth,
        pays: swapped.cost.charged(),
        refund: swapped.refund(group.balance),
        amount_less: swapped.amount,
        freight: group.money(row.freight_minor),
        total: group.money(row.total_minor - swapped.amount.minor),
    }
}

/// Sizes of this cooperative that its buyers of this language see in the shop; of all, or the one that is named.
async fn offers_for(
    db: &impl ConnectionTrait,
    own: OwnCooperative,
    locale: Locale,
    only: Option<OfferId>,
) -> Result<Vec<OfferRow>> {
    let mut wanted = of_cooperative(own.id())
        .filter(product::Column::ArchivedAt.is_null())
        .filter(offer::Column::Status.eq(OfferStatus::Active))
        .order_by_asc(offer::Column::ProductId)
        .order_by_asc(offer::Column::Position)
        .order_by_asc(offer::Column::Id);
    if let Some(only) = only {
        wanted = wanted.filter(offer::Column::Id.eq(only));
    }
    let mut offers: Vec<OfferRow> = wanted.readable_as(db).await?;
    let products: Vec<ProductId> = offers.iter().map(|offer| offer.product_id).collect();
    let mut shown = HashSet::new();
    for some in products.chunks(500) {
        let cards = product_card::Entity::find()
            .filter(product_card::Column::Lang.eq(locale.nearest_built_in()))
            .filter(product_card::Column::ProductId.is_in(some.iter().copied()))
            .readable(db)
            .await?;
        shown.extend(cards.into_iter().map(|card| card.product_id));
    }
    offers.retain(|offer| shown.contains(&offer.product_id));
    Ok(offers)
}

/// Sends something else, as the page before has shown it.
///
/// # Errors
/// [`Error::NotFound`] when it is another's; [`Error::Refused`] with the reason; [`Error::Fields`] named as in the form.
#[crate::boxed]
pub async fn replace(shop: &Shop, actor: Actor, id: OrderId, form: &ReplaceForm) -> Result<()> {
    let own = own_cooperative(actor, Action::MoveOrder)?;
    let why = Why::of(shop, actor, &form.reason, &form.note)?;
    let form = form.clone();
    shop.once()
        .write(move |tx| {
            let (why, form) = (why.clone(), form.clone());
            Box::pin(async move {
                let mut group = lock_as_seen(tx, own, id, form.seen).await?;
                let (swap, old) = read_form(tx, own, &group, id, &form).await?;
                let offers = [old, swap.offer.id];
                ledger::lock(tx, &offers).await?;
                let written = group.replace(tx, id, &swap, why.reason, &why.how).await?;
                if let Some(reason) = why.reason.stock_reason() {
                    let less = [(old, swap.missing)];
                    let written_off = write_off(tx, &less, reason, &group.row.code, why.by).await?;
                    order_reduction::Entity::update_many()
                        .col_expr(order_reduction::Column::WrittenOff, Expr::value(written_off))
                        .filter(order_reduction::Column::Id.eq(written.id))
                        .exec(tx)
                        .await?;
                }
                stock_changed(tx, &offers, why.how.now).await
            })
        })
        .await
}

/// What the form asks for, and the offer of which something is missing.
async fn read_form(
    tx: &Tx,
    own: OwnCooperative,
    group: &Group,
    id: OrderId,
    form: &ReplaceForm,
) -> Result<(Swap, OfferId)> {
    let lines = lines_of(tx, id).await?;
    let line = lines
        .iter()
        .find(|line| Some(line.id) == form.line)
        .ok_or_else(|| Error::field("line", FieldCode::Required))?;
    let old = line.offer_id;
    let shown = ReplaceLine {
        id: line.id,
        name: crate::Shown::default(),
        unit: line.unit,
        net_grams: line.net_grams,
        now: Quantity(sold_line(group, line).sent),
    };
    let offer = match form.offer {
        Some(only) => offers_for(tx, own, group.row.locale, Some(only)).await?.pop(),
        None => None,
    };
    let mut errors = FieldErrors::default();
    let swap = read_swap(form, &shown, offer.as_ref(), &mut errors).ok_or(Error::Fields(errors))?;
    // Its price was changed since the page was looked at.
    if Swapped::of(group, lines, &swap)?.cost.charged().minor != form.pays {
        return Err(Error::Refused(ErrorCode::InvalidTransition));
    }
    Ok((swap, old))
}

/// Takes the replacement back that was the last thing to happen to an order, within minutes.
///
/// # Errors
/// [`Error::NotFound`] when it is another's; [`Error::Refused`] with the reason when it has gone on since.
#[crate::boxed]
pub async fn undo_replacement(shop: &Shop, actor: Actor, id: OrderId) -> Result<()> {
    let own = own_cooperative(actor, Action::MoveOrder)?;
    let how = StepForm::default().how(shop, OrderParty::Cooperative, signature(actor))?;
    let by = By::new(shop, actor);
    shop.once()
        .write(move |tx| {
            let how = how.clone();
            Box::pin(async move {
                let group = find_mine(tx, own, id).await?.group_id;
                let mut group = Group::lock(tx, group).await?;
                let last = Last::of(tx, id).await?.ok_or(Error::Refused(ErrorCode::GoneOn))?;
                let offers = [last.old.offer_id, last.line.offer_id];
                let mut rows = ledger::lock(tx, &offers).await?;
                let there = rows
                    .iter_mut()
                    .find(|row| row.offer_id == last.old.offer_id)
                    .ok_or(Error::NotFound)?;
                let written_off = last.row.written_off.unwrap_or(0);
                if let Some(reason) = last.row.reason.stock_reason().filter(|_| written_off > 0) {
                    let on_hand = there.on_hand + written_off;
                    ledger::book(tx, there, on_hand, reason, &group.row.code, by).await?;
                    there.on_hand = on_hand;
                    there.short = Ord::max(there.reserved - on_hand, 0);
                }
                group.undo_replacement(tx, &last, there, &how).await?;
                stock_changed(tx, &offers, how.now).await
            })
        })
        .await
}
