//! Papers that come with an application.

use crate::named::named_enum;

/// Documents of an application at the most.
pub const MAX_DOCUMENTS: usize = 5;

/// Longest document taken, bytes.
pub const MAX_DOCUMENT_BYTES: u64 = 10 * 1024 * 1024;

named_enum! {
    /// What a document is.
    pub enum DocumentKind {
        /// A photograph or a scan, made anew from what was sent.
        Picture = "picture",
        /// As it was sent.
        Pdf = "pdf",
    }
}

named_enum! {
    /// Why a file is no document.
    pub enum DocumentRefusal {
        /// No file was chosen, or there is nothing in it.
        Missing = "missing",
        TooLarge = "too-large",
        /// Neither a picture nor a PDF.
        OtherKind = "other-kind",
        /// A picture that cannot be read.
        Broken = "broken",
    }
}

impl DocumentKind {
    /// What a file that begins and ends like this is; nothing where it can be neither. Whether a picture is one is seen when
    /// it is made anew.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"%PDF-") {
            let end = bytes.len().saturating_sub(1024);
            let tail = bytes.get(end..).unwrap_or_default();
            return tail.windows(5).any(|five| five == b"%%EOF").then_some(Self::Pdf);
        }
        Some(Self::Picture)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pdf_begins_and_ends_as_one() {
        assert_eq!(DocumentKind::of(b"%PDF-1.7\n1 0 obj\n%%EOF\n"), Some(DocumentKind::Pdf));
        assert_eq!(DocumentKind::of(b"%PDF-1.7\n1 0 obj"), None, "cut short");
        assert_eq!(DocumentKind::of(b"<html>%PDF-1.7 %%EOF"), Some(DocumentKind::Picture));
        assert_eq!(DocumentKind::of(b""), Some(DocumentKind::Picture));
    }
}
