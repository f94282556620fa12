//! A product's page.

use std::collections::HashMap;

use db::Readable;
use db::entities::{media, offer, product, product_media, stock};
use db::sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
};
use domain::{
    Currency, Locale, MediaId, Money, OfferId, OfferStatus, OfferTerms, PriceSteps, PricedBy, ProductId, ProductStatus,
    Quantity, Slug, SoldBy, TranslationState, Unit,
};

use super::list::cards;
use super::view::{
    BuyerLimit, CategoryLink, ListQuery, OfferView, ProductCard, ProductPage, Season, SoldLot, SoldProduct,
};
use crate::cooperatives::CooperativeCard;
use crate::texts;
use crate::{Picture, Result, Shop, cooperatives, lots, pictures};

/// How many other products a page shows of one kind.
const MORE: usize = 4;

/// An offer with its stock.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct OfferRow {
    pub id: OfferId,
    pub product_id: ProductId,
    pub sku: String,
    pub unit: Unit,
    pub step: i64,
    pub minimum: i64,
    pub maximum: i64,
    pub reference_amount: i64,
    pub price_minor: i64,
    pub price_steps: Option<String>,
    pub currency: Currency,
    pub net_grams: i64,
    pub gross_grams: i64,
    pub status: OfferStatus,
    pub buyer_limit: Option<i64>,
    pub on_hand: i64,
    pub reserved: i64,
    /// Of its product: while it is paused, nothing of it can be bought.
    pub paused_until: Option<i64>,
}

impl OfferRow {
    /// In which amounts its cooperative sells it at once, whoever buys.
    pub fn amounts(&self) -> SoldBy {
        SoldBy {
            unit: self.unit,
            step: self.step,
            min: self.minimum,
            max: self.maximum,
        }
    }

    /// The terms for a buyer, who gets no more at once than one may have altogether.
    pub fn terms(&self) -> OfferTerms {
        OfferTerms {
            sold_by: self.amounts().for_buyer(self.buyer_limit),
            priced_by: PricedBy {
                unit: self.unit,
                reference_amount: self.reference_amount,
            },
            price: Money::new(self.price_minor, self.currency),
            steps: self.steps(),
            net_grams: self.net_grams,
            gross_grams: self.gross_grams,
        }
    }

    /// From which amounts on it costs less.
    pub fn steps(&self) -> PriceSteps {
        self.price_steps.as_deref().map_or(PriceSteps::NONE, PriceSteps::read)
    }

    /// What can still be bought: whole steps of what is neither sold nor reserved, nothing below the minimum.
    pub fn available(&self) -> i64 {
        if self.status != OfferStatus::Active || self.paused_until.is_some() {
            return 0;
        }
        let free = (self.on_hand - self.reserved).min(self.terms().sold_by.max);
        if free < self.minimum {
            0
        } else {
            free - (free - self.minimum) % self.step
        }
    }
}

/// Offers with their stock, each beside its product, as an [`OfferRow`] reads them.
pub(crate) fn offers() -> db::sea_orm::Select<offer::Entity> {
    let product = offer::Entity::belongs_to(product::Entity)
        .from(offer::Column::ProductId)
        .to(product::Column::Id)
        .into();
    let stock = offer::Entity::belongs_to(stock::Entity)
        .from(offer::Column::Id)
        .to(stock::Column::OfferId)
        .into();
    offer::Entity::find()
        .join(JoinType::InnerJoin, stock)
        .column(stock::Column::OnHand)
        .column(stock::Column::Reserved)
        .join(JoinType::InnerJoin, product)
        .column(product::Column::PausedUntil)
}

/// Offers of a product in its order, also those no longer sold.
pub(crate) async fn offers_of(db: &impl ConnectionTrait, product: ProductId) -> Result<Vec<OfferRow>> {
    Ok(offers()
        .filter(offer::Column::ProductId.eq(product))
        .order_by_asc(offer::Column::Position)
        .readable_as(db)
        .await?)
}

/// Offers of these products, also those no longer sold.
pub(crate) async fn offers_of_all(db: &impl ConnectionTrait, products: &[ProductId]) -> Result<Vec<OfferRow>> {
    let mut rows = Vec::new();
    for some in products.chunks(500) {
        let found: Vec<OfferRow> = offers()
            .filter(offer::Column::ProductId.is_in(some.iter().copied()))
            .order_by_asc(offer::Column::Position)
            .readable_as(db)
            .await?;
        rows.extend(found);
    }
    Ok(rows)
}

