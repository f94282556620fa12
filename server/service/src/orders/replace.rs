//! Sending something else of the same cooperative in place of goods that are missing: the line says what is missing as
//! everywhere, another line says what comes instead, and the buyer pays no more than was agreed.

use db::Tx;
use db::entities::{order_event, order_line, order_reduction, product_card, stock as stock_row};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};
use domain::{
    Balance, ErrorCode, FieldCode, Locale, Money, OrderId, OrderLineId, OrderNote, Quantity, ReductionReason,
    Replacement, SoldLine, Unit, Weight,
};
use l10n::format;

use super::reduce::{lines_of, refund_of, sold_line, write_line};
use super::steps::{Group, How, note_event};
use super::stock;
use crate::catalog::OfferRow;
use crate::error::{Error, Result};
use crate::messages::{Notice, tell};
use crate::money;

/// Most characters of a name in a message.
const NAME: usize = 18;

/// What is to be sent in whose place.
#[derive(Clone, Debug)]
pub(crate) struct Swap {
    /// The line of which something is missing.
    pub line: OrderLineId,
    /// How much is missing of it, in its unit.
    pub missing: i64,
    /// What is sent in its place.
    pub offer: OfferRow,
    /// How much of that, in the offer's unit.
    pub amount: i64,
}

/// An order with something else in it.
#[derive(Clone, Debug)]
pub(crate) struct Swapped {
    /// The line of which something is missing.
    pub line: order_line::Model,
    /// What of it is sent then.
    pub after: SoldLine,
    /// What was agreed for the missing part, and what comes in its place costs.
    pub cost: Replacement,
    /// By how much the order becomes cheaper.
    pub amount: Money,
}

impl Swapped {
    /// Works it out; nothing is written.
    ///
    /// # Errors
    /// [`Error::Fields`] on `line`, `missing`, `offer` or `amount`.
    pub fn of(group: &Group, lines: Vec<order_line::Model>, swap: &Swap) -> Result<Self> {
        let line = lines
            .into_iter()
            .find(|line| line.id == swap.line)
            .ok_or_else(|| Error::field("line", FieldCode::InvalidChoice))?;
        if line.offer_id == swap.offer.id || swap.offer.currency != group.currency {
            return Err(Error::field("offer", FieldCode::InvalidChoice));
        }
        let before = sold_line(group, &line);
        if swap.missing <= 0 || swap.missing > before.sent {
            return Err(Error::field("missing", FieldCode::TooMuch));
        }
        let after = before
            .reduced_to(before.sent - swap.missing)
            .map_err(|_| Error::field("missing", FieldCode::TooMuch))?;
        if swap.amount <= 0 {
            return Err(Error::field("amount", FieldCode::InvalidQuantity));
        }
        let worth = swap
            .offer
            .terms()
            .line_total(Quantity(swap.amount))
            .map_err(|_| Error::field("amount", FieldCode::InvalidQuantity))?;
        let cost = Replacement {
            agreed: before.cost()?.checked_sub(after.cost()?)?,
            worth,
        };
        Ok(Self {
            line,
            after,
            cost,
            amount: cost.back()?,
        })
    }

    /// What would go back to the buyer, when this much is paid.
    pub fn refund(&self, balance: Balance) -> Money {
        refund_of(self.amount, balance)
    }
}

/// The replacement that was the last thing to happen to an order.
#[derive(Clone, Debug)]
pub(crate) struct Last {
    /// Why, and what undoes it.
    pub row: order_reduction::Model,
    /// What is sent.
    pub line: order_line::Model,
    /// In whose place.
    pub old: order_line::Model,
}

