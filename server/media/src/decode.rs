//! From the bytes of an upload to pixels, within fixed bounds of size and memory.

use std::io::Cursor;

use image::codecs::{jpeg::JpegDecoder, png::PngDecoder, webp::WebPDecoder};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, Limits, RgbImage};

use crate::container::{self, JpegLayout, Kind};
use crate::{MAX_BYTES, MediaError, check_size, scale};

/// Memory a decoder may take, in bytes: room for 50 million pixels of a plain photograph, half of
/// that as WebP and a third in passes.
const MAX_MEMORY: u64 = 152 * 1024 * 1024;

/// What the PNG decoder may unpack beside the pixels (rows, colour profile), in bytes. Real profiles stay under 4 MB.
const MAX_PNG_EXTRAS: u64 = 16 * 1024 * 1024;

/// A decoded upload, still lying as the camera held it.
#[derive(Debug)]
pub(crate) struct Decoded {
    pixels: DynamicImage,
    orientation: Orientation,
}

impl Decoded {
    /// Width and height as a viewer sees them, in pixels.
    pub(crate) fn size(&self) -> (u32, u32) {
        let (width, height) = (self.pixels.width(), self.pixels.height());
        match self.orientation {
            Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH => (height, width),
            Orientation::NoTransforms
            | Orientation::Rotate180
            | Orientation::FlipHorizontal
            | Orientation::FlipVertical => (width, height),
        }
    }

    /// Upright and opaque pixels, at least as wide as the widest rendition if the source is. It is made smaller
    /// before it is turned: turning needs a second copy, which for a large photograph would not be small.
    pub(crate) fn into_rgb(self) -> RgbImage {
        let step = scale::whole_step(self.size().0);
        self.into_rgb_by(step)
    }

    /// The same with as many pixels as are kept of what was sent.
    pub(crate) fn into_original(self) -> RgbImage {
        let (width, height) = self.size();
        let step = scale::original_step(width, height).min(scale::whole_step(width));
        self.into_rgb_by(step)
    }

    /// The same with every pixel there is, for a file of our own.
    pub(crate) fn into_whole(self) -> RgbImage {
        self.into_rgb_by(1)
    }

    fn into_rgb_by(self, step: u32) -> RgbImage {
        let mut picture = DynamicImage::ImageRgb8(scale::flatten(self.pixels, step));
        picture.apply_orientation(self.orientation);
        picture.into_rgb8()
    }
}

/// Reads an upload.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded, MediaError> {
    if bytes.len() > MAX_BYTES {
        return Err(MediaError::TooManyBytes);
    }
    match container::kind_or_why(bytes)? {
        Kind::Jpeg => {
            // Coefficients of all passes take two bytes for each byte of the result.
            let copies = match container::jpeg_layout(bytes)? {
                JpegLayout::Streamed => 1,
                JpegLayout::Layered => 3,
            };
            read(JpegDecoder::new(Cursor::new(bytes)).map_err(refusal)?, copies)
        }
        Kind::Png => {
            let mut limits = Limits::no_limits();
            limits.max_alloc = Some(MAX_PNG_EXTRAS);
            read(PngDecoder::with_limits(Cursor::new(bytes), limits).map_err(refusal)?, 1)
        }
        Kind::Webp => {
            let file = container::webp_file(bytes)?;
            // The decoder builds a whole frame of its own before it fills ours.
            read(WebPDecoder::new(Cursor::new(file)).map_err(refusal)?, 2)
        }
    }
}

/// Decodes once the header has shown that it fits; `copies` is the memory taken, in multiples of the result.
fn read(mut decoder: impl ImageDecoder, copies: u64) -> Result<Decoded, MediaError> {
    let (width, height) = decoder.dimensions();
    check_size(width, height)?;
    let bytes = decoder.total_bytes().saturating_mul(copies);
    if bytes > MAX_MEMORY {
        return Err(MediaError::TooHeavy { bytes });
    }
    // A picture is not worth less for a garbled note about how it was held.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let pixels = DynamicImage::from_decoder(decoder).map_err(refusal)?;
    Ok(Decoded { pixels, orientation })
}

fn refusal(error: image::ImageError) -> MediaError {
    match error {
        image::ImageError::IoError(io) if io.kind() == std::io::ErrorKind::UnexpectedEof => MediaError::Incomplete,
        other => MediaError::Damaged(other),
    }
}
