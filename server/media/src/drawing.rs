//! Our own illustrations, which come with the shop as SVG. Never for uploads: a drawing can take as long as its
//! author likes to render, and nobody but us writes these.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder, RgbImage};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree};

use crate::scale::CREAM;
use crate::{Ingested, MediaError, render, sha_of};

/// Longest side of what is drawn, in pixels.
const MAX_DRAWN: u32 = 8_000;

/// Renders a drawing at `width` pixels on cream, as a PNG file packed for speed.
///
/// # Errors
/// [`MediaError::Drawing`] when it is no SVG, is asked for at no width, or would be larger than 8,000 pixels a side.
pub fn rasterise(svg: &[u8], width: u32) -> Result<Vec<u8>, MediaError> {
    let picture = draw(svg, width)?;
    let mut file = Vec::new();
    PngEncoder::new_with_quality(&mut file, CompressionType::Fast, FilterType::Adaptive)
        .write_image(
            picture.as_raw(),
            picture.width(),
            picture.height(),
            ExtendedColorType::Rgb8,
        )
        .map_err(|error| MediaError::Encoding(format!("PNG: {error}")))?;
    Ok(file)
}

/// The same files as [`crate::ingest`] makes, from a drawing rendered at `width` pixels. They are named after the
/// drawing's own bytes, so whether they exist already can be told without rendering it (see [`sha_of`]).
///
/// # Errors
/// As [`rasterise`].
pub fn ingest_svg(svg: &[u8], width: u32) -> Result<Ingested, MediaError> {
    let picture = draw(svg, width)?;
    let (width, height) = picture.dimensions();
    Ok(Ingested {
        sha: sha_of(svg),
        width,
        height,
        files: render(picture, |_, _| true)?,
    })
}

/// The size [`ingest_svg`] would give the drawing, without rendering it.
///
/// # Errors
/// As [`rasterise`].
pub fn svg_size(svg: &[u8], width: u32) -> Result<(u32, u32), MediaError> {
    let tree = Tree::from_data(svg, &nothing_from_outside()).map_err(|error| MediaError::Drawing(error.to_string()))?;
    let scale = width as f32 / tree.size().width();
    Ok((width, (tree.size().height() * scale).round() as u32))
}

pub(crate) fn draw(svg: &[u8], width: u32) -> Result<RgbImage, MediaError> {
    let tree = Tree::from_data(svg, &nothing_from_outside()).map_err(|error| MediaError::Drawing(error.to_string()))?;
    let scale = width as f32 / tree.size().width();
    let height = (tree.size().height() * scale).round() as u32;
    if width.max(height) > MAX_DRAWN {
        return Err(MediaError::Drawing(format!("{width} × {height} pixels are too many")));
    }
    let mut canvas = Pixmap::new(width, height).ok_or_else(|| MediaError::Drawing("no size".into()))?;
    let [red, green, blue] = CREAM;
    canvas.fill(Color::from_rgba8(red, green, blue, 255));
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut canvas.as_mut());
    // On an opaque ground every pixel stays opaque: dropping alpha is all it takes.
    let opaque = canvas
        .data()
        .as_chunks::<4>()
        .0
        .iter()
        .flat_map(|&[red, green, blue, _]| [red, green, blue])
        .collect();
    RgbImage::from_raw(width, height, opaque).ok_or_else(|| MediaError::Drawing("no size".into()))
}

/// The default would read the files and unpack the data an `<image>` points to.
fn nothing_from_outside() -> Options<'static> {
    Options {
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    }
}
