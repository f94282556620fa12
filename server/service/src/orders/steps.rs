//! Taking steps with the orders of a group: the domain says which are possible and what follows, this carries it out in
//! one transaction.

use db::Tx;
use db::entities::{order, order_event, order_group, payment};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{
    Balance, CancelReason, Currency, FulfilmentStatus, LotId, Money, OfferId, OrderEvent, OrderGroupId, OrderId,
    OrderNews, OrderNote, OrderParty, OrderPayment, OrderState, OrderStatus, OrderStep, PaymentMethod, PaymentStatus,
};
use l10n::{Texts, t};

use super::{report, stock};
use crate::error::{Error, Result};
use crate::lots;
use crate::messages::{Notice, tell};
use crate::money::{self, Entry};

/// Who takes a step, when, and what is said with it.
#[derive(Clone, Debug)]
pub(crate) struct How {
    pub party: OrderParty,
    /// As it stands in the history.
    pub by: String,
    pub now: i64,
    /// Why it is called off; nothing where that needs no word.
    pub reason: Option<CancelReason>,
    /// In the words of whoever calls off.
    pub note: String,
    pub carrier: String,
    pub tracking: String,
    /// From which lots it is packed, where somebody chose; else from the oldest.
    pub lots: Vec<(OfferId, LotId)>,
    /// For what the buyer reads of it; without them the reason is left out.
    pub texts: Option<Texts>,
}

impl How {
    /// A step with which nothing is said.
    pub fn plain(party: OrderParty, by: impl Into<String>, now: i64) -> Self {
        Self {
            party,
            by: by.into(),
            now,
            reason: None,
            note: String::new(),
            carrier: String::new(),
            tracking: String::new(),
            lots: Vec::new(),
            texts: None,
        }
    }
}

/// A group, its payment, its orders and its money. Inside a transaction it is locked: on PostgreSQL whoever else wants to
/// move this group on waits, so that no step is taken twice and no two steps at once. (SQLite has one writer.)
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub row: order_group::Model,
    pub bill: payment::Model,
    pub orders: Vec<order::Model>,
    pub balance: Balance,
    pub currency: Currency,
    pub method: PaymentMethod,
}

impl Group {
    /// Reads and locks a group. A group that an older program placed gets its money entries first.
    #[crate::boxed]
    pub async fn lock(tx: &Tx, id: OrderGroupId) -> Result<Self> {
        let found = order_group::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
        let row = found.ok_or(Error::NotFound)?;
        let (bill, orders) = bill_and_orders(tx, id).await?;
        let balance = match money::balance(tx, id).await? {
            Some(balance) => balance,
            None => money::adopt(tx, &row, &bill, &orders).await?,
        };
        Ok(Self::new(row, bill, orders, balance))
    }

    /// Reads a group without locking it, to show what a step would lead to.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is gone.
    pub(crate) async fn read(db: &impl ConnectionTrait, id: OrderGroupId) -> Result<Self> {
        let row = order_group::Entity::find_by_id(id)
            .one(db)
            .await?
            .ok_or(Error::NotFound)?;
        let (bill, orders) = bill_and_orders(db, id).await?;
        let balance = money::balance(db, id).await?.unwrap_or_default();
        Ok(Self::new(row, bill, orders, balance))
    }

    fn new(row: order_group::Model, bill: payment::Model, orders: Vec<order::Model>, balance: Balance) -> Self {
        Self {
            currency: row.currency,
            method: row.payment_method,
            row,
            bill,
            orders,
            balance,
        }
    }

    pub fn id(&self) -> OrderGroupId {
        self.row.id
    }

    pub fn money(&self, minor: i64) -> Money {
        Money::new(minor, self.currency)
    }

    pub fn order(&self, id: OrderId) -> Result<&order::Model> {
        self.orders.iter().find(|order| order.id == id).ok_or(Error::NotFound)
    }

    /// The state of one of its orders, as the domain sees it.
    pub fn state(&self, order: &order::Model) -> OrderState {
        state_of(&self.row, &self.orders, order, self.balance)
    }

    /// Takes a step with one order, and all that follows from it.
    #[crate::boxed]
    pub async fn take(&mut self, tx: &Tx, id: OrderId, step: OrderStep, how: &How) -> Result<()> {
        let row = self.order(id)?.clone();
        let (mut next, events) = self
            .state(&row)
            .apply(step, how.party, how.now)
            .map_err(|refusal| Error::Refused(refusal.into()))?;
        if let Some(note) = step.back_to() {
            // What stands again has stood since then.
            next.moved_at_ms = since(tx, id, note).await?.unwrap_or(next.moved_at_ms);
        }
        self.write(tx, &row, next, step, how).await?;
        let mut refund = None;
        for event in events {
            match event {
                OrderEvent::Noted(note) => note_event(tx, id, how.now, note, &how.by).await?,
                OrderEvent::Stock(to) => stock::carry_out(tx, id, to, how.now).await?,
                OrderEvent::DueDropped => refund = self.drop_due(tx, &row, how).await?,
                OrderEvent::Told(news) => self.tell(tx, id, news, refund, how).await?,
            }
        }
        match step {
            OrderStep::Pack => lots::pack(tx, id, &how.lots).await?,
            OrderStep::UndoPack | OrderStep::Cancel | OrderStep::Restock => lots::unpack(tx, id).await?,
            _ => {}
        }
        self.refresh_payment(tx, how.now).await
    }

