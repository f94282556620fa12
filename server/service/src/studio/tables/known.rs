//! The goods that rows of a table are about, as their cooperative saved them: also what buyers do not see yet.

use std::collections::{HashMap, HashSet};

use db::Readable;
use db::entities::{goods_key, offer, product};
use db::sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};
use domain::shop_page::{BlockKind, Place, ShopDocument};
use domain::{CategoryId, CooperativeId, Locale, OfferId, PriceSteps, ProductId};
use tables::Item;

use super::super::shop_page::draft_page;
use super::super::stock::of_cooperative;
use super::file::number_name;
use super::lots::lots_of;
use super::parts::{PartPlace, is_of_part};
use crate::catalog::{OfferRow, offers_of_all};
use crate::error::Result;
use crate::lots::Lot;
use crate::proposals;
use crate::texts::{Shown, TextSet, read};

/// The goods that some rows are about.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// As buyers see them.
    pub offers: HashMap<OfferId, OfferRow>,
    /// Prices that wait for the Centre.
    prices: HashMap<OfferId, i64>,
    /// The same of prices that fall with the amount.
    steps: HashMap<OfferId, PriceSteps>,
    /// The same of categories.
    categories: HashMap<ProductId, CategoryId>,
    pub by_key: HashMap<String, goods_key::Model>,
    pub by_sku: HashMap<String, OfferId>,
    pub own_sku: HashMap<OfferId, String>,
    /// All names by which a table may mean a size.
    pub names: HashMap<OfferId, Vec<String>>,
    pub products: HashMap<ProductId, product::Model>,
    texts: HashMap<ProductId, TextSet>,
    pub sizes: HashMap<ProductId, Vec<OfferRow>>,
    /// Of the sizes, the lots that rows may mean.
    pub lots: HashMap<OfferId, Vec<Lot>>,
    /// The draft of the shop page with its language, where a row is about it.
    pub page: Option<(ShopDocument, Locale)>,
}

pub(super) fn id_of(text: &str) -> Option<i64> {
    text.parse::<i64>().ok().filter(|id| *id > 0)
}

/// The key of a cooperative's own code.
pub(super) fn sku_key(sku: &str) -> String {
    format!("sku:{sku}")
}

impl Known {
    /// The part, and the place in it, of the text of the shop page that a row is about.
    pub fn part_of(&self, item: &Item) -> Option<(BlockKind, Place)> {
        let of = PartPlace::parse(&item.product)?;
        let (document, _) = self.page.as_ref()?;
        Some((document.block(of.block)?.kind, of.place))
    }

    /// Reads what these rows name, of this cooperative alone.
    pub(super) async fn of(db: &impl ConnectionTrait, own: CooperativeId, items: &[&Item]) -> Result<Self> {
        let mut known = Self::default();
        if items.iter().any(|item| is_of_part(item)) {
            known.page = draft_page(db, own).await?;
        }
        let keys: HashSet<&str> = items
            .iter()
            .flat_map(|item| [item.key.as_str(), item.group.as_str()])
            .filter(|key| !key.is_empty())
            .collect();
        let rows = goods_key::Entity::find()
            .filter(goods_key::Column::CooperativeId.eq(own))
            .filter(goods_key::Column::Key.is_in(keys))
            .all(db)
            .await?;
        known.by_key = rows.into_iter().map(|row| (row.key.clone(), row)).collect();
        let skus: HashSet<&str> = items
            .iter()
            .map(|item| item.sku.as_str())
            .filter(|sku| !sku.is_empty())
            .collect();
        let by_sku: Vec<OfferRow> = of_cooperative(own)
            .filter(offer::Column::Sku.is_in(skus))
            .readable_as(db)
            .await?;
        let named = items.iter().filter_map(|item| id_of(&item.size).map(OfferId));
        let keyed = known.by_key.values().filter_map(|row| row.offer_id);
        let ids: HashSet<OfferId> = named.chain(keyed).collect();
        let by_id: Vec<OfferRow> = of_cooperative(own)
            .filter(offer::Column::Id.is_in(ids))
            .readable_as(db)
            .await?;
        known.by_sku = by_sku.iter().map(|row| (row.sku.clone(), row.id)).collect();
        known.offers = by_sku.into_iter().chain(by_id).map(|row| (row.id, row)).collect();
        let products: HashSet<ProductId> = items
            .iter()
            .filter_map(|item| id_of(&item.product).map(ProductId))
            .chain(known.by_key.values().map(|row| row.product_id))
            .chain(known.offers.values().map(|row| row.product_id))
            .collect();
        known.products = product::Entity::find()
            .filter(product::Column::CooperativeId.eq(own))
            .filter(product::Column::Id.is_in(products))
            .readable(db)
            .await?
            .into_iter()
            .map(|row| (row.id, row))
            .collect();
        let ids: Vec<ProductId> = known.products.keys().copied().collect();
        known.texts = read(db, &ids).await?;
        for (id, waits) in proposals::of_all(db, &ids).await? {
            if let Some(product) = known.products.get(&id) {
                let texts = known.texts.entry(id).or_default();
                waits.proposed.overlay_texts(texts, product.source_lang);
            }
            known.prices.extend(waits.proposed.prices);
            known
                .categories
                .extend(waits.proposed.category.map(|category| (id, category)));
            let steps = waits.proposed.steps.iter();
            known
                .steps
                .extend(steps.map(|(offer, steps)| (*offer, PriceSteps::read(steps))));
        }
        for size in offers_of_all(db, &ids).await? {
            known.sizes.entry(size.product_id).or_default().push(size);
        }
        let offers: Vec<OfferId> = known.offers.keys().copied().collect();
        known.own_sku = own_skus(db, &offers).await?;
        // A row may mean the product by another of its sizes than the rows before it.
        let mut all = known.offers.clone();
        for size in known.sizes.values().flatten() {
            all.entry(size.id).or_insert_with(|| size.clone());
        }
        known.names = names_of(db, own, &all).await?;
        known.lots = lots_of(db, items, &known.offers).await?;
        Ok(known)
    }

