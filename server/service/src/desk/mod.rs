//! The counter of a station: an order found by its code and the phone's last four digits, its cash taken or given back, its
//! goods handed over. A clerk's cash is that of their [shift](crate::shifts); without one they take none.

mod today;

use db::entities::{order, shift};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use db::{Readable, Tx};
use domain::{
    Action, Actor, AuditAction, Balance, Currency, EntryKind, ErrorCode, FieldCode, FulfilmentStatus, IdempotencyKey,
    Locale, Money, OrderCode, OrderGroupId, OrderId, OrderLineId, OrderParty, OrderStep, PaymentMethod, Phone,
    PhoneTail, ShiftState, StationId, Subject, UserId, parse_price,
};

use crate::audit::note as audit;
use crate::drawers::{lock_open, shifts_of, sums_of};
use crate::error::{Error, Result};
use crate::identity::{self, Bucket};
use crate::messages::{Notice, tell};
use crate::money::{self, Entry, MoneyView, book, cash_held, receive};
use crate::orders::{DeliveryView, Group, OrderView, delivery_of, find_row, order_views, state_of, stored};
use crate::shifts::{clerk_of, left_before};
use crate::studio::{Goods, StepForm};
use crate::{Shop, Shown, random, rights};

pub use today::{Today, today};

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
    /// What the buyer gets back in cash: as much of what waits to be sent back as was paid in cash.
    pub to_give_back: Money,
    /// Whether whoever stands here has to begin a shift before they take cash or give it back.
    pub needs_shift: bool,
    /// What they left in their drawer the last time, where they have to.
    pub left_last: Option<Money>,
    /// One part for each cooperative.
    pub parts: Vec<DeskPart>,
    /// The number of a new form that takes cash.
    pub form_key: String,
}

