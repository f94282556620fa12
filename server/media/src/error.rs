//! Why a picture is refused. The texts are for the log; what the uploader reads is chosen by the variant.

use crate::{MAX_BYTES, MIN_SIDE};

/// Why a picture was refused.
#[derive(Debug, thiserror::Error)]
pub enum MediaError {
    #[error("more than {MAX_BYTES} bytes")]
    TooManyBytes,
    #[error("not a JPEG, PNG or WebP file")]
    NotAPicture,
    /// What iPhones store: patents keep a free program from reading it.
    #[error("a HEIC or AVIF file")]
    Heic,
    #[error("a moving picture")]
    Moving,
    #[error("{width} × {height} pixels are too many")]
    TooLarge { width: u32, height: u32 },
    #[error("{width} × {height} pixels: a side under {MIN_SIDE}")]
    TooSmall { width: u32, height: u32 },
    #[error("decoding would take {bytes} bytes of memory")]
    TooHeavy { bytes: u64 },
    #[error("the file ends too early")]
    Incomplete,
    #[error("the file is damaged")]
    Damaged(#[source] image::ImageError),
    /// Only from our own illustrations.
    #[error("the drawing cannot be rendered: {0}")]
    Drawing(String),
    /// A fault of ours, not of the picture.
    #[error("the picture cannot be written: {0}")]
    Encoding(String),
}
