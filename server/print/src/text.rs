//! From a text to lines of glyphs in the order in which they stand on paper: the Unicode bidirectional algorithm (UAX 9),
//! line breaking (UAX 14), shaping, and for each character the first font that has it. All lengths are parts of the font
//! size.

use std::ops::Range;

use unicode_bidi::{BidiClass, BidiInfo, Level, ParagraphInfo, bidi_class};
use unicode_linebreak::linebreaks;

use crate::fonts::{Faces, Run};

/// Longest text of one paragraph, characters: everything people type has a bound of its own below it.
const MAX_CHARS: usize = 4_000;
const ELLIPSIS: char = '…';

/// Which way a paragraph runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    Ltr,
    Rtl,
    /// As its first letter does.
    Auto,
}

impl Reading {
    /// The direction of a language.
    pub const fn of(is_rtl: bool) -> Self {
        if is_rtl { Self::Rtl } else { Self::Ltr }
    }
}

/// A glyph.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Glyph {
    pub id: u16,
    pub advance: f32,
    pub dx: f32,
    pub dy: f32,
    /// The characters it stands for; none for the further glyphs of a character.
    pub text: String,
}

/// Glyphs of one font, from left to right.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Piece {
    pub face: usize,
    pub glyphs: Vec<Glyph>,
}

/// A line, from left to right.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Line {
    pub pieces: Vec<Piece>,
    pub width: f32,
}

/// A paragraph cut into lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Paragraph {
    pub lines: Vec<Line>,
    /// Whether its lines begin at the right.
    pub is_rtl: bool,
    /// Whether its end was left out.
    pub is_cut: bool,
}

/// A piece of a text that runs from left to right whatever stands round it: a code, a phone number, an address of the web.
pub(crate) fn ltr(text: &str) -> String {
    format!("\u{2066}{}\u{2069}", clean(text))
}

/// A piece of a text that runs as it does alone.
pub(crate) fn isolated(text: &str) -> String {
    format!("\u{2068}{}\u{2069}", clean(text))
}

/// Pieces of text in one line with dots between them; empty and repeated ones are left out.
pub(crate) fn joined<'t>(pieces: impl IntoIterator<Item = &'t str>) -> String {
    let mut seen: Vec<&str> = Vec::new();
    for piece in pieces {
        let piece = piece.trim();
        if !piece.is_empty() && !seen.contains(&piece) {
            seen.push(piece);
        }
    }
    let seen: Vec<String> = seen.into_iter().map(isolated).collect();
    seen.join(" · ")
}

/// Whether the first letter of a text runs from the right, wherever it stands.
fn begins_rtl(text: &str) -> bool {
    let strong = text
        .chars()
        .map(bidi_class)
        .find(|class| matches!(class, BidiClass::L | BidiClass::R | BidiClass::AL));
    strong.is_some_and(|class| class != BidiClass::L)
}

/// A text whose numbers of several parts (phones, dates, codes) run from left to right, as people write them, where the
/// letters round them would turn their parts round: `0998-123456`, `7K3M-9QXT-V2WP`, `138 0013 8000`.
fn with_steady_numbers(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut steady = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let begins = chars[at].is_ascii_alphanumeric()
            || (chars[at] == '+' && chars.get(at + 1).is_some_and(char::is_ascii_digit));
        if !begins {
            steady.push(chars[at]);
            at += 1;
            continue;
        }
        let end = token_end(&chars, at);
        let token: String = chars[at..end].iter().collect();
        let is_number = token.contains(|c: char| c.is_ascii_digit()) && !token.chars().all(|c| c.is_ascii_digit());
        steady.push_str(&if is_number { ltr(&token) } else { token });
        at = end;
    }
    steady
}

/// Where letters and digits that belong together end.
fn token_end(chars: &[char], start: usize) -> usize {
    let digits_from = |from: usize| chars[from..].iter().take_while(|c| c.is_ascii_digit()).count();
    let mut end = start + 1;
    while end < chars.len() {
        let goes_on = chars.get(end + 1).is_some_and(char::is_ascii_alphanumeric);
        let is_group = |from: usize| digits_from(from) >= 3;
        match chars[end] {
            c if c.is_ascii_alphanumeric() => end += 1,
            '-' | '.' | '/' | ':' | '_' | '@' | ',' if goes_on => end += 2,
            // Groups of a phone number.
            ' ' if is_group(end + 1) && chars[..end].iter().rev().take_while(|c| c.is_ascii_digit()).count() >= 2 => {
                end += 2;
            }
            _ => break,
        }
    }
    end
}

