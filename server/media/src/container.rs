//! A look at a file's outline before a decoder sees it: what kind it is, whether it is all there, and whether it
//! promises more than it shows. The decoders forgive what we must not: zune-jpeg greys out the missing end of a cut
//! file, and image-webp (0.2.4) reserves memory for any chunk length or inner frame size it is told.

use crate::{MediaError, check_size};

/// What a file is by its first bytes; its name and declared type are never asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Jpeg,
    Png,
    Webp,
}

/// The kind of a file, if it is one we read.
pub(crate) fn kind(bytes: &[u8]) -> Option<Kind> {
    if bytes.starts_with(b"\xff\xd8\xff") {
        Some(Kind::Jpeg)
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some(Kind::Png)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Some(Kind::Webp)
    } else {
        None
    }
}

/// The kind of a file, or why it is none that we read.
pub(crate) fn kind_or_why(bytes: &[u8]) -> Result<Kind, MediaError> {
    kind(bytes).ok_or(if is_heif(bytes) {
        MediaError::Heic
    } else {
        MediaError::NotAPicture
    })
}

/// Whether it is a HEIF container (ISO/IEC 23008-12) with a picture in it; a film begins alike, with another brand.
fn is_heif(bytes: &[u8]) -> bool {
    const BRANDS: [&[u8]; 9] = [
        b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif", b"avis",
    ];
    bytes.get(4..8) == Some(b"ftyp") && bytes.get(8..12).is_some_and(|brand| BRANDS.contains(&brand))
}

/// How a JPEG stores its pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JpegLayout {
    /// Decoded row by row.
    Streamed,
    /// Several passes over the picture: all coefficients are held in memory.
    Layered,
}

/// A dozen passes are usual; a file with hundreds only wants to keep us busy.
const MAX_JPEG_SCANS: u32 = 32;

/// Walks the markers of a JPEG to its end. Bytes after the end marker do not count: phones append previews there.
///
/// # Errors
/// [`MediaError::Incomplete`] when the end marker is missing, [`MediaError::NotAPicture`] for an absurd outline.
pub(crate) fn jpeg_layout(bytes: &[u8]) -> Result<JpegLayout, MediaError> {
    let (mut at, mut frames, mut scans, mut progressive) = (2, 0, 0, false);
    loop {
        let rest = bytes.get(at..).ok_or(MediaError::Incomplete)?;
        at += rest.iter().position(|&b| b == 0xff).ok_or(MediaError::Incomplete)? + 1;
        match *bytes.get(at).ok_or(MediaError::Incomplete)? {
            // The end. A file with no picture before it is nothing.
            0xd9 if scans > 0 => break,
            0xd9 => return Err(MediaError::NotAPicture),
            // A second fill byte: it may start the marker itself.
            0xff => continue,
            // A 0xff among the pixels, a restart or a stray start marker: nothing follows that has a length.
            0x00 | 0x01 | 0xd0..=0xd8 => at += 1,
            marker => {
                frames += u32::from(matches!(marker, 0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf));
                scans += u32::from(marker == 0xda);
                progressive |= marker == 0xc2;
                let length = bytes.get(at + 1..at + 3).ok_or(MediaError::Incomplete)?;
                at += 1 + usize::from(u16::from_be_bytes([length[0], length[1]])).max(2);
            }
        }
    }
    if frames != 1 || scans > MAX_JPEG_SCANS {
        return Err(MediaError::NotAPicture);
    }
    Ok(if progressive || scans > 1 {
        JpegLayout::Layered
    } else {
        JpegLayout::Streamed
    })
}

