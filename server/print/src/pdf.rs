//! Pages as PDF: texts in embedded fonts, cut down to the glyphs that are on them, and black bars and squares.
//!
//! Lengths are millimetres, counted from the upper left corner; font sizes are points.

use std::collections::HashMap;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::types::{CidFontType, FontFlags, LineJoinStyle, SystemInfo, TextRenderingMode, UnicodeCmap};
use pdf_writer::{Content, Filter, Name, Rect, Ref, Str};
use subsetter::GlyphRemapper;

use crate::error::PrintError;
use crate::fonts::Faces;
use crate::part::{FIRST_OBJECT, FilePart, Objects, PartedFile, TREE};
use crate::text::{Glyph, Line, Paragraph};

/// Points in a millimetre.
pub(crate) const POINTS: f32 = 72.0 / 25.4;
/// From one line to the next, and from a line's top to its letters' feet, in parts of the font size. Uyghur stands taller
/// and hangs lower than Latin.
pub(crate) const LINE: f32 = 1.5;
pub(crate) const ASCENT: f32 = 1.12;
/// How much wider a stroke of a bold letter is on either side, in parts of the font size.
pub(crate) const BOLD: f32 = 0.016;
/// Size from which letters are drawn bold, points: on a thermal printer the strokes of smaller Chinese ones run together.
const SMALLEST_BOLD: f32 = 13.0;
/// Dots of a thermal printer in a millimetre (203 dpi).
const DOTS: f32 = 8.0;

/// A length in whole dots, so that bars and squares come out as wide as each other; one dot at least.
pub(crate) fn whole_dots(millimetres: f32) -> f32 {
    (millimetres * DOTS).floor().max(1.0) / DOTS
}

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Style {
    /// Font size, points.
    pub size: f32,
    pub is_bold: bool,
}

impl Style {
    pub const fn plain(size: f32) -> Self {
        Self { size, is_bold: false }
    }

    pub const fn bold(size: f32) -> Self {
        Self { size, is_bold: true }
    }

    /// A width in millimetres in parts of this size.
    pub fn parts(self, millimetres: f32) -> f32 {
        millimetres * POINTS / self.size
    }

    /// A length in parts of this size in millimetres.
    pub fn millimetres(self, parts: f32) -> f32 {
        parts * self.size / POINTS
    }

    /// Height of so many lines, millimetres.
    pub fn height(self, lines: usize) -> f32 {
        self.millimetres(LINE) * lines as f32
    }
}

/// Where a line stands between two edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    /// Where the paragraph begins.
    Start,
    Left,
    Right,
    Centre,
}

/// A document in the making.
pub(crate) struct Document<'a> {
    faces: &'a Faces<'a>,
    used: Vec<Option<Used>>,
    pages: Vec<Page>,
    size: (f32, f32),
}

struct Page {
    content: Content,
}

/// What is used of a font. Each glyph has a number of its own for each text it stands for: letters that look alike are
/// told apart when somebody copies or searches the text.
#[derive(Default)]
struct Used {
    numbers: HashMap<(u16, String), u16>,
    glyphs: Vec<(u16, String)>,
}

impl Used {
    /// The number of a glyph, from 1; 0 is the empty box.
    fn number(&mut self, glyph: &Glyph) -> u16 {
        let next = u16::try_from(self.glyphs.len() + 1).unwrap_or(0);
        let key = (glyph.id, glyph.text.clone());
        let glyphs = &mut self.glyphs;
        *self.numbers.entry(key).or_insert_with_key(|key| {
            glyphs.push(key.clone());
            next
        })
    }
}

impl<'a> Document<'a> {
    /// An empty one, whose pages have this width and height.
    pub fn new(faces: &'a Faces<'a>, size: (f32, f32)) -> Self {
        Self {
            faces,
            used: (0..faces.len()).map(|_| None).collect(),
            pages: Vec::new(),
            size,
        }
    }

    pub fn faces(&self) -> &'a Faces<'a> {
        self.faces
    }

    pub fn size(&self) -> (f32, f32) {
        self.size
    }