/// A text without what would turn round or break what stands beside it.
fn clean(text: &str) -> String {
    let shown = text.chars().filter(|c| !is_hidden(*c) || is_isolate(*c));
    shown
        .map(|c| {
            if c.is_control() || c == '\u{2028}' || c == '\u{2029}' {
                ' '
            } else {
                c
            }
        })
        .take(MAX_CHARS)
        .collect()
}

fn is_isolate(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2069}')
}

/// Characters that have no glyph: marks of direction, variation selectors, soft hyphens, byte order marks.
fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Whether a character belongs to the one before it.
fn joins_previous(c: char) -> bool {
    is_hidden(c)
        || matches!(
            c,
            '\u{300}'..='\u{36F}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}'
                | '\u{200C}' | '\u{200D}' | '\u{1AB0}'..='\u{1AFF}' | '\u{20D0}'..='\u{20FF}'
        )
}

/// A text without what none of the fonts has, such as an emoji, for places where an empty box would look like a mistake.
pub(crate) fn drawable(faces: &Faces, text: &str) -> String {
    let mut drawn = String::with_capacity(text.len());
    let mut has_letter = true;
    for c in text.chars() {
        let is_kept = if c.is_whitespace() || c.is_control() || is_isolate(c) {
            // Two spaces where something stood between them are one.
            c != ' ' || !drawn.ends_with(' ')
        } else {
            let is_known = is_hidden(c) || faces.of_char(c).is_some();
            if joins_previous(c) {
                // What belongs to a letter goes with it.
                is_known && has_letter
            } else {
                has_letter = is_known;
                is_known
            }
        };
        if is_kept {
            drawn.push(c);
        }
    }
    drawn
}

/// Whether a piece of text ends like `12-`, to which Uyghur joins what is counted.
fn is_ordinal(text: &str) -> bool {
    let number = text.strip_suffix('-');
    number.is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()))
}

/// Cuts a text into lines of at most `width`.
pub(crate) fn lay_out(faces: &Faces, text: &str, reading: Reading, width: f32) -> Paragraph {
    let text = with_steady_numbers(clean(text).trim());
    let text = text.as_str();
    let Some(laid) = Laid::new(faces, text, reading) else {
        return Paragraph::default();
    };
    let lines = laid
        .breaks(width)
        .into_iter()
        .map(|range| laid.line(laid.trimmed(range)));
    Paragraph {
        lines: lines.collect(),
        is_rtl: laid.is_rtl(),
        is_cut: false,
    }
}

/// The same with at most so many lines: what does not fit ends with an ellipsis.
pub(crate) fn lay_out_within(faces: &Faces, text: &str, reading: Reading, width: f32, lines: usize) -> Paragraph {
    let whole = lay_out(faces, text, reading, width);
    if whole.lines.len() <= lines {
        return whole;
    }
    // Longest beginning that fits with the ellipsis after it.
    let text: Vec<char> = clean(text).trim().chars().collect();
    let fits = |count: usize| {
        let mut shortened: String = text[..count].iter().collect::<String>().trim_end().to_owned();
        shortened.push(ELLIPSIS);
        let paragraph = lay_out(faces, &shortened, reading, width);
        (paragraph.lines.len() <= lines.max(1)).then_some(paragraph)
    };
    let (mut most, mut least) = (text.len(), 0);
    let mut found = None;
    while least < most {
        let middle = least.midpoint(most);
        match fits(middle) {
            Some(paragraph) => {
                found = Some(paragraph);
                least = middle + 1;
            }
            None => most = middle,
        }
    }
    let mut cut = found.or_else(|| fits(0)).unwrap_or_default();
    cut.is_cut = true;
    cut
}

/// A text with its directions.
struct Laid<'a> {
    faces: &'a Faces<'a>,
    text: &'a str,
    bidi: BidiInfo<'a>,
    paragraph: ParagraphInfo,
}

impl<'a> Laid<'a> {
    fn new(faces: &'a Faces<'a>, text: &'a str, reading: Reading) -> Option<Self> {
        let level = match reading {
            Reading::Ltr => Level::ltr(),
            Reading::Rtl => Level::rtl(),
            Reading::Auto if begins_rtl(text) => Level::rtl(),
            Reading::Auto => Level::ltr(),
        };
        let bidi = BidiInfo::new(text, Some(level));
        let paragraph = bidi.paragraphs.first()?.clone();
        Some(Self {
            faces,
            text,
            bidi,
            paragraph,
        })
    }

    fn is_rtl(&self) -> bool {
        self.paragraph.level.is_rtl()
    }

