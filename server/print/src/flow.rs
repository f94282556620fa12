//! Pages filled from top to bottom.

use crate::pdf::{Align, Document, Style};
use crate::text::{Reading, lay_out};

/// A place on the pages of a document that goes on to the next one when it is full.
pub(crate) struct Flow<'d, 'a> {
    pub document: &'d mut Document<'a>,
    margin: f32,
    pub y: f32,
    /// Stands on top of a page that something goes on on.
    pub again: String,
}

impl<'d, 'a> Flow<'d, 'a> {
    /// Begins on a new page.
    pub fn new(document: &'d mut Document<'a>, margin: f32) -> Self {
        document.add_page();
        Self {
            document,
            margin,
            y: margin,
            again: String::new(),
        }
    }

    pub fn edges(&self) -> (f32, f32) {
        (self.margin, self.document.size().0 - self.margin)
    }

    pub fn width(&self) -> f32 {
        let (left, right) = self.edges();
        right - left
    }

    /// What is left of the page, millimetres.
    pub fn left(&self) -> f32 {
        self.document.size().1 - self.margin - self.y
    }

    pub fn is_at_top(&self) -> bool {
        self.y <= self.margin
    }

    /// A page of its own.
    pub fn new_page(&mut self) {
        self.document.add_page();
        self.y = self.margin;
    }

    /// Sees to it that so much is left on this page.
    pub fn need(&mut self, height: f32) {
        if self.left() < height && !self.is_at_top() {
            self.new_page();
            let again = std::mem::take(&mut self.again);
            let style = Style::bold(9.0);
            self.text(&again, style, Reading::Ltr, Align::Right);
            self.again = again;
        }
    }

    /// Writes a paragraph over the whole width, on as many pages as it takes.
    pub fn text(&mut self, text: &str, style: Style, reading: Reading, align: Align) {
        self.text_between(text, style, reading, align, self.edges());
    }

    /// The same between two edges.
    pub fn text_between(&mut self, text: &str, style: Style, reading: Reading, align: Align, edges: (f32, f32)) {
        let mut rest = lay_out(self.document.faces(), text, reading, style.parts(edges.1 - edges.0));
        while !rest.lines.is_empty() {
            let here = (self.left() / style.height(1)).floor().max(0.0) as usize;
            if here == 0 {
                if self.is_at_top() {
                    return;
                }
                self.need(style.height(1));
                continue;
            }
            let mut now = rest.clone();
            now.lines.truncate(here);
            rest.lines.drain(..now.lines.len());
            self.y = self.document.write(&now, style, edges, self.y, align);
        }
    }
}
