//! Making pictures smaller, and opaque. Never larger.

use image::imageops::FilterType;
use image::{DynamicImage, GenericImageView, RgbImage};

use crate::WIDTHS;

/// The shop's paper colour (`#FBF6EC`), which shows through where an upload is transparent.
pub(crate) const CREAM: [u8; 3] = [0xfb, 0xf6, 0xec];

/// Memory the sharp filter may take for its half-done picture, in bytes; it keeps four floats a pixel.
const MAX_FILTER_MEMORY: u64 = 64 * 1024 * 1024;

/// The largest whole number a picture can be divided by without getting narrower than the widest rendition.
pub(crate) fn whole_step(width: u32) -> u32 {
    (width / WIDTHS[WIDTHS.len() - 1]).max(1)
}

/// Pixels that are left at least of what was sent: a part as wide as six tenths of a photograph still has the widest rendition.
const ORIGINAL_PIXELS: u64 = 3_000_000;

/// The largest whole number a picture can be divided by without having fewer pixels than are kept of what was sent.
pub(crate) fn original_step(width: u32, height: u32) -> u32 {
    let times = u64::from(width) * u64::from(height) / ORIGINAL_PIXELS;
    u32::try_from(times.isqrt()).unwrap_or(1).max(1)
}

/// Puts a picture on cream and averages squares of `step` × `step` pixels, in one pass over the source. Pixels
/// beyond the last whole square (fewer than `step`) are left out.
pub(crate) fn flatten(picture: DynamicImage, step: u32) -> RgbImage {
    if step == 1
        && let DynamicImage::ImageRgb8(pixels) = picture
    {
        return pixels;
    }
    let (width, height) = (picture.width() / step, picture.height() / step);
    let mut small = RgbImage::new(width, height);
    let count = step * step;
    for (x, y, target) in small.enumerate_pixels_mut() {
        let mut sums = [0_u32; 3];
        for (dx, dy) in (0..step).flat_map(|dy| (0..step).map(move |dx| (dx, dy))) {
            let [red, green, blue, alpha] = picture.get_pixel(x * step + dx, y * step + dy).0;
            for ((sum, value), paper) in sums.iter_mut().zip([red, green, blue]).zip(CREAM) {
                *sum += on_paper(value, alpha, paper);
            }
        }
        // An average of bytes is a byte.
        target.0 = sums.map(|sum| ((sum + count / 2) / count) as u8);
    }
    small
}

/// One channel of a pixel laid over the paper.
fn on_paper(value: u8, alpha: u8, paper: u8) -> u32 {
    let (value, alpha, paper) = (u32::from(value), u32::from(alpha), u32::from(paper));
    (value * alpha + paper * (255 - alpha) + 127) / 255
}

/// The picture at `width` × `height` pixels, neither more than it has.
pub(crate) fn to_size(picture: RgbImage, (width, height): (u32, u32)) -> RgbImage {
    if picture.dimensions() == (width, height) {
        return picture;
    }
    let filter_memory = u64::from(picture.width()) * u64::from(height) * 16;
    let picture = DynamicImage::ImageRgb8(picture);
    let small = if filter_memory <= MAX_FILTER_MEMORY {
        picture.resize_exact(width, height, FilterType::CatmullRom)
    } else {
        // A very tall picture: softer, but in place.
        picture.thumbnail_exact(width, height)
    };
    small.into_rgb8()
}

/// The size of a picture of `width` × `height` pixels at another width: its height in proportion, at least 1.
pub(crate) fn at_width((width, height): (u32, u32), wanted: u32) -> (u32, u32) {
    let (from, to) = (u64::from(width.max(1)), u64::from(wanted));
    let scaled = (u64::from(height) * to + from / 2) / from;
    (wanted, u32::try_from(scaled).unwrap_or(u32::MAX).max(1))
}

#[cfg(test)]
mod tests {
    use image::{Rgb, Rgba, RgbaImage};

    use super::*;

    #[test]
    fn clear_pixels_show_the_paper_and_half_clear_ones_mix() {
        let glass = RgbaImage::from_fn(2, 1, |x, _| {
            if x == 0 {
                Rgba([9, 9, 9, 0])
            } else {
                Rgba([0, 0, 0, 128])
            }
        });
        let paper = flatten(DynamicImage::ImageRgba8(glass), 1);
        assert_eq!(paper.get_pixel(0, 0).0, CREAM);
        assert_eq!(paper.get_pixel(1, 0).0, [125, 123, 118]);
    }

    #[test]
    fn squares_are_averaged_after_the_paper_shows_through() {
        // A clear pixel's own black must not darken the edge it stands on.
        let edge = RgbaImage::from_fn(2, 2, |x, _| {
            if x == 0 {
                Rgba([0, 0, 0, 0])
            } else {
                Rgba([251, 246, 236, 255])
            }
        });
        assert_eq!(flatten(DynamicImage::ImageRgba8(edge), 2).get_pixel(0, 0).0, CREAM);
    }

    #[test]
    fn steps_keep_enough_for_the_widest_rendition() {
        assert_eq!([200, 1200, 2399, 2400, 8000].map(whole_step), [1, 1, 1, 2, 6]);
    }

    #[test]
    fn steps_keep_enough_to_crop_from() {
        let steps = [(400, 300), (3999, 3000), (4000, 3000), (8192, 6144), (12_000, 1300)];
        assert_eq!(
            steps.map(|(width, height)| original_step(width, height)),
            [1, 1, 2, 4, 2]
        );
    }

    #[test]
    fn one_colour_stays_that_colour() {
        let plain = RgbImage::from_pixel(900, 3000, Rgb([12, 200, 99]));
        let size = at_width(plain.dimensions(), 320);
        let small = to_size(plain, size);
        assert_eq!(small.dimensions(), (320, 1067));
        assert!(small.pixels().all(|pixel| pixel.0 == [12, 200, 99]));
    }
}
