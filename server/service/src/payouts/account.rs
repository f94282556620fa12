//! Reading accounts and payouts.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use db::Readable;
use db::entities::{payout, user};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{
    Action, Actor, CooperativeId, Locale, Money, OrderCode, OrderId, PayoutId, PayoutState, PayoutStep, Subject,
    UserId, day_number, day_start,
};

use super::owed::{BEFORE, by_day, by_day_and_order, by_order, reasons, standing, within};
use super::view::{Account, AccountDay, AccountLine, AccountOrder, AccountSums, OwedRow, PayoutPage, PayoutView};
use crate::directory::Cooperative;
use crate::error::{Error, Result};
use crate::orders::stored;
use crate::rights::{ask, own_cooperative};
use crate::{Period, Shop, Shown, Span};

/// Orders on a page of a day.
const ORDERS: usize = 50;
/// Payouts on the page of an account, and on a page of the Centre's.
pub(super) const PAYOUTS: u64 = 50;
/// Payouts that are to be approved or paid, on a page of the Centre's.
const OPEN: u64 = 100;
/// Cooperatives on a page of the Centre's.
pub(super) const COOPERATIVES: usize = 20;

/// Somebody of the Centre who sees and books its money.
///
/// # Errors
/// [`Error::NotFound`] for anybody else.
pub(super) fn clerk(actor: Actor) -> Result<UserId> {
    ask(actor, Action::SeeMoney, Subject::Centre)?;
    actor.user().ok_or(Error::NotFound)
}

/// The account of the cooperative that `actor` works for.
///
/// # Errors
/// [`Error::NotFound`] for anybody who has nothing to do with its money.
#[crate::boxed]
pub async fn account(shop: &Shop, actor: Actor, locale: Locale, period: Period) -> Result<Account> {
    let own = own_cooperative(actor, Action::SeeMoney)?.id();
    account_in(shop, own, locale, period, None).await
}

/// The account of the cooperative of this name in the URL, for the Centre.
///
/// # Errors
/// [`Error::NotFound`] for who may not, and when there is none.
#[crate::boxed]
pub async fn account_of(shop: &Shop, actor: Actor, slug: &str, locale: Locale, period: Period) -> Result<Account> {
    let user = clerk(actor)?;
    let id = id_of(shop, slug)?;
    account_in(shop, id, locale, period, Some(user)).await
}

/// The cooperative of this name in the URL.
pub(super) fn id_of(shop: &Shop, slug: &str) -> Result<CooperativeId> {
    let directory = shop.directory();
    Ok(directory.cooperative_by_slug(slug).ok_or(Error::NotFound)?.entry.id)
}

/// A day or month of the account of the cooperative that `actor` works for, order by order: the page behind `after`, or the
/// first one.
///
/// # Errors
/// As [`account`].
#[crate::boxed]
pub async fn account_on(
    shop: &Shop,
    actor: Actor,
    locale: Locale,
    span: Span,
    after: Option<OrderId>,
) -> Result<AccountDay> {
    let own = own_cooperative(actor, Action::SeeMoney)?.id();
    account_day(shop, own, locale, span, after, None).await
}

/// The same of the cooperative of this name in the URL, for the Centre.
///
/// # Errors
/// As [`account_of`].
#[crate::boxed]
pub async fn account_of_on(
    shop: &Shop,
    actor: Actor,
    slug: &str,
    locale: Locale,
    span: Span,
    after: Option<OrderId>,
) -> Result<AccountDay> {
    let user = clerk(actor)?;
    let id = id_of(shop, slug)?;
    account_day(shop, id, locale, span, after, Some(user)).await
}

async fn account_day(
    shop: &Shop,
    own: CooperativeId,
    locale: Locale,
    span: Span,
    after: Option<OrderId>,
    clerk: Option<UserId>,
) -> Result<AccountDay> {
    let db = shop.db().read();
    let times = span.from..span.until;
    let (found, has_more) = by_order(db, own, times.clone(), after.unwrap_or(OrderId(0)), ORDERS).await?;
    let next = found.last().map(|(id, ..)| *id).filter(|_| has_more);
    let orders = found.into_iter().map(|(id, code, sums)| order(id, &code, sums));
    let orders = orders.collect::<Result<Vec<_>>>()?;
    let payouts = if after.is_none() {
        views(shop, locale, paid_within(shop, own, times.clone()).await?, clerk).await?
    } else {
        Vec::new()
    };
    let sums = within(db, own, times).await?;
    let directory = shop.directory();
    let cooperative = directory.cooperative(own).ok_or(Error::NotFound)?;
    Ok(AccountDay {
        slug: cooperative.entry.slug.clone(),
        name: cooperative.entry.name(locale),
        span,
        sums,
        orders,
        next,
        payouts,
    })
}

