//! The counter of a station: an order found by its code and the phone's last four digits, its cash taken, its goods
//! handed over.

use db::entities::order;
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use domain::{
    Action, Actor, AuditAction, Currency, EntryKind, ErrorCode, FieldCode, FulfilmentStatus, IdempotencyKey, Locale,
    Money, OrderCode, OrderGroupId, OrderId, OrderParty, OrderStep, PaymentMethod, Phone, PhoneTail, StationId,
    Subject, parse_price,
};

use crate::audit::note as audit;
use crate::error::{Error, Result};
use crate::identity::{self, Bucket};
use crate::money::{self, Entry, MoneyView, receive};
use crate::orders::{DeliveryView, Group, OrderView, delivery_of, find_row, order_views, state_of, stored};
use crate::studio::StepForm;
use crate::{Shop, random, rights};

/// Wrong digits one person may type in an hour.
const WRONG_PER_HOUR: i64 = 60;

/// Whose counter an actor stands at: their own station's, or any on behalf of the Centre.
fn counter_of(actor: Actor) -> (OrderParty, Subject) {
    match actor {
        Actor::Station { station, .. } => (OrderParty::Station, Subject::Station(station)),
        _ => (OrderParty::Centre, Subject::Centre),
    }
}

/// Whether this actor may stand at a counter.
pub fn may_use_desk(actor: Actor) -> bool {
    domain::rights::may(actor, Action::TakeCash, counter_of(actor).1).is_ok()
}

/// In whose part they take steps, and how they stand in the history.
fn clerk(actor: Actor) -> Result<(OrderParty, String)> {
    let (party, subject) = counter_of(actor);
    rights::ask(actor, Action::TakeCash, subject)?;
    let user = actor.user().ok_or(Error::NotFound)?;
    Ok((party, format!("user:{user}")))
}

/// Which order, as its buyer names it at the counter.
#[derive(Clone, Debug, Default)]
pub struct DeskKey {
    /// `code`, as typed.
    pub code: String,
    /// `tail`: the phone's last four digits, as typed.
    pub tail: String,
}

/// An order at the counter.
#[derive(Clone, Debug)]
pub struct DeskOrder {
    /// Its code.
    pub code: OrderCode,
    /// Who ordered.
    pub buyer_name: String,
    /// The buyer's phone number, until everything is handed over.
    pub phone: Option<String>,
    /// The buyer's note, until everything is handed over.
    pub note: String,
    /// Where it goes.
    pub delivery: DeliveryView,
    /// How it is paid.
    pub method: PaymentMethod,
    /// The money of all parts.
    pub money: MoneyView,
    /// What has to be paid for what is here now.
    pub to_take: Money,
    /// One part for each cooperative.
    pub parts: Vec<DeskPart>,
    /// The number of a new form that takes cash.
    pub form_key: String,
}

/// A cooperative's part at the counter.
#[derive(Clone, Debug)]
pub struct DeskPart {
    /// The part.
    pub order: OrderView,
    /// What can be done with it now.
    pub steps: Vec<OrderStep>,
    /// Whether it is here, and waits only for its payment.
    pub waits_for_money: bool,
}

/// Whether anybody may look: the page before an order is found.
///
/// # Errors
/// [`Error::NotFound`] for whoever may not use the desk.
pub fn open(actor: Actor) -> Result<()> {
    clerk(actor).map(|_| ())
}

/// Finds the group, if the digits are those of its phone.
async fn find(shop: &Shop, actor: Actor, key: &DeskKey) -> Result<OrderGroupId> {
    let (_, by) = clerk(actor)?;
    let code = OrderCode::find(&key.code).map_err(|error| Error::field("code", error.into()))?;
    let tail = PhoneTail::parse(&key.tail).map_err(|error| Error::field("tail", error.into()))?;
    let row = find_row(shop, &code).await?;
    // What is collected elsewhere is not found here.
    let is_here = |station: Option<StationId>| match actor {
        Actor::Station { station: own, .. } => station == Some(own),
        _ => true,
    };
    let found = row
        .filter(|row| is_here(row.station_id))
        .filter(|row| Phone::parse(&row.phone).is_ok_and(|phone| phone.tail() == tail));
    if let Some(row) = found {
        return Ok(row.id);
    }
    let wrong = Bucket {
        name: format!("desk:{by}"),
        size: WRONG_PER_HOUR,
        period_ms: 3_600_000,
    };
    identity::take(shop, &[wrong]).await?;
    Err(Error::field("tail", FieldCode::InvalidCode))
}