impl Last {
    /// Finds it; nothing when something else happened since.
    pub(crate) async fn of(db: &impl ConnectionTrait, order: OrderId) -> Result<Option<Self>> {
        let event = order_event::Entity::find()
            .filter(order_event::Column::OrderId.eq(order))
            .order_by_desc(order_event::Column::Id)
            .one(db)
            .await?;
        if event.is_none_or(|event| event.kind != OrderNote::Replaced) {
            return Ok(None);
        }
        let row = order_reduction::Entity::find()
            .filter(order_reduction::Column::OrderId.eq(order))
            .order_by_desc(order_reduction::Column::Id)
            .one(db)
            .await?;
        let lines = lines_of(db, order).await?;
        let find = |id: Option<OrderLineId>| lines.iter().find(|line| Some(line.id) == id).cloned();
        Ok(row.and_then(|row| {
            let line = find(row.line_id)?;
            let old = find(line.replaces)?;
            Some(Self { row, line, old })
        }))
    }
}

impl Group {
    /// Sends something else in place of a part of an order. Answers the row that says why, for what is then taken off the
    /// stock. The stock of both offers is locked already.
    ///
    /// # Errors
    /// [`Error::Refused`] with the reason; [`Error::Fields`] as [`Swapped::of`], and on `amount` when less is there.
    #[crate::boxed]
    pub async fn replace(
        &mut self,
        tx: &Tx,
        id: OrderId,
        swap: &Swap,
        reason: ReductionReason,
        how: &How,
    ) -> Result<order_reduction::Model> {
        let row = self.order(id)?.clone();
        self.state(&row)
            .may_reduce(how.party)
            .map_err(|refusal| Error::Refused(refusal.into()))?;
        let swapped = Swapped::of(self, lines_of(tx, id).await?, swap)?;
        let hold = stock::hold_of(tx, id).await?;
        if !stock::take(tx, id, swap.offer.id, swap.amount, hold).await? {
            return Err(Error::field("amount", FieldCode::TooMuch));
        }
        write_line(tx, &swapped.line, swapped.after).await?;
        stock::hold_less(tx, id, swapped.line.offer_id, swap.missing).await?;
        let new = self.new_line(tx, id, swap, swapped.cost.charged()).await?;
        let refund = self.make_cheaper(tx, &row, swapped.amount, how).await?;
        note_event(tx, id, how.now, OrderNote::Replaced, &how.by).await?;
        let written = order_reduction::ActiveModel {
            order_id: Set(id),
            reason: Set(reason),
            note: Set(how.note.clone()),
            amount_minor: Set(swapped.amount.minor),
            actor: Set(how.by.clone()),
            at: Set(how.now),
            line_id: Set(Some(new.id)),
            missing: Set(Some(swap.missing)),
            missing_minor: Set(Some(swapped.cost.agreed.minor)),
            written_off: Set(Some(0)),
            refund_minor: Set(Some(refund.map_or(0, |refund| refund.minor))),
            ..Default::default()
        }
        .insert(tx)
        .await?;
        let said = how.texts.as_ref().map(|texts| self.said(texts, reason, how));
        let notice = Notice::OrderReplaced {
            order: id,
            old: goods_text(self.row.locale, &swapped.line, swap.missing),
            new: goods_text(self.row.locale, &new, swap.amount),
            reason: said.unwrap_or_default(),
            refund,
        };
        tell(tx, how.now, notice).await?;
        self.refresh_payment(tx, how.now).await?;
        Ok(written)
    }

    /// The line of what is sent, as its buyer would read it in the shop today.
    async fn new_line(&self, tx: &Tx, id: OrderId, swap: &Swap, charged: Money) -> Result<order_line::Model> {
        let offer = &swap.offer;
        let card = product_card::Entity::find()
            .filter(product_card::Column::Lang.eq(self.row.locale.nearest_built_in()))
            .filter(product_card::Column::ProductId.eq(offer.product_id))
            .one(tx)
            .await?
            .ok_or_else(|| Error::field("offer", FieldCode::InvalidChoice))?;
        let line = order_line::ActiveModel {
            order_id: Set(id),
            offer_id: Set(offer.id),
            product_slug: Set(card.slug),
            name: Set(card.name),
            name_lang: Set(card.name_lang),
            picture: Set(card.picture),
            unit: Set(offer.unit),
            quantity: Set(swap.amount),
            net_grams: Set(offer.net_grams),
            reference_amount: Set(offer.reference_amount),
            price_minor: Set(offer.terms().unit_price(Quantity(swap.amount)).minor),
            total_minor: Set(charged.minor),
            missing: Set(0),
            missing_minor: Set(0),
            replaces: Set(Some(swap.line)),
            ..Default::default()
        };
        Ok(line.insert(tx).await?)
    }

