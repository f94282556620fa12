//! TMX 1.4 (LISA, now GALA): a memory of translations. Variables stand in `<ph>` as they are. What XML cannot write is in no good
//! text, and such a one is left out.

use std::fmt::Write;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::xml::{Bit, MAX_DEPTH, bits, escaped, is_writable, letter_of, value};
use super::{Draft, Exchange, ExchangeError, ExchangeRow, text_of};

pub(super) fn write(language: &str, rows: &[ExchangeRow]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n  <header creationtool=\"Bazar\" creationtoolversion=\"1\" \
         segtype=\"block\" o-tmf=\"Fluent\" adminlang=\"en\" srclang=\"en\" datatype=\"plaintext\"/>\n  <body>\n",
    );
    let can_be_written = |row: &&ExchangeRow| {
        let texts = [&row.english, &row.comment].into_iter().chain(&row.source);
        texts.into_iter().all(|text| text.chars().all(is_writable))
    };
    for row in rows.iter().filter(can_be_written) {
        _ = writeln!(out, "    <tu tuid=\"{}\">", row.id);
        if !row.comment.is_empty() {
            _ = writeln!(out, "      <note>{}</note>", escaped(&row.comment));
        }
        _ = writeln!(out, "      <prop type=\"file\">{}</prop>", escaped(&row.file));
        _ = writeln!(out, "      <prop type=\"state\">{}</prop>", row.state.as_str());
        _ = writeln!(
            out,
            "      <tuv xml:lang=\"en\"><seg>{}</seg></tuv>",
            segment(&row.english)
        );
        if let Some(source) = &row.source {
            let (language, segment) = (escaped(language), segment(source));
            _ = writeln!(out, "      <tuv xml:lang=\"{language}\"><seg>{segment}</seg></tuv>");
        }
        out.push_str("    </tu>\n");
    }
    out.push_str("  </body>\n</tmx>\n");
    out
}

fn segment(text: &str) -> String {
    let mut out = String::new();
    for bit in bits(text) {
        match bit {
            Bit::Words(words) => out.push_str(&escaped(words)),
            Bit::Variable(variable) => _ = write!(out, "<ph>{}</ph>", escaped(variable)),
        }
    }
    out
}

pub(super) fn read(bytes: &[u8]) -> Result<Exchange, ExchangeError> {
    let text = text_of(bytes, "TMX")?;
    let mut xml = Reader::from_str(&text);
    xml.config_mut().expand_empty_elements = true;
    let mut read = Read::default();
    loop {
        let at = usize::try_from(xml.buffer_position()).unwrap_or(usize::MAX);
        let damaged = ExchangeError::Damaged(at);
        match xml.read_event().map_err(|_| damaged.clone())? {
            Event::Start(tag) => read.begin(&tag, at)?,
            Event::End(_) => read.end()?,
            Event::Text(text) => read.text(&text.decode().map_err(|_| damaged)?.replace("\r\n", "\n")),
            Event::CData(text) => read.text(&text.decode().map_err(|_| damaged)?.replace("\r\n", "\n")),
            Event::GeneralRef(reference) => read.text(letter_of(&reference, at)?.encode_utf8(&mut [0; 4])),
            // Its own grammar may be named, without any declarations.
            Event::DocType(declared) if declared.decode().is_ok_and(|text| text.contains(['[', '%'])) => {
                return Err(ExchangeError::Entities);
            }
            Event::DocType(_) | Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof if read.open.is_empty() && read.has_root => return Ok(read.exchange),
            Event::Eof if !read.has_root => return Err(ExchangeError::OtherFormat("TMX")),
            Event::Eof => return Err(damaged),
        }
    }
}

/// What is known while it is read.
#[derive(Debug, Default)]
struct Read {
    /// The elements one is in.
    open: Vec<String>,
    has_root: bool,
    unit: Option<Draft>,
    /// What the property one is in is about.
    about: String,
    /// Whether the variant one is in is the English one.
    is_english: bool,
    exchange: Exchange,
}

impl Read {
    fn begin(&mut self, tag: &BytesStart<'_>, at: usize) -> Result<(), ExchangeError> {
        let name = String::from_utf8_lossy(tag.local_name().as_ref()).into_owned();
        if self.open.is_empty() {
            if self.has_root || name != "tmx" {
                return Err(ExchangeError::OtherFormat("TMX"));
            }
            self.has_root = true;
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(ExchangeError::Damaged(at));
        }
        match name.as_str() {
            "tu" => {
                self.unit = Some(Draft {
                    id: value(tag, "tuid", at)?,
                    ..Draft::default()
                });
            }
            "prop" => self.about = value(tag, "type", at)?,
            "tuv" => {
                let language = value(tag, "xml:lang", at)?;
                self.is_english = language.split(['-', '_']).next() == Some("en");
                if !self.is_english {
                    self.exchange.language.get_or_insert(language);
                }
            }
            _ => {}
        }
        self.open.push(name);
        Ok(())
    }

    fn end(&mut self) -> Result<(), ExchangeError> {
        let name = self.open.pop().unwrap_or_default();
        match (name.as_str(), self.unit.take()) {
            ("tu", Some(unit)) => unit.finish(&mut self.exchange.rows),
            (_, unit) => {
                self.unit = unit;
                Ok(())
            }
        }
    }

    fn text(&mut self, text: &str) {
        let Some(unit) = &mut self.unit else { return };
        let mut above = self.open.iter().rev().map(String::as_str);
        match above.find(|name| matches!(*name, "seg" | "note" | "prop")) {
            Some("seg") if self.is_english => unit.english.push_str(text),
            Some("seg") => unit.source.push_str(text),
            Some("note") => unit.comment.push_str(text),
            Some("prop") if self.about == "file" => unit.file.push_str(text),
            Some("prop") if self.about == "state" => unit.state.push_str(text.trim()),
            _ => {}
        }
    }
}
