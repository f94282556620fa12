//! Telling those who wait, once there is something again.
//!
//! Looked for when the [versions](crate::Shop::versions) of what public pages show have moved: whatever brought a size back moved
//! them too, be it a harvest, a canceled order, or the end of a pause. What is looked at are the sizes somebody waits for, and
//! those that somebody was told of a short time ago.

use std::collections::HashMap;

use db::entities::{offer, product, restock_wish, stock};
use db::sea_orm::sea_query::{Expr, ExprTrait};
use db::sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use db::{Readable, Tx};
use domain::{Locale, OfferId, OfferStatus, Phone, ProductId, ProductStatus};

use super::{DAY, Links, count};
use crate::Shop;
use crate::catalog::{OfferRow, offers};
use crate::error::{Error, Result};
use crate::messages::{self, Notice};
use crate::texts::{self, TextSet};

/// For each time the size can be bought, so many are told within a day: not everybody buys, and nobody is to come for nothing. Who
/// was told of what is sold out since does not count: they had their turn, and what comes after that is for others.
const TOLD_FOR_EACH: i64 = 3;
/// Told in one transaction at the most.
const BATCH: i64 = 20;
/// Sizes looked at at a time.
const SIZES: u64 = 1_000;

/// Writes messages to those who wait for what can be bought now; returns how many.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn tell_due(shop: &Shop, links: &Links) -> Result<usize> {
    note_missed(shop).await?;
    let (mut told, mut after) = (0, None);
    loop {
        let sizes = there_again(shop, after).await?;
        after = sizes.last().map(|last| last.id);
        if after.is_none() {
            return Ok(told);
        }
        told += tell_of_these(shop, sizes, links).await?;
    }
}

/// Those who wait for these sizes; returns how many were told.
async fn tell_of_these(shop: &Shop, mut sizes: Vec<OfferRow>, links: &Links) -> Result<usize> {
    let db = shop.db().read();
    let offers: Vec<OfferId> = sizes.iter().map(|size| size.id).collect();
    let told_of = count(db, &offers, have_their_turn(shop.now())).await?;
    // Asked each time something changes: neither are texts read nor is the one writer woken for nothing.
    sizes.retain(|size| size.available() > 0 && told_of.get(&size.id).is_none_or(|told| *told < wave(size)));
    if sizes.is_empty() {
        return Ok(0);
    }
    let ids: Vec<ProductId> = sizes.iter().map(|size| size.product_id).collect();
    let products: HashMap<ProductId, product::Model> = product::Entity::find()
        .filter(product::Column::Id.is_in(ids.iter().copied()))
        .filter(product::Column::Status.eq(ProductStatus::Published))
        .readable(db)
        .await?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    let mut texts = texts::read(db, &ids).await?;
    let directory = shop.directory();
    let mut told = 0;
    for size in sizes {
        let Some(product) = products.get(&size.product_id) else {
            continue;
        };
        let seller = directory.cooperative(product.cooperative_id);
        if seller.filter(|seller| seller.sells()).is_none() {
            continue;
        }
        let names = texts.remove(&product.id).unwrap_or_default();
        told += tell_of(shop, &size, &Named::new(product, &names), links).await?;
        texts.insert(product.id, names);
    }
    Ok(told)
}

/// Wishes that are told as soon as their size is there.
fn wait(now: i64) -> Condition {
    let may_be_told = Condition::any()
        .add(restock_wish::Column::NotBefore.is_null())
        .add(restock_wish::Column::NotBefore.lte(now));
    Condition::all()
        .add(restock_wish::Column::ToldAt.is_null())
        .add(may_be_told)
}

/// Wishes of those who were told and may be about to buy.
fn have_their_turn(now: i64) -> Condition {
    Condition::all()
        .add(restock_wish::Column::ToldAt.gt(now - DAY))
        .add(restock_wish::Column::MissedAt.is_null())
}

/// Of how much of a size nobody's order is.
fn free() -> Expr {
    Expr::col((stock::Entity, stock::Column::OnHand)).sub(Expr::col((stock::Entity, stock::Column::Reserved)))
}

/// The least that one order takes of a size.
fn least() -> Expr {
    Expr::col((offer::Entity, offer::Column::Minimum))
}

