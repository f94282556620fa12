//! The read model of product lists: one row per product and language, rebuilt in the transaction that changes what it
//! is made of, so that a list is one indexed read and never shows yesterday's price.

use db::Tx;
use db::entities::{category, cooperative, media, offer, product, product_card, review};
use db::sea_orm::sea_query::{Expr, ExprTrait, LockType};
use db::sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use domain::{CooperativeId, Locale, OfferId, OfferStatus, ProductId, ProductStatus, ReviewState};
use l10n::search_key;

use super::product::{OfferRow, offers_by_id, offers_of, pictures_of};
use crate::texts::{self, TextSet};
use crate::{Picture, Result, Shop, Shown, pictures};

/// The price of a kilogram of what is not sold by weight, minor units: behind all others.
const NOT_BY_WEIGHT: i64 = 1_000_000_000_000_000;

/// Rebuilds the rows of one product in all languages.
pub(crate) async fn rebuild_cards(tx: &Tx, product_id: ProductId) -> Result<()> {
    let row = lock(tx, product_id).await?;
    product_card::Entity::delete_many()
        .filter(product_card::Column::ProductId.eq(product_id))
        .exec(tx)
        .await?;
    let Some(row) = row else {
        return Ok(());
    };
    let (Some(cooperative), Some(category)) = (
        cooperative::Entity::find_by_id(row.cooperative_id).one(tx).await?,
        category::Entity::find_by_id(row.category_id).one(tx).await?,
    ) else {
        return Ok(());
    };
    let offers: Vec<OfferRow> = offers_of(tx, product_id)
        .await?
        .into_iter()
        .filter(|o| o.status == OfferStatus::Active)
        .collect();
    let Some(offer) = leading_offer(&offers) else {
        return Ok(());
    };
    let Some(picture) = picture_of(tx, product_id, &category).await? else {
        return Ok(());
    };
    if row.status != ProductStatus::Published || !cooperative.status.sells() {
        return Ok(());
    }
    let product_texts = texts::read(tx, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    let cooperative_texts = texts::read(tx, &[cooperative.id])
        .await?
        .remove(&cooperative.id)
        .unwrap_or_default();
    let category_texts = texts::read(tx, &[category.id])
        .await?
        .remove(&category.id)
        .unwrap_or_default();
    let source = row.source_lang;
    let cooperative_source = cooperative.source_lang;
    let search = search_text(&[&product_texts, &category_texts, &cooperative_texts], &row.slug);
    let prices = offers.iter().map(|o| o.price_minor);
    let (review_count, stars_sum) = rating_of(tx, product_id).await?;
    let rows = Locale::BUILT_IN.map(|locale| {
        let name = product_texts.name(locale, source, &row.slug);
        let cooperative_name = cooperative_texts.name(locale, cooperative_source, &cooperative.slug);
        product_card::ActiveModel {
            lang: Set(locale),
            product_id: Set(row.id),
            slug: Set(row.slug.clone()),
            category_id: Set(row.category_id),
            cooperative_id: Set(row.cooperative_id),
            cooperative_slug: Set(cooperative.slug.clone()),
            name: Set(name.text),
            name_lang: Set(name.lang),
            cooperative_name: Set(cooperative_name.text),
            cooperative_name_lang: Set(cooperative_name.lang),
            picture: Set(picture.pack()),
            offer_id: Set(offer.id),
            offer_count: Set(i64::try_from(offers.len()).unwrap_or(i64::MAX)),
            unit: Set(offer.unit),
            step: Set(offer.step),
            minimum: Set(offer.minimum),
            maximum: Set(offer.terms().sold_by.max),
            reference_amount: Set(offer.reference_amount),
            net_grams: Set(offer.net_grams),
            gross_grams: Set(offer.gross_grams),
            price_minor: Set(offer.price_minor),
            currency: Set(offer.currency),
            available: Set(offers.iter().any(|o| o.available() > 0)),
            season_from: Set(row.season_from),
            season_to: Set(row.season_to),
            popularity: Set(row.popularity),
            created_at: Set(row.created_at),
            search: Set(search.clone()),
            lowest_minor: Set(prices.clone().min().unwrap_or(offer.price_minor)),
            highest_minor: Set(prices.clone().max().unwrap_or(offer.price_minor)),
            per_kg_minor: Set(offer.terms().price_per_kg().map_or(NOT_BY_WEIGHT, |price| price.minor)),
            review_count: Set(review_count),
            stars_sum: Set(stars_sum),
        }
    });
    product_card::Entity::insert_many(rows)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// The name of the product of an offer as lists show it; nothing when it stands in none.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn name_of(shop: &Shop, locale: Locale, offer: OfferId) -> Result<Option<Shown>> {
    let of_offer = offer::Entity::find()
        .select_only()
        .column(offer::Column::ProductId)
        .filter(offer::Column::Id.eq(offer))
        .into_query();
    let name: Option<(String, Locale)> = product_card::Entity::find()
        .select_only()
        .column(product_card::Column::Name)
        .column(product_card::Column::NameLang)
        .filter(product_card::Column::Lang.eq(locale.nearest_built_in()))
        .filter(product_card::Column::ProductId.in_subquery(of_offer))
        .into_tuple()
        .one(shop.db().read())
        .await?;
    Ok(name.map(|(text, lang)| Shown {
        text,
        lang,
        outdated: false,
    }))
}

/// The first picture of a product, or its category's as long as it has none.
async fn picture_of(tx: &Tx, product: ProductId, category: &category::Model) -> Result<Option<Picture>> {
    if let Some(picture) = pictures_of(tx, product).await?.into_iter().next() {
        return Ok(Some(picture));
    }
    let Some(emblem) = category.picture_id else {
        return Ok(None);
    };
    Ok(media::Entity::find_by_id(emblem)
        .one(tx)
        .await?
        .map(|row| pictures::of_row(&row)))
}

/// Rebuilds the rows of all products of a cooperative.
pub(crate) async fn rebuild_cards_of(tx: &Tx, cooperative: CooperativeId) -> Result<()> {
    for product in lock_goods_of(tx, cooperative).await? {
        rebuild_cards(tx, product).await?;
    }
    Ok(())
}

/// All products of a cooperative, locked in the order in which everybody locks them, so that nobody puts a card back who looked
/// before.
pub(crate) async fn lock_goods_of(tx: &Tx, cooperative: CooperativeId) -> Result<Vec<ProductId>> {
    Ok(product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .filter(product::Column::CooperativeId.eq(cooperative))
        .order_by_asc(product::Column::Id)
        .lock(LockType::NoKeyUpdate)
        .into_tuple()
        .all(tx)
        .await?)
}

/// The row of a product. On PostgreSQL whoever else writes its cards waits until this transaction is over, and then sees
/// what it did: two that each take the last of a size together leave a card that says "sold out". Stock is moved before
/// products are locked, by everybody, so that none waits for another in a circle. (SQLite has one writer.)
async fn lock(tx: &Tx, product: ProductId) -> Result<Option<product::Model>> {
    Ok(product::Entity::find_by_id(product)
        .lock(LockType::NoKeyUpdate)
        .one(tx)
        .await?)
}

/// A product editor opened before shows another amount, or another price, than there is now: saving it would undo the
/// change.
pub(crate) async fn outdate_editors(tx: &Tx, offers: &[OfferId], now: i64) -> Result<()> {
    let of_offers = offer::Entity::find()
        .select_only()
        .column(offer::Column::ProductId)
        .filter(offer::Column::Id.is_in(offers.iter().copied()))
        .into_query();
    // In the order in which everybody locks products.
    let products: Vec<ProductId> = product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .filter(product::Column::Id.in_subquery(of_offers))
        .order_by_asc(product::Column::Id)
        .lock(LockType::NoKeyUpdate)
        .into_tuple()
        .all(tx)
        .await?;
    product::Entity::update_many()
        .col_expr(product::Column::Version, Expr::col(product::Column::Version).add(1))
        .col_expr(product::Column::UpdatedAt, Expr::value(now))
        .filter(product::Column::Id.is_in(products))
        .exec(tx)
        .await?;
    Ok(())
}

/// Brings the rows of the products of these offers up to date; called by whatever moves stock. They are written anew
/// only when another size leads now: the add button must add what is there.
pub(crate) async fn refresh_availability(tx: &Tx, offer_ids: &[OfferId]) -> Result<()> {
    let mut products: Vec<ProductId> = offers_by_id(tx, offer_ids)
        .await?
        .values()
        .map(|o| o.product_id)
        .collect();
    products.sort_unstable();
    products.dedup();
    for product in products {
        lock(tx, product).await?;
        let offers: Vec<OfferRow> = offers_of(tx, product)
            .await?
            .into_iter()
            .filter(|o| o.status == OfferStatus::Active)
            .collect();
        let leading = leading_offer(&offers).map(|o| o.id);
        let shown: Option<(OfferId, bool)> = product_card::Entity::find()
            .select_only()
            .column(product_card::Column::OfferId)
            .column(product_card::Column::Available)
            .filter(product_card::Column::ProductId.eq(product))
            .into_tuple()
            .one(tx)
            .await?;
        let Some((shown, was_available)) = shown else { continue };
        let available = offers.iter().any(|o| o.available() > 0);
        if leading != Some(shown) {
            rebuild_cards(tx, product).await?;
        } else if available != was_available {
            product_card::Entity::update_many()
                .col_expr(product_card::Column::Available, Expr::value(available))
                .filter(product_card::Column::ProductId.eq(product))
                .exec(tx)
                .await?;
        }
    }
    Ok(())
}

/// Brings what lists say of how a product is judged up to date; called by whatever publishes or hides a review, or changes its
/// stars. What leaves the average as it is leaves the lists.
pub(crate) async fn refresh_rating(tx: &Tx, product: ProductId) -> Result<()> {
    // Before it is counted: who writes the cards anew at the same time counts after this, or is waited for.
    lock(tx, product).await?;
    let (count, sum) = rating_of(tx, product).await?;
    let is_another = Condition::any()
        .add(product_card::Column::ReviewCount.ne(count))
        .add(product_card::Column::StarsSum.ne(sum));
    product_card::Entity::update_many()
        .col_expr(product_card::Column::ReviewCount, Expr::value(count))
        .col_expr(product_card::Column::StarsSum, Expr::value(sum))
        .filter(product_card::Column::ProductId.eq(product))
        .filter(is_another)
        .exec(tx)
        .await?;
    Ok(())
}

/// How many published reviews a product has, and how many stars these gave it together.
async fn rating_of(tx: &Tx, product: ProductId) -> Result<(i64, i64)> {
    // Sums of whole numbers are of another type on PostgreSQL.
    let sum = Expr::col(review::Column::Stars).sum().cast_as("BIGINT");
    let counted: Option<(i64, Option<i64>)> = review::Entity::find()
        .select_only()
        .column_as(review::Column::Id.count(), "count")
        .column_as(sum, "sum")
        .filter(review::Column::ProductId.eq(product))
        .filter(review::Column::State.eq(ReviewState::Published))
        .into_tuple()
        .one(tx)
        .await?;
    Ok(counted.map_or((0, 0), |(count, sum)| (count, sum.unwrap_or(0))))
}

/// The offer whose price a card shows, which its product's page has chosen at first.
fn leading_offer(offers: &[OfferRow]) -> Option<&OfferRow> {
    offers.iter().min_by_key(|o| (o.terms().rank(o.available()), o.id))
}

fn search_text(sets: &[&TextSet], slug: &str) -> String {
    let mut words: Vec<String> = vec![search_key(&slug.replace('-', " "))];
    for set in sets {
        words.extend(set.all("name").iter().map(|t| search_key(&t.text)));
    }
    words.join(" ")
}