/// Walks the chunks of a WebP file and returns the file without whatever follows it.
///
/// # Errors
/// [`MediaError::Incomplete`] when a chunk reaches beyond the end, [`MediaError::Moving`] for an animation,
/// [`MediaError::TooLarge`] and [`MediaError::TooSmall`] when the pixels inside are more, or fewer, than the outside may have.
pub(crate) fn webp_file(bytes: &[u8]) -> Result<&[u8], MediaError> {
    let size = little_endian(bytes, 4).ok_or(MediaError::Incomplete)?;
    let file = size
        .checked_add(8)
        .and_then(|end| bytes.get(..end))
        .ok_or(MediaError::Incomplete)?;
    let mut at = 12;
    while let (Some(name), Some(size)) = (file.get(at..at + 4), little_endian(file, at + 4)) {
        let start = at + 8;
        let end = start.checked_add(size).ok_or(MediaError::Incomplete)?;
        let chunk = file.get(start..end).ok_or(MediaError::Incomplete)?;
        match name {
            b"ANIM" | b"ANMF" => return Err(MediaError::Moving),
            // RFC 6386, 9.1: after three bytes of tag and three of start code, 14 bits of width, 14 of height.
            b"VP8 " => {
                let sides = chunk.get(6..10).ok_or(MediaError::Incomplete)?;
                let width = u32::from(u16::from_le_bytes([sides[0], sides[1]]) & 0x3fff);
                let height = u32::from(u16::from_le_bytes([sides[2], sides[3]]) & 0x3fff);
                check_size(width, height)?;
            }
            _ => {}
        }
        // Chunks start at even places.
        at = end + size % 2;
    }
    Ok(file)
}

fn little_endian(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at + 4)?;
    usize::try_from(u32::from_le_bytes([four[0], four[1], four[2], four[3]])).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_three_kinds_are_known() {
        assert_eq!(kind(b"\xff\xd8\xff\xe0rest"), Some(Kind::Jpeg));
        assert_eq!(kind(b"\x89PNG\r\n\x1a\nrest"), Some(Kind::Png));
        assert_eq!(kind(b"RIFF\x10\0\0\0WEBPVP8 "), Some(Kind::Webp));
        for other in [
            &b"GIF89a"[..],
            b"<svg xmlns=",
            b"\x89PNG",
            b"RIFF\x10\0\0\0WAVE",
            b"\0\0\0\x1cftypavif",
            b"BM",
            b"",
        ] {
            assert_eq!(kind(other), None);
        }
    }

    #[test]
    fn what_an_iphone_stores_is_known_by_name() {
        for brand in [b"heic", b"mif1", b"avif"] {
            let file = [&b"\0\0\0\x1cftyp"[..], brand, b"\0\0\0\0"].concat();
            assert!(matches!(kind_or_why(&file), Err(MediaError::Heic)));
        }
        for other in [&b"\0\0\0\x1cftypisom"[..], b"\0\0\0\x1cftyp", b"heic"] {
            assert!(matches!(kind_or_why(other), Err(MediaError::NotAPicture)));
        }
    }

    #[test]
    fn the_end_marker_of_a_preview_inside_does_not_count() {
        let preview_only = b"\xff\xd8\xff\xe1\x00\x06\xff\xda\xff\xd9";
        assert!(matches!(jpeg_layout(preview_only), Err(MediaError::Incomplete)));
        let with_picture =
            b"\xff\xd8\xff\xe1\x00\x06\xff\xda\xff\xd9\xff\xc0\x00\x02\xff\xda\x00\x02ab\xff\x00c\xff\xd9";
        assert_eq!(jpeg_layout(with_picture).ok(), Some(JpegLayout::Streamed));
    }

    #[test]
    fn a_jpeg_in_passes_is_layered_and_endless_passes_are_refused() {
        let progressive = b"\xff\xd8\xff\xc2\x00\x02\xff\xda\x00\x02\xff\xff\xd9";
        assert_eq!(jpeg_layout(progressive).ok(), Some(JpegLayout::Layered));
        let busy = [
            &b"\xff\xd8\xff\xc2\x00\x02"[..],
            &b"\xff\xda\x00\x02".repeat(100),
            b"\xff\xd9",
        ]
        .concat();
        assert!(matches!(jpeg_layout(&busy), Err(MediaError::NotAPicture)));
    }
}
