//! The fonts of printed pages: one TrueType collection, made by `server/xtask/tools/print-fonts.mjs`. A character is
//! drawn with the first font that has it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;

use rustybuzz::ttf_parser::fonts_in_collection;
use rustybuzz::{Direction, Face, GlyphBuffer, Script, ShapePlan, UnicodeBuffer};

use crate::error::PrintError;

/// Fonts in memory, as long as something is printed with them.
#[derive(Clone, Debug)]
pub struct Fonts(Vec<u8>);

impl Fonts {
    /// Reads the collection: 4.5 MB.
    ///
    /// # Errors
    /// It is not there, or is no collection of fonts.
    pub fn read(path: &Path) -> Result<Self, PrintError> {
        let bytes = std::fs::read(path).map_err(|source| PrintError::NoFonts {
            path: path.to_owned(),
            source,
        })?;
        Self::of(bytes)
    }

    /// The fonts in these bytes.
    ///
    /// # Errors
    /// They are no collection of fonts.
    pub fn of(bytes: Vec<u8>) -> Result<Self, PrintError> {
        let fonts = Self(bytes);
        fonts.faces()?;
        Ok(fonts)
    }

    pub(crate) fn faces(&self) -> Result<Faces<'_>, PrintError> {
        let count = fonts_in_collection(&self.0).ok_or(PrintError::DamagedFonts)?;
        let faces: Option<Vec<_>> = (0..count).map(|index| Face::from_slice(&self.0, index)).collect();
        let faces = faces
            .filter(|faces| !faces.is_empty())
            .ok_or(PrintError::DamagedFonts)?;
        Ok(Faces {
            data: &self.0,
            faces,
            found: RefCell::default(),
            plans: RefCell::default(),
            buffer: RefCell::default(),
        })
    }
}

/// Which way letters run in a shaped piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Run {
    Ltr,
    Rtl,
}

/// The fonts, read.
pub(crate) struct Faces<'a> {
    data: &'a [u8],
    faces: Vec<Face<'a>>,
    found: RefCell<HashMap<char, Option<usize>>>,
    plans: RefCell<HashMap<(usize, Run, Script), ShapePlan>>,
    buffer: RefCell<Option<UnicodeBuffer>>,
}

impl<'a> Faces<'a> {
    pub fn data(&self) -> &'a [u8] {
        self.data
    }

    pub fn len(&self) -> usize {
        self.faces.len()
    }

    pub fn face(&self, index: usize) -> &Face<'a> {
        &self.faces[index]
    }

    /// The font that has a character.
    pub fn of_char(&self, c: char) -> Option<usize> {
        *self
            .found
            .borrow_mut()
            .entry(c)
            .or_insert_with(|| self.faces.iter().position(|face| face.glyph_index(c).is_some()))
    }

    /// Width of a glyph, in parts of the font size.
    pub fn width(&self, face: usize, glyph: u16) -> f32 {
        let face = self.face(face);
        let advance = face.glyph_hor_advance(rustybuzz::ttf_parser::GlyphId(glyph));
        f32::from(advance.unwrap_or_default()) / face.units_per_em() as f32
    }

    /// Chooses and places the glyphs of characters that have one font and one direction; a glyph's cluster is its
    /// character's number.
    pub fn shape(&self, index: usize, run: Run, text: &[char]) -> GlyphBuffer {
        let mut buffer = self.buffer.borrow_mut().take().unwrap_or_default();
        for (number, c) in text.iter().enumerate() {
            buffer.add(*c, u32::try_from(number).unwrap_or(u32::MAX));
        }
        buffer.guess_segment_properties();
        buffer.set_direction(match run {
            Run::Ltr => Direction::LeftToRight,
            Run::Rtl => Direction::RightToLeft,
        });
        let script = buffer.script();
        let face = self.face(index);
        let mut plans = self.plans.borrow_mut();
        let plan = plans
            .entry((index, run, script))
            .or_insert_with(|| ShapePlan::new(face, buffer.direction(), Some(script), None, &[]));
        rustybuzz::shape_with_plan(face, plan, buffer)
    }

    /// Gives a buffer back, to be used for the next piece.
    pub fn done_with(&self, shaped: GlyphBuffer) {
        *self.buffer.borrow_mut() = Some(shaped.clear());
    }
}
