//! The tables in which pictures wait to be made, and what is the same in all of them: those sent in pieces for a product and
//! for a shop page, and those of which a part is to be kept.

use db::entities::{page_upload, picture_crop, upload};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ColumnTrait, EntityTrait};
use domain::shop_page::{BlockId, Place};
use domain::{Action, CooperativeId, Crop, MediaId, PictureRefusal, ProductId, UploadId, UploadState, UserId};

/// A place of a part of the shop page that is to show a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::studio) struct PageTarget {
    /// The part it is sent from.
    pub part: Option<BlockId>,
    /// Its place; nothing when the picture is only to be chosen from.
    pub place: Option<Place>,
    /// The fingerprint of what stood there.
    pub seen: u64,
}

impl PageTarget {
    /// What the columns `block_id`, `target` and `seen` hold.
    pub fn columns(&self) -> (Option<i64>, Option<String>, String) {
        let place = self.place.map(|place| place.to_string());
        (self.part.map(|part| part.0.into()), place, format!("{:x}", self.seen))
    }

    /// Reads them again. What names no place, a later program's perhaps, is only to be chosen from.
    pub fn read(block: Option<i64>, target: Option<&str>, seen: &str) -> Self {
        Self {
            part: block.and_then(|id| u32::try_from(id).ok()).map(BlockId),
            place: target.and_then(|place| Place::parse(place).ok()),
            seen: u64::from_str_radix(seen, 16).unwrap_or_default(),
        }
    }
}

/// What a picture is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// Among the pictures of a product.
    Product(ProductId),
    /// On the shop page.
    Page(PageTarget),
}

/// What a picture is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// A file in so many pieces, which lie at a place.
    Pieces { place: String, count: u64 },
    /// A part of a picture that is there.
    Part { media: MediaId, crop: Crop },
}

/// A picture to be made, whichever table it waits in.
#[derive(Clone, Debug)]
pub(super) struct Task {
    /// Its number in that table.
    pub id: i64,
    pub cooperative: CooperativeId,
    pub user: UserId,
    pub by_centre: bool,
    pub attempts: i64,
    pub subject: Subject,
    pub source: Source,
}

/// The columns that all these tables have.
pub(super) struct QueueColumns<C> {
    pub id: C,
    pub cooperative: C,
    pub state: C,
    pub reason: C,
    pub attempts: C,
    pub created_at: C,
    pub updated_at: C,
}

/// A table in which pictures wait to be made.
pub(super) trait Queue: EntityTrait {
    const QUEUE: QueueColumns<Self::Column>;

    /// What is to be made; nothing for a row that makes no sense.
    fn task(row: &Self::Model) -> Option<Task>;
}

/// The columns that those have which come in pieces.
pub(super) struct UploadColumns<C> {
    pub user: C,
    pub file_hash: C,
    pub size: C,
    pub received: C,
    pub pieces: C,
    pub dismissed_at: C,
}

/// A table of pictures that come in pieces.
pub(super) trait Uploads: Queue {
    const UPLOADS: UploadColumns<Self::Column>;
    /// Who may send them.
    const ACTION: Action;

    /// What is asked of a row.
    fn arrived(row: Self::Model) -> Arrived;
}

/// A picture that comes in pieces, whatever it is for.
#[derive(Clone, Debug)]
pub(super) struct Arrived {
    pub id: UploadId,
    pub place: String,
    pub file_name: String,
    pub state: UploadState,
    pub reason: Option<PictureRefusal>,
    pub size: i64,
    pub received: i64,
    pub pieces: i64,
    /// Who sends it.
    pub user: UserId,
    pub subject: Subject,
}

impl Queue for upload::Entity {
    const QUEUE: QueueColumns<upload::Column> = QueueColumns {
        id: upload::Column::Id,
        cooperative: upload::Column::CooperativeId,
        state: upload::Column::State,
        reason: upload::Column::Reason,
        attempts: upload::Column::Attempts,
        created_at: upload::Column::CreatedAt,
        updated_at: upload::Column::UpdatedAt,
    };

    fn task(row: &upload::Model) -> Option<Task> {
        Some(Task {
            id: row.id.get(),
            cooperative: row.cooperative_id,
            user: row.user_id,
            by_centre: row.by_centre,
            attempts: row.attempts,
            subject: Subject::Product(row.product_id),
            source: pieces(&row.place, row.pieces),
        })
    }
}

