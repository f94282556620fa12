//! A parcel's label: for whom, where to, from whom, and its code in three ways. No price.

use std::borrow::Cow;

use crate::error::PrintError;
use crate::fonts::{Faces, Fonts};
use crate::paper::Paper;
use crate::part::FilePart;
use crate::pdf::{Align, Document, Style};
use crate::qr::Qr;
use crate::text::{Paragraph, Reading, joined, lay_out, lay_out_within, ltr};
use crate::{MAX_PRINTED, barcode};

/// The words on a label, in the packer's language.
#[derive(Clone, Debug, Default)]
pub struct LabelWords {
    /// Over the receiver.
    pub to: String,
    /// Over the sender.
    pub from: String,
    /// Whether the language runs from the right.
    pub is_rtl: bool,
}

/// What is on one label.
#[derive(Clone, Debug, Default)]
pub struct Label {
    /// The order's code.
    pub code: String,
    /// What the QR code says.
    pub link: String,
    /// The cooperative.
    pub sender: String,
    /// Who receives it; none once the parcel needs it no more.
    pub receiver: Option<String>,
    /// The receiver's phone number; likewise.
    pub phone: Option<String>,
    /// The station's code, large, where it goes to one.
    pub station: Option<String>,
    /// Where it goes: lines, each of pieces; empty once the parcel needs it no more.
    pub destination: Vec<Vec<String>>,
}

/// Distance from the edge, millimetres: cheap printers do not reach it.
const MARGIN: f32 = 4.0;
/// How far texts shrink before something is left out.
const SHRINKING: [f32; 8] = [1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42, 0.35];

/// Labels, at most [`MAX_PRINTED`] of them: one a page on a roll, four on A4.
///
/// # Errors
/// A font cannot be cut down, or a link is too long.
pub fn labels(fonts: &Fonts, paper: Paper, words: &LabelWords, labels: &[Label]) -> Result<Vec<u8>, PrintError> {
    let faces = fonts.faces()?;
    let title = joined(labels.iter().take(3).map(|label| label.code.as_str()));
    laid_out(&faces, paper, words, labels)?.finish(&title.replace(['\u{2068}', '\u{2069}'], ""))
}

/// The same as a part of a file of many, whose objects are numbered from `first` on. On A4 four stand on a page: only the last
/// part is to have any number of them.
///
/// # Errors
/// As [`labels`].
pub fn labels_part(
    fonts: &Fonts,
    paper: Paper,
    words: &LabelWords,
    labels: &[Label],
    first: i32,
) -> Result<FilePart, PrintError> {
    let faces = fonts.faces()?;
    laid_out(&faces, paper, words, labels)?.part(first)
}

fn laid_out<'f>(
    faces: &'f Faces<'f>,
    paper: Paper,
    words: &LabelWords,
    labels: &[Label],
) -> Result<Document<'f>, PrintError> {
    let mut document = Document::new(faces, paper.size());
    let (width, height) = paper.size();
    let cells = match paper {
        Paper::A4 => 2,
        Paper::Roll76 | Paper::Roll100 => 1,
    };
    let (cell_width, cell_height) = (width / cells as f32, height / cells as f32);
    for (number, label) in labels.iter().take(MAX_PRINTED).enumerate() {
        let place = number % (cells * cells);
        if place == 0 {
            document.add_page();
            if cells > 1 {
                document.cut((cell_width, 0.0), (cell_width, height));
                document.cut((0.0, cell_height), (width, cell_height));
            }
        }
        // The first one stands where the language begins.
        let column = if words.is_rtl {
            cells - 1 - place % cells
        } else {
            place % cells
        };
        let cell = Cell {
            left: column as f32 * cell_width + MARGIN,
            right: (column + 1) as f32 * cell_width - MARGIN,
            top: (place / cells) as f32 * cell_height + MARGIN,
            bottom: (place / cells + 1) as f32 * cell_height - MARGIN,
        };
        draw(&mut document, words, label, cell)?;
    }
    Ok(document)
}

/// Where a label stands on the page.
#[derive(Clone, Copy)]
struct Cell {
    left: f32,
    right: f32,
    top: f32,
    bottom: f32,
}

impl Cell {
    fn edges(self) -> (f32, f32) {
        (self.left, self.right)
    }
}