    /// Begins a page; what is drawn next stands on it.
    pub fn add_page(&mut self) {
        self.pages.push(Page {
            content: Content::new(),
        });
    }

    fn height(&self) -> f32 {
        self.size.1 * POINTS
    }

    fn content(&mut self) -> &mut Content {
        if self.pages.is_empty() {
            self.add_page();
        }
        let last = self.pages.len() - 1;
        &mut self.pages[last].content
    }

    /// A filled rectangle.
    pub fn fill(&mut self, x: f32, y: f32, width: f32, height: f32) {
        let bottom = self.height() - (y + height) * POINTS;
        self.content()
            .rect(x * POINTS, bottom, width * POINTS, height * POINTS)
            .fill_nonzero();
    }

    /// The same in a colour: red, green, blue from 0 to 1.
    pub fn fill_colour(&mut self, x: f32, y: f32, width: f32, height: f32, colour: [f32; 3]) {
        let [red, green, blue] = colour;
        self.content().save_state().set_fill_rgb(red, green, blue);
        self.fill(x, y, width, height);
        self.content().restore_state();
    }

    /// Several rectangles as one shape.
    pub fn fill_all(&mut self, rectangles: &[(f32, f32, f32, f32)]) {
        let page = self.height();
        let content = self.content();
        for (x, y, width, height) in rectangles {
            let bottom = page - (y + height) * POINTS;
            content.rect(x * POINTS, bottom, width * POINTS, height * POINTS);
        }
        if !rectangles.is_empty() {
            content.fill_nonzero();
        }
    }

    /// The outline of a square.
    pub fn outline(&mut self, x: f32, y: f32, side: f32) {
        let bottom = self.height() - (y + side) * POINTS;
        self.content()
            .save_state()
            .set_line_width(1.0)
            .rect(x * POINTS, bottom, side * POINTS, side * POINTS)
            .stroke()
            .restore_state();
    }

    /// A dashed line, where paper is to be cut.
    pub fn cut(&mut self, from: (f32, f32), to: (f32, f32)) {
        let height = self.height();
        self.content()
            .save_state()
            .set_line_width(0.5)
            .set_dash_pattern([3.0, 3.0], 0.0)
            .move_to(from.0 * POINTS, height - from.1 * POINTS)
            .line_to(to.0 * POINTS, height - to.1 * POINTS)
            .stroke()
            .restore_state();
    }

    /// Writes a paragraph whose first line's top is at `y`, between two edges, and answers where it ends.
    pub fn write(&mut self, paragraph: &Paragraph, style: Style, edges: (f32, f32), y: f32, align: Align) -> f32 {
        for (number, line) in paragraph.lines.iter().enumerate() {
            let width = style.millimetres(line.width);
            let x = match align {
                Align::Centre => f32::midpoint(edges.0, edges.1) - width / 2.0,
                Align::Right => edges.1 - width,
                Align::Start if paragraph.is_rtl => edges.1 - width,
                Align::Start | Align::Left => edges.0,
            };
            self.line(line, style, x, y + style.height(number) + style.millimetres(ASCENT));
        }
        y + style.height(paragraph.lines.len())
    }

    /// Writes a line whose letters stand on `y`.
    fn line(&mut self, line: &Line, style: Style, x: f32, y: f32) {
        let (mut x, y) = (x * POINTS, self.height() - y * POINTS);
        for piece in &line.pieces {
            let mut shown = Shown::default();
            for glyph in &piece.glyphs {
                let number = self.used[piece.face].get_or_insert_default().number(glyph);
                shown.add(number, glyph, self.faces.width(piece.face, glyph.id));
            }
            let content = self.content();
            content.begin_text();
            let name = font_name(piece.face);
            content.set_font(Name(name.as_bytes()), style.size);
            if style.is_bold && style.size >= SMALLEST_BOLD {
                content
                    .set_line_width(2.0 * BOLD * style.size)
                    .set_line_join(LineJoinStyle::RoundJoin)
                    .set_text_rendering_mode(TextRenderingMode::FillStroke);
            } else {
                content.set_text_rendering_mode(TextRenderingMode::Fill);
            }
            content.set_text_matrix([1.0, 0.0, 0.0, 1.0, x, y]);
            shown.write(content, style.size);
            content.end_text();
            x += piece.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>() * style.size;
        }
    }

