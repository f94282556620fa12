//! Looking for payouts, for the Centre.

use db::Readable;
use db::entities::payout;
use db::sea_orm::sea_query::{Expr, ExprTrait, Func, LikeExpr};
use db::sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{Actor, CooperativeId, Currency, Locale, parse_price};

use super::account::{COOPERATIVES, PAYOUTS, clerk, owed_rows, views};
use super::view::{FoundPayouts, PayoutQuery};
use crate::error::Result;
use crate::like::escaped;
use crate::{Shop, Shown};

/// Payouts of cooperatives of this name, of this amount, or with this in the number of their transfer or receipt; `page` from 1.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) for anybody but who sees the Centre's money.
#[crate::boxed]
pub async fn find(shop: &Shop, actor: Actor, locale: Locale, query: &PayoutQuery, page: u32) -> Result<FoundPayouts> {
    let user = clerk(actor)?;
    let asked = query.text.trim();
    let named = if asked.is_empty() {
        Vec::new()
    } else {
        named(shop, asked, locale)
    };
    let mut wanted = Condition::all();
    if !asked.is_empty() {
        wanted = wanted.add(matching(asked, &named));
    }
    if let Some(state) = query.state {
        wanted = wanted.add(payout::Column::State.eq(state));
    }
    let skipped = u64::from(Ord::min(page.saturating_sub(1), 10_000)) * PAYOUTS;
    let mut found = payout::Entity::find()
        .filter(wanted)
        .order_by_desc(payout::Column::Id)
        .offset(skipped)
        .limit(PAYOUTS + 1)
        .readable(shop.db().read())
        .await?;
    let has_more = found.len() as u64 > PAYOUTS;
    found.truncate(usize::try_from(PAYOUTS).unwrap_or(usize::MAX));
    let rows = if page <= 1 {
        named.into_iter().take(COOPERATIVES).collect()
    } else {
        Vec::new()
    };
    Ok(FoundPayouts {
        payouts: views(shop, locale, found, Some(user)).await?,
        rows: owed_rows(shop, rows).await?,
        page,
        has_more,
    })
}

/// Cooperatives of this name, in the order in which they came.
fn named(shop: &Shop, asked: &str, locale: Locale) -> Vec<(CooperativeId, String, Shown)> {
    let directory = shop.directory();
    // Some hundred, in memory.
    let mut named: Vec<(CooperativeId, String, Shown)> = directory
        .all_cooperatives()
        .filter(|found| found.is_called(asked))
        .map(|found| (found.entry.id, found.entry.slug.clone(), found.entry.name(locale)))
        .collect();
    named.sort_unstable_by_key(|(id, ..)| *id);
    named
}

fn matching(asked: &str, named: &[(CooperativeId, String, Shown)]) -> Condition {
    let like = |text: &str| LikeExpr::new(format!("%{}%", escaped(text))).escape('\\');
    let lower = Func::lower(Expr::col(payout::Column::Reference));
    let mut any = Condition::any()
        .add(payout::Column::CooperativeId.is_in(named.iter().map(|(id, ..)| *id)))
        .add(Expr::col(payout::Column::Reference).like(like(asked)))
        .add(Expr::from(lower).like(like(&asked.to_lowercase())));
    if let Ok(amount) = parse_price(Currency::Cny, asked) {
        any = any.add(payout::Column::AmountMinor.is_in([amount.minor, -amount.minor]));
    }
    any
}