fn draw(document: &mut Document, words: &LabelWords, label: &Label, cell: Cell) -> Result<(), PrintError> {
    let faces = document.faces();
    // Sizes are those of the narrow roll; on wider paper there is room for larger letters.
    let scale = ((cell.right - cell.left) / 68.0).clamp(1.0, 1.35);
    let reading = Reading::of(words.is_rtl);
    let qr_side = 27.0 * scale;
    let qr_x = if words.is_rtl { cell.left } else { cell.right - qr_side };
    Qr::of(&label.link)?.draw(document, qr_x, cell.top, qr_side);
    let beside = if words.is_rtl {
        (cell.left + qr_side, cell.right)
    } else {
        (cell.left, cell.right - qr_side)
    };
    let caption = Style::plain(7.5 * scale);
    let from = lay_out_within(faces, &words.from, reading, caption.parts(beside.1 - beside.0), 1);
    let y = document.write(&from, caption, beside, cell.top, Align::Start);
    write_sender(document, &label.sender, reading, beside, (y, cell.top + qr_side), scale);

    let bar_height = 10.0 * scale;
    let code = Style::bold(13.0 * scale);
    let code_top = cell.bottom - code.height(1);
    let bars_top = code_top - bar_height;
    barcode::draw(document, &label.code, cell.edges(), bars_top, bar_height);
    let printed = lay_out(
        faces,
        &ltr(&label.code),
        Reading::Ltr,
        code.parts(cell.right - cell.left),
    );
    document.write(&printed, code, cell.edges(), code_top, Align::Centre);

    let rule = cell.top + qr_side + 1.0;
    document.fill(cell.left, rule, cell.right - cell.left, 0.7);
    let room = Cell {
        top: rule + 1.5,
        bottom: bars_top - 2.0,
        ..cell
    };
    write_receiver(document, words, label, room, scale);
    Ok(())
}

/// The sender's name, as large as it fits.
fn write_sender(
    document: &mut Document,
    name: &str,
    reading: Reading,
    edges: (f32, f32),
    (top, bottom): (f32, f32),
    scale: f32,
) {
    let width = edges.1 - edges.0;
    let mut chosen = (Style::bold(5.0 * scale), Paragraph::default());
    for shrink in SHRINKING {
        let style = Style::bold(11.0 * scale * shrink);
        let room = ((bottom - top) / style.height(1)).floor().max(1.0) as usize;
        let name = lay_out_within(document.faces(), &joined([name]), reading, style.parts(width), room);
        let is_whole = !name.is_cut;
        chosen = (style, name);
        if is_whole {
            break;
        }
    }
    document.write(&chosen.1, chosen.0, edges, top, Align::Start);
}

/// A paragraph of the receiver.
struct Block<'l> {
    text: Cow<'l, str>,
    style: Style,
    reading: Reading,
    align: Align,
}

impl Block<'_> {
    fn lay_out(&self, faces: &Faces, width: f32) -> Paragraph {
        lay_out(faces, &self.text, self.reading, self.style.parts(width))
    }
}

/// For whom and where to, as large as it fits.
fn write_receiver(document: &mut Document, words: &LabelWords, label: &Label, room: Cell, scale: f32) {
    let faces = document.faces();
    let width = room.right - room.left;
    let mut laid = Vec::new();
    for shrink in SHRINKING {
        laid = receiver_blocks(words, label, scale * shrink)
            .into_iter()
            .map(|block| (block.lay_out(faces, width), block))
            .collect();
        let heights = laid
            .iter()
            .map(|(paragraph, block)| block.style.height(paragraph.lines.len()));
        if heights.sum::<f32>() <= room.bottom - room.top {
            break;
        }
    }
    let mut y = room.top;
    for (mut paragraph, block) in laid {
        // Only what is longer than any field of the shop takes does not fit in the smallest letters.
        let lines = ((room.bottom - y) / block.style.height(1) + 0.01).floor().max(0.0) as usize;
        if lines == 0 {
            break;
        }
        if paragraph.lines.len() > lines {
            paragraph = lay_out_within(faces, &block.text, block.reading, block.style.parts(width), lines);
        }
        y = document.write(&paragraph, block.style, room.edges(), y, block.align);
    }
}

fn receiver_blocks<'l>(words: &'l LabelWords, label: &'l Label, scale: f32) -> Vec<Block<'l>> {
    let start = if words.is_rtl { Align::Right } else { Align::Left };
    let block = |text: Cow<'l, str>, style: Style, reading: Reading| Block {
        text,
        style,
        reading,
        align: start,
    };
    let to = block(
        Cow::Borrowed(&words.to),
        Style::plain(7.5 * scale),
        Reading::of(words.is_rtl),
    );
    let station = label
        .station
        .iter()
        .map(|code| block(Cow::Owned(ltr(code)), Style::bold(30.0 * scale), Reading::Ltr));
    let receiver = label
        .receiver
        .iter()
        .map(|name| block(Cow::Borrowed(name), Style::bold(17.0 * scale), Reading::Auto));
    let phone = label
        .phone
        .iter()
        .map(|phone| block(Cow::Owned(ltr(phone)), Style::bold(15.0 * scale), Reading::Ltr));
    let destination = label
        .destination
        .iter()
        .map(|line| joined(line.iter().map(String::as_str)))
        .map(|line| block(Cow::Owned(line), Style::plain(13.0 * scale), Reading::Auto));
    let all = [to]
        .into_iter()
        .chain(station)
        .chain(receiver)
        .chain(phone)
        .chain(destination);
    all.filter(|block| !block.text.is_empty()).collect()
}
