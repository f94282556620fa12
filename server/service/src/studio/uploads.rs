//! Pictures that come in pieces, after the model of tus 1.0 (<https://tus.io/protocols/resumable-upload>): one begins an
//! upload, sends pieces in order, and asks where it stands after a lost line or another day's sitting. When all is here a
//! job [makes the sizes](make_next), beside the server.
//!
//! An upload belongs to the person who began it, at work for their cooperative; to anybody else it is not there. It is for a
//! product, or for the shop page ([`page`]); both come the same way.

mod expiry;
mod making;
mod page;
mod table;

use bytes::Bytes;
use db::entities::{cooperative, page_upload, picture_crop, upload};
use db::sea_orm::sea_query::{Expr, ExprTrait, LockType};
use db::sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait,
    IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use db::{Readable, Tx};
use domain::shop_page::{BlockId, Place};
use domain::{
    Actor, CooperativeId, ErrorCode, FieldCode, MAX_PICTURE_BYTES, MAX_PIECE, MIN_PIECE, PictureRefusal, ProductId,
    UploadId, UploadState, UserId,
};
use sha2::{Digest, Sha256};

use super::is_support;
use super::product::find_mine;
use crate::Shop;
use crate::error::{Error, Result};
use crate::pictures::{new_place, refusal_of};
use crate::rights::own_cooperative;
use table::{Arrived, Queue, Subject, Uploads, is_open};

pub(crate) use expiry::expire;
pub use making::make_next;
pub use page::{
    NewPageUpload, PhotoPage, append_to_page, begin_page_upload, dismiss_page_upload, find_page_upload, photo_page,
};
pub(super) use table::{PageTarget, crop_of};

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

/// Why what its sender took away did not become a picture. Nobody is shown it.
const TAKEN_AWAY: PictureRefusal = PictureRefusal::Missing;
/// States in which its sender may take an upload away.
const REMOVABLE: [UploadState; 2] = [UploadState::Receiving, UploadState::Waiting];

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
    /// Who sends it.
    pub user: UserId,
    /// The part of the shop page it is sent from, and its place that is to show it.
    pub part: Option<(BlockId, Option<Place>)>,
}

impl UploadView {
    fn of(row: Arrived) -> Self {
        let part = match &row.subject {
            Subject::Page(target) => target.part.map(|part| (part, target.place)),
            Subject::Product(_) => None,
        };
        Self {
            id: row.id,
            file_name: row.file_name,
            state: row.state,
            reason: row.reason,
            size: u64::try_from(row.size).unwrap_or_default(),
            received: u64::try_from(row.received).unwrap_or_default(),
            user: row.user,
            part,
        }
    }

    /// Whether `actor` may take it away: what they send themselves, before its sizes are made.
    pub fn may_be_removed_by(&self, actor: Actor) -> bool {
        actor.user() == Some(self.user) && REMOVABLE.contains(&self.state)
    }

    /// How much is here, in hundredths.
    pub fn percent(&self) -> u64 {
        (self.received * 100).checked_div(self.size).unwrap_or_default()
    }
}

/// Uploads of a product that are on their way or were refused, the newest first.
pub(super) async fn uploads_of(shop: &Shop, cooperative: CooperativeId, product: ProductId) -> Result<Vec<UploadView>> {
    let only = Condition::all().add(upload::Column::ProductId.eq(product));
    shown::<upload::Entity>(shop, cooperative, only).await
}

/// Uploads that are on their way or were refused, the newest first. What was refused is said until the next one is there, or
/// until it is dismissed.
async fn shown<E: Uploads>(shop: &Shop, cooperative: CooperativeId, only: Condition) -> Result<Vec<UploadView>> {
    let rows = E::find()
        .filter(E::QUEUE.cooperative.eq(cooperative))
        .filter(only)
        .filter(E::QUEUE.created_at.gt(shop.now() - DAY))
        .filter(E::UPLOADS.dismissed_at.is_null())
        .order_by_desc(E::QUEUE.id)
        .limit(MAX_A_DAY)
        .readable(shop.db().read())
        .await?;
    let mut is_latest = true;
    Ok(rows
        .into_iter()
        .map(E::arrived)
        .filter(|row| {
            is_latest &= row.state != UploadState::Ready;
            row.state.is_open() || (is_latest && row.state == UploadState::Refused)
        })
        .take(SHOWN)
        .map(UploadView::of)
        .collect())
}

