//! The picture a messenger shows beside a link: name, price and seller in words, and room for a photograph. It is an SVG whose
//! letters are outlines, so whoever draws it needs no fonts. All lengths are pixels.

use std::fmt::Write as _;

use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};

use crate::error::PrintError;
use crate::fonts::{Faces, Fonts};
use crate::pdf::{ASCENT, BOLD, LINE};
use crate::text::{Paragraph, Reading, drawable, lay_out_within};

/// Width and height of a card: what messengers and search engines ask for.
pub const CARD_SIZE: (u32, u32) = (1_200, 630);

/// The shop's mark.
const MARK: &str = include_str!("../../../style/assets/logo.svg");
/// Side of the mark as it is drawn in its file, and as it is on a card.
const MARK_SIDES: (f32, f32) = (48.0, 64.0);
/// Between the words and the edges.
const MARGIN: f32 = 48.0;
/// Where the words begin, and where they have to end: below stands the shop's name.
const WORDS: (f32, f32) = (52.0, 534.0);
/// Where the mark and the shop's name stand.
const FOOT: f32 = 546.0;
/// Sizes of a name, the largest that fits is taken.
const NAMES: [f32; 6] = [64.0, 56.0, 48.0, 42.0, 36.0, 32.0];
/// Most lines of a name.
const NAME_LINES: usize = 4;
const PRICE: f32 = 50.0;
const PRICE_LINES: usize = 2;
const DETAIL: f32 = 32.0;
const DETAIL_LINES: usize = 2;
const SITE: f32 = 38.0;
/// Between a name, a price and a seller.
const GAP: f32 = 8.0;

/// The bands of atlas silk at the top: colours, and how high they are.
const SILK: [(&str, f32); 5] = [
    ("#128587", 12.0),
    ("#f2a84a", 5.0),
    ("#b32938", 3.0),
    ("#f2a84a", 5.0),
    ("#128587", 5.0),
];
const GROUND: &str = "#faf5ea";
const INK: &str = "#3a2a1f";
const SOFT: &str = "#6e5a49";
const APRICOT: &str = "#a94a0c";

/// What is on a card.
#[derive(Clone, Debug, Default)]
pub struct Card {
    /// Of the product or the cooperative.
    pub name: String,
    /// What it costs; may be empty.
    pub price: String,
    /// Who sells it, or one line about it; may be empty.
    pub detail: String,
    /// The shop's name.
    pub site: String,
    /// Whether the reader's language runs from the right.
    pub is_rtl: bool,
}

/// A part of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// From the left edge.
    pub left: u32,
    /// From the upper edge.
    pub top: u32,
    /// How wide it is.
    pub width: u32,
    /// How high it is.
    pub height: u32,
}

impl Card {
    /// Where the photograph belongs: a square at the side on which reading begins.
    #[must_use]
    pub const fn window(&self) -> Window {
        let (width, height) = CARD_SIZE;
        Window {
            left: if self.is_rtl { width - height } else { 0 },
            top: 0,
            width: height,
            height,
        }
    }
}

/// The column of words.
#[derive(Clone, Copy)]
struct Column {
    left: f32,
    right: f32,
    is_rtl: bool,
}

impl Column {
    fn of(card: &Card) -> Self {
        let (width, height) = CARD_SIZE;
        let beside = (width - height) as f32;
        let left = if card.is_rtl { 0.0 } else { height as f32 };
        Self {
            left: left + MARGIN,
            right: left + beside - MARGIN,
            is_rtl: card.is_rtl,
        }
    }

    fn width(self) -> f32 {
        self.right - self.left
    }

    /// Where a line of this width begins.
    fn start(self, width: f32) -> f32 {
        if self.is_rtl { self.right - width } else { self.left }
    }
}

