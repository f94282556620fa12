//! Telling those who wait, once there is something again.
//!
//! Looked for when the [versions](crate::Shop::versions) of what public pages show have moved: whatever brought a size back moved
//! them too, be it a harvest, a canceled order, or the end of a pause. What is looked at are the sizes somebody waits for.

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
use crate::error::Result;
use crate::messages::{self, Notice};
use crate::texts::{self, TextSet};

/// For each time the size can be bought, so many are told within a day: not everybody buys, and nobody is to come for nothing.
const TOLD_FOR_EACH: i64 = 3;
/// Told in one transaction at the most.
const BATCH: i64 = 20;
/// Sizes looked at in one round.
const SIZES: u64 = 1_000;

/// Writes messages to those who wait for what can be bought now; returns how many.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn tell_due(shop: &Shop, links: &Links) -> Result<usize> {
    let db = shop.db().read();
    let sizes = there_again(shop).await?;
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
    let offers: Vec<OfferId> = sizes.iter().map(|size| size.id).collect();
    let within_a_day = Condition::all().add(restock_wish::Column::ToldAt.gt(shop.now() - DAY));
    let told_of = count(db, &offers, within_a_day).await?;
    let mut texts = texts::read(db, &ids).await?;
    let directory = shop.directory();
    let mut told = 0;
    for size in sizes {
        // Asked each time something changes: the one writer is not woken for nothing.
        if told_of.get(&size.id).is_some_and(|told| *told >= wave(&size)) {
            continue;
        }
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

/// The sizes that somebody waits for and can buy now.
async fn there_again(shop: &Shop) -> Result<Vec<OfferRow>> {
    let waited_for = restock_wish::Entity::find()
        .select_only()
        .column(restock_wish::Column::OfferId)
        .filter(restock_wish::Column::ToldAt.is_null())
        .into_query();
    let free =
        Expr::col((stock::Entity, stock::Column::OnHand)).sub(Expr::col((stock::Entity, stock::Column::Reserved)));
    let found: Vec<OfferRow> = offers()
        .filter(offer::Column::Id.in_subquery(waited_for))
        .filter(offer::Column::Status.eq(OfferStatus::Active))
        .filter(product::Column::PausedUntil.is_null())
        .filter(free.gte(Expr::col((offer::Entity, offer::Column::Minimum))))
        .order_by_asc(offer::Column::Id)
        .limit(SIZES)
        .readable_as(shop.db().read())
        .await?;
    Ok(found.into_iter().filter(|size| size.available() > 0).collect())
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
        .filter(restock_wish::Column::ToldAt.is_null())
        .order_by_asc(restock_wish::Column::AskedAt)
        .order_by_asc(restock_wish::Column::Id)
        .limit(BATCH.unsigned_abs())
        .lock_exclusive()
        .readable(tx)
        .await?;
    let told = of_offer()
        .filter(restock_wish::Column::ToldAt.gt(now - DAY))
        .count(tx)
        .await?;
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
