//! Clearing away pictures that nothing shows any more, once a night. What shows one: a product or a change
//! of it that waits, a category, a cooperative, a shop page, an order's line, a review, a setting. Whatever else comes to show pictures has to be asked here, too.

use std::collections::{BTreeMap, HashSet};

use db::Readable;
use db::entities::{
    application_document, category, cooperative, import, media as media_rows, order_line, picture_original,
    product_media, review, review_photo, setting, shop_picture,
};
use db::sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use db::sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::{ImportState, MediaId, ReviewState};
use object_store::path::Path;

use crate::pictures::{PIECE, document_place, is_preview, of_row, original_of};
use crate::{Error, Result, Shop, proposals};

/// A picture that was made a moment ago is not yet among those of its product.
const UNUSED: i64 = 86_400_000;
/// A picture beside a shared link is made anew when somebody asks for it again; until then it stays for so long.
const PREVIEW: i64 = 7 * 86_400_000;
/// Rows looked at in one round; the rest waits for the next night.
const ROUND: u64 = 500;

/// What a round removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cleared {
    /// Rows of pictures.
    pub rows: u64,
    /// Files of pictures without a row, originals of none, pieces nobody went on with, and old pictures of links.
    pub files: u64,
}

/// One round: rows of pictures that nothing shows, then files without a row, both when they are older than a day.
///
/// # Errors
/// When the database or the place of the pictures does not answer.
#[crate::boxed]
pub async fn clear_unused(shop: &Shop) -> Result<Cleared> {
    let before = shop.settled_now() - UNUSED;
    let rows = clear_rows(shop, before).await?;
    let files = clear_files(shop, before).await? + clear_previews(shop).await?;
    Ok(Cleared { rows, files })
}

/// Pictures of before that no product, category, cooperative, shop page or review shows, not even to its writer alone.
fn is_unused(before: i64) -> Condition {
    is_unlinked(by_review()).add(media_rows::Column::CreatedAt.lt(before))
}

/// Whether a product, a category, a cooperative, a shop page or a review that all read shows this picture.
pub(crate) async fn is_shown(db: &impl ConnectionTrait, picture: MediaId) -> Result<bool> {
    let published = Query::select()
        .expr(Expr::val(1))
        .from(review::Entity)
        .and_where(
            Expr::col((review::Entity, review::Column::Id))
                .equals((review_photo::Entity, review_photo::Column::ReviewId)),
        )
        .and_where(review::Column::State.eq(ReviewState::Published))
        .to_owned();
    let by_published = by_review().and_where(Expr::exists(published)).to_owned();
    let unlinked = media_rows::Entity::find_by_id(picture).filter(is_unlinked(by_published));
    Ok(!unlinked.has_rows(db).await?)
}

/// Reviews that show a picture.
fn by_review() -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(review_photo::Entity)
        .and_where(
            Expr::col((review_photo::Entity, review_photo::Column::MediaId))
                .eq(Expr::col((media_rows::Entity, media_rows::Column::Id))),
        )
        .to_owned()
}

/// Pictures that no product, category, cooperative or shop page shows, and none of these reviews.
fn is_unlinked(by_review: SelectStatement) -> Condition {
    let shown = |statement: SelectStatement| Expr::exists(statement).not();
    let media = || Expr::col((media_rows::Entity, media_rows::Column::Id));
    let by_product = Query::select()
        .expr(Expr::val(1))
        .from(product_media::Entity)
        .and_where(Expr::col((product_media::Entity, product_media::Column::MediaId)).eq(media()))
        .to_owned();
    let by_category = Query::select()
        .expr(Expr::val(1))
        .from(category::Entity)
        .and_where(Expr::col((category::Entity, category::Column::PictureId)).eq(media()))
        .to_owned();
    let by_cooperative = Query::select()
        .expr(Expr::val(1))
        .from(cooperative::Entity)
        .and_where(Expr::col((cooperative::Entity, cooperative::Column::PictureId)).eq(media()))
        .to_owned();
    let by_shop_page = Query::select()
        .expr(Expr::val(1))
        .from(shop_picture::Entity)
        .and_where(Expr::col((shop_picture::Entity, shop_picture::Column::MediaId)).eq(media()))
        .to_owned();
    Condition::all()
        .add(shown(by_product))
        .add(shown(by_category))
        .add(shown(by_cooperative))
        .add(shown(by_shop_page))
        .add(shown(by_review))
}

