//! From pixels to the two kinds of file we serve.

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, RgbImage};
use webp::{Encoder, WebPConfig};

use crate::MediaError;

/// Of 100. At these two, drawings and photographs show no rings at arm's length on a phone.
const WEBP_QUALITY: f32 = 78.0;
const JPEG_QUALITY: u8 = 80;

/// libwebp's effort, 0 to 6: beyond this, time doubles for a few per cent of size.
const WEBP_METHOD: i32 = 3;

/// A lossy WebP file.
pub(crate) fn webp(picture: &RgbImage) -> Result<Vec<u8>, MediaError> {
    let mut config = WebPConfig::new().map_err(|()| MediaError::Encoding("libwebp has another version".into()))?;
    config.quality = WEBP_QUALITY;
    config.method = WEBP_METHOD;
    let file = Encoder::from_rgb(picture.as_raw(), picture.width(), picture.height())
        .encode_advanced(&config)
        .map_err(|error| MediaError::Encoding(format!("WebP: {error:?}")))?;
    Ok(file.to_vec())
}

/// A baseline JPEG file.
pub(crate) fn jpeg(picture: &RgbImage) -> Result<Vec<u8>, MediaError> {
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, JPEG_QUALITY)
        .encode(
            picture.as_raw(),
            picture.width(),
            picture.height(),
            ExtendedColorType::Rgb8,
        )
        .map_err(|error| MediaError::Encoding(format!("JPEG: {error}")))?;
    Ok(file)
}