/// The card as an SVG; the photograph's place is left empty.
///
/// # Errors
/// The fonts are damaged.
pub fn card(fonts: &Fonts, card: &Card) -> Result<String, PrintError> {
    let faces = fonts.faces()?;
    let column = Column::of(card);
    let (width, height) = CARD_SIZE;
    let mut svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\">");
    rectangle(&mut svg, 0.0, height as f32, GROUND);
    let mut y = 0.0;
    for (colour, band) in SILK {
        rectangle(&mut svg, y, band, colour);
        y += band;
    }
    let lay =
        |text: &str, size: f32, lines: usize| lay_out_within(&faces, text, Reading::Auto, column.width() / size, lines);
    let [name_text, price, detail] = [&card.name, &card.price, &card.detail].map(|text| drawable(&faces, text));
    let price = lay(&price, PRICE, PRICE_LINES);
    let detail = lay(&detail, DETAIL, DETAIL_LINES);
    let below = tall(&price, PRICE) + tall(&detail, DETAIL) + 2.0 * GAP;
    let mut size = NAMES[0];
    let mut name = lay(&name_text, size, NAME_LINES);
    for smaller in &NAMES[1..] {
        if !name.is_cut && tall(&name, size) + below <= WORDS.1 - WORDS.0 {
            break;
        }
        size = *smaller;
        name = lay(&name_text, size, NAME_LINES);
    }
    let mut y = WORDS.0;
    for (text, size, colour, is_bold) in [
        (&name, size, INK, true),
        (&price, PRICE, APRICOT, true),
        (&detail, DETAIL, SOFT, false),
    ] {
        if text.lines.is_empty() {
            continue;
        }
        let outline = outlined(&faces, text, size, column, y);
        path(
            &mut svg,
            &outline,
            colour,
            if is_bold { 2.0 * BOLD * size } else { 0.0 },
        );
        y += tall(text, size) + GAP;
    }
    foot(&mut svg, &faces, &drawable(&faces, &card.site), column);
    svg.push_str("</svg>");
    Ok(svg)
}

/// The mark, and the shop's name beside it.
fn foot(svg: &mut String, faces: &Faces<'_>, site: &str, column: Column) {
    let (drawn, side) = MARK_SIDES;
    // Writing to a text cannot fail.
    let _ = write!(
        svg,
        "<g transform=\"translate({:.1} {FOOT}) scale({:.4})\">{MARK}</g>",
        column.start(side),
        side / drawn
    );
    let beside = Column {
        left: column.left + if column.is_rtl { 0.0 } else { side + 16.0 },
        right: column.right - if column.is_rtl { side + 16.0 } else { 0.0 },
        ..column
    };
    let name = lay_out_within(faces, site, Reading::Auto, beside.width() / SITE, 1);
    let top = FOOT + (side - SITE * LINE) / 2.0;
    let outline = outlined(faces, &name, SITE, beside, top);
    path(svg, &outline, INK, 2.0 * BOLD * SITE);
}

/// Height of a paragraph in this size.
fn tall(paragraph: &Paragraph, size: f32) -> f32 {
    paragraph.lines.len() as f32 * LINE * size
}

fn rectangle(svg: &mut String, y: f32, height: f32, colour: &str) {
    let width = CARD_SIZE.0;
    let _ = write!(svg, "<path d=\"M0 {y}h{width}v{height}h-{width}z\" fill=\"{colour}\"/>");
}

/// An outline, filled; `stroke` makes it bolder.
fn path(svg: &mut String, outline: &str, colour: &str, stroke: f32) {
    let _ = write!(svg, "<path d=\"{outline}\" fill=\"{colour}\"");
    if stroke > 0.0 {
        let _ = write!(
            svg,
            " stroke=\"{colour}\" stroke-width=\"{stroke:.2}\" stroke-linejoin=\"round\""
        );
    }
    svg.push_str("/>");
}

/// The letters of a paragraph whose first line's top is at `top`.
fn outlined(faces: &Faces<'_>, paragraph: &Paragraph, size: f32, column: Column, top: f32) -> String {
    let mut outline = Outline::default();
    for (number, line) in paragraph.lines.iter().enumerate() {
        let mut x = column.start(line.width * size);
        let y = top + (number as f32 * LINE + ASCENT) * size;
        for piece in &line.pieces {
            let face = faces.face(piece.face);
            outline.scale = size / face.units_per_em() as f32;
            for glyph in &piece.glyphs {
                (outline.x, outline.y) = (x + glyph.dx * size, y - glyph.dy * size);
                // A space has none.
                let _ = face.outline_glyph(GlyphId(glyph.id), &mut outline);
                x += glyph.advance * size;
            }
        }
    }
    outline.path
}

/// Glyphs as the path of an SVG.
#[derive(Default)]
struct Outline {
    path: String,
    /// Where the glyph stands.
    x: f32,
    y: f32,
    /// From the font's units to pixels.
    scale: f32,
}

