//! Pictures in pieces for the shop page: the same as for a product, but for where they go.

use bytes::Bytes;
use db::entities::page_upload;
use db::sea_orm::{ActiveValue::Set, Condition};
use domain::shop_page::{Block, BlockId, BlockKind};
use domain::{Action, Actor, UploadId, UploadState};

use super::super::crop::{CropsView, crops_of_page};
use super::super::is_support;
use super::super::shop_page::{check_room, document_of, target_of};
use super::{NewFile, Subject, UploadView, append_to, begin, dismiss, find_open, find_own, shown};
use crate::Shop;
use crate::error::{Error, Result};
use crate::pictures::new_place;
use crate::rights::own_cooperative;

/// The form that begins an upload for the shop page.
#[derive(Clone, Debug, Default)]
pub struct NewPageUpload {
    /// `part`: the number of the part it is sent from; empty when from none.
    pub part: String,
    /// `at`: the part's place that is to show it; empty when it is only to be chosen from.
    pub at: String,
    /// `size`: of the file, bytes.
    pub size: String,
    /// `file`: what the phone calls it, with size and date.
    pub file: String,
}

/// What the page that brings a photo for the shop page shows.
#[derive(Clone, Debug)]
pub struct PhotoPage {
    /// The part it is for.
    pub part: Option<Block>,
    /// All parts of the page, with what each is.
    pub kinds: Vec<(BlockId, BlockKind)>,
    /// Photos on their way, and those that could not be taken, the newest first.
    pub uploads: Vec<UploadView>,
    /// What is being cropped for the page.
    pub crops: CropsView,
}

/// The page that brings a photo, for a part when one is named.
///
/// # Errors
/// [`Error::NotFound`] for anybody who does not edit a shop page.
#[crate::boxed]
pub async fn photo_page(shop: &Shop, actor: Actor, part: Option<BlockId>) -> Result<PhotoPage> {
    let own = own_cooperative(actor, Action::EditShop)?.id();
    let document = document_of(shop.db().read(), own).await?;
    Ok(PhotoPage {
        part: part.and_then(|id| document.block(id)).cloned(),
        kinds: document.blocks().iter().map(|block| (block.id, block.kind)).collect(),
        uploads: shown::<page_upload::Entity>(shop, own, Condition::all()).await?,
        crops: crops_of_page(shop, own).await?,
    })
}

/// Begins an upload for the shop page, or finds the one of the same file and place that is not through.
///
/// # Errors
/// [`Error::NotFound`] for anybody who does not edit a shop page; [`Error::Fields`] on `size` or `file`;
/// [`ErrorCode::UploadsFull`](domain::ErrorCode::UploadsFull) when too much is on its way or was sent today,
/// [`ErrorCode::ShopPicturesFull`](domain::ErrorCode::ShopPicturesFull) when the pages show as many as are stored.
#[crate::boxed]
pub async fn begin_page_upload(shop: &Shop, actor: Actor, form: &NewPageUpload) -> Result<UploadView> {
    let own = own_cooperative(actor, Action::EditShop)?.id();
    let user = actor.user().ok_or(Error::NotFound)?;
    let target = target_of(shop.db().read(), own, &form.part, &form.at).await?;
    let (block, place, seen) = target.columns();
    let mark = format!("\0{}\0{}", form.part, place.as_deref().unwrap_or_default());
    let file = NewFile::read(&form.size, &form.file, &mark)?;
    let (now, any) = (shop.now(), Condition::all());
    let known = find_open::<page_upload::Entity>(shop.db().read(), (own, user), &file, any.clone(), now).await?;
    if let Some(known) = known {
        return Ok(UploadView::of(known));
    }
    check_room(shop, own).await?;
    let row = page_upload::ActiveModel {
        place: Set(new_place()?),
        cooperative_id: Set(own),
        user_id: Set(user),
        by_centre: Set(is_support(actor)),
        block_id: Set(block),
        target: Set(place),
        seen: Set(seen),
        file_hash: Set(file.hash.clone()),
        file_name: Set(file.name.clone()),
        size: Set(file.size),
        received: Set(0),
        pieces: Set(0),
        state: Set(UploadState::Receiving),
        reason: Set(None),
        attempts: Set(0),
        created_at: Set(now),
        updated_at: Set(now),
        dismissed_at: Set(None),
        ..Default::default()
    };
    begin(shop, (own, user), file, any, row).await
}

/// Where one's own upload stands.
///
/// # Errors
/// [`Error::NotFound`] when it is somebody else's, or of another day.
#[crate::boxed]
pub async fn find_page_upload(shop: &Shop, actor: Actor, id: UploadId) -> Result<UploadView> {
    find_own::<page_upload::Entity>(shop, actor, id)
        .await
        .map(UploadView::of)
}

/// Takes the piece that begins at `offset`; answers where the upload stands then.
///
/// # Errors
/// As [`append`](super::append).
#[crate::boxed]
pub async fn append_to_page(shop: &Shop, actor: Actor, id: UploadId, offset: u64, piece: Bytes) -> Result<UploadView> {
    append_to::<page_upload::Entity>(shop, actor, id, offset, piece).await
}

/// Puts what was refused out of sight, or takes one's own away that is not through; answers the part it was sent from.
///
/// # Errors
/// [`Error::NotFound`] when it is another cooperative's, or neither.
#[crate::boxed]
pub async fn dismiss_page_upload(shop: &Shop, actor: Actor, id: UploadId) -> Result<Option<BlockId>> {
    match dismiss::<page_upload::Entity>(shop, actor, id).await? {
        Subject::Page(target) => Ok(target.part),
        Subject::Product(_) => Err(Error::NotFound),
    }
}
