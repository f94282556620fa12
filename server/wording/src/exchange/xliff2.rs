//! XLIFF 2.0 (OASIS, <https://docs.oasis-open.org/xliff/xliff-core/v2.0/xliff-core-v2.0.html>): a `<file>` a file of texts, a
//! `<unit>` a text, one `<segment>` in it. Variables are `<ph>` elements whose `{ $name }` stands in `<originalData>`; signs XML
//! cannot write are `<cp>`.

use std::collections::HashMap;
use std::fmt::Write;

use l10n::unit::UnitId;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::xml::{Bit, MAX_DEPTH, bits, escaped, is_writable, letter_of, value};
use super::{Draft, Exchange, ExchangeError, ExchangeRow, UnitState, text_of};

const NAMESPACE: &str = "urn:oasis:names:tc:xliff:document:2.0";

pub(super) fn write(language: &str, rows: &[ExchangeRow]) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff xmlns=\"{NAMESPACE}\" version=\"2.0\" srcLang=\"en\" trgLang=\"{}\">\n",
        escaped(language)
    );
    let mut number = 0;
    for (at, row) in rows.iter().enumerate() {
        let is_of_same = |other: Option<&ExchangeRow>| other.is_some_and(|other| other.file == row.file);
        if at == 0 || !is_of_same(rows.get(at - 1)) {
            number += 1;
            _ = writeln!(out, "  <file id=\"f{number}\" original=\"{}\">", escaped(&row.file));
        }
        unit(&mut out, row);
        if !is_of_same(rows.get(at + 1)) {
            out.push_str("  </file>\n");
        }
    }
    if rows.is_empty() {
        // A file without one is none.
        out.push_str("  <file id=\"f1\"/>\n");
    }
    out.push_str("</xliff>\n");
    out
}

fn unit(out: &mut String, row: &ExchangeRow) {
    let id = row.id.as_str();
    _ = writeln!(out, "    <unit id=\"{id}\" name=\"{id}\">");
    out.push_str("      <notes>\n");
    if !row.comment.is_empty() {
        _ = writeln!(
            out,
            "        <note category=\"comment\" xml:space=\"preserve\">{}</note>",
            coded(&row.comment)
        );
    }
    // The states of XLIFF say less.
    _ = writeln!(out, "        <note category=\"state\">{}</note>", row.state.as_str());
    out.push_str("      </notes>\n");
    let mut data: Vec<&str> = Vec::new();
    let source = segment(&row.english, &mut data, 1..);
    let target = row.source.as_ref().map(|text| {
        let numbers = numbers(&variables(&row.english), &variables(text));
        segment(text, &mut data, numbers)
    });
    if !data.is_empty() {
        out.push_str("      <originalData>\n");
        for (number, text) in data.iter().enumerate() {
            _ = writeln!(
                out,
                "        <data id=\"d{}\" xml:space=\"preserve\">{}</data>",
                number + 1,
                escaped(text)
            );
        }
        out.push_str("      </originalData>\n");
    }
    let state = match row.state {
        UnitState::Translated => "translated",
        UnitState::Missing | UnitState::Doubtful | UnitState::Outdated => "initial",
    };
    _ = writeln!(out, "      <segment state=\"{state}\">");
    _ = writeln!(out, "        <source xml:space=\"preserve\">{source}</source>");
    if let Some(target) = target {
        _ = writeln!(out, "        <target xml:space=\"preserve\">{target}</target>");
    }
    out.push_str("      </segment>\n    </unit>\n");
}

/// The names of the variables of a text, in its order.
fn variables(text: &str) -> Vec<&str> {
    let names = bits(text).into_iter().filter_map(|bit| match bit {
        Bit::Variable(variable) => Some(variable.trim_matches(['{', '}', ' '])),
        Bit::Words(_) => None,
    });
    names.collect()
}

/// The number of each variable of a translation: by it a program knows which one of the English text it is. Those that English
/// does not have, or not so often, are counted on.
fn numbers(english: &[&str], own: &[&str]) -> Vec<usize> {
    let mut spare: Vec<Option<&str>> = english.iter().copied().map(Some).collect();
    let mut last = english.len();
    let mut numbers = Vec::with_capacity(own.len());
    for variable in own {
        let found = spare
            .iter_mut()
            .enumerate()
            .find(|(_, other)| **other == Some(*variable));
        numbers.push(match found {
            Some((at, other)) => {
                *other = None;
                at + 1
            }
            None => {
                last += 1;
                last
            }
        });
    }
    numbers
}

/// The same variable in source and target has the same data.
fn segment<'t>(text: &'t str, data: &mut Vec<&'t str>, numbers: impl IntoIterator<Item = usize>) -> String {
    let mut out = String::new();
    let mut numbers = numbers.into_iter();
    for bit in bits(text) {
        match bit {
            Bit::Words(words) => out.push_str(&coded(words)),
            Bit::Variable(variable) => {
                let known = data.iter().position(|other| *other == variable).unwrap_or_else(|| {
                    data.push(variable);
                    data.len() - 1
                });
                let number = numbers.next().unwrap_or_default();
                _ = write!(out, "<ph id=\"{number}\" dataRef=\"d{}\"/>", known + 1);
            }
        }
    }
    out
}

