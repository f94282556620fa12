//! Keeping a part of a picture. It is asked for here; the job that [makes pictures](super::make_next) cuts it from what is kept of
//! the picture as it was sent, however often it was cropped since, and it takes the place of the first, words and all.

use bytes::Bytes;
use db::Readable;
use db::entities::{cooperative, media as media_rows, picture_crop};
use db::sea_orm::sea_query::LockType;
use db::sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use domain::shop_page::{Block, BlockId, Format, Place};
use domain::{
    Action, Actor, CooperativeId, Crop, CropKeep, CropRefusal, CropShape, ErrorCode, MediaId, PictureRefusal,
    ProductId, UploadState, kept_size,
};

use super::is_support;
use super::product::find_mine;
use super::proposal::picture_rows_for_maker;
use super::shop_page::document_of;
use super::uploads::{check_daily, crop_of};
use crate::error::{Error, Result};
use crate::pictures::{Kept, kept_of, of_row};
use crate::rights::own_cooperative;
use crate::{Picture, Shop, proposals};

/// How long it is remembered what was cropped.
const DAY: i64 = 86_400_000;

/// The form that crops a picture. Without a script it says a shape and which part; with one the frame that was drawn.
#[derive(Clone, Debug, Default)]
pub struct CropForm {
    /// `shape`: a word of [`CropShape`].
    pub shape: String,
    /// `keep`: a word of [`CropKeep`].
    pub keep: String,
    /// `x`: from the left, thousandths; as the next three empty when nothing was drawn.
    pub x: String,
    /// `y`: from above.
    pub y: String,
    /// `width`: of what is kept.
    pub width: String,
    /// `height`: of what is kept.
    pub height: String,
    /// `whole`: anything when all of what was sent is to be kept again; counts before all else.
    pub whole: String,
    /// `seen`: the key of the picture that the form was made for; a form without it is for whatever is there.
    pub seen: String,
}

impl CropForm {
    /// What is to be kept of a picture of `size`, of which the part `now` is shown.
    fn read(&self, size: (u32, u32), now: Crop) -> Result<Crop, CropRefusal> {
        let sides = [&self.x, &self.y, &self.width, &self.height];
        let crop = if !self.whole.is_empty() {
            Crop::WHOLE
        } else if sides.iter().all(|side| side.is_empty()) {
            let shape = CropShape::parse(&self.shape).ok_or(CropRefusal::Nothing)?;
            let keep = CropKeep::parse(&self.keep).unwrap_or(CropKeep::Middle);
            Crop::of_shape(shape, keep, size)
        } else {
            let [x, y, width, height] = sides.map(|side| side.parse().unwrap_or(u16::MAX));
            Crop::new(x, y, width, height)?
        };
        crop.check_instead(now, size)?;
        Ok(crop)
    }
}

/// A picture at a place of a part of the shop page, to be cropped.
#[derive(Clone, Debug)]
pub struct ShopCrop {
    /// The part.
    pub block: Block,
    /// The place.
    pub place: Place,
    /// What stands there.
    pub picture: Picture,
    /// What it is cropped from.
    pub source: CropSource,
}

/// What a picture is cropped from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CropSource {
    /// Its width and height, pixels.
    pub size: (u32, u32),
    /// The part of it that the picture shows.
    pub frame: Crop,
}

impl CropSource {
    /// Where nothing is kept but the picture itself, that.
    fn of(picture: &Picture, kept: Option<&Kept>) -> Self {
        match kept {
            Some(kept) => Self {
                size: kept.size,
                frame: kept.frame,
            },
            None => Self {
                size: kept_size((picture.width, picture.height)),
                frame: Crop::WHOLE,
            },
        }
    }

    /// Whether the picture is a part of what is kept.
    pub fn is_cropped(&self) -> bool {
        self.frame != Crop::WHOLE
    }
}

/// What a picture of a cooperative is cropped from.
pub(super) async fn source_of(
    db: &impl ConnectionTrait,
    own: CooperativeId,
    media: &media_rows::Model,
) -> Result<CropSource> {
    let kept = kept_of(db, own, media.id).await?;
    Ok(CropSource::of(&of_row(media), kept.as_ref()))
}

/// The file of what a picture was cropped from, in a size for pages.
async fn original_file(shop: &Shop, own: CooperativeId, media: MediaId) -> Result<Bytes> {
    let kept = kept_of(shop.db().read(), own, media).await?.ok_or(Error::NotFound)?;
    let file = shop.pictures().read_small_original(&kept.sha).await?;
    file.ok_or(Error::NotFound)
}

