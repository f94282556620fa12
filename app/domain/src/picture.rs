//! Pictures of a product: how many, in which order, and what becomes of one that is sent.

use crate::named::named_enum;

/// Pictures a product may have.
pub const MAX_PICTURES: usize = 12;

/// Longest picture file taken, bytes.
pub const MAX_PICTURE_BYTES: u64 = 25 * 1024 * 1024;

/// Longest piece of a file that is sent in pieces, bytes.
pub const MAX_PIECE: usize = 256 * 1024;

/// Shortest piece but the last, bytes: a file in crumbs costs more than it brings.
pub const MIN_PIECE: usize = 16 * 1024;

named_enum! {
    /// Where a picture goes among the others.
    pub enum PictureMove {
        /// Before all others: lists and messages show it.
        First = "first",
        /// One place to the front.
        Up = "up",
        /// One place to the back.
        Down = "down",
    }
}

impl PictureMove {
    /// The pictures in their new order, the one at `place` moved. What is at an end already stays there.
    #[must_use]
    pub fn apply<T>(self, mut pictures: Vec<T>, place: usize) -> Vec<T> {
        if place >= pictures.len() {
            return pictures;
        }
        let target = match self {
            Self::First => 0,
            Self::Up => place.saturating_sub(1),
            Self::Down => Ord::min(place + 1, pictures.len() - 1),
        };
        let picture = pictures.remove(place);
        pictures.insert(target, picture);
        pictures
    }
}

named_enum! {
    /// Where a picture stands that is sent in pieces, or cropped.
    pub enum UploadState {
        /// Some pieces are here.
        Receiving = "receiving",
        /// All are here.
        Waiting = "waiting",
        /// Its sizes are being made.
        Making = "making",
        /// It is where it belongs.
        Ready = "ready",
        /// It cannot be taken; the reason says why.
        Refused = "refused",
    }
}

impl UploadState {
    /// Whether something is still to come or to be done.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Receiving | Self::Waiting | Self::Making)
    }
}

named_enum! {
    /// Why a picture is not taken.
    pub enum PictureRefusal {
        /// No file was chosen, or whoever sent it took it away before it was made.
        Missing = "missing",
        /// The file holds nothing.
        Empty = "empty",
        /// The product shows this very picture.
        Known = "known",
        /// More bytes than [`MAX_PICTURE_BYTES`].
        TooManyBytes = "too-many-bytes",
        /// As iPhones store pictures: HEIC, or AVIF.
        Heic = "heic",
        /// No JPEG, PNG or WebP.
        NotAPicture = "not-a-picture",
        /// An animation.
        Moving = "moving",
        /// More pixels than can be read.
        TooLarge = "too-large",
        /// So few that it would be blurred.
        TooSmall = "too-small",
        /// The file ends too early or is broken.
        Damaged = "damaged",
        /// The product has as many as it may.
        Full = "full",
        /// It is no fault of the picture.
        Failed = "failed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_moves_one_place_or_to_the_front() {
        let moved = |step: PictureMove, place| step.apply(vec!['a', 'b', 'c'], place);
        assert_eq!(moved(PictureMove::Up, 2), ['a', 'c', 'b']);
        assert_eq!(moved(PictureMove::Down, 0), ['b', 'a', 'c']);
        assert_eq!(moved(PictureMove::First, 2), ['c', 'a', 'b']);
    }

    #[test]
    fn at_an_end_it_stays() {
        let moved = |step: PictureMove, place| step.apply(vec!['a', 'b'], place);
        assert_eq!(moved(PictureMove::Up, 0), ['a', 'b']);
        assert_eq!(moved(PictureMove::Down, 1), ['a', 'b']);
        assert_eq!(moved(PictureMove::First, 0), ['a', 'b']);
        assert_eq!(moved(PictureMove::First, 7), ['a', 'b']);
        assert!(PictureMove::Down.apply(Vec::<char>::new(), 0).is_empty());
    }
}
