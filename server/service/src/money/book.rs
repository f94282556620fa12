//! Adding entries and summing them up.

use std::collections::HashMap;

use db::entities::{money_entry, order, order_group, payment};
use db::sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};
use db::{Readable, Tx};
use domain::{
    Balance, EntryKind, EntryState, ErrorCode, Money, MoneyEntryId, OrderGroupId, OrderId, PaymentMethod, ShiftId,
};

use crate::error::{Error, Result};
use crate::messages::{Notice, tell};
use crate::orders::{Group, How};

/// An entry to be booked.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub kind: EntryKind,
    pub amount: Money,
    pub state: EntryState,
    pub method: Option<PaymentMethod>,
    pub reference: String,
    pub group: Option<OrderGroupId>,
    pub order: Option<OrderId>,
    pub by: String,
    pub at: i64,
    pub counter_of: Option<MoneyEntryId>,
    /// What is sent twice is booked once.
    pub key: Option<String>,
    /// In whose drawer the cash is; locked then.
    pub shift: Option<ShiftId>,
}

impl Entry {
    /// An entry of a group.
    pub fn of(group: &Group, kind: EntryKind, amount: i64, by: &str, at: i64) -> Self {
        Self {
            kind,
            amount: group.money(amount),
            state: EntryState::Booked,
            method: None,
            reference: String::new(),
            group: Some(group.row.id),
            order: None,
            by: by.to_owned(),
            at,
            counter_of: None,
            key: None,
            shift: None,
        }
    }

    /// That more has to go back, or less.
    pub fn to_give_back(group: &Group, change: i64, by: &str, at: i64) -> Self {
        let state = if change < 0 {
            EntryState::Counter
        } else {
            EntryState::Booked
        };
        Self {
            state,
            ..Self::of(group, EntryKind::ToGiveBack, change, by, at)
        }
    }

    /// What undoes `row`; in no drawer, unless the caller knows that its shift still runs.
    pub fn counter(row: &money_entry::Model, by: &str, at: i64) -> Self {
        Self {
            kind: row.kind,
            amount: Money::new(-row.amount_minor, row.currency),
            state: EntryState::Counter,
            method: row.method,
            reference: row.reference.clone(),
            group: row.group_id,
            order: row.order_id,
            by: by.to_owned(),
            at,
            counter_of: Some(row.id),
            key: None,
            shift: None,
        }
    }

    pub fn row(self) -> money_entry::ActiveModel {
        money_entry::ActiveModel {
            kind: Set(self.kind),
            amount_minor: Set(self.amount.minor),
            currency: Set(self.amount.currency),
            method: Set(self.method),
            reference: Set(self.reference),
            group_id: Set(self.group),
            order_id: Set(self.order),
            actor: Set(self.by),
            state: Set(self.state),
            at: Set(self.at),
            counter_of: Set(self.counter_of),
            dedup_key: Set(self.key),
            shift_id: Set(self.shift),
            ..Default::default()
        }
    }
}

/// The sums of a group; nothing when it has no entries at all.
pub(crate) async fn balance(db: &impl ConnectionTrait, group: OrderGroupId) -> Result<Option<Balance>> {
    let rows = money_entry::Entity::find()
        .filter(money_entry::Column::GroupId.eq(group))
        .all(db)
        .await?;
    let mut sums = None;
    for row in rows {
        sums = Some(sums.unwrap_or_else(Balance::default).with(row.kind, row.amount_minor)?);
    }
    Ok(sums)
}

/// The sums of several groups; of one with an entry that cannot be read nothing is known, and it is left out.
pub(crate) async fn balances(
    db: &impl ConnectionTrait,
    groups: &[OrderGroupId],
) -> Result<HashMap<OrderGroupId, Balance>> {
    let mut sums: HashMap<OrderGroupId, Balance> = groups.iter().map(|group| (*group, Balance::default())).collect();
    let mut unreadable = Vec::new();
    for chunk in groups.chunks(500) {
        let rows = money_entry::Entity::find()
            .filter(money_entry::Column::GroupId.is_in(chunk.iter().copied()))
            .each_with::<OrderGroupId, _>(db, money_entry::Column::GroupId)
            .await?;
        for (group, row) in rows {
            match row {
                Ok(row) => {
                    let before = sums.get(&group).copied().unwrap_or_default();
                    sums.insert(group, before.with(row.kind, row.amount_minor)?);
                }
                Err(error) => {
                    tracing::error!(group = group.get(), %error, "money.entry_unreadable");
                    unreadable.push(group);
                }
            }
        }
    }
    for group in unreadable {
        sums.remove(&group);
    }
    Ok(sums)
}

/// Adds an entry, and to the sums.
pub(crate) async fn book(tx: &Tx, balance: Balance, entry: Entry) -> Result<Balance> {
    let after = balance.with(entry.kind, entry.amount.minor)?;
    entry.row().insert(tx).await?;
    Ok(after)
}

/// Whether an entry was booked under this key before.
pub(crate) async fn is_booked(db: &impl ConnectionTrait, key: &str) -> Result<bool> {
    Ok(money_entry::Entity::find()
        .filter(money_entry::Column::DedupKey.eq(key))
        .has_rows(db)
        .await?)
}