/// What is being cropped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CropsView {
    /// Pictures that are not made yet.
    pub open: usize,
    /// Why others could not be made, since the last one that could.
    pub refused: Vec<PictureRefusal>,
}

/// What a picture is cropped for.
#[derive(Clone, Debug)]
struct Wanted {
    cooperative: CooperativeId,
    product: Option<ProductId>,
    block: Option<i64>,
    target: Option<String>,
}

/// What is being cropped of a product.
pub(super) async fn crops_of(shop: &Shop, own: CooperativeId, product: ProductId) -> Result<CropsView> {
    crops(
        shop,
        own,
        Condition::all().add(picture_crop::Column::ProductId.eq(product)),
    )
    .await
}

/// What is being cropped for the shop page.
pub(super) async fn crops_of_page(shop: &Shop, own: CooperativeId) -> Result<CropsView> {
    crops(
        shop,
        own,
        Condition::all().add(picture_crop::Column::BlockId.is_not_null()),
    )
    .await
}

/// The same for one of its parts.
pub(super) async fn crops_of_part(shop: &Shop, own: CooperativeId, part: BlockId) -> Result<CropsView> {
    let only = picture_crop::Column::BlockId.eq(i64::from(part.0));
    crops(shop, own, Condition::all().add(only)).await
}

async fn crops(shop: &Shop, own: CooperativeId, only: Condition) -> Result<CropsView> {
    let rows = picture_crop::Entity::find()
        .filter(picture_crop::Column::CooperativeId.eq(own))
        .filter(picture_crop::Column::CreatedAt.gt(shop.now() - DAY))
        .filter(only)
        .order_by_desc(picture_crop::Column::Id)
        .readable(shop.db().read())
        .await?;
    let since = rows.iter().take_while(|row| row.state != UploadState::Ready);
    Ok(CropsView {
        open: rows.iter().filter(|row| row.state.is_open()).count(),
        refused: since.filter_map(|row| row.reason).collect(),
    })
}

/// Asks for a part of a product's picture, or says why it cannot be. What buyers see waits for the Centre where all changes do.
///
/// # Errors
/// [`Error::NotFound`] when the product is not this cooperative's or does not have the picture;
/// [`ErrorCode::UploadsFull`](domain::ErrorCode::UploadsFull) when the cooperative sent and cropped as many today as it may.
#[crate::boxed]
pub async fn crop_picture(
    shop: &Shop,
    actor: Actor,
    product: ProductId,
    id: MediaId,
    form: &CropForm,
) -> Result<Result<(), CropRefusal>> {
    let db = shop.db().read();
    let row = find_mine(db, actor, product).await?;
    if shop.once().answered::<()>().await?.is_some() {
        return Ok(Ok(()));
    }
    let waits = proposals::of(db, product).await?;
    let rows = picture_rows_for_maker(db, product, waits.as_ref()).await?;
    let Some(media) = rows.into_iter().find(|media| media.id == id) else {
        return match is_cropped(shop, product, id).await? {
            true => Ok(Err(CropRefusal::Replaced)),
            false => Err(Error::NotFound),
        };
    };
    let wanted = Wanted {
        cooperative: row.cooperative_id,
        product: Some(product),
        block: None,
        target: None,
    };
    ask(shop, actor, wanted, &media, form).await
}

/// The file, a JPEG, of what a product's picture was cropped from: for its cooperative alone, since what was cut off may be what
/// nobody should see.
///
/// # Errors
/// [`Error::NotFound`] when the product is not this cooperative's or does not have the picture, and when nothing is kept of it.
#[crate::boxed]
pub async fn original_picture(shop: &Shop, actor: Actor, product: ProductId, id: MediaId) -> Result<Bytes> {
    let db = shop.db().read();
    let row = find_mine(db, actor, product).await?;
    let waits = proposals::of(db, product).await?;
    let rows = picture_rows_for_maker(db, product, waits.as_ref()).await?;
    if !rows.iter().any(|media| media.id == id) {
        return Err(Error::NotFound);
    }
    original_file(shop, row.cooperative_id, id).await
}

/// The same of a picture at a place of a part of the shop page's draft.
///
/// # Errors
/// As [`shop_crop`]; [`Error::NotFound`] when nothing is kept of it.
#[crate::boxed]
pub async fn original_shop_picture(shop: &Shop, actor: Actor, part: BlockId, at: &str) -> Result<Bytes> {
    let own = own_cooperative(actor, Action::EditShop)?.id();
    let (_, media) = find_in_page(shop, own, part, at).await?;
    original_file(shop, own, media.id).await
}