/// A cooperative's part at the counter.
#[derive(Clone, Debug)]
pub struct DeskPart {
    /// The part, its goods and its cooperative named for the clerk.
    pub order: OrderView,
    /// What its buyer calls those goods that have another name on their order.
    pub sold_as: Vec<(OrderLineId, Shown)>,
    /// What can be done with it now.
    pub steps: Vec<OrderStep>,
    /// Whether it is here, and waits only for its payment.
    pub waits_for_money: bool,
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
    let missing = missing(needed, balance);
    let cash_back = to_give_back(balance, cash_held(db, id).await?);
    let mut needs_shift = false;
    let mut left_last = None;
    if let Some((station, user)) = clerk_of(actor) {
        needs_shift = !shifts_of(station, user, ShiftState::Open).has_rows(db).await?;
        if needs_shift {
            left_last = left_before(db, station, user).await?;
        }
    }
    let ids: Vec<OrderId> = rows.iter().map(|row| row.id).collect();
    let goods = Goods::of(db, &ids, locale).await?;
    let sellers: Vec<Option<Shown>> = rows
        .iter()
        .map(|row| Some(directory.cooperative(row.cooperative_id)?.entry.name(locale)))
        .collect();
    let views = order_views(db, &directory, &group, rows).await?;
    let parts = views
        .into_iter()
        .zip(sellers)
        .zip(&states)
        .map(|((mut order, seller), (_, _, state))| {
            if let Some(name) = seller {
                order.cooperative = name;
            }
            DeskPart {
                sold_as: name_for_clerk(&mut order, &goods),
                order,
                steps: state.possible_steps(party, shop.now()),
                waits_for_money: state.apply(OrderStep::HandOver, party, shop.now()) == Err(domain::Refusal::Unpaid),
            }
        })
        .collect();
    Ok(DeskOrder {
        code: stored(OrderCode::parse(&group.code).ok())?,
        delivery: delivery_of(&directory, &group, locale)?,
        method: group.payment_method,
        money: MoneyView::of(balance, currency),
        to_take: Money::new(missing, currency),
        to_give_back: Money::new(cash_back, currency),
        needs_shift,
        left_last: left_last.map(|minor| Money::new(minor, Currency::Cny)),
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

/// Puts the names that the clerk reads in the place of those the buyer reads; answers the buyer's where they are others.
fn name_for_clerk(order: &mut OrderView, goods: &Goods) -> Vec<(OrderLineId, Shown)> {
    let mut others = Vec::new();
    for line in goods.lines(order.id) {
        let Some(view) = order.lines.iter_mut().find(|view| view.id == line.id) else {
            continue;
        };
        let name = goods.name(line);
        if name.text != view.name.text {
            others.push((view.id, std::mem::replace(&mut view.name, name)));
        }
    }
    others
}

/// What is still to be paid, fen, for parcels of a group that cost `needed` and are at the station, or with the buyer.
fn missing(needed: i64, balance: Balance) -> i64 {
    needed.saturating_sub(balance.held()).clamp(0, balance.open())
}

/// What can be given back in cash, fen: of what it was decided that it goes back, as much as was paid in cash.
fn to_give_back(balance: Balance, cash: i64) -> i64 {
    balance.waiting_back().min(balance.excess()).min(cash).max(0)
}

/// The shift in whose drawer this cash is; locked, so that nobody closes it meanwhile. The Centre's people have none.
///
/// # Errors
/// [`Error::Fields`] on `shift` for a clerk without one.
async fn drawer(tx: &Tx, clerk: Option<(StationId, UserId)>) -> Result<Option<shift::Model>> {
    let Some((station, user)) = clerk else {
        return Ok(None);
    };
    let shift = lock_open(tx, station, user)
        .await?
        .ok_or_else(|| Error::field("shift", FieldCode::Required))?;
    Ok(Some(shift))
}

/// Cash as it was typed into the field `name`, and what the books know its form by.
fn typed_cash(name: &'static str, typed: &str, form_key: &str) -> Result<(Money, String)> {
    let amount = parse_price(Currency::Cny, typed).map_err(|error| Error::field(name, error.into()))?;
    if amount.minor <= 0 {
        return Err(Error::field(name, FieldCode::InvalidPrice));
    }
    let key = IdempotencyKey::parse(form_key).map_err(|_| Error::Refused(ErrorCode::InvalidTransition))?;
    Ok((amount, format!("form:{key}")))
}

/// Last in its transaction: the log has one end.
async fn log_cash(tx: &Tx, now: i64, by: &str, action: AuditAction, group: OrderGroupId, amount: Money) -> Result<()> {
    let detail = format!("{} {}", amount.minor, amount.currency.code());
    audit(tx, now, by, action, &format!("group:{group}"), &detail).await
}

/// Takes cash for an order; the same form sent twice is taken once.
///
/// # Errors
/// [`Error::Fields`] on `amount` when it is no amount or more than is to be paid, on `shift` when the clerk has none; as
/// [`order_at_desk`].
#[crate::boxed]
pub async fn take_cash(shop: &Shop, actor: Actor, key: &DeskKey, amount: &str, form_key: &str) -> Result<()> {
    let (_, by) = clerk(actor)?;
    let id = find(shop, actor, key).await?;
    let (typed, form_key) = typed_cash("amount", amount, form_key)?;
    let (now, clerk) = (shop.now(), clerk_of(actor));
    shop.once()
        .write(move |tx| {
            let (by, form_key) = (by.clone(), form_key.clone());
            Box::pin(async move {
                let mut group = Group::lock(tx, id).await?;
                if money::is_booked(tx, &form_key).await? {
                    return Ok(());
                }
                let drawer = drawer(tx, clerk).await?;
                if typed.minor > group.balance.open() {
                    return Err(Error::field("amount", FieldCode::TooMuch));
                }
                let entry = Entry {
                    method: Some(PaymentMethod::CashAtStation),
                    key: Some(form_key),
                    shift: drawer.map(|shift| shift.id),
                    ..Entry::of(&group, EntryKind::Received, typed.minor, &by, now)
                };
                receive(tx, &mut group, entry).await?;
                log_cash(tx, now, &by, AuditAction::MoneyCash, group.id(), typed).await
            })
        })
        .await
}

/// Gives cash back to the buyer; the same form sent twice is given back once.
///
/// # Errors
/// [`Error::Fields`] on `back` when it is no amount, more than waits to be given back in cash, or more than should be in the
/// drawer, on `shift` when the clerk has none; as [`order_at_desk`].
#[crate::boxed]
pub async fn give_back_cash(shop: &Shop, actor: Actor, key: &DeskKey, amount: &str, form_key: &str) -> Result<()> {
    let (_, by) = clerk(actor)?;
    let id = find(shop, actor, key).await?;
    let (typed, form_key) = typed_cash("back", amount, form_key)?;
    let (now, clerk) = (shop.now(), clerk_of(actor));
    shop.once()
        .write(move |tx| {
            let (by, form_key) = (by.clone(), form_key.clone());
            Box::pin(async move {
                let mut group = Group::lock(tx, id).await?;
                if money::is_booked(tx, &form_key).await? {
                    return Ok(());
                }
                let drawer = drawer(tx, clerk).await?;
                let most = to_give_back(group.balance, cash_held(tx, id).await?);
                let is_there = match &drawer {
                    Some(shift) => typed.minor <= sums_of(tx, shift).await?.drawer.expected()?,
                    None => true,
                };
                if typed.minor > most || !is_there {
                    return Err(Error::field("back", FieldCode::TooMuch));
                }
                let entry = Entry {
                    method: Some(PaymentMethod::CashAtStation),
                    key: Some(form_key),
                    shift: drawer.map(|shift| shift.id),
                    ..Entry::of(&group, EntryKind::GivenBack, typed.minor, &by, now)
                };
                group.balance = book(tx, group.balance, entry).await?;
                group.after_money(tx, now).await?;
                let notice = Notice::RefundSent {
                    group: group.id(),
                    amount: typed,
                };
                tell(tx, now, notice).await?;
                log_cash(tx, now, &by, AuditAction::MoneyCashBack, group.id(), typed).await
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
