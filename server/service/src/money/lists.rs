//! What the Centre sees of money: what waits for somebody, what a search finds, and what was booked.

use db::Readable;
use db::entities::{money_entry, order_group, payment};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Statement};
use domain::{
    Actor, Balance, Currency, EntryKind, EntryState, Money, MoneyEntryId, OrderCode, OrderGroupId, PaymentMethod,
    PaymentReference, PaymentStatus, parse_price,
};

use super::book::balances;
use super::centre::{clerk, find_group};
use super::view::{EntryPage, EntryView, GroupMoney, MoneyOverview, MoneyView};
use crate::Shop;
use crate::audit::signers;
use crate::error::{Error, Result};
use crate::orders::stored;

/// Groups in one list, and entries on one page.
const LIST: u64 = 100;
/// Overpaid groups are looked for among what came in within 90 days.
const RECENT_MS: i64 = 90 * 24 * 60 * 60 * 1000;

impl MoneyView {
    pub(crate) fn of(balance: Balance, currency: Currency) -> Self {
        let money = |minor| Money::new(minor, currency);
        Self {
            state: balance.state(),
            due: money(balance.due),
            received: money(balance.received),
            open: money(balance.open()),
            to_give_back: money(balance.excess()),
            given_back: money(balance.given_back),
            // Of what is not due any more nothing needs to be waived.
            written_off: money(balance.written_off.min(balance.due)),
        }
    }
}

/// What waits for somebody at the Centre.
///
/// # Errors
/// [`Error::NotFound`] for anybody else.
#[crate::boxed]
pub async fn overview(shop: &Shop, actor: Actor) -> Result<MoneyOverview> {
    clerk(actor)?;
    let db = shop.db().read();
    let refunds = group_ids(
        shop,
        "SELECT group_id FROM money_entries WHERE kind IN ('to_give_back', 'given_back') AND group_id IS NOT NULL
         GROUP BY group_id
         HAVING SUM(CASE kind WHEN 'to_give_back' THEN amount_minor ELSE -amount_minor END) > 0
         ORDER BY group_id DESC LIMIT 100",
    )
    .await?;
    let since = shop.now().saturating_sub(RECENT_MS);
    let overpaid = group_ids(
        shop,
        &format!(
            "SELECT group_id FROM money_entries WHERE group_id IN
             (SELECT group_id FROM money_entries WHERE kind = 'received' AND at > {since} AND group_id IS NOT NULL)
             GROUP BY group_id
             HAVING SUM(CASE kind WHEN 'received' THEN amount_minor WHEN 'written_off' THEN amount_minor
                        WHEN 'due' THEN -amount_minor WHEN 'to_give_back' THEN -amount_minor ELSE 0 END) > 0
             AND SUM(CASE kind WHEN 'to_give_back' THEN amount_minor WHEN 'given_back' THEN -amount_minor ELSE 0 END) <= 0
             ORDER BY group_id DESC LIMIT 100"
        ),
    )
    .await?;
    let unassigned = money_entry::Entity::find()
        .filter(money_entry::Column::State.eq(EntryState::Unassigned))
        .order_by_desc(money_entry::Column::Id)
        .limit(LIST)
        .readable(db)
        .await?;
    let unassigned = entry_views(shop, unassigned).await?;
    Ok(MoneyOverview {
        awaited: awaited(shop, LIST).await?,
        refunds: groups(shop, &refunds).await?,
        overpaid: groups(shop, &overpaid).await?,
        unassigned: unassigned.into_iter().filter(|entry| entry.can_undo).collect(),
    })
}

/// Groups whose transfer has not come in whole, newest first.
async fn awaited(shop: &Shop, limit: u64) -> Result<Vec<GroupMoney>> {
    let ids: Vec<OrderGroupId> = payment::Entity::find()
        .select_only()
        .column(payment::Column::GroupId)
        .filter(payment::Column::Method.eq(PaymentMethod::BankTransfer))
        .filter(payment::Column::Status.eq(PaymentStatus::Created))
        .order_by_desc(payment::Column::Id)
        .limit(limit)
        .into_tuple()
        .all(shop.db().read())
        .await?;
    groups(shop, &ids).await
}

async fn group_ids(shop: &Shop, sql: &str) -> Result<Vec<OrderGroupId>> {
    let statement = Statement::from_string(shop.db().backend(), sql);
    let rows = shop.db().read().query_all_raw(statement).await?;
    rows.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
}

/// Groups that a reference, an order code, or an amount still to be paid leads to.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the Centre.
#[crate::boxed]
pub async fn found(shop: &Shop, actor: Actor, query: &str) -> Result<Vec<GroupMoney>> {
    clerk(actor)?;
    match find_group(shop.db().read(), query).await {
        Ok(id) => return groups(shop, &[id]).await,
        Err(Error::Fields(_)) => {}
        Err(error) => return Err(error),
    }
    let Ok(amount) = parse_price(Currency::Cny, query) else {
        return Ok(Vec::new());
    };
    let awaited = awaited(shop, 500).await?;
    Ok(awaited.into_iter().filter(|group| group.money.open == amount).collect())
}

