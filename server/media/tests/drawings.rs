//! Our own illustrations take the same way out as uploads.
#![expect(clippy::unwrap_used, reason = "tests")]

use media::{Format, MediaError, WIDTHS, ingest, ingest_svg, rasterise, sha_of};

const ALMOND: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90">
    <ellipse cx="80" cy="45" rx="40" ry="30" fill="#a0522d"/></svg>"##;

#[test]
fn a_drawing_becomes_six_files_named_after_itself() {
    let picture = ingest_svg(ALMOND.as_bytes(), 1600).unwrap();
    assert_eq!((picture.width, picture.height), (1600, 900));
    assert_eq!(picture.sha, sha_of(ALMOND.as_bytes()));
    assert_eq!(picture.files.len(), WIDTHS.len() * Format::ALL.len());
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