/// What is being cropped for a part of the shop page.
///
/// # Errors
/// [`Error::NotFound`] for who may not write the page.
#[crate::boxed]
pub async fn part_crops(shop: &Shop, actor: Actor, part: BlockId) -> Result<CropsView> {
    let own = own_cooperative(actor, Action::EditShop)?.id();
    crops_of_part(shop, own, part).await
}

/// A picture at a place of a part of the shop page's draft.
///
/// # Errors
/// [`Error::NotFound`] when the page of the actor's cooperative has no such part, or no picture there.
#[crate::boxed]
pub async fn shop_crop(shop: &Shop, actor: Actor, part: BlockId, at: &str) -> Result<ShopCrop> {
    let own = own_cooperative(actor, Action::EditShop)?.id();
    find_in_page(shop, own, part, at).await.map(|(found, _)| found)
}

async fn find_in_page(
    shop: &Shop,
    own: CooperativeId,
    part: BlockId,
    at: &str,
) -> Result<(ShopCrop, media_rows::Model)> {
    let document = document_of(shop.db().read(), own).await?;
    let block = document.block(part).ok_or(Error::NotFound)?;
    let place = Place::parse(at).map_err(|_| Error::NotFound)?;
    let packed = block.get(place);
    if block.format(place) != Some(Format::Picture) || packed.is_empty() {
        return Err(Error::NotFound);
    }
    let picture = Picture::unpack(packed);
    let media = media_rows::Entity::find()
        .filter(media_rows::Column::Sha.eq(picture.key.as_str()))
        .one(shop.db().read())
        .await?
        .ok_or(Error::NotFound)?;
    let source = source_of(shop.db().read(), own, &media).await?;
    let found = ShopCrop {
        block: block.clone(),
        place,
        picture,
        source,
    };
    Ok((found, media))
}

/// Asks for a part of a picture of the shop page's draft, or says why it cannot be.
///
/// # Errors
/// As [`shop_crop`]; [`ErrorCode::UploadsFull`](domain::ErrorCode::UploadsFull) when the cooperative sent and cropped as many
/// today as it may.
#[crate::boxed]
pub async fn crop_shop_picture(
    shop: &Shop,
    actor: Actor,
    part: BlockId,
    at: &str,
    form: &CropForm,
) -> Result<Result<(), CropRefusal>> {
    let own = own_cooperative(actor, Action::EditShop)?.id();
    if shop.once().answered::<()>().await?.is_some() {
        return Ok(Ok(()));
    }
    let (found, media) = find_in_page(shop, own, part, at).await?;
    if !form.seen.is_empty() && form.seen != found.picture.key {
        return Ok(Err(CropRefusal::Replaced));
    }
    let wanted = Wanted {
        cooperative: own,
        product: None,
        block: Some(part.0.into()),
        target: Some(found.place.to_string()),
    };
    ask(shop, actor, wanted, &media, form).await
}

/// Whether a part of the product's picture took its place lately.
async fn is_cropped(shop: &Shop, product: ProductId, id: MediaId) -> Result<bool> {
    let made = picture_crop::Entity::find()
        .filter(picture_crop::Column::ProductId.eq(product))
        .filter(picture_crop::Column::MediaId.eq(id))
        .filter(picture_crop::Column::State.eq(UploadState::Ready))
        .filter(picture_crop::Column::CreatedAt.gt(shop.now() - DAY))
        .readable(shop.db().read())
        .await?;
    Ok(!made.is_empty())
}

/// What is being cut from a picture, for whatever it is wanted.
async fn open_of(db: &impl ConnectionTrait, own: CooperativeId, media: MediaId) -> Result<Vec<picture_crop::Model>> {
    Ok(picture_crop::Entity::find()
        .filter(picture_crop::Column::CooperativeId.eq(own))
        .filter(picture_crop::Column::MediaId.eq(media))
        .filter(picture_crop::Column::State.is_in([UploadState::Waiting, UploadState::Making]))
        .readable(db)
        .await?)
}

