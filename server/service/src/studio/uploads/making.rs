//! Making the sizes of a picture that is here whole, or of a part of one, and putting it where it belongs.

use std::future::ready;

use db::entities::{media as media_rows, page_upload, picture_crop, upload};
use db::sea_orm::sea_query::{Expr, ExprTrait};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use db::{Readable, Tx};
use domain::shop_page::fingerprint;
use domain::{AuditAction, Crop, ErrorCode, PictureRefusal, UploadState, kept_size};
use media::{Area, Format, Ingested, Original};

use super::super::attach::{Made, Replaced, attach, keep_again, replace};
use super::super::shop_page::put_picture;
use super::super::{audit, signed};
use super::DAY;
use super::table::{Queue, Source, Subject, Task};
use crate::error::{Error, Result};
use crate::pictures::{Kept, kept_of, of_row};
use crate::{Picture, Shop};

/// A picture that has been made for so long is not made any more: the program ended in between.
const MAKING: i64 = 10 * 60_000;
/// A picture with which the program ended so often is left alone.
const ATTEMPTS: i64 = 3;

/// Makes the sizes of a picture that waits, whether there was one: first those for goods, then those for shop pages, then parts
/// of pictures; of each the one that has waited longest. Called again and again by a job; programs that share a database share
/// the work.
///
/// # Errors
/// When the database or the place of the pictures does not answer; the picture waits then.
#[crate::boxed]
pub async fn make_next(shop: &Shop) -> Result<bool> {
    Ok(next::<upload::Entity>(shop).await?
        || next::<page_upload::Entity>(shop).await?
        || next::<picture_crop::Entity>(shop).await?)
}

async fn next<E: Queue>(shop: &Shop) -> Result<bool> {
    let now = shop.now();
    put_back::<E>(shop, now).await?;
    let Some(task) = claim::<E>(shop, now).await? else {
        return Ok(false);
    };
    match make(shop, &task).await {
        Ok(refused) => {
            finish::<E>(shop, task.id, refused).await?;
            if let Source::Pieces { place, count } = &task.source {
                shop.pictures().drop_pieces(place, *count).await;
            }
            Ok(true)
        }
        Err(error) => {
            give_back::<E>(shop, task.id).await?;
            Err(error)
        }
    }
}

/// What a program that ended left half-made waits again, some times.
async fn put_back<E: Queue>(shop: &Shop, now: i64) -> Result<()> {
    let stale = E::find()
        .filter(E::QUEUE.state.eq(UploadState::Making))
        .filter(E::QUEUE.updated_at.lt(now - MAKING))
        .readable(shop.db().read())
        .await?;
    let stale: Vec<Task> = stale.iter().filter_map(E::task).collect();
    for task in stale {
        if task.attempts >= ATTEMPTS {
            finish::<E>(shop, task.id, Some(PictureRefusal::Failed)).await?;
        } else {
            set_state::<E>(shop, task.id, UploadState::Making, UploadState::Waiting, None, 0).await?;
        }
    }
    Ok(())
}

async fn claim<E: Queue>(shop: &Shop, now: i64) -> Result<Option<Task>> {
    let next = E::find()
        .filter(E::QUEUE.state.eq(UploadState::Waiting))
        .filter(E::QUEUE.created_at.gt(now - DAY))
        .order_by_asc(E::QUEUE.id)
        .one(shop.db().read())
        .await?;
    let Some(next) = next.as_ref().and_then(E::task) else {
        return Ok(None);
    };
    let is_mine = set_state::<E>(shop, next.id, UploadState::Waiting, UploadState::Making, None, 1).await?;
    Ok(is_mine.then_some(next))
}

/// What could be made, or why not.
type Outcome<T> = Result<T, PictureRefusal>;

/// Makes the picture and puts it where it belongs; or says why not.
async fn make(shop: &Shop, task: &Task) -> Result<Option<PictureRefusal>> {
    let mut task = task.clone();
    let made = match task.source.clone() {
        Source::Pieces { place, count } => {
            let file = shop.pictures().whole(&place, count);
            let made = shop.workshop().make_keeping_as_job(file).await?;
            made.map(|(picture, original)| (picture, Kept::whole(&original), Some(original)))
        }
        Source::Part { .. } => crop(shop, &mut task).await?,
    };
    let (picture, kept, original) = match made {
        Ok(made) => made,
        Err(refusal) => return Ok(Some(refusal)),
    };
    shop.pictures().keep(&picture).await?;
    if let Some(original) = &original {
        shop.pictures().keep_original(original).await?;
    }
    let (now, is_retry) = (shop.now(), task.attempts > 0);
    let made = Made::keeping(&picture, kept);
    let packed = Picture {
        key: picture.sha.clone(),
        width: picture.width,
        height: picture.height,
    }
    .pack();
    let attached = shop
        .db()
        .write_as_job(move |tx| {
            let (made, task, packed) = (made.clone(), task.clone(), packed.clone());
            Box::pin(async move { put(tx, &task, &made, &packed, now).await })
        })
        .await;
    match attached {
        Ok(is_new) => {
            keep_again(shop, &picture).await?;
            // A try before this one may have put it there.
            Ok((!is_new && !is_retry).then_some(PictureRefusal::Known))
        }
        Err(Error::Refused(ErrorCode::PicturesFull)) => Ok(Some(PictureRefusal::Full)),
        // The product went to somebody else, or away.
        Err(Error::NotFound) => Ok(Some(PictureRefusal::Failed)),
        Err(error) => Err(error),
    }
}