    /// The sizes that rows are about.
    pub fn offers(&self) -> Vec<OfferId> {
        let mut ids: Vec<OfferId> = self.offers.keys().copied().collect();
        ids.sort_unstable();
        ids
    }

    /// The texts of a product.
    pub fn texts(&self, product: ProductId) -> Option<&TextSet> {
        self.texts.get(&product)
    }

    /// The price of a size.
    pub fn price(&self, offer: &OfferRow) -> i64 {
        self.prices.get(&offer.id).copied().unwrap_or(offer.price_minor)
    }

    /// From which amounts on a size costs less.
    pub fn steps(&self, offer: &OfferRow) -> PriceSteps {
        self.steps.get(&offer.id).copied().unwrap_or_else(|| offer.steps())
    }

    /// The category that waits for the Centre, if one does.
    pub fn category(&self, product: ProductId) -> Option<CategoryId> {
        self.categories.get(&product).copied()
    }

    /// What a product is called.
    pub fn name(&self, product: ProductId, locale: Locale) -> Option<Shown> {
        let row = self.products.get(&product)?;
        let texts = self.texts.get(&product)?;
        Some(texts.name(locale, row.source_lang, &row.slug))
    }

    /// The product that a key stands for.
    pub fn product_of(&self, group: &str) -> Option<ProductId> {
        let row = self.by_key.get(group)?;
        self.products.contains_key(&row.product_id).then_some(row.product_id)
    }

    pub fn offer_of(&self, item: &Item) -> Option<&OfferRow> {
        let by_key = self.by_key.get(&item.key).and_then(|row| row.offer_id);
        let id = by_key.or_else(|| self.by_sku.get(&item.sku).copied())?;
        self.offers.get(&id)
    }
}

/// All names by which rows may mean these sizes of a cooperative, as the rows' own names are written.
async fn names_of(
    db: &impl ConnectionTrait,
    own: CooperativeId,
    offers: &HashMap<OfferId, OfferRow>,
) -> Result<HashMap<OfferId, Vec<String>>> {
    let ids: Vec<OfferId> = offers.keys().copied().collect();
    let mut keys: HashMap<String, Option<OfferId>> = HashMap::new();
    for some in ids.chunks(500) {
        let codes = some
            .iter()
            .filter_map(|id| offers.get(id))
            .map(|offer| sku_key(&offer.sku));
        let is_theirs = Condition::any()
            .add(goods_key::Column::OfferId.is_in(some.iter().copied()))
            .add(goods_key::Column::Key.is_in(codes));
        let rows = goods_key::Entity::find()
            .filter(goods_key::Column::CooperativeId.eq(own))
            .filter(is_theirs)
            .all(db)
            .await?;
        keys.extend(rows.into_iter().map(|row| (row.key, row.offer_id)));
    }
    let mut names: HashMap<OfferId, Vec<String>> = HashMap::new();
    for offer in offers.values() {
        let code = sku_key(&offer.sku);
        let mut of_size = vec![number_name(offer.id.get())];
        // A code that was given to another size means that one.
        of_size.extend(Some(code).filter(|code| !keys.contains_key(code)));
        names.insert(offer.id, of_size);
    }
    for (key, offer) in keys {
        if let Some(names) = offer.and_then(|offer| names.get_mut(&offer)) {
            names.push(key);
        }
    }
    Ok(names)
}

/// The codes that cooperatives gave these sizes.
pub(super) async fn own_skus(db: &impl ConnectionTrait, offers: &[OfferId]) -> Result<HashMap<OfferId, String>> {
    let mut skus = HashMap::new();
    for some in offers.chunks(500) {
        let rows = goods_key::Entity::find()
            .filter(goods_key::Column::OfferId.is_in(some.iter().copied()))
            .filter(goods_key::Column::Key.starts_with("sku:"))
            .all(db)
            .await?;
        for row in rows {
            if let (Some(offer), Some(sku)) = (row.offer_id, row.key.strip_prefix("sku:")) {
                skus.insert(offer, sku.to_owned());
            }
        }
    }
    Ok(skus)
}