/// Whether the cooperative may send or crop one more picture today.
pub(super) async fn check_daily(db: &impl ConnectionTrait, cooperative: CooperativeId, now: i64) -> Result<()> {
    let sent = of_today::<upload::Entity>(db, cooperative, now).await?
        + of_today::<page_upload::Entity>(db, cooperative, now).await?
        + of_today::<picture_crop::Entity>(db, cooperative, now).await?;
    if sent < MAX_A_DAY {
        Ok(())
    } else {
        Err(Error::Refused(ErrorCode::UploadsFull))
    }
}

async fn of_today<E: Queue>(db: &impl ConnectionTrait, cooperative: CooperativeId, now: i64) -> Result<u64>
where
    E::Model: Sync,
{
    Ok(E::find()
        .filter(E::QUEUE.cooperative.eq(cooperative))
        .filter(E::QUEUE.created_at.gt(now - DAY))
        .count(db)
        .await?)
}

/// A file as the form that begins an upload tells of it.
#[derive(Clone, Debug)]
struct NewFile {
    size: i64,
    name: String,
    hash: String,
}

impl NewFile {
    /// `mark` is what else makes it another upload.
    fn read(size: &str, file: &str, mark: &str) -> Result<Self> {
        let size: u64 = size
            .parse()
            .map_err(|_| Error::field("size", FieldCode::InvalidQuantity))?;
        if size == 0 || size > MAX_PICTURE_BYTES {
            return Err(Error::field("size", FieldCode::TooMuch));
        }
        if file.is_empty() || file.chars().count() > MAX_FILE {
            return Err(Error::field("file", FieldCode::TooLong));
        }
        Ok(Self {
            size: i64::try_from(size).map_err(Error::internal)?,
            name: name_of(file),
            hash: hex::encode(Sha256::new().chain_update(file).chain_update(mark).finalize()),
        })
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
    let file = NewFile::read(&form.size, &form.file, "")?;
    let now = shop.now();
    let row = upload::ActiveModel {
        place: Set(new_place()?),
        cooperative_id: Set(product.cooperative_id),
        user_id: Set(user),
        by_centre: Set(is_support(actor)),
        product_id: Set(product.id),
        file_hash: Set(file.hash.clone()),
        size: Set(file.size),
        received: Set(0),
        pieces: Set(0),
        state: Set(UploadState::Receiving),
        reason: Set(None),
        attempts: Set(0),
        created_at: Set(now),
        updated_at: Set(now),
        file_name: Set(file.name.clone()),
        dismissed_at: Set(None),
        ..Default::default()
    };
    let only = Condition::all().add(upload::Column::ProductId.eq(product.id));
    begin(shop, (product.cooperative_id, user), file, only, row).await
}

/// Writes the row of a new upload, or finds the one of the same file that is not through.
async fn begin<A>(
    shop: &Shop,
    (cooperative, user): (CooperativeId, UserId),
    file: NewFile,
    only: Condition,
    row: A,
) -> Result<UploadView>
where
    A: ActiveModelTrait + ActiveModelBehavior + Send + Sync + 'static,
    A::Entity: Uploads,
    <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
{
    let now = shop.now();
    let row = shop
        .db()
        .write(move |tx| {
            let (file, only, row) = (file.clone(), only.clone(), row.clone());
            Box::pin(async move {
                // One after the other, so that together they keep the limits.
                cooperative::Entity::find_by_id(cooperative)
                    .lock(LockType::NoKeyUpdate)
                    .one(tx)
                    .await?;
                if let Some(known) = find_open::<A::Entity>(tx, (cooperative, user), &file, only, now).await? {
                    return Ok(known);
                }
                check_open(tx, cooperative, now, file.size).await?;
                check_daily(tx, cooperative, now).await?;
                Ok::<_, Error>(<A::Entity as Uploads>::arrived(row.insert(tx).await?))
            })
        })
        .await?;
    Ok(UploadView::of(row))
}

/// Somebody's upload of the same file that is not through.
async fn find_open<E: Uploads>(
    db: &impl ConnectionTrait,
    (cooperative, user): (CooperativeId, UserId),
    file: &NewFile,
    only: Condition,
    now: i64,
) -> Result<Option<Arrived>> {
    let row = E::find()
        .filter(E::QUEUE.cooperative.eq(cooperative))
        .filter(E::QUEUE.created_at.gt(now - DAY))
        .filter(E::UPLOADS.user.eq(user))
        .filter(only)
        .filter(E::UPLOADS.file_hash.eq(file.hash.as_str()))
        .filter(E::UPLOADS.size.eq(file.size))
        .filter(is_open(E::QUEUE.state))
        .one(db)
        .await?;
    Ok(row.map(E::arrived))
}

/// The file's name of what the phone calls a file: its name, size and date.
fn name_of(file: &str) -> String {
    let name = file.rsplitn(3, '/').last().unwrap_or_default();
    name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect()
}

async fn check_open(tx: &Tx, cooperative: CooperativeId, now: i64, size: i64) -> Result<()> {
    let mut open = sizes::<upload::Entity>(tx, cooperative, now).await?;
    open.extend(sizes::<page_upload::Entity>(tx, cooperative, now).await?);
    let bytes = open.iter().sum::<i64>().saturating_add(size);
    if open.len() as u64 >= MAX_OPEN || u64::try_from(bytes).unwrap_or(u64::MAX) > MAX_OPEN_BYTES {
        Err(Error::Refused(ErrorCode::UploadsFull))
    } else {
        Ok(())
    }
}

/// Bytes of each upload that is not through.
async fn sizes<E: Uploads>(tx: &Tx, cooperative: CooperativeId, now: i64) -> Result<Vec<i64>> {
    Ok(E::find()
        .select_only()
        .column(E::UPLOADS.size)
        .filter(E::QUEUE.cooperative.eq(cooperative))
        .filter(E::QUEUE.created_at.gt(now - DAY))
        .filter(is_open(E::QUEUE.state))
        .into_tuple()
        .all(tx)
        .await?)
}

async fn find_own<E: Uploads>(shop: &Shop, actor: Actor, id: UploadId) -> Result<Arrived> {
    let cooperative = own_cooperative(actor, E::ACTION)?;
    let user = actor.user().ok_or(Error::NotFound)?;
    E::find()
        .filter(E::QUEUE.id.eq(id))
        .filter(E::QUEUE.cooperative.eq(cooperative.id()))
        .filter(E::UPLOADS.user.eq(user))
        .filter(E::QUEUE.created_at.gt(shop.now() - DAY))
        .one(shop.db().read())
        .await?
        .map(E::arrived)
        .ok_or(Error::NotFound)
}

/// Where one's own upload stands.
///
/// # Errors
/// [`Error::NotFound`] when it is somebody else's, or of another day.
#[crate::boxed]
pub async fn find_upload(shop: &Shop, actor: Actor, id: UploadId) -> Result<UploadView> {
    find_own::<upload::Entity>(shop, actor, id).await.map(UploadView::of)
}

/// Puts what was refused out of sight, or takes one's own away that is not through; answers its product.
///
/// # Errors
/// [`Error::NotFound`] when it is another cooperative's, or neither.
#[crate::boxed]
pub async fn dismiss_upload(shop: &Shop, actor: Actor, id: UploadId) -> Result<ProductId> {
    match dismiss::<upload::Entity>(shop, actor, id).await? {
        Subject::Product(product) => Ok(product),
        Subject::Page(_) => Err(Error::NotFound),
    }
}

/// Puts what was refused out of sight, or takes one's own away that is not through; answers what it was for. It counts among
/// those of the day all the same.
async fn dismiss<E: Uploads>(shop: &Shop, actor: Actor, id: UploadId) -> Result<Subject> {
    let cooperative = own_cooperative(actor, E::ACTION)?.id();
    let user = actor.user().ok_or(Error::NotFound)?;
    let is_own = Condition::all()
        .add(E::UPLOADS.user.eq(user))
        .add(E::QUEUE.state.is_in(REMOVABLE));
    let may = Condition::any()
        .add(E::QUEUE.state.eq(UploadState::Refused))
        .add(is_own);
    let row = E::find()
        .filter(E::QUEUE.id.eq(id))
        .filter(E::QUEUE.cooperative.eq(cooperative))
        .filter(may.clone())
        .one(shop.db().read())
        .await?
        .map(E::arrived)
        .ok_or(Error::NotFound)?;
    let now = shop.now();
    shop.db()
        .write(move |tx| {
            let may = may.clone();
            Box::pin(async move {
                let done = E::update_many()
                    .col_expr(E::UPLOADS.dismissed_at, Expr::value(now))
                    .col_expr(E::QUEUE.state, Expr::value(UploadState::Refused))
                    .col_expr(
                        E::QUEUE.reason,
                        Expr::col(E::QUEUE.reason).if_null(Expr::value(TAKEN_AWAY)),
                    )
                    .filter(E::QUEUE.id.eq(id))
                    .filter(may)
                    .exec(tx)
                    .await?;
                match done.rows_affected {
                    1 => Ok(()),
                    // Its sizes are being made by now.
                    _ => Err(Error::Refused(ErrorCode::InvalidTransition)),
                }
            })
        })
        .await?;
    if row.state != UploadState::Refused {
        let pieces = u64::try_from(row.pieces).unwrap_or_default();
        shop.pictures().drop_pieces(&row.place, pieces).await;
    }
    Ok(row.subject)
}

/// Takes the piece that begins at `offset`; answers where the upload stands then.
///
/// # Errors
/// [`Error::NotFound`] when it is somebody else's; [`ErrorCode::InvalidTransition`] when the upload stands elsewhere, or is
/// through; [`ErrorCode::TooLarge`] for a piece that is too long, or too short without being the last.
#[crate::boxed]
pub async fn append(shop: &Shop, actor: Actor, id: UploadId, offset: u64, piece: Bytes) -> Result<UploadView> {
    append_to::<upload::Entity>(shop, actor, id, offset, piece).await
}

async fn append_to<E: Uploads>(
    shop: &Shop,
    actor: Actor,
    id: UploadId,
    offset: u64,
    piece: Bytes,
) -> Result<UploadView> {
    let row = find_own::<E>(shop, actor, id).await?;
    let (place, pieces, before) = (row.place.clone(), row.pieces, row.received);
    let view = UploadView::of(row);
    if view.state != UploadState::Receiving || view.received != offset {
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
    let number = u64::try_from(pieces).unwrap_or_default();
    if refused.is_none() {
        shop.pictures().put_piece(&place, number, piece).await?;
    }
    let state = match refused {
        Some(_) => UploadState::Refused,
        None if is_last => UploadState::Waiting,
        None => UploadState::Receiving,
    };
    let now = shop.now();
    let received = i64::try_from(received).map_err(Error::internal)?;
    shop.db()
        .write(move |tx| {
            Box::pin(async move {
                let done = E::update_many()
                    .col_expr(E::UPLOADS.received, Expr::value(received))
                    .col_expr(E::UPLOADS.pieces, Expr::col(E::UPLOADS.pieces).add(1))
                    .col_expr(E::QUEUE.state, Expr::value(state))
                    .col_expr(E::QUEUE.reason, Expr::value(refused))
                    .col_expr(E::QUEUE.updated_at, Expr::value(now))
                    .filter(E::QUEUE.id.eq(id))
                    .filter(E::UPLOADS.received.eq(before))
                    .filter(E::QUEUE.state.eq(UploadState::Receiving))
                    .exec(tx)
                    .await?;
                match done.rows_affected {
                    1 => Ok(()),
                    _ => Err(Error::Refused(ErrorCode::InvalidTransition)),
                }
            })
        })
        .await?;
    find_own::<E>(shop, actor, id).await.map(UploadView::of)
}
