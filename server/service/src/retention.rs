//! How long rows stay: the rule of every table, and the job that keeps the rules. A test walks the tables of the database
//! and fails for one that is not named here.
//!
//! Rows go in small batches, each a write of its own, so that nobody who orders waits for it.

mod rules;

use std::time::Duration;

use db::Tx;
use db::entities::{
    cart, cart_line, idempotency_key, invitation, missed_search, one_time_code, order, order_group, order_message,
    order_origin, order_reduction, page_view, passkey_challenge, rate_limit, search_change, session, setting,
    shop_translation_wish, translation_wish,
};
use db::sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query, SelectStatement};
use db::sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use domain::{
    CartId, CartStatus, CooperativeId, InvitationId, OneTimeCodeId, OrderGroupId, OrderStatus, ProductId, day_number,
    day_start,
};

pub use rules::{RULES, Rule, rule_of};

use crate::{Error, Result, Shop};

const DAY: i64 = 86_400_000;

/// Nothing was put into it: made for a look, or by a script.
const EMPTY_CART: i64 = 2 * DAY;
/// As long as its cookie lives, and a day.
const OPEN_CART: i64 = 61 * DAY;
/// What was in it stands in its order; a form sent again is known by its key.
const ORDERED_CART: i64 = DAY;
/// A form that lies open in a browser that long is not sent twice by a bad connection.
const KEY: i64 = 30 * DAY;
/// The longest period of any limit is a day.
const LIMIT: i64 = 8 * DAY;
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
/// Guarantee, returns and disputes are over; what was sold to where stays for the books, to whom does not.
const PERSON: i64 = 730 * DAY;

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
    /// Keys, limits, sessions, codes, origins, announcements, applications, uploads and imports removed.
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
        carts: remove_carts(shop, now).await?,
        ordered: empty_ordered_carts(shop, now).await? + forget_tokens(shop, now).await?,
        people: forget_people(shop, now).await?,
        others: 0,
    };
    swept.others += remove!(shop, idempotency_key, Key: String, idempotency_key::Column::CreatedAt.lt(now - KEY));
    swept.others += remove!(shop, rate_limit, Bucket: String, rate_limit::Column::UpdatedAt.lt(now - LIMIT));
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
    swept.others += crate::reviews::expire(shop, now).await?;
    swept.others += crate::studio::expire(shop, now).await?;
    swept.others += crate::studio::tables::expire(shop, now).await?;
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

fn has_ended(before: i64) -> Condition {
    Condition::any()
        .add(session::Column::EndsAt.lt(before))
        .add(session::Column::IdleUntil.lt(before))
}

