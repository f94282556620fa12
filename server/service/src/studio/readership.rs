//! Which products, pictures and stories people look at: what the figures show of `views`.

use std::collections::HashMap;

use db::Readable;
use db::entities::{media, product, product_media};
use db::sea_orm::sea_query::{Query, SelectStatement};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::shop_page::{Block, Field, ShopDocument};
use domain::{CooperativeId, Locale, MediaId, ProductId, Viewed, Views};
use l10n::t;

use super::emblem;
use super::figures_view::{LookedAt, Readership};
use super::shop_page::pictures_of;
use super::view::StudioProduct;
use crate::catalog::first_pictures;
use crate::error::Result;
use crate::pictures::of_row;
use crate::texts::read;
use crate::views::{most_viewed, views_of};
use crate::{Picture, Shop, Shown, shop_documents, shops};

/// What people looked at within thirty days, `most` lines in each list.
pub(super) async fn readership(shop: &Shop, own: CooperativeId, locale: Locale, most: u64) -> Result<Readership> {
    let (db, now) = (shop.db().read(), shop.now());
    let page = Query::select().expr(own.get()).to_owned();
    let page = views_of(db, now, Viewed::Shop, page).await?;
    let products = most_viewed(db, now, Viewed::Product, products_of(own), most).await?;
    let pictures = most_viewed(db, now, Viewed::Picture, pictures_of(own), most).await?;
    Ok(Readership {
        page: page.get(&own.get()).copied().map(Views::new),
        products: name_products(shop, locale, products).await?,
        pictures: name_pictures(shop, own, locale, pictures).await?,
    })
}

/// These products, what most people looked at within thirty days first.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn most_read_first(shop: &Shop, mut products: Vec<StudioProduct>) -> Result<Vec<StudioProduct>> {
    let Some(one) = products.first() else {
        return Ok(products);
    };
    // They are all of one cooperative.
    let own = Query::select()
        .column(product::Column::CooperativeId)
        .from(product::Entity)
        .and_where(product::Column::Id.eq(one.id))
        .to_owned();
    let all = Query::select()
        .column(product::Column::Id)
        .from(product::Entity)
        .and_where(product::Column::CooperativeId.in_subquery(own))
        .to_owned();
    let views = views_of(shop.db().read(), shop.now(), Viewed::Product, all).await?;
    products.sort_by_key(|product| std::cmp::Reverse(views.get(&product.id.get()).copied().unwrap_or(0)));
    Ok(products)
}

fn products_of(own: CooperativeId) -> SelectStatement {
    Query::select()
        .column(product::Column::Id)
        .from(product::Entity)
        .and_where(product::Column::CooperativeId.eq(own))
        .to_owned()
}

/// Of the most a bar is as long as can be; few are as long as most of few could be, so that its length says no more.
fn lines<T>(counted: &[(i64, i64)], named: impl Fn(i64) -> Option<T>) -> Vec<(T, Views, u8)> {
    let length = |views: i64| views.max(Views::FEW - 1);
    let most = counted.iter().map(|(_, views)| length(*views)).max().unwrap_or(1);
    counted
        .iter()
        .filter_map(|(id, views)| {
            let part = length(*views).saturating_mul(100) / most;
            Some((named(*id)?, Views::new(*views), u8::try_from(part).unwrap_or(100)))
        })
        .collect()
}

async fn name_products(shop: &Shop, locale: Locale, counted: Vec<(i64, i64)>) -> Result<Vec<LookedAt>> {
    let db = shop.db().read();
    let ids: Vec<ProductId> = counted.iter().map(|(id, _)| ProductId(*id)).collect();
    let rows = product::Entity::find()
        .filter(product::Column::Id.is_in(ids.iter().copied()))
        .readable(db)
        .await?;
    let rows: HashMap<i64, product::Model> = rows.into_iter().map(|row| (row.id.get(), row)).collect();
    let (texts, pictures) = (read(db, &ids).await?, first_pictures(db, &ids).await?);
    let named = |id: i64| {
        let row = rows.get(&id)?;
        let texts = texts.get(&row.id).cloned().unwrap_or_default();
        let picture = pictures.get(&row.id).cloned();
        Some((
            row.id,
            texts.name(locale, row.source_lang, &row.slug),
            picture.unwrap_or_else(|| emblem(shop, row.category_id)),
        ))
    };
    let line = |((id, name, picture), views, share)| LookedAt {
        name,
        picture,
        product: Some(id),
        views,
        share,
    };
    Ok(lines(&counted, named).into_iter().map(line).collect())
}