/// Offers by id, also those no longer sold.
pub(crate) async fn offers_by_id(db: &impl ConnectionTrait, ids: &[OfferId]) -> Result<HashMap<OfferId, OfferRow>> {
    let rows: Vec<OfferRow> = offers()
        .filter(offer::Column::Id.is_in(ids.iter().copied()))
        .readable_as(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// Pictures of a product, in order.
pub(crate) async fn pictures_of(db: &impl ConnectionTrait, product: ProductId) -> Result<Vec<Picture>> {
    Ok(picture_rows_of(db, product)
        .await?
        .iter()
        .map(pictures::of_row)
        .collect())
}

/// The rows of a product's pictures, in order.
pub(crate) async fn picture_rows_of(db: &impl ConnectionTrait, product: ProductId) -> Result<Vec<media::Model>> {
    let link = media::Entity::belongs_to(product_media::Entity)
        .from(media::Column::Id)
        .to(product_media::Column::MediaId)
        .into();
    Ok(media::Entity::find()
        .join(JoinType::InnerJoin, link)
        .filter(product_media::Column::ProductId.eq(product))
        .order_by_asc(product_media::Column::Position)
        .all(db)
        .await?)
}

/// The first picture of each of these products that has one.
pub(crate) async fn first_pictures(
    db: &impl ConnectionTrait,
    products: &[ProductId],
) -> Result<HashMap<ProductId, Picture>> {
    let links: Vec<(ProductId, MediaId)> = product_media::Entity::find()
        .select_only()
        .column(product_media::Column::ProductId)
        .column(product_media::Column::MediaId)
        .filter(product_media::Column::ProductId.is_in(products.iter().copied()))
        .order_by_asc(product_media::Column::Position)
        .into_tuple()
        .all(db)
        .await?;
    let mut first: HashMap<ProductId, MediaId> = HashMap::new();
    for (product, picture) in links {
        first.entry(product).or_insert(picture);
    }
    let rows: HashMap<MediaId, media::Model> = media::Entity::find()
        .filter(media::Column::Id.is_in(first.values().copied()))
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    Ok(first
        .into_iter()
        .filter_map(|(product, picture)| Some((product, pictures::of_row(rows.get(&picture)?))))
        .collect())
}

/// How much of each of these sizes one buyer may have, where that is bounded; sizes of which it is as much stand together.
fn buyer_limits(offers: &[OfferRow]) -> Vec<BuyerLimit> {
    let mut limits: Vec<BuyerLimit> = Vec::new();
    for offer in offers {
        let Some(limit) = offer.buyer_limit else { continue };
        let (most, unit) = (Quantity(limit), offer.unit);
        match limits.iter_mut().find(|limit| (limit.most, limit.unit) == (most, unit)) {
            Some(same) => same.sizes.push(offer.terms()),
            None => limits.push(BuyerLimit {
                sizes: vec![offer.terms()],
                most,
                unit,
            }),
        }
    }
    if let [only] = limits.as_mut_slice()
        && only.sizes.len() == offers.len()
    {
        only.sizes.clear();
    }
    limits
}

/// Harvest and origin of what would be packed now: of each size that can be bought, the oldest lot. An origin that waits for
/// the Centre is left out.
async fn sold_lots(db: &impl ConnectionTrait, offers: &[OfferView]) -> Result<Vec<SoldLot>> {
    let sold: Vec<OfferId> = offers.iter().filter(|o| o.available > 0).map(|o| o.id).collect();
    let there = lots::there(db, &sold).await?;
    let mut shown: Vec<SoldLot> = Vec::new();
    for offer in offers.iter().filter(|offer| offer.available > 0) {
        let Some(oldest) = there.iter().find(|lot| lot.offer == offer.id) else {
            continue;
        };
        let harvested = oldest.harvested.clone();
        let origin = oldest.origin.clone().filter(|_| !oldest.origin_waits);
        if harvested.is_none() && origin.is_none() {
            continue;
        }
        match shown
            .iter_mut()
            .find(|lot| lot.harvested == harvested && lot.origin == origin)
        {
            Some(same) => same.sizes.push(offer.terms),
            None => shown.push(SoldLot {
                sizes: vec![offer.terms],
                harvested,
                origin,
            }),
        }
    }
    if let [only] = shown.as_mut_slice()
        && only.sizes.len() == offers.len()
    {
        only.sizes.clear();
    }
    Ok(shown)
}

/// The product with this name in the URL, where it is published.
async fn published(shop: &Shop, slug: &str) -> Result<Option<product::Model>> {
    if Slug::parse(slug).is_err() {
        return Ok(None);
    }
    Ok(product::Entity::find()
        .filter(product::Column::Slug.eq(slug))
        .filter(product::Column::Status.eq(ProductStatus::Published))
        .one(shop.db().read())
        .await?)
}

/// The same, while it has a page: its cooperative sells, and so does one of its sizes.
pub(crate) async fn sold(shop: &Shop, slug: &str) -> Result<Option<product::Model>> {
    let Some(row) = published(shop, slug).await? else {
        return Ok(None);
    };
    match shop.directory().cooperative(row.cooperative_id) {
        Some(cooperative) if cooperative.sells() => {}
        _ => return Ok(None),
    }
    let has_size = offer::Entity::find()
        .filter(offer::Column::ProductId.eq(row.id))
        .filter(offer::Column::Status.eq(OfferStatus::Active))
        .has_rows(shop.db().read())
        .await?;
    Ok(has_size.then_some(row))
}

/// Who sells the product with this name in the URL while the Centre has suspended them: it has no page then, and comes back.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn suspended_seller(shop: &Shop, locale: Locale, slug: &str) -> Result<Option<CooperativeCard>> {
    let Some(row) = published(shop, slug).await? else {
        return Ok(None);
    };
    let directory = shop.directory();
    let seller = directory.cooperative(row.cooperative_id).filter(|found| !found.sells());
    Ok(seller.map(|found| cooperatives::card(&directory, found, locale)))
}

/// The product with this name in the URL by its own name, for the pages beside its page.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn find_sold(shop: &Shop, locale: Locale, slug: &str) -> Result<Option<SoldProduct>> {
    let Some(row) = sold(shop, slug).await? else {
        return Ok(None);
    };
    let mut texts = texts::read(shop.db().read(), &[row.id]).await?;
    let texts = texts.remove(&row.id).unwrap_or_default();
    Ok(Some(SoldProduct {
        id: row.id,
        name: texts.name(locale, row.source_lang, &row.slug),
        slug: row.slug,
    }))
}

