//! Sending less of an order than was ordered: its lines say what is missing, it costs less, and what was paid too much
//! goes back.

use db::Tx;
use db::entities::{order, order_line, order_reduction};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use domain::{
    Balance, EntryKind, ErrorCode, Money, OfferId, OrderId, OrderLineId, OrderNote, ReductionReason, SoldLine,
};
use l10n::{Text, Texts, t};

use super::steps::{Group, How, note_event};
use super::stock;
use crate::error::{Error, Result};
use crate::messages::{Notice, tell};
use crate::money::{self, Entry};

/// What is sent of each line from now on.
pub(crate) type SentOf = [(OrderLineId, i64)];

/// An order with less of it sent.
#[derive(Clone, Debug)]
pub(crate) struct Reduced {
    /// Its lines, before and after; those that stay as they are, too.
    pub lines: Vec<(order_line::Model, SoldLine, SoldLine)>,
    /// By how much it becomes cheaper.
    pub amount: Money,
}

impl Reduced {
    /// Works it out; nothing is written.
    ///
    /// # Errors
    /// [`ErrorCode::InvalidTransition`] when a line is not of this order, or more would be sent than now;
    /// [`ErrorCode::NothingLeft`] when nothing would be sent at all.
    pub fn of(group: &Group, lines: Vec<order_line::Model>, sent: &SentOf) -> Result<Self> {
        let moved_on = || Error::Refused(ErrorCode::InvalidTransition);
        if sent.iter().any(|(id, _)| lines.iter().all(|line| line.id != *id)) {
            return Err(moved_on());
        }
        let mut changed = Vec::new();
        let mut amount = group.money(0);
        for line in lines {
            let before = sold_line(group, &line);
            let after = match sent.iter().find(|(id, _)| *id == line.id) {
                Some((_, sent)) => before.reduced_to(*sent).map_err(|_| moved_on())?,
                None => before,
            };
            amount = amount.checked_add(before.cost()?)?.checked_sub(after.cost()?)?;
            changed.push((line, before, after));
        }
        if changed.iter().all(|(_, _, after)| after.sent == 0) {
            return Err(Error::Refused(ErrorCode::NothingLeft));
        }
        Ok(Self { lines: changed, amount })
    }

    /// Those of which less is sent, and how much less.
    pub fn less(&self) -> impl Iterator<Item = (&order_line::Model, i64)> {
        self.lines
            .iter()
            .map(|(line, before, after)| (line, before.sent - after.sent))
            .filter(|(_, less)| *less > 0)
    }

    /// What would go back to the buyer, when this much is paid.
    pub fn refund(&self, balance: Balance) -> Money {
        refund_of(self.amount, balance)
    }
}

/// What would go back to the buyer, when this much is paid and so much less is due.
pub(super) fn refund_of(amount: Money, balance: Balance) -> Money {
    let after = Balance {
        due: balance.due.saturating_sub(amount.minor),
        ..balance
    };
    Money::new(after.correction(amount.minor).max(0), amount.currency)
}

/// A line as its rules see it.
pub(crate) fn sold_line(group: &Group, line: &order_line::Model) -> SoldLine {
    SoldLine {
        ordered: line.quantity,
        total: group.money(line.total_minor),
        sent: line.quantity - line.missing,
    }
}

/// The lines of an order, as they were put into it.
pub(crate) async fn lines_of(db: &impl db::sea_orm::ConnectionTrait, order: OrderId) -> Result<Vec<order_line::Model>> {
    Ok(order_line::Entity::find()
        .filter(order_line::Column::OrderId.eq(order))
        .order_by_asc(order_line::Column::Id)
        .all(db)
        .await?)
}

impl Group {
    /// Sends less of an order. Answers the offers of which it holds less now, and by how much.
    ///
    /// # Errors
    /// [`Error::Refused`] with the reason.
    #[crate::boxed]
    pub async fn reduce(
        &mut self,
        tx: &Tx,
        id: OrderId,
        sent: &SentOf,
        reason: ReductionReason,
        how: &How,
    ) -> Result<Vec<(OfferId, i64)>> {
        let row = self.order(id)?;
        self.state(row)
            .may_reduce(how.party)
            .map_err(|refusal| Error::Refused(refusal.into()))?;
        self.send_less(tx, id, sent, OrderNote::Reduced, reason, how).await
    }