    async fn write(&mut self, tx: &Tx, row: &order::Model, next: OrderState, step: OrderStep, how: &How) -> Result<()> {
        let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let mut changed = order::Model {
            status: next.status,
            fulfilment: next.fulfilment,
            updated_at: next.moved_at_ms,
            ..row.clone()
        };
        match step {
            OrderStep::Dispatch => {
                changed.carrier = said(&how.carrier);
                changed.tracking = said(&how.tracking);
            }
            OrderStep::UndoDispatch => (changed.carrier, changed.tracking) = (None, None),
            OrderStep::Cancel => {
                changed.cancel_reason = how.reason;
                changed.cancel_note = said(&how.note);
            }
            _ => {}
        }
        order::Entity::update_many()
            .col_expr(order::Column::Status, Expr::value(changed.status))
            .col_expr(order::Column::Fulfilment, Expr::value(changed.fulfilment))
            .col_expr(order::Column::UpdatedAt, Expr::value(changed.updated_at))
            .col_expr(order::Column::Carrier, Expr::value(changed.carrier.clone()))
            .col_expr(order::Column::Tracking, Expr::value(changed.tracking.clone()))
            .col_expr(order::Column::CancelReason, Expr::value(changed.cancel_reason))
            .col_expr(order::Column::CancelNote, Expr::value(changed.cancel_note.clone()))
            .filter(order::Column::Id.eq(row.id))
            .exec(tx)
            .await?;
        if let Some(place) = self.orders.iter_mut().find(|order| order.id == row.id) {
            *place = changed;
        }
        Ok(())
    }

    /// The order is not to be paid any more. Answers what goes back to the buyer because of that.
    async fn drop_due(&mut self, tx: &Tx, row: &order::Model, how: &How) -> Result<Option<Money>> {
        // Only of what was accepted can anything have been on its way.
        if row.status == OrderStatus::Accepted {
            report::answer_by_end(tx, row.id, how).await?;
        }
        self.balance = money::undo_due(tx, self, row, how).await?;
        let back = self.correct(tx, row.total_minor, &how.by, how.now).await?;
        Ok((back > 0).then(|| self.money(back)))
    }

    /// Brings what waits to be sent back in line with the money, see [`Balance::correction`]. Answers by how much.
    #[crate::boxed]
    pub async fn correct(&mut self, tx: &Tx, dropped: i64, by: &str, now: i64) -> Result<i64> {
        let change = self.balance.correction(dropped);
        if change != 0 {
            let entry = Entry::to_give_back(self, change, by, now);
            self.balance = money::book(tx, self.balance, entry).await?;
        }
        Ok(change)
    }

    /// Money came in or was taken back: what it pays is held for good, what it does not pay any more waits again.
    #[crate::boxed]
    pub async fn after_money(&mut self, tx: &Tx, now: i64) -> Result<()> {
        for order in &self.orders {
            if order.status == OrderStatus::Placed {
                stock::hold(tx, order.id, self.balance.held() > 0).await?;
            }
        }
        self.refresh_payment(tx, now).await
    }

    /// The one word for the payment, which older programs read. Cooperatives that waited for a transfer are told once it is
    /// there, whatever made it enough.
    pub(super) async fn refresh_payment(&mut self, tx: &Tx, now: i64) -> Result<()> {
        let statuses = self.statuses();
        let status = PaymentStatus::derive(self.method, &statuses, self.balance);
        if self.bill.status == status {
            return Ok(());
        }
        let was_awaited = self.method == PaymentMethod::BankTransfer && self.bill.status == PaymentStatus::Created;
        if was_awaited && status.is_paid() && statuses.contains(&OrderStatus::Placed) {
            tell(tx, now, Notice::TransferCame { group: self.id() }).await?;
        }
        self.bill.status = status;
        payment::Entity::update_many()
            .col_expr(payment::Column::Status, Expr::value(status))
            .col_expr(payment::Column::UpdatedAt, Expr::value(now))
            .filter(payment::Column::Id.eq(self.bill.id))
            .exec(tx)
            .await?;
        Ok(())
    }

    pub fn statuses(&self) -> Vec<OrderStatus> {
        self.orders.iter().map(|order| order.status).collect()
    }

