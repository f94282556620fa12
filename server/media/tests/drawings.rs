//! Our own illustrations take the same way out as uploads.
#![expect(clippy::unwrap_used, reason = "tests")]

use media::{Area, Format, MediaError, ingest, ingest_svg, preview, rasterise, sha_of};

const ALMOND: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90">
    <ellipse cx="80" cy="45" rx="40" ry="30" fill="#a0522d"/></svg>"##;

#[test]
fn a_drawing_becomes_files_named_after_itself() {
    let picture = ingest_svg(ALMOND.as_bytes(), 1600).unwrap();
    assert_eq!((picture.width, picture.height), (1600, 900));
    assert_eq!(picture.sha, sha_of(ALMOND.as_bytes()));
    let widths = Format::ALL.map(|format| format.widths().len());
    assert_eq!(picture.files.len(), widths.iter().sum::<usize>());
}

#[test]
fn a_rendered_drawing_is_an_upload_like_any_other() {
    let png = rasterise(ALMOND.as_bytes(), 800).unwrap();
    let pixels = image::load_from_memory(&png).unwrap().into_rgb8();
    assert_eq!(pixels.dimensions(), (800, 450));
    assert_eq!(pixels.get_pixel(5, 5).0, [0xfb, 0xf6, 0xec], "the ground is paper");
    assert_eq!(pixels.get_pixel(400, 225).0, [0xa0, 0x52, 0x2d]);
    assert_eq!(ingest(&png).unwrap().width, 800);
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    let ladder = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1000"><path d="M0 0h1"/></svg>"#;
    for (svg, width) in [
        ("not a drawing", 320),
        ("<html/>", 320),
        (ALMOND, 0),
        (ALMOND, 9000),
        (ladder, 320),
    ] {
        assert!(
            matches!(rasterise(svg.as_bytes(), width), Err(MediaError::Drawing(_))),
            "{svg} at {width}"
        );
    }
}

#[test]
fn a_drawing_fetches_nothing() {
    let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">
        <image width="9" height="9" xlink:href="/etc/hostname"/><image width="9" height="9" href="data:image/svg+xml,&lt;svg/&gt;"/></svg>"#;
    let pixels = image::load_from_memory(&rasterise(svg.as_bytes(), 90).unwrap())
        .unwrap()
        .into_rgb8();
    assert!(pixels.pixels().all(|pixel| pixel.0 == [0xfb, 0xf6, 0xec]));
}

#[test]
fn a_photograph_is_laid_into_a_drawing() {
    let ground = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630"><path d="M0 0h1200v630h-1200z" fill="#0000ff"/></svg>"##;
    let photograph = rasterise(ALMOND.as_bytes(), 800).unwrap();
    let window = Area {
        left: 570,
        top: 0,
        width: 630,
        height: 630,
    };
    let file = preview(ground.as_bytes(), 1200, Some(&photograph), window).unwrap();
    assert!(file.starts_with(b"\xff\xd8\xff"), "a JPEG");
    let pixels = image::load_from_memory(&file).unwrap().into_rgb8();
    assert_eq!(pixels.dimensions(), (1200, 630));
    let near = |x: u32, y: u32, wanted: [u8; 3]| {
        let found = pixels.get_pixel(x, y).0;
        let far = found.iter().zip(wanted).any(|(a, b)| a.abs_diff(b) > 12);
        assert!(!far, "{found:?} at {x}, {y}");
    };
    near(100, 300, [0, 0, 255]);
    // The almond in the middle of the window, its ground in the corner.
    near(885, 315, [0xa0, 0x52, 0x2d]);
    near(1190, 10, [0xfb, 0xf6, 0xec]);
    let empty = preview(ground.as_bytes(), 1200, None, window).unwrap();
    let pixels = image::load_from_memory(&empty).unwrap().into_rgb8();
    assert!(pixels.get_pixel(885, 315).0[2] > 240);
}

#[test]
fn a_window_lies_in_the_drawing() {
    for (left, width) in [(571, 630), (u32::MAX, 630), (0, 0)] {
        let window = Area {
            left,
            top: 0,
            width,
            height: 630,
        };
        let made = preview(ALMOND.as_bytes(), 1200, None, window);
        assert!(matches!(made, Err(MediaError::Drawing(_))), "{window:?}");
    }
}