/// The newest entries, but for what is due; `page` from 1.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the Centre.
#[crate::boxed]
pub async fn entries(shop: &Shop, actor: Actor, page: u32) -> Result<EntryPage> {
    clerk(actor)?;
    let db = shop.db().read();
    let before = u64::from(page.saturating_sub(1).min(10_000)) * LIST;
    let booked = money_entry::Entity::find()
        .filter(money_entry::Column::Kind.ne(EntryKind::Due))
        .order_by_desc(money_entry::Column::Id);
    let rows = booked.clone().offset(before).limit(LIST).readable(db).await?;
    let older = booked.offset(before + LIST).limit(1);
    Ok(EntryPage {
        entries: entry_views(shop, rows).await?,
        has_more: older.has_rows(db).await?,
    })
}

/// What was booked for these orders, the newest first, but for what is due.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the Centre.
#[crate::boxed]
pub async fn entries_of(shop: &Shop, actor: Actor, orders: &[OrderCode]) -> Result<Vec<EntryView>> {
    clerk(actor)?;
    let db = shop.db().read();
    let groups: Vec<OrderGroupId> = order_group::Entity::find()
        .select_only()
        .column(order_group::Column::Id)
        .filter(order_group::Column::Code.is_in(orders.iter().map(ToString::to_string)))
        .into_tuple()
        .all(db)
        .await?;
    let rows = money_entry::Entity::find()
        .filter(money_entry::Column::GroupId.is_in(groups))
        .filter(money_entry::Column::Kind.ne(EntryKind::Due))
        .order_by_desc(money_entry::Column::Id)
        .limit(LIST)
        .readable(db)
        .await?;
    entry_views(shop, rows).await
}

async fn entry_views(shop: &Shop, rows: Vec<money_entry::Model>) -> Result<Vec<EntryView>> {
    let db = shop.db().read();
    let ids: Vec<MoneyEntryId> = rows.iter().map(|row| row.id).collect();
    let undone: Vec<Option<MoneyEntryId>> = money_entry::Entity::find()
        .select_only()
        .column(money_entry::Column::CounterOf)
        .filter(money_entry::Column::CounterOf.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    let groups: Vec<OrderGroupId> = rows.iter().filter_map(|row| row.group_id).collect();
    let groups = order_group::Entity::find()
        .filter(order_group::Column::Id.is_in(groups))
        .readable(db)
        .await?;
    let actors: Vec<&str> = rows.iter().map(|row| row.actor.as_str()).collect();
    let signers = signers(shop, &actors).await?;
    rows.into_iter()
        .zip(signers)
        .map(|(row, who)| {
            let group = groups.iter().find(|group| Some(group.id) == row.group_id);
            Ok(EntryView {
                id: row.id,
                kind: row.kind,
                state: row.state,
                amount: Money::new(row.amount_minor, row.currency),
                method: row.method,
                code: group.and_then(|group| OrderCode::parse(&group.code).ok()),
                can_undo: is_undoable(row.kind, row.state) && !undone.contains(&Some(row.id)),
                reference: row.reference,
                who,
                at: row.at,
            })
        })
        .collect()
}

/// What a person booked; the rest follows from the orders.
pub(super) const fn is_undoable(kind: EntryKind, state: EntryState) -> bool {
    matches!(kind, EntryKind::Received | EntryKind::GivenBack | EntryKind::WrittenOff)
        && !matches!(state, EntryState::Counter)
}

async fn groups(shop: &Shop, ids: &[OrderGroupId]) -> Result<Vec<GroupMoney>> {
    let db = shop.db().read();
    let rows = order_group::Entity::find()
        .filter(order_group::Column::Id.is_in(ids.iter().copied()))
        .readable(db)
        .await?;
    let bills = payment::Entity::find()
        .filter(payment::Column::GroupId.is_in(ids.iter().copied()))
        .readable(db)
        .await?;
    let sums = balances(db, ids).await?;
    ids.iter()
        .filter_map(|id| {
            let row = rows.iter().find(|row| row.id == *id)?;
            let bill = bills.iter().find(|bill| bill.group_id == *id)?;
            Some((row, bill, *sums.get(id)?))
        })
        .map(|(row, bill, balance)| {
            Ok(GroupMoney {
                code: stored(OrderCode::parse(&row.code).ok())?,
                reference: stored(PaymentReference::parse(&bill.reference).ok())?,
                method: row.payment_method,
                buyer_name: row.buyer_name.clone(),
                placed_at: row.placed_at,
                money: MoneyView::of(balance, row.currency),
            })
        })
        .collect()
}