    /// The file.
    ///
    /// # Errors
    /// A font cannot be cut down.
    pub fn finish(self, title: &str) -> Result<Vec<u8>, PrintError> {
        let (mut file, mut bytes) = PartedFile::begin();
        bytes.extend(file.add(self.part(FIRST_OBJECT)?)?);
        bytes.extend(file.end(title));
        Ok(bytes)
    }

    /// Its pages as a part of a file, whose objects are numbered from `first` on.
    ///
    /// # Errors
    /// A font cannot be cut down.
    pub fn part(mut self, first: i32) -> Result<FilePart, PrintError> {
        if self.pages.is_empty() {
            self.add_page();
        }
        let mut objects = Objects::starting_at(first);
        let (node, resources) = (objects.number(), objects.number());
        let pages: Vec<(Ref, Ref)> = self
            .pages
            .iter()
            .map(|_| (objects.number(), objects.number()))
            .collect();
        let count = i32::try_from(pages.len()).unwrap_or(i32::MAX);
        let sheet = Rect::new(0.0, 0.0, self.size.0 * POINTS, self.size.1 * POINTS);
        objects.write(node, |chunk| {
            chunk
                .pages(node)
                .parent(Ref::new(TREE))
                .kids(pages.iter().map(|(page, _)| *page))
                .count(count)
                .media_box(sheet);
        });
        for ((page, content), made) in pages.iter().zip(self.pages) {
            objects.write(*page, |chunk| {
                chunk
                    .page(*page)
                    .parent(node)
                    .contents(*content)
                    .pair(Name(b"Resources"), resources);
            });
            let bytes = packed(&made.content.finish());
            objects.write(*content, |chunk| {
                chunk.stream(*content, &bytes).filter(Filter::FlateDecode);
            });
        }
        let mut fonts = Vec::new();
        for (face, used) in self.used.iter().enumerate() {
            if let Some(used) = used {
                fonts.push((face, embed(&mut objects, self.faces, face, used)?));
            }
        }
        objects.write(resources, |chunk| {
            let mut dictionary = chunk.indirect(resources).dict();
            let mut names = dictionary.insert(Name(b"Font")).dict();
            for (face, font) in fonts {
                names.pair(Name(font_name(face).as_bytes()), font);
            }
        });
        Ok(objects.into_part(node, count))
    }
}

fn font_name(face: usize) -> String {
    format!("F{face}")
}

/// Glyphs with the distances between them that are not their own widths.
#[derive(Default)]
struct Shown {
    /// Glyphs at one height.
    parts: Vec<Part>,
}

struct Part {
    rise: f32,
    items: Vec<Item>,
}

enum Item {
    Glyphs(Vec<u8>),
    /// Forward by so many parts of the font size.
    Gap(f32),
}

impl Shown {
    fn add(&mut self, number: u16, glyph: &Glyph, width: f32) {
        self.gap(glyph.dy, glyph.dx);
        let bytes = number.to_be_bytes();
        let part = self.part(glyph.dy);
        match part.items.last_mut() {
            Some(Item::Glyphs(glyphs)) => glyphs.extend(bytes),
            _ => part.items.push(Item::Glyphs(bytes.to_vec())),
        }
        self.gap(glyph.dy, glyph.advance - width - glyph.dx);
    }

    fn gap(&mut self, rise: f32, by: f32) {
        if by.abs() > 0.0005 {
            let part = self.part(rise);
            match part.items.last_mut() {
                Some(Item::Gap(gap)) => *gap += by,
                _ => part.items.push(Item::Gap(by)),
            }
        }
    }

    fn part(&mut self, rise: f32) -> &mut Part {
        let is_new = self.parts.last().is_none_or(|part| part.rise != rise);
        if is_new {
            self.parts.push(Part {
                rise,
                items: Vec::new(),
            });
        }
        let last = self.parts.len() - 1;
        &mut self.parts[last]
    }

