//! Pictures that come in pieces, after the model of tus 1.0 (<https://tus.io/protocols/resumable-upload>): one begins an
//! upload, sends pieces in order, and asks where it stands after a lost line or another day's sitting. When all is here a
//! job [makes the sizes](make_next), beside the server.
//!
//! An upload belongs to the person who began it, at work for their cooperative; to anybody else it is not there.

mod making;

use bytes::Bytes;
use db::entities::{cooperative, upload};
use db::sea_orm::sea_query::{Expr, ExprTrait, LockType};
use db::sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use db::{Readable, Tx};
use domain::{
    Action, Actor, CooperativeId, ErrorCode, FieldCode, MAX_PICTURE_BYTES, MAX_PIECE, MIN_PIECE, PictureRefusal,
    ProductId, UploadId, UploadState,
};
use sha2::{Digest, Sha256};

use super::is_support;
use super::product::find_mine;
use crate::Shop;
use crate::error::{Error, Result};
use crate::pictures::{new_place, refusal_of};
use crate::rights::own_cooperative;

pub use making::make_next;

/// How long an upload may take, and is remembered.
const DAY: i64 = 86_400_000;
/// Uploads of a cooperative that are not through.
const MAX_OPEN: u64 = 20;
/// Uploads that a product's page shows.
const SHOWN: usize = 20;
/// Bytes of these.
const MAX_OPEN_BYTES: u64 = 200 * 1024 * 1024;
/// Pictures that a cooperative sends in a day.
pub(super) const MAX_A_DAY: u64 = 300;
/// Longest name of a file that is shown, characters.
const LONGEST_NAME: usize = 80;
/// Longest name of a file as the phone sends it, characters.
const MAX_FILE: usize = 500;

/// The form that begins an upload.
#[derive(Clone, Debug, Default)]
pub struct NewUpload {
    /// `product`: its number.
    pub product: String,
    /// `size`: of the file, bytes.
    pub size: String,
    /// `file`: what the phone calls it, with size and date, so that the same file goes on where it stopped.
    pub file: String,
}

/// Where an upload stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadView {
    /// The upload.
    pub id: UploadId,
    /// What the phone calls its file.
    pub file_name: String,
    /// Its state.
    pub state: UploadState,
    /// Why it was refused.
    pub reason: Option<PictureRefusal>,
    /// Bytes of the file.
    pub size: u64,
    /// Bytes that are here.
    pub received: u64,
}

impl UploadView {
    fn of(row: &upload::Model) -> Self {
        Self {
            id: row.id,
            file_name: row.file_name.clone(),
            state: row.state,
            reason: row.reason,
            size: u64::try_from(row.size).unwrap_or_default(),
            received: u64::try_from(row.received).unwrap_or_default(),
        }
    }

    /// How much is here, in hundredths.
    pub fn percent(&self) -> u64 {
        (self.received * 100).checked_div(self.size).unwrap_or_default()
    }
}

/// Uploads of a product that are on their way or were refused, the newest first. What was refused is said until the next
/// one is there, or until it is dismissed.
pub(super) async fn uploads_of(shop: &Shop, cooperative: CooperativeId, product: ProductId) -> Result<Vec<UploadView>> {
    let rows = upload::Entity::find()
        .filter(upload::Column::CooperativeId.eq(cooperative))
        .filter(upload::Column::ProductId.eq(product))
        .filter(upload::Column::CreatedAt.gt(shop.now() - DAY))
        .filter(upload::Column::DismissedAt.is_null())
        .order_by_desc(upload::Column::Id)
        .limit(MAX_A_DAY)
        .readable(shop.db().read())
        .await?;
    let mut is_latest = true;
    Ok(rows
        .iter()
        .filter(|row| {
            is_latest &= row.state != UploadState::Ready;
            row.state.is_open() || (is_latest && row.state == UploadState::Refused)
        })
        .take(SHOWN)
        .map(UploadView::of)
        .collect())
}

/// Whether the cooperative may send one more picture today.
pub(super) async fn check_daily(db: &impl ConnectionTrait, cooperative: CooperativeId, now: i64) -> Result<()> {
    let sent = upload::Entity::find()
        .filter(upload::Column::CooperativeId.eq(cooperative))
        .filter(upload::Column::CreatedAt.gt(now - DAY))
        .count(db)
        .await?;
    if sent < MAX_A_DAY {
        Ok(())
    } else {
        Err(Error::Refused(ErrorCode::UploadsFull))
    }
}