    /// Sends what was ordered after all. The stock of the old line's offer is locked, and has what was taken off it again.
    ///
    /// # Errors
    /// [`Error::Refused`] with the reason: too late, or what it needs is not there any more.
    #[crate::boxed]
    pub async fn undo_replacement(&mut self, tx: &Tx, last: &Last, there: &stock_row::Model, how: &How) -> Result<()> {
        let id = last.line.order_id;
        let row = self.order(id)?.clone();
        self.state(&row)
            .may_undo_replacement(how.party, last.row.at, how.now)
            .map_err(|refusal| Error::Refused(refusal.into()))?;
        let gone_on = || Error::Refused(ErrorCode::GoneOn);
        let (missing, agreed) = last.row.missing.zip(last.row.missing_minor).ok_or_else(gone_on)?;
        // What went back to the buyer meanwhile is not asked for again.
        if last.row.refund_minor.unwrap_or(0) > 0 && money::is_given_back(tx, self.id(), last.row.at).await? {
            return Err(gone_on());
        }
        // What was short before may be short again; what others have bought since is theirs.
        let is_lost = last.row.reason.stock_reason().is_some();
        let noted = if is_lost {
            missing - last.row.written_off.unwrap_or(0)
        } else {
            0
        };
        let reserved = there.reserved + missing;
        if reserved > there.on_hand + there.short.max(noted) {
            return Err(gone_on());
        }
        let hold = stock::hold_of(tx, id).await?;
        stock_row::Entity::update_many()
            .col_expr(stock_row::Column::Reserved, Expr::value(reserved))
            .col_expr(
                stock_row::Column::Short,
                Expr::value(there.short.max(reserved - there.on_hand)),
            )
            .filter(stock_row::Column::OfferId.eq(last.old.offer_id))
            .exec(tx)
            .await?;
        stock::hold_more(tx, id, last.old.offer_id, missing, hold).await?;
        stock::hold_less(tx, id, last.line.offer_id, last.line.quantity).await?;
        order_line::Entity::update_many()
            .col_expr(order_line::Column::Missing, Expr::value(last.old.missing - missing))
            .col_expr(
                order_line::Column::MissingMinor,
                Expr::value(last.old.missing_minor - agreed),
            )
            .filter(order_line::Column::Id.eq(last.old.id))
            .exec(tx)
            .await?;
        order_reduction::Entity::delete_by_id(last.row.id).exec(tx).await?;
        order_line::Entity::delete_by_id(last.line.id).exec(tx).await?;
        self.make_cheaper(tx, &row, self.money(-last.row.amount_minor), how)
            .await?;
        note_event(tx, id, how.now, OrderNote::ReplaceUndone, &how.by).await?;
        let total = self.money(self.order(id)?.total_minor);
        tell(tx, how.now, Notice::ReplacementUndone { order: id, total }).await?;
        self.refresh_payment(tx, how.now).await
    }
}

/// Goods in a message: `Almonds 500 g × 2`, a long name cut.
fn goods_text(locale: Locale, line: &order_line::Model, amount: i64) -> String {
    let quantity = format::quantity(locale, Quantity(amount), line.unit);
    let size = if line.unit == Unit::Piece && line.net_grams > 0 {
        format!("{} × ", format::weight(locale, Weight(line.net_grams)))
    } else {
        String::new()
    };
    let mut name: String = line.name.chars().take(NAME).collect();
    if name.len() < line.name.len() {
        name.push('…');
    }
    format!("{name} {size}{quantity}")
}
