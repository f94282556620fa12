//! Pictures with a review: each comes with a form of its own, so that what was written is safe before a long file is sent.
//! They are made anew as all others are, without what a phone writes into a file of where and when.

use db::entities::{review, review_photo};
use db::sea_orm::sea_query::OnConflict;
use db::sea_orm::{ActiveValue::Set, ColumnTrait, Condition, DbErr, EntityTrait};
use db::sea_orm::{PaginatorTrait, QueryFilter, QuerySelect, QueryTrait};
use db::{Readable, Tx};
use domain::{ErrorCode, MAX_REVIEW_PHOTOS, MediaId, OrderGroupId, OrderLineId, PictureRefusal, ReviewId, ReviewState};

use super::limits;
use super::standing::{find, may_edit, written, written_locked};
use super::write::{lock_group, save};
use crate::error::{Error, Result};
use crate::orders::OrderAccess;
use crate::pictures::{Case, Incoming, Made, withheld_media_row};
use crate::{Network, Shop, identity, withdrawn_pictures};

/// What a picture is of.
#[derive(Debug)]
pub struct PhotoOf {
    group: OrderGroupId,
    review: ReviewId,
}

/// Opens the way for a picture with what was written about this line; it comes from this network.
///
/// # Errors
/// [`Error::NotFound`] when nothing was written about it; [`ErrorCode::InvalidTransition`] when it cannot be changed any more;
/// [`Error::Busy`] when too many forms bring files now, of this order, of the network, or of all.
#[crate::boxed]
pub async fn receive_photo(
    shop: &Shop,
    network: &Network,
    access: &OrderAccess,
    line: OrderLineId,
) -> Result<Incoming<PhotoOf>> {
    let found = find(shop, access, line).await?;
    let row = written(shop.db().read(), found.order.id, found.product.id).await?;
    let row = row
        .filter(|row| row.state != ReviewState::Removed)
        .ok_or(Error::NotFound)?;
    check(&row, shop.now())?;
    let of = PhotoOf {
        group: found.group.id,
        review: row.id,
    };
    let place = shop
        .workshop()
        .receive_of_visitor(network, Case::Order(found.group.id))?;
    Incoming::new(shop.pictures(), place, of)
}

/// Whether its writer may add a picture, or take one away.
fn check(row: &review::Model, now: i64) -> Result<()> {
    if may_edit(row, now) {
        Ok(())
    } else {
        Err(Error::Refused(ErrorCode::InvalidTransition))
    }
}

/// Makes the sizes of a picture that came with a form and puts it behind the others; or says why it cannot be taken.
///
/// # Errors
/// As [`receive_photo`]; [`ErrorCode::PicturesFull`] when it has as many as it may; [`Error::Busy`] when too many pictures
/// are being made; [`Error::TooMany`] when more came to this review today than anybody has.
#[crate::boxed]
pub async fn add_photo(shop: &Shop, mut incoming: Incoming<PhotoOf>) -> Result<Result<(), PictureRefusal>> {
    let answer = add(shop, &mut incoming).await;
    incoming.file.remove().await;
    answer
}

