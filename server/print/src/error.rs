//! Why nothing could be printed. The texts are for the log.

use std::path::PathBuf;

/// Why nothing could be printed.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// The site was built without the fonts, or they were removed.
    #[error("the fonts of printed pages cannot be read: {path}")]
    NoFonts {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The file is no collection of TrueType fonts.
    #[error("the fonts of printed pages are damaged")]
    DamagedFonts,
    /// A font cannot be cut down to what is used of it.
    #[error("a font cannot be embedded")]
    Subset(#[from] subsetter::Error),
    /// Parts of a file come in another order than they were made in, or from another file.
    #[error("that is not the next part of the file")]
    OtherPart,
    /// A text too long for a QR code.
    #[error("no QR code holds that text")]
    Qr(#[from] qrcode::types::QrError),
}