/// A picture, what it can be cropped from later, and that file unless it is kept already.
type Cut = (Ingested, Kept, Option<Original>);

/// Cuts a picture from what is kept of it as it was sent; where nothing is, from its largest file, which is kept for the next time.
async fn crop(shop: &Shop, task: &mut Task) -> Result<Outcome<Cut>> {
    let Source::Part {
        media,
        crop,
        is_of_original,
    } = task.source
    else {
        return Ok(Err(PictureRefusal::Failed));
    };
    let db = shop.db().read();
    let Some(row) = media_rows::Entity::find_by_id(media).one(db).await? else {
        return Ok(Err(PictureRefusal::Failed));
    };
    let picture = of_row(&row);
    if let Subject::Page(target) = &mut task.subject {
        // It takes the place of this one, and of no other.
        target.seen = fingerprint(&picture.pack());
    }
    let known = kept_of(db, task.cooperative, media).await?;
    // Thousandths of a picture that shows all of its original are thousandths of that.
    let known = known.filter(|kept| is_of_original || kept.frame == Crop::WHOLE);
    let widest = media::file_name(&picture.key, domain::WIDEST_PICTURE, Format::Jpeg);
    let (file, kept) = match known {
        Some(kept) => {
            let file = shop.pictures().read_original(&kept.sha).await?;
            if kept.frame == Crop::WHOLE
                && let Some(small) = shop.pictures().read(&widest).await?
            {
                // The page on which it is cropped again shows it.
                shop.pictures().keep_small_original(&kept.sha, small).await?;
            }
            (file, Kept { frame: crop, ..kept })
        }
        // Its rows went with the picture meanwhile.
        None if is_of_original => return Ok(Err(PictureRefusal::Failed)),
        None => {
            let size = kept_size((picture.width, picture.height));
            let kept = Kept {
                sha: String::new(),
                size,
                frame: crop,
            };
            (shop.pictures().read(&widest).await?, kept)
        }
    };
    let Some(file) = file else {
        return Ok(Err(PictureRefusal::Damaged));
    };
    let [left, top, width, height] = crop.pixels(kept.size);
    let area = Area {
        left,
        top,
        width,
        height,
    };
    let bytes = file.to_vec();
    let original = kept
        .sha
        .is_empty()
        .then(|| media::original_of(bytes.clone(), kept.size));
    let kept = match &original {
        Some(original) => Kept {
            sha: original.sha.clone(),
            ..kept
        },
        None => kept,
    };
    let made = shop.workshop().crop_as_job(ready(Ok(Some(bytes))), area).await?;
    Ok(made.map(|picture| (picture, kept, original)))
}

/// Puts a picture whose files are kept where it belongs; answers whether that very picture was not there before.
async fn put(tx: &Tx, task: &Task, made: &Made, packed: &str, now: i64) -> Result<bool> {
    let (own, by) = (task.cooperative, signed(task.user, task.by_centre));
    match (&task.subject, &task.source) {
        (Subject::Product(product), Source::Pieces { .. }) => {
            let is_new = attach(tx, *product, own, made, now).await?;
            if is_new {
                audit(tx, now, &by, AuditAction::PictureAdd, &format!("product:{product}")).await?;
            }
            Ok(is_new)
        }
        (Subject::Product(product), Source::Part { media, .. }) => {
            let replaced = replace(tx, *product, own, *media, made, now).await?;
            if replaced == Replaced::Done {
                let (object, old) = (format!("product:{product}"), format!("picture:{media}"));
                crate::audit::note(tx, now, &by, AuditAction::PictureCrop, &object, &old).await?;
            }
            // Whoever took the picture away meanwhile misses nothing.
            Ok(replaced != Replaced::Known)
        }
        (Subject::Page(target), _) => {
            put_picture(tx, own, target, (made, packed), (task.user, task.by_centre), now).await?;
            Ok(true)
        }
    }
}

async fn finish<E: Queue>(shop: &Shop, id: i64, refused: Option<PictureRefusal>) -> Result<()> {
    let state = refused.map_or(UploadState::Ready, |_| UploadState::Refused);
    set_state::<E>(shop, id, UploadState::Making, state, refused, 0).await?;
    Ok(())
}

/// The database or the place of the pictures was away: that is no attempt.
async fn give_back<E: Queue>(shop: &Shop, id: i64) -> Result<()> {
    set_state::<E>(shop, id, UploadState::Making, UploadState::Waiting, None, -1).await?;
    Ok(())
}

async fn set_state<E: Queue>(
    shop: &Shop,
    id: i64,
    from: UploadState,
    to: UploadState,
    reason: Option<PictureRefusal>,
    attempts: i64,
) -> Result<bool> {
    let now = shop.now();
    shop.db()
        .write_as_job(move |tx| {
            Box::pin(async move {
                let done = E::update_many()
                    .col_expr(E::QUEUE.state, Expr::value(to))
                    .col_expr(E::QUEUE.reason, Expr::value(reason))
                    .col_expr(E::QUEUE.attempts, Expr::col(E::QUEUE.attempts).add(attempts))
                    .col_expr(E::QUEUE.updated_at, Expr::value(now))
                    .filter(E::QUEUE.id.eq(id))
                    .filter(E::QUEUE.state.eq(from))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(done.rows_affected == 1)
            })
        })
        .await
}