impl Uploads for upload::Entity {
    const UPLOADS: UploadColumns<upload::Column> = UploadColumns {
        user: upload::Column::UserId,
        file_hash: upload::Column::FileHash,
        size: upload::Column::Size,
        received: upload::Column::Received,
        pieces: upload::Column::Pieces,
        dismissed_at: upload::Column::DismissedAt,
    };
    const ACTION: Action = Action::EditProduct;

    fn arrived(row: upload::Model) -> Arrived {
        Arrived {
            id: row.id,
            place: row.place,
            file_name: row.file_name,
            state: row.state,
            reason: row.reason,
            size: row.size,
            received: row.received,
            pieces: row.pieces,
            user: row.user_id,
            subject: Subject::Product(row.product_id),
        }
    }
}

impl Queue for page_upload::Entity {
    const QUEUE: QueueColumns<page_upload::Column> = QueueColumns {
        id: page_upload::Column::Id,
        cooperative: page_upload::Column::CooperativeId,
        state: page_upload::Column::State,
        reason: page_upload::Column::Reason,
        attempts: page_upload::Column::Attempts,
        created_at: page_upload::Column::CreatedAt,
        updated_at: page_upload::Column::UpdatedAt,
    };

    fn task(row: &page_upload::Model) -> Option<Task> {
        Some(Task {
            id: row.id.get(),
            cooperative: row.cooperative_id,
            user: row.user_id,
            by_centre: row.by_centre,
            attempts: row.attempts,
            subject: Subject::Page(PageTarget::read(row.block_id, row.target.as_deref(), &row.seen)),
            source: pieces(&row.place, row.pieces),
        })
    }
}

impl Uploads for page_upload::Entity {
    const UPLOADS: UploadColumns<page_upload::Column> = UploadColumns {
        user: page_upload::Column::UserId,
        file_hash: page_upload::Column::FileHash,
        size: page_upload::Column::Size,
        received: page_upload::Column::Received,
        pieces: page_upload::Column::Pieces,
        dismissed_at: page_upload::Column::DismissedAt,
    };
    const ACTION: Action = Action::EditShop;

    fn arrived(row: page_upload::Model) -> Arrived {
        let subject = Subject::Page(PageTarget::read(row.block_id, row.target.as_deref(), &row.seen));
        Arrived {
            id: row.id,
            place: row.place,
            file_name: row.file_name,
            state: row.state,
            reason: row.reason,
            size: row.size,
            received: row.received,
            pieces: row.pieces,
            user: row.user_id,
            subject,
        }
    }
}

impl Queue for picture_crop::Entity {
    const QUEUE: QueueColumns<picture_crop::Column> = QueueColumns {
        id: picture_crop::Column::Id,
        cooperative: picture_crop::Column::CooperativeId,
        state: picture_crop::Column::State,
        reason: picture_crop::Column::Reason,
        attempts: picture_crop::Column::Attempts,
        created_at: picture_crop::Column::CreatedAt,
        updated_at: picture_crop::Column::UpdatedAt,
    };

    fn task(row: &picture_crop::Model) -> Option<Task> {
        let side = |value: i64| u16::try_from(value).ok();
        let crop = Crop::new(side(row.x)?, side(row.y)?, side(row.width)?, side(row.height)?).ok()?;
        let subject = match row.product_id {
            Some(product) => Subject::Product(product),
            // What stands at the place is asked when it is made: the picture that this is a part of, or another one by then.
            None => Subject::Page(PageTarget::read(row.block_id, row.target.as_deref(), "")),
        };
        Some(Task {
            id: row.id.get(),
            cooperative: row.cooperative_id,
            user: row.user_id,
            by_centre: row.by_centre,
            attempts: row.attempts,
            subject,
            source: Source::Part {
                media: row.media_id,
                crop,
            },
        })
    }
}

fn pieces(place: &str, count: i64) -> Source {
    Source::Pieces {
        place: place.to_owned(),
        count: u64::try_from(count).unwrap_or_default(),
    }
}

/// Whether a column holds a state in which something is still to come or to be done.
pub(super) fn is_open<C: ColumnTrait>(state: C) -> Expr {
    state.is_in(UploadState::ALL.into_iter().filter(|state| state.is_open()))
}