/// Notes what is to be kept; the same that is not made yet is noted once.
async fn ask(
    shop: &Shop,
    actor: Actor,
    wanted: Wanted,
    media: &media_rows::Model,
    form: &CropForm,
) -> Result<Result<(), CropRefusal>> {
    let user = actor.user().ok_or(Error::NotFound)?;
    let source = source_of(shop.db().read(), wanted.cooperative, media).await?;
    let crop = match form.read(source.size, source.frame) {
        Ok(crop) => crop,
        Err(refusal) => return Ok(Err(refusal)),
    };
    // See `picture_crops`: what is cut from the original of a part stands in columns of its own.
    let of_original = source.is_cropped().then_some(crop.thousandths().map(i64::from));
    let of_picture = if source.is_cropped() { Crop::WHOLE } else { crop };
    let [x, y, width, height] = of_picture.thousandths().map(i64::from);
    let [of_x, of_y, of_width, of_height] = match of_original {
        Some(sides) => sides.map(Some),
        None => [None; 4],
    };
    let (now, by_centre, media) = (shop.now(), is_support(actor), media.id);
    let is_there = |wanted: &Wanted, row: &picture_crop::Model| {
        (row.product_id, row.block_id) == (wanted.product, wanted.block) && row.target == wanted.target
    };
    let is_same = move |row: &picture_crop::Model| crop_of(row) == Some((crop, of_original.is_some()));
    // Whoever crops the same picture in another tab is told before anything is noted.
    let open = open_of(shop.db().read(), wanted.cooperative, media).await?;
    if open.iter().any(|row| is_there(&wanted, row) && !is_same(row)) {
        return Ok(Err(CropRefusal::Already));
    }
    shop.once()
        .write(move |tx| {
            let wanted = wanted.clone();
            Box::pin(async move {
                // One after the other, so that together they keep the limits.
                cooperative::Entity::find_by_id(wanted.cooperative)
                    .lock(LockType::NoKeyUpdate)
                    .one(tx)
                    .await?;
                let open = open_of(tx, wanted.cooperative, media).await?;
                let mut there: Vec<bool> = Vec::new();
                for row in open {
                    if is_there(&wanted, &row) {
                        there.push(is_same(&row));
                    }
                }
                if !there.is_empty() {
                    // Somebody else was faster.
                    return match there.contains(&false) {
                        false => Ok(()),
                        true => Err(Error::Refused(ErrorCode::InvalidTransition)),
                    };
                }
                check_daily(tx, wanted.cooperative, now).await?;
                let row = picture_crop::ActiveModel {
                    cooperative_id: Set(wanted.cooperative),
                    user_id: Set(user),
                    by_centre: Set(by_centre),
                    product_id: Set(wanted.product),
                    block_id: Set(wanted.block),
                    target: Set(wanted.target.clone()),
                    media_id: Set(media),
                    x: Set(x),
                    y: Set(y),
                    width: Set(width),
                    height: Set(height),
                    state: Set(UploadState::Waiting),
                    reason: Set(None),
                    attempts: Set(0),
                    created_at: Set(now),
                    updated_at: Set(now),
                    of_x: Set(of_x),
                    of_y: Set(of_y),
                    of_width: Set(of_width),
                    of_height: Set(of_height),
                    ..Default::default()
                };
                picture_crop::Entity::insert(row).exec_without_returning(tx).await?;
                Ok::<_, Error>(())
            })
        })
        .await?;
    Ok(Ok(()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: (u32, u32) = (1200, 900);

    fn drawn(sides: [&str; 4]) -> CropForm {
        let [x, y, width, height] = sides.map(str::to_owned);
        CropForm {
            shape: "square".to_owned(),
            x,
            y,
            width,
            height,
            ..CropForm::default()
        }
    }

    #[test]
    fn a_frame_counts_before_a_shape_and_half_of_one_is_none() {
        let read = |sides| drawn(sides).read(SIZE, Crop::WHOLE).map(Crop::thousandths);
        assert_eq!(read(["100", "0", "500", "1000"]), Ok([100, 0, 500, 1000]));
        assert_eq!(read(["", "", "", ""]), Ok([125, 0, 750, 1000]));
        for sides in [
            ["100", "", "", ""],
            ["0", "0", "1001", "10"],
            ["-1", "0", "10", "10"],
            ["x", "0", "500", "500"],
        ] {
            assert_eq!(read(sides), Err(CropRefusal::Outside), "{sides:?}");
        }
        assert_eq!(read(["0", "0", "1000", "1000"]), Err(CropRefusal::Nothing));
        assert_eq!(read(["0", "0", "100", "1000"]), Err(CropRefusal::TooSmall));
        assert_eq!(CropForm::default().read(SIZE, Crop::WHOLE), Err(CropRefusal::Nothing));
    }
}