fn order(id: OrderId, code: &str, sums: AccountSums) -> Result<AccountOrder> {
    Ok(AccountOrder {
        id,
        code: stored(OrderCode::parse(code).ok())?,
        sums,
    })
}

/// What orders brought a cooperative from day to day until a moment: `most` of them behind an order of a day, each with the
/// [number](day_number) of its day, and whether there are more.
pub(crate) async fn orders_by_day(
    shop: &Shop,
    own: CooperativeId,
    after: (i64, OrderId),
    until: i64,
    most: usize,
) -> Result<(Vec<(i64, AccountOrder)>, bool)> {
    let (found, has_more) = by_day_and_order(shop.db().read(), own, after, until, most).await?;
    let orders = found
        .into_iter()
        .map(|(day, (id, code, sums))| Ok((day, order(id, &code, sums)?)));
    Ok((orders.collect::<Result<_>>()?, has_more))
}

/// What a cooperative was paid within a time, and what of its payouts was undone, the newest first.
pub(crate) async fn paid_within(shop: &Shop, own: CooperativeId, times: Range<i64>) -> Result<Vec<payout::Model>> {
    Ok(payout::Entity::find()
        .filter(payout::Column::CooperativeId.eq(own))
        .filter(payout::Column::State.eq(PayoutState::Paid))
        .filter(payout::Column::PaidAt.gte(times.start))
        .filter(payout::Column::PaidAt.lt(times.end))
        .order_by_desc(payout::Column::Id)
        .readable(shop.db().read())
        .await?)
}

/// The account of a cooperative that whoever asks may see, with all of its payouts for `clerk` of the Centre; nobody is a reader of
/// the cooperative, who sees those that are approved or paid.
pub(crate) async fn account_in(
    shop: &Shop,
    own: CooperativeId,
    locale: Locale,
    period: Period,
    clerk: Option<UserId>,
) -> Result<Account> {
    let db = shop.db().read();
    let today = day_number(shop.now());
    let from = day_start(period.since(today));
    let mut days = by_day(db, own, from).await?;
    let before = days.remove(&BEFORE).unwrap_or_default();
    let lines = period.lines(
        today,
        |day| line(day, &days),
        |all, one| all.sums = all.sums.and(one.sums),
    );
    let sums = lines
        .iter()
        .fold(AccountSums::default(), |sums, line| sums.and(line.sums));
    let (less, given_back) = reasons(db, own, from).await?;
    let owed = standing(db, &[own]).await?.remove(&own).unwrap_or_default();
    let mut payouts = payout::Entity::find().filter(payout::Column::CooperativeId.eq(own));
    if clerk.is_none() {
        payouts = payouts.filter(payout::Column::State.is_in([PayoutState::Approved, PayoutState::Paid]));
    }
    let payouts = payouts
        .order_by_desc(payout::Column::Id)
        .limit(PAYOUTS)
        .readable(db)
        .await?;
    let payouts = views(shop, locale, payouts, clerk).await?;
    let directory = shop.directory();
    let cooperative = directory.cooperative(own).ok_or(Error::NotFound)?;
    Ok(Account {
        slug: cooperative.entry.slug.clone(),
        name: cooperative.entry.name(locale),
        period,
        lines,
        before: before.owed(),
        sums,
        less,
        given_back,
        owed,
        payouts,
    })
}

fn line(day: i64, days: &BTreeMap<i64, AccountSums>) -> AccountLine {
    AccountLine {
        at: day_start(day),
        sums: days.get(&day).copied().unwrap_or_default(),
    }
}

/// The Centre's page: what is to be approved and paid, what was, and what each cooperative is owed; `page` from 1.
///
/// # Errors
/// [`Error::NotFound`] for anybody else.
#[crate::boxed]
pub async fn payouts(shop: &Shop, actor: Actor, locale: Locale, page: u32) -> Result<PayoutPage> {
    let user = clerk(actor)?;
    let db = shop.db().read();
    let skipped = u64::from(page.saturating_sub(1).min(10_000));
    let mut open = payout::Entity::find()
        .filter(payout::Column::State.is_in([PayoutState::Draft, PayoutState::Approved]))
        .order_by_asc(payout::Column::Id)
        .offset(skipped * OPEN)
        .limit(OPEN + 1)
        .readable(db)
        .await?;
    let more_open = open.len() as u64 > OPEN;
    open.truncate(usize::try_from(OPEN).unwrap_or(usize::MAX));
    let mut over = payout::Entity::find()
        .filter(payout::Column::State.is_in([PayoutState::Paid, PayoutState::Withdrawn]))
        .order_by_desc(payout::Column::Id)
        .offset(skipped * PAYOUTS)
        .limit(PAYOUTS + 1)
        .readable(db)
        .await?;
    let more_over = over.len() as u64 > PAYOUTS;
    over.truncate(usize::try_from(PAYOUTS).unwrap_or(usize::MAX));
    let first = usize::try_from(skipped)
        .unwrap_or(usize::MAX)
        .saturating_mul(COOPERATIVES);
    let (named, more_rows) = {
        let directory = shop.directory();
        // Some hundred, in memory.
        let mut all: Vec<&Cooperative> = directory.all_cooperatives().collect();
        all.sort_unstable_by_key(|cooperative| cooperative.entry.id);
        let more = all.len() > first.saturating_add(COOPERATIVES);
        let named: Vec<(CooperativeId, String, Shown)> = all
            .into_iter()
            .skip(first)
            .take(COOPERATIVES)
            .map(|found| (found.entry.id, found.entry.slug.clone(), found.entry.name(locale)))
            .collect();
        (named, more)
    };
    Ok(PayoutPage {
        open: views(shop, locale, open, Some(user)).await?,
        over: views(shop, locale, over, Some(user)).await?,
        rows: owed_rows(shop, named).await?,
        page,
        has_more: more_open || more_over || more_rows,
    })
}

