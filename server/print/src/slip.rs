//! A packing slip: what goes into the parcel, in the buyer's language and in the packer's. No price, no phone, no address.

use crate::MAX_PRINTED;
use crate::error::PrintError;
use crate::flow::Flow;
use crate::fonts::{Faces, Fonts};
use crate::paper::Paper;
use crate::part::FilePart;
use crate::pdf::{Align, Document, Style};
use crate::qr::Qr;
use crate::text::{Reading, joined, lay_out, ltr};

/// What is on one slip. Texts come in the buyer's language first, then in the packer's where that is another one.
#[derive(Clone, Debug, Default)]
pub struct Slip {
    /// The order's code.
    pub code: String,
    /// What the QR code says.
    pub link: String,
    /// "Packing slip".
    pub title: Vec<String>,
    /// The cooperative.
    pub sender: String,
    /// Who receives it; none once the parcel needs it no more.
    pub receiver: Option<String>,
    /// When it was ordered.
    pub date: Vec<String>,
    /// The goods.
    pub lines: Vec<SlipLine>,
    /// Before the lots of a line, or the place to write one.
    pub lot: Vec<String>,
    /// Over the note.
    pub note_title: Vec<String>,
    /// What the buyer wrote; may be empty.
    pub note: String,
    /// Whether the packer's language runs from the right.
    pub is_rtl: bool,
}

/// Goods of one kind.
#[derive(Clone, Debug, Default)]
pub struct SlipLine {
    /// Names.
    pub names: Vec<String>,
    /// Size and how much.
    pub amounts: Vec<String>,
    /// The lots it is packed from, each with how much; none where that is written by hand. What is not to be broken has no
    /// spaces that break.
    pub lots: Vec<String>,
    /// How much of it is of no lot, where some of it is.
    pub without_lot: Vec<String>,
}

/// Distance between slips on one page, millimetres.
const BETWEEN: f32 = 5.0;

/// Slips, at most [`MAX_PRINTED`] of them: each begins on its own page on a roll, and below the one before it on A4 where
/// it fits there.
///
/// # Errors
/// A font cannot be cut down, or a link is too long.
pub fn slips(fonts: &Fonts, paper: Paper, slips: &[Slip]) -> Result<Vec<u8>, PrintError> {
    let faces = fonts.faces()?;
    let title = joined(slips.iter().take(3).map(|slip| slip.code.as_str()));
    laid_out(&faces, paper, slips)?.finish(&title.replace(['\u{2068}', '\u{2069}'], ""))
}

/// The same as a part of a file of many, whose objects are numbered from `first` on.
///
/// # Errors
/// As [`slips`].
pub fn slips_part(fonts: &Fonts, paper: Paper, slips: &[Slip], first: i32) -> Result<FilePart, PrintError> {
    let faces = fonts.faces()?;
    laid_out(&faces, paper, slips)?.part(first)
}

fn laid_out<'f>(faces: &'f Faces<'f>, paper: Paper, slips: &[Slip]) -> Result<Document<'f>, PrintError> {
    let mut document = Document::new(faces, paper.size());
    let margin = match paper {
        Paper::A4 => 12.0,
        Paper::Roll76 | Paper::Roll100 => 4.0,
    };
    let mut flow = Flow::new(&mut document, margin);
    for (number, slip) in slips.iter().take(MAX_PRINTED).enumerate() {
        if number > 0 {
            begin_next(&mut flow, paper, slip);
        }
        draw(&mut flow, slip)?;
    }
    Ok(document)
}

/// Goes where the next slip begins.
fn begin_next(flow: &mut Flow, paper: Paper, slip: &Slip) {
    flow.again.clear();
    if paper == Paper::A4 && flow.left() > height(flow, slip) + 2.0 * BETWEEN {
        let y = flow.y + BETWEEN;
        let width = flow.document.size().0;
        flow.document.cut((0.0, y), (width, y));
        flow.y = y + BETWEEN;
    } else {
        flow.new_page();
    }
}

const QR: f32 = 24.0;
const BOX: f32 = 4.0;
const NAME: Style = Style::bold(11.0);
const SECOND: Style = Style::plain(9.5);
const SMALL: Style = Style::plain(8.0);

/// How tall a slip is at the most.
fn height(flow: &Flow, slip: &Slip) -> f32 {
    let faces = flow.document.faces();
    let lines_of = |text: &str, style: Style| {
        let width = style.parts(flow.width() - BOX - 2.0);
        style.height(lay_out(faces, text, Reading::Auto, width).lines.len())
    };
    let goods = slip.lines.iter().map(|line| {
        let names = line.names.iter().map(|name| lines_of(name, NAME)).sum::<f32>();
        let amounts = line.amounts.iter().map(|amount| lines_of(amount, NAME)).sum::<f32>();
        let lots = lines_of(&line.lots.join(" / "), SECOND) + SECOND.height(1);
        let without = lines_of(&line.without_lot.join(" · "), SECOND);
        names + amounts + lots + without + SMALL.height(1) + 3.0
    });
    let note = lines_of(&slip.note, SECOND) + SMALL.height(1);
    QR + SECOND.height(4) + goods.sum::<f32>() + note
}