async fn clear_rows(shop: &Shop, before: i64) -> Result<u64> {
    let db = shop.db().read();
    let mut candidates = media_rows::Entity::find()
        .filter(is_unused(before))
        .limit(ROUND)
        .all(db)
        .await?;
    if candidates.is_empty() {
        return Ok(0);
    }
    // What was sold is shown with its order.
    let sold: HashSet<String> = order_line::Entity::find()
        .select_only()
        .column(order_line::Column::Picture)
        .distinct()
        .filter(order_line::Column::Picture.is_in(candidates.iter().map(|row| of_row(row).pack())))
        .into_tuple::<String>()
        .all(db)
        .await?
        .into_iter()
        .collect();
    let set: Vec<String> = setting::Entity::find()
        .select_only()
        .column(setting::Column::Value)
        .into_tuple()
        .all(db)
        .await?;
    let waiting = proposals::pictures_that_wait(db).await?;
    candidates.retain(|row| !waiting.contains(&row.id));
    candidates.retain(|row| !sold.contains(&of_row(row).pack()) && !set.iter().any(|value| value.contains(&row.sha)));
    let ids: Vec<MediaId> = candidates.into_iter().map(|row| row.id).collect();
    if ids.is_empty() {
        return Ok(0);
    }
    shop.db()
        .write_as_job(move |tx| {
            let ids = ids.clone();
            Box::pin(async move {
                // Somebody may have sent the same picture again meanwhile.
                let done = media_rows::Entity::delete_many()
                    .filter(media_rows::Column::Id.is_in(ids))
                    .filter(is_unused(before))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(done.rows_affected)
            })
        })
        .await
}

/// Where the tables lie that are not through: one that is said yes to may take longer than a day.
async fn places_of_imports(shop: &Shop) -> Result<HashSet<String>> {
    let over = [ImportState::Done, ImportState::Canceled, ImportState::Failed];
    let places = import::Entity::find()
        .select_only()
        .column(import::Column::Place)
        .filter(import::Column::State.is_not_in(over))
        .into_tuple()
        .all(shop.db().read())
        .await?;
    Ok(places.into_iter().collect())
}

/// Whether a file is a piece of what lies in one of these places: `upload-<place>-<number>.piece`.
fn is_piece_of(name: &str, places: &HashSet<String>) -> bool {
    let place = name.strip_prefix("upload-").and_then(|rest| rest.rsplit_once('-'));
    place.is_some_and(|(place, _)| places.contains(place))
}

/// Pictures beside shared links that are a week old: what they show may have changed, and nobody counts who asks.
async fn clear_previews(shop: &Shop) -> Result<u64> {
    let store = shop.pictures();
    let before = shop.settled_now() - PREVIEW;
    let mut removed = 0;
    for (path, changed_at) in store.list().await? {
        if changed_at < before && is_preview(path.as_ref()) {
            removed += u64::from(store.remove(&path, before).await?);
        }
    }
    Ok(removed)
}

async fn clear_files(shop: &Shop, before: i64) -> Result<u64> {
    let store = shop.pictures();
    let mut removed = 0;
    let imported = places_of_imports(shop).await?;
    let mut pictures: BTreeMap<String, Vec<Path>> = BTreeMap::new();
    let mut originals: BTreeMap<String, Vec<Path>> = BTreeMap::new();
    for (path, changed_at) in store.list().await? {
        if changed_at >= before {
            continue;
        }
        let name = path.as_ref();
        if let Some((sha, ..)) = media::parse_file_name(name) {
            pictures.entry(sha.to_owned()).or_default().push(path);
        } else if let Some(place) = document_place(name) {
            let known = application_document::Entity::find()
                .filter(application_document::Column::Place.eq(place))
                .has_rows(shop.db().read())
                .await?;
            if !known {
                removed += u64::from(store.remove(&path, before).await?);
            }
        } else if let Some(sha) = original_of(name) {
            originals.entry(sha.to_owned()).or_default().push(path);
        } else if name.starts_with("upload-") && name.ends_with(PIECE) && !is_piece_of(name, &imported) {
            removed += u64::from(store.remove(&path, before).await?);
        }
    }
    let shas: Vec<String> = pictures.keys().cloned().collect();
    for chunk in shas.chunks(500) {
        let known: Vec<String> = media_rows::Entity::find()
            .select_only()
            .column(media_rows::Column::Sha)
            .filter(media_rows::Column::Sha.is_in(chunk.iter().map(String::as_str)))
            .into_tuple()
            .all(shop.db().read())
            .await?;
        for sha in known {
            pictures.remove(&sha);
        }
    }
    forget_named(shop, &mut originals).await?;
    for path in pictures.into_values().chain(originals.into_values()).flatten() {
        removed += u64::from(store.remove(&path, before).await?);
    }
    Ok(removed)
}

/// Leaves those that pictures can still be cropped from.
async fn forget_named(shop: &Shop, originals: &mut BTreeMap<String, Vec<Path>>) -> Result<()> {
    let shas: Vec<String> = originals.keys().cloned().collect();
    for chunk in shas.chunks(500) {
        let named: Vec<String> = picture_original::Entity::find()
            .select_only()
            .column(picture_original::Column::Sha)
            .distinct()
            .filter(picture_original::Column::Sha.is_in(chunk.iter().map(String::as_str)))
            .into_tuple()
            .all(shop.db().read())
            .await?;
        for sha in named {
            originals.remove(&sha);
        }
    }
    Ok(())
}