/// The page of the product with this name in the URL, as the last write left it.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn find_product(shop: &Shop, locale: Locale, slug: &str) -> Result<Option<ProductPage>> {
    let db = shop.db().read();
    let Some(row) = published(shop, slug).await? else {
        return Ok(None);
    };
    let directory = shop.directory();
    let (Some(cooperative), Some((category, emblem))) = (
        directory.cooperative(row.cooperative_id).filter(|found| found.sells()),
        directory.category(row.category_id),
    ) else {
        return Ok(None);
    };
    let in_category = ListQuery {
        categories: Slug::parse(&category.slug).into_iter().collect(),
        ..ListQuery::new(locale)
    };
    let of_cooperative = ListQuery {
        cooperatives: vec![cooperative.entry.id],
        ..ListQuery::new(locale)
    };
    let ids = [row.id];
    let (offers, pictures, mut texts, of_cooperative, in_category) = tokio::try_join!(
        offers_of(db, row.id),
        picture_rows_of(db, row.id),
        texts::read(db, &ids),
        cards(shop, &of_cooperative, 5),
        // Itself and those of the same cooperative are left out.
        cards(shop, &in_category, 9),
    )?;
    let shown: Vec<OfferRow> = offers.into_iter().filter(|o| o.status == OfferStatus::Active).collect();
    let limits = buyer_limits(&shown);
    let offers: Vec<OfferView> = shown
        .into_iter()
        .map(|o| OfferView {
            id: o.id,
            terms: o.terms(),
            available: o.available(),
        })
        .collect();
    if offers.is_empty() {
        return Ok(None);
    }
    let lots = sold_lots(db, &offers).await?;
    let texts = texts.remove(&row.id).unwrap_or_default();
    let source = row.source_lang;
    let others = |cards: Vec<ProductCard>, seen: &[ProductCard]| -> Vec<ProductCard> {
        cards
            .into_iter()
            .filter(|c| c.id != row.id && seen.iter().all(|s| s.id != c.id))
            .take(MORE)
            .collect()
    };
    let more_from_cooperative = others(of_cooperative, &[]);
    let more_in_category = others(in_category, &more_from_cooperative);
    let month = |m: Option<i64>| m.and_then(|m| u8::try_from(m).ok());
    let name = texts.name(locale, source, &row.slug);
    let description = texts.show("description", locale, source);
    let by_machine = [("name", Some(&name)), ("description", description.as_ref())]
        .into_iter()
        .filter_map(|(field, shown)| texts.exact(field, shown?.lang))
        .any(|text| text.state == TranslationState::Machine);
    Ok(Some(ProductPage {
        id: row.id,
        name,
        description,
        by_machine,
        // A screen reader speaks one language: words in another one say less than the product's name.
        picture_texts: pictures
            .iter()
            .map(|row| Some(texts.exact(&pictures::text_field(row.id), locale)?.text.clone()))
            .collect(),
        pictures: if pictures.is_empty() {
            vec![emblem.clone()]
        } else {
            pictures.iter().map(pictures::of_row).collect()
        },
        category: CategoryLink {
            slug: category.slug.clone(),
            name: category.name(locale),
            picture: emblem.clone(),
        },
        goods_class: directory.goods_class(row.category_id),
        cooperative: cooperatives::card(&directory, cooperative, locale),
        offers,
        season: month(row.season_from)
            .zip(month(row.season_to))
            .map(|(from, to)| Season { from, to }),
        harvest_year: row.harvest_year,
        limits,
        lots,
        more_from_cooperative,
        more_in_category,
        slug: row.slug,
    }))
}