    fn write(&self, content: &mut Content, size: f32) {
        for part in &self.parts {
            content.set_rise(part.rise * size);
            let mut show = content.show_positioned();
            let mut items = show.items();
            for item in &part.items {
                match item {
                    Item::Glyphs(glyphs) => items.show(Str(glyphs)),
                    // Counted backwards, in thousandths.
                    Item::Gap(by) => items.adjust(by * -1000.0),
                };
            }
        }
    }
}

/// Puts what is used of a font into the file.
fn embed(objects: &mut Objects, faces: &Faces, face: usize, used: &Used) -> Result<Ref, PrintError> {
    let (font, cid, descriptor, file, map, to_gid) = (
        objects.number(),
        objects.number(),
        objects.number(),
        objects.number(),
        objects.number(),
        objects.number(),
    );
    let mut remapper = GlyphRemapper::new();
    // From a glyph's number here to its place in the small font: the first is the empty box.
    let mut places: Vec<u8> = vec![0, 0];
    for (glyph, _) in &used.glyphs {
        places.extend(remapper.remap(*glyph).to_be_bytes());
    }
    let index = u32::try_from(face).unwrap_or_default();
    let subset = subsetter::subset(faces.data(), index, &remapper)?;
    let name = format!("BAZAAR+Print{face}");
    let base = Name(name.as_bytes());
    let system = SystemInfo {
        registry: Str(b"Adobe"),
        ordering: Str(b"Identity"),
        supplement: 0,
    };
    objects.write(font, |chunk| {
        chunk
            .type0_font(font)
            .base_font(base)
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(cid)
            .to_unicode(map);
    });
    let widths = used.glyphs.iter().map(|(glyph, _)| faces.width(face, *glyph) * 1000.0);
    objects.write(cid, |chunk| {
        let mut written = chunk.cid_font(cid);
        written
            .subtype(CidFontType::Type2)
            .base_font(base)
            .system_info(system)
            .font_descriptor(descriptor)
            .default_width(faces.width(face, 0) * 1000.0)
            .cid_to_gid_map_stream(to_gid);
        written.widths().consecutive(1, widths);
    });
    let read = faces.face(face);
    let em = read.units_per_em() as f32 / 1000.0;
    let of_thousand = |units: i16| f32::from(units) / em;
    let bounds = read.global_bounding_box();
    objects.write(descriptor, |chunk| {
        chunk
            .font_descriptor(descriptor)
            .name(base)
            .flags(FontFlags::SYMBOLIC)
            .bbox(Rect::new(
                of_thousand(bounds.x_min),
                of_thousand(bounds.y_min),
                of_thousand(bounds.x_max),
                of_thousand(bounds.y_max),
            ))
            .italic_angle(0.0)
            .ascent(of_thousand(read.ascender()))
            .descent(of_thousand(read.descender()))
            .cap_height(of_thousand(read.capital_height().unwrap_or(read.ascender())))
            .stem_v(90.0)
            .font_file2(file);
    });
    let bytes = packed(&subset);
    objects.write(file, |chunk| {
        chunk
            .stream(file, &bytes)
            .filter(Filter::FlateDecode)
            .pair(Name(b"Length1"), i32::try_from(subset.len()).unwrap_or(i32::MAX));
    });
    let places = packed(&places);
    objects.write(to_gid, |chunk| {
        chunk.stream(to_gid, &places).filter(Filter::FlateDecode);
    });
    let mut texts = UnicodeCmap::new(Name(b"Print"), system);
    for (number, (_, text)) in (1_u16..).zip(&used.glyphs) {
        if !text.is_empty() {
            texts.pair_with_multiple(number, text.chars());
        }
    }
    let texts = packed(&texts.finish());
    objects.write(map, |chunk| {
        chunk.stream(map, &texts).filter(Filter::FlateDecode);
    });
    Ok(font)
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
    // Writing into memory cannot fail.
    let _ = packed.write_all(bytes);
    packed.finish().unwrap_or_default()
}
