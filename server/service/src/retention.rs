//! How long rows stay: the rule of every table, and the job that keeps the rules. A test walks the tables of the database
//! and fails for one that is not named here.
//!
//! Rows go in small batches, each a write of its own, so that nobody who orders waits for it.

mod carts;
mod people;
mod rules;

use std::time::Duration;

use db::entities::{
    idempotency_key, invitation, missed_search, one_time_code, order_origin, page_view, passkey_challenge, rate_limit,
    search_change, session, setting, shop_translation_wish, translation_wish,
};
use db::sea_orm::sea_query::OnConflict;
use db::sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use domain::{CooperativeId, InvitationId, OneTimeCodeId, OrderGroupId, ProductId, day_number, day_start};

pub use rules::{RULES, Rule, rule_of};

use crate::{Error, Result, Shop, identity};

const DAY: i64 = 86_400_000;

/// A form that lies open in a browser that long is not sent twice by a bad connection.
const KEY: i64 = 30 * DAY;
/// The longest period of any limit is a day …
const LIMIT: i64 = 8 * DAY;
/// … but for those of one order over all networks.
const LIMIT_OVER_ALL: i64 = identity::OVER_ALL_PERIOD + 2 * DAY;
/// For the owner's list of sessions.
const SESSION: i64 = DAY;
/// For the answer "too late" instead of "wrong".
const CODE: i64 = DAY;
/// For the question who came in by which.
const INVITATION: i64 = 30 * DAY;
/// The longest that an order stays open, and a day.
const ORIGIN: i64 = 8 * DAY;
/// For whoever looks why a machine wrote nothing.
const WISH: i64 = 7 * DAY;
/// Days for which views are kept: thirty are shown, and one may ask what was before.
const VIEWS: i64 = 90;
/// An index that is farther behind is built anew.
const SEARCH_CHANGES: i64 = 50_000;

/// Rows of one batch.
const BATCH: u64 = 200;
/// Batches of one table in one round; the rest waits for the next.
const ROUND: usize = 50;
/// Between two batches others write.
const PAUSE: Duration = Duration::from_millis(20);
/// A round that comes later than this after the last one does not trust its clock; the one after it does.
const JUMP: i64 = 2 * DAY;
const LAST_ROUND: &str = "retention-at";

/// How many rows a round removed or stripped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Carts removed.
    pub carts: u64,
    /// Ordered carts emptied.
    pub ordered: u64,
    /// Orders whose person was forgotten.
    pub people: u64,
    /// Keys, limits, sessions, codes, origins, announcements, applications, uploads, imports and files to print removed.
    pub others: u64,
}

impl Swept {
    /// All of them.
    pub const fn total(self) -> u64 {
        self.carts + self.ordered + self.people + self.others
    }
}

/// Finds rows by `$past` and removes them by their key, a batch at a time; what changed in between stays.
macro_rules! remove {
    ($shop:expr, $area:ident, $key:ident: $type:ty, $past:expr) => {{
        let mut removed = 0;
        for _ in 0..ROUND {
            let keys: Vec<$type> = $area::Entity::find()
                .select_only()
                .column($area::Column::$key)
                .filter($past)
                .limit(BATCH)
                .into_tuple()
                .all($shop.db().read())
                .await?;
            if keys.is_empty() {
                break;
            }
            let is_last = (keys.len() as u64) < BATCH;
            removed += $shop
                .db()
                .write_as_job(move |tx| {
                    let keys = keys.clone();
                    Box::pin(async move {
                        let done = $area::Entity::delete_many()
                            .filter($area::Column::$key.is_in(keys))
                            .filter($past)
                            .exec(tx)
                            .await?;
                        Ok::<_, Error>(done.rows_affected)
                    })
                })
                .await?;
            if is_last {
                break;
            }
            tokio::time::sleep(PAUSE).await;
        }
        removed
    }};
}

mod following; // Uses the macro above.

