//! Clearing away pictures that nothing shows any more, once a night. What shows one: a product or a change
//! of it that waits, a category, a cooperative, a shop page, an order's line, a review, a setting. Whatever else comes to show pictures has to be asked here, too.

use std::collections::{BTreeMap, HashSet};

use db::Readable;
use db::entities::{
    application_document, import, media as media_rows, order_line, picture_original, report_photo, setting,
};
use db::sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{ImportState, MediaId};
use object_store::path::Path;

use crate::pictures::{PIECE, document_place, is_preview, of_row, original_of, report_place};
use crate::withheld_pictures::{by_review, is_unlinked};
use crate::{Error, Result, Shop, proposals};

/// A picture that was made a moment ago is not yet among those of its product.
const UNUSED: i64 = 86_400_000;
/// A picture beside a shared link is made anew when somebody asks for it again; until then it stays for so long.
const PREVIEW: i64 = 7 * 86_400_000;
/// Rows looked at at a time, and after so many that went the rest waits for the next night.
const ROUND: u64 = 500;

/// What a round removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cleared {
    /// Rows of pictures.
    pub rows: u64,
    /// Files of pictures and of photos with reports without a row, originals of none, pieces nobody went on with, and old
    /// pictures of links.
    pub files: u64,
}

/// One round: rows of pictures that nothing shows, then files without a row, both when they are older than a day.
///
/// # Errors
/// When the database or the place of the pictures does not answer.
#[crate::boxed]
pub async fn clear_unused(shop: &Shop) -> Result<Cleared> {
    let before = shop.settled_now() - UNUSED;
    let Cleared { rows, files } = clear_rows(shop, before).await?;
    let files = files + clear_files(shop, before).await? + clear_previews(shop).await?;
    Ok(Cleared { rows, files })
}

/// Pictures of before that no product, category, cooperative, shop page or review shows, not even to its writer alone.
fn is_unused(before: i64) -> Condition {
    is_unlinked(by_review()).add(media_rows::Column::CreatedAt.lt(before))
}

/// Goes on past what stays, such as pictures of what was sold: these are met again each night, and may be more than a round has.
async fn clear_rows(shop: &Shop, before: i64) -> Result<Cleared> {
    let (mut cleared, mut after) = (Cleared::default(), None);
    while cleared.rows < ROUND {
        let mut next = media_rows::Entity::find().filter(is_unused(before));
        if let Some(after) = after {
            next = next.filter(media_rows::Column::Id.gt(after));
        }
        let candidates = next
            .order_by_asc(media_rows::Column::Id)
            .limit(ROUND)
            .all(shop.db().read())
            .await?;
        after = candidates.last().map(|last| last.id);
        if after.is_none() {
            break;
        }
        let done = clear_candidates(shop, before, candidates).await?;
        cleared.rows += done.rows;
        cleared.files += done.files;
    }
    Ok(cleared)
}

async fn clear_candidates(shop: &Shop, before: i64, mut candidates: Vec<media_rows::Model>) -> Result<Cleared> {
    let db = shop.db().read();
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
    let (mut ids, mut files): (Vec<MediaId>, u64) = (Vec::new(), 0);
    for row in candidates {
        if row.withdrawn_at.is_some() {
            files += clear_files_of(shop, &row.sha, before).await?;
            // As long as a file is left, its row says that not everybody gets it.
            if has_files(shop, &row.sha).await? {
                continue;
            }
        }
        ids.push(row.id);
    }
    if ids.is_empty() {
        return Ok(Cleared { rows: 0, files });
    }
    let rows = shop
        .db()
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
        .await?;
    Ok(Cleared { rows, files })
}

/// Removes the files of a picture that were written before; returns how many.
async fn clear_files_of(shop: &Shop, sha: &str, before: i64) -> Result<u64> {
    let mut removed = 0;
    for format in media::Format::ALL {
        for &width in format.widths() {
            let path = Path::from(media::file_name(sha, width, format));
            removed += u64::from(shop.pictures().remove(&path, before).await?);
        }
    }
    Ok(removed)
}

/// Whether any size of a picture is there.
async fn has_files(shop: &Shop, sha: &str) -> Result<bool> {
    let sizes: usize = media::Format::ALL.iter().map(|format| format.widths().len()).sum();
    Ok(shop.pictures().missing(sha).await?.len() < sizes)
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
        } else if let Some(place) = report_place(name) {
            let known = report_photo::Entity::find()
                .filter(report_photo::Column::Place.eq(place))
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
