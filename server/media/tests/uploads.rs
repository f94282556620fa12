//! What an uploader meets: good pictures come out small, upright and clean; the rest is refused quickly.
#![expect(clippy::unwrap_used, reason = "tests")]

mod samples;

use std::time::{Duration, Instant};

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use media::{
    Area, Format, Ingested, MAX_BYTES, MediaError, WIDTHS, crop, ingest, ingest_keeping, is_file_name, missing_sizes,
    sha_of,
};
use samples::{encoded, gradient, jpeg_header, png_header, png_header_of, with_exif};

/// The pixels of one file, decoded again.
fn pixels(picture: &Ingested, width: u32, format: Format) -> RgbImage {
    let file = picture
        .files
        .iter()
        .find(|f| f.width == width && f.format == format)
        .unwrap();
    let kind = match format {
        Format::Webp => ImageFormat::WebP,
        Format::Jpeg => ImageFormat::Jpeg,
    };
    image::load_from_memory_with_format(&file.bytes, kind)
        .unwrap()
        .into_rgb8()
}

/// Lossy files come close, not exact.
fn assert_close(found: Rgb<u8>, wanted: [u8; 3]) {
    let near = found.0.iter().zip(wanted).all(|(a, b)| a.abs_diff(b) <= 10);
    assert!(near, "{:?} is not {wanted:?}", found.0);
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

#[test]
fn each_kind_becomes_all_sizes() {
    for kind in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let upload = encoded(&gradient(1500, 1000), kind);
        let picture = ingest(&upload).unwrap();

        assert_eq!((picture.width, picture.height), (1500, 1000));
        assert_eq!(picture.sha, sha_of(&upload));
        let found: Vec<_> = picture.files.iter().map(|f| (f.width, f.format)).collect();
        let has = |width: &u32, format: Format| format.widths().contains(width);
        let wanted: Vec<_> = WIDTHS
            .iter()
            .flat_map(|w| {
                Format::ALL
                    .into_iter()
                    .filter(move |f| has(w, *f))
                    .map(move |f| (*w, f))
            })
            .collect();
        assert_eq!(found, wanted);
        for file in &picture.files {
            let name = media::file_name(&picture.sha, file.width, file.format);
            assert!(is_file_name(&name), "{name}");
            let small = pixels(&picture, file.width, file.format);
            assert_eq!(small.width(), file.width);
            assert_eq!(small.height(), (file.width * 2 + 1) / 3);
            // The gradient runs from dark red on the left to bright red on the right.
            assert!(small.get_pixel(2, 20).0[0] < 20 && small.get_pixel(small.width() - 3, 20).0[0] > 235);
        }
    }
}

#[test]
fn a_small_picture_has_all_names_and_is_never_enlarged() {
    let picture = ingest(&encoded(&gradient(500, 400), ImageFormat::Png)).unwrap();
    assert_eq!(picture.files.len(), 11);
    assert_eq!(pixels(&picture, 320, Format::Webp).dimensions(), (320, 256));
    assert_eq!(pixels(&picture, 640, Format::Webp).dimensions(), (500, 400));
    assert_eq!(pixels(&picture, 1200, Format::Jpeg).dimensions(), (500, 400));
}

#[test]
fn sizes_that_are_not_there_are_made_of_the_widest_file() {
    let picture = ingest(&encoded(&gradient(1500, 1000), ImageFormat::Jpeg)).unwrap();
    let widest = picture
        .files
        .iter()
        .rev()
        .find(|file| file.format == Format::Jpeg)
        .unwrap();
    let made = missing_sizes(&widest.bytes, |width, format| format == Format::Webp && width != 640).unwrap();
    let widths: Vec<_> = made.iter().map(|file| file.width).collect();
    assert_eq!(widths, [160, 240, 320, 360, 480, 800, 1200]);
    for file in &made {
        let pixels = image::load_from_memory_with_format(&file.bytes, ImageFormat::WebP).unwrap();
        assert_eq!(pixels.width(), file.width);
    }
    assert!(missing_sizes(b"no picture", |_, _| true).is_err());
}

