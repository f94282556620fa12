//! What is printed: packing slips, parcel labels and a shop's poster, as PDF; and the card beside a shared link, as SVG.
//!
//! Everything here works on plain texts in memory and blocks the thread; whose orders these are, what of them may be
//! printed and how many are made at once is decided elsewhere. [Why these crates](../../docs/decisions/print.md).

mod barcode;
mod card;
mod error;
mod flow;
mod fonts;
mod label;
mod paper;
mod part;
mod pdf;
mod poster;
pub mod qr;
mod slip;
mod text;

pub use card::{CARD_SIZE, Card, Window, card};
pub use error::PrintError;
pub use fonts::Fonts;
pub use label::{Label, LabelWords, labels, labels_part};
pub use paper::Paper;
pub use part::{FIRST_OBJECT, FilePart, PartedFile};
pub use poster::{Poster, poster};
pub use slip::{Slip, SlipLine, slips, slips_part};

/// Most labels or slips in one file, or in one part of a file.
pub const MAX_PRINTED: usize = 200;
