//! Reading accounts and payouts.

use std::collections::{BTreeMap, HashMap};

use db::Readable;
use db::entities::{payout, user};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{
    Action, Actor, CooperativeId, Locale, Money, PayoutId, PayoutState, PayoutStep, Subject, UserId, day_number,
    day_start,
};

use super::owed::{BEFORE, by_day, reasons, standing};
use super::view::{Account, AccountLine, AccountPeriod, AccountSums, OwedRow, PayoutPage, PayoutView};
use crate::directory::Cooperative;
use crate::error::{Error, Result};
use crate::months::{first_of_twelve, month_of};
use crate::rights::{ask, own_cooperative};
use crate::{Shop, Shown};

/// Days that are shown one by one.
const DAYS: i64 = 30;
/// Payouts on the page of an account, and on a page of the Centre's.
const PAYOUTS: u64 = 50;
/// Payouts that are to be approved or paid, on a page of the Centre's.
const OPEN: u64 = 100;
/// Cooperatives on a page of the Centre's.
const COOPERATIVES: usize = 20;

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
pub async fn account(shop: &Shop, actor: Actor, locale: Locale, period: AccountPeriod) -> Result<Account> {
    let own = own_cooperative(actor, Action::SeeMoney)?.id();
    account_in(shop, own, locale, period).await
}

/// The account of the cooperative of this name in the URL, for the Centre.
///
/// # Errors
/// [`Error::NotFound`] for who may not, and when there is none.
#[crate::boxed]
pub async fn account_of(
    shop: &Shop,
    actor: Actor,
    slug: &str,
    locale: Locale,
    period: AccountPeriod,
) -> Result<Account> {
    let user = clerk(actor)?;
    let id = {
        let directory = shop.directory();
        directory.cooperative_by_slug(slug).ok_or(Error::NotFound)?.entry.id
    };
    let mut account = account_in(shop, id, locale, period).await?;
    let all = payout::Entity::find()
        .filter(payout::Column::CooperativeId.eq(id))
        .order_by_desc(payout::Column::Id)
        .limit(PAYOUTS)
        .readable(shop.db().read())
        .await?;
    account.payouts = views(shop, locale, all, Some(user)).await?;
    Ok(account)
}

/// The account of a cooperative that whoever asks may see: of its payouts, those that are approved or paid.
pub(crate) async fn account_in(
    shop: &Shop,
    own: CooperativeId,
    locale: Locale,
    period: AccountPeriod,
) -> Result<Account> {
    let db = shop.db().read();
    let today = day_number(shop.now());
    let since = match period {
        AccountPeriod::Days => today - DAYS + 1,
        AccountPeriod::Months => first_of_twelve(today),
    };
    let from = day_start(since);
    let mut days = by_day(db, own, from).await?;
    let before = days.remove(&BEFORE).unwrap_or_default();
    let lines = match period {
        AccountPeriod::Days => (since..=today).map(|day| line(day, &days)).collect(),
        AccountPeriod::Months => by_month(since, today, &days),
    };
    let sums = lines
        .iter()
        .fold(AccountSums::default(), |sums, line| sums.and(line.sums));
    let (less, given_back) = reasons(db, own, from).await?;
    let owed = standing(db, &[own]).await?.remove(&own).unwrap_or_default();
    let payouts = payout::Entity::find()
        .filter(payout::Column::CooperativeId.eq(own))
        .filter(payout::Column::State.is_in([PayoutState::Approved, PayoutState::Paid]))
        .order_by_desc(payout::Column::Id)
        .limit(PAYOUTS)
        .readable(db)
        .await?;
    let payouts = views(shop, locale, payouts, None).await?;
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

fn by_month(since: i64, today: i64, days: &BTreeMap<i64, AccountSums>) -> Vec<AccountLine> {
    let mut months: Vec<(String, AccountLine)> = Vec::new();
    for day in since..=today {
        let one = line(day, days);
        let month = month_of(day);
        match months.last_mut() {
            Some((last, all)) if *last == month => all.sums = all.sums.and(one.sums),
            _ => months.push((month, one)),
        }
    }
    months.into_iter().map(|(_, all)| all).collect()
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
    let ids: Vec<CooperativeId> = named.iter().map(|(id, ..)| *id).collect();
    let owed = standing(db, &ids).await?;
    let rows = named
        .into_iter()
        .map(|(id, slug, name)| OwedRow {
            slug,
            name,
            owed: owed.get(&id).copied().unwrap_or_default(),
        })
        .collect();
    Ok(PayoutPage {
        open: views(shop, locale, open, Some(user)).await?,
        over: views(shop, locale, over, Some(user)).await?,
        rows,
        page,
        has_more: more_open || more_over || more_rows,
    })
}

/// Payouts as `who` of the Centre sees them; nobody is a reader of the cooperative, who reads no names and takes no steps.
async fn views(shop: &Shop, locale: Locale, rows: Vec<payout::Model>, who: Option<UserId>) -> Result<Vec<PayoutView>> {
    let db = shop.db().read();
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
            made: (named(row.made_by), row.made_at),
            approved: row.approved_by.zip(row.approved_at).map(|(by, at)| (named(by), at)),
            paid: row.paid_by.zip(row.paid_at).map(|(by, at)| (named(by), at)),
            is_counter,
            is_undone,
            steps,
        })
    });
    Ok(views.collect())
}