#[test]
fn a_large_photograph_keeps_its_proportions() {
    let picture = ingest(&encoded(&gradient(4000, 3000), ImageFormat::Jpeg)).unwrap();
    assert_eq!((picture.width, picture.height), (4000, 3000));
    assert_eq!(pixels(&picture, 1200, Format::Jpeg).dimensions(), (1200, 900));
}

#[test]
fn the_largest_photograph_of_a_phone_is_read() {
    let picture = ingest(&encoded(&gradient(8192, 6144), ImageFormat::Jpeg)).unwrap();
    assert_eq!((picture.width, picture.height), (8192, 6144));
    assert_eq!(pixels(&picture, 1200, Format::Jpeg).dimensions(), (1200, 900));
}

#[test]
fn what_an_iphone_stores_is_refused_by_name() {
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
    assert!(matches!(ingest(heic), Err(MediaError::Heic)));
    assert!(matches!(media::looks_like_a_picture(heic), Err(MediaError::Heic)));
    assert!(media::looks_like_a_picture(b"\xff\xd8\xff\xe0").is_ok());
}

#[test]
fn a_turned_photograph_stands_upright_and_forgets_where_it_was_taken() {
    // Red on the left, blue on the right, and a note that the camera was turned: red belongs on top.
    let scene = RgbImage::from_fn(600, 400, |x, _| {
        if x < 300 {
            Rgb([220, 30, 30])
        } else {
            Rgb([30, 30, 220])
        }
    });
    let upload = with_exif(
        &encoded(&DynamicImage::ImageRgb8(scene), ImageFormat::Jpeg),
        6,
        "37.1120N 79.9270E",
    );
    assert!(contains(&upload, b"37.1120N"));

    let picture = ingest(&upload).unwrap();

    assert_eq!((picture.width, picture.height), (400, 600));
    for format in Format::ALL {
        let upright = pixels(&picture, 320, format);
        assert_eq!(upright.dimensions(), (320, 480));
        assert_close(*upright.get_pixel(160, 40), [220, 30, 30]);
        assert_close(*upright.get_pixel(160, 440), [30, 30, 220]);
    }
    for file in &picture.files {
        assert!(!contains(&file.bytes, b"37.1120N"));
        assert!(!contains(&file.bytes, b"Exif") && !contains(&file.bytes, b"EXIF"));
    }
}

#[test]
fn a_page_hidden_in_a_photograph_is_gone() {
    let page = b"<html><script>alert(1)</script></html>";
    let photograph = encoded(&gradient(400, 400), ImageFormat::Jpeg);
    let comment = [
        b"\xff\xfe",
        &u16::try_from(page.len() + 2).unwrap().to_be_bytes()[..],
        page,
    ]
    .concat();
    let upload = [&photograph[..2], &comment, &photograph[2..], page].concat();

    let picture = ingest(&upload).unwrap();

    assert!(picture.files.iter().all(|file| !contains(&file.bytes, b"script")));
}

#[test]
fn clear_parts_show_the_paper() {
    let sticker = RgbaImage::from_fn(400, 400, |x, _| {
        if x < 200 {
            Rgba([0, 0, 0, 0])
        } else {
            Rgba([10, 120, 60, 255])
        }
    });
    for kind in [ImageFormat::Png, ImageFormat::WebP] {
        let picture = ingest(&encoded(&DynamicImage::ImageRgba8(sticker.clone()), kind)).unwrap();
        for format in Format::ALL {
            let flat = pixels(&picture, 320, format);
            assert_close(*flat.get_pixel(40, 160), [0xfb, 0xf6, 0xec]);
            assert_close(*flat.get_pixel(280, 160), [10, 120, 60]);
        }
    }
}

#[test]
fn unusual_pixels_are_read() {
    for picture in [
        DynamicImage::ImageLuma8(gradient(300, 300).into_luma8()),
        DynamicImage::ImageLumaA8(gradient(300, 300).into_luma_alpha8()),
        DynamicImage::ImageRgb16(gradient(300, 300).into_rgb16()),
        DynamicImage::ImageRgba16(gradient(300, 300).into_rgba16()),
    ] {
        assert_eq!(ingest(&encoded(&picture, ImageFormat::Png)).unwrap().files.len(), 11);
    }
}