/// One round: removes what is past its time.
///
/// # Errors
/// When the database does not answer; what was removed until then stays removed.
#[crate::boxed]
pub async fn sweep(shop: &Shop) -> Result<Swept> {
    let now = shop.settled_now();
    if !trusts_clock(shop, now).await? {
        tracing::warn!("retention.clock_jumped");
        return Ok(Swept::default());
    }
    let mut swept = Swept {
        carts: carts::remove(shop, now).await?,
        ordered: carts::empty_ordered(shop, now).await? + carts::forget_tokens(shop, now).await?,
        people: people::forget(shop, now).await?,
        others: 0,
    };
    swept.others += remove!(shop, idempotency_key, Key: String, idempotency_key::Column::CreatedAt.lt(now - KEY));
    swept.others += remove!(shop, rate_limit, Bucket: String, is_full_again(now));
    swept.others += remove!(shop, session, TokenHash: String, has_ended(now - SESSION));
    swept.others += remove!(
        shop,
        passkey_challenge,
        ChallengeHash: String,
        passkey_challenge::Column::ExpiresAt.lt(now - CODE)
    );
    swept.others += remove!(shop, one_time_code, Id: OneTimeCodeId, one_time_code::Column::ExpiresAt.lt(now - CODE));
    swept.others += remove!(shop, order_origin, GroupId: OrderGroupId, order_origin::Column::PlacedAt.lt(now - ORIGIN));
    swept.others += remove!(shop, invitation, Id: InvitationId, invitation::Column::ExpiresAt.lt(now - INVITATION));
    swept.others += remove!(
        shop,
        missed_search,
        Term: String,
        missed_search::Column::SoughtAt.lt(now - crate::sought::KEPT)
    );
    swept.others += remove!(
        shop,
        translation_wish,
        ProductId: ProductId,
        translation_wish::Column::AskedAt.lt(now - WISH)
    );
    swept.others += remove!(
        shop,
        shop_translation_wish,
        CooperativeId: CooperativeId,
        shop_translation_wish::Column::AskedAt.lt(now - WISH)
    );
    let newest = search_change::Entity::find()
        .order_by_desc(search_change::Column::Change)
        .one(shop.db().read())
        .await?;
    let first = newest.map_or(0, |row| row.change - SEARCH_CHANGES);
    swept.others += remove!(shop, search_change, Change: i64, is_left_behind(first));
    swept.others += remove!(shop, page_view, Day: i64, page_view::Column::Day.lt(day_start(day_number(now) - VIEWS)));
    swept.others += following::remove(shop, now).await?;
    swept.others += crate::announcements::expire(shop, now).await?;
    swept.others += crate::applications::expire(shop, now).await? + crate::questions::expire(shop, now).await?;
    swept.others += crate::reviews::expire(shop, now).await? + crate::wording::expire(shop, now).await?;
    swept.others += crate::studio::expire(shop, now).await?;
    swept.others += crate::studio::tables::expire(shop, now).await?;
    swept.others += crate::studio::expire_prints(shop, now).await?;
    Ok(swept)
}

/// Changes before this one, but for the last of each writer, at which an index may stand.
fn is_left_behind(first: i64) -> Condition {
    let last = search_change::Entity::find()
        .select_only()
        .column_as(search_change::Column::Change.max(), "last")
        .group_by(search_change::Column::Writer)
        .into_query();
    Condition::all()
        .add(search_change::Column::Change.lt(first))
        .add(search_change::Column::Change.not_in_subquery(last))
}

/// Notes this round; whether the time since the last one is one that passed rather than a clock that jumped.
async fn trusts_clock(shop: &Shop, now: i64) -> Result<bool> {
    let last = setting::Entity::find_by_id(LAST_ROUND.to_owned())
        .one(shop.db().read())
        .await?
        .and_then(|row| row.value.parse::<i64>().ok());
    shop.db()
        .write_as_job(move |tx| {
            Box::pin(async move {
                let row = setting::ActiveModel {
                    name: Set(LAST_ROUND.to_owned()),
                    value: Set(now.to_string()),
                };
                let same = OnConflict::column(setting::Column::Name)
                    .update_column(setting::Column::Value)
                    .to_owned();
                setting::Entity::insert(row)
                    .on_conflict(same)
                    .exec_without_returning(tx)
                    .await?;
                Ok::<_, crate::Error>(())
            })
        })
        .await?;
    Ok(last.is_none_or(|last| (0..JUMP).contains(&(now - last))))
}

/// Limits of which nothing is used any more.
fn is_full_again(now: i64) -> Condition {
    Condition::all().add(rate_limit::Column::UpdatedAt.lt(now - LIMIT)).add(
        Condition::any()
            .add(rate_limit::Column::Bucket.not_like(format!("{}%", identity::OVER_ALL)))
            .add(rate_limit::Column::UpdatedAt.lt(now - LIMIT_OVER_ALL)),
    )
}

fn has_ended(before: i64) -> Condition {
    Condition::any()
        .add(session::Column::EndsAt.lt(before))
        .add(session::Column::IdleUntil.lt(before))
}
