//! Files to upload: real ones by encoding, false ones by hand.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

/// Red rises from left to right, green from top to bottom.
pub fn gradient(width: u32, height: u32) -> DynamicImage {
    let shade = |at: u32, of: u32| u8::try_from(at * 255 / of).unwrap();
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| {
        Rgb([shade(x, width), shade(y, height), 90])
    }))
}

pub fn encoded(picture: &DynamicImage, kind: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, kind).unwrap();
    file.into_inner()
}

/// A JPEG with a camera's note: how it was held (1 to 8), and a place.
pub fn with_exif(jpeg: &[u8], orientation: u8, place: &str) -> Vec<u8> {
    // TIFF, big endian: one entry, "orientation" (0x0112), one short.
    let mut note = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    note.extend([orientation, 0, 0, 0, 0, 0, 0]);
    note.extend(place.as_bytes());
    let length = u16::try_from(note.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], b"\xff\xe1", &length, &note, &jpeg[2..]].concat()
}

/// A PNG that names its size, 24 bits a pixel, and holds next to no pixels.
pub fn png_header(width: u32, height: u32) -> Vec<u8> {
    png_header_of(width, height, 8, 2)
}

/// The same with another number of bits and another kind of colour.
pub fn png_header_of(width: u32, height: u32, depth: u8, colour: u8) -> Vec<u8> {
    let sizes = [
        &width.to_be_bytes()[..],
        &height.to_be_bytes(),
        &[depth, colour, 0, 0, 0],
    ]
    .concat();
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, body) in [
        (b"IHDR", &sizes[..]),
        (b"IDAT", &[0x78, 0x9c, 0x63, 0, 0]),
        (b"IEND", &[]),
    ] {
        file.extend(u32::try_from(body.len()).unwrap().to_be_bytes());
        let chunk = [&name[..], body].concat();
        file.extend(&chunk);
        file.extend(crc32(&chunk).to_be_bytes());
    }
    file
}

/// A JPEG in three colours with a frame of the given marker, and no pixels in its scan.
pub fn jpeg_header(frame: u8, width: u16, height: u16) -> Vec<u8> {
    let mut file = vec![0xff, 0xd8, 0xff, 0xdb, 0, 67, 0];
    file.extend([1; 64]);
    file.extend([0xff, frame, 0, 17, 8]);
    file.extend(height.to_be_bytes());
    file.extend(width.to_be_bytes());
    file.extend([3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
    file.extend([0xff, 0xda, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0, 0xff, 0xd9]);
    file
}

/// A WebP file of the given chunks, each of an even length.
pub fn webp_file(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut body = b"WEBP".to_vec();
    for (name, chunk) in chunks {
        body.extend(*name);
        body.extend(u32::try_from(chunk.len()).unwrap().to_le_bytes());
        body.extend(*chunk);
    }
    [&b"RIFF"[..], &u32::try_from(body.len()).unwrap().to_le_bytes(), &body].concat()
}

/// The check sum of a PNG chunk (PNG specification, annex D), bit by bit.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 * (crc & 1)))
    })
}