#[test]
fn a_file_cut_short_is_refused() {
    for kind in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let whole = encoded(&gradient(400, 300), kind);
        for kept in [13, whole.len() / 4, whole.len() / 2, whole.len() * 9 / 10] {
            let refusal = ingest(&whole[..kept]).unwrap_err();
            assert!(
                matches!(refusal, MediaError::Incomplete | MediaError::Damaged(_)),
                "{kind:?} {kept}: {refusal:?}"
            );
        }
    }
}

#[test]
fn noise_behind_the_first_bytes_is_refused_without_a_panic() {
    for kind in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let whole = encoded(&gradient(240, 240), kind);
        // A fixed walk over the file; the result may be a picture or a refusal, never a crash.
        for at in (12..whole.len()).step_by((whole.len() / 40).max(1)) {
            let mut harmed = whole.clone();
            harmed[at] ^= 0xff;
            let _ = ingest(&harmed);
        }
    }
}

#[test]
fn only_photographs_and_drawn_pixels_are_accepted() {
    let gif = b"GIF89a\x01\x00\x01\x00\x80\x00\x00";
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"500\" height=\"500\"/>";
    for upload in [
        &gif[..],
        &svg[..],
        b"<?xml version=\"1.0\"?><svg/>",
        b"%PDF-1.7",
        b"MZ",
        b"\xff\xd8",
        b"",
    ] {
        assert!(matches!(ingest(upload), Err(MediaError::NotAPicture)));
    }
}

#[test]
fn sizes_out_of_bounds_are_refused() {
    let tiny = encoded(&gradient(199, 800), ImageFormat::Png);
    assert!(matches!(
        ingest(&tiny),
        Err(MediaError::TooSmall {
            width: 199,
            height: 800
        })
    ));
    // A thread is no photograph: that it is long is not what is wrong with it.
    for (width, height) in [(1, 20_000), (20_000, 1)] {
        let thread = ingest(&png_header(width, height));
        assert!(matches!(thread, Err(MediaError::TooSmall { .. })), "{thread:?}");
    }
    let heavy = [&encoded(&gradient(300, 300), ImageFormat::Png)[..], &vec![0; MAX_BYTES]].concat();
    assert!(matches!(ingest(&heavy), Err(MediaError::TooManyBytes)));
    assert!(ingest(&encoded(&gradient(200, 200), ImageFormat::Jpeg)).is_ok());
}

#[test]
fn a_header_that_promises_too_much_costs_nothing() {
    let started = Instant::now();
    assert!(matches!(
        ingest(&png_header(30_000, 30_000)),
        Err(MediaError::TooLarge {
            width: 30_000,
            height: 30_000
        })
    ));
    assert!(matches!(
        ingest(&png_header(u32::MAX / 2, 300)),
        Err(MediaError::TooLarge { .. } | MediaError::Damaged(_))
    ));
    assert!(matches!(
        ingest(&png_header(8000, 8000)),
        Err(MediaError::TooLarge {
            width: 8000,
            height: 8000
        })
    ));
    // Fits as it is, not with four times two bytes a pixel.
    assert!(matches!(
        ingest(&png_header_of(6000, 6000, 16, 6)),
        Err(MediaError::TooHeavy { bytes: 288_000_000 })
    ));
    assert!(matches!(
        ingest(&jpeg_header(0xc0, 65_500, 65_500)),
        Err(MediaError::TooLarge { .. })
    ));
    assert!(matches!(
        ingest(&jpeg_header(0xc0, 8000, 8000)),
        Err(MediaError::TooLarge { .. })
    ));
    // Fits as plain rows, not with the coefficients of every pass beside it.
    assert!(matches!(
        ingest(&jpeg_header(0xc2, 5000, 4000)),
        Err(MediaError::TooHeavy { .. })
    ));
    assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
}