/// What these cooperatives are owed, with their names in URLs and their names.
pub(super) async fn owed_rows(shop: &Shop, named: Vec<(CooperativeId, String, Shown)>) -> Result<Vec<OwedRow>> {
    let ids: Vec<CooperativeId> = named.iter().map(|(id, ..)| *id).collect();
    let owed = standing(shop.db().read(), &ids).await?;
    let rows = named.into_iter().map(|(id, slug, name)| OwedRow {
        slug,
        name,
        owed: owed.get(&id).copied().unwrap_or_default(),
    });
    Ok(rows.collect())
}

/// The cooperatives of payouts that wait for their money, and are owed less by now than is written down.
async fn less_owed(shop: &Shop, rows: &[payout::Model]) -> Result<HashSet<CooperativeId>> {
    let waiting: HashSet<CooperativeId> = rows
        .iter()
        .filter(|row| matches!(row.state, PayoutState::Draft | PayoutState::Approved))
        .map(|row| row.cooperative_id)
        .collect();
    let waiting: Vec<CooperativeId> = waiting.into_iter().collect();
    let owed = standing(shop.db().read(), &waiting).await?;
    let less = owed.into_iter().filter(|(_, owed)| owed.is_less_than_planned());
    Ok(less.map(|(id, _)| id).collect())
}

/// Payouts as `who` of the Centre sees them; nobody is a reader of the cooperative, who reads no names and takes no steps.
pub(super) async fn views(
    shop: &Shop,
    locale: Locale,
    rows: Vec<payout::Model>,
    who: Option<UserId>,
) -> Result<Vec<PayoutView>> {
    let db = shop.db().read();
    let less_owed = match who {
        Some(_) => less_owed(shop, &rows).await?,
        None => HashSet::new(),
    };
    let undone: Vec<Option<PayoutId>> = payout::Entity::find()
        .select_only()
        .column(payout::Column::CounterOf)
        .filter(payout::Column::CounterOf.is_in(rows.iter().map(|row| row.id)))
        .into_tuple()
        .all(db)
        .await?;
    let people: Vec<UserId> = match who {
        Some(_) => rows
            .iter()
            .flat_map(|row| [Some(row.made_by), row.approved_by, row.paid_by])
            .flatten()
            .collect(),
        None => Vec::new(),
    };
    let people: HashMap<UserId, String> = user::Entity::find()
        .select_only()
        .column(user::Column::Id)
        .column(user::Column::Name)
        .filter(user::Column::Id.is_in(people))
        .into_tuple::<(UserId, String)>()
        .all(db)
        .await?
        .into_iter()
        .collect();
    let named = |id: UserId| people.get(&id).cloned().unwrap_or_default();
    let directory = shop.directory();
    let views = rows.into_iter().filter_map(|row| {
        let cooperative = &directory.cooperative(row.cooperative_id)?.entry;
        let is_undone = undone.contains(&Some(row.id));
        let is_counter = row.counter_of.is_some();
        let steps = who
            .filter(|_| !is_undone && !is_counter)
            .map(|who| row.state.steps(row.made_by, who).collect::<Vec<PayoutStep>>())
            .unwrap_or_default();
        Some(PayoutView {
            id: row.id,
            slug: cooperative.slug.clone(),
            cooperative: cooperative.name(locale),
            amount: Money::new(row.amount_minor, row.currency),
            state: row.state,
            method: row.method,
            reference: row.reference,
            reason: row.reason,
            made: (named(row.made_by), row.made_at),
            approved: row.approved_by.zip(row.approved_at).map(|(by, at)| (named(by), at)),
            paid: row.paid_by.zip(row.paid_at).map(|(by, at)| (named(by), at)),
            is_counter,
            is_undone,
            steps,
            less_owed: matches!(row.state, PayoutState::Draft | PayoutState::Approved)
                && less_owed.contains(&row.cooperative_id),
        })
    });
    Ok(views.collect())
}