/// Notes of which sizes those were told that are sold out again.
async fn note_missed(shop: &Shop) -> Result<()> {
    let now = shop.now();
    let told_of = restock_wish::Entity::find()
        .select_only()
        .column(restock_wish::Column::OfferId)
        .filter(have_their_turn(now))
        .into_query();
    let sold_out: Vec<OfferRow> = offers()
        .filter(offer::Column::Id.in_subquery(told_of))
        .filter(free().lt(least()))
        .limit(SIZES)
        .readable_as(shop.db().read())
        .await?;
    let sold_out: Vec<OfferId> = sold_out.into_iter().map(|size| size.id).collect();
    // Mostly there is none, and no writer waits for it.
    if sold_out.is_empty() {
        return Ok(());
    }
    shop.db()
        .write_as_job(move |tx| {
            let sold_out = sold_out.clone();
            Box::pin(async move {
                restock_wish::Entity::update_many()
                    .col_expr(restock_wish::Column::MissedAt, Expr::value(now))
                    .filter(restock_wish::Column::OfferId.is_in(sold_out))
                    .filter(have_their_turn(now))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(())
            })
        })
        .await
}

/// The next sizes that somebody waits for and can buy now.
async fn there_again(shop: &Shop, after: Option<OfferId>) -> Result<Vec<OfferRow>> {
    let waited_for = restock_wish::Entity::find()
        .select_only()
        .column(restock_wish::Column::OfferId)
        .filter(wait(shop.now()))
        .into_query();
    let mut wanted = offers()
        .filter(offer::Column::Id.in_subquery(waited_for))
        .filter(offer::Column::Status.eq(OfferStatus::Active))
        .filter(product::Column::PausedUntil.is_null())
        .filter(free().gte(least()));
    if let Some(after) = after {
        wanted = wanted.filter(offer::Column::Id.gt(after));
    }
    Ok(wanted
        .order_by_asc(offer::Column::Id)
        .limit(SIZES)
        .readable_as(shop.db().read())
        .await?)
}

/// What a product is called in each language.
#[derive(Clone)]
struct Named(HashMap<Locale, String>);

impl Named {
    fn new(product: &product::Model, texts: &TextSet) -> Self {
        let name = |locale| texts.name(locale, product.source_lang, &product.slug).text;
        Self(Locale::all().iter().map(|locale| (*locale, name(*locale))).collect())
    }

    fn of(&self, locale: Locale) -> String {
        self.0.get(&locale).cloned().unwrap_or_default()
    }
}

/// How many are told of a size within a day.
fn wave(size: &OfferRow) -> i64 {
    let pieces = Ord::max(size.minimum, 1);
    let times = Ord::max((size.on_hand - size.reserved) / pieces, 1);
    times.saturating_mul(TOLD_FOR_EACH)
}

/// Tells the next ones who wait for a size; returns how many.
async fn tell_of(shop: &Shop, size: &OfferRow, names: &Named, links: &Links) -> Result<usize> {
    let (now, offer, most) = (shop.now(), size.id, wave(size));
    let mut told = 0;
    loop {
        let (names, links) = (names.clone(), links.clone());
        let some = shop
            .db()
            .write_as_job(move |tx| {
                let (names, links) = (names.clone(), links.clone());
                Box::pin(async move { tell_some(tx, now, offer, most, &names, &links).await })
            })
            .await?;
        told += some;
        if some < usize::try_from(BATCH).unwrap_or(usize::MAX) {
            return Ok(told);
        }
    }
}

async fn tell_some(tx: &Tx, now: i64, offer: OfferId, most: i64, names: &Named, links: &Links) -> Result<usize> {
    let of_offer = || restock_wish::Entity::find().filter(restock_wish::Column::OfferId.eq(offer));
    // Locked before it is counted who was told: another program counts these, too.
    let waiting = of_offer()
        .filter(wait(now))
        .order_by_asc(restock_wish::Column::AskedAt)
        .order_by_asc(restock_wish::Column::Id)
        .limit(BATCH.unsigned_abs())
        .lock_exclusive()
        .readable(tx)
        .await?;
    let told = of_offer().filter(have_their_turn(now)).count(tx).await?;
    let left = most.saturating_sub(i64::try_from(told).unwrap_or(i64::MAX));
    let next = waiting.into_iter().take(usize::try_from(left).unwrap_or(0));
    let mut count = 0;
    for wish in next {
        tell_one(tx, now, &wish, names, links).await?;
        count += 1;
    }
    Ok(count)
}

async fn tell_one(tx: &Tx, now: i64, wish: &restock_wish::Model, names: &Named, links: &Links) -> Result<()> {
    let phone = wish.phone.as_deref().and_then(|phone| Phone::parse(phone).ok());
    if let Some(phone) = phone {
        let notice = Notice::BackInStock {
            phone,
            locale: wish.lang,
            product: names.of(wish.lang),
            link: links(wish.lang, &wish.link),
            wish: Some(wish.id),
        };
        messages::tell(tx, now, notice).await?;
    }
    restock_wish::Entity::update_many()
        .col_expr(restock_wish::Column::Phone, Expr::value(None::<String>))
        .col_expr(restock_wish::Column::ToldAt, Expr::value(now))
        .filter(restock_wish::Column::Id.eq(wish.id))
        .exec(tx)
        .await?;
    Ok(())
}