    /// Where lines end.
    fn breaks(&self, width: f32) -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        let (mut start, mut end, mut used) = (0, 0, 0.0);
        let mut take = |segment: Range<usize>, lines: &mut Vec<Range<usize>>| {
            // Spaces at a line's end may stand over.
            if end > start && used + self.width(self.trimmed(segment.clone())) > width {
                lines.push(start..end);
                (start, used) = (segment.start, 0.0);
            }
            used += self.width(segment.clone());
            end = segment.end;
        };
        let mut from = 0;
        for (to, _) in linebreaks(self.text) {
            if to < self.text.len() && is_ordinal(&self.text[from..to]) {
                continue;
            }
            let segment = from..to;
            if self.width(self.trimmed(segment.clone())) > width {
                // One word wider than the paper: between its letters.
                for letter in self.letters(segment) {
                    take(letter, &mut lines);
                }
            } else {
                take(segment, &mut lines);
            }
            from = to;
        }
        if self.text.len() > start {
            lines.push(start..self.text.len());
        }
        lines
    }

    /// The characters of a range, each with its marks.
    fn letters(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut letters: Vec<Range<usize>> = Vec::new();
        for (at, c) in self.text[range.clone()].char_indices() {
            let at = range.start + at;
            let end = at + c.len_utf8();
            match letters.last_mut() {
                Some(last) if joins_previous(c) => last.end = end,
                _ => letters.push(at..end),
            }
        }
        letters
    }

    /// A range without the spaces at its end.
    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        range.start..range.start + self.text[range].trim_end().len()
    }

    fn width(&self, range: Range<usize>) -> f32 {
        self.line(range).width
    }

    /// The glyphs of a range, from left to right.
    fn line(&self, range: Range<usize>) -> Line {
        let mut line = Line::default();
        if range.is_empty() {
            return line;
        }
        let (levels, runs) = self.bidi.visual_runs(&self.paragraph, range);
        for run in runs {
            let direction = if levels[run.start].is_rtl() { Run::Rtl } else { Run::Ltr };
            let mut parts = self.by_font(&self.text[run]);
            if direction == Run::Rtl {
                parts.reverse();
            }
            for (face, chars) in parts {
                let piece = self.shaped(face, direction, &chars);
                line.width += piece.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>();
                line.pieces.push(piece);
            }
        }
        line
    }

    /// A run's characters by the font that draws them.
    fn by_font(&self, run: &str) -> Vec<(usize, Vec<char>)> {
        let mut parts: Vec<(usize, Vec<char>)> = Vec::new();
        for c in run.chars().filter(|c| !is_hidden(*c)) {
            let here = parts.last().map(|(face, _)| *face);
            let has_it = here.is_some_and(|face| self.faces.face(face).glyph_index(c).is_some());
            // Marks stay with their letter, and a character that no font has is an empty box among its neighbours.
            let face = match (here, self.faces.of_char(c)) {
                (Some(here), _) if has_it || joins_previous(c) => here,
                (_, Some(face)) => face,
                (here, None) => here.unwrap_or(0),
            };
            match parts.last_mut() {
                Some((last, chars)) if *last == face => chars.push(c),
                _ => parts.push((face, vec![c])),
            }
        }
        parts
    }

    fn shaped(&self, face: usize, run: Run, chars: &[char]) -> Piece {
        let em = self.faces.face(face).units_per_em() as f32;
        let shaped = self.faces.shape(face, run, chars);
        let infos = shaped.glyph_infos();
        let mut clusters: Vec<usize> = infos.iter().map(|info| info.cluster as usize).collect();
        let of_glyphs = clusters.clone();
        clusters.sort_unstable();
        clusters.dedup();
        let mut glyphs: Vec<Glyph> = Vec::with_capacity(infos.len());
        for (number, (info, position)) in infos.iter().zip(shaped.glyph_positions()).enumerate() {
            let cluster = of_glyphs[number];
            let is_first = number == 0 || of_glyphs[number - 1] != cluster;
            let next = clusters.iter().find(|other| **other > cluster).copied();
            let text = if is_first {
                chars[cluster..next.unwrap_or(chars.len())].iter().collect()
            } else {
                String::new()
            };
            glyphs.push(Glyph {
                // A font has at most 65,536 glyphs.
                id: u16::try_from(info.glyph_id).unwrap_or_default(),
                advance: position.x_advance as f32 / em,
                dx: position.x_offset as f32 / em,
                dy: position.y_offset as f32 / em,
                text,
            });
        }
        self.faces.done_with(shaped);
        Piece { face, glyphs }
    }
}