fn coded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for part in text.split_inclusive(|c: char| !is_writable(c)) {
        let last = part.chars().next_back().filter(|c| !is_writable(*c));
        let words = &part[..part.len() - last.map_or(0, char::len_utf8)];
        out.push_str(&escaped(words));
        if let Some(sign) = last {
            _ = write!(out, "<cp hex=\"{:04X}\"/>", u32::from(sign));
        }
    }
    out
}

pub(super) fn read(bytes: &[u8]) -> Result<Exchange, ExchangeError> {
    let text = text_of(bytes, "XLIFF")?;
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
            Event::DocType(_) => return Err(ExchangeError::Entities),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof if read.open.is_empty() && read.has_root => return Ok(read.exchange),
            Event::Eof if !read.has_root => return Err(ExchangeError::OtherFormat("XLIFF 2")),
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
    file: String,
    unit: Option<Draft>,
    /// What variables the unit's references stand for.
    data: HashMap<String, String>,
    /// What the note or piece of data one is in is about.
    about: String,
    /// Whether one of the unit's segments is said not to be finished.
    is_initial: bool,
    /// Whether one of them is said to be.
    is_finished: bool,
    /// Whether an element of another program stands in one of them.
    is_foreign: bool,
    exchange: Exchange,
}

impl Read {
    fn begin(&mut self, tag: &BytesStart<'_>, at: usize) -> Result<(), ExchangeError> {
        let name = String::from_utf8_lossy(tag.local_name().as_ref()).into_owned();
        if self.open.is_empty() {
            if self.has_root || name != "xliff" || !value(tag, "version", at)?.starts_with("2.") {
                return Err(ExchangeError::OtherFormat("XLIFF 2"));
            }
            self.has_root = true;
            self.exchange.language = Some(value(tag, "trgLang", at)?).filter(|language| !language.is_empty());
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(ExchangeError::Damaged(at));
        }
        match name.as_str() {
            "file" => self.file = value(tag, "original", at)?,
            "unit" => {
                self.data.clear();
                (self.is_initial, self.is_finished, self.is_foreign) = (false, false, false);
                let named = value(tag, "name", at)?;
                let id = if named.is_empty() { value(tag, "id", at)? } else { named };
                self.unit = Some(Draft {
                    id,
                    file: self.file.clone(),
                    ..Draft::default()
                });
            }
            "segment" => match value(tag, "state", at)?.as_str() {
                "initial" => self.is_initial = true,
                "translated" | "reviewed" | "final" => self.is_finished = true,
                _ => {}
            },
            "note" => self.about = value(tag, "category", at)?,
            "data" => self.about = value(tag, "id", at)?,
            "ph" => {
                let reference = value(tag, "dataRef", at)?;
                match self.data.get(&reference).cloned() {
                    Some(variable) => self.text(&variable),
                    None => self.meet_foreign(),
                }
            }
            "pc" | "sc" | "ec" => self.meet_foreign(),
            "cp" => {
                let code = u32::from_str_radix(&value(tag, "hex", at)?, 16).ok();
                let sign = code.and_then(char::from_u32).ok_or(ExchangeError::Damaged(at))?;
                self.text(sign.encode_utf8(&mut [0; 4]));
            }
            _ => {}
        }
        self.open.push(name);
        Ok(())
    }

    fn end(&mut self) -> Result<(), ExchangeError> {
        let name = self.open.pop().unwrap_or_default();
        match (name.as_str(), self.unit.take()) {
            ("unit", Some(unit)) if self.is_foreign => {
                let id = UnitId::parse(unit.id.trim()).ok_or(ExchangeError::Name(unit.id))?;
                self.exchange.foreign.push(id);
                Ok(())
            }
            ("unit", Some(mut unit)) => {
                unit.state = self.state_of(&unit);
                unit.finish(&mut self.exchange.rows)
            }
            (_, unit) => {
                self.unit = unit;
                Ok(())
            }
        }
    }

    /// What a unit's note says, unless its segments say otherwise: programs change the state of those.
    fn state_of(&self, unit: &Draft) -> String {
        let is_open = ["doubtful", "outdated"].contains(&unit.state.as_str());
        if self.is_initial && !is_open && !unit.source.trim().is_empty() {
            return UnitState::Doubtful.as_str().to_owned();
        }
        if self.is_finished && !self.is_initial {
            return String::new();
        }
        unit.state.clone()
    }

    fn meet_foreign(&mut self) {
        self.is_foreign |= matches!(place_in(&self.open), Some("source" | "target"));
    }

    /// Text counts where it stands in the unit's own elements, also within marks there; not in proposals of others.
    fn text(&mut self, text: &str) {
        let Some(unit) = &mut self.unit else { return };
        match place_in(&self.open) {
            Some("source") => unit.english.push_str(text),
            Some("target") => unit.source.push_str(text),
            Some("note") if self.about == "comment" => unit.comment.push_str(text),
            Some("note") if self.about == "state" => unit.state.push_str(text.trim()),
            Some("data") => self.data.entry(self.about.clone()).or_default().push_str(text),
            _ => {}
        }
    }
}

/// Which of the elements whose text counts one is in; none in proposals of others.
fn place_in(open: &[String]) -> Option<&str> {
    let is_of_others = open.iter().any(|name| matches!(name.as_str(), "matches" | "glossary"));
    let mut above = open.iter().rev().map(String::as_str);
    let place = above.find(|name| matches!(*name, "source" | "target" | "note" | "data"));
    place.filter(|_| !is_of_others)
}
