//! A poster of a shop: its name, and a QR code to its page.

use crate::error::PrintError;
use crate::fonts::Fonts;
use crate::paper::Paper;
use crate::pdf::{Align, Document, Style};
use crate::qr::Qr;
use crate::text::{Reading, lay_out_within, ltr};

/// What is on a poster.
#[derive(Clone, Debug, Default)]
pub struct Poster {
    /// The shop's names, the one in its own language first.
    pub names: Vec<String>,
    /// One line about it; may be empty.
    pub tagline: String,
    /// What to do with the code, in every language.
    pub scan: Vec<String>,
    /// Address of the shop's page.
    pub link: String,
}

/// The bands of atlas silk: colours, and how wide they are, millimetres.
const SILK: [([f32; 3], f32); 5] = [
    ([0.07, 0.52, 0.53], 8.0),
    ([0.95, 0.66, 0.29], 3.0),
    ([0.70, 0.16, 0.22], 1.5),
    ([0.95, 0.66, 0.29], 3.0),
    ([0.07, 0.52, 0.53], 3.0),
];
const MARGIN: f32 = 20.0;

/// The poster, on A4.
///
/// # Errors
/// A font cannot be cut down, or the link is too long.
pub fn poster(fonts: &Fonts, poster: &Poster) -> Result<Vec<u8>, PrintError> {
    let faces = fonts.faces()?;
    let (width, height) = Paper::A4.size();
    let mut document = Document::new(&faces, (width, height));
    document.add_page();
    let mut y = 0.0;
    for (colour, band) in SILK {
        document.fill_colour(0.0, y, width, band, colour);
        document.fill_colour(0.0, height - y - band, width, band, colour);
        y += band;
    }
    let edges = (MARGIN, width - MARGIN);
    let room = edges.1 - edges.0;
    y += 10.0;
    let names = poster.names.iter().filter(|name| !name.is_empty());
    for (number, name) in names.enumerate() {
        let (largest, lines) = if number == 0 { (44.0, 2) } else { (22.0, 1) };
        // As large as it fits.
        let mut style = Style::bold(largest);
        let mut laid = lay_out_within(&faces, name, Reading::Auto, style.parts(room), lines);
        while laid.is_cut && style.size > 14.0 {
            style.size *= 0.85;
            laid = lay_out_within(&faces, name, Reading::Auto, style.parts(room), lines);
        }
        y = document.write(&laid, style, edges, y, Align::Centre);
    }
    if !poster.tagline.is_empty() {
        let style = Style::plain(16.0);
        let tagline = lay_out_within(&faces, &poster.tagline, Reading::Auto, style.parts(room), 3);
        y = document.write(&tagline, style, edges, y + 2.0, Align::Centre);
    }
    let below = 70.0;
    let side = (height - below - y - 4.0).clamp(70.0, 110.0);
    let qr_y = y + (height - below - y - side).max(0.0) / 2.0;
    Qr::of(&poster.link)?.draw(&mut document, (width - side) / 2.0, qr_y, side);
    y = qr_y + side;
    for scan in &poster.scan {
        let style = Style::bold(15.0);
        let scan = lay_out_within(&faces, scan, Reading::Auto, style.parts(room), 1);
        y = document.write(&scan, style, edges, y, Align::Centre);
    }
    let style = Style::plain(12.0);
    let link = lay_out_within(&faces, &ltr(&poster.link), Reading::Ltr, style.parts(room), 2);
    document.write(&link, style, edges, y + 2.0, Align::Centre);
    document.finish(poster.names.first().map_or("", String::as_str))
}