fn draw(flow: &mut Flow, slip: &Slip) -> Result<(), PrintError> {
    let reading = Reading::of(slip.is_rtl);
    let (left, right) = flow.edges();
    let top = flow.y;
    let (qr_x, beside) = if slip.is_rtl {
        (left, (left + QR + 1.0, right))
    } else {
        (right - QR, (left, right - QR - 1.0))
    };
    flow.need(QR);
    let top = top.min(flow.y);
    Qr::of(&slip.link)?.draw(flow.document, qr_x, top, QR);
    let all = |texts: &[String]| joined(texts.iter().map(String::as_str));
    let start = if slip.is_rtl { Align::Right } else { Align::Left };
    flow.text_between(&all(&slip.title), SECOND, reading, Align::Start, beside);
    flow.text_between(&ltr(&slip.code), Style::bold(13.0), Reading::Ltr, start, beside);
    flow.text_between(&joined([slip.sender.as_str()]), SECOND, reading, Align::Start, beside);
    flow.text_between(&all(&slip.date), SMALL, reading, Align::Start, beside);
    flow.y = flow.y.max(top + QR);
    flow.again = slip.code.clone();
    if let Some(receiver) = &slip.receiver {
        flow.text(receiver, Style::bold(12.0), Reading::Auto, start);
    }
    for line in &slip.lines {
        draw_line(flow, slip, line);
    }
    if !slip.note.is_empty() {
        flow.need(SMALL.height(1) + SECOND.height(1) + 2.0);
        rule(flow);
        flow.text(&all(&slip.note_title), SMALL, reading, Align::Start);
        flow.text(&slip.note, SECOND, Reading::Auto, start);
    }
    flow.again.clear();
    Ok(())
}

fn rule(flow: &mut Flow) {
    let (left, right) = flow.edges();
    flow.document.fill(left, flow.y + 0.8, right - left, 0.25);
    flow.y += 1.8;
}

/// A box to tick, what it is called, how much of it, and its lots, or a place for one.
fn draw_line(flow: &mut Flow, slip: &Slip, line: &SlipLine) {
    // The first name and what stands under it stay together.
    flow.need(NAME.height(3) + SMALL.height(1));
    rule(flow);
    let (left, right) = flow.edges();
    let (box_x, edges) = if slip.is_rtl {
        (right - BOX, (left, right - BOX - 2.0))
    } else {
        (left, (left + BOX + 2.0, right))
    };
    flow.document.outline(box_x, flow.y + 0.8, BOX);
    let start = if slip.is_rtl { Align::Right } else { Align::Left };
    for (number, name) in line.names.iter().enumerate() {
        let style = if number == 0 { NAME } else { SECOND };
        flow.text_between(name, style, Reading::Auto, start, edges);
    }
    for (number, amount) in line.amounts.iter().enumerate() {
        let style = if number == 0 { NAME } else { SECOND };
        flow.text_between(amount, style, Reading::Auto, start, edges);
    }
    let lot = joined(slip.lot.iter().map(String::as_str));
    if !line.lots.is_empty() {
        let lots: Vec<String> = line.lots.iter().map(|lot| ltr(lot)).collect();
        let text = format!("{lot}: {}", lots.join(" / "));
        flow.text_between(&text, SECOND, Reading::of(slip.is_rtl), start, edges);
        let without = joined(line.without_lot.iter().map(String::as_str));
        flow.text_between(&without, SECOND, Reading::of(slip.is_rtl), start, edges);
        return;
    }
    let lot = lay_out(
        flow.document.faces(),
        &lot,
        Reading::of(slip.is_rtl),
        SMALL.parts(edges.1 - edges.0),
    );
    if let [only] = lot.lines.as_slice() {
        flow.need(SMALL.height(1));
        let written = SMALL.millimetres(only.width) + 2.0;
        let y = flow.y;
        flow.y = flow.document.write(&lot, SMALL, edges, y, start);
        let (from, to) = if slip.is_rtl {
            (edges.0, edges.1 - written)
        } else {
            (edges.0 + written, edges.1)
        };
        // As long as somebody writes.
        let length = (to - from).clamp(0.0, 45.0);
        let from = if slip.is_rtl { to - length } else { from };
        flow.document.fill(from, flow.y - 0.8, length, 0.2);
    }
}