    async fn tell(&self, tx: &Tx, order: OrderId, news: OrderNews, refund: Option<Money>, how: &How) -> Result<()> {
        let notice = match news {
            OrderNews::Accepted => Notice::OrderAccepted { order },
            OrderNews::Sent => Notice::OrderSent {
                order,
                carrier: how.carrier.clone(),
                tracking: how.tracking.clone(),
            },
            OrderNews::Ready => Notice::OrderReady { order },
            OrderNews::Canceled => Notice::OrderCanceled {
                order,
                by_cooperative: how.party == OrderParty::Cooperative,
                reason: self.reason(order, how)?,
                refund,
            },
            OrderNews::Expired => {
                // The group's time ran out once, for all of its orders that nobody accepted: told with the last.
                let still_placed = self
                    .orders
                    .iter()
                    .any(|other| other.id != order && other.status == OrderStatus::Placed);
                if still_placed {
                    return Ok(());
                }
                Notice::OrderExpired { group: self.id() }
            }
        };
        tell(tx, how.now, notice).await
    }

    /// Why an order was called off, in its buyer's language.
    fn reason(&self, id: OrderId, how: &How) -> Result<String> {
        let Some(texts) = how.texts.as_ref().filter(|_| how.party != OrderParty::Buyer) else {
            return Ok(String::new());
        };
        let locale = self.row.locale;
        let why = match self.order(id)?.fulfilment {
            FulfilmentStatus::Returned => t::ORDERS_CANCEL_REASON_RETURNED,
            FulfilmentStatus::Lost => t::ORDERS_CANCEL_REASON_LOST,
            _ => match how.reason.unwrap_or(CancelReason::Other) {
                CancelReason::OutOfStock => t::ORDERS_CANCEL_REASON_OUT_OF_STOCK,
                CancelReason::Damaged => t::ORDERS_CANCEL_REASON_DAMAGED,
                CancelReason::CannotDeliver => t::ORDERS_CANCEL_REASON_CANNOT_DELIVER,
                CancelReason::WrongPrice => t::ORDERS_CANCEL_REASON_WRONG_PRICE,
                CancelReason::BuyerAsked => t::ORDERS_CANCEL_REASON_BUYER_ASKED,
                CancelReason::Other => t::ORDERS_CANCEL_REASON_OTHER,
            },
        };
        let text = texts.plain(locale, why);
        Ok(if how.note.is_empty() {
            text
        } else {
            format!("{text} {}", how.note)
        })
    }
}

async fn bill_and_orders(
    db: &impl ConnectionTrait,
    group: OrderGroupId,
) -> Result<(payment::Model, Vec<order::Model>)> {
    let bill = payment::Entity::find()
        .filter(payment::Column::GroupId.eq(group))
        .one(db)
        .await?
        .ok_or(Error::NotFound)?;
    let orders = order::Entity::find()
        .filter(order::Column::GroupId.eq(group))
        .order_by_asc(order::Column::Id)
        .all(db)
        .await?;
    Ok((bill, orders))
}

/// The state of an order of a group with this balance.
pub(crate) fn state_of(
    group: &order_group::Model,
    orders: &[order::Model],
    order: &order::Model,
    balance: Balance,
) -> OrderState {
    let method = group.payment_method;
    let handed_over = orders
        .iter()
        .filter(|other| other.id != order.id && other.fulfilment == FulfilmentStatus::Delivered)
        .map(|other| other.total_minor)
        .sum();
    OrderState {
        status: order.status,
        delivery: group.delivery,
        fulfilment: order.fulfilment,
        payment: OrderPayment {
            method,
            covers: balance.covers(method, handed_over, order.total_minor),
            has_money: balance.held() > 0,
            expires_at_ms: group.holds_until.unwrap_or(group.expires_at),
        },
        moved_at_ms: order.updated_at,
    }
}

/// When this last happened to an order.
async fn since(tx: &Tx, order: OrderId, note: OrderNote) -> Result<Option<i64>> {
    Ok(order_event::Entity::find()
        .select_only()
        .column(order_event::Column::At)
        .filter(order_event::Column::OrderId.eq(order))
        .filter(order_event::Column::Kind.eq(note))
        .order_by_desc(order_event::Column::Id)
        .into_tuple()
        .one(tx)
        .await?)
}

pub(super) async fn note_event(tx: &Tx, order: OrderId, at: i64, note: OrderNote, actor: &str) -> Result<()> {
    order_event::Entity::insert(event_row(order, at, note, actor))
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// A line of an order's history.
pub(crate) fn event_row(order: OrderId, at: i64, note: OrderNote, actor: &str) -> order_event::ActiveModel {
    order_event::ActiveModel {
        order_id: Set(order),
        at: Set(at),
        kind: Set(note),
        actor: Set(actor.to_owned()),
        ..Default::default()
    }
}