#[test]
fn a_webp_that_lies_about_its_insides_is_refused() {
    let canvas = [0, 0, 0, 0, 43, 1, 0, 43, 1, 0]; // 300 × 300
    let huge_frame = [
        &[0x10, 0, 0, 0x9d, 0x01, 0x2a][..],
        &16_383_u16.to_le_bytes(),
        &16_383_u16.to_le_bytes(),
    ]
    .concat();
    let frame = samples::webp_file(&[(b"VP8X", &canvas), (b"VP8 ", &huge_frame)]);
    assert!(matches!(
        ingest(&frame),
        Err(MediaError::TooLarge {
            width: 16_383,
            height: 16_383
        })
    ));

    let mut note = samples::webp_file(&[(b"VP8X", &canvas), (b"EXIF", b"note")]);
    let at = note.len() - 8;
    note[at..at + 4].copy_from_slice(&u32::MAX.to_le_bytes());
    assert!(matches!(ingest(&note), Err(MediaError::Incomplete)));

    let moving = samples::webp_file(&[(b"VP8X", &canvas), (b"ANIM", &[0; 6])]);
    assert!(matches!(ingest(&moving), Err(MediaError::Moving)));
}

#[test]
fn a_part_of_a_turned_photograph_is_cut_as_it_is_seen() {
    // Held on its right side: red rises downwards, green to the left.
    let held = with_exif(&encoded(&gradient(1600, 1200), ImageFormat::Jpeg), 6, "");
    let whole = ingest(&held).unwrap();
    assert_eq!((whole.width, whole.height), (1200, 1600));
    let kept = whole
        .files
        .iter()
        .find(|file| file.width == 1200 && file.format == Format::Jpeg)
        .unwrap();
    let area = Area {
        left: 0,
        top: 1200,
        width: 600,
        height: 400,
    };
    let part = crop(&kept.bytes, area).unwrap();
    assert_eq!((part.width, part.height), (600, 400));
    assert_eq!(part.files.len(), 11);
    let seen = pixels(&part, 640, Format::Jpeg);
    assert_eq!(seen.dimensions(), (600, 400));
    assert_close(*seen.get_pixel(2, 2), [191, 254, 90]);
    assert_close(*seen.get_pixel(597, 397), [254, 128, 90]);
    // The same part is the same picture, and another one is not.
    assert_eq!(crop(&kept.bytes, area).unwrap().sha, part.sha);
    assert_ne!(crop(&kept.bytes, Area { left: 1, ..area }).unwrap().sha, part.sha);
    assert_ne!(part.sha, whole.sha);
}

#[test]
fn what_was_sent_is_kept_to_crop_from_without_the_place() {
    let upload = with_exif(
        &encoded(&gradient(2400, 1800), ImageFormat::Jpeg),
        6,
        "37.1120N 79.9270E",
    );
    let (picture, original) = ingest_keeping(&upload).unwrap();
    assert_eq!((picture.width, picture.height), (1800, 2400));
    assert_eq!(picture.sha, sha_of(&upload));
    assert_eq!(picture.files.len(), 11);
    assert_eq!((original.width, original.height), (1800, 2400));
    assert_eq!(original.sha, sha_of(&original.bytes));
    assert!(!contains(&original.bytes, b"37.1120N") && !contains(&original.bytes, b"Exif"));
    // A part of it has more pixels than the widest file could give.
    let area = Area {
        left: 0,
        top: 0,
        width: 1500,
        height: 1500,
    };
    let part = crop(&original.bytes, area).unwrap();
    assert_eq!((part.width, part.height), (1500, 1500));
    assert_eq!(pixels(&part, 1200, Format::Jpeg).dimensions(), (1200, 1200));
    // Of a large photograph what is too much is left out.
    let (_, original) = ingest_keeping(&encoded(&gradient(4000, 3000), ImageFormat::Jpeg)).unwrap();
    assert_eq!((original.width, original.height), (2000, 1500));
}

#[test]
fn too_small_a_part_is_refused_and_none_reaches_beyond() {
    let file = encoded(&gradient(400, 300), ImageFormat::Png);
    let area = |left, top, width, height| {
        crop(
            &file,
            Area {
                left,
                top,
                width,
                height,
            },
        )
    };
    for (left, top, width, height) in [
        (0, 0, 199, 300),
        (0, 0, 400, 199),
        (201, 0, 400, 300),
        (500, 500, 400, 300),
    ] {
        let refused = area(left, top, width, height);
        assert!(matches!(refused, Err(MediaError::TooSmall { .. })), "{refused:?}");
    }
    let part = area(200, 100, u32::MAX, u32::MAX).unwrap();
    assert_eq!((part.width, part.height), (200, 200));
}