/// The order at the counter.
///
/// # Errors
/// [`Error::Fields`] on `tail` when code and digits do not belong together; [`Error::NotFound`] for whoever may not use
/// the desk.
#[crate::boxed]
pub async fn order_at_desk(shop: &Shop, actor: Actor, locale: Locale, key: &DeskKey) -> Result<DeskOrder> {
    let (party, _) = clerk(actor)?;
    let id = find(shop, actor, key).await?;
    let db = shop.db().read();
    let group = db::entities::order_group::Entity::find_by_id(id)
        .one(db)
        .await?
        .ok_or(Error::NotFound)?;
    let rows = order::Entity::find()
        .filter(order::Column::GroupId.eq(id))
        .order_by_asc(order::Column::Id)
        .all(db)
        .await?;
    let balance = money::balance(db, id).await?.unwrap_or_default();
    let currency = group.currency;
    let directory = shop.directory();
    let mut states = Vec::with_capacity(rows.len());
    for row in &rows {
        states.push((row.id, row.total_minor, state_of(&group, &rows, row, balance)));
    }
    let is_open = states.iter().any(|(_, _, state)| !state.status.is_terminal());
    let here = |fulfilment| {
        matches!(
            fulfilment,
            FulfilmentStatus::ReadyForPickup | FulfilmentStatus::Delivered
        )
    };
    let needed: i64 = states
        .iter()
        .filter(|(_, _, state)| state.status.stands() && here(state.fulfilment))
        .map(|(_, total, _)| total)
        .sum();
    let missing = needed.saturating_sub(balance.held()).clamp(0, balance.open());
    let views = order_views(db, &directory, &group, rows).await?;
    let parts = views
        .into_iter()
        .zip(&states)
        .map(|(order, (_, _, state))| DeskPart {
            order,
            steps: state.possible_steps(party, shop.now()),
            waits_for_money: state.apply(OrderStep::HandOver, party, shop.now()) == Err(domain::Refusal::Unpaid),
        })
        .collect();
    Ok(DeskOrder {
        code: stored(OrderCode::parse(&group.code).ok())?,
        delivery: delivery_of(&directory, &group, locale)?,
        method: group.payment_method,
        money: MoneyView::of(balance, currency),
        to_take: Money::new(missing, currency),
        parts,
        form_key: IdempotencyKey::from_bytes(random::bytes()?).to_string(),
        phone: is_open.then(|| {
            Phone::parse(&group.phone)
                .map(|phone| phone.display())
                .unwrap_or_default()
        }),
        note: if is_open { group.note } else { String::new() },
        buyer_name: group.buyer_name,
    })
}

/// Takes cash for an order; the same form sent twice is taken once.
///
/// # Errors
/// [`Error::Fields`] on `amount` when it is no amount or more than is to be paid; as [`order_at_desk`].
#[crate::boxed]
pub async fn take_cash(shop: &Shop, actor: Actor, key: &DeskKey, amount: &str, form_key: &str) -> Result<()> {
    let (_, by) = clerk(actor)?;
    let id = find(shop, actor, key).await?;
    let typed = parse_price(Currency::Cny, amount).map_err(|error| Error::field("amount", error.into()))?;
    if typed.minor <= 0 {
        return Err(Error::field("amount", FieldCode::InvalidPrice));
    }
    let form_key = IdempotencyKey::parse(form_key).map_err(|_| Error::Refused(ErrorCode::InvalidTransition))?;
    let form_key = format!("form:{form_key}");
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            let (by, form_key) = (by.clone(), form_key.clone());
            Box::pin(async move {
                let mut group = Group::lock(tx, id).await?;
                if money::is_booked(tx, &form_key).await? {
                    return Ok(());
                }
                if typed.minor > group.balance.open() {
                    return Err(Error::field("amount", FieldCode::TooMuch));
                }
                let entry = Entry {
                    method: Some(PaymentMethod::CashAtStation),
                    key: Some(form_key),
                    ..Entry::of(&group, EntryKind::Received, typed.minor, &by, now)
                };
                receive(tx, &mut group, entry).await?;
                let detail = format!("{} {}", typed.minor, typed.currency.code());
                audit(
                    tx,
                    now,
                    &by,
                    AuditAction::MoneyCash,
                    &format!("group:{}", group.id()),
                    &detail,
                )
                .await
            })
        })
        .await
}

/// Takes a step with one part of the order.
///
/// # Errors
/// [`Error::Refused`] with the reason when it cannot be taken now; as [`order_at_desk`].
#[crate::boxed]
pub async fn step(shop: &Shop, actor: Actor, key: &DeskKey, order: OrderId, form: &StepForm) -> Result<()> {
    let (party, by) = clerk(actor)?;
    let id = find(shop, actor, key).await?;
    let step = OrderStep::parse(&form.command).ok_or(Error::Refused(ErrorCode::InvalidTransition))?;
    let how = form.how(shop, party, by)?;
    shop.once()
        .write(move |tx| {
            let how = how.clone();
            Box::pin(async move { Group::lock(tx, id).await?.take(tx, order, step, &how).await })
        })
        .await
}
