//! The picture beside a shared link: one of our own drawings with a photograph laid into it.

use image::imageops::{self, FilterType};
use image::{DynamicImage, RgbImage};

use crate::{Area, MediaError, decode, drawing, encode};

/// Renders a drawing of ours at `width` pixels, with the middle of one of our own picture files in `window`, as a JPEG file,
/// which every messenger reads.
///
/// # Errors
/// As [`rasterise`](crate::rasterise); [`MediaError::Drawing`] when the window does not lie in the drawing.
pub fn preview(svg: &[u8], width: u32, picture: Option<&[u8]>, window: Area) -> Result<Vec<u8>, MediaError> {
    let mut canvas = drawing::draw(svg, width)?;
    let right = u64::from(window.left) + u64::from(window.width);
    let bottom = u64::from(window.top) + u64::from(window.height);
    let is_inside = right <= u64::from(canvas.width()) && bottom <= u64::from(canvas.height());
    if !is_inside || window.width == 0 || window.height == 0 {
        return Err(MediaError::Drawing("the window lies outside".into()));
    }
    // Without a picture, or with one that cannot be read, the window keeps the ground of the drawing.
    if let Some(picture) = picture.and_then(|file| decode::decode(file).ok()) {
        let photograph = middle(&picture.into_rgb(), window.width, window.height);
        imageops::replace(&mut canvas, &photograph, i64::from(window.left), i64::from(window.top));
    }
    encode::jpeg(&canvas)
}

/// As much of the middle of a picture as has these sides' proportions, in their size.
fn middle(picture: &RgbImage, width: u32, height: u32) -> RgbImage {
    let (wide, high) = picture.dimensions();
    // At least a pixel, and no more than there is: both fit the 32 bits they came from.
    let share = |side: u32, of: u32, to: u32| {
        let part = u64::from(side) * u64::from(to) / u64::from(of.max(1));
        u32::try_from(part).unwrap_or(u32::MAX).max(1)
    };
    let part_wide = wide.min(share(high, height, width));
    let part_high = high.min(share(wide, width, height));
    let (left, top) = ((wide - part_wide) / 2, (high - part_high) / 2);
    let part = imageops::crop_imm(picture, left, top, part_wide, part_high).to_image();
    if part.dimensions() == (width, height) {
        return part;
    }
    DynamicImage::ImageRgb8(part)
        .resize_exact(width, height, FilterType::CatmullRom)
        .into_rgb8()
}

#[cfg(test)]
mod tests {
    use image::Rgb;

    use super::*;

    #[test]
    fn the_middle_is_taken_whatever_the_shape() {
        // Red at both ends of the longer side, green in the middle square.
        let wide = RgbImage::from_fn(400, 100, |x, _| {
            Rgb(if (150..250).contains(&x) {
                [0, 200, 0]
            } else {
                [200, 0, 0]
            })
        });
        let high = imageops::rotate90(&wide);
        for picture in [wide, high] {
            let square = middle(&picture, 50, 50);
            assert_eq!(square.dimensions(), (50, 50));
            assert_eq!(square.get_pixel(25, 25).0, [0, 200, 0]);
            assert_eq!(square.get_pixel(3, 3).0, [0, 200, 0]);
        }
    }

    #[test]
    fn a_small_picture_fills_the_window_too() {
        let small = RgbImage::from_pixel(20, 10, Rgb([9, 8, 7]));
        let filled = middle(&small, 630, 630);
        assert_eq!(filled.dimensions(), (630, 630));
        assert_eq!(filled.get_pixel(629, 629).0, [9, 8, 7]);
    }
}