/// Pictures by the part of the shop page that shows them, else by their product.
async fn name_pictures(
    shop: &Shop,
    own: CooperativeId,
    locale: Locale,
    counted: Vec<(i64, i64)>,
) -> Result<Vec<LookedAt>> {
    let db = shop.db().read();
    let ids: Vec<MediaId> = counted.iter().map(|(id, _)| MediaId(*id)).collect();
    let rows: Vec<media::Model> = media::Entity::find()
        .filter(media::Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let pictures: HashMap<i64, Picture> = rows.iter().map(|row| (row.id.get(), of_row(row))).collect();
    let goods = goods_with(db, own, locale, &ids).await?;
    let mut on_page = HashMap::new();
    if let Some(cooperative) = shop.directory().cooperative(own) {
        let document = shops::shown_to_buyers(cooperative, shop_documents::newest(db, own).await?.as_ref());
        on_page = names_on_page(&document, locale, cooperative.entry.source);
    }
    let named = |id: i64| {
        let picture = pictures.get(&id)?.clone();
        let part = on_page.get(&picture.key).cloned();
        let found = match (part, goods.get(&id)) {
            (Some(Some(name)), _) => (name, None),
            (None, Some((product, name))) => (name.clone(), Some(*product)),
            _ => (page_name(shop, locale), None),
        };
        Some((picture, found))
    };
    let line = |((picture, (name, product)), views, share)| LookedAt {
        name,
        picture,
        product,
        views,
        share,
    };
    Ok(lines(&counted, named).into_iter().map(line).collect())
}

fn page_name(shop: &Shop, locale: Locale) -> Shown {
    Shown {
        text: shop.texts().plain(locale, t::STUDIO_SHOP_TITLE),
        lang: locale,
        ..Shown::default()
    }
}

/// The products in whose galleries these pictures are.
async fn goods_with(
    db: &impl ConnectionTrait,
    own: CooperativeId,
    locale: Locale,
    pictures: &[MediaId],
) -> Result<HashMap<i64, (ProductId, Shown)>> {
    let links: Vec<(MediaId, ProductId)> = product_media::Entity::find()
        .select_only()
        .column(product_media::Column::MediaId)
        .column(product_media::Column::ProductId)
        .filter(product_media::Column::MediaId.is_in(pictures.iter().copied()))
        .filter(product_media::Column::ProductId.in_subquery(products_of(own)))
        .order_by_desc(product_media::Column::ProductId)
        .into_tuple()
        .all(db)
        .await?;
    let ids: Vec<ProductId> = links.iter().map(|(_, product)| *product).collect();
    let rows = product::Entity::find()
        .filter(product::Column::Id.is_in(ids.iter().copied()))
        .readable(db)
        .await?;
    let texts = read(db, &ids).await?;
    let named: HashMap<ProductId, Shown> = rows
        .iter()
        .map(|row| {
            let texts = texts.get(&row.id).cloned().unwrap_or_default();
            (row.id, texts.name(locale, row.source_lang, &row.slug))
        })
        .collect();
    Ok(links
        .into_iter()
        .filter_map(|(picture, product)| Some((picture.get(), (product, named.get(&product)?.clone()))))
        .collect())
}

/// What stands beside each picture of the page: what it shows, else the heading of its part.
fn names_on_page(document: &ShopDocument, locale: Locale, source: Locale) -> HashMap<String, Option<Shown>> {
    let mut names: HashMap<String, Option<Shown>> = HashMap::new();
    for block in document.blocks() {
        let title = block.shown(Field::Title, 0, locale, source);
        for slot in 0..=block.kind.last_slot() {
            if let Some(picture) = block.picture(slot) {
                let name = beside(block, slot, locale, source).or_else(|| title.clone());
                names.entry(picture.key).or_insert(name);
            }
        }
    }
    names
}

fn beside(block: &Block, slot: u8, locale: Locale, source: Locale) -> Option<Shown> {
    block
        .shown(Field::Caption, slot, locale, source)
        .or_else(|| block.shown(Field::Role, slot, locale, source))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_length_of_a_bar_does_not_tell_few_apart() {
        let shares = |counted: &[(i64, i64)]| -> Vec<u8> {
            let of = lines(counted, Some).into_iter();
            of.map(|(.., share)| share).collect()
        };
        assert_eq!(shares(&[(1, 40), (2, 20), (3, 3), (4, 1)]), [100, 50, 10, 10]);
        assert_eq!(shares(&[(1, 2), (2, 1)]), [100, 100]);
    }
}
