//! What buyers say about goods they got: stars, a text, pictures.
//!
//! Who holds the order writes (`write.rs`, `photos.rs`), a review a product and order. What holds a way out of the shop, or
//! has a name like its own people's (`names.rs`), is held for the Centre (`centre.rs`); all other is read by everybody at once (`public.rs`), and anybody may report it (`report.rs`).
//! The cooperative answers (`cooperative.rs`). Why it is so: `server/docs/decisions/reviews.md`.

mod centre;
mod cooperative;
mod limits;
mod names;
mod photos;
mod public;
mod report;
mod retention;
mod rows;
mod standing;
mod view;
mod write;

pub use crate::rating::Rating;
pub use centre::{hide, keep, list_held, list_hidden, list_reported, publish};
pub(crate) use cooperative::unanswered_of;
pub use cooperative::{answer, find_of_cooperative, of_cooperative};
pub use photos::{add_photo, receive_photo, remove_photo};
pub use public::{ProductReviews, PublicFilter, ReviewPage, ReviewSummary, of_product, page_of_product};
pub use report::report;
pub(crate) use retention::{expire, forget};
pub use standing::{LineReview, OwnReview, ReviewPlace, ReviewStanding, of_order, place};
pub use view::{ReviewAnswer, ReviewAuthor, ReviewList, ReviewRow, ReviewView, Words};
pub use write::{ReviewForm, remove, write};

const DAY: i64 = 86_400_000;
/// How long after the goods were handed over one may say how they were.
const WRITE: i64 = 180 * DAY;
/// How long its writer may change a review.
const EDIT: i64 = 30 * DAY;
