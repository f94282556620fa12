//! A cooperative's shop page: parts of known kinds, each with fields of known formats, in an order the cooperative chooses.
//! No part holds markup; a text is a text.
//!
//! Two people may edit at once, with a bad line and a script or without: what is saved is never a page but a [`Change`] of one
//! field, which names the value it was made from. [`ShopDocument::apply`] takes it where that value still stands, does nothing
//! where it was taken already, and otherwise answers a [`Conflict`] with what stands there now.

mod block;
mod change;
mod changed;
mod compare;
mod document;
mod field;
mod format;
mod goods;
mod hint;
mod place;
mod shown;
mod step;
mod theme;
mod untranslated;

pub use block::{Block, BlockId};
pub use change::{Change, Conflict, Outcome, RIGHT, SEEN, Suggested, fingerprint};
pub use changed::{ChangedPart, PartChange};
pub use compare::Difference;
pub use document::{DocumentError, MAX_BLOCKS, ShopDocument};
pub use field::{BlockKind, Field, Slots, Spec};
pub use format::Format;
pub use goods::{GoodsOf, Picked};
pub use hint::{Around, Hint};
pub use place::{Place, PlaceError};
pub use shown::{Closure, Content, OpenDays, Person, Ripe, ShownBlock, ShownCertificate};
pub use step::{PageStep, StepRefusal, StepSummary};
pub use theme::Theme;
pub use untranslated::Untranslated;