/// Begins an upload, or finds the one of the same file that is not through.
///
/// # Errors
/// [`Error::NotFound`] when the product is not this cooperative's; [`Error::Fields`] on `size` or `file`;
/// [`ErrorCode::UploadsFull`] when too much is on its way already.
#[crate::boxed]
pub async fn begin_upload(shop: &Shop, actor: Actor, form: &NewUpload) -> Result<UploadView> {
    let product: i64 = form.product.parse().map_err(|_| Error::NotFound)?;
    let product = find_mine(shop.db().read(), actor, ProductId(product)).await?;
    let user = actor.user().ok_or(Error::NotFound)?;
    let size: u64 = form
        .size
        .parse()
        .map_err(|_| Error::field("size", FieldCode::InvalidQuantity))?;
    if size == 0 || size > MAX_PICTURE_BYTES {
        return Err(Error::field("size", FieldCode::TooMuch));
    }
    if form.file.is_empty() || form.file.chars().count() > MAX_FILE {
        return Err(Error::field("file", FieldCode::TooLong));
    }
    let file_name = name_of(&form.file);
    let file_hash = hex::encode(Sha256::digest(form.file.as_bytes()));
    let (now, place, by_centre) = (shop.now(), new_place()?, is_support(actor));
    let (cooperative, product) = (product.cooperative_id, product.id);
    let size = i64::try_from(size).map_err(Error::internal)?;
    let row = shop
        .db()
        .write(move |tx| {
            let (file_hash, file_name, place) = (file_hash.clone(), file_name.clone(), place.clone());
            Box::pin(async move {
                // One after the other, so that together they keep the limits.
                cooperative::Entity::find_by_id(cooperative)
                    .lock(LockType::NoKeyUpdate)
                    .one(tx)
                    .await?;
                let known = upload::Entity::find()
                    .filter(upload::Column::CooperativeId.eq(cooperative))
                    .filter(upload::Column::CreatedAt.gt(now - DAY))
                    .filter(upload::Column::UserId.eq(user))
                    .filter(upload::Column::ProductId.eq(product))
                    .filter(upload::Column::FileHash.eq(file_hash.as_str()))
                    .filter(upload::Column::Size.eq(size))
                    .filter(upload::Column::State.is_in([
                        UploadState::Receiving,
                        UploadState::Waiting,
                        UploadState::Making,
                    ]))
                    .one(tx)
                    .await?;
                if let Some(known) = known {
                    return Ok(known);
                }
                check_open(tx, cooperative, now, size).await?;
                check_daily(tx, cooperative, now).await?;
                let row = upload::ActiveModel {
                    place: Set(place),
                    cooperative_id: Set(cooperative),
                    user_id: Set(user),
                    by_centre: Set(by_centre),
                    product_id: Set(product),
                    file_hash: Set(file_hash),
                    size: Set(size),
                    received: Set(0),
                    pieces: Set(0),
                    state: Set(UploadState::Receiving),
                    reason: Set(None),
                    attempts: Set(0),
                    created_at: Set(now),
                    updated_at: Set(now),
                    file_name: Set(file_name),
                    dismissed_at: Set(None),
                    ..Default::default()
                };
                Ok::<_, Error>(row.insert(tx).await?)
            })
        })
        .await?;
    Ok(UploadView::of(&row))
}

/// The file's name of what the phone calls a file: its name, size and date.
fn name_of(file: &str) -> String {
    let name = file.rsplitn(3, '/').last().unwrap_or_default();
    name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect()
}

async fn check_open(tx: &Tx, cooperative: CooperativeId, now: i64, size: i64) -> Result<()> {
    let open: Vec<i64> = upload::Entity::find()
        .select_only()
        .column(upload::Column::Size)
        .filter(upload::Column::CooperativeId.eq(cooperative))
        .filter(upload::Column::CreatedAt.gt(now - DAY))
        .filter(upload::Column::State.is_in([UploadState::Receiving, UploadState::Waiting, UploadState::Making]))
        .into_tuple()
        .all(tx)
        .await?;
    let bytes = open.iter().sum::<i64>().saturating_add(size);
    if open.len() as u64 >= MAX_OPEN || u64::try_from(bytes).unwrap_or(u64::MAX) > MAX_OPEN_BYTES {
        Err(Error::Refused(ErrorCode::UploadsFull))
    } else {
        Ok(())
    }
}

async fn find_own(shop: &Shop, actor: Actor, id: UploadId) -> Result<upload::Model> {
    let cooperative = own_cooperative(actor, Action::EditProduct)?;
    let user = actor.user().ok_or(Error::NotFound)?;
    upload::Entity::find_by_id(id)
        .filter(upload::Column::CooperativeId.eq(cooperative.id()))
        .filter(upload::Column::UserId.eq(user))
        .filter(upload::Column::CreatedAt.gt(shop.now() - DAY))
        .one(shop.db().read())
        .await?
        .ok_or(Error::NotFound)
}

