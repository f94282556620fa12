//! Cooperatives and their shop pages.

mod view;

use std::collections::HashMap;

use domain::shop_page::{Block, BlockId, BlockKind, Field, Place, ShopDocument};
use domain::{Locale, ProductId, Slug, WebLink};

use crate::catalog::{self, ListQuery, ProductCard};
use crate::cooperatives::card;
use crate::directory::Cooperative;
use crate::{Directory, Result, Shop, shop_documents};

pub use crate::cooperatives::{CooperativeCard, first};
pub use view::{CooperativePage, ShopList};

/// Cooperatives on a page of the list.
pub const PAGE: usize = 36;
/// Goods that a shop page shows as all of its goods.
const ALL_GOODS: u32 = 100;
/// Goods of a shelf that a part of it shows.
const OF_A_SHELF: u32 = 24;

/// A page of the cooperatives that sell; of one township when it is named.
pub fn list(shop: &Shop, locale: Locale, township: Option<&str>, page: usize) -> ShopList {
    let directory = shop.directory();
    let chosen = township.and_then(|slug| directory.townships.iter().find(|t| t.slug == slug));
    let found: Vec<&Cooperative> = directory
        .cooperatives
        .iter()
        .filter(|c| chosen.is_none_or(|t| t.id == c.township))
        .collect();
    let pages = found.len().div_ceil(PAGE).max(1);
    let page = page.clamp(1, pages);
    ShopList {
        cards: found
            .iter()
            .skip((page - 1) * PAGE)
            .take(PAGE)
            .map(|c| card(&directory, c, locale))
            .collect(),
        total: found.len(),
        page,
        pages,
        townships: directory
            .townships
            .iter()
            .map(|t| (t.slug.clone(), t.name(locale)))
            .collect(),
        chosen: chosen.map(|t| t.slug.clone()),
    }
}

/// How many cooperatives sell.
pub fn count(shop: &Shop) -> usize {
    shop.directory().cooperatives.len()
}

/// Names in the URL of all cooperatives that sell.
pub fn public_slugs(shop: &Shop) -> Vec<String> {
    let directory = shop.directory();
    directory.cooperatives.iter().map(|c| c.entry.slug.clone()).collect()
}

/// The shop page of the cooperative with this name in the URL.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn find(shop: &Shop, locale: Locale, slug: &str) -> Result<Option<CooperativePage>> {
    let directory = shop.directory();
    let Some(cooperative) = directory.cooperative_by_slug(slug) else {
        return Ok(None);
    };
    let entry = &cooperative.entry;
    let own = || {
        let link = cooperative.link.as_ref().map(WebLink::as_str);
        shop_documents::first(&entry.texts, entry.source, link)
    };
    let mut document = shop_documents::published(shop.db().read(), entry.id, own).await?;
    document.remove_hidden();
    page_of(shop, locale, &directory, cooperative, document).await.map(Some)
}

/// The page of a cooperative with these parts.
pub(crate) async fn page_of(
    shop: &Shop,
    locale: Locale,
    directory: &Directory,
    cooperative: &Cooperative,
    document: ShopDocument,
) -> Result<CooperativePage> {
    let query = goods_query(locale, cooperative);
    let products = catalog::cards(shop, &query, ALL_GOODS).await?;
    let goods = goods_of(shop, &query, &document, &products).await?;
    Ok(page(locale, directory, cooperative, document, goods, products))
}

/// What a part of this kind needs to know of the page round it: all goods for a part that shows some or says when they are
/// ripe, none for any other.
pub(crate) async fn page_for(
    shop: &Shop,
    locale: Locale,
    directory: &Directory,
    cooperative: &Cooperative,
    document: ShopDocument,
    kind: BlockKind,
) -> Result<CooperativePage> {
    let mut products = Vec::new();
    if matches!(kind, BlockKind::Products | BlockKind::Season) {
        products = catalog::cards(shop, &goods_query(locale, cooperative), ALL_GOODS).await?;
    }
    Ok(page(locale, directory, cooperative, document, Vec::new(), products))
}

fn goods_query(locale: Locale, cooperative: &Cooperative) -> ListQuery {
    ListQuery {
        cooperative: Some(cooperative.entry.id),
        ..ListQuery::new(locale)
    }
}

fn page(
    locale: Locale,
    directory: &Directory,
    cooperative: &Cooperative,
    document: ShopDocument,
    goods: Vec<(BlockId, Vec<ProductCard>)>,
    products: Vec<ProductCard>,
) -> CooperativePage {
    CooperativePage {
        card: card(directory, cooperative, locale),
        document,
        source: cooperative.entry.source,
        sells: cooperative.sells(),
        founded: cooperative.founded,
        members: cooperative.members,
        phone: cooperative.phone.clone(),
        goods,
        products,
    }
}

/// The goods of each part that shows some. All of them stand once, in the first part that shows them to everybody; in one that
/// is hidden they stand as well, as they would if it were shown.
async fn goods_of(
    shop: &Shop,
    query: &ListQuery,
    document: &ShopDocument,
    products: &[ProductCard],
) -> Result<Vec<(BlockId, Vec<ProductCard>)>> {
    let parts = || {
        document
            .blocks()
            .iter()
            .filter(|block| block.kind == BlockKind::Products)
    };
    let of_all = parts()
        .find(|block| !block.hidden && block.is_whole_range())
        .map(|block| block.id);
    let chosen = |block: &Block| -> Vec<ProductId> {
        block
            .values()
            .filter(|(place, _)| place.field == Field::Product)
            .filter_map(|(_, id)| id.parse().ok().map(ProductId))
            .collect()
    };
    let all_chosen: Vec<ProductId> = parts().flat_map(chosen).collect();
    let known = catalog::cards_of(shop, query, &all_chosen).await?;
    let (mut goods, mut shelves) = (Vec::new(), HashMap::<String, Vec<ProductCard>>::new());
    for block in parts() {
        let (ids, shelf) = (chosen(block), block.get(Place::of(Field::Shelf)));
        let cards = if !ids.is_empty() {
            let card = |id: &ProductId| known.iter().find(|card| card.id == *id);
            ids.iter().filter_map(card).cloned().collect()
        } else if !shelf.is_empty() {
            if let Some(cards) = shelves.get(shelf) {
                cards.clone()
            } else {
                let of_shelf = ListQuery {
                    category: Slug::parse(shelf).ok(),
                    ..query.clone()
                };
                let cards = catalog::cards(shop, &of_shelf, OF_A_SHELF).await?;
                shelves.insert(shelf.to_owned(), cards.clone());
                cards
            }
        } else if block.hidden || of_all == Some(block.id) {
            products.to_vec()
        } else {
            Vec::new()
        };
        goods.push((block.id, cards));
    }
    Ok(goods)
}
