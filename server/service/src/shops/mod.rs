//! Cooperatives and their shop pages.

mod view;

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use db::entities::shop_revision;
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::shop_page::{BlockId, BlockKind, GoodsOf, ShopDocument};
use domain::{CooperativeId, Locale, ProductId, Slug, WebLink};

use crate::catalog::{self, ListQuery, ProductCard};
use crate::cooperatives::card;
use crate::directory::Cooperative;
use crate::{Directory, Result, Shop, shop_documents};

pub use crate::cooperatives::{CooperativeCard, first};
pub use view::{CooperativePage, PartGoods, ShopList};

/// Cooperatives on a page of the list.
pub const PAGE: usize = 36;
/// Most goods of a cooperative that its editor can choose among: as many as it may have.
const MAX_PRODUCTS: u32 = 2_000;

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

/// The cooperative with this name in the URL, whether it sells or not.
pub fn named(shop: &Shop, locale: Locale, slug: &str) -> Option<CooperativeCard> {
    let directory = shop.directory();
    let cooperative = directory.cooperative_by_slug(slug)?;
    Some(card(&directory, cooperative, locale))
}

/// How many cooperatives sell.
pub fn count(shop: &Shop) -> usize {
    shop.directory().cooperatives.len()
}

/// The cooperatives that sell, as search engines are told of them: `limit` after the first `skip`, each by its name in the URL
/// and when it last published its page, if it did.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn sitemap(shop: &Shop, skip: usize, limit: usize) -> Result<Vec<(String, Option<i64>)>> {
    let directory = shop.directory();
    let mut shops: Vec<_> = directory.cooperatives.iter().map(|shop| &shop.entry).collect();
    shops.sort_by_key(|entry| entry.id);
    let shops: Vec<_> = shops.into_iter().skip(skip).take(limit).collect();
    let (Some(first), Some(last)) = (shops.first(), shops.last()) else {
        return Ok(Vec::new());
    };
    let published: Vec<(CooperativeId, i64)> = shop_revision::Entity::find()
        .select_only()
        .column(shop_revision::Column::CooperativeId)
        .column_as(shop_revision::Column::At.max(), "at")
        .filter(shop_revision::Column::CooperativeId.between(first.id, last.id))
        .group_by(shop_revision::Column::CooperativeId)
        .into_tuple()
        .all(shop.db().read())
        .await?;
    let published: HashMap<CooperativeId, i64> = published.into_iter().collect();
    let named = shops.into_iter();
    Ok(named
        .map(|entry| (entry.slug.clone(), published.get(&entry.id).copied()))
        .collect())
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
    let newest = shop_documents::newest(shop.db().read(), cooperative.entry.id).await?;
    let mut document = shown_to_buyers(cooperative, newest.as_ref());
    document.remove_hidden();
    page_of(shop, locale, &directory, cooperative, document).await.map(Some)
}

/// What buyers see of a cooperative's page when this is the newest one it has published, hidden parts too.
pub(crate) fn shown_to_buyers(cooperative: &Cooperative, newest: Option<&shop_revision::Model>) -> ShopDocument {
    shop_documents::shown(newest, || {
        let (entry, link) = (&cooperative.entry, cooperative.link.as_ref());
        shop_documents::first(&entry.texts, entry.source, link.map(WebLink::as_str))
    })
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
    let found = catalog::cards(shop, &query, one_more(GoodsOf::OF_ALL)).await?;
    let products = GoodsOf::All.pick(&found, |card| card.id, |_| None);
    let goods = goods_of(shop, &query, &document, &found).await?;
    let page = page(locale, directory, cooperative, document, goods, products.goods);
    Ok(CooperativePage {
        has_more: products.has_more,
        ..page
    })
}

/// What a part of this kind needs to know of the page round it: the goods for a part that shows some or says when they are
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
        products = catalog::cards(shop, &goods_query(locale, cooperative), MAX_PRODUCTS).await?;
    }
    Ok(page(locale, directory, cooperative, document, Vec::new(), products))
}

/// To know whether there are more than so many.
fn one_more(most: usize) -> u32 {
    u32::try_from(most).unwrap_or(u32::MAX).saturating_add(1)
}

fn goods_query(locale: Locale, cooperative: &Cooperative) -> ListQuery {
    ListQuery {
        cooperatives: vec![cooperative.entry.id],
        ..ListQuery::new(locale)
    }
}

fn page(
    locale: Locale,
    directory: &Directory,
    cooperative: &Cooperative,
    document: ShopDocument,
    goods: Vec<PartGoods>,
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
        has_more: false,
    }
}

/// The goods of each part that shows some.
async fn goods_of(
    shop: &Shop,
    query: &ListQuery,
    document: &ShopDocument,
    all: &[ProductCard],
) -> Result<Vec<PartGoods>> {
    let parts = document
        .blocks()
        .iter()
        .filter(|block| block.kind == BlockKind::Products);
    let wishes: Vec<(BlockId, GoodsOf)> = parts
        .map(|block| (block.id, block.goods_of(document.is_repeated(block.id))))
        .collect();
    let chosen = |wish: &GoodsOf| match wish {
        GoodsOf::Chosen(ids) => ids.clone(),
        _ => Vec::new(),
    };
    let all_chosen: Vec<ProductId> = wishes.iter().flat_map(|(_, wish)| chosen(wish)).collect();
    let known = catalog::cards_of(shop, query, &all_chosen).await?;
    let (mut goods, mut shelves) = (Vec::new(), HashMap::<String, Vec<ProductCard>>::new());
    for (part, wish) in wishes {
        let found = match &wish {
            GoodsOf::Chosen(_) => known.as_slice(),
            GoodsOf::Shelf(shelf) => match shelves.entry(shelf.clone()) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => {
                    let of_shelf = ListQuery {
                        categories: Slug::parse(shelf).into_iter().collect(),
                        ..query.clone()
                    };
                    new.insert(catalog::cards(shop, &of_shelf, one_more(GoodsOf::OF_A_SHELF)).await?)
                }
            },
            GoodsOf::All | GoodsOf::Repeated => all,
        };
        let shelf = match &wish {
            GoodsOf::Shelf(shelf) => Some(shelf.as_str()),
            _ => None,
        };
        let picked = wish.pick(found, |card| card.id, |_| shelf);
        goods.push(PartGoods { part, wish, picked });
    }
    Ok(goods)
}