/// Where one's own upload stands.
///
/// # Errors
/// [`Error::NotFound`] when it is somebody else's, or of another day.
#[crate::boxed]
pub async fn find_upload(shop: &Shop, actor: Actor, id: UploadId) -> Result<UploadView> {
    Ok(UploadView::of(&find_own(shop, actor, id).await?))
}

/// Puts what was refused out of sight; answers its product.
///
/// # Errors
/// [`Error::NotFound`] when it is another cooperative's, or was not refused.
#[crate::boxed]
pub async fn dismiss_upload(shop: &Shop, actor: Actor, id: UploadId) -> Result<ProductId> {
    let cooperative = own_cooperative(actor, Action::EditProduct)?.id();
    let row = upload::Entity::find_by_id(id)
        .filter(upload::Column::CooperativeId.eq(cooperative))
        .filter(upload::Column::State.eq(UploadState::Refused))
        .one(shop.db().read())
        .await?
        .ok_or(Error::NotFound)?;
    let now = shop.now();
    shop.db()
        .write(move |tx| {
            Box::pin(async move {
                upload::Entity::update_many()
                    .col_expr(upload::Column::DismissedAt, Expr::value(now))
                    .filter(upload::Column::Id.eq(id))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(())
            })
        })
        .await?;
    Ok(row.product_id)
}

/// Takes the piece that begins at `offset`; answers where the upload stands then.
///
/// # Errors
/// [`Error::NotFound`] when it is somebody else's; [`ErrorCode::InvalidTransition`] when the upload stands elsewhere, or is
/// through; [`ErrorCode::TooLarge`] for a piece that is too long, or too short without being the last.
#[crate::boxed]
pub async fn append(shop: &Shop, actor: Actor, id: UploadId, offset: u64, piece: Bytes) -> Result<UploadView> {
    let row = find_own(shop, actor, id).await?;
    let view = UploadView::of(&row);
    if row.state != UploadState::Receiving || view.received != offset {
        return Err(Error::Refused(ErrorCode::InvalidTransition));
    }
    let received = offset + piece.len() as u64;
    let is_last = received == view.size;
    if piece.is_empty() || piece.len() > MAX_PIECE || received > view.size || (piece.len() < MIN_PIECE && !is_last) {
        return Err(Error::Refused(ErrorCode::TooLarge));
    }
    // What is no picture is not waited for.
    let refused = (offset == 0)
        .then(|| media::looks_like_a_picture(&piece).err())
        .flatten()
        .map(|error| refusal_of(&error));
    let number = u64::try_from(row.pieces).unwrap_or_default();
    if refused.is_none() {
        shop.pictures().put_piece(&row.place, number, piece).await?;
    }
    let state = match refused {
        Some(_) => UploadState::Refused,
        None if is_last => UploadState::Waiting,
        None => UploadState::Receiving,
    };
    let (now, before) = (shop.now(), row.received);
    let received = i64::try_from(received).map_err(Error::internal)?;
    shop.db()
        .write(move |tx| {
            Box::pin(async move {
                let done = upload::Entity::update_many()
                    .col_expr(upload::Column::Received, Expr::value(received))
                    .col_expr(upload::Column::Pieces, Expr::col(upload::Column::Pieces).add(1))
                    .col_expr(upload::Column::State, Expr::value(state))
                    .col_expr(upload::Column::Reason, Expr::value(refused))
                    .col_expr(upload::Column::UpdatedAt, Expr::value(now))
                    .filter(upload::Column::Id.eq(id))
                    .filter(upload::Column::Received.eq(before))
                    .filter(upload::Column::State.eq(UploadState::Receiving))
                    .exec(tx)
                    .await?;
                match done.rows_affected {
                    1 => Ok(()),
                    _ => Err(Error::Refused(ErrorCode::InvalidTransition)),
                }
            })
        })
        .await?;
    find_upload(shop, actor, id).await
}

/// Removes uploads of before with their pieces; answers how many.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn expire(shop: &Shop, now: i64) -> Result<u64> {
    let old = upload::Entity::find()
        .filter(upload::Column::CreatedAt.lt(now - DAY))
        .limit(200)
        .all(shop.db().read())
        .await?;
    if old.is_empty() {
        return Ok(0);
    }
    let ids: Vec<UploadId> = old.iter().map(|row| row.id).collect();
    let removed = shop
        .db()
        .write_as_job(move |tx| {
            let ids = ids.clone();
            Box::pin(async move {
                let done = upload::Entity::delete_many()
                    .filter(upload::Column::Id.is_in(ids))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(done.rows_affected)
            })
        })
        .await?;
    for row in old.iter().filter(|row| row.state != UploadState::Ready) {
        let pieces = u64::try_from(row.pieces).unwrap_or_default();
        shop.pictures().drop_pieces(&row.place, pieces).await;
    }
    Ok(removed)
}
