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
    /// A part of a picture that is there; where that is itself a part, of what it was cut from.
    Part {
        media: MediaId,
        crop: Crop,
        is_of_original: bool,
    },
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

/// The columns that all these tables have, by the names they have in each.
macro_rules! queue_columns {
    ($table:ident) => {
        QueueColumns {
            id: $table::Column::Id,
            cooperative: $table::Column::CooperativeId,
            state: $table::Column::State,
            reason: $table::Column::Reason,
            attempts: $table::Column::Attempts,
            created_at: $table::Column::CreatedAt,
            updated_at: $table::Column::UpdatedAt,
        }
    };
}

/// A table of pictures that come in pieces: who may send them, and what a row is for.
macro_rules! uploads_table {
    ($table:ident, $action:expr, $subject:ident) => {
        impl Queue for $table::Entity {
            const QUEUE: QueueColumns<$table::Column> = queue_columns!($table);

            fn task(row: &$table::Model) -> Option<Task> {
                Some(Task {
                    id: row.id.get(),
                    cooperative: row.cooperative_id,
                    user: row.user_id,
                    by_centre: row.by_centre,
                    attempts: row.attempts,
                    subject: $subject(row),
                    source: Source::Pieces {
                        place: row.place.clone(),
                        count: u64::try_from(row.pieces).unwrap_or_default(),
                    },
                })
            }
        }

        impl Uploads for $table::Entity {
            const UPLOADS: UploadColumns<$table::Column> = UploadColumns {
                user: $table::Column::UserId,
                file_hash: $table::Column::FileHash,
                size: $table::Column::Size,
                received: $table::Column::Received,
                pieces: $table::Column::Pieces,
                dismissed_at: $table::Column::DismissedAt,
            };
            const ACTION: Action = $action;

            fn arrived(row: $table::Model) -> Arrived {
                let subject = $subject(&row);
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
    };
}

uploads_table!(upload, Action::EditProduct, of_product);
uploads_table!(page_upload, Action::EditShop, of_page);

fn of_product(row: &upload::Model) -> Subject {
    Subject::Product(row.product_id)
}

fn of_page(row: &page_upload::Model) -> Subject {
    Subject::Page(PageTarget::read(row.block_id, row.target.as_deref(), &row.seen))
}

impl Queue for picture_crop::Entity {
    const QUEUE: QueueColumns<picture_crop::Column> = queue_columns!(picture_crop);

    fn task(row: &picture_crop::Model) -> Option<Task> {
        let (crop, is_of_original) = crop_of(row)?;
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
                is_of_original,
            },
        })
    }
}

/// What is to be kept, and whether that is of the original of a picture that is itself a part of one; nothing for a row that makes
/// no sense.
pub(in crate::studio) fn crop_of(row: &picture_crop::Model) -> Option<(Crop, bool)> {
    let (sides, is_of_original) = match [row.of_x, row.of_y, row.of_width, row.of_height] {
        [Some(x), Some(y), Some(width), Some(height)] => ([x, y, width, height], true),
        _ => ([row.x, row.y, row.width, row.height], false),
    };
    let [x, y, width, height] = sides.map(|side| u16::try_from(side).unwrap_or(u16::MAX));
    Some((Crop::new(x, y, width, height).ok()?, is_of_original))
}

/// Whether a column holds a state in which something is still to come or to be done.
pub(super) fn is_open<C: ColumnTrait>(state: C) -> Expr {
    state.is_in(UploadState::ALL.into_iter().filter(|state| state.is_open()))
}