/// Open carts nobody comes back to: empty ones soon, others when their cookie is gone.
async fn remove_carts(shop: &Shop, now: i64) -> Result<u64> {
    let old = move || {
        Condition::all()
            .add(cart::Column::Status.eq(CartStatus::Open))
            .add(cart::Column::UpdatedAt.lt(now - EMPTY_CART))
            .add(
                Expr::exists(lines_after(i64::MIN))
                    .not()
                    .or(Expr::col((cart::Entity, cart::Column::UpdatedAt))
                        .lt(now - OPEN_CART)
                        .and(Expr::exists(lines_after(now - OPEN_CART)).not())),
            )
    };
    let mut removed = 0;
    for _ in 0..ROUND {
        let ids: Vec<CartId> = cart::Entity::find()
            .select_only()
            .column(cart::Column::Id)
            .filter(old())
            .limit(BATCH)
            .into_tuple()
            .all(shop.db().read())
            .await?;
        if ids.is_empty() {
            break;
        }
        let is_last = (ids.len() as u64) < BATCH;
        removed += shop
            .db()
            .write_as_job(move |tx| {
                let ids = ids.clone();
                Box::pin(async move {
                    // Somebody may have come back since; on PostgreSQL that one waits for the lock, or this does.
                    let ids: Vec<CartId> = cart::Entity::find()
                        .select_only()
                        .column(cart::Column::Id)
                        .filter(cart::Column::Id.is_in(ids))
                        .filter(old())
                        .order_by_asc(cart::Column::Id)
                        .lock_exclusive()
                        .into_tuple()
                        .all(tx)
                        .await?;
                    cart_line::Entity::delete_many()
                        .filter(cart_line::Column::CartId.is_in(ids.clone()))
                        .exec(tx)
                        .await?;
                    let done = cart::Entity::delete_many()
                        .filter(cart::Column::Id.is_in(ids))
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
    Ok(removed)
}

/// Lines of the cart put in after `time`.
fn lines_after(time: i64) -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(cart_line::Entity)
        .and_where(Expr::col((cart_line::Entity, cart_line::Column::CartId)).equals((cart::Entity, cart::Column::Id)))
        .and_where(Expr::col((cart_line::Entity, cart_line::Column::AddedAt)).gt(time))
        .to_owned()
}

/// Lines of carts that became orders.
async fn empty_ordered_carts(shop: &Shop, now: i64) -> Result<u64> {
    let ordered = move || {
        Condition::all()
            .add(cart::Column::Status.ne(CartStatus::Open))
            .add(cart::Column::UpdatedAt.lt(now - ORDERED_CART))
            .add(Expr::exists(lines_after(i64::MIN)))
    };
    let mut emptied = 0;
    for _ in 0..ROUND {
        let ids: Vec<CartId> = cart::Entity::find()
            .select_only()
            .column(cart::Column::Id)
            .filter(ordered())
            .limit(BATCH)
            .into_tuple()
            .all(shop.db().read())
            .await?;
        if ids.is_empty() {
            break;
        }
        let count = ids.len() as u64;
        emptied += count;
        shop.db()
            .write_as_job(move |tx| {
                let ids = ids.clone();
                Box::pin(async move {
                    // A cart that became an order never opens again: nothing to look at twice.
                    cart_line::Entity::delete_many()
                        .filter(cart_line::Column::CartId.is_in(ids))
                        .exec(tx)
                        .await?;
                    Ok::<_, Error>(())
                })
            })
            .await?;
        if count < BATCH {
            break;
        }
        tokio::time::sleep(PAUSE).await;
    }
    Ok(emptied)
}

/// Tokens of carts that became orders, once their cookies are gone. (A group names its cart, so the row stays.)
async fn forget_tokens(shop: &Shop, now: i64) -> Result<u64> {
    let old = move || {
        Condition::all()
            .add(cart::Column::Status.ne(CartStatus::Open))
            .add(cart::Column::UpdatedAt.lt(now - OPEN_CART))
            .add(cart::Column::TokenHash.not_like("ordered-%"))
    };
    let mut forgotten = 0;
    for _ in 0..ROUND {
        let ids: Vec<CartId> = cart::Entity::find()
            .select_only()
            .column(cart::Column::Id)
            .filter(old())
            .limit(BATCH)
            .into_tuple()
            .all(shop.db().read())
            .await?;
        if ids.is_empty() {
            break;
        }
        let count = ids.len() as u64;
        forgotten += count;
        shop.db()
            .write_as_job(move |tx| {
                let ids = ids.clone();
                Box::pin(async move {
                    for id in ids {
                        cart::Entity::update_many()
                            .col_expr(cart::Column::TokenHash, Expr::value(format!("ordered-{id}")))
                            .filter(cart::Column::Id.eq(id))
                            .exec(tx)
                            .await?;
                    }
                    Ok::<_, Error>(())
                })
            })
            .await?;
        if count < BATCH {
            break;
        }
        tokio::time::sleep(PAUSE).await;
    }
    Ok(forgotten)
}

/// Who ordered, once everything about the order is over. Province and station stay: they are where goods go, not to whom.
async fn forget_people(shop: &Shop, now: i64) -> Result<u64> {
    let old = move || {
        Condition::all()
            .add(order_group::Column::PlacedAt.lt(now - PERSON))
            .add(order_group::Column::BuyerName.ne(""))
            .add(Expr::exists(standing_orders()).not())
    };
    let mut forgotten = 0;
    for _ in 0..ROUND {
        let ids: Vec<OrderGroupId> = order_group::Entity::find()
            .select_only()
            .column(order_group::Column::Id)
            .filter(old())
            .limit(BATCH)
            .into_tuple()
            .all(shop.db().read())
            .await?;
        if ids.is_empty() {
            break;
        }
        let is_last = (ids.len() as u64) < BATCH;
        forgotten += shop
            .db()
            .write_as_job(move |tx| {
                let ids = ids.clone();
                Box::pin(async move {
                    let nothing = || Expr::value("");
                    let no_line = || Expr::value(None::<String>);
                    let done = order_group::Entity::update_many()
                        .col_expr(order_group::Column::BuyerName, nothing())
                        .col_expr(order_group::Column::Phone, nothing())
                        .col_expr(order_group::Column::Note, nothing())
                        .col_expr(order_group::Column::City, no_line())
                        .col_expr(order_group::Column::District, no_line())
                        .col_expr(order_group::Column::Street, no_line())
                        .filter(order_group::Column::Id.is_in(ids.iter().copied()))
                        .filter(old())
                        .exec(tx)
                        .await?;
                    forget_words(tx, ids).await?;
                    Ok::<_, Error>(done.rows_affected)
                })
            })
            .await?;
        if is_last {
            break;
        }
        tokio::time::sleep(PAUSE).await;
    }
    Ok(forgotten)
}

/// What was said between buyer and seller, where the buyer is forgotten: it may name somebody. (Nothing is said afterwards:
/// [`orders::ask`](crate::orders::ask).)
async fn forget_words(tx: &Tx, groups: Vec<OrderGroupId>) -> Result<()> {
    let of_group =
        || Expr::col((order_group::Entity, order_group::Column::Id)).equals((order::Entity, order::Column::GroupId));
    // Those that were, in this batch: an order may have moved since it was looked for.
    let forgotten = || {
        Query::select()
            .column((order::Entity, order::Column::Id))
            .from(order::Entity)
            .inner_join(order_group::Entity, of_group())
            .and_where(Expr::col((order_group::Entity, order_group::Column::Id)).is_in(groups.iter().copied()))
            .and_where(Expr::col((order_group::Entity, order_group::Column::BuyerName)).eq(""))
            .to_owned()
    };
    order_message::Entity::delete_many()
        .filter(order_message::Column::OrderId.in_subquery(forgotten()))
        .exec(tx)
        .await?;
    crate::reviews::forget(tx, forgotten()).await?;
    order_reduction::Entity::update_many()
        .col_expr(order_reduction::Column::Note, Expr::value(""))
        .filter(order_reduction::Column::OrderId.in_subquery(forgotten()))
        .exec(tx)
        .await?;
    order::Entity::update_many()
        .col_expr(order::Column::CancelNote, Expr::value(None::<String>))
        .filter(order::Column::GroupId.is_in(groups.iter().copied()))
        .filter(order::Column::CancelNote.is_not_null())
        .filter(order::Column::Id.in_subquery(forgotten()))
        .exec(tx)
        .await?;
    Ok(())
}

/// Orders of the group that are not over.
fn standing_orders() -> SelectStatement {
    let standing = [OrderStatus::Placed, OrderStatus::Accepted];
    Query::select()
        .expr(Expr::val(1))
        .from(order::Entity)
        .and_where(
            Expr::col((order::Entity, order::Column::GroupId)).equals((order_group::Entity, order_group::Column::Id)),
        )
        .and_where(Expr::col((order::Entity, order::Column::Status)).is_in(standing))
        .to_owned()
}
