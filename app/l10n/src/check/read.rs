//! Files as they lie on a disk: of a size that can be looked through, in letters that can be read.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use super::cause::cause_of;
use super::finding::{Finding, Kind};

/// Longest file, bytes; the longest of ours has a fortieth of it.
const MOST_BYTES: u64 = 1_000_000;
/// Most files of a language that are looked at.
pub const MOST_FILES: usize = 500;

/// The text of a file of the language in `folder`; `shown` is what the reader calls the file. It is read up to a bound, and
/// what is no file (a device, a pipe) is not waited for.
///
/// # Errors
/// The one cause why nothing of it can be read.
pub fn read_text(path: &Path, shown: &str, folder: &str) -> Result<String, Box<Finding>> {
    let unreadable =
        |error: &io::Error| Box::new(Finding::new(Kind::FileUnreadable, shown, 1).arg("cause", cause_of(error)));
    let about = fs::metadata(path).map_err(|error| unreadable(&error))?;
    if !about.is_file() {
        return Err(Box::new(Finding::new(Kind::FileNone, shown, 1)));
    }
    let mut bytes = Vec::new();
    fs::File::open(path)
        .and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes))
        .map_err(|error| unreadable(&error))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MOST_BYTES) {
        return Err(Box::new(Finding::new(Kind::FileLarge, shown, 1)));
    }
    decode(bytes, shown, folder)
}

/// How files of other programs begin.
const FORMATS: [(&[u8], &str); 5] = [
    (b"{\\rtf", "Word, RTF"),
    (b"PK\x03\x04", "Word, Excel, ZIP"),
    (b"\xD0\xCF\x11\xE0", "Word, Excel"),
    (b"%PDF", "PDF"),
    (b"\x1F\x8B", "gzip"),
];
/// So many zeros side by side are in no way of writing letters: a file system has them where it lost what was written.
const LOST: [u8; 4] = [0; 4];
/// How web pages begin, in small letters.
const PAGES: [&[u8]; 7] = [b"<!doctype", b"<html", b"<head", b"<body", b"<meta", b"<pre", b"<?xml"];

/// The program's own format that a file is in, where it is no plain text.
fn format_of(bytes: &[u8]) -> Option<&'static str> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let known = FORMATS.iter().find(|(first, _)| bytes.starts_with(first));
    if let Some((_, format)) = known {
        return Some(*format);
    }
    let bytes = bytes.trim_ascii_start();
    let first = bytes
        .get(..bytes.len().min(16))
        .unwrap_or_default()
        .to_ascii_lowercase();
    PAGES.iter().any(|page| first.starts_with(page)).then_some("HTML")
}

/// UTF-8, or which other way of writing letters it seems to be.
fn decode(bytes: Vec<u8>, shown: &str, folder: &str) -> Result<String, Box<Finding>> {
    if let Some(format) = format_of(&bytes) {
        return Err(Box::new(Finding::new(Kind::FileFormat, shown, 1).arg("format", format)));
    }
    if let Some(at) = bytes.windows(LOST.len()).position(|four| four == LOST) {
        let line = bytes.iter().take(at).filter(|byte| **byte == b'\n').count() + 1;
        return Err(Box::new(Finding::new(Kind::FileDamaged, shown, line)));
    }
    let zeros = bytes.split(|byte| *byte == 0).count() - 1;
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) || zeros * 4 > bytes.len() {
        return Err(saved_as(shown, "UTF-16"));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        // Letters beyond ASCII were read up to here: the file is UTF-8, and something broke it.
        if !good.is_ascii() {
            let line = good.split(|byte| *byte == b'\n').count();
            return Box::new(Finding::new(Kind::FileDamaged, shown, line));
        }
        saved_as(
            shown,
            match folder {
                "ug" => "Windows-1256",
                "zh-Hans" => "GBK",
                _ => "Windows-1252",
            },
        )
    })?;
    // All of it would be one line.
    if text.contains('\r') && !text.contains('\n') {
        return Err(Box::new(Finding::new(Kind::FileLines, shown, 1)));
    }
    Ok(text)
}

fn saved_as(shown: &str, encoding: &str) -> Box<Finding> {
    Box::new(Finding::new(Kind::FileEncoding, shown, 1).arg("encoding", encoding))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(bytes: &[u8], folder: &str) -> String {
        decode(bytes.to_vec(), "f", folder).unwrap_or_else(|finding| finding.to_string())
    }

    #[test]
    fn each_way_of_writing_letters_has_one_line() {
        let utf16: Vec<u8> = "a-b = بازار".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked: Vec<u8> = [0xFF, 0xFE].into_iter().chain(utf16.clone()).collect();
        let latin: Vec<u8> = "a-b = Title".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [&utf16, &marked, &latin] {
            assert!(told(bytes, "ug").contains("it seems to be UTF-16"), "{bytes:?}");
        }
        assert!(told(b"a-b = \xC8\xC7\xD2\xC7\xD1", "ug").contains("Windows-1256"));
        assert!(told(b"a-b = \xB0\xCD\xD4\xFA", "zh-Hans").contains("GBK"));
        assert!(told(b"a-b = Espa\xF1a", "es").contains("Windows-1252"));
    }

    #[test]
    fn what_a_word_processor_or_a_browser_saved_is_named_and_nothing_of_it_is_read() {
        for (bytes, format) in [
            (&b"{\\rtf1\\ansi\na-b = Carrito\\par\n"[..], "Word, RTF"),
            (&b"PK\x03\x04\x14\x00\x00a-b = \xFF"[..], "Word, Excel, ZIP"),
            (&b"\xD0\xCF\x11\xE0\xA1\xB1"[..], "Word, Excel"),
            (&b"%PDF-1.7\n"[..], "PDF"),
            (&b"\x1F\x8B\x08\x00\x00\x00\x00\x00"[..], "gzip"),
            (
                &b"\xEF\xBB\xBF\n<!DOCTYPE html><html>\na-b = Carrito\n</html>\n"[..],
                "HTML",
            ),
            (&b"<HTML>\na-b = Carrito\n"[..], "HTML"),
        ] {
            let told = told(bytes, "es");
            assert!(told.contains(format) && !told.contains("Carrito"), "{told}");
        }
        assert_eq!(told(b"# PDF, <html>\na-b = PK\n", "es"), "# PDF, <html>\na-b = PK\n");
    }

    #[test]
    fn a_file_cut_within_a_letter_is_damaged_and_not_of_another_kind() {
        let cut = &"a-b = ب\na-c = باز".as_bytes()[..20];
        assert!(told(cut, "ug").starts_with("f:2: from this line on the file is damaged"));
        assert_eq!(told("a-b = بازار".as_bytes(), "ug"), "a-b = بازار");
        let lost = [b"a-b = Carrito\n".as_slice(), &[0; 4096]].concat();
        assert!(told(&lost, "es").starts_with("f:2: from this line on the file is damaged"));
        assert!(told(&[0; 64], "es").starts_with("f:1: from this line on the file is damaged"));
        assert_eq!(told(b"", "ug"), "");
    }

    #[test]
    fn lines_that_end_as_on_an_old_mac_are_the_one_cause() {
        assert!(told(b"a-b = x\ra-c = y\r", "es").starts_with("f:1: the lines of this file end"));
        assert_eq!(told(b"a-b = x\r\na-c = y\r\n", "es"), "a-b = x\r\na-c = y\r\n");
    }
}
