//! Writing down what was counted: all of it in one write, once a minute, by a job.

use std::collections::{BTreeMap, HashMap, HashSet};

use db::Tx;
use db::entities::{cooperative, media, page_view, product, product_media, shop_picture};
use db::sea_orm::sea_query::{Expr, OnConflict};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{MediaId, ProductId, Viewed, day_number, day_start};

use crate::Shop;
use crate::error::Result;
use crate::seen::Counted;

/// Names that are looked up, and rows that are written, by one statement.
const BATCH: usize = 500;

/// Writes what was seen since the last time; answers how many things that are. Programs of one database add up.
///
/// # Errors
/// When the database does not answer; it is written the next time.
#[crate::boxed]
pub async fn write(shop: &Shop) -> Result<usize> {
    let counted = shop.seen().take();
    if counted.is_empty() {
        return Ok(0);
    }
    let written = write_counted(shop, &counted).await;
    if written.is_err() {
        shop.seen().give_back(&counted);
    }
    written
}

async fn write_counted(shop: &Shop, counted: &[Counted]) -> Result<usize> {
    let db = shop.db().read();
    let of = |kind: Viewed| -> Vec<(&str, i64)> {
        counted
            .iter()
            .filter(|(of, ..)| *of == kind)
            .map(|(_, name, count)| (&**name, *count))
            .collect()
    };
    // In this order in all programs of the shop, so that no two wait for each other.
    let mut sums: BTreeMap<(Viewed, i64), i64> = BTreeMap::new();
    let directory = shop.directory();
    for (slug, count) in of(Viewed::Shop) {
        if let Some(found) = directory.cooperative_by_slug(slug) {
            *sums.entry((Viewed::Shop, found.entry.id.get())).or_default() += count;
        }
    }
    let (products, pictures) = (of(Viewed::Product), of(Viewed::Picture));
    for names in products.chunks(BATCH) {
        let ids: Vec<(String, ProductId)> = product::Entity::find()
            .select_only()
            .column(product::Column::Slug)
            .column(product::Column::Id)
            .filter(product::Column::Slug.is_in(names.iter().map(|(slug, _)| *slug)))
            .into_tuple()
            .all(db)
            .await?;
        let ids: HashMap<String, ProductId> = ids.into_iter().collect();
        for (slug, count) in names {
            if let Some(id) = ids.get(*slug) {
                *sums.entry((Viewed::Product, id.get())).or_default() += count;
            }
        }
    }
    for names in pictures.chunks(BATCH) {
        let ids: Vec<(String, MediaId)> = media::Entity::find()
            .select_only()
            .column(media::Column::Sha)
            .column(media::Column::Id)
            .filter(media::Column::Sha.is_in(names.iter().map(|(sha, _)| *sha)))
            .into_tuple()
            .all(db)
            .await?;
        let ids: HashMap<String, MediaId> = ids.into_iter().collect();
        let chosen = looked_at_by_choice(db, ids.values().copied().collect()).await?;
        for (sha, count) in names {
            if let Some(id) = ids.get(*sha).filter(|id| chosen.contains(*id)) {
                *sums.entry((Viewed::Picture, id.get())).or_default() += count;
            }
        }
    }
    let things = sums.len();
    if things > 0 {
        let day = day_start(day_number(shop.now()));
        shop.db()
            .write_as_job(move |tx| {
                let sums = sums.clone();
                Box::pin(async move { add(tx, day, &sums).await })
            })
            .await?;
    }
    Ok(things)
}

/// Those of these pictures that one comes to by reading on: of a shop page's parts, and of a gallery beyond its first. What lists
/// and covers show as well is loaded by everybody, and says nothing.
async fn looked_at_by_choice(db: &impl ConnectionTrait, ids: Vec<MediaId>) -> Result<HashSet<MediaId>> {
    let mut chosen: HashSet<MediaId> = shop_picture::Entity::find()
        .select_only()
        .column(shop_picture::Column::MediaId)
        .filter(shop_picture::Column::MediaId.is_in(ids.iter().copied()))
        .into_tuple::<MediaId>()
        .all(db)
        .await?
        .into_iter()
        .collect();
    let galleries: Vec<ProductId> = product_media::Entity::find()
        .select_only()
        .column(product_media::Column::ProductId)
        .filter(product_media::Column::MediaId.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let links: Vec<(ProductId, MediaId)> = product_media::Entity::find()
        .select_only()
        .column(product_media::Column::ProductId)
        .column(product_media::Column::MediaId)
        .filter(product_media::Column::ProductId.is_in(galleries))
        .order_by_asc(product_media::Column::ProductId)
        .order_by_asc(product_media::Column::Position)
        .into_tuple()
        .all(db)
        .await?;
    let covers: Vec<Option<MediaId>> = cooperative::Entity::find()
        .select_only()
        .column(cooperative::Column::PictureId)
        .filter(cooperative::Column::PictureId.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let mut in_lists: HashSet<MediaId> = covers.into_iter().flatten().collect();
    let mut last = None;
    for (product, picture) in links {
        if last == Some(product) {
            chosen.insert(picture);
        } else {
            in_lists.insert(picture);
        }
        last = Some(product);
    }
    chosen.retain(|id| !in_lists.contains(id));
    Ok(chosen)
}

async fn add(tx: &Tx, day: i64, sums: &BTreeMap<(Viewed, i64), i64>) -> Result<()> {
    use page_view::Column;
    let rows: Vec<page_view::ActiveModel> = sums
        .iter()
        .map(|((kind, thing), views)| page_view::ActiveModel {
            kind: Set(*kind),
            thing_id: Set(*thing),
            day: Set(day),
            views: Set(*views),
        })
        .collect();
    for rows in rows.chunks(BATCH) {
        let more = OnConflict::columns([Column::Kind, Column::ThingId, Column::Day])
            .value(Column::Views, Expr::cust("page_views.views + excluded.views"))
            .to_owned();
        page_view::Entity::insert_many(rows.to_vec())
            .on_conflict(more)
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}