/// Whether anything was sent back to the buyer of a group since then.
pub(crate) async fn is_given_back(db: &impl ConnectionTrait, group: OrderGroupId, since: i64) -> Result<bool> {
    Ok(money_entry::Entity::find()
        .filter(money_entry::Column::GroupId.eq(group))
        .filter(money_entry::Column::Kind.eq(EntryKind::GivenBack))
        .filter(money_entry::Column::At.gte(since))
        .has_rows(db)
        .await?)
}

/// The cash that is here of what a group paid: what was given back in cash is off.
pub(crate) async fn cash_held(db: &impl ConnectionTrait, group: OrderGroupId) -> Result<i64> {
    let rows = money_entry::Entity::find()
        .filter(money_entry::Column::GroupId.eq(group))
        .filter(money_entry::Column::Method.eq(PaymentMethod::CashAtStation))
        .all(db)
        .await?;
    let mut sums = Balance::default();
    for row in rows {
        sums = sums.with(row.kind, row.amount_minor)?;
    }
    Ok(sums.held())
}

/// What is due of orders that are being placed.
pub(crate) fn due_rows(group: &order_group::Model, orders: &[order::Model], now: i64) -> Vec<money_entry::ActiveModel> {
    orders
        .iter()
        .filter(|order| order.total_minor != 0)
        .map(|order| money_entry::ActiveModel {
            kind: Set(EntryKind::Due),
            amount_minor: Set(order.total_minor),
            currency: Set(group.currency),
            method: Set(None),
            reference: Set(String::new()),
            group_id: Set(Some(group.id)),
            order_id: Set(Some(order.id)),
            actor: Set("buyer".to_owned()),
            state: Set(EntryState::Booked),
            at: Set(now),
            counter_of: Set(None),
            dedup_key: Set(None),
            ..Default::default()
        })
        .collect()
}

/// The entries of a group that a program placed which did not know of them yet, as the upgrade would have made them.
pub(crate) async fn adopt(
    tx: &Tx,
    group: &order_group::Model,
    bill: &payment::Model,
    orders: &[order::Model],
) -> Result<Balance> {
    let mut balance = Balance::default();
    for row in due_rows(group, orders, group.placed_at) {
        let made = row.insert(tx).await?;
        balance = balance.with(EntryKind::Due, made.amount_minor)?;
        let order = orders.iter().find(|order| Some(order.id) == made.order_id);
        let status = order.ok_or(Error::NotFound)?.status;
        if !status.stands() {
            balance = book(tx, balance, Entry::counter(&made, "upgrade", group.placed_at)).await?;
        }
    }
    let is_paid = bill.status.is_paid();
    if is_paid && balance.due > 0 {
        let row = money_entry::ActiveModel {
            kind: Set(EntryKind::Received),
            amount_minor: Set(balance.due),
            currency: Set(group.currency),
            method: Set(Some(bill.method)),
            reference: Set(bill.reference.clone()),
            group_id: Set(Some(group.id)),
            order_id: Set(None),
            actor: Set("upgrade".to_owned()),
            state: Set(EntryState::Booked),
            at: Set(bill.updated_at),
            counter_of: Set(None),
            dedup_key: Set(None),
            ..Default::default()
        };
        row.insert(tx).await?;
        balance = balance.with(EntryKind::Received, balance.due)?;
    }
    Ok(balance)
}

/// An order ended without a sale: what was due of it is not any more.
pub(crate) async fn undo_due(tx: &Tx, group: &Group, order: &order::Model, how: &How) -> Result<Balance> {
    let due = money_entry::Entity::find()
        .filter(money_entry::Column::OrderId.eq(order.id))
        .filter(money_entry::Column::Kind.eq(EntryKind::Due))
        .order_by_desc(money_entry::Column::Id)
        .one(tx)
        .await?;
    match due {
        Some(row) if row.state == EntryState::Booked => {
            book(tx, group.balance, Entry::counter(&row, &how.by, how.now)).await
        }
        // Free goods, or undone already.
        _ => Ok(group.balance),
    }
}

/// Money came in for a group: books it and does what follows. Answers whether it was new.
pub(crate) async fn receive(tx: &Tx, group: &mut Group, entry: Entry) -> Result<bool> {
    if let Some(key) = &entry.key
        && is_booked(tx, key).await?
    {
        return Ok(false);
    }
    if entry.amount.minor <= 0 || entry.amount.currency != group.currency {
        return Err(Error::Refused(ErrorCode::Invalid));
    }
    let (amount, by, at) = (entry.amount, entry.by.clone(), entry.at);
    let stands = group.statuses().iter().any(|status| status.stands());
    group.balance = book(tx, group.balance, entry).await?;
    // Nothing waits for it any more: all of it goes back.
    if !stands {
        group.correct(tx, amount.minor, &by, at).await?;
    }
    group.after_money(tx, at).await?;
    let notice = Notice::PaymentReceived {
        group: group.id(),
        amount,
    };
    tell(tx, at, notice).await?;
    Ok(true)
}