    /// [`Self::reduce`], for whoever may; `note` is what stands in the order's history.
    pub(super) async fn send_less(
        &mut self,
        tx: &Tx,
        id: OrderId,
        sent: &SentOf,
        note: OrderNote,
        reason: ReductionReason,
        how: &How,
    ) -> Result<Vec<(OfferId, i64)>> {
        let row = self.order(id)?.clone();
        let reduced = Reduced::of(self, lines_of(tx, id).await?, sent)?;
        let mut less: Vec<(OfferId, i64)> = Vec::new();
        for (line, _, after) in &reduced.lines {
            write_line(tx, line, *after).await?;
        }
        for (line, amount) in reduced.less() {
            less.push((line.offer_id, amount));
        }
        if less.is_empty() {
            return Err(Error::Refused(ErrorCode::InvalidTransition));
        }
        less.sort_unstable();
        for (offer, amount) in &less {
            stock::hold_less(tx, id, *offer, *amount).await?;
        }
        let refund = self.make_cheaper(tx, &row, reduced.amount, how).await?;
        note_event(tx, id, how.now, note, &how.by).await?;
        order_reduction::Entity::insert(order_reduction::ActiveModel {
            order_id: Set(id),
            reason: Set(reason),
            note: Set(how.note.clone()),
            amount_minor: Set(reduced.amount.minor),
            actor: Set(how.by.clone()),
            at: Set(how.now),
            ..Default::default()
        })
        .exec_without_returning(tx)
        .await?;
        let said = how.texts.as_ref().map(|texts| self.said(texts, reason, how));
        let notice = Notice::OrderReduced {
            order: id,
            reason: said.unwrap_or_default(),
            total: self.money(self.order(id)?.total_minor),
            refund,
        };
        tell(tx, how.now, notice).await?;
        self.refresh_payment(tx, how.now).await?;
        Ok(less)
    }

    /// The order costs less (or more again, where the amount is negative): what was due of it is undone, and what is due now
    /// is booked. Answers what goes back.
    pub(super) async fn make_cheaper(
        &mut self,
        tx: &Tx,
        row: &order::Model,
        amount: Money,
        how: &How,
    ) -> Result<Option<Money>> {
        if amount.minor == 0 {
            return Ok(None);
        }
        let changed = order::Model {
            goods_minor: row.goods_minor - amount.minor,
            total_minor: row.total_minor - amount.minor,
            ..row.clone()
        };
        self.balance = money::undo_due(tx, self, row, how).await?;
        if changed.total_minor > 0 {
            let due = Entry {
                order: Some(row.id),
                ..Entry::of(self, EntryKind::Due, changed.total_minor, &how.by, how.now)
            };
            self.balance = money::book(tx, self.balance, due).await?;
        }
        order::Entity::update_many()
            .col_expr(order::Column::GoodsMinor, Expr::value(changed.goods_minor))
            .col_expr(order::Column::TotalMinor, Expr::value(changed.total_minor))
            .filter(order::Column::Id.eq(row.id))
            .exec(tx)
            .await?;
        if let Some(place) = self.orders.iter_mut().find(|order| order.id == row.id) {
            *place = changed;
        }
        let back = self.correct(tx, amount.minor, &how.by, how.now).await?;
        Ok((back > 0).then(|| self.money(back)))
    }

    /// Why less is sent, in the buyer's language.
    pub(super) fn said(&self, texts: &Texts, reason: ReductionReason, how: &How) -> String {
        [
            texts.plain(self.row.locale, reason_text(reason)).as_str(),
            how.note.as_str(),
        ]
        .join(" ")
        .trim_end()
        .to_owned()
    }
}

/// Why less is sent, as the buyer reads it.
pub const fn reason_text(reason: ReductionReason) -> Text {
    match reason {
        ReductionReason::OutOfStock => t::ORDERS_CANCEL_REASON_OUT_OF_STOCK,
        ReductionReason::Damaged => t::ORDERS_CANCEL_REASON_DAMAGED,
        ReductionReason::Weighed => t::CHANGES_REASON_WEIGHED,
        ReductionReason::BuyerAsked => t::ORDERS_CANCEL_REASON_BUYER_ASKED,
        ReductionReason::Other => t::CHANGES_REASON_OTHER,
    }
}

pub(super) async fn write_line(tx: &Tx, line: &order_line::Model, now: SoldLine) -> Result<()> {
    order_line::Entity::update_many()
        .col_expr(order_line::Column::Missing, Expr::value(now.missing()))
        .col_expr(
            order_line::Column::MissingMinor,
            Expr::value(line.total_minor - now.cost()?.minor),
        )
        .filter(order_line::Column::Id.eq(line.id))
        .exec(tx)
        .await?;
    Ok(())
}
