//! Names of picture files, `<32 hex digits>-<width>.<webp|jpg>`: printed here, matched here, nowhere else. Only what
//! [`file_name`] can print is matched, so a name that passes is safe as a path on disk.

use crate::Format;

/// Hex digits that name a picture: 128 bits, far beyond meeting by chance.
pub(crate) const SHA_LEN: usize = 32;

/// The name of one file of the picture `sha`.
#[must_use]
pub fn file_name(sha: &str, width: u32, format: Format) -> String {
    format!("{sha}-{width}.{}", format.ext())
}

/// The picture, width and format a file name stands for; `None` when no file of ours is called so.
#[must_use]
pub fn parse_file_name(name: &str) -> Option<(&str, u32, Format)> {
    let (sha, rest) = name.split_once('-')?;
    if sha.len() != SHA_LEN || !sha.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
        return None;
    }
    let (width, ext) = rest.split_once('.')?;
    // Compared as text: "0640" and "+640" are numbers, but not names we print.
    let format = Format::ALL.into_iter().find(|known| known.ext() == ext)?;
    let width = format.widths().iter().find(|known| known.to_string() == width)?;
    Some((sha, *width, format))
}

/// Whether a file of ours can be called so.
#[must_use]
pub fn is_file_name(name: &str) -> bool {
    parse_file_name(name).is_some()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    const SHA: &str = "0123456789abcdef0123456789abcdef";

    #[test]
    fn a_printed_name_is_matched() {
        for format in Format::ALL {
            for &width in format.widths() {
                let name = file_name(SHA, width, format);
                assert_eq!(parse_file_name(&name).unwrap(), (SHA, width, format));
            }
        }
        assert!(is_file_name("0123456789abcdef0123456789abcdef-640.webp"));
    }

    #[test]
    fn any_other_name_is_refused() {
        for end in [
            "",
            "-640",
            "-641.webp",
            "-360.jpg",
            "-0640.webp",
            "-+640.webp",
            "-640.jpeg",
            "-640.WEBP",
            "-640.webp/",
            "-640.webp.jpg",
            "-640.webp\0",
            " -640.webp",
            "--640.webp",
            "-６４０.webp",
            "-640.png",
            "-.webp",
            "-640.",
            "0-640.webp",
        ] {
            assert!(!is_file_name(&format!("{SHA}{end}")), "{end:?}");
        }
        for name in [
            "",
            "-",
            ".",
            "-640.webp",
            "../../etc/passwd",
            "0123456789ABCDEF0123456789ABCDEF-640.webp",
            "0123456789abcdef0123456789abcdeg-640.webp",
            "../0123456789abcdef0123456789abc-640.webp",
            "ééééééééééééééée-640.webp",
        ] {
            assert!(!is_file_name(name), "{name:?}");
        }
    }
}