async fn add(shop: &Shop, incoming: &mut Incoming<PhotoOf>) -> Result<Result<(), PictureRefusal>> {
    if let Some(refusal) = incoming.refusal() {
        return Ok(Err(refusal));
    }
    if let Some(before) = shop.once().answered::<Result<(), PictureRefusal>>().await? {
        return Ok(before);
    }
    incoming.file.finish().await?;
    identity::take(shop, &[limits::of_photos(incoming.of.review)]).await?;
    let picture = match shop.workshop().make(incoming.file.read()).await? {
        Ok(picture) => picture,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let (group, id, now) = (incoming.of.group, incoming.of.review, shop.now());
    let made = Made::of(&picture);
    withhold(shop, &made, now).await?;
    shop.pictures().keep(&picture).await?;
    let added = shop
        .once()
        .write(move |tx| {
            let made = made.clone();
            Box::pin(async move { attach(tx, group, id, &made, now).await })
        })
        .await?;
    shop.pictures().keep_again(&picture).await?;
    Ok(added)
}

/// Notes that not everybody gets the files of a picture, before they are there: should the review not take it, they would lie at
/// an address that anybody can work out of the file.
async fn withhold(shop: &Shop, made: &Made, now: i64) -> Result<()> {
    let made = made.clone();
    shop.db()
        .write(move |tx| {
            let made = made.clone();
            Box::pin(async move {
                withheld_media_row(tx, &made, now).await?;
                Ok::<_, Error>(())
            })
        })
        .await
}

async fn attach(
    tx: &Tx,
    group: OrderGroupId,
    id: ReviewId,
    made: &Made,
    now: i64,
) -> Result<Result<(), PictureRefusal>> {
    lock_group(tx, group).await?;
    let row = review::Entity::find_by_id(id)
        .lock_exclusive()
        .one(tx)
        .await?
        .ok_or(Error::NotFound)?;
    check(&row, now)?;
    if usize::try_from(row.photos).is_ok_and(|there| there >= MAX_REVIEW_PHOTOS) {
        return Err(Error::Refused(ErrorCode::PicturesFull));
    }
    let picture = withheld_media_row(tx, made, now).await?;
    let photo = review_photo::ActiveModel {
        review_id: Set(id),
        media_id: Set(picture),
        added_at: Set(now),
    };
    let unless_there = OnConflict::new().do_nothing().to_owned();
    match review_photo::Entity::insert(photo)
        .on_conflict(unless_there)
        .exec_without_returning(tx)
        .await
    {
        Ok(1..) => {}
        Ok(0) | Err(DbErr::RecordNotInserted) => return Ok(Err(PictureRefusal::Known)),
        Err(error) => return Err(error.into()),
    }
    let is_published = row.state == ReviewState::Published;
    if is_published && is_of_hidden(tx, Condition::all().add(review_photo::Column::MediaId.eq(picture))).await? {
        // What the Centre took away once it looks at again, whichever review brings it.
        let held = review::ActiveModel {
            state: Set(ReviewState::Held),
            ..Default::default()
        };
        save(tx, id, held).await?;
        withdrawn_pictures::note_of_review(tx, id, Some(now)).await?;
    } else {
        let withdrawn = (!is_published).then_some(now);
        withdrawn_pictures::note_of_picture(tx, picture, withdrawn).await?;
    }
    count_photos(tx, id, now).await?;
    Ok(Ok(()))
}

/// Whether a review has a picture of one that the Centre hid.
pub(super) async fn has_hidden_photo(tx: &Tx, id: ReviewId) -> Result<bool> {
    let pictures = review_photo::Entity::find()
        .select_only()
        .column(review_photo::Column::MediaId)
        .filter(review_photo::Column::ReviewId.eq(id))
        .into_query();
    let pictures = Condition::all().add(review_photo::Column::MediaId.in_subquery(pictures));
    is_of_hidden(tx, pictures).await
}

/// Whether a review that the Centre hid has one of these pictures.
async fn is_of_hidden(tx: &Tx, pictures: Condition) -> Result<bool> {
    let with = review_photo::Entity::find()
        .select_only()
        .column(review_photo::Column::ReviewId)
        .filter(pictures)
        .into_query();
    let hidden = review::Entity::find()
        .filter(review::Column::Id.in_subquery(with))
        .filter(review::Column::State.eq(ReviewState::Hidden));
    Ok(hidden.has_rows(tx).await?)
}

/// Writes how many pictures a review has.
async fn count_photos(tx: &Tx, id: ReviewId, now: i64) -> Result<()> {
    let there = review_photo::Entity::find()
        .filter(review_photo::Column::ReviewId.eq(id))
        .count(tx)
        .await?;
    let changed = review::ActiveModel {
        photos: Set(i64::try_from(there).map_err(Error::internal)?),
        changed_at: Set(now),
        ..Default::default()
    };
    save(tx, id, changed).await
}

/// Takes a picture away from what was written about this line. One that is gone stays so.
///
/// # Errors
/// As [`receive_photo`].
#[crate::boxed]
pub async fn remove_photo(shop: &Shop, access: &OrderAccess, line: OrderLineId, photo: MediaId) -> Result<()> {
    let found = find(shop, access, line).await?;
    let (group, order, product, now) = (found.group.id, found.order.id, found.product.id, shop.now());
    shop.once()
        .write(move |tx| {
            Box::pin(async move {
                lock_group(tx, group).await?;
                let row = written_locked(tx, order, product).await?.ok_or(Error::NotFound)?;
                check(&row, now)?;
                let gone = review_photo::Entity::delete_many()
                    .filter(review_photo::Column::ReviewId.eq(row.id))
                    .filter(review_photo::Column::MediaId.eq(photo))
                    .exec(tx)
                    .await?;
                if gone.rows_affected > 0 {
                    withdrawn_pictures::note_of_picture(tx, photo, Some(now)).await?;
                    count_photos(tx, row.id, now).await?;
                }
                Ok(())
            })
        })
        .await
}
