//! From pixels to the two kinds of file we serve.

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, RgbImage};
use webp::{Encoder, WebPConfig};

use crate::MediaError;

/// Of 100. At these, drawings and photographs show no rings at arm's length on a phone. Narrow ones are shown with two pixels
/// or three where the eye sees one, the widest ones also enlarged.
const WEBP_QUALITY: [(u32, f32); 3] = [(480, 68.0), (800, 70.0), (u32::MAX, 78.0)];
const JPEG_QUALITY: u8 = 80;

/// Of what other pictures are cut from: these are written anew once more.
const ORIGINAL_QUALITY: u8 = 90;

/// libwebp's effort, 0 to 6: beyond this, time doubles for a few per cent of size.
const WEBP_METHOD: i32 = 3;

/// A lossy WebP file of a picture that is asked for by `width`.
pub(crate) fn webp(picture: &RgbImage, width: u32) -> Result<Vec<u8>, MediaError> {
    let mut config = WebPConfig::new().map_err(|()| MediaError::Encoding("libwebp has another version".into()))?;
    let quality = WEBP_QUALITY.into_iter().find(|(widest, _)| width <= *widest);
    config.quality = quality.map_or(100.0, |(_, quality)| quality);
    config.method = WEBP_METHOD;
    let file = Encoder::from_rgb(picture.as_raw(), picture.width(), picture.height())
        .encode_advanced(&config)
        .map_err(|error| MediaError::Encoding(format!("WebP: {error:?}")))?;
    Ok(file.to_vec())
}

/// A baseline JPEG file.
pub(crate) fn jpeg(picture: &RgbImage) -> Result<Vec<u8>, MediaError> {
    jpeg_of(picture, JPEG_QUALITY)
}

/// The same for what other pictures are cut from.
pub(crate) fn original(picture: &RgbImage) -> Result<Vec<u8>, MediaError> {
    jpeg_of(picture, ORIGINAL_QUALITY)
}

fn jpeg_of(picture: &RgbImage, quality: u8) -> Result<Vec<u8>, MediaError> {
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, quality)
        .encode(
            picture.as_raw(),
            picture.width(),
            picture.height(),
            ExtendedColorType::Rgb8,
        )
        .map_err(|error| MediaError::Encoding(format!("JPEG: {error}")))?;
    Ok(file)
}
