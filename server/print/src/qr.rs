//! QR codes, as squares.

use qrcode::{Color, EcLevel, QrCode};

use crate::error::PrintError;
use crate::pdf::{Document, whole_dots};

/// White modules that a reader needs round the code.
const QUIET: usize = 4;

/// A QR code.
#[derive(Clone, Debug)]
pub struct Qr {
    side: usize,
    dark: Vec<bool>,
}

impl Qr {
    /// The code of a text; it can be read with a seventh of it gone.
    ///
    /// # Errors
    /// The text is too long: some 2,300 bytes.
    pub fn of(text: &str) -> Result<Self, PrintError> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M)?;
        Ok(Self {
            side: code.width(),
            dark: code
                .to_colors()
                .into_iter()
                .map(|colour| colour == Color::Dark)
                .collect(),
        })
    }

    /// Its modules in a row, with the white ones round it.
    pub fn modules(&self) -> usize {
        self.side + 2 * QUIET
    }

    /// The dark modules as the path of an SVG whose side is [`modules`](Self::modules).
    pub fn svg_path(&self) -> String {
        let rows = self.rows();
        rows.map(|(x, y, length)| format!("M{x} {y}h{length}v1h-{length}z"))
            .collect()
    }

    /// Dark modules beside each other: where they begin, and how many.
    fn rows(&self) -> impl Iterator<Item = (usize, usize, usize)> {
        self.dark.chunks(self.side).enumerate().flat_map(|(y, row)| {
            let mut at = 0;
            row.chunk_by(|a, b| a == b).filter_map(move |same| {
                let x = at;
                at += same.len();
                same[0].then_some((x + QUIET, y + QUIET, same.len()))
            })
        })
    }

    /// Draws it with its white border.
    pub(crate) fn draw(&self, document: &mut Document, x: f32, y: f32, side: f32) {
        let module = whole_dots(side / self.modules() as f32);
        let border = (side - module * self.modules() as f32) / 2.0;
        let (x, y) = (whole_dots(x + border), whole_dots(y + border));
        let rectangles: Vec<_> = self
            .rows()
            .map(|(column, row, length)| {
                (
                    x + column as f32 * module,
                    y + row as f32 * module,
                    length as f32 * module,
                    module,
                )
            })
            .collect();
        document.fill_all(&rectangles);
    }
}