impl Outline {
    /// Points of the font, whose y grows upwards.
    fn add(&mut self, command: char, points: &[(f32, f32)]) {
        self.path.push(command);
        for (number, (x, y)) in points.iter().enumerate() {
            let (x, y) = (self.x + x * self.scale, self.y - y * self.scale);
            let space = if number == 0 { "" } else { " " };
            let _ = write!(self.path, "{space}{x:.1} {y:.1}");
        }
    }
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.add('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.add('L', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.add('Q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.add('C', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.path.push('Z');
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn fonts() -> Fonts {
        Fonts::of(include_bytes!("../tests/fonts/sample.ttc").to_vec()).unwrap()
    }

    fn uyghur() -> Column {
        Column::of(&Card {
            is_rtl: true,
            ..Card::default()
        })
    }

    fn drawn(text: &str, column: Column) -> String {
        let fonts = fonts();
        let faces = fonts.faces().unwrap();
        let laid = lay_out_within(&faces, text, Reading::Auto, column.width() / 40.0, 1);
        outlined(&faces, &laid, 40.0, column, 0.0)
    }

    /// Leftmost and rightmost point.
    fn extent(outline: &str) -> (f32, f32) {
        let plain: String = outline
            .chars()
            .map(|c| if c.is_ascii_alphabetic() { ' ' } else { c })
            .collect();
        let numbers: Vec<f32> = plain.split_whitespace().map(|number| number.parse().unwrap()).collect();
        let across = || numbers.iter().step_by(2).copied();
        (across().fold(f32::MAX, f32::min), across().fold(f32::MIN, f32::max))
    }

    #[test]
    fn uyghur_letters_are_joined() {
        let word = "ئايگۈل";
        let joined = drawn(word, uyghur());
        let apart: String = word.chars().flat_map(|letter| [letter, '\u{200C}']).collect();
        let apart = drawn(&apart, uyghur());
        assert!(!joined.is_empty());
        assert_ne!(joined, apart);
        let width = |outline: &str| extent(outline).1 - extent(outline).0;
        assert!(width(&joined) < width(&apart), "{} {}", width(&joined), width(&apart));
    }

    #[test]
    fn uyghur_begins_at_the_right_edge_and_chinese_at_the_left() {
        let column = uyghur();
        let (left, right) = extent(&drawn("قەشقەر", column));
        assert!(right > column.right - 8.0 && right <= column.right + 4.0, "{right}");
        assert!(left > column.left + 100.0, "{left}");
        let column = Column::of(&Card::default());
        let (left, right) = extent(&drawn("核桃", column));
        assert!(left >= column.left - 4.0 && left < column.left + 8.0, "{left}");
        assert!(right < column.right - 100.0, "{right}");
    }

    #[test]
    fn the_first_letter_stands_to_the_right_of_the_second() {
        // Each letter of these two joins nothing after it, so it looks the same alone.
        let (alef, ra) = (extent(&drawn("ا", uyghur())), extent(&drawn("ار", uyghur())));
        assert!(
            ra.0 < alef.0 - 4.0,
            "the second one goes on to the left: {alef:?} {ra:?}"
        );
        assert!((ra.1 - alef.1).abs() < 1.0, "{alef:?} {ra:?}");
    }

    #[test]
    fn words_stay_beside_the_photograph_however_long_a_name_is() {
        for is_rtl in [false, true] {
            for name in ["核桃", "装箱单订新疆喀什噶尔", "قەشقەر كوپىراتىپى", "Nueces"] {
                let content = Card {
                    name: name.repeat(20),
                    price: "¥128.00".into(),
                    detail: name.repeat(9),
                    site: "巴扎".into(),
                    is_rtl,
                };
                let svg = card(&fonts(), &content).unwrap();
                let window = content.window();
                // Bands and ground go over the whole width; letters do not.
                let letters = svg
                    .split("<path d=\"")
                    .filter(|path| path.contains('L') || path.contains('Q'));
                for letters in letters {
                    let outline = letters.split('"').next().unwrap();
                    if outline.contains(['h', 'c', 'a']) {
                        continue;
                    }
                    let (left, right) = extent(outline);
                    let beside = if is_rtl {
                        left > 0.0 && right < window.left as f32
                    } else {
                        left > window.width as f32 && right < CARD_SIZE.0 as f32
                    };
                    assert!(beside, "{name} {left} {right}");
                }
            }
        }
    }

    #[test]
    fn what_no_font_has_leaves_no_hole() {
        let fonts = fonts();
        let of = |name: &str, detail: &str| {
            let content = Card {
                name: name.into(),
                detail: detail.into(),
                ..Card::default()
            };
            card(&fonts, &content).unwrap()
        };
        let plain = of("ھەسىلى قەشقەر", "Miel de Bagh");
        assert_eq!(of("🍯 ھەسىلى قەشقەر", "Miel 👨\u{200D}👩\u{FE0F} de Bagh 🐝"), plain);
        // A word joins nothing that is gone.
        assert_eq!(of("ھەسىلى🍯\u{200D} قەشقەر", "Miel de Bagh\u{E000}"), plain);
        assert_ne!(of("قەشقەر", "Miel de Bagh"), plain);
        // Nothing but such characters is as good as nothing.
        assert_eq!(of("🍯🐝", ""), card(&fonts, &Card::default()).unwrap());
    }

    #[test]
    fn a_card_without_words_is_drawn_too() {
        let svg = card(&fonts(), &Card::default()).unwrap();
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"));
    }
}
