//! A picture becomes one of a product's: its row, and its place among the others.

use db::Tx;
use db::entities::{product_media, translation};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use domain::{CooperativeId, ErrorCode, MAX_PICTURES, MediaId, ProductId, TextOwner};
use media::Ingested;

use super::pictures::forget_texts;
use super::product::lock_product;
use crate::catalog::{picture_rows_of, rebuild_cards};
use crate::error::{Error, Result};
use crate::pictures::text_field;
pub(super) use crate::pictures::{Made, own_media_row};
use crate::{Shop, proposals};

/// Writes which pictures a product has, in this order.
pub(super) async fn set_order(tx: &Tx, product: ProductId, pictures: &[MediaId]) -> Result<()> {
    product_media::Entity::delete_many()
        .filter(product_media::Column::ProductId.eq(product))
        .exec(tx)
        .await?;
    if pictures.is_empty() {
        return Ok(());
    }
    let rows = (0..).zip(pictures).map(|(position, id)| product_media::ActiveModel {
        product_id: Set(product),
        position: Set(position),
        media_id: Set(*id),
    });
    product_media::Entity::insert_many(rows)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Puts a picture whose files are kept behind the others of its product; whether it is new there. One that is there already
/// stays where it is.
///
/// # Errors
/// [`ErrorCode::PicturesFull`] when the product has as many as it may.
pub(super) async fn attach(
    tx: &Tx,
    product: ProductId,
    cooperative: CooperativeId,
    made: &Made,
    now: i64,
) -> Result<bool> {
    let (waits, mut pictures) = lock_pictures(tx, product, cooperative).await?;
    let id = own_media_row(tx, cooperative, made, now).await?;
    if pictures.contains(&id) {
        return Ok(false);
    }
    if pictures.len() >= MAX_PICTURES {
        return Err(Error::Refused(ErrorCode::PicturesFull));
    }
    pictures.push(id);
    if let Some(mut change) = waits {
        change.set_pictures(pictures);
        change.save(tx, now).await?;
    } else {
        set_order(tx, product, &pictures).await?;
        rebuild_cards(tx, product).await?;
    }
    Ok(true)
}

/// What became of a picture that was to take the place of another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Replaced {
    /// It stands there.
    Done,
    /// The product shows it already.
    Known,
    /// The other one was taken away meanwhile: nothing is left to be replaced.
    Gone,
}

/// Puts a picture whose files are kept in the place of another one of its product, whose words go with it.
pub(super) async fn replace(
    tx: &Tx,
    product: ProductId,
    cooperative: CooperativeId,
    old: MediaId,
    made: &Made,
    now: i64,
) -> Result<Replaced> {
    let (waits, mut pictures) = lock_pictures(tx, product, cooperative).await?;
    let Some(place) = pictures.iter().position(|has| *has == old) else {
        return Ok(Replaced::Gone);
    };
    let id = own_media_row(tx, cooperative, made, now).await?;
    if pictures.contains(&id) {
        return Ok(Replaced::Known);
    }
    if let Some(of_old) = pictures.get_mut(place) {
        *of_old = id;
    }
    let (from, to) = (text_field(old), text_field(id));
    if let Some(mut change) = waits {
        change.move_texts(&from, &to);
        change.set_pictures(pictures);
        change.save(tx, now).await?;
    } else {
        set_order(tx, product, &pictures).await?;
        forget_texts(tx, product, id).await?;
        translation::Entity::update_many()
            .col_expr(translation::Column::Field, Expr::value(to))
            .filter(translation::Column::Entity.eq(TextOwner::Product))
            .filter(translation::Column::EntityId.eq(product.get()))
            .filter(translation::Column::Field.eq(from))
            .exec(tx)
            .await?;
        rebuild_cards(tx, product).await?;
    }
    Ok(Replaced::Done)
}

/// Locks a product; answers the change of it that goes to the Centre, where changes do, and the pictures it has for whoever
/// works on it.
async fn lock_pictures(
    tx: &Tx,
    product: ProductId,
    cooperative: CooperativeId,
) -> Result<(Option<proposals::Change>, Vec<MediaId>)> {
    let row = lock_product(tx, cooperative, product).await?;
    let waits = proposals::open(tx, &row).await?;
    let pictures = match &waits {
        Some(change) => change.pictures(),
        None => picture_rows_of(tx, product).await?.iter().map(|row| row.id).collect(),
    };
    Ok((waits, pictures))
}

/// Keeps the files of a picture, and once more should they have been cleared away while its row was written.
pub(super) async fn keep_again(shop: &Shop, picture: &Ingested) -> Result<()> {
    shop.pictures().keep_again(picture).await
}
