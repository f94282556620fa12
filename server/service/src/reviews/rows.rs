//! Rows of reviews as views.

use std::collections::HashMap;

use db::Readable;
use db::entities::{media, product, review, review_photo};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{Locale, MediaId, ProductId, ReviewId, Stars, WrittenIn};

use super::view::{ReviewAnswer, ReviewAuthor, ReviewList, ReviewRow, ReviewView, Words};
use crate::error::Result;
use crate::pictures::of_row;
use crate::texts::{self, TextSet};
use crate::{Picture, Shop, Shown};

/// Reviews on one page of a work area.
pub(super) const PAGE: usize = 20;

/// The pictures of these reviews, in the order in which they came.
pub(super) async fn photos_of(
    db: &impl ConnectionTrait,
    reviews: &[ReviewId],
) -> Result<HashMap<ReviewId, Vec<(MediaId, Picture)>>> {
    let links = review_photo::Entity::find()
        .filter(review_photo::Column::ReviewId.is_in(reviews.iter().copied()))
        .order_by_asc(review_photo::Column::AddedAt)
        .order_by_asc(review_photo::Column::MediaId)
        .all(db)
        .await?;
    let mut photos: HashMap<ReviewId, Vec<(MediaId, Picture)>> = HashMap::new();
    if links.is_empty() {
        return Ok(photos);
    }
    let rows = media::Entity::find()
        .filter(media::Column::Id.is_in(links.iter().map(|link| link.media_id)))
        .all(db)
        .await?;
    let pictures: HashMap<MediaId, Picture> = rows.iter().map(|row| (row.id, of_row(row))).collect();
    for link in links {
        if let Some(picture) = pictures.get(&link.media_id) {
            let own = photos.entry(link.review_id).or_default();
            own.push((link.media_id, picture.clone()));
        }
    }
    Ok(photos)
}

/// These rows as all may see them, in their order.
pub(super) async fn views(db: &impl ConnectionTrait, rows: &[review::Model]) -> Result<Vec<ReviewView>> {
    let ids: Vec<ReviewId> = rows.iter().filter(|row| row.photos > 0).map(|row| row.id).collect();
    let mut photos = photos_of(db, &ids).await?;
    Ok(rows
        .iter()
        .map(|row| view(row, photos.remove(&row.id).unwrap_or_default()))
        .collect())
}

fn view(row: &review::Model, photos: Vec<(MediaId, Picture)>) -> ReviewView {
    ReviewView {
        id: row.id,
        stars: stars_of(row.stars),
        words: (!row.text.is_empty()).then(|| Words {
            text: row.text.clone(),
            lang: row.lang,
        }),
        author: match row.province {
            _ if !row.name.is_empty() => ReviewAuthor::Named(row.name.clone()),
            Some(province) => ReviewAuthor::From(province),
            None => ReviewAuthor::Buyer,
        },
        at: row.created_at,
        photos: photos.into_iter().map(|(_, picture)| picture).collect(),
        answer: answer_of(row),
    }
}

/// What the cooperative says to it.
pub(super) fn answer_of(row: &review::Model) -> Option<ReviewAnswer> {
    Some(ReviewAnswer {
        words: Words {
            text: row.answer.clone()?,
            lang: row.answer_lang.unwrap_or(WrittenIn::Other),
        },
        at: row.answered_at.unwrap_or(row.changed_at),
        is_older: row.answered_at.is_some_and(|at| at < row.changed_at),
    })
}

/// The database holds one to five.
pub(super) fn stars_of(stored: i64) -> Stars {
    let stars = u8::try_from(stored).ok().and_then(Stars::new);
    stars.unwrap_or(Stars::ALL[4])
}

/// A page of these rows, of which one more than fit was read.
pub(super) async fn list_of(shop: &Shop, locale: Locale, mut rows: Vec<review::Model>) -> Result<ReviewList> {
    let has_more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| has_more).map(|last| last.id);
    Ok(ReviewList {
        rows: work_rows(shop, locale, rows).await?,
        next,
    })
}

/// These rows with what work areas know of them.
pub(super) async fn work_rows(shop: &Shop, locale: Locale, rows: Vec<review::Model>) -> Result<Vec<ReviewRow>> {
    let db = shop.db().read();
    let views = views(db, &rows).await?;
    let products: Vec<ProductId> = rows.iter().map(|row| row.product_id).collect();
    let names = product_names(db, locale, &products).await?;
    let directory = shop.directory();
    Ok(rows
        .into_iter()
        .zip(views)
        .map(|(row, review)| {
            let (product, product_slug) = names
                .get(&row.product_id)
                .cloned()
                .unwrap_or_else(|| (nameless(locale), String::new()));
            let cooperative = directory.cooperative(row.cooperative_id);
            ReviewRow {
                review,
                state: row.state,
                held_for: row.held_for,
                reports: u32::try_from(row.reports).unwrap_or(0),
                hidden: row.hide_reason.map(|reason| (reason, row.hide_words)),
                product,
                product_slug,
                cooperative: cooperative.map_or_else(|| nameless(locale), |found| found.entry.name(locale)),
                cooperative_slug: cooperative.map(|found| found.entry.slug.clone()).unwrap_or_default(),
            }
        })
        .collect())
}

fn nameless(locale: Locale) -> Shown {
    Shown {
        text: String::new(),
        lang: locale,
        outdated: false,
    }
}

/// Names of products, and their names in the URL.
async fn product_names(
    db: &impl ConnectionTrait,
    locale: Locale,
    ids: &[ProductId],
) -> Result<HashMap<ProductId, (Shown, String)>> {
    let texts: HashMap<ProductId, TextSet> = texts::read(db, ids).await?;
    let rows: Vec<(ProductId, String, Locale)> = product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .column(product::Column::Slug)
        .column(product::Column::SourceLang)
        .filter(product::Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let named = rows.into_iter().map(|(id, slug, source)| {
        let name = texts.get(&id).map_or_else(
            || TextSet::default().name(locale, source, &slug),
            |texts| texts.name(locale, source, &slug),
        );
        (id, (name, slug))
    });
    Ok(named.collect())
}

/// One row of a work area.
pub(super) async fn work_row(shop: &Shop, locale: Locale, row: review::Model) -> Result<ReviewRow> {
    let mut rows = work_rows(shop, locale, vec![row]).await?;
    rows.pop().ok_or(crate::Error::NotFound)
}

/// Rows that can be read.
pub(super) async fn read(
    db: &impl ConnectionTrait,
    found: db::sea_orm::Select<review::Entity>,
) -> Result<Vec<review::Model>> {
    Ok(found.readable(db).await?)
}
